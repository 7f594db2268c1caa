//! Where one can be: a value that is read from text and printed back, so that tests, printed codes and staff can start anywhere.

use crate::{config::Step, content::is_id, place::Kind};
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
    /// What a town offers (`town/mooka`), or one thing of it (`town/mooka/line`).
    Town {
        id: SmolStr,
        offer: Option<SmolStr>,
    },
    Search,
    Settings,
    Call,
    /// The door to the staff page; what is behind it has no address.
    Staff,
    Sources,
    /// What is in force here, and what to do.
    Danger,
    /// Which kinds of places there are nearby.
    Places,
    /// The places of one kind, nearest first (`places/toilet`).
    Near(Kind),
    /// One place, by its id in the data (`spot/shelter/092096-12`).
    Spot(SmolStr),
    /// What staff set on this kiosk: from where it was left (`setup`), or one question (`setup/clock`).
    Setup(Option<Step>),
    /// One lesson on the practice phone (`lesson/wifi-01`).
    Lesson(SmolStr),
    /// The questions of a navigator (`procedure/move`), or one of its cards (`procedure/move/tennyu`).
    Procedure(SmolStr),
    /// What hangs on the notice board.
    Board,
    /// One notice (`notice/1f…`).
    Notice(SmolStr),
    /// Whether a paper still tells what stands.
    Ticket,
    /// The practice phone without a lesson.
    Practice,
    /// Where keys only say what they do.
    Keys,
    /// Which switch is which.
    Switches,
    /// Opens over the page that is there.
    Help,
    /// Opens over the page that is there.
    Language,
}

/// A text that names no place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "there is no place `{0}`; try home, search, danger, board, ticket, notice/<id>, places, places/<kind>, spot/<id>, guide/<id>, town/<id>, shelf/<group>, lesson/<id>, procedure/<id>, practice, settings, keys, switches, call, help, language, sources, setup, setup/<step> or staff"
)]
pub struct NoSuchPlace(pub String);

/// The places that have no name of their own after them.
const PLAIN: [(&str, Place); 16] = [
    ("home", Place::Home),
    ("search", Place::Search),
    ("settings", Place::Settings),
    ("call", Place::Call),
    ("staff", Place::Staff),
    ("sources", Place::Sources),
    ("danger", Place::Danger),
    ("board", Place::Board),
    ("ticket", Place::Ticket),
    ("places", Place::Places),
    ("practice", Place::Practice),
    ("setup", Place::Setup(None)),
    ("keys", Place::Keys),
    ("switches", Place::Switches),
    ("help", Place::Help),
    ("language", Place::Language),
];

impl FromStr for Place {
    type Err = NoSuchPlace;

    fn from_str(text: &str) -> Result<Self, NoSuchPlace> {
        let plain = || PLAIN.iter().find(|(name, _)| *name == text).map(|(_, place)| place.clone());
        let named = || {
            let (kind, id) = text.split_once('/')?;
            match kind {
                "spot" => is_key(id).then(|| Self::Spot(id.into())),
                "town" => town(id),
                "procedure" => is_procedure(id).then(|| Self::Procedure(id.into())),
                _ if !is_id(id) => None,
                "places" => Kind::ALL.into_iter().find(|kind| kind.name() == id).map(Self::Near),
                "shelf" => Some(Self::Shelf(id.into())),
                "guide" => Some(Self::Guide(id.into())),
                "notice" => Some(Self::Notice(id.into())),
                "lesson" => Some(Self::Lesson(id.into())),
                "setup" => Step::ALL.into_iter().find(|step| step.name() == id).map(|step| Self::Setup(Some(step))),
                _ => None,
            }
        };
        plain().or_else(named).ok_or_else(|| NoSuchPlace(text.to_owned()))
    }
}

/// `mooka` or `mooka/line`.
fn town(text: &str) -> Option<Place> {
    let (id, offer) = text.split_once('/').map_or((text, None), |(id, offer)| (id, Some(offer)));
    (is_id(id) && offer.is_none_or(is_id)).then(|| Place::Town { id: id.into(), offer: offer.map(Into::into) })
}

/// `move` or `move/tennyu`; cards may have large letters and underscores in their names.
fn is_procedure(text: &str) -> bool {
    let (id, card) = text.split_once('/').map_or((text, None), |(id, card)| (id, Some(card)));
    let is_card = |card: &str| {
        !card.is_empty()
            && card.len() <= 40
            && card.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    is_id(id) && card.is_none_or(is_card)
}

/// As ids are in open data: anything that can be written in one word.
fn is_key(id: &str) -> bool {
    !id.is_empty() && id.len() <= 200 && !id.contains(|c: char| c.is_whitespace() || c.is_control())
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shelf(id) => write!(f, "shelf/{id}"),
            Self::Guide(id) => write!(f, "guide/{id}"),
            Self::Notice(id) => write!(f, "notice/{id}"),
            Self::Lesson(id) => write!(f, "lesson/{id}"),
            Self::Procedure(name) => write!(f, "procedure/{name}"),
            Self::Near(kind) => write!(f, "places/{}", kind.name()),
            Self::Spot(id) => write!(f, "spot/{id}"),
            Self::Setup(Some(step)) => write!(f, "setup/{}", step.name()),
            Self::Town { id, offer: None } => write!(f, "town/{id}"),
            Self::Town { id, offer: Some(offer) } => write!(f, "town/{id}/{offer}"),
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
            "keys",
            "switches",
            "call",
            "staff",
            "sources",
            "danger",
            "board",
            "ticket",
            "notice/0123abcd",
            "help",
            "language",
            "setup",
            "setup/screen",
            "guide/jishin",
            "lesson/wifi-01",
            "practice",
            "town/mooka",
            "town/mooka/line",
            "procedure/move",
            "procedure/move/MOVE_03",
            "shelf/family",
            "places",
            "places/emergency-site",
            "spot/shelter/092096-12",
        ] {
            assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_place_says_what_is() {
        for odd in [
            "",
            "Home",
            "guide",
            "guide/",
            "guide/../staff",
            "guide/あ",
            "lesson/",
            "guide/a/b",
            "places/banana",
            "spot/a b",
            "setup/x",
            "town/",
            "town/a/b/c",
            "procedure/",
            "procedure/a/b/c",
        ] {
            let no = odd.parse::<Place>().unwrap_err();
            assert_eq!(no.0, odd);
            assert!(no.to_string().contains("guide/<id>"));
        }
    }
}
