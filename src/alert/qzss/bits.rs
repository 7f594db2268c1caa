//! The 250 bits of one message of the satellites, and the check that they came whole.

/// As many bits as a message has.
pub(super) const LENGTH: usize = 250;
/// Where the check begins; what stands before is what it is made of.
const CHECKED: usize = 226;
/// CRC-24Q (IS-QZSS-L1S).
const POLYNOMIAL: u32 = 0x0186_4cfb;

/// Bits by their place, from the first that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Bits([u64; 4]);

impl Bits {
    /// From 32 bytes; what lies behind the 250th bit is not asked for.
    pub(super) fn new(bytes: &[u8; 32]) -> Self {
        let mut words = [0_u64; 4];
        for (word, eight) in words.iter_mut().zip(bytes.chunks_exact(8)) {
            *word = eight.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
        }
        Self(words)
    }

    /// A field of 1 to 64 bits.
    pub(super) fn get(&self, at: usize, length: usize) -> u64 {
        let word = |place: usize| self.0.get(place).copied().unwrap_or(0);
        let (place, past) = (at / 64, at % 64);
        // What of the next word is wanted; shifted in two steps, since one of 64 bits is none.
        let next = word(place + 1) >> 1 >> (63 - past);
        (word(place) << past | next) >> (64 - length)
    }

    /// A field of at most 8 bits.
    pub(super) fn byte(&self, at: usize, length: usize) -> u8 {
        u8::try_from(self.get(at, length)).unwrap_or(u8::MAX)
    }

    pub(super) fn is_set(&self, at: usize) -> bool {
        self.get(at, 1) == 1
    }

    /// What the check is, and what it should be.
    pub(super) fn check(&self) -> (u32, u32) {
        // 226 bits are seven times 32, and two.
        let whole = (0..7).fold(0, |crc, place| four(crc, self.half(place)));
        let made = (224..CHECKED).fold(whole, |crc, at| bit(crc, self.get(at, 1)));
        (u32::try_from(self.get(CHECKED, 24)).unwrap_or(u32::MAX), made)
    }

    /// 32 bits by their number: the first or the second half of a word.
    fn half(&self, place: usize) -> u32 {
        let word = self.0.get(place / 2).copied().unwrap_or(0);
        u32::try_from(if place.is_multiple_of(2) { word >> 32 } else { word & 0xffff_ffff }).unwrap_or(0)
    }

    /// With the check that belongs to what stands before it.
    pub(super) fn sealed(mut self) -> Self {
        let (_, made) = self.check();
        if let Some(last) = self.0.last_mut() {
            // The last 64 bits begin at the 192nd; behind the check there are six.
            *last = (*last & !((1 << (256 - CHECKED)) - 1)) | u64::from(made) << (256 - LENGTH);
        }
        self
    }

    /// Four bits.
    pub(super) fn digit(&self, at: usize) -> u32 {
        u32::try_from(self.get(at, 4)).unwrap_or(0)
    }

    /// What it says without who sent it and the check: the same message by any satellite at any time has the same. `from` is where a byte
    /// begins.
    pub(super) fn said(&self, from: usize) -> Vec<u8> {
        let ends = CHECKED - 6;
        let mut bytes = [0; 32];
        for (eight, word) in bytes.chunks_exact_mut(8).zip(self.0) {
            eight.copy_from_slice(&word.to_be_bytes());
        }
        // What is left behind the last whole byte stands at the lower end of its own.
        if let Some(last) = bytes.get_mut(ends / 8) {
            *last >>= 8 - ends % 8;
        }
        bytes.get(from / 8..=ends / 8).unwrap_or_default().to_vec()
    }
}

/// The check after 32 more bits. Each of their bytes is looked up by how far it stands from the end (slicing by four), so that none waits for
/// the one before it.
fn four(crc: u32, bits: u32) -> u32 {
    let bytes = (crc << 8 ^ bits).to_be_bytes();
    let steps = STEPS.iter().rev().zip(bytes);
    steps.fold(0, |crc, (table, byte)| crc ^ table.get(usize::from(byte)).copied().unwrap_or(0))
}

/// The check after one more bit.
fn bit(crc: u32, bit: u64) -> u32 {
    let first = u64::from(crc >> 23 & 1) ^ bit;
    (crc << 1 & 0x00ff_ffff) ^ if first == 1 { POLYNOMIAL & 0x00ff_ffff } else { 0 }
}

/// What a byte becomes when none, one, two, three bytes follow it.
static STEPS: [[u32; 256]; 4] = steps();

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "made once, when it is compiled")]
const fn steps() -> [[u32; 256]; 4] {
    let mut tables = [[0; 256]; 4];
    let mut byte = 0;
    while byte < 256 {
        let (mut crc, mut bit) = ((byte as u32) << 16, 0);
        while bit < 32 {
            crc <<= 1;
            if crc & 0x0100_0000 != 0 {
                crc ^= POLYNOMIAL;
            }
            bit += 1;
            if bit % 8 == 0 {
                tables[bit / 8 - 1][byte] = crc;
            }
        }
        byte += 1;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_read_wherever_it_lies() {
        let mut bytes = [0_u8; 32];
        bytes[7] = 0x01;
        bytes[8] = 0x80;
        bytes[31] = 0xff;
        let bits = Bits::new(&bytes);
        assert_eq!((bits.get(63, 2), bits.get(60, 8), bits.get(0, 64), bits.get(1, 64)), (3, 0b0001_1000, 1, 3));
        assert_eq!((bits.get(248, 8), bits.get(186, 64)), (255, 3));
    }
}
