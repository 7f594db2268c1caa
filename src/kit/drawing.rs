//! Drawings: SVG to pixels, once for each size and colour, at exactly the pixels they cover.
//!
//! Pictures come from packs, so nothing in them is trusted: no files, no embedded images, no text, bounded size.

use super::icons::Icon;
use crate::page::Svg;
use egui::{Color32, ColorImage, Painter, Pos2, Rect, TextureHandle, TextureOptions, Vec2, pos2};
use resvg::{tiny_skia, usvg};
use std::collections::BTreeMap;

/// What was drawn, how large in pixels, in which colour.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    source: Source,
    pixels: [u32; 2],
    colour: [u8; 4],
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Icon(&'static str),
    /// The text itself: two pictures are never taken for one another.
    Picture(std::sync::Arc<str>),
}

struct Kept {
    /// `None`: this cannot be drawn, and need not be tried again.
    texture: Option<TextureHandle>,
    frame: u64,
}

/// Rasterised drawings. Those that were not shown for a while make room for new ones.
#[derive(Default)]
pub(super) struct Drawings {
    kept: BTreeMap<Key, Kept>,
    frame: u64,
}

/// How many drawings are kept; a page shows 15 at most.
const ROOM: usize = 120;

impl Drawings {
    pub(super) fn begin(&mut self) {
        self.frame += 1;
    }

    pub(super) fn end(&mut self) {
        if self.kept.len() > ROOM {
            self.kept.retain(|_, kept| kept.frame == self.frame);
        }
    }

    pub(super) fn icon(&mut self, painter: &Painter, icon: Icon, rect: Rect, colour: Color32) {
        self.draw(painter, Source::Icon(icon.name), icon.svg, rect, colour);
    }

    /// Whether it could be drawn.
    pub(super) fn picture(&mut self, painter: &Painter, svg: &Svg, rect: Rect, colour: Color32) -> bool {
        self.draw(painter, Source::Picture(svg.0.clone()), &svg.0, rect, colour)
    }

    fn draw(&mut self, painter: &Painter, source: Source, svg: &str, rect: Rect, colour: Color32) -> bool {
        let (frame, ctx) = (self.frame, painter.ctx());
        let size = rect.size() * painter.pixels_per_point();
        let key =
            Key { source, pixels: fitted(size, ctx.input(|input| input.max_texture_side)), colour: colour.to_array() };
        let kept = self.kept.entry(key).or_insert_with_key(|key| {
            let image = rasterise(svg, key.pixels, colour);
            let texture = image.map(|image| ctx.load_texture("drawing", image, TextureOptions::NEAREST));
            Kept { texture, frame }
        });
        kept.frame = frame;
        let Some(texture) = &kept.texture else { return false };
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        painter.image(texture.id(), rect, whole, Color32::WHITE);
        true
    }
}

impl std::fmt::Debug for Drawings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Drawings").field("kept", &self.kept.len()).finish_non_exhaustive()
    }
}

/// Whole pixels, no more on a side than the graphics card takes: egui panics on a larger texture.
fn fitted(size: Vec2, most: usize) -> [u32; 2] {
    let scale = (most as f32 / size.max_elem().max(1.0)).min(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "negative and not a number become 0")]
    [size.x, size.y].map(|side| (scale * side).round() as u32)
}

/// Draws as large as fits, in the middle.
fn rasterise(svg: &str, pixels: [u32; 2], colour: Color32) -> Option<ColorImage> {
    let [red, green, blue, _] = colour.to_array();
    let coloured = svg.replace("currentColor", &format!("#{red:02x}{green:02x}{blue:02x}"));
    let nothing =
        usvg::ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = usvg::Options { image_href_resolver: nothing, ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(&coloured, &options).ok()?;
    let mut map = tiny_skia::Pixmap::new(pixels[0], pixels[1])?;
    let (size, [w, h]) = (tree.size(), pixels.map(|n| n as f32));
    let scale = (w / size.width()).min(h / size.height());
    let (x, y) = ((w - scale * size.width()) / 2.0, (h - scale * size.height()) / 2.0);
    resvg::render(&tree, tiny_skia::Transform::from_row(scale, 0.0, 0.0, scale, x, y), &mut map.as_mut());
    let size = pixels.map(|n| n as usize);
    Some(ColorImage::from_rgba_premultiplied(size, map.data()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ink(image: &ColorImage) -> usize {
        image.pixels.iter().filter(|pixel| pixel.a() > 127).count()
    }

    #[test]
    fn every_icon_is_drawn_and_stays_inside_its_grid() {
        for name in super::super::icons::names() {
            let svg = super::super::icons::icon(name).unwrap().svg;
            let image = rasterise(svg, [64, 64], Color32::BLACK).unwrap();
            assert!((100..2600).contains(&ink(&image)), "{name}: {}", ink(&image));
            let edge = |i: usize| [i, 63 * 64 + i, i * 64, i * 64 + 63];
            assert!((0..64).flat_map(edge).all(|at| image.pixels[at].a() < 200), "{name} touches the edge");
        }
    }

    #[test]
    fn a_drawing_takes_the_colour_and_keeps_its_shape() {
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="currentColor"/></svg>"#;
        let image = rasterise(svg, [40, 40], Color32::RED).unwrap();
        assert_eq!(ink(&image), 40 * 20);
        assert_eq!(image.pixels[20 * 40 + 20], Color32::RED);
    }

    #[test]
    fn nothing_in_a_pack_can_make_it_panic_or_read_a_file() {
        let secret = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="/etc/passwd" width="9" height="9"/></svg>"#;
        assert_eq!(ink(&rasterise(secret, [9, 9], Color32::BLACK).unwrap()), 0);
        for bad in ["", "<svg", "\u{0}", "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>", "<html/>"] {
            assert!(rasterise(bad, [9, 9], Color32::BLACK).is_none(), "{bad}");
        }
        assert!(rasterise(secret, [0, 9], Color32::BLACK).is_none());
        let picture = include_str!("../../content/pictures/economy.svg");
        for end in (0..picture.len()).step_by(7).filter(|end| picture.is_char_boundary(*end)) {
            rasterise(&picture[..end], [24, 24], Color32::BLACK);
            rasterise(&picture.replacen(&picture[end..=end], "-9e38", 1), [24, 24], Color32::BLACK);
        }
    }

    #[test]
    fn a_drawing_is_never_larger_than_a_texture_may_be() {
        assert_eq!(fitted(Vec2::new(100.4, 50.0), 2048), [100, 50]);
        assert_eq!(fitted(Vec2::new(9000.0, 4500.0), 2048), [2048, 1024]);
        assert_eq!(fitted(Vec2::new(-3.0, f32::NAN), 2048), [0, 0]);
    }
}
