guide-overdue = 核对后已经过了一段时间。最新情况请问工作人员。
guide-other-tongue = 这一页还没有中文。现在显示的语言：{ $tongue }
guide-date = { $year }年{ $month }月{ $day }日
guide-ask = 不明白的时候
shelf-lessons-later = 这里还没有手机练习。
guide-words = 词语的意思
guide-words-all = 查看其他词语
