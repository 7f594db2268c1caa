//! A receiver of satellites that is played at a pseudo-terminal: from the first byte of a sentence on the wire until what it says stands on
//! the screen.

use crate::eye::Eye;
use serialport::{SerialPort as _, TTYPort};
use std::{
    error::Error,
    fs,
    io::Write as _,
    os::unix::fs::symlink,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

/// A fix, by which whoever listens knows a receiver.
const FIX: &[u8] = b"$GNGGA,010203.00,3544.0,N,14000.0,E,1,07,1.0,50.0,M,36.0,M,,*47\r\n";
/// Seconds in which the program opens, finds the receiver, and comes to rest; the fix is said each second.
const REST: u32 = 25;
/// What is said on a wire of 9600 bits a second comes a byte a millisecond.
const BYTE: Duration = Duration::from_micros(1_042);
/// Nothing changes any more for so long.
const QUIET: Duration = Duration::from_millis(700);
const LIMIT: Duration = Duration::from_secs(10);
const BETWEEN: Duration = Duration::from_secs(1);

/// `LINK` is where the receiver is plugged in, `FILE` holds sentences; the rest is the program.
pub(crate) fn said(words: &[String]) -> Result<(), Box<dyn Error>> {
    let [link, file, program, args @ ..] = words else { return Err("LINK FILE PROGRAM ARGS…".into()) };
    let sentences = fs::read_to_string(file)?;
    let (mut receiver, mut end) = TTYPort::pair()?;
    end.set_exclusive(false)?;
    fs::remove_file(link).ok();
    symlink(end.name().ok_or("a terminal without a name")?, Path::new(link))?;
    // Held open here too it would be taken for a port that is in use.
    drop(end);
    let mut child = Command::new(program).args(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let told = all(&mut receiver, &sentences);
    child.kill()?;
    child.wait()?;
    told
}

fn all(receiver: &mut TTYPort, sentences: &str) -> Result<(), Box<dyn Error>> {
    let eye = Eye::open()?;
    for _ in 0..REST {
        // Nobody may hear it yet.
        receiver.write_all(FIX).ok();
        std::thread::sleep(Duration::from_secs(1));
    }
    for sentence in sentences.lines() {
        let mut wire = receiver.try_clone_native()?;
        let bytes = format!("{sentence}\r\n").into_bytes();
        // Said while the eye is open already.
        let said = std::thread::Builder::new().name("wire".to_owned()).spawn(move || {
            bytes.iter().try_for_each(|byte| {
                std::thread::sleep(BYTE);
                wire.write_all(std::slice::from_ref(byte))
            })
        })?;
        let time = eye.until_still(QUIET, LIMIT)?;
        said.join().map_err(|_panicked| "the wire broke")??;
        writeln!(std::io::stdout(), "{:.1}", time.as_secs_f64() * 1000.0)?;
        std::thread::sleep(BETWEEN);
    }
    Ok(())
}
