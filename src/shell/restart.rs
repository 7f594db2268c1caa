//! How a visit ends, and what happens when the kiosk itself stumbles: the process replaces itself in place (`execve`). The same process
//! goes on, so whoever watches it sees nothing, but every byte it held is gone: what was typed, chosen and read, in every buffer of
//! every library. No other way forgets as surely.

use crate::clock::Clock;
use std::{
    env,
    ffi::{OsStr, OsString},
    io,
    os::unix::process::CommandExt,
    panic,
    path::PathBuf,
    process::Command,
    thread,
    time::Duration,
};

/// Carries the moments (seconds of the wall clock) of the last stumbles over the restart.
const STUMBLES: &str = "ENGAWA_STUMBLES";
/// Says that the process began in place of another: this is no start by a person.
const AGAIN: &str = "ENGAWA_AGAIN";
/// So many within [`WINDOW`], and the kiosk shows a plain page instead of trying again.
const MOST: usize = 5;
const WINDOW: Duration = Duration::from_mins(1);

/// Bytes: a piece of memory as large as this is a mapping of its own, and is the system's again as soon as nobody holds it. Left to itself
/// the allocator (glibc's) raises this with every large piece that is given back, up to 32 MB, and keeps the pictures and faces of pages that
/// nobody looks at any more. Only what surrounds the program can tell it, and only before the program begins.
const APART: (&str, &str) = ("MALLOC_MMAP_THRESHOLD_", "262144");

/// What it takes to begin again: noted at the start, when the program's file is still the one that was started.
#[derive(Clone, Debug)]
pub(super) struct Restart {
    program: PathBuf,
    args: Vec<OsString>,
}

impl Restart {
    pub(super) fn remember() -> Self {
        let mut args = env::args_os();
        let called = args.next().unwrap_or_default();
        let program = env::current_exe().unwrap_or_else(|_| PathBuf::from(called));
        Self { program, args: args.collect() }
    }

    /// Begins again with nothing remembered. Comes back only when it cannot.
    pub(super) fn forget(&self) -> io::Error {
        self.exec(None)
    }

    /// Begins again after a stumble, which is counted.
    pub(super) fn stumbled(&self, stumbles: &Stumbles) -> io::Error {
        self.exec(Some(&stumbles.written()))
    }

    /// Begins again at once, before anything was done, where the allocator was told nothing. Comes back otherwise.
    pub(super) fn tell_allocator(&self) {
        let (name, bytes) = APART;
        if env::var_os(name).is_none() {
            let error = Command::new(&self.program).args(&self.args).env(name, bytes).exec();
            log::warn!("the allocator keeps what nobody holds: {error}");
        }
    }

    fn exec(&self, stumbles: Option<&str>) -> io::Error {
        let again = |program: &OsStr| {
            let mut command = Command::new(program);
            command.args(&self.args).env_remove(STUMBLES).env(AGAIN, "1");
            if let Some(stumbles) = stumbles {
                command.env(STUMBLES, stumbles);
            }
            command.exec()
        };
        let error = again(self.program.as_os_str());
        // An update took the file away: the kernel still holds the program that runs.
        if error.kind() == io::ErrorKind::NotFound { again(OsStr::new("/proc/self/exe")) } else { error }
    }
}

/// Who started the kiosk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begun {
    /// A person, or the machine.
    Anew,
    /// The kiosk itself, at the end of a visit or after a stumble.
    Again,
}

impl Begun {
    pub(super) fn now() -> Self {
        if env::var_os(AGAIN).is_none() { Self::Anew } else { Self::Again }
    }
}

/// When the kiosk stumbled lately.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stumbles(Vec<i64>);

impl Stumbles {
    /// Those that the process before this one handed on.
    pub(super) fn inherited() -> Self {
        Self::read(&env::var(STUMBLES).unwrap_or_default())
    }

    fn read(text: &str) -> Self {
        Self(text.split(',').filter_map(|moment| moment.parse().ok()).take(MOST).collect())
    }

    fn written(&self) -> String {
        self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
    }

    /// One more, now; those long past no longer count. A clock that was set back counts all of them, which errs towards the plain page.
    #[must_use]
    pub(super) fn and_now(&self, clock: &dyn Clock) -> Self {
        let now = clock.now().at.as_second();
        let window = i64::try_from(WINDOW.as_secs()).unwrap_or(i64::MAX);
        let recent = self.0.iter().copied().filter(|then| now.saturating_sub(*then) < window);
        Self(recent.chain([now]).collect())
    }

    /// Too many to try the same again.
    pub(super) fn too_many(&self) -> bool {
        self.0.len() >= MOST
    }
}

/// No core dump, and no other process of the same user may look into this one's memory.
pub(super) fn keep_secret() {
    let none = rustix::process::Rlimit { current: Some(0), maximum: Some(0) };
    if let Err(error) = rustix::process::setrlimit(rustix::process::Resource::Core, none) {
        log::warn!("core dumps stay on: {error}");
    }
    let hidden = rustix::process::DumpableBehavior::NotDumpable;
    if let Err(error) = rustix::process::set_dumpable_behavior(hidden) {
        log::warn!("the memory stays readable for this user: {error}");
    }
}

/// A panic says where, never what: the message may hold what somebody typed.
pub(super) fn quiet_panics() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map_or_else(String::new, |place| format!(" at {}:{}", place.file(), place.line()));
        let thread = thread::current().name().unwrap_or("a thread without a name").to_owned();
        log::error!("{thread} stumbled{place}");
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SetClock;

    #[test]
    fn five_stumbles_in_a_minute_are_too_many() {
        let clock = SetClock::new("2026-11-21T01:05:00Z".parse().unwrap(), false);
        let mut stumbles = Stumbles::default();
        for n in 1..=5 {
            assert!(!stumbles.too_many(), "{n}");
            stumbles = Stumbles::read(&stumbles.and_now(&clock).written());
            clock.advance(Duration::from_secs(10));
        }
        assert!(stumbles.too_many());
        clock.advance(Duration::from_mins(1));
        assert_eq!(stumbles.and_now(&clock).0.len(), 1, "a minute later it may try again");
    }

    #[test]
    fn what_cannot_be_read_was_no_stumble() {
        for odd in ["", ",", "x,y", "１"] {
            assert_eq!(Stumbles::read(odd), Stumbles::default(), "{odd}");
        }
        assert!(Stumbles::read("1,2,3,4,5,6,7,8").0.len() <= MOST);
    }
}
