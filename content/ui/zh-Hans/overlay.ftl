language-title = ことば Language
language-intro = 请选择语言。ことばを えらんで ください。
language-close = 不改变

help-title = 使用方法
help-what = 这台机器介绍本地信息，也可以练习使用手机。谁都可以用，不用花钱。
help-forgets = 不问您的名字，也不保留您的任何信息。
help-where = 现在是“{ $title }”这一页。
help-touch = 用手指触摸画面。慢慢按也可以。
help-keys = 用键盘时，按方向键选择，按Enter确定，按Esc返回。
help-pad = 用游戏手柄时，按十字键选择，按A确定，按B返回。
help-switch = 用2个开关也可以：一个往下走，另一个确定。
help-voice = 按键时会读出来。按“停止”就不读了。
help-close = 关闭
help-sources = 资料来源和许可
help-staff = 工作人员专用

leave-title = 已经结束
leave-thanks = 谢谢您来使用。
leave-forgets = 不保留您的任何信息。
leave-now = 回到首页
leave-stay = 继续使用

idle-title = 您还在使用吗
idle-left = 再过{ $seconds }秒。
idle-stay = 继续使用
idle-end = 结束（消除）

language-no-letters = 这里没有这种语言的文字。
language-beside = 同时显示日语，就可以指给工作人员看。
