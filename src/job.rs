//! What leaves the pure part of the kiosk and what comes back: values only. Whoever does a job (a desk, the shell) is not named here.

mod board;
mod danger;
mod paper;
mod places;
mod setup;

pub use board::{Post, Wall};
pub use danger::{Look, News, Overheard, Situation};
pub use paper::{Print, PrintTrouble};
pub use places::{Near, Nearby, Origin, SAMPLE, STAFF, Spot, Stock, Told, Wanted, Way};
pub use setup::{Hand, Printers};

use crate::{
    alert::Sky,
    config::{Change, Mode, Own},
    content::{Credit, Entry, Guide, Kind},
    phone::{Course, Listed},
    place::LatLon,
    procedure::Navigator,
    reader::{Problem, Wording},
    reading::{Heard, Order},
    words::{Line, Tongue, Words},
};
use smol_str::SmolStr;
use std::{collections::BTreeMap, fmt, sync::Arc, time::Duration};

/// One person's stay, from the first press to 「おわる」. A report that was asked for in another visit is dropped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Visit(pub u64);

impl Visit {
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.wrapping_add(1))
    }
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Job {
    Store {
        visit: Visit,
        job: StoreJob,
    },
    Voice(Order),
    /// Find out what stands for the town, at the desk that watches over telegrams.
    Look(Look),
    Print {
        visit: Visit,
        print: Box<Print>,
    },
    Shell(ShellJob),
}

/// What only the store can answer.
#[derive(Clone, Debug, PartialEq)]
pub enum StoreJob {
    /// The words of the kiosk in another tongue.
    Words(Tongue),
    /// What can be opened in these groups, for a shelf.
    Shelf {
        groups: Vec<SmolStr>,
        tongue: Tongue,
    },
    Guide {
        id: SmolStr,
        tongue: Tongue,
    },
    /// What is found for these words. Only the newest is of interest.
    Search {
        words: Typed,
        tongue: Tongue,
    },
    Sources(Tongue),
    /// Every lesson on the practice phone, for a shelf.
    Lessons,
    /// One lesson with the world it is played in; with an empty name the world alone.
    Lesson(SmolStr),
    /// One navigator with its cards.
    Navigator(SmolStr),
    /// Where what is shown asks the town for something.
    Uses,
    /// Which kinds of places there are.
    Places,
    /// The places around.
    Near(Wanted),
    /// One place, seen from where the kiosk stands.
    Spot {
        id: SmolStr,
        from: Option<LatLon>,
    },
    /// Staff say how a shelter is.
    Shelter(Told),
    /// What hangs on the notice board.
    Board,
    /// Staff change what hangs there.
    Post(Post),
    Pin(Typed),
    /// How each part is, for staff.
    Parts,
    Mode(Mode),
    /// Staff say that the time shown is right.
    TrustClock,
    /// Keep what staff set, after this change.
    Keep {
        own: Box<Own>,
        change: Change,
    },
    /// Pixels in a millimetre, as a card against the glass showed.
    Density(f32),
    /// Buildings that the town's data know, among which this kiosk may stand: those that answer to what was typed, or the first by name.
    Buildings(Typed),
    /// Which printers the machine knows.
    Printers,
    /// Draw a staff PIN to be written on paper.
    DrawPin(Hand),
    /// Make this the staff PIN.
    SetPin {
        pin: Typed,
        hand: Hand,
    },
}

/// What only the shell can do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShellJob {
    /// A card is as large as an outline that was drawn this many times as wide as one.
    Card(f32),
    /// Start the process anew in place, so that nothing of the visit is left.
    EndVisit,
}

/// What a person typed. Never shown in a log: its `Debug` form tells only how much there is.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed(pub String);

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Typed({} signs)", self.0.chars().count())
    }
}

/// What comes back.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    Store {
        visit: Visit,
        answer: Answer,
    },
    Voice(Heard),
    /// A part of the kiosk changed its state.
    Part(Part),
    /// What staff chose before this process began.
    Mode(Mode),
    /// What staff set before this process began.
    Own(Box<Own>),
    /// What stands for the town of the kiosk, whenever that has changed.
    Situation(Arc<Situation>),
    /// Telegrams came: the kiosk asks what stands now.
    Telegrams,
    /// What hangs on the notice board, before anybody asked.
    Wall(Arc<Wall>),
    /// Somebody else changed the notice board: the kiosk asks what hangs there now.
    Board,
    /// The queue of the printer that stands here; `None`: there is none.
    Printer(Option<SmolStr>),
    Printed {
        visit: Visit,
        printed: Result<(), PrintTrouble>,
    },
}

