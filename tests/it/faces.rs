//! Phones in every state that drawing must master, made by hand: short and long, full and empty.

use engawa::phone::{
    Badge, Dir, Face, FaceItem, Gesture, ItemKind, Keyboard, KeyboardKind, ScreenKind, Scroll, Skin, Status,
};
use engawa::words::Line;

pub(crate) const NAMES: [&str; 11] =
    ["wifi", "home", "dial", "chat", "call", "web", "kana", "number", "shade", "banner", "sliders"];

pub(crate) fn face(name: &str) -> Option<Face> {
    let face = match name {
        "wifi" => wifi(),
        "home" => Face { can_go_back: false, ..blank(ScreenKind::Icons, "", home()) },
        "dial" => blank(ScreenKind::Dial, "電話《でんわ》", dial()),
        "chat" => Face { skin: Skin::Android, ..blank(ScreenKind::Chat, "はなこさん", chat()) },
        "call" => blank(ScreenKind::Call, "", call()),
        "web" => Face {
            scroll: Scroll { at: 2, most: 6, rows: 8 },
            ..blank(ScreenKind::Web, "市《し》の ホームページ", web())
        },
        "kana" => Face { keyboard: Some(kana()), ..blank(ScreenKind::Text, "メッセージ", fields()) },
        "number" => Face {
            keyboard: Some(number()),
            skin: Skin::Android,
            ..blank(ScreenKind::Text, "暗証番号《あんしょうばんごう》", fields())
        },
        "shade" => Face { shade: Some(notices()), ..wifi() },
        "banner" => Face { banner: notices().pop(), ..wifi() },
        "sliders" => Face {
            skin: Skin::Android, ..blank(ScreenKind::List, "画面《がめん》と 音《おと》", sliders())
        },
        _ => return None,
    };
    Some(face)
}

fn blank(kind: ScreenKind, title: &str, items: Vec<FaceItem>) -> Face {
    let status = Status { time: "10:05".into(), battery: 84, signal: 3, badges: vec![Badge::Wifi], notices: 0 };
    Face {
        skin: Skin::Iphone,
        app: "demo".into(),
        screen: "demo".into(),
        kind,
        title: title.into(),
        status,
        items,
        buttons: vec![],
        scroll: Scroll::default(),
        shade: None,
        banner: None,
        keyboard: None,
        can_go_back: true,
        is_busy: false,
    }
}

fn item(kind: ItemKind, id: &str, label: &str) -> FaceItem {
    let read = matches!(kind, ItemKind::Text | ItemKind::Bubble | ItemKind::Image);
    FaceItem {
        id: id.into(),
        kind,
        label: label.into(),
        detail: Line::default(),
        value: Line::default(),
        icon: String::new(),
        picture: None,
        on: false,
        enabled: true,
        gestures: if read { vec![] } else { vec![Gesture::Tap] },
        mine: false,
        at: None,
        rows: 1,
        level: None,
    }
}

fn row(id: &str, label: &str, detail: &str) -> FaceItem {
    FaceItem { detail: detail.into(), ..item(ItemKind::Row, id, label) }
}

fn wifi() -> Face {
    let items = vec![
        FaceItem { on: true, ..item(ItemKind::Switch, "wifi/switch", "Wi-Fi") },
        row("wifi/good", "Demo_Free_Wi-Fi", "この場所《ばしょ》の 名前《なまえ》"),
        row("wifi/fake", "FREE-WIFI-123", "知《し》らない 名前"),
        row("wifi/japan", "00000JAPAN", "災害《さいがい》のときだけ"),
        FaceItem {
            value: "たずねる".into(),
            ..row("wifi/auto", "ホットスポットへの 自動《じどう》 接続《せつぞく》", "")
        },
        FaceItem { enabled: false, ..item(ItemKind::Button, "wifi/more", "その ほかの 設定《せってい》") },
    ];
    blank(ScreenKind::List, "Wi-Fi", items)
}

fn home() -> Vec<FaceItem> {
    let app = |id: &str, label: &str, icon: &str| FaceItem {
        icon: icon.into(),
        gestures: vec![Gesture::Tap, Gesture::Long, Gesture::Drag { onto: "home/folder".into() }],
        ..item(ItemKind::Icon, &format!("home/{id}"), label)
    };
    vec![
        app("phone", "電話《でんわ》", "call"),
        app("messages", "メッセージ", "message"),
        app("browser", "ブラウザ", "globe"),
        app("settings", "設定《せってい》", "gear"),
        app("camera", "カメラ", "camera"),
        app("map", "ちず", "pin"),
        app("dengon", "災害用伝言《さいがいようでんごん》", "family"),
        app("none", "えの ない アプリ", "nobody-drew-this"),
    ]
}

