//! Draws pages into a PDF. The document is tagged as PDF/UA-1 asks for: every line of text says what it says without its ruby
//! (ActualText), so that whoever copies, searches or listens gets the words and not the readings between them.

use super::{
    PaperError,
    code::Modules,
    drawing,
    face::{Faces, Key, Weight},
    flow::{Ink, Kind, Mark, Pages, Sheetful, Tone, Words},
    size::Sizes,
};
use crate::{
    lay::Run,
    page::{Sheet, Svg},
    words::Tongue,
};
use krilla::{
    Document, SerializeSettings,
    color::luma,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{Path, PathBuilder, Point, Rect},
    metadata::Metadata,
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, FillRule, LineCap, LineJoin, Stroke},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, Tag, TagGroup, TagKind, TagTree},
    text::{GlyphId, KrillaGlyph},
};
use std::num::NonZeroU16;

/// Millimetres to points.
const POINTS: f32 = 72.0 / 25.4;

/// What a document is checked against while it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standard {
    Accessible,
    /// Where the standard cannot be met (a sign that no font has), paper is better than none.
    Plain,
}

pub(super) fn write(
    (sheet, tongue): (&Sheet, &Tongue),
    pages: &Pages,
    sizes: &Sizes,
    faces: &mut Faces,
) -> Result<Vec<u8>, PaperError> {
    let mut with = |standard| Writer::new(pages, sizes, faces).document((sheet, tongue), pages, standard);
    with(Standard::Accessible).or_else(|err| {
        log::warn!("not accessible as PDF/UA-1: {err}");
        with(Standard::Plain)
    })
}

/// As [`write`], and nothing less.
#[cfg(test)]
pub(super) fn accessible(
    said: (&Sheet, &Tongue),
    pages: &Pages,
    sizes: &Sizes,
    faces: &mut Faces,
) -> Result<Vec<u8>, PaperError> {
    Writer::new(pages, sizes, faces).document(said, pages, Standard::Accessible)
}

struct Writer<'a> {
    sizes: &'a Sizes,
    faces: &'a mut Faces,
    /// Where each mark was drawn.
    found: Vec<Vec<Identifier>>,
    /// Which mark begins on which page, how far down in points.
    begun: Vec<(usize, usize, f32)>,
    page: usize,
}

impl<'a> Writer<'a> {
    fn new(pages: &Pages, sizes: &'a Sizes, faces: &'a mut Faces) -> Self {
        let found = pages.marks.iter().map(|_| vec![]).collect();
        Self { sizes, faces, found, begun: vec![], page: 0 }
    }

    fn document(
        &mut self,
        (sheet, tongue): (&Sheet, &Tongue),
        pages: &Pages,
        standard: Standard,
    ) -> Result<Vec<u8>, PaperError> {
        let failed = |err: &dyn std::fmt::Debug| PaperError::Write(format!("{err:?}"));
        let mut configuration = ConfigurationBuilder::new();
        if standard == Standard::Accessible {
            configuration = configuration.with_accessibility_validator(Accessibility::UA1);
        }
        let configuration = configuration.finish().map_err(|err| failed(&err))?;
        let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
        let mut document = Document::new_with(settings);
        let metadata = Metadata::new().title(sheet.title.plain()).language(language(tongue));
        document.set_metadata(metadata.creator("Engawa".to_owned()));
        for (n, page) in pages.pages.iter().enumerate() {
            let size =
                PageSettings::from_wh(self.sizes.w * POINTS, page.h * POINTS).ok_or_else(|| failed(&"no size"))?;
            let mut sheet = document.start_page_with(size);
            let mut surface = sheet.surface();
            self.page = n;
            self.page(&mut surface, page);
            if pages.pages.len() > 1 {
                self.number(&mut surface, n + 1, pages.pages.len());
            }
            surface.finish();
            sheet.finish();
        }
        document.set_outline(self.outline(&pages.marks));
        document.set_tag_tree(self.tree(&pages.marks, tongue));
        document.finish().map_err(|err| failed(&err))
    }

    fn page(&mut self, surface: &mut Surface<'_>, page: &Sheetful) {
        for (y, slab) in &page.slabs {
            for ink in &slab.ink {
                self.ink(surface, ink, (self.sizes.side, *y));
            }
        }
    }

