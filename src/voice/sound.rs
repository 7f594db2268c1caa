//! Where samples go: a device that may come and go, or a tape for tests. The speaker fills a [`Feed`] ahead of time; the device
//! empties it at its own pace, and how far it has come is the clock by which phrases are lit.

use crossbeam_channel::{Receiver, Sender, TryRecvError, TrySendError, bounded};
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

/// Chunks that wait at most; of a tenth of a second each.
const WAITING: usize = 64;
/// Samples over which a voice that is cut off fades, so that it does not crack: 5 ms.
const FADE: u32 = 240;

/// No device, or none that plays.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no sound device: {0}")]
pub struct NoDevice(pub String);

/// Something that can be heard.
pub trait AudioOut: Send {
    /// Plays from now on; what was played before ends.
    fn play(&mut self, feed: Feed) -> Result<(), NoDevice>;
    /// The device went away while it played.
    fn is_lost(&self) -> bool;
    /// Nothing is to be played for a while: lets the device go.
    fn rest(&mut self);
}

/// The device's end of the pipe: mono samples, 48 kHz.
pub struct Feed {
    chunks: Receiver<Vec<f32>>,
    now: std::vec::IntoIter<f32>,
    shared: Arc<Shared>,
    fading: Option<u32>,
    last: f32,
}

/// The speaker's end.
pub(super) struct Pipe {
    chunks: Option<Sender<Vec<f32>>>,
    shared: Arc<Shared>,
    sent: u64,
}

#[derive(Default)]
struct Shared {
    heard: AtomicU64,
    cut: AtomicBool,
}

pub(super) fn pipe() -> (Pipe, Feed) {
    let (sender, chunks) = bounded(WAITING);
    let shared = Arc::new(Shared::default());
    let feed = Feed { chunks, now: vec![].into_iter(), shared: Arc::clone(&shared), fading: None, last: 0.0 };
    (Pipe { chunks: Some(sender), shared, sent: 0 }, feed)
}

impl Pipe {
    /// Samples that the device has taken.
    pub(super) fn heard(&self) -> u64 {
        self.shared.heard.load(Ordering::Relaxed)
    }
    /// Samples on their way.
    pub(super) fn ahead(&self) -> u64 {
        self.sent.saturating_sub(self.heard())
    }
    pub(super) fn send(&mut self, chunk: Vec<f32>) {
        let length = chunk.len() as u64;
        if let Some(sender) = &self.chunks {
            match sender.try_send(chunk) {
                Ok(()) => self.sent += length,
                Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => {}
            }
        }
    }
    /// Nothing more comes.
    pub(super) fn end(&mut self) {
        self.chunks = None;
    }
}

impl Drop for Pipe {
    fn drop(&mut self) {
        self.shared.cut.store(true, Ordering::Relaxed);
    }
}

impl Iterator for Feed {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if let Some(left) = self.fading {
            self.fading = Some(left.checked_sub(1)?);
            return Some(self.last * left as f32 / FADE as f32);
        }
        if self.shared.cut.load(Ordering::Relaxed) {
            self.fading = Some(FADE);
            return Some(self.last);
        }
        if let Some(sample) = self.now.next() {
            self.shared.heard.fetch_add(1, Ordering::Relaxed);
            self.last = sample;
            return Some(sample);
        }
        match self.chunks.try_recv() {
            Ok(chunk) => {
                self.now = chunk.into_iter();
                self.next()
            }
            // The voice is late: silence, which does not count as heard.
            Err(TryRecvError::Empty) => Some(0.0),
            Err(TryRecvError::Disconnected) => None,
        }
    }
}

/// What a device would have played, kept: for tests and files.
#[derive(Clone, Default)]
pub struct Tape {
    inner: Arc<std::sync::Mutex<Reel>>,
}

#[derive(Default)]
struct Reel {
    feed: Option<Feed>,
    samples: Vec<f32>,
    /// Set by a test: there is no device.
    gone: bool,
}

impl Tape {
    /// Lets the tape run for so many samples.
    pub fn run(&self, samples: usize) {
        if let Ok(mut reel) = self.inner.lock() {
            let reel = &mut *reel;
            if let Some(feed) = &mut reel.feed {
                reel.samples.extend(feed.take(samples));
            }
        }
    }
    /// All that was heard so far.
    pub fn samples(&self) -> Vec<f32> {
        self.inner.lock().map(|reel| reel.samples.clone()).unwrap_or_default()
    }
    /// Takes the device away, as somebody who pulls the plug.
    pub fn unplug(&self) {
        if let Ok(mut reel) = self.inner.lock() {
            (reel.gone, reel.feed) = (true, None);
        }
    }
    pub fn plug(&self) {
        if let Ok(mut reel) = self.inner.lock() {
            reel.gone = false;
        }
    }
}

impl AudioOut for Tape {
    fn play(&mut self, feed: Feed) -> Result<(), NoDevice> {
        let mut reel = self.inner.lock().map_err(|err| NoDevice(err.to_string()))?;
        if reel.gone {
            return Err(NoDevice("unplugged".to_owned()));
        }
        reel.feed = Some(feed);
        Ok(())
    }
    fn is_lost(&self) -> bool {
        self.inner.lock().is_ok_and(|reel| reel.gone)
    }
    fn rest(&mut self) {
        if let Ok(mut reel) = self.inner.lock() {
            reel.feed = None;
        }
    }
}