fn dial() -> Vec<FaceItem> {
    let keys = "123456789*0#".chars().map(|c| item(ItemKind::Key, &format!("dial/{c}"), &c.to_string()));
    let shown =
        FaceItem { value: "171".into(), on: true, ..item(ItemKind::Field, "dial/number", "番号《ばんごう》") };
    let call = FaceItem { icon: "call".into(), ..item(ItemKind::Button, "dial/call", "かける") };
    let tab = |id: &str, label: &str, on| FaceItem { on, ..item(ItemKind::Tab, id, label) };
    let tabs = [
        tab("dial/pad", "キーパッド", true),
        tab("dial/past", "りれき", false),
        tab("dial/who", "連絡先《れんらくさき》", false),
    ];
    [shown].into_iter().chain(keys).chain([call]).chain(tabs).collect()
}

fn chat() -> Vec<FaceItem> {
    let said = |id: &str, label: &str, mine| FaceItem { mine, ..item(ItemKind::Bubble, id, label) };
    vec![
        said("chat/1", "いま どこに いますか。", false),
        said("chat/2", "えきに います。", true),
        said(
            "chat/3",
            "お荷物《にもつ》の お届《とど》けに あがりましたが、不在《ふざい》の ため 持《も》ち帰《かえ》りました。ご確認《かくにん》 ください。",
            false,
        ),
        row("chat/link", "http://example.com/a/b/c/very-long-address", ""),
        FaceItem { on: false, ..item(ItemKind::Field, "chat/write", "メッセージ") },
        item(ItemKind::Button, "chat/send", "おくる"),
    ]
}

fn call() -> Vec<FaceItem> {
    let button =
        |id: &str, label: &str, icon: &str| FaceItem { icon: icon.into(), ..item(ItemKind::Button, id, label) };
    vec![
        item(ItemKind::Text, "call/who", "+1 844 000 0110"),
        item(
            ItemKind::Text,
            "call/what",
            "着信中《ちゃくしんちゅう》です。警視庁《けいしちょう》を なのる 人《ひと》です。",
        ),
        button("call/take", "でる", "call"),
        button("call/end", "きる", "hang-up"),
    ]
}

fn web() -> Vec<FaceItem> {
    let text =
        "この ページは れんしゅう用《よう》です。ほんものの 役所《やくしょ》の ページでは ありません。".repeat(2);
    let image =
        FaceItem { label: "まつりの 写真《しゃしん》".into(), ..item(ItemKind::Image, "web/photo", "") };
    let mut all = vec![image];
    all.extend((0..4).map(|n| item(ItemKind::Text, &format!("web/{n}"), &text)));
    all.push(FaceItem {
        on: true, ..item(ItemKind::Check, "web/agree", "この きまりに 同意《どうい》する")
    });
    all.push(FaceItem { on: true, ..item(ItemKind::Button, "web/go", "インターネットに つなぐ") });
    all
}

fn fields() -> Vec<FaceItem> {
    let field = |id: &str, label: &str, value: &str, on| FaceItem {
        value: value.into(),
        on,
        ..item(ItemKind::Field, id, label)
    };
    vec![
        field("form/name", "お名前《なまえ》（れんしゅう用《よう》）", "", false),
        field("form/words", "ことば", "きょうは いい てんきです", true),
        item(ItemKind::Button, "form/send", "おくる"),
    ]
}

fn key(label: &str) -> FaceItem {
    item(ItemKind::Key, &format!("key/{label}"), label)
}

fn kana() -> Keyboard {
    let rows = ["あ か さ けす", "た な は くうはく", "ま や ら ABC", "゛゜小 わ 、。?! 完了"];
    let rows = rows.map(|row| row.split(' ').map(key).collect()).to_vec();
    Keyboard { kind: KeyboardKind::Kana, rows, words: ["今日は", "きょうは", "強は"].map(key).to_vec() }
}

fn number() -> Keyboard {
    let rows = ["1 2 3", "4 5 6", "7 8 9", "けす 0 完了"].map(|row| row.split(' ').map(key).collect()).to_vec();
    Keyboard { kind: KeyboardKind::Number, rows, words: vec![] }
}

fn notices() -> Vec<FaceItem> {
    let notice = |id: &str, label: &str, detail: &str| FaceItem {
        icon: "bell".into(),
        gestures: vec![Gesture::Tap, Gesture::Swipe(Dir::Left), Gesture::Swipe(Dir::Right)],
        ..row(&format!("notice/{id}"), label, detail)
    };
    vec![
        notice("a", "市《し》からの お知《し》らせ", "あすは ごみの 日《ひ》です。"),
        notice(
            "b",
            "ふざいの お知らせ",
            "お荷物を お届けしましたが、いらっしゃいませんでした。下記《かき》より ご確認ください。",
        ),
    ]
}

fn sliders() -> Vec<FaceItem> {
    let slider = |id: &str, label: &str, now| FaceItem {
        level: Some((now, 5)),
        gestures: vec![Gesture::Swipe(Dir::Left), Gesture::Swipe(Dir::Right)],
        ..item(ItemKind::Slider, id, label)
    };
    vec![
        slider("set/bright", "明《あか》るさ", 3),
        slider("set/loud", "音《おと》の 大《おお》きさ", 5),
        row("set/size", "文字《もじ》の 大きさ", ""),
    ]
}
