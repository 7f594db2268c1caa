//! What every benchmark ends with: it fails when a figure is over its limit, so that a script can ask.

use std::{error::Error, process::ExitCode};

/// `run` prints its figures and says whether all were within their limits.
pub(crate) fn judged(run: impl FnOnce() -> Result<bool, Box<dyn Error>>) -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(err) => {
            eprintln!("{err}");
            ExitCode::FAILURE
        }
    }
}
