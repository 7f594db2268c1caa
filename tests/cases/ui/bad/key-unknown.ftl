turn-nex = つぎ
