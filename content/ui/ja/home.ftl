## はじめの 画面。

home-hello = こんにちは。どうぞ、さわって みてください。
home-safe = 何を 押《お》しても こわれません。お金も かかりません。

home-lessons = スマホの れんしゅう
home-lessons-detail = 電話・Wi-Fi・写真・だまされない 練習《れんしゅう》
home-office-detail = 何を もって どこへ 行けば よいか
home-places = ちかくの 場所《ばしょ》
home-board = お知らせ

## 避難所の 画面。
shelter-title = ここは { $place }の 避難所《ひなんじょ》です。
shelter-title-nameless = ここは 避難所《ひなんじょ》です。
shelter-nothing-heard = 気象庁《きしょうちょう》の 知らせは、まだ とどいていません。「なにも ない」という 意味《いみ》では ありません。
shelter-family-detail = 171・Wi-Fi・充電《じゅうでん》
shelter-house-detail = 罹災《りさい》証明書《しょうめいしょ》

home-search = さがす
home-settings = 見えかたと 声
home-help = 使いかた