    fn ink(&mut self, surface: &mut Surface<'_>, ink: &Ink, at: (f32, f32)) {
        let point = |[x, y]: [f32; 2]| [(at.0 + x) * POINTS, (at.1 + y) * POINTS];
        match ink {
            Ink::Words(words) => self.words(surface, words, at),
            Ink::Frame([x, y, w, h], round, thick) => {
                let [left, top] = point([*x, *y]);
                beside(surface, |surface| {
                    line(surface, frame([left, top, w * POINTS, h * POINTS], round * POINTS), thick * POINTS);
                });
            }
            Ink::Rule(from, to, thick) => {
                let ends = [point(*from), point(*to)];
                beside(surface, |surface| line(surface, lines(&ends), thick * POINTS));
            }
            Ink::Ring(middle, r, thick) => {
                let ([x, y], r) = (point(*middle), r * POINTS);
                beside(surface, |surface| line(surface, frame([x - r, y - r, 2.0 * r, 2.0 * r], r), thick * POINTS));
            }
            Ink::Care(corner, side) => beside(surface, |surface| care(surface, point(*corner), side * POINTS)),
            Ink::Code(corner, module, mark, modules) => {
                let place = (point(*corner), module * POINTS);
                self.figure(surface, *mark, |surface| code(surface, place, modules));
            }
            Ink::Drawing([x, y, w, _], mark, svg) => {
                let place = (point([*x, *y]), w * POINTS);
                self.figure(surface, *mark, |surface| draw(surface, place, svg));
            }
        }
    }

    fn figure(&mut self, surface: &mut Surface<'_>, mark: usize, draw: impl FnOnce(&mut Surface<'_>)) {
        let id = surface.start_tagged(ContentTag::Other);
        draw(surface);
        surface.end_tagged();
        self.mark(mark, id);
    }

    fn mark(&mut self, mark: usize, id: Identifier) {
        if let Some(found) = self.found.get_mut(mark) {
            found.push(id);
        }
    }

    /// A line of text. Whoever copies or listens gets what it says, without its ruby.
    fn words(&mut self, surface: &mut Surface<'_>, words: &Words, at: (f32, f32)) {
        let span = SpanTag::empty().with_actual_text(Some(&words.plain));
        let id = surface.start_tagged(ContentTag::Span(span));
        let grey = if words.tone == Tone::Grey { self.sizes.grey } else { 0 };
        surface.set_stroke(None);
        surface.set_fill(Some(ink_of(grey)));
        for run in &words.runs {
            self.run(surface, run, at);
        }
        surface.end_tagged();
        if self.found.get(words.mark).is_some_and(Vec::is_empty) {
            self.begun.push((words.mark, self.page, at.1 * POINTS));
        }
        self.mark(words.mark, id);
    }

    /// Signs one after the other; a new piece wherever another face has to help out.
    fn run(&mut self, surface: &mut Surface<'_>, run: &Run, at: (f32, f32)) {
        let mut x = at.0 + run.x;
        let mut open: Option<(Key, f32, String, Vec<KrillaGlyph>)> = None;
        for sign in run.text.chars() {
            let Some(glyph) = self.faces.glyph(sign, Weight::of(run.bold)) else { continue };
            let step = glyph.advance + run.space / run.em;
            if open.as_ref().is_none_or(|(face, ..)| *face != glyph.face) {
                self.piece(surface, open.take(), run, at.1);
                open = Some((glyph.face, x, String::new(), vec![]));
            }
            if let Some((_, _, text, glyphs)) = &mut open {
                let from = text.len();
                text.push(sign);
                let range = from..text.len();
                glyphs.push(KrillaGlyph::new(GlyphId::new(glyph.id), step, 0.0, 0.0, 0.0, range, None));
            }
            x += step * run.em;
        }
        self.piece(surface, open, run, at.1);
    }

    fn piece(
        &self,
        surface: &mut Surface<'_>,
        piece: Option<(Key, f32, String, Vec<KrillaGlyph>)>,
        run: &Run,
        top: f32,
    ) {
        let Some((face, x, text, glyphs)) = piece else { return };
        let Some(font) = self.faces.font(face) else { return };
        let y = top + run.y + face.0.source().baseline * run.em;
        surface.draw_glyphs(Point::from_xy(x * POINTS, y * POINTS), &glyphs, font, &text, run.em * POINTS, false);
    }

    /// 「1／2」 at the foot of a page; not part of what it says.
    fn number(&mut self, surface: &mut Surface<'_>, page: usize, pages: usize) {
        let (text, em) = (format!("{page}／{pages}"), self.sizes.note);
        let w = crate::lay::Measure::width(self.faces, &text, em, false);
        let run = Run { x: (self.sizes.width() - w) / 2.0, y: 0.0, w, em, bold: false, space: 0.0, phrase: 0, text };
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PageNumber)));
        surface.set_stroke(None);
        surface.set_fill(Some(ink_of(self.sizes.grey)));
        self.run(surface, &run, (self.sizes.side, self.sizes.h - 0.6 * self.sizes.foot));
        surface.end_tagged();
    }

    /// The headings, to jump to.
    fn outline(&self, marks: &[Mark]) -> Outline {
        let mut outline = Outline::new();
        for (mark, page, y) in &self.begun {
            if let Some(Kind::Title(text) | Kind::Heading(text)) = marks.get(*mark).map(|mark| &mark.kind) {
                let there = XyzDestination::new(*page, Point::from_xy(0.0, *y));
                outline.push_child(OutlineNode::new(text.clone(), there));
            }
        }
        outline
    }

    /// What each piece of text is, in reading order.
    fn tree(&mut self, marks: &[Mark], tongue: &Tongue) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language(tongue)));
        for (mark, found) in marks.iter().zip(&mut self.found) {
            if found.is_empty() {
                continue;
            }
            let mut group = TagGroup::new(tag(mark));
            found.drain(..).for_each(|id| group.push(Node::from(id)));
            tree.push(group);
        }
        tree
    }
}

