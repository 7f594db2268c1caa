//! What a town can say about itself: the list of `kiosk-config/schema.toml`, carried inside the program and read once. It is a file and
//! not a table in the code because those who fill it in, and those who ask for one value more, are not engineers.

use crate::reader::{Problem, Problems, Source, Table, toml};
use std::sync::LazyLock;

/// One value that a town can give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// With dots between its parts: `office.risai`.
    pub key: String,
    pub shape: Shape,
    /// What it is called, in Japanese.
    pub label: String,
    /// What it is for, in Japanese.
    pub purpose: String,
    /// What may stand right of the `=`.
    pub example: String,
    pub need: Need,
}

impl Wanted {
    /// What may stand right of the `=` in the file of a town, where every value says where it is from.
    pub fn sourced(&self) -> String {
        let from = "from = \"計画《けいかく》 17ページ\"";
        match (self.shape, self.example.strip_suffix(" }")) {
            (Shape::Office, Some(office)) => format!("{office}, {from} }}"),
            _ => format!("{{ value = {}, {from} }}", self.example),
        }
    }
}

/// What a value looks like in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words, with ruby.
    Text,
    Phone,
    Url,
    /// A day without quotes: `2027-03-31`.
    Date,
    /// How long, or until when, in words: 災害の日から90日.
    Period,
    /// A whole number of yen.
    Yen,
    /// A counter: its name, floor, window, telephone, hours, and how to reserve.
    Office,
    List,
    /// `true` or `false`.
    Flag,
}

/// When a kiosk should have a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Before anybody uses the kiosk.
    FirstDay,
    Later,
    /// Only while a disaster goes on.
    Disaster,
}

/// The words for shapes in the file.
const SHAPES: &[(&str, Shape)] = &[
    ("text", Shape::Text),
    ("phone", Shape::Phone),
    ("url", Shape::Url),
    ("date", Shape::Date),
    ("period", Shape::Period),
    ("yen", Shape::Yen),
    ("office", Shape::Office),
    ("list", Shape::List),
    ("flag", Shape::Flag),
];

const NEEDS: &[(&str, Need)] = &[("first-day", Need::FirstDay), ("later", Need::Later), ("disaster", Need::Disaster)];

const TEXT: &str = include_str!("../../kiosk-config/schema.toml");

static SCHEMA: LazyLock<Vec<Wanted>> = LazyLock::new(|| read(&Source::new("kiosk-config/schema.toml", TEXT)).0);

/// Everything a town can say, in the order in which staff are asked for it.
pub fn schema() -> &'static [Wanted] {
    &SCHEMA
}

/// Reads the list. A value with a fault in it is left out and told.
pub fn read(source: &Source) -> (Vec<Wanted>, Vec<Problem>) {
    let mut problems = Problems::new(source);
    let list = toml(&source.text, 0, &mut problems, |table| {
        if table.must("format", "1") {
            table.int("format", 1..=1);
        }
        table.tables("value", wanted)
    });
    (list.into_iter().flatten().collect(), problems.finish())
}

fn wanted(table: &mut Table<'_, '_, '_>) -> Option<Wanted> {
    let mut said = |key| table.must_text(key).map(|text| text.value);
    let (key, label, purpose, example) = (said("key"), said("label"), said("for"), said("example"));
    let shape = if table.must("type", "\"text\"") { table.one_of("type", SHAPES) } else { None };
    let need = if table.must("need", "\"later\"") { table.one_of("need", NEEDS) } else { None };
    Some(Wanted {
        key: key?,
        shape: shape?.value,
        label: label?,
        purpose: purpose?,
        example: example?,
        need: need?.value,
    })
}
