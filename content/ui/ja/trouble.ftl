## 職員に 見せる ことば: 何が どう なって いるか、どう すれば よいか。

part-desk-store = 記録《きろく》の 係《かかり》
part-desk-voice = 声《こえ》の 係《かかり》
part-disk = ディスク

trouble-restarted = 一度《いちど》 止《と》まったので、動《うご》かし直《なお》しました。
trouble-restarted-remedy = 何度《なんど》も 続《つづ》くときは、きかいの 電源《でんげん》を 入《い》れ直《なお》して ください。
trouble-stopped = 止《と》まって います。
trouble-stopped-remedy = きかいの 電源《でんげん》を 入《い》れ直《なお》して ください。
trouble-read-only = 読《よ》めますが、書《か》けません。
trouble-read-only-remedy = ディスクの 空《あ》きと、フォルダーの 持《も》ち主《ぬし》を 見《み》て ください。
trouble-in-memory = ディスクが 使《つか》えないので、電源《でんげん》を 切《き》ると 消《き》えます。
trouble-in-memory-remedy = ディスクの 空《あ》きと、フォルダーの 持《も》ち主《ぬし》を 見《み》て ください。
trouble-set-aside = こわれて いたので よけて、新《あたら》しく 作《つく》りました。
trouble-set-aside-remedy = よけた ファイルは 残《のこ》して あります。つづくときは ディスクを 取《と》りかえて ください。
trouble-other-version = べつの 版《はん》の 記録《きろく》です。
trouble-other-version-remedy = プログラムの 版《はん》を そろえて ください。
trouble-pack-unusable = 案内《あんない》の ファイルが こわれて います。
trouble-pack-unusable-remedy = もう一度《いちど》 写《うつ》して ください。前《まえ》の 案内《あんない》は 残《のこ》って います。
trouble-ledger-broken = 記録《きろく》の つながりが 切《き》れて います。
trouble-ledger-broken-remedy = 担当《たんとう》の 人《ひと》に 知《し》らせて ください。記録《きろく》を 消《け》さないで ください。
trouble-busy = ほかの えんがわが 同《おな》じ フォルダーを 使《つか》って います。
trouble-busy-remedy = ほかの えんがわを とじて ください。
trouble-failed = うまく できませんでした。
trouble-failed-remedy = 下《した》の ことばを 担当《たんとう》の 人《ひと》に 見《み》せて ください。
trouble-no-device = 音《おと》の 出《で》る ものが 見《み》つかりません。
trouble-no-device-remedy = スピーカーを つないで ください。つなぐと、すぐに 声《こえ》が 出《で》ます。
trouble-no-voice = 声《こえ》の ファイルが ありません。
trouble-no-voice-remedy = script/voice を 動《うご》かして ください。
trouble-no-pad = ゲームパッドが 使《つか》えません。
trouble-no-pad-remedy = さわる ことと キーボードは 使《つか》えます。つなぎ直《なお》して ください。
trouble-no-font = この ことばの 文字《もじ》の 形《かたち》が ありません。
trouble-no-font-remedy = フォントを 入《い》れて ください。どれかは engawa doctor が 言《い》います。
trouble-size-guessed = 画面《がめん》の 大《おお》きさを 測《はか》って いません。
trouble-size-guessed-remedy = 画面《がめん》の 幅《はば》を 定規《じょうぎ》で 測《はか》り、kiosk.toml に 書《か》いて ください。
trouble-unread = 読《よ》めない ところが あります。
trouble-unread-remedy = 下《した》の「直《なお》す ところ」を 見《み》て ください。
