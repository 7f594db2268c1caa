//! Things to press: a name that is always there, a picture before it, a quieter line below it, the sign of its state.

use super::{
    Placed, Rect, Run,
    frame::{Density, LEAST_EM, Style, TARGET},
    layer::{Layer, Tiles},
    text::Broken,
};
use crate::{
    page::{Control, Level, Part, Role, Text},
    words::{Bit, Line},
};
use smol_str::SmolStr;

/// How a control of some role is set.
#[derive(Clone, Copy)]
struct Setting {
    name: Style,
    detail: Style,
    pad: f32,
    /// Side of the square in front of the words: an icon or the dot of a choice; 0 for none.
    lead: f32,
    lead_gap: f32,
    /// Width behind the words: the knob of a switch.
    tail: f32,
    least: f32,
    width: Width,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Width {
    /// As wide as the room; words flush left.
    Full,
    /// As wide as the words; words in the middle.
    Natural,
}

/// Above and below words that fill a leaf.
const LEAST_PAD: f32 = 1.0;

impl Setting {
    /// Where it is higher than a leaf, and cannot be cut, its words are set smaller, the quieter ones first. Whether they could be.
    fn steps_down(&mut self, role: Role) -> bool {
        let (name, detail) = (&mut self.name, &mut self.detail);
        // The quieter words of a row flow on, once there is room for one line of them.
        let order = if role == Role::Row { [name, detail] } else { [detail, name] };
        if let Some(style) = order.into_iter().find(|style| style.em > LEAST_EM) {
            style.em = (0.92 * style.em).max(LEAST_EM);
            return true;
        }
        std::mem::replace(&mut self.pad, LEAST_PAD) > LEAST_PAD
    }

    /// What the words do not get of the width.
    fn aside(&self) -> f32 {
        self.lead + self.lead_gap + self.tail + 2.0 * self.pad
    }
}

impl Layer<'_> {
    pub(super) fn control<M>(&mut self, control: &Control<M>, area: Rect, group: Option<usize>) -> Rect {
        if control.role == Role::Field {
            return self.field(control, area, group);
        }
        let mut set = self.set_for(control, area.w);
        let aside = set.aside();
        let (name, below) = loop {
            let (name, below) = self.words(control, &set, area.w - aside);
            let h = name.h() + below.iter().map(Broken::h).sum::<f32>() + 2.0 * set.pad;
            let tall = h > self.body_h;
            let flows = tall && self.row_line(control, &set, area.w, self.body_h).is_some();
            if !tall || flows || set.width == Width::Natural || !set.steps_down(control.role) {
                break (name, below);
            }
        };
        let words_h = name.h() + below.iter().map(Broken::h).sum::<f32>();
        let words_w = below.iter().map(Broken::w).fold(name.w(), f32::max);
        let h = (words_h.max(set.lead) + if set.width == Width::Full { 2.0 * set.pad } else { 2.0 }).max(set.least);
        let w = if set.width == Width::Full { area.w } else { (words_w + aside).min(area.w).max(TARGET) };
        let rect = Rect { w, h, ..area };
        let spare = if set.width == Width::Full { 0.0 } else { (w - aside - words_w).max(0.0) / 2.0 };
        let left = area.x + set.pad + spare;
        let (x, y) = (left + set.lead + set.lead_gap, area.y + (h - words_h) / 2.0);
        let mut runs = name.runs(x, y, words_w, 0.0);
        let mut top = y + name.h();
        for (n, line) in below.iter().enumerate() {
            // What stands beside for staff to point at comes last and is not heard.
            let unheard = !control.beside.is_empty() && n + 1 == below.len();
            let phrase = |own: u16| if unheard { u16::MAX } else { own + control.detail_phrase() };
            let told = line.runs(x, top, words_w, 0.0).into_iter();
            runs.extend(told.map(|run| Run { phrase: phrase(run.phrase), ..run }));
            top += line.h();
        }
        let middle = if set.width == Width::Natural && below.is_empty() { y + name.middle() } else { area.y + h / 2.0 };
        let square = Rect::new(left, middle - set.lead / 2.0, set.lead, set.lead);
        let front = (set.lead > 0.0).then_some(square);
        let knob = Rect::new(rect.right() - set.pad - 16.0, area.y + (h - 9.0) / 2.0, 16.0, 9.0);
        let (icon, mark) = match control.role {
            Role::Choice => (None, front),
            Role::Switch => (front, Some(knob)),
            _ => (front, None),
        };
        self.out.push(Placed { rect, runs, icon, mark, group });
        rect
    }

