//! What every command may be told: where things are, what time it is, which tongue, and in which form to answer.

use crate::{
    clock::{Clock, SystemClock},
    words::Tongue,
};
use jiff::Timestamp;
use serde::Serialize;
use std::{
    env,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

/// The options of all commands, with their defaults not yet filled in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Common {
    pub(super) home: Option<PathBuf>,
    pub(super) config: Option<PathBuf>,
    /// `--content DIR`; none means what is built in.
    pub(crate) content: Option<PathBuf>,
    /// `--lessons DIR`; none means what is built in.
    pub(crate) lessons: Option<PathBuf>,
    pub(super) voice: Option<PathBuf>,
    pub(crate) now: Option<Timestamp>,
    pub(crate) lang: Option<Tongue>,
    pub(crate) answer: Answer,
}

/// In which form a command answers on stdout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Answer {
    #[default]
    Text,
    /// One JSON document and nothing else.
    Json,
}

impl Common {
    /// Where the kiosk keeps its state: `--home`, else the data folder of XDG.
    pub(crate) fn home(&self) -> PathBuf {
        let folder = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let data = || folder("XDG_DATA_HOME").or_else(|| folder("HOME").map(|home| home.join(".local/share")));
        let none = || data().unwrap_or_else(|| PathBuf::from("/var/lib")).join("engawa");
        self.home.clone().unwrap_or_else(none)
    }

    /// The kiosk's own file: `--config`, else the machine's, else the one in the source tree; none means the built-in one.
    pub(crate) fn config(&self) -> Option<PathBuf> {
        first(self.config.as_deref(), &["/etc/engawa/kiosk.toml", "kiosk-config/kiosk.toml"], Path::is_file)
    }

    /// The folder of dictionaries and voices: `--voice`, else the installed one, else the one built beside the source.
    pub(crate) fn voice(&self) -> Option<PathBuf> {
        first(self.voice.as_deref(), &["/usr/share/engawa/voice", "target/voice"], Path::is_dir)
    }

    /// The tongue asked for, else Japanese.
    pub(crate) fn tongue(&self) -> Tongue {
        self.lang.clone().unwrap_or(Tongue::JA)
    }

    /// The clock: running on from `--now`, else the machine's, which is believed when the network has set it.
    pub(crate) fn clock(&self) -> Arc<dyn Clock> {
        match self.now {
            Some(at) => Arc::new(SystemClock::running_from(at)),
            // systemd-timesyncd says with this file that the network has set the clock since the machine started.
            None => Arc::new(SystemClock::new(Path::new("/run/systemd/timesync/synchronized").exists())),
        }
    }

    /// One line (or several) on stdout: the result itself.
    #[expect(clippy::unused_self, reason = "a command speaks through what it was given, whichever way it speaks")]
    pub(crate) fn print(&self, text: &str) {
        put(io::stdout().lock(), text);
    }

    /// The one JSON document on stdout.
    pub(crate) fn print_json(&self, value: &impl Serialize) {
        let text = serde_json::to_string_pretty(value);
        self.print(&text.unwrap_or_else(|error| format!("{{\"error\":{:?}}}", error.to_string())));
    }

    /// A message on stderr, in the tongue asked for; in both when none was.
    pub(crate) fn note(&self, ja: &str, en: &str) {
        let err = io::stderr().lock();
        match &self.lang {
            Some(tongue) if tongue.is_japanese() => put(err, ja),
            Some(_) => put(err, en),
            None => put(err, &format!("{ja}\n{en}")),
        }
    }
}

fn first(given: Option<&Path>, places: &[&str], there: fn(&Path) -> bool) -> Option<PathBuf> {
    let found = || places.iter().map(PathBuf::from).find(|path| there(path));
    given.map(Path::to_path_buf).or_else(found)
}

/// A reader that went away (`engawa … | head`) is no fault of ours.
fn put(mut out: impl Write, text: &str) {
    writeln!(out, "{text}").and_then(|()| out.flush()).ok();
}
