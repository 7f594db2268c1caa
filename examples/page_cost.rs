//! What a page costs the processor, without window and graphics card: folding it into leaves, planning and painting one, uncached and
//! cached; and 2,000 signs on one wall of glass.
//!
//! `cargo run --release --example page_cost` prints milliseconds, the middle of 31 rounds.

#[path = "../tests/it/demo.rs"]
mod demo;
#[path = "../tests/it/faces.rs"]
mod faces;

use egui::{Context, RawInput, Rect, Vec2, pos2};
use engawa::clock::{Clock, SystemClock};
use engawa::kit::{Kit, State};
use engawa::lay::{self, Panel, Plan, Size};
use engawa::look::{Contrast, Look};
use engawa::page::{Id, Kind, Level, Page, Part};
use engawa::words::{Tongue, Words};
use std::io::Write as _;

const MM: f32 = 5.58;
const GLASS: Panel = Panel { w: 344.0, h: 193.5 };
/// So large that the whole page stands on it.
const WALL: Panel = Panel { w: 1200.0, h: 1400.0 };
const SIZE: Size = Size { em: 8.8, ruby: true };
const ROUNDS: usize = 31;

/// A page of a little over 2,000 signs with furigana, as long as the longest guide.
fn long_page() -> Page<Id> {
    let lead = "足《あし》を うごかす";
    let body = "かかとを 上《あ》げ下《さ》げします。1時間《じかん》に 1回《かい》、20回ずつ。息《いき》が くるしいときは、すぐに \
                119番《ばん》へ 電話《でんわ》するか、近《ちか》くの 人《ひと》を よんでください。水《みず》を のむことも たいせつです。";
    let step = |n: usize| {
        let number = Part::text(Level::Number, &*n.to_string());
        Part::group(Kind::Step, [number, Part::text(Level::Lead, lead), Part::text(Level::Body, body)])
    };
    let frame = demo::NAMES.into_iter().find_map(demo::page).map(|page| page.parts).unwrap_or_default();
    let parts = frame.into_iter().filter(|part| matches!(part.kind(), Some(Kind::Top | Kind::Bar)));
    let mut parts: Vec<_> = parts.collect();
    parts.insert(1, Part::group(Kind::Steps, (1..=22).map(step)));
    Page::new(parts)
}

/// A window that nobody sees.
struct Pane {
    ctx: Context,
    kit: Kit,
    look: Look,
    panel: Panel,
}

impl Pane {
    fn new(panel: Panel) -> Self {
        let (ctx, mut kit) = (Context::default(), Kit::default());
        kit.set_tongue(&ctx, &Tongue::JA);
        ctx.enable_accesskit();
        Self { ctx, kit, look: Look::new(Contrast::Day, MM), panel }
    }

    /// One frame, as eframe would run it, up to the triangles.
    fn frame(&mut self, mut work: impl FnMut(&mut egui::Ui, &mut Kit, &Look)) {
        let size = Vec2::new(self.panel.w, self.panel.h) * MM;
        let input = RawInput { screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), size)), ..RawInput::default() };
        let (kit, look) = (&mut self.kit, &self.look);
        let mut output = self.ctx.run_ui(input, |ui| work(ui, kit, look));
        self.ctx.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        output.textures_delta.clear();
    }
}

/// The first leaf, laid out.
fn lay_out(page: &Page<Id>, panel: Panel, ctx: &Context, kit: &mut Kit, look: &Look) -> Option<(Page<Id>, Plan)> {
    let words = Words::shipped(&Tongue::JA);
    let mut ruler = kit.ruler(ctx, look);
    let leaf = lay::leaves(page, (panel, SIZE), &mut ruler, &words, &|id| id).into_iter().next()?;
    let plan = lay::plan(&leaf, panel, SIZE, &mut ruler);
    Some((leaf, plan))
}

/// Milliseconds of: the first time, folding and planning again, painting again.
fn round(page: &Page<Id>, panel: Panel, clock: &SystemClock) -> [f64; 3] {
    let tongue = Tongue::JA;
    let state = State::new(&tongue);
    let mut window = Pane::new(panel);
    window.frame(|_, _, _| {});
    let mut laid = None;
    let first = timed(clock, || {
        window.frame(|ui, kit, look| {
            laid = lay_out(page, panel, ui.ctx(), kit, look);
            laid.iter().flat_map(|(leaf, plan)| kit.show(ui, leaf, plan, look, &state)).for_each(drop);
        });
    });
    let (ctx, look) = (window.ctx.clone(), window.look);
    let fold = timed(clock, || drop(lay_out(page, panel, &ctx, &mut window.kit, &look)));
    let again = timed(clock, || {
        window.frame(|ui, kit, look| {
            laid.iter().flat_map(|(leaf, plan)| kit.show(ui, leaf, plan, look, &state)).for_each(drop);
        });
    });
    [first, fold, again]
}

fn timed(clock: &SystemClock, work: impl FnOnce()) -> f64 {
    let start = clock.running();
    work();
    clock.running().saturating_sub(start).as_secs_f64() * 1000.0
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn main() -> std::io::Result<()> {
    let (page, clock) = (long_page(), SystemClock::new(true));
    let signs: usize = page.script().iter().map(|said| said.line.plain().chars().count()).sum();
    let mut out = std::io::stdout();
    writeln!(out, "{signs} signs, {} parts", page.walk().len())?;
    for (name, panel) in [("a leaf of 344 × 194 mm", GLASS), ("the whole page on one wall", WALL)] {
        let rounds: Vec<_> = (0..ROUNDS).map(|_| round(&page, panel, &clock)).collect();
        let [first, fold, again] =
            [0, 1, 2].map(|n| middle(rounds.iter().filter_map(|times| times.get(n).copied()).collect()));
        writeln!(out, "{name}: first {first:.2} ms, fold and plan again {fold:.2} ms, painted again {again:.2} ms")?;
    }
    Ok(())
}
