guide-overdue = This was checked some time ago. Ask the staff for the latest.
guide-other-tongue = This page is not in English yet. It is shown in { $tongue }.
guide-date = { $day } { $month ->
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
} { $year }
guide-ask = If you are not sure
shelf-lessons-later = Smartphone practice is not here yet.
guide-words = What the words mean
guide-words-all = See other words
