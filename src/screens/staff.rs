//! Behind the door: what the kiosk is for, whether its clock is right, how each part is and what to put right. For staff, who are no
//! engineers either.

mod own;
mod sky;

use super::{Event, Loaded, Place, View, post::Door, settings, told::About};
use crate::{
    config::{Change, Meant, Mode, Scanning, Setup, Step},
    job::{Fault, Part as KioskPart, PartState, Parts, StoreJob},
    page::{Control, Kind, Level, Page, Part, Role, Tone, Weight},
    reader::Wording,
    words::{Line, Words},
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub parts: Loaded<Parts>,
    pub reach: Reach,
}

/// What can be done here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Whoever is here knows the number.
    #[default]
    Change,
    /// The kiosk shows by itself what is wrong: anybody may be looking, and nothing can be changed.
    Look,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Mode(Mode),
    TrustClock,
    Keep(Change),
    /// One question of the setup.
    Adjust(Step),
    /// Which switches stand here.
    Wire,
    /// What the municipality ordered.
    Order,
    /// What staff put over the whole screen.
    Appeal,
    /// The notice board.
    Post(Door),
    /// How the shelters are.
    Shelters,
    /// What holds in a disaster, or what the town has not said yet.
    Tell(About),
    Drill,
    /// All of them, from the first.
    Anew,
    Close,
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Close => vec![Event::EndVisit],
        _ if state.reach == Reach::Look => vec![],
        Msg::Mode(mode) => vec![Event::Ask(StoreJob::Mode(mode))],
        Msg::TrustClock => vec![Event::Ask(StoreJob::TrustClock)],
        Msg::Keep(change) => vec![Event::Keep(change)],
        Msg::Adjust(step) => vec![Event::Adjust(step)],
        Msg::Wire => vec![Event::Wire],
        Msg::Order => vec![Event::Order(Meant::Real)],
        Msg::Appeal => vec![Event::Appeal(Meant::Real)],
        Msg::Post(door) => vec![Event::Post(door)],
        Msg::Shelters => vec![Event::Shelters],
        Msg::Tell(about) => vec![Event::TellOf(about)],
        Msg::Drill => vec![Event::Drill],
        Msg::Anew => vec![Event::Keep(Change::Setup(Setup::At(Step::default()))), Event::Go(Place::Setup(None))],
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().staff_title()
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let close = Control::button("staff/close", w.staff_close(), Msg::Close).icon("lock").weight(Weight::Primary);
    let mut parts = vec![Part::group(Kind::Top, [Part::text(Level::Title, title(view))])];
    if state.reach == Reach::Change {
        parts.extend([Part::text(Level::Heading, w.staff_mode()), Part::group(Kind::Row, modes(view))]);
        if view.standing.mode == Mode::Shelter {
            parts.extend(own::opened(view));
        }
        let board = [
            ("staff/post", w.post_title(), "pencil", Msg::Post(Door::Put)),
            ("staff/standing", w.post_standing(), "paper", Msg::Post(Door::Standing)),
            ("staff/lines", w.post_lines(), "plug", Msg::Post(Door::Lines)),
        ];
        let board = board.map(|(id, name, icon, msg)| Control::button(id, name, msg).icon(icon).into());
        parts.push(Part::group(Kind::Row, board));
        let grave = [
            ("staff/order", w.order_title(), "warning", Msg::Order),
            ("staff/appeal", w.appeal_title(), "bell", Msg::Appeal),
            ("staff/shelters", w.shelters_title(), "house", Msg::Shelters),
            ("staff/event", w.told_event_title(), "list", Msg::Tell(About::Event)),
            ("staff/drill", w.drill_title(), "run", Msg::Drill),
        ];
        let grave = grave.map(|(id, name, icon, msg)| Control::button(id, name, msg).icon(icon).into());
        parts.push(Part::group(Kind::Row, grave));
        parts.extend([
            Part::text(Level::Heading, w.staff_clock()),
            clock(view),
            Part::text(Level::Heading, w.staff_own()),
            own::rows(view),
            Part::text(Level::Heading, w.settings_scanning()),
            Part::group(Kind::Row, Scanning::ALL.map(|scanning| scannings(scanning, view))),
        ]);
        let switches = &view.standing.config.switches;
        if switches.way == Scanning::OneSwitch {
            parts.push(settings::pulses(switches.pulse, w, |pulse| Msg::Keep(Change::Pulse(pulse))));
        }
        let wire = Control::button("staff/switches", w.wire_title(), Msg::Wire).icon("check");
        let town = Control::button("staff/town", w.told_town_title(), Msg::Tell(About::Town)).icon("paper");
        parts.push(Part::group(Kind::Row, [wire.into(), town.into()]));
        parts.extend(own::sight(view));
    }
    parts.push(Part::text(Level::Heading, w.staff_parts()));
    match state.parts.ready() {
        None => parts.extend(view.instead(&state.parts)),
        Some(found) => {
            parts.extend(how(found, view));
            parts.extend(found.sky.iter().flat_map(|sky| sky::parts(sky, view)));
            parts.push(Part::text(Level::Heading, w.staff_problems()));
            if found.problems.is_empty() {
                parts.push(Part::text(Level::Body, w.staff_problems_none()));
            }
            parts.extend(found.problems.iter().map(|fault| problem(fault, w)));
        }
    }
    parts.push(close.into());
    Page::new(parts)
}

