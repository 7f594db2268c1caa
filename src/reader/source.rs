//! A file as an author wrote it, brought into a form in which places can be named: valid text, no byte order mark, of a sane size.

use super::{Problem, both};

/// The name under which an author knows a file, and its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    pub name: String,
    pub text: String,
}

/// Nothing that people write by hand for a kiosk is longer, in bytes.
const LONGEST: usize = 1024 * 1024;

impl Source {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    /// Takes the bytes of a file. What is not text is left out and named; a file that is too long is empty.
    pub fn read(name: impl Into<String>, bytes: &[u8]) -> (Self, Vec<Problem>) {
        let name = name.into();
        if bytes.len() > LONGEST {
            let (ja, en) = ("ファイルが 大きすぎます", "the file is too large");
            let (mb, most) = (bytes.len() / 1_000_000, LONGEST / 1024);
            let message = both(format!("{ja}（{mb} MB、{most} KBまで）"), format!("{en} ({mb} MB; at most {most} KB)"));
            let help = both("いくつかの ファイルに わけてください", "divide it into several files");
            return (Self::new(name.clone(), ""), vec![Problem::error(0..0, message).help(help).about(&name)]);
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let source = Self::new(name, String::from_utf8_lossy(bytes));
        let mut problems = super::Problems::new(&source);
        if let Some((at, found)) = source.text.match_indices('\u{fffd}').next() {
            let message = both("文字コードが UTF-8では ありません", "this is not text in UTF-8");
            let help =
                both("UTF-8で 保存してください（メモ帳：名前を 付けて 保存 → エンコード）", "save the file as UTF-8");
            problems.add(Problem::error(at..at + found.len(), message).label(both("ここから", "from here")).help(help));
        }
        for (at, c) in source.text.char_indices().filter(|(_, c)| is_hidden(*c)).take(MOST_NAMED) {
            let message = both(
                format!("目に 見えない 文字（U+{:04X}）が あります", u32::from(c)),
                format!("there is an invisible character (U+{:04X})", u32::from(c)),
            );
            let help = both("この 文字を けしてください", "delete it");
            problems.add(Problem::error(at..at + c.len_utf8(), message).help(help));
        }
        let found = problems.finish();
        (source, found)
    }
}

/// A file full of the same fault is told a few times, not a million.
const MOST_NAMED: usize = 5;

/// Signs that nobody types on purpose: controls, and marks that turn the direction or hide.
fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// Line and column of a byte, both 1-based; columns count characters.
pub fn place(text: &str, at: usize) -> (usize, usize) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "title = \"地震\"\r\nあ x";
        assert_eq!(place(text, 0), (1, 1));
        assert_eq!(place(text, text.find('震').unwrap()), (1, 11));
        assert_eq!(place(text, text.find('x').unwrap()), (2, 3));
        assert_eq!(place(text, text.find('震').unwrap() + 1), (1, 11));
        assert_eq!(place(text, 10_000), (2, 4));
    }

    #[test]
    fn what_is_not_text_is_named() {
        let told = |bytes: &[u8]| {
            Source::read("a.toml", bytes).1.into_iter().map(|p| (p.line, p.message.en)).collect::<Vec<_>>()
        };
        assert_eq!(told("\u{feff}ok\r\n\tok".as_bytes()), []);
        assert_eq!(told(b"a\n\x82\xa0\x82"), [(2, "this is not text in UTF-8".to_owned())]);
        assert_eq!(told(b"a\0\n\0\0\0\0\0\0\0").len(), MOST_NAMED);
        assert_eq!(told("a\u{202e}b".as_bytes())[0].1, "there is an invisible character (U+202E)");
        assert_eq!(told(&vec![b' '; LONGEST + 1]).len(), 1);
    }
}
