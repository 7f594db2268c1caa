//! A stage without a window: any page, on any panel, at any size, drawn by the real kit. Used by the tests of `kit` and by
//! `examples/shoot.rs`.

use egui_kittest::Harness;
use engawa::config::Reach;
use engawa::kit::{Act, Kit, State};
use engawa::lay::{self, Panel, Size};
use engawa::look::{Contrast, Look};
use engawa::page::{Id, Page};
use engawa::words::{Tongue, Words};

/// What a page is drawn on, and in which state.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    /// Width and height in pixels.
    pub(crate) px: [u16; 2],
    /// Width of the panel in millimetres.
    pub(crate) width: f32,
    /// Where on the glass the page stands.
    pub(crate) reach: Reach,
    pub(crate) em: f32,
    pub(crate) ruby: bool,
    pub(crate) contrast: Contrast,
    pub(crate) tongue: Tongue,
    pub(crate) leaf: usize,
    pub(crate) focus: Option<String>,
    pub(crate) said: Option<(String, u16)>,
    pub(crate) pressed: Option<String>,
}

impl Default for Set {
    fn default() -> Self {
        Self {
            px: [960, 540],
            width: 344.0,
            reach: Reach::Whole,
            em: 8.8,
            ruby: true,
            contrast: Contrast::Day,
            tongue: Tongue::JA,
            leaf: 0,
            focus: None,
            said: None,
            pressed: None,
        }
    }
}

impl Set {
    pub(crate) fn mm(&self) -> f32 {
        f32::from(self.px[0]) / self.width
    }
    /// The whole glass.
    pub(crate) fn panel(&self) -> Panel {
        Panel { w: self.width, h: f32::from(self.px[1]) / self.mm() }
    }
    /// The part of it on which pages stand.
    fn room(&self) -> Panel {
        let low = lay::low(self.panel()).filter(|_| self.reach == Reach::Low);
        low.unwrap_or_else(|| self.panel())
    }
    pub(crate) fn size(&self) -> Size {
        Size { em: self.em, ruby: self.ruby }
    }
}

/// A page on its set.
pub(crate) struct Scene<M> {
    pub(crate) set: Set,
    pub(crate) page: Page<M>,
    pub(crate) leaf: Page<M>,
    pub(crate) leaves: usize,
    pub(crate) plan: lay::Plan,
    pub(crate) acts: Vec<Act>,
    pub(crate) kit: Kit,
    turn: fn(Id) -> M,
    ready: bool,
}

impl<M: Clone> Scene<M> {
    fn ready(&mut self, ctx: &egui::Context, look: &Look) {
        let (set, mut ruler) = (&self.set, self.kit.ruler(ctx, look));
        let words = Words::shipped(&set.tongue);
        let leaves = lay::leaves(&self.page, (set.room(), set.size()), &mut ruler, &words, &self.turn);
        self.leaves = leaves.len();
        self.leaf = leaves.into_iter().nth(set.leaf).unwrap_or(Page { parts: vec![] });
        self.plan = lay::lowered(lay::plan(&self.leaf, set.room(), set.size(), &mut ruler), set.panel(), set.room());
        self.ready = true;
    }

    fn frame(&mut self, ui: &mut egui::Ui) {
        let look = Look::new(self.set.contrast, self.set.mm());
        if !self.ready {
            self.ready(ui.ctx(), &look);
        }
        let set = &self.set;
        let state = State {
            focus: set.focus.as_deref(),
            said: set.said.as_ref().map(|(id, phrase)| (id.as_str(), *phrase)),
            pressed: set.pressed.as_deref(),
            ..State::new(&set.tongue)
        };
        self.acts.extend(self.kit.show(ui, &self.leaf, &self.plan, &look, &state));
    }
}

/// Puts a page on its set. `turn` makes the message of a button that turns leaves.
pub(crate) fn open<M: Clone + 'static>(page: Page<M>, set: Set, turn: fn(Id) -> M) -> Harness<'static, Scene<M>> {
    let [w, h] = set.px.map(f32::from);
    let builder = Harness::builder().with_size([w, h]).with_pixels_per_point(1.0).with_render_cursor(false);
    let leaf = Page { parts: vec![] };
    let tongue = set.tongue.clone();
    let scene =
        Scene { set, page, leaf, leaves: 0, plan: vec![], acts: vec![], kit: Kit::default(), turn, ready: false };
    let mut harness = builder
        .with_context_setup(move |ctx| {
            Kit::default().set_tongue(ctx, &tongue);
        })
        .build_ui_state(|ui, scene: &mut Scene<M>| scene.frame(ui), scene);
    harness.run();
    harness
}
