//! `engawa say`: speaks into a file, or aloud: the quickest way to know whether a kiosk can be heard.

use super::{Arg, Command, Common, Given, Outcome, Stop, options::Answer, read};
use crate::{
    reading::{Heard, Order, Pace, Sound, Utterance, Volume},
    voice::{self, Device, Equipment, Synth, Voice},
    words::{Line, Tongue},
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
    let folder = read::voice_folder(common)?;
    let Some(file) = given.path("wav") else { return aloud(common, folder, line, pace, volume) };
    let mut synth = synth(&folder)?;
    let length = voice::write_wav(&mut synth, &line, pace, volume, &file)
        .map_err(|err| Stop::machine(format!("ファイルに 書けません: {err}"), err.to_string()))?;
    if common.answer == Answer::Json {
        common.print_json(&serde_json::json!({ "wav": file, "seconds": length.as_secs_f64() }));
    }
    Ok(())
}

/// Through the sound device, as the kiosk speaks.
fn aloud(common: &Common, folder: PathBuf, line: Line, pace: Pace, volume: Volume) -> Outcome {
    synth(&folder)?;
    let (tell, told) = bounded(WAITING);
    let ear = Arc::new(move |heard| {
        tell.try_send(heard).ok();
    });
    let equipment = Equipment { folder: Some(folder), out: Box::new(Device::default()), clock: common.clock() };
    let no_thread = |err: std::io::Error| Stop::machine(format!("声が 出せません: {err}"), err.to_string());
    let voice = Voice::start(equipment, ear).map_err(no_thread)?;
    let utterance = Utterance { ticket: 1, line, tongue: Tongue::JA, pace, volume };
    voice.order(Order::Say(utterance));
    for heard in &told {
        match heard {
            Heard::Ended { .. } => break,
            Heard::Failed { .. } | Heard::Sound(Sound::NoDevice | Sound::NoVoice) => return Err(silent()),
            Heard::Began { .. } | Heard::Phrase { .. } | Heard::Sound(Sound::Works) => {}
        }
    }
    // What the device has taken is not yet what the ear has heard.
    std::thread::sleep(DEVICE);
    Ok(())
}

fn silent() -> Stop {
    Stop::machine(
        "音が 出ません。スピーカーを つないで、もう 一度 ためしてください。",
        "there is no sound device: connect a loudspeaker and try again",
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
