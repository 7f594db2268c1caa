//! The voice: how a text is read (readings for ruby, search and speech), and who says it. Each part may be missing: without the
//! dictionary there are no readings, without a device no sound, and the page is still shown and its phrases still move.

mod booth;
mod builtin;
mod device;
mod front;
mod kana;
pub mod make;
mod mixed;
mod normal;
mod silent;
mod sound;
mod speaker;
mod synth;
#[cfg(feature = "system-voice")]
mod system;
mod wav;

pub use builtin::Builtin;
pub use device::Device;
pub use front::{FrontEnd, FrontError, Word};
pub use silent::Silent;
pub use sound::{AudioOut, Feed, NoDevice, Tape};
pub use speaker::Speaker;
pub use synth::{Synth, VoiceError};
pub use wav::{WavError, write as write_wav};

use crate::{
    clock::Clock,
    content::Readings,
    reading::{Heard, Order},
    words::{Line, Tongue},
};
use booth::Booth;
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use std::{path::PathBuf, sync::Arc, time::Duration};

/// Orders that wait at most: a new one overtakes all before it.
const WAITING: usize = 16;

/// By then the first page stands.
const SETTLED: Duration = Duration::from_millis(1500);

impl Readings for FrontEnd {
    fn ruby(&self, line: &Line) -> Line {
        self.ruby(line)
    }
    fn kana(&self, text: &str) -> String {
        self.kana(text)
    }
}

/// Told what is heard, from the voice's own thread.
pub type Ear = Arc<dyn Fn(Heard) + Send + Sync>;

/// What the voice needs.
pub struct Equipment {
    /// What `script/voice` made; none means that Japanese is silent.
    pub folder: Option<PathBuf>,
    pub out: Box<dyn AudioOut>,
    pub clock: Arc<dyn Clock>,
}

/// The voice at work on a thread of its own. Dropping it silences it.
pub struct Voice {
    orders: Sender<Order>,
}

impl Voice {
    /// Starts at once and loads on its own thread; what is ordered before it is ready is said then.
    pub fn start(equipment: Equipment, ear: Ear) -> std::io::Result<Self> {
        let (orders, waiting) = bounded(WAITING);
        std::thread::Builder::new().name("voice".to_owned()).spawn(move || attend(equipment, &waiting, &*ear))?;
        Ok(Self { orders })
    }

    /// Never waits. What is being said falls silent.
    pub fn order(&self, order: Order) {
        // A full queue means that the voice hangs; the watchdog of whoever speaks ends that.
        self.orders.try_send(order).ok();
    }
}

/// Takes orders until nobody can give any.
fn attend(equipment: Equipment, orders: &Receiver<Order>, ear: &dyn Fn(Heard)) {
    // The first page comes first: the dictionary is loaded when it stands, or when there is something to say.
    let first = orders.recv_timeout(SETTLED);
    if first == Err(RecvTimeoutError::Disconnected) {
        return;
    }
    let mut booth = furnish(equipment);
    if let Ok(order) = first {
        booth.order(orders.try_iter().last().unwrap_or(order));
        booth.poll().into_iter().for_each(ear);
    }
    loop {
        let order = match booth.due() {
            None => orders.recv().map_err(RecvTimeoutError::from),
            Some(wait) => orders.recv_timeout(wait),
        };
        match order {
            // Only the newest is said.
            Ok(order) => booth.order(orders.try_iter().last().unwrap_or(order)),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        booth.poll().into_iter().for_each(ear);
    }
}

/// The speakers that this machine has.
fn furnish(equipment: Equipment) -> Booth {
    let Equipment { folder, out, clock } = equipment;
    let mut voices = vec![];
    match folder.map(|folder| Synth::load(&folder)) {
        Some(Ok(synth)) => voices.push(booth::Voice {
            speaks: Box::new(Tongue::is_japanese),
            speaker: Box::new(Builtin::new(synth, out, Arc::clone(&clock))),
        }),
        Some(Err(err)) => log::warn!("voice: {err}"),
        None => log::warn!("voice: there is no Japanese voice on this machine"),
    }
    #[cfg(feature = "system-voice")]
    voices.push(system::voice(Arc::clone(&clock)));
    Booth::new(voices, clock)
}
