language-title = ことば Language
language-intro = Hãy chọn ngôn ngữ. ことばを えらんで ください。
language-close = Giữ nguyên

help-title = Cách dùng
help-what = Máy này cho biết thông tin của thành phố và để luyện tập điện thoại. Ai cũng dùng được, không mất tiền.
help-forgets = Máy không hỏi tên. Không giữ lại điều gì về bạn.
help-where = Bạn đang ở trang “{ $title }”.
help-touch = Chạm màn hình bằng ngón tay. Bấm chậm cũng được.
help-keys = Với bàn phím: phím mũi tên để chọn, Enter để đồng ý, Esc để quay lại.
help-pad = Với tay cầm: nút chữ thập để chọn, A để đồng ý, B để quay lại.
help-switch = Chỉ cần 2 công tắc: một cái để đi tiếp, một cái để chọn.
help-voice = Bấm phím thì máy đọc to. “Dừng” để thôi đọc.
help-close = Đóng
help-sources = Nguồn tài liệu và giấy phép
help-staff = Dành cho nhân viên

leave-title = Đã kết thúc
leave-thanks = Cảm ơn bạn đã đến.
leave-forgets = Không giữ lại điều gì về bạn.
leave-now = Về trang đầu
leave-stay = Dùng tiếp

idle-title = Bạn còn dùng không?
idle-left = Còn { $seconds } giây.
idle-stay = Dùng tiếp
idle-end = Kết thúc (xóa)

language-no-letters = Ở đây không có chữ của ngôn ngữ này.
language-beside = Hiện cả tiếng Nhật thì có thể chỉ cho nhân viên xem.
