//! The keyboard on the glass: kana in the order of the fifty sounds or as on a telephone, letters in the order of the alphabet. The tables
//! are data; what a key does to a text is here. Where fifty keys have no room one first chooses a row of sounds, then the sound; on the
//! telephone's one presses the key of a row again for its next sound, without haste: nothing is decided by time.

mod room;

pub use room::board;
pub(super) use room::{Side, beside, side};

use super::View;
use crate::{
    job::Typed,
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
    /// The next sound of one row, as on a telephone.
    Tap(usize),
    /// The next press of the same key begins a new sign; pressed again, a new word.
    Next,
    /// The next form of the last sign: with marks, small, plain.
    Forms,
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
    /// The row whose key writes its next sound in the place of the last one.
    pub tapped: Option<usize>,
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
        Self { layer, ..Self::default() }
    }

    /// What a key does to the keyboard and to the text.
    pub(super) fn press(&mut self, text: &mut String, key: Key) -> Text {
        let before = text.clone();
        let tapped = self.tapped.take();
        match key {
            Key::Sign(c) => {
                self.row = None;
                if text.chars().count() < LONGEST && !c.is_control() {
                    text.push(c);
                }
            }
            Key::Marks => mark(text, '゛'),
            Key::Small => mark(text, '小'),
            Key::Next if tapped.is_some() => {}
            Key::Space | Key::Next if text.is_empty() || text.ends_with(' ') => {}
            // At the end of a word there is nothing to go on to but the next word.
            Key::Space | Key::Next => text.push(' '),
            Key::Erase => drop(text.pop()),
            Key::Clear => text.clear(),
            Key::Layer(layer) => *self = Self { layer, ..Self::default() },
            Key::Row(row) => self.row = Some(row),
            Key::Rows => self.row = None,
            Key::Tap(row) => {
                tap(text, row, if tapped == Some(row) { Tapped::Again } else { Tapped::First });
                self.tapped = Some(row);
            }
            Key::Forms => forms(text),
        }
        if *text == before { Text::Same } else { Text::Changed }
    }

    /// The keyboard as a part of a page.
    pub(super) fn canvas<M>(self, view: &View<'_>, wrap: &dyn Fn(Key) -> M) -> Part<M> {
        let w = view.words();
        let placed = room::placed(self, view);
        canvas(
            w.search_keys(),
            placed.into_iter().map(|(x, y, key)| (x, y, control(key, self.layer, w, wrap))).collect(),
        )
    }
}

/// Taking back, where the keyboard has no room for it.
pub(super) fn erasers<M>(keys: Keys, view: &View<'_>, wrap: &dyn Fn(Key) -> M) -> Option<Part<M>> {
    let w = view.words();
    let there = room::placed(keys, view);
    let all = [
        ("key/erase", w.key_erase(), Key::Erase),
        ("key/clear", w.key_clear(), Key::Clear),
        ("key/kana", w.key_kana(), Key::Layer(Layer::Kana)),
    ];
    let tight = side(keys, view) == Side::Tight;
    let wanted = |key: Key| match key {
        // One sign after the other is enough where there is hardly room for what is written.
        Key::Clear => !tight,
        Key::Layer(_) => keys.layer == Layer::Latin,
        _ => true,
    };
    let lacking = all.into_iter().filter(|(.., key)| wanted(*key) && !there.iter().any(|(.., there)| there == key));
    let parts: Vec<_> = lacking.map(|(id, name, key)| Part::from(Control::button(id, name, wrap(key)))).collect();
    (!parts.is_empty()).then(|| Part::group(Kind::Row, parts))
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

/// The same with the hyphen of telephone numbers.
pub(super) fn telephone<M>(view: &View<'_>, name: Line, wrap: &dyn Fn(Key) -> M) -> Part<M> {
    let signs = "1234567890".chars().enumerate().map(|(n, c)| (n % 5, n / 5, Key::Sign(c)));
    let keys = signs.chain([(5, 0, Key::Sign('-')), (5, 1, Key::Erase)]);
    canvas(name, keys.map(|(x, y, key)| (x, y, control(key, Layer::Latin, view.words(), wrap))).collect())
}

fn canvas<M>(name: Line, keys: Vec<(usize, usize, Control<M>)>) -> Part<M> {
    let across = keys.iter().map(|(x, ..)| x + 1).max().unwrap_or(1) as f32;
    let down = keys.iter().map(|(_, y, _)| y + 1).max().unwrap_or(1) as f32;
    let at = keys.iter().map(|(x, y, _)| [*x as f32 * STEP, *y as f32 * STEP, KEY, KEY]).collect();
    let parts = keys.into_iter().map(|(.., control)| Part::from(control)).collect();
    let size = [across * STEP - (STEP - KEY), down * STEP - (STEP - KEY)];
    Part::Canvas(Canvas { id: "keys".into(), kind: CanvasKind::Keyboard, name, size, at, parts })
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
        '小' | '大' => Key::Small,
        '数' => Key::Layer(Layer::Latin),
        '␣' => Key::Space,
        c => Key::Sign(c),
    }
}

