//! Pages of every kind of part, for looking at the kit alone. Nothing here is shown by the kiosk.

use crate::faces;

use engawa::lay::{Panel, default_size};
use engawa::page::{
    Canvas, CanvasKind, Control, Group, Id, Kind, Level, Page, Part, Picture, Role, Svg, Text, Tone, WarningLevel,
    Weight,
};
use engawa::phone::Dir;
use engawa::screens::glass::{self, Deed, Glass, Hand, Over, Point, Scale};
use engawa::words::{Line, Tongue, Words};

/// What was pressed.
pub(crate) type Msg = Id;

pub(crate) const NAMES: [&str; 8] = ["home", "shelter", "guide", "choices", "keyboard", "boxes", "levels", "phone"];

pub(crate) fn page(name: &str) -> Option<Page<Msg>> {
    let parts = match name {
        "home" => home(),
        "shelter" => shelter(),
        "guide" => guide(),
        "choices" => choices(),
        "keyboard" => keyboard(),
        "boxes" => boxes(),
        "levels" => levels(),
        "phone" => phone("wifi")?,
        other => phone(other.strip_prefix("phone-")?)?,
    };
    Some(Page::new(parts.into_iter().chain([bar()])))
}

/// What is in force, each with the mark of its level; the last as a row that can be opened.
fn levels() -> Vec<Part<Msg>> {
    let facts = [
        (WarningLevel::Five, "レベル5　大雨《おおあめ》特別警報《とくべつけいほう》"),
        (WarningLevel::Four, "レベル4　土砂災害《どしゃさいがい》危険警報《きけんけいほう》"),
        (WarningLevel::Three, "レベル3　氾濫《はんらん》警報《けいほう》"),
        (WarningLevel::Two, "レベル2　高潮《たかしお》注意報《ちゅういほう》"),
    ];
    let said = facts.map(|(level, words)| {
        let age = text(Level::Age, "気象庁《きしょうちょう》 午前10時2分に 出《だ》しました");
        Part::group(Kind::Warned(level), [text(Level::Lead, words), age])
    });
    let row = control(Role::Row, "fact", "レベル1　早期《そうき》注意《ちゅうい》情報《じょうほう》");
    let row = row.detail("気象庁《きしょうちょう》 午前5時に 出《だ》しました").icon(WarningLevel::One.icon());
    [top("いま あぶないか", vec![])].into_iter().chain(said).chain([row.into()]).collect()
}

fn text(level: Level, line: &str) -> Part<Msg> {
    Part::text(level, line)
}
fn control(role: Role, id: &str, name: &str) -> Control<Msg> {
    Control::new(role, id, name, Msg::from(id))
}
fn top(title: &str, beside: Vec<Part<Msg>>) -> Part<Msg> {
    let title = text(Level::Title, title);
    Part::group(Kind::Top, [title].into_iter().chain(beside))
}
fn bar() -> Part<Msg> {
    let button = |id, name, icon| control(Role::Button, id, name).icon(icon);
    Part::group(
        Kind::Bar,
        [
            button("bar/read", "声《こえ》で きく", "speaker").into(),
            button("bar/larger", "文字《もじ》を 大《おお》きく", "letters").into(),
            button("bar/language", "ことば Language", "globe").into(),
            button("bar/call", "人《ひと》を よぶ", "person").into(),
            button("bar/end", "おわる（消《け》す）", "back").weight(Weight::Away).into(),
        ],
    )
}
fn card(id: &str, name: &str, detail: &str, icon: &'static str) -> Part<Msg> {
    control(Role::Card, id, name).detail(detail).icon(icon).into()
}

fn home() -> Vec<Part<Msg>> {
    let ages = [
        text(Level::Note, "11月21日（土）午前10時5分"),
        text(Level::Age, "気象庁《きしょうちょう》の 知《し》らせ：10時2分に とどきました"),
    ];
    vec![
        top(
            "えんがわ",
            vec![text(Level::Note, "まちの あんないと スマホの れんしゅう"), Part::group(Kind::Stack, ages)],
        ),
        text(Level::Hello, "こんにちは。どうぞ、さわって みてください。"),
        text(Level::Body, "何《なに》を 押《お》しても こわれません。お金《かね》も かかりません。"),
        Part::group(
            Kind::Cards,
            [
                card("card/lessons", "スマホの れんしゅう", "電話《でんわ》・Wi-Fi・写真《しゃしん》", "phone"),
                card(
                    "card/offices",
                    "役所《やくしょ》の 手《て》つづき",
                    "何《なに》を もって どこへ 行《い》けば よいか",
                    "house",
                ),
                card("card/prepare", "災害《さいがい》に そなえる", "", "shield"),
                card("card/places", "ちかくの 場所《ばしょ》", "", "pin"),
                card("card/news", "お知《し》らせ", "", "paper"),
            ],
        ),
    ]
}

