//! What is to be printed, and what became of it.

use crate::{
    page::{Format, Sheet},
    words::Tongue,
};
use smol_str::SmolStr;

/// A sheet for the printer.
#[derive(Clone, Debug, PartialEq)]
pub struct Print {
    pub sheet: Sheet,
    pub format: Format,
    pub tongue: Tongue,
    /// The name of the printer's queue.
    pub queue: SmolStr,
}

/// Why nothing comes out of the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrintTrouble {
    /// There is none, or nothing that hands it anything.
    NoPrinter,
    /// It stands still, or takes nothing: somebody stopped it, or it waits for help.
    Stopped,
    NoPaper,
    /// It is switched off or nothing leads to it.
    Offline,
    /// The sheet could not be made, or the machine refused it.
    Failed,
}

impl PrintTrouble {
    pub const ALL: [Self; 5] = [Self::NoPrinter, Self::Stopped, Self::NoPaper, Self::Offline, Self::Failed];
}
