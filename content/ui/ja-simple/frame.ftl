bar-smaller = もとの 大《おお》きさ

top-back = もどる
top-home = はじめへ

time-date = { $month }月《がつ》{ $day ->
    [1] ｜1日《ついたち》
    [2] ｜2日《ふつか》
    [3] ｜3日《みっか》
    [4] ｜4日《よっか》
    [5] ｜5日《いつか》
    [6] ｜6日《むいか》
    [7] ｜7日《なのか》
    [8] ｜8日《ようか》
    [9] ｜9日《ここのか》
    [10] ｜10日《とおか》
    [14] ｜14日《じゅうよっか》
    [20] ｜20日《はつか》
    [24] ｜24日《にじゅうよっか》
   *[other] { $day }日《にち》
}（{ $weekday ->
    [1] 月《げつ》
    [2] 火《か》
    [3] 水《すい》
    [4] 木《もく》
    [5] 金《きん》
    [6] 土《ど》
   *[other] 日《にち》
}）
time-clock = { $half ->
    [0] 午前《ごぜん》
   *[other] 午後《ごご》
}{ $hour }時《じ》{ $minute }分《ふん》
time-unsure = 時計《とけい》は まだ 確《たし》かめて いません
time-both = { $date }{ $time }

wait-loading = 待《ま》って ください。
wait-gone = この ページは、今《いま》 見《み》る ことが できません。
wait-gone-remedy = ほかの ページは 使《つか》えます。近《ちか》くの 職員《しょくいん》に 言《い》って ください。
wait-empty = まだ ありません。
wait-empty-remedy = 人《ひと》に 聞《き》いて ください。下《した》の「人《ひと》を よぶ」を 押《お》します。

time-ago-now = 今《いま》
time-ago-minutes = { $minutes }分《ぷん》前《まえ》
time-ago-hours = { $hours }時間《じかん》前《まえ》
time-ago-days = { $days }日《にち》前《まえ》

number-decimal = .
number-thousands = ,
list-gap = 、
