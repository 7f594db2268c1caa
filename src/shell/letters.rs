//! The faces of the letters, read on a thread of their own: font files are tens of megabytes, and a frame reads no file. Until the faces
//! of another language have come, the page stays as it is, in the language and the letters that are there.

use super::parts;
use crate::{
    job::{Answer, Part, PartState, Report},
    look::fonts::{Faces, Fonts, Lacking},
    words::{Tongue, Words},
};
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use std::{
    sync::{Arc, OnceLock},
    thread,
    time::Duration,
};

/// What is asked of the thread at most before it has done any of it.
const WAITING: usize = 64;
/// By then the first page stands on the slowest machine.
const AFTER: Duration = Duration::from_secs(2);

enum Wish {
    Faces(Tongue),
    Sign(Lacking),
}

/// What comes from the thread.
pub(super) enum News {
    Faces(Faces),
    /// Signs that were lacking can be drawn now.
    Signs,
    /// A tongue on offer is not shown in its own letters.
    Part(Part),
}

/// Makes the window look at what has come.
type Wake = Box<dyn Fn() + Send + Sync>;

/// Where faces are asked for.
pub(super) struct Letters {
    ask: Sender<Wish>,
    news: Receiver<News>,
    /// Set when there is a window.
    wake: Arc<OnceLock<Wake>>,
    /// The words that wait for their letters.
    held: Option<(Tongue, Report)>,
}

impl Letters {
    /// Starts the thread, which begins with the faces of `first`: they are read while the window is opened. Without a thread the fonts
    /// read for themselves.
    pub(super) fn start(first: &Tongue) -> (Arc<Fonts>, Option<Self>) {
        let (ask, wishes) = bounded(WAITING);
        let (out, news) = bounded(WAITING);
        let (signs, first) = (ask.clone(), first.clone());
        // What finds no room is asked for again with the next face.
        let fonts = Arc::new(Fonts::default().asking(move |lacking| {
            signs.try_send(Wish::Sign(lacking)).ok();
        }));
        let wake = Arc::default();
        let clerk = Clerk { fonts: Arc::clone(&fonts), wishes, out, wake: Arc::clone(&wake) };
        match thread::Builder::new().name("letters".to_owned()).spawn(move || clerk.run(&first)) {
            Ok(_) => (fonts, Some(Self { ask, news, wake, held: None })),
            Err(error) => {
                log::warn!("no thread for letters: {error}");
                (Arc::default(), None)
            }
        }
    }

    /// Takes the faces that the thread began with, waiting for them; and from now on the window is told of news.
    pub(super) fn first(&self, wake: impl Fn() + Send + Sync + 'static) -> Option<Faces> {
        self.wake.set(Box::new(wake)).ok();
        match self.news.recv() {
            Ok(News::Faces(faces)) => Some(faces),
            Ok(News::Signs | News::Part(_)) | Err(_) => None,
        }
    }

    /// Keeps back words whose letters are not there, and asks for those; everything else passes. The newest words count.
    pub(super) fn pass(&mut self, report: Report, shown: &Tongue) -> Option<Report> {
        let Report::Store { answer: Answer::Words(words), .. } = &report else { return Some(report) };
        let tongue = words.tongue().clone();
        self.held = None;
        if tongue.script() == shown.script() || !self.wish_for(&tongue) {
            return Some(report);
        }
        self.held = Some((tongue, report));
        None
    }

    /// False where nobody can be asked.
    pub(super) fn wish_for(&self, tongue: &Tongue) -> bool {
        self.ask.try_send(Wish::Faces(tongue.clone())).is_ok()
    }

    pub(super) fn news(&self) -> Vec<News> {
        self.news.try_iter().collect()
    }

    /// The words that waited for these letters.
    pub(super) fn release(&mut self, tongue: &Tongue) -> Option<Report> {
        self.held.take_if(|(waiting, _)| waiting == tongue).map(|(_, report)| report)
    }
}

/// Who sits on the thread.
struct Clerk {
    fonts: Arc<Fonts>,
    wishes: Receiver<Wish>,
    out: Sender<News>,
    wake: Arc<OnceLock<Wake>>,
}

