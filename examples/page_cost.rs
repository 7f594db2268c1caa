//! What a page costs the processor, without window and graphics card: folding it into leaves, planning and painting one, uncached and
//! cached; and 2,000 signs on one wall of glass.
//!
//! `cargo run --release --example page_cost` prints milliseconds, the middle of 31 rounds.

#[path = "../tests/it/demo.rs"]
mod demo;

use egui::{Context, RawInput, Rect, Vec2, pos2};
use engawa::clock::{Clock, SystemClock};
use engawa::kit::{Kit, State};
use engawa::lay::{self, Panel, Plan, Size, Turning};
use engawa::look::{Contrast, Look};
use engawa::page::{Id, Kind, Level, Page, Part};
use engawa::words::{Line, Tongue};
use std::io::Write as _;
use std::time::Duration;

const MM: f32 = 5.58;
const GLASS: Panel = Panel { w: 344.0, h: 193.5 };
/// So large that the whole page stands on it.
const WALL: Panel = Panel { w: 1200.0, h: 1400.0 };
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
    let frame = demo::page("guide").map(|page| page.parts).unwrap_or_default();
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

fn leaves(
    page: &Page<Id>,
    panel: Panel,
    size: Size,
    ctx: &Context,
    kit: &mut Kit,
    look: &Look,
) -> Vec<(Page<Id>, Plan)> {
    let count = |n: usize, all: usize| Line::verbatim(&format!("{n}／{all}ページ"));
    let turning = Turning { back: "もどる".into(), next: "つぎ".into(), count: &count, msg: &|id| id };
    let mut ruler = kit.ruler(ctx, look);
    let leaves = lay::fold(page, panel, size, &mut ruler, &turning);
    let first = leaves.into_iter().next();
    first.into_iter().map(|leaf| (leaf.clone(), lay::plan(&leaf, panel, size, &mut ruler))).collect()
}

fn middle(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times.get(times.len() / 2).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

fn main() -> std::io::Result<()> {
    let (page, size, clock) = (long_page(), Size { em: 8.8, ruby: true }, SystemClock::new(true));
    let signs: usize = page.script().iter().map(|said| said.line.plain().chars().count()).sum();
    let mut out = std::io::stdout();
    writeln!(out, "{signs} signs, {} parts", page.walk().len())?;
    let tongue = Tongue::JA;
    let state = State::new(&tongue);
    for (name, panel) in [("a leaf of 344 × 194 mm", GLASS), ("the whole page on one wall", WALL)] {
        let (mut fresh, mut fold, mut cached) = (vec![], vec![], vec![]);
        for _ in 0..ROUNDS {
            let mut pane = Pane::new(panel);
            pane.frame(|_, _, _| {});
            let start = clock.running();
            let mut made = vec![];
            pane.frame(|ui, kit, look| {
                made = leaves(&page, panel, size, ui.ctx(), kit, look);
                made.iter().for_each(|(leaf, plan)| drop(kit.show(ui, leaf, plan, look, &state)));
            });
            fresh.push(clock.running() - start);
            let start = clock.running();
            made = leaves(&page, panel, size, &pane.ctx.clone(), &mut pane.kit, &pane.look.clone());
            fold.push(clock.running() - start);
            let start = clock.running();
            pane.frame(|ui, kit, look| {
                made.iter().for_each(|(leaf, plan)| drop(kit.show(ui, leaf, plan, look, &state)))
            });
            cached.push(clock.running() - start);
        }
        let [fresh, fold, cached] = [fresh, fold, cached].map(middle);
        writeln!(out, "{name}: first {fresh:.2} ms, fold and plan again {fold:.2} ms, painted again {cached:.2} ms")?;
    }
    Ok(())
}
