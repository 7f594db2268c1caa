//! Sets the blocks of a sheet one below the other.

use super::{
    code::{Modules, QUIET, codes},
    drawing,
    face::Faces,
    flow::{Flow, Ink, Keep, Kind, Mark, Slab, Tone, Words},
    size::Sizes,
};
use crate::{
    lay::{Paragraph, SetLine, Setting, paragraph},
    page::{Block, Code, Picture, Sheet, Step, Tone as Voice},
    words::Line,
};

/// How a text stands: how large, how far from the left, what it is.
#[derive(Clone, Copy)]
struct Look {
    em: f32,
    bold: bool,
    indent: f32,
    /// What is left free above it.
    above: f32,
    tone: Tone,
    keep: Keep,
}

impl Look {
    /// Plain words of this height, so many of it below what stands above.
    const fn of(em: f32, ems_above: f32) -> Self {
        Self { em, bold: false, indent: 0.0, above: ems_above * em, tone: Tone::Black, keep: Keep::Free }
    }
}

/// Between one code and the next, in modules, beside the quiet zones.
const APART: f32 = 2.0;

pub(super) fn set(sheet: &Sheet, sizes: &Sizes, faces: &mut Faces) -> Flow {
    let mut setter = Setter { sizes, faces, flow: Flow::default() };
    setter.head(sheet);
    for block in &sheet.blocks {
        setter.block(block);
    }
    setter.end(sheet);
    setter.flow
}

struct Setter<'a> {
    sizes: &'a Sizes,
    faces: &'a mut Faces,
    flow: Flow,
}

