//! Which printers the machine knows: the queues that CUPS tells. Only asked, never printed on here; the answer may take seconds when the
//! network is looked through, so it is asked at a desk, and an answer that does not come is one too.

use crate::job::Printers;
use crossbeam_channel::bounded;
use std::{
    io::{ErrorKind, Read as _},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

/// Longer than CUPS looks for printers in the network (it gives up after one or two seconds); nobody at the first start waits longer.
const WAIT: Duration = Duration::from_secs(5);
/// More queues than this are nobody's; what comes after is not read.
const MOST: u64 = 64 * 1024;
const NAMES: usize = 20;

/// Asks `lpstat -e`, which names every destination, one a line.
pub fn printers() -> Printers {
    let mut ask = Command::new("lpstat");
    ask.arg("-e").env("LC_ALL", "C");
    known(ask, WAIT)
}

fn known(mut ask: Command, wait: Duration) -> Printers {
    ask.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = match ask.spawn() {
        Ok(child) => child,
        Err(err) if err.kind() == ErrorKind::NotFound => return Printers::NoSystem,
        Err(_) => return Printers::NoAnswer,
    };
    let told = heard(&mut child, wait);
    // Whether it has ended or hangs: nothing of it stays behind.
    child.kill().ok();
    let ended = child.wait().is_ok();
    match told {
        Some(text) if ended => Printers::Known(names(&text)),
        _ => Printers::NoAnswer,
    }
}

/// What it says until it has said everything; `None` when that takes too long.
fn heard(child: &mut Child, wait: Duration) -> Option<String> {
    let (mut out, (told, ear)) = (child.stdout.take()?, bounded(1));
    let listen = move || {
        let mut text = vec![];
        if out.by_ref().take(MOST).read_to_end(&mut text).is_ok() {
            told.send(String::from_utf8_lossy(&text).into_owned()).ok();
        }
    };
    thread::Builder::new().name("printers".to_owned()).spawn(listen).ok()?;
    ear.recv_timeout(wait).ok()
}

fn names(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|name| !name.is_empty()).take(NAMES).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(program: &str, args: &[&str]) -> Printers {
        let mut ask = Command::new(program);
        ask.args(args);
        known(ask, Duration::from_millis(700))
    }

    #[test]
    fn whatever_the_machine_answers_is_an_answer() {
        let none: [&str; 0] = [];
        for (program, args, answer) in [
            (
                "printf",
                &["HP_LaserJet\n Office-2 \n\n"][..],
                Printers::Known(vec!["HP_LaserJet".into(), "Office-2".into()]),
            ),
            ("true", &none, Printers::Known(vec![])),
            ("no-such-program-here", &none, Printers::NoSystem),
            // Hangs: it is ended, and nobody waits for it.
            ("sleep", &["600"], Printers::NoAnswer),
        ] {
            assert_eq!(told(program, args), answer, "{program}");
        }
    }
}
