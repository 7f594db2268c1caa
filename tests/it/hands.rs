//! Hands that cannot touch: every control of every screen, in every mood and mode, is reached and pressed by arrows alone and by two switches
//! alone, within twelve presses, on every leaf of every panel.

#![expect(
    clippy::unwrap_used,
    clippy::excessive_nesting,
    reason = "a test may stop where it stands, and walks screens by panels by sizes by leaves"
)]

use crate::{
    figures::{self, Figure},
    screens::{PACK, kiosk},
};
use engawa::{
    app::{self, Model, Msg},
    config::Mode,
    lay::{
        self, Ems, Panel, Plan,
        press::{Press, targets},
        scan::{Scanner, Switch, Way, scan},
        walk::{Dir, go, keep},
    },
    page::{Id, Page},
    screens::{Sample, Screen},
    words::Tongue,
};
use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

/// 10.1 inch, 15.6 inch lying and standing, 27 inch.
pub(crate) const PANELS: [Panel; 4] = [
    Panel { w: 217.0, h: 136.0 },
    Panel { w: 344.0, h: 194.0 },
    Panel { w: 194.0, h: 344.0 },
    Panel { w: 597.0, h: 336.0 },
];

/// No control is farther away than this, counted in presses with the one that chooses.
const MOST: usize = 12;

/// Every screen in every mood and mode, as it stands on this panel; what looks in one mode as in another is seen once. How many there were.
pub(crate) fn each_screen(tongue: &Tongue, panel: Panel, mut see: impl FnMut(&str, &Model)) -> usize {
    let fresh = kiosk(tongue, panel);
    let (mut seen, mut count) = (BTreeMap::<&str, Vec<Page<Msg>>>::new(), 0);
    for mode in [Mode::Everyday, Mode::Class, Mode::Shelter] {
        let mut fresh = fresh.clone();
        fresh.standing.mode = mode;
        for Sample { name, mode: own, screen, overlay } in Screen::all(&PACK, &fresh.view()) {
            // A mood of one mode is seen in that mode; all others in all.
            if own != Mode::Everyday && own != mode {
                continue;
            }
            let mut model = fresh.clone();
            (model.screen, model.overlay) = (screen, overlay);
            count += 1;
            let (page, known) = (app::page(&model), seen.entry(name).or_default());
            if !known.contains(&page) {
                known.push(page);
                see(&format!("{name} {mode:?}"), &model);
            }
        }
    }
    count
}

/// Each leaf of what is shown, with its plan.
pub(crate) fn leaves(model: &Model) -> Vec<(Page<Msg>, Plan)> {
    let (panel, size) = (model.standing.panel, model.size());
    let leaves = app::leaves(model, &app::page(model), &mut Ems);
    let planned = leaves.into_iter().map(|leaf| {
        let plan = lay::plan(&leaf, panel, size, &mut Ems);
        (leaf, plan)
    });
    planned.collect()
}

/// The farthest control of a leaf from where the focus first stands, breadth first, in moves of the arrows; and every control that was reached.
fn by_arrows(leaf: &Page<Msg>, plan: &Plan) -> BTreeMap<Id, usize> {
    let Some(first) = keep(leaf, "") else { return BTreeMap::new() };
    let mut away = BTreeMap::from([(first.clone(), 0)]);
    let mut edge = VecDeque::from([first]);
    while let Some(here) = edge.pop_front() {
        let far = away.get(&here).copied().unwrap_or(0) + 1;
        for dir in [Dir::Left, Dir::Right, Dir::Up, Dir::Down] {
            let to = go(leaf, plan, &here, dir).unwrap();
            if !away.contains_key(&to) {
                away.insert(to.clone(), far);
                edge.push_back(to);
            }
        }
    }
    away
}

/// Every control that two switches press, breadth first over the scanner itself, with the presses it took.
fn by_switches(leaf: &Page<Msg>, plan: &Plan) -> BTreeMap<Id, usize> {
    let mut pressed = BTreeMap::new();
    let first = Scanner::new(scan(leaf, plan), Way::TwoSwitches, Duration::ZERO);
    let mut edge = vec![first];
    for presses in 1..=MOST {
        let mut next = vec![];
        for scanner in edge {
            let mut chose = scanner.clone();
            match chose.press(Switch::Choose, Duration::ZERO) {
                Some(id) => {
                    pressed.entry(id).or_insert(presses);
                }
                None => next.push(chose),
            }
            let mut stepped = scanner;
            stepped.press(Switch::Step, Duration::ZERO);
            next.push(stepped);
        }
        edge = next;
    }
    pressed
}

