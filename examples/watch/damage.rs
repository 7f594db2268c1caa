//! Counts what is drawn on a display: the X server itself says whenever somebody painted, whether the picture changed or not. Nobody has to
//! look, so that watching costs the program nothing. (X Damage extension 1.1; x11rb has it behind a feature that nothing else here needs.)

use crate::eye::display;
use std::{
    error::Error,
    io::IoSlice,
    time::{Duration, Instant},
};
use x11rb::{
    connection::{Connection as _, RequestConnection as _},
    protocol::xproto::{self, ConnectionExt as _, Screen},
    rust_connection::RustConnection,
};

/// Requests of the extension, by its protocol.
const QUERY_VERSION: u8 = 0;
const CREATE: u8 = 1;
const SUBTRACT: u8 = 3;
/// Say once that something was painted, and again when that has been taken note of.
const NON_EMPTY: u8 = 3;
/// What is painted closer together than this belongs to one frame.
const FRAME: Duration = Duration::from_millis(8);

pub(crate) struct Damage {
    x: RustConnection,
    major: u8,
    event: u8,
    id: u32,
}

impl Damage {
    /// Watches the whole display and all that is on it.
    pub(crate) fn watch() -> Result<Self, Box<dyn Error>> {
        let (x, Screen { root, .. }) = display()?;
        let extension = x.extension_information("DAMAGE")?.ok_or("this display does not tell what is painted")?;
        let id = x.generate_id()?;
        let eye = Self { major: extension.major_opcode, event: extension.first_event, id, x };
        // The server asks to be asked for its version first; what it answers is the same everywhere.
        let version = eye.request(QUERY_VERSION, &[1, 1]);
        drop(eye.x.send_request_with_reply::<xproto::QueryExtensionReply>(&[IoSlice::new(&version)], vec![])?);
        eye.send(CREATE, &[id, root, NON_EMPTY.into()])?;
        // All that stands there already is told first.
        while eye.was_painted()? {
            eye.send(SUBTRACT, &[id, 0, 0])?;
        }
        Ok(eye)
    }

    #[expect(clippy::disallowed_methods, reason = "a stopwatch")]
    pub(crate) fn frames(&self, time: Duration) -> Result<usize, Box<dyn Error>> {
        let start = Instant::now();
        let (mut frames, mut last) = (0, None::<Duration>);
        while start.elapsed() < time {
            if !self.was_painted()? {
                std::thread::sleep(Duration::from_millis(2));
                continue;
            }
            let now = start.elapsed();
            frames += usize::from(last.is_none_or(|last| now > last + FRAME));
            last = Some(now);
            self.send(SUBTRACT, &[self.id, 0, 0])?;
        }
        Ok(frames)
    }

    fn was_painted(&self) -> Result<bool, Box<dyn Error>> {
        let event = self.x.poll_for_raw_event()?;
        Ok(event.is_some_and(|event| event.first().is_some_and(|kind| kind & 0x7f == self.event)))
    }

    fn send(&self, minor: u8, words: &[u32]) -> Result<(), Box<dyn Error>> {
        let bytes = self.request(minor, words);
        self.x.send_request_without_reply(&[IoSlice::new(&bytes)], vec![])?.ignore_error();
        // Whatever was wrong with it is known from here on.
        self.x.get_input_focus()?.reply()?;
        Ok(())
    }

    /// Opcodes, length in words of four bytes, and these words.
    fn request(&self, minor: u8, words: &[u32]) -> Vec<u8> {
        let length = u16::try_from(words.len() + 1).unwrap_or(1).to_ne_bytes();
        [self.major, minor].into_iter().chain(length).chain(words.iter().flat_map(|word| word.to_ne_bytes())).collect()
    }
}
