//! Text as search sees it. Japanese has no spaces and is typed in kana before it is kanji, so signs are cut into
//! overlapping pieces and every text is kept twice: as written, and as read. Both the index and what a person types pass through
//! here, or they would not meet.
//!
//! Pieces have three signs, the last ones of a run two and one. Two would do for kanji, but pairs of kana stand in nearly every
//! text; what is shorter than a piece is looked for as the beginning of one, for which the index keeps lists of its own.

use unicode_normalization::UnicodeNormalization;

/// How one character takes part in search.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Written without spaces: kana, kanji, hangul, Thai and their neighbours. Cut into pieces.
    Sign,
    /// Written with spaces: Latin, Cyrillic, … A run of them is one word.
    Letter,
    Digit,
    /// White space vanishes between signs (分かち書き) and parts words elsewhere.
    Space,
    /// Punctuation parts everything.
    Wall,
}

/// The same letters for the same text: NFKC, lower case, Latin letters without their accents.
pub(super) fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).flat_map(without_accent).collect()
}

/// As read and typed: katakana, with the differences gone that a hurried finger makes (ゃ for や, ぢ for じ).
/// Takes folded text.
pub(super) fn kana(folded: &str) -> String {
    folded.chars().map(|c| level(katakana(c))).collect()
}

/// Half-width kana and full-width letters as everybody else writes them.
pub(super) fn wide(text: &str) -> String {
    text.nfkc().collect()
}

/// Folded text without its spaces, for looking up a piece by eye instead of by index.
pub(super) fn squeeze(folded: &str) -> String {
    folded.chars().filter(|c| class(*c) != Class::Space).collect()
}

/// True when a word can be looked for by its reading alone.
pub(super) fn is_kana(folded: &str) -> bool {
    !folded.is_empty() && folded.chars().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー'))
}

/// The terms of a text, in order, parted by spaces, as they go into the index. Takes folded text.
pub(super) fn index_terms(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len() * 3);
    let mut push = |term: &str| out.extend([term, " "]);
    for run in runs(folded) {
        match run.class {
            Class::Sign => pieces(&run.text).for_each(&mut push),
            Class::Wall => push(WALL),
            _ => push(&run.text),
        }
    }
    out
}

/// The index expression that finds `folded` as one connected piece; `None` when nothing in it can be looked for.
/// Less than a piece, and a word that may still be growing, stand for all that begin with them.
pub(super) fn phrase(folded: &str) -> Option<String> {
    let mut runs = runs(folded);
    let is_wall = |run: &Run| run.class == Class::Wall;
    runs.drain(..runs.iter().take_while(|run| is_wall(run)).count());
    while runs.last().is_some_and(is_wall) {
        runs.pop();
    }
    let (end, before) = runs.split_last()?;
    let mut terms: Vec<String> = before.iter().flat_map(index_terms_of).collect();
    let whole = pieces(&end.text).filter(|piece| piece.chars().count() == PIECE).map(str::to_owned);
    let grows = if end.class == Class::Sign {
        let before = terms.len();
        terms.extend(whole);
        let short = terms.len() == before;
        terms.extend(short.then(|| end.text.clone()));
        short
    } else {
        terms.push(singular(&end.text).to_owned());
        true
    };
    // Terms hold letters, digits, signs and WALL only: nothing that the query language would read as its own.
    Some(format!("\"{}\"{}", terms.join(" "), if grows { "*" } else { "" }))
}

/// The parts of a sentence worth looking for by themselves: kanji, katakana, Latin, digits; what is in hiragana between them
/// is mostly grammar (「水はどこ」 → 水).
pub(super) fn content_words(folded: &str) -> Vec<String> {
    let is_core = |c: char| !matches!(c, 'ぁ'..='ゖ') && !matches!(class(c), Class::Space | Class::Wall);
    folded.split(|c| !is_core(c)).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Stands in the index where punctuation stood, so that no phrase reaches across.
const WALL: &str = "0wall0";

struct Run {
    class: Class,
    text: String,
}

fn index_terms_of(run: &Run) -> Vec<String> {
    index_terms(&run.text).split_whitespace().map(str::to_owned).collect()
}

fn runs(folded: &str) -> Vec<Run> {
    let mut out: Vec<Run> = vec![];
    let mut parted = false;
    for c in folded.chars() {
        let class = class(c);
        if class == Class::Space {
            parted = true;
            continue;
        }
        match out.last_mut() {
            Some(run) if run.class == class && (!parted || class == Class::Sign) => {
                if class != Class::Wall {
                    run.text.push(c);
                }
            }
            _ => out.push(Run { class, text: c.to_string() }),
        }
        parted = false;
    }
    out
}

/// Signs in a piece.
const PIECE: usize = 3;

/// One piece from every sign on, as long as the run lasts.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.char_indices().map(|(at, _)| at);
    let ends = text.char_indices().map(|(at, _)| at).skip(PIECE).chain(std::iter::repeat(text.len()));
    starts.zip(ends).filter_map(|(from, to)| text.get(from..to))
}

/// English plurals: the shorter form finds both, because a word may grow.
fn singular(word: &str) -> &str {
    if word.len() >= 4 { word.strip_suffix('s').unwrap_or(word) } else { word }
}

