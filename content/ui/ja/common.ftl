### Words that every screen shares. Ruby is written 漢字《かんじ》; what takes no part in a sentence stands in { }.

kiosk-name = えんがわ
kiosk-subtitle = まちの あんないと スマホの れんしゅう

## Turning leaves
turn-next = つぎへ
turn-back = まえへ
turn-count = { $page }／{ $pages }ページ

## Always below
bar-read = 声《こえ》で きく
bar-stop = とめる
bar-larger = 文字《もじ》を 大《おお》きく
bar-language = ことば Language
bar-call = 人《ひと》を よぶ
bar-end = おわる（消《け》す）

## Groups of guides
group-prepare = 災害《さいがい》に そなえる
group-danger = いま あぶないか
group-supplies = 水《みず》・食《た》べもの・トイレ
group-family = 家族《かぞく》に 知《し》らせる
group-body = からだ・くすり・赤《あか》ちゃん
group-lifelines = 電気《でんき》・水道《すいどう》・道《みち》
group-recovery = 家《いえ》が こわれた・お金《かね》
group-procedures = 役所《やくしょ》の 手《て》つづき
group-phone = スマホと 電話《でんわ》
group-words = ことばの 意味《いみ》

## What a guide says about itself
guide-step = { $number }番《ばん》め
guide-source = もとの 資料《しりょう》：{ $publisher }「{ $title }」
guide-checked = { $date }に たしかめました
guide-not-verified = もとの 資料《しりょう》は まだです。職員《しょくいん》にも きいて ください。
guide-not-reviewed = この 訳《やく》は、まだ 人《ひと》が 見《み》て いません。
guide-city-unknown = 市《し》に 確認《かくにん》
guide-city-unknown-call = 市《し》に 確認《かくにん》（電話《でんわ》 { $number }）

## The name of this tongue, in itself
name-of-tongue = 日本語《にほんご》

## この ことばで 話《はな》す 人が、画面の ことばを ぜんぶ 読んだら yes。もとの 日本語は 訳では ないので yes。
words-reviewed = yes
