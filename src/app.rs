//! What the kiosk knows and how it changes: one model, one message type, one function that applies a message and gives back what has to
//! be done outside. No window, no file, no thread, no clock: time comes in as a message.

mod beside;
mod danger;
mod drill;
mod due;
mod frame;
mod hear;
mod keep;
mod notice;
mod paper;
mod private;
mod route;
mod takeover;
mod trace;
mod wait;
mod walk;
mod wall;

use crate::{
    clock::Now,
    config::{Config, Mode, Own},
    job::{Job, Part, Report, Visit},
    lay::{self, Measure, Panel, Size, sizes},
    page::{Id, Page, Touched},
    reading::{Pace, Reading, Sound, Volume},
    screens::{
        self, Beside, Contrast, Danger, Headphones, Mask, Overlay, Place, RubyShown, Screen, ScreenReader, Setting,
        Settings, Standing, Stroke, View, print::Printing, trial::KeyDown,
    },
    words::{Tongue, Words},
};
use std::{sync::Arc, time::Duration};

pub use hear::{Hearing, Spot};
use notice::Notice;
pub use paper::sheet;
use walk::Walk;

/// Everything the kiosk knows.
#[derive(Clone, Debug)]
pub struct Model {
    pub screen: Screen,
    pub overlay: Option<Overlay>,
    pub walk: Walk,
    pub settings: Settings,
    pub standing: Standing,
    pub visit: Visit,
    /// The part whose leaf is shown; empty for the first leaf. Follows what is read.
    pub anchor: Id,
    pub reading: Reading,
    pub hearing: Hearing,
    /// What is read is the page, not a word by the way.
    follows: bool,
    /// When the page was last announced.
    announced: Option<Duration>,
    /// Somebody has pressed something in this visit.
    begun: bool,
    /// When somebody last did.
    touched: Duration,
    /// What has just changed, shown for a moment where the time stands.
    notice: Option<Notice>,
    /// How many game pads there are, once that is known.
    pads: Option<usize>,
}

/// What happens to the kiosk.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Pressed on the screen, or on what lies over it.
    Screen(screens::Msg),
    Go(Place),
    Back,
    Home,
    /// Turn to the leaf that begins with this part.
    Turn(Id),
    Larger,
    /// Read the page aloud.
    Read,
    Stop,
    /// Say the last words again.
    Again,
    /// Say where one is: the page is known here, the leaf and the focus to whoever shows them.
    Where(Spot),
    Slower,
    Faster,
    Quieter,
    Louder,
    /// The focus was moved to this control, by keys, pad, switches or a screen reader.
    Focused(Id),
    /// A key other than one that writes, a pad or a switch was used. Sent before what it means.
    Keys,
    /// The glass was touched while nobody was there.
    Wake,
    /// Cover the glass, or take that away.
    Cover,
    /// Scanning with two switches, with one, or not at all.
    Scan,
    /// So many game pads are there now.
    Pads(usize),
    /// 「おわる（消す）」
    End,
    /// Time went on. Sent before whatever else happens at that time.
    Tick {
        now: Now,
        running: Duration,
    },
    /// The kiosk begins here; nobody has pressed anything yet.
    Begin(Place),
    /// The first page has been painted: time for what may wait.
    Stood,
    /// The kiosk cannot read its own settings: staff see what is wrong before anybody else comes.
    Inspect,
    /// The panel is known, or became another.
    Panel(Panel),
    /// A key went down where keys do not act ([`Model::attention`]).
    Key(KeyDown),
    /// A key of a keyboard wrote or took back.
    Stroke(Stroke),
    /// Fingers did something on a drawn phone besides pressing.
    Touched(Touched),
    /// What is heard of headphones.
    Plug(Plug),
    ScreenReader(ScreenReader),
    /// Open or close the page of help.
    Help,
    Report(Report),
}

/// What is heard of headphones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plug {
    /// They are there, as they were before anybody came.
    There,
    In,
    Out,
}

/// What the kiosk starts with.
#[derive(Clone, Debug)]
pub struct Start {
    /// The kiosk's file.
    pub config: Arc<Config>,
    /// What staff set on the kiosk itself.
    pub own: Own,
    pub words: Words,
    pub mode: Mode,
    pub now: Now,
    pub panel: Panel,
    pub troubles: Vec<Part>,
}

impl Model {
    /// The kiosk before anybody came. Show it at once; `update` with [`Msg::Go`] opens another place.
    pub fn new(start: Start) -> Self {
        let Start { config: file, own, words, mode, now, panel, troubles } = start;
        let config = Arc::new(file.with(&own));
        let tongues = offered(&config, &words);
        let standing = Standing {
            danger: Danger::default(),
            situation: None,
            drill: None,
            wall: None,
            config,
            file,
            own,
            first_words: words.clone(),
            words,
            tongues,
            mode,
            now,
            running: Duration::ZERO,
            panel,
            glass: panel,
            sizes: sizes(panel),
            sound: Sound::Works,
            headphones: Headphones::Out,
            screen_reader: ScreenReader::Off,
            printing: Printing::default(),
            troubles,
        };
        Self::fresh(standing, Visit(1))
    }

