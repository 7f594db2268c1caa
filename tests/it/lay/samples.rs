//! Pages as the screens make them, for the tests of layout: short, long, crowded.

use engawa::page::{Canvas, CanvasKind, Control, Id, Kind, Level, Page, Part, Picture, Role, Svg, Tone, Weight};

/// What a press on these pages means: the id of what was pressed, or the part to turn to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Msg {
    Press(&'static str),
    Turn(Id),
}

type P = Part<Msg>;

fn text(level: Level, words: &str) -> P {
    P::text(level, words)
}

fn card(id: &'static str, name: &str, detail: &str, icon: &'static str) -> P {
    Control::card(id, name, Msg::Press(id)).detail(detail).icon(icon).into()
}

fn button(id: &'static str, name: &str, icon: &'static str) -> Control<Msg> {
    Control::button(id, name, Msg::Press(id)).icon(icon)
}

fn bar() -> P {
    let end = button("bar/end", "おわる（消す）", "back").weight(Weight::Away);
    let all = [
        button("bar/hear", "声《こえ》で きく", "speaker"),
        button("bar/bigger", "文字《もじ》を 大《おお》きく", "letters"),
        button("bar/tongue", "ことば Language", "globe"),
        button("bar/call", "人《ひと》を よぶ", "person"),
        end,
    ];
    P::group(Kind::Bar, all.map(P::from))
}

fn top(title: &str) -> P {
    let back = button("top/back", "もどる", "back");
    let home = button("top/home", "さいしょへ", "home");
    P::group(Kind::Top, [text(Level::Title, title), back.into(), home.into()])
}

fn now() -> P {
    P::group(
        Kind::Stack,
        [
            text(Level::Note, "11月21日（土）午前10時5分"),
            text(Level::Age, "気象庁《きしょうちょう》の 知《し》らせ：10時2分に とどきました"),
        ],
    )
}

pub(crate) fn home() -> Page<Msg> {
    Page::new([
        P::group(
            Kind::Top,
            [text(Level::Title, "えんがわ"), text(Level::Note, "まちの あんないと スマホの れんしゅう"), now()],
        ),
        text(Level::Hello, "こんにちは。どうぞ、さわって みてください。"),
        text(Level::Body, "何《なに》を 押《お》しても こわれません。お金《かね》も かかりません。"),
        P::group(
            Kind::Cards,
            [
                card("lessons", "スマホの れんしゅう", "電話・Wi-Fi・写真・だまされない練習《れんしゅう》", "phone"),
                card("office", "役所《やくしょ》の 手《て》つづき", "何を もって どこへ 行けば よいか", "house"),
                card("ready", "災害《さいがい》に そなえる", "", "shield"),
                card("places", "ちかくの 場所《ばしょ》", "", "pin"),
                card("board", "お知《し》らせ", "", "paper"),
            ],
        ),
        bar(),
    ])
}

pub(crate) fn shelter() -> Page<Msg> {
    let banner = [
        text(Level::Heading, "大雨 危険警報《きけんけいほう》 が 出《で》ています"),
        text(Level::Body, "外《そと》へ 出ないで、ここに いてください。"),
        text(Level::Age, "気象庁 午前6時51分 発表《はっぴょう》・12分前に とどきました"),
        button("more", "くわしく", "").weight(Weight::Danger).into(),
    ];
    Page::new([
        P::group(
            Kind::Top,
            [
                text(Level::Title, "ここは 中央小学校《ちゅうおうしょうがっこう》の 避難所《ひなんじょ》です"),
                P::group(Kind::Stack, [text(Level::Note, "8月30日（日）午前7時0分")]),
            ],
        ),
        P::group(Kind::Banner(Tone::Danger), banner),
        P::group(
            Kind::Cards,
            [
                card("water", "水・食《た》べもの・トイレ", "給水《きゅうすい》 午前10時 校庭", "drop"),
                card("family", "家族《かぞく》に 知らせる", "171・Wi-Fi・充電《じゅうでん》", "family"),
                card("body", "からだ・くすり・赤ちゃん", "医師《いし》が 来ます 午後1時", "heart"),
                card("power", "電気・水道・道", "停電《ていでん》 ふっきゅうは 未定", "plug"),
                card("house", "家が こわれた・お金", "罹災《りさい》証明書", "broken-house"),
                card("board", "お知らせ", "新しい お知らせ 2つ", "paper"),
            ],
        ),
        bar(),
    ])
}

fn step(n: &str, what: &str, how: &[&str]) -> P {
    let how = how.iter().map(|how| text(Level::Body, how));
    P::group(Kind::Step, [text(Level::Number, n), text(Level::Lead, what)].into_iter().chain(how))
}

