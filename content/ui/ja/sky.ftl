### みちびきの 受信機。聞こえた ことと、新しい ことは ちがう。聞こえない ことは「なにも ない」では ない。

sky-heard = 衛星《えいせい》：{ $time }に 聞《き》こえました（{ $ago }）
sky-heard-when = 衛星《えいせい》：{ $time }に 聞《き》こえました
sky-deaf = いま、衛星《えいせい》は 聞《き》こえて いません。
sky-title = 衛星《えいせい》の 受信機《じゅしんき》
sky-none = 受信機《じゅしんき》は つながって いません。
sky-none-do = つなぐと、インターネットが なくても 災害《さいがい》の 知《し》らせが とどきます。
sky-closed = いまは だれも 聞《き》いて いません。
sky-satellites = 衛星《えいせい》が { $count }個《こ》 聞《き》こえます（{ $time }）。
sky-hears = 衛星《えいせい》が 聞《き》こえます（{ $time }）。
sky-deaf-do = 空《そら》の 見《み》える 窓《まど》の そばに、アンテナを おいて ください。
sky-message = みちびきの 知《し》らせを さいごに 聞《き》いたのは、{ $time }です。
sky-no-message = みちびきの 災害《さいがい》の 知《し》らせは、まだ 聞《き》いて いません。何《なに》も ない 日《ひ》は、何時間《なんじかん》も 来《き》ません。
sky-plugged = つなぎ口《ぐち》：{ $port }
part-desk-sky = 衛星《えいせい》を 聞《き》く 係《かかり》
part-receiver = 衛星《えいせい》の 受信機《じゅしんき》
trouble-no-receiver = 設定《せってい》の つなぎ口《ぐち》に、受信機《じゅしんき》が ありません。
trouble-no-receiver-remedy = 受信機《じゅしんき》を つなぐか、kiosk.toml の [satellite] を 見《み》て ください。
trouble-port-closed = つなぎ口《ぐち》を 開《あ》けません。
trouble-port-closed-remedy = えんがわを 動《うご》かす 人《ひと》を dialout の 仲間《なかま》に 入《い》れて ください。受信機《じゅしんき》で なければ、kiosk.toml に [satellite] port = "off" と 書《か》いて ください。
trouble-sky-none = 受信機《じゅしんき》は つながって いません。
trouble-sky-none-remedy = つなぐと、インターネットが なくても 災害《さいがい》の 知《し》らせが とどきます。
trouble-sky-closed = いまは だれも 聞《き》いて いません。
trouble-sky-closed-remedy = えんがわが 動《うご》いて いる とき、衛星《えいせい》を 聞《き》きます。
trouble-sky-deaf = 受信機《じゅしんき》は ありますが、衛星《えいせい》が 聞《き》こえません。
trouble-sky-deaf-remedy = 空《そら》の 見《み》える 窓《まど》の そばに、アンテナを おいて ください。
