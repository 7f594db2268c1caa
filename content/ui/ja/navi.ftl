navi-amount-old = （{ $date }に 調《しら》べた 額《がく》です。窓口《まどぐち》で たしかめて ください）
navi-not-all = ここに ないものも あります。窓口《まどぐち》で きいて ください。
navi-must = かならず
navi-confirm = たぶん（確認《かくにん》が 必要《ひつよう》）
navi-depends = 市《し》によって
navi-quiet = そうだん できる ところ
