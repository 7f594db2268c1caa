#!/usr/bin/env bash
# Whatever is written in whichever field of the kiosk is gone when the visit ends: from its home and every other file that it may write, from
# its journal, and from the memory of the process. One visit a field; each writes what stands nowhere else. And no core is ever dumped.
#
#   tests/e2e/forget.sh [PROGRAM]        default: target/debug/engawa
#
# `tests/it/fields.rs` holds that every field there is has its line here: `field ID`, as it stands on the page or on the practice phone.
set -euo pipefail
cd "$(dirname "$0")/../.."

needs_bus=yes
. tests/e2e/lib/stage.sh
at_failure() { tree; tail -5 "$work/journal"; }
own_folders

threads() { ls "/proc/$kiosk/task"; }
cores() { awk '/^Max core file size/ { exit !($5 == 0 && $6 == 0) }' "/proc/$kiosk/limits"; }
holds() { /usr/bin/python3 tests/e2e/memory.py "$kiosk" "$1"; }
look() { # look TEXT EXPECTED: 1 it must be in memory (or nobody may look), 0 it must not
  local code=0; holds "$1" || code=$?
  case $code$2 in 01|10|3?) ;; *) echo "memory: $code, expected $2, for $1" >&2; return 1 ;; esac
}
# All digits of the memory of the kiosk, five and more together, however wide their letters are: in 700 MB of dictionaries, places and letters
# an eighth of all numbers of five digits stand somewhere.
numbers() { { /usr/bin/python3 tests/e2e/memory.py "$kiosk" || [ $? = 3 ]; } | tr -d '\0' | { LC_ALL=C grep -aoE '[0-9]{5,}' || true; } >"$work/numbers"; }
# Digits that stand nowhere in the memory of the kiosk, or looking for them would find others.
digits() { # digits HOW-MANY
  local n some
  for n in $(seq 20); do
    some=$(tr -dc 0-9 </dev/urandom | head -c "$1" || true)
    if look "$some" 0; then echo "$some"; return; fi
  done 2>/dev/null
  return 1
}
write() { sleep 0.6; for sign in $(echo "$1" | grep -o .); do xdotool key "$sign"; sleep 0.12; done; }
open() { # open PLACE [CONFIG]: a kiosk of its own, as a visitor finds that place
  [ -z "${kiosk:-}" ] || { kill "$kiosk"; wait "$kiosk" 2>/dev/null || true; }
  "$program" kiosk --home "$work/home" --config "${2:-$work/kiosk.toml}" --open "$1" --now 2026-11-21T10:05:00+09:00 2>>"$work/journal" &
  kiosk=$!; pids+=("$kiosk")
  wait_for 'the window' xdotool search --onlyvisible --pid "$kiosk"
  wait_for "$1" says 'おわる'
}
field() { # field ID: what the next steps write in
  field=$1 step="$1: written"
}
there() { # there WORDS: what was written stands on the page, and so in memory
  wait_for 'written' says "$1"
  look "$1" 1
}
forgets() { # forgets TEXT: what was just written is forgotten with the visit
  local before; before=$(threads)
  step="$field: forgotten"
  act 'おわる（消す）'
  wait_for 'the farewell' says 'おつかれさまでした'
  act 'はじめの 画面へ'
  wait_for 'other threads in the same process' eval '[ "$(threads)" != "$before" ]'
  wait_for 'the first page again' says 'おわる'
  says "$1" && { echo "$field: still shown" >&2; return 1; }
  look "$1" 0
  if grep -raqF -- "$1" "$work"; then echo "$field: on the disk" >&2; return 1; fi
  cores
  fields=$((fields + 1))
}
fields=0

step='a display'
a_display
printf 'place = "中央公民館"\n[screen]\nwidth_mm = 344\n' >"$work/kiosk.toml"
printf '[screen]\nwidth_mm = 344\n' >"$work/unknown.toml"
# So many towns that they are searched for by their sound.
mkdir "$work/towns"
cp "$work/unknown.toml" "$work/towns/kiosk.toml"
for n in 1 2 3; do sed "s/^code = .*/code = \"09999$n\"/" kiosk-config/mooka.toml >"$work/towns/machi-$n.toml"; done

field search/field
open search
step='no core dumps, and nobody else of this user may look in'
cores || { echo 'core dumps are on' >&2; exit 1; }
[ "$(stat -c %U "/proc/$kiosk/mem")" = root ] || { echo 'the memory can be read by this user' >&2; exit 1; }
wait_for 'the keyboard' says 'けす'
write himitsu4711; there himitsu4711; forgets himitsu4711

