//! The parts of a page. The vocabulary grows here, in `lay` and in `kit`, never in a screen.

use super::{Id, Said, Touches, WarningLevel};
use crate::words::Line;
use smol_str::SmolStr;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub enum Part<M> {
    Text(Text),
    Picture(Picture),
    Control(Control<M>),
    Group(Group<M>),
    Canvas(Canvas<M>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub id: Id,
    pub level: Level,
    pub line: Line,
}

/// A drawing with words for those who do not see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    pub id: Id,
    pub svg: Svg,
    pub alt: Line,
}

/// The source of a drawing: SVG whose strokes are `currentColor`, so that it follows the contrast of the look.
#[derive(Clone, Debug)]
pub struct Svg(pub Arc<str>);

impl PartialEq for Svg {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

/// Anything that can be pressed.
#[derive(Clone, Debug, PartialEq)]
pub struct Control<M> {
    pub id: Id,
    pub role: Role,
    pub weight: Weight,
    /// Always there, always drawn: an icon alone is never a control.
    pub name: Line,
    /// A second, quieter line.
    pub detail: Line,
    /// Name of a drawing in `kit/icons`; empty for none.
    pub icon: &'static str,
    /// Switched on, chosen, or the tab that is open.
    pub on: bool,
    /// What a field holds.
    pub value: Line,
    /// The name in Japanese, to be pointed at; shown below and not heard.
    pub beside: Line,
    /// What a finger can do to it besides a press.
    pub touches: Touches,
    /// What a press means; `None` draws it as not available and nothing can reach it.
    pub msg: Option<M>,
}

/// Parts that belong together, laid out by kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<M> {
    pub kind: Kind,
    pub parts: Vec<Part<M>>,
}

/// A drawn thing with its own units (a keyboard, a phone, a map) whose parts are real parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Canvas<M> {
    pub id: Id,
    pub kind: CanvasKind,
    /// What this is, for those who do not see it.
    pub name: Line,
    /// Width and height in the canvas's own units.
    pub size: [f32; 2],
    /// x, y, width, height of each part, in those units.
    pub at: Vec<[f32; 4]>,
    pub parts: Vec<Part<M>>,
}

/// What a text is, which decides its size and weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Names the screen, in the top line.
    Title,
    /// The first words to a guest.
    Hello,
    Heading,
    /// The one thing to do: the first line of a step.
    Lead,
    /// The same in the size of details: where a phone stands beside it and letters are large.
    Brief,
    Body,
    /// Quiet: secondary words.
    Note,
    /// An age or a source. Never leaves the leaf of what it dates.
    Age,
    /// The number of a step, in a disc.
    Number,
    /// Digits to be copied or read across a room.
    Digits,
    /// Large words for somebody who sits opposite: upside down.
    Opposite,
    /// The line before it in Japanese, for whoever is shown it: quiet, and not heard.
    Beside,
}

/// How a group is laid out and drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The line at the top: title left, what is beside it right.
    Top,
    /// One below the other.
    Stack,
    /// Large pressable cards in a grid.
    Cards,
    /// Numbered acts.
    Steps,
    Step,
    /// A boxed remark.
    Callout(Tone),
    /// What must be noticed at once: said when it comes, and assistive technology breaks off for it. Laid out one below the other.
    Alert,
    /// Something that holds now, over the full width.
    Banner(Tone),
    /// What is in force at a warning level: before the words a swatch of the level's official colour with its symbol. One of the words names
    /// the number.
    Warned(WarningLevel),
    /// Side by side, flowing into the next line when they do not fit.
    Row,
    /// Rows that can be pressed, one below the other: search hits, a shelf of guides.
    List,
    /// The one thing that a page says and asks, which somebody reads who has stepped back already.
    Poster,
    /// The five buttons at the bottom.
    Bar,
    /// Left and right half.
    Split,
    /// The buttons that turn leaves; made by `lay::fold` only.
    Turn,
    /// Stands over the part of a drawn thing that is meant; holds at most a hand that shows what to do.
    Point,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    Calm,
    /// A kind word, a hint.
    Hint,
    /// Take care.
    Care,
    /// Danger to life.
    Danger,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Button,
    /// Turns to another leaf.
    Turn,
    Card,
    /// A row of a list.
    Row,
    Tab,
    /// One of several, of which one is on.
    Choice,
    Switch,
    /// Shows what is being typed.
    Field,
    /// A key of a keyboard canvas.
    Key,
    /// A part of a drawn thing: its picture with a small name, or on a flat place its name with what it tells at the right.
    Item,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    Plain,
    /// The one to press next, filled.
    Primary,
    /// Leads away or ends something, in wood.
    Away,
    Danger,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CanvasKind {
    Keyboard,
    Phone,
    /// One unit is one millimetre of the glass.
    Ruler,
}

