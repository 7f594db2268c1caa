//! Where focus is. It belongs to the shell and is never lost: it stays where it was while the page changes round it, it comes back to
//! what opened a page when one returns from there, and on a new page it stands on the first thing that can be pressed.

use crate::{
    lay::{Plan, walk},
    page::{Id, Page},
};

/// The control that has the focus, and those that had it on the pages behind this one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Focus {
    at: Id,
    /// One for every page that one can go back to: what was pressed there.
    trail: Vec<Id>,
    /// Whether anybody uses it: a ring would only puzzle those who touch.
    used: Used,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Used {
    #[default]
    No,
    Yes,
}

impl Focus {
    /// Empty only on a page without controls.
    pub(super) fn at(&self) -> &Id {
        &self.at
    }

    /// Where the ring goes, if there is one.
    pub(super) fn ring(&self) -> Option<&Id> {
        (self.used == Used::Yes && !self.at.is_empty()).then_some(&self.at)
    }

    /// Fingers and mouse need no ring; keys, pads and assistive technology do.
    pub(super) fn used(&mut self, used: Used) {
        self.used = used;
    }

    /// Takes in that the page is now `leaf`, so many pages deep. Deeper than before: what had the focus is noted, and the new page
    /// begins at its beginning. Less deep: what was noted there has it again.
    pub(super) fn settle<M>(&mut self, leaf: &Page<M>, depth: usize) {
        while self.trail.len() > depth {
            self.at = self.trail.pop().unwrap_or_default();
        }
        while self.trail.len() < depth {
            self.trail.push(std::mem::take(&mut self.at));
        }
        self.at = walk::keep(leaf, &self.at).unwrap_or_default();
    }

    /// Puts it on a control, if that is on this leaf.
    pub(super) fn set<M>(&mut self, leaf: &Page<M>, id: &Id) {
        if leaf.control(id).is_some() {
            self.at = id.clone();
        }
    }

    /// Moves it; says whether it moved.
    pub(super) fn go<M>(&mut self, leaf: &Page<M>, plan: &Plan, dir: walk::Dir) -> Moved {
        let to = walk::go(leaf, plan, &self.at, dir).unwrap_or_default();
        if to == self.at {
            return Moved::No;
        }
        self.at = to;
        Moved::Yes
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moved {
    No,
    Yes,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Control;

    fn page(ids: &[&str]) -> Page<()> {
        Page::new(ids.iter().map(|id| Control::button(*id, *id, ()).into()))
    }

    #[test]
    fn focus_comes_back_to_what_opened_the_page() {
        let (home, shelf, help) = (page(&["a", "b", "c"]), page(&["back", "x", "y"]), page(&["close"]));
        let mut focus = Focus::default();
        focus.settle(&home, 0);
        assert_eq!(focus.at(), "a");
        focus.set(&home, &"b".into());
        focus.settle(&shelf, 1);
        assert_eq!(focus.at(), "back");
        focus.set(&shelf, &"y".into());
        focus.settle(&help, 2);
        assert_eq!(focus.at(), "close");
        focus.settle(&shelf, 1);
        assert_eq!(focus.at(), "y");
        focus.settle(&home, 0);
        assert_eq!(focus.at(), "b");
    }

    #[test]
    fn focus_stays_while_the_page_changes_round_it() {
        let mut focus = Focus::default();
        focus.settle(&page(&["a", "b"]), 1);
        focus.set(&page(&["a", "b"]), &"b".into());
        focus.settle(&page(&["new", "a", "b"]), 1);
        assert_eq!(focus.at(), "b");
        focus.settle(&page(&["a"]), 1);
        assert_eq!(focus.at(), "a", "b is gone");
        focus.settle(&page(&[]), 1);
        assert_eq!(focus.at(), "");
        focus.settle(&page(&["z"]), 1);
        assert_eq!(focus.at(), "z");
    }

    #[test]
    fn several_pages_at_once() {
        let mut focus = Focus::default();
        focus.settle(&page(&["a"]), 0);
        focus.settle(&page(&["p", "q"]), 3);
        focus.set(&page(&["p", "q"]), &"q".into());
        focus.settle(&page(&["b", "a"]), 0);
        assert_eq!(focus.at(), "a");
    }
}