/// What the store says.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Words(Words),
    Shelf {
        groups: Vec<SmolStr>,
        entries: Arc<[Entry]>,
    },
    /// `None`: there is no such guide.
    Guide {
        id: SmolStr,
        guide: Option<Arc<Guide>>,
    },
    Found {
        words: Typed,
        hits: Vec<Hit>,
    },
    Sources(Arc<[Credit]>),
    Lessons(Arc<[Listed]>),
    /// `None`: there is no such lesson.
    Lesson {
        id: SmolStr,
        course: Option<Arc<Course>>,
    },
    /// `None`: there is no such navigator.
    Navigator {
        id: SmolStr,
        navigator: Option<Arc<Navigator>>,
    },
    Uses(Arc<Uses>),
    Places(Vec<Stock>),
    Near(Arc<Nearby>),
    Board(Arc<Wall>),
    /// `None`: there is no such place.
    Spot {
        id: SmolStr,
        near: Option<Near>,
    },
    Pin(PinAnswer),
    Parts(Parts),
    Mode(Mode),
    ClockTrusted,
    /// It is kept.
    Kept,
    Density(f32),
    /// What was typed, the first of those that answer to it, and how many there are.
    Buildings {
        typed: Typed,
        found: Vec<Arc<Spot>>,
        all: usize,
    },
    Printers(Printers),
    /// A number that does not count yet.
    Drawn(Typed),
    PinSet,
    /// There is a staff PIN already.
    PinTaken,
    /// The job could not be done.
    Trouble(StoreJob),
}

/// By the key of each value that a town can give: the titles of all that shows it.
pub type Uses = BTreeMap<SmolStr, Vec<Line>>;

/// Hits that are asked for at once: more than these nobody reads.
pub const HITS: usize = 12;

/// Something that search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub kind: HitKind,
    pub id: SmolStr,
    pub title: Line,
    /// The sentence around the first place where it was found; what was found in it is set off by weight.
    pub snippet: Line,
}

/// What a hit opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HitKind {
    /// A guide, or a question with its answer.
    Told(Kind),
    Place(Origin),
    /// A lesson on the practice phone.
    Lesson,
    /// Something that the town of this kiosk offers (`mooka/line`), or the page of the town (`mooka`).
    Offer,
}

/// The kind of what towns offer, where it is kept among other things.
pub const OFFER: &str = "offer";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinAnswer {
    Right,
    Wrong {
        left: u32,
    },
    /// Too many wrong ones: not before this has passed.
    Wait(Duration),
    /// No number has been set on this kiosk.
    Unset,
}

/// How the kiosk is, for staff.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parts {
    pub parts: Vec<Part>,
    /// What authors and staff should put right in their files.
    pub problems: Vec<Fault>,
    /// What the receiver of satellites hears; `None` where none is wanted.
    pub sky: Option<Sky>,
}

/// One part of the kiosk and how it is. What is the matter with it is a key, so that it is said in whichever tongue is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name is the word `part-<name>`.
    pub name: SmolStr,
    pub state: PartState,
    /// What is the matter, and what to do: the words `trouble-<this>` and `trouble-<this>-remedy`. Empty when it works.
    pub trouble: SmolStr,
    /// The file, the device, the reason of the machine; shown as it is.
    pub about: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartState {
    Works,
    Degraded,
    Missing,
}

impl Part {
    pub fn works(name: &'static str) -> Self {
        Self {
            name: SmolStr::new_static(name),
            state: PartState::Works,
            trouble: SmolStr::default(),
            about: String::new(),
        }
    }

    /// Only partly there: the rest goes on.
    pub fn degraded(name: &'static str, trouble: &'static str, about: impl Into<String>) -> Self {
        let (name, trouble) = (SmolStr::new_static(name), SmolStr::new_static(trouble));
        Self { name, state: PartState::Degraded, trouble, about: about.into() }
    }

    pub fn missing(name: &'static str, trouble: &'static str, about: impl Into<String>) -> Self {
        Self { state: PartState::Missing, ..Self::degraded(name, trouble, about) }
    }
}

/// A problem in a file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub file: String,
    /// From 1; 0 when it concerns the whole file.
    pub line: usize,
    pub message: Wording,
    pub help: Option<Wording>,
}

impl From<&Problem> for Fault {
    fn from(problem: &Problem) -> Self {
        let Problem { file, line, message, help, .. } = problem.clone();
        Self { file, line, message, help }
    }
}
