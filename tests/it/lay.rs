//! Layout without a window: every page on every panel at every size.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::excessive_nesting,
    reason = "a test may stop where it stands, and walks pages by panels by sizes by leaves"
)]

mod lessons;
mod promises;
mod reach;
mod real;
mod samples;
mod tongues;

use engawa::{
    lay::{self, Ems, Panel, Plan, Rect, Size, Turning},
    page::{Kind, Page, Part, Role},
};
use samples::Msg;
use std::collections::BTreeMap;

/// 15.6 inch, 12.5 inch, 10.1 inch, 15.6 inch standing, 27 inch.
const PANELS: [Panel; 5] = [
    Panel { w: 344.0, h: 194.0 },
    Panel { w: 276.0, h: 155.0 },
    Panel { w: 217.0, h: 136.0 },
    Panel { w: 194.0, h: 344.0 },
    Panel { w: 597.0, h: 336.0 },
];

fn fold(page: &Page<Msg>, panel: Panel, size: Size) -> Vec<Page<Msg>> {
    let turning = Turning {
        back: "もどる".into(),
        next: "つぎ".into(),
        count: &|n, all| format!("{n}／{all}ページ").as_str().into(),
        msg: &Msg::Turn,
    };
    lay::fold(page, panel, size, &mut Ems, &turning)
}

fn plan(page: &Page<Msg>, panel: Panel, size: Size) -> Plan {
    lay::plan(page, panel, size, &mut Ems)
}

/// Every page, panel and offered size, with its leaves.
fn every_leaf(mut see: impl FnMut(&str, &Page<Msg>, Panel, Size, &[Page<Msg>])) {
    for (name, page) in samples::all() {
        for panel in PANELS {
            for size in lay::sizes(panel) {
                let leaves = fold(&page, panel, size);
                let what = format!("{name} {}x{} em {}", panel.w, panel.h, size.em);
                see(&what, &page, panel, size, &leaves);
            }
        }
    }
}

fn words_by_id(page: &Page<Msg>) -> BTreeMap<String, String> {
    page.walk().into_iter().filter_map(|part| Some((part.id()?.to_string(), part.words()?.plain()))).collect()
}

#[test]
fn folding_loses_and_doubles_nothing() {
    every_leaf(|what, page, _, _, leaves| {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for leaf in leaves {
            assert_eq!(leaf.problems(), Vec::<String>::new(), "{what}");
            for part in leaf.walk() {
                let inside = matches!(part.kind(), Some(Kind::Top | Kind::Bar | Kind::Turn));
                if let (false, Some(id), Some(words)) = (inside, part.id(), part.words()) {
                    found.entry(id.to_string()).or_default().push(words.plain());
                }
            }
        }
        let on_every = |id: &str| ["bar/", "top/", "key"].iter().any(|start| id.starts_with(start));
        for (id, words) in words_by_id(page) {
            let mut back = String::new();
            for half in (0..).map(|n| format!("{id}{}", "+".repeat(n))).map_while(|id| found.get(&id)) {
                back += &half[0];
            }
            let compact =
                page.control(&id).filter(|control| control.role == Role::Card).map(|control| control.name.plain());
            assert!(back == words || compact.as_ref() == Some(&back), "{what}: {id} is {back:?}, was {words:?}");
            let title = page.walk().into_iter().any(|part| matches!(part, Part::Text(text) if text.id == id));
            assert!(
                on_every(&id) || title || found[&id].len() == 1,
                "{what}: {id} is there {} times",
                found[&id].len()
            );
        }
    });
}

#[test]
fn everything_stands_inside_and_apart() {
    let mut wrong = vec![];
    every_leaf(|what, _, panel, size, leaves| {
        for (n, leaf) in leaves.iter().enumerate() {
            let plan = plan(leaf, panel, size);
            assert_eq!(plan.len(), leaf.walk().len(), "{what}");
            check_leaf(&format!("{what} leaf {n}"), leaf, &plan, panel, &mut wrong);
        }
    });
    assert!(wrong.is_empty(), "{} places break:\n{}", wrong.len(), wrong.join("\n"));
}

fn check_leaf(what: &str, leaf: &Page<Msg>, plan: &Plan, panel: Panel, wrong: &mut Vec<String>) {
    let walk = leaf.walk();
    let bar = walk
        .iter()
        .zip(plan)
        .find(|(part, _)| part.kind() == Some(Kind::Bar))
        .map_or(panel.h, |(_, placed)| placed.rect.y);
    let in_bar = |n: usize| plan[n].group.is_some_and(|g| walk[g].kind() == Some(Kind::Bar));
    // How large the keys of a canvas are is its screen's decision, by `lay::canvas_room`.
    let drawn = |n: usize| plan[n].group.is_some_and(|g| matches!(walk[g], Part::Canvas(_)));
    let controls: Vec<usize> = (0..walk.len()).filter(|n| matches!(walk[*n], Part::Control(_)) && !drawn(*n)).collect();
    for (at, &c) in controls.iter().enumerate() {
        let r = plan[c].rect;
        if r.w < 19.99 || r.h < 19.99 {
            wrong.push(format!("{what}: {:?} is {:.1}x{:.1}", walk[c].id(), r.w, r.h));
        }
        for &d in controls.iter().skip(at + 1) {
            if r.gap(plan[d].rect) < 3.19 {
                wrong.push(format!("{what}: {:?} {r:?} near {:?} {:?}", walk[c].id(), walk[d].id(), plan[d].rect));
            }
        }
    }
    for (n, (part, placed)) in walk.iter().zip(plan).enumerate() {
        let all = placed.runs.iter().map(|run| Rect::new(run.x, run.y, run.w, run.em)).fold(placed.rect, Rect::union);
        let floor = if in_bar(n) || part.kind() == Some(Kind::Bar) { panel.h } else { bar };
        if all.x < -0.1 || all.y < -0.1 || all.right() > panel.w + 0.1 || all.bottom() > floor + 0.1 {
            wrong.push(format!("{what}: {:?} {:?} outside: {all:?}", part.id(), part.kind()));
        }
        if let Part::Control(_) = part {
            let r = placed.rect;
            for run in placed.runs.iter().filter(|run| {
                run.x < r.x - 0.1
                    || run.x + run.w > r.right() + 0.1
                    || run.y < r.y - 0.1
                    || run.y + run.em > r.bottom() + 0.1
            }) {
                wrong.push(format!("{what}: {:?} {r:?} does not hold {run:?}", part.id()));
            }
        }
    }
}
