//! The keyboard on the glass: kana in the order of the fifty sounds, letters in the order of the alphabet. The tables are data; what
//! a key does to a text is here. On a panel that cannot carry fifty keys one first chooses a row of sounds, then the sound.

use super::View;
use crate::{
    page::{Canvas, CanvasKind, Control, Part, Role},
    words::{Line, Words},
};

const KANA: &str = include_str!("keys/kana.txt");
const LATIN: &str = include_str!("keys/latin.txt");
const MARKS: &str = include_str!("keys/marks.txt");

/// A key and the room around it, in millimetres: the smallest target and gap a public page may have.
const KEY: f32 = 20.0;
const STEP: f32 = 23.2;
/// The key that stands for a blank in the tables.
const BLANK: char = '␣';
/// Longer texts are neither searched for nor shown large.
pub(super) const LONGEST: usize = 40;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Sign(char),
    /// ゛ on the last sign, or off again.
    Voiced,
    /// ゜ on the last sign, or off again.
    Half,
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

impl Keys {
    pub fn new(view: &View<'_>) -> Self {
        let layer = if view.settings.tongue.is_japanese() { Layer::Kana } else { Layer::Latin };
        Self { layer, row: None }
    }

    /// What a key does to the keyboard and to the text. True when the text changed.
    pub(super) fn press(&mut self, text: &mut String, key: Key) -> bool {
        let before = text.clone();
        match key {
            Key::Sign(c) if text.chars().count() < LONGEST => text.push(c),
            Key::Sign(_) => {}
            Key::Voiced => mark(text, '゛'),
            Key::Half => mark(text, '゜'),
            Key::Small => mark(text, '小'),
            Key::Space if !text.is_empty() && !text.ends_with(' ') => text.push(' '),
            Key::Space => {}
            Key::Erase => drop(text.pop()),
            Key::Clear => text.clear(),
            Key::Layer(layer) => *self = Self { layer, row: None },
            Key::Row(row) => self.row = Some(row),
            Key::Rows => self.row = None,
        }
        *text != before
    }

    /// The keyboard as a part of a page.
    pub(super) fn canvas<M>(&self, view: &View<'_>, wrap: impl Fn(Key) -> M) -> Part<M> {
        let w = view.words();
        let rows = table(self.layer);
        let mut keys: Vec<(usize, usize, Control<M>)> = vec![];
        let mut put = |x: usize, y: usize, key: Key| keys.push((x, y, control(key, self.layer, w, &wrap)));
        let tools = tools(self.layer);
        if is_wide(view) {
            for (x, row) in rows.iter().enumerate() {
                row.iter().enumerate().for_each(|(y, key)| put(x, y, *key));
            }
            tools.iter().enumerate().for_each(|(y, key)| put(rows.len(), y, *key));
        } else {
            let shown: Vec<Key> = match self.row.and_then(|row| rows.get(row)) {
                Some(row) => row.iter().copied().chain([Key::Rows]).collect(),
                None => (0..rows.len()).map(Key::Row).collect(),
            };
            let columns = columns(view);
            shown.iter().chain(&tools).enumerate().for_each(|(n, key)| put(n % columns, n / columns, *key));
        }
        canvas(w.search_keys(), keys)
    }
}

/// Ten digits and one to take back, as on a telephone.
pub(super) fn digits<M>(view: &View<'_>, name: Line, wrap: impl Fn(Key) -> M) -> Part<M> {
    let w = view.words();
    let digit = |(n, c): (usize, char)| (n % 5, n / 5, control(Key::Sign(c), Layer::Latin, w, &wrap));
    let mut keys: Vec<_> = "1234567890".chars().enumerate().map(digit).collect();
    keys.push((5, 0, control(Key::Erase, Layer::Latin, w, &wrap)));
    keys.push((5, 1, control(Key::Clear, Layer::Latin, w, &wrap)));
    canvas(name, keys)
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
    let panel = view.standing.panel;
    panel.w >= 330.0 && panel.h >= 185.0
}

/// How many keys of 20 mm stand side by side.
fn columns(view: &View<'_>) -> usize {
    let free = view.standing.panel.w - 14.0;
    (5..=9).rev().find(|n| *n as f32 * STEP - (STEP - KEY) <= free).unwrap_or(5)
}

