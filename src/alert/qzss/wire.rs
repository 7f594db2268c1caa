//! What receivers send → the bits of one message, checked: `$QZQSM` sentences (NMEA, as most receivers write them) and UBX-RXM-SFRBX (u-blox).

use super::{
    Unreadable,
    bits::{Bits, LENGTH},
};

/// `$QZQSM,58,` 63 hexadecimal digits `*7F`.
pub(super) const SENTENCE: usize = 76;
const HEADER: &str = "$QZQSM";
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
    let (payload, check) = text.split_once('*').ok_or(Unreadable::NoChecksum)?;
    let summed = payload.bytes().skip(1).fold(0, |sum, byte| sum ^ byte);
    let got = checksum(payload, check).ok_or(Unreadable::NoChecksum)?;
    if summed != got {
        return Err(Unreadable::Checksum { wanted: summed.into(), got: got.into() });
    }
    let mut parts = payload.split(',');
    let (header, satellite, digits) = (parts.next(), parts.next(), parts.next());
    if header != Some(HEADER) || parts.next().is_some() {
        return Err(Unreadable::Header);
    }
    let satellite = satellite.filter(|id| id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_digit()));
    let satellite: u8 = satellite.and_then(|id| id.parse().ok()).ok_or(Unreadable::Header)?;
    let digits = digits.filter(|digits| digits.len() == DIGITS).ok_or(Unreadable::Hex)?;
    let bytes = hex(digits).ok_or(Unreadable::Hex)?;
    // PRN 183 is sent as 55: its lower bits.
    checked(Some(satellite | 0x80), &bytes)
}

/// Two digits. Small letters where the sentence itself is written in capital ones are a bit that was turned on the way.
fn checksum(payload: &str, check: &str) -> Option<u8> {
    let capitals = payload.rsplit(',').next()?.bytes().any(|byte| byte.is_ascii_uppercase());
    let small = check.bytes().any(|byte| byte.is_ascii_lowercase());
    let [high, low] = check.as_bytes() else { return None };
    (!(capitals && small)).then_some(digit(*high)? << 4 | digit(*low)?)
}

fn hex(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
        let low = pair.get(1).map_or(Some(0), |low| digit(*low))?;
        *byte = digit(*pair.first()?)? << 4 | low;
    }
    Some(bytes)
}

pub(super) fn digit(letter: u8) -> Option<u8> {
    DIGIT_OF.get(usize::from(letter)).copied().filter(|digit| *digit < 16)
}

/// By the letter; in a message letters and digits follow each other as chance has it, and every guess which comes next costs more than a look.
static DIGIT_OF: [u8; 256] = digits();

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "made once, when it is compiled")]
const fn digits() -> [u8; 256] {
    let mut table = [u8::MAX; 256];
    let mut letter = 0;
    while letter < table.len() {
        table[letter] = match letter as u8 {
            digit @ b'0'..=b'9' => digit - b'0',
            digit @ b'A'..=b'F' => digit - b'A' + 10,
            digit @ b'a'..=b'f' => digit - b'a' + 10,
            _ => u8::MAX,
        };
        letter += 1;
    }
    table
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
