setup-title = { $number }／{ $steps }　{ $name }
setup-step-tongue = 语言
setup-step-town = 城市
setup-step-place = 这个地方
setup-step-screen = 屏幕大小
setup-step-clock = 时钟
setup-step-sound = 声音
setup-step-print = 打印
setup-step-number = 工作人员号码

setup-next = 继续
setup-later = 以后再定
setup-close = 关闭（保留）
setup-back = 退一步
setup-again = 再试一次
setup-use-now = 暂时这样使用
setup-now = 现在：{ $what }

setup-tongue-hello = 用哪种语言开始？
setup-welcome = 这是这台机器的首次设置，大约10分钟。每个回答以后都可以改。

setup-town-hello = 这里是哪个城市？
setup-town-none = 这里没有
setup-town-sample = 样本，不是真的城市
setup-town-find = 用假名查找
setup-town-file = 这里没有的城市，可以写在设置文件（kiosk.toml）里。写好之前显示“请向市政府确认”。
setup-town-hint = 用平假名写城市的名字，就会显示在这里。

setup-name-hello = 这个地方叫什么名字？
setup-name-write = 写名字
setup-name-rewrite = 重写名字
setup-name-field = 这个地方的名字
setup-name-file = 其他汉字可以写在设置文件（kiosk.toml）的 place 里。
setup-name-hint = 写“しょうがっこう”，也会显示“小学校”。请按正确的那个。
setup-name-few = 这些是城市数据里的建筑。如果是这里，请按。位置也会定下来。
setup-name-many = 城市数据里有{ $count }座建筑。用假名写名称，就会显示。
setup-write-back = 取消

setup-building-hello = 是什么样的建筑？
building-shelter = 避难所
building-hall = 公民馆、集会所
building-school = 学校
building-office = 市政府、镇政府
building-library = 图书馆
building-care = 福利设施
building-other = 其他

setup-entrance-hello = 从入口怎么走到这台机器？
setup-entrance-write = 用文字写
setup-entrance-field = 从入口来的走法
setup-entrance-hint = 例如：从入口往右走10步。像给人指路那样写。
entrance-right = 进门右边
entrance-left = 进门左边
entrance-front = 进门正前方
entrance-upstairs = 上楼梯的地方

setup-card-how = 把银行卡贴在框里，对齐右边。
setup-card-name = 卡片框
setup-card-outline = 和卡片一样大的框
setup-card-less = 小一点
setup-card-more = 大一点
setup-card-fits = 正好合适

setup-clock-hello = 日期和时间对吗？
setup-clock-right = 对
setup-clock-differs = 不对
setup-clock-wrong = 怎样调时钟
setup-clock-net = 连上网络，时钟会自动调好。
setup-clock-machine = 连不上时，请在机器设置的“日期和时间”里调。
setup-clock-until = 调好之前，需要日期的地方会显示“还没有确认”。其他都可以使用。

setup-sound-hello = 听得见声音吗？
setup-sound-sample = 听声音
setup-sound-heard = 听见了
setup-sound-not = 听不见
setup-sound-silent = 听不见的时候
setup-sound-plug = 看看扬声器的线有没有插好。插着耳机就拔掉。
setup-sound-power = 看看扬声器的电源和音量。
setup-sound-settings = 在机器的声音设置里，选择从哪里出声音。
setup-sound-without = 没有声音也可以使用。正在读的地方会亮起来。
setup-sound-go-on = 没有声音，继续

setup-print-hello = 有打印机吗？
setup-print-looking = 正在找打印机。
setup-print-found = 找到了{ $count }台打印机。
setup-print-more = 另外还有{ $count }台。
setup-print-none = 没有找到打印机。
setup-print-no-system = 这台机器没有安装打印功能（CUPS）。
setup-print-no-answer = 不知道有没有打印机。
setup-print-look = 再找一次
setup-print-later = 这台机器还不能打印。没有打印机也可以使用。
setup-print-yes = 有
setup-print-no = 没有

setup-number-hello = 生成只有工作人员知道的号码。
setup-number-why = 打开工作人员页面时使用。机器会选6个数字。
setup-number-care = 请准备纸和笔。号码会在下一页用大字显示。开着声音时，也会读出来。
setup-number-draw = 生成号码
setup-number-write = 请把这个号码写在纸上。
setup-number-once = 以后不能再看。请把纸放在能上锁的地方。
setup-number-written = 写在纸上了
setup-number-again = 换一个号码
setup-number-confirm = 请看着纸按号码。
setup-number-differs = 号码不一样。请再按一次。
setup-number-look = 再看一次号码
setup-number-set = 工作人员号码定好了。
setup-number-set-keep = 号码不会再显示在任何地方。请把纸收好。
setup-number-taken = 已经有工作人员号码了。
setup-number-taken-remedy = 要换成别的号码时，请按现在的6位号码。
setup-number-taken-keep = 用现在的号码继续
setup-number-trouble = 号码没有改变。请检查磁盘空间，再试一次。

setup-done-title = 首次设置
setup-done-hello = 谢谢。现在可以使用了。
setup-done-change = 定好的内容随时可以改：“使用方法”里的“工作人员专用”。
setup-done-shelter = 成为避难所时，请在工作人员页面按“避难所”。
setup-finish = 到首页
