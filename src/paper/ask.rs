//! Asks a program of the machine and never waits longer than it may: what hangs is ended, and nothing of it stays behind.

use crossbeam_channel::bounded;
use std::{
    io::{ErrorKind, Read, Write as _},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

/// What is said beyond this is not read.
const MOST: u64 = 64 * 1024;

/// What a program said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub good: bool,
    pub out: String,
    pub err: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Silent {
    /// The machine does not have it.
    NoProgram,
    /// It said nothing in time.
    NoAnswer,
}

/// Runs it with this on its standard input, in the language of programs.
pub(super) fn ask(mut command: Command, input: Vec<u8>, wait: Duration) -> Result<Said, Silent> {
    command.env("LC_ALL", "C").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(err) if err.kind() == ErrorKind::NotFound => return Err(Silent::NoProgram),
        Err(_) => return Err(Silent::NoAnswer),
    };
    let told = heard(&mut child, input, wait);
    // Whether it has ended or hangs: nothing of it stays behind.
    let Some((out, err)) = told else {
        child.kill().ok();
        child.wait().ok();
        return Err(Silent::NoAnswer);
    };
    let good = child.wait().is_ok_and(|status| status.success());
    Ok(Said { good, out, err })
}

/// Everything it says; `None` when that takes too long.
fn heard(child: &mut Child, input: Vec<u8>, wait: Duration) -> Option<(String, String)> {
    let (mut stdin, out, err) = (child.stdin.take()?, child.stdout.take()?, child.stderr.take()?);
    let (told, ear) = bounded(1);
    let named = |name: &str| thread::Builder::new().name(name.to_owned());
    named("ask-in").spawn(move || stdin.write_all(&input)).ok()?;
    let listen = move || {
        let said = (text(out), text(err));
        told.send(said).ok();
    };
    named("ask-out").spawn(listen).ok()?;
    ear.recv_timeout(wait).ok()
}

fn text(from: impl Read) -> String {
    let mut bytes = vec![];
    from.take(MOST).read_to_end(&mut bytes).ok();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_handed_everything_and_never_waited_for() {
        let told = |program: &str, args: &[&str], input: &str| {
            let mut command = Command::new(program);
            command.args(args);
            ask(command, input.into(), Duration::from_millis(700))
        };
        let said = |good, out: &str, err: &str| Ok(Said { good, out: out.into(), err: err.into() });
        let long = "あ".repeat(10_000);
        assert_eq!(told("cat", &[], &long), said(true, &long, ""));
        assert_eq!(told("sh", &["-c", "echo no >&2; exit 1"], ""), said(false, "", "no\n"));
        assert_eq!(told("no-such-program-here", &[], ""), Err(Silent::NoProgram));
        // Hangs: it is ended.
        assert_eq!(told("sleep", &["600"], ""), Err(Silent::NoAnswer));
    }
}
