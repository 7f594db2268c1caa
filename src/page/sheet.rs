//! A sheet of paper: what is printed, as lines in reading order. It is made from a page, so that what is printed is what is shown, or
//! put together block by block where paper says more than the glass, as the memo for a counter does.
//!
//! Absent on purpose: sizes, fonts, positions. Two equal sheets look alike and say the same.

use super::{Control, Group, Kind, Level, Page, Part, Picture, Role, Text, Tone};
use crate::words::Line;

/// One document, on as many pages as it needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What it belongs to, small above the title; may be empty.
    pub above: Line,
    pub title: Line,
    pub blocks: Vec<Block>,
    /// Where it is from, of which day it is, whose words it uses: small, at the end.
    pub foot: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Never stands at the end of a page.
    Heading(Line),
    Text(Line),
    /// Large: the one thing that matters.
    Lead(Line),
    /// Small: an age, a source, a remark.
    Note(Line),
    Steps(Vec<Step>),
    /// Each with a box to be ticked with a pen.
    Checks(Vec<Line>),
    /// Rows of two: what, and how it is.
    Table(Vec<[Line; 2]>),
    /// A line to write on, after its name.
    Blank(Line),
    Rule,
    Callout(Tone, Vec<Line>),
    Picture(Picture),
    Code(Code),
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What stands before it: mostly a number.
    pub number: Line,
    pub lead: Line,
    /// How; may be empty.
    pub how: Vec<Line>,
}

/// A QR code that holds the text itself, so that no server is needed; a long text takes several.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// What one gets by reading it with a telephone.
    pub name: Line,
    /// Held byte for byte, as UTF-8.
    pub text: String,
}

/// What it is printed on. The width of a roll is that of its paper; its length is that of what stands on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    #[default]
    A4,
    A3,
    /// Receipts, 80 mm wide.
    Roll80,
    /// Receipts, 58 mm wide.
    Roll58,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::A4, Self::A3, Self::Roll80, Self::Roll58];

    /// As files name it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A3 => "a3",
            Self::Roll80 => "roll80",
            Self::Roll58 => "roll58",
        }
    }
}

impl Sheet {
    pub fn new(title: impl Into<Line>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    #[must_use]
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// The whole page, all leaves of it. What can only be pressed stays behind; what a row or a card tells does not.
    pub fn of<M>(page: &Page<M>) -> Self {
        let mut sheet = Self::default();
        for part in &page.parts {
            sheet.put(part);
        }
        if sheet.title.is_empty() {
            sheet.title = std::mem::take(&mut sheet.above);
        }
        sheet
    }

    /// Everything it says, in reading order: what is on the paper as text and nothing else, but for numbers of pages and of codes.
    pub fn lines(&self) -> Vec<&Line> {
        let mut out = vec![&self.above, &self.title];
        for block in &self.blocks {
            block.lines(&mut out);
        }
        out.extend(&self.foot);
        out.retain(|line| !line.is_empty());
        out
    }

    fn put<M>(&mut self, part: &Part<M>) {
        match part {
            Part::Text(text) => self.text(text),
            Part::Picture(picture) => self.blocks.push(Block::Picture(picture.clone())),
            Part::Control(control) => self.blocks.extend(told(control)),
            Part::Group(group) => self.group(group),
            // A drawn thing is to be touched.
            Part::Canvas(_) => {}
        }
    }

    fn text(&mut self, text: &Text) {
        let line = text.line.clone();
        match text.level {
            Level::Title => self.above = line,
            Level::Hello | Level::Heading if self.title.is_empty() && self.blocks.is_empty() => self.title = line,
            level => self.blocks.push(of_level(level, line)),
        }
    }

    fn group<M>(&mut self, group: &Group<M>) {
        match group.kind {
            Kind::Bar | Kind::Turn | Kind::Point => {}
            Kind::Callout(tone) | Kind::Banner(tone) => self.blocks.extend(callout(tone, &group.parts)),
            Kind::Warned(_) | Kind::Alert => self.blocks.extend(callout(Tone::Danger, &group.parts)),
            Kind::Steps => self.steps(&group.parts),
            _ => group.parts.iter().for_each(|part| self.put(part)),
        }
    }

    /// The acts; each picture stands below the act that it shows.
    fn steps<M>(&mut self, acts: &[Part<M>]) {
        for act in acts {
            let step = Step::of(act.parts());
            match self.blocks.last_mut() {
                Some(Block::Steps(steps)) => steps.push(step),
                _ => self.blocks.push(Block::Steps(vec![step])),
            }
            self.blocks.extend(act.parts().iter().filter_map(drawn));
        }
    }
}

fn drawn<M>(part: &Part<M>) -> Option<Block> {
    if let Part::Picture(picture) = part { Some(Block::Picture(picture.clone())) } else { None }
}

fn of_level(level: Level, line: Line) -> Block {
    match level {
        Level::Hello | Level::Heading => Block::Heading(line),
        Level::Lead | Level::Digits | Level::Opposite => Block::Lead(line),
        Level::Note | Level::Age | Level::Beside => Block::Note(line),
        Level::Title | Level::Brief | Level::Body | Level::Number => Block::Text(line),
    }
}

/// What a box says; nothing where it only holds something to press.
fn callout<M>(tone: Tone, parts: &[Part<M>]) -> Option<Block> {
    let mut inner = Sheet { title: Line::verbatim("-"), ..Sheet::default() };
    for part in parts {
        inner.put(part);
    }
    let lines: Vec<Line> = inner.blocks.iter().flat_map(Block::own).cloned().collect();
    (!lines.is_empty()).then_some(Block::Callout(tone, lines))
}

/// Rows and cards tell something; the rest is only there to be pressed.
fn told<M>(control: &Control<M>) -> Vec<Block> {
    if !matches!(control.role, Role::Card | Role::Row) {
        return vec![];
    }
    let more = [&control.detail, &control.value].into_iter().filter(|line| !line.is_empty()).cloned();
    [Block::Lead(control.name.clone())].into_iter().chain(more.map(Block::Text)).collect()
}

impl Block {
    fn lines<'a>(&'a self, out: &mut Vec<&'a Line>) {
        out.extend(self.own());
    }

