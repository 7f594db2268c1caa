//! What stands on the glass, and what a press does to it: the model, its page cut into leaves, the plan of the leaf that is shown, the
//! focus and the finger. No window, no device, no thread: time and presses come in, jobs go out. The tests press here.

use super::{
    focus::{Focus, Moved, Used},
    press::{Finger, Press, Turn},
};
use crate::{
    app::{self, Model, Msg},
    job::Job,
    lay::{self, Measure, Panel, Plan, Rect, Size, Turning},
    page::{Id, Page},
    screens::{Overlay, Place},
};
use std::time::Duration;

/// A second press of the same control, or of anything on a page that has just come, is a slip of the hand (EN 301 549, 5.9; VVSG 2.0, 7.2).
const SLIP: Duration = Duration::from_millis(500);

/// What stands on the glass.
pub(super) struct Stage {
    pub(super) model: Model,
    laid: Laid,
    focus: Focus,
    /// What was chosen last, and when.
    chosen: Option<(Id, Duration)>,
    /// When the page last became another one.
    turned: Option<Duration>,
    /// Where to begin instead of at home.
    first: Option<Place>,
}

/// The page as it is laid out now.
struct Laid {
    page: Page<Msg>,
    panel: Panel,
    size: Size,
    leaves: Vec<Page<Msg>>,
    at: usize,
    plan: Plan,
}

/// Tells pages apart for focus and for slips: letters that appear in a field make no new page.
#[derive(PartialEq)]
struct Scene {
    place: Place,
    depth: usize,
    overlay: Option<std::mem::Discriminant<Overlay>>,
    leaf: usize,
}

impl Stage {
    /// Nothing is laid out before the first message: until then nobody can measure.
    pub(super) fn new(model: Model) -> Self {
        let (panel, size) = (model.standing.panel, model.size());
        let page = Page { parts: vec![] };
        let laid = Laid { page, panel, size, leaves: vec![], at: 0, plan: vec![] };
        Self { model, laid, focus: Focus::default(), chosen: None, turned: None, first: None }
    }

    pub(super) fn leaf(&self) -> &Page<Msg> {
        self.laid.leaf()
    }

    pub(super) fn plan(&self) -> &Plan {
        &self.laid.plan
    }

    pub(super) fn focus(&self) -> &Focus {
        &self.focus
    }

    /// Opens another place than home as soon as anything can be measured.
    pub(super) fn expect(&mut self, place: Option<Place>) {
        self.first = place;
    }

    pub(super) fn begin(&mut self, measure: &mut dyn Measure) -> Vec<Job> {
        match self.first.take() {
            Some(place) => self.apply(Msg::Go(place), measure),
            None => vec![],
        }
    }

    /// The part and the phrase that are being heard.
    pub(super) fn said(&self) -> Option<(&str, u16)> {
        None
    }

    /// The control under a finger.
    pub(super) fn pressed(&self) -> Option<&str> {
        None
    }

    /// What switches step through.
    pub(super) fn ring(&self) -> Option<Rect> {
        None
    }

    /// When something next changes by itself.
    pub(super) fn due(&self) -> Duration {
        self.model.due()
    }

    pub(super) fn focus_on(&mut self, id: &Id, _measure: &mut dyn Measure) -> Vec<Job> {
        self.focus.set(self.laid.leaf(), id);
        self.focused()
    }

    /// Applies a message and lays out what came of it.
    pub(super) fn apply(&mut self, msg: Msg, measure: &mut dyn Measure) -> Vec<Job> {
        let before = self.scene();
        let jobs = app::update(&mut self.model, msg);
        self.lay(measure);
        if self.scene() != before {
            self.turned = Some(self.model.standing.running);
        }
        jobs
    }

    /// Lays out anew where the page, the panel or the size changed; otherwise at most turns the leaf.
    fn lay(&mut self, measure: &mut dyn Measure) {
        let page = app::page(&self.model);
        let same = page == self.laid.page;
        if same && self.laid.panel == self.model.standing.panel && self.laid.size == self.model.size() {
            self.laid.turn(&self.model.anchor, measure);
        } else {
            self.laid = Laid::new(&self.model, page, measure);
        }
        self.settle();
    }

