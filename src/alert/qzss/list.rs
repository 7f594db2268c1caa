//! Fields that may repeat: as many as there are until one is empty.

use super::{bits::Bits, names, table::Word};

/// Entries of `each` bits from `at`, at most `most`; the first that is all zeros ends them.
pub(super) fn list<T>(bits: &Bits, at: usize, each: usize, most: usize, read: impl Fn(usize) -> T) -> Vec<T> {
    let there = (0..most).take_while(|number| bits.get(at + number * each, each) != 0).count();
    (0..there).map(|number| read(at + number * each)).collect()
}

/// 防災上の留意事項: up to three sentences.
pub(super) fn notices(bits: &Bits) -> Vec<Word> {
    list(bits, 53, 9, 3, |at| names::NOTIFICATION_ON_DISASTER_PREVENTION.word(bits.get(at, 9)))
}
