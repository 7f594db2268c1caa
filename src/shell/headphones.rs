//! Headphones: who plugs them in wants to hear, in private. The sound server (PulseAudio, or PipeWire in its place) knows what is plugged
//! in; its own tool tells, on a named thread. Where there is none, nobody can tell, and the kiosk speaks when it is asked to.

use crate::app::Plug;
use crossbeam_channel::{Receiver, Sender};
use std::{
    env,
    io::{self, BufRead, BufReader},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    thread,
};

/// Headphones that are plugged in: the sink and its port that they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Jack {
    sink: String,
    port: String,
}

/// Where it is told; tests bring their own.
pub(super) trait Jacks: Send + 'static {
    /// What is plugged in now.
    fn look(&mut self) -> Option<Jack>;
    /// Waits until something may have changed; `Gone` when nobody will tell any more.
    fn wait(&mut self) -> Told;
    /// From now on the voice is heard there and nowhere else.
    fn route(&mut self, jack: &Jack);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    Changed,
    Gone,
}

/// Listens until it is dropped.
pub(super) struct Headphones {
    news: Receiver<Plug>,
    teller: Option<Child>,
}

impl Headphones {
    /// `None` where no sound server tells of headphones.
    pub(super) fn listen(wake: impl Fn() + Send + 'static) -> Option<Self> {
        let mut teller = pactl()?.arg("subscribe").stdout(Stdio::piped()).spawn().ok()?;
        let lines = BufReader::new(teller.stdout.take()?);
        let news = start(Server { lines }, wake);
        let mut all = Self { news: crossbeam_channel::never(), teller: Some(teller) };
        all.news = news.map_err(|error| log::warn!("no thread for headphones: {error}")).ok()?;
        Some(all)
    }

    pub(super) fn news(&self) -> impl Iterator<Item = Plug> {
        self.news.try_iter()
    }
}

impl Drop for Headphones {
    /// The tool must not outlive the visit: the process is replaced, and its children would stay.
    fn drop(&mut self) {
        if let Some(mut teller) = self.teller.take() {
            teller.kill().ok();
            teller.wait().ok();
        }
    }
}

fn start(jacks: impl Jacks, wake: impl Fn() + Send + 'static) -> io::Result<Receiver<Plug>> {
    let (out, news) = crossbeam_channel::bounded(16);
    thread::Builder::new().name("headphones".to_owned()).spawn(move || listen(jacks, &out, &wake))?;
    Ok(news)
}

fn listen(mut jacks: impl Jacks, out: &Sender<Plug>, wake: &dyn Fn()) {
    let mut was = jacks.look();
    let first = was.iter().map(|_| Plug::There);
    let mut tell = |plug| {
        let told = out.send(plug).is_ok();
        wake();
        told
    };
    if let Some(jack) = &was {
        jacks.route(jack);
    }
    let mut heard = first.into_iter().all(&mut tell);
    while heard && jacks.wait() == Told::Changed {
        let now = jacks.look();
        let plug = match (&was, &now) {
            (None, Some(_)) => Some(Plug::In),
            (Some(_), None) => Some(Plug::Out),
            _ => None,
        };
        if let Some(jack) = now.as_ref().filter(|_| was != now) {
            jacks.route(jack);
        }
        was = now;
        heard = plug.into_iter().all(&mut tell);
    }
}

/// The sound server of this session.
struct Server {
    lines: BufReader<ChildStdout>,
}

impl Jacks for Server {
    fn look(&mut self) -> Option<Jack> {
        let listed = pactl()?.args(["list", "sinks"]).output().ok()?;
        plugged(&String::from_utf8_lossy(&listed.stdout))
    }

    fn wait(&mut self) -> Told {
        let mut line = String::new();
        loop {
            line.clear();
            match self.lines.read_line(&mut line) {
                Ok(0) | Err(_) => return Told::Gone,
                // Not the comings and goings of those who play, which looking is one of.
                Ok(_) if line.contains(" on card #") || line.contains(" on sink #") => return Told::Changed,
                Ok(_) => {}
            }
        }
    }

    fn route(&mut self, jack: &Jack) {
        for told in [&["set-default-sink", &jack.sink][..], &["set-sink-port", &jack.sink, &jack.port]] {
            let done = pactl().and_then(|mut pactl| pactl.args(told).status().ok());
            if !done.is_some_and(|status| status.success()) {
                log::warn!("headphones: {} did not succeed", told.join(" "));
            }
        }
    }
}