pub(crate) fn guide() -> Page<Msg> {
    Page::new([
        top("からだを まもる"),
        text(Level::Heading, "エコノミークラス症候群《しょうこうぐん》を ふせぐ"),
        text(Level::Body, "おなじ すがたで じっと していると、足《あし》の 血《ち》が かたまります。"),
        P::group(
            Kind::Steps,
            [
                step("1", "足を うごかす", &["かかとを 上《あ》げ下《さ》げします。1時間に 1回、20回ずつ。"]),
                step("2", "水を のむ", &["トイレが 気に なっても、がまんしないでください。"]),
                step("3", "ゆるい 服《ふく》に かえる", &["ベルトや くつ下を ゆるめます。"]),
                step(
                    "4",
                    "横《よこ》に なれる 場所を つくる",
                    &["車の 中では、座席《ざせき》を 平らに します。", "足の 下に 荷物《にもつ》を おきます。"],
                ),
                step(
                    "5",
                    "むねが 苦《くる》しい ときは",
                    &["すぐに 職員《しょくいん》へ 言ってください。夜中でも かまいません。"],
                ),
            ],
        ),
        P::group(
            Kind::Callout(Tone::Care),
            [
                text(Level::Lead, "こんな ときは"),
                text(Level::Body, "片足《かたあし》だけが はれて いたい ときは、すぐに 医師に みせて ください。"),
            ],
        ),
        text(Level::Age, "厚生労働省《こうせいろうどうしょう》 2024年6月・2026年11月に たしかめました"),
        bar(),
    ])
}

/// 2,000 characters and more, with every kind of mark in them.
pub(crate) fn long() -> Page<Msg> {
    let sentence = "すぐに 高《たか》い ところへ にげてください。「きゃっ」と ちょっと（例）まってください。データーは『本』です、〜。";
    let many =
        (0..30).map(|n| text(if n % 7 == 0 { Level::Heading } else { Level::Body }, &sentence.repeat(1 + n % 3)));
    let ages = (0..3)
        .flat_map(|_| [text(Level::Body, &sentence.repeat(4)), text(Level::Age, "気象庁 午前6時51分に とどきました")]);
    Page::new([top("ながい はなし")].into_iter().chain(many).chain(ages).chain([bar()]))
}

pub(crate) fn search() -> Page<Msg> {
    let rows: Vec<&[&'static str]> = vec![
        &["あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ"],
        &["い", "き", "し", "ち", "に", "ひ", "み", "ゆ", "り", "を"],
        &["う", "く", "す", "つ", "ぬ", "ふ", "む", "よ", "る", "ん"],
        &["え", "け", "せ", "て", "ね", "へ", "め", "゛", "れ", "ー"],
    ];
    let (mut at, mut parts) = (vec![], vec![]);
    for (y, row) in rows.iter().enumerate() {
        for (x, name) in row.iter().enumerate() {
            at.push([x as f32 * 23.2, y as f32 * 23.2, 20.0, 20.0]);
            parts.push(Control::new(Role::Key, format!("key/{name}"), *name, Msg::Press(name)).into());
        }
    }
    let keyboard = Canvas {
        id: "keys".into(),
        kind: CanvasKind::Keyboard,
        name: "もじばん".into(),
        size: [10.0 * 23.2 - 3.2, 4.0 * 23.2 - 3.2],
        at,
        parts,
    };
    let field = Control::new(Role::Field, "field", "さがす ことば", Msg::Press("field")).value("じしん".into());
    Page::new([top("さがす"), field.into(), Part::Canvas(keyboard), bar()])
}

pub(crate) fn shelf() -> Page<Msg> {
    let row = |n: usize| {
        let name = ["row/0", "row/1", "row/2", "row/3", "row/4", "row/5", "row/6", "row/7"][n];
        Part::from(
            Control::new(Role::Row, name, "避難所《ひなんじょ》と 避難場所の ちがい", Msg::Press(name))
                .detail("どちらへ 行くか、いつ 行くか")
                .icon("paper"),
        )
    };
    Page::new([top("災害に そなえる"), P::group(Kind::List, (0..8).map(row)), bar()])
}

pub(crate) fn settings() -> Page<Msg> {
    let choice = |id: &'static str, name: &str| Part::from(Control::new(Role::Choice, id, name, Msg::Press(id)));
    let svg = Svg("<svg viewBox=\"0 0 160 90\"></svg>".into());
    Page::new([
        top("見やすく する"),
        text(Level::Heading, "文字の 大きさ"),
        P::group(
            Kind::Row,
            [choice("size/0", "ふつう"), choice("size/1", "大きい"), choice("size/2", "とても 大きい")],
        ),
        Control::new(Role::Switch, "ruby", "ふりがな", Msg::Press("ruby")).on(true).into(),
        P::group(
            Kind::Row,
            [
                Part::from(Control::new(Role::Tab, "tab/0", "見る", Msg::Press("tab/0"))),
                Control::new(Role::Tab, "tab/1", "きく", Msg::Press("tab/1")).into(),
            ],
        ),
        Part::Picture(Picture { id: Id::default(), svg, alt: "えの せつめい".into() }),
        P::group(Kind::Callout(Tone::Hint), [text(Level::Body, "いつでも もどせます。"), text(Level::Digits, "171")]),
        bar(),
    ])
}

/// Every page, with its name.
pub(crate) fn all() -> Vec<(&'static str, Page<Msg>)> {
    vec![
        ("home", home()),
        ("shelter", shelter()),
        ("guide", guide()),
        ("long", long()),
        ("search", search()),
        ("shelf", shelf()),
        ("settings", settings()),
    ]
}
