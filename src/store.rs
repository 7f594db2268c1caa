//! The memory of the kiosk on disk: what it shows (`content.db`, which can always be made again) and what only it knows (`state.db`).
//!
//! Nothing a visitor types, chooses or reads is ever written. Whatever the disk is like, something can be read: a damaged
//! database is set aside and made again, a disk that cannot be written is read, and where nothing can be read
//! all is kept in memory; each of these is told as a [`Trouble`]. One thread owns the store and does its jobs one after the other.

mod band;
mod board;
mod course;
mod database;
mod document;
mod feeds;
mod generations;
mod home;
mod ledger;
mod own;
mod packs;
mod pin;
mod places;
mod procedure;
mod query;
mod retention;
mod search;
mod sentences;
mod settings;
mod shelves;
mod sky;
mod telegrams;
mod terms;
mod town;
mod trouble;
mod uses;

pub use feeds::{FeedState, Notice};
pub use generations::Installed;
pub use ledger::{Broken, Event, Head, ModeName, Record, Role};
pub use own::FirstPin;
pub use places::{Joined, PlaceFile};
pub use retention::Swept;
pub use search::Hit;
pub use telegrams::{Received, Telegrams};
pub use trouble::{Part, StoreError, Trouble};

use crate::{
    clock::Clock,
    config::Mode,
    content::{Credit, Entry, Guide, Pack, PackError},
    job::PinAnswer,
    words::Tongue,
};
use database::Schema;
use home::Lock;
use rusqlite::Connection;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

const CONTENT: Schema = Schema {
    part: Part::Content,
    file: "content.db",
    application: i32::from_be_bytes(*b"EgwC"),
    steps: &[
        include_str!("store/sql/content/0001.sql"),
        include_str!("store/sql/content/0002.sql"),
        include_str!("store/sql/content/0003.sql"),
    ],
    oldest: 1,
};

const STATE: Schema = Schema {
    part: Part::State,
    file: "state.db",
    application: i32::from_be_bytes(*b"EgwS"),
    steps: &[
        include_str!("store/sql/state/0001.sql"),
        include_str!("store/sql/state/0002.sql"),
        include_str!("store/sql/state/0003.sql"),
    ],
    oldest: 1,
};

/// The databases of one kiosk.
pub struct Store {
    /// `None`: nothing of this store is on a disk.
    home: Option<PathBuf>,
    clock: Arc<dyn Clock>,
    content: Connection,
    state: Connection,
    places: Connection,
    wait: Option<pin::Wait>,
    /// Held as long as the store lives; the system lets go of it when the process ends, however it ends.
    _lock: Option<Lock>,
}

impl Store {
    /// Opens what is in `home`, for this process alone. A content that was damaged is made again from the kept packs; what
    /// is still missing then is brought by [`Store::furnish`].
    ///
    /// # Errors
    /// [`StoreError::Busy`] when another process has it; everything else that the disk can do is lived with.
    pub fn open(home: &Path, clock: Arc<dyn Clock>) -> Result<(Self, Vec<Trouble>), StoreError> {
        let lock = home::enter(home)?;
        let (content, mut troubles) = database::open_best(home, &CONTENT)?;
        let (state, more) = database::open_best(home, &STATE)?;
        let (places, own) = places::open_best(home)?;
        let home = Some(home.to_owned());
        let mut store = Self { home, clock, content, state, places, wait: None, _lock: lock };
        troubles.extend(more.into_iter().chain(own));
        store.make_again(&mut troubles)?;
        generations::sweep(&mut store.content).ok();
        Ok((store, troubles))
    }

    /// Opens what is in `home` beside a running kiosk, without writing anything. `None` when there is nothing to read. What staff set is
    /// read whatever form an earlier program left it in; content of another form is as if it were not there.
    pub fn open_to_read(home: &Path, clock: Arc<dyn Clock>) -> Option<Self> {
        let state = database::open_any_form(&home.join(STATE.file), &STATE, STATE.oldest).ok()?;
        let content = database::open_to_read(&home.join(CONTENT.file), &CONTENT);
        let content = content.or_else(|_| database::in_memory(&CONTENT)).ok()?;
        let places = places::open_to_read(home)?;
        Some(Self { home: None, clock, content, state, places, wait: None, _lock: None })
    }

