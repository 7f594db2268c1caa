//! Cuts a part in two so that the first half is at most so high. Nothing is lost and nothing doubled: the halves together are the
//! part. Headings, leads and numbers stay with what follows them, an age with what it dates.

use super::{layer::Layer, text};
use crate::page::{Group, Id, Kind, Level, Part, Role, Text};
use smol_str::SmolStr;

/// Whether something has to come off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// Nothing, rather than an ugly cut.
    May,
    /// At least a line, a button, a drawing: otherwise folding would never end.
    Must,
}

/// So many rows of a list stand on one leaf at most: with what is above and below them everything is reached in twelve moves of the arrows.
const ROWS: usize = 9;

/// What stays on this leaf and what goes to the next.
pub(super) type Halves<M> = (Option<Part<M>>, Option<Part<M>>);

impl Layer<'_> {
    pub(super) fn cut<M: Clone>(&mut self, part: &Part<M>, w: f32, room: f32, need: Need) -> Halves<M> {
        match part {
            Part::Text(text) if text.level != Level::Number => self.cut_text(text, w, room, need),
            Part::Group(group) => match group.kind {
                Kind::Stack
                | Kind::Alert
                | Kind::Poster
                | Kind::Steps
                | Kind::Step
                | Kind::Callout(_)
                | Kind::Warned(_)
                | Kind::List => self.cut_stack(group, w, room, need),
                Kind::Cards | Kind::Row => self.cut_rows(group, w, room, need),
                Kind::Banner(_) | Kind::Split if need == Need::Must && self.height(part, w) > room => {
                    self.cut_stack(group, w, room, need)
                }
                _ => self.whole(part, w, room, need),
            },
            Part::Control(control) if need == Need::Must && self.height(part, w) > room + 0.01 => {
                match self.cut_row(control, w, room) {
                    Some((row, rest)) => (Some(row), Some(rest)),
                    None => (Some(part.clone()), None),
                }
            }
            _ => self.whole(part, w, room, need),
        }
    }

    fn whole<M: Clone>(&mut self, part: &Part<M>, w: f32, room: f32, need: Need) -> Halves<M> {
        if need == Need::Must || self.height(part, w) <= room + 0.01 {
            (Some(part.clone()), None)
        } else {
            (None, Some(part.clone()))
        }
    }

    /// Between two lines; never one line alone when the text has four or more.
    fn cut_text<M>(&mut self, part: &Text, w: f32, room: f32, need: Need) -> Halves<M> {
        let style = self.style(self.level(part.level));
        let broken = text::breaks(&part.line, style, w, lines_in(room, style.em), self.measure);
        if broken.complete && broken.h() <= room + 0.01 {
            return (Some(Part::Text(part.clone())), None);
        }
        let fit = (1..=broken.lines()).take_while(|n| *n as f32 * broken.pitch() <= room + 0.01).count();
        let short = broken.complete && broken.lines() < 4;
        if need == Need::May && (fit == 0 || (fit < 2 && short)) {
            return (None, Some(Part::Text(part.clone())));
        }
        let widow = broken.complete && fit + 1 == broken.lines() && fit > 2;
        let fit = if widow { fit - 1 } else { fit.max(1) };
        // A word broken inside is not cut in two: back to where a bit begins, or on.
        let back = (1..=fit).rev().find_map(|n| broken.begins(n));
        let Some(at) = back.or_else(|| (fit..broken.lines()).find_map(|n| broken.begins(n))).filter(|at| *at > 0)
        else {
            return (Some(Part::Text(part.clone())), None);
        };
        let (head, tail) = part.line.cut(at);
        let half = |id: Id, line| Some(Part::Text(Text { id, level: part.level, line }));
        (half(part.id.clone(), head), half(SmolStr::from(format!("{}+", part.id)), tail))
    }

    /// Between two children, or inside the first one that does not fit.
    fn cut_stack<M: Clone>(&mut self, group: &Group<M>, w: f32, room: f32, need: Need) -> Halves<M> {
        let inset = self.inset(group.kind);
        let room = room - inset.h();
        let inner = w - inset.w();
        let aside = self.picture_aside(group.kind, &group.parts, inner);
        let inner = match (group.kind, aside) {
            (Kind::Banner(_), _) => self.banner_words(&group.parts, inner),
            (_, Some((_, (w, _)))) => inner - w - self.frame.gap(),
            (_, None) => inner,
        };
        let (fit, used) = self.fitting(group, inner, room, aside);
        if fit == group.parts.len() {
            return (Some(Part::Group(group.clone())), None);
        }
        let (head, tail) = group.parts.split_at(fit);
        let mut halves = (head.to_vec(), tail.to_vec());
        if !is_full(group, fit) {
            self.cut_first(&mut halves, inner, room - used, Need::May);
        }
        let before = halves.clone();
        self.keep_ages(&mut halves, inner, need);
        // If only openings would stay: then rather those alone than an age without what it dates.
        let before = if halves.0.is_empty() { before } else { halves.clone() };
        keep_openings(&mut halves);
        if halves.0.iter().all(opens) {
            if need == Need::May {
                return (None, Some(Part::Group(group.clone())));
            }
            halves = before;
            let left = if halves.0.len() == fit { room - used } else { 0.0 };
            self.force(&mut halves, inner, left);
            if halves.0.len() > 1
                && let Some(field) = halves.0.pop_if(|last| is_field(last))
            {
                halves.1.insert(0, field);
            }
        }
        let some = |kind, parts: Vec<Part<M>>| (!parts.is_empty()).then(|| Part::group(kind, parts));
        // The mark of a level stands where its number is named; the rest follows without it.
        let later = if matches!(group.kind, Kind::Warned(_)) { Kind::Stack } else { group.kind };
        (some(group.kind, halves.0), some(later, halves.1))
    }

    /// Something must come off. A heading that fills the leaf stands alone rather than that a line falls off the panel.
    fn force<M: Clone>(&mut self, halves: &mut (Vec<Part<M>>, Vec<Part<M>>), w: f32, room: f32) {
        let Some(first) = halves.1.first().filter(|_| halves.0.iter().all(opens)) else { return };
        if let (Some(head), rest) = self.cut(first, w, room, Need::Must)
            && (halves.0.is_empty() || self.height(&head, w) <= room + 0.01)
        {
            halves.0.push(head);
            halves.1.splice(..1, rest);
        }
    }

    /// How many children fit, and the height used before the next.
    fn fitting<M>(&mut self, group: &Group<M>, w: f32, room: f32, aside: Option<(usize, (f32, f32))>) -> (usize, f32) {
        let (mut used, mut before): (f32, Option<&Part<M>>) = (0.0, None);
        for (n, part) in group.parts.iter().enumerate() {
            match aside {
                Some((at, (_, h))) if at == n && h > room + 0.01 => return (n, used),
                Some((at, _)) if at == n => continue,
                _ if is_number(part) => continue,
                _ => {}
            }
            let start = used + before.map_or(0.0, |before| self.space(before, part));
            if is_full(group, n) {
                return (n, start);
            }
            let Some(h) = self.height_within(part, w, room - start) else { return (n, start) };
            (used, before) = (start + h, Some(part));
        }
        (group.parts.len(), used)
    }

    /// The height of a part, if it is no more than `room`. From the front: what lies on later leaves is not looked at, or else folding
    /// a long page would take the square of its length.
    pub(super) fn height_within<M>(&mut self, part: &Part<M>, w: f32, room: f32) -> Option<f32> {
        let h = match part {
            Part::Text(text) if text.level != Level::Number => {
                let style = self.style(self.level(text.level));
                let broken = text::breaks(&text.line, style, w, lines_in(room, style.em), self.measure);
                broken.complete.then(|| broken.h())?
            }
            Part::Group(group) if matches!(group.kind, Kind::Stack | Kind::Alert | Kind::Steps | Kind::List) => {
                let (fit, used) = self.fitting(group, w, room, None);
                (fit == group.parts.len()).then_some(used)?
            }
            _ => self.height(part, w),
        };
        (h <= room + 0.01).then_some(h)
    }

    /// Moves as much of the first part of the second half into the first half as fits.
    fn cut_first<M: Clone>(&mut self, halves: &mut (Vec<Part<M>>, Vec<Part<M>>), w: f32, room: f32, need: Need) {
        let Some(first) = halves.1.first() else { return };
        if let (Some(head), rest) = self.cut(first, w, room, need) {
            halves.0.push(head);
            halves.1.splice(..1, rest);
        }
    }

    /// An age takes at least the end of what it dates along to its leaf.
    fn keep_ages<M: Clone>(&mut self, halves: &mut (Vec<Part<M>>, Vec<Part<M>>), w: f32, need: Need) {
        while halves.1.first().is_some_and(is_age) {
            let Some(dated) = halves.0.pop() else { return };
            if is_age(&dated) {
                halves.1.insert(0, dated);
                continue;
            }
            let less = self.height(&dated, w) - self.frame.em();
            let need = if halves.0.is_empty() { need } else { Need::May };
            match self.cut(&dated, w, less, need) {
                (Some(head), Some(tail)) => {
                    halves.0.push(head);
                    halves.1.insert(0, tail);
                }
                _ => halves.1.insert(0, dated),
            }
        }
    }

    /// Whole cards, whole lines of buttons.
    fn cut_rows<M: Clone>(&mut self, group: &Group<M>, w: f32, room: f32, need: Need) -> Halves<M> {
        let all = group.parts.len();
        let some = |parts: &[Part<M>]| (!parts.is_empty()).then(|| Part::group(group.kind, parts.to_vec()));
        let mut fit = 0;
        // From the front: what lies on later leaves is not looked at.
        while fit < all
            && self.height(&Part::group(group.kind, group.parts.iter().take(fit + 1).cloned()), w) <= room + 0.01
        {
            fit += 1;
        }
        let fit = if need == Need::Must { fit.max(1) } else { fit };
        let (head, tail) = group.parts.split_at(fit.min(all));
        (some(head), some(tail))
    }
}

