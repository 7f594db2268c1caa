turn-next = 次へ
