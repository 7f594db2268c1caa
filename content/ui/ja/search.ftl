## ことばで さがす。

search-title = さがす
search-field = さがす ことば
search-hint = ひらがなを 押すと、ここに 出ます。
search-examples = れい：「みず」「トイレ」「りさい」
search-found = { $count }つ 見つかりました。
search-none = 見つかりません。べつの ことばを 入れるか、人に きいてください。
search-keys = ひらがなの キー
search-more = ほかに { $count }つ あります。

## キーの 名前。ふりがなは 声の ため。
key-voiced = ｜゛《てんてん》
key-half = ｜゜《まる》
key-long = ｜ー《のばす》
key-hyphen = ｜-《ハイフン》
key-dot = ｜.《てん》
key-and = ｜&《アンド》
key-small = 小さい字
key-space = あける
key-erase = 1字 けす
key-clear = ぜんぶ けす
key-kana = かな
key-latin = 数字 ABC
key-rows = ほかの 行
