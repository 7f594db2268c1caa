//! Tells speech-dispatcher from the side which language to speak. `tts` can only choose among voices, and lists all of them for that twice: with espeak-ng
//! those are 13,000, four seconds and more in which somebody who pressed 「声で きく」 hears nothing. A language takes a
//! millisecond. (Speech Synthesis Interface Protocol, SSIP 1.0: the same socket, the same server, one more connection.)

use std::{
    env,
    io::{self, BufRead as _, BufReader, Write as _},
    os::unix::net::UnixStream,
    path::PathBuf,
    time::Duration,
};

/// A server that hangs is not waited for.
const PATIENCE: Duration = Duration::from_secs(2);
/// The synthesiser whose languages are known to be there.
const ESPEAK: &str = "espeak-ng";

/// Everybody who is connected speaks this language from now on; the kiosk is alone on its machine. Fails where espeak-ng does not speak.
pub(super) fn speak_in(language: &str) -> io::Result<()> {
    let mut server = Server::connect()?;
    server.ask("SET self CLIENT_NAME engawa:aside:main")?;
    let module = server.ask("GET OUTPUT_MODULE")?;
    if module != ESPEAK {
        return Err(io::Error::other(format!("{module} speaks, not {ESPEAK}")));
    }
    server.ask(&format!("SET all LANGUAGE {language}"))?;
    server.ask("QUIT").map(drop)
}

struct Server {
    stream: BufReader<UnixStream>,
}

impl Server {
    fn connect() -> io::Result<Self> {
        let path = socket().ok_or_else(|| io::Error::other("speech-dispatcher is not reached by a socket here"))?;
        let stream = UnixStream::connect(path)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(Self { stream: BufReader::new(stream) })
    }

    /// One order; what the server answers besides that it is done.
    fn ask(&mut self, order: &str) -> io::Result<String> {
        self.stream.get_mut().write_all(format!("{order}\r\n").as_bytes())?;
        let mut data = String::new();
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line)?;
            // Three digits; a hyphen while more lines follow. 2 is done, everything else is not.
            match (line.get(..1), line.get(3..4), line.get(4..)) {
                (Some("2"), Some("-"), Some(more)) => more.trim_end().clone_into(&mut data),
                (Some("2"), Some(" "), _) => return Ok(data),
                _ => return Err(io::Error::other(format!("{order}: {}", line.trim_end()))),
            }
        }
    }
}

/// Where libspeechd finds the server, too.
fn socket() -> Option<PathBuf> {
    if let Some(address) = env::var_os("SPEECHD_ADDRESS") {
        return address.to_str()?.strip_prefix("unix_socket:").map(PathBuf::from);
    }
    let run = env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let cache = || env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cache")));
    Some(run.or_else(cache)?.join("speech-dispatcher/speechd.sock"))
}
