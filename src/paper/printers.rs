//! Which printers the machine knows: the queues that CUPS tells. The answer may take seconds when the network is looked through, so it is
//! asked at a desk, and an answer that does not come is one too.

use super::ask::{Silent, ask};
use crate::job::Printers;
use std::{process::Command, time::Duration};

/// Longer than CUPS looks for printers in the network (it gives up after one or two seconds); nobody at the first start waits longer.
const WAIT: Duration = Duration::from_secs(5);
/// More queues than this are nobody's.
const NAMES: usize = 20;

/// Asks `lpstat -e`, which names every destination, one a line.
pub fn printers() -> Printers {
    let mut command = Command::new("lpstat");
    command.arg("-e");
    known(command, WAIT)
}

fn known(command: Command, wait: Duration) -> Printers {
    match ask(command, vec![], wait) {
        Ok(said) => Printers::Known(names(&said.out)),
        Err(Silent::NoProgram) => Printers::NoSystem,
        Err(Silent::NoAnswer) => Printers::NoAnswer,
    }
}

fn names(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|name| !name.is_empty()).take(NAMES).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(program: &str, args: &[&str]) -> Printers {
        let mut command = Command::new(program);
        command.args(args);
        known(command, Duration::from_millis(700))
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
            ("sleep", &["600"], Printers::NoAnswer),
        ] {
            assert_eq!(told(program, args), answer, "{program}");
        }
    }
}
