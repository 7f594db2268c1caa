turn-count = { $page }／{ $leaves }ページ
turn-next = { $page }
