//! One document, whole: asked for with what is here of it, within what may be spent, and never taken for what it is not.

use super::{
    Body, Budget, Fault, Have, Mark, PER_REQUEST, Parts, Request, Transport, What,
    part::{Part, Stopped, copy},
};
use jiff::Timestamp;
use std::{fs::File, io};

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    pub url: &'a str,
    /// The version that is known already.
    pub known: Option<&'a Mark>,
    /// Bytes; what is larger is not taken.
    pub most: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    Same { date: Option<Timestamp> },
    New { bytes: Vec<u8>, mark: Mark, date: Option<Timestamp> },
}

/// Fetches a document. What came before a fault stays in `parts`, and the next call asks for the rest.
///
/// # Errors
/// [`Fault`] names the address, what happened and what helps.
pub fn fetch(
    transport: &dyn Transport,
    wanted: Wanted<'_>,
    parts: &Parts,
    budget: &mut Budget,
) -> Result<Fetched, Fault> {
    let Wanted { url, known, most } = wanted;
    if budget.left() < PER_REQUEST {
        return Err(Fault::Spent { url: url.to_owned() });
    }
    budget.spend(PER_REQUEST);
    let part = parts.part(url);
    let here = part.here().filter(|(bytes, _)| *bytes < most);
    let have = match (&here, known) {
        (Some((bytes, mark)), _) => Have::Part { mark, bytes: *bytes },
        (None, Some(mark)) => Have::Whole(mark),
        (None, None) => Have::Nothing,
    };
    let reply = transport.ask(&Request { url, have }).inspect_err(|fault| {
        // What is here does not fit what the server has (416), or is gone: from the beginning next time.
        if matches!(fault, Fault::Absent { .. }) {
            part.drop();
        }
    })?;
    let (body, before, file) = match reply.what {
        What::Same => return Ok(Fetched::Same { date: reply.date }),
        What::Whole(body) => (body, 0, part.begin(&reply.mark)),
        What::Rest(body) => (body, here.map_or(0, |(bytes, _)| bytes), part.go_on()),
    };
    if body.page {
        part.drop();
        return Err(Fault::WebPage { url: url.to_owned() });
    }
    let file = file.map_err(disk(url))?;
    let bytes = take_in(body, file, before, &part, Limits { url, most, budget })?;
    parts.sweep();
    if is_page(&bytes) {
        return Err(Fault::WebPage { url: url.to_owned() });
    }
    Ok(Fetched::New { bytes, mark: reply.mark, date: reply.date })
}

struct Limits<'a> {
    url: &'a str,
    most: u64,
    budget: &'a mut Budget,
}

fn take_in(mut body: Body, mut file: File, before: u64, part: &Part, limits: Limits<'_>) -> Result<Vec<u8>, Fault> {
    let Limits { url, most, budget } = limits;
    let address = || url.to_owned();
    let whole = body.len.map(|len| before.saturating_add(len));
    if whole.is_some_and(|whole| whole > most) {
        part.drop();
        return Err(Fault::TooLarge { url: address(), most });
    }
    // One byte more than is taken, so that a body that does not say its size is seen to be too large.
    let room = most.saturating_sub(before).saturating_add(1).min(budget.left());
    let (came, stopped) = copy(&mut body.bytes, &mut file, room);
    budget.spend(came);
    drop(file);
    let got = before + came;
    match stopped {
        Some(Stopped::Disk(err)) => return Err(disk(url)(err)),
        Some(Stopped::Network(err)) if err.kind() == io::ErrorKind::TimedOut => {
            return Err(Fault::Silent { url: address() });
        }
        Some(Stopped::Network(_)) => return Err(Fault::CutOff { url: address(), got, of: whole.unwrap_or(0) }),
        None => {}
    }
    if got > most {
        part.drop();
        return Err(Fault::TooLarge { url: address(), most });
    }
    if budget.left() == 0 {
        return Err(Fault::Spent { url: address() });
    }
    if let Some(of) = whole.filter(|whole| got < *whole) {
        return Err(Fault::CutOff { url: address(), got, of });
    }
    part.take().map_err(disk(url))
}

fn disk(url: &str) -> impl Fn(io::Error) -> Fault {
    move |err| Fault::Disk { url: url.to_owned(), why: err.to_string() }
}

