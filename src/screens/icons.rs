//! The drawings of `kit/icons` by name, so that a name from a file becomes one that a control can carry.

use crate::content::Kind;

const NAMES: &[&str] = &[
    "again",
    "back",
    "book",
    "broken-house",
    "call",
    "camera",
    "check",
    "clock",
    "drop",
    "family",
    "gear",
    "globe",
    "handset-alert",
    "heart",
    "help",
    "home",
    "house",
    "key",
    "keyboard",
    "legs",
    "letters",
    "lock",
    "minus",
    "moon",
    "next",
    "paper",
    "pencil",
    "person",
    "phone",
    "pin",
    "plug",
    "plus",
    "printer",
    "quake",
    "rain",
    "run",
    "school",
    "search",
    "shield",
    "sound-off",
    "speaker",
    "stop",
    "sun",
    "trash",
    "warning",
    "water",
];

/// The drawing for a guide or a question; a book or a question mark where its author named none that is known.
pub(super) fn icon(name: &str, kind: Kind) -> &'static str {
    NAMES.iter().find(|known| **known == name).copied().unwrap_or(match kind {
        Kind::Guide => "book",
        Kind::Faq => "help",
    })
}
