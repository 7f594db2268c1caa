//! The one world of the phone: every app with its screens, and everything that can be so or otherwise in it.

use super::{Deed, Effect, Gesture, Item, Mistake, Said};
use crate::expr::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What all lessons and free practice share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct World {
    /// In the order of their ids.
    pub apps: Vec<App>,
    /// By their full id: `settings`, `settings-wifi`.
    pub screens: BTreeMap<String, Screen>,
    /// Every variable and what it is at first.
    pub vars: BTreeMap<String, Value>,
    /// Kind replies that apps and lessons name.
    pub mistakes: BTreeMap<String, Mistake>,
    /// The drawings that items show, as SVG whose strokes are `currentColor`, by name.
    #[serde(default)]
    pub drawings: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct App {
    /// The name of its file; also the id of its first screen.
    pub id: String,
    pub title: Said,
    pub icon: String,
    /// Full ids, the first first.
    pub screens: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Screen {
    pub id: String,
    pub app: String,
    pub kind: ScreenKind,
    pub title: Said,
    pub items: Vec<Item>,
    /// Happens whenever the screen opens.
    pub enter: Vec<Effect>,
    /// Gestures on the screen itself; `Back` instead of closing it.
    pub deeds: Vec<Deed>,
    /// How many rows of items are in view at once.
    pub rows: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScreenKind {
    /// Pictures of apps.
    Icons,
    /// Rows of settings, messages, names.
    List,
    /// A page of a browser.
    Web,
    /// Words to read, buttons below.
    Text,
    /// Speech bubbles.
    Chat,
    /// A dial pad.
    Dial,
    /// A telephone call.
    Call,
    Map,
    Camera,
    /// The glass of a machine in a shop.
    Kiosk,
    /// Before the phone is opened.
    Lock,
}

impl ScreenKind {
    pub const ALL: [(&'static str, Self); 11] = [
        ("icons", Self::Icons),
        ("list", Self::List),
        ("web", Self::Web),
        ("text", Self::Text),
        ("chat", Self::Chat),
        ("dial", Self::Dial),
        ("call", Self::Call),
        ("map", Self::Map),
        ("camera", Self::Camera),
        ("kiosk", Self::Kiosk),
        ("lock", Self::Lock),
    ];

    /// Whether more than fits is reached by moving the screen up and down.
    pub const fn scrolls(self) -> bool {
        matches!(self, Self::List | Self::Web | Self::Text | Self::Chat)
    }
}

/// The screen that 「ホーム」 leads to.
pub(super) const HOME: &str = "home";

impl Screen {
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    pub fn effects(&self, gesture: &Gesture) -> Option<&[Effect]> {
        self.deeds.iter().find(|deed| deed.gesture == *gesture).map(|deed| deed.effects.as_slice())
    }
}

impl World {
    pub fn screen(&self, id: &str) -> Option<&Screen> {
        self.screens.get(id)
    }

    /// The item with its screen: `settings/wifi`.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.screen(id.split_once('/')?.0)?.item(id)
    }
}
