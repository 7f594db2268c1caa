## れんしゅうの スマホ。短く。スマホの 中の ことばは、ほんものの スマホに にせます。
glass-practice = れんしゅう
glass-name = れんしゅうの スマホ
glass-back = もどる
glass-home = ホーム
glass-recent = りれき
glass-up = 上《うえ》へ
glass-down = 下《した》へ
glass-shade = お知《し》らせ
glass-no-signal = 圏外《けんがい》
glass-busy = すこし お待《ま》ち ください。

## ゆびの かわりに おす ボタン
glass-do-long = 長《なが》く おす
glass-do-double = 2回《かい》 おす
glass-do-left = 左《ひだり》へ うごかす
glass-do-right = 右《みぎ》へ うごかす
glass-do-up = 上《うえ》へ うごかす
glass-do-down = 下《した》へ うごかす
glass-do-in = つまむ
glass-do-out = ひろげる
glass-do-drag = つかんで はこぶ
glass-pick = スマホの 中《なか》から、ひとつ えらんで ください。
glass-pick-onto = どこへ はこびますか。スマホの 中《なか》から えらんで ください。

## 絵の 手が 見せて いること
glass-hand-tap = ここを おします。
glass-hand-long = ここを 長《なが》く おします。
glass-hand-double = ここを 2回《かい》 つづけて おします。
glass-hand-move = ここから ゆびを うごかします。
glass-hand-pinch = 2本《ほん》の ゆびで さわります。

## れんしゅうの 画面
lesson-pass-watch = 見《み》る
lesson-pass-with = いっしょに
lesson-pass-alone = ひとりで
lesson-pass-own = ご自分《じぶん》のスマホで
lesson-count = { $step }つめ（ぜんぶで { $steps }つ）
lesson-again = もう一度《いちど》 きく
lesson-show = おてほん
lesson-undo = ひとつ もどる
lesson-pause = とめる
lesson-go-on = つづける
lesson-next = つぎを 見《み》る
lesson-previous = まえへ
lesson-done = できた
lesson-leave = やめる
lesson-begin = はじめる
lesson-safe = ゆっくりで だいじょうぶです。
lesson-poster = はり紙《がみ》
lesson-own-lead = ご自分《じぶん》の スマホで、して みて ください。
lesson-scale-double = スマホを とても 大《おお》きく
lesson-scale-large = スマホを 大《おお》きく
lesson-scale-real = スマホを ほんとうの 大《おお》きさに
lesson-minutes = { $minutes }分《ふん》くらい
lesson-other-tongue = この れんしゅうは { $tongue }です。
lesson-gone = この れんしゅうは、いま できません。
lesson-gone-remedy = ほかの れんしゅうは できます。
lesson-locked = いま、ほんとうの 知《し》らせが 出《で》て います。この れんしゅうは、あとに しましょう。

## おわり
lesson-finished = できました。
lesson-finished-watch = 見《み》おわりました。
lesson-finished-next = つぎは、どれに しますか。
lesson-more = もう一度《いちど》
lesson-to-with = いっしょに やって みる
lesson-to-alone = ひとりで やって みる
lesson-to-own = ご自分《じぶん》の スマホで
lesson-other = べつの れんしゅう
lesson-warn = はじめる まえに
lesson-warn-note = いつでも、やめる ことが できます。

## 棚と じゆうな れんしゅう
lessons-title = スマホの れんしゅう
lessons-free = じゆうに さわる
lessons-free-lead = 何《なに》を おしても こわれません。
practice-lead = なんでも さわって みて ください。こわれません。お金《かね》も かかりません。
practice-restart = はじめの じょうたいに もどす
