//! What can be seen and done on a display from outside.

use std::{
    collections::hash_map::DefaultHasher,
    error::Error,
    hash::{Hash as _, Hasher as _},
    time::{Duration, Instant},
};
use x11rb::{
    connection::Connection as _,
    protocol::{
        xproto::{
            BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt as _, ImageFormat, KEY_PRESS_EVENT,
            KEY_RELEASE_EVENT, MOTION_NOTIFY_EVENT, Screen,
        },
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
};

/// Scan lines looked at in each round: enough to see every line of text, few enough to leave the processor to the program.
const LINES: i16 = 48;
/// As long as a finger rests.
const HOLD: Duration = Duration::from_millis(80);

pub(crate) struct Eye {
    x: RustConnection,
    root: u32,
    width: u16,
    height: u16,
}

/// The display of this session, and its screen.
pub(crate) fn display() -> Result<(RustConnection, Screen), Box<dyn Error>> {
    let (x, number) = x11rb::connect(None)?;
    let screen = x.setup().roots.get(number).ok_or("no screen")?.clone();
    Ok((x, screen))
}

impl Eye {
    pub(crate) fn open() -> Result<Self, Box<dyn Error>> {
        let (x, Screen { root, width_in_pixels: width, height_in_pixels: height, .. }) = display()?;
        Ok(Self { x, root, width, height })
    }

    /// Time from now until the last change, once nothing has changed for `quiet` after the first change.
    #[expect(clippy::disallowed_methods, reason = "a stopwatch")]
    pub(crate) fn until_still(&self, quiet: Duration, limit: Duration) -> Result<Duration, Box<dyn Error>> {
        let start = Instant::now();
        let (mut seen, mut changes, mut last) = (self.look()?, 0, Duration::ZERO);
        while start.elapsed() < limit {
            let now = self.look()?;
            let at = start.elapsed();
            if now != seen {
                (seen, last, changes) = (now, at, changes + 1);
            } else if changes > 0 && at > last + quiet {
                return Ok(last);
            }
            std::thread::sleep(Duration::from_millis(4));
        }
        Err("nothing changed, or nothing stood still, in time".into())
    }

    /// Presses at a point and lets go; returns when the release is on its way.
    pub(crate) fn press(&self, (x, y): (i16, i16)) -> Result<(), Box<dyn Error>> {
        self.x.xtest_fake_input(MOTION_NOTIFY_EVENT, 0, 0, self.root, x, y, 0)?.check()?;
        self.x.xtest_fake_input(BUTTON_PRESS_EVENT, 1, 0, self.root, x, y, 0)?.check()?;
        std::thread::sleep(HOLD);
        self.x.xtest_fake_input(BUTTON_RELEASE_EVENT, 1, 0, self.root, x, y, 0)?.check()?;
        Ok(())
    }

    /// Which of the keys of this display writes a sign, by its number in X (`XK_F9` is 0xffc6).
    pub(crate) fn key(&self, sign: u32) -> Result<u8, Box<dyn Error>> {
        let (least, most) = (self.x.setup().min_keycode, self.x.setup().max_keycode);
        let all = self.x.get_keyboard_mapping(least, most - least + 1)?.reply()?;
        let each = usize::from(all.keysyms_per_keycode).max(1);
        let at = all.keysyms.chunks(each).position(|signs| signs.first() == Some(&sign)).ok_or("no such key")?;
        Ok(least + u8::try_from(at)?)
    }

    /// Presses a key and lets go; when it went down.
    #[expect(clippy::disallowed_methods, reason = "a stopwatch")]
    pub(crate) fn strike(&self, key: u8) -> Result<Instant, Box<dyn Error>> {
        let down = Instant::now();
        self.x.xtest_fake_input(KEY_PRESS_EVENT, key, 0, self.root, 0, 0, 0)?.check()?;
        self.x.xtest_fake_input(KEY_RELEASE_EVENT, key, 0, self.root, 0, 0, 0)?.check()?;
        Ok(down)
    }

    fn look(&self) -> Result<u64, Box<dyn Error>> {
        let mut hasher = DefaultHasher::new();
        let step = i16::try_from(self.height)?.checked_div(LINES).unwrap_or(1);
        let line =
            |n| self.x.get_image(ImageFormat::Z_PIXMAP, self.root, 0, n * step + step / 2, self.width, 1, u32::MAX);
        let asked: Vec<_> = (0..LINES).map(line).collect::<Result<_, _>>()?;
        for line in asked {
            line.reply()?.data.hash(&mut hasher);
        }
        Ok(hasher.finish())
    }
}
