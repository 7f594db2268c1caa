plain-title = 请稍等
plain-wait = 大约1分钟后会重新开始。
plain-ask = 着急时，请问附近的工作人员。
