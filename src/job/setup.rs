//! What the first start asks of the machine and of the store.

/// Who sets a staff PIN.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hand {
    /// Anybody: only where there is none yet.
    #[default]
    First,
    /// Somebody who came through the door, or knew the number there is.
    Staff,
}

/// The printers that the machine knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Printers {
    /// By the names of their queues, as they are; none is no fault.
    Known(Vec<String>),
    /// The machine has nothing to print with (CUPS is not installed).
    NoSystem,
    /// It has, and gave no answer.
    NoAnswer,
}
