//! Words: the one form in which text exists here. Whatever is shown, heard, found or printed is a [`Line`] in a [`Tongue`].

mod line;
mod tongue;

pub use line::{Bit, Line, Ruby, is_kanji, willing};
pub use tongue::{Script, Tongue};
