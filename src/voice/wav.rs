//! Speech into a file, for `engawa say` and for whoever wants to hear how a page sounds without a kiosk.

use super::synth::{RATE, Synth, sentences};
use crate::{
    reading::{Pace, Volume},
    words::Line,
};
use std::{
    path::{Path, PathBuf},
    time::Duration,
};

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
#[error("{path}: cannot be written ({why})")]
pub struct WavError {
    path: PathBuf,
    why: String,
}

/// Speaks `line` into a WAV file (48 kHz, mono, 16 bits). Gives how long it is.
pub fn write(synth: &mut Synth, line: &Line, pace: Pace, volume: Volume, path: &Path) -> Result<Duration, WavError> {
    let failed = |err: hound::Error| WavError { path: path.to_owned(), why: err.to_string() };
    let spec =
        hound::WavSpec { channels: 1, sample_rate: RATE, bits_per_sample: 16, sample_format: hound::SampleFormat::Int };
    let mut file = hound::WavWriter::create(path, spec).map_err(failed)?;
    let sentences = sentences(line);
    for (n, sentence) in sentences.iter().enumerate() {
        let Some(ready) = synth.ready(sentence, pace, volume) else { continue };
        let mut ready = if n + 1 < sentences.len() { ready.breathing() } else { ready };
        loop {
            let chunk = ready.next(RATE as usize);
            if chunk.is_empty() {
                break;
            }
            for sample in chunk {
                #[expect(clippy::cast_possible_truncation, reason = "samples are within ±1")]
                file.write_sample((sample * f32::from(i16::MAX)) as i16).map_err(failed)?;
            }
        }
    }
    let seconds = f64::from(file.len()) / f64::from(RATE);
    file.finalize().map_err(failed)?;
    Ok(Duration::from_secs_f64(seconds))
}
