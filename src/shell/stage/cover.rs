//! The cover over the glass: a page of its own that fingers find, while keys, pad, switches and the voice go on with the page beneath.

use super::Stage;
use crate::{
    app::{self, Msg},
    job::Job,
    lay::{self, Measure, Panel, Plan, Size},
    page::Page,
};

/// The page that covers the glass, as it is laid out now, and the finger on it.
pub(in crate::shell) struct Cover {
    pub(in crate::shell) page: Page<Msg>,
    pub(in crate::shell) plan: Plan,
    stands: (Panel, Size),
    hand: lay::press::Press,
}

impl Stage {
    /// What covers the glass, if anything does.
    pub(in crate::shell) const fn cover(&self) -> Option<&Cover> {
        self.cover.as_ref()
    }

    /// Lays the cover out, where it is not yet or stands otherwise, or takes it away.
    pub(super) fn lay_cover(&mut self, measure: &mut dyn Measure) {
        let stands = (self.model.standing.panel, self.model.size());
        let Some(page) = app::cover(&self.model) else {
            self.cover = None;
            return;
        };
        if self.cover.as_ref().is_some_and(|cover| cover.page == page && cover.stands == stands) {
            return;
        }
        let plan = lay::plan(&page, stands.0, stands.1, measure);
        let plan = lay::lowered(plan, self.model.standing.glass, stands.0);
        let mut hand = lay::press::Press::default();
        hand.show("cover", lay::press::targets(&page, &plan), self.model.standing.running);
        self.cover = Some(Cover { page, plan, stands, hand });
    }

    /// A finger on the cover; `None` where there is none.
    pub(super) fn on_cover(&mut self, finger: lay::press::Finger, measure: &mut dyn Measure) -> Option<Vec<Job>> {
        let cover = self.cover.as_mut()?;
        let pressed = cover.hand.feed(finger);
        let msg = pressed.and_then(|id| cover.page.control(&id)?.msg.clone());
        Some(msg.map(|msg| self.apply(msg, measure)).unwrap_or_default())
    }

    /// What is pressed on the cover by other ways than a finger.
    pub(super) fn chosen_on_cover(&mut self, id: &str, measure: &mut dyn Measure) -> Option<Vec<Job>> {
        let msg = self.cover.as_ref()?.page.control(id)?.msg.clone()?;
        Some(self.apply(msg, measure))
    }
}