fn class(c: char) -> Class {
    match c {
        c if is_sign(c) => Class::Sign,
        c if c.is_whitespace() => Class::Space,
        c if c.is_numeric() => Class::Digit,
        c if c.is_alphabetic() || is_mark(c) => Class::Letter,
        _ => Class::Wall,
    }
}

/// Scripts written without spaces: kana, kanji, Thai, Lao, Burmese, Khmer; and hangul, whose words change at their ends.
fn is_sign(c: char) -> bool {
    matches!(c, '々' | '〆' | '〇' | 'ー' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{31f0}'..='\u{31ff}')
        || matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        || matches!(c, '\u{1100}'..='\u{11ff}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}')
        || matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Signs that ride on a letter.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Only Latin: が is not か with an accent.
fn without_accent(c: char) -> impl Iterator<Item = char> {
    let latin = c < '\u{250}' || matches!(c, '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}');
    let plain = if c == 'đ' { 'd' } else { c };
    let (folded, kept) = if latin { (Some(plain), None) } else { (None, Some(plain)) };
    folded.into_iter().nfd().filter(|c| !is_mark(*c)).chain(kept)
}

fn katakana(c: char) -> char {
    match c {
        'ぁ'..='ゖ' => char::from_u32(u32::from(c) + 0x60).unwrap_or(c),
        _ => c,
    }
}

fn level(c: char) -> char {
    match c {
        'ァ' => 'ア',
        'ィ' => 'イ',
        'ゥ' => 'ウ',
        'ェ' => 'エ',
        'ォ' => 'オ',
        'ッ' => 'ツ',
        'ャ' => 'ヤ',
        'ュ' => 'ユ',
        'ョ' => 'ヨ',
        'ヮ' => 'ワ',
        'ヵ' => 'カ',
        'ヶ' => 'ケ',
        'ヂ' => 'ジ',
        'ヅ' => 'ズ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn terms(text: &str) -> Vec<String> {
        index_terms(&fold(text)).split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn signs_become_pieces_and_words_stay_whole() {
        assert_eq!(terms("避難所へ"), ["避難所", "難所へ", "所へ", "へ"]);
        assert_eq!(terms("役所の 手"), ["役所の", "所の手", "の手", "手"]);
        assert_eq!(terms("水。火"), ["水", WALL, "火"]);
        assert_eq!(terms("web171と Wi-Fi"), ["web", "171", "と", "wi", WALL, "fi"]);
        assert_eq!(terms("Two  doors"), ["two", "doors"]);
        assert_eq!(terms("１１９番"), ["119", "番"]);
        assert_eq!(terms("Số điện thoại"), ["so", "dien", "thoai"]);
        assert_eq!(terms("ｶﾞｽ"), ["ガス", "ス"]);
    }

    #[test]
    fn what_is_typed_becomes_one_phrase() {
        let check = |typed: &str, wanted: Option<&str>| assert_eq!(phrase(&fold(typed)).as_deref(), wanted, "{typed}");
        check("災", Some("\"災\"*"));
        check("罹災証明", Some("\"罹災証 災証明\""));
        check("避難", Some("\"避難\"*"));
        check("119番", Some("\"119 番\"*"));
        check("災害119", Some("\"災害 害 119\"*"));
        check("Shelters", Some("\"shelter\"*"));
        check("「水」", Some("\"水\"*"));
        check("", None);
        check("\"*():^-", None);
        check("a\" OR b", Some(&format!("\"a {WALL} or b\"*")));
    }

    #[test]
    fn readings_meet() {
        let read = |text: &str| kana(&fold(text));
        for (a, b) in [("ひなんじょ", "ヒナンジヨ"), ("つづき", "ｯｽﾞｷ"), ("かぁど", "カアド")]
        {
            assert_eq!(read(a), read(b), "{a} {b}");
        }
        assert!(is_kana(&fold("こーひー")) && !is_kana(&fold("避難じょ")) && !is_kana(""));
    }

    #[test]
    fn what_is_between_is_grammar() {
        assert_eq!(content_words(&fold("水はどこですか")), ["水"]);
        assert_eq!(content_words(&fold("スマホの充電")), ["スマホ", "充電"]);
        assert!(content_words(&fold("どこですか")).is_empty());
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert_eq!(kana(&kana(&once)), kana(&once));
        }

        #[test]
        fn every_piece_of_a_text_is_found_in_its_terms(text in "[ぁ-ん一-龠ァ-ヶ]{3,12}", from in 0_usize..10, len in 2_usize..6) {
            let chars: Vec<char> = fold(&text).chars().collect();
            let from = from.min(chars.len() - 2);
            let piece: String = chars[from..(from + len).min(chars.len())].iter().collect();
            let wanted = phrase(&piece).unwrap();
            let end = if wanted.ends_with('*') { "" } else { " " };
            let all = format!(" {}", index_terms(&fold(&text)));
            prop_assert!(all.contains(&format!(" {}{end}", wanted.trim_matches(['"', '*']))), "{} in {}", wanted, all);
        }

        #[test]
        fn no_text_breaks_out_of_its_quotes(text in any::<String>()) {
            if let Some(made) = phrase(&fold(&text)) {
                let inner = made.trim_end_matches('*');
                prop_assert!(inner.len() > 2 && inner.matches('"').count() == 2, "{}", made);
                prop_assert!(inner.trim_matches('"').chars().all(|c| c == ' ' || !c.is_ascii() || c.is_ascii_alphanumeric()));
            }
        }
    }
}
