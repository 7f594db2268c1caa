//! The roof: where the window, the devices, the clock and the desks meet the pure rooms. It turns whatever a person does into presses,
//! presses into messages, and shows what came of them; it decides nothing about content.

mod devices;
mod edid;
mod focus;
mod pad;
mod panel;
mod press;
mod journal;
mod restart;
mod stage;
mod window;

use restart::{Restart, Stumbles};

/// temporary
pub fn run(window: Option<[f32; 2]>) {
    journal::begin();
    restart::keep_secret();
    restart::quiet_panics();
    let restart = Restart::remember();
    let stumbles = Stumbles::inherited();
    let viewport = egui::ViewportBuilder::default().with_title("えんがわ").with_app_id("engawa").with_icon(egui::IconData::default());
    let viewport = match window {
        Some(size) => viewport.with_inner_size(size).with_resizable(true),
        None => viewport.with_fullscreen(true).with_decorations(false),
    };
    let options = eframe::NativeOptions { viewport, system_font_fallback: false, clipboard_shortcuts: false, persist_window: false, dithering: false, ..Default::default() };
    let again = restart.clone();
    let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        eframe::run_native("engawa", options, Box::new(move |cc| {
            let w = cc.winit_window().unwrap();
            log::warn!("monitor {:?}", w.current_monitor().map(|m| (m.name(), m.size().width, m.scale_factor())));
            cc.egui_ctx.options_mut(|o| { o.zoom_with_keyboard = false; o.quit_shortcuts.clear(); });
            Ok(Box::new(window::Window::new(again)))
        }))
    }));
    log::error!("ended {:?}", done.as_ref().map(|d| d.is_ok()));
    if done.is_err() {
        let stumbles = stumbles.and_now(&crate::clock::SystemClock::new(false));
        if !stumbles.too_many() { log::error!("{}", restart.stumbled(&stumbles)); }
        log::error!("too many");
    }
}