    /// A store that is gone with the process.
    pub fn in_memory(clock: Arc<dyn Clock>) -> Result<Self, StoreError> {
        let (content, state) = (database::in_memory(&CONTENT)?, database::in_memory(&STATE)?);
        let places = database::in_memory(&places::PLACES)?;
        Ok(Self { home: None, clock, content, state, places, wait: None, _lock: None })
    }

    /// Installs the content that the program carries, unless content from elsewhere is shown. `recipe` names all that it is made
    /// of; when it is the one that is shown already, `build` is not called. Content that cannot be written is kept in memory.
    pub fn furnish(
        &mut self,
        recipe: &[u8],
        build: impl FnOnce() -> Result<Pack, PackError>,
    ) -> Result<Vec<Trouble>, StoreError> {
        let digest = packs::digest(recipe);
        let revision = format!("{BUILT_IN}{}", packs::hex(&digest));
        let shown = generations::revision_shown(&self.content, packs::CORE)?;
        if shown.as_ref().is_some_and(|shown| *shown == revision || !shown.starts_with(BUILT_IN)) {
            return Ok(vec![]);
        }
        let pack = build().map_err(|err| StoreError::Pack(err.to_string()))?;
        let shipment = packs::shipment(&pack, revision, digest)?;
        let Err(err) = generations::install(&mut self.content, &shipment) else { return Ok(vec![]) };
        let (part, path, why) = (Part::Content, self.path(&CONTENT), err.to_string());
        if shown.is_some() {
            return Ok(vec![Trouble::ReadOnly { part, path, why }]);
        }
        self.content = database::in_memory(&CONTENT)?;
        generations::install(&mut self.content, &shipment)?;
        Ok(vec![Trouble::InMemory { part, path, why }])
    }

    /// Shows `pack` instead of all other content for as long as the process lives; the disk keeps what it has.
    pub fn show_instead(&mut self, pack: &Pack) -> Result<(), StoreError> {
        let shipment = packs::shipment(pack, "given".to_owned(), [0; 32])?;
        let mut content = database::in_memory(&CONTENT)?;
        generations::install(&mut content, &shipment)?;
        self.content = content;
        Ok(())
    }

    /// Shows the content of a pack from now on: all of it or, when anything is wrong, nothing.
    pub fn install(&mut self, bytes: &[u8]) -> Result<Installed, StoreError> {
        let pack = Pack::from_bytes(bytes).map_err(|err| StoreError::Pack(err.to_string()))?;
        let digest = packs::digest(bytes);
        let revision = packs::hex(&digest);
        if let Some(home) = &self.home {
            packs::keep(home, bytes)?;
        }
        let done = generations::install(&mut self.content, &packs::shipment(&pack, revision.clone(), digest)?)?;
        self.tidy_packs();
        if done == Installed::New {
            self.note(&Event::ContentInstalled { revision });
        }
        Ok(done)
    }

    /// Shows the content before the present one again.
    pub fn go_back(&mut self) -> Result<(), StoreError> {
        generations::go_back(&self.content, packs::CORE)?;
        self.tidy_packs();
        self.note(&Event::ContentWentBack);
        Ok(())
    }

    /// Looks at every page of both databases, every document and every entry of the ledger, and makes again what is damaged. Takes
    /// long: for after the first frame. What is missing afterwards is brought by [`Store::furnish`].
    pub fn check(&mut self) -> Result<Vec<Trouble>, StoreError> {
        let mut troubles = vec![];
        let sound = database::is_sound(&self.content)? && generations::verify_shown(&self.content).is_ok();
        if !sound && self.home.is_some() {
            self.renew_content(&mut troubles)?;
        }
        self.check_places(&mut troubles)?;
        match ledger::verify(&self.state) {
            Ok(_) => {}
            Err(Broken::Missing { seq } | Broken::Changed { seq } | Broken::CutOff { seq }) => {
                troubles.push(Trouble::LedgerBroken { at: seq });
            }
            Err(Broken::Store(err)) => return Err(err),
        }
        Ok(troubles)
    }

