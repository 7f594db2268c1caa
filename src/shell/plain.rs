//! The page of last resort: when the kiosk has stumbled again and again, it stops trying for a minute and says so, with nothing of its own
//! machinery but letters. Then it begins anew: what made it stumble may have been one visitor's way.

use super::{options, restart::Restart};
use crate::{
    look::{Contrast, Look, fonts},
    words::{Line, Words},
};
use egui::{Align2, Vec2};
use std::{sync::Arc, time::Duration};

/// How long the page stands.
const REST: Duration = Duration::from_mins(1);

struct Plain {
    lines: Vec<Line>,
    until: f64,
    restart: Restart,
}

pub(super) fn open(words: &Words, restart: Restart) -> eframe::Result {
    let lines = vec![words.plain_title(), words.plain_wait(), words.plain_ask()];
    let tongue = words.tongue().clone();
    let native = options::full(words.kiosk_name().plain());
    let made = move |cc: &eframe::CreationContext<'_>| -> Box<dyn eframe::App> {
        let fonts = Arc::new(fonts::Fonts::default());
        fonts.install(&cc.egui_ctx, fonts.prepare(&tongue));
        Box::new(Plain { lines, until: REST.as_secs_f64(), restart })
    };
    eframe::run_native("engawa", native, Box::new(move |cc| Ok(made(cc))))
}

impl eframe::App for Plain {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let left = self.until - ctx.input(|input| input.time);
        if left <= 0.0 {
            log::error!("cannot begin again: {}", self.restart.forget());
            self.until += REST.as_secs_f64();
        }
        ctx.request_repaint_after(Duration::try_from_secs_f64(left.max(1.0)).unwrap_or(REST));
        if ctx.input(|input| input.viewport().close_requested()) {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        }
        let (room, look) = (ctx.content_rect(), Look::new(Contrast::Day, 1.0));
        let em = room.width() / 30.0;
        ui.painter().rect_filled(room, 0.0, look.colours.paper);
        for (n, line) in self.lines.iter().enumerate() {
            let at = room.center() + Vec2::new(0.0, (n as f32 - 1.0) * em * 2.2);
            ui.painter().text(at, Align2::CENTER_CENTER, line.plain(), fonts::face(em, n == 0), look.colours.ink);
        }
    }
}
