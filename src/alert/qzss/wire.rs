//! What receivers send → the bits of one message, checked: `$QZQSM` sentences (NMEA, as most receivers write them) and UBX-RXM-SFRBX (u-blox).

use super::{
    Unreadable,
    bits::{Bits, LENGTH},
};

/// `$QZQSM,58,` 63 hexadecimal digits `*7F`.
pub(super) const SENTENCE: usize = 76;
const HEADER: &[u8] = b"$QZQSM,";
/// It begins a sentence, and is not summed.
const DOLLAR: u8 = b'$';
const STAR: u8 = b'*';
/// Hexadecimal digits of 250 bits, two bits of the last of which are padding.
const DIGITS: usize = 63;
/// Begins a frame of u-blox; class RXM, id SFRBX.
pub(super) const SFRBX: [u8; 4] = [0xb5, 0x62, 0x02, 0x13];
const QZSS: u8 = 5;
const L1S: u8 = 1;
/// PRN 183, as which a message is written whose satellite nobody told.
const UNNAMED: u8 = 55;
/// Words of 32 bits that hold a message.
const WORDS: usize = 8;

/// One message as a satellite sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Frame {
    /// PRN of the satellite, where the receiver tells it.
    pub satellite: Option<u8>,
    pub(super) bits: Bits,
}

impl Frame {
    /// The message of these bits with the check that belongs to it, from no satellite in particular. For making messages, not for hearing them.
    pub fn sealed(bits: &[u8; 32]) -> Self {
        Self { satellite: Some(UNNAMED | 0x80), bits: Bits::new(bits).sealed() }
    }

    /// As a sentence: what came as a frame is kept in the same form.
    pub fn sentence(&self) -> String {
        let satellite = self.satellite.unwrap_or(UNNAMED) & 0x3f;
        let digits: String = (0..DIGITS).filter_map(|digit| char::from_digit(self.bits.digit(digit * 4), 16)).collect();
        let payload = format!("QZQSM,{satellite:02},{}", digits.to_ascii_uppercase());
        let sum = payload.bytes().fold(0, |sum, byte| sum ^ byte);
        format!("${payload}*{sum:02X}")
    }
}

/// Reads a `$QZQSM` sentence, in either case of its digits.
///
/// # Errors
/// [`Unreadable`] says what is the matter; nothing of a sentence that is not whole is used.
pub fn sentence(text: &str) -> Result<Frame, Unreadable> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Unreadable::Empty);
    }
    if text.len() != SENTENCE || !text.is_ascii() {
        return Err(Unreadable::Length { wanted: SENTENCE, got: text.chars().count() });
    }
    let Some((payload, [STAR, high, low])) = text.as_bytes().split_last_chunk() else {
        return Err(Unreadable::NoChecksum);
    };
    let got = checksum(payload, [*high, *low]).ok_or(Unreadable::NoChecksum)?;
    let summed = payload.iter().fold(DOLLAR, |sum, byte| sum ^ byte);
    if summed != got {
        return Err(Unreadable::Checksum { wanted: summed.into(), got: got.into() });
    }
    let Some((&[tens @ b'0'..=b'9', ones @ b'0'..=b'9', b','], digits)) =
        payload.strip_prefix(HEADER).and_then(|rest| rest.split_first_chunk())
    else {
        return Err(Unreadable::Header);
    };
    let bytes = digits.try_into().ok().and_then(hex).ok_or(Unreadable::Hex)?;
    // PRN 183 is sent as 55: its lower bits.
    let satellite = (tens - b'0') * 10 + ones - b'0';
    checked(Some(satellite | 0x80), &bytes)
}

/// Two digits. Small letters where the sentence itself is written in capital ones are a bit that was turned on the way.
fn checksum(payload: &[u8], [high, low]: [u8; 2]) -> Option<u8> {
    let small = high.is_ascii_lowercase() || low.is_ascii_lowercase();
    let capitals = || payload.iter().rev().take(DIGITS).any(u8::is_ascii_uppercase);
    let digits = digit(high)? << 4 | digit(low)?;
    (!(small && capitals())).then_some(digits)
}

