//! How electricity, water, gas, telephones, roads and transport are, for everybody. What nobody said is said to be unsaid, and what is old is
//! said to be old: no line of it means that all is well.

use super::since_line;
use crate::{
    board::{Area, Hope, Report, Seen, Supply, Utility},
    page::{Kind, Level, Part, Tone},
    screens::View,
    words::Line,
};
use jiff::SignedDuration;

/// The name of one of them.
pub(in crate::screens) fn utility(utility: Utility, view: &View<'_>) -> Line {
    let w = view.words();
    match utility {
        Utility::Power => w.line_power(),
        Utility::Water => w.line_water(),
        Utility::Gas => w.line_gas(),
        Utility::Phone => w.line_phone(),
        Utility::Road => w.line_road(),
        Utility::Transport => w.line_transport(),
    }
}

/// Which, and how it is. Of roads and transport other words are used.
pub(in crate::screens) fn about(one: Utility, report: Report, view: &View<'_>) -> Line {
    view.words().line_is(utility(one, view), supply(one, report.supply, view))
}

pub(in crate::screens) fn supply(one: Utility, supply: Supply, view: &View<'_>) -> Line {
    let w = view.words();
    match (one, supply) {
        (Utility::Road, Supply::Stopped) => w.road_stopped(),
        (Utility::Road, Supply::Partly) => w.road_partly(),
        (Utility::Road, Supply::Works) => w.road_works(),
        (Utility::Transport, Supply::Stopped) => w.transport_stopped(),
        (Utility::Transport, Supply::Partly) => w.transport_partly(),
        (Utility::Transport, Supply::Works) => w.transport_works(),
        (_, Supply::Stopped) => w.supply_stopped(),
        (_, Supply::Partly) => w.supply_partly(),
        (_, Supply::Works) => w.supply_works(),
        (_, Supply::Unknown) => w.supply_unknown(),
    }
}

pub(in crate::screens) fn area(area: Area, view: &View<'_>) -> Line {
    let w = view.words();
    match area {
        Area::Here => w.area_here(),
        Area::Around => w.area_around(),
        Area::Town => w.area_town(),
    }
}

pub(in crate::screens) fn hope(hope: Hope, view: &View<'_>) -> Line {
    let w = view.words();
    match hope {
        Hope::Unsaid => w.hope_unsaid(),
        Hope::Today => w.hope_today(),
        Hope::Tomorrow => w.hope_tomorrow(),
        Hope::Days => w.hope_days(),
        Hope::Weeks => w.hope_weeks(),
    }
}

pub(in crate::screens) fn seen(seen: Seen, view: &View<'_>) -> Line {
    let w = view.words();
    match seen {
        Seen::Here => w.seen_here(),
        Seen::Town => w.seen_town(),
        Seen::Company => w.seen_company(),
        Seen::News => w.seen_news(),
    }
}

/// All six; nothing where nobody has said anything at all.
pub(in crate::screens) fn parts<M>(view: &View<'_>) -> Vec<Part<M>> {
    let w = view.words();
    let Some(wall) = view.standing.wall.as_deref() else { return vec![] };
    let mut out = vec![];
    let mut unsaid = vec![];
    for one in Utility::ALL {
        match wall.board.line(one).and_then(|entry| Some((entry.at, *entry.report()?))) {
            Some((at, report)) => {
                let stale = view.standing.now.trusted
                    && view.standing.now.at.duration_since(at) > SignedDuration::from_hours(Report::STALE_HOURS);
                out.push(Part::group(
                    Kind::Callout(Tone::Calm),
                    said(one, report, view)
                        .into_iter()
                        .chain([Part::text(Level::Age, w.line_since(seen(report.seen, view), since_line(at, view)))])
                        .chain(stale.then(|| Part::text(Level::Note, w.line_stale()))),
                ));
            }
            None => unsaid.push(utility(one, view)),
        }
    }
    if out.is_empty() {
        return vec![];
    }
    let names = unsaid.into_iter().reduce(|a, b| w.line_both(a, b));
    out.extend(names.map(|names| Part::text(Level::Note, w.line_unsaid(names))));
    [Part::text(Level::Heading, w.line_title())].into_iter().chain(out).collect()
}

fn said<M>(one: Utility, report: Report, view: &View<'_>) -> Vec<Part<M>> {
    let w = view.words();
    let head = Part::text(Level::Lead, about(one, report, view));
    let down = matches!(report.supply, Supply::Stopped | Supply::Partly);
    let hope = down.then(|| Part::text(Level::Body, w.line_hope(hope(report.hope, view))));
    let area = Part::text(Level::Body, w.line_area(area(report.area, view)));
    [head, area].into_iter().chain(hope).collect()
}
