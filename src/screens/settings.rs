//! How large, how coloured, how fast, how loud: for this visit. Every change holds at once and says so.

use super::{Beside, Board, Contrast, Event, Mask, Place, RubyShown, Setting, View, keys};
use crate::{
    config::{Pulse, Reach, Scanning},
    lay,
    page::{Control, Kind, Level, Page, Part, Role},
    reading::{Sound, Volume},
    words::{Line, Words},
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State;

#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Set(Setting),
    /// Hear a sentence as it would be read now.
    Try,
    Open(Place),
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Set(setting) => vec![Event::Set(setting.clone()), Event::Said(setting)],
        Msg::Try => vec![Event::Sample],
        Msg::Open(place) => vec![Event::Go(place)],
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().settings_title()
}

pub fn page(_: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let heading = |line| Part::text(Level::Heading, line);
    let mut parts = vec![
        Part::group(Kind::Top, [Part::text(Level::Title, title(view))]),
        heading(w.settings_size()),
        Part::group(Kind::Row, sizes(view)),
        heading(w.settings_contrast()),
        Part::group(Kind::Row, Contrast::ALL.map(|contrast| contrasts(contrast, view))),
        heading(w.settings_ruby()),
        Part::group(Kind::Row, [RubyShown::Yes, RubyShown::No].map(|ruby| rubies(ruby, view))),
    ];
    parts.extend(reaches(view));
    parts.extend(voice(view));
    parts.push(heading(w.settings_scanning()));
    parts.push(Part::group(Kind::Row, Scanning::ALL.map(|scanning| scannings(scanning, view))));
    if view.settings.scanning == Scanning::OneSwitch {
        parts.push(pulses(view.settings.pulse, w, |pulse| Msg::Set(Setting::Pulse(pulse))));
    }
    let door = |id: &'static str, name, icon, place| Part::from(Control::button(id, name, Msg::Open(place)).icon(icon));
    parts.push(Part::group(
        Kind::Row,
        [
            door("settings/switches", w.wire_title(), "check", Place::Switches),
            door("settings/keys", w.trial_title(), "keyboard", Place::Keys),
        ],
    ));
    parts.push(heading(w.settings_board()));
    parts.push(Part::group(Kind::Row, [Board::Fifty, Board::Phone].map(|board| boards(board, view))));
    parts.push(heading(w.settings_mask()));
    parts.push(Part::group(Kind::Row, [Mask::Off, Mask::On].map(|mask| masks(mask, view))));
    parts.push(Part::text(Level::Note, w.settings_intro()));
    Page::new(parts)
}

fn choice(id: String, name: Line, setting: Setting) -> Control<Msg> {
    Control::new(Role::Choice, id, name, Msg::Set(setting))
}

fn sizes(view: &View<'_>) -> Vec<Part<Msg>> {
    let here = |(n, name)| choice(format!("size/{}", n + 1), name, Setting::Size(n)).on(n == view.settings.size).into();
    size_names(view).into_iter().enumerate().map(here).collect()
}

/// One for each size that the panel can carry.
fn size_names(view: &View<'_>) -> Vec<Line> {
    let (w, offered) = (view.words(), view.standing.sizes.len());
    let most = (offered > 4).then(|| w.size_5());
    [w.size_1(), w.size_2(), w.size_3()].into_iter().chain(most).chain([w.size_4()]).take(offered).collect()
}

fn contrasts(contrast: Contrast, view: &View<'_>) -> Part<Msg> {
    let (id, name) = contrast_name(contrast, view.words());
    choice(format!("contrast/{id}"), name, Setting::Contrast(contrast)).on(contrast == view.settings.contrast).into()
}

fn contrast_name(contrast: Contrast, w: &Words) -> (&'static str, Line) {
    match contrast {
        Contrast::Day => ("day", w.contrast_day()),
        Contrast::Soft => ("soft", w.contrast_soft()),
        Contrast::HighLight => ("high-light", w.contrast_high_light()),
        Contrast::HighDark => ("high-dark", w.contrast_high_dark()),
        Contrast::Night => ("night", w.contrast_night()),
    }
}

fn rubies(ruby: RubyShown, view: &View<'_>) -> Part<Msg> {
    let w = view.words();
    let (id, name) = match ruby {
        RubyShown::Yes => ("ruby/on", w.settings_ruby_on()),
        RubyShown::No => ("ruby/off", w.settings_ruby_off()),
    };
    choice(id.to_owned(), name, Setting::Ruby(ruby)).on(ruby == view.settings.ruby).into()
}

/// Where pages stand on the glass; nothing where the glass is so low that it makes no difference.
fn reaches(view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    if lay::low(view.standing.glass).is_none() {
        return vec![];
    }
    let one = |reach| {
        let (id, name) = reach_name(reach, w);
        let on = reach == view.settings.reach;
        Part::from(choice(format!("reach/{id}"), name, Setting::Reach(reach)).on(on))
    };
    vec![Part::text(Level::Heading, w.settings_reach()), Part::group(Kind::Row, REACHES.map(one))]
}

pub(super) const REACHES: [Reach; 2] = [Reach::Whole, Reach::Low];

pub(super) fn reach_name(reach: Reach, w: &Words) -> (&'static str, Line) {
    match reach {
        Reach::Whole => ("whole", w.reach_whole()),
        Reach::Low => ("low", w.reach_low()),
    }
}

