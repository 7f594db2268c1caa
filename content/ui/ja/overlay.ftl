## 上に かさなる 画面: ことば、使いかた、おわる。

language-title = ことば Language
language-intro = ことばを えらんで ください。Choose a language.
language-close = このまま 使《つか》う

help-title = 使《つか》いかた
help-what = これは、まちの あんないと スマホの れんしゅうの きかいです。だれでも、お金《かね》を かけずに 使《つか》えます。
help-forgets = 名前《なまえ》は ききません。あなたの ことは 何《なに》も のこしません。
help-where = いまは「{ $title }」の ページです。
help-touch = 画面《がめん》を 指《ゆび》で さわります。ゆっくり 押《お》しても だいじょうぶです。
help-keys = キーボードでは、矢《や》じるしで えらび、Enterで 決《き》めます。Escで もどります。
help-pad = ゲームパッドでは、十字《じゅうじ》で えらび、Aで 決《き》め、Bで もどります。
help-switch = スイッチ 2つでも 使《つか》えます。1つで すすみ、もう 1つで 決《き》めます。
help-voice = キーを 押《お》すと、声《こえ》で 読《よ》みます。「とめる」で 止《と》まります。
help-close = とじる
help-sources = もとの 資料《しりょう》と きまり
help-staff = 職員《しょくいん》の かたへ

leave-title = おわりました
leave-thanks = おつかれさまでした。
leave-forgets = あなたの ことは 何《なに》も のこしません。
leave-now = はじめの 画面《がめん》へ
leave-stay = まだ 使《つか》う

idle-title = まだ 使《つか》いますか
idle-left = あと { $seconds }秒《びょう》です。
idle-stay = まだ 使《つか》う
idle-end = おわる（消《け》す）

language-no-letters = この ことばの 文字《もじ》の 形《かたち》は、ここに ありません。
language-beside = 職員《しょくいん》に 見《み》せる ために、日本語《にほんご》を いっしょに 出《だ》せます。
