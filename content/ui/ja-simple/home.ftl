home-hello = こんにちは。さわって みて ください。
home-safe = 何《なに》を 押《お》しても こわれません。お金《かね》も いりません。

home-lessons = スマホの 練習《れんしゅう》
home-lessons-detail = 電話《でんわ》・Wi-Fi・写真《しゃしん》
home-office-detail = 何《なに》を 持《も》って どこへ 行《い》くか
home-places = 近《ちか》くの 場所《ばしょ》
home-board = お知《し》らせ

shelter-title = ここは { $place }の 避難所《ひなんじょ》です。
shelter-title-nameless = ここは 避難所《ひなんじょ》です。
shelter-nothing-heard = 気象庁《きしょうちょう》（天気《てんき》を 調《しら》べる 所《ところ》）の 知《し》らせは まだです。安全《あんぜん》かは わかりません。
shelter-family-detail = ｜171《いちなないち》・Wi-Fi・充電《じゅうでん》
shelter-house-detail = 罹災証明書《りさいしょうめいしょ》
home-this-shelter = この 避難所《ひなんじょ》：{ $how }
home-other-shelter = 開《あ》いて いると 聞《き》いた、ほかの 避難所《ひなんじょ》：{ $name }

home-search = さがす
home-settings = 字《じ》と 声《こえ》を 変《か》える
home-help = 使《つか》い方《かた》

class-title = スマホ教室《きょうしつ》
class-hello = 今日《きょう》は スマホの 練習《れんしゅう》です。