fn table(layer: Layer) -> Vec<Vec<Key>> {
    let text = match layer {
        Layer::Kana => KANA,
        Layer::Latin => LATIN,
    };
    text.lines().map(|line| line.chars().map(key).collect()).collect()
}

const fn key(c: char) -> Key {
    match c {
        '゛' => Key::Voiced,
        '゜' => Key::Half,
        BLANK => Key::Space,
        c => Key::Sign(c),
    }
}

fn tools(layer: Layer) -> Vec<Key> {
    match layer {
        Layer::Kana => vec![Key::Small, Key::Layer(Layer::Latin), Key::Erase, Key::Clear],
        Layer::Latin => vec![Key::Layer(Layer::Kana), Key::Erase, Key::Clear],
    }
}

fn control<M>(key: Key, layer: Layer, w: &Words, wrap: &impl Fn(Key) -> M) -> Control<M> {
    let (id, name) = match key {
        Key::Sign(c) => (format!("key/{c}"), sign(c, w)),
        Key::Voiced => ("key/voiced".to_owned(), w.key_voiced()),
        Key::Half => ("key/half".to_owned(), w.key_half()),
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

fn sign(c: char, w: &Words) -> Line {
    match c {
        'ー' => w.key_long(),
        '-' => w.key_hyphen(),
        '.' => w.key_dot(),
        '&' => w.key_and(),
        c => Line::verbatim(&c.to_string()),
    }
}

/// A row is known by its first and last sign.
fn row_name(row: usize, layer: Layer) -> Line {
    let keys = table(layer).into_iter().nth(row).unwrap_or_default();
    let signs: Vec<char> = keys.iter().filter_map(|key| if let Key::Sign(c) = key { Some(*c) } else { None }).collect();
    Line::verbatim(&match (signs.first(), signs.last(), layer) {
        (Some(first), _, Layer::Kana) => first.to_string(),
        (Some(first), Some(last), Layer::Latin) => format!("{first}–{last}"),
        _ => String::new(),
    })
}

/// Turns the last sign into its marked form, or back.
fn mark(text: &mut String, with: char) {
    let Some(last) = text.pop() else { return };
    let new = MARKS.lines().filter_map(|line| line.strip_prefix(with)?.split_once(' ')).find_map(|(plain, marked)| {
        let pairs = || plain.chars().zip(marked.chars());
        pairs().find_map(|(a, b)| if a == last { Some(b) } else if b == last { Some(a) } else { None })
    });
    // は゛ → ば, and ば with ゜ → ぱ: take the other mark off first.
    let other = |c| MARKS.lines().filter_map(|line| line.split_once(' ')).find_map(|(plain, marked)| {
        let at = marked.chars().position(|m| m == c)?;
        plain.chars().nth(at + 1)
    });
    let again = || {
        let bare = other(last)?;
        let (plain, marked) = MARKS.lines().filter_map(|line| line.strip_prefix(with)?.split_once(' ')).next()?;
        plain.chars().zip(marked.chars()).find_map(|(a, b)| (a == bare).then_some(b))
    };
    text.push(new.or_else(again).unwrap_or(last));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &str) -> String {
        let (mut board, mut text) = (Keys::default(), String::new());
        for c in keys.chars() {
            let key = match c {
                '小' => Key::Small,
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
            ("か゛", "が"), ("か゛゛", "か"), ("は゜", "ぱ"), ("は゛゜", "ぱ"), ("は゜゛", "ば"), ("つ小", "っ"), ("つ小小", "つ"),
            ("つ小゛", "づ"), ("あ゛", "あ"), ("゛", ""), ("し゛しん", "じしん"), ("ひなんし゛よ小", "ひなんじょ"), ("あい<", "あ"), ("あい!", ""),
            ("あ␣␣い", "あ い"), ("␣あ", "あ"),
        ] {
            assert_eq!(typed(keys), text, "{keys}");
        }
    }

    #[test]
    fn a_text_has_an_end() {
        assert_eq!(typed(&"あ".repeat(100)).chars().count(), LONGEST);
    }
}
