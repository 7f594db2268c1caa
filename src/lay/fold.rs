//! Folds a page into leaves. On glass too small for everything at once the greeting gives way first, then the quieter lines of
//! cards, then the words of the top line: they go to the end, so that the first leaf holds what the screen is for.

use super::{
    Measure, Panel, Rect, Size, Turning,
    cut::{Halves, Need, is_age},
    draft::{Draft, Give, core_in},
    frame::{Density, Title, TurnAt},
    layer::Layer,
    leaf::Around,
};
use crate::page::{Control, Id, Kind, Level, Page, Part, Role, Text, Weight};
use crate::words::Line;

/// Folds a page into leaves that each fit the panel; every leaf is itself a page with the turning buttons as controls in it.
///
/// The halves of a text `t3` that is cut are `t3`, `t3+`, `t3++`. The top line and the bar stand on every leaf.
pub fn fold<M: Clone>(
    page: &Page<M>,
    panel: Panel,
    size: Size,
    measure: &mut dyn Measure,
    turning: &Turning<'_, M>,
) -> Vec<Page<M>> {
    let mut folder = Folder { layer: Layer::new(panel, size, measure), turning, count: (turning.count)(88, 88) };
    let mut best: Option<(usize, Draft<M>, Density)> = None;
    for give in Give::ALL {
        let draft = folder.spread(Draft::of(page, give));
        if let Some(leaf) = folder.whole(&draft) {
            return vec![leaf];
        }
        let draft = folder.with_count(draft);
        let core = draft.core();
        for density in Density::ALL {
            let held = folder.first_leaf(&draft, density).iter().map(core_in).sum::<usize>();
            if held >= core && (give == Give::Top || !folder.is_crowded(&draft)) {
                return folder.leaves(&draft, density);
            }
            if best.as_ref().is_none_or(|(most, ..)| held > *most) {
                best = Some((held, draft.clone(), density));
            }
        }
    }
    best.map_or_else(|| vec![page.clone()], |(_, draft, density)| folder.leaves(&draft, density))
}

/// The leaf that shows the part with this id. A later half of a text (`t3+`) that is not there at another size is looked for by its
/// beginning.
pub fn leaf_at<M>(leaves: &[Page<M>], anchor: &str) -> usize {
    let on = |id: &str| {
        leaves.iter().position(|leaf| leaf.walk().iter().any(|part| part.id().is_some_and(|found| found == id)))
    };
    let mut id = anchor;
    loop {
        match (on(id), id.strip_suffix('+')) {
            (Some(leaf), _) => return leaf,
            (None, Some(shorter)) => id = shorter,
            (None, None) => return 0,
        }
    }
}

/// Whether the turning buttons have the number of the leaf between them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Count {
    Shown,
    Hidden,
}

struct Folder<'a, 'm, M> {
    layer: Layer<'m>,
    turning: &'a Turning<'a, M>,
    /// As wide as the number of a leaf ever becomes.
    count: Line,
}

impl<M: Clone> Folder<'_, '_, M> {
    /// Everything on one leaf, if it fits.
    fn whole(&mut self, draft: &Draft<M>) -> Option<Page<M>> {
        if self.overflows(draft, 0.0) {
            return None;
        }
        let body = self.body(draft, None);
        let parts: Vec<&Part<M>> = draft.body.iter().collect();
        let (w, _) = self.column(draft, body);
        let fits = Density::ALL.into_iter().any(|density| {
            self.layer.density = density;
            self.least_canvas(draft);
            let room = self.column(draft, body).1;
            self.layer.fits(&parts, w, room).is_some()
        });
        fits.then(|| Self::build(draft, &draft.body, vec![]))
    }

    /// Where halves stand one below the other and too little is left above, they become one column. Side by side they stay as long as the
    /// words keep two lines above the buttons that turn: what belongs together is seen together, and letters are large already.
    fn spread(&mut self, mut draft: Draft<M>) -> Draft<M> {
        if draft.beside.is_none() {
            return draft;
        }
        // As the top line will be: what is too long for it goes to the end.
        let trimmed = self.with_count(draft.clone());
        let body = self.body(&trimmed, None);
        let (w, h) = self.column(&trimmed, body);
        let line = 1.6 * self.layer.frame.em();
        let least = if w < body.w { self.turn_row(w).1 + 2.2 * line } else { 6.0 * line };
        if h < least {
            draft.body.extend(draft.beside.take());
        }
        draft
    }