fn tag(mark: &Mark) -> TagKind {
    let lang = mark.tongue.as_ref().map(language);
    match &mark.kind {
        Kind::Title(text) => Tag::Hn(NonZeroU16::MIN, Some(text.clone())).with_lang(lang).into(),
        Kind::Heading(text) => Tag::Hn(NonZeroU16::MIN.saturating_add(1), Some(text.clone())).with_lang(lang).into(),
        Kind::Text => Tag::P.with_lang(lang).into(),
        Kind::Figure(alt) => Tag::Figure(Some(alt.clone())).with_lang(lang).into(),
    }
}

/// やさしい日本語 is Japanese to a reader.
fn language(tongue: &Tongue) -> String {
    if tongue.is_japanese() { "ja".to_owned() } else { tongue.tag().to_owned() }
}

fn ink_of(grey: u8) -> Fill {
    Fill { paint: luma::Color::new(grey).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

/// What is only to be seen.
fn beside(surface: &mut Surface<'_>, draw: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    draw(surface);
    surface.end_tagged();
}

fn line(surface: &mut Surface<'_>, path: Option<Path>, thick: f32) {
    let Some(path) = path else { return };
    let round = (LineCap::Round, LineJoin::Round);
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { width: thick, line_cap: round.0, line_join: round.1, ..Stroke::default() }));
    surface.draw_path(&path);
}

fn filled(surface: &mut Surface<'_>, path: Option<Path>) {
    let Some(path) = path else { return };
    surface.set_stroke(None);
    surface.set_fill(Some(ink_of(0)));
    surface.draw_path(&path);
}

fn lines(points: &[[f32; 2]]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (n, [x, y]) in points.iter().enumerate() {
        if n == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
    path.finish()
}

/// How far the handles of a Bézier curve reach for a quarter of a circle.
const QUARTER: f32 = 0.5523;

fn frame([left, top, w, h]: [f32; 4], round: f32) -> Option<Path> {
    let (right, bottom, near) = (left + w, top + h, round * (1.0 - QUARTER));
    let mut path = PathBuilder::new();
    path.move_to(left + round, top);
    path.line_to(right - round, top);
    path.cubic_to(right - near, top, right, top + near, right, top + round);
    path.line_to(right, bottom - round);
    path.cubic_to(right, bottom - near, right - near, bottom, right - round, bottom);
    path.line_to(left + round, bottom);
    path.cubic_to(left + near, bottom, left, bottom - near, left, bottom - round);
    path.line_to(left, top + round);
    path.cubic_to(left, top + near, left + near, top, left + round, top);
    path.close();
    path.finish()
}

/// 「！」 in a triangle.
fn care(surface: &mut Surface<'_>, [x, y]: [f32; 2], side: f32) {
    let at = |across: f32, down: f32| [x + across * side, y + down * side];
    let mut path = PathBuilder::new();
    for (n, [x, y]) in [at(0.5, 0.05), at(0.98, 0.9), at(0.02, 0.9)].into_iter().enumerate() {
        if n == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    path.close();
    line(surface, path.finish(), 0.07 * side);
    line(surface, lines(&[at(0.5, 0.38), at(0.5, 0.6)]), 0.1 * side);
    line(surface, lines(&[at(0.5, 0.75), at(0.5, 0.751)]), 0.1 * side);
}

fn code(surface: &mut Surface<'_>, ([x, y], module): ([f32; 2], f32), modules: &Modules) {
    let mut path = PathBuilder::new();
    for (column, row, long) in modules.runs() {
        let (left, top) = (x + column as f32 * module, y + row as f32 * module);
        if let Some(rect) = Rect::from_xywh(left, top, long as f32 * module, module) {
            path.push_rect(rect);
        }
    }
    filled(surface, path.finish());
}

fn draw(surface: &mut Surface<'_>, ([x, y], w): ([f32; 2], f32), svg: &Svg) {
    surface.push_transform(&krilla::geom::Transform::from_translate(x, y));
    for shape in drawing::shapes(svg, w) {
        match shape.line {
            Some(thick) => line(surface, Some(shape.path), thick),
            None => filled(surface, Some(shape.path)),
        }
    }
    surface.pop();
}
