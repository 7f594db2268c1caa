## 職員の 画面。

door-title = 職員《しょくいん》の かたへ
door-intro = 職員《しょくいん》の 番号《ばんごう》を 6つ 押《お》して ください。
door-field = 番号《ばんごう》
door-keys = 数字《すうじ》の キー
door-typed = { $count }つ 押《お》しました。
door-checking = 確《たし》かめて います。
door-wrong = 番号《ばんごう》が ちがいます。あと { $left }回《かい》 できます。
door-wait = しばらく お待《ま》ちください。あと { $seconds }秒《びょう》で もう一度《いちど》 できます。
door-unset = 職員《しょくいん》の 番号《ばんごう》が まだ 決《き》まって いません。設定《せってい》を した 人《ひと》に きいて ください。
door-trouble = いまは 確《たし》かめられません。もう一度《いちど》 押《お》して ください。

staff-title = 職員《しょくいん》の ページ
staff-mode = 使《つか》いかたの 種類《しゅるい》
staff-mode-everyday = ふだん
staff-mode-class = スマホ教室《きょうしつ》
staff-mode-shelter = 避難所《ひなんじょ》
staff-clock = 時計《とけい》
staff-clock-trusted = 時計《とけい》は 確《たし》かめて あります。
staff-clock-unsure = 時計《とけい》は まだ 確《たし》かめて いません。いまの 時《じ》こくは { $time } です。
staff-clock-confirm = この 時《じ》こくで 正《ただ》しい
staff-parts = 部分《ぶぶん》の ようす
staff-parts-good = すべて 働《はたら》いて います。
part-works = 働《はたら》いて います
part-degraded = 一部《いちぶ》だけ 働《はたら》いて います
part-missing = ありません
part-voice = 声《こえ》
part-sound = 音《おと》
part-store = 記録《きろく》の 場所《ばしょ》
part-content = 案内《あんない》
part-config = 設定《せってい》の ファイル
part-clock = 時計《とけい》
part-pad = ゲームパッド
part-panel = 画面《がめん》の 大《おお》きさ
part-fonts = 文字《もじ》の 形《かたち》
part-words = 画面《がめん》の ことば
staff-problems = 直《なお》す ところ
staff-problems-none = 直《なお》す ところは ありません。
staff-problem-at = { $file } の { $line }行目《ぎょうめ》
staff-part = { $name }：{ $state }
staff-close = 職員《しょくいん》の ページを とじる

sources-title = もとの 資料《しりょう》と きまり
sources-intro = この きかいは、つぎの ものを 使《つか》って います。
sources-license = きまり：{ $license }
sources-by = つくった 人《ひと》：{ $holder }
