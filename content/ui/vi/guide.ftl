guide-overdue = Đã lâu chưa kiểm tra lại. Xin hỏi nhân viên về thông tin mới.
guide-other-tongue = Trang này chưa có tiếng Việt. Đang hiện bằng { $tongue }.
guide-date = { $day }/{ $month }/{ $year }
guide-ask = Nếu chưa rõ
shelf-lessons-later = Ở đây chưa có phần luyện tập điện thoại.
guide-words = Ý nghĩa của từ
guide-words-all = Xem các từ khác
