navi-amount-old = ({ $date }에 확인한 금액입니다. 창구에서 확인해 주세요)
navi-not-all = 여기에 없는 것도 있습니다. 창구에서 물어봐 주세요.
navi-must = 꼭 해야 할 것
navi-confirm = 아마 필요한 것(확인이 필요)
navi-depends = 시에 따라 다른 것
navi-quiet = 상담할 수 있는 곳
