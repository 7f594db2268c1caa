//! A whole leaf: top line, body, turning buttons, bar. Decided once, for folding and planning alike.

use super::{
    Plan, Rect,
    frame::{APART, Density, FOOT, Title, TurnAt},
    layer::{Layer, Pictures},
    text::Broken,
};
use crate::{
    page::{Kind, Level, Page, Part},
    words::Line,
};

/// What stands round the body of a leaf.
pub(super) struct Around<'a, M> {
    pub top: Option<&'a Part<M>>,
    pub bar: Option<&'a Part<M>>,
    pub turn: Option<TurnAt>,
    /// Which leaf this is, in words.
    pub count: Option<&'a Line>,
}

impl Layer<'_> {
    /// The body: all between the top line, the bar and the turning buttons.
    pub(super) fn body<M>(&mut self, around: &Around<'_, M>) -> Rect {
        // What stands round the body looks the same on every leaf, however tightly the body is set.
        let density = std::mem::replace(&mut self.density, Density::Roomy);
        let (panel, margin) = (self.frame.panel, self.frame.margin());
        let (x, w) = self.frame.column(around.turn);
        self.aside = match around.count {
            Some(count) if around.turn != Some(TurnAt::Foot) => self.count(count).w() + self.frame.gap(),
            _ => 0.0,
        };
        let head = match around.top {
            Some(top) if gives_way(top, around.turn) => 0.5 * margin,
            Some(top) => self.height(top, panel.w - 2.0 * margin) + (0.6 * self.frame.gap()).max(APART),
            None => margin,
        };
        let bar = around.bar.map_or(0.0, |bar| self.height(bar, panel.w));
        let foot = if around.turn == Some(TurnAt::Foot) { FOOT } else { 0.0 };
        let below = self.frame.below(foot);
        let rect = Rect::new(x, head, w, panel.h - bar - foot - head - below);
        self.body_h = rect.h;
        self.density = density;
        rect
    }

    pub(super) fn page<M>(mut self, page: &Page<M>) -> Plan {
        let of = |kind| page.parts.iter().find(|part| part.kind() == Some(kind));
        let (top, bar) = (of(Kind::Top), of(Kind::Bar));
        self.turn_at = self.frame.turn_at(top.map_or(Title::Gone, |top| Title::of(top.parts())));
        let turn = of(Kind::Turn).map(|_| self.turn_at);
        let count = of(Kind::Turn).into_iter().flat_map(Part::parts).find_map(|part| match part {
            Part::Text(text) => Some(&text.line),
            _ => None,
        });
        let body = self.body(&Around { top, bar, turn, count });
        let parts: Vec<&Part<M>> = page.parts.iter().filter(|part| !is_chrome(part)).collect();
        self.canvas_h = self.canvas_height(&parts, body);
        self.settle(&parts, body);
        if turn.is_none() {
            self.enlarge(&parts, body);
            self.spread_out(&parts, body);
        }
        let (panel, margin) = (self.frame.panel, self.frame.margin());
        let (mut y, mut before, density) = (body.y + self.lead, None, self.density);
        for part in &page.parts {
            self.density = if is_chrome(part) { Density::Roomy } else { density };
            match part.kind() {
                Some(Kind::Top) if gives_way(part, turn) => self.rail(part, body),
                Some(Kind::Top) => {
                    self.put(part, margin, 0.0, panel.w - 2.0 * margin, None);
                }
                Some(Kind::Bar) => {
                    let h = self.height(part, panel.w);
                    self.put(part, 0.0, panel.h - h, panel.w, None);
                }
                Some(Kind::Turn) => self.turn(part, body),
                _ => {
                    y += before.map_or(0.0, |before| self.space(before, part) + self.spread_between(before, part));
                    y = self.put(part, body.x, y, body.w, None).bottom();
                    before = Some(part);
                }
            }
        }
        self.out
    }

    /// Takes the roomiest density at which the parts fit the body, and gives rows of cards the rest.
    fn settle<M>(&mut self, parts: &[&Part<M>], body: Rect) {
        let kept = Density::ALL.map(|density| (density, Pictures::Kept));
        for (density, pictures) in kept.into_iter().chain([(Density::Tight, Pictures::IfFree)]) {
            (self.density, self.pictures) = (density, pictures);
            if let Some(used) = self.fits(parts, body.w, body.h) {
                let groups = parts.iter().filter(|part| part.kind() == Some(Kind::Cards)).count().max(1);
                self.stretch = (0.8 * (body.h - used)).clamp(0.0, 0.35 * body.h) / groups as f32;
                return;
            }
        }
    }

    /// Where a whole page leaves much of a large glass empty, what does not belong together stands farther apart.
    fn spread_out<M>(&mut self, parts: &[&Part<M>], body: Rect) {
        let apart = parts.windows(2).filter(|two| matches!(two, [before, after] if is_apart(before, after))).count();
        let Some(used) = self.fits(parts, body.w, body.h).filter(|_| apart > 0 && self.density == Density::Roomy)
        else {
            return;
        };
        self.spread = (0.5 * (body.h - used) / apart as f32).clamp(0.0, 1.5 * self.frame.gap());
    }

    fn spread_between<M>(&self, before: &Part<M>, after: &Part<M>) -> f32 {
        if is_apart(before, after) { self.spread } else { 0.0 }
    }

    /// 「1／2ページ」.
    pub(super) fn count(&mut self, line: &Line) -> Broken {
        let em = self.frame.small().min(8.8);
        self.broken(line, self.frame.plain(em), f32::INFINITY)
    }
}

/// A top line without words gives way altogether where the turning buttons stand in a rail: its controls stand above them.
fn gives_way<M>(top: &Part<M>, turn: Option<TurnAt>) -> bool {
    turn == Some(TurnAt::Rail) && Title::of(top.parts()) == Title::Gone
}

/// Words stay together, and a heading with what it is about.
fn is_apart<M>(before: &Part<M>, after: &Part<M>) -> bool {
    !matches!((before, after), (Part::Text(_), Part::Text(_)))
        && !matches!(before, Part::Text(text) if text.level == Level::Heading)
}

/// Parts that stand round the body.
pub(super) fn is_chrome<M>(part: &Part<M>) -> bool {
    matches!(part.kind(), Some(Kind::Top | Kind::Bar | Kind::Turn))
}
