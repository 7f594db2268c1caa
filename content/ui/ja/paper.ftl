## 紙に 印刷する。

print-button = 印刷《いんさつ》する
print-again = もう一度《いちど》 印刷《いんさつ》する
print-running = 印刷《いんさつ》して います。少《すこ》し 待《ま》って ください。
print-done = 印刷《いんさつ》しました。紙《かみ》を とって ください。
print-staff = 印刷《いんさつ》は 近《ちか》くの 職員《しょくいん》に 言《い》って ください。
print-no-printer = いま プリンターが 使《つか》えません。近《ちか》くの 職員《しょくいん》に 言《い》って ください。
print-stopped = プリンターが 止《と》まって います。近《ちか》くの 職員《しょくいん》に 言《い》って ください。
print-no-paper = プリンターの 紙《かみ》が ありません。近《ちか》くの 職員《しょくいん》に 言《い》って ください。
print-offline = プリンターに つながりません。近《ちか》くの 職員《しょくいん》に 言《い》って ください。
print-failed = いま 印刷《いんさつ》が できません。近《ちか》くの 職員《しょくいん》に 言《い》って ください。
print-taken-title = おわる まえに
print-taken = 印刷《いんさつ》した 紙《かみ》を とりましたか。
print-taken-why = プリンターに のこって いないか、見《み》て ください。
print-taken-yes = 紙《かみ》を とりました
print-code = スマホの カメラで 読《よ》んで ください
print-foot = { $date }に えんがわで 印刷《いんさつ》しました。あとで 変《か》わる ことが あります。
print-foot-undated = えんがわで 印刷《いんさつ》しました。あとで 変《か》わる ことが あります。

part-printer = プリンター
part-desk-print = 印刷《いんさつ》の 係《かかり》
trouble-no-printer = 書《か》いて ある プリンターが ありません。
trouble-no-printer-remedy = プリンターの 電源《でんげん》と 名前《なまえ》（kiosk.toml の [printer]）を たしかめて ください。
trouble-printer-silent = プリンターの ことが わかりません。
trouble-printer-silent-remedy = CUPSが 動《うご》いて いるか たしかめて ください。ほかの ことは 使《つか》えます。
