//! Which tongues there are words for, each by its own name for itself. A folder of words is all that a new one needs; what it says of
//! itself is read without putting its words together, because every start asks for it.

use super::{Line, Tongue, Words};
use std::collections::BTreeSet;

/// A tongue that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    pub tongue: Tongue,
    /// Its own name for itself; its tag where its words do not say.
    pub name: Line,
    pub review: Review,
    pub letters: Letters,
}

/// Whether somebody who speaks the tongue has read its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    Done,
    Missing,
}

/// Whether its letters can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    Shown,
    /// They need a face, or a way of joining letters, that the kiosk does not have.
    Missing,
}

/// The shipped tongues and those that are brought, each once.
pub(super) fn all(brought: &[Tongue], more: &dyn Fn(&Tongue) -> Vec<(String, String)>) -> Vec<Offered> {
    let mut tongues = Words::tongues();
    let new: Vec<_> = brought.iter().filter(|tongue| !tongues.contains(tongue)).cloned().collect();
    tongues.extend(new);
    tongues.into_iter().map(|tongue| offered(tongue, brought, more)).collect()
}

/// The signs in which the shipped tongues name themselves.
pub fn signs_of_names() -> BTreeSet<char> {
    all(&[], &|_| vec![]).iter().flat_map(|offered| offered.name.plain().chars().collect::<Vec<_>>()).collect()
}

fn offered(tongue: Tongue, brought: &[Tongue], more: &dyn Fn(&Tongue) -> Vec<(String, String)>) -> Offered {
    let own = if brought.contains(&tongue) { more(&tongue) } else { vec![] };
    let mut texts: Vec<&str> = own.iter().map(|(_, text)| text.as_str()).collect();
    texts.extend(Words::files(&tongue).into_iter().map(|(_, text)| text));
    let name = said(&texts, "name-of-tongue").map_or_else(|| Line::verbatim(tongue.tag()), Line::parse);
    // What is written in Japanese first is not a translation.
    let read = tongue == Tongue::JA || said(&texts, "words-reviewed") == Some("yes");
    let review = if read { Review::Done } else { Review::Missing };
    let letters = if name.plain().chars().all(can_draw) { Letters::Shown } else { Letters::Missing };
    let name = if letters == Letters::Shown { name } else { Line::verbatim(tongue.tag()) };
    Offered { tongue, name, review, letters }
}

/// What a message says that stands on one line.
fn said<'t>(texts: &[&'t str], key: &str) -> Option<&'t str> {
    let after = |line: &'t str| Some(line.strip_prefix(key)?.trim_start().strip_prefix('=')?.trim());
    texts.iter().flat_map(|text| text.lines()).find_map(after).filter(|said| !said.is_empty())
}

/// Signs that stand one beside the other in the faces of `look`: Latin, Greek, Cyrillic, kana, hangul, kanji and their punctuation.
/// Scripts whose letters join or run from right to left are not among them.
pub const fn can_draw(sign: char) -> bool {
    matches!(sign,
        '\0'..='\u{52f}' | '\u{1100}'..='\u{11ff}' | '\u{1e00}'..='\u{2bff}' | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_offered_by_its_own_name() {
        let words = Words::shipped(&Tongue::EN);
        let names: Vec<_> = words.offered().iter().map(|offered| offered.name.plain()).collect();
        assert_eq!(names, ["日本語", "やさしい 日本語", "English", "한국어", "Português", "Tiếng Việt", "中文"]);
        let unread = words.offered().iter().filter(|offered| offered.review == Review::Missing);
        assert_eq!(unread.count(), names.len() - 1, "nobody but the authors has read a translation yet");
    }

    #[test]
    fn a_folder_of_words_is_all_that_a_tongue_needs() {
        let (tl, ne) = (Tongue::parse("tl").unwrap(), Tongue::parse("ne").unwrap());
        let more = |tongue: &Tongue| match tongue.tag() {
            "tl" => vec![("a.ftl".to_owned(), "name-of-tongue = Tagalog\nwords-reviewed = yes\n".to_owned())],
            "ne" => vec![("a.ftl".to_owned(), "name-of-tongue = नेपाली\n".to_owned())],
            _ => vec![],
        };
        let (words, problems) = Words::load(&tl, &[tl.clone(), ne], &more);
        assert_eq!(problems.len(), 0);
        let new: Vec<_> =
            words.offered().iter().skip(7).map(|new| (new.name.plain(), new.review, new.letters)).collect();
        assert_eq!(
            new,
            [("Tagalog".into(), Review::Done, Letters::Shown), ("ne".into(), Review::Missing, Letters::Missing)]
        );
        assert_eq!((words.name_of_tongue().plain(), words.turn_next().plain()), ("Tagalog".into(), "Next".into()));
    }
}
