#!/usr/bin/env bash
# Paper, to the end: what a guide says is what its PDF says (without its ruby), with every font in it; a code on paper is read back byte for
# byte; a real queue of CUPS prints what comes out of the program, forgets it, and says so when it stands still.
#
#   tests/e2e/paper.sh [PROGRAM]        default: target/debug/engawa
set -euo pipefail
cd "$(dirname "$0")/../.."

. tests/e2e/lib/stage.sh
at_failure() { tail -n 8 "$work"/*.log "$work"/cups/log/error 2>/dev/null; }
# Signs alone: a line on paper ends where there is no more room.
signs() { sed 's/[[:space:]　]//g' | grep -o . | sort; }
export LC_ALL=C.UTF-8

step='a guide on every paper'
for format in a4 a3 roll80 roll58; do
  "$program" print guide/mizu --now 2026-11-21T10:05:00+09:00 --lang ja --format "$format" -o "$work/$format.pdf" >"$work/said" 2>>"$work/print.log"
  pdftotext "$work/$format.pdf" - | tr -d '\f' | sed -E 's/^[0-9]+／[0-9]+$//' | signs >"$work/read"
  # The alternative text of a drawing is heard and not shown.
  grep -v '給水車から、リュックの' "$work/said" | signs >"$work/expected"
  # Column by column or line by line: the same signs, whichever way they are gathered.
  cmp "$work/read" "$work/expected"
  [ "$(pdffonts "$work/$format.pdf" | awk 'NR > 2 && $(NF-4) != "yes"' | wc -l)" = 0 ]
done
pdfinfo "$work/a4.pdf" | grep -q 'Page size:.*A4'
pdfinfo "$work/a4.pdf" | grep -q 'Tagged:.*yes'
pdfinfo "$work/roll58.pdf" | grep -q 'Pages:.*1$'

step='what is not there is told'
code=0; "$program" print guide/nowhere 2>>"$work/print.log" || code=$?
[ "$code" = 1 ]
code=0; "$program" print guide/mizu --format a5 2>>"$work/print.log" || code=$?
[ "$code" = 2 ]

step='a code is read back'
text=$(printf '罹災証明書：税務課（1階 3番）\n持ち物：本人確認書類、通帳、家の写真 %s\n' {1..14})
"$program" print guide/mizu --lang ja --code "$text" --format roll58 -o "$work/code.pdf" >/dev/null 2>>"$work/print.log"
pdftoppm -r 203 -gray -png "$work/code.pdf" "$work/code" # as a printer of receipts does
"$program" print guide/mizu --lang ja --code "$text" -o "$work/codes.pdf" >/dev/null 2>>"$work/print.log"
pdftoppm -r 300 -gray -png "$work/codes.pdf" "$work/codes"
for paper in code codes; do
  # A page without a code is no fault.
  zbarimg --quiet --raw -Sdisable -Sqrcode.enable "$work/$paper"-*.png >"$work/$paper.read" 2>>"$work/zbar.log" || true
  # Every code ends with a line of its own in what zbarimg says, and they come in the order in which it finds them.
  cmp <(sort "$work/$paper.read" | grep -v '^$') <(printf '%s' "$text" | sort)
done

step='a server of printers of its own'
account=$(id -un) group=$(id -gn)
# It refuses to print as root.
[ "$(id -u)" != 0 ] || { account=lp group=lp; }
mkdir -p "$work"/cups/{root,spool,cache,state,log,bin/backend}
# The programs of CUPS, and one way to a printer beside: a tray into which falls what is printed.
for part in /usr/lib/cups/*; do [ "${part##*/}" = backend ] || ln -s "$part" "$work/cups/bin/"; done
cat >"$work/cups/bin/backend/tray" <<TRAY
#!/bin/sh
[ \$# -lt 5 ] || cat "\${6:--}" >>"$work/cups/printed"
TRAY
chmod 755 "$work/cups/bin/backend/tray"
cat >"$work/cups/cupsd.conf" <<CONF
Listen $work/cups/sock
Browsing Off
DefaultAuthType None
WebInterface No
PreserveJobFiles No
PreserveJobHistory No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
CONF
cat >"$work/cups/cups-files.conf" <<CONF
ServerRoot $work/cups/root
ServerBin $work/cups/bin
RequestRoot $work/cups/spool
CacheDir $work/cups/cache
StateDir $work/cups/state
TempDir $work/cups/spool
AccessLog $work/cups/log/access
ErrorLog $work/cups/log/error
PageLog $work/cups/log/page
User $account
Group $group
SystemGroup root
CONF
chmod 755 "$work"
# What is run stays root's: nothing else would be run by root.
[ "$(id -u)" != 0 ] || chown lp "$work"/cups "$work"/cups/{root,spool,cache,state,log}
"$(command -v cupsd || echo /usr/sbin/cupsd)" -f -c "$work/cups/cupsd.conf" -s "$work/cups/cups-files.conf" 2>"$work/cupsd.log" & pids+=($!)
export CUPS_SERVER=$work/cups/sock
# lpstat ends well whatever it found.
answers() { lpstat -r | grep -q 'is running'; }
wait_for 'the server of printers' answers

step='a printer that takes what comes'
admin=$(command -v lpadmin || echo /usr/sbin/lpadmin)
"$admin" -p Paper -E -v tray:/here -m raw 2>>"$work/cupsd.log"
[ "$(lpstat -e)" = Paper ]
"$program" doctor --json 2>/dev/null | grep -A2 '"printer"' | grep -q works
"$program" print guide/mizu --now 2026-11-21T10:05:00+09:00 --lang ja --queue Paper -o "$work/own.pdf" >/dev/null 2>>"$work/print.log"
wait_for 'paper' cmp "$work/cups/printed" "$work/own.pdf"
kept() { ls "$work"/cups/spool | grep -q '^[cd][0-9]'; }
forgotten() { ! kept; }
wait_for 'it is forgotten' forgotten

step='one that stands still says so'
"$(command -v cupsdisable || echo /usr/sbin/cupsdisable)" Paper
code=0; "$program" print guide/mizu --queue Paper >/dev/null 2>"$work/stopped.log" || code=$?
[ "$code" = 3 ]
grep -q 'Stopped' "$work/stopped.log"
[ -z "$(lpstat -o Paper)" ]
code=0; "$program" print guide/mizu --queue Nobody >/dev/null 2>"$work/nobody.log" || code=$?
[ "$code" = 3 ]
grep -q 'NoPrinter' "$work/nobody.log"
cmp "$work/cups/printed" "$work/own.pdf"
echo 'paper: read back on every paper, printed by a real queue, forgotten'
