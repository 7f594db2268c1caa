//! Measures from outside how long a program takes until its whole page stands on the screen: it starts the program on the display in
//! `DISPLAY` and watches pixels, the same way for any program, so that two can be set side by side.
//!
//! `cargo run --release --example first_page -- PROGRAM ARGS…` prints milliseconds until the last change of the screen, once
//! nothing has changed for two seconds; the program is then stopped.

use std::{
    collections::hash_map::DefaultHasher,
    error::Error,
    hash::{Hash as _, Hasher as _},
    io::Write as _,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use x11rb::{
    connection::Connection as _,
    protocol::xproto::{ConnectionExt as _, ImageFormat},
    rust_connection::RustConnection,
};

/// Scan lines looked at in each round: enough to see every line of text, few enough to leave the processor to the program.
const LINES: i16 = 48;
const QUIET: Duration = Duration::from_secs(2);
const LIMIT: Duration = Duration::from_mins(1);

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let program = words.next().ok_or("which program? first_page PROGRAM ARGS…")?;
    let eye = Eye::open()?;
    let mut child = Command::new(program).args(words).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let found = eye.watch();
    stop(&mut child)?;
    writeln!(std::io::stdout(), "{:.1}", found?.as_secs_f64() * 1000.0)?;
    Ok(())
}

fn stop(child: &mut Child) -> std::io::Result<()> {
    child.kill()?;
    child.wait().map(drop)
}

struct Eye {
    x: RustConnection,
    root: u32,
    width: u16,
    height: u16,
}

impl Eye {
    fn open() -> Result<Self, Box<dyn Error>> {
        let (x, number) = x11rb::connect(None)?;
        let screen = x.setup().roots.get(number).ok_or("no screen")?;
        let (root, width, height) = (screen.root, screen.width_in_pixels, screen.height_in_pixels);
        Ok(Self { x, root, width, height })
    }

    /// Time from now until the last change, once nothing has changed for [`QUIET`] after the first change.
    #[expect(clippy::disallowed_methods, reason = "a stopwatch")]
    fn watch(&self) -> Result<Duration, Box<dyn Error>> {
        let start = Instant::now();
        let (mut seen, mut changes, mut last) = (self.look()?, 0, Duration::ZERO);
        while start.elapsed() < LIMIT {
            let now = self.look()?;
            let at = start.elapsed();
            if now != seen {
                (seen, last, changes) = (now, at, changes + 1);
            } else if changes > 0 && at > last + QUIET {
                return Ok(last);
            }
            std::thread::sleep(Duration::from_millis(4));
        }
        Err("nothing stood still in time".into())
    }

    fn look(&self) -> Result<u64, Box<dyn Error>> {
        let mut hasher = DefaultHasher::new();
        let step = i16::try_from(self.height)?.checked_div(LINES).unwrap_or(1);
        let asked: Vec<_> = (0..LINES)
            .map(|n| {
                self.x.get_image(ImageFormat::Z_PIXMAP, self.root, 0, n * step + step / 2, self.width, 1, u32::MAX)
            })
            .collect::<Result<_, _>>()?;
        for line in asked {
            line.reply()?.data.hash(&mut hasher);
        }
        Ok(hasher.finish())
    }
}