impl Clerk {
    fn run(&self, first: &Tongue) {
        let mut looked_over = false;
        if self.out.send(News::Faces(self.fonts.prepare(first))).is_err() {
            return;
        }
        loop {
            let first = if looked_over {
                self.wishes.recv().map_err(RecvTimeoutError::from)
            } else {
                self.wishes.recv_timeout(AFTER)
            };
            let news = match first {
                Ok(first) => self.fulfil(first),
                Err(RecvTimeoutError::Timeout) => {
                    looked_over = true;
                    self.look_over()
                }
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let any = !news.is_empty();
            if news.into_iter().any(|news| self.out.send(news).is_err()) {
                return;
            }
            if any && let Some(wake) = self.wake.get() {
                wake();
            }
        }
    }

    /// This wish and all that wait by now. Of the tongues only the last is still of interest.
    fn fulfil(&self, first: Wish) -> Vec<News> {
        let (mut tongue, mut more) = (None, false);
        for wish in [first].into_iter().chain(self.wishes.try_iter()) {
            match wish {
                Wish::Faces(wanted) => tongue = Some(wanted),
                Wish::Sign(lacking) => more |= self.fonts.fetch(lacking),
            }
        }
        let faces = tongue.map(|tongue| News::Faces(self.fonts.prepare(&tongue)));
        faces.into_iter().chain(more.then_some(News::Signs)).collect()
    }

    /// Whether every tongue has its letters.
    fn look_over(&self) -> Vec<News> {
        let parts = parts::fonts(&self.fonts, &Words::tongues());
        parts.into_iter().filter(|part| part.state != PartState::Works).map(News::Part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::Visit;

    fn words(tongue: &Tongue) -> Report {
        Report::Store { visit: Visit(1), answer: Answer::Words(Words::shipped(tongue)) }
    }

    fn wait(news: &Receiver<News>) -> News {
        news.recv_timeout(Duration::from_mins(1)).unwrap()
    }

    /// The thread, once its first faces are there.
    fn started() -> (Arc<Fonts>, Letters, Faces) {
        let (fonts, letters) = Letters::start(&Tongue::JA);
        let letters = letters.unwrap();
        let first = letters.first(|| {}).unwrap();
        (fonts, letters, first)
    }

    #[test]
    fn words_wait_for_their_letters_and_the_newest_count() {
        let (_, mut letters, first) = started();
        assert_eq!(first.tongue(), &Tongue::JA, "these are read while the window is opened");
        assert!(letters.pass(words(&Tongue::JA_SIMPLE), &Tongue::JA).is_some(), "these letters are there");
        assert!(letters.pass(words(&Tongue::EN), &Tongue::JA).is_none());
        let News::Faces(faces) = wait(&letters.news) else { panic!("other news") };
        assert_eq!(letters.release(&Tongue::JA), None);
        let Some(Report::Store { answer: Answer::Words(words), .. }) = letters.release(faces.tongue()) else {
            panic!("the words come with their letters")
        };
        assert_eq!(words.tongue(), &Tongue::EN);
    }

    #[test]
    fn who_goes_back_before_the_letters_come_stays() {
        let (_, mut letters, _) = started();
        assert!(letters.pass(words(&Tongue::EN), &Tongue::JA).is_none());
        assert!(letters.pass(words(&Tongue::JA), &Tongue::JA).is_some());
        assert_eq!(letters.release(&Tongue::EN), None);
    }

    #[test]
    fn a_sign_that_is_lacking_is_fetched() {
        let (fonts, letters, first) = started();
        let ctx = egui::Context::default();
        fonts.install(&ctx, first);
        let look = |ui: &mut egui::Ui| {
            ui.ctx().fonts_mut(|fonts| fonts.has_glyph(&crate::look::fonts::face(20.0, false), 'ế'));
        };
        ctx.run_ui(egui::RawInput::default(), look).textures_delta.clear();
        assert!(matches!(wait(&letters.news), News::Signs));
    }
}
