//! Where one can be: a value that is read from text and printed back, so that tests, printed codes and staff can start anywhere.

use smol_str::SmolStr;
use std::{fmt, str::FromStr};

/// A place to open. Screens are made fresh from it; it holds nothing that a person typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    #[default]
    Home,
    /// The guides of one group (`shelf/family`).
    Shelf(SmolStr),
    Guide(SmolStr),
    Search,
    Settings,
    Call,
    /// The door to the staff page; what is behind it has no address.
    Staff,
    Sources,
    /// Opens over the page that is there.
    Help,
    /// Opens over the page that is there.
    Language,
}

/// A text that names no place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "there is no place `{0}`; try home, search, guide/<id>, shelf/<group>, settings, call, help, language, sources or staff"
)]
pub struct NoSuchPlace(pub String);

/// The places that have no name of their own after them.
const PLAIN: [(&str, Place); 8] = [
    ("home", Place::Home),
    ("search", Place::Search),
    ("settings", Place::Settings),
    ("call", Place::Call),
    ("staff", Place::Staff),
    ("sources", Place::Sources),
    ("help", Place::Help),
    ("language", Place::Language),
];

impl FromStr for Place {
    type Err = NoSuchPlace;

    fn from_str(text: &str) -> Result<Self, NoSuchPlace> {
        let plain = || PLAIN.iter().find(|(name, _)| *name == text).map(|(_, place)| place.clone());
        let named = || {
            let (kind, id) = text.split_once('/').filter(|(_, id)| is_id(id))?;
            match kind {
                "shelf" => Some(Self::Shelf(id.into())),
                "guide" => Some(Self::Guide(id.into())),
                _ => None,
            }
        };
        plain().or_else(named).ok_or_else(|| NoSuchPlace(text.to_owned()))
    }
}

/// As ids are in files: small letters, digits and hyphens.
fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= 64 && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shelf(id) => write!(f, "shelf/{id}"),
            Self::Guide(id) => write!(f, "guide/{id}"),
            plain => f.write_str(PLAIN.iter().find(|(_, place)| place == plain).map_or("home", |(name, _)| name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_and_printed_back() {
        for text in [
            "home",
            "search",
            "settings",
            "call",
            "staff",
            "sources",
            "help",
            "language",
            "guide/jishin",
            "shelf/family",
        ] {
            assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_place_says_what_is() {
        for odd in ["", "Home", "guide", "guide/", "guide/../staff", "guide/あ", "lesson/wifi", "guide/a/b"] {
            let no = odd.parse::<Place>().unwrap_err();
            assert_eq!(no.0, odd);
            assert!(no.to_string().contains("guide/<id>"));
        }
    }
}
