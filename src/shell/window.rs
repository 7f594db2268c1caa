//! The window: eframe's app. It carries presses and reports to the stage, and paints what stands there. It draws only when something
//! happened or is due; in between the process sleeps.

mod paint;

use super::{
    devices::{Devices, Pointer},
    edid,
    headphones::Headphones,
    letters::{Letters, News},
    options::{Options, Until, View},
    pad::{self, PadNews, RealPads},
    panel::{self, Density},
    parts,
    press::{Deed, Press},
    restart::{Begun, Restart},
    stage::Stage,
};
use crate::{
    app::{Model, Msg},
    clock::Clock,
    job::{Answer, Job, Part, PartState, Report, ShellJob, StoreJob},
    kit::Kit,
    lay,
    look::{
        self, Look,
        fonts::{Faces, Fonts},
    },
    screens::{self, Place},
    words::Tongue,
    work::Desks,
};
use crossbeam_channel::Receiver;
use egui::{Context, CursorIcon, RawInput, Ui, ViewportCommand};
use std::{path::Path, sync::Arc, time::Duration};

pub(super) struct Window {
    stage: Stage,
    kit: Kit,
    clock: Arc<dyn Clock>,
    desks: Desks,
    restart: Restart,
    view: View,
    until: Until,
    density: Density,
    devices: Devices,
    pressed: Vec<Deed>,
    pads: Option<Receiver<PadNews>>,
    headphones: Option<Headphones>,
    letters: Option<Letters>,
    /// The tongue that is shown, whose letters are loaded.
    tongue: Tongue,
    /// Frames that were waited for the window to take its size.
    waited: u8,
    /// The page that was opened has been painted whole.
    stood: bool,
}

/// Whether the letters are others than before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Others {
    No,
    Yes,
}

impl Others {
    fn or(self, other: Self) -> Self {
        if self == Self::Yes { self } else { other }
    }
}

impl Window {
    pub(super) fn new(
        cc: &eframe::CreationContext<'_>,
        options: Options,
        restart: Restart,
        (fonts, letters): (Arc<Fonts>, Option<Letters>),
    ) -> Self {
        let ctx = &cc.egui_ctx;
        quieten(ctx);
        let screen = screen(cc);
        let density = match options.view {
            View::Window { size: [w, _], width_mm: Some(mm) } => Density::told(w * screen.scale / mm),
            View::Full | View::Window { .. } => {
                panel::density(parts::told(&options.config, options.card), &edid::plugs(Path::new(parts::DRM)), &screen)
            }
        };
        let expected = match options.view {
            View::Full => screen.px.map(|px| px as f32),
            View::Window { size, .. } => size.map(|points| points * screen.scale),
        };
        let panel = density.panel(expected);
        let mut options = options;
        let panel_part = parts::panel(&density, &screen);
        options.troubles.extend(Some(panel_part).filter(|part| part.state != PartState::Works));
        let model = Model::new(options.start(panel));
        let mut kit = Kit::new(fonts);
        let tongue = model.settings.tongue.clone();
        match letters.as_ref().and_then(|letters| letters.first(waking(ctx))) {
            Some(faces) if *faces.tongue() == tongue => kit.set_faces(ctx, faces),
            _ => kit.set_tongue(ctx, &tongue),
        };
        let mut stage = Stage::new(model);
        stage.expect(options.first(Begun::now()));
        let woken = ctx.clone();
        let desks = (options.desks)(Arc::new(move || woken.request_repaint()));
        Self {
            stage,
            kit,
            desks,
            restart,
            view: options.view,
            until: options.until,
            density,
            devices: Devices::default(),
            pressed: vec![],
            pads: pads(ctx, &options.clock),
            headphones: Headphones::listen(waking(ctx)),
            letters,
            clock: options.clock,
            tongue,
            waited: 0,
            stood: false,
        }
    }

    fn contrast(&self) -> look::Contrast {
        match self.stage.model.settings.contrast {
            screens::Contrast::Day => look::Contrast::Day,
            screens::Contrast::Night => look::Contrast::Night,
            screens::Contrast::Soft => look::Contrast::Soft,
            screens::Contrast::HighLight => look::Contrast::HighLight,
            screens::Contrast::HighDark => look::Contrast::HighDark,
        }
    }

    fn look(&self, ctx: &Context) -> Look {
        Look::new(self.contrast(), self.density.px_per_mm / ctx.pixels_per_point())
    }

    /// Hands something to the stage, with the ruler that it measures with, and does what it asks for.
    fn with_stage(&mut self, ctx: &Context, act: impl FnOnce(&mut Stage, &mut dyn lay::Measure) -> Vec<Job>) {
        let look = self.look(ctx);
        let jobs = act(&mut self.stage, &mut self.kit.ruler(ctx, &look));
        for job in jobs {
            self.job(job);
        }
    }

