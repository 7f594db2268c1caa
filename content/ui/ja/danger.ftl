### いま あぶないか。出た ことを そのまま 伝える。弱めず、強めず、「安全です」とは 書かない。
### 災害の ことばの 訳は、気象庁の 多言語辞書と まだ くらべて いない（docs/SOURCES.md）。レベル5の ことばは、読んだ 人が いない 訳では 出さない：日本語で 出る。

## いつ とどいたか
danger-heard = 気象庁《きしょうちょう》の 知《し》らせ：{ $time }に とどきました（{ $ago }）
danger-heard-when = 気象庁《きしょうちょう》の 知《し》らせ：{ $time }に とどきました
danger-silent = { $time }より あとの 知《し》らせは とどいて いません。
danger-silent-do = 新《あたら》しい ことは、職員《しょくいん》に きいて ください。ラジオも 聞《き》いて ください。
danger-no-town = どの 町《まち》の 知《し》らせを 見《み》るか、まだ 決《き》まって いません。
danger-no-town-do = 職員《しょくいん》が 町《まち》を えらぶと、ここに 出《で》ます。
danger-none = とどいた 知《し》らせの 中《なか》に、いま 出《で》て いる ものは ありません。
danger-none-not-safe = 「あぶなく ない」という 意味《いみ》では ありません。

## ひとつの 知らせ
danger-level = レベル{ $level }
danger-since = { $office }が { $time }に 発表《はっぴょう》（{ $ago }）
danger-since-when = { $office }が { $time }に 発表《はっぴょう》
danger-river = { $river }：{ $name }
danger-first-wave = はじめの 波《なみ》：{ $time }
danger-height = 津波《つなみ》の 高《たか》さ：{ $height }
danger-hypocenter = 地震《じしん》の 起《お》きた 所《ところ》：{ $place }
danger-no-level = この 知《し》らせだけでは、レベルは わかりません。

## もう 出て いない もの
danger-over = おわった ものと 変《か》わった もの
danger-ended = { $name }：解除《かいじょ》されました。
danger-withdrawn = { $name }：この 知《し》らせは 取《と》り消《け》されました。いまの ようすは わかりません。
danger-unknown = { $name }：いまの ようすは わかりません。
danger-over-not-safe = まだ あぶない 所《ところ》が あるかも しれません。動《うご》く 前《まえ》に、職員《しょくいん》に きいて ください。

## まわり
danger-neighbours = 同《おな》じ 県《けん》の ほかの 町《まち》
danger-neighbour = { $town }：{ $name }
danger-near = 逃《に》げる 場所《ばしょ》を さがす
danger-near-why = { $name }が 出《で》て いるので、「{ $hazard }」の とき 逃《に》げる 場所《ばしょ》だけを 出《だ》して います。
danger-near-all = どの 災害《さいがい》の 場所《ばしょ》も 出《だ》す
danger-takeover = 大切《たいせつ》な 知《し》らせ
danger-seen = わかりました
danger-more = くわしく 見《み》る
danger-guides = こういう とき どう するか
danger-source = 出典《しゅってん》：気象庁《きしょうちょう》防災《ぼうさい》情報《じょうほう》｜XML《エックスエムエル》を 加工《かこう》して 作成《さくせい》

## いま すること。動くことばから はじめる。安全とは 言わない。
danger-do-staff = 職員《しょくいん》の 話《はなし》を きいて、うごいて ください。
danger-do-here = ここは、この 災害《さいがい》の とき 逃《に》げて くる 場所《ばしょ》です。ここに いて、職員《しょくいん》の 話《はなし》を きいて ください。
danger-do-life = いのちを 守《まも》る ことを、いま すぐ して ください。
danger-do-upstairs = 建物《たてもの》の 上《うえ》の 階《かい》など、少《すこ》しでも 高《たか》い ところへ 行《い》って ください。
danger-do-cliff = がけと 反対《はんたい》がわの、上《うえ》の 階《かい》へ 行《い》って ください。
danger-do-leave = あぶない 場所《ばしょ》から、いま 逃《に》げて ください。
danger-do-slow = 逃《に》げるのに 時間《じかん》が かかる 人《ひと》は、いま 逃《に》げて ください。
danger-do-heed = つぎの 知《し》らせに 気《き》を つけて ください。
danger-do-water = 川《かわ》や がけに 近《ちか》づきません。
danger-do-sea = 海《うみ》や 川《かわ》に 近《ちか》づきません。
danger-do-run-high = すぐ 高《たか》い ところへ 逃《に》げて ください。
danger-do-shake = 窓《まど》や たなから はなれて ください。また ゆれるかも しれません。
danger-do-inside = 建物《たてもの》の 中《なか》に いて、窓《まど》から はなれて ください。
danger-do-volcano = 火山《かざん》に 近《ちか》づきません。

