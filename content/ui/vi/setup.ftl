setup-title = { $number }/{ $steps }: { $name }
setup-step-tongue = Ngôn ngữ
setup-step-town = Thành phố
setup-step-place = Nơi này
setup-step-screen = Kích thước màn hình
setup-step-clock = Đồng hồ
setup-step-sound = Âm thanh
setup-step-print = In
setup-step-number = Số nhân viên

setup-next = Đi tiếp
setup-later = Để sau
setup-close = Đóng (giữ lại)
setup-back = Lùi một bước
setup-again = Thử lại
setup-use-now = Bây giờ cứ dùng như vậy
setup-now = Hiện tại: { $what }

setup-tongue-hello = Bắt đầu bằng ngôn ngữ nào?
setup-welcome = Đây là phần cài đặt lần đầu, mất khoảng 10 phút. Câu trả lời nào cũng có thể đổi sau.

setup-town-hello = Đây là thành phố nào?
setup-town-none = Không có ở đây
setup-town-sample = Mẫu, không phải thành phố thật
setup-town-find = Tìm bằng chữ kana
setup-town-file = Thành phố không có ở đây có thể ghi vào tệp cài đặt (kiosk.toml). Cho đến lúc đó máy hiện “xin hỏi cơ quan thành phố”.
setup-town-hint = Viết tên thành phố bằng chữ hiragana thì tên hiện ra ở đây.

setup-name-hello = Nơi này tên là gì?
setup-name-write = Viết tên
setup-name-rewrite = Viết lại tên
setup-name-field = Tên của nơi này
setup-name-file = Chữ kanji khác có thể ghi vào tệp cài đặt (kiosk.toml), ở mục place.
setup-name-hint = Viết しょうがっこう thì chữ 小学校 cũng hiện ra. Hãy bấm chữ đúng.
setup-name-few = Đây là các tòa nhà có trong dữ liệu của thành phố. Nếu là nơi này, hãy bấm. Vị trí cũng được ghi.
setup-name-many = Dữ liệu của thành phố có { $count } tòa nhà. Viết tên bằng kana thì sẽ hiện ra.
setup-write-back = Thôi

setup-building-hello = Đây là loại nhà nào?
building-shelter = Nơi lánh nạn
building-hall = Nhà văn hóa, nhà hội họp
building-school = Trường học
building-office = Cơ quan thành phố
building-library = Thư viện
building-care = Cơ sở phúc lợi
building-other = Khác

setup-entrance-hello = Từ cửa vào đến máy này đi thế nào?
setup-entrance-write = Viết bằng lời
setup-entrance-field = Đường đi từ cửa vào
setup-entrance-hint = Ví dụ: từ cửa vào, đi sang phải 10 bước.
entrance-right = Vào cửa, bên phải
entrance-left = Vào cửa, bên trái
entrance-front = Ngay trước cửa vào
entrance-upstairs = Lên hết cầu thang

setup-card-how = Đặt thẻ ngân hàng vào khung rồi chỉnh cạnh phải cho khớp.
setup-card-name = Khung thẻ
setup-card-outline = Khung to bằng cái thẻ
setup-card-less = Nhỏ hơn
setup-card-more = To hơn
setup-card-fits = Vừa khít

setup-clock-hello = Ngày và giờ có đúng không?
setup-clock-right = Đúng
setup-clock-differs = Không đúng
setup-clock-wrong = Cách chỉnh đồng hồ
setup-clock-net = Nối mạng thì đồng hồ tự chỉnh.
setup-clock-machine = Nếu không nối được, hãy chỉnh ở mục ngày và giờ trong cài đặt của máy.
setup-clock-until = Cho đến lúc đó, chỗ nào cần ngày sẽ ghi là chưa xác nhận. Những phần khác vẫn dùng được.

setup-sound-hello = Bạn có nghe thấy giọng đọc không?
setup-sound-sample = Nghe giọng đọc
setup-sound-heard = Nghe thấy
setup-sound-not = Không nghe thấy
setup-sound-silent = Khi không nghe thấy
setup-sound-plug = Xem dây loa đã cắm chưa. Nếu cắm tai nghe thì rút ra.
setup-sound-power = Xem loa đã bật và đủ to chưa.
setup-sound-settings = Trong mục âm thanh của máy, hãy chọn nơi phát tiếng.
setup-sound-without = Không có tiếng vẫn dùng được. Chỗ đang đọc sẽ sáng lên.
setup-sound-go-on = Đi tiếp, không có tiếng

setup-print-hello = Có máy in không?
setup-print-looking = Đang tìm máy in.
setup-print-found = Đã tìm thấy { $count } máy in.
setup-print-more = Còn { $count } máy nữa.
setup-print-none = Không tìm thấy máy in.
setup-print-no-system = Máy này không có phần để in (CUPS).
setup-print-no-answer = Không biết được có máy in hay không.
setup-print-look = Tìm lại
setup-print-later = Máy này chưa in ra giấy được. Không có máy in vẫn dùng được.
setup-print-yes = Có
setup-print-no = Không

setup-number-hello = Máy sẽ tạo một số mà chỉ nhân viên biết.
setup-number-why = Số này dùng để mở trang của nhân viên. Máy chọn 6 chữ số.
setup-number-care = Hãy chuẩn bị giấy và bút. Trang sau hiện số rất to. Nếu giọng đọc đang bật, số cũng được đọc to.
setup-number-draw = Tạo số
setup-number-write = Hãy viết số này ra giấy.
setup-number-once = Sau này không xem lại được. Hãy cất giấy ở nơi có khóa.
setup-number-written = Tôi đã viết ra giấy
setup-number-again = Đổi số khác
setup-number-confirm = Nhìn giấy và bấm số đó.
setup-number-differs = Đó là số khác. Xin bấm lại.
setup-number-look = Xem lại số
setup-number-set = Đã có số nhân viên.
setup-number-set-keep = Số không còn hiện ở đâu nữa. Hãy cất giấy đi.
setup-number-taken = Số nhân viên đã có rồi.
setup-number-taken-remedy = Muốn có số khác, hãy bấm 6 chữ số của số hiện nay.
setup-number-taken-keep = Giữ số hiện nay và tiếp tục
setup-number-trouble = Số chưa đổi. Hãy xem chỗ trống trên ổ đĩa rồi thử lại.

setup-done-title = Cài đặt lần đầu
setup-done-hello = Cảm ơn bạn. Bây giờ dùng được rồi.
setup-done-change = Mọi thứ có thể đổi bất cứ lúc nào: “Cách dùng”, rồi “Dành cho nhân viên”.
setup-done-shelter = Khi nơi này thành nơi lánh nạn, hãy bấm “Nơi lánh nạn” ở trang của nhân viên.
setup-finish = Về trang đầu
