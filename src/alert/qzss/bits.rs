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
        // 226 bits are 2 and 28 bytes; zeros before them change nothing.
        let first = step(0, self.byte(0, 2));
        let made = (0..28).fold(first, |crc, byte| step(crc, self.byte(2 + byte * 8, 8)));
        (u32::try_from(self.get(CHECKED, 24)).unwrap_or(u32::MAX), made)
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

    /// What it says without who sent it and the check: the same message by any satellite at any time has the same.
    pub(super) fn said(&self, from: usize) -> Vec<u8> {
        let ends = CHECKED - 6;
        (from..ends).step_by(8).map(|at| self.byte(at, 8.min(ends - at))).collect()
    }
}

fn step(crc: u32, byte: u8) -> u32 {
    let place = usize::from(byte) ^ usize::try_from(crc >> 16 & 0xff).unwrap_or(0);
    (crc << 8 & 0x00ff_ffff) ^ STEPS.get(place).copied().unwrap_or(0)
}

static STEPS: [u32; 256] = steps();

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "made once, when it is compiled")]
const fn steps() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let (mut crc, mut bit) = ((byte as u32) << 16, 0);
        while bit < 8 {
            crc <<= 1;
            if crc & 0x0100_0000 != 0 {
                crc ^= POLYNOMIAL;
            }
            bit += 1;
        }
        table[byte] = crc;
        byte += 1;
    }
    table
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
