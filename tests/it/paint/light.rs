//! What pixels send to an eye: relative luminance (WCAG 2.2), as it is, and as somebody without green or red cones gets it.

use super::easel::MM;
use engawa::lay::Rect;
use image::{Rgba, RgbaImage};
use std::sync::LazyLock;

/// Whose eyes look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Eyes {
    /// Luminance alone: no colour at all.
    Grey,
    Deuteranope,
    Protanope,
}

/// Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency (IEEE TVCG 15(6), 2009), severity 1.0, on
/// linear RGB.
const DEUTERANOPE: [[f32; 3]; 3] =
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];
const PROTANOPE: [[f32; 3]; 3] =
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];

static LINEAR: LazyLock<[f32; 256]> = LazyLock::new(|| {
    std::array::from_fn(|v| {
        let v = v as f32 / 255.0;
        if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    })
});

pub(super) fn luminance(Rgba([r, g, b, _]): Rgba<u8>, eyes: Eyes) -> f32 {
    let rgb = [r, g, b].map(|v| LINEAR[usize::from(v)]);
    let seen =
        |matrix: [[f32; 3]; 3]| matrix.map(|row| row.iter().zip(rgb).map(|(m, v)| m * v).sum::<f32>().clamp(0.0, 1.0));
    let [r, g, b] = match eyes {
        Eyes::Grey => rgb,
        Eyes::Deuteranope => seen(DEUTERANOPE),
        Eyes::Protanope => seen(PROTANOPE),
    };
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

pub(super) fn ratio(a: f32, b: f32) -> f32 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The darkest and the brightest that was met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range(pub(super) f32, pub(super) f32);

impl Range {
    pub(super) const NOTHING: Self = Self(f32::INFINITY, f32::NEG_INFINITY);

    pub(super) fn with(self, l: f32) -> Self {
        Self(self.0.min(l), self.1.max(l))
    }
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0.min(other.0), self.1.max(other.1))
    }
    pub(super) fn ratio(self) -> f32 {
        ratio(self.0, self.1)
    }
}

/// Whole pixels inside a rectangle of millimetres, clipped to the picture.
pub(super) fn pixels(image: &RgbaImage, rect: Rect) -> impl Iterator<Item = Rgba<u8>> {
    let (w, h) = image.dimensions();
    let within = |from: f32, to: f32, most: u32| {
        let (from, to) = ((from * MM).ceil().max(0.0) as u32, (to * MM).floor().max(0.0) as u32);
        from.min(most)..to.min(most)
    };
    let (xs, ys) = (within(rect.x, rect.right(), w), within(rect.y, rect.bottom(), h));
    ys.flat_map(move |y| xs.clone().map(move |x| *image.get_pixel(x, y)))
}

pub(super) fn range(image: &RgbaImage, rect: Rect) -> Range {
    pixels(image, rect).map(|pixel| luminance(pixel, Eyes::Grey)).fold(Range::NOTHING, Range::with)
}

/// How many square millimetres differ by 3:1 and more between two pictures, to these eyes.
pub(super) fn changed(a: &RgbaImage, b: &RgbaImage, rect: Rect, eyes: Eyes) -> f32 {
    let pairs = pixels(a, rect).zip(pixels(b, rect));
    let differ = pairs.filter(|(a, b)| a != b && ratio(luminance(*a, eyes), luminance(*b, eyes)) >= 3.0);
    differ.count() as f32 / (MM * MM)
}
