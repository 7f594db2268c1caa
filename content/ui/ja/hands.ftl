## 手で さわらない 使いかた: キー、ゲームパッド、スイッチ。押したら 何が おきるかを、まっすぐに 言う。

## いま どこに いるか。help-where の あとに 読む。
where-leaf = { $leaves }ページの うち { $leaf }ページ目《め》です。
where-item = ボタンは { $items }こ。いまは { $item }こ目《め》の「{ $name }」です。

## パッドを つないだ とき、ぬけた とき。
pad-came = ゲームパッドが 使《つか》えます。
pad-went = ゲームパッドが はずれました。ほかは そのまま 使《つか》えます。

## スイッチ 1つの とき、つぎへ すすむまでの 時間。
pulse-shorter = はやく すすむ
pulse-longer = ゆっくり すすむ
pulse-now = { $seconds }秒《びょう》ごとに すすみます。

## かなの キーの ならび。
settings-board = かなの キー
board-fifty = 五十音《ごじゅうおん》
board-phone = ケータイ

## ケータイの ならびの キー。ふりがなは 声の ため。
key-next = ｜→《つぎ》
key-forms = ｜゛゜《てん》 小《ちい》
key-capital = 大《おお》 小《こ》
key-at = ｜@《アット》
key-underscore = ｜_《アンダー》
key-slash = ｜/《スラッシュ》
key-colon = ｜:《コロン》
key-plus = ｜+《プラス》
key-hash = ｜#《シャープ》
key-exclamation = ｜!《びっくり》
key-question = ｜?《はてな》
key-equals = ｜=《イコール》
## 押した キーを 言って、そのあと ぜんぶを 言う。
key-typed = { $sign }。
key-erased = { $sign }を けしました。
key-emptied = ぜんぶ きえました。

## キーの れんしゅう。押しても 何も おきない。
trial-title = キーの れんしゅう
trial-wait = キーか ボタンを 押《お》して ください。
trial-intro = 押《お》すと、何《なに》を する キーかを 言《い》います。ここでは 何《なに》も おこりません。
trial-leave = おわる ときは、使《つか》いかたの キー（F1）を 2回《かい》 押《お》します。
trial-leave-any = どの キーでも、つづけて 5回《かい》 押《お》すと おわります。
trial-end = れんしゅうを おわる
trial-key = 「{ $key }」{ $does }
trial-soon = あと { $left }回《かい》 押《お》すと おわります。

does-left = 左《ひだり》へ すすみます。
does-right = 右《みぎ》へ すすみます。
does-up = 上《うえ》へ すすみます。
does-down = 下《した》へ すすみます。
does-next = つぎの ボタンへ すすみます。
does-before = まえの ボタンへ もどります。
does-choose = えらんだ ものを 押《お》します。
does-step = えらんだ ものを 押《お》します。スイッチの ときは すすみます。
does-first = 1つ目《め》の スイッチです。すすみます。
does-second = えらぶ スイッチです。決《き》めます。
does-leave = まえの 画面《がめん》へ もどります。
does-home = はじめの 画面《がめん》へ いきます。
does-leaf-back = まえの ページを めくります。
does-leaf-next = つぎの ページを めくります。
does-help = 使《つか》いかたを 出《だ》します。もう 1回《かい》 押《お》すと、れんしゅうを おわります。
does-where = いま どこに いるかを 言《い》います。
does-again = もう 1度《いちど》 言《い》います。
does-read = この 画面《がめん》を 声《こえ》で 読《よ》みます。もう 1回《かい》で 止《と》まります。
does-slower = 声《こえ》を ゆっくりに します。
does-faster = 声《こえ》を はやく します。
does-quieter = 声《こえ》を 小《ちい》さく します。
does-louder = 声《こえ》を 大《おお》きく します。
does-switches = スイッチの 使《つか》いかたを 変《か》えます。
does-cover = 画面《がめん》を かくします。もう 1回《かい》で 見《み》えます。
does-write = 字《じ》を 書《か》きます。
does-erase = 1字《いちじ》 けします。
does-nothing = この キーは 使《つか》いません。

