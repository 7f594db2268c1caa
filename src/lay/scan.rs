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

/// Controls of one group that stand side by side, or one below the other.
struct Row {
    group: Option<usize>,
    items: Vec<Item>,
}

impl Row {
    /// Whether the next control goes on in the same direction.
    fn goes_on(&self, next: Rect) -> bool {
        let level = |a: Rect, b: Rect| (a.y - b.y).abs() < 2.0;
        let below = |a: Rect, b: Rect| (a.x - b.x).abs() < 2.0;
        match self.items.as_slice() {
            [] => true,
            [one] => level(one.rect, next) || below(one.rect, next),
            [one, two, ..] => {
                let last = self.items.last().map_or(next, |item| item.rect);
                if level(one.rect, two.rect) { level(last, next) } else { below(last, next) }
            }
        }
    }
}

/// The tree with which the farthest control of the page needs the fewest presses, at most three levels deep.
pub fn scan<M>(page: &Page<M>, plan: &Plan) -> Scan {
    let rows = rows(page, plan);
    let trees = (3..=60).flat_map(|most| [Sets::OfOneGroup, Sets::Any].map(|sets| (most, sets)));
    trees.into_iter().find_map(|(most, sets)| tree(&rows, most, sets)).unwrap_or(Scan::Set(vec![]))
}

/// Whether a set may hold rows of several groups.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sets {
    OfOneGroup,
    Any,
}

fn rows<M>(page: &Page<M>, plan: &Plan) -> Vec<Row> {
    let mut rows: Vec<Row> = vec![];
    for (n, control) in live(page) {
        let Some(placed) = plan.get(n) else { continue };
        let again = if control.role == Role::Key { Again::Near } else { Again::FromTheTop };
        let item = Item { id: control.id.clone(), rect: placed.rect, again };
        match rows.last_mut() {
            Some(row) if row.group == placed.group && row.goes_on(placed.rect) => row.items.push(item),
            _ => rows.push(Row { group: placed.group, items: vec![item] }),
        }
    }
    rows
}

/// Deals the rows into sets so that every control is reached in `most` presses: the later a set stands, the fewer rows it holds, and
/// the later a row stands in it, the shorter it is. `None` if that can not be.
fn tree(rows: &[Row], most: usize, sets: Sets) -> Option<Scan> {
    let mut out: Vec<(Option<usize>, Vec<Vec<Item>>)> = vec![];
    for row in rows {
        let mut rest = row.items.as_slice();
        while !rest.is_empty() {
            let joins = |(group, set): &(Option<usize>, Vec<_>)| {
                (sets == Sets::Any || *group == row.group) && most > out.len() + set.len() + 1
            };
            if !out.last().is_some_and(joins) {
                out.push((row.group, vec![]));
            }
            // One press for each set and row passed over, and one to choose each.
            let taken = out.len() + out.last().map_or(0, |(_, set)| set.len()) + 1;
            let room = most.checked_sub(taken).filter(|room| *room > 0)?;
            let pieces = rest.len().div_ceil(room);
            let (now, later) = rest.split_at(rest.len().div_ceil(pieces));
            if let Some((_, set)) = out.last_mut() {
                set.push(now.to_vec());
            }
            rest = later;
        }
    }
    let items = |items: Vec<Item>| Scan::set(items.into_iter().map(Scan::Item).collect());
    let set = |(n, (_, rows)): (usize, (_, Vec<Vec<Item>>))| {
        let count = rows.iter().map(Vec::len).sum::<usize>();
        let few = count <= 4 && n + 1 + count <= most;
        if few { items(rows.concat()) } else { Scan::set(rows.into_iter().map(items).collect()) }
    };
    Some(Scan::Set(out.into_iter().enumerate().map(set).collect()))
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

    /// Time steps faster or slower from now on.
    pub fn pulse(&mut self, step: Duration) {
        if let Way::OneSwitch { step: own } = &mut self.way {
            *own = step;
        }
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
        assert_eq!(scanner.press(Switch::Step, Duration::from_secs(2)), None);
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
