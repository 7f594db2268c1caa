//! What the phone shows at this moment, without a single rectangle: whoever draws it decides where things stand.

use super::{Gesture, ItemKind, ScreenKind, Skin};
use crate::words::Line;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub struct Face {
    pub skin: Skin,
    pub app: String,
    /// Full id of the screen.
    pub screen: String,
    pub kind: ScreenKind,
    pub title: Line,
    pub status: Status,
    /// Those in view, in order.
    pub items: Vec<FaceItem>,
    /// The buttons at the edge of the phone (`home-buttons/power`), while they are needed.
    pub buttons: Vec<FaceItem>,
    pub scroll: Scroll,
    /// The notification shade, while it is down: the notices (`notice/<id>`), in the order they came.
    pub shade: Option<Vec<FaceItem>>,
    /// A notice that has just come in and stands over the screen.
    pub banner: Option<FaceItem>,
    pub keyboard: Option<Keyboard>,
    /// Whether 「もどる」 leads anywhere.
    pub can_go_back: bool,
    /// The phone is doing something: wait a moment.
    pub is_busy: bool,
}

/// The line at the top of a phone.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    /// `10:05`.
    pub time: Line,
    /// Per cent.
    pub battery: u8,
    /// Bars of the mobile network, 0 to 4; 0 is 圏外.
    pub signal: u8,
    pub badges: Vec<Badge>,
    /// How many notices wait.
    pub notices: usize,
}

/// A small sign in the status line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Badge {
    Wifi,
    Airplane,
    Silent,
    Location,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FaceItem {
    /// `settings/wifi`; of the keyboard `key/か`; of a notice `notice/bill`.
    pub id: String,
    pub kind: ItemKind,
    pub label: Line,
    pub detail: Line,
    /// What a field holds, what stands at the right of a row; of a slider its number.
    pub value: Line,
    pub icon: String,
    /// A drawing as SVG; its words are the label.
    pub picture: Option<Arc<str>>,
    /// A switch or check is on, a tab or key is chosen, a field has the keyboard.
    pub on: bool,
    pub enabled: bool,
    /// What can be done with it, the most usual first; empty for what is only read.
    pub gestures: Vec<Gesture>,
    pub mine: bool,
    /// Left, top, width, height in hundredths of the screen.
    pub at: Option<[u8; 4]>,
    /// How many of the rows in view it takes.
    pub rows: u8,
    /// Of a slider or picture: what it is now and at most.
    pub level: Option<(u16, u16)>,
}

/// Where a long screen stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// Rows above the view; 0 at the top.
    pub at: u16,
    /// The largest `at`; 0 when everything fits.
    pub most: u16,
    /// Rows in view.
    pub rows: u8,
}

impl Scroll {
    /// Whether there is more below.
    pub const fn has_more(self) -> bool {
        self.at < self.most
    }
}

/// The keyboard on the glass of the phone.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyboard {
    pub kind: KeyboardKind,
    /// Rows of keys, from the top; the last key of the last row is 「完了」.
    pub rows: Vec<Vec<FaceItem>>,
    /// Words offered for what was typed.
    pub words: Vec<FaceItem>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyboardKind {
    #[default]
    Kana,
    /// The same keys; a finger that moves from one writes its other signs.
    Flick,
    Latin,
    Number,
}

impl KeyboardKind {
    pub const ALL: [(&'static str, Self); 4] =
        [("kana", Self::Kana), ("flick", Self::Flick), ("latin", Self::Latin), ("number", Self::Number)];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Kana => "kana",
            Self::Flick => "flick",
            Self::Latin => "latin",
            Self::Number => "number",
        }
    }
}
