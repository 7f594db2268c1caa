#!/usr/bin/env bash
# Other tongues are heard: through a real speech-dispatcher with espeak-ng, into a sound card that only records. Each is spoken by the voice that it
# was judged by (docs/decisions/0012-voices-of-other-tongues.md), and as long as that voice takes for it; a visitor who presses
# 「とめる」 hears nothing more; and where the server has no sound, the end that never comes is not waited for.
#
#   tests/e2e/tongues.sh [PROGRAM]        default: target/debug/engawa
set -euo pipefail
cd "$(dirname "$0")/../.."

needs_bus=yes
. tests/e2e/lib/stage.sh
at_failure() { tree; for log in "$work"/*.log "$work"/journal; do tail -n 5 "$log"; done; }
own_folders
step='a server without sound'
a_server
code=0; "$program" say --lang en 'Stop.' 2>"$work/none.log" || code=$?
[ "$code" = 3 ]
grep -q 'no sound device' "$work/none.log"
kill -9 "$server"; wait "$server" 2>/dev/null || true
rm -rf "$XDG_RUNTIME_DIR/speech-dispatcher"

step='a server that is heard'
a_sound_card
a_server
a_display

step='every tongue by its own voice'
while IFS='|' read -r tongue voice text; do
  espeak-ng -v "$voice" -w "$work/said.wav" "$text"
  record "$work/$tongue.wav"
  "$program" say --lang "$tongue" "$text" 2>"$work/say.log"
  heard
  said=$(length "$work/said.wav") heard=$(length "$work/$tongue.wav")
  echo "$tongue: $heard s, espeak-ng's $voice alone $said s"
  awk -v said="$said" -v heard="$heard" 'BEGIN { exit !(heard > said * 0.75 && heard < said * 1.25) }'
done <<'TEXTS'
en|en-us|Get under a table.
zh-Hans|cmn-latn-pinyin|请躲到桌子下面。
ko|ko|책상 아래로 들어가세요.
vi|vi|Hãy chui xuống gầm bàn.
pt-BR|pt-br|Fique debaixo da mesa.
TEXTS

step='a visitor who presses stop'
printf 'place = "공민관"\n[screen]\nwidth_mm = 344\n' >"$work/kiosk.toml"
"$program" kiosk --home "$work/home" --config "$work/kiosk.toml" --lang ko --voice "$work/none" --now 2026-11-21T10:05:00+09:00 2>"$work/journal" & kiosk=$!; pids+=($kiosk)
wait_for 'the window' xdotool search --onlyvisible --pid "$kiosk"
wait_for 'the first page' says "$(sed -n 's/^home-places = //p' content/ui/ko/home.ftl)"
record "$work/kiosk.raw" raw
last() { python3 tests/e2e/lib/loud.py "$work/kiosk.raw"; }
is_heard() { [ "$(last)" != 0.000 ]; }
xdotool key F9
wait_for 'a voice' is_heard
sleep 0.5
xdotool key F9
# The page takes longer than a second and a half to read; how soon the voice falls silent is measured by script/prompt.
sleep 1.5
heard
awk -v end="$(stat -c %s "$work/kiosk.raw")" -v last="$(last)" 'BEGIN { exit !(end / 96000 - last > 1) }'
kill -0 "$kiosk"
