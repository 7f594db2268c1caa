home-hello = 您好。请随意按一按。
home-safe = 按哪里都不会坏，也不用花钱。

home-lessons = 手机练习
home-lessons-detail = 打电话、Wi-Fi、拍照、防止上当
home-office-detail = 带什么、去哪里
home-places = 附近的地方
home-board = 通知

shelter-title = 这里是{ $place }避难所（避難所）。
shelter-title-nameless = 这里是避难所（避難所）。
shelter-nothing-heard = 还没有收到气象厅（気象庁）的消息。这不等于“没有事”。
shelter-family-detail = 171、Wi-Fi、充电
shelter-house-detail = 受灾证明书（罹災証明書）
home-this-shelter = 本避难所：{ $how }
home-other-shelter = 据悉开放的最近的其他避难所：{ $name }

home-search = 查找
home-settings = 显示和声音
home-help = 使用方法

class-title = 手机课堂
class-hello = 今天练习使用智能手机。
