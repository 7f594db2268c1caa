//! The page as it stands on the glass: cut into leaves, one of them planned.

use crate::{
    app::{self, Model, Msg},
    lay::{self, Measure, Panel, Plan, Size},
    page::Page,
    screens::Standing,
};

/// The page as it is laid out now.
pub(super) struct Laid {
    pub(super) page: Page<Msg>,
    pub(super) glass: Panel,
    /// What of the glass the page stands on, at its lower end.
    pub(super) panel: Panel,
    pub(super) size: Size,
    pub(super) leaves: Vec<Page<Msg>>,
    pub(super) at: usize,
    pub(super) plan: Plan,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turned {
    No,
    Yes,
}

impl Laid {
    pub(super) fn new(model: &Model, page: Page<Msg>, measure: &mut dyn Measure) -> Self {
        let (glass, panel, size) = (model.standing.glass, model.standing.panel, model.size());
        let leaves = app::leaves(model, &page, measure);
        let mut laid = Self { page, glass, panel, size, at: usize::MAX, leaves, plan: vec![] };
        laid.turn(&model.anchor, measure);
        laid
    }

    /// Laid out on what the model stands on, in its size.
    pub(super) fn is_for(&self, model: &Model) -> bool {
        let Standing { glass, panel, .. } = model.standing;
        (self.glass, self.panel, self.size) == (glass, panel, model.size())
    }

    /// Shows the leaf with this part.
    pub(super) fn turn(&mut self, anchor: &str, measure: &mut dyn Measure) -> Turned {
        let at = lay::leaf_at(&self.leaves, anchor);
        if at == self.at {
            return Turned::No;
        }
        self.at = at;
        let plan = lay::plan(self.leaf(), self.panel, self.size, measure);
        self.plan = lay::lowered(plan, self.glass, self.panel);
        Turned::Yes
    }

    pub(super) fn leaf(&self) -> &Page<Msg> {
        // `fold` gives at least one leaf; should it ever not, the whole page is better than nothing.
        self.leaves.get(self.at).or(self.leaves.first()).unwrap_or(&self.page)
    }
}
