//! What a person does with the phone, and the words in which scripts, tests and lessons write it: `tap settings/wifi`, `type 1234`,
//! `swipe left home`, `back`, `wait 3`.

use serde::{Deserialize, Serialize};
use std::{fmt, time::Duration};

/// Where a finger moves to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Dir {
    Left,
    Right,
    Up,
    Down,
}

impl Dir {
    pub const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Up, Self::Down];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// What hands do.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Gesture {
    Tap,
    Long,
    Double,
    /// On an item or, without one, on the screen: the finger moves to this side.
    Swipe(Dir),
    /// The finger moves where nothing but the screen's own scrolling wants it.
    Scroll(Dir),
    Drag {
        onto: String,
    },
    PinchIn,
    PinchOut,
    /// Into the field that has the keyboard; all of it at once.
    Type(String),
    Back,
    Home,
    /// The notification shade, down or up again.
    Shade,
    /// The list of apps in use.
    Recents,
}

/// What is typed never stands in a log.
impl fmt::Debug for Gesture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type(text) => write!(f, "type ({} signs)", text.chars().count()),
            _ => f.write_str(&self.words()),
        }
    }
}

impl Gesture {
    /// The words before the item: `swipe left`.
    pub fn words(&self) -> String {
        match self {
            Self::Tap => "tap".into(),
            Self::Long => "long".into(),
            Self::Double => "double".into(),
            Self::Swipe(dir) => format!("swipe {}", dir.name()),
            Self::Scroll(dir) => format!("scroll {}", dir.name()),
            Self::Drag { .. } => "drag".into(),
            Self::PinchIn => "pinch in".into(),
            Self::PinchOut => "pinch out".into(),
            Self::Type(_) => "type".into(),
            Self::Back => "back".into(),
            Self::Home => "home".into(),
            Self::Shade => "shade".into(),
            Self::Recents => "recents".into(),
        }
    }
}

/// One line of a script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Act {
    /// A gesture, on an item (`app-screen/item`), a screen (`app-screen`), or on neither.
    Do { gesture: Gesture, item: Option<String> },
    /// Time passes.
    Wait(Duration),
    /// The mistake is taken back.
    Undo,
    /// The person asks for a hint.
    Help,
    /// 「はじめの じょうたいに もどす」.
    Restart,
    /// The person says that the step is done: on the own phone.
    Done,
}

