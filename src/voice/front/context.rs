//! Words that are read one way or another by the words around them, where the dictionary alone chooses wrongly: 高齢の方《かた》,
//! 左の方《ほう》; 入力した後《あと》; 避難を行《おこな》って.

use super::node;
use jpreprocess_njd::NJDNode;

/// Looks at the words just before (`head`) and just after (`tail`) one word.
struct Place<'a> {
    word: &'a NJDNode,
    head: &'a [NJDNode],
    tail: &'a [NJDNode],
}

impl Place<'_> {
    fn is(&self, surface: &str) -> bool {
        self.word.get_string() == surface
    }
    fn read_as(&self, reading: &str) -> bool {
        self.word.get_read() == Some(reading)
    }
    /// The n-th word before, spaces not counted.
    fn before(&self, n: usize) -> &str {
        self.head.iter().rev().filter(|node| is_word(node)).nth(n).map_or("", NJDNode::get_string)
    }
    fn after(&self, n: usize) -> &str {
        self.tail.iter().filter(|node| is_word(node)).nth(n).map_or("", NJDNode::get_string)
    }
    fn kind_before(&self) -> String {
        self.head.iter().rev().find(|node| is_word(node)).map_or_else(String::new, kind)
    }
    fn kind_after(&self, n: usize) -> String {
        self.tail.iter().filter(|node| is_word(node)).nth(n).map_or_else(String::new, kind)
    }
}

fn is_word(node: &NJDNode) -> bool {
    !matches!(node.get_string(), "　" | "「" | "」" | "『" | "』")
}

fn kind(node: &NJDNode) -> String {
    node.get_pos().to_string()
}

