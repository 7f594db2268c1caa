//! What somebody has to do at the counters of the town: cards of procedures, and navigators that find, question by question, which of them are for
//! whoever asks. Pure: the same answers on the same day give the same lists, on any machine. Answers are values of a visit and are kept nowhere.
//!
//! `content/navigators/<id>.toml` holds one navigator with its cards, `content/amounts.toml` the sums that laws name, each with the days on which it is
//! in force; `docs/AUTHORS.md` describes both for authors.

mod amount;
mod answers;
mod card;
mod due;
mod navigator;
mod outcome;
mod parcel;
mod prove;
mod read;
mod said;

pub use amount::{Amount, Rate};
pub use answers::{Answer, Answers, Around, Rest};
pub use card::{Card, Manner};
pub use due::{Due, First, Length, Term};
pub use navigator::{Choice, Navigator, Persona, Question, Way};
pub use outcome::{Found, Outcome};
pub use parcel::{CARD, NAVIGATOR, QUIET, unpack};
pub use read::{is_ours, overdue, read};
pub use said::Said;
