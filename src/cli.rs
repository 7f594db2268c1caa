//! The command line: what staff, scripts and tests ask of Engawa without touching the glass.
//!
//! Every command is one file with one `Command`; the list below is the whole grammar. Results go to stdout (with `--json` one JSON
//! document and nothing else), everything said along the way to stderr. Exit codes: 0 done, 1 the input has problems, 2 wrong usage,
//! 3 the machine or the network failed.

mod alert;
mod board;
mod check;
mod doctor;
mod files;
mod first;
mod given;
mod help;
mod house;
mod kiosk;
mod ledger;
mod lesson;
mod links;
mod measure;
mod navigate;
mod new;
mod options;
mod origin;
mod pack;
mod pin;
mod place;
mod preview;
mod print;
mod qzss;
mod read;
mod say;
mod search;
mod told;
mod voice;

use given::{Arg, Given};
use options::Common;
use std::{ffi::OsString, process::ExitCode};

/// Every command, in the order in which the help tells of them.
const COMMANDS: &[Command] = &[
    kiosk::COMMAND,
    check::COMMAND,
    new::COMMAND,
    preview::COMMAND,
    print::COMMAND,
    read::COMMAND,
    say::COMMAND,
    search::COMMAND,
    lesson::COMMAND,
    navigate::COMMAND,
    pack::COMMAND,
    pin::COMMAND,
    told::COMMAND,
    place::COMMAND,
    alert::COMMAND,
    qzss::COMMAND,
    board::COMMAND,
    ledger::COMMAND,
    voice::COMMAND,
    doctor::COMMAND,
    measure::COMMAND,
];

/// One command: its name, what it takes, what it does.
struct Command {
    name: &'static str,
    /// What stands after the name in the help: `TEXT --wav FILE`.
    takes: &'static str,
    /// What it does: one line each in Japanese and English.
    does: [&'static str; 2],
    /// Its own options, beside the common ones.
    options: &'static [Arg],
    /// How many words (arguments that are not options) it takes, at least and at most.
    words: [usize; 2],
    run: fn(&Common, &Given) -> Outcome,
}

/// `Ok`: done, exit code 0.
type Outcome = Result<(), Stop>;

/// Why a command did not do what was asked. Each carries the exit code that scripts see.
#[derive(Debug, PartialEq, Eq)]
enum Stop {
    /// 1: the input has problems, and they have been listed already.
    Listed,
    /// 1: the input has this problem.
    Input(Message),
    /// 2: the command line itself is wrong.
    Usage(Message),
    /// 3: the machine or the network failed.
    Machine(Message),
}

/// Words for whoever sits at the terminal, in Japanese and English: what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Message {
    ja: String,
    en: String,
}

impl Message {
    fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { ja: ja.into(), en: en.into() }
    }
}

impl Stop {
    fn input(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Input(Message::new(ja, en))
    }
    fn usage(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Usage(Message::new(ja, en))
    }
    fn machine(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Machine(Message::new(ja, en))
    }

    fn code(&self) -> u8 {
        match self {
            Self::Listed | Self::Input(_) => 1,
            Self::Usage(_) => 2,
            Self::Machine(_) => 3,
        }
    }

    fn message(&self) -> Option<&Message> {
        match self {
            Self::Listed => None,
            Self::Input(message) | Self::Usage(message) | Self::Machine(message) => Some(message),
        }
    }
}

/// Does what the arguments (without the program's own name) ask for.
#[must_use]
pub fn main(args: Vec<OsString>) -> ExitCode {
    let (common, outcome) = match given::parse(args) {
        Ok(given::Asked::Run(command, common, given)) => {
            let outcome = (command.run)(&common, &given);
            (common, outcome)
        }
        Ok(given::Asked::Help(command, common)) => {
            common.print(&help::text(command));
            (common, Ok(()))
        }
        Ok(given::Asked::Version(common)) => {
            common.print(&format!("engawa {}", env!("CARGO_PKG_VERSION")));
            (common, Ok(()))
        }
        Err(message) => (Common::default(), Err(Stop::Usage(message))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            if let Some(message) = stop.message() {
                common.note(&message.ja, &message.en);
            }
            ExitCode::from(stop.code())
        }
    }
}
