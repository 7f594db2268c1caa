//! The window itself: eframe's app. Nothing is decided here; it carries presses in and paints what the stage shows.

use super::{
    devices::Devices,
    restart::Restart,
};

pub(super) struct Window {
    restart: Restart,
    devices: Devices,
    n: usize,
}

impl Window {
    pub(super) fn new(restart: Restart) -> Self { Self { restart, devices: Devices::default(), n: 0 } }
}

impl eframe::App for Window {
    fn raw_input_hook(&mut self, _: &egui::Context, raw: &mut egui::RawInput) {
        for press in self.devices.presses(&mut raw.events) {
            log::warn!("{press:?}");
            match press {
                super::press::Press::Type(t) if t == "e" => { log::error!("{}", self.restart.forget()); }
                super::press::Press::Type(t) if t == "p" => panic!("secret"),
                _ => {}
            }
        }
    }
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.n += 1;
        log::warn!("frame {} {:?} ppp {}", self.n, ui.ctx().content_rect(), ui.ctx().pixels_per_point());
        let close = ui.ctx().input(|i| i.viewport().close_requested());
        if close { ui.ctx().send_viewport_cmd(egui::ViewportCommand::CancelClose); }
    }
}
