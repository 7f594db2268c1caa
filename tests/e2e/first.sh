#!/usr/bin/env bash
# The first start in the real window: a kiosk that nobody has set up asks to be, one press puts that off, what is set is there after a crash,
# and it comes back on the first page of the mode that staff set.
#
#   tests/e2e/first.sh [PROGRAM]        default: target/debug/engawa
set -euo pipefail
cd "$(dirname "$0")/../.."
needs_bus=yes
. tests/e2e/lib/stage.sh
at_failure() { tree; tail -5 "$work/journal"; }

press() {
  local at; sleep 0.6; at=$(tree "$1"); set -- $at
  xdotool mousemove "$1" "$2" mousedown 1; sleep 0.15; xdotool mouseup 1
}
start() { # start [OPTIONS]: nothing is told about this kiosk but how wide its glass is
  "$program" kiosk --home "$work/home" --config "$work/kiosk.toml" --now 2026-11-21T10:05:00+09:00 "$@" 2>>"$work/journal" & kiosk=$!; pids+=($kiosk)
  wait_for 'the window' xdotool search --onlyvisible --pid "$kiosk"
}
# The store of a fresh kiosk is being filled at first; what is set waits its turn.
on_disk() { cat "$work/home"/state.db* | grep -qaF -- "$1"; }
# Cut off, as by the power.
cut_off() { kill -9 "$kiosk"; wait "$kiosk" 2>/dev/null || true; }

step='a display'
a_display
printf '[screen]\nwidth_mm = 344\n' >"$work/kiosk.toml"

step='a kiosk that nobody has set up asks to be'
start
wait_for 'the first question' says 'どの ことばで'
press 'いまは このまま'
wait_for 'home after one press' says 'こんにちは'

step='put off, it asks again when the machine is switched on'
wait_for 'it is kept' on_disk '"later"'
cut_off; start
wait_for 'the first question again' says 'どの ことばで'
press 'つぎへ すすむ'
wait_for 'the town' says 'どの 町ですか'
press '真岡市'
wait_for 'the place' says '名前は 何ですか'

step='a power cut in the middle'
wait_for 'it is kept' on_disk '"at":"place"'
cut_off; start
wait_for 'the question it was left at' says '名前は 何ですか'
press 'おわる'
wait_for 'the farewell' says 'おつかれさまでした'
press 'はじめの 画面へ'
wait_for 'nor does the end of a visit lose it' says '名前は 何ですか'

step='the other questions are left open'
for question in 'どんな 建物' '入口から' 'カードの わく' '時こくは' '声が きこえますか' 'プリンター' '職員だけが'; do
  case $question in
    'どんな 建物'|'入口から'|'カードの わく'|'職員だけが') press 'つぎへ すすむ' ;;
    *) press 'あとで きめる' ;;
  esac
  wait_for "$question" says "$question"
done

step='the number'
press '番号を つくる'
wait_for 'the number on the glass' says '紙に 書いて'
pin=$(tree | cut -f2 | grep -E '^([0-9] ){5}[0-9]$' | tr -d ' ')
[ "${#pin}" = 6 ]
press '紙に 書きました'
wait_for 'the keys' says '紙を 見て'
for digit in $(echo "$pin" | grep -o .); do sleep 0.7; xdotool type "$digit"; done
wait_for 'it is set' says '決まりました'
if grep -rqF "$pin" "$work/home" "$work/journal"; then echo 'the number is on the disk' >&2; exit 1; fi
press 'つぎへ すすむ'
wait_for 'the end' says 'これで 使えます'
press 'はじめの 画面へ'
wait_for 'home' says 'こんにちは'

step='staff make it a shelter, and it stays one'
sleep 0.6; xdotool key F1
wait_for 'help' says '職員の かたへ'
press '職員の かたへ'
wait_for 'the door' says '6つ 押して'
for digit in $(echo "$pin" | grep -o .); do sleep 0.7; xdotool type "$digit"; done
wait_for 'the staff page' says '使いかたの 種類'
press '避難所'
wait_for 'it is kept' on_disk 'shelter-since'
cut_off; start
wait_for 'the first page of a shelter' says '避難所です'
says '水・食べもの・トイレ'
kill -ABRT "$kiosk"; wait "$kiosk" 2>/dev/null || true; start
wait_for 'and after a crash as well' says '避難所です'
echo 'first: set up, cut off three times, and a shelter to the end'
