#!/usr/bin/env bash
# How soon the focus is heard, and how soon what was being said is not: on the clock of the wall, from a key of the display to a sound card that
# only records, by the built-in voice (Japanese) and by that of the system (English). Prints the middle and the 95th of a hundred; asks of
# the quickest alone that it keeps to what a person needs (300 ms to be heard, 100 ms to fall silent), since a busy machine only adds to that.
#
#   tests/e2e/prompt.sh [PROGRAM [WATCH [ROUNDS]]]        default: target/debug/engawa target/debug/examples/watch 4
set -euo pipefail
cd "$(dirname "$0")/../.."

# Without a bus of its own: beside a screen reader the kiosk says nothing of itself.
. tests/e2e/lib/stage.sh
at_failure() { for log in "$work"/*.log "$work"/journal "$work"/heard; do tail -n 5 "$log"; done; }
watch=${2:-target/debug/examples/watch}
rounds=${3:-4}
own_folders
a_sound_card
a_server
a_display

printf 'place = "公民館"\n[screen]\nwidth_mm = 344\n' >"$work/kiosk.toml"
figures() { # figures NAME TONGUE
  step="$1: the kiosk opens"
  "$program" kiosk --home "$work/home" --config "$work/kiosk.toml" --voice "${ENGAWA_VOICE:-target/voice}" --lang "$2" --open settings \
    --now 2026-11-21T10:05:00+09:00 2>>"$work/journal" & kiosk=$!; pids+=($kiosk)
  wait_for 'the window' xdotool search --onlyvisible --pid "$kiosk"
  step="$1: heard, and silent"
  "$watch" heard "$rounds" | sed "s/^/$1: /" | tee "$work/heard"
  kill "$kiosk"; wait "$kiosk" 2>/dev/null || true
  awk -v name="$1" '{ limit = / heard after/ ? 300 : 100; for (n = 1; n <= NF; n++) if ($n == "least" && $(n + 1) > limit) { print name ": more than " limit " ms: " $0; bad = 1 } } END { exit bad }' "$work/heard"
}
figures 'built-in voice' ja
figures "the system's voice" en