impl<M> Control<M> {
    pub fn new(role: Role, id: impl Into<Id>, name: impl Into<Line>, msg: impl Into<Option<M>>) -> Self {
        let (detail, value, beside) = (Line::default(), Line::default(), Line::default());
        let (id, name, msg) = (id.into(), name.into(), msg.into());
        let (weight, touches) = (Weight::Plain, Touches::NONE);
        Self { id, role, weight, name, detail, icon: "", on: false, value, beside, touches, msg }
    }
    pub fn button(id: impl Into<Id>, name: impl Into<Line>, msg: impl Into<Option<M>>) -> Self {
        Self::new(Role::Button, id, name, msg)
    }
    pub fn card(id: impl Into<Id>, name: impl Into<Line>, msg: impl Into<Option<M>>) -> Self {
        Self::new(Role::Card, id, name, msg)
    }
    #[must_use]
    pub fn icon(self, icon: &'static str) -> Self {
        Self { icon, ..self }
    }
    #[must_use]
    pub fn detail(self, detail: impl Into<Line>) -> Self {
        Self { detail: detail.into(), ..self }
    }
    #[must_use]
    pub fn weight(self, weight: Weight) -> Self {
        Self { weight, ..self }
    }
    #[must_use]
    pub fn on(self, on: bool) -> Self {
        Self { on, ..self }
    }
    #[must_use]
    pub fn value(self, value: Line) -> Self {
        Self { value, ..self }
    }
    #[must_use]
    pub fn touches(self, touches: Touches) -> Self {
        Self { touches, ..self }
    }

    /// Everything that is drawn on it, as one line: the accessible name and what is heard.
    pub fn words(&self) -> Line {
        let all = if self.detail.is_empty() { self.name.clone() } else { stopped(&self.name).join(&self.detail) };
        if self.value.is_empty() { all } else { stopped(&all).join(&self.value) }
    }

    /// What the phrases of the detail count from in [`Control::words`].
    pub fn detail_phrase(&self) -> u16 {
        stopped(&self.name).bits().last().map_or(0, |bit| bit.phrase + 1)
    }
}

/// The line with a full stop of its own kind, if it has none.
fn stopped(line: &Line) -> Line {
    let last = line.bits().last().and_then(|bit| bit.base.chars().next_back());
    match last {
        Some('。' | '！' | '？') => line.clone(),
        Some('.' | '!' | '?') => line.join(&Line::verbatim(" ")),
        // Words that have gaps between them end with a point.
        Some(c) if c < '\u{2e80}' || ('\u{ac00}'..='\u{d7a3}').contains(&c) => line.join(&Line::verbatim(". ")),
        _ => line.join(&Line::verbatim("。")),
    }
}

impl<M> Part<M> {
    pub fn text(level: Level, line: impl Into<Line>) -> Self {
        Self::Text(Text { id: Id::default(), level, line: line.into() })
    }
    pub fn group(kind: Kind, parts: impl IntoIterator<Item = Self>) -> Self {
        Self::Group(Group { kind, parts: parts.into_iter().collect() })
    }

