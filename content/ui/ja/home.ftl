## はじめの 画面。

home-hello = こんにちは。どうぞ、さわって みて ください。
home-safe = 何《なに》を 押《お》しても こわれません。お金《かね》も かかりません。

home-lessons = スマホの れんしゅう
home-lessons-detail = 電話《でんわ》・Wi-Fi・写真《しゃしん》・だまされない 練習《れんしゅう》
home-office-detail = 何《なに》を もって どこへ 行《い》けば よいか
home-places = ちかくの 場所《ばしょ》
home-board = お知《し》らせ

## 避難所の 画面。
shelter-title = ここは { $place }の 避難所《ひなんじょ》です。
shelter-title-nameless = ここは 避難所《ひなんじょ》です。
shelter-nothing-heard = 気象庁《きしょうちょう》の 知《し》らせは、まだ とどいて いません。「なにも ない」という 意味《いみ》では ありません。
shelter-family-detail = ｜171《いちなないち》・Wi-Fi・充電《じゅうでん》
shelter-house-detail = 罹災《りさい》証明書《しょうめいしょ》
home-this-shelter = この 避難所《ひなんじょ》：{ $how }
home-other-shelter = 開《ひら》いて いると 聞《き》いた、ほかの 避難所《ひなんじょ》：{ $name }

home-search = さがす
home-settings = 見《み》えかたと 声《こえ》
home-help = 使《つか》いかた

class-title = スマホ教室《きょうしつ》
class-hello = きょうは スマホの れんしゅうです。
