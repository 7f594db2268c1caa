//! `engawa doctor`: looks at every part and says what to do.

use super::{Command, Common, Given, Outcome, house::House, options::Answer};
use crate::{
    alert::{Ear, Sky},
    clock::{Clock, Now},
    job::{Part, PartState, Printers},
    paper, shell,
    store::{Store, StoreError},
    voice::{Device, Synth},
    words::Words,
};
use jiff::Timestamp;
use serde::Serialize;
use smol_str::SmolStr;
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
    let house = House::read(common);
    let mut out = vec![store(&common.home(), &house.clock), disk(&common.home()), content(&house)];
    let unread = house.troubles();
    if !unread.iter().any(|part| part.name == "config") {
        let about = common.config().map_or(String::new(), |path| path.display().to_string());
        out.push(Part { about, ..Part::works("config") });
    }
    out.extend(unread);
    let trusted = house.clock.now().trusted;
    out.push(if trusted { Part::works("clock") } else { Part::degraded("clock", "clock-unsure", "") });
    out.push(voice(common.voice().as_deref()));
    out.push(
        Device::check()
            .map_or_else(|none| Part::missing("sound", "no-device", none.to_string()), |()| Part::works("sound")),
    );
    out.push(printer(paper::printers(), house.config.printer.queue.as_deref()));
    out.extend(house.sky().map(|sky| receiver(&sky, house.clock.now())));
    out.extend(shell::look_over(&house.config, house.card, &Words::tongues()));
    out
}

/// What is read: how many guides there are, and whether anything is wrong in their files.
fn content(house: &House) -> Part {
    let (pack, problems) = house.content();
    let (count, wrong) = (pack.items.len(), problems.iter().filter(|problem| problem.is_error()).count());
    match (count, wrong) {
        (0, _) => Part::missing("content", "empty", ""),
        (count, 0) => Part { about: count.to_string(), ..Part::works("content") },
        (_, wrong) => Part::degraded("content", "unread", format!("engawa check: {wrong}")),
    }
}

/// That no printer is there is no fault, unless the kiosk's file names one.
fn printer(known: Printers, named: Option<&str>) -> Part {
    let works = |about: String| Part { about, ..Part::works("printer") };
    match (known, named) {
        (Printers::Known(known), Some(named)) if known.iter().any(|name| name == named) => works(named.to_owned()),
        (Printers::Known(_) | Printers::NoSystem, Some(named)) => Part::missing("printer", "no-printer", named),
        (Printers::Known(known), None) => works(known.join(" ")),
        (Printers::NoSystem, None) => works(String::new()),
        (Printers::NoAnswer, _) => Part::degraded("printer", "printer-silent", "lpstat"),
    }
}

/// The dictionary and the voice.
fn voice(folder: Option<&Path>) -> Part {
    let Some(folder) = folder else { return Part::missing("voice", "no-voice", "") };
    match Synth::load(folder).map_err(|error| error.to_string()) {
        Ok(_) => Part { about: folder.display().to_string(), ..Part::works("voice") },
        Err(why) => Part::missing("voice", "no-voice", why),
    }
}

/// The kiosk's own folder; a kiosk that runs has it open, which is as it should be.
fn store(home: &Path, clock: &Arc<dyn Clock>) -> Part {
    let here = || home.display().to_string();
    if !home.exists() {
        // It is made when the kiosk first opens; looking makes nothing.
        return Part { about: here(), ..Part::works("store") };
    }
    match Store::open(home, Arc::clone(clock)) {
        Ok((_, troubles)) if !troubles.is_empty() => {
            let all: Vec<_> = troubles.iter().map(|trouble| format!("{trouble:?}")).collect();
            Part::degraded("store", "failed", all.join("; "))
        }
        Ok(_) | Err(StoreError::Busy(_)) => Part { about: here(), ..Part::works("store") },
        Err(error) => Part::missing("store", "failed", error.to_string()),
    }
}

/// What the kiosk's receiver of satellites hears. Without one nothing is lacking.
fn receiver(sky: &Sky, now: Now) -> Part {
    let heard = |at: Timestamp| {
        let minutes = now.at.duration_since(at).as_mins();
        format!("last message {} ({minutes} min)", Now { at, ..now }.jst().strftime("%Y-%m-%dT%H:%M:%S%:z"))
    };
    let satellites = sky.satellites.map(|count| format!("{count} satellites"));
    let message = sky.heard.map_or_else(|| "no message yet".to_owned(), heard);
    let about = sky.port.iter().cloned().chain(satellites).chain([message]).collect::<Vec<_>>().join(", ");
    let works = |trouble, about| Part { trouble: SmolStr::new_static(trouble), about, ..Part::works("receiver") };
    match sky.ear(now.at) {
        Ear::NoReceiver if sky.heard.is_none() => works("sky-none", String::new()),
        Ear::NoReceiver => works("sky-none", about),
        Ear::Closed => works("sky-closed", about),
        Ear::NoSatellites => Part::degraded("receiver", "sky-deaf", about),
        Ear::Hears => works("", about),
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
