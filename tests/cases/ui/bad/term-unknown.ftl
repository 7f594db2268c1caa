turn-next = { -town }へ
