//! What is set on this kiosk, a row each: what it is now, and the question that changes it.

use super::Msg;
use crate::{
    config::{Change, Dusk, Said, Step},
    lay,
    page::{Control, Kind, Level, Part, Role},
    screens::{View, settings, setup},
    words::Line,
};
use jiff::{SignedDuration, Timestamp};

pub(super) fn rows(view: &View<'_>) -> Part<Msg> {
    let w = view.words();
    let row = |step: Step| {
        let (id, icon) = (format!("own/{}", step.name()), icon(step));
        let row = Control::new(Role::Row, id, setup::step_name(step, w), Msg::Adjust(step)).icon(icon);
        Part::from(row.detail(now(step, view)))
    };
    let again = Control::new(Role::Row, "own/all", w.staff_setup_again(), Msg::Anew).icon("again");
    Part::group(Kind::List, Step::ALL.map(row).into_iter().chain([again.into()]))
}

const fn icon(step: Step) -> &'static str {
    match step {
        Step::Tongue => "globe",
        Step::Town => "house",
        Step::Place => "pin",
        Step::Screen => "letters",
        Step::Clock => "clock",
        Step::Sound => "speaker",
        Step::Print => "printer",
        Step::Number => "key",
    }
}

/// What is set, in one line.
fn now(step: Step, view: &View<'_>) -> Line {
    let (w, standing) = (view.words(), view.standing);
    let (own, config) = (&standing.own, &standing.config);
    let said = |said, yes: Line, no: Line| match said {
        Some(Said::Yes) => yes,
        Some(Said::No) => no,
        None => w.staff_not_set(),
    };
    match step {
        Step::Tongue => standing.first_words.name_of_tongue(),
        Step::Town => config.town.as_ref().map_or_else(|| w.staff_not_set(), |town| town.name.clone()),
        Step::Place => {
            let kind = config.building.map(|building| setup::building_name(building, w).1);
            let name = config.place.as_ref().map(|place| Line::parse(place));
            let way = config.entrance.as_ref().map(|way| Line::parse(way));
            let parts = [name, kind, way].into_iter().flatten();
            parts.reduce(|all, part| w.staff_both(all, part)).unwrap_or_else(|| w.staff_not_set())
        }
        Step::Screen => w.staff_panel(format!("{:.0}", standing.panel.h), format!("{:.0}", standing.panel.w)),
        Step::Clock if standing.now.trusted => w.staff_clock_trusted(),
        Step::Clock => w.time_unsure(),
        Step::Sound => said(own.sound, w.setup_sound_heard(), w.setup_sound_not()),
        Step::Print => said(own.printer, w.setup_print_yes(), w.setup_print_no()),
        Step::Number => w.staff_number_kept(),
    }
}

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Since when this is a shelter: what people find first follows it. Without a clock that is believed it counts as the first days.
pub(super) fn opened(view: &View<'_>) -> Vec<Part<Msg>> {
    let (w, standing) = (view.words(), view.standing);
    let heading = Part::text(Level::Heading, w.staff_opened());
    let now = standing.now;
    if !now.trusted {
        return vec![heading, Part::text(Level::Body, w.staff_opened_unsure())];
    }
    let since = standing.own.opened.or(standing.own.shelter_since).unwrap_or(now.at);
    let days = now.at.duration_since(since).as_hours().max(0) / 24 + 1;
    let at = crate::clock::Now { at: since, trusted: true };
    let [date, _] = crate::screens::view::clock_lines(at, w);
    let button = |id: &'static str, name: Line, icon, at: Option<Timestamp>| {
        let keep = at.map(|at| Msg::Keep(Change::Opened(Some(at))));
        Part::from(Control::button(id, name, keep).icon(icon))
    };
    let later = since.checked_add(DAY).ok().filter(|at| *at <= now.at);
    vec![
        heading,
        Part::text(Level::Body, w.staff_opened_day(date, days)),
        Part::group(
            Kind::Row,
            [
                button("opened/before", w.staff_opened_before(), "minus", since.checked_sub(DAY).ok()),
                button("opened/after", w.staff_opened_after(), "plus", later),
                button("opened/now", w.staff_opened_now(), "clock", Some(now.at)),
            ],
        ),
    ]
}

/// How every visit begins for the eyes: the look of the night, and how high a page stands.
pub(super) fn sight(view: &View<'_>) -> Vec<Part<Msg>> {
    let (w, own) = (view.words(), &view.standing.own);
    let choice = |id: &str, name: Line, change| Control::new(Role::Choice, id, name, Msg::Keep(change));
    let dusk =
        |(id, name, dusk)| Part::from(choice(id, name, Change::Dusk(dusk)).on(dusk == own.dusk.unwrap_or_default()));
    let dusks = [("dusk/never", w.dusk_never(), Dusk::Never), ("dusk/clock", w.dusk_clock(), Dusk::ByClock)];
    let mut parts = vec![Part::text(Level::Heading, w.staff_dusk()), Part::group(Kind::Row, dusks.map(dusk))];
    if lay::low(view.standing.glass).is_some() {
        let reach = |reach| {
            let (id, name) = settings::reach_name(reach, w);
            let on = reach == own.reach.unwrap_or_default();
            Part::from(choice(&format!("reach/{id}"), name, Change::Reach(reach)).on(on))
        };
        parts.push(Part::text(Level::Heading, w.settings_reach()));
        parts.push(Part::group(Kind::Row, settings::REACHES.map(reach)));
    }
    parts
}
