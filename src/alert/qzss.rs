//! 災危通報: what the satellites of QZSS (みちびき) send with no network at all. DCR carries messages of 気象庁, DCX those of J-Alert, L-Alert, towns
//! and other countries (IS-QZSS-DCR-017, IS-QZSS-DCX-004). Sentences in, typed fields and words out, by pure functions; the words are in tables
//! that `script/qzss-tables` writes.
//!
//! A message has no year and no serial number and is sent again every few seconds. The moment at which it was received is therefore handed in,
//! and dates it only when the clock is believed.

mod bits;
mod camf;
mod claims;
mod dcr;
mod dcx;
mod great;
mod list;
mod names;
mod place;
mod quake;
mod signs;
mod stream;
mod table;
mod telegram;
mod text;
mod time;
mod tsunami;
mod typhoon;
mod volcano;
mod weather;
mod wire;

pub use camf::{Detail, Value};
pub use dcr::{About, Report};
pub use dcx::{Alert, Ellipse, Instruction, Raw, Sender, Targets};
pub use great::{Assembly, Part};
pub use place::Position;
pub use quake::{Forewarning, Intensity, Source};
pub use signs::{Count, Sign};
pub use stream::{Said, Stream};
pub use table::Word;
pub use telegram::{line, logged, telegram};
pub use time::Time;
pub use tsunami::{Coast, Pacific, Tsunami, Wave};
pub use typhoon::Typhoon;
pub use volcano::{Ash, AshThere, Volcano};
pub use weather::{Flood, Marine, River, Sea, Warned, Weather};
pub use wire::{Frame, sentence, sfrbx};

use super::{Act, Run};
use crate::clock::Now;
use serde::Serialize;

/// Why bytes are no message. Nothing of it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("nothing is there")]
    Empty,
    #[error("{got} characters or bytes where {wanted} belong: it was cut, or something was added")]
    Length { wanted: usize, got: usize },
    #[error("no checksum of two hexadecimal digits behind a *")]
    NoChecksum,
    #[error("the checksum is {got:02X}, but {wanted:02X} belongs to what was sent")]
    Checksum { wanted: u32, got: u32 },
    #[error("not a sentence $QZQSM,<two digits>,<63 hexadecimal digits>*<checksum>, nor a frame of SFRBX")]
    Header,
    #[error("not 63 hexadecimal digits of 250 bits")]
    Hex,
    #[error("the check of the satellite (CRC-24Q) is {got:06X}, but {wanted:06X} belongs to the message")]
    Crc { wanted: u32, got: u32 },
    #[error("of another satellite system or signal")]
    OtherSignal,
    #[error("a message of type {kind}, neither 43 (DCR) nor 44 (DCX)")]
    Kind { kind: u8 },
    #[error("a message of 気象庁 in version {version}; only 1 is known")]
    Version { version: u8 },
    #[error("a message of 気象庁 of the kind {category}, which does not exist")]
    Category { category: u8 },
    #[error("the time of issue {code} is no time")]
    Time { code: u64 },
}

/// One message.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Message {
    /// PRN of the satellite that was heard.
    pub satellite: Option<u8>,
    /// A, B or C, in turn; `?` for one that no specification has.
    pub preamble: char,
    /// What it says, without who sent it and how it was checked: repetitions have the same.
    #[serde(serialize_with = "hexadecimal")]
    pub payload: Vec<u8>,
    #[serde(flatten)]
    pub body: Body,
}

/// What a message is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "message_type")]
pub enum Body {
    #[serde(rename = "DCR")]
    Report(Box<Report>),
    #[serde(rename = "DCX")]
    Alert(Box<Alert>),
}

impl Message {
    /// Whether it is about the world. 訓練 and 試験 are never live.
    pub fn run(&self) -> Run {
        match &self.body {
            Body::Report(report) if report.report_classification.code == DRILL => Run::Drill,
            Body::Alert(alert) if alert.camf.a1 == 0 => Run::Test,
            Body::Report(_) | Body::Alert(_) => Run::Live,
        }
    }

    /// 発表, 訂正 or 取消.
    pub fn act(&self) -> Act {
        match &self.body {
            Body::Report(report) => match report.information_type.code {
                1 => Act::Correction,
                2 => Act::Withdrawal,
                _ => Act::Issue,
            },
            Body::Alert(_) => Act::Issue,
        }
    }
}

/// 訓練/試験 of Rc.
const DRILL: u64 = 7;

/// Reads a message that was received at that moment.
///
/// # Errors
/// [`Unreadable`] when it is of a kind that is not known. A code that no table has is not refused: it is named by its number.
pub fn read(frame: &Frame, received: Now) -> Result<Message, Unreadable> {
    let bits = &frame.bits;
    let kind = bits.byte(8, 6);
    let (from, body) = match kind {
        43 => (8, Body::Report(Box::new(dcr::read(bits, received)?))),
        44 => (24, Body::Alert(Box::new(dcx::read(bits, received)))),
        _ => return Err(Unreadable::Kind { kind }),
    };
    let preamble = match bits.byte(0, 8) {
        0x53 => 'A',
        0x9a => 'B',
        0xc6 => 'C',
        _ => '?',
    };
    Ok(Message { satellite: frame.satellite, preamble, payload: bits.said(from), body })
}

fn hexadecimal<S: serde::Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&hex(bytes))
}

/// Two small digits a byte.
fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").ok();
        text
    })
}
