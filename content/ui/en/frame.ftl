bar-smaller = First size

top-back = Back
top-home = Home

time-date = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[other] Sun
} { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}
time-clock = { $hour ->
    [0] 12
   *[other] { $hour }
}:{ $minute ->
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
} { $half ->
    [0] am
   *[other] pm
}
time-unsure = clock not yet confirmed
time-both = { $date }, { $time }

wait-loading = One moment.
wait-gone = This page cannot be shown just now.
wait-gone-remedy = The other pages work. Please tell the staff nearby.
wait-empty = There is nothing here yet.
wait-empty-remedy = Please ask a person. “Call someone” below tells you whom.

time-ago-now = just now
time-ago-minutes = { $minutes ->
    [1] 1 minute ago
   *[other] { $minutes } minutes ago
}
time-ago-hours = { $hours ->
    [1] 1 hour ago
   *[other] { $hours } hours ago
}
time-ago-days = { $days ->
    [1] 1 day ago
   *[other] { $days } days ago
}

number-decimal = .
number-thousands = ,
list-gap = {", "}