    fn apply(&mut self, ctx: &Context, msg: Msg) {
        self.with_stage(ctx, |stage, measure| stage.apply(msg, measure));
    }

    fn job(&mut self, job: Job) {
        match self.desks.give(job) {
            Some(ShellJob::Card(ratio)) => self.measured(ratio),
            Some(ShellJob::EndVisit) if self.until == Until::Measured => self.until = Until::Done,
            // Comes back only when it failed; the model has begun a fresh visit already.
            Some(ShellJob::EndVisit) => {
                self.headphones = None;
                log::error!("cannot begin again: {}", self.restart.forget());
            }
            None => {}
        }
    }

    /// A card was held against the glass: everything has its true size from the next frame on, and in every start from now on.
    fn measured(&mut self, ratio: f32) {
        if let Ok(px_per_mm) = panel::plausible(self.density.px_per_mm * ratio) {
            self.density = Density::measured(px_per_mm);
            let visit = self.stage.model.visit;
            self.desks.give(Job::Store { visit, job: StoreJob::Density(px_per_mm) });
        }
    }

    fn part(&mut self, ctx: &Context, part: Part) {
        self.apply(ctx, Msg::Report(Report::Part(part)));
    }

    /// Takes in what the panel, the clock, the devices and the desks say.
    fn take_in(&mut self, ctx: &Context) {
        let room = ctx.content_rect().size() * ctx.pixels_per_point();
        let panel = self.density.panel([room.x, room.y]);
        if panel != self.stage.model.standing.glass {
            self.apply(ctx, Msg::Panel(panel));
        }
        self.apply(ctx, Msg::Tick { now: self.clock.now(), running: self.clock.running() });
        self.with_stage(ctx, Stage::tick);
        self.with_stage(ctx, Stage::begin);
        for news in self.pads.iter().flat_map(Receiver::try_iter).collect::<Vec<_>>() {
            match news {
                PadNews::Deed(deed) => self.pressed.push(deed),
                PadNews::Plugged(count) => {
                    self.part(ctx, parts::pads(Ok(count)));
                    self.apply(ctx, Msg::Pads(count));
                }
                PadNews::Deaf(why) => self.part(ctx, parts::pads(Err(why))),
            }
        }
        for plug in self.headphones.iter().flat_map(Headphones::news).collect::<Vec<_>>() {
            self.apply(ctx, Msg::Plug(plug));
        }
        for report in self.desks.reports().collect::<Vec<_>>() {
            let passed = match &mut self.letters {
                Some(letters) => letters.pass(report, &self.tongue),
                None => Some(report),
            };
            if let Some(report) = passed {
                self.until = self.until.after(&report);
                self.apply(ctx, Msg::Report(report));
            }
        }
        for Deed { signal, press } in std::mem::take(&mut self.pressed) {
            let press = in_millimetres(press, self.look(ctx).mm);
            self.with_stage(ctx, |stage, measure| stage.take(Deed { signal, press }, measure));
        }
    }

    /// Takes in what has come of letters; says whether they are others from the next pass on.
    fn take_letters(&mut self, ctx: &Context) -> Others {
        let mut others = Others::No;
        for news in self.letters.as_ref().map(Letters::news).unwrap_or_default() {
            match news {
                News::Part(part) => self.part(ctx, part),
                News::Faces(faces) => others = others.or(self.dress(ctx, faces)),
                News::Signs => {
                    self.kit.look_again(ctx);
                    others = Others::Yes;
                }
            }
        }
        others.or(self.follow(ctx))
    }

    /// New faces, with the words that waited for them.
    fn dress(&mut self, ctx: &Context, faces: Faces) -> Others {
        if let Some(report) = self.letters.as_mut().and_then(|letters| letters.release(faces.tongue())) {
            self.apply(ctx, Msg::Report(report));
        }
        if *faces.tongue() != self.stage.model.settings.tongue {
            // Somebody went back meanwhile.
            return Others::No;
        }
        self.tongue = faces.tongue().clone();
        self.kit.set_faces(ctx, faces);
        Others::Yes
    }

    /// The tongue may change without words that could wait: at the end of a visit.
    fn follow(&mut self, ctx: &Context) -> Others {
        let now = &self.stage.model.settings.tongue;
        if now == &self.tongue {
            return Others::No;
        }
        let same = now.script() == self.tongue.script();
        self.tongue = now.clone();
        match &self.letters {
            _ if same => Others::No,
            Some(letters) if letters.wish_for(&self.tongue) => Others::No,
            _ => {
                self.kit.set_tongue(ctx, &self.tongue);
                Others::Yes
            }
        }
    }

