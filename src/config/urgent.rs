//! Of what people at this kiosk have been told over the whole screen. Kept with what staff set, because a visit ends in a new process and
//! nobody should be woken twice for the same.

use serde::{Deserialize, Serialize};

/// Something that stood over the whole screen and was put away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alerted {
    /// Which danger: its kind, and for an earthquake which.
    pub what: String,
    /// How grave it was then; what is graver comes again.
    pub weight: u8,
}
