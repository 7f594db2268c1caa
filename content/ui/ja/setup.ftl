## はじめの 設定: 8つの 問い。1つずつ。どれも「あとで」が できる。

setup-title = { $number }／{ $steps }　{ $name }
setup-step-tongue = ことば
setup-step-town = 町《まち》
setup-step-place = この 場所《ばしょ》
setup-step-screen = 画面《がめん》の 大《おお》きさ
setup-step-clock = 時計《とけい》
setup-step-sound = 音《おと》
setup-step-print = 印刷《いんさつ》
setup-step-number = 職員《しょくいん》の 番号《ばんごう》

setup-next = つぎへ すすむ
setup-later = あとで きめる
setup-close = おわる（のこす）
setup-back = ひとつ まえへ
setup-again = もう一度《いちど》 ためす
setup-use-now = いまは このまま 使《つか》う
setup-now = いま：{ $what }

setup-tongue-hello = どの ことばで はじめますか。
setup-welcome = この きかいの はじめの 設定《せってい》です。10分《じゅっぷん》ほどです。どの 答《こた》えも、あとで かえられます。

setup-town-hello = ここは どの 町《まち》ですか。
setup-town-none = ここに ない
setup-town-sample = 見本《みほん》
setup-town-find = かなで さがす
setup-town-file = ここに ない 町《まち》の ことは、設定《せってい》の ファイル（kiosk.toml）に 書《か》けます。書《か》くまでは「市《し》に 確認《かくにん》」と 出《で》ます。
setup-town-hint = 町《まち》の 名前《なまえ》を ひらがなで 書《か》くと、ここに 出《で》ます。

setup-name-hello = この 場所《ばしょ》の 名前《なまえ》は 何《なん》ですか。
setup-name-write = 名前《なまえ》を 書《か》く
setup-name-rewrite = 名前《なまえ》を 書《か》きなおす
setup-name-field = この 場所《ばしょ》の 名前《なまえ》
setup-name-file = ほかの 漢字《かんじ》は、設定《せってい》の ファイル（kiosk.toml）の place に 書《か》けます。
setup-name-hint = 「しょうがっこう」と 書《か》くと「小学校《しょうがっこう》」も 出《で》ます。正《ただ》しい ものを 押《お》して ください。
setup-name-few = 町《まち》の データに ある 建物《たてもの》です。ここなら、押《お》して ください。場所《ばしょ》も 決《き》まります。
setup-name-many = 町《まち》の データに { $count }の 建物《たてもの》が あります。名前《なまえ》を かなで 書《か》くと、出《で》ます。
setup-write-back = やめる

setup-building-hello = どんな 建物《たてもの》ですか。
building-shelter = 避難所《ひなんじょ》
building-hall = 公民館《こうみんかん》・集会所《しゅうかいじょ》
building-school = 学校《がっこう》
building-office = 役所《やくしょ》・役場《やくば》
building-library = 図書館《としょかん》
building-care = 福祉《ふくし》の 施設《しせつ》
building-other = ほか

setup-entrance-hello = 入口《いりぐち》から、この きかいまで どう 行《い》きますか。
setup-entrance-write = ことばで 書《か》く
setup-entrance-field = 入口《いりぐち》からの 行《い》きかた
setup-entrance-hint = れい：「いりぐちから みぎへ １０ぽ」。人《ひと》に 道《みち》を 言《い》う ように 書《か》きます。
entrance-right = 入口《いりぐち》を 入《はい》って 右《みぎ》
entrance-left = 入口《いりぐち》を 入《はい》って 左《ひだり》
entrance-front = 入口《いりぐち》の 正面《しょうめん》
entrance-upstairs = 階段《かいだん》を 上《あ》がった ところ

setup-card-how = 銀行《ぎんこう》の カードを わくに あて、右《みぎ》の はしを あわせます。
setup-card-name = カードの わく
setup-card-outline = カードの 大《おお》きさの わく
setup-card-less = 小《ちい》さく
setup-card-more = 大《おお》きく
setup-card-fits = ぴったり あった

