//! `engawa doctor`: looks at every part and says what to do.

use super::{Command, Common, Given, Outcome, common::Answer};
use crate::{
    clock::Clock,
    config::Config,
    job::{Part, PartState},
    shell,
    store::{Store, StoreError},
    words::Words,
};
use serde::Serialize;
use std::{path::Path, sync::Arc};

pub(super) const COMMAND: Command = Command {
    name: "doctor",
    takes: "",
    does: ["部品を しらべて、なおしかたを 言う", "looks at every part and says what to do"],
    options: &[],
    words: [0, 0],
    run,
};

/// Under this much room nothing new may be kept soon, in bytes.
const ROOM: u64 = 200 << 20;

#[derive(Serialize)]
struct Findings {
    parts: Vec<Finding>,
}

/// One part, in words.
#[derive(Serialize)]
struct Finding {
    part: String,
    state: &'static str,
    detail: String,
    remedy: String,
}

#[expect(clippy::unnecessary_wraps, reason = "every command may fail; this one always finds something to say")]
fn run(common: &Common, _: &Given) -> Outcome {
    let words = Words::shipped(&common.tongue());
    let findings: Vec<Finding> = parts(common).iter().map(|part| Finding::new(part, &words)).collect();
    match common.answer {
        Answer::Json => common.print_json(&Findings { parts: findings }),
        Answer::Text => findings.iter().for_each(|finding| common.print(&finding.line(&words))),
    }
    Ok(())
}

fn parts(common: &Common) -> Vec<Part> {
    let config = Config::default();
    let clock = common.clock();
    let mut out = store(&common.home(), &clock);
    out.push(disk(&common.home()));
    out.push(if clock.now().trusted { Part::works("clock") } else { Part::degraded("clock", "clock-unsure", "") });
    out.extend(shell::look_over(&config, &Words::tongues()));
    out
}

/// The kiosk's own folder; a kiosk that runs has it open, which is as it should be.
fn store(home: &Path, clock: &Arc<dyn Clock>) -> Vec<Part> {
    let here = || home.display().to_string();
    if !home.exists() {
        // It is made when the kiosk first opens; looking makes nothing.
        return vec![Part { about: here(), ..Part::works("store") }];
    }
    match Store::open(home, Arc::clone(clock)) {
        Ok((_, troubles)) if troubles.is_empty() => vec![Part { about: here(), ..Part::works("store") }],
        Ok((_, troubles)) => {
            troubles.iter().map(|trouble| Part::degraded("store", "failed", format!("{trouble:?}"))).collect()
        }
        Err(StoreError::Busy(_)) => vec![Part { about: here(), ..Part::works("store") }],
        Err(error) => vec![Part::missing("store", "failed", error.to_string())],
    }
}

/// Room on the disk that holds `home`, or would.
fn disk(home: &Path) -> Part {
    let there = home.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("/"));
    match rustix::fs::statvfs(there) {
        Ok(disk) => {
            let room = disk.f_bavail.saturating_mul(disk.f_frsize);
            let about = format!("{}: {} MB", there.display(), room >> 20);
            if room < ROOM { Part::degraded("disk", "disk-low", about) } else { Part { about, ..Part::works("disk") } }
        }
        Err(error) => Part::degraded("disk", "failed", format!("{}: {error}", there.display())),
    }
}

impl Finding {
    fn new(part: &Part, words: &Words) -> Self {
        let word = |key: String| words.get(&key).map(|line| line.plain()).unwrap_or_default();
        let said = if part.trouble.is_empty() { String::new() } else { word(format!("trouble-{}", part.trouble)) };
        let detail = [said, part.about.clone()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
        let remedy =
            if part.trouble.is_empty() { String::new() } else { word(format!("trouble-{}-remedy", part.trouble)) };
        Self { part: part.name.to_string(), state: state(part.state), detail: detail.join(" "), remedy }
    }

    fn line(&self, words: &Words) -> String {
        let name = words.get(&format!("part-{}", self.part)).map_or(self.part.clone(), |line| line.plain());
        let mark = match self.state {
            "works" => '✓',
            "degraded" => '△',
            _ => '✗',
        };
        let remedy = if self.remedy.is_empty() { String::new() } else { format!("\n    → {}", self.remedy) };
        format!("{mark} {name} — {}{remedy}", self.detail)
    }
}

const fn state(state: PartState) -> &'static str {
    match state {
        PartState::Works => "works",
        PartState::Degraded => "degraded",
        PartState::Missing => "missing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Tongue;

    #[test]
    fn a_finding_says_what_is_the_matter_and_what_to_do() {
        for tongue in [Tongue::JA, Tongue::JA_SIMPLE, Tongue::EN] {
            let words = Words::shipped(&tongue);
            let finding = Finding::new(&Part::degraded("disk", "disk-low", "/: 12 MB"), &words);
            assert!(finding.detail.ends_with("/: 12 MB") && finding.detail.len() > 20, "{tongue}: {}", finding.detail);
            assert!(!finding.remedy.is_empty(), "{tongue}");
        }
    }

    #[test]
    fn a_folder_that_is_not_there_yet_stands_on_a_disk_too() {
        assert!(disk(Path::new("/nonexistent/a/b")).about.starts_with("/: "));
    }
}
