//! What stands on the stage, painted; and over it the cover, where somebody uses the kiosk by ear alone.

use super::Window;
use crate::{
    app::Msg,
    kit::{self, Act, State},
    look,
    page::Id,
    screens::ScreenReader,
};
use egui::{Rect, Ui, UiBuilder};

impl Window {
    pub(super) fn paint(&mut self, ui: &mut Ui, cleared: look::Contrast) {
        let look = self.look(ui.ctx());
        let Self { stage, tongue, kit, .. } = &mut *self;
        let stage = &*stage;
        let shown = State {
            tongue,
            focus: stage.focus().ring().map(Id::as_str),
            said: stage.said(),
            pressed: stage.pressed(),
            ring: stage.ring(),
            filling: stage.filling(),
            cleared: Some(cleared),
        };
        let acts = match stage.cover() {
            None => kit.show(ui, stage.leaf(), stage.plan(), &look, &shown),
            Some(cover) => {
                // Beneath the cover nothing is painted, and everything is still there for whoever cannot see it.
                let mut beneath = ui.new_child(UiBuilder::new());
                beneath.set_clip_rect(Rect::NOTHING);
                let mut acts = kit.show(&mut beneath, stage.leaf(), stage.plan(), &look, &shown);
                acts.extend(kit.show(ui, &cover.page, &cover.plan, &look, &State::new(tongue)));
                acts
            }
        };
        let reader = if kit::is_read(ui.ctx(), stage.leaf()) { ScreenReader::On } else { ScreenReader::Off };
        let changed = reader != stage.model.standing.screen_reader;
        let ctx = ui.ctx().clone();
        if changed || !acts.is_empty() {
            ctx.request_repaint();
        }
        if changed {
            self.apply(&ctx, Msg::ScreenReader(reader));
        }
        for act in acts {
            self.with_stage(&ctx, |stage, measure| match act {
                Act::Press(id) => stage.choose(&id, measure),
                Act::Focus(id) => stage.focus_on(&id, measure),
            });
        }
    }
}
