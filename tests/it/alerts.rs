//! What must be noticed at once reaches everybody: wherever a page holds an alert, on whatever screen, overlay or banner, it is shown, it is
//! read, and assistive technology breaks off for it; and what comes over a page by itself, unasked, is one.

use crate::{
    figures::{self, Figure},
    hearing::{each, read_aloud},
    private::urgent,
};
use engawa::{
    app::{self, Msg},
    page::{Group, Kind, Page, Part},
    screens::Overlay,
};

/// The words of all alerts of a page, in order.
fn alerts(page: &Page<Msg>) -> Vec<String> {
    let is_alert = |part: &&Part<Msg>| matches!(part, Part::Group(Group { kind: Kind::Alert, .. }));
    let groups = page.walk().into_iter().filter(is_alert);
    groups.flat_map(|part| Page { parts: vec![part.clone()] }.script()).map(|said| said.line.plain()).collect()
}

/// What somebody called up stands there quietly; everything else that lies over a page is to be noticed.
fn comes_by_itself(overlay: &Overlay) -> bool {
    let called = matches!(overlay, Overlay::Language(_) | Overlay::Help(_) | Overlay::Ear(_) | Overlay::Leave(_));
    // What an empty hall reads from afar is for nobody in particular.
    !(called || overlay.is_rest()) || overlay.is_quiet()
}

#[test]
fn every_alert_is_shown_read_and_urgent_and_what_comes_by_itself_is_one() {
    let (mut found, mut missed) = (0, vec![]);
    let walked = each(|what, mut model| {
        let page = app::page(&model);
        let alerts = alerts(&page);
        let asked = model.overlay.as_ref().is_some_and(Overlay::is_quiet);
        if alerts.is_empty() {
            missed.extend(model.overlay.as_ref().is_some_and(comes_by_itself).then(|| format!("{what}: no alert")));
            return;
        }
        found += 1;
        // The nodes of the tree come in no order.
        let sorted = |mut words: Vec<String>| {
            words.sort();
            words
        };
        let urgent = sorted(urgent(&page, &model));
        if urgent != sorted(alerts.clone()) {
            missed.push(format!("{what}: {urgent:?} are urgent, not {alerts:?}"));
        }
        // Any press takes the question away whether anybody is there: `private` hears it come.
        let said: Vec<_> = if asked {
            alerts.clone()
        } else {
            read_aloud(&mut model).into_iter().map(|said| said.line.plain()).collect()
        };
        missed.extend(
            alerts.iter().filter(|alert| !said.contains(alert)).map(|alert| format!("{what}: {alert} is not said")),
        );
    });
    figures::write(
        "ear-alerts",
        &[Figure {
            id: "alerts-three-ways",
            value: missed.len() as f64,
            unit: "alerts that are not shown, said and assertive at once",
            limit: "0",
            clauses: &["WCAG 4.1.3", "EN 5.1.5", "EN 11.5.2.15"],
            screens: walked,
            how: "cargo test --test it alerts::",
        }],
    );
    assert_eq!(missed, Vec::<String>::new());
    assert!(found > 0, "no alert was met");
}
