turn-next = つぎ
turn-next = つぎへ