impl Setter<'_> {
    fn head(&mut self, sheet: &Sheet) {
        let sizes = *self.sizes;
        if !sheet.above.is_empty() {
            let look = Look { keep: Keep::Next, ..Look::of(sizes.note, 0.0) };
            self.text(&sheet.above, Kind::Text, Look { tone: Tone::Grey, ..look });
        }
        let look = Look { em: sizes.title, bold: true, keep: Keep::Next, ..Look::of(sizes.title, 0.1) };
        self.text(&sheet.title, Kind::Title(sheet.title.plain()), look);
        self.rule(0.35 * sizes.title, 2.5 * sizes.hair, Keep::Next);
    }

    fn end(&mut self, sheet: &Sheet) {
        if sheet.foot.is_empty() {
            return;
        }
        self.rule(1.2 * self.sizes.body, self.sizes.hair, Keep::Next);
        for (n, line) in sheet.foot.iter().enumerate() {
            let keep = if n + 1 < sheet.foot.len() { Keep::Next } else { Keep::Free };
            self.text(line, Kind::Text, Look { tone: Tone::Grey, keep, ..Look::of(self.sizes.note, 0.3) });
        }
    }

    fn block(&mut self, block: &Block) {
        let sizes = *self.sizes;
        match block {
            Block::Heading(line) => {
                let look = Look { bold: true, keep: Keep::Next, ..Look::of(sizes.heading, 1.1) };
                self.text(line, Kind::Heading(line.plain()), look);
            }
            Block::Text(line) => self.text(line, Kind::Text, Look::of(sizes.body, 0.45)),
            Block::Lead(line) => self.text(line, Kind::Text, Look { bold: true, ..Look::of(sizes.lead, 0.7) }),
            Block::Note(line) => self.text(line, Kind::Text, Look { tone: Tone::Grey, ..Look::of(sizes.note, 0.6) }),
            Block::Steps(steps) => steps.iter().for_each(|step| self.step(step)),
            Block::Checks(lines) => lines.iter().for_each(|line| self.check(line)),
            Block::Table(rows) => self.table(rows),
            Block::Blank(line) => self.blank(line),
            Block::Rule => self.rule(sizes.body, sizes.hair, Keep::Free),
            Block::Callout(voice, lines) => self.callout(*voice, lines),
            Block::Picture(picture) => self.picture(picture),
            Block::Code(code) => self.code(code),
        }
    }

    fn mark(&mut self, kind: Kind, line: &Line) -> usize {
        self.flow.marks.push(Mark { kind, tongue: line.tongue().cloned() });
        self.flow.marks.len() - 1
    }

    fn set(&mut self, line: &Line, look: Look, width: f32) -> Paragraph {
        paragraph(line, Setting { em: look.em, bold: look.bold, ruby: true, width }, self.faces)
    }

    /// A paragraph; its first two lines stay together and so do its last two.
    fn text(&mut self, line: &Line, kind: Kind, look: Look) {
        if line.is_empty() {
            return;
        }
        let mark = self.mark(kind, line);
        let set = self.set(line, look, self.sizes.width() - look.indent);
        let (count, pitch) = (set.lines.len(), set.pitch);
        for (n, line) in set.lines.into_iter().enumerate() {
            let last = n + 1 == count;
            let together = n == 0 || n + 2 == count;
            let keep = if last {
                look.keep
            } else if together {
                Keep::Next
            } else {
                Keep::Free
            };
            let above = if n == 0 { look.above } else { 0.0 };
            let ink = vec![Ink::Words(words(line, mark, (look.indent, 0.0), look.tone))];
            self.flow.slabs.push(Slab { above, h: pitch, keep, ink });
        }
    }

    fn rule(&mut self, above: f32, thick: f32, keep: Keep) {
        let ink = vec![Ink::Rule([0.0, 0.0], [self.sizes.width(), 0.0], thick)];
        self.flow.slabs.push(Slab { above, h: thick, keep, ink });
    }

    /// A number in a ring, the act in bold, how it is done below.
    fn step(&mut self, step: &Step) {
        let sizes = *self.sizes;
        let indent = 2.3 * sizes.lead;
        let keep = if step.how.is_empty() { Keep::Free } else { Keep::Next };
        let number = (!step.number.is_empty()).then(|| self.mark(Kind::Text, &step.number));
        let first = self.flow.slabs.len();
        self.text(&step.lead, Kind::Text, Look { bold: true, indent, keep, ..Look::of(sizes.lead, 0.8) });
        for line in &step.how {
            self.text(line, Kind::Text, Look { indent, ..Look::of(sizes.body, 0.15) });
        }
        let Some((number, slab)) = number.zip(self.flow.slabs.get(first)) else { return };
        let y = base(slab, sizes.lead);
        let look = Look { bold: true, ..Look::of(sizes.body, 0.0) };
        let set = self.set(&step.number, look, indent);
        let r = 0.85 * sizes.lead;
        let mut ink = vec![Ink::Ring([r, y + sizes.lead / 2.0], r, 2.0 * sizes.hair)];
        for line in set.lines {
            let up = line.runs.iter().map(|run| run.y).fold(0.0, f32::max);
            let at = (r - line.w / 2.0, y + (sizes.lead - sizes.body) / 2.0 - up);
            ink.push(Ink::Words(words(line, number, at, Tone::Black)));
        }
        if let Some(slab) = self.flow.slabs.get_mut(first) {
            slab.ink.splice(0..0, ink);
        }
    }

    fn check(&mut self, line: &Line) {
        let sizes = *self.sizes;
        let (em, first) = (sizes.body, self.flow.slabs.len());
        self.text(line, Kind::Text, Look { indent: 1.9 * em, ..Look::of(em, 0.5) });
        if let Some(slab) = self.flow.slabs.get_mut(first) {
            let y = base(slab, em);
            slab.ink.push(Ink::Frame([0.0, y - 0.05 * em, 1.1 * em, 1.1 * em], 0.1 * em, 1.5 * sizes.hair));
        }
    }

    /// A line to write on; under its name where there is no room beside it.
    fn blank(&mut self, line: &Line) {
        let sizes = *self.sizes;
        let look = Look { keep: Keep::Next, ..Look::of(sizes.body, 0.6) };
        let first = self.flow.slabs.len();
        self.text(line, Kind::Text, look);
        let set = self.set(line, look, sizes.width());
        let w = set.lines.first().map_or(0.0, |line| line.w) + sizes.body;
        let rule = |x: f32, y: f32| Ink::Rule([x, y], [sizes.width(), y], sizes.hair);
        match self.flow.slabs.get_mut(first) {
            Some(slab) if set.lines.len() == 1 && w < 0.6 * sizes.width() => {
                slab.above += sizes.body;
                slab.keep = Keep::Free;
                slab.ink.push(rule(w, slab.h));
            }
            _ => {
                let h = 2.2 * sizes.body;
                self.flow.slabs.push(Slab { above: 0.0, h, keep: Keep::Free, ink: vec![rule(0.0, h)] });
            }
        }
    }

    /// Two columns, a thin rule under each row.
    fn table(&mut self, rows: &[[Line; 2]]) {
        for row in rows {
            self.row(row);
            self.rule(0.3 * self.sizes.body, self.sizes.hair, Keep::Free);
        }
    }

    fn row(&mut self, [what, how]: &[Line; 2]) {
        let sizes = *self.sizes;
        let (left, gap) = (0.3 * sizes.width(), sizes.body);
        let marks = [self.mark(Kind::Text, what), self.mark(Kind::Text, how)];
        let look = Look::of(sizes.body, 0.0);
        let name = self.set(what, Look { bold: true, ..look }, left);
        let told = self.set(how, look, sizes.width() - left - gap);
        let h = name.pitch.max(told.pitch);
        let columns = [(name.lines, 0.0, marks[0]), (told.lines, left + gap, marks[1])];
        let count = columns.iter().map(|(lines, ..)| lines.len()).max().unwrap_or_default();
        let mut above = 0.35 * sizes.body;
        for n in 0..count {
            let cells = columns.iter().filter_map(|(lines, x, mark)| Some((lines.get(n)?, *x, *mark)));
            // Where only one column has ruby, both stand on one line.
            let deepest = cells.clone().map(|(line, ..)| foot(line)).fold(0.0, f32::max);
            let cell = |(line, x, mark): (&SetLine, f32, usize)| {
                Ink::Words(words(line.clone(), mark, (x, deepest - foot(line)), Tone::Black))
            };
            self.flow.slabs.push(Slab { above, h, keep: Keep::Next, ink: cells.map(cell).collect() });
            above = 0.0;
        }
    }

    /// A remark in a frame; one that cares has a sign before it.
    fn callout(&mut self, voice: Voice, lines: &[Line]) {
        let sizes = *self.sizes;
        let pad = 0.8 * sizes.body;
        let (sign, thick) = match voice {
            Voice::Danger => (2.4 * sizes.body, 3.0 * sizes.hair),
            Voice::Care => (2.4 * sizes.body, 1.5 * sizes.hair),
            Voice::Calm | Voice::Hint => (0.0, sizes.hair),
        };
        let first = self.flow.slabs.len();
        let bold = voice == Voice::Danger;
        for line in lines {
            let look = Look { bold, indent: pad + sign, ..Look::of(sizes.body, 0.3) };
            self.narrowed(line, look, pad);
        }
        let inner = self.flow.slabs.split_off(first);
        let h: f32 = inner.iter().map(|slab| slab.above + slab.h).sum::<f32>() + 1.5 * pad;
        if inner.is_empty() || h > sizes.room() {
            self.flow.slabs.extend(inner);
            return;
        }
        let mut ink = vec![Ink::Frame([0.0, 0.0, sizes.width(), h], 0.5 * sizes.body, thick)];
        if sign > 0.0 {
            ink.push(Ink::Care([pad, pad], 1.7 * sizes.body));
        }
        let mut y = 0.6 * pad;
        for slab in inner {
            y += slab.above;
            ink.extend(slab.ink.into_iter().map(|ink| ink.down(y)));
            y += slab.h;
        }
        self.flow.slabs.push(Slab { above: 0.8 * sizes.body, h, keep: Keep::Free, ink });
    }

    /// As [`Self::text`], with room at the right too.
    fn narrowed(&mut self, line: &Line, look: Look, right: f32) {
        let whole = *self.sizes;
        let narrow = Sizes { w: whole.w - right, ..whole };
        let mut inner = Setter { sizes: &narrow, faces: self.faces, flow: std::mem::take(&mut self.flow) };
        inner.text(line, Kind::Text, look);
        self.flow = inner.flow;
    }

    fn picture(&mut self, picture: &Picture) {
        let sizes = *self.sizes;
        let Some(aspect) = drawing::aspect(&picture.svg) else { return };
        let w = (10.0 * sizes.body * aspect).min(0.7 * sizes.width());
        let mark = self.mark(Kind::Figure(picture.alt.plain()), &picture.alt);
        let at = [(sizes.width() - w) / 2.0, 0.0, w, w / aspect];
        let ink = vec![Ink::Drawing(at, mark, picture.svg.clone())];
        self.flow.slabs.push(Slab { above: sizes.body, h: w / aspect, keep: Keep::Free, ink });
    }

    /// The codes side by side, as many as there is room for, each with its number below where there are several.
    fn code(&mut self, code: &Code) {
        let sizes = *self.sizes;
        let (name, all) = (code.name.plain(), codes(&code.text));
        if all.is_empty() {
            return;
        }
        self.text(&code.name, Kind::Text, Look { bold: true, keep: Keep::Next, ..Look::of(sizes.body, 1.2) });
        let largest = all.iter().map(|(_, modules)| modules.side).max().unwrap_or_default() as f32;
        let side = (largest + 2.0 * QUIET as f32) * sizes.module;
        let step = side + APART * sizes.module;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few, and never negative")]
        let in_row = ((sizes.width() + step - side) / step).floor().max(1.0) as usize;
        let count = all.len();
        let label = if count > 1 { 1.6 * sizes.note } else { 0.0 };
        for (row, codes) in all.chunks(in_row).enumerate() {
            let mut ink = vec![];
            for (at, (_, modules)) in codes.iter().enumerate() {
                let x = at as f32 * step;
                let number = numbered(row * in_row + at + 1, count);
                ink.push(self.modules(modules, [x, 0.0], format!("{name} {number}").trim_end().to_owned()));
                ink.extend(self.number(&number, [x + side / 2.0, side]));
            }
            self.flow.slabs.push(Slab { above: 0.2 * sizes.body, h: side + label, keep: Keep::Free, ink });
        }
    }

    fn modules(&mut self, modules: &Modules, at: [f32; 2], alt: String) -> Ink {
        let mark = self.mark(Kind::Figure(alt), &Line::default());
        Ink::Code(at.map(|at| at + QUIET as f32 * self.sizes.module), self.sizes.module, mark, modules.clone())
    }

    /// 「1／3」, its middle at x.
    fn number(&mut self, number: &str, [x, y]: [f32; 2]) -> Vec<Ink> {
        let line = Line::verbatim(number);
        if line.is_empty() {
            return vec![];
        }
        let mark = self.mark(Kind::Text, &line);
        let set = self.set(&line, Look::of(self.sizes.note, 0.0), self.sizes.width());
        let ink = |line: SetLine| {
            let at = (x - line.w / 2.0, y);
            Ink::Words(words(line, mark, at, Tone::Black))
        };
        set.lines.into_iter().map(ink).collect()
    }
}

