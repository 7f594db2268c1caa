navi-amount-old =  (as checked on { $date }; please ask at the counter)
navi-not-all = There may be others that are not listed here. Please ask at the counter.
navi-must = Needed
navi-confirm = Perhaps (please confirm)
navi-depends = Depends on the city
navi-quiet = Where you can ask for advice
