//! How grave a warning is by the five steps of 警戒レベル, as its issuer states it. A mark, never a judgement: no screen computes one, and what has
//! no stated level has no mark.

/// 警戒レベル (避難情報に関するガイドライン, 内閣府): 1 早期注意情報 to 5 緊急安全確保.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WarningLevel {
    One,
    Two,
    Three,
    Four,
    Five,
}

impl WarningLevel {
    pub const ALL: [Self; 5] = [Self::One, Self::Two, Self::Three, Self::Four, Self::Five];

    /// From the number that a telegram states; `None` for any other than 1 to 5.
    pub fn of(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.number() == number)
    }

    pub fn number(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
            Self::Five => 5,
        }
    }

    /// The name of its symbol, for the `icon` of a control: drawn on a swatch of the level's colour before the words.
    pub fn icon(self) -> &'static str {
        match self {
            Self::One => "level-1",
            Self::Two => "level-2",
            Self::Three => "level-3",
            Self::Four => "level-4",
            Self::Five => "level-5",
        }
    }

    pub fn of_icon(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.icon() == name)
    }

    /// Whether words name its number, in digits of any width.
    pub(super) fn is_named(self, words: &str) -> bool {
        let wide = ['１', '２', '３', '４', '５'].into_iter().nth(usize::from(self.number()) - 1);
        words.contains(&self.number().to_string()) || wide.is_some_and(|digit| words.contains(digit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Control, Kind, Level, Page, Part, Role};
    use crate::words::Line;

    #[test]
    fn a_level_comes_from_its_number_and_its_symbol_alone() {
        for level in WarningLevel::ALL {
            assert_eq!(
                (WarningLevel::of(level.number()), WarningLevel::of_icon(level.icon())),
                (Some(level), Some(level))
            );
        }
        assert_eq!((WarningLevel::of(0), WarningLevel::of(6), WarningLevel::of_icon("warning")), (None, None, None));
    }

    #[test]
    fn a_mark_without_its_number_in_words_is_a_problem() {
        let said = |words: &str| {
            let line = Line::verbatim(words);
            let row = Control::new(Role::Row, "fact", line.clone(), ()).icon(WarningLevel::Four.icon());
            let group = Part::group(Kind::Warned(WarningLevel::Four), [Part::text(Level::Lead, line)]);
            [Page::new([group]), Page::new([row.into()])].map(|page| page.problems().len())
        };
        assert_eq!((said("大雨 レベル4"), said("大雨 レベル４"), said("大雨")), ([0, 0], [0, 0], [1, 1]));
    }
}