/// Why a line is not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActError {
    #[error("there is no `{0}`; known: {KNOWN}")]
    Unknown(String),
    #[error("`{0}` needs an item such as settings/wifi")]
    NoItem(&'static str),
    #[error("`{0}` needs left, right, up or down, then an item or a screen")]
    NoSide(&'static str),
    #[error("`pinch` needs in or out, then an item")]
    NoPinch,
    #[error("`drag` needs two items: drag home/camera home/folder")]
    NoOnto,
    #[error("`wait` needs seconds, such as wait 3")]
    NoSeconds,
    #[error("`{0}` stands alone")]
    TooMuch(&'static str),
}

const KNOWN: &str =
    "tap, long, double, swipe, scroll, drag, pinch, type, back, home, shade, recents, wait, undo, help, restart, done";

impl Act {
    pub fn tap(item: impl Into<String>) -> Self {
        Self::Do { gesture: Gesture::Tap, item: Some(item.into()) }
    }

    /// Reads one line. A line that is only an item is a tap on it.
    pub fn parse(line: &str) -> Result<Self, ActError> {
        let line = line.trim();
        let (word, rest) = line.split_once(char::is_whitespace).map_or((line, ""), |(word, rest)| (word, rest.trim()));
        let on = |gesture, name| match rest {
            "" => Err(ActError::NoItem(name)),
            item => Ok(Self::Do { gesture, item: Some(item.into()) }),
        };
        let alone = |act, name| if rest.is_empty() { Ok(act) } else { Err(ActError::TooMuch(name)) };
        let bare = |gesture| Self::Do { gesture, item: None };
        match word {
            "tap" => on(Gesture::Tap, "tap"),
            "long" => on(Gesture::Long, "long"),
            "double" => on(Gesture::Double, "double"),
            "swipe" => side(rest, Gesture::Swipe, "swipe"),
            "scroll" => side(rest, Gesture::Scroll, "scroll"),
            "pinch" => pinch(rest),
            "drag" => drag(rest),
            "type" => Ok(bare(Gesture::Type(rest.to_owned()))),
            "back" => alone(bare(Gesture::Back), "back"),
            "home" => alone(bare(Gesture::Home), "home"),
            "shade" => alone(bare(Gesture::Shade), "shade"),
            "recents" => alone(bare(Gesture::Recents), "recents"),
            "undo" => alone(Self::Undo, "undo"),
            "help" => alone(Self::Help, "help"),
            "restart" => alone(Self::Restart, "restart"),
            "done" => alone(Self::Done, "done"),
            "wait" => wait(rest),
            item if item.contains('/') && rest.is_empty() => Ok(Self::tap(item)),
            _ => Err(ActError::Unknown(word.to_owned())),
        }
    }
}

fn side(rest: &str, gesture: fn(Dir) -> Gesture, name: &'static str) -> Result<Act, ActError> {
    let (word, item) = rest.split_once(char::is_whitespace).map_or((rest, ""), |(word, item)| (word, item.trim()));
    let dir = Dir::ALL.into_iter().find(|dir| dir.name() == word).ok_or(ActError::NoSide(name))?;
    Ok(Act::Do { gesture: gesture(dir), item: (!item.is_empty()).then(|| item.into()) })
}

fn pinch(rest: &str) -> Result<Act, ActError> {
    let (word, item) = rest.split_once(char::is_whitespace).ok_or(ActError::NoPinch)?;
    let gesture = match word {
        "in" => Gesture::PinchIn,
        "out" => Gesture::PinchOut,
        _ => return Err(ActError::NoPinch),
    };
    Ok(Act::Do { gesture, item: Some(item.trim().into()) })
}

fn drag(rest: &str) -> Result<Act, ActError> {
    let (item, onto) = rest.split_once(char::is_whitespace).ok_or(ActError::NoOnto)?;
    Ok(Act::Do { gesture: Gesture::Drag { onto: onto.trim().into() }, item: Some(item.into()) })
}

fn wait(rest: &str) -> Result<Act, ActError> {
    let seconds = rest.parse::<f64>().ok().filter(|seconds| (0.0..=3600.0).contains(seconds));
    let seconds = seconds.ok_or(ActError::NoSeconds)?;
    Duration::try_from_secs_f64(seconds).map(Act::Wait).or(Err(ActError::NoSeconds))
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Do { gesture: Gesture::Type(text), .. } => write!(f, "type {text}"),
            Self::Do { gesture: Gesture::Drag { onto }, item } => {
                write!(f, "drag {} {onto}", item.as_deref().unwrap_or_default())
            }
            Self::Do { gesture, item: Some(item) } => write!(f, "{} {item}", gesture.words()),
            Self::Do { gesture, item: None } => f.write_str(&gesture.words()),
            Self::Wait(time) => write!(f, "wait {}", time.as_secs_f64()),
            Self::Undo => f.write_str("undo"),
            Self::Help => f.write_str("help"),
            Self::Restart => f.write_str("restart"),
            Self::Done => f.write_str("done"),
        }
    }
}

impl TryFrom<String> for Act {
    type Error = ActError;

    fn try_from(line: String) -> Result<Self, ActError> {
        Self::parse(&line)
    }
}

impl From<Act> for String {
    fn from(act: Act) -> Self {
        act.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_written_as_it_is_read() {
        for line in [
            "tap settings/wifi",
            "long home/camera",
            "double photos/one",
            "swipe left home",
            "swipe up",
            "scroll down browser-news",
            "drag home/camera home/folder",
            "pinch out map/map",
            "type 1234 5",
            "back",
            "home",
            "shade",
            "recents",
            "wait 1.5",
            "undo",
            "help",
            "restart",
            "done",
        ] {
            assert_eq!(Act::parse(line).unwrap().to_string(), line);
        }
        assert_eq!(Act::parse(" settings/wifi ").unwrap(), Act::tap("settings/wifi"));
        for line in ["", "tap", "jump x", "swipe", "swipe in x", "pinch x", "drag a", "wait", "wait -1", "back now"] {
            assert!(Act::parse(line).is_err(), "{line}");
        }
        assert_eq!(format!("{:?}", Gesture::Type("secret".into())), "type (6 signs)");
    }
}
