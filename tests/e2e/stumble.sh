#!/usr/bin/env bash
# After five stumbles within a minute the kiosk shows letters only, with the real binary on a display of its own; it does not try the same
# again at once, and it does not go away.
#
#   tests/e2e/stumble.sh [PROGRAM]        default: target/debug/engawa
set -euo pipefail
cd "$(dirname "$0")/../.."

. tests/e2e/lib/stage.sh
at_failure() { cat "$work/journal"; }
a_display

now=$(date +%s)
ENGAWA_STUMBLES=$now,$now,$now,$now,$now "$program" kiosk --home "$work/state" 2>"$work/journal" & kiosk=$!; pids+=($kiosk)
colours() { import -window root "$work/page.png" && convert "$work/page.png" -format %k info:; }
seen=0
for n in $(seq 100); do
  kill -0 "$kiosk" || { echo 'the kiosk is gone' >&2; cat "$work/journal" >&2; exit 1; }
  seen=$(colours); [ "$seen" -gt 20 ] && break; sleep 0.1
done
[ "$seen" -gt 20 ] || { echo 'no letters on the page of last resort' >&2; exit 1; }
# Letters on paper: no bar at the foot of the page, which every page of the kiosk has.
foot=$(convert "$work/page.png" -crop 1280x60+0+660 +repage -format %k info:)
[ "$foot" = 1 ] || { echo 'this is not the page of last resort' >&2; exit 1; }
[ ! -e "$work/state/state.db" ] || { echo 'the kiosk itself was started' >&2; exit 1; }
echo 'stumble: a page of letters, and the kiosk stays'
