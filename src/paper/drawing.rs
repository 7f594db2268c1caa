//! Drawings of guides as outlines on paper: lines stay sharp on any printer, and in one colour.
//!
//! Pictures come from packs, so nothing in them is trusted: no files, no embedded images, no text; what is neither a line nor a filled
//! shape is left out.

use crate::page::Svg;
use krilla::geom::{Path, PathBuilder};
use resvg::{tiny_skia::PathSegment, usvg};

/// A line or a filled shape, in points from the top left corner of the drawing.
pub(super) struct Shape {
    pub path: Path,
    /// Thickness of its line; `None` fills it.
    pub line: Option<f32>,
}

/// Width over height; `None` for what cannot be drawn.
pub(super) fn aspect(svg: &Svg) -> Option<f32> {
    tree(svg).map(|tree| tree.size().width() / tree.size().height())
}

/// The shapes of a drawing that is `w` points wide.
pub(super) fn shapes(svg: &Svg, w: f32) -> Vec<Shape> {
    let Some(tree) = tree(svg) else { return vec![] };
    let mut out = vec![];
    group(tree.root(), w / tree.size().width(), &mut out);
    out
}

fn tree(svg: &Svg) -> Option<usvg::Tree> {
    let nothing =
        usvg::ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = usvg::Options { image_href_resolver: nothing, ..usvg::Options::default() };
    usvg::Tree::from_str(&svg.0.replace("currentColor", "#000000"), &options).ok()
}

fn group(group: &usvg::Group, scale: f32, out: &mut Vec<Shape>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => self::group(inner, scale, out),
            usvg::Node::Path(path) if path.is_visible() => out.extend(shape(path, scale)),
            usvg::Node::Path(_) | usvg::Node::Image(_) | usvg::Node::Text(_) => {}
        }
    }
}

fn shape(path: &usvg::Path, scale: f32) -> Vec<Shape> {
    let turn = path.abs_transform().post_scale(scale, scale);
    let thick = path.stroke().map(|stroke| stroke.width().get() * scale * turned(path.abs_transform()));
    let one = |line| Some(Shape { path: outline(path, turn)?, line });
    let filled = path.fill().and_then(|_| one(None));
    filled.into_iter().chain(thick.and_then(|thick| one(Some(thick)))).collect()
}

/// By how much a transform makes a line thicker.
fn turned(transform: usvg::Transform) -> f32 {
    transform.sx.hypot(transform.ky)
}

fn outline(path: &usvg::Path, turn: usvg::Transform) -> Option<Path> {
    let data = path.data().clone().transform(turn)?;
    let mut out = PathBuilder::new();
    for segment in data.segments() {
        match segment {
            PathSegment::MoveTo(to) => out.move_to(to.x, to.y),
            PathSegment::LineTo(to) => out.line_to(to.x, to.y),
            PathSegment::QuadTo(by, to) => out.quad_to(by.x, by.y, to.x, to.y),
            PathSegment::CubicTo(by, and, to) => out.cubic_to(by.x, by.y, and.x, and.y, to.x, to.y),
            PathSegment::Close => out.close(),
        }
    }
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_lines_and_nothing_else_is_taken() {
        let svg = |inner: &str| {
            Svg(format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{inner}</svg>"#).into())
        };
        let line = svg(r#"<path d="M1 1H9" stroke="currentColor" stroke-width="2" fill="none"/>"#);
        assert_eq!(aspect(&line), Some(2.0));
        assert_eq!(shapes(&line, 40.0).iter().map(|shape| shape.line).collect::<Vec<_>>(), [Some(4.0)]);
        assert_eq!(shapes(&svg(r#"<circle r="3" cx="5" cy="5"/>"#), 40.0).len(), 1);
        assert_eq!(shapes(&svg(r#"<image href="/etc/passwd" width="9" height="9"/>"#), 40.0).len(), 0);
        assert_eq!(aspect(&Svg("<svg".into())), None);
        assert_eq!(shapes(&Svg("no".into()), 40.0).len(), 0);
    }
}
