#!/usr/bin/env bash
# The voice is heard: spoken through the real path (rodio, ALSA, PulseAudio) into a sound card that only records, and the recording
# holds speech of about the right length. And where there is no sound card, the program says so and goes on.
#
#   tests/e2e/sound.sh [PROGRAM]        default: target/debug/engawa; the voice is ENGAWA_VOICE or target/voice
set -euo pipefail
cd "$(dirname "$0")/../.."

. tests/e2e/lib/stage.sh
at_failure() { for log in "$work"/*.log; do tail -n 5 "$log"; done; }
voice=${ENGAWA_VOICE:-target/voice}
text='ここは、まちの避難所です。水と食べものは、入口の右でお配りしています。'
own_folders

step='without a sound card'
export ALSA_CONFIG_PATH=$work/none.conf
: >"$ALSA_CONFIG_PATH"
code=0; "$program" say --voice "$voice" "$text" 2>"$work/none.log" || code=$?
[ "$code" = 3 ]
grep -q 'no sound device' "$work/none.log"
unset ALSA_CONFIG_PATH

step='a sound card that records'
a_sound_card
record "$work/heard.wav"

step='speech'
"$program" say --voice "$voice" --wav "$work/said.wav" "$text"
"$program" say --voice "$voice" "$text" 2>"$work/say.log"
heard

step='what was heard'
said=$(length "$work/said.wav") heard=$(length "$work/heard.wav") loud=$(loudest "$work/heard.wav")
echo "said $said s, heard $heard s, loudest $loud"
awk -v said="$said" -v heard="$heard" -v loud="$loud" \
  'BEGIN { exit !(loud > 0.05 && loud < 1 && heard > said * 0.9 && heard < said * 1.3) }'