    fn set_for<M>(&self, control: &Control<M>, w: f32) -> Setting {
        let mut set = self.setting(control, w);
        if w - set.lead - set.tail - 3.0 * set.pad < 3.5 * set.name.em && set.width == Width::Full {
            // Words before pictures.
            (set.lead, set.lead_gap) = (0.0, 0.0);
        }
        set
    }

    /// Where a row that is higher than `room` is cut: how many bits of its quieter words stay on it. `None` where not even a line of them fits below the
    /// name.
    fn row_line<M>(&mut self, control: &Control<M>, set: &Setting, w: f32, room: f32) -> Option<usize> {
        if control.role != Role::Row || control.detail.is_empty() {
            return None;
        }
        let w = w - set.aside();
        let name = self.name(control, set.name, w).h();
        let beside = if control.beside.is_empty() { 0.0 } else { self.broken(&control.beside, set.detail, w).h() };
        let detail = self.broken(&control.detail, set.detail, w);
        let left = room - name - beside - 2.0 * set.pad;
        let fit = (1..detail.lines()).take_while(|n| *n as f32 * detail.pitch() <= left + 0.01).count();
        (1..=fit).rev().find_map(|n| detail.begins(n)).filter(|at| *at > 0)
    }

    /// A row whose quieter words are longer than a leaf: as many lines of them as fit stay on it, the rest follows as quiet text. Its phrases keep the
    /// numbers that they have when the whole row is heard.
    pub(super) fn cut_row<M: Clone>(&mut self, control: &Control<M>, w: f32, room: f32) -> Option<(Part<M>, Part<M>)> {
        let mut set = self.set_for(control, w);
        let at = loop {
            match self.row_line(control, &set, w, room) {
                Some(at) => break at,
                None if !set.steps_down(Role::Row) => return None,
                None => {}
            }
        };
        let (stays, _) = control.detail.cut(at);
        let row = Control { detail: stays, ..control.clone() };
        let (_, rest) = control.words().cut(row.words().bits().len());
        let rest = Text { id: SmolStr::from(format!("{}+", control.id)), level: Level::Note, line: rest };
        Some((Part::Control(row), Part::Text(rest)))
    }

    /// The name, and what stands below it.
    fn words<M>(&mut self, control: &Control<M>, set: &Setting, w: f32) -> (Broken, Vec<Broken>) {
        let name = self.name(control, set.name, w);
        let below = [&control.detail, &control.beside].into_iter().filter(|line| !line.is_empty());
        (name, below.map(|line| self.broken(line, set.detail, w)).collect())
    }

    /// The name; on a card a little smaller where that keeps a word from being broken.
    fn name<M>(&mut self, control: &Control<M>, style: Style, w: f32) -> Broken {
        let whole = self.broken(&control.name, style, w);
        if control.role != Role::Card || whole.ends_gladly() {
            return whole;
        }
        let smaller = [0.93, 0.86].map(|less| (less * style.em).max(LEAST_EM));
        let smaller = smaller.map(|em| self.broken(&control.name, Style { em, ..style }, w));
        smaller.into_iter().find(Broken::ends_gladly).unwrap_or(whole)
    }

