## 人を よぶ、筆談。

call-title = 人を よぶ
call-who = { $who }が います。
call-who-unknown = 近くの 職員《しょくいん》に 声を かけてください。
call-where = { $where }に います。
call-show = 声を かけにくい ときは、下の ことばを 押してください。大きく 出ます。その 画面を 見せてください。
call-write = 字を 書いて 見せる
call-turn = この 画面を 見せてください。
call-other = ほかの ことば
call-write-title = 字を 書いて 見せる
call-write-hint = 書いた 字は、おわると 消えます。
call-write-show = 大きく 見せる
call-write-field = 見せる 字
call-again = 書きなおす

phrase-help = 手つだって ください。
phrase-ill = 具合《ぐあい》が わるいです。
phrase-hear = 耳が きこえません。書いて ください。
phrase-see = 目が 見えにくいです。
phrase-toilet = トイレは どこですか。
phrase-water = 水が ほしいです。
phrase-medicine = くすりの ことで 相談《そうだん》したいです。
phrase-family = 家族を さがして います。
phrase-tongue = 日本語が わかりません。
phrase-slow = ゆっくり 話して ください。
