//! The voice: how a text is read (readings for ruby, search and speech), and who says it. Each part may be missing: without the
//! dictionary there are no readings, without a device no sound, and the page is still shown.

mod front;
mod kana;
pub mod make;
mod normal;

pub use front::{FrontEnd, FrontError, Word};

use crate::{content::Readings, words::Line};

impl Readings for FrontEnd {
    fn ruby(&self, line: &Line) -> Line {
        self.ruby(line)
    }
    fn kana(&self, text: &str) -> String {
        self.kana(text)
    }
}
