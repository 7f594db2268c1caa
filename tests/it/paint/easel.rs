//! One page after the other, painted by the real kit into real pixels. One easel for each tongue, so that its letters are loaded once.

use egui_kittest::Harness;
use engawa::{
    app::{self, Model, Msg},
    kit::{Kit, State},
    lay::{self, Panel, Plan},
    look::{Contrast, Look},
    page::Page,
    words::Tongue,
};
use image::RgbaImage;

/// The 10.1" panel: 1280×800 pixels.
pub(super) const GLASS: Panel = Panel { w: 217.0, h: 136.0 };
pub(super) const PX: [f32; 2] = [1280.0, 800.0];
pub(super) const MM: f32 = 1280.0 / 217.0;

/// What stands on the easel.
pub(super) struct Scene {
    kit: Kit,
    pub(super) leaf: Page<Msg>,
    pub(super) plan: Plan,
    pub(super) contrast: Contrast,
    pub(super) focus: Option<String>,
    pub(super) pressed: Option<String>,
    tongue: Tongue,
    wish: Option<Wish>,
    /// How many leaves the page has.
    leaves: usize,
}

/// What is to be laid out in the next frame, where letters can be measured.
enum Wish {
    Kiosk(Box<Model>, usize),
    Page(Page<Msg>),
}

impl Scene {
    fn frame(&mut self, ui: &mut egui::Ui) {
        let look = Look::new(self.contrast, MM);
        match self.wish.take() {
            Some(Wish::Kiosk(model, leaf)) => {
                let mut ruler = self.kit.ruler(ui.ctx(), &look);
                let leaves = app::leaves(&model, &app::page(&model), &mut ruler);
                self.leaves = leaves.len();
                self.leaf = leaves.into_iter().nth(leaf).unwrap();
                self.plan = lay::plan(&self.leaf, model.standing.panel, model.size(), &mut ruler);
            }
            Some(Wish::Page(page)) => {
                let mut ruler = self.kit.ruler(ui.ctx(), &look);
                self.plan = lay::plan(&page, GLASS, lay::default_size(GLASS), &mut ruler);
                self.leaf = page;
            }
            None => {}
        }
        let state =
            State { focus: self.focus.as_deref(), pressed: self.pressed.as_deref(), ..State::new(&self.tongue) };
        self.kit.show(ui, &self.leaf, &self.plan, &look, &state);
    }
}

pub(super) struct Easel(Harness<'static, Scene>);

impl Easel {
    pub(super) fn new(tongue: &Tongue) -> Self {
        let own = tongue.clone();
        let builder = Harness::builder().with_size(PX).with_pixels_per_point(1.0).with_render_cursor(false);
        let scene = Scene {
            kit: Kit::default(),
            leaf: Page { parts: vec![] },
            plan: vec![],
            contrast: Contrast::Day,
            focus: None,
            pressed: None,
            tongue: tongue.clone(),
            wish: None,
            leaves: 0,
        };
        let letters = move |ctx: &egui::Context| {
            Kit::default().set_tongue(ctx, &own);
        };
        Self(builder.with_context_setup(letters).build_ui_state(|ui, scene: &mut Scene| scene.frame(ui), scene))
    }

    /// Puts a leaf of a model's page on the easel; how many leaves there are.
    pub(super) fn put(&mut self, model: &Model, leaf: usize) -> usize {
        let scene = self.0.state_mut();
        (scene.focus, scene.pressed) = (None, None);
        scene.wish = Some(Wish::Kiosk(Box::new(model.clone()), leaf));
        self.0.step();
        self.0.state().leaves
    }

    /// Puts a page on the easel that is no screen.
    pub(super) fn put_page(&mut self, page: Page<Msg>) {
        self.0.state_mut().wish = Some(Wish::Page(page));
        self.0.step();
    }

    pub(super) fn scene(&self) -> &Scene {
        self.0.state()
    }

    /// Paints it in this look, with what has the focus and what is under a finger.
    pub(super) fn paint(&mut self, contrast: Contrast, focus: Option<&str>, pressed: Option<&str>) -> RgbaImage {
        let scene = self.0.state_mut();
        (scene.contrast, scene.focus, scene.pressed) = (contrast, focus.map(str::to_owned), pressed.map(str::to_owned));
        self.0.step();
        self.0.render().unwrap()
    }

    /// Every text that was painted, in its order.
    pub(super) fn painted(&self) -> Vec<String> {
        let mut out = vec![];
        self.0.output().shapes.iter().for_each(|clipped| texts(&clipped.shape, &mut out));
        out
    }
}

fn texts(shape: &egui::Shape, out: &mut Vec<String>) {
    match shape {
        egui::Shape::Text(text) => out.push(text.galley.text().to_owned()),
        egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, out)),
        _ => {}
    }
}
