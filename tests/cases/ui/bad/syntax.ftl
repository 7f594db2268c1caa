turn-next
turn-back = { $x
bar-stop = とめる }