    /// The faces of the letters changed: nothing that was laid out holds any more.
    pub(super) fn forget_widths(&mut self) {
        self.laid.page.parts.clear();
    }

    fn settle(&mut self) {
        let depth = self.depth();
        let leaf = self.laid.leaf();
        self.focus.settle(leaf, depth);
    }

    fn depth(&self) -> usize {
        self.model.walk.len() + usize::from(self.model.overlay.is_some())
    }

    fn scene(&self) -> Scene {
        Scene {
            place: self.model.walk.here(),
            depth: self.depth(),
            overlay: self.model.overlay.as_ref().map(std::mem::discriminant),
            leaf: self.laid.at,
        }
    }

    /// What a person did, at this moment of the kiosk's clock.
    pub(super) fn press(&mut self, press: Press, measure: &mut dyn Measure) -> Vec<Job> {
        self.focus.used(if matches!(press, Press::Finger(_)) { Used::No } else { Used::Yes });
        match press {
            Press::Finger(finger) => self.finger(finger, measure),
            Press::Go(dir) => match self.focus.go(self.laid.leaf(), &self.laid.plan, dir) {
                Moved::Yes => self.focused(),
                Moved::No => vec![],
            },
            Press::Choose => self.choose(&self.focus.at().clone(), measure),
            Press::Leave => self.apply(Msg::Back, measure),
            Press::Home => self.apply(Msg::Home, measure),
            Press::Turn(turn) => self.choose(&Id::new_static(turn.id()), measure),
            Press::Help => self.apply(Msg::Go(Place::Help), measure),
            Press::Read => self.choose(&Id::new_static("bar/read"), measure),
            Press::Where | Press::Again | Press::Pace(_) | Press::Volume(_) | Press::Type(_) | Press::Erase => vec![],
        }
    }

    fn finger(&mut self, _finger: Finger, _measure: &mut dyn Measure) -> Vec<Job> {
        vec![]
    }

    fn focused(&mut self) -> Vec<Job> {
        vec![]
    }

    /// Presses a control of this leaf, unless it is a slip.
    pub(super) fn choose(&mut self, id: &Id, measure: &mut dyn Measure) -> Vec<Job> {
        let now = self.model.standing.running;
        let lately = |then: &Duration| now.saturating_sub(*then) < SLIP;
        let slip = self.chosen.as_ref().is_some_and(|(last, then)| last == id && lately(then));
        if slip || self.turned.as_ref().is_some_and(lately) {
            return vec![];
        }
        let Some(msg) = self.leaf().control(id).and_then(|control| control.msg.clone()) else { return vec![] };
        self.focus.set(self.laid.leaf(), id);
        self.chosen = Some((id.clone(), now));
        self.apply(msg, measure)
    }
}

impl Turn {
    /// The control that turns this way; made by `lay::fold`.
    const fn id(self) -> &'static str {
        match self {
            Self::Back => "turn/back",
            Self::Next => "turn/next",
        }
    }
}

impl Laid {
    fn new(model: &Model, page: Page<Msg>, measure: &mut dyn Measure) -> Self {
        let words = &model.standing.words;
        let (panel, size) = (model.standing.panel, model.size());
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let turning = Turning {
            back: words.turn_back(),
            next: words.turn_next(),
            count: &|leaf, leaves| words.turn_count(number(leaf), number(leaves)),
            msg: &Msg::Turn,
        };
        let leaves = lay::fold(&page, panel, size, measure, &turning);
        let mut laid = Self { page, panel, size, at: usize::MAX, leaves, plan: vec![] };
        laid.turn(&model.anchor, measure);
        laid
    }

    /// Shows the leaf with this part.
    fn turn(&mut self, anchor: &str, measure: &mut dyn Measure) {
        let at = lay::leaf_at(&self.leaves, anchor);
        if at != self.at {
            self.at = at;
            self.plan = lay::plan(self.leaf(), self.panel, self.size, measure);
        }
    }

    fn leaf(&self) -> &Page<Msg> {
        // `fold` gives at least one leaf; should it ever not, the whole page is better than nothing.
        self.leaves.get(self.at).or(self.leaves.first()).unwrap_or(&self.page)
    }
}
