//! One form for what is written in several: full-width letters and digits, half-width kana, old and rare forms of kanji.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization as _;

/// The text in its one form, and where each sign of it came from.
pub(super) struct Folded {
    text: String,
    /// (byte in `text`, byte in the source) at the start of every sign, and the ends of both.
    starts: Vec<(usize, usize)>,
}

impl Folded {
    pub(super) fn new(source: &str) -> Self {
        let (mut text, mut starts) = (String::new(), vec![]);
        let mut signs = source.char_indices().peekable();
        while let Some((at, c)) = signs.next() {
            starts.push((text.len(), at));
            // A half-width kana and its voice mark are one sign.
            let mark = signs.peek().map(|(_, mark)| *mark).filter(|mark| is_half_kana(c) && matches!(mark, 'ﾞ' | 'ﾟ'));
            if let Some(mark) = mark {
                signs.next();
                text.extend([c, mark].into_iter().nfkc());
            } else {
                push(&mut text, c);
            }
        }
        starts.push((text.len(), source.len()));
        Self { text, starts }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the source that a range of the folded text came from.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.starts.partition_point(|(at, _)| *at <= range.start).saturating_sub(1);
        let end = self.starts.partition_point(|(at, _)| *at < range.end);
        let source = |n: usize| self.starts.get(n).or(self.starts.last()).map_or(0, |(_, source)| *source);
        source(start)..source(end)
    }
}

fn is_half_kana(c: char) -> bool {
    matches!(c, '\u{ff61}'..='\u{ff9f}')
}

fn push(text: &mut String, c: char) {
    match c {
        // Wave dashes of three encodings; hyphens and minus signs of many.
        '〜' | '～' | '∼' | '⁓' | '~' => text.push('～'),
        '‐' | '‑' | '‒' | '–' | '—' | '−' | '－' | '﹣' => text.push('-'),
        '　' | '\u{a0}' | '\u{2002}'..='\u{200a}' => text.push(' '),
        '￥' | '\\' => text.push('¥'),
        '’' | '＇' => text.push('\''),
        '！'..='｝' | '｡'..='ﾟ' => text.extend(std::iter::once(c).nfkc()),
        '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => {}
        _ => text.push(rare(c)),
    }
}

/// Forms of kanji that the dictionary does not know, mostly in names, and the form it does.
fn rare(c: char) -> char {
    const RARE: &str = "髙高﨑崎濵浜濱浜邊辺邉辺澤沢栁柳𠮷吉德徳靑青淸清桒桑埜野廣広齋斎齊斉眞真惠恵國国學学櫻桜緖緒黑黒增増寬寛敎教瀨瀬爲為舘館嶋島關関靜静澁渋壽寿榮栄圓円藪薮鷗鴎鐵鉄曾曽槇槙遙遥堯尭檜桧戶戸產産說説內内ヱエヰイ";
    let mut signs = RARE.chars();
    while let (Some(rare), Some(usual)) = (signs.next(), signs.next()) {
        if rare == c {
            return usual;
        }
    }
    // Compatibility ideographs have one usual form each.
    if matches!(c, '\u{f900}'..='\u{faff}') { std::iter::once(c).nfkc().next().unwrap_or(c) } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_forms_become_one() {
        for (source, folded) in [
            ("Ｗｉ－Ｆｉ　１２３", "Wi-Fi 123"),
            ("ﾊﾟｿｺﾝ､ｶﾞｽ｡", "パソコン、ガス。"),
            ("髙﨑さん", "高崎さん"),
            ("10〜20～30", "10～20～30"),
            ("（１）", "(1)"),
        ] {
            assert_eq!(Folded::new(source).text(), folded);
        }
    }

    #[test]
    fn every_sign_knows_where_it_came_from() {
        let source = "ｶﾞＡ髙";
        let folded = Folded::new(source);
        let back = |part: &str| {
            let at = folded.text().find(part).unwrap();
            &source[folded.source(&(at..at + part.len()))]
        };
        assert_eq!([back("ガ"), back("A"), back("高"), back("ガA高")], ["ｶﾞ", "Ａ", "髙", source]);
    }
}
