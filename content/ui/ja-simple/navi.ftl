navi-amount-old = （{ $date }に しらべました。窓口《まどぐち》で きいて ください）
navi-not-all = ここに ない ものも あります。窓口《まどぐち》で きいて ください。
navi-must = かならず します
navi-confirm = たぶん（きいて ください）
navi-depends = 市《し》で ちがいます
navi-quiet = そうだん できる ところ
