## 案内の たなと 案内。

guide-overdue = 確《たし》かめてから 日《ひ》が たって います。新《あたら》しい ことは 職員《しょくいん》に きいて ください。
guide-other-tongue = この 案内《あんない》は ほかの ことばで 書《か》いて あります。
guide-date = { $year }年{ $month }月{ $day }日
guide-ask = わからない ときは
shelf-lessons-later = スマホの れんしゅうは、まだ ここに ありません。
