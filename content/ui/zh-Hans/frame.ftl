bar-smaller = 原来的大小

top-back = 返回
top-home = 首页

## 日期和时间。
time-date = { $month }月{ $day }日（{ $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[other] 周日
}）
time-clock = { $half ->
    [0] 上午{ $hour }
   *[other] { $hour ->
        [0] 中午12
       *[other] 下午{ $hour }
    }
}点{ $minute ->
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
}分
time-unsure = 时钟还没有确认
time-both = { $date }{ $time }

wait-loading = 请稍等。
wait-gone = 这一页现在不能显示。
wait-gone-remedy = 其他页可以使用。请告诉附近的工作人员。
wait-empty = 这里还没有内容。
wait-empty-remedy = 请问这里的人。按下面的“叫人帮忙”，可以知道问谁。

time-ago-now = 刚刚
time-ago-minutes = { $minutes }分钟前
time-ago-hours = { $hours }小时前
time-ago-days = { $days }天前

number-decimal = .
number-thousands = ,
list-gap = 、