fn shelter() -> Vec<Part<Msg>> {
    vec![
        top(
            "ここは 中央小学校《ちゅうおうしょうがっこう》の 避難所《ひなんじょ》です",
            vec![text(Level::Note, "8月30日（日）午前7時0分")],
        ),
        Part::group(
            Kind::Banner(Tone::Danger),
            [
                Part::group(
                    Kind::Stack,
                    [
                        text(Level::Lead, "大雨《おおあめ》 危険警報《きけんけいほう》が 出《で》ています"),
                        text(Level::Body, "外《そと》へ 出《で》ないで、ここに いてください。"),
                        text(
                            Level::Age,
                            "気象庁《きしょうちょう》 午前6時51分 発表《はっぴょう》・12分前に とどきました",
                        ),
                    ],
                ),
                control(Role::Button, "banner/more", "くわしく").weight(Weight::Danger).into(),
            ],
        ),
        Part::group(
            Kind::Cards,
            [
                card(
                    "card/water",
                    "水《みず》・食《た》べもの・トイレ",
                    "給水《きゅうすい》 午前10時 校庭《こうてい》",
                    "drop",
                ),
                card("card/family", "家族《かぞく》に 知《し》らせる", "171・Wi-Fi・充電《じゅうでん》", "family"),
                card("card/body", "からだ・くすり・赤《あか》ちゃん", "医師《いし》が 来《き》ます 午後1時", "heart"),
                card(
                    "card/power",
                    "電気《でんき》・水道《すいどう》・道《みち》",
                    "停電《ていでん》 ふっきゅうは 未定《みてい》",
                    "plug",
                ),
                card(
                    "card/house",
                    "家《いえ》が こわれた・お金《かね》",
                    "罹災《りさい》証明書《しょうめいしょ》",
                    "broken-house",
                ),
                card("card/news", "お知《し》らせ", "新《あたら》しい お知《し》らせ 2つ", "paper"),
            ],
        ),
    ]
}

fn step(number: &str, lead: &str, body: &str) -> Part<Msg> {
    Part::group(Kind::Step, [text(Level::Number, number), text(Level::Lead, lead), text(Level::Body, body)])
}

fn guide() -> Vec<Part<Msg>> {
    let svg = Svg(include_str!("../../content/pictures/economy.svg").into());
    vec![
        top("からだを まもる", vec![control(Role::Button, "top/home", "はじめ").icon("home").into()]),
        text(Level::Heading, "エコノミークラス症候群《しょうこうぐん》を ふせぐ"),
        text(Level::Body, "おなじ すがたで じっと していると、足《あし》の 血《ち》が かたまります。"),
        Part::group(
            Kind::Steps,
            [
                step(
                    "1",
                    "足《あし》を うごかす",
                    "かかとを 上《あ》げ下《さ》げします。1時間《じかん》に 1回《かい》、20回ずつ。",
                ),
                step("2", "水《みず》を のむ", "トイレが 気《き》になっても、がまんしないでください。"),
                step("3", "ゆるい 服《ふく》に かえる", "ベルトや くつ下《した》を ゆるめます。"),
                step("4", "ふくらはぎを もむ", "下から 上へ、やさしく もみます。"),
            ],
        ),
        Part::Picture(Picture {
            id: "picture".into(), svg, alt: "いすに すわって 足を うごかす 人".into()
        }),
        Part::group(
            Kind::Callout(Tone::Danger),
            [
                text(Level::Lead, "息《いき》が くるしいときは"),
                text(
                    Level::Body,
                    "すぐに 119番《ばん》へ 電話《でんわ》するか、近《ちか》くの 人《ひと》を よんでください。",
                ),
            ],
        ),
        text(Level::Age, "厚生労働省 2024年1月 · 2026年11月に たしかめました"),
    ]
}

fn choices() -> Vec<Part<Msg>> {
    let choice = |id: &str, name: &str, on| control(Role::Choice, id, name).on(on).into();
    let tab = |id: &str, name: &str, on| control(Role::Tab, id, name).on(on).into();
    let mut off = control(Role::Button, "never", "まだ つかえません");
    off.msg = None;
    let row = |id: &str, name: &str, detail: &str, icon| control(Role::Row, id, name).detail(detail).icon(icon).into();
    vec![
        top("えらぶ", vec![]),
        Part::group(
            Kind::Row,
            [
                tab("tab/look", "見《み》る", false),
                tab("tab/with", "いっしょに", true),
                tab("tab/own", "ご自分《じぶん》のスマホで", false),
            ],
        ),
        Part::group(
            Kind::Row,
            [
                choice("size/1", "ふつう", true),
                choice("size/2", "大きい", false),
                choice("size/3", "いちばん 大きい", false),
            ],
        ),
        control(Role::Switch, "ruby", "ふりがなを つける").on(true).into(),
        control(Role::Switch, "loud", "大きな 声で 読む").into(),
        Part::group(
            Kind::Row,
            [
                control(Role::Button, "next", "つぎへ").weight(Weight::Primary).icon("next").into(),
                control(Role::Button, "plain", "もう一度《いちど》 きく").icon("again").into(),
                off.into(),
            ],
        ),
        Part::group(
            Kind::Row,
            [
                control(Role::Button, "away", "やめる").weight(Weight::Away).into(),
                control(Role::Button, "danger", "助《たす》けを よぶ").weight(Weight::Danger).icon("call").into(),
            ],
        ),
        Part::group(
            Kind::List,
            [
                row(
                    "hit/1",
                    "171で 家族《かぞく》に 知《し》らせる",
                    "災害用《さいがいよう》伝言《でんごん》ダイヤル",
                    "handset-alert",
                ),
                row("hit/2", "罹災《りさい》証明《しょうめい》と 写真《しゃしん》", "家が こわれたとき", "camera"),
            ],
        ),
    ]
}

