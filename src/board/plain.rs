//! What makes words hard to read or dangerous to hang up: long sentences, the words of offices, and whatever names a person. The checker asks; it
//! never refuses, because only people know what must be said.

use crate::words::Line;

/// What somebody should look at again before words are hung up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A sentence with more signs than are read in one breath.
    Long,
    /// A word of offices, as it stands there.
    Office(&'static str),
    /// Digits that look like somebody's telephone.
    Telephone,
    /// A word after which mostly a name stands before it (さん), or an age.
    Person,
}

/// Signs in one sentence, as STYLE has it.
const LONGEST: usize = 40;
/// What STYLE asks not to use.
const OFFICE: [&str; 10] =
    ["申請者", "当該", "の旨", "及び", "並びに", "若しくは", "速やかに", "適宜", "随時", "所定の"];
/// What stands after a name. 「みなさん」「お子さん」 name nobody.
const AFTER_NAMES: [&str; 6] = ["さん", "さま", "様", "ちゃん", "くん", "君"];
const NOBODY: [&str; 12] = [
    "みなさん",
    "皆さん",
    "みなさま",
    "皆さま",
    "皆様",
    "お子さん",
    "赤ちゃん",
    "おかあさん",
    "おとうさん",
    "お客さま",
    "たくさん",
    "お医者さん",
];

/// Everything doubtful in words in Japanese, each kind once, the gravest first.
pub fn doubts(words: &str) -> Vec<Doubt> {
    let plain: String = Line::parse(words).plain().split_whitespace().collect();
    let mut out = vec![];
    if names_somebody(&plain) {
        out.push(Doubt::Person);
    }
    if has_telephone(&plain) {
        out.push(Doubt::Telephone);
    }
    if plain.split(['。', '！', '？', '\n']).any(|sentence| sentence.chars().count() > LONGEST) {
        out.push(Doubt::Long);
    }
    out.extend(OFFICE.into_iter().filter(|word| plain.contains(word)).map(Doubt::Office));
    out
}

fn names_somebody(plain: &str) -> bool {
    let without = NOBODY.iter().fold(plain.to_owned(), |text, nobody| text.replace(nobody, "、"));
    let after = |word: &str| without.match_indices(word).any(|(at, _)| without.get(..at).is_some_and(ends_like_a_name));
    let age = without
        .match_indices(['歳', '才'])
        .any(|(at, _)| without.get(..at).and_then(|before| before.chars().next_back()).is_some_and(char::is_numeric));
    AFTER_NAMES.iter().any(|word| after(word)) || age
}

fn ends_like_a_name(before: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphabetic() && !matches!(c, 'の' | 'は' | 'が' | 'を' | 'に' | 'で'))
}

/// Nine digits or more in one run, with nothing but hyphens and brackets between them.
fn has_telephone(plain: &str) -> bool {
    let mut run = 0;
    for c in plain.chars() {
        run = match c {
            c if c.is_ascii_digit() || ('０'..='９').contains(&c) => run + 1,
            '-' | '－' | '‐' | 'ー' | '(' | ')' | '（' | '）' => run,
            _ => 0,
        };
        if run >= 9 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_telephones_and_hard_words_are_asked_about() {
        for (words, wanted) in [
            ("水《みず》は 体育館《たいいくかん》で くばります。", vec![]),
            ("やまださんを さがして います。", vec![Doubt::Person]),
            ("5歳の 男の子です。", vec![Doubt::Person]),
            ("みなさん、たくさん あります。赤ちゃんも どうぞ。", vec![]),
            ("電話は 090-1234-5678です。", vec![Doubt::Telephone]),
            ("０２８５（１２）３４５６", vec![Doubt::Telephone]),
            ("171で つたえます。", vec![]),
            ("当該 用紙を 速やかに 出します。", vec![Doubt::Office("当該"), Doubt::Office("速やかに")]),
        ] {
            assert_eq!(doubts(words), wanted, "{words}");
        }
        assert_eq!(doubts(&"あ".repeat(41)), [Doubt::Long]);
        assert_eq!(doubts(&format!("{}。{}", "あ".repeat(40), "い".repeat(40))), []);
    }
}
