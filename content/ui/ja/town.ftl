## まちの ことと、まちの サービス。

city-phone = 電話《でんわ》 { $number }
city-yen = { $amount }円《えん》
city-yes = できます
city-no = できません
