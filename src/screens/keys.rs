//! The keyboard on the glass: kana in the order of the fifty sounds, letters in the order of the alphabet. The tables are data; what
//! a key does to a text is here. On a panel that cannot carry fifty keys one first chooses a row of sounds, then the sound.

use super::View;
use crate::{
    job::Typed,
    lay::body_width,
    page::{Canvas, CanvasKind, Control, Kind, Part, Role},
    words::{Line, Words},
};

const KANA: &str = include_str!("keys/kana.txt");
const LATIN: &str = include_str!("keys/latin.txt");
const MARKS: &str = include_str!("keys/marks.txt");

/// A key and the room around it, in millimetres: the smallest target and gap a public page may have.
const KEY: f32 = 20.0;
const STEP: f32 = 23.2;
/// Longer texts are neither searched for nor shown large.
pub(super) const LONGEST: usize = 40;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Sign(char),
    /// The next of plain, ゛ and ゜ for the last sign.
    Marks,
    /// The last sign small, or large again.
    Small,
    Space,
    Erase,
    Clear,
    /// Another set of signs.
    Layer(Layer),
    /// The sounds of one row, on panels that cannot show all.
    Row(usize),
    Rows,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layer {
    #[default]
    Kana,
    Latin,
}

/// What the keyboard shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    pub layer: Layer,
    pub row: Option<usize>,
}

/// Whether a key changed the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    Same,
    Changed,
}

impl Keys {
    pub fn new(view: &View<'_>) -> Self {
        let layer = if view.settings.tongue.is_japanese() { Layer::Kana } else { Layer::Latin };
        Self { layer, row: None }
    }

    /// What a key does to the keyboard and to the text.
    pub(super) fn press(&mut self, text: &mut String, key: Key) -> Text {
        let before = text.clone();
        match key {
            Key::Sign(c) => {
                self.row = None;
                if text.chars().count() < LONGEST && !c.is_control() {
                    text.push(c);
                }
            }
            Key::Marks => mark(text, '゛'),
            Key::Small => mark(text, '小'),
            Key::Space if text.is_empty() || text.ends_with(' ') => {}
            Key::Space => text.push(' '),
            Key::Erase => drop(text.pop()),
            Key::Clear => text.clear(),
            Key::Layer(layer) => *self = Self { layer, row: None },
            Key::Row(row) => self.row = Some(row),
            Key::Rows => self.row = None,
        }
        if *text == before { Text::Same } else { Text::Changed }
    }

    /// The keyboard as a part of a page.
    pub(super) fn canvas<M>(self, view: &View<'_>, wrap: &dyn Fn(Key) -> M) -> Part<M> {
        let w = view.words();
        let rows = table(self.layer);
        let keys: Vec<_> = if is_wide(view) {
            let column = |(x, row): (usize, Vec<Key>)| row.into_iter().enumerate().map(move |(y, key)| (x, y, key));
            rows.into_iter().enumerate().flat_map(column).collect()
        } else {
            let columns = columns(view);
            self.few(&rows).into_iter().enumerate().map(|(n, key)| (n % columns, n / columns, key)).collect()
        };
        canvas(w.search_keys(), keys.into_iter().map(|(x, y, key)| (x, y, control(key, self.layer, w, wrap))).collect())
    }

    /// The keys of a panel that cannot carry all: first the rows, then the signs of one.
    fn few(self, rows: &[Vec<Key>]) -> Vec<Key> {
        let shown: Vec<Key> = match self.row.and_then(|row| rows.get(row)) {
            Some(row) => {
                row.iter().copied().filter(|key| matches!(key, Key::Sign(_) | Key::Space)).chain([Key::Rows]).collect()
            }
            None => (0..rows.len()).map(Key::Row).collect(),
        };
        let tools = match self.layer {
            Layer::Kana => vec![Key::Marks, Key::Small, Key::Layer(Layer::Latin)],
            Layer::Latin => vec![Key::Layer(Layer::Kana)],
        };
        shown.into_iter().chain(tools).chain([Key::Erase, Key::Clear]).collect()
    }
}

/// Taking back, where the keyboard has no room for it.
pub(super) fn erasers<M>(layer: Layer, view: &View<'_>, wrap: &dyn Fn(Key) -> M) -> Part<M> {
    let w = view.words();
    let button = |id, name, key| Part::from(Control::button(id, name, wrap(key)));
    let mut parts =
        vec![button("key/erase", w.key_erase(), Key::Erase), button("key/clear", w.key_clear(), Key::Clear)];
    if layer == Layer::Latin {
        parts.push(button("key/kana", w.key_kana(), Key::Layer(Layer::Kana)));
    }
    Part::group(Kind::Row, parts)
}

/// What has been typed so far.
pub(super) fn field<M>(id: &'static str, name: Line, typed: &Typed) -> Part<M> {
    Control::new(Role::Field, id, name, None).value(Line::verbatim(&typed.0)).into()
}

/// Ten digits and the keys to take back.
pub(super) fn digits<M>(view: &View<'_>, name: Line, wrap: &dyn Fn(Key) -> M) -> Part<M> {
    let w = view.words();
    let signs = "1234567890".chars().enumerate().map(|(n, c)| (n % 5, n / 5, Key::Sign(c)));
    let keys = signs.chain([(5, 0, Key::Erase), (5, 1, Key::Clear)]);
    canvas(name, keys.map(|(x, y, key)| (x, y, control(key, Layer::Latin, w, wrap))).collect())
}