fn control<M>(key: Key, layer: Layer, w: &Words, wrap: &dyn Fn(Key) -> M) -> Control<M> {
    let (id, name) = match key {
        Key::Sign(c) => (format!("key/{c}"), sign(c, w)),
        Key::Marks => ("key/marks".to_owned(), w.key_marks()),
        Key::Small if layer == Layer::Latin => ("key/capital".to_owned(), w.key_capital()),
        Key::Small => ("key/small".to_owned(), w.key_small()),
        Key::Space => ("key/space".to_owned(), w.key_space()),
        Key::Erase => ("key/erase".to_owned(), w.key_erase()),
        Key::Clear => ("key/clear".to_owned(), w.key_clear()),
        Key::Layer(Layer::Kana) => ("key/kana".to_owned(), w.key_kana()),
        Key::Layer(Layer::Latin) => ("key/latin".to_owned(), w.key_latin()),
        Key::Row(row) => (format!("key/row-{row}"), row_name(row, layer)),
        Key::Rows => ("key/rows".to_owned(), w.key_rows()),
        Key::Tap(row) => (format!("key/tap-{row}"), row_name(row, layer)),
        Key::Next => ("key/next".to_owned(), w.key_next()),
        Key::Forms => ("key/forms".to_owned(), w.key_forms()),
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
        '@' => w.key_at(),
        '_' => w.key_underscore(),
        '/' => w.key_slash(),
        ':' => w.key_colon(),
        '+' => w.key_plus(),
        '#' => w.key_hash(),
        '!' => w.key_exclamation(),
        '?' => w.key_question(),
        '=' => w.key_equals(),
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

/// Whether the key of a row was the last one that was pressed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tapped {
    First,
    Again,
}

/// Writes the first sound of a row, or the next one in the place of the last.
fn tap(text: &mut String, row: usize, tapped: Tapped) {
    let row = table(Layer::Kana).into_iter().nth(row).unwrap_or_default();
    let signs: Vec<char> = row.iter().filter_map(|key| if let Key::Sign(c) = key { Some(*c) } else { None }).collect();
    let at = text.chars().next_back().and_then(|last| signs.iter().position(|sign| *sign == last));
    let next = match at.filter(|_| tapped == Tapped::Again) {
        Some(at) => {
            text.pop();
            signs.iter().cycle().nth(at + 1)
        }
        None => signs.first().filter(|_| text.chars().count() < LONGEST),
    };
    text.extend(next);
}

/// Turns the last sign into the next of all its forms, as the one key of a telephone does: か が, つ っ づ, は ば ぱ.
fn forms(text: &mut String) {
    let Some(last) = text.pop() else { return };
    let all = MARKS.lines().filter_map(|line| line.strip_prefix('形')).flat_map(str::split_whitespace);
    text.push(next_form(last, all));
}

/// What is said of a key that changed the text: what it wrote or took away, and then all of it.
pub fn said(before: &str, after: &str, w: &Words) -> Line {
    let counts = [before, after].map(|text| text.chars().count());
    let last = |text: &str| match text.chars().next_back() {
        Some(' ') => w.key_space(),
        Some(c) => sign(c, w),
        None => Line::default(),
    };
    match counts {
        [_, 0] => w.key_emptied(),
        [was, is] if was > is => w.key_erased(last(before)).join(&Line::verbatim(after)),
        [_, 1] => last(after),
        _ => w.key_typed(last(after)).join(&Line::verbatim(after)),
    }
}

/// Turns the last sign into the next of its forms, round and round.
fn mark(text: &mut String, with: char) {
    let Some(last) = text.pop() else { return };
    text.push(next_form(
        last,
        MARKS.lines().filter_map(|line| line.strip_prefix(with)).flat_map(str::split_whitespace),
    ));
}

fn next_form<'f>(last: char, forms: impl Iterator<Item = &'f str>) -> char {
    let mut next = forms.filter_map(|forms| {
        let at = forms.chars().position(|form| form == last)?;
        forms.chars().cycle().nth(at + 1)
    });
    next.next().unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &str) -> String {
        let (mut board, mut text) = (Keys::default(), String::new());
        for c in keys.chars() {
            let key = match c {
                '<' => Key::Erase,
                '!' if !keys.contains('a') => Key::Clear,
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
            ("a大b", "Ab"),
        ] {
            assert_eq!(typed(keys), text, "{keys}");
        }
    }

    #[test]
    fn a_telephone_key_pressed_again_gives_the_next_sound() {
        let written = |keys: &[Key]| {
            let (mut board, mut text) = (Keys::default(), String::new());
            for key in keys {
                board.press(&mut text, *key);
            }
            text
        };
        let (a, ka, ta, ha, wa) = (Key::Tap(0), Key::Tap(1), Key::Tap(3), Key::Tap(5), Key::Tap(9));
        assert_eq!(written(&[a, a, a]), "う");
        assert_eq!(written(&[a, Key::Next, a, a]), "あい");
        assert_eq!(written(&[a, Key::Next, Key::Next, Key::Next, a]), "あ あ");
        assert_eq!(written(&[a, a, ka]), "いか");
        assert_eq!(written(&[a, a, a, a, a, a]), "あ", "round and round");
        assert_eq!(written(&[ka, Key::Forms]), "が");
        assert_eq!(written(&[ta, ta, ta, Key::Forms]), "っ");
        assert_eq!(written(&[ta, ta, ta, Key::Forms, Key::Forms, Key::Forms]), "つ");
        assert_eq!(written(&[ha, Key::Forms, Key::Forms]), "ぱ");
        assert_eq!(written(&[wa, wa, wa, wa]), "ー");
        assert_eq!(written(&[a, Key::Erase, a]), "あ", "what was taken away is not gone on with");
        assert_eq!(written(&[a, Key::Space, a]), "あ あ");
        assert_eq!(written(&[Key::Tap(99), Key::Next, Key::Forms]), "");
    }

    #[test]
    fn what_a_key_did_is_said_and_then_the_whole() {
        let words = Words::shipped(&crate::words::Tongue::JA);
        let said = |before, after| said(before, after, &words).plain();
        assert_eq!(said("", "し"), "し");
        assert!(said("み", "みず").starts_with('ず') && said("み", "みず").ends_with("みず"), "{}", said("み", "みず"));
        assert!(said("みず", "み").contains('ず') && said("みず", "み").ends_with('み'));
        assert!(!said("み", "").is_empty());
    }

    #[test]
    fn a_text_has_an_end() {
        assert_eq!(typed(&"あ".repeat(100)).chars().count(), LONGEST);
    }

    #[test]
    fn the_tables_hold_every_sound_once() {
        for (layer, rows) in [(Layer::Kana, 10), (Layer::Latin, 10)] {
            let keys: Vec<Key> = table(layer).concat();
            assert_eq!((table(layer).len(), keys.len()), (rows, rows * 5));
            assert!((1..keys.len()).all(|n| !keys[n..].contains(&keys[n - 1])));
        }
    }
}