    /// The window manager has not yet given a kiosk the whole screen: laying out for what it will not keep costs the first page time.
    fn waits_for_its_size(&mut self, ctx: &Context) -> bool {
        let expected = self.stage.model.standing.glass;
        let room = ctx.content_rect().size() * ctx.pixels_per_point();
        let there = self.density.panel([room.x, room.y]);
        let wrong = (there.w - expected.w).abs() > 1.0 || (there.h - expected.h).abs() > 1.0;
        self.waited = self.waited.saturating_add(1);
        let waits = self.view == View::Full && wrong && self.waited < 4;
        if waits {
            if self.waited == 2 {
                // Where nobody manages windows, nobody gives it the screen: it takes it.
                let points = self.density.px_per_mm / ctx.pixels_per_point();
                ctx.send_viewport_cmd(ViewportCommand::InnerSize([expected.w * points, expected.h * points].into()));
            }
            ctx.request_repaint_after(Duration::from_millis(100));
        }
        waits
    }
}

impl eframe::App for Window {
    fn raw_input_hook(&mut self, _: &Context, raw: &mut RawInput) {
        self.pressed.extend(self.devices.presses(&mut raw.events));
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        // eframe asked for this colour before anything of this frame was taken in.
        let cleared = self.contrast();
        if self.until == Until::Page && self.stood {
            ctx.send_viewport_cmd(ViewportCommand::Close);
            return;
        }
        if self.view == View::Full
            && matches!(self.until, Until::Closed | Until::Page)
            && ctx.input(|input| input.viewport().close_requested())
        {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        if self.waits_for_its_size(&ctx) {
            return;
        }
        self.take_in(&ctx);
        let home = self.stage.model.walk.here() == Place::Home;
        if self.until == Until::Done || self.until == Until::Measured && home {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        if self.take_letters(&ctx) == Others::Yes {
            // They are there from the next pass on, which is this same frame.
            self.stage.forget_widths();
            ctx.request_discard("other letters");
            return;
        }
        self.paint(ui, cleared);
        if !self.stood && !self.stage.model.screen.waits() {
            self.stood = true;
            self.apply(&ctx, Msg::Stood);
        }
        if self.until == Until::Page && self.stood {
            ctx.request_repaint();
        }
        ctx.set_cursor_icon(match self.devices.pointer() {
            Pointer::Mouse => CursorIcon::Default,
            Pointer::Touch => CursorIcon::None,
        });
        let due = self.stage.due().saturating_sub(self.clock.running());
        ctx.request_repaint_after(due.max(Duration::from_millis(20)));
    }

    fn clear_color(&self, _: &egui::Visuals) -> [f32; 4] {
        look::Colours::of(self.contrast()).paper.to_normalized_gamma_f32()
    }
}

impl Until {
    /// What was measured is kept, or cannot be.
    fn after(self, report: &Report) -> Self {
        let Report::Store { answer: Answer::Density(_) | Answer::Trouble(StoreJob::Density(_)), .. } = report else {
            return self;
        };
        if self == Self::Measured { Self::Done } else { self }
    }
}

/// Nothing of egui acts by itself: no zoom, no way out by keys, nothing that moves.
fn quieten(ctx: &Context) {
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        options.quit_shortcuts.clear();
    });
    ctx.all_styles_mut(|style| style.animation_time = 0.0);
}

/// The screen that the window was opened on.
fn screen(cc: &eframe::CreationContext<'_>) -> panel::Screen {
    let window = cc.winit_window();
    let monitor = window.and_then(|window| {
        window.current_monitor().or_else(|| window.primary_monitor()).or_else(|| window.available_monitors().next())
    });
    let size = monitor.as_ref().map_or([1280, 800], |monitor| [monitor.size().width, monitor.size().height]);
    let scale = window.map_or(1.0, |window| window.scale_factor());
    let name = monitor.and_then(|monitor| monitor.name()).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, reason = "a scale is a small number")]
    let scale = scale as f32;
    panel::Screen { px: size, name, scale }
}

fn waking(ctx: &Context) -> impl Fn() + Send + Sync + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}

fn pads(ctx: &Context, clock: &Arc<dyn Clock>) -> Option<Receiver<PadNews>> {
    let started = pad::start(RealPads::open, Arc::clone(clock), waking(ctx));
    started.map_err(|error| log::warn!("no thread for game pads: {error}")).ok()
}

fn in_millimetres(press: Press, mm: f32) -> Press {
    match press {
        Press::Finger(finger) => Press::Finger(super::press::Finger { at: finger.at.map(|at| at / mm), ..finger }),
        other => other,
    }
}