    fn fresh(standing: Standing, visit: Visit) -> Self {
        // A drill comes again by itself, as it does after a restart.
        let (words, printing) = (standing.first_words.clone(), standing.printing.clone().anew());
        let standing = Standing { words, printing, drill: None, ..standing };
        let settings = first_settings(&standing);
        let standing = frame::fitted(standing, settings.reach);
        let reading = Reading::new(settings.pace, settings.volume);
        let touched = standing.running;
        let view = View { standing: &standing, settings: &settings };
        let screen = Screen::open(&Place::Home, &view).unwrap_or_else(Screen::home);
        Self {
            screen,
            overlay: None,
            walk: Walk::default(),
            settings,
            standing,
            visit,
            anchor: Id::default(),
            reading,
            hearing: Hearing::default(),
            follows: false,
            announced: None,
            begun: false,
            touched,
            notice: None,
            pads: None,
        }
    }

    pub const fn view(&self) -> View<'_> {
        View { standing: &self.standing, settings: &self.settings }
    }

    /// The size of text and ruby in force.
    pub fn size(&self) -> Size {
        self.view().size()
    }
}

/// What the kiosk's file names, as far as there are words; where it names none, every tongue that has any.
fn offered(config: &Config, words: &Words) -> Vec<Tongue> {
    let known = || words.offered().iter().map(|offered| offered.tongue.clone());
    let named: Vec<_> = config.tongues.iter().filter(|named| known().any(|known| known == **named)).cloned().collect();
    if named.is_empty() { known().collect() } else { named }
}

/// How a visit begins.
fn first_settings(standing: &Standing) -> Settings {
    let voice = standing.config.voice;
    Settings {
        tongue: standing.first_words.tongue().clone(),
        size: 0,
        contrast: first_contrast(standing),
        ruby: RubyShown::default(),
        pace: Pace(voice.pace),
        volume: Volume(voice.volume),
        scanning: standing.config.switches.way,
        reach: standing.own.reach.unwrap_or_default(),
        mask: Mask::Off,
        beside: Beside::default(),
        pulse: standing.config.switches.pulse,
        wiring: standing.config.switches.wiring.clone(),
        board: None,
    }
}

/// By night the dark look, where staff wished for it.
fn first_contrast(standing: &Standing) -> Contrast {
    let night = standing.own.dusk.unwrap_or_default().is_night(standing.now);
    if night { Contrast::Night } else { Contrast::default() }
}

/// Applies one message. What must happen outside comes back as data, in order.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Job> {
    if msg.is_from_a_person() {
        model.touched = model.standing.running;
        model.begun = true;
        if model.overlay.as_ref().is_some_and(Overlay::is_rest) {
            return model.rouse(&msg);
        }
        if model.answers_the_question(&msg) {
            return model.uncover();
        }
    }
    match msg {
        Msg::Screen(msg) => model.pressed(msg),
        Msg::Go(place) | Msg::Begin(place) => model.go(place),
        Msg::Back => model.back(),
        Msg::Home => model.go(Place::Home),
        Msg::Turn(id) => model.turn(&id),
        Msg::Larger => {
            let size = Setting::Size((model.settings.size + 1) % model.standing.sizes.len().max(1));
            let mut jobs = model.set(size.clone());
            jobs.extend(model.say_setting(&size));
            jobs
        }
        Msg::Read => model.read(),
        Msg::Stop => model.stop(),
        Msg::Again => model.again(),
        Msg::Where(spot) => model.whereabouts(&spot),
        Msg::Slower => model.pace(Pace::slower),
        Msg::Faster => model.pace(Pace::faster),
        Msg::Quieter => model.volume(Volume::quieter),
        Msg::Louder => model.volume(Volume::louder),
        Msg::Focused(id) => model.focused(&id),
        Msg::Keys => model.keys(),
        Msg::Cover => model.cover(),
        Msg::Plug(plug) => model.plugged(plug),
        Msg::ScreenReader(reader) => model.screen_reader(reader),
        Msg::Scan => model.scan(),
        Msg::Pads(count) => model.pads(count),
        Msg::End => model.farewell(),
        Msg::Tick { now, running } => model.tick(now, running),
        // It wakes whatever rests, and is nothing else.
        Msg::Wake => vec![],
        Msg::Stood => model.stood(),
        Msg::Inspect => model.inspect(),
        Msg::Panel(panel) => model.fit(panel),
        Msg::Key(key) => model.key(key),
        Msg::Stroke(stroke) => model.stroke(stroke),
        Msg::Touched(touched) => model.handled(touched),
        Msg::Help if matches!(model.overlay, Some(Overlay::Help(_))) => model.back(),
        Msg::Help => model.go(Place::Help),
        Msg::Report(report) => model.report(report),
    }
}

/// What covers the glass, if it is covered. The page goes on beneath it, for the ear and for keys.
pub fn cover(model: &Model) -> Option<Page<Msg>> {
    (model.settings.mask == Mask::On).then(|| screens::ear::cover(&model.view(), Msg::Cover))
}

/// The whole page: the screen, or what lies over it, with the line at the top and the bar below.
pub fn page(model: &Model) -> Page<Msg> {
    frame::page(model)
}

/// A page cut into the leaves on which it is shown, in the words and the size of this visit.
pub fn leaves(model: &Model, page: &Page<Msg>, measure: &mut dyn Measure) -> Vec<Page<Msg>> {
    let Standing { panel, words, .. } = &model.standing;
    lay::leaves(page, (*panel, model.size()), measure, words, &Msg::Turn)
}

impl Msg {
    const fn is_from_a_person(&self) -> bool {
        !matches!(
            self,
            Self::Tick { .. }
                | Self::Begin(_)
                | Self::Stood
                | Self::Inspect
                | Self::Panel(_)
                | Self::Pads(_)
                | Self::Plug(_)
                | Self::ScreenReader(_)
                | Self::Report(_)
        )
    }
}
