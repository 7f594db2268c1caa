ear-title = イヤホンで 聞《き》きます
ear-only = 声《こえ》は イヤホンだけです。
ear-ask = 画面《がめん》を かくす ことが できます。
ear-leave = このまま 使《つか》う
ear-cover = 画面《がめん》を かくす

settings-mask = 画面《がめん》を かくす
mask-shown = 画面《がめん》を 見《み》せる
mask-hidden = 画面《がめん》を かくす
mask-title = 使《つか》って います
mask-by-ear = 今《いま》、人《ひと》が 耳《みみ》で 聞《き》いて います。
mask-away = 画面《がめん》を 見《み》る

idle-asks = 何《なに》も 押《お》さないと、はじめに もどります。書《か》いた ことは 消《き》えます。
