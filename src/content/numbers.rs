//! The numbers of a text. A translation that says 4 where the original says 3 is dangerous, and no reader of one language sees it.

use std::ops::Range;

/// A number that is written in digits, with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Without commas, 万 written out, digits of full width made narrow.
    pub(super) value: String,
    pub(super) span: Range<usize>,
}

/// Every number in digits. `1万` is 10000, `1,000` is 1000, `2.5` stays.
pub(super) fn digits(text: &str) -> Vec<Number> {
    let mut out: Vec<Number> = vec![];
    let mut signs = text.char_indices().peekable();
    while let Some((start, c)) = signs.next() {
        let Some(first) = narrow(c) else { continue };
        let mut number = Number { value: first.to_string(), span: start..start + c.len_utf8() };
        while let Some((at, c)) = signs.peek().copied() {
            let next = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next()).and_then(narrow);
            match (narrow(c), c) {
                (Some(digit), _) => number.value.push(digit),
                (None, ',' | '，') if next.is_some() => {}
                (None, '.' | '．') if next.is_some() => number.value.push('.'),
                (None, '万') => number.value.push_str("0000"),
                _ => break,
            }
            number.span.end = at + c.len_utf8();
            signs.next();
        }
        // 05時 is five o'clock; 0120 stays as it is dialled.
        if let Some(short) = number.value.strip_prefix('0').filter(|rest| rest.len() == 1) {
            number.value = String::from(short);
        }
        out.push(number);
    }
    out
}

fn narrow(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

/// The numbers that English may write as words.
const IN_WORDS: &[(&str, &[&str])] = &[
    ("1", &["one", "once", "first", "january", "a", "an", "single"]),
    ("2", &["two", "twice", "second", "february", "both", "pair"]),
    ("3", &["three", "third", "march"]),
    ("4", &["four", "fourth", "april"]),
    ("5", &["five", "fifth", "may"]),
    ("6", &["six", "sixth", "june"]),
    ("7", &["seven", "seventh", "july", "week"]),
    ("8", &["eight", "eighth", "august"]),
    ("9", &["nine", "ninth", "september"]),
    ("10", &["ten", "tenth", "october"]),
    ("11", &["eleven", "november"]),
    ("12", &["twelve", "december", "noon"]),
    ("20", &["twenty"]),
    ("30", &["thirty", "half"]),
];

/// Whether a number is said in the text: in digits, or in a word of English, or in kana or kanji of Japanese.
pub(super) fn says(text: &str, value: &str) -> bool {
    if digits(text).iter().any(|number| number.value == value) {
        return true;
    }
    let words = IN_WORDS.iter().find(|(number, _)| *number == value).map_or(&[][..], |(_, words)| words);
    let small = text.to_lowercase();
    small.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
        || kanji(value).is_some_and(|said| text.contains(said))
}

fn kanji(value: &str) -> Option<&'static str> {
    let signs = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    value.parse::<usize>().ok().and_then(|number| signs.get(number.checked_sub(1)?)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_as_people_write_them() {
        let values = |text| digits(text).into_iter().map(|number| number.value).collect::<Vec<_>>();
        assert_eq!(values("30秒を 2回、1,000円と 1万円と 2.5m"), ["30", "2", "1000", "10000", "2.5"]);
        assert_eq!(values("０１２０-210-364、05時"), ["0120", "210", "364", "5"]);
        assert_eq!(values("レベル4。"), ["4"]);
        assert!(says("Press two times.", "2") && says("一つ", "1") && !says("Press it.", "2"));
    }

    #[test]
    fn the_place_is_that_of_the_digits() {
        let text = "あ1,000円";
        assert_eq!(&text[digits(text)[0].span.clone()], "1,000");
    }
}
