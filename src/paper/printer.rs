//! Hands a document to a queue of CUPS and waits until it is through. The document goes in by `lp`'s standard input and is in no file of
//! ours; what cannot be printed is taken back, so that it does not come out when somebody else stands there.

use super::ask::{Said, Silent, ask};
use crate::{job::PrintTrouble, page::Format};
use crossbeam_channel::after;
use std::{process::Command, time::Duration};

/// No program of CUPS takes longer, unless its server hangs.
const WAIT: Duration = Duration::from_secs(10);
/// How often the queue is looked at, and how many times.
const STEP: Duration = Duration::from_millis(500);
const LOOKS: usize = 60;

/// Prints a PDF; returns when the printer has it, or says in its own words what is the matter.
pub fn print(pdf: &[u8], queue: &str, format: Format) -> Result<(), PrintTrouble> {
    if let Some(trouble) = looked(queue)?.trouble {
        return Err(trouble);
    }
    let mut lp = Command::new("lp");
    // Named by nothing that was printed: the queue may be seen by others.
    lp.args(["-d", queue, "-t", "Engawa", "-o", media(format), "-"]);
    let said = told(ask(lp, pdf.to_vec(), WAIT))?;
    if !said.good {
        log::warn!("lp: {}", said.err.trim());
        return Err(refused(&said.err));
    }
    let Some(job) = number(&said.out) else { return Err(PrintTrouble::Failed) };
    // A printer that is still at it after all these looks goes on by itself.
    let ended = (0..LOOKS).find_map(|_| ended(queue, &job)).unwrap_or(Ok(()));
    if ended.is_err() {
        take_back(&job);
    }
    ended
}

/// How a queue is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Queue {
    trouble: Option<PrintTrouble>,
    /// The jobs that wait or are being printed.
    jobs: Vec<String>,
}

/// `None`: it is still being printed.
fn ended(queue: &str, job: &str) -> Option<Result<(), PrintTrouble>> {
    after(STEP).recv().ok();
    match looked(queue) {
        Err(trouble) => Some(Err(trouble)),
        Ok(seen) if !seen.jobs.iter().any(|known| known == job) => Some(Ok(())),
        Ok(seen) => seen.trouble.map(Err),
    }
}

fn looked(queue: &str) -> Result<Queue, PrintTrouble> {
    let mut lpstat = Command::new("lpstat");
    lpstat.args(["-l", "-p", queue, "-a", queue, "-o", queue]);
    let said = told(ask(lpstat, vec![], WAIT))?;
    if !said.good && said.out.trim().is_empty() {
        return Err(PrintTrouble::NoPrinter);
    }
    Ok(read(&said.out, queue))
}

fn told(said: Result<Said, Silent>) -> Result<Said, PrintTrouble> {
    said.map_err(|silent| match silent {
        Silent::NoProgram => PrintTrouble::NoPrinter,
        Silent::NoAnswer => PrintTrouble::Offline,
    })
}

/// What `lpstat -l` says. Reasons are IPP keywords (RFC 8011, 5.4.12), which CUPS puts after `Alerts:`.
fn read(text: &str, queue: &str) -> Queue {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let stands = |line: &str| line.starts_with("printer ") && line.contains("disabled since");
    let refuses = |line: &str| line.contains("not accepting requests");
    let trouble = if has(&["media-empty", "media-needed"]) {
        Some(PrintTrouble::NoPaper)
    } else if has(&["offline-report", "connecting-to-device", "timed-out", "shutdown"]) {
        Some(PrintTrouble::Offline)
    } else if text.lines().any(|line| stands(line) || refuses(line)) {
        Some(PrintTrouble::Stopped)
    } else {
        None
    };
    let first = |line: &str| line.split_whitespace().next().map(str::to_owned);
    let ours = |name: &String| name.strip_prefix(queue).is_some_and(|rest| number_of(rest).is_some());
    Queue { trouble, jobs: text.lines().filter_map(first).filter(ours).collect() }
}

/// `-12`.
fn number_of(rest: &str) -> Option<u32> {
    rest.strip_prefix('-')?.parse().ok()
}

/// `request id is PDF-12 (0 file(s))`.
fn number(text: &str) -> Option<String> {
    let after = text.split("request id is ").nth(1)?;
    after.split_whitespace().next().map(str::to_owned)
}

fn refused(err: &str) -> PrintTrouble {
    if err.contains("not accepting") {
        PrintTrouble::Stopped
    } else if ["does not exist", "no default destination", "scheduler not responding", "not found"]
        .iter()
        .any(|no| err.contains(no))
    {
        PrintTrouble::NoPrinter
    } else {
        PrintTrouble::Failed
    }
}

/// What stands in the way of nobody later: it is not printed when somebody else puts paper in.
fn take_back(job: &str) {
    let mut cancel = Command::new("cancel");
    cancel.args(["-x", job]);
    if let Ok(Said { good: false, err, .. }) = ask(cancel, vec![], WAIT) {
        log::warn!("cancel -x {job}: {}", err.trim());
    }
}

const fn media(format: Format) -> &'static str {
    match format {
        Format::A4 => "media=A4",
        Format::A3 => "media=A3",
        // What the queue itself is set to: nobody puts another roll in.
        Format::Roll80 | Format::Roll58 => "print-scaling=none",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_queue_says_is_understood() {
        let idle = "printer PDF is idle.  enabled since Sun Nov 22 10:00:00 2026\n\tForm mounted:\n\tAlerts: none\n\
                    PDF accepting requests since Sun Nov 22 10:00:00 2026\n";
        let with = |alerts: &str| read(&idle.replace("none", alerts), "PDF").trouble;
        let busy = format!("{idle}PDF-12   root   1024   Sun Nov 22 10:00:01 2026\nPDF-2-3  root  1 Sun\n");
        assert_eq!(read(&busy, "PDF"), Queue { trouble: None, jobs: vec!["PDF-12".into()] });
        assert_eq!(with("media-empty-error"), Some(PrintTrouble::NoPaper));
        assert_eq!(with("offline-report"), Some(PrintTrouble::Offline));
        assert_eq!(read(&idle.replace("is idle.  enabled", "disabled"), "PDF").trouble, Some(PrintTrouble::Stopped));
        assert_eq!(
            read(&idle.replace("PDF accepting", "PDF not accepting"), "PDF").trouble,
            Some(PrintTrouble::Stopped)
        );
        assert_eq!(number("request id is PDF-12 (0 file(s))\n").as_deref(), Some("PDF-12"));
        for (err, trouble) in [
            ("lp: Destination \"PDF\" is not accepting jobs.", PrintTrouble::Stopped),
            ("lp: The printer or class does not exist.", PrintTrouble::NoPrinter),
            ("lp: Error - scheduler not responding.", PrintTrouble::NoPrinter),
            ("lp: Unsupported document-format", PrintTrouble::Failed),
        ] {
            assert_eq!(refused(err), trouble, "{err}");
        }
    }
}