    pub fn parts(&self) -> &[Self] {
        match self {
            Self::Group(group) => &group.parts,
            Self::Canvas(canvas) => &canvas.parts,
            Self::Text(_) | Self::Picture(_) | Self::Control(_) => &[],
        }
    }

    fn parts_mut(&mut self) -> &mut [Self] {
        match self {
            Self::Group(group) => &mut group.parts,
            Self::Canvas(canvas) => &mut canvas.parts,
            Self::Text(_) | Self::Picture(_) | Self::Control(_) => &mut [],
        }
    }

    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Text(text) => Some(&text.id),
            Self::Picture(picture) => Some(&picture.id),
            Self::Control(control) => Some(&control.id),
            Self::Canvas(canvas) => Some(&canvas.id),
            Self::Group(_) => None,
        }
    }

    pub fn kind(&self) -> Option<Kind> {
        match self {
            Self::Group(group) => Some(group.kind),
            _ => None,
        }
    }

    /// The control, if this is one that can be pressed now.
    pub fn live(&self) -> Option<&Control<M>> {
        match self {
            Self::Control(control) if control.msg.is_some() => Some(control),
            _ => None,
        }
    }

    /// The words of this part alone, without its children's.
    pub fn words(&self) -> Option<Line> {
        match self {
            Self::Text(text) => Some(text.line.clone()),
            Self::Picture(picture) => Some(picture.alt.clone()),
            Self::Control(control) => Some(control.words()),
            Self::Canvas(canvas) => Some(canvas.name.clone()),
            Self::Group(_) => None,
        }
    }

    /// The warning level whose mark it bears.
    pub(super) fn marked(&self) -> Option<WarningLevel> {
        match self {
            Self::Control(control) => WarningLevel::of_icon(control.icon),
            Self::Group(Group { kind: Kind::Warned(level), .. }) => Some(*level),
            _ => None,
        }
    }

    /// Whether the words in it name the number of a level.
    pub(super) fn tells(&self, level: WarningLevel) -> bool {
        self.words().is_some_and(|line| level.is_named(&line.plain()))
            || self.parts().iter().any(|part| part.tells(level))
    }

    /// What is heard of it; what is only pointed at is not.
    pub fn said(&self) -> Option<Said> {
        if matches!(self, Self::Text(text) if text.level == Level::Beside) {
            return None;
        }
        Some(Said { id: self.id()?.clone(), line: self.words()? })
    }

    pub(super) fn walk<'a>(&'a self, out: &mut Vec<&'a Self>) {
        out.push(self);
        for part in self.parts() {
            part.walk(out);
        }
    }

    pub(super) fn number(&mut self, next: &mut usize) {
        let id = match self {
            Self::Text(text) => Some(&mut text.id),
            Self::Picture(picture) => Some(&mut picture.id),
            Self::Control(_) | Self::Group(_) | Self::Canvas(_) => None,
        };
        if let Some(id) = id.filter(|id| id.is_empty()) {
            *id = SmolStr::from(format!("t{next}"));
            *next += 1;
        }
        for part in self.parts_mut() {
            part.number(next);
        }
    }

    pub(super) fn map<N>(self, f: &impl Fn(M) -> N) -> Part<N> {
        let all = |parts: Vec<Self>| parts.into_iter().map(|part| part.map(f)).collect();
        match self {
            Self::Text(text) => Part::Text(text),
            Self::Picture(picture) => Part::Picture(picture),
            Self::Group(Group { kind, parts }) => Part::Group(Group { kind, parts: all(parts) }),
            Self::Canvas(Canvas { id, kind, name, size, at, parts }) => {
                Part::Canvas(Canvas { id, kind, name, size, at, parts: all(parts) })
            }
            Self::Control(Control { id, role, weight, name, detail, icon, on, value, beside, touches, msg }) => {
                let msg = msg.map(f);
                Part::Control(Control { id, role, weight, name, detail, icon, on, value, beside, touches, msg })
            }
        }
    }
}

impl<M> From<Control<M>> for Part<M> {
    fn from(control: Control<M>) -> Self {
        Self::Control(control)
    }
}
