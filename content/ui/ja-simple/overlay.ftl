language-title = ことば Language
language-intro = ことばを 選《えら》んで ください。Choose a language.
language-close = このまま 使《つか》う

help-title = 使《つか》い方《かた》
help-what = 町《まち》の ことを 知《し》る きかいです。スマホの 練習《れんしゅう》も できます。お金《かね》は いりません。
help-forgets = 名前《なまえ》は 聞《き》きません。あなたの ことは 残《のこ》りません。
help-where = 今《いま》は「{ $title }」です。
help-touch = 画面《がめん》を 指《ゆび》で さわります。ゆっくりで いいです。
help-keys = キーボードは、矢印《やじるし》で 選《えら》びます。Enterで 決《き》めます。Escで もどります。
help-pad = ゲームパッドは、十字《じゅうじ》で 選《えら》びます。Aで 決《き》めます。Bで もどります。
help-switch = スイッチ 2つでも 使《つか》えます。1つで 進《すす》みます。もう 1つで 決《き》めます。
help-voice = キーを 押《お》すと、声《こえ》が 読《よ》みます。「とめる」で 止《と》まります。
help-close = とじる
help-sources = もとの 資料《しりょう》と きまり
help-staff = 職員《しょくいん》の 人《ひと》へ

leave-title = おわりました
leave-thanks = ありがとうございました。
leave-forgets = あなたの ことは 残《のこ》りません。
leave-now = はじめの 画面《がめん》へ
leave-stay = まだ 使《つか》う

idle-title = まだ 使《つか》いますか
idle-left = あと { $seconds }秒《びょう》です。
idle-stay = まだ 使《つか》う
idle-end = おわる（ぜんぶ 消《け》す）

language-no-letters = この ことばの 文字《もじ》は、ここに ありません。
language-beside = 職員《しょくいん》に 見《み》せる ための 日本語《にほんご》です。
