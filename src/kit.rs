//! Paints a plan and registers every part for assistive technology. Decides nothing about place, order or words: those are the
//! page's and `lay`'s. What comes back is what a screen reader asked for; pointers, keys and pads are read by `shell`.

mod access;
mod alarm;
mod brush;
mod control;
mod drawing;
mod ground;
mod icons;
mod phone;
mod ruler;
mod text;

pub use icons::names as icon_names;
pub use ruler::Ruler;

use crate::lay::{Plan, Rect};
use crate::look::fonts::{Faces, Fonts, Report};
use crate::look::{Contrast, Look};
use crate::page::{Id, Kind, Page, Part};
use crate::words::Tongue;
use access::Urgent;
use alarm::Alarm;
use brush::Brush;
use drawing::Drawings;
use egui::{Context, Ui};
use ground::Ground;
use ruler::Widths;
use std::sync::Arc;

/// What a screen reader asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Press(Id),
    Focus(Id),
}

/// What of a page changes without its tree changing.
#[derive(Clone, Copy, Debug)]
pub struct State<'a> {
    /// The language of the page, for screen readers.
    pub tongue: &'a Tongue,
    /// The control that keys and pads act on.
    pub focus: Option<&'a str>,
    /// The part and the phrase of it that are being heard.
    pub said: Option<(&'a str, u16)>,
    /// The control under a finger.
    pub pressed: Option<&'a str>,
    /// Round what two switches step through. Drawn instead of the ring of the focus.
    pub ring: Option<Rect>,
    /// What is being held down for a long press, and how much of the time has passed (0 to 1).
    pub filling: Option<(&'a str, f32)>,
    /// Whose paper the glass has been cleared with already. To paint all of it once more is a third of what a frame costs in software.
    pub cleared: Option<Contrast>,
}

impl<'a> State<'a> {
    pub fn new(tongue: &'a Tongue) -> Self {
        Self { tongue, focus: None, said: None, pressed: None, ring: None, filling: None, cleared: None }
    }
}

/// The painter with what it keeps between frames: measured widths and rasterised drawings.
#[derive(Debug)]
pub struct Kit {
    fonts: Arc<Fonts>,
    widths: Widths,
    drawings: Drawings,
}

impl Default for Kit {
    fn default() -> Self {
        Self::new(Arc::new(Fonts::default()))
    }
}

impl Kit {
    pub fn new(fonts: Arc<Fonts>) -> Self {
        Self { fonts, widths: Widths::default(), drawings: Drawings::default() }
    }

    /// Takes the faces for a tongue, reading them if need be. Call it first of all, before anything is measured or shown.
    pub fn set_tongue(&mut self, ctx: &Context, tongue: &Tongue) -> Report {
        let faces = self.fonts.prepare(tongue);
        self.set_faces(ctx, faces)
    }

    /// Takes faces that [`Fonts::prepare`] read elsewhere. They are there from the next pass on.
    pub fn set_faces(&mut self, ctx: &Context, faces: Faces) -> Report {
        self.widths = Widths::default();
        self.fonts.install(ctx, faces)
    }

    /// A face was fetched for signs that were lacking: they are looked for again from the next pass on.
    pub fn look_again(&mut self, ctx: &Context) {
        self.widths = Widths::default();
        self.fonts.look_again(ctx);
    }

    /// Measures for `lay`. Only inside a frame: before the first one egui has no fonts.
    pub fn ruler<'a>(&'a mut self, ctx: &'a Context, look: &Look) -> Ruler<'a> {
        Ruler::new(ctx, &mut self.widths, look.mm)
    }

    /// Paints one leaf by its plan over the whole of `ui`'s clip rectangle.
    pub fn show<M>(&mut self, ui: &mut Ui, page: &Page<M>, plan: &Plan, look: &Look, state: &State<'_>) -> Vec<Act> {
        self.drawings.begin();
        let mut brush = Brush::new(ui, look, &mut self.drawings);
        if state.cleared != Some(look.contrast) {
            brush.paper();
        }
        let walk = page.walk();
        let alarm = Alarm::of(&walk, plan);
        if let Some(alarm) = &alarm {
            alarm.paint(&brush);
        }
        let mut grounds: Vec<Ground> = Vec::with_capacity(walk.len());
        let mut urgent: Vec<Urgent> = Vec::with_capacity(walk.len());
        for (part, placed) in walk.iter().zip(plan) {
            let under = match &alarm {
                Some(alarm) if alarm.carries(placed.rect) => Ground::Alarm,
                _ => placed.group.and_then(|group| grounds.get(group)).copied().unwrap_or_default(),
            };
            grounds.push(under.inside(part));
            let within = placed.group.and_then(|group| urgent.get(group)).copied();
            let now = if part.kind() == Some(Kind::Alert) { Urgent::Yes } else { within.unwrap_or(Urgent::No) };
            urgent.push(now);
            access::node(ui, part, placed.rect, look, state, now);
            match part {
                Part::Group(group) => ground::group(&mut brush, group.kind, placed, under),
                Part::Canvas(canvas) => ground::canvas(&mut brush, canvas.kind, placed.rect),
                Part::Picture(picture) => brush.picture(&picture.svg, placed.rect, under.ink(look.colours)),
                Part::Text(line) => text::part(&mut brush, line, placed, under, state.said),
                Part::Control(control) if under == Ground::Phone => phone::part(&mut brush, control, placed, state),
                Part::Control(control) => control::part(&mut brush, control, placed, under, state),
            }
        }
        if let Some((id, part)) = state.filling
            && let Some(rect) = focused(&walk, plan, id)
        {
            phone::filling(&brush, rect, part);
        }
        if let Some(ring) = state.ring.or_else(|| focused(&walk, plan, state.focus?)) {
            brush.ring(ring);
        }
        self.drawings.end();
        access::acts(ui, &walk)
    }
}

/// Whether assistive technology reads the page that is being shown. Ask within the frame, after [`Kit::show`].
pub fn is_read<M>(ctx: &Context, page: &Page<M>) -> bool {
    page.walk().iter().filter_map(|part| part.id()).any(|id| ctx.has_accesskit_node(egui::Id::unique(id.as_str())))
}

/// Where a control is.
fn focused<M>(walk: &[&Part<M>], plan: &Plan, focus: &str) -> Option<Rect> {
    let at = walk.iter().position(|part| part.live().is_some_and(|control| control.id == focus))?;
    plan.get(at).map(|placed| placed.rect)
}