fn keyboard() -> Vec<Part<Msg>> {
    const ROWS: [&str; 5] = [
        "あかさたなはまやらわ",
        "いきしちにひみ　り　",
        "うくすつぬふむゆるを",
        "えけせてねへめ　れ　",
        "おこそとのほもよろん",
    ];
    let (mut at, mut parts) = (vec![], vec![]);
    for (y, row) in (0_u8..).zip(ROWS) {
        for (x, sign) in (0_u8..).zip(row.chars()).filter(|(_, sign)| *sign != '　') {
            at.push([f32::from(x) * 23.2, f32::from(y) * 23.2, 20.0, 20.0]);
            let sign = sign.to_string();
            parts.push(control(Role::Key, &format!("key/{sign}"), &sign).into());
        }
    }
    let name = Line::from("文字《もじ》を えらぶ 板《いた》");
    let field = control(Role::Field, "field", "さがす ことば").value(Line::verbatim("ひなんじ"));
    let size = [9.0 * 23.2 + 20.0, 4.0 * 23.2 + 20.0];
    vec![
        top("さがす", vec![]),
        field.into(),
        Part::Canvas(Canvas { id: "keys".into(), kind: CanvasKind::Keyboard, name, size, at, parts }),
    ]
}

fn boxes() -> Vec<Part<Msg>> {
    let remark = |tone, lead: &str, body: &str| {
        Part::Group(Group { kind: Kind::Callout(tone), parts: vec![text(Level::Lead, lead), text(Level::Body, body)] })
    };
    vec![
        top("ことばの はこ", vec![]),
        Part::Text(Text { id: "digits".into(), level: Level::Digits, line: "171".into() }),
        remark(Tone::Calm, "知《し》っておくこと", "ここは 夜《よる》も あいています。"),
        remark(Tone::Hint, "ゆっくりで だいじょうぶ", "はり紙《がみ》の 名前《なまえ》と おなじものは どれですか。"),
        remark(Tone::Care, "気《き》を つける", "「Demo_Free_Wi-Fi」だけに つなぎます。"),
        remark(Tone::Danger, "命《いのち》に かかわること", "川《かわ》へ 近《ちか》づかないでください。"),
    ]
}

/// A practice phone as a lesson shows it: one of the faces of `faces`, at a scale, with or without a hand.
fn phone(name: &str) -> Option<Vec<Part<Msg>>> {
    let (name, hand) = name.split_once('+').map_or((name, None), |(name, hand)| (name, Some(hand)));
    let (name, scale) = match name.split_once('@') {
        Some((name, "real")) => (name, Scale::Real),
        Some((name, "double")) => (name, Scale::Double),
        _ => (name, Scale::Large),
    };
    let face = faces::NAMES.contains(&name).then(|| faces::face(name))??;
    let alt = Line::from("ここを 長《なが》く おします。");
    let point = face.items.iter().find(|item| !item.gestures.is_empty()).map(|item| Point {
        item: item.id.clone(),
        hand: hand.map(|hand| Hand {
            alt,
            deed: if hand == "up" { Deed::Move(Dir::Up, Over::Glass) } else { Deed::Tap },
            at: 0,
        }),
    });
    let (words, panel) = (Words::shipped(&Tongue::JA), Panel { w: 344.0, h: 194.0 });
    let units = glass::height(panel, default_size(panel), scale);
    let glass = Glass { face: &face, words: &words, scale, units, page: None, point: point.as_ref(), aim: None };
    let phone = Page { parts: vec![glass.canvas()] }.map(|_| Msg::from("phone")).parts;
    let tab = |id: &str, name: &str, on| control(Role::Tab, id, name).on(on).into();
    let left = [
        Part::group(Kind::Row, [tab("pass/show", "見《み》る", false), tab("pass/with", "いっしょに", true)]),
        text(Level::Note, "4つめ（ぜんぶで 5つ）"),
        text(Level::Lead, "この場所《ばしょ》の 名前《なまえ》を さわります。"),
        Part::group(Kind::Callout(Tone::Hint), [text(Level::Body, "ゆっくりで だいじょうぶです。")]),
    ];
    let halves = [Part::group(Kind::Stack, left)].into_iter().chain(phone);
    Some(vec![top("公衆《こうしゅう》Wi-Fiに つなぐ", vec![]), Part::group(Kind::Split, halves)])
}