fn hex(letters: &[u8; DIGITS]) -> Option<[u8; 32]> {
    let mut digits = [0; DIGITS + 1];
    let mut wrong = 0;
    // Of all letters alike, without asking which: so many are read at once.
    for (digit, letter) in digits.iter_mut().zip(letters) {
        let (number, of_ten) = (letter.wrapping_sub(b'0'), (letter | 0x20).wrapping_sub(b'a'));
        *digit = match (number < 10, of_ten < 6) {
            (true, _) => number,
            (_, true) => of_ten + 10,
            _ => u8::MAX,
        };
        wrong |= *digit;
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.as_chunks().0) {
        let [high, low] = *pair;
        *byte = high << 4 | low;
    }
    (wrong < 16).then_some(bytes)
}

/// One digit, of either case.
pub(super) fn digit(letter: u8) -> Option<u8> {
    let digit = char::from(letter).to_digit(16)?;
    u8::try_from(digit).ok()
}

/// Reads one whole frame of u-blox, from its sync characters to its checksum.
///
/// # Errors
/// [`Unreadable::OtherSignal`] when it is in order but of another satellite system or signal; else what is the matter.
pub fn sfrbx(frame: &[u8]) -> Result<Frame, Unreadable> {
    if !frame.starts_with(&SFRBX) {
        return Err(Unreadable::Header);
    }
    let at = |place: usize| frame.get(place).copied().unwrap_or(0);
    let length = usize::from(u16::from_le_bytes([at(4), at(5)]));
    if frame.len() != length + 8 || length < 8 {
        return Err(Unreadable::Length { wanted: length + 8, got: frame.len() });
    }
    let body = frame.get(2..frame.len() - 2).unwrap_or_default();
    let (wanted, got) = (fletcher(body), [at(frame.len() - 2), at(frame.len() - 1)]);
    if wanted != got {
        let number = |sum: [u8; 2]| u32::from(u16::from_be_bytes(sum));
        return Err(Unreadable::Checksum { wanted: number(wanted), got: number(got) });
    }
    let (system, satellite, signal, words) = (at(6), at(7), at(8), usize::from(at(10)));
    if system != QZSS || signal != L1S {
        return Err(Unreadable::OtherSignal);
    }
    if words < WORDS || length != 8 + words * 4 {
        return Err(Unreadable::Length { wanted: 8 + words.max(WORDS) * 4, got: length });
    }
    let mut bytes = [0; 32];
    let data = frame.get(14..).unwrap_or_default();
    for (to, from) in bytes.chunks_exact_mut(4).zip(data.chunks_exact(4)) {
        to.iter_mut().zip(from.iter().rev()).for_each(|(to, from)| *to = *from);
    }
    // The receiver leaves what it likes behind the 250th bit.
    if let Some(last) = bytes.last_mut() {
        *last &= 0xc0;
    }
    checked(prn(satellite), &bytes)
}

/// The sum of UBX frames (8-bit Fletcher).
pub(super) fn fletcher(body: &[u8]) -> [u8; 2] {
    body.iter().fold([0_u8; 2], |[a, b], byte| {
        let a = a.wrapping_add(*byte);
        [a, b.wrapping_add(a)]
    })
}

/// The numbers of u-blox for the satellites, as far as L1S numbers are given to them (IS-QZSS-L1S-009).
const fn prn(satellite: u8) -> Option<u8> {
    match satellite {
        1..=4 | 7 => Some(182 + satellite),
        _ => None,
    }
}

fn checked(satellite: Option<u8>, bytes: &[u8; 32]) -> Result<Frame, Unreadable> {
    let bits = Bits::new(bytes);
    if bits.get(LENGTH, 6) != 0 {
        return Err(Unreadable::Hex);
    }
    let (got, wanted) = bits.check();
    if got != wanted {
        return Err(Unreadable::Crc { wanted, got });
    }
    Ok(Frame { satellite, bits })
}
