//! A stream of a receiver → messages. Whatever else it says (positions, other satellites, noise while a plug is pushed in) is passed over;
//! what begins like a message and is none is told with the reason.

use super::{
    Frame, Sign, Unreadable, signs,
    wire::{self, SENTENCE, SFRBX},
};

/// No sentence is longer (NMEA 0183 allows 82; `$QZQSM` has 76 and an end of line).
const LONGEST_LINE: usize = 128;
/// A frame of SFRBX has at most 255 words; longer frames of other kinds are passed over byte by byte.
const LONGEST_FRAME: usize = 4096;

/// What was heard and not yet made out.
#[derive(Debug, Default)]
pub struct Stream {
    heard: Vec<u8>,
}

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Message(Result<Frame, Unreadable>),
    /// Of the receiver itself.
    Sign(Sign),
}

/// What stands at the beginning of what was heard.
enum Found {
    /// Not enough to know.
    More,
    /// So many bytes that say nothing to us.
    Nothing(usize),
    Said(usize, Said),
}

impl Stream {
    /// More was heard. Returns the messages in it, in their order.
    pub fn hear(&mut self, bytes: &[u8]) -> Vec<Result<Frame, Unreadable>> {
        let messages = self.listen(bytes).into_iter().filter_map(|said| match said {
            Said::Message(message) => Some(message),
            Said::Sign(_) => None,
        });
        messages.collect()
    }

    /// The same, with what the receiver says of itself.
    pub fn listen(&mut self, bytes: &[u8]) -> Vec<Said> {
        self.heard.extend_from_slice(bytes);
        let (mut at, mut all) = (0, vec![]);
        while let Some(rest) = self.heard.get(at..).filter(|rest| !rest.is_empty()) {
            match look(rest) {
                Found::More => break,
                Found::Nothing(length) => at += length.max(1),
                Found::Said(length, said) => {
                    at += length.max(1);
                    all.push(said);
                }
            }
        }
        self.heard.drain(..at.min(self.heard.len()));
        all
    }

    /// Nothing more will come: the last line may have no end.
    pub fn end(mut self) -> Vec<Result<Frame, Unreadable>> {
        self.hear(b"\n")
    }

    /// Bytes that are held, because what they begin has not come whole.
    pub fn held(&self) -> usize {
        self.heard.len()
    }
}

fn look(rest: &[u8]) -> Found {
    match rest.iter().position(|byte| matches!(byte, b'$' | 0xb5)) {
        None => Found::Nothing(rest.len()),
        Some(0) if rest.starts_with(b"$") => line(rest),
        Some(0) => frame(rest),
        Some(before) => Found::Nothing(before),
    }
}

/// A line ends at its end, or where the next one begins in its middle.
fn line(rest: &[u8]) -> Found {
    let ends = |byte: &u8| matches!(byte, b'\r' | b'\n' | b'$' | 0xb5);
    match rest.iter().skip(1).take(LONGEST_LINE).position(ends).map(|end| end + 1) {
        None if rest.len() > LONGEST_LINE => Found::Nothing(1),
        None => Found::More,
        Some(end) => {
            let line = rest.get(..end).unwrap_or_default();
            if line.starts_with(b"$QZQSM") {
                Found::Said(end, Said::Message(wire::sentence(&String::from_utf8_lossy(line))))
            } else {
                signs::sentence(line).map_or(Found::Nothing(end), |sign| Found::Said(end, Said::Sign(sign)))
            }
        }
    }
}

fn frame(rest: &[u8]) -> Found {
    let at = |place: usize| rest.get(place).copied();
    if at(1).is_some_and(|second| second != 0x62) {
        return Found::Nothing(1);
    }
    let (Some(low), Some(high)) = (at(4), at(5)) else { return Found::More };
    let length = usize::from(u16::from_le_bytes([low, high])) + 8;
    if length > LONGEST_FRAME {
        return Found::Nothing(1);
    }
    let Some(whole) = rest.get(..length) else {
        // Noise may claim to be a long frame; what has come whole since then does not wait for its end.
        return if holds_message(rest.get(2..).unwrap_or_default()) { Found::Nothing(1) } else { Found::More };
    };
    let body = whole.get(2..length - 2).unwrap_or_default();
    let sound = whole.ends_with(&wire::fletcher(body));
    let ours = whole.starts_with(&SFRBX);
    match (ours, sound) {
        // What looked like a frame may be noise, and a true one may begin in it.
        (false, false) => Found::Nothing(1),
        (true, _) => match wire::sfrbx(whole) {
            Err(Unreadable::OtherSignal) => Found::Said(length, Said::Sign(Sign::Hears)),
            message => Found::Said(if sound { length } else { 2 }, Said::Message(message)),
        },
        (false, true) => {
            signs::frame(whole).map_or(Found::Nothing(length), |sign| Found::Said(length, Said::Sign(sign)))
        }
    }
}

/// Whether a message that is in order stands anywhere in it.
fn holds_message(bytes: &[u8]) -> bool {
    let starts = bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, b'$' | 0xb5));
    starts.filter_map(|(at, _)| bytes.get(at..)).any(|rest| {
        if rest.starts_with(b"$QZQSM") {
            let line = rest.get(..SENTENCE).and_then(|line| std::str::from_utf8(line).ok());
            return line.is_some_and(|line| wire::sentence(line).is_ok());
        }
        let Some(&[low, high]) = rest.get(4..6) else { return false };
        let length = usize::from(u16::from_le_bytes([low, high])) + 8;
        rest.starts_with(&SFRBX) && rest.get(..length).is_some_and(|whole| wire::sfrbx(whole).is_ok())
    })
}
