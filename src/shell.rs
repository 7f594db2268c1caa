//! The roof: where the window, the devices, the clock and the desks meet the pure rooms. It turns whatever a person does into presses,
//! presses into messages, and shows what came of them; it decides nothing about content.

#[cfg(test)]
mod card;
mod devices;
mod edid;
mod focus;
mod headphones;
mod journal;
mod letters;
mod options;
mod pad;
mod panel;
mod parts;
mod plain;
mod press;
mod restart;
mod stage;
mod switches;
mod window;

pub use options::{FirstStart, Inspect, Options, ShellError, Until, View};
pub use parts::look_over;

use crate::clock::Clock;
use letters::Letters;
use restart::{Restart, Stumbles};
use std::panic::{AssertUnwindSafe, catch_unwind};
use window::Window;

/// Makes ready for a process that holds no more than it shows: to be called before anything else is done, because it may begin the program
/// once more.
pub fn settle() {
    Restart::remember().tell_allocator();
}

/// Opens the kiosk and stays until the window is closed, which only a developer's window allows. A visit that ends and a stumble both
/// replace the process in place, so this function is not left through them.
pub fn run(options: Options) -> Result<(), ShellError> {
    journal::begin();
    restart::keep_secret();
    restart::quiet_panics();
    let restart = Restart::remember();
    let stumbles = Stumbles::inherited();
    let clock = options.clock.clone();
    let plain = stumbles.too_many();
    let words = options.words.clone();
    let opened = catch_unwind(AssertUnwindSafe(|| {
        if plain { plain::open(&words, restart.clone()) } else { open(options, restart.clone()) }
    }));
    match opened {
        Ok(done) => done.map_err(|error| ShellError::Display(error.to_string())),
        Err(_) if plain => Err(ShellError::Stumbled),
        Err(_) => {
            let error = restart.stumbled(&stumbles.and_now(&*clock as &dyn Clock));
            log::error!("cannot begin again: {error}");
            Err(ShellError::Stumbled)
        }
    }
}

fn open(options: Options, restart: Restart) -> eframe::Result {
    let native = options.native();
    let letters = Letters::start(options.words.tongue());
    eframe::run_native("engawa", native, Box::new(move |cc| Ok(Box::new(Window::new(cc, options, restart, letters)))))
}
