home-hello = Xin chào. Mời bạn chạm thử.
home-safe = Bấm gì cũng không hỏng. Không mất tiền.

home-lessons = Luyện tập điện thoại
home-lessons-detail = Gọi điện, Wi-Fi, chụp ảnh, tránh bị lừa
home-office-detail = Mang theo gì và đi đến đâu
home-places = Địa điểm gần đây
home-board = Thông báo

shelter-title = Đây là nơi lánh nạn (避難所) { $place }.
shelter-title-nameless = Đây là nơi lánh nạn (避難所).
shelter-nothing-heard = Chưa nhận được tin nào từ Cơ quan Khí tượng (気象庁). Như vậy không có nghĩa là không có gì xảy ra.
shelter-family-detail = 171, Wi-Fi, sạc điện thoại
shelter-house-detail = Giấy chứng nhận thiệt hại (罹災証明書)
home-this-shelter = Nơi lánh nạn này: { $how }
home-other-shelter = Nơi lánh nạn khác gần nhất nghe nói đang mở: { $name }

home-search = Tìm
home-settings = Màn hình và giọng đọc
home-help = Cách dùng

class-title = Lớp học điện thoại thông minh
class-hello = Hôm nay chúng ta luyện tập điện thoại.
