//! Everything with two switches, or with one and patience: what is offered is a tree of groups, rows and controls, stepped through
//! by one switch (or by time) and chosen by the other. Pure; time is a parameter.

use super::{Plan, Rect, walk::live};
use crate::page::{Id, Page, Role};
use std::time::Duration;

/// What the switches step through. A set of one is its item.
#[derive(Clone, Debug, PartialEq)]
pub enum Scan {
    Item(Item),
    Set(Vec<Self>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: Id,
    pub rect: Rect,
    /// After a key the next key is likely: scanning stays near it.
    again: Again,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Again {
    Near,
    FromTheTop,
}

/// A line of controls that stand side by side in one group.
struct Row {
    group: Option<usize>,
    y: f32,
    items: Vec<Item>,
}

/// The tree with which the farthest control of the page needs the fewest presses, at most three levels deep.
pub fn scan<M>(page: &Page<M>, plan: &Plan) -> Scan {
    let rows = rows(page, plan);
    let mut best: Option<(usize, usize, Scan)> = None;
    for (length, rows_in_set) in (3..=8).flat_map(|length| (1..=6).map(move |rows| (length, rows))) {
        for sets in 3..=7 {
            let tree = tree(&rows, length, rows_in_set, sets);
            let presses = tree.presses();
            let farthest = presses.iter().map(|(_, n)| *n).max().unwrap_or(0);
            let all = presses.iter().map(|(_, n)| n).sum();
            if best.as_ref().is_none_or(|(f, a, _)| (farthest, all) < (*f, *a)) {
                best = Some((farthest, all, tree));
            }
        }
    }
    best.map_or_else(|| Scan::Set(vec![]), |(_, _, tree)| tree)
}

fn rows<M>(page: &Page<M>, plan: &Plan) -> Vec<Row> {
    let mut rows: Vec<Row> = vec![];
    for (n, control) in live(page) {
        let Some(placed) = plan.get(n) else { continue };
        let again = if control.role == Role::Key { Again::Near } else { Again::FromTheTop };
        let item = Item { id: control.id.clone(), rect: placed.rect, again };
        match rows.last_mut() {
            Some(row) if row.group == placed.group && (row.y - placed.rect.y).abs() < 2.0 => row.items.push(item),
            _ => rows.push(Row { group: placed.group, y: placed.rect.y, items: vec![item] }),
        }
    }
    rows
}

/// Rows no longer than `length`, in sets of `rows_in_set` that do not cross groups, as long as there are no more than `sets` of
/// them; otherwise the smallest neighbours go together.
fn tree(rows: &[Row], length: usize, rows_in_set: usize, sets: usize) -> Scan {
    let mut out: Vec<(Option<usize>, Vec<Vec<Item>>)> = vec![];
    for row in rows {
        let pieces = row.items.len().div_ceil(length).max(1);
        for n in 0..pieces {
            let part = n * row.items.len() / pieces..(n + 1) * row.items.len() / pieces;
            let items = row.items.get(part).unwrap_or_default().to_vec();
            match out.last_mut() {
                Some((group, set)) if *group == row.group && set.len() < rows_in_set => set.push(items),
                _ => out.push((row.group, vec![items])),
            }
        }
    }
    while out.len() > sets {
        let size = |n: usize| out.get(n).map_or(0, |(_, set)| set.iter().map(Vec::len).sum::<usize>());
        let Some(least) = (1..out.len()).min_by_key(|n| size(*n) + size(n - 1)) else { break };
        let (_, joined) = out.remove(least);
        if let Some((_, set)) = out.get_mut(least - 1) {
            set.extend(joined);
        }
    }
    let items = |items: Vec<Item>| Scan::set(items.into_iter().map(Scan::Item).collect());
    let set = |rows: Vec<Vec<Item>>| {
        let few = rows.iter().map(Vec::len).sum::<usize>() <= 4;
        if few { items(rows.concat()) } else { Scan::set(rows.into_iter().map(items).collect()) }
    };
    Scan::Set(out.into_iter().map(|(_, rows)| set(rows)).collect())
}

impl Scan {
    fn set(mut parts: Vec<Self>) -> Self {
        match parts.pop() {
            Some(only) if parts.is_empty() => only,
            last => Self::Set(parts.into_iter().chain(last).collect()),
        }
    }

    fn parts(&self) -> &[Self] {
        match self {
            Self::Set(parts) => parts,
            Self::Item(_) => &[],
        }
    }

    /// What the ring goes round while this is offered.
    pub fn ring(&self) -> Rect {
        match self {
            Self::Item(item) => item.rect,
            Self::Set(parts) => parts.iter().map(Self::ring).reduce(Rect::union).unwrap_or_default(),
        }
    }

    /// Every control in it, in order.
    pub fn ids(&self) -> Vec<Id> {
        match self {
            Self::Item(item) => vec![item.id.clone()],
            Self::Set(parts) => parts.iter().flat_map(Self::ids).collect(),
        }
    }

    /// Every control with the presses it takes from the top: a step for each thing passed over, one to choose on each level.
    pub fn presses(&self) -> Vec<(Id, usize)> {
        match self {
            Self::Item(item) => vec![(item.id.clone(), 0)],
            Self::Set(parts) => {
                let inside = parts.iter().enumerate();
                inside
                    .flat_map(|(n, part)| part.presses().into_iter().map(move |(id, more)| (id, more + n + 1)))
                    .collect()
            }
        }
    }

    /// How often one has to choose.
    pub fn depth(&self) -> usize {
        match self {
            Self::Item(_) => 0,
            Self::Set(parts) => 1 + parts.iter().map(Self::depth).max().unwrap_or(0),
        }
    }
}

/// How a person scans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// One switch steps, the other chooses.
    TwoSwitches,
    /// Time steps, the switch chooses.
    OneSwitch { step: Duration },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    Step,
    Choose,
}

/// Where a person is in the tree.
#[derive(Clone, Debug)]
pub struct Scanner {
    tree: Scan,
    way: Way,
    /// The sets gone into, and which part of the innermost is offered.
    path: Vec<usize>,
    offered: usize,
    since: Duration,
}

impl Scanner {
    pub fn new(tree: Scan, way: Way, now: Duration) -> Self {
        Self { tree, way, path: vec![], offered: 0, since: now }
    }