/// Headings, leads and numbers at the end of a leaf would stand alone.
fn keep_openings<M>(halves: &mut (Vec<Part<M>>, Vec<Part<M>>)) {
    while !halves.1.is_empty()
        && let Some(last) = halves.0.pop()
    {
        if !opens(&last) {
            halves.0.push(last);
            return;
        }
        halves.1.insert(0, last);
    }
}

/// More lines than `room` can hold, whatever their distance: enough to tell whether a text fits, and how it ends if it hardly does.
fn lines_in(room: f32, em: f32) -> usize {
    (1..10_000).take_while(|n| *n as f32 * em < room).count() + 3
}

/// No more rows of this list on this leaf.
fn is_full<M>(group: &Group<M>, rows: usize) -> bool {
    group.kind == Kind::List && rows == ROWS
}

fn is_number<M>(part: &Part<M>) -> bool {
    matches!(part, Part::Text(text) if text.level == Level::Number)
}

/// What must not stand without what follows it.
fn opens<M>(part: &Part<M>) -> bool {
    let opening = |level| {
        matches!(level, Level::Title | Level::Hello | Level::Heading | Level::Lead | Level::Brief | Level::Number)
    };
    match part {
        Part::Text(text) => opening(text.level),
        // What is typed is seen while it is typed.
        Part::Control(_) => is_field(part),
        Part::Group(group) if matches!(group.kind, Kind::Stack | Kind::Alert | Kind::Step | Kind::Steps) => {
            group.parts.iter().all(opens)
        }
        _ => false,
    }
}

fn is_field<M>(part: &Part<M>) -> bool {
    matches!(part, Part::Control(control) if control.role == Role::Field)
}

/// Begins with an age.
pub(super) fn is_age<M>(part: &Part<M>) -> bool {
    match part {
        Part::Text(text) => matches!(text.level, Level::Age | Level::Beside),
        Part::Group(group) => group.parts.first().is_some_and(is_age),
        _ => false,
    }
}