setup-clock-hello = 日《ひ》にちと 時《じ》こくは あって いますか。
setup-clock-right = あって います
setup-clock-differs = ちがいます
setup-clock-wrong = 時計《とけい》の あわせかた
setup-clock-net = ネットに つなぐと、時計《とけい》は ひとりでに あいます。
setup-clock-machine = つながらない ときは、きかいの 設定《せってい》の「日付《ひづけ》と 時刻《じこく》」で あわせます。
setup-clock-until = あわせるまで、日《ひ》にちの いる ことは「確《たし》かめて いません」と 出《で》ます。ほかの ことは 使《つか》えます。

setup-sound-hello = 声《こえ》が きこえますか。
setup-sound-sample = 声《こえ》を きく
setup-sound-heard = きこえました
setup-sound-not = きこえません
setup-sound-silent = きこえない とき
setup-sound-plug = スピーカーの 線《せん》が さして あるか 見《み》ます。イヤホンが さして あれば ぬきます。
setup-sound-power = スピーカーの 電源《でんげん》と 音《おと》の 大《おお》きさを 見《み》ます。
setup-sound-settings = きかいの 設定《せってい》の「サウンド」で、どこから 音《おと》を 出《だ》すか えらびます。
setup-sound-without = 音《おと》が なくても 使《つか》えます。読《よ》む ところが 光《ひか》ります。
setup-sound-go-on = 音《おと》は なしで すすむ

setup-print-hello = プリンターは ありますか。
setup-print-looking = プリンターを さがして います。
setup-print-found = プリンターが { $count }台《だい》 みつかりました。
setup-print-more = ほかに { $count }台《だい》。
setup-print-none = プリンターは みつかりませんでした。
setup-print-no-system = この きかいには、印刷《いんさつ》の しくみ（CUPS）が 入《はい》って いません。
setup-print-no-answer = プリンターが あるか、わかりませんでした。
setup-print-look = もう一度《いちど》 さがす
setup-print-later = この きかいは、まだ 紙《かみ》に 印刷《いんさつ》できません。プリンターが なくても 使《つか》えます。
setup-print-yes = ある
setup-print-no = ない

setup-number-hello = 職員《しょくいん》だけが 知《し》る 番号《ばんごう》を つくります。
setup-number-why = 職員《しょくいん》の ページを ひらく ときに 使《つか》います。きかいが 6つの 数字《すうじ》を えらびます。
setup-number-care = 紙《かみ》と ペンを 用意《ようい》して ください。番号《ばんごう》は つぎの ページに 大《おお》きく 出《で》ます。声《こえ》を 使《つか》う ときは、声《こえ》でも 読《よ》みます。
setup-number-draw = 番号《ばんごう》を つくる
setup-number-write = この 番号《ばんごう》を 紙《かみ》に 書《か》いて ください。
setup-number-once = あとで もう一度《いちど》 見《み》る ことは できません。紙《かみ》は かぎの かかる ところに しまいます。
setup-number-written = 紙《かみ》に 書《か》きました
setup-number-again = べつの 番号《ばんごう》に する
setup-number-confirm = 紙《かみ》を 見《み》て、番号《ばんごう》を 押《お》して ください。
setup-number-differs = ちがう 番号《ばんごう》です。もう一度《いちど》 押《お》して ください。
setup-number-look = 番号《ばんごう》を もう一度《いちど》 見《み》る
setup-number-set = 職員《しょくいん》の 番号《ばんごう》が 決《き》まりました。
setup-number-set-keep = 番号《ばんごう》は もう きかいの どこにも 出《で》ません。紙《かみ》を しまって ください。
setup-number-taken = 職員《しょくいん》の 番号《ばんごう》は もう 決《き》まって います。
setup-number-taken-remedy = べつの 番号《ばんごう》に する ときは、いまの 番号《ばんごう》を 6つ 押《お》して ください。
setup-number-taken-keep = いまの 番号《ばんごう》の まま すすむ
setup-number-trouble = 番号《ばんごう》は かわって いません。ディスクの 空《あ》きを 見《み》て、もう一度《いちど》 ためして ください。

setup-done-title = はじめの 設定《せってい》
setup-done-hello = ありがとうございました。これで 使《つか》えます。
setup-done-change = きめた ことは、「使《つか》いかた」の「職員《しょくいん》の かたへ」から いつでも かえられます。
setup-done-shelter = 避難所《ひなんじょ》に なった ときは、職員《しょくいん》の ページで「避難所《ひなんじょ》」を 押《お》します。
setup-finish = はじめの 画面《がめん》へ
