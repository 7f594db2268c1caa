//! What must hold on one leaf, and the least of everything that was met.

use engawa::{
    app::Msg,
    lay::{Panel, Placed, Plan, Rect, Run},
    page::{CanvasKind, Kind, Page, Part, Role},
};

pub(super) struct Leaf<'a> {
    pub(super) what: String,
    pub(super) page: &'a Page<Msg>,
    pub(super) plan: &'a Plan,
    pub(super) panel: Panel,
}

/// The least of everything, in millimetres, and what broke.
#[derive(Debug)]
pub(super) struct Least {
    pub(super) target: f32,
    pub(super) gap: f32,
    pub(super) em: f32,
    pub(super) ruby: f32,
    /// Where the highest thing to press begins, as a part of the glass from its top.
    pub(super) highest: f32,
    pub(super) pages: usize,
    pub(super) leaves: usize,
    pub(super) wrong: Vec<String>,
}

impl Default for Least {
    fn default() -> Self {
        let far = f32::INFINITY;
        Self { target: far, gap: far, em: far, ruby: far, highest: far, pages: 0, leaves: 0, wrong: vec![] }
    }
}

impl Least {
    pub(super) fn and(mut self, other: Self) -> Self {
        self.wrong.extend(other.wrong);
        Self {
            target: self.target.min(other.target),
            gap: self.gap.min(other.gap),
            em: self.em.min(other.em),
            ruby: self.ruby.min(other.ruby),
            highest: self.highest.min(other.highest),
            pages: self.pages + other.pages,
            leaves: self.leaves + other.leaves,
            wrong: self.wrong,
        }
    }
}

/// A tenth of a pixel of the coarsest panel.
const NOTHING: f32 = 0.05;

pub(super) fn check(leaf: &Leaf<'_>, least: &mut Least) {
    let walk = leaf.page.walk();
    least.leaves += 1;
    targets(leaf, &walk, least);
    inside(leaf, &walk, least);
    apart(leaf, &walk, least);
    letters(leaf, &walk, least);
}

/// The practice phone shows a phone: its own screen is exempt from the sizes (invariant 9); `glass` looks at it.
fn on_phone(walk: &[&Part<Msg>], plan: &Plan, mut at: usize) -> bool {
    while let Some(group) = plan[at].group {
        if matches!(walk[group], Part::Canvas(canvas) if canvas.kind == CanvasKind::Phone) {
            return true;
        }
        at = group;
    }
    false
}

fn targets(leaf: &Leaf<'_>, walk: &[&Part<Msg>], least: &mut Least) {
    let pressed = |n: &usize| matches!(walk[*n], Part::Control(_)) && !on_phone(walk, leaf.plan, *n);
    let controls: Vec<usize> = (0..walk.len()).filter(pressed).collect();
    for (at, &c) in controls.iter().enumerate() {
        let r = leaf.plan[c].rect;
        let side = r.w.min(r.h);
        least.target = least.target.min(side);
        least.highest = least.highest.min(r.y / leaf.panel.h);
        if side < 19.99 {
            least.wrong.push(format!("{}: {:?} is {:.1}x{:.1}", leaf.what, walk[c].id(), r.w, r.h));
        }
        for &d in &controls[at + 1..] {
            let gap = r.gap(leaf.plan[d].rect);
            least.gap = least.gap.min(gap);
            if gap < 3.19 {
                let (a, b) = (walk[c].id(), walk[d].id());
                least.wrong.push(format!("{}: {a:?} is {gap:.2} from {b:?}", leaf.what));
            }
        }
    }
}

fn boxed(run: &Run) -> Rect {
    Rect::new(run.x, run.y, run.w, run.em)
}

fn holds(outer: Rect, inner: Rect) -> bool {
    inner.x > outer.x - NOTHING
        && inner.y > outer.y - NOTHING
        && inner.right() < outer.right() + NOTHING
        && inner.bottom() < outer.bottom() + NOTHING
}

