//! A telegram from outside, read: what is kept is what could be read, with the bytes it was read from.

use crate::{
    alert::{self, Refusal, Telegram},
    store::Received,
};

/// A telegram with the name under which it came.
pub(super) struct Taken {
    pub(super) file: String,
    raw: Vec<u8>,
    telegram: Telegram,
}

pub(super) fn take(file: &str, raw: Vec<u8>) -> Result<Taken, Refusal> {
    let telegram = alert::read(file, &raw)?;
    Ok(Taken { file: file.to_owned(), raw, telegram })
}

impl Taken {
    pub(super) fn received(&self) -> Received<'_> {
        Received { file: &self.file, raw: &self.raw, telegram: &self.telegram }
    }
}
