# What every end-to-end test stands on: a folder that goes away, processes that end with it, steps that are named when one fails. Sourced, with
# the arguments of the test: `. tests/e2e/lib/stage.sh`, from the root of the source. It sets:
#
#   program    the kiosk: the first argument, else target/debug/engawa
#   work       a folder of this test's own
#   pids       what is to be ended with it
#   step       what is being tried, for whoever reads that it failed
#
# A test may have a function `at_failure` that shows more. With `needs_bus=yes` before it is sourced the test has a bus of its own, on which it
# sees what a screen reader sees of its kiosk (and only of it).

# Nothing is to be opened on the screen of whoever runs this, and what the bus starts must not look for it.
unset WAYLAND_DISPLAY
if [ -n "${needs_bus:-}" ] && [ -z "${ENGAWA_E2E_BUS:-}" ]; then
  # The bus of assistive technology keeps its socket in the folder of whoever runs this: without one of their own, two tests share it.
  folder=$(mktemp -d)
  exec env -u DISPLAY ENGAWA_E2E_BUS="$folder" XDG_RUNTIME_DIR="$folder" dbus-run-session -- "$0" "$@" 2> >(grep -v -e '^dbus-daemon' -e '^SpiRegistry' >&2)
fi

program=${1:-target/debug/engawa}
work=$(mktemp -d)
pids=()
step=start

finish() {
  local code=$?
  [ "$code" = 0 ] || { echo "failed in step: $step" >&2; ! declare -F at_failure >/dev/null || at_failure >&2 || true; }
  [ "${#pids[@]}" -eq 0 ] || kill "${pids[@]}" 2>/dev/null || true
  [ -z "${ENGAWA_E2E_BUS:-}" ] || rm -rf "$ENGAWA_E2E_BUS"
  [ -n "${KEEP:-}" ] && echo "kept: $work" >&2 || rm -rf "$work"
  exit "$code"
}
trap finish EXIT

# A minute: a kiosk that has never been started reads all it carries first, and other tests run beside it.
wait_for() { # wait_for WHAT COMMAND...
  local what=$1 n; shift
  for n in $(seq 600); do "$@" >/dev/null 2>&1 && return 0; sleep 0.1; done
  echo "waited in vain: $what" >&2; return 1
}

# A display of its own, with a window manager, as wide as most small panels.
a_display() {
  mkfifo "$work/number"
  Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3<>"$work/number" 2>/dev/null & pids+=($!)
  exec 4<>"$work/number"; local number; read -r -t 20 number <&4
  export DISPLAY=:$number
  matchbox-window-manager -use_titlebar no & pids+=($!)
}

# What a screen reader sees.
tree() { /usr/bin/python3 tests/e2e/tree.py "$@"; }
says() { tree | cut -f2 | grep -qF -- "$1"; }
# Pressed by its own action, as a screen reader does; a hand rests between presses, as the kiosk asks of it.
act() { sleep 0.6; tree --press "$1" >/dev/null; }

# A home and a runtime folder of its own, so that no sound server of the machine is touched.
own_folders() {
  unset XDG_CONFIG_HOME
  export HOME=$work XDG_RUNTIME_DIR=$work/run PULSE_SERVER=unix:$work/pulse
  mkdir -p -m 700 "$XDG_RUNTIME_DIR"
}
# A sound card that only records.
a_sound_card() {
  printf 'pcm.!default { type pulse }\nctl.!default { type pulse }\n' >"$work/.asoundrc"
  pulseaudio -n --daemonize=no --exit-idle-time=-1 --disallow-exit --use-pid-file=no --disable-shm \
    -L 'module-null-sink sink_name=ear rate=48000 channels=1' \
    -L "module-native-protocol-unix socket=$work/pulse auth-anonymous=1" 2>"$work/pulse.log" & pids+=($!)
  wait_for 'the sound server' pactl info
}
# speech-dispatcher, as the desktop would start it.
a_server() {
  speech-dispatcher -s -t 0 -l 1 -L "$work" >"$work/server.log" 2>&1 & server=$!; pids+=($server)
  # Asked before it listens, spd-say would start one more.
  wait_for 'its socket' test -S "$XDG_RUNTIME_DIR/speech-dispatcher/speechd.sock"
  wait_for 'the speech server' spd-say -O
}
record() { # record FILE [FORMAT]: until `heard`
  parec -d ear.monitor --file-format="${2:-wav}" --rate=48000 --channels=1 --latency-msec=20 "$1" 2>"$work/parec.log" & recorder=$!
  pids+=("$recorder")
  wait_for 'the recorder' test -s "$1"
}
heard() { kill -INT "$recorder"; wait "$recorder" || true; }
# Seconds from the first sound to the last; how loud it was at most.
length() { sox "$1" -n silence 1 0.05 1% reverse silence 1 0.05 1% reverse stat 2>&1 | awk '/Length/ { print $3 }'; }
loudest() { sox "$1" -n stat 2>&1 | awk '/Maximum amplitude/ { print $3 }'; }
