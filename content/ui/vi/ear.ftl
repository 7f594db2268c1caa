ear-title = Nghe bằng tai nghe
ear-only = Tiếng chỉ phát ra ở tai nghe.
ear-ask = Bạn cũng có thể che màn hình để người bên cạnh không nhìn thấy.
ear-leave = Dùng như thế này
ear-cover = Che màn hình

settings-mask = Che màn hình
mask-shown = Hiện màn hình
mask-hidden = Che màn hình
mask-title = Đang có người dùng
mask-by-ear = Có người đang dùng bằng cách nghe.
mask-away = Hiện màn hình

idle-asks = Nếu không nhấn gì, máy sẽ về trang đầu. Những gì bạn viết và xem sẽ bị xóa.
