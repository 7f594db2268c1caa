//! What a kiosk is furnished with, read once from its files: the settings, the words, the content, the readings. Whatever cannot be read
//! is told and replaced by what the program carries: a kiosk opens with any files, or none.

use super::{files, first::first_start, lesson, links, navigate, options::Common, origin::Origin};
use crate::{
    alert::Sky,
    clock::{Clock, Now},
    config::{Config, Mode, Own, Receiver},
    content::{self, NoReadings, Pack, PackError, Readings, SourceFile},
    job::{Fault, Part, Parts, Wall},
    paper, phone, procedure,
    reader::{Problem, Source},
    reading::{Heard, Order, Sound},
    shell::{FirstStart, Inspect},
    store::{Store, Telegrams},
    sync,
    voice::{Device, Equipment, FrontEnd, Voice},
    words::{FONT_FOLDERS, Tongue, Words},
    work::{Desks, Ear, Feeding, Furnish, Keeper, Keeping, Listening, Pressing, Stocking, VoiceDesk, Wake, Watching},
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

pub(super) struct House {
    pub(super) config: Arc<Config>,
    /// What staff set on this kiosk.
    pub(super) own: Own,
    pub(super) clock: Arc<dyn Clock>,
    /// What staff last chose on this kiosk, else what its file says.
    pub(super) mode: Mode,
    /// Pixels in a millimetre, if staff measured them with a card.
    pub(super) card: Option<f32>,
    /// Whether staff should see what is wrong in the kiosk's own file before anybody else comes.
    pub(super) inspect: Inspect,
    /// Whether it asks to be set up before anything else.
    pub(super) setup: FirstStart,
    home: PathBuf,
    /// The files of places that the kiosk's own file names.
    places: Vec<PathBuf>,
    voice: Option<PathBuf>,
    origin: Origin,
    /// `--lessons`; none means what the program carries.
    lessons: Option<PathBuf>,
    /// What authors and staff should put right in their files.
    faults: Vec<Fault>,
    /// Parts that could not be read at all.
    unread: Vec<Part>,
    lang: Option<Tongue>,
}

impl House {
    pub(super) fn read(common: &Common) -> Self {
        let mut unread = vec![];
        let (config, problems) = match common.config() {
            Some(path) => config(&path, &mut unread),
            None => (Config::default(), vec![]),
        };
        // A file that was named and is not there is in `unread` by now; small things wrong in one are only told.
        let wrong = !unread.is_empty() || problems.iter().any(Problem::is_error);
        let faults = problems.iter().map(Fault::from).collect::<Vec<_>>();
        if !faults.is_empty() {
            unread.push(Part::degraded("config", "unread", faults.len().to_string()));
        }
        let origin = Origin::of(common.content.as_deref()).unwrap_or_else(|error| {
            unread.push(Part::degraded("content", "failed", error.to_string()));
            Origin::Shipped
        });
        // Asked before the window opens, so that no page of another mode flashes up.
        let kept = Store::open_to_read(&common.home(), common.clock());
        let mode = kept.as_ref().and_then(|store| store.mode().ok().flatten()).unwrap_or(config.mode);
        let card = kept.as_ref().and_then(|store| store.px_per_mm().ok().flatten());
        let own = kept.as_ref().and_then(|store| store.own().ok()).unwrap_or_default();
        Self {
            mode,
            card,
            inspect: if wrong { Inspect::Yes } else { Inspect::No },
            setup: first_start(&config, &own, kept.as_ref(), &common.home()),
            own,
            places: beside(common.config().as_deref(), &config.places.files),
            config: Arc::new(config),
            clock: common.clock(),
            home: common.home(),
            voice: common.voice(),
            origin,
            lessons: common.lessons.clone(),
            faults,
            unread,
            lang: common.lang.clone(),
        }
    }

    /// The tongue that every visit begins with.
    pub(super) fn first_tongue(&self) -> Tongue {
        let own = || self.own.tongue.clone();
        self.lang.clone().or_else(own).or_else(|| self.config.tongues.first().cloned()).unwrap_or(Tongue::JA)
    }

    /// The words of the kiosk, with those that the folder of `--content` brings.
    pub(super) fn words(&self, tongue: &Tongue) -> Words {
        self.origin.words(tongue)
    }

    /// Parts that do not work as they should, as far as files can tell.
    pub(super) fn troubles(&self) -> Vec<Part> {
        self.unread.clone()
    }

    /// What its guides are, and what is wrong in their files, without readings.
    pub(super) fn content(&self) -> (Pack, Vec<Problem>) {
        content::build(&self.origin.files_or_shipped(), &NoReadings)
    }

    /// What the receiver of satellites hears, by what a kiosk here has kept.
    pub(super) fn sky(&self) -> Option<Sky> {
        sky_of(&self.home, &self.config)()
    }

    /// Sets up the desks.
    pub(super) fn desks(self, wake: Wake) -> Desks {
        let Self { config, clock, home, places, voice, origin, lessons, faults, unread, .. } = self;
        let (own, looked, now) = (origin.clone(), origin.clone(), Arc::clone(&clock));
        let hung = origin.clone();
        let (spoken, ticking) = (voice.clone(), Arc::clone(&clock));
        let watching = Watching { home: home.clone(), clock: Arc::clone(&clock) };
        let published = config.places.url.clone().map(|url| (url.clone(), sync::published(&home, &url)));
        let feeding = feeding(&home, &clock, &config);
        let fonts = FONT_FOLDERS.map(PathBuf::from).into();
        let pressing = Pressing { queue: config.printer.queue.clone(), fonts, printers: Arc::new(paper::printers) };
        let listening = Listening::to_serial_ports(home.clone(), Arc::clone(&clock), config.satellite.clone());
        let sky = sky_of(&home, &config);
        let keeping = Keeping {
            home,
            clock,
            boot: boot(),
            stocking: Stocking { config, files: places, published, readings: reader(voice.clone()) },
            furnish: furnish(origin, lessons.clone(), voice),
            templates: Arc::new(move || Wall::templates(&hung.notices()).0),
            words: Arc::new(move |tongue| own.words(tongue)),
            printers: Arc::new(paper::printers),
            parts: Arc::new(move || {
                let (mut parts, mut problems) = (unread.clone(), faults.clone());
                match looked.files() {
                    Ok(files) => problems.extend(authors(&files, now.now())),
                    Err(error) => parts.push(Part::degraded("content", "failed", error.to_string())),
                }
                match files::lessons(lessons.as_deref()) {
                    Ok(files) => problems.extend(teachers(&files, now.now())),
                    Err(error) => parts.push(Part::degraded("content", "failed", error.to_string())),
                }
                Parts { parts, problems, sky: sky() }
            }),
        };
        Desks::start(
            Box::new(move || Box::new(Keeper::open(keeping.clone()))),
            Box::new(move |ear| mouth(spoken.clone(), Arc::clone(&ticking), ear)),
            wake,
        )
        .watching(watching)
        .feeding(feeding)
        .pressing(pressing)
        .listening(listening)
    }
}

/// Who asks for telegrams: by the kiosk's file and what staff set, as they are at the time. Where the file names nobody to ask, staff's
/// settings name nobody either, and the store is left alone.
fn feeding(home: &Path, clock: &Arc<dyn Clock>, config: &Arc<Config>) -> Feeding {
    let (folder, watch, config) = (home.to_owned(), Arc::clone(clock), Arc::clone(config));
    let now = move || {
        if !config.feeds.is_on() && config.places.url.is_none() {
            return (*config).clone();
        }
        let kept = Store::open_to_read(&folder, Arc::clone(&watch));
        config.with(&kept.and_then(|store| store.own().ok()).unwrap_or_default())
    };
    Feeding::over_the_web(home.to_owned(), Arc::clone(clock), Arc::new(now))
}

/// What the receiver of satellites hears, asked when somebody wants to know; nothing where none is wanted.
fn sky_of(home: &Path, config: &Config) -> impl Fn() -> Option<Sky> + Send + Sync + 'static {
    let (home, wanted) = (home.to_owned(), config.satellite.receiver != Receiver::Off);
    move || {
        let kept = || Telegrams::open_to_read(&home).and_then(|store| store.sky()).ok().flatten();
        wanted.then(|| kept().unwrap_or_default())
    }
}

