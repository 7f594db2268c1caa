bar-smaller = Cỡ chữ ban đầu

top-back = Quay lại
top-home = Trang đầu

## Ngày và giờ. Giờ tính theo 24 giờ.
time-date = { $weekday ->
    [1] Thứ Hai
    [2] Thứ Ba
    [3] Thứ Tư
    [4] Thứ Năm
    [5] Thứ Sáu
    [6] Thứ Bảy
   *[other] Chủ Nhật
}, { $day }/{ $month }
time-clock = { $half ->
    [0] { $hour }
   *[other] { $hour ->
        [0] 12
        [1] 13
        [2] 14
        [3] 15
        [4] 16
        [5] 17
        [6] 18
        [7] 19
        [8] 20
        [9] 21
        [10] 22
       *[other] 23
    }
} giờ { $minute ->
    [0] 00
    [1] 01
    [2] 02
    [3] 03
    [4] 04
    [5] 05
    [6] 06
    [7] 07
    [8] 08
    [9] 09
   *[other] { $minute }
}
time-unsure = chưa ai xác nhận đồng hồ
time-both = { $date }, { $time }

wait-loading = Xin chờ một chút.
wait-gone = Trang này bây giờ không xem được.
wait-gone-remedy = Các trang khác vẫn dùng được. Xin báo cho nhân viên ở gần đây.
wait-empty = Ở đây chưa có gì.
wait-empty-remedy = Xin hỏi người ở đây. Nút “Gọi người” ở dưới cho biết nên hỏi ai.

time-ago-now = vừa xong
time-ago-minutes = { $minutes } phút trước
time-ago-hours = { $hours } giờ trước
time-ago-days = { $days } ngày trước

number-decimal = ,
number-thousands = .
list-gap = {", "}
