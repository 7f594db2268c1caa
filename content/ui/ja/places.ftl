### ちかくの 場所: しゅるい → ちかい 順 → 一つの 場所。

places-title = ちかくの 場所《ばしょ》
places-choose = どこを さがしますか。
places-not-yet = まだ 入《はい》って いません：{ $kinds }
places-none = ちかくの 場所《ばしょ》は、まだ 入《はい》って いません。
places-none-remedy = 近《ちか》くの 職員《しょくいん》に きいて ください。

## 見本《みほん》と 避難所《ひなんじょ》の とき。
places-sample = 見本《みほん》
places-sample-named = 【見本《みほん》】{ $name }
places-sample-note = これは 見本《みほん》です。ほんとうの 場所《ばしょ》では ありません。
places-sample-refused = この 町《まち》の 場所《ばしょ》は、まだ 入《はい》って いません。
places-sample-refused-why = 見本《みほん》の 場所《ばしょ》は、避難所《ひなんじょ》では 出《だ》しません。
places-ask = 行《い》く ところは、ここの 職員《しょくいん》に きいて ください。
places-ask-number = 電話《でんわ》で きく：{ $number }

## しゅるい。ふりがなは 声の ため。
places-emergency-site = ひなん場所《ばしょ》
places-emergency-site-short = まず にげる 所《ところ》
places-emergency-site-about = 指定緊急避難場所《していきんきゅうひなんばしょ》：命《いのち》を 守《まも》るため、まず にげる 所《ところ》です。
places-shelter = 避難所《ひなんじょ》
places-shelter-short = しばらく くらす 所《ところ》
places-shelter-about = 指定避難所《していひなんじょ》：家《いえ》に いられない とき、しばらく くらす 所《ところ》です。
places-aed = ｜AED《エーイーディー》
places-wifi = Wi-Fi
places-toilet = トイレ
places-medical = 病院《びょういん》・診療所《しんりょうじょ》
places-care = 介護《かいご》
places-child = 子育《こそだ》て
places-facility = 公共《こうきょう》の 建物《たてもの》
places-water = 水《みず》を もらう 所《ところ》
places-count = { $count }か所《しょ》

## ちかい 順。
places-straight = 直線《ちょくせん》の きょりです。道《みち》の 安全《あんぜん》は わかりません。
places-nearest = 近《ちか》い ほうから { $count }か所《しょ》です（ぜんぶで { $all }か所《しょ》）。
places-by-name = ここの 位置《いち》が わからないので、名前《なまえ》の 順《じゅん》です。
places-no-position = 位置《いち》の 書《か》いて いない 所《ところ》は、あとに あります。
places-way = { $direction }へ { $distance }
places-here = すぐ ここ
places-far-unknown = きょりは わかりません
places-none-here = 書《か》いて ある 場所《ばしょ》は ありません。
places-metres = { $number }メートル
places-kilometres = { $number }キロ

## 方角。
places-north = 北《きた》
places-north-east = 北東《ほくとう》
places-east = 東《ひがし》
places-south-east = 南東《なんとう》
places-south = 南《みなみ》
places-south-west = 南西《なんせい》
places-west = 西《にし》
places-north-west = 北西《ほくせい》

## 災害の しゅるい。
places-which-hazard = どの 災害《さいがい》ですか。
places-all-hazards = ぜんぶ
places-pick = 災害《さいがい》を えらぶ（いまは ぜんぶ）
places-pick-about = その 災害《さいがい》の 対象《たいしょう》の 場所《ばしょ》だけを 出《だ》します。
places-only = { $hazard }の 対象《たいしょう》だけ（かえる）
places-flood = 洪水《こうずい》
places-landslide = 土砂《どしゃ》
places-storm-surge = 高潮《たかしお》
places-earthquake = 地震《じしん》
places-tsunami = 津波《つなみ》
places-fire = 火事《かじ》
places-inland-flood = 町《まち》の 水《みず》
places-volcano = 火山《かざん》
places-flood-long = 洪水《こうずい》
places-landslide-long = がけくずれ・土石流《どせきりゅう》
places-storm-surge-long = 高潮《たかしお》
places-earthquake-long = 地震《じしん》
places-tsunami-long = 津波《つなみ》
places-fire-long = 大《おお》きな 火事《かじ》
places-inland-flood-long = 雨水《あまみず》が あふれる（内水氾濫《ないすいはんらん》）
places-volcano-long = 火山《かざん》
places-for = ｜○《たいしょう》：{ $hazards }
places-not-for = 対象外《たいしょうがい》：{ $hazards }
places-covers = { $hazard }：対象《たいしょう》
places-covers-not = { $hazard }：対象外《たいしょうがい》

