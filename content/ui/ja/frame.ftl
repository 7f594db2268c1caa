## いつも 画面に あるもの: 上の 行と 下の 5つの ボタン。短く。ボタンは「なにを する」。

bar-smaller = 文字を もとに

top-back = もどる
top-home = はじめへ

## 日にちと 時こく。weekday は 1＝月よう日 … 7＝日よう日。half は 0＝午前、1＝午後、hour は 0〜11。
time-date = { $month }月{ $day }日（{ $weekday ->
    [1] 月
    [2] 火
    [3] 水
    [4] 木
    [5] 金
    [6] 土
   *[other] 日
}）
time-clock = { $half ->
    [0] 午前
   *[other] 午後
}{ $hour }時{ $minute }分
time-unsure = 時計を 確かめています

## 「いま なにを しているか」
wait-loading = 用意しています。
wait-gone = この ページは いま 見せられません。
wait-gone-remedy = ほかの ページは 使えます。近くの 職員に 伝えてください。
wait-empty = まだ ありません。
wait-empty-remedy = 人に きいてください。下の「人を よぶ」で、だれに きけば よいか わかります。
