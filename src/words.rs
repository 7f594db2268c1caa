//! Words: the one form in which text exists here. Whatever is shown, heard, found or printed is a [`Line`] in a [`Tongue`]; what the
//! kiosk itself says comes from [`Words`].

mod check;
mod compare;
mod forms;
mod kinsoku;
mod line;
mod messages;
mod offer;
mod stored;
mod tongue;
mod typeface;

pub use check::{check, missing};
pub use kinsoku::willing;
pub use line::{Bit, Line, Piece, Ruby, is_kanji};
pub use messages::{Arg, Words};
pub use offer::{Letters, Offered, Review, can_draw, signs_of_names};
pub use tongue::{Script, Tongue};
pub use typeface::{FONT_FOLDERS, FontFiles, LATIN_FOOT, Typeface};
