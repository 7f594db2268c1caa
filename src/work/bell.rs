//! The bell: how a running kiosk learns at once that telegrams came. Another process (a command, a satellite receiver) that put some into
//! the folder rings it through a socket there; nobody has to look at the disk again and again. It also strikes every minute.

use super::desk::Out;
use crate::job::{Look, Report};
use crossbeam_channel::{Sender, TrySendError};
use std::{
    fs, io,
    os::unix::net::UnixDatagram,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

const SOCKET: &str = "kiosk.sock";
/// What is told grows old in minutes.
const MINUTE: Duration = Duration::from_mins(1);
/// What is said through the socket. Whatever else comes means the first: have a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    Telegrams,
    /// Somebody changed the notice board.
    Board,
}

impl News {
    const fn word(self) -> &'static [u8] {
        match self {
            Self::Telegrams => b"telegrams",
            Self::Board => b"board",
        }
    }
}

/// Tells a kiosk that runs in `home` that something came. Where none runs nobody hears it, and that is no fault.
pub fn ring(home: &Path, news: News) {
    let rung = UnixDatagram::unbound().and_then(|socket| {
        socket.set_nonblocking(true)?;
        socket.send_to(news.word(), home.join(SOCKET))
    });
    rung.ok();
}

/// Listens until nobody wants to hear any more. Without a socket it only strikes the minutes.
pub(super) fn hang(home: &Path, looks: Sender<Look>, out: Out) -> io::Result<()> {
    let socket = bind(&home.join(SOCKET)).map_err(|err| log::warn!("no socket in {}: {err}", home.display())).ok();
    let (thread, home) = (thread::Builder::new().name("bell".to_owned()), PathBuf::from(home));
    thread.spawn(move || listen(socket.as_ref(), &looks, &home, &out)).map(drop)
}

/// One that a kiosk before left behind is taken away: only one kiosk keeps a folder. At the first start of all the folder is not there yet,
/// since the store makes it on another thread.
fn bind(path: &Path) -> io::Result<UnixDatagram> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::remove_file(path).ok();
    let socket = UnixDatagram::bind(path)?;
    socket.set_read_timeout(Some(MINUTE))?;
    Ok(socket)
}

fn listen(socket: Option<&UnixDatagram>, looks: &Sender<Look>, home: &Path, out: &Out) {
    let mut word = [0; 16];
    loop {
        let look = match socket.map(|socket| socket.recv(&mut word)) {
            Some(Ok(long)) if word.get(..long) == Some(News::Board.word()) => {
                out.try_tell(Report::Board);
                continue;
            }
            Some(Ok(_)) => Look::Telegrams,
            Some(Err(err)) if matches!(err.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => Look::Minute,
            Some(Err(err)) => {
                log::warn!("the socket in {}: {err}", home.display());
                thread::sleep(MINUTE);
                Look::Minute
            }
            None => {
                thread::sleep(MINUTE);
                Look::Minute
            }
        };
        // Where many wait already, one of them will look for this one too.
        if let Err(TrySendError::Disconnected(_)) = looks.try_send(look) {
            return;
        }
    }
}
