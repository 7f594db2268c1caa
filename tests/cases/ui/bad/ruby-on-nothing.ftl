turn-next = つぎ《つぎ》へ
