//! Electricity, water, gas, telephones, roads, transport: which, and how it is: two presses. Where, until when and who says so stand beside it and
//! need not be touched.

use super::{Known, Msg};
use crate::{
    board::{Area, Hope, Seen, Supply, Utility},
    job::Wall,
    page::{Control, Kind, Level, Part, Role},
    screens::{View, board},
    words::Line,
};

pub(super) fn parts(chosen: Option<(Utility, Known)>, wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    match chosen {
        Some((utility, known)) => one(utility, known, view),
        None => all(wall, view),
    }
}

const fn icon(utility: Utility) -> &'static str {
    match utility {
        Utility::Power => "plug",
        Utility::Water => "drop",
        Utility::Gas => "sun",
        Utility::Phone => "phone",
        Utility::Road => "pin",
        Utility::Transport => "run",
    }
}

fn all(wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let row = |utility: Utility| {
        let entry = wall.board.line(utility);
        let report = entry.and_then(|entry| entry.report());
        // Whoever changes it begins from what was said last.
        let known = report.map_or_else(Known::default, |report| Known {
            area: report.area,
            hope: report.hope,
            seen: report.seen,
        });
        let now = report.map_or_else(|| w.supply_unsaid(), |report| board::about(utility, *report, view));
        let name = board::utility(utility, view);
        let row = Control::new(Role::Row, format!("line/{}", utility.name()), name, Msg::Line(Some((utility, known))));
        Part::from(row.icon(icon(utility)).detail(now))
    };
    vec![Part::text(Level::Lead, w.post_line_which()), Part::group(Kind::List, Utility::ALL.map(row))]
}

fn one(utility: Utility, known: Known, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let state = |supply: Supply| {
        let name = board::supply(utility, supply, view);
        Part::from(Control::new(Role::Row, format!("is/{}", supply.name()), name, Msg::Say(utility, supply)))
    };
    let choice = |id: String, name: Line, on: bool, known: Known| {
        Part::from(Control::new(Role::Choice, id, name, Msg::Line(Some((utility, known)))).on(on))
    };
    let areas = Area::ALL.map(|area| {
        choice(format!("area/{}", area.name()), board::area(area, view), area == known.area, Known { area, ..known })
    });
    let hopes = Hope::ALL.map(|hope| {
        choice(format!("hope/{}", hope.name()), board::hope(hope, view), hope == known.hope, Known { hope, ..known })
    });
    let seens = Seen::ALL.map(|seen| {
        choice(format!("seen/{}", seen.name()), board::seen(seen, view), seen == known.seen, Known { seen, ..known })
    });
    vec![
        Part::text(Level::Lead, board::utility(utility, view)),
        Part::group(Kind::List, Supply::ALL.map(state)),
        Part::text(Level::Heading, w.post_line_area()),
        Part::group(Kind::Row, areas),
        Part::text(Level::Heading, w.post_line_hope()),
        Part::group(Kind::Row, hopes),
        Part::text(Level::Heading, w.post_line_seen()),
        Part::group(Kind::Row, seens),
        Part::text(Level::Note, w.order_recorded()),
    ]
}
