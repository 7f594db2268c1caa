//! `engawa say`: speaks into a file, or aloud: the quickest way to know whether a kiosk can be heard.

use super::{Arg, Command, Common, Given, Outcome, Stop, options::Answer, read};
use crate::{
    reading::{Heard, Order, Pace, Sound, Utterance, Volume},
    voice::{self, Device, Equipment, Synth, Voice},
    words::Line,
};
use crossbeam_channel::bounded;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// Reports that wait at most.
const WAITING: usize = 256;
/// What waits in the buffers between this program and the ear.
const DEVICE: Duration = Duration::from_millis(300);

pub(super) const COMMAND: Command = Command {
    name: "say",
    takes: "TEXT [--wav FILE] [--pace 50-200] [--volume 0-10]",
    does: ["声に 出す。--wav で ファイルに する", "speaks aloud, or into a file with --wav"],
    options: &[Arg::Value("wav"), Arg::Value("pace"), Arg::Value("volume")],
    words: [1, 1],
    run,
};

fn run(common: &Common, given: &Given) -> Outcome {
    let line = Line::parse(&given.words().join(" "));
    let pace = Pace(within(given, "pace", 50..=200)?.unwrap_or(100));
    let volume = Volume(within(given, "volume", 0..=10)?.unwrap_or(5));
    let tongue = common.tongue();
    let file = given.path("wav");
    if !tongue.is_japanese() {
        return match file {
            Some(_) => Err(only_japanese()),
            None => aloud(common, None, Utterance { ticket: 1, line, tongue, pace, volume }),
        };
    }
    let folder = read::voice_folder(common)?;
    let mut synth = synth(&folder)?;
    let Some(file) = file else {
        return aloud(common, Some(folder), Utterance { ticket: 1, line, tongue, pace, volume });
    };
    let length = voice::write_wav(&mut synth, &line, pace, volume, &file)
        .map_err(|err| Stop::machine(format!("ファイルに 書けません: {err}"), err.to_string()))?;
    if common.answer == Answer::Json {
        common.print_json(&serde_json::json!({ "wav": file, "seconds": length.as_secs_f64() }));
    }
    Ok(())
}

/// Through the sound device, as the kiosk speaks: Japanese by its own voice, other tongues by the system's.
fn aloud(common: &Common, folder: Option<PathBuf>, utterance: Utterance) -> Outcome {
    let (tell, told) = bounded(WAITING);
    let ear = Arc::new(move |heard| {
        tell.try_send(heard).ok();
    });
    let equipment = Equipment { folder, out: Box::new(Device::default()), clock: common.clock() };
    let no_thread = |err: std::io::Error| Stop::machine(format!("声が 出せません: {err}"), err.to_string());
    let voice = Voice::start(equipment, ear).map_err(no_thread)?;
    voice.order(Order::Say(utterance));
    for heard in &told {
        match heard {
            Heard::Ended { .. } => break,
            Heard::Sound(Sound::NoVoice) => return Err(no_voice()),
            Heard::Failed { .. } | Heard::Sound(Sound::NoDevice) => return Err(silent()),
            Heard::Began { .. } | Heard::Phrase { .. } | Heard::Sound(Sound::Works) => {}
        }
    }
    // What the device has taken is not yet what the ear has heard.
    std::thread::sleep(DEVICE);
    Ok(())
}

fn no_voice() -> Stop {
    Stop::machine(
        "この ことばの 声が ありません。speech-dispatcher と espeak-ng を 入れてください。",
        "there is no voice for this tongue: install speech-dispatcher and espeak-ng",
    )
}

fn silent() -> Stop {
    Stop::machine(
        "音が 出ません。スピーカーを つないで、もう 一度 ためしてください。",
        "there is no sound device: connect a loudspeaker and try again",
    )
}

fn only_japanese() -> Stop {
    Stop::usage(
        "ファイルに できるのは 日本語だけです。ほかの ことばは --wav を つけずに。",
        "only Japanese is spoken into a file; leave out --wav for other tongues",
    )
}

fn synth(folder: &Path) -> Result<Synth, Stop> {
    Synth::load(folder).map_err(|err| {
        Stop::machine(format!("声が つかえません。script/voice を 動かしてください（{err}）。"), err.to_string())
    })
}

fn within(given: &Given, name: &str, range: std::ops::RangeInclusive<u8>) -> Result<Option<u8>, Stop> {
    let Some(text) = given.text(name) else { return Ok(None) };
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.map(Some).ok_or_else(|| {
        let (least, most) = (range.start(), range.end());
        Stop::usage(
            format!("--{name} は {least} から {most} までの 数です。"),
            format!("--{name} is a number from {least} to {most}"),
        )
    })
}
