#!/usr/bin/env bash
# One visit in the real window: the glow binary on a display of its own, a mouse and a keyboard that press, a screen reader's bus that
# tells what stands where, and a camera. Nobody sleeps for luck: every step waits until the screen says what it should, or fails.
#
#   tests/e2e/window.sh [PROGRAM]        default: target/debug/engawa
set -euo pipefail
cd "$(dirname "$0")/../.."
needs_bus=yes
. tests/e2e/lib/stage.sh
at_failure() { tree; tail -5 "$work/journal"; }

is_silent_about() { ! says "$1"; }
picture() { import -window root "$work/$1.png" && convert "$work/$1.png" -depth 8 rgb:- | sha256sum; }
differ() { [ "$1" != "$2" ] || { echo "the screen did not change" >&2; return 1; }; }
# A slow and trembling hand: down, a pause, a slide of a few pixels, up.
press() {
  local at; at=$(tree "$1"); set -- $at
  xdotool mousemove "$1" "$2" mousedown 1 mousemove "$(($1 + 6))" "$(($2 - 4))"; sleep 0.15; xdotool mouseup 1
}
# The hand rests between presses, as the kiosk asks of it.
rest() { sleep 0.6; }

step='a display'
a_display

step='the kiosk opens at home'
cat >"$work/kiosk.toml" <<'TOML'
name = "えんがわ"
place = "中央公民館"
[screen]
width_mm = 344
TOML
# The clock runs on from a whole minute and begins there again after a visit, so that pictures may be compared.
"$program" kiosk --home "$work/home" --config "$work/kiosk.toml" --now 2026-11-21T10:05:00+09:00 2>"$work/journal" & kiosk=$!; pids+=($kiosk)
wait_for 'the window' xdotool search --onlyvisible --pid "$kiosk"
wait_for 'the first page' says 'こんにちは'
home=$(picture home)

step='a card opens a shelf, and a guide is read'
rest; press '災害に そなえる'
wait_for 'the shelf' is_silent_about 'こんにちは'
shelf=$(picture shelf); differ "$home" "$shelf"
wait_for 'the guides' says '地震'
rest; press '地震'
wait_for 'the guide' says 'つくえ'
guide=$(picture guide); differ "$shelf" "$guide"

step='keys alone: help, back, home'
rest; xdotool key F1
wait_for 'help' says 'いまは「'
xdotool key Escape
wait_for 'the guide again' is_silent_about 'いまは「'
rest; xdotool key Home
wait_for 'home' says 'こんにちは'
# Not one pixel, but for the ring of the focus, which is only there for those who use keys: a finger takes it away.

step='search by the keyboard on the glass and by a real one'
rest; press 'さがす'
wait_for 'the keyboard' says 'けす'
canary=himitsu4711
rest; press 'ひ'; rest; press 'な'; rest; press 'ん'
wait_for 'the field' says 'ひなん'
wait_for 'something found' says '見つかりました'
xdotool type --delay 30 "$canary"
wait_for 'what was typed' says "$canary"
holds() { /usr/bin/python3 tests/e2e/memory.py "$kiosk" "$1"; }
code=0; holds "$canary" || code=$?
case $code in
  0) may_look=yes ;;
  3) may_look=no ;;
  *) echo "what was just typed should be in memory, or this test sees nothing" >&2; exit 1 ;;
esac

step='the visit ends, and nothing is left'
threads() { ls "/proc/$kiosk/task"; }
before=$(threads)
rest; press 'おわる'
wait_for 'the farewell' says 'おつかれさまでした'
rest; press 'はじめの 画面へ'
wait_for 'other threads in the same process' eval '[ "$(threads)" != "$before" ]'
wait_for 'home again' says 'こんにちは'
kill -0 "$kiosk"
if grep -rqF "$canary" "$work/home" "$work/journal"; then echo "what was typed is on the disk" >&2; exit 1; fi
code=0; holds "$canary" || code=$?
case $may_look$code in
  yes1) memory='and none of it is in memory' ;;
  no3) memory='and nobody may look into its memory' ;;
  *) echo "what was typed is still in memory" >&2; exit 1 ;;
esac
wait_for 'the very same first page' eval '[ "$(picture again)" = "$home" ]'

step='nothing closes it'
xdotool key --delay 50 alt+F4 ctrl+q ctrl+w
sleep 0.5
kill -0 "$kiosk"
echo "window: one visit, $(ls "$work"/*.png | wc -l) pictures, the same process throughout, $memory"