fn modes(view: &View<'_>) -> [Part<Msg>; 3] {
    let w = view.words();
    [
        ("mode/everyday", w.staff_mode_everyday(), Mode::Everyday),
        ("mode/class", w.staff_mode_class(), Mode::Class),
        ("mode/shelter", w.staff_mode_shelter(), Mode::Shelter),
    ]
    .map(|(id, name, mode)| Control::new(Role::Choice, id, name, Msg::Mode(mode)).on(mode == view.standing.mode).into())
}

/// How every visit begins.
fn scannings(scanning: Scanning, view: &View<'_>) -> Part<Msg> {
    let (id, name) = settings::scanning_name(scanning, view.words());
    let on = scanning == view.standing.config.switches.way;
    Control::new(Role::Choice, format!("scanning/{id}"), name, Msg::Keep(Change::Scanning(scanning))).on(on).into()
}

fn clock(view: &View<'_>) -> Part<Msg> {
    let (w, now) = (view.words(), view.standing.now);
    if now.trusted {
        return Part::text(Level::Body, w.staff_clock_trusted());
    }
    let confirm = Control::button("clock/trust", w.staff_clock_confirm(), Msg::TrustClock).icon("clock");
    let time = super::view::full_time(now, w);
    Part::group(Kind::Callout(Tone::Care), [Part::text(Level::Body, w.staff_clock_unsure(time)), confirm.into()])
}

/// Each part in a line; what does not work first, with what to do.
fn how(found: &Parts, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let newer = |part: &&KioskPart| !view.standing.troubles.iter().any(|trouble| trouble.name == part.name);
    let mut all: Vec<&KioskPart> = view.standing.troubles.iter().chain(found.parts.iter().filter(newer)).collect();
    all.sort_by_key(|part| std::cmp::Reverse(part.state));
    if all.iter().all(|part| part.state == PartState::Works) {
        return vec![Part::text(Level::Body, w.staff_parts_good())];
    }
    all.into_iter().map(|part| line(part, w)).collect()
}

fn line(part: &KioskPart, w: &Words) -> Part<Msg> {
    let name = w.get(&format!("part-{}", part.name)).unwrap_or_else(|| Line::verbatim(&part.name));
    let (tone, state) = match part.state {
        PartState::Works => return Part::text(Level::Lead, w.staff_part(name, w.part_works())),
        PartState::Degraded => (Tone::Hint, w.part_degraded()),
        PartState::Missing => (Tone::Care, w.part_missing()),
    };
    let said = [format!("trouble-{}", part.trouble), format!("trouble-{}-remedy", part.trouble)];
    let said = said.iter().filter_map(|key| w.get(key)).map(|line| Part::text(Level::Body, line));
    let about = Some(&part.about).filter(|about| !about.is_empty());
    let about = about.map(|about| Part::text(Level::Note, Line::verbatim(about)));
    let head = Part::text(Level::Lead, w.staff_part(name, state));
    Part::group(Kind::Callout(tone), [head].into_iter().chain(said).chain(about))
}

fn problem(fault: &Fault, w: &Words) -> Part<Msg> {
    let place = match fault.line {
        0 => Line::verbatim(&fault.file),
        line => w.staff_problem_at(&fault.file, line),
    };
    let said = |wording: &Wording| Line::verbatim(if w.tongue().is_japanese() { &wording.ja } else { &wording.en });
    let lines = [Part::text(Level::Note, place), Part::text(Level::Body, said(&fault.message))];
    let help = fault.help.as_ref().map(|help| Part::text(Level::Note, said(help)));
    Part::group(Kind::Callout(Tone::Hint), lines.into_iter().chain(help))
}
