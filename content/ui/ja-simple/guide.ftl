guide-overdue = 古《ふる》いかもしれません。新《あたら》しい ことは 職員《しょくいん》に 聞《き》いて ください。
guide-other-tongue = この 案内《あんない》は、ほかの ことばです。
guide-date = { $year }年{ $month }月{ $day }日
guide-ask = わからない とき
shelf-lessons-later = スマホの 練習《れんしゅう》は、まだ ありません。