fn words(line: SetLine, mark: usize, (x, y): (f32, f32), tone: Tone) -> Words {
    let mut runs = line.runs;
    for run in &mut runs {
        run.x += x;
        run.y += y;
    }
    Words { mark, plain: line.plain, runs, tone }
}

/// 「1／3」; nothing where there is only one.
fn numbered(n: usize, count: usize) -> String {
    if count > 1 { format!("{n}／{count}") } else { String::new() }
}

/// How far under the top of a slab its text stands, ruby not counted.
fn base(slab: &Slab, em: f32) -> f32 {
    let runs = slab.ink.iter().filter_map(|ink| if let Ink::Words(words) = ink { Some(&words.runs) } else { None });
    runs.flatten().filter(|run| run.em >= em - 0.01).map(|run| run.y).fold(0.0, f32::max)
}

/// The same of a line: ruby stands higher.
fn foot(line: &SetLine) -> f32 {
    line.runs.iter().map(|run| run.y).fold(0.0, f32::max)
}

impl Ink {
    /// The same so far down.
    fn down(self, by: f32) -> Self {
        match self {
            Self::Words(mut words) => {
                words.runs.iter_mut().for_each(|run| run.y += by);
                Self::Words(words)
            }
            Self::Frame([x, y, w, h], round, thick) => Self::Frame([x, y + by, w, h], round, thick),
            Self::Rule(from, to, thick) => Self::Rule([from[0], from[1] + by], [to[0], to[1] + by], thick),
            Self::Ring([x, y], r, thick) => Self::Ring([x, y + by], r, thick),
            Self::Care([x, y], side) => Self::Care([x, y + by], side),
            Self::Code([x, y], module, mark, modules) => Self::Code([x, y + by], module, mark, modules),
            Self::Drawing([x, y, w, h], mark, svg) => Self::Drawing([x, y + by, w, h], mark, svg),
        }
    }
}
