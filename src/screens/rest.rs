//! When nobody is there: the time, today's plan, the notices, and how electricity and water are, one thing after the other in the largest letters
//! that the glass has room for, to be read from across a hall. Nothing moves between two steps, and nothing stays where it was: what stands on one spot
//! for days burns into the glass. Any touch and any key leads back to the first page.

use super::{Event, View, board};
use crate::{
    board::{Shown, Utility},
    job::Wall,
    page::{Control, Kind, Level, Page, Part},
    words::Line,
};
use std::time::Duration;

/// Long enough to be read twice from afar.
const STEP: Duration = Duration::from_secs(12);
/// Of more nobody waits for the end.
const NOTICES: usize = 8;
/// Lines on one page that are still large.
const LINES: usize = 3;

/// Since when, on the kiosk's own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    pub since: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    Wake,
}

impl State {
    /// When it next shows something else.
    pub fn due(self, running: Duration) -> Duration {
        let steps = u32::try_from(self.step(running)).unwrap_or(u32::MAX).saturating_add(1);
        self.since + STEP.saturating_mul(steps)
    }

    fn step(self, running: Duration) -> u64 {
        running.saturating_sub(self.since).as_secs() / STEP.as_secs()
    }
}

/// Whether there is anything to show to an empty hall.
pub fn is_called_for(view: &View<'_>) -> bool {
    view.standing.wall.as_ref().is_some_and(|wall| {
        !wall.board.notices(view.standing.now).is_empty()
            || Utility::ALL.iter().any(|one| wall.board.line(*one).is_some())
    })
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    let Msg::Wake = msg;
    vec![Event::Close]
}

pub fn title(view: &View<'_>) -> Line {
    view.words().rest_title()
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let sheets = sheets(view);
    let step = usize::try_from(state.step(view.standing.running)).unwrap_or_default();
    let shown = sheets.get(step % sheets.len().max(1)).cloned().unwrap_or_default();
    let wake = Control::button("rest/wake", view.words().rest_touch(), Msg::Wake).icon("hand");
    let wake = Part::group(Kind::Row, [wake.into()]);
    // Above and below in turn.
    let parts: Vec<Part<Msg>> = if step.is_multiple_of(2) {
        shown.into_iter().chain([wake]).collect()
    } else {
        [wake].into_iter().chain(shown).collect()
    };
    Page::new([Part::group(Kind::Poster, parts)])
}

fn sheets(view: &View<'_>) -> Vec<Vec<Part<Msg>>> {
    let now = view.standing.now;
    let mut out = vec![vec![
        Part::text(Level::Lead, super::home::title(view)),
        Part::text(Level::Lead, view.words().moment(now.jst().datetime())),
    ]];
    let Some(wall) = view.standing.wall.as_deref() else { return out };
    let hanging = wall.board.notices(now);
    out.extend(plan(&hanging, wall, view));
    let notice = |shown: &Shown<'_>| {
        let head = Part::text(Level::Lead, board::said::marked(shown, wall, view));
        let more = board::said::short(shown.filled, wall, view);
        let more = (!more.is_empty()).then(|| Part::text(Level::Body, more));
        [head].into_iter().chain(more).collect()
    };
    out.extend(hanging.iter().filter(|shown| !shown.past).take(NOTICES).map(notice));
    let lines: Vec<Part<Msg>> = Utility::ALL
        .into_iter()
        .filter_map(|one| {
            let entry = wall.board.line(one)?;
            let said = board::about(one, *entry.report()?, view);
            let since = board::since_line(entry.at, view);
            Some([Part::text(Level::Lead, said), Part::text(Level::Age, since)])
        })
        .flatten()
        .collect();
    out.extend(lines.chunks(2 * LINES).map(<[_]>::to_vec));
    out
}

/// What is still to come today, in the order of the day.
fn plan(hanging: &[Shown<'_>], wall: &Wall, view: &View<'_>) -> Vec<Vec<Part<Msg>>> {
    let w = view.words();
    let now = view.standing.now;
    if !now.trusted {
        return vec![];
    }
    let today = now.jst().date();
    let timed = |shown: &Shown<'_>| {
        let when = shown.filled.when.filter(|when| when.day == today && !shown.past)?;
        let title = board::said::title(shown.filled, wall, view);
        Some((when.from?, title))
    };
    let mut all: Vec<_> = hanging.iter().filter_map(timed).collect();
    all.sort_by_key(|(from, _)| *from);
    let line = |(from, title): &(jiff::civil::Time, Line)| {
        Part::text(Level::Body, w.board_change_put(w.time(*from), title.clone()))
    };
    let sheet = |some: &[(jiff::civil::Time, Line)]| {
        [Part::text(Level::Lead, w.rest_plan())].into_iter().chain(some.iter().map(line)).collect()
    };
    all.chunks(LINES).map(sheet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::{Screen, view::tests};

    #[test]
    fn a_step_every_twelve_seconds_and_no_spot_that_keeps_its_words() {
        let (mut standing, settings) = (tests::standing(), tests::settings());
        standing.wall = Some(Screen::sample_wall(&View { standing: &standing, settings: &settings }));
        let state = State { since: Duration::from_mins(1) };
        let mut pages = vec![];
        let mut at = state.since;
        for _ in 0..30 {
            standing.running = at;
            pages.push(page(&state, &View { standing: &standing, settings: &settings }));
            let next = state.due(at);
            assert_eq!(next.checked_sub(at), Some(STEP));
            standing.running = next.checked_sub(Duration::from_millis(1)).unwrap();
            assert_eq!(Some(&page(&state, &View { standing: &standing, settings: &settings })), pages.last());
            at = next;
        }
        assert!(pages.windows(2).all(|two| two[0] != two[1]), "each step shows something else");
        let first = |page: &Page<Msg>| page.script().first().map(|said| said.line.plain());
        assert!(pages.windows(2).all(|two| first(&two[0]) != first(&two[1])), "and from another line on");
        assert!(is_called_for(&View { standing: &standing, settings: &settings }));
    }
}
