#!/usr/bin/env bash
# The voice is heard: spoken through the real path (rodio, ALSA, PulseAudio) into a sound card that only records, and the recording
# holds speech of about the right length. And where there is no sound card, the program says so and goes on.
#
#   tests/e2e/sound.sh [PROGRAM]        default: target/debug/engawa; the voice is ENGAWA_VOICE or target/voice
set -euo pipefail
cd "$(dirname "$0")/../.."

program=${1:-target/debug/engawa}
voice=${ENGAWA_VOICE:-target/voice}
text='ここは、まちの避難所です。水と食べものは、入口の右でお配りしています。'
work=$(mktemp -d)
pids=()
finish() {
  local code=$?
  [ "$code" = 0 ] || { echo "failed in step: ${step:-start}" >&2; for log in "$work"/*.log; do tail -n 5 "$log" >&2; done; }
  [ "${#pids[@]}" -eq 0 ] || kill "${pids[@]}" 2>/dev/null || true
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT
wait_for() { # wait_for WHAT COMMAND...
  local what=$1 n; shift
  for n in $(seq 150); do "$@" >/dev/null 2>&1 && return 0; sleep 0.1; done
  echo "waited in vain: $what" >&2; return 1
}
# A home and a runtime folder of its own: no sound server of the machine is touched.
unset XDG_CONFIG_HOME
export HOME=$work XDG_RUNTIME_DIR=$work/run PULSE_SERVER=unix:$work/pulse
mkdir -p -m 700 "$XDG_RUNTIME_DIR"

step='without a sound card'
export ALSA_CONFIG_PATH=$work/none.conf
: >"$ALSA_CONFIG_PATH"
code=0; "$program" say --voice "$voice" "$text" 2>"$work/none.log" || code=$?
[ "$code" = 3 ]
grep -q 'no sound device' "$work/none.log"
unset ALSA_CONFIG_PATH

step='a sound card that records'
printf 'pcm.!default { type pulse }\nctl.!default { type pulse }\n' >"$work/.asoundrc"
pulseaudio -n --daemonize=no --exit-idle-time=-1 --disallow-exit --use-pid-file=no --disable-shm \
  -L 'module-null-sink sink_name=ear rate=48000 channels=1' \
  -L "module-native-protocol-unix socket=$work/pulse auth-anonymous=1" 2>"$work/pulse.log" & pids+=($!)
wait_for 'the sound server' pactl info
parec -d ear.monitor --file-format=wav --rate=48000 --channels=1 --latency-msec=20 "$work/heard.wav" 2>"$work/parec.log" & recorder=$!
pids+=($recorder)
wait_for 'the recorder' test -s "$work/heard.wav"

step='speech'
"$program" say --voice "$voice" --wav "$work/said.wav" "$text"
"$program" say --voice "$voice" "$text" 2>"$work/say.log"
kill -INT "$recorder"; wait "$recorder" || true

step='what was heard'
length() { sox "$1" -n silence 1 0.05 1% reverse silence 1 0.05 1% reverse stat 2>&1 | awk '/Length/ { print $3 }'; }
loudest() { sox "$1" -n stat 2>&1 | awk '/Maximum amplitude/ { print $3 }'; }
said=$(length "$work/said.wav") heard=$(length "$work/heard.wav") loud=$(loudest "$work/heard.wav")
echo "said $said s, heard $heard s, loudest $loud"
awk -v said="$said" -v heard="$heard" -v loud="$loud" \
  'BEGIN { exit !(loud > 0.05 && loud < 1 && heard > said * 0.9 && heard < said * 1.3) }'