field call/field
open call
act '字を 書いて'; wait_for 'the keyboard' says 'けす'
write kakushi5822; there kakushi5822; forgets kakushi5822

# A number is never shown; it is tried when the last digit is there, so all but that.
field door/field
open staff
wait_for 'the door' eval 'tree | cut -f2 | grep -q "[0-9]"'
number=$(digits 5)
write "$number"; forgets "$number"

# The number on a paper: all but its last digit, since the last one has it judged.
field ticket/field
open ticket
wait_for 'the keys' says '8つの 数字'
number=$(digits 7)
write "$number"; forgets "$number"

field write/field
for asked in town place entrance; do
  step="write/field at the $asked"
  case $asked in
    town) way=(かなで) ;;
    place) way=(名前を) ;;
    entrance) way=('つぎへ すすむ' 'つぎへ すすむ' ことばで) ;;
  esac
  [ "$asked" = town ] && open setup/town "$work/towns/kiosk.toml" || open setup/place "$work/unknown.toml"
  for way in "${way[@]}"; do wait_for "$way" says "$way"; act "$way"; done
  wait_for 'the keyboard' says 'けす'
  word=naisho$(digits 6)
  write "$word"; there "$word"; forgets "$word"
done

# The number that the machine drew for staff, and all but the last digit of it typed: one whose digits stood nowhere before it was drawn.
field number/field
for n in $(seq 20); do
  open setup/number "$work/unknown.toml"
  wait_for 'the offer' says '番号を つくる'
  numbers
  act '番号を つくる'
  wait_for 'the number on the glass' says '紙に 書いて'
  number=$(tree | cut -f2 | grep -E '^([0-9] ){5}[0-9]$' | tr -d ' ')
  grep -qF "${number%?}" "$work/numbers" || break
done
rm "$work/numbers"
act '紙に 書きました'
wait_for 'the keys' says '紙を 見て'
write "${number%?}"; forgets "${number%?}"

phone() { # phone NAME...: the practice phone, and what is pressed on it one after the other
  local name; open practice
  wait_for 'the phone' says 'メッセージ'
  for name; do wait_for "$name" says "$name"; act "$name"; done
}

# Words of a notice that was never put up.
field words/field
pin=$("$program" --home "$work/home" pin new)
open staff
wait_for 'the door' eval 'tree | cut -f2 | grep -q "[0-9]"'
write "$pin"
for way in 'お知らせを 出す' 'つぎへ' 'お知らせ'; do wait_for "$way" says "$way"; act "$way"; done
wait_for 'the keyboard' says 'けす'
write naisho8155; there naisho8155; forgets naisho8155

field messages-m2/write
phone メッセージ 花子 '返事を'
write naisho6933; there naisho6933; forgets naisho6933

field chat-hanako/write
phone チャット 花子 '書く ところ'
write naisho7044; there naisho7044; forgets naisho7044

field memo-new/text
phone メモ '新しい' 'ここに'
write naisho7155; there naisho7155; forgets naisho7155

field store/search
phone 'アプリの 店' 'さがす'
write naisho7266; there naisho7266; forgets naisho7266

field telephone-new/name
phone 電話 連絡先 '新しい 連絡先' 名前
write naisho7377; there naisho7377; forgets naisho7377

field telephone-new/number
phone 電話 連絡先 '新しい 連絡先' 電話番号
number=$(digits 7)
write "$number"; forgets "$number"

field dengonban/number
phone インターネット 災害用伝言板 '伝言板を' 電話番号
number=$(digits 7)
write "$number"; forgets "$number"

field dengonban-write/words
phone インターネット 災害用伝言板 '伝言板を' 電話番号
write 0001234567
for way in 完了 登録 '伝言（'; do wait_for "$way" says "$way"; act "$way"; done
write naisho7488; there naisho7488; forgets naisho7488

field settings-key/field
phone 設定 Wi-Fi Wi-Fi Sakura-no-ie パスワード
number=$(digits 7)
write "$number"; forgets "$number"

field settings-portal/card
phone 設定 Wi-Fi Wi-Fi Machi-1 カードの
number=$(digits 7)
write "$number"; forgets "$number"

field browser-fake/card
phone メッセージ 000-000-0001 https://nimotsu.example カードの
number=$(digits 7)
write "$number"; forgets "$number"

echo "forget: $fields times something was written and a visit ended; not on the disk, not in the journal, not in memory; no cores"