    fn setting<M>(&self, control: &Control<M>, w: f32) -> Setting {
        let em = self.frame.em();
        let icon = if control.icon.is_empty() { 0.0 } else { self.label_em.unwrap_or(em) };
        let plain = Setting {
            name: self.frame.bold(self.label_em.unwrap_or((0.92 * em).max(LEAST_EM))),
            detail: self.frame.plain(self.frame.small()),
            pad: 4.0,
            lead: icon,
            lead_gap: if icon > 0.0 { 2.4 } else { 0.0 },
            tail: 0.0,
            least: TARGET,
            width: Width::Natural,
        };
        match control.role {
            Role::Card => self.card(control, w, plain),
            Role::Row => {
                let (lead, lead_gap) = if icon > 0.0 { (em.max(14.0), 3.5) } else { (0.0, 0.0) };
                Setting { name: self.frame.bold(em), pad: 3.0, lead, lead_gap, width: Width::Full, ..plain }
            }
            Role::Tab => Setting { name: self.frame.plain((0.85 * em).max(LEAST_EM)), ..plain },
            Role::Choice => Setting { name: self.frame.plain(em), lead: 0.8 * em, lead_gap: 3.0, ..plain },
            Role::Switch => Setting { name: self.frame.plain(em), tail: 16.0 + 4.0, ..plain },
            Role::Button | Role::Turn | Role::Field | Role::Key | Role::Item => plain,
        }
    }

    fn card<M>(&self, control: &Control<M>, w: f32, plain: Setting) -> Setting {
        let em = self.frame.em();
        let wide = w > 14.0 * em;
        let (tile, gap, pad, grow) = match self.density {
            Density::Roomy if wide => (25.0, 5.5, 5.0, 1.16),
            Density::Roomy => (21.0, 4.5, 4.5, 1.05),
            Density::Close => (16.0, 3.5, 2.9, 1.0),
            Density::Tight => (1.3 * em, 2.0, 2.0, 1.0),
        };
        let least = match self.density {
            Density::Roomy if !control.detail.is_empty() => 40.0,
            Density::Roomy => 34.0,
            Density::Close => 22.0,
            Density::Tight => TARGET,
        };
        let pictured = !control.icon.is_empty() && self.tiles == Tiles::Shown;
        let (lead, lead_gap) = if pictured { (tile, gap) } else { (0.0, 0.0) };
        Setting { name: self.frame.bold(grow * em), pad, lead, lead_gap, least, width: Width::Full, ..plain }
    }

    /// What is being typed, with its name before it, or above it where the line is short.
    fn field<M>(&mut self, control: &Control<M>, area: Rect, group: Option<usize>) -> Rect {
        let em = self.frame.em();
        let tight = self.density == Density::Tight;
        let label = if tight { LEAST_EM } else { self.frame.small() };
        let name = self.broken(&control.name, self.frame.plain(label), 0.4 * area.w);
        let beside = name.lines() == 1 && area.w - name.w() > 14.0 * em;
        // Over the box it has the whole width.
        let name = if beside { name } else { self.broken(&control.name, self.frame.plain(label), area.w) };
        let least = (if tight { 1.5 } else { 1.9 } * em).max(TARGET);
        let (rect, inner, at) = if beside {
            let left = name.w() + 3.0;
            let rect = Rect { h: least, ..area };
            (rect, Rect { x: area.x + left, w: area.w - left, ..rect }, area.y + (least - name.h()) / 2.0)
        } else {
            let rect = Rect { h: name.h() + 1.0 + least, ..area };
            (rect, Rect { y: area.y + name.h() + 1.0, h: least, ..area }, area.y)
        };
        let mut runs = name.runs(area.x, at, name.w(), 0.0);
        runs.extend(self.value(&control.value, inner));
        self.out.push(Placed { rect, runs, icon: None, mark: Some(inner), group });
        rect
    }

    /// What a field holds, on one line; when it is longer than the box its end is shown, where the typing goes on.
    fn value(&mut self, value: &Line, inner: Rect) -> Vec<Run> {
        let style = Style { ruby: false, ..self.frame.plain(1.1 * self.frame.em()) };
        let (pad, mut room) = (3.0, inner.w - 2.0 * 3.0 - 1.0);
        let mut fits = |bit: &Bit| {
            room -= self.measure.width(&bit.base, style.em, false);
            room >= 0.0
        };
        let kept = value.bits().iter().rev().take_while(|bit| fits(bit)).count();
        let (_, shown) = value.cut(value.bits().len() - kept);
        let broken = self.broken(&shown, style, f32::INFINITY);
        broken.runs(inner.x + pad, inner.y + (inner.h - broken.pitch()) / 2.0, inner.w, 0.0)
    }
}