/// Whether what has the focus, or was chosen, is pressed by it: once, and not again by the same press.
fn is_pressed(leaf: &Page<Msg>, plan: &Plan, id: &Id) -> bool {
    let mut hand = Press::default();
    hand.show("here", targets(leaf, plan), Duration::ZERO);
    let once = hand.choose(id, Duration::from_secs(1)) && !hand.choose(id, Duration::from_millis(1400));
    once && leaf.control(id).is_some_and(|control| control.msg.is_some())
}

#[derive(Default)]
struct Farthest {
    screens: usize,
    leaves: usize,
    depth: usize,
    controls: usize,
    moves: usize,
    presses: usize,
    wrong: Vec<String>,
}

impl Farthest {
    fn see(&mut self, what: &str, leaf: &Page<Msg>, plan: &Plan) {
        let all: Vec<&Id> = leaf.controls().map(|control| &control.id).collect();
        let (arrows, switches) = (by_arrows(leaf, plan), by_switches(leaf, plan));
        self.leaves += 1;
        self.controls += all.len();
        for id in all {
            let (moves, presses) = (arrows.get(id).copied(), switches.get(id).copied());
            if moves.is_none_or(|moves| moves > MOST) || presses.is_none() || !is_pressed(leaf, plan, id) {
                self.wrong.push(format!("{what}: {id} in {moves:?} moves, {presses:?} presses"));
            }
            self.moves = self.moves.max(moves.unwrap_or(0));
            self.presses = self.presses.max(presses.unwrap_or(0));
        }
        let depth = scan(leaf, plan).depth();
        self.depth = self.depth.max(depth);
        if depth > 3 {
            self.wrong.push(format!("{what}: {depth} deep"));
        }
    }

    fn figures(&self) -> Vec<Figure> {
        let how = "cargo test --test it hands::";
        let figure = |id, value: usize, unit, limit, clauses| Figure {
            id,
            value: f64::from(u32::try_from(value).unwrap_or(u32::MAX)),
            unit,
            limit,
            clauses,
            screens: self.screens,
            how,
        };
        vec![
            figure("arrow-moves", self.moves, "moves to the farthest control", "≤ 12", KEYS),
            figure("switch-presses", self.presses, "presses of two switches to the farthest control", "≤ 12", KEYS),
            figure("switch-depth", self.depth, "choices from group to control", "≤ 3", KEYS),
            figure("leaves-reached", self.leaves, "leaves on which every control was reached and pressed", "all", KEYS),
            figure("controls-pressed", self.controls, "controls reached and pressed without a finger", "all", KEYS),
        ]
    }
}

/// Keyboard, no trap, focus order; operable without a touch screen; by those who cannot reach or hold still.
const KEYS: &[&str] = &[
    "WCAG 2.1.1",
    "WCAG 2.1.2",
    "WCAG 2.4.3",
    "WCAG 2.4.7",
    "EN 301 549 5.9",
    "EN 301 549 11.2.1.1.2",
    "JIS X 8341-3 2.1.1",
    "VVSG 2.0 ch. 7",
];

#[test]
fn every_control_of_every_screen_is_reached_and_pressed_in_twelve() {
    let mut far = Farthest::default();
    for panel in PANELS {
        far.screens += each_screen(&Tongue::JA, panel, |name, model| {
            let last = model.standing.sizes.len() - 1;
            for size in if last == 0 { vec![0] } else { vec![0, last] } {
                let mut model = model.clone();
                model.settings.size = size;
                for (n, (leaf, plan)) in leaves(&model).iter().enumerate() {
                    far.see(&format!("{name} {}x{} size {size} leaf {n}", panel.w, panel.h), leaf, plan);
                }
            }
        });
    }
    figures::write("hands", &far.figures());
    assert!(far.wrong.is_empty(), "{} are too far:\n{}", far.wrong.len(), far.wrong.join("\n"));
}
