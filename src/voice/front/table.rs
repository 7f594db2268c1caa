//! Words of our own: `words.tsv`, and the digits of telephone numbers two by two, as they are said.

use super::super::kana::morae;
use jpreprocess_dictionary::dictionary::to_dict::JPreprocessDictionaryBuilder;
use lindera_dictionary::{LinderaResult, dictionary::UserDictionary};

const WORDS: &str = include_str!("../words.tsv");
const USUAL_COST: &str = "-3000";

/// What stands between two words costs by their kind: the numbers are naist-jdic's own (left-id.def), with the four levels of the kind.
fn kind(name: &str) -> [&'static str; 5] {
    match name {
        "verbal" => ["1343", "名詞", "サ変接続", "*", "*"],
        "place" => ["1353", "名詞", "固有名詞", "地域", "一般"],
        "counter" => ["1360", "名詞", "接尾", "助数詞", "*"],
        "adverb" => ["1341", "副詞", "一般", "*", "*"],
        _ => ["1345", "名詞", "一般", "*", "*"],
    }
}

/// The user dictionary, built in a few milliseconds.
pub(super) fn own_words() -> LinderaResult<UserDictionary> {
    let rows: Vec<Vec<String>> = table().into_iter().chain(pairs_of_digits()).collect();
    let rows = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    JPreprocessDictionaryBuilder::default().build_user_dict_from_data(rows)
}

fn table() -> Vec<Vec<String>> {
    let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (surface, reading, accent) = (cells.next()?, cells.next()?, cells.next()?);
            let kind = kind(cells.next().unwrap_or_default());
            let cost = cells.next().filter(|cost| !cost.is_empty()).unwrap_or(USUAL_COST);
            Some(row(surface, reading, &long(reading), accent, kind, cost))
        })
        .collect()
}

fn row(surface: &str, reading: &str, sound: &str, accent: &str, kind: [&str; 5], cost: &str) -> Vec<String> {
    let [id, a, b, c, d] = kind;
    let accent = format!("{accent}/{}", morae(sound).len());
    [surface, id, id, cost, a, b, c, d, "*", "*", surface, reading, sound, accent.as_str(), "C1"]
        .map(str::to_owned)
        .to_vec()
}

/// コウ → コー, セイ → セー: words of Chinese origin only, which all of ours with ウ after オ are; イ after エ as well.
fn long(reading: &str) -> String {
    let mut out: Vec<char> = vec![];
    let signs: Vec<char> = reading.chars().collect();
    for (n, c) in signs.iter().enumerate() {
        let before = n.checked_sub(1).and_then(|n| signs.get(n)).copied().unwrap_or(' ');
        let lengthens = match c {
            'ウ' => "オコソトノホモヨロゴゾドボポョュユ".contains(before),
            'イ' => "エケセテネヘメレゲゼデベペ".contains(before),
            _ => false,
        };
        out.push(if lengthens { 'ー' } else { *c });
    }
    out.into_iter().collect()
}

/// 「ゼロニー」「ハチゴー」: two digits are one foot of four morae, the last of an odd number stands alone.
fn pairs_of_digits() -> Vec<Vec<String>> {
    const DIGITS: [&str; 10] = ["ゼロ", "イチ", "ニー", "サン", "ヨン", "ゴー", "ロク", "ナナ", "ハチ", "キュー"];
    let noun = ["1345", "名詞", "一般", "*", "*"];
    let pairs = DIGITS.iter().flat_map(|a| DIGITS.iter().map(move |b| format!("{a}{b}")));
    let pairs = pairs.map(|pair| row(&pair, &pair, &pair, "3", noun, "-9000"));
    let single = DIGITS.iter().map(|digit| row(digit, digit, digit, "1", noun, "-3000"));
    pairs.chain(single).collect()
}
