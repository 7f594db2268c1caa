//! The machine's sound device, through rodio. Opened when there is something to say and let go soon after, so that a silent kiosk
//! leaves the processor alone and a headset that is plugged in is found.

use super::{
    sound::{AudioOut, Feed, NoDevice},
    synth::RATE,
};
use rodio::{
    ChannelCount, DeviceSinkBuilder, MixerDeviceSink, SampleRate, Source,
    cpal::{self, BufferSize, ErrorKind},
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// Frames the device asks for at once: 43 ms, so that what is lit is what is heard.
const BUFFER: u32 = 2048;

/// The default sound device, whatever it is at the moment.
#[derive(Default)]
pub struct Device {
    sink: Option<MixerDeviceSink>,
    lost: Arc<AtomicBool>,
}

impl Device {
    /// Whether there is a device that plays, without playing anything.
    pub fn check() -> Result<(), NoDevice> {
        Self::default().open().map(drop)
    }

    fn open(&self) -> Result<MixerDeviceSink, NoDevice> {
        self.lost.store(false, Ordering::Relaxed);
        let asked = Self::builder()?.with_buffer_size(BufferSize::Fixed(BUFFER)).with_error_callback(self.ear());
        let opened = asked.open_stream().or_else(|_| {
            Self::builder().map_err(|err| err.0).and_then(|plain| {
                // Some devices do not let themselves be told how much to ask for.
                plain.with_error_callback(self.ear()).open_stream().map_err(|err| err.to_string())
            })
        });
        let mut sink = opened.map_err(NoDevice)?;
        sink.log_on_drop(false);
        Ok(sink)
    }

    fn builder() -> Result<DeviceSinkBuilder, NoDevice> {
        DeviceSinkBuilder::from_default_device().map_err(|err| NoDevice(err.to_string()))
    }

    /// Hears of a device that went away. Much else passes: PulseAudio's first delay is an I/O error, a buffer that ran dry an xrun. A
    /// device that only stands still is seen by the speaker.
    fn ear(&self) -> impl FnMut(cpal::Error) + Send + 'static {
        let lost = Arc::clone(&self.lost);
        move |err| {
            log::info!("sound: {err}");
            let gone = matches!(
                err.kind(),
                ErrorKind::DeviceNotAvailable | ErrorKind::HostUnavailable | ErrorKind::StreamInvalidated
            );
            lost.fetch_or(gone, Ordering::Relaxed);
        }
    }
}

impl AudioOut for Device {
    fn play(&mut self, feed: Feed) -> Result<(), NoDevice> {
        if self.is_lost() {
            self.sink = None;
        }
        if self.sink.is_none() {
            self.sink = Some(self.open()?);
        }
        if let Some(sink) = &self.sink {
            sink.mixer().add(Mono(feed));
        }
        Ok(())
    }
    fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Relaxed)
    }
    fn rest(&mut self) {
        self.sink = None;
    }
}

/// A feed as rodio wants it.
struct Mono(Feed);

impl Iterator for Mono {
    type Item = f32;
    fn next(&mut self) -> Option<f32> {
        self.0.next()
    }
}

impl Source for Mono {
    fn current_span_len(&self) -> Option<usize> {
        None
    }
    fn channels(&self) -> ChannelCount {
        ChannelCount::MIN
    }
    fn sample_rate(&self) -> SampleRate {
        SampleRate::new(RATE).unwrap_or(SampleRate::MIN)
    }
    fn total_duration(&self) -> Option<Duration> {
        None
    }
}
