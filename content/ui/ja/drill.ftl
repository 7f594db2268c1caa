### 訓練と、職員の 全画面の 呼びかけ。決まった ことばだけ。

## 訓練
drill-title = 訓練《くんれん》
drill-marked = 訓練《くんれん》　{ $name }
drill-this-is = これは 訓練《くんれん》です。本当《ほんとう》の 知《し》らせでは ありません。
drill-none = これは 訓練《くんれん》では ありません。本当《ほんとう》の 知《し》らせです。
drill-over = 訓練《くんれん》は おわりました。
drill-this-is-real = ここは 本当《ほんとう》の 知《し》らせです。訓練《くんれん》は つづいて います。
drill-see-real = 訓練《くんれん》で ない 知《し》らせを 見《み》る
drill-see-drill = 訓練《くんれん》に もどる
drill-nothing-yet = 訓練《くんれん》の 知《し》らせは、まだ ありません。
drill-which = どの 訓練《くんれん》を しますか。
drill-about = この きかいの ページに「訓練《くんれん》」と 出《で》ます。
drill-exercise-rain = 大雨《おおあめ》と 川《かわ》の 水《みず》
drill-exercise-quake = 強《つよ》い 地震《じしん》
drill-exercise-tsunami = 地震《じしん》と 大津波《おおつなみ》
drill-telegrams = とどいた 訓練《くんれん》の 知《し》らせだけ
drill-begin = 訓練《くんれん》を はじめる
drill-end = 訓練《くんれん》を おわる
drill-read-back = 訓練《くんれん》「{ $name }」を はじめます。よろしいですか。
drill-ends-by-itself = { $hours }時間《じかん》 たつと、ひとりでに おわります。
drill-real-wins = 本当《ほんとう》の 知《し》らせが 来《く》ると、訓練《くんれん》は すぐ おわります。
drill-running = 訓練《くんれん》を して います。
drill-until = { $from }から { $until }まで
drill-order = 訓練《くんれん》の 発令《はつれい》を 出《だ》す
drill-appeal = 訓練《くんれん》の 呼《よ》びかけを 出《だ》す
drill-not-now = いまは 訓練《くんれん》を はじめられません。
drill-real-first = 本当《ほんとう》の 知《し》らせが 出《で》て います。

## 職員の 呼びかけ
appeal-title = 画面《がめん》 いっぱいの 呼《よ》びかけ
appeal-which = 何《なに》を 知《し》らせますか。
appeal-about = 画面《がめん》 いっぱいに 出《で》て、声《こえ》で ｜2回《にかい》 言《い》います。
appeal-evacuate = 避難《ひなん》して ください。
appeal-fire = 火事《かじ》です。
appeal-away = この 建物《たてもの》から はなれて ください。
appeal-inside = この 建物《たてもの》の 中《なか》に 入《はい》って ください。
appeal-high = 高《たか》い ところへ 上《あ》がって ください。
appeal-fire-do = 体《からだ》を 低《ひく》く して、外《そと》へ 出《で》て ください。
appeal-away-do = 広《ひろ》い ところへ 行《い》って ください。
appeal-put-up = この とおり 出《だ》す
appeal-take-back = 呼《よ》びかけを 取《と》り下《さ》げる
appeal-taken-back = 職員《しょくいん》の 呼《よ》びかけは 取《と》り下《さ》げられました。
appeal-read-back = 「{ $words }」と 出《だ》します。よろしいですか。
appeal-since = 職員《しょくいん》が { $time }に 出《だ》しました
