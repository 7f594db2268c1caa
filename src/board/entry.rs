//! One entry of a board: what somebody put up, took down or brought back, when, and in which role. It never changes, but that what it said
//! is erased when its time is over; its digest, which names it, stays.

use super::{Filled, Report, Utility};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::{fmt, str::FromStr};

/// SHA-256 of an entry with what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(pub [u8; 32]);

/// A text that is no digest of 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no SHA-256 digest")]
pub struct OddDigest(pub String);

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// One notice through all its versions; drawn by chance, so that two kiosks never draw the same.
    Notice(String),
    /// One of the things that all houses hang on.
    Line(Utility),
}

/// Who did it, as far as the kiosk knows: never who by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Volunteer,
    Staff,
    Maintainer,
    /// Through the command line.
    Script,
}

impl Role {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Volunteer => "volunteer",
            Self::Staff => "staff",
            Self::Maintainer => "maintainer",
            Self::Script => "script",
        }
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    PutUp,
    TakenDown,
    BroughtBack,
}

impl Act {
    pub const fn name(self) -> &'static str {
        match self {
            Self::PutUp => "put-up",
            Self::TakenDown => "taken-down",
            Self::BroughtBack => "brought-back",
        }
    }
}

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    Notice(Filled),
    Line(Report),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub digest: Digest,
    pub subject: Subject,
    /// From 1, one more for every change of its subject.
    pub version: u32,
    pub at: Timestamp,
    pub by: Role,
    pub act: Act,
    /// When a notice is over; every notice has one.
    pub until: Option<Timestamp>,
    /// `None`: erased, or nothing to say because it was taken down.
    pub body: Option<Body>,
}

impl Entry {
    /// An entry named by what it says.
    pub fn new(
        (subject, version): (Subject, u32),
        (at, by): (Timestamp, Role),
        act: Act,
        until: Option<Timestamp>,
        body: Option<Body>,
    ) -> Self {
        let mut entry = Self { digest: Digest([0; 32]), subject, version, at, by, act, until, body };
        entry.digest = entry.computed();
        entry
    }

    /// Over the fields in this order, as JSON.
    fn computed(&self) -> Digest {
        let Self { digest: _, subject, version, at, by, act, until, body } = self;
        let said = serde_json::to_vec(&(subject, version, at, by, act, until, body)).unwrap_or_default();
        Digest(Sha256::digest(said).into())
    }

    /// It says what it said when it was made. Of one that was erased nobody can tell any more.
    pub fn is_sound(&self) -> bool {
        let erased = self.body.is_none() && self.act != Act::TakenDown;
        erased || self.digest == self.computed()
    }

    /// Its time is over.
    pub fn is_over(&self, at: Timestamp) -> bool {
        self.until.is_some_and(|until| until <= at)
    }

    pub const fn filled(&self) -> Option<&Filled> {
        match &self.body {
            Some(Body::Notice(filled)) => Some(filled),
            _ => None,
        }
    }

    pub const fn report(&self) -> Option<&Report> {
        match &self.body {
            Some(Body::Line(report)) => Some(report),
            _ => None,
        }
    }

    /// Which of two entries of a subject is the later one; the same on every kiosk.
    pub(super) const fn rank(&self) -> (u32, Timestamp, Digest) {
        (self.version, self.at, self.digest)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = OddDigest;

    fn try_from(text: String) -> Result<Self, OddDigest> {
        text.parse()
    }
}

impl FromStr for Digest {
    type Err = OddDigest;

    fn from_str(text: &str) -> Result<Self, OddDigest> {
        let odd = || OddDigest(text.to_owned());
        let mut out = [0; 32];
        if text.len() != 64 {
            return Err(odd());
        }
        for (byte, pair) in out.iter_mut().zip(text.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).ok().filter(|pair| pair.bytes().all(|b| b.is_ascii_hexdigit()));
            *byte = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()).ok_or_else(odd)?;
        }
        Ok(Self(out))
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Notice(id) => write!(f, "notice/{id}"),
            Self::Line(utility) => write!(f, "line/{}", utility.name()),
        }
    }
}