fn canvas<M>(name: Line, keys: Vec<(usize, usize, Control<M>)>) -> Part<M> {
    let across = keys.iter().map(|(x, ..)| x + 1).max().unwrap_or(1) as f32;
    let down = keys.iter().map(|(_, y, _)| y + 1).max().unwrap_or(1) as f32;
    let at = keys.iter().map(|(x, y, _)| [*x as f32 * STEP, *y as f32 * STEP, KEY, KEY]).collect();
    let parts = keys.into_iter().map(|(.., control)| Part::from(control)).collect();
    let size = [across * STEP - (STEP - KEY), down * STEP - (STEP - KEY)];
    Part::Canvas(Canvas { id: "keys".into(), kind: CanvasKind::Keyboard, name, size, at, parts })
}

/// Fifty keys of 20 mm fit beside what was found.
pub(super) fn is_wide(view: &View<'_>) -> bool {
    let (panel, em) = (view.standing.panel, view.size().em);
    let keys = 10.0 * STEP - (STEP - KEY);
    panel.h >= 185.0 && panel.w - 14.0 - keys >= 9.0 * em + 12.0
}

/// How many keys of 20 mm stand side by side.
fn columns(view: &View<'_>) -> usize {
    let free = body_width(view.standing.panel, view.size());
    (5..=8).rev().find(|n| *n as f32 * STEP - (STEP - KEY) <= free).unwrap_or(5)
}

fn table(layer: Layer) -> Vec<Vec<Key>> {
    let text = match layer {
        Layer::Kana => KANA,
        Layer::Latin => LATIN,
    };
    text.lines().map(|line| line.chars().map(key).collect()).collect()
}

/// A sign of the tables that is no sign of a text.
const fn key(c: char) -> Key {
    match c {
        '゛' => Key::Marks,
        '小' => Key::Small,
        '数' => Key::Layer(Layer::Latin),
        '␣' => Key::Space,
        c => Key::Sign(c),
    }
}

fn control<M>(key: Key, layer: Layer, w: &Words, wrap: &dyn Fn(Key) -> M) -> Control<M> {
    let (id, name) = match key {
        Key::Sign(c) => (format!("key/{c}"), sign(c, w)),
        Key::Marks => ("key/marks".to_owned(), w.key_marks()),
        Key::Small => ("key/small".to_owned(), w.key_small()),
        Key::Space => ("key/space".to_owned(), w.key_space()),
        Key::Erase => ("key/erase".to_owned(), w.key_erase()),
        Key::Clear => ("key/clear".to_owned(), w.key_clear()),
        Key::Layer(Layer::Kana) => ("key/kana".to_owned(), w.key_kana()),
        Key::Layer(Layer::Latin) => ("key/latin".to_owned(), w.key_latin()),
        Key::Row(row) => (format!("key/row-{row}"), row_name(row, layer)),
        Key::Rows => ("key/rows".to_owned(), w.key_rows()),
    };
    Control::new(Role::Key, id, name, wrap(key))
}

/// Signs that are nothing to hear have a word for it.
fn sign(c: char, w: &Words) -> Line {
    match c {
        'ー' => w.key_long(),
        '-' => w.key_hyphen(),
        '.' => w.key_dot(),
        '&' => w.key_and(),
        c => Line::verbatim(&c.to_string()),
    }
}

/// A row of kana is known by its first sound, one of letters by its first and last.
fn row_name(row: usize, layer: Layer) -> Line {
    let keys = table(layer).into_iter().nth(row).unwrap_or_default();
    let signs = || keys.iter().filter_map(|key| if let Key::Sign(c) = key { Some(*c) } else { None });
    let (first, last) = (signs().next().unwrap_or(' '), signs().next_back().unwrap_or(' '));
    match layer {
        Layer::Kana => Line::verbatim(&first.to_string()),
        Layer::Latin => Line::verbatim(&format!("{first}–{last}")),
    }
}

/// Turns the last sign into the next of its forms, round and round.
fn mark(text: &mut String, with: char) {
    let Some(last) = text.pop() else { return };
    let forms = MARKS.lines().filter_map(|line| line.strip_prefix(with)).flat_map(str::split_whitespace);
    let next = forms.into_iter().find_map(|forms| {
        let at = forms.chars().position(|form| form == last)?;
        forms.chars().cycle().nth(at + 1)
    });
    text.push(next.unwrap_or(last));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &str) -> String {
        let (mut board, mut text) = (Keys::default(), String::new());
        for c in keys.chars() {
            let key = match c {
                '<' => Key::Erase,
                '!' => Key::Clear,
                c => key(c),
            };
            board.press(&mut text, key);
        }
        text
    }

    #[test]
    fn marks_stand_on_the_last_sign_and_come_off_again() {
        for (keys, text) in [
            ("か゛", "が"),
            ("か゛゛", "か"),
            ("は゛", "ば"),
            ("は゛゛", "ぱ"),
            ("は゛゛゛", "は"),
            ("つ小", "っ"),
            ("つ小小", "つ"),
            ("あ゛", "あ"),
            ("゛小<", ""),
            ("し゛しん", "じしん"),
            ("ひなんし゛よ小", "ひなんじょ"),
            ("あい<", "あ"),
            ("あい!", ""),
            ("あ␣␣い", "あ い"),
            ("␣あ", "あ"),
        ] {
            assert_eq!(typed(keys), text, "{keys}");
        }
    }

    #[test]
    fn a_text_has_an_end() {
        assert_eq!(typed(&"あ".repeat(100)).chars().count(), LONGEST);
    }

    #[test]
    fn the_tables_hold_every_sound_once() {
        for (layer, rows) in [(Layer::Kana, 10), (Layer::Latin, 8)] {
            let keys: Vec<Key> = table(layer).concat();
            assert_eq!((table(layer).len(), keys.len()), (rows, rows * 5));
            assert!((1..keys.len()).all(|n| !keys[n..].contains(&keys[n - 1])));
        }
    }
}