/// Whatever it calls itself: what begins like a page for a browser is one.
fn is_page(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(512)).unwrap_or_default().to_ascii_lowercase();
    let text = String::from_utf8_lossy(&start);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with("<!doctype html") || text.starts_with("<html")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use std::cell::RefCell;

    const URL: &str = "https://a.jp/x.xml";

    /// What the server does with the next question.
    enum Does {
        Same,
        Whole { bytes: &'static str, len: u64 },
        Rest { bytes: &'static str },
        Page,
        Fails(Fault),
    }

    /// A server that does one thing after the other, and remembers from which byte it was asked.
    struct Server(RefCell<Vec<Does>>, RefCell<Vec<u64>>);

    impl Transport for Server {
        fn ask(&self, request: &Request<'_>) -> Result<crate::sync::Reply, Fault> {
            let from = if let Have::Part { bytes, .. } = request.have { bytes } else { 0 };
            self.1.borrow_mut().push(from);
            let body = |bytes: &'static str, len| Body { bytes: Box::new(bytes.as_bytes()), len, page: false };
            let what = match self.0.borrow_mut().remove(0) {
                Does::Same => What::Same,
                Does::Whole { bytes, len } => What::Whole(body(bytes, Some(len))),
                Does::Rest { bytes } => What::Rest(body(bytes, Some(bytes.len() as u64))),
                Does::Page => What::Whole(body("\n <!DOCTYPE HTML><p>Wi-Fi", None)),
                Does::Fails(fault) => return Err(fault),
            };
            let mark = Mark { etag: Some("\"1\"".to_owned()), modified: None };
            Ok(crate::sync::Reply { what, mark, date: None })
        }
    }

    /// Asks once for every thing that the server does; what came, by its text or its reason.
    fn ask(does: Vec<Does>, most: u64, day: u64) -> (Vec<String>, Vec<u64>, u64) {
        let home = tempfile::tempdir().unwrap();
        let parts = Parts::of(home.path());
        let mut budget = Budget::today(date(2026, 11, 21), day, None);
        let times = does.len();
        let server = Server(RefCell::new(does), RefCell::default());
        let wanted = Wanted { url: URL, known: None, most };
        let mut came = vec![];
        for _ in 0..times {
            came.push(match fetch(&server, wanted, &parts, &mut budget) {
                Ok(Fetched::New { bytes, .. }) => String::from_utf8(bytes).unwrap(),
                Ok(Fetched::Same { .. }) => "same".to_owned(),
                Err(fault) => fault.to_string(),
            });
        }
        let asked = server.1.into_inner();
        (came, asked, budget.spent)
    }

    #[test]
    fn half_a_file_is_kept_and_the_rest_alone_is_asked_for() {
        let does = vec![
            Does::Whole { bytes: "<a>", len: 7 },
            Does::Fails(Fault::Silent { url: URL.to_owned() }),
            Does::Rest { bytes: "</a>" },
            Does::Same,
        ];
        let (came, asked, spent) = ask(does, 100, 1_000_000);
        assert!(came[0].contains("3 of 7"), "{came:?}");
        assert_eq!(came[2..], ["<a></a>", "same"]);
        assert_eq!(asked, [0, 3, 3, 0]);
        assert_eq!(spent, 4 * PER_REQUEST + 7);
    }

    #[test]
    fn another_version_begins_anew_and_one_that_is_gone_too() {
        let half = || Does::Whole { bytes: "<a>", len: 7 };
        let gone = || Does::Fails(Fault::Absent { url: URL.to_owned(), status: 416 });
        let whole = || Does::Whole { bytes: "<b></b>", len: 7 };
        let (came, asked, _) = ask(vec![half(), whole()], 100, 1_000_000);
        assert_eq!((came[1].as_str(), asked), ("<b></b>", vec![0, 3]));
        let (came, asked, _) = ask(vec![half(), gone(), whole()], 100, 1_000_000);
        assert_eq!((came[2].as_str(), asked), ("<b></b>", vec![0, 3, 0]));
    }

    #[test]
    fn what_is_not_what_was_asked_for_is_refused_with_its_reason() {
        let whole = |len| Does::Whole { bytes: "<a></a>", len };
        for (does, most, day, why) in [
            (Does::Page, 100, 1_000_000, "web page"),
            (whole(7), 6, 1_000_000, "larger than 6"),
            (whole(1 << 40), 100, 1_000_000, "larger than 100"),
            (whole(7), 100, PER_REQUEST - 1, "tomorrow"),
            (whole(7), 100, PER_REQUEST + 3, "tomorrow"),
        ] {
            let (came, ..) = ask(vec![does], most, day);
            assert!(came[0].contains(why), "{came:?}");
        }
    }

    #[test]
    fn a_half_outlives_the_process_and_old_halves_are_swept() {
        let home = tempfile::tempdir().unwrap();
        let mark = Mark { etag: None, modified: Some("Sat, 21 Nov 2026 09:00:00 GMT".to_owned()) };
        for n in 0..40 {
            let part = Parts::of(home.path()).part(&format!("{URL}{n}"));
            io::Write::write_all(&mut part.begin(&mark).unwrap(), b"half").unwrap();
        }
        let parts = Parts::of(home.path());
        assert_eq!(parts.part(&format!("{URL}39")).here(), Some((4, mark.clone())));
        parts.sweep();
        let left = std::fs::read_dir(home.path().join("incoming")).unwrap().count();
        assert_eq!(left, 64);
        let none = Mark { etag: Some("W/\"weak\"".to_owned()), modified: None };
        let part = parts.part("weak");
        io::Write::write_all(&mut part.begin(&none).unwrap(), b"half").unwrap();
        assert_eq!(part.here(), None, "nobody can say what a half with a weak tag belongs to");
    }
}