/// Where the files lie that a file names: beside it.
fn beside(file: Option<&Path>, named: &[PathBuf]) -> Vec<PathBuf> {
    let folder = file.and_then(Path::parent).unwrap_or(Path::new("")).to_owned();
    named.iter().map(|name| folder.join(name)).collect()
}

/// The Japanese front end, loaded when it is wanted; without its dictionary nothing is read.
fn reader(voice: Option<PathBuf>) -> Arc<dyn Fn() -> Box<dyn Readings> + Send + Sync> {
    Arc::new(move || match voice.as_deref().map(FrontEnd::load) {
        Some(Ok(front)) => Box::new(front),
        _ => Box::new(NoReadings),
    })
}

fn config(path: &Path, unread: &mut Vec<Part>) -> (Config, Vec<Problem>) {
    match files::bytes(path) {
        Ok(bytes) => {
            let (source, mut problems) = Source::read(path.display().to_string(), &bytes);
            let (beside, wrong) = files::towns_beside(path);
            let (config, more) = Config::read_among(&source, beside);
            // Only the town that is used matters here.
            let own = config.town.as_ref().map(|town| format!("{}.toml", town.id));
            let used = |problem: &Problem| own.as_ref().is_some_and(|own| Path::new(&problem.file).ends_with(own));
            problems.extend(more.into_iter().chain(wrong.into_iter().filter(used)));
            (config, problems)
        }
        Err(error) => {
            unread.push(Part::missing("config", "failed", error.to_string()));
            (Config::default(), vec![])
        }
    }
}

