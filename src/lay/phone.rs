//! The parts of a practice phone, each inside the rectangle that its screen gave it. A phone is 360 units wide, whatever its scale; letters
//! and distances are counted in those units. Words that would not fit are set smaller: on a phone nothing may lie over anything.

use super::{
    Placed, Rect, Run,
    frame::Style,
    layer::Layer,
    text::{self, Broken},
};
use crate::{
    page::{Canvas, Control, Kind, Level, Part, Role},
    words::Line,
};

/// Width of a phone in its own units.
pub const PHONE_UNITS: f32 = 360.0;

/// Letters of rows, buttons and texts, in units.
const EM: f32 = 20.0;
const DETAIL: f32 = 15.0;
/// Under a picture: the names of apps, of the parts of the bar.
const UNDER: f32 = 14.0;
const SMALL: f32 = 11.5;
/// Between the edge of a row and its words.
const PAD: f32 = 14.0;
/// Side of the picture of a row.
const ICON: f32 = 30.0;
/// Side of the picture of an app.
const TILE: f32 = 58.0;
/// The sign of a switch.
const SWITCH: (f32, f32) = (50.0, 28.0);
/// Smaller than this part of its size no word is set.
const LEAST: f32 = 0.5;

/// One part: its rectangle, a unit in millimetres, the group it stands in.
#[derive(Clone, Copy)]
struct Spot {
    rect: Rect,
    u: f32,
    at: usize,
}

impl Spot {
    /// The part of the rectangle that begins `left` units from its left and ends `right` units from its right.
    fn within(self, left: f32, right: f32) -> Rect {
        let Self { rect, u, .. } = self;
        Rect { x: rect.x + left * u, w: (rect.w - (left + right) * u).max(u), ..rect }
    }
}