## 一つの 場所。
places-hazards = どの 災害《さいがい》で 使《つか》うか
places-open-unknown = いま 開《ひら》いて いるか：不明《ふめい》
places-address = 住所《じゅうしょ》：{ $text }
places-phone = 電話《でんわ》：{ $text }
places-room = 場所《ばしょ》：{ $text }
places-walk = 行《い》きかた：{ $text }
places-capacity = 入《はい》れる 人数《にんずう》：{ $text }
places-hours = 時間《じかん》：{ $text }
places-note = { $name }：{ $text }
places-from = もとの データ：{ $source }
places-taken = { $date }に 入《い》れました
places-changed = 入《い》れる とき、書《か》きかたを ととのえました。
places-covers-partly = { $hazard }：条件《じょうけん》つき（{ $text }）
places-covers-unsaid = { $hazard }：データに 書《か》いて いません
places-also-shelter = しばらく くらす 所《ところ》（指定避難所《していひなんじょ》）にも なって います。
places-also-emergency-site = まず にげる 所《ところ》（指定緊急避難場所《していきんきゅうひなんばしょ》）にも なって います。
places-was-open = 開《ひら》いて いました。
places-was-closed = 閉《し》まって いました。
places-was-said = データでは「{ $text }」でした。
places-was-people = { $people }が いました。
places-when-unknown = いつの ことかは わかりません。
places-told-by = 開《ひら》いて いるかの データ：{ $source }
places-for-whom = 使《つか》う 人《ひと》：{ $text }
places-how-many = { $count }人《にん》
part-places = ちかくの 場所《ばしょ》
trouble-places-refused = 場所《ばしょ》の ファイルを 読《よ》めませんでした。前《まえ》の 場所《ばしょ》は 残《のこ》って います。
trouble-places-refused-remedy = engawa place import で、どこを 直《なお》せば よいか わかります。

## 職員が 入れる 避難所の ようす
shelters-title = 避難所《ひなんじょ》の ようす
shelters-which = どの 場所《ばしょ》ですか。
shelters-none = 町《まち》の データが まだ ありません。
shelters-clock = 時計《とけい》を 確《たし》かめてから、入《い》れて ください。
shelters-how = いま どう なって いますか。
shelters-open = 開《ひら》いて いる
shelters-nearly = 開《ひら》いて いる。満員《まんいん》に 近《ちか》い
shelters-full = 満員《まんいん》
shelters-closed = 閉《し》まって いる
shelters-people = 人《ひと》の 数《かず》：{ $people }人《にん》
shelters-people-unsaid = 人《ひと》の 数《かず》は 言《い》わなくても かまいません。
shelters-fewer = { $count }人《にん》 へらす
shelters-more = { $count }人《にん》 ふやす
places-was-full = 開《ひら》いて いて、満員《まんいん》でした。
places-was-nearly-full = 開《ひら》いて いて、満員《まんいん》に 近《ちか》く なって いました。
places-open-since = { $time }から 開《ひら》いて いました。
places-closed-since = { $time }から 閉《し》まって いました。
places-told-by-staff = 職員《しょくいん》が 入《い》れました。
open-nearest = いちばん 近《ちか》い、開《ひら》いて いると 聞《き》いた 逃《に》げる 場所《ばしょ》
open-none-known = 開《ひら》いて いる 逃《に》げる 場所《ばしょ》は、まだ わかりません。市《し》に 確認《かくにん》
