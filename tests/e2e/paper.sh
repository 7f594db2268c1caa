#!/usr/bin/env bash
# What a guide says is what its PDF says (without its ruby), on every paper and with every font in it.
#
#   tests/e2e/paper.sh [PROGRAM]        default: target/debug/engawa
set -euo pipefail
cd "$(dirname "$0")/../.."

. tests/e2e/lib/stage.sh
at_failure() { cat "$work"/*.log 2>/dev/null | tail -n 20; }
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
echo 'paper: read back on every paper'