/// Everything stands on the panel and above the bar; words stand on what they belong to.
fn inside(leaf: &Leaf<'_>, walk: &[&Part<Msg>], least: &mut Least) {
    let bar = (0..walk.len()).find(|n| walk[*n].kind() == Some(Kind::Bar));
    let floor = bar.map_or(leaf.panel.h, |bar| leaf.plan[bar].rect.y);
    for (n, (part, placed)) in walk.iter().zip(leaf.plan).enumerate() {
        let in_bar = bar.is_some() && (bar == Some(n) || placed.group == bar);
        let room = Rect::new(0.0, 0.0, leaf.panel.w, if in_bar { leaf.panel.h } else { floor });
        let runs = placed.runs.iter().map(boxed);
        let all = runs.chain(placed.icon).chain(placed.mark.filter(|_| matches!(part, Part::Control(_))));
        for rect in all.clone().chain([placed.rect]).filter(|rect| !holds(room, *rect)) {
            least.wrong.push(format!("{}: {:?} {:?} off the page: {rect:?}", leaf.what, part.id(), part.kind()));
        }
        let held = matches!(part, Part::Control(_)) && !on_phone(walk, leaf.plan, n);
        for rect in all.filter(|rect| held && !holds(placed.rect, *rect)) {
            least.wrong.push(format!("{}: {:?} {:?} does not hold {rect:?}", leaf.what, part.id(), placed.rect));
        }
        // 、 and 。 may hang over the margin of a remark, not over its edge.
        let group = placed.group.filter(|group| {
            matches!(walk[*group].kind(), Some(Kind::Callout(_) | Kind::Banner(_) | Kind::Bar))
                && !on_phone(walk, leaf.plan, n)
        });
        if let Some(group) = group
            && !holds(leaf.plan[group].rect, placed.rect)
        {
            let rect = leaf.plan[group].rect;
            least.wrong.push(format!("{}: {:?} {:?} leaves its box {rect:?}", leaf.what, part.id(), placed.rect));
        }
    }
}

/// What takes room on the glass: which part it belongs to, and whether it is letters.
#[derive(Clone, Copy)]
struct Taken {
    part: usize,
    rect: Rect,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Letters,
    /// A control, a picture, an icon: a box in which nobody else's letters may stand.
    Thing,
}

fn taken(leaf: &Leaf<'_>, walk: &[&Part<Msg>]) -> Vec<Taken> {
    let mut out = vec![];
    for (part, (of, placed)) in walk.iter().zip(leaf.plan).enumerate() {
        out.extend(placed.runs.iter().map(|run| Taken { part, rect: boxed(run), what: What::Letters }));
        let thing = matches!(of, Part::Control(_) | Part::Picture(_));
        // A hand over the phone stands over what it shows.
        let over = on_phone(walk, leaf.plan, part) && matches!(of, Part::Picture(_));
        out.extend((thing && !over).then_some(Taken { part, rect: placed.rect, what: What::Thing }));
        out.extend(placed.icon.map(|rect| Taken { part, rect, what: What::Thing }));
    }
    out.sort_by(|a, b| a.rect.y.total_cmp(&b.rect.y));
    out
}

/// Nothing lies over letters: no other letters (their ruby among them), no button, no picture.
fn apart(leaf: &Leaf<'_>, walk: &[&Part<Msg>], least: &mut Least) {
    let all = taken(leaf, walk);
    for (n, a) in all.iter().enumerate() {
        let below = all[n + 1..].iter().take_while(|b| b.rect.y < a.rect.bottom() - NOTHING);
        for b in below.filter(|b| a.rect.gap(b.rect) < -NOTHING && collide(leaf, a, b)) {
            let say = |t: &Taken| format!("{:?} of {:?} {:?}", t.what, walk[t.part].id(), t.rect);
            least.wrong.push(format!("{}: {} over {}", leaf.what, say(a), say(b)));
        }
    }
}

