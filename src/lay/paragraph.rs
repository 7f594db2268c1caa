//! One paragraph by itself, for what is no leaf: paper breaks and sets its lines exactly as the glass does.

use super::{Measure, Run, frame::Style, text::breaks};
use crate::words::Line;

/// How a paragraph is set. Lengths in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    pub em: f32,
    pub bold: bool,
    pub ruby: bool,
    /// How long a line may become.
    pub width: f32,
}

/// A paragraph, line by line.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    pub lines: Vec<SetLine>,
    /// From the top of one line to that of the next.
    pub pitch: f32,
}

/// One line of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct SetLine {
    /// What it says without ruby, with the space at its end.
    pub plain: String,
    pub w: f32,
    /// From the top left corner of the line; ruby is what is smaller than the rest.
    pub runs: Vec<Run>,
}

/// Breaks a line of text and sets it with its ruby.
pub fn paragraph(line: &Line, setting: Setting, measure: &mut dyn Measure) -> Paragraph {
    let style = Style { em: setting.em, bold: setting.bold, ruby: setting.ruby, close: false };
    let broken = breaks(line, style, setting.width, usize::MAX, measure);
    let lines = broken.by_line().map(|(plain, w, runs)| SetLine { plain, w, runs }).collect();
    Paragraph { lines, pitch: broken.pitch() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lay::Ems;

    #[test]
    fn the_lines_are_the_whole_and_no_longer_than_they_may_be() {
        let line =
            Line::parse("罹災《りさい》証明《しょうめい》を とる。写真《しゃしん》が あると 早《はや》い です。");
        for width in [20.0, 40.0, 90.0, 400.0] {
            let set = paragraph(&line, Setting { em: 5.0, bold: false, ruby: true, width }, &mut Ems);
            let all: String = set.lines.iter().map(|line| line.plain.as_str()).collect();
            assert_eq!(all, line.plain(), "{width}");
            // 、 and 。 hang by half an em.
            assert!(set.lines.iter().all(|line| line.w <= width + 2.6), "{width}: {set:?}");
            let ruby: String = set
                .lines
                .iter()
                .flat_map(|line| &line.runs)
                .filter(|run| run.em < 5.0)
                .map(|run| run.text.as_str())
                .collect();
            assert_eq!(ruby, "りさいしょうめいしゃしんはや", "{width}");
        }
    }
}
