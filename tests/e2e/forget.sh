#!/usr/bin/env bash
# Whatever is written in whichever field of the kiosk is gone when the visit ends: from its home, from its journal, and from the memory of
# the process. One visit a field; each writes a word that stands nowhere else. And no core is ever dumped.
#
#   tests/e2e/forget.sh [PROGRAM]        default: target/debug/engawa
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -n "${ENGAWA_E2E_BUS:-}" ] || exec env ENGAWA_E2E_BUS=1 dbus-run-session -- "$0" "$@" 2> >(grep -v '^dbus-daemon' >&2)

program=${1:-target/debug/engawa}
work=$(mktemp -d)
pids=()
finish() {
  local code=$?
  [ "$code" = 0 ] || { echo "failed in step: ${step:-start}" >&2; tree >&2 || true; tail -5 "$work/journal" >&2 || true; }
  [ "${#pids[@]}" -eq 0 ] || kill "${pids[@]}" 2>/dev/null || true
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT

tree() { /usr/bin/python3 tests/e2e/tree.py "$@"; }
wait_for() { # wait_for WHAT COMMAND...
  local what=$1 n; shift
  for n in $(seq 150); do "$@" >/dev/null 2>&1 && return 0; sleep 0.1; done
  echo "waited in vain: $what" >&2; return 1
}
says() { tree | cut -f2 | grep -qF -- "$1"; }
act() { sleep 0.6; tree --press "$1" >/dev/null; }
threads() { ls "/proc/$kiosk/task"; }

step='a display'
mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3<>"$work/number" 2>/dev/null & pids+=($!)
exec 4<>"$work/number"; read -r -t 20 number <&4
export DISPLAY=:$number
matchbox-window-manager -use_titlebar no & pids+=($!)

step='the kiosk opens'
printf 'place = "中央公民館"\n[screen]\nwidth_mm = 344\n' >"$work/kiosk.toml"
"$program" kiosk --home "$work/home" --config "$work/kiosk.toml" --now 2026-11-21T10:05:00+09:00 2>"$work/journal" & kiosk=$!; pids+=($kiosk)
wait_for 'the window' xdotool search --onlyvisible --pid "$kiosk"
wait_for 'the first page' says 'こんにちは'

step='no core dumps, and nobody else of this user may look in'
cores() { awk '/^Max core file size/ { exit !($5 == 0 && $6 == 0) }' "/proc/$kiosk/limits"; }
cores || { echo 'core dumps are on' >&2; exit 1; }
[ "$(stat -c %U "/proc/$kiosk/mem")" = root ] || { echo 'the memory can be read by this user' >&2; exit 1; }

holds() { /usr/bin/python3 tests/e2e/memory.py "$kiosk" "$1"; }
look() { # look WORD EXPECTED: 1 it must be in memory (or nobody may look), 0 it must not
  local code=0; holds "$1" || code=$?
  case $code$2 in 01|10|3?) ;; *) echo "memory: $code, expected $2, for $1" >&2; return 1 ;; esac
}
write() { sleep 0.6; for sign in $(echo "$1" | grep -o .); do xdotool key "$sign"; sleep 0.12; done; }
forgets() { # forgets FIELD WORD: what was just written is forgotten with the visit
  local field=$1 word=$2 before; before=$(threads)
  step="$field: forgotten"
  look "$word" 1
  act 'おわる'
  wait_for 'the farewell' says 'おつかれさまでした'
  act 'はじめの 画面へ'
  wait_for 'other threads in the same process' eval '[ "$(threads)" != "$before" ]'
  wait_for 'home again' says 'こんにちは'
  look "$word" 0
  if grep -rqF "$word" "$work/home" "$work/journal"; then echo "$field: on the disk" >&2; return 1; fi
  cores
}

step='search'
act 'さがす'; wait_for 'the keyboard' says 'けす'
write himitsu4711; wait_for 'written' says himitsu4711
forgets search himitsu4711

step='what is written for somebody opposite'
act '人を よぶ'; wait_for 'the page' says '字を 書いて'
act '字を 書いて'; wait_for 'the keyboard' says 'けす'
write kakushi5822; wait_for 'written' says kakushi5822
forgets 'written talk' kakushi5822

step='the number at the door of the staff'
sleep 0.6; xdotool key F1; wait_for 'help' says '職員の かたへ'
act '職員の かたへ'; wait_for 'the door' eval 'tree | cut -f2 | grep -q "[0-9]"'
write 90713
before=$(threads)
forgets_door() { act 'おわる'; wait_for 'the farewell' says 'おつかれさまでした'; act 'はじめの 画面へ'; }
step='the door: forgotten'
forgets_door
wait_for 'other threads in the same process' eval '[ "$(threads)" != "$before" ]'
wait_for 'home again' says 'こんにちは'
if grep -rqF 90713 "$work/home" "$work/journal"; then echo 'the number is on the disk' >&2; exit 1; fi

echo "forget: search, written talk and the staff's number; not on the disk, not in the journal, not in memory; no cores"
