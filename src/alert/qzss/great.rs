//! 南海トラフ地震: a text that comes in up to 63 parts of 18 bytes, in any order, each of them again and again.

use super::{Report, bits::Bits, names, table::Word};
use jiff::civil::DateTime;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// Bytes of text in one part.
const BYTES: usize = 18;

/// One part of an announcement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// 調査中, 巨大地震警戒 and the like.
    pub information_serial_code: Word,
    /// UTF-8, cut wherever the part ends.
    #[serde(serialize_with = "hexadecimal")]
    pub text_information: [u8; BYTES],
    /// From 1.
    pub page_number: u8,
    pub total_page: u8,
}

fn hexadecimal<S: Serializer>(bytes: &[u8; BYTES], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&super::hex(bytes))
}

impl Part {
    pub(super) fn read(bits: &Bits) -> Self {
        let mut text_information = [0; BYTES];
        for (byte, at) in text_information.iter_mut().zip((57..).step_by(8)) {
            *byte = bits.byte(at, 8);
        }
        Self {
            information_serial_code: names::INFORMATION_SERIAL_CODE.word(bits.get(53, 4)),
            text_information,
            page_number: bits.byte(201, 6),
            total_page: bits.byte(207, 6),
        }
    }

    /// Whether its numbers place it in a text.
    pub fn has_place(&self) -> bool {
        (1..=self.total_page).contains(&self.page_number)
    }
}

/// The parts of one announcement, as far as they have come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assembly {
    of: Option<Announcement>,
    total: u8,
    pages: BTreeMap<u8, Vec<u8>>,
}

/// What makes two parts parts of one text: time of issue, classification, 発表 or 訂正, the kind of information and how many parts there are.
type Announcement = (Option<DateTime>, u64, u64, u64, u8);

impl Assembly {
    /// A part came. Returns whether it belongs to the text that is put together: parts of an older announcement do not, parts of a newer
    /// one begin it anew, and so does a part that says something else than before.
    pub fn add(&mut self, report: &Report, part: &Part) -> bool {
        if !part.has_place() {
            return false;
        }
        let issued = report.report_time.utc();
        let of = (
            issued,
            report.report_classification.code,
            report.information_type.code,
            part.information_serial_code.code,
            part.total_page,
        );
        if self.of.is_some_and(|known| known != of) {
            if self.of.is_some_and(|known| issued < known.0) {
                return false;
            }
            self.pages.clear();
        }
        self.of = Some(of);
        self.page(part.page_number, part.total_page, &part.text_information);
        true
    }

    /// A part of the text by its numbers, for one whose announcement is known.
    pub(in crate::alert) fn page(&mut self, number: u8, total: u8, text: &[u8]) {
        if self.pages.get(&number).is_some_and(|known| known != text) {
            self.pages.clear();
        }
        self.total = total;
        self.pages.insert(number, text.to_owned());
    }

    /// How many parts are there, and how many there are to be.
    pub fn count(&self) -> (usize, u8) {
        (self.pages.len(), self.total)
    }

    /// The whole text, once every part is there.
    pub fn whole(&self) -> Option<String> {
        let complete = self.total > 0 && (1..=self.total).all(|number| self.pages.contains_key(&number));
        complete.then(|| readable(self.pages.values().flatten().copied()))
    }

    /// The text as far as it has come, with 「…」 for what is missing.
    pub fn so_far(&self) -> String {
        let (mut text, mut run, mut next) = (String::new(), Vec::new(), 1);
        for (number, page) in &self.pages {
            if *number != next {
                text.push_str(&readable(run.drain(..)));
                text.push('…');
            }
            run.extend_from_slice(page);
            next = number.saturating_add(1);
        }
        text.push_str(&readable(run.drain(..)));
        if next <= self.total {
            text.push('…');
        }
        text
    }
}

/// Without the zeros that fill the last part, and without letters of which a part is missing.
fn readable(bytes: impl Iterator<Item = u8>) -> String {
    let bytes: Vec<u8> = bytes.filter(|byte| *byte != 0).collect();
    bytes.utf8_chunks().map(|chunk| chunk.valid()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_shown_as_far_as_it_has_come_and_whole_at_the_end() {
        let text = "南海トラフ沿いの地震です。";
        let parts: Vec<&[u8]> = text.as_bytes().chunks(BYTES).collect();
        assert_eq!(parts.len(), 3);
        let mut assembly = Assembly::default();
        for (number, part, so_far) in [(3_u8, parts[2], "…。"), (1, parts[0], "南海トラフ沿…。")] {
            assembly.page(number, 3, part);
            assert_eq!((assembly.so_far().as_str(), assembly.whole()), (so_far, None));
        }
        assembly.page(1, 3, parts[0]);
        assert_eq!(assembly.count(), (2, 3));
        assembly.page(2, 3, parts[1]);
        assert_eq!((assembly.whole().as_deref(), assembly.so_far().as_str()), (Some(text), text));
    }
}
