//! Folding loses nothing: every word of a page is on one of its leaves.

use engawa::{
    app::Msg,
    page::{Page, Part, Role},
};
use std::collections::BTreeMap;

fn plain(part: &Part<Msg>) -> String {
    part.words().map(|line| line.plain()).unwrap_or_default()
}

pub(super) fn check(what: &str, page: &Page<Msg>, leaves: &[Page<Msg>], wrong: &mut Vec<String>) {
    let mut found: BTreeMap<&str, String> = BTreeMap::new();
    for leaf in leaves {
        for part in leaf.walk() {
            if let Some(id) = part.id() {
                found.entry(id).or_insert_with(|| plain(part));
            }
        }
    }
    for part in page.walk() {
        let Some(id) = part.id() else { continue };
        let halves = (0..).map(|n| format!("{id}{}", "+".repeat(n)));
        let shown: String = halves.map_while(|half| found.get(half.as_str()).cloned()).collect();
        // On glass too small for all cards their quieter lines give way.
        let card =
            matches!(part, Part::Control(control) if control.role == Role::Card && control.name.plain() == shown);
        if shown != plain(part) && !card {
            wrong.push(format!("{what}: {id} is {shown:?} on the leaves, {:?} on the page", plain(part)));
        }
    }
}