    /// True when there is nothing to show.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(generations::revision_shown(&self.content, packs::CORE)?.is_none())
    }

    /// What stands in `groups`: group by group, each in the order of its pack, everything once and in the reader's best tongue.
    pub fn shelf(&self, groups: &[impl AsRef<str>], tongue: &Tongue) -> Result<Vec<Entry>, StoreError> {
        shelves::shelf(&self.content, groups, tongue)
    }

    /// The guide or answer in the reader's best tongue.
    pub fn guide(&self, id: &str, tongue: &Tongue) -> Result<Option<Guide>, StoreError> {
        shelves::guide(&self.content, id, tongue)
    }

    /// Whom to thank.
    pub fn credits(&self) -> Result<Vec<Credit>, StoreError> {
        shelves::credits(&self.content)
    }

    /// At most `limit` items for what was typed so far, best first.
    pub fn search(&self, typed: &str, tongue: &Tongue, limit: usize) -> Result<Vec<Hit>, StoreError> {
        search::everywhere([&self.content, &self.places], typed, tongue, limit)
    }

    /// Draws a new staff PIN and makes it the one that counts. It is told this once and kept only as a hash.
    pub fn draw_pin(&mut self) -> Result<String, StoreError> {
        let pin = pin::draw()?;
        self.set_pin(&pin)?;
        Ok(pin)
    }

    /// As [`Store::draw_pin`], from outside: also while a kiosk is running in `home`, which takes it at once.
    pub fn draw_pin_in(home: &Path, clock: &dyn Clock) -> Result<String, StoreError> {
        home::make(home).map_err(StoreError::io("making", home))?;
        let mut state = database::open(&home.join(STATE.file), &STATE)?;
        let pin = pin::draw()?;
        pin::set(&state, &pin)?;
        ledger::append(&mut state, clock.now(), &Event::PinSet)?;
        Ok(pin)
    }

    /// Makes `pin` the staff PIN; weak ones are refused.
    pub fn set_pin(&mut self, pin: &str) -> Result<(), StoreError> {
        pin::set(&self.state, pin)?;
        self.wait = None;
        self.note(&Event::PinSet);
        Ok(())
    }

    /// Whether there is a PIN at all; the first one is given out by [`Store::draw_pin`].
    pub fn has_pin(&self) -> Result<bool, StoreError> {
        pin::is_set(&self.state)
    }

    /// Judges a number given at the staff door. [`PinAnswer::Unset`] only where it is certain that none was ever set.
    pub fn check_pin(&mut self, pin: &str) -> Result<PinAnswer, StoreError> {
        let answer = pin::check(&self.state, self.clock.as_ref(), &mut self.wait, pin)?;
        match answer {
            PinAnswer::Right => self.note(&Event::StaffEntered),
            PinAnswer::Wait(long) if self.wait.is_some_and(|wait| wait.is_new(self.clock.as_ref())) => {
                self.note(&Event::StaffDoorShut { seconds: long.as_secs() });
            }
            PinAnswer::Unset if !self.state_is_whole() => return Err(StoreError::PinLost),
            PinAnswer::Wait(_) | PinAnswer::Wrong { .. } | PinAnswer::Unset => {}
        }
        Ok(answer)
    }

    /// What staff last chose; `None` when they never did.
    pub fn mode(&self) -> Result<Option<Mode>, StoreError> {
        Ok(settings::get(&self.state, settings::MODE)?.as_deref().and_then(settings::mode))
    }

    /// Pixels in a millimetre of this kiosk's panel, as staff measured them; `None` when they never did.
    pub fn px_per_mm(&self) -> Result<Option<f32>, StoreError> {
        Ok(settings::get(&self.state, settings::DENSITY)?.and_then(|kept| kept.parse().ok()))
    }

    pub fn set_px_per_mm(&mut self, px_per_mm: f32) -> Result<(), StoreError> {
        settings::set(&self.state, settings::DENSITY, &px_per_mm.to_string())
    }

    pub fn set_mode(&mut self, mode: Mode) -> Result<(), StoreError> {
        settings::set(&self.state, settings::MODE, settings::mode_name(mode))?;
        self.note(&Event::ModeChanged { to: ModeName(mode) });
        Ok(())
    }

    /// Staff confirmed the clock. That holds until the machine is switched off: `boot` names the time since it was switched on.
    pub fn trust_clock(&mut self, boot: &str) -> Result<(), StoreError> {
        settings::set(&self.state, settings::CLOCK, boot)?;
        self.note(&Event::ClockTrusted);
        Ok(())
    }

    pub fn is_clock_trusted(&self, boot: &str) -> Result<bool, StoreError> {
        Ok(settings::get(&self.state, settings::CLOCK)?.is_some_and(|kept| kept == boot))
    }
}

