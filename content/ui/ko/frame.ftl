bar-smaller = 원래 크기

top-back = 돌아가기
top-home = 처음으로

## 날짜와 시각.
time-date = { $month }월 { $day }일({ $weekday ->
    [1] 월
    [2] 화
    [3] 수
    [4] 목
    [5] 금
    [6] 토
   *[other] 일
})
time-clock = { $half ->
    [0] 오전
   *[other] 오후
} { $hour ->
    [0] 12
   *[other] { $hour }
}시 { $minute }분
time-unsure = 시계를 아직 확인하지 않았습니다
time-both = { $date } { $time }

wait-loading = 준비하고 있습니다.
wait-gone = 이 쪽은 지금 보여 드릴 수 없습니다.
wait-gone-remedy = 다른 쪽은 쓸 수 있습니다. 가까운 직원에게 알려 주세요.
wait-empty = 아직 없습니다.
wait-empty-remedy = 사람에게 물어봐 주세요. 아래 “사람 부르기”를 누르면 누구에게 물어볼지 알 수 있습니다.

time-ago-now = 방금
time-ago-minutes = { $minutes }분 전
time-ago-hours = { $hours }시간 전
time-ago-days = { $days }일 전

number-decimal = .
number-thousands = ,
list-gap = {", "}