    fn own(&self) -> Vec<&Line> {
        match self {
            Self::Heading(line) | Self::Text(line) | Self::Lead(line) | Self::Note(line) | Self::Blank(line) => {
                vec![line]
            }
            Self::Steps(steps) => steps.iter().flat_map(Step::lines).collect(),
            Self::Checks(lines) | Self::Callout(_, lines) => lines.iter().collect(),
            Self::Table(rows) => rows.iter().flatten().collect(),
            Self::Rule => vec![],
            Self::Picture(picture) => vec![&picture.alt],
            Self::Code(code) => vec![&code.name],
        }
    }
}

impl Step {
    fn of<M>(parts: &[Part<M>]) -> Self {
        let mut step = Self { number: Line::default(), lead: Line::default(), how: vec![] };
        for part in parts {
            match part {
                Part::Text(text) if text.level == Level::Number => step.number = text.line.clone(),
                Part::Text(text) if step.lead.is_empty() => step.lead = text.line.clone(),
                Part::Text(text) => step.how.push(text.line.clone()),
                Part::Picture(_) | Part::Control(_) | Part::Group(_) | Part::Canvas(_) => {}
            }
        }
        step
    }

    fn lines(&self) -> impl Iterator<Item = &Line> {
        [&self.number, &self.lead].into_iter().chain(&self.how)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page<()> {
        let text = |level, line| Part::text(level, line);
        let step = |number, lead, how| {
            Part::group(Kind::Step, [text(Level::Number, number), text(Level::Lead, lead), text(Level::Body, how)])
        };
        Page::new([
            Part::group(Kind::Top, [text(Level::Title, "災害《さいがい》に そなえる")]),
            text(Level::Heading, "水《みず》を ためる"),
            text(Level::Body, "一人《ひとり》 3リットルです。"),
            Part::group(
                Kind::Steps,
                [step("1", "なべを 出す", "大きい ものです。"), step("2", "水を 入れる", "ふたを します。")],
            ),
            Part::group(
                Kind::Callout(Tone::Care),
                [text(Level::Body, "のむ 前に わかします。"), Control::button("x", "おす", ()).into()],
            ),
            Part::group(Kind::Callout(Tone::Calm), [Control::button("ask", "人を よぶ", ()).into()]),
            Control::card("near", "ちかくの 場所", ()).detail("3つ").into(),
            text(Level::Age, "11月21日に たしかめました。"),
            Part::group(Kind::Bar, [Control::button("end", "おわる", ()).into()]),
        ])
    }

    #[test]
    fn what_is_printed_is_what_is_shown() {
        let sheet = Sheet::of(&page());
        assert_eq!((sheet.above.plain().as_str(), sheet.title.plain().as_str()), ("災害に そなえる", "水を ためる"));
        let kinds: Vec<_> =
            sheet.blocks.iter().map(|block| (std::mem::discriminant(block), block.own().len())).collect();
        let line = Line::default;
        let some = [
            (Block::Text(line()), 1),
            (Block::Steps(vec![]), 6),
            (Block::Callout(Tone::Care, vec![]), 1),
            (Block::Lead(line()), 1),
            (Block::Text(line()), 1),
            (Block::Note(line()), 1),
        ];
        assert_eq!(kinds, some.map(|(block, lines)| (std::mem::discriminant(&block), lines)));
        // Everything that is heard and is not a button, in the same order.
        let buttons = ["おす", "人を よぶ", "おわる"];
        let heard: String = page()
            .script()
            .iter()
            .map(|said| said.line.plain())
            .filter(|said| !buttons.contains(&said.as_str()))
            .collect();
        let printed: String = sheet.lines().iter().map(|line| line.plain()).collect();
        assert_eq!(printed, heard.replace("ちかくの 場所。3つ", "ちかくの 場所3つ"));
    }

    #[test]
    fn a_page_with_nothing_but_a_title_has_that() {
        let page: Page<()> = Page::new([Part::text(Level::Title, "えんがわ"), Part::text(Level::Body, "どうぞ。")]);
        let sheet = Sheet::of(&page);
        assert_eq!((sheet.title.plain().as_str(), sheet.above.is_empty()), ("えんがわ", true));
        assert_eq!(sheet.blocks, [Block::Text("どうぞ。".into())]);
    }
}
