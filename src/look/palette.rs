//! The tokens: every colour of the kiosk, by what it is for. A role is a ground with what stands on it, so that a pair can be
//! tested before anybody sees it (WCAG 2.2 relative luminance; the thresholds are in the test below).
//!
//! Day and night are the hues of the sketches; high contrast is pure black and white with colour in the focus ring only; soft is
//! the day with its hues brought between 4.5:1 and 8:1.

use super::Contrast;
use egui::Color32;

/// A ground and the ink on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub ground: Color32,
    pub ink: Color32,
}

/// How a thing that can be pressed is filled, written on and outlined.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    pub ground: Color32,
    pub ink: Color32,
    pub edge: Color32,
}

/// A boxed remark: callout or banner. The band and the edge carry the tone; the words stay ink.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boxed {
    pub ground: Color32,
    pub ink: Color32,
    pub band: Color32,
    pub edge: Color32,
}

/// The faces of everything that can be pressed, by weight and state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pressable {
    pub card: Face,
    pub plain: Face,
    pub primary: Face,
    pub away: Face,
    pub danger: Face,
    /// Switched on, chosen, open.
    pub chosen: Face,
    /// Shown, but not available now.
    pub off: Face,
    /// On the bar at the bottom.
    pub in_bar: Face,
    pub away_in_bar: Face,
}

/// Which colour the tile behind an icon has. Never the only difference between two things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hue {
    Indigo,
    Wood,
    Red,
    Green,
    Plum,
    Gold,
    Grey,
}

/// All colours of one contrast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colours {
    /// The ground of every page.
    pub paper: Color32,
    pub ink: Color32,
    /// Secondary words, ages, sources.
    pub quiet: Color32,
    /// The name of the screen.
    pub title: Color32,
    /// Lines between acts, on paper.
    pub hairline: Color32,
    /// The thick lower edge of cards and keys.
    pub lip: Color32,
    pub bar: Color32,
    pub disc: Pair,
    /// The phrase that is being heard.
    pub said: Pair,
    pub said_line: Color32,
    pub press: Pressable,
    pub field: Face,
    pub switch_on: Pair,
    pub switch_off: Pair,
    pub calm: Boxed,
    pub hint: Boxed,
    pub care: Boxed,
    pub alarm: Boxed,
    tiles: [Pair; 7],
    /// The strokes of the focus ring from the inside out. The bright middle shows on dark grounds, the dark outside on bright ones.
    pub ring: [Color32; 3],
}

