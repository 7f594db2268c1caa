## The town and what it offers.

city-phone = telephone { $number }
city-yen = { $amount } yen
city-yes = yes
city-no = no
