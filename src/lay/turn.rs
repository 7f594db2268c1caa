//! The buttons that turn leaves, and which leaf this is: at both sides of the body, in a rail at its right, or in a row below it.

use super::{
    Placed, Rect,
    bar::{Shape, Try},
    frame::{APART, LEAST_EM, TARGET, TurnAt},
    layer::Layer,
};
use crate::page::{Control, Part, Text, Weight};

/// Height of a turning button at the side.
const TALL: f32 = 44.0;
/// From line to line where the count stands in two, in ems.
const CLOSE: f32 = 1.08;

impl Layer<'_> {
    pub(super) fn turn<M>(&mut self, part: &Part<M>, body: Rect) {
        let at = self.open(None);
        let turn_at = self.turn_at;
        let top = self.rail_floor.max(body.y);
        let texts = part.parts().iter().filter_map(|part| if let Part::Text(text) = part { Some(text) } else { None });
        let in_rail: f32 = texts.map(|text| self.rail_count_h(text, turn_at, body)).sum();
        self.rail_floor = top + in_rail;
        let mut whole: Option<Rect> = None;
        for part in part.parts() {
            let first = self.out.len();
            match part {
                Part::Control(control) => {
                    let rect = self.turn_rect(part, control.weight, turn_at, body);
                    match turn_at {
                        TurnAt::Foot => self.beside(control, rect, at),
                        TurnAt::Sides | TurnAt::Rail => self.tile(control, rect, at),
                    }
                }
                Part::Text(text) => self.place_count(text, turn_at, body, top, at),
                _ => {
                    self.put(part, body.x, body.bottom(), body.w, Some(at));
                }
            }
            if let Some(placed) = self.out.get(first) {
                whole = Some(whole.map_or(placed.rect, |whole| whole.union(placed.rect)));
            }
        }
        self.close(at, whole.unwrap_or_default());
    }

    fn turn_rect<M>(&mut self, part: &Part<M>, weight: Weight, turn_at: TurnAt, body: Rect) -> Rect {
        let (panel, margin, w) = (self.frame.panel, self.frame.margin(), self.frame.turn_width());
        let next = weight == Weight::Primary;
        let right = panel.w - w - margin + 2.0;
        match turn_at {
            TurnAt::Sides => {
                let h = TALL.min(body.h);
                Rect::new(if next { right } else { margin - 2.0 }, body.y + (body.h - h) / 2.0, w, h)
            }
            TurnAt::Rail => {
                let room = body.bottom() - self.rail_floor - 0.3;
                let h = ((room - APART) / 2.0).clamp(TARGET, TALL);
                let y = body.bottom() - h;
                Rect::new(right, if next { y } else { y - APART - h }, w, h)
            }
            TurnAt::Foot => {
                let row = self.foot_row(body);
                let w = self.natural(part, row.w / 3.0).0.max(0.28 * row.w);
                Rect { x: if next { row.right() - w } else { row.x }, w, ..row }
            }
        }
    }

    fn foot_row(&self, body: Rect) -> Rect {
        let margin = self.frame.margin();
        Rect::new(margin, body.bottom() + APART, self.frame.panel.w - 2.0 * margin, TARGET)
    }

    /// At the end of the top line; where that gave way in the rail; between the buttons below the body.
    fn place_count(&mut self, text: &Text, turn_at: TurnAt, body: Rect, rail: f32, at: usize) {
        let (panel, margin) = (self.frame.panel, self.frame.margin());
        let count = self.count(&text.line);
        let (w, h) = (count.w(), count.h());
        let (x, y) = match turn_at {
            TurnAt::Foot => {
                let row = self.foot_row(body);
                (row.x + (row.w - w) / 2.0, row.y + (row.h - h) / 2.0)
            }
            TurnAt::Sides | TurnAt::Rail if body.y >= h + 2.0 => (panel.w - margin - w, (body.y - h) / 2.0),
            TurnAt::Sides | TurnAt::Rail => return self.count_in_rail(text, rail, at),
        };
        self.place(Rect::new(x, y, w, h), count.runs(x, y, w, 0.0), Some(at));
    }

    fn count_in_rail(&mut self, text: &Text, y: f32, at: usize) {
        let w = self.frame.turn_width();
        let count = self.broken(&text.line, self.frame.plain(LEAST_EM), w);
        let x = self.frame.panel.w - w - self.frame.margin() + 2.0;
        let rect = Rect::new(x, y, w, count.lines() as f32 * CLOSE * LEAST_EM);
        self.place(rect, count.runs_close(x, y, w, CLOSE * LEAST_EM), Some(at));
    }

    fn rail_count_h(&mut self, text: &Text, turn_at: TurnAt, body: Rect) -> f32 {
        if turn_at != TurnAt::Rail || body.y >= self.count(&text.line).h() + 2.0 {
            return 0.0;
        }
        let w = self.frame.turn_width();
        self.broken(&text.line, self.frame.plain(LEAST_EM), w).lines() as f32 * CLOSE * LEAST_EM
    }

    /// The controls of a top line that gave way stand in the rail.
    pub(super) fn rail<M>(&mut self, part: &Part<M>, body: Rect) {
        let at = self.open(None);
        let w = self.frame.turn_width();
        let x = self.frame.panel.w - w - self.frame.margin() + 2.0;
        let mut y = body.y;
        for part in part.parts() {
            match part {
                Part::Control(control) => {
                    // Higher rather than in letters that nobody can read.
                    let h = self.broken(&control.name, self.frame.bold(LEAST_EM), w - 0.6).h().max(TARGET);
                    self.tile(control, Rect::new(x, y, w, h), at);
                    y += h + APART;
                }
                _ => y = self.put(part, x, y, w, Some(at)).bottom(),
            }
        }
        self.rail_floor = y;
        self.close(at, Rect::new(x, body.y, w, y - body.y));
    }

    /// A picture above its word; the word as large as the button allows.
    fn tile<M>(&mut self, control: &Control<M>, rect: Rect, at: usize) {
        let mut em = self.frame.turn_em();
        let mut label = self.broken(&control.name, self.frame.bold(em), rect.w - 0.6);
        while em > LEAST_EM && (label.h() > rect.h || label.w() > rect.w - 0.5) {
            em = (0.95 * em).max(LEAST_EM);
            label = self.broken(&control.name, self.frame.bold(em), rect.w - 0.6);
        }
        let label = self.evenly(&control.name, self.frame.bold(em), label);
        let side = (1.2 * em).min(9.0);
        let shown = !control.icon.is_empty() && side + label.h() <= rect.h;
        let lead = if shown { side } else { 0.0 };
        let y = rect.y + (rect.h - lead - label.h()) / 2.0;
        let runs = label.runs(rect.x + 0.3, y + lead, rect.w - 0.6, 0.5);
        let icon = shown.then(|| Rect::new(rect.x + (rect.w - side) / 2.0, y, side, side));
        self.out.push(Placed { rect, runs, icon, mark: None, group: Some(at) });
    }

    /// A picture beside its word.
    fn beside<M>(&mut self, control: &Control<M>, rect: Rect, at: usize) {
        let em = self.frame.turn_em();
        let label = self.label(&control.name, em, 1);
        self.labelled(control, &label, Try { shape: Shape::Beside, lines: 1, em }, rect, at);
    }
}