/// What authors should put right in their content and words, and what was to be checked again by now. Asked for when staff look, on the
/// desk of the store.
fn authors(files: &[SourceFile], now: Now) -> Vec<Fault> {
    let (pack, mut problems) = content::build(files, &NoReadings);
    problems.retain(Problem::is_error);
    let (navigators, more) = procedure::read(files, &NoReadings);
    problems.extend(more.into_iter().filter(Problem::is_error));
    if now.trusted {
        problems.extend(content::overdue(&pack, files, now.jst().date()));
        problems.extend(procedure::overdue(&navigators, files, now.jst().date()));
    }
    problems.extend(files::words(files).1);
    problems.iter().map(Fault::from).collect()
}

/// The same for the practice phone: what is broken in apps and lessons, and what was to be compared with a real phone again by now.
fn teachers(files: &[SourceFile], now: Now) -> Vec<Fault> {
    let (course, mut problems) = phone::read(files, &NoReadings);
    problems.retain(Problem::is_error);
    if now.trusted {
        problems.extend(phone::overdue(&course, files, now.jst().date()));
    }
    problems.iter().map(Fault::from).collect()
}

/// The content as it is built when the store does not have it yet: its files, and the dictionary that reads them.
fn furnish(origin: Origin, lessons: Option<PathBuf>, voice: Option<PathBuf>) -> Furnish {
    let (named, spoken, own) = (origin.clone(), voice.clone(), lessons.clone());
    let build = move || -> Result<Pack, PackError> {
        let front = voice.as_deref().and_then(|folder| FrontEnd::load(folder).ok());
        let readings: &dyn Readings = front.as_ref().map_or(&NoReadings, |front| front);
        let files = origin.files_or_shipped();
        let mut pack = content::build(&files, readings).0;
        navigate::add(&mut pack, &files, readings);
        lesson::add(&mut pack, own.as_deref(), readings);
        links::name(&mut pack);
        Ok(pack)
    };
    let recipe = move || [named.recipe(spoken.as_deref()), lesson::recipe(lessons.as_deref())].concat();
    Furnish { recipe: Arc::new(recipe), build: Arc::new(build) }
}

/// Linux gives the time since the machine was switched on a name of its own; elsewhere nothing is known.
fn boot() -> Option<String> {
    let bytes = files::bytes(Path::new("/proc/sys/kernel/random/boot_id")).ok()?;
    String::from_utf8(bytes).ok().map(|id| id.trim().to_owned())
}

/// Who speaks: the voice on a thread of its own; where no thread can be had, nobody.
fn mouth(folder: Option<PathBuf>, clock: Arc<dyn Clock>, ear: Ear) -> Box<dyn VoiceDesk> {
    let equipment = Equipment { folder, out: Box::new(Device::default()), clock };
    match Voice::start(equipment, Arc::clone(&ear)) {
        Ok(voice) => Box::new(Mouth(voice)),
        Err(err) => {
            log::warn!("voice: {err}");
            Box::new(Silence(ear))
        }
    }
}

struct Mouth(Voice);

impl VoiceDesk for Mouth {
    fn order(&mut self, order: Order) {
        self.0.order(order);
    }
}

/// Nobody speaks.
struct Silence(Ear);

impl VoiceDesk for Silence {
    fn order(&mut self, order: Order) {
        if let Order::Say(said) = order {
            (self.0)(Heard::Sound(Sound::NoVoice));
            (self.0)(Heard::Failed { ticket: said.ticket });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::kiosk;
    use crate::shell::View;

    #[test]
    fn it_starts_on_the_home_page_of_the_mode_that_staff_set() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("kiosk.toml");
        std::fs::write(&file, "mode = \"class\"\nplace = \"公民館《こうみんかん》\"\n").unwrap();
        let common = Common { home: Some(home.path().join("home")), config: Some(file.clone()), ..Common::default() };
        // After switching on, and as a kiosk that stumbled begins again: the same command, read anew.
        let begins = || {
            let options = kiosk::options(House::read(&common), View::Full, None);
            (options.mode, options.open)
        };
        assert_eq!(begins(), (Mode::Class, None), "nobody has set anything: the file counts");
        for mode in [Mode::Shelter, Mode::Everyday, Mode::Class, Mode::Shelter] {
            let (mut store, _) = Store::open(&common.home(), common.clock()).unwrap();
            store.set_mode(mode).unwrap();
            drop(store);
            assert_eq!(begins(), (mode, None), "what staff set counts more than the file");
        }
        std::fs::write(&file, "mode = \"everyday\"\nplace = \"公民館\"\n").unwrap();
        assert_eq!(begins(), (Mode::Shelter, None), "and more than a file that changed");
        std::fs::write(&file, "mode = ").unwrap();
        assert_eq!(begins(), (Mode::Shelter, None), "and more than one that is broken");
    }
}
