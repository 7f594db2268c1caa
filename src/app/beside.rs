//! Japanese beside each line of a page in another tongue, so that a person can point at it and staff can read it. The same page is made
//! once more with Japanese words; being a pure function of the same state it has the same parts, and each takes its line from its
//! counterpart. What has none, or says the same, stays alone: never a wrong line beside a right one.
//!
//! The line at the top, the bar and drawn things stay as they are: staff know them, and there is no room.

use crate::{
    page::{Control, Group, Kind, Level, Page, Part, Text},
    words::{Line, is_kanji},
};

pub(super) fn with_japanese<M>(page: Page<M>, japanese: &Page<M>) -> Page<M> {
    Page { parts: all(page.parts, &japanese.parts) }
}

fn all<M>(parts: Vec<Part<M>>, japanese: &[Part<M>]) -> Vec<Part<M>> {
    if parts.len() != japanese.len() {
        return parts;
    }
    parts.into_iter().zip(japanese).flat_map(|(part, japanese)| one(part, japanese)).collect()
}

fn one<M>(part: Part<M>, japanese: &Part<M>) -> Vec<Part<M>> {
    match (part, japanese) {
        (Part::Group(group), Part::Group(other)) if group.kind == other.kind && has_room(group.kind) => {
            vec![Part::Group(Group { kind: group.kind, parts: all(group.parts, &other.parts) })]
        }
        (Part::Text(text), Part::Text(other)) if text.id == other.id && text.level == other.level => {
            let line = differs(&text.line, &other.line).filter(|_| !is_digits(text.level));
            let beside = line.map(|line| {
                let id = format!("{}/ja", text.id).into();
                Part::Text(Text { id, level: Level::Beside, line })
            });
            [Part::Text(text)].into_iter().chain(beside).collect()
        }
        (Part::Control(control), Part::Control(other)) if control.id == other.id => {
            let beside = differs(&control.name, &other.name).unwrap_or_default();
            vec![Control { beside, ..control }.into()]
        }
        (part, _) => vec![part],
    }
}

const fn has_room(kind: Kind) -> bool {
    !matches!(kind, Kind::Top | Kind::Bar | Kind::Turn | Kind::Point)
}

const fn is_digits(level: Level) -> bool {
    matches!(level, Level::Number | Level::Digits | Level::Opposite)
}

/// The Japanese line without its readings, where it says something that the line does not say in Japanese itself (a name from a town's data, a
/// phrase to be shown) and that is Japanese at all: the name of a tongue in that tongue is not said twice.
fn differs(line: &Line, japanese: &Line) -> Option<Line> {
    let japanese = japanese.plain();
    let signs = |text: &str| text.chars().filter(|c| is_japanese(*c)).count();
    (2 * signs(&line.plain()) < signs(&japanese)).then(|| Line::verbatim(&japanese))
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}') || is_kanji(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_stands_beside_what_does_not_say_it_already() {
        for (line, japanese, stands) in [
            ("Água", "みず", true),
            ("10:05", "10時5分", true),
            ("Português", "Português", false),
            ("iPhone", "iPhone", false),
            ("中央公園", "中央公園", false),
            ("Escolha a língua. ことばを えらんで ください。", "ことばを えらんで ください。Choose a language.", false),
        ] {
            let [line, japanese] = [line, japanese].map(Line::verbatim);
            assert_eq!(differs(&line, &japanese).is_some(), stands, "{line:?}");
        }
    }
}
