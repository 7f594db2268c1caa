## 上に かさなる 画面: ことば、使いかた、おわる。

language-title = ことば Language
language-intro = ことばを えらんでください。Choose a language.
language-close = このまま 使う

help-title = 使いかた
help-what = ここは 案内《あんない》と スマホの 練習《れんしゅう》の きかいです。だれでも ただで 使えます。
help-forgets = 名前は ききません。あなたの ことは 何も のこしません。
help-where = いまは「{ $title }」の ページです。
help-touch = 画面を 指で さわります。ゆっくり 押しても だいじょうぶです。
help-keys = キーボードでは、矢じるしで えらび、Enterで 決めます。Escで もどります。
help-pad = ゲームパッドでは、十字で えらび、Aで 決め、Bで もどります。
help-switch = スイッチ 2つでも 使えます。1つで すすみ、もう 1つで 決めます。
help-voice = キーを 押すと、声で 読みます。「とめる」で 止まります。
help-close = とじる
help-sources = 出典《しゅってん》と きまり
help-staff = 職員《しょくいん》の かたへ

leave-title = おわりました
leave-thanks = おつかれさまでした。
leave-forgets = あなたの ことは 何も のこしません。
leave-now = はじめの 画面へ
leave-stay = まだ 使う

idle-title = まだ 使いますか
idle-left = あと { $seconds }秒で はじめの 画面に もどり、あなたの ことを 消します。
idle-stay = まだ 使う
idle-end = おわる（消す）
