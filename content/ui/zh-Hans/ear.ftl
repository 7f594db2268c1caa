ear-title = 用耳机听
ear-only = 声音只从耳机里出来。
ear-ask = 也可以遮住画面，这样旁边的人看不到。
ear-leave = 就这样使用
ear-cover = 遮住画面

settings-mask = 遮住画面
mask-shown = 显示画面
mask-hidden = 遮住画面
mask-title = 正在使用
mask-by-ear = 现在有人正在用耳朵听着使用。
mask-away = 显示画面

idle-asks = 如果什么都不按，就回到首页。您写的和看的内容都会消除。