fn scannings(scanning: Scanning, view: &View<'_>) -> Part<Msg> {
    let (id, name) = scanning_name(scanning, view.words());
    let on = scanning == view.settings.scanning;
    choice(format!("scanning/{id}"), name, Setting::Scanning(scanning)).on(on).into()
}

pub fn scanning_name(scanning: Scanning, w: &Words) -> (&'static str, Line) {
    match scanning {
        Scanning::Off => ("off", w.scanning_off()),
        Scanning::TwoSwitches => ("two", w.scanning_two()),
        Scanning::OneSwitch => ("one", w.scanning_one()),
    }
}

fn masks(mask: Mask, view: &View<'_>) -> Part<Msg> {
    let id = match mask {
        Mask::Off => "mask/shown",
        Mask::On => "mask/hidden",
    };
    choice(id.to_owned(), mask_name(mask, view.words()), Setting::Mask(mask)).on(mask == view.settings.mask).into()
}

fn mask_name(mask: Mask, w: &Words) -> Line {
    match mask {
        Mask::Off => w.mask_shown(),
        Mask::On => w.mask_hidden(),
    }
}

/// How long one thing is offered to one switch.
pub(super) fn pulses<M>(pulse: Pulse, w: &Words, set: impl Fn(Pulse) -> M) -> Part<M> {
    let button = |id: &'static str, name, icon, to: Option<Pulse>| {
        Part::from(Control::button(id, name, to.map(&set)).icon(icon))
    };
    Part::group(
        Kind::Row,
        [
            button("pulse/longer", w.pulse_longer(), "plus", pulse.longer()),
            button("pulse/shorter", w.pulse_shorter(), "minus", pulse.shorter()),
            Part::text(Level::Body, w.pulse_now(pulse.seconds())),
        ],
    )
}

fn boards(board: Board, view: &View<'_>) -> Part<Msg> {
    let (id, name) = board_name(board, view.words());
    choice(format!("board/{id}"), name, Setting::Board(board)).on(board == keys::board(view)).into()
}

fn board_name(board: Board, w: &Words) -> (&'static str, Line) {
    match board {
        Board::Fifty => ("fifty", w.board_fifty()),
        Board::Phone => ("phone", w.board_phone()),
    }
}

/// What one has set, in words; nothing for what is heard in the voice itself.
pub fn name(setting: &Setting, view: &View<'_>) -> Option<Line> {
    let w = view.words();
    match setting {
        Setting::Size(n) => size_names(view).into_iter().nth(*n),
        Setting::Contrast(contrast) => Some(contrast_name(*contrast, w).1),
        Setting::Ruby(RubyShown::Yes) => Some(w.settings_ruby_on()),
        Setting::Ruby(RubyShown::No) => Some(w.settings_ruby_off()),
        Setting::Scanning(scanning) => Some(scanning_name(*scanning, w).1),
        Setting::Reach(reach) => Some(reach_name(*reach, w).1),
        Setting::Mask(mask) => Some(mask_name(*mask, w)),
        Setting::Beside(Beside::Japanese) => Some(w.beside_on()),
        Setting::Beside(Beside::Hidden) => Some(w.beside_off()),
        Setting::Pulse(pulse) => Some(w.pulse_now(pulse.seconds())),
        Setting::Board(board) => Some(board_name(*board, w).1),
        Setting::Tongue(_) | Setting::Pace(_) | Setting::Volume(_) | Setting::Wiring(_) => None,
    }
}

/// How loud it is, in words.
pub fn volume_now(volume: Volume, w: &Words) -> Line {
    if volume == Volume(0) { w.volume_zero() } else { w.volume_now(u32::from(volume.0)) }
}

/// Without a device or a voice it says so instead of offering what would do nothing.
fn voice(view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let (pace, volume) = (view.settings.pace, view.settings.volume);
    let button = |id: &'static str, name, icon, setting: Option<Setting>| {
        Part::from(Control::button(id, name, setting.map(Msg::Set)).icon(icon))
    };
    let mut out = vec![
        Part::text(Level::Heading, w.settings_pace()),
        Part::group(
            Kind::Row,
            [
                button("pace/slower", w.pace_slower(), "minus", pace.slower().map(Setting::Pace)),
                button("pace/faster", w.pace_faster(), "plus", pace.faster().map(Setting::Pace)),
                Part::text(Level::Body, w.pace_now(pace.step())),
            ],
        ),
        Part::text(Level::Heading, w.settings_volume()),
        Part::group(
            Kind::Row,
            [
                button("volume/quieter", w.volume_quieter(), "minus", volume.quieter().map(Setting::Volume)),
                button("volume/louder", w.volume_louder(), "plus", volume.louder().map(Setting::Volume)),
                Part::text(Level::Body, volume_now(volume, w)),
            ],
        ),
    ];
    match view.standing.sound {
        Sound::Works => out.push(Control::button("voice/try", w.settings_try(), Msg::Try).icon("speaker").into()),
        Sound::NoDevice => out.push(Part::text(Level::Note, w.sound_no_device())),
        Sound::NoVoice => out.push(Part::text(Level::Note, w.sound_no_voice())),
    }
    out
}
