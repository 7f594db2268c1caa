## 人を よぶ、筆談。

call-title = 人《ひと》を よぶ
call-who = { $who }が います。
call-who-unknown = 近《ちか》くの 職員《しょくいん》に 声《こえ》を かけて ください。
call-where = { $where }に います。
call-number = 電話《でんわ》は { $number } です。
call-show = 声《こえ》を かけにくい ときは、下《した》の ことばを 押《お》して ください。大《おお》きく 出《で》ます。その 画面《がめん》を 見《み》せて ください。
call-write = 字《じ》を 書《か》いて 見《み》せる
call-turn = この 画面《がめん》を 見《み》せて ください。
call-other = ほかの ことば
call-write-title = 字《じ》を 書《か》いて 見《み》せる
call-write-hint = 書《か》いた 字《じ》は、おわると 消《き》えます。
call-write-show = 大《おお》きく 見《み》せる
call-write-field = 見《み》せる 字《じ》
call-again = 書《か》きなおす

phrase-help = 手《て》つだって ください。
phrase-ill = からだの 具合《ぐあい》が わるいです。
phrase-hear = 耳《みみ》が きこえません。書《か》いて ください。
phrase-see = 目《め》が 見《み》えにくいです。
phrase-toilet = トイレは どこですか。
phrase-water = 水《みず》が ほしいです。
phrase-medicine = くすりの ことで 相談《そうだん》したいです。
phrase-family = 家族《かぞく》を さがして います。
phrase-tongue = 日本語《にほんご》が わかりません。
phrase-slow = ゆっくり 話《はな》して ください。

call-opposite = むかいの 人《ひと》に 向《む》ける
call-here = こちらに 向《む》ける
call-bell = 呼《よ》び鈴《りん》は { $bell } です。押《お》すと 人《ひと》が 来《き》ます。