/// Begins the revision of the content that comes with the program.
const BUILT_IN: &str = "built-in ";

impl Store {
    /// After opening: whatever was set aside is made again as far as the disk still knows it.
    fn make_again(&mut self, troubles: &mut Vec<Trouble>) -> Result<(), StoreError> {
        let kept = |part| {
            troubles.iter().find_map(|trouble| match trouble {
                Trouble::SetAside { part: of, kept_as, .. } if *of == part => Some(kept_as.clone()),
                _ => None,
            })
        };
        let (content, state) = (kept(Part::Content), kept(Part::State));
        if let Some(kept_as) = state {
            home::salvage(&kept_as, &self.state);
            self.note_set_aside(&kept_as);
        }
        if let Some(kept_as) = content {
            self.note_set_aside(&kept_as);
            self.reinstall(troubles)?;
        }
        Ok(())
    }

    fn renew_content(&mut self, troubles: &mut Vec<Trouble>) -> Result<(), StoreError> {
        let path = self.path(&CONTENT);
        // Closes the damaged one, so that nothing writes to it while it is renamed.
        self.content = database::in_memory(&CONTENT)?;
        let why = "a check found it damaged".to_owned();
        let (content, more) = database::renew(&path, &CONTENT, why)?;
        self.content = content;
        troubles.extend(more);
        if let Some(Trouble::SetAside { kept_as, .. }) = troubles.last() {
            let kept_as = kept_as.clone();
            self.note_set_aside(&kept_as);
        }
        self.reinstall(troubles)
    }

    /// From the kept packs, the one shown last before all others.
    fn reinstall(&mut self, troubles: &mut Vec<Trouble>) -> Result<(), StoreError> {
        let Some(home) = &self.home else { return Ok(()) };
        let last = settings::get(&self.state, settings::CORE_PACK).unwrap_or_default();
        let (good, more) = packs::usable(home, last.as_deref());
        troubles.extend(more);
        let Some(bytes) = good.first() else { return Ok(()) };
        let pack = Pack::from_bytes(bytes).map_err(|err| StoreError::Pack(err.to_string()))?;
        let digest = packs::digest(bytes);
        generations::install(&mut self.content, &packs::shipment(&pack, packs::hex(&digest), digest)?).map(drop)
    }

    /// Forgets packs that are of no use any more, and remembers which one is shown.
    fn tidy_packs(&self) {
        let Some(home) = &self.home else { return };
        if let Ok(needed) = generations::digests_kept(&self.content, packs::CORE) {
            if let Some(shown) = needed.first() {
                settings::set(&self.state, settings::CORE_PACK, &packs::hex(shown)).ok();
            }
            packs::clear(home, &needed);
        }
    }

    fn note_set_aside(&mut self, kept_as: &Path) {
        let kept = kept_as.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.note(&Event::SetAside { kept });
    }

    /// Records what was done already; that the record itself cannot be written must not undo it.
    fn note(&mut self, event: &Event) {
        if let Err(err) = self.ledger_append(event) {
            log::warn!("{err}");
        }
    }

    /// The state was on disk from the first day on: what is not in it never was.
    fn state_is_whole(&self) -> bool {
        let on_disk = self.state.path().is_some_and(|path| !path.is_empty());
        on_disk && !database::was_set_aside(&self.path(&STATE))
    }

    fn path(&self, schema: &Schema) -> PathBuf {
        self.home.as_deref().unwrap_or(Path::new(":memory:")).join(schema.file)
    }
}
