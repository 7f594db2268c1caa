//! How long it takes from being asked to say something to the first sample, once dictionary and voice are loaded; how long loading
//! takes; and what speech costs the processor.
//!
//! `cargo run --release --example first_sound [VOICE_DIR]` prints milliseconds.

use engawa::clock::{Clock, SetClock, SystemClock};
use engawa::reading::{Pace, Utterance, Volume};
use engawa::voice::{Builtin, Speaker, Synth, Tape, write_wav};
use engawa::words::{Line, Tongue};
use std::{io::Write as _, path::Path, sync::Arc};

const SENTENCES: [&str; 5] = [
    "ここは、まちの避難所です。水と食べものは、入口の右でお配りしています。",
    "あわてて外に出ないで、机の下に入り、頭を守ってください。",
    "罹災証明書の申請には、被害の写真と、本人確認書類がいります。",
    "電話番号は、0285-83-8496です。午前8時30分から、午後5時15分までつながります。",
    "はい。",
];
const ROUNDS: usize = 20;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/voice".to_owned());
    let watch = SystemClock::new(false);
    let ms = |since: std::time::Duration| watch.running().saturating_sub(since).as_secs_f64() * 1000.0;

    let start = watch.running();
    let mut synth = Synth::load(Path::new(&folder))?;
    let load = ms(start);

    let file = std::env::temp_dir().join("engawa-first-sound.wav");
    let start = watch.running();
    let text = SENTENCES.concat();
    let length = write_wav(&mut synth, &Line::verbatim(&text), Pace(100), Volume(5), &file)?;
    let factor = ms(start) / 1000.0 / length.as_secs_f64();
    std::fs::remove_file(&file)?;

    let tape = Tape::default();
    let clock = Arc::new(SetClock::new("2026-11-21T01:00:00Z".parse()?, true));
    let mut speaker = Builtin::new(synth, Box::new(tape.clone()), clock as Arc<dyn Clock>);
    let mut times = vec![];
    for ticket in 0..ROUNDS * SENTENCES.len() {
        let line = SENTENCES.get(ticket % SENTENCES.len()).copied().map(Line::verbatim).unwrap_or_default();
        let start = watch.running();
        speaker.say(&Utterance { ticket: ticket as u64, line, tongue: Tongue::JA, pace: Pace(100), volume: Volume(5) });
        let heard = tape.samples().len();
        while tape.samples().len() == heard {
            tape.run(1);
        }
        times.push(ms(start));
    }
    times.sort_by(f64::total_cmp);
    let at = |part: usize| times.get(times.len() * part / 100).copied().unwrap_or_default();
    writeln!(
        std::io::stdout(),
        "load {load:.0} ms; first sample: median {:.1} ms, p95 {:.1} ms; processor per second of speech {:.1} ms",
        at(50),
        at(95),
        factor * 1000.0
    )?;
    Ok(())
}
