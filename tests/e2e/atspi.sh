#!/usr/bin/env bash
# The real program through the eyes of assistive technology alone: no picture is looked at, no pointer moved, no key pressed. Cards are
# found by their names, pressed by their own action, and the page that comes is read; every name is a line that is shown.
#
#   tests/e2e/atspi.sh [PROGRAM]        default: target/debug/engawa
set -euo pipefail
cd "$(dirname "$0")/../.."
needs_bus=yes
. tests/e2e/lib/stage.sh
at_failure() { tree; tail -5 "$work/journal"; }

step='a display'
a_display

step='the kiosk opens at home'
printf 'place = "中央公民館"\n[screen]\nwidth_mm = 344\n' >"$work/kiosk.toml"
"$program" kiosk --home "$work/home" --config "$work/kiosk.toml" --now 2026-11-21T10:05:00+09:00 2>"$work/journal" & kiosk=$!; pids+=($kiosk)
wait_for 'the window' xdotool search --onlyvisible --pid "$kiosk"
wait_for 'the first page' says 'こんにちは'

step='every node has words, and they are lines as they are shown'
# The window itself has a name that nobody reads here; everything in it is said.
check() { # no control without a name, no sign of the notation of readings
  tree | awk -F'\t' '
    ($1 == "button" || $1 == "choice" || $1 == "text" || $1 == "label" || $1 == "heading" || $1 == "picture") {
      seen++
      if ($2 == "") { print "without words: " $0; bad = 1 }
      if ($2 ~ /《|》|｜/) { print "not as shown: " $0; bad = 1 }
    }
    END { if (seen < 8) { print "only " seen + 0 " nodes"; bad = 1 } exit bad }'
}
check
for card in 'スマホの れんしゅう' '災害に そなえる' 'ちかくの 場所' '声で きく' '人を よぶ' 'おわる（消す）'; do says "$card"; done

step='a card is pressed by its own action'
act '災害に そなえる'
wait_for 'the shelf' eval '! says こんにちは'
wait_for 'the guides' says '地震'
check
act '地震'
wait_for 'the guide' says 'つくえ'
check

step='back, and what one writes is found by its words'
act 'はじめへ'
wait_for 'home' says 'こんにちは'
act 'さがす'
wait_for 'the keyboard' says 'けす'
act 'ひ'; act 'な'; act 'ん'
wait_for 'the field' says 'ひなん'
check

step='another tongue, by the same way'
act 'ことば Language'
wait_for 'the languages' says 'English'
act 'English'
wait_for 'English' says 'Read aloud'
check

step='the end'
act 'Finish'
wait_for 'the farewell' says 'Thank you'
act 'To the first page'
wait_for 'home again, in Japanese' says 'こんにちは'
kill -0 "$kiosk"
echo 'atspi: a visit from the first page to the last, without eyes, pointer or keys'