    /// The words of the top line do not fit on it.
    fn overflows(&mut self, draft: &Draft<M>, count: f32) -> bool {
        let Some(top) = &draft.top else { return false };
        let full = self.layer.frame.panel.w - 2.0 * self.layer.frame.margin();
        let gap = self.layer.frame.gap();
        self.layer.label_em = Some(self.layer.frame.turn_em());
        let need = top.iter().map(|part| self.layer.natural(part, full).0 + gap).sum::<f32>() - gap + count;
        self.layer.label_em = None;
        top.len() > 1 && need > full
    }

    /// What does not fit on the top line beside the title, the controls and the count goes to the end of the body.
    fn with_count(&mut self, mut draft: Draft<M>) -> Draft<M> {
        let sample = Part::<M>::text(Level::Note, self.count.clone());
        let at_top = self.turn_at(&draft) != TurnAt::Foot && draft.beside.is_none();
        let count = if at_top { self.layer.natural(&sample, 1000.0).0 + self.layer.frame.gap() } else { 0.0 };
        let mut moved = vec![];
        while self.overflows(&draft, count) {
            let loose = |part: &Part<M>| {
                !matches!(part, Part::Control(_)) && !matches!(part, Part::Text(text) if text.level == Level::Title)
            };
            let Some(top) = &mut draft.top else { break };
            let Some(at) = top.iter().rposition(loose) else { break };
            moved.insert(0, top.remove(at));
        }
        draft.body.extend(moved);
        draft
    }

    fn turn_at(&self, draft: &Draft<M>) -> TurnAt {
        self.layer.frame.turn_at(Title::of(draft.top.as_deref().unwrap_or_default()))
    }

    fn body(&mut self, draft: &Draft<M>, turn: Option<TurnAt>) -> Rect {
        let top = draft.top.as_ref().map(|top| Part::group(Kind::Top, top.clone()));
        let count = turn.map(|_| &self.count);
        self.layer.body(&Around { top: top.as_ref(), bar: draft.bar.as_ref(), turn, count })
    }

    /// Width and height of the column in which the body flows.
    fn column(&mut self, draft: &Draft<M>, body: Rect) -> (f32, f32) {
        let Some(beside) = &draft.beside else { return (body.w, body.h) };
        let halves = [Part::group(Kind::Stack, []), beside.clone()];
        let widths = self.layer.split_widths(&halves, body.w);
        let [left, right] = widths.as_slice() else { return (body.w, body.h) };
        if left + right > body.w {
            self.least_canvas(draft);
            let below = self.layer.height(beside, *right) + self.layer.frame.gap();
            return (*left, (body.h - below).max(0.0));
        }
        (*left, body.h)
    }

    /// While folding, a canvas is as high as it must be; on its leaf it takes what is left.
    fn least_canvas(&mut self, draft: &Draft<M>) {
        let page = Page { parts: draft.body.iter().chain(&draft.beside).cloned().collect() };
        let least = page.walk().into_iter().find_map(|part| match part {
            Part::Canvas(canvas) => Some(self.layer.canvas_least(canvas)),
            _ => None,
        });
        let field =
            page.parts.iter().find(|part| matches!(part, Part::Control(control) if control.role == Role::Field));
        let above =
            field.map_or(0.0, |field| self.layer.height(field, self.layer.frame.panel.w) + self.layer.frame.gap());
        self.layer.canvas_h = least.unwrap_or(0.0).min((self.layer.body_h - above).max(0.0));
    }

    /// The column of a page that is turned.
    fn turned(&mut self, draft: &Draft<M>) -> (f32, f32) {
        if draft.beside.is_some() {
            let body = self.body(draft, None);
            let (w, h) = self.column(draft, body);
            return (w, h - self.turn_row(w).1 - self.layer.frame.gap());
        }
        let turn = self.turn_at(draft);
        let body = self.body(draft, Some(turn));
        (body.w, body.h)
    }

    /// The top line leaves the body fewer than five lines.
    fn is_crowded(&mut self, draft: &Draft<M>) -> bool {
        self.turned(draft).1 < 5.0 * 1.6 * self.layer.frame.em() && draft.beside.is_none()
    }

    fn first_leaf(&mut self, draft: &Draft<M>, density: Density) -> Vec<Part<M>> {
        self.layer.density = density;
        let (w, room) = self.turned(draft);
        self.least_canvas(draft);
        let (head, _) = self.layer.cut(&Part::group(Kind::Stack, draft.body.clone()), w, room, Need::Must);
        head.map(|head| head.parts().to_vec()).unwrap_or_default()
    }

