//! The drawings of `kit/icons` by name, so that a name from a file becomes one that a control can carry.

use crate::content::Kind;

const NAMES: &[&str] = &[
    "again",
    "back",
    "bag",
    "battery",
    "bell",
    "book",
    "broken-house",
    "call",
    "camera",
    "check",
    "circle",
    "clock",
    "down",
    "drop",
    "family",
    "folder",
    "gear",
    "globe",
    "hand",
    "handset-alert",
    "hang-up",
    "heart",
    "help",
    "home",
    "house",
    "key",
    "keyboard",
    "legs",
    "letters",
    "lock",
    "medical",
    "message",
    "mic",
    "minus",
    "moon",
    "next",
    "paper",
    "pause",
    "pencil",
    "person",
    "phone",
    "photo",
    "pin",
    "plug",
    "plus",
    "power",
    "printer",
    "quake",
    "rain",
    "run",
    "school",
    "search",
    "shield",
    "sound-off",
    "speaker",
    "square",
    "stop",
    "store",
    "sun",
    "toilet",
    "trash",
    "up",
    "warning",
    "water",
    "wifi",
];

/// The drawing of this name; none where nobody drew it.
pub(super) fn drawn(name: &str) -> &'static str {
    NAMES.iter().find(|known| **known == name).copied().unwrap_or("")
}

/// The drawing for a guide or a question; a book or a question mark where its author named none that is known.
pub(super) fn icon(name: &str, kind: Kind) -> &'static str {
    NAMES.iter().find(|known| **known == name).copied().unwrap_or(match kind {
        Kind::Guide => "book",
        Kind::Faq => "help",
        Kind::Procedure => "list",
        Kind::Word => "letters",
    })
}