/// The tool of the sound server, where one runs. It is never started for this: asking must not make a server where there was none.
fn pactl() -> Option<Command> {
    let told = env::var_os("PULSE_SERVER").is_some();
    let socket = env::var_os("XDG_RUNTIME_DIR").map(|folder| Path::new(&folder).join("pulse/native"));
    let mut command = Command::new("pactl");
    match socket.filter(|socket| socket.exists()) {
        _ if told => {}
        Some(socket) => {
            command.env("PULSE_SERVER", format!("unix:{}", socket.display()));
        }
        None => return None,
    }
    command.env("LC_ALL", "C").stdin(Stdio::null()).stderr(Stdio::null());
    Some(command)
}

/// What `pactl list sinks` says of headphones that are there. Of a port whose jack nobody can feel, nothing is believed.
fn plugged(listed: &str) -> Option<Jack> {
    let mut sink = "";
    for line in listed.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("Name: ") {
            sink = name;
        }
        let Some((port, about)) = line.split_once(": ") else { continue };
        let worn = about.contains("(type: Head") || port.contains("headphone") || port.contains("headset");
        if worn && about.ends_with(", available)") {
            return Some(Jack { sink: sink.to_owned(), port: port.to_owned() });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    const LISTED: &str = "Sink #1\n\tState: SUSPENDED\n\tName: alsa_output.pci-0000_00_1f.3.analog-stereo\n\tDescription: Built-in\n\
        \tPorts:\n\t\tanalog-output-speaker: Speakers (type: Speaker, priority: 10000, availability group: Legacy 1, availability unknown)\n\
        \t\tanalog-output-headphones: Headphones (type: Headphones, priority: 9900, availability group: Legacy 1, NOW)\n\
        \tActive Port: analog-output-speaker\n";

    #[test]
    fn headphones_are_found_where_the_server_feels_them() {
        let there = plugged(&LISTED.replace("NOW", "available")).unwrap();
        assert_eq!(there.sink, "alsa_output.pci-0000_00_1f.3.analog-stereo");
        assert_eq!(there.port, "analog-output-headphones");
        for not in ["not available", "availability unknown"] {
            assert_eq!(plugged(&LISTED.replace("NOW", not)), None, "{not}");
        }
        let speaker = LISTED.replace("1, availability unknown)", "1, available)").replace("NOW", "not available");
        assert_eq!(plugged(&speaker), None, "a speaker is heard by everybody");
        for odd in ["", "Name: x", ":", "headphones: , available)", "a: b: c"] {
            plugged(odd);
        }
    }

    /// What it is told to find, look by look; then nobody tells any more.
    struct Fake {
        looks: Vec<Option<&'static str>>,
        routed: Arc<Mutex<Vec<String>>>,
    }

    impl Jacks for Fake {
        fn look(&mut self) -> Option<Jack> {
            let port = self.looks.remove(0)?;
            Some(Jack { sink: "card".to_owned(), port: port.to_owned() })
        }
        fn wait(&mut self) -> Told {
            if self.looks.is_empty() { Told::Gone } else { Told::Changed }
        }
        fn route(&mut self, jack: &Jack) {
            self.routed.lock().unwrap().push(jack.port.clone());
        }
    }

    fn told(looks: &[Option<&'static str>]) -> (Vec<Plug>, Vec<String>) {
        let routed = Arc::new(Mutex::new(vec![]));
        let news = start(Fake { looks: looks.to_vec(), routed: Arc::clone(&routed) }, || ()).unwrap();
        let plugs = news.iter().collect();
        let routed = routed.lock().unwrap().clone();
        (plugs, routed)
    }

    #[test]
    fn what_changes_is_told_once_and_the_voice_goes_where_it_is_heard() {
        let (a, b) = (Some("headphones"), Some("headset"));
        assert_eq!(told(&[None, None, None]), (vec![], vec![]));
        assert_eq!(told(&[None, a, a, None]).0, [Plug::In, Plug::Out]);
        assert_eq!(told(&[a, a]).0, [Plug::There], "as it was before anybody came");
        assert_eq!(told(&[None, a, b, None, b]).1, ["headphones", "headset", "headset"]);
    }
}
