bar-smaller = もとの 大《おお》きさ

top-back = もどる
top-home = はじめへ

time-date = { $month }月{ $day }日（{ $weekday ->
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
}{ $hour }時{ $minute }分
time-unsure = 時計《とけい》は まだ 確《たし》かめて いません

wait-loading = 待《ま》って ください。
wait-gone = この ページは、今《いま》 見《み》る ことが できません。
wait-gone-remedy = ほかの ページは 使《つか》えます。近《ちか》くの 職員《しょくいん》に 言《い》って ください。
wait-empty = まだ ありません。
wait-empty-remedy = 人《ひと》に 聞《き》いて ください。下《した》の「人《ひと》を よぶ」を 押《お》します。
