plain-title = Xin chờ một chút
plain-wait = Khoảng 1 phút nữa máy sẽ chạy lại.
plain-ask = Nếu gấp, xin hỏi nhân viên ở gần đây.
