//! Starts whatever the command line asks for.

use std::process::ExitCode;

fn main() -> ExitCode {
    engawa::cli::main(std::env::args_os().skip(1).collect())
}