    fn leaves(&mut self, draft: &Draft<M>, density: Density) -> Vec<Page<M>> {
        self.layer.density = density;
        let (w, room) = self.turned(draft);
        self.least_canvas(draft);
        let mut rest = Some(Part::group(Kind::Stack, draft.body.clone()));
        let mut leaves: Vec<Vec<Part<M>>> = vec![];
        while let Some(now) = rest.take() {
            let (head, tail) = self.dated(&now, w, room);
            leaves.extend(head.map(|head| head.parts().to_vec()));
            rest = tail;
        }
        let anchors: Vec<Id> = leaves.iter().map(|leaf| first_id(leaf)).collect();
        let all = leaves.len();
        let shown = if draft.beside.is_some() { self.turn_row(w).0 } else { Count::Shown };
        let turned = leaves.iter().enumerate().map(|(n, leaf)| {
            let to = |at: Option<usize>| at.and_then(|at| anchors.get(at));
            let back = to(n.checked_sub(1)).map(|id| self.button("back", id));
            let next = to(Some(n + 1)).map(|id| self.button("next", id));
            let count = Text { id: "turn/count".into(), level: Level::Note, line: (self.turning.count)(n + 1, all) };
            let count = (shown == Count::Shown).then_some(Part::Text(count));
            let parts = back.into_iter().chain(count).chain(next).collect();
            Self::build(draft, leaf, parts)
        });
        turned.collect()
    }

    /// Cuts off a leaf, set as tightly as can be where otherwise the next would begin with an age.
    fn dated(&mut self, rest: &Part<M>, w: f32, room: f32) -> Halves<M> {
        let halves = self.layer.cut(rest, w, room, Need::Must);
        if !halves.1.as_ref().is_some_and(is_age) {
            return halves;
        }
        let density = std::mem::replace(&mut self.layer.density, Density::Tight);
        let tight = self.layer.cut(rest, w, room, Need::Must);
        self.layer.density = density;
        if tight.1.as_ref().is_some_and(is_age) { halves } else { tight }
    }

    /// What turns the leaves beside a canvas: whether the count stands between the buttons, and how high that is. Where it would take a line of its own
    /// it is left out.
    fn turn_row(&mut self, w: f32) -> (Count, f32) {
        let (back, next) = (self.button("back", &Id::default()), self.button("next", &Id::default()));
        let count = Part::text(Level::Note, self.count.clone());
        let bare = self.layer.height(&Part::group(Kind::Row, [back.clone(), next.clone()]), w);
        let whole = self.layer.height(&Part::group(Kind::Row, [back, count, next]), w);
        if whole > bare + 1.0 { (Count::Hidden, bare) } else { (Count::Shown, whole) }
    }

    fn button(&self, name: &'static str, to: &Id) -> Part<M> {
        let next = name == "next";
        let line = if next { self.turning.next.clone() } else { self.turning.back.clone() };
        let weight = if next { Weight::Primary } else { Weight::Plain };
        let id = if next { "turn/next" } else { "turn/back" };
        Control::new(Role::Turn, id, line, (self.turning.msg)(to.clone())).icon(name).weight(weight).into()
    }

    /// A leaf from what flows on it and the parts that turn it.
    fn build(draft: &Draft<M>, leaf: &[Part<M>], turn: Vec<Part<M>>) -> Page<M> {
        let mut parts: Vec<Part<M>> = draft.top.iter().map(|top| Part::group(Kind::Top, top.clone())).collect();
        if let Some(beside) = &draft.beside {
            let row = (!turn.is_empty()).then(|| Part::group(Kind::Row, turn));
            let left = Part::group(Kind::Stack, leaf.iter().cloned().chain(row));
            parts.push(Part::group(Kind::Split, [left, beside.clone()]));
        } else {
            parts.extend_from_slice(leaf);
            parts.extend((!turn.is_empty()).then(|| Part::group(Kind::Turn, turn)));
        }
        parts.extend(draft.bar.clone());
        Page { parts }
    }
}

fn first_id<M>(leaf: &[Part<M>]) -> Id {
    let first = |part: &Part<M>| -> Option<Id> {
        let mut found = part;
        loop {
            match (found.id(), found.parts().first()) {
                (Some(id), _) => return Some(id.clone()),
                (None, Some(inner)) => found = inner,
                (None, None) => return None,
            }
        }
    };
    leaf.iter().find_map(first).unwrap_or_default()
}
