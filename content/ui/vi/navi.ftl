navi-amount-old =  (theo kiểm tra ngày { $date }; xin hỏi lại tại quầy)
navi-not-all = Có thể còn thủ tục không có ở đây. Xin hỏi tại quầy.
navi-must = Phải làm
navi-confirm = Có thể cần (xin xác nhận)
navi-depends = Tùy theo thành phố
navi-quiet = Nơi có thể xin tư vấn
