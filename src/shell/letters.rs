//! The faces of the letters, read on a thread of their own: font files are tens of megabytes, and a frame reads no file. Until the faces
//! of another language have come, the page stays as it is, in the language and the letters that are there.

use super::parts;
use crate::{
    job::{Answer, Part, PartState, Report},
    look::fonts::{Faces, Fonts, Lacking},
    words::{Tongue, Words},
};
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use std::{sync::Arc, thread, time::Duration};

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

/// Where faces are asked for.
pub(super) struct Letters {
    ask: Sender<Wish>,
    news: Receiver<News>,
    /// The words that wait for their letters.
    held: Option<(Tongue, Report)>,
}

impl Letters {
    /// Starts the thread; `wake` makes the window look at what has come. Without a thread the fonts read for themselves.
    pub(super) fn start(wake: impl Fn() + Send + 'static) -> (Arc<Fonts>, Option<Self>) {
        let (ask, wishes) = bounded(WAITING);
        let (out, news) = bounded(WAITING);
        let signs = ask.clone();
        // What finds no room is asked for again with the next face.
        let fonts = Arc::new(Fonts::default().asking(move |lacking| {
            signs.try_send(Wish::Sign(lacking)).ok();
        }));
        let clerk = Clerk { fonts: Arc::clone(&fonts), wishes, out };
        let run = move || clerk.run(&wake);
        match thread::Builder::new().name("letters".to_owned()).spawn(run) {
            Ok(_) => (fonts, Some(Self { ask, news, held: None })),
            Err(error) => {
                log::warn!("no thread for letters: {error}");
                (Arc::default(), None)
            }
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
}

impl Clerk {
    fn run(&self, wake: &dyn Fn()) {
        let mut looked_over = false;
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
            if any {
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

    #[test]
    fn words_wait_for_their_letters_and_the_newest_count() {
        let (_, letters) = Letters::start(|| {});
        let mut letters = letters.unwrap();
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
        let (_, letters) = Letters::start(|| {});
        let mut letters = letters.unwrap();
        assert!(letters.pass(words(&Tongue::EN), &Tongue::JA).is_none());
        assert!(letters.pass(words(&Tongue::JA), &Tongue::JA).is_some());
        assert_eq!(letters.release(&Tongue::EN), None);
    }

    #[test]
    fn a_sign_that_is_lacking_is_fetched() {
        let (fonts, letters) = Letters::start(|| {});
        let ctx = egui::Context::default();
        fonts.install(&ctx, fonts.prepare(&Tongue::JA));
        let look = |ui: &mut egui::Ui| {
            ui.ctx().fonts_mut(|fonts| fonts.has_glyph(&crate::look::fonts::face(20.0, false), 'ế'));
        };
        ctx.run_ui(egui::RawInput::default(), look).textures_delta.clear();
        assert!(matches!(wait(&letters.unwrap().news), News::Signs));
    }
}