impl Layer<'_> {
    /// Places the parts of a phone that stands in `rect`.
    pub(super) fn phone<M>(&mut self, canvas: &Canvas<M>, rect: Rect, at: usize) {
        let k = rect.w / canvas.size[0].max(0.001);
        let u = rect.w / PHONE_UNITS;
        for (part, [x, y, w, h]) in canvas.parts.iter().zip(&canvas.at) {
            let rect = Rect::new(rect.x + x * k, rect.y + y * k, w * k, h * k);
            self.on_phone(part, Spot { rect, u, at });
        }
    }

    fn on_phone<M>(&mut self, part: &Part<M>, spot: Spot) {
        let Spot { rect, u, at } = spot;
        match part {
            Part::Text(text) => {
                let runs = self.phone_text(&text.line, text.level, rect, u);
                self.place(rect, runs, Some(at));
            }
            Part::Control(control) => self.phone_control(control, spot),
            Part::Group(group) => {
                self.place(rect, vec![], Some(at));
                let at = self.out.len() - 1;
                let rect = if matches!(group.kind, Kind::Callout(_)) { bubble(rect, u) } else { rect };
                for part in &group.parts {
                    self.on_phone(part, Spot { rect, u, at });
                }
            }
            Part::Picture(_) | Part::Canvas(_) => {
                self.place(rect, vec![], Some(at));
                let at = self.out.len() - 1;
                for part in part.parts() {
                    self.on_phone(part, Spot { rect, u, at });
                }
            }
        }
    }

    fn phone_text(&mut self, line: &Line, level: Level, rect: Rect, u: f32) -> Vec<Run> {
        let (em, bold, align) = match level {
            Level::Title => (17.0, true, 0.5),
            Level::Hello | Level::Heading => (27.0, true, 0.0),
            Level::Lead | Level::Brief => (22.0, true, 0.0),
            Level::Body => (EM, false, 0.0),
            Level::Note => (DETAIL, false, 0.0),
            Level::Age | Level::Beside => (DETAIL, false, 0.5),
            Level::Number => (22.0, true, 0.5),
            Level::Digits | Level::Opposite => (34.0, true, 0.5),
        };
        let broken = self.fitted(line, em * u, bold, rect);
        let y = rect.y + (rect.h - broken.h()).max(0.0) / 2.0;
        broken.runs(rect.x, y, rect.w, align)
    }

    /// Broken to the rectangle, in smaller letters where it would not fit. Furigana only where there is room.
    fn fitted(&mut self, line: &Line, em: f32, bold: bool, rect: Rect) -> Broken {
        self.fitted_in(line, Style { em, bold, ruby: self.frame.size.ruby, close: false }, rect)
    }

    fn fitted_in(&mut self, line: &Line, style: Style, rect: Rect) -> Broken {
        let mut set = |part: f32, ruby: bool| {
            let style = Style { em: part * style.em, ruby, ..style };
            text::breaks(line, style, rect.w, usize::MAX, self.measure)
        };
        let fits = |broken: &Broken| broken.h() <= rect.h + 0.01 && broken.w() <= rect.w + 0.01;
        if style.ruby {
            let with_ruby = set(1.0, true);
            if fits(&with_ruby) {
                return with_ruby;
            }
        }
        let parts = std::iter::successors(Some(1.0), |part| Some(part * 0.94)).take_while(|part| *part >= LEAST);
        parts.map(|part| set(part, false)).find(fits).unwrap_or_else(|| set(LEAST, false))
    }

    fn phone_control<M>(&mut self, control: &Control<M>, spot: Spot) {
        let placed = match control.role {
            Role::Card => self.phone_app(control, spot),
            Role::Item if spot.rect.w > 3.0 * spot.rect.h => self.phone_strip(control, spot),
            Role::Item | Role::Tab => self.phone_item(control, spot),
            Role::Button | Role::Turn => self.phone_button(control, spot),
            Role::Key => self.phone_key(control, spot),
            Role::Field => self.phone_field(control, spot),
            Role::Row | Role::Switch | Role::Choice => self.phone_row(control, spot),
        };
        self.out.push(placed);
    }

    /// Name, a quieter line below it, a picture before it, its state behind it.
    fn phone_row<M>(&mut self, control: &Control<M>, spot: Spot) -> Placed {
        let Spot { rect, u, at } = spot;
        let pictured = !control.icon.is_empty();
        let lead = match control.role {
            Role::Choice => PAD + ICON + 12.0,
            _ if pictured => PAD + ICON + 12.0,
            _ => PAD + 4.0,
        };
        let value_w = if control.value.is_empty() { 0.0 } else { 0.3 * rect.w / u };
        let tail = match control.role {
            Role::Switch => PAD + SWITCH.0 + 8.0,
            _ if value_w > 0.0 => PAD + value_w + 6.0,
            _ => PAD,
        };
        let room = Rect { y: rect.y + 4.0 * u, h: rect.h - 8.0 * u, ..spot.within(lead, tail) };
        let mut runs = self.name_and_detail(control, room, EM * u, 0.0);
        if value_w > 0.0 {
            let room = Rect { x: rect.right() - (PAD + value_w) * u, w: value_w * u, ..room };
            let value = self.fitted(&control.value, DETAIL * u, false, room);
            runs.extend(value.runs(room.x, room.y + (room.h - value.h()).max(0.0) / 2.0, room.w, 1.0));
        }
        let middle = |x: f32, w: f32, h: f32| Rect::new(x, rect.y + (rect.h - h * u) / 2.0, w * u, h * u);
        let front = middle(rect.x + PAD * u, ICON, ICON);
        let (icon, mark) = match control.role {
            Role::Switch => {
                let (w, h) = SWITCH;
                (pictured.then_some(front), Some(middle(rect.right() - (PAD + w) * u, w, h)))
            }
            Role::Choice => (None, Some(front)),
            _ => (pictured.then_some(front), None),
        };
        Placed { rect, runs, icon, mark, group: Some(at) }
    }

    fn name_and_detail<M>(&mut self, control: &Control<M>, room: Rect, em: f32, align: f32) -> Vec<Run> {
        if control.detail.is_empty() {
            let name = self.fitted(&control.name, em, false, room);
            return name.runs(room.x, room.y + (room.h - name.h()).max(0.0) / 2.0, room.w, align);
        }
        // The name first; what it leaves of the height is for the detail, but never less than a third.
        let name = self.fitted(&control.name, em, false, Rect { h: 0.66 * room.h, ..room });
        let left = Rect { h: room.h - name.h(), ..room };
        let detail = self.fitted(&control.detail, DETAIL / EM * em, false, left);
        let y = room.y + (room.h - name.h() - detail.h()).max(0.0) / 2.0;
        let first = control.detail_phrase();
        let mut runs = name.runs(room.x, y, room.w, align);
        let below = detail.runs(room.x, y + name.h(), room.w, align);
        runs.extend(below.into_iter().map(|run| Run { phrase: run.phrase + first, ..run }));
        runs
    }

    /// A picture on a tile, its name below.
    fn phone_app<M>(&mut self, control: &Control<M>, spot: Spot) -> Placed {
        let Spot { rect, u, at } = spot;
        let side = (TILE * u).min(0.64 * rect.h);
        let icon = Rect::new(rect.x + (rect.w - side) / 2.0, rect.y + 3.0 * u, side, side);
        let top = icon.bottom() + 2.0 * u;
        let room = Rect { y: top, h: rect.bottom() - top, ..rect };
        let name = self.fitted(&control.name, UNDER * u, false, room);
        Placed { rect, runs: name.runs(room.x, top, room.w, 0.5), icon: Some(icon), mark: None, group: Some(at) }
    }

    /// A picture with its small name below it, in the middle; words alone where there is no picture.
    fn phone_item<M>(&mut self, control: &Control<M>, spot: Spot) -> Placed {
        let Spot { rect, u, at } = spot;
        if control.icon.is_empty() {
            let runs = self.name_and_detail(control, spot.within(4.0, 4.0), EM * u, 0.5);
            return Placed { rect, runs, group: Some(at), ..Placed::default() };
        }
        let side = (22.0 * u).min(0.5 * rect.h);
        let room = Rect { h: (rect.h - side - 2.0 * u).max(u), ..rect };
        let name = self.fitted(&control.name, SMALL * u, false, room);
        let y = rect.y + (rect.h - side - name.h()).max(0.0) / 2.0;
        let icon = Rect::new(rect.x + (rect.w - side) / 2.0, y, side, side);
        Placed {
            rect,
            runs: name.runs(rect.x, icon.bottom(), rect.w, 0.5),
            icon: Some(icon),
            mark: None,
            group: Some(at),
        }
    }

    /// A flat place over the whole width: its name at the left, what it tells at the right behind its picture.
    fn phone_strip<M>(&mut self, control: &Control<M>, spot: Spot) -> Placed {
        let Spot { rect, u, at } = spot;
        let half = Rect { w: 0.62 * rect.w - PAD * u, ..spot.within(PAD, 0.0) };
        let name = self.fitted(&control.name, DETAIL * u, false, half);
        let mut runs = name.runs(half.x, half.y + (half.h - name.h()).max(0.0) / 2.0, half.w, 0.0);
        let other = Rect { x: half.right(), w: rect.right() - PAD * u - half.right(), ..rect };
        let value = self.fitted(&control.value, DETAIL * u, false, other);
        runs.extend(value.runs(other.x, other.y + (other.h - value.h()).max(0.0) / 2.0, other.w, 1.0));
        let side = (18.0 * u).min(0.8 * rect.h);
        let x = other.right() - value.w() - side - 6.0 * u;
        let icon = (!control.icon.is_empty()).then(|| Rect::new(x, rect.y + (rect.h - side) / 2.0, side, side));
        Placed { rect, runs, icon, mark: None, group: Some(at) }
    }

    fn phone_button<M>(&mut self, control: &Control<M>, spot: Spot) -> Placed {
        let Spot { rect, u, at } = spot;
        let lead = if control.icon.is_empty() { 0.0 } else { 30.0 * u };
        let inner = spot.within(8.0, 8.0);
        let room = Rect { w: (inner.w - lead).max(u), ..inner };
        let em = EM * u;
        let name = self.fitted(&control.name, em, true, Rect { y: room.y + u, h: room.h - 2.0 * u, ..room });
        let x = inner.x + (inner.w - lead - name.w()).max(0.0) / 2.0;
        let side = 24.0 * u;
        let icon = (lead > 0.0).then(|| Rect::new(x, rect.y + (rect.h - side) / 2.0, side, side));
        let y = rect.y + (rect.h - name.h()).max(0.0) / 2.0;
        Placed { rect, runs: name.runs(x + lead, y, name.w(), 0.5), icon, mark: None, group: Some(at) }
    }

    fn phone_key<M>(&mut self, control: &Control<M>, spot: Spot) -> Placed {
        let Spot { rect, u, at } = spot;
        let em = if control.name.bits().len() < 3 { 1.2 * EM } else { 0.85 * EM };
        let room = Rect { y: rect.y + u, h: rect.h - 2.0 * u, ..spot.within(2.0, 2.0) };
        let runs = self.name_and_detail(control, room, em * u, 0.5);
        Placed { rect, runs, group: Some(at), ..Placed::default() }
    }

    /// Its name above, what it holds in a box below.
    fn phone_field<M>(&mut self, control: &Control<M>, spot: Spot) -> Placed {
        let Spot { rect, u, at } = spot;
        let head = 20.0 * u;
        let above = Rect { h: head, ..spot.within(4.0, 4.0) };
        let name = self.fitted(&control.name, UNDER * u, false, above);
        let mut runs = name.runs(above.x, above.y, above.w, 0.0);
        let mark = Rect { y: rect.y + head, h: (rect.h - head).max(u), ..rect };
        let inner = Rect { x: mark.x + 10.0 * u, w: mark.w - 20.0 * u, ..mark };
        let value = self.fitted(&control.value, EM * u, false, inner);
        runs.extend(value.runs(inner.x, inner.y + (inner.h - value.h()).max(0.0) / 2.0, inner.w, 0.0));
        Placed { rect, runs, icon: None, mark: Some(mark), group: Some(at) }
    }
}

/// Inside the edge of a speech bubble.
fn bubble(rect: Rect, u: f32) -> Rect {
    Rect::new(rect.x + 12.0 * u, rect.y + 6.0 * u, rect.w - 24.0 * u, rect.h - 12.0 * u)
}
