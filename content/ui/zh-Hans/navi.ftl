navi-amount-old = （这是{ $date }查到的金额，请到窗口确认）
navi-not-all = 这里没有列出的手续也可能需要。请到窗口询问。
navi-must = 一定要办
navi-confirm = 可能需要（请确认）
navi-depends = 因市而异
navi-quiet = 可以咨询的地方