/// One rule: the row that takes the word's place, if it does.
type Rule = fn(&Place<'_>) -> Option<&'static str>;

const RULES: &[Rule] =
    &[person_or_side, after_something, carry_out, open_by_itself, what_kind_of_number, home, other, nobody_about];

/// Changes the readings that the context decides.
pub(super) fn correct(nodes: &mut [NJDNode]) {
    for at in 0..nodes.len() {
        let (head, rest) = nodes.split_at(at);
        let Some((word, tail)) = rest.split_first() else { return };
        let place = Place { word, head, tail };
        let better = RULES.iter().find_map(|rule| rule(&place)).and_then(node);
        if let (Some(better), Some(slot)) = (better, nodes.get_mut(at)) {
            *slot = better;
        }
    }
}

const KATA: &str = "方,名詞,非自立,一般,*,*,*,方,カタ,カタ,2/2,C3,-1";
const HOU: &str = "方,名詞,非自立,一般,*,*,*,方,ホウ,ホー,1/2,C3,-1";

/// Words that 方 makes a direction or a side of.
const SIDES: &[&str] = &[
    "上",
    "下",
    "左",
    "右",
    "前",
    "後",
    "後ろ",
    "うしろ",
    "東",
    "西",
    "南",
    "北",
    "奥",
    "手前",
    "内",
    "外",
    "横",
    "隣",
    "となり",
    "山",
    "海",
    "川",
    "駅",
    "こちら",
    "そちら",
    "あちら",
    "どちら",
    "こっち",
    "そっち",
    "あっち",
    "どっち",
    "その",
    "この",
    "あの",
    "先",
    "端",
    "遠く",
    "近く",
    "中",
    "真ん中",
    "そこ",
    "ここ",
    "あそこ",
    "役所",
    "家",
    "道",
];

fn person_or_side(place: &Place<'_>) -> Option<&'static str> {
    if !place.is("方") || place.word.get_pos().to_string().contains("接尾") {
        return None;
    }
    let before = place.before(0);
    if before == "の" {
        return Some(if SIDES.contains(&place.before(1)) { HOU } else { KATA });
    }
    let modified = matches!(place.kind_before().split(',').next(), Some("動詞" | "助動詞" | "形容詞"));
    let compared = place.after(0) == "が"
        && (place.kind_after(1).starts_with("形容詞")
            || place.kind_after(1).contains("形容動詞語幹")
            || matches!(place.after(1), "いい" | "よい" | "良い"));
    match before {
        "この" | "その" | "あの" => Some(KATA),
        "な" if !compared => Some(KATA),
        _ if modified => Some(if compared { HOU } else { KATA }),
        _ => None,
    }
}

/// 後 after a verb or の is あと, never のち.
fn after_something(place: &Place<'_>) -> Option<&'static str> {
    let before = place.before(0);
    let fits = place.is("後") && (matches!(before, "た" | "だ" | "の") || place.read_as("ノチ"));
    (fits && before != "その").then_some("後,名詞,副詞可能,*,*,*,*,後,アト,アト,1/2,C3,-1")
}

/// を行って is おこなって; 行って alone is いって.
fn carry_out(place: &Place<'_>) -> Option<&'static str> {
    (place.is("行っ")
        && matches!(place.before(0), "を" | "も" | "は")
        && place.kind_before().starts_with("助詞")
        && done(place.before(1)))
    .then_some("行っ,動詞,自立,*,*,五段・ワ行促音便,連用タ接続,行う,オコナッ,オコナッ,0/4,*,-1")
}

/// What is carried out; ways and roads are gone along.
fn done(object: &str) -> bool {
    !object.is_empty()
        && !matches!(
            object,
            "道" | "道路"
                | "坂"
                | "先"
                | "上"
                | "下"
                | "橋"
                | "通り"
                | "中"
                | "階段"
                | "左"
                | "右"
                | "まっすぐ"
                | "今日"
                | "明日"
                | "次"
                | "私"
                | "誰"
                | "歩道"
        )
}

/// 店が開く is あく, 画面を開く ひらく.
fn open_by_itself(place: &Place<'_>) -> Option<&'static str> {
    if !matches!(place.before(0), "が" | "は" | "も")
        || !matches!(
            place.before(1),
            "店" | "お店" | "ドア" | "扉" | "戸" | "門" | "窓" | "穴" | "鍵" | "席" | "ふた" | "シャッター" | "窓口"
        )
    {
        return None;
    }
    match place.word.get_string() {
        "開い" => Some("開い,動詞,自立,*,*,五段・カ行イ音便,連用タ接続,開く,アイ,アイ,0/2,*,-1"),
        "開く" => Some("開く,動詞,自立,*,*,五段・カ行イ音便,基本形,開く,アク,アク,0/2,*,-1"),
        "開き" => Some("開き,動詞,自立,*,*,五段・カ行イ音便,連用形,開く,アキ,アキ,0/2,*,-1"),
        "開か" => Some("開か,動詞,自立,*,*,五段・カ行イ音便,未然形,開く,アカ,アカ,0/2,*,-1"),
        _ => None,
    }
}

/// 何の日 is なんのひ and 何ですか なんですか; 何が, 何に, 何か are なに: the sound changes before で, と, だ and の.
fn what_kind_of_number(place: &Place<'_>) -> Option<&'static str> {
    const NANI: &str = "何,名詞,代名詞,一般,*,*,*,何,ナニ,ナニ,1/2,C3,-1";
    const NAN: &str = "何,名詞,代名詞,一般,*,*,*,何,ナン,ナン,1/2,C3,-1";
    if place.is("何") && place.read_as("ナニ") && place.after(0).starts_with(['の', 'で', 'だ']) {
        return Some(NAN);
    }
    (place.is("何") && place.read_as("ナン") && matches!(place.after(0), "か" | "が" | "を" | "も" | "に" | "から"))
        .then_some(NANI)
}

/// 家 by itself is いえ.
fn home(place: &Place<'_>) -> Option<&'static str> {
    (place.is("家") && (place.read_as("ウチ") || place.read_as("ヤ")) && !place.kind_before().starts_with("名詞"))
        .then_some("家,名詞,一般,*,*,*,*,家,イエ,イエ,2/2,C3,-1")
}

/// その他 is そのほか in what is said.
fn other(place: &Place<'_>) -> Option<&'static str> {
    (place.is("他")
        && matches!(place.before(0), "その" | "の" | "")
        && matches!(place.after(0), "の" | "に" | "は" | "、" | ""))
    .then_some("他,名詞,非自立,副詞可能,*,*,*,他,ホカ,ホカ,0/2,C3,-1")
}

/// 人気のない道 is ひとけ, 人気がある にんき.
fn nobody_about(place: &Place<'_>) -> Option<&'static str> {
    let nobody = matches!(place.after(0), "の" | "が" | "も")
        && matches!(place.after(1), "ない" | "無い" | "なく" | "なかっ" | "無く");
    (place.is("人気") && nobody).then_some("人気,名詞,一般,*,*,*,*,人気,ヒトケ,ヒトケ,0/3,C2,-1")
}