    /// The page changed. While the same controls are there scanning goes on where it is.
    pub fn show(&mut self, tree: Scan, now: Duration) {
        if tree.ids() != self.tree.ids() {
            (self.path, self.offered, self.since) = (vec![], 0, now);
        }
        self.tree = tree;
        if self.offer().is_none() {
            (self.path, self.offered) = (vec![], 0);
        }
    }

    /// What is offered now; `None` when there is nothing to press.
    pub fn offer(&self) -> Option<&Scan> {
        self.inside()?.parts().get(self.offered)
    }

    fn inside(&self) -> Option<&Scan> {
        self.path.iter().try_fold(&self.tree, |set, at| set.parts().get(*at))
    }

    /// A switch was pressed; the answer is the control that was chosen by it. With one switch both do the same.
    pub fn press(&mut self, switch: Switch, now: Duration) -> Option<Id> {
        self.since = now;
        if switch == Switch::Step && self.way == Way::TwoSwitches {
            self.step();
            return None;
        }
        match self.offer()? {
            Scan::Set(_) => {
                self.path.push(self.offered);
                self.offered = 0;
                None
            }
            Scan::Item(item) => {
                let (id, again) = (item.id.clone(), item.again);
                self.path.truncate(usize::from(again == Again::Near));
                self.offered = 0;
                Some(id)
            }
        }
    }

    /// Lets time pass; `true` when something else is offered now.
    pub fn tick(&mut self, now: Duration) -> bool {
        let Way::OneSwitch { step } = self.way else { return false };
        if step.is_zero() || now < self.since + step {
            return false;
        }
        self.since = now;
        self.step();
        true
    }

    /// When [`Self::tick`] has something to do again.
    pub fn next_tick(&self) -> Option<Duration> {
        match self.way {
            Way::OneSwitch { step } => Some(self.since + step),
            Way::TwoSwitches => None,
        }
    }

    /// The next part; behind the last one the way leads out of the set again, so that a wrong choice is never a trap.
    fn step(&mut self) {
        let count = self.inside().map_or(0, |set| set.parts().len());
        self.offered += 1;
        if self.offered >= count {
            self.offered = self.path.pop().unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(id: &str) -> Scan {
        Scan::Item(Item { id: id.into(), rect: Rect::default(), again: Again::FromTheTop })
    }

    fn sample() -> Scan {
        let key = |id: &str| Scan::Item(Item { id: id.into(), rect: Rect::default(), again: Again::Near });
        Scan::Set(vec![item("a"), Scan::Set(vec![key("b"), key("c")]), item("d")])
    }

    const NONE: Duration = Duration::ZERO;

    fn offered(scanner: &Scanner) -> Vec<Id> {
        scanner.offer().map(Scan::ids).unwrap_or_default()
    }

    #[test]
    fn two_switches_step_and_choose() {
        let mut scanner = Scanner::new(sample(), Way::TwoSwitches, NONE);
        assert_eq!(offered(&scanner), ["a"]);
        scanner.press(Switch::Step, NONE);
        assert_eq!(offered(&scanner), ["b", "c"]);
        assert_eq!(scanner.press(Switch::Choose, NONE), None);
        scanner.press(Switch::Step, NONE);
        assert_eq!(scanner.press(Switch::Choose, NONE), Some("c".into()));
        assert_eq!(offered(&scanner), ["b"], "the next key is near");
        scanner.press(Switch::Step, NONE);
        scanner.press(Switch::Step, NONE);
        assert_eq!(offered(&scanner), ["b", "c"], "behind the last the way leads out");
        scanner.press(Switch::Step, NONE);
        assert_eq!(scanner.press(Switch::Choose, NONE), Some("d".into()));
        assert_eq!(offered(&scanner), ["a"]);
    }

    #[test]
    fn one_switch_waits_for_time() {
        let step = Duration::from_millis(1500);
        let mut scanner = Scanner::new(sample(), Way::OneSwitch { step }, NONE);
        assert!(!scanner.tick(Duration::from_millis(1499)));
        assert!(scanner.tick(scanner.next_tick().unwrap()));
        assert_eq!(scanner.press(Switch::Step, Duration::from_millis(2000)), None);
        assert_eq!(offered(&scanner), ["b"]);
        assert!(!scanner.tick(Duration::from_millis(3499)), "a press gives a whole step again");
        assert_eq!(scanner.press(Switch::Choose, Duration::from_millis(3499)), Some("b".into()));
    }

    #[test]
    fn a_rebuilt_page_keeps_the_place_and_another_begins_at_the_top() {
        let mut scanner = Scanner::new(sample(), Way::TwoSwitches, NONE);
        scanner.press(Switch::Step, NONE);
        scanner.show(sample(), NONE);
        assert_eq!(offered(&scanner), ["b", "c"]);
        scanner.show(Scan::Set(vec![item("x"), item("y")]), NONE);
        assert_eq!(offered(&scanner), ["x"]);
        scanner.show(Scan::Set(vec![]), NONE);
        assert_eq!((scanner.press(Switch::Choose, NONE), scanner.press(Switch::Step, NONE)), (None, None));
    }
}
