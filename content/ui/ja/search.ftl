## ことばで さがす。

search-title = さがす
search-field = さがす ことば
search-hint = ひらがなを 押《お》すと、ここに 出《で》ます。
search-examples = れい：「みず」「トイレ」「りさい」
search-found = { $count }つ 見《み》つかりました。
search-none = 見《み》つかりませんでした。べつの ことばで さがすか、人《ひと》に きいて ください。
search-keys = ひらがなの キー

## キーの 名前。ふりがなは 声の ため。
key-marks = ｜゛゜《てんてんと まる》
key-long = ｜ー《のばす》
key-hyphen = ｜-《ハイフン》
key-dot = ｜.《てん》
key-and = ｜&《アンド》
key-small = 小《ちい》さい字《じ》
key-space = あける
key-erase = ｜1字《いちじ》 けす
key-clear = ぜんぶ けす
key-kana = かな
key-latin = 数字《すうじ》 ABC
key-rows = ほかの 行《ぎょう》