## 市の 発令（職員が 入れる）
order-title = 市《し》の 避難《ひなん》の 発令《はつれい》
order-which = 市《し》は 何《なに》を 出《だ》しましたか。
order-not-jma = 気象庁《きしょうちょう》の 知《し》らせから 決《き》めません。市《し》の 発令《はつれい》だけを 入《い》れます。
order-three = レベル3　高齢者《こうれいしゃ》等《とう》避難《ひなん》
order-four = レベル4　避難《ひなん》指示《しじ》
order-five = レベル5　緊急《きんきゅう》安全《あんぜん》確保《かくほ》
order-lift = 発令《はつれい》は 解除《かいじょ》された
order-by = 市《し》の 発令《はつれい》を 何《なに》で 見《み》ましたか。
order-by-radio = 防災《ぼうさい》無線《むせん》
order-by-mail = 市《し》の メール・LINE
order-by-web = 市《し》の ホームページ
order-by-phone = 市《し》の 人《ひと》からの 電話《でんわ》
order-by-tv = テレビ・ラジオ
order-read-back = { $order }。{ $by }で 見《み》ました。これで よろしいですか。
order-put-up = この とおり 出《だ》す
order-cancel = やめる
order-recorded = 時刻《じこく》と、職員《しょくいん》が 入《い》れた ことを 記録《きろく》します。
order-since = 市《し》の 発令《はつれい》（{ $by }で 見《み》ました）　職員《しょくいん》が { $time }に 入《い》れました
order-lifted = 市《し》の 発令《はつれい》は 解除《かいじょ》されました。

## ことばの 表。日本語は 出た とおりに 見せ、読みだけを つける。
danger-named = { $hazard }{ $grade }
danger-grade-information = 情報《じょうほう》
danger-grade-advisory = 注意報《ちゅういほう》
danger-grade-warning = 警報《けいほう》
danger-grade-danger = 危険《きけん》警報《けいほう》
danger-grade-emergency = 特別《とくべつ》警報《けいほう》
danger-tsunami-information = 津波《つなみ》予報《よほう》
danger-tsunami-advisory = 津波《つなみ》注意報《ちゅういほう》
danger-tsunami-danger = 津波《つなみ》警報《けいほう》
danger-tsunami-emergency = 大津波《おおつなみ》警報《けいほう》
danger-quake-1 = 震度《しんど》１
danger-quake-2 = 震度《しんど》２
danger-quake-3 = 震度《しんど》３
danger-quake-4 = 震度《しんど》４
danger-quake-5l = 震度《しんど》５弱《じゃく》
danger-quake-5u = 震度《しんど》５強《きょう》
danger-quake-6l = 震度《しんど》６弱《じゃく》
danger-quake-6u = 震度《しんど》６強《きょう》
danger-quake-7 = 震度《しんど》７
danger-hazard-earthquake = 地震《じしん》
danger-hazard-long-period-motion = 長周期《ちょうしゅうき》地震動《じしんどう》
danger-hazard-tsunami = 津波《つなみ》
danger-hazard-volcano = 火山《かざん》
danger-hazard-heavy-rain = 大雨《おおあめ》
danger-hazard-landslide = 土砂《どしゃ》災害《さいがい》
danger-hazard-flood = 氾濫《はんらん》
danger-hazard-storm-surge = 高潮《たかしお》
danger-hazard-storm = 暴風《ぼうふう》
danger-hazard-snowstorm = 暴風雪《ぼうふうせつ》
danger-hazard-heavy-snow = 大雪《おおゆき》
danger-hazard-high-waves = 波浪《はろう》
danger-hazard-tornado = 竜巻《たつまき》
danger-hazard-thunder = 雷《かみなり》
danger-hazard-snowmelt = 融雪《ゆうせつ》
danger-hazard-fog = 濃霧《のうむ》
danger-hazard-dry-air = 乾燥《かんそう》
danger-hazard-avalanche = なだれ
danger-hazard-low-temperature = 低温《ていおん》
danger-hazard-frost = 霜《しも》
danger-hazard-icing = 着氷《ちゃくひょう》
danger-hazard-snow-accretion = 着雪《ちゃくせつ》
danger-hazard-typhoon = 台風《たいふう》
danger-hazard-great-earthquake = 大《おお》きな 地震《じしん》への 注意《ちゅうい》
danger-hazard-weather = 天気《てんき》
danger-hazard-other = そのほかの 知《し》らせ
danger-word-eruption = 噴火《ふんか》
danger-word-homes = 居住《きょじゅう》地域《ちいき》
danger-word-crater = 火口《かこう》周辺《しゅうへん》
danger-word-forecast = 予報《よほう》
danger-word-flash = 速報《そくほう》
danger-word-outlook = 見込《みこ》み
danger-word-record = 記録的《きろくてき》
danger-word-short-time = 短時間《たんじかん》
danger-word-rain-band = 線状《せんじょう》降水帯《こうすいたい》
danger-word-source = 震源《しんげん》
danger-word-attention = 注意《ちゅうい》情報《じょうほう》

news-title = 町《まち》の お知《し》らせ
news-about = 町《まち》が 書《か》いた とおりです。
news-since = { $time }（{ $source }）
