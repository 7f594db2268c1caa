## ことばで さがす。

search-title = さがす
search-field = ことば
search-hint = ひらがなを 押《お》すと、ここに 出《で》ます。
search-examples = れい：「みず」「トイレ」「りさい」
search-found = { $count }件《けん》 見《み》つかりました。
search-more = ほかに { $count }件《けん》 見《み》る
search-to-keys = キーに もどる
search-none = 見《み》つかりませんでした。人《ひと》に きいて ください。
search-keys = ひらがなの キー

## キーの 名前。ふりがなは 声の ため。
key-marks = ｜゛゜《てん》
key-long = ｜ー《のばす》
key-hyphen = ｜-《ハイフン》
key-dot = ｜.《てん》
key-and = ｜&《アンド》
key-small = 小《ちいさく》
key-space = 空白《くうはく》
key-erase = ｜1字《いちじ》 けす
key-clear = ｜ぜんぶ《ぜんぶ けす》
key-kana = かな
key-latin = すうじ ABC
key-rows = ほかの 行《ぎょう》
