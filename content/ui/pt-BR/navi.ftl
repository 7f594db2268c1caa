navi-amount-old =  (verificado em { $date }; confirme no balcão)
navi-not-all = Pode haver outros que não estão aqui. Pergunte no balcão.
navi-must = Necessário
navi-confirm = Talvez (confirme)
navi-depends = Depende da cidade
navi-quiet = Onde pedir orientação