## どの キーで 何が できるか。使いかたの ページと、キーの れんしゅうに 出る。
keys-heading = キーボード
keys-help = F1で 使《つか》いかた、F2で いま どこに いるか。
keys-again = F3で もう 1度《いちど》、F9で「声《こえ》で きく」と「とめる」。
keys-pace = 声《こえ》は、F5で ゆっくり、F6で はやく。
keys-volume = 声《こえ》は、F7で 小《ちい》さく、F8で 大《おお》きく。
keys-leaf = ページは、PageUpで まえ、PageDownで つぎ。Homeで はじめの 画面《がめん》。
keys-switches = F10で スイッチの 使《つか》いかたが 変《か》わります。
pads-heading = ゲームパッド
pads-help = 上《うえ》の ボタンで 使《つか》いかた、左《ひだり》の ボタンで いま どこに いるか。
pads-again = スティックを 押《お》すと もう 1度《いちど》。セレクトで「声《こえ》で きく」と「とめる」。
pads-pace = 右《みぎ》の スティックを 左《ひだり》で ゆっくり、右《みぎ》で はやく。
pads-volume = 奥《おく》の 左《ひだり》の ボタンで 小《ちい》さく、奥《おく》の 右《みぎ》で 大《おお》きく。
pads-leaf = 手前《てまえ》の 左《ひだり》の ボタンで まえの ページ、手前《てまえ》の 右《みぎ》で つぎの ページ。スタートで はじめの 画面《がめん》。

## スイッチを たしかめる。
wire-title = スイッチを たしかめる
wire-first = 1つ目《め》の スイッチを 2回《かい》 押《お》して ください。すすむ ための スイッチです。
wire-second = つぎに、2つ目《め》の スイッチを 2回《かい》 押《お》して ください。決《き》める ための スイッチです。
wire-once = 「{ $name }」ですね。もう 1回《かい》 押《お》して ください。
wire-same = それは 1つ目《め》の スイッチです。スイッチが 1つだけなら、もう 1回《かい》 押《お》して ください。
wire-done-two = スイッチ 2つで 使《つか》えます。
wire-done-one = スイッチ 1つで 使《つか》えます。ひとりでに すすみます。決《き》める ときに 押《お》します。
wire-is-first = 1つ目《め》：{ $name }
wire-is-second = 2つ目《め》：{ $name }
wire-any = キーボードの どの キーでも、パッドの どの ボタンでも スイッチに なります。
wire-leave = やめる ときは Escを 押《お》します。40秒《びょう》 何《なに》も 押《お》さなければ、もとに もどります。
wire-only-one = スイッチは 1つだけ
wire-cancel = やめる
wire-close = この スイッチで 使《つか》う
wire-again = もう 1度《いちど》 たしかめる
wire-visit = 「おわる（消《け》す）」まで、この スイッチで 使《つか》えます。
wire-place = これから ずっと、この スイッチで 使《つか》えます。

## キーと ボタンの 名前。
signal-button = { $name }の ボタン
signal-key-space = スペース
signal-key-enter = エンター
signal-key-tab = タブ
signal-key-escape = エスケープ
signal-key-backspace = バックスペース
signal-key-delete = デリート
signal-key-insert = インサート
signal-key-home = ホーム
signal-key-end = エンド
signal-key-pageup = ページアップ
signal-key-pagedown = ページダウン
signal-key-up = 上矢《うえや》じるし
signal-key-down = 下矢《したや》じるし
signal-key-left = 左矢《ひだりや》じるし
signal-key-right = 右矢《みぎや》じるし
signal-pad-south = 下《した》の ボタン
signal-pad-east = 右《みぎ》の ボタン
signal-pad-west = 左《ひだり》の ボタン
signal-pad-north = 上《うえ》の ボタン
signal-pad-dpadup = 十字《じゅうじ》の 上《うえ》
signal-pad-dpaddown = 十字《じゅうじ》の 下《した》
signal-pad-dpadleft = 十字《じゅうじ》の 左《ひだり》
signal-pad-dpadright = 十字《じゅうじ》の 右《みぎ》
signal-pad-lefttrigger = 手前《てまえ》の 左《ひだり》
signal-pad-righttrigger = 手前《てまえ》の 右《みぎ》
signal-pad-lefttrigger2 = 奥《おく》の 左《ひだり》
signal-pad-righttrigger2 = 奥《おく》の 右《みぎ》
signal-pad-leftthumb = 左《ひだり》の スティックを 押《お》す
signal-pad-rightthumb = 右《みぎ》の スティックを 押《お》す
signal-pad-leftstick = 左《ひだり》の スティック
signal-pad-rightstick = 右《みぎ》の スティック
signal-pad-start = スタート
signal-pad-select = セレクト
signal-pad-mode = まん中《なか》の ボタン
