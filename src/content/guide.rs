//! A guide: what to do, in at most seven acts, with where it is from and when that was last looked at. A frequent question with its
//! answer has the same form.

use super::See;
use crate::words::{Line, Tongue};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The groups that guides stand in; each has its name in the words of the kiosk as `group-<id>`.
pub const GROUPS: &[&str] =
    &["prepare", "danger", "supplies", "family", "body", "lifelines", "recovery", "procedures", "phone", "words"];

/// A guide, or a question with its answer, in one tongue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guide {
    pub kind: Kind,
    /// The folder it is in; unique over guides and questions, the same in every tongue.
    pub id: String,
    pub tongue: Tongue,
    /// Of [`GROUPS`]; at least one.
    pub groups: Vec<String>,
    /// Smaller stands further up on a shelf.
    pub order: u16,
    pub phase: Phase,
    /// Name of a drawing in `kit/icons`; empty for none.
    pub icon: String,
    /// The question, for [`Kind::Faq`].
    pub title: Line,
    /// What somebody can do afterwards: これで ○○が できます。 Empty for most questions.
    pub lead: Line,
    pub blocks: Vec<Block>,
    /// Words to find it by that are not in it.
    pub tags: Vec<String>,
    pub source: Vec<Source>,
    pub evidence: Evidence,
    /// The day on which somebody last compared it with its evidence.
    pub checked: Date,
    /// The day by which that has to happen again.
    pub recheck: Date,
    /// A person who speaks the tongue has read the translation; always true for Japanese.
    pub reviewed: bool,
    /// About death, violence, money or health: the visit ends sooner when nobody is there.
    pub tender: bool,
    /// Whom to ask when this is not enough.
    pub ask: Line,
    /// What leads on from it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub see: Vec<See>,
    /// Words of the glossary that stand in it, the first ones first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Term>,
}

/// A word that somebody may look up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Under which [`Guide::id`] it is told what it means.
    pub id: String,
    pub word: Line,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Guide,
    Faq,
    /// What somebody has to do at the counters, or one card of that; read by the room of procedures.
    Procedure,
    /// What a word means.
    Word,
}

/// When somebody needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    Before,
    During,
    After,
    Always,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    Heading(Line),
    Text(Line),
    List(Vec<Line>),
    Steps(Vec<Act>),
    Picture(Picture),
    Callout(Callout, Vec<Line>),
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Act {
    /// Counts from 1 through the whole guide.
    pub number: u16,
    /// What to do, in one short sentence.
    pub lead: Line,
    /// How; may be empty.
    pub how: Vec<Line>,
    pub picture: Option<Picture>,
}

/// The drawing travels with the guide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// File name in `content/pictures`.
    pub name: String,
    /// For those who do not see it.
    pub alt: Line,
    /// SVG whose strokes are `currentColor`.
    #[serde(with = "shared")]
    pub svg: Arc<str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Callout {
    /// A kind word, a hint.
    Hint,
    /// Take care.
    Care,
    /// Danger to life.
    Danger,
}

/// Where it is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub title: Line,
    pub publisher: Line,
    pub url: Option<String>,
}

/// What was read before the guide was said to be right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// In the author's words: a law, a page of a ministry, a plan.
    Read(String),
    NotVerified,
}

impl Act {
    fn lines(&self) -> impl Iterator<Item = &Line> {
        let alt = self.picture.iter().map(|picture| &picture.alt);
        std::iter::once(&self.lead).chain(&self.how).chain(alt)
    }
}

impl Guide {
    /// Everything it says, in reading order: what is searched, measured and given readings.
    pub fn lines(&self) -> Vec<&Line> {
        let mut out = vec![&self.title, &self.lead];
        for block in &self.blocks {
            match block {
                Block::Heading(line) | Block::Text(line) => out.push(line),
                Block::List(lines) | Block::Callout(_, lines) => out.extend(lines),
                Block::Picture(picture) => out.push(&picture.alt),
                Block::Steps(acts) => out.extend(acts.iter().flat_map(Act::lines)),
            }
        }
        out.push(&self.ask);
        out.retain(|line| !line.is_empty());
        out
    }

    pub fn pictures(&self) -> Vec<&Picture> {
        let mut out = vec![];
        for block in &self.blocks {
            match block {
                Block::Picture(picture) => out.push(picture),
                Block::Steps(acts) => out.extend(acts.iter().filter_map(|act| act.picture.as_ref())),
                Block::Heading(_) | Block::Text(_) | Block::List(_) | Block::Callout(..) => {}
            }
        }
        out
    }

    /// The same guide with every line changed by `f`.
    #[must_use]
    pub fn map_lines(self, f: &dyn Fn(&Line) -> Line) -> Self {
        let all = |lines: Vec<Line>| lines.iter().map(f).collect::<Vec<_>>();
        let picture = |picture: Picture| Picture { alt: f(&picture.alt), ..picture };
        let act = |act: Act| Act { lead: f(&act.lead), how: all(act.how), picture: act.picture.map(picture), ..act };
        let block = |block| match block {
            Block::Heading(line) => Block::Heading(f(&line)),
            Block::Text(line) => Block::Text(f(&line)),
            Block::List(lines) => Block::List(all(lines)),
            Block::Steps(acts) => Block::Steps(acts.into_iter().map(act).collect()),
            Block::Picture(of) => Block::Picture(picture(of)),
            Block::Callout(kind, lines) => Block::Callout(kind, all(lines)),
        };
        let source = |source: Source| Source { title: f(&source.title), publisher: f(&source.publisher), ..source };
        Self {
            title: f(&self.title),
            lead: f(&self.lead),
            ask: f(&self.ask),
            blocks: self.blocks.into_iter().map(block).collect(),
            source: self.source.into_iter().map(source).collect(),
            ..self
        }
    }

    pub fn is_overdue(&self, today: Date) -> bool {
        self.recheck < today
    }
}

/// Shared text is written as text.
mod shared {
    use serde::{Deserialize, Deserializer, Serializer};
    use std::sync::Arc;

    pub(super) fn serialize<S: Serializer>(text: &Arc<str>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(text)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<str>, D::Error> {
        String::deserialize(from).map(Arc::from)
    }
}
