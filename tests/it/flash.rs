//! Nothing flashes: no page changes by itself more than three times a second (WCAG 2.3.1, VVSG 7.1-B), whatever its screen is waiting for, counting
//! or showing. What does not change is painted the same: `paint` sees to that.

use crate::{
    figures::{self, Figure},
    panels::{PANELS, samples},
};
use engawa::{
    app::{self, Model, Msg},
    clock::Now,
    config::Reach,
    words::Tongue,
};
use std::time::Duration;

/// From one look to the next.
const BETWEEN: Duration = Duration::from_millis(100);
/// So long each page is watched.
const LOOKS: u32 = 22;

/// At which of the looks the page was another than before.
fn changes(mut model: Model) -> Vec<u32> {
    let mut before = app::page(&model);
    let mut out = vec![];
    for n in 1..=LOOKS {
        let running = model.standing.running + BETWEEN;
        let now = Now { at: model.standing.now.at + BETWEEN, ..model.standing.now };
        drop(app::update(&mut model, Msg::Tick { now, running }));
        let page = app::page(&model);
        if page != before {
            out.push(n);
        }
        before = page;
    }
    out
}

#[test]
fn no_page_changes_by_itself_more_than_three_times_a_second() {
    let (mut most, mut walked) = (0, 0);
    for (name, model) in samples(&Tongue::JA, PANELS[0].1, Reach::Whole, 0) {
        let at = changes(model);
        let within = |from: u32| at.iter().filter(|n| (from..from + 10).contains(*n)).count();
        let fastest = (1..=LOOKS - 9).map(within).max().unwrap_or(0);
        assert!(fastest <= 3, "{name} changes {fastest} times a second");
        (most, walked) = (most.max(fastest), walked + 1);
    }
    let clauses = &["EN 301 549 11.2.3.1", "WCAG 2.3.1", "WCAG 2.2.2", "VVSG 7.1-B"];
    let how = "cargo test --test it flash::";
    let (id, value) = ("changes-a-second", u32::try_from(most).map_or(f64::NAN, f64::from));
    figures::write("flash", &[Figure { id, value, unit: "a second", limit: "≤ 3", clauses, screens: walked, how }]);
}