impl Colours {
    pub fn of(contrast: Contrast) -> &'static Self {
        match contrast {
            Contrast::Day => &DAY,
            Contrast::Night => &NIGHT,
            Contrast::HighLight => &HIGH_LIGHT,
            Contrast::HighDark => &HIGH_DARK,
            Contrast::Soft => &SOFT,
        }
    }

    /// The tile behind an icon, and the icon on it.
    pub fn tile(&self, hue: Hue) -> Pair {
        let [indigo, wood, red, green, plum, gold, grey] = self.tiles;
        match hue {
            Hue::Indigo => indigo,
            Hue::Wood => wood,
            Hue::Red => red,
            Hue::Green => green,
            Hue::Plum => plum,
            Hue::Gold => gold,
            Hue::Grey => grey,
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where colours are made")]
#[expect(clippy::cast_possible_truncation, reason = "takes the bytes of 0xRRGGBB apart")]
const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}
const fn pair(ground: u32, ink: u32) -> Pair {
    Pair { ground: hex(ground), ink: hex(ink) }
}
const fn face(ground: u32, ink: u32, edge: u32) -> Face {
    Face { ground: hex(ground), ink: hex(ink), edge: hex(edge) }
}
const fn boxed(ground: u32, ink: u32, band: u32, edge: u32) -> Boxed {
    Boxed { ground: hex(ground), ink: hex(ink), band: hex(band), edge: hex(edge) }
}

const RING: [Color32; 3] = [hex(0x00_0000), hex(0xFF_D84D), hex(0x00_0000)];

static DAY: Colours = Colours {
    paper: hex(0xFB_F7EF),
    ink: hex(0x1A_1A1A),
    quiet: hex(0x33_3333),
    title: hex(0x0F_3460),
    hairline: hex(0x8C_8270),
    lip: hex(0x8C_8270),
    bar: hex(0x0F_3460),
    disc: pair(0x0F_3460, 0xFF_FFFF),
    said: pair(0xFF_E58A, 0x1A_1A1A),
    said_line: hex(0x1A_1A1A),
    press: Pressable {
        card: face(0xFF_FFFF, 0x1A_1A1A, 0x8C_8270),
        plain: face(0xFF_FFFF, 0x0F_3460, 0x0F_3460),
        primary: face(0x0F_3460, 0xFF_FFFF, 0x0F_3460),
        away: face(0xF8_EFE2, 0x55_2B08, 0x55_2B08),
        danger: face(0x7E_0A10, 0xFF_FFFF, 0x7E_0A10),
        chosen: face(0x0F_3460, 0xFF_FFFF, 0x0F_3460),
        off: face(0xFB_F7EF, 0x33_3333, 0x8C_8270),
        in_bar: face(0xFF_FFFF, 0x0F_3460, 0xFF_FFFF),
        away_in_bar: face(0xF8_EFE2, 0x55_2B08, 0xF8_EFE2),
    },
    field: face(0xFF_FFFF, 0x1A_1A1A, 0x0F_3460),
    switch_on: pair(0x07_3F2D, 0xFF_FFFF),
    switch_off: pair(0x6B_6353, 0xFF_FFFF),
    calm: boxed(0xE6_EDF5, 0x1A_1A1A, 0x0F_3460, 0xE6_EDF5),
    hint: boxed(0xFF_F1C2, 0x1A_1A1A, 0xFF_F1C2, 0xFF_F1C2),
    care: boxed(0xFF_F1C2, 0x1A_1A1A, 0x8A_6100, 0x8A_6100),
    alarm: boxed(0xFF_FFFF, 0x1A_1A1A, 0x7E_0A10, 0x7E_0A10),
    tiles: [
        pair(0xE6_EDF5, 0x0F_3460),
        pair(0xF8_EFE2, 0x55_2B08),
        pair(0xFE_F0EF, 0x78_080E),
        pair(0xE9_F4EF, 0x07_3F2D),
        pair(0xF5_E6F0, 0x5B_1A4B),
        pair(0xFF_F1C2, 0x4A_3600),
        pair(0xEC_ECEC, 0x1A_1A1A),
    ],
    ring: RING,
};

static NIGHT: Colours = Colours {
    paper: hex(0x0E_1216),
    ink: hex(0xF6_F0E4),
    quiet: hex(0xDD_D6C8),
    title: hex(0xD3_E5FA),
    hairline: hex(0x7A_8798),
    lip: hex(0x7A_8798),
    bar: hex(0x17_1D24),
    disc: pair(0xD3_E5FA, 0x0E_1216),
    said: pair(0x46_3700, 0xFF_F3C4),
    said_line: hex(0xFF_E58A),
    press: Pressable {
        card: face(0x17_1D24, 0xF6_F0E4, 0x7A_8798),
        plain: face(0x0E_1216, 0xD3_E5FA, 0xD3_E5FA),
        primary: face(0xD3_E5FA, 0x0E_1216, 0xD3_E5FA),
        away: face(0x33_240F, 0xF7_E3C6, 0xF7_E3C6),
        danger: face(0xFF_DAD6, 0x3C_1414, 0xFF_DAD6),
        chosen: face(0xD3_E5FA, 0x0E_1216, 0xD3_E5FA),
        off: face(0x0E_1216, 0xDD_D6C8, 0x7A_8798),
        in_bar: face(0x0E_1216, 0xF6_F0E4, 0xD3_E5FA),
        away_in_bar: face(0x33_240F, 0xF7_E3C6, 0xF7_E3C6),
    },
    field: face(0x17_1D24, 0xF6_F0E4, 0xD3_E5FA),
    switch_on: pair(0xC9_F2DE, 0x10_291F),
    switch_off: pair(0x2A_333D, 0xF6_F0E4),
    calm: boxed(0x1E_2F44, 0xF6_F0E4, 0xD3_E5FA, 0x1E_2F44),
    hint: boxed(0x33_2800, 0xF6_F0E4, 0x33_2800, 0x33_2800),
    care: boxed(0x33_2800, 0xF6_F0E4, 0xFF_D84D, 0xFF_D84D),
    alarm: boxed(0x3C_1414, 0xF6_F0E4, 0xFF_DAD6, 0xFF_DAD6),
    tiles: [
        pair(0x1E_2F44, 0xD3_E5FA),
        pair(0x33_240F, 0xF7_E3C6),
        pair(0x3C_1414, 0xFF_DAD6),
        pair(0x10_291F, 0xC9_F2DE),
        pair(0x33_1A2E, 0xF7_DAEF),
        pair(0x33_2800, 0xFF_EFB0),
        pair(0x26_2C33, 0xF6_F0E4),
    ],
    ring: RING,
};

const BLACK: u32 = 0x00_0000;
const WHITE: u32 = 0xFF_FFFF;

/// Black and white need one rule only: what is on, chosen or next is the other way round.
const fn pure(ground: u32, ink: u32) -> Colours {
    let (plain, turned) = (face(ground, ink, ink), face(ink, ground, ink));
    let remark = boxed(ground, ink, ink, ink);
    Colours {
        paper: hex(ground),
        ink: hex(ink),
        quiet: hex(ink),
        title: hex(ink),
        hairline: hex(ink),
        lip: hex(ink),
        bar: hex(BLACK),
        disc: pair(ink, ground),
        said: pair(ink, ground),
        said_line: hex(ink),
        press: Pressable {
            card: plain,
            plain,
            primary: turned,
            away: plain,
            danger: turned,
            chosen: turned,
            off: plain,
            in_bar: face(ground, ink, WHITE),
            away_in_bar: face(ground, ink, WHITE),
        },
        field: plain,
        switch_on: pair(ink, ground),
        switch_off: pair(ground, ink),
        calm: remark,
        hint: remark,
        care: remark,
        alarm: remark,
        tiles: [pair(ground, ink); 7],
        ring: RING,
    }
}

static HIGH_LIGHT: Colours = pure(WHITE, BLACK);
static HIGH_DARK: Colours = pure(BLACK, WHITE);

static SOFT: Colours = Colours {
    paper: hex(0xF3_EEE4),
    ink: hex(0x54_4E45),
    quiet: hex(0x5A_5449),
    title: hex(0x2F_5480),
    hairline: hex(0x8C_8270),
    lip: hex(0x8C_8270),
    bar: hex(0x2F_5480),
    disc: pair(0x2F_5480, 0xFA_F7F1),
    said: pair(0xFB_E9A6, 0x54_4E45),
    said_line: hex(0x54_4E45),
    press: Pressable {
        card: face(0xFA_F7F1, 0x54_4E45, 0x8C_8270),
        plain: face(0xFA_F7F1, 0x2F_5480, 0x2F_5480),
        primary: face(0x2F_5480, 0xFA_F7F1, 0x2F_5480),
        away: face(0xF3_E8D8, 0x7A_4A22, 0x7A_4A22),
        danger: face(0x9A_3A3A, 0xFA_F7F1, 0x9A_3A3A),
        chosen: face(0x2F_5480, 0xFA_F7F1, 0x2F_5480),
        off: face(0xF3_EEE4, 0x5A_5449, 0x8C_8270),
        in_bar: face(0xFA_F7F1, 0x2F_5480, 0xFA_F7F1),
        away_in_bar: face(0xF3_E8D8, 0x7A_4A22, 0xF3_E8D8),
    },
    field: face(0xFA_F7F1, 0x54_4E45, 0x2F_5480),
    switch_on: pair(0x2C_6450, 0xFA_F7F1),
    switch_off: pair(0x6B_6353, 0xFA_F7F1),
    calm: boxed(0xE3_EAF2, 0x54_4E45, 0x2F_5480, 0xE3_EAF2),
    hint: boxed(0xF7_ECC4, 0x54_4E45, 0xF7_ECC4, 0xF7_ECC4),
    care: boxed(0xF7_ECC4, 0x54_4E45, 0x8A_6D1B, 0x8A_6D1B),
    alarm: boxed(0xFA_F7F1, 0x54_4E45, 0x9A_3A3A, 0x9A_3A3A),
    tiles: [
        pair(0xE3_EAF2, 0x2F_5480),
        pair(0xF3_E8D8, 0x7A_4A22),
        pair(0xF8_E6E3, 0x9A_3A3A),
        pair(0xE2_EFE8, 0x2C_6450),
        pair(0xF1_E3EC, 0x7A_4169),
        pair(0xF7_ECC4, 0x6B_5413),
        pair(0xE9_E6E0, 0x54_4E45),
    ],
    ring: RING,
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as WCAG 2.2 defines them.
    fn ratio(a: Color32, b: Color32) -> f32 {
        let linear = |v: u8| {
            let v = f32::from(v) / 255.0;
            if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = |c: Color32| 0.2126 * linear(c.r()) + 0.7152 * linear(c.g()) + 0.0722 * linear(c.b());
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Every ground with every ink that `kit` writes on it.
    fn words(c: &Colours) -> Vec<(&'static str, Color32, Color32)> {
        let mut out = vec![
            ("ink", c.paper, c.ink),
            ("quiet", c.paper, c.quiet),
            ("title", c.paper, c.title),
            ("quiet on a card", c.press.card.ground, c.quiet),
            ("disc", c.disc.ground, c.disc.ink),
            ("said", c.said.ground, c.said.ink),
            ("switch on", c.switch_on.ground, c.switch_on.ink),
        ];
        let p = &c.press;
        for (name, face) in [
            ("card", p.card),
            ("plain", p.plain),
            ("primary", p.primary),
            ("away", p.away),
            ("danger", p.danger),
            ("chosen", p.chosen),
            ("off", p.off),
            ("in bar", p.in_bar),
            ("away in bar", p.away_in_bar),
            ("field", c.field),
        ] {
            out.push((name, face.ground, face.ink));
        }
        for (name, remark) in [("calm", c.calm), ("hint", c.hint), ("care", c.care), ("alarm", c.alarm)] {
            out.push((name, remark.ground, remark.ink));
        }
        out.extend(c.tiles.iter().map(|tile| ("tile", tile.ground, tile.ink)));
        out
    }

    #[test]
    fn words_stand_out_from_their_ground_as_promised() {
        for contrast in Contrast::ALL {
            let promised = match contrast {
                Contrast::Day | Contrast::Night => 10.0..=22.0,
                Contrast::HighLight | Contrast::HighDark => 20.0..=22.0,
                Contrast::Soft => 4.5..=8.0,
            };
            for (name, ground, ink) in words(Colours::of(contrast)) {
                let r = ratio(ground, ink);
                assert!(promised.contains(&r), "{contrast:?} {name}: {r:.2}");
            }
        }
    }

    #[test]
    fn edges_are_seen_against_both_sides() {
        for contrast in Contrast::ALL {
            let c = Colours::of(contrast);
            let p = &c.press;
            for (name, edge, ground) in [
                ("card on paper", p.card.edge, c.paper),
                ("card", p.card.edge, p.card.ground),
                ("lip", c.lip, c.paper),
                ("hairline", c.hairline, c.paper),
                ("plain", p.plain.edge, c.paper),
                ("primary", p.primary.ground, c.paper),
                ("away", p.away.edge, c.paper),
                ("danger", p.danger.ground, c.paper),
                ("off", p.off.edge, c.paper),
                ("in bar", p.in_bar.edge, c.bar),
                ("away in bar", p.away_in_bar.edge, c.bar),
                ("field", c.field.edge, c.paper),
                ("switch knob", c.switch_off.ground, c.switch_off.ink),
                ("alarm band", c.alarm.band, c.alarm.ground),
                ("care band", c.care.band, c.care.ground),
            ] {
                let r = ratio(edge, ground);
                assert!(r >= 3.0, "{contrast:?} {name}: {r:.2}");
            }
        }
    }

    #[test]
    fn the_focus_ring_is_seen_on_every_ground() {
        for contrast in Contrast::ALL {
            let c = Colours::of(contrast);
            let [inner, middle, outer] = c.ring;
            assert!(ratio(inner, middle) >= 3.0 && ratio(middle, outer) >= 3.0);
            let p = &c.press;
            let faces = [p.card, p.plain, p.primary, p.away, p.danger, p.chosen, p.in_bar, p.away_in_bar, c.field];
            for face in faces {
                assert!(ratio(inner, face.ground).max(ratio(middle, face.ground)) >= 3.0, "{contrast:?} {face:?}");
            }
            for ground in [c.paper, c.bar, c.calm.ground, c.hint.ground, c.care.ground, c.alarm.ground] {
                assert!(ratio(outer, ground).max(ratio(middle, ground)) >= 3.0, "{contrast:?} {ground:?}");
            }
        }
    }

    #[test]
    fn every_contrast_has_a_name_that_leads_back_to_it() {
        for contrast in Contrast::ALL {
            assert_eq!(Contrast::parse(contrast.name()), Some(contrast));
        }
        assert_eq!(Contrast::parse("bright"), None);
    }
}
