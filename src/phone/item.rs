//! The things on a screen.

use super::{Effect, Gesture, Said};
use crate::expr::Expr;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// With its screen: `settings/wifi`.
    pub id: String,
    pub kind: ItemKind,
    /// Name of a drawing in `kit/icons`; empty for none.
    pub icon: String,
    /// Name of a drawing of the world; empty for none.
    pub picture: String,
    pub label: Said,
    /// A quieter line below.
    pub detail: Said,
    /// Stands at the right of a row, in a slider, in a field.
    pub value: Said,
    /// Shown only while this holds.
    pub show: Option<Expr>,
    /// Can be used only while this holds.
    pub enabled: Option<Expr>,
    /// Looks chosen while this holds.
    pub on: Option<Expr>,
    /// The variable it changes: yes or no of a switch or check, text of a field, number of a slider or picture.
    pub bind: Option<String>,
    /// The practice value of a field: nothing else is taken, and nothing else is kept.
    pub secret: Option<String>,
    /// The most signs a field takes, the most a slider shows.
    pub most: u16,
    /// The keyboard that a field opens.
    pub keyboard: super::KeyboardKind,
    /// Reading and word, offered while the reading is typed: `ひなんじょ` → `避難所`.
    pub words: Vec<(String, String)>,
    /// A speech bubble of the owner of the phone.
    pub mine: bool,
    /// Left, top, width, height in hundredths of the screen, where the screen is drawn freely (map, camera, kiosk).
    pub at: Option<[u8; 4]>,
    /// How many rows it takes of the screen.
    pub rows: u8,
    pub deeds: Vec<Deed>,
}

/// What follows from a gesture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deed {
    pub gesture: Gesture,
    pub effects: Vec<Effect>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// A picture with its name below: an app.
    Icon,
    /// A line of a list.
    Row,
    Button,
    Switch,
    Check,
    Field,
    Text,
    Image,
    Slider,
    /// A key of a dial pad.
    Key,
    /// A speech bubble.
    Bubble,
    /// One of the parts of a bar at the bottom of an app.
    Tab,
}

impl ItemKind {
    pub const ALL: [(&'static str, Self); 12] = [
        ("icon", Self::Icon),
        ("row", Self::Row),
        ("button", Self::Button),
        ("switch", Self::Switch),
        ("check", Self::Check),
        ("field", Self::Field),
        ("text", Self::Text),
        ("image", Self::Image),
        ("slider", Self::Slider),
        ("key", Self::Key),
        ("bubble", Self::Bubble),
        ("tab", Self::Tab),
    ];
}

impl Item {
    pub fn effects(&self, gesture: &Gesture) -> Option<&[Effect]> {
        self.deeds.iter().find(|deed| deed.gesture == *gesture).map(|deed| deed.effects.as_slice())
    }
}