fn collide(leaf: &Leaf<'_>, a: &Taken, b: &Taken) -> bool {
    if a.part != b.part {
        return a.what == What::Letters || b.what == What::Letters || a.rect.gap(b.rect) < -NOTHING;
    }
    // A control holds its own letters; its icon does not lie over them.
    let own = |t: &Taken| t.what == What::Thing && t.rect == leaf.plan[t.part].rect;
    !own(a) && !own(b)
}

/// Letters, without ruby: each ruby stands behind its base.
pub(crate) fn base(placed: &Placed) -> Vec<(&Run, Option<&Run>)> {
    let mut out: Vec<(&Run, Option<&Run>)> = vec![];
    for run in &placed.runs {
        match out.last_mut() {
            Some((base, ruby)) if (base.em - 2.0 * run.em).abs() < 0.01 * base.em && run.y < base.y => {
                *ruby = Some(run);
            }
            _ => out.push((run, None)),
        }
    }
    out
}

/// No letters smaller than is promised, and all words of a part are there.
fn letters(leaf: &Leaf<'_>, walk: &[&Part<Msg>], least: &mut Least) {
    for (n, (part, placed)) in walk.iter().zip(leaf.plan).enumerate() {
        if on_phone(walk, leaf.plan, n) {
            continue;
        }
        let runs = base(placed);
        for (run, ruby) in &runs {
            least.em = least.em.min(run.em);
            if run.em < 6.59 {
                least.wrong.push(format!("{}: {:?} in letters of {:.2} mm", leaf.what, part.id(), run.em));
            }
            least.ruby = ruby.map_or(least.ruby, |ruby| least.ruby.min(ruby.em));
        }
        if matches!(part, Part::Control(control) if control.role == Role::Key)
            && let Some(torn) = torn(&part.words().map(|line| line.plain()).unwrap_or_default(), &runs)
        {
            least.wrong.push(format!("{}: {:?} is torn: {torn}", leaf.what, part.id()));
        }
        let shown = bare(&runs.iter().map(|(run, _)| run.text.as_str()).collect::<String>());
        if !shows(part, &shown) {
            let said = part.words().map(|line| line.plain());
            least.wrong.push(format!("{}: {:?} shows {shown:?}, says {said:?}", leaf.what, part.id()));
        }
    }
}

/// A word of letters of which one half ends a line and the other begins the next.
fn torn(words: &str, runs: &[(&Run, Option<&Run>)]) -> Option<String> {
    runs.windows(2).find_map(|two| {
        let (before, after) = (two[0].0, two[1].0);
        let end = before.text.rsplit(' ').next().filter(|end| !end.is_empty())?;
        let begin = after.text.split(' ').next().filter(|begin| begin.chars().all(char::is_alphabetic))?;
        let east = |c: char| ('\u{2e80}'..'\u{a4d0}').contains(&c);
        let inside = !end.ends_with(east) && !begin.starts_with(east) && words.contains(&format!("{end}{begin}"));
        (after.y > before.y + 0.5 * before.em && inside).then(|| format!("{end}|{begin}"))
    })
}

fn bare(text: &str) -> String {
    text.replace([' ', '　'], "")
}

/// All words of a part are drawn. A field shows the end of what is typed, where the caret stands; how many signs a secret has is seen from its dots.
fn shows(part: &Part<Msg>, shown: &str) -> bool {
    match part {
        Part::Text(text) => shown == bare(&text.line.plain()),
        Part::Control(control) if control.role == Role::Field => {
            let typed = shown.strip_prefix(&bare(&control.name.plain()));
            typed.is_some_and(|typed| bare(&control.value.plain()).ends_with(typed))
        }
        Part::Control(control) => {
            let words = [&control.name, &control.detail, &control.beside].map(|line| bare(&line.plain()));
            shown == words.concat()
        }
        Part::Picture(_) | Part::Group(_) | Part::Canvas(_) => true,
    }
}
