//! Every colour by what it is for. A role is a ground with what stands on it, so that a pair can be tested before anybody sees it
//! (WCAG 2.2 relative luminance; the thresholds are in the test below). The values are in `tokens`.

use super::{Contrast, tokens};
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

/// The practice phone: a thing of its own that lies on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handset {
    pub body: Color32,
    /// Round its body, and round what lies on its glass where the ground is the same.
    pub edge: Color32,
    pub glass: Pair,
    /// Rows, keys, what others write.
    pub row: Pair,
    /// What the person writes.
    pub own: Pair,
    /// The word 「れんしゅう」, always in sight.
    pub band: Pair,
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
    /// Behind and round what comes over the whole glass; by night dark within a bright line, because somebody sleeps beside it.
    pub takeover: Face,
    pub handset: Handset,
    pub(super) tiles: [Pair; 7],
    /// The strokes of the focus ring from the inside out. The bright middle shows on dark grounds, the dark outside on bright ones.
    pub ring: [Color32; 3],
}

impl Colours {
    pub fn of(contrast: Contrast) -> &'static Self {
        match contrast {
            Contrast::Day => &tokens::DAY,
            Contrast::Night => &tokens::NIGHT,
            Contrast::HighLight => &tokens::HIGH_LIGHT,
            Contrast::HighDark => &tokens::HIGH_DARK,
            Contrast::Soft => &tokens::SOFT,
        }
    }

    /// The swatch of a warning level (1 to 5) and the symbol on it. The same in every contrast; stands beside words, never under them, within an
    /// edge in the ink of those words.
    pub fn warning(level: u8) -> Option<Pair> {
        usize::from(level).checked_sub(1).and_then(|at| tokens::WARNINGS.get(at)).copied()
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
            ("takeover", c.takeover),
        ] {
            out.push((name, face.ground, face.ink));
        }
        for (name, remark) in [("calm", c.calm), ("hint", c.hint), ("care", c.care), ("alarm", c.alarm)] {
            out.push((name, remark.ground, remark.ink));
        }
        for (name, pair) in
            [("glass", c.handset.glass), ("row", c.handset.row), ("own", c.handset.own), ("band", c.handset.band)]
        {
            out.push((name, pair.ground, pair.ink));
        }
        out.extend(c.tiles.iter().map(|tile| ("tile", tile.ground, tile.ink)));
        out.extend(c.tiles.iter().map(|tile| ("icon on a card", p.card.ground, tile.ink)));
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
                ("takeover", c.takeover.edge, c.paper),
                ("off", p.off.edge, c.paper),
                ("in bar", p.in_bar.edge, c.bar),
                ("away in bar", p.away_in_bar.edge, c.bar),
                ("field", c.field.edge, c.paper),
                ("switch knob", c.switch_off.ground, c.switch_off.ink),
                ("alarm band", c.alarm.band, c.alarm.ground),
                ("care band", c.care.band, c.care.ground),
                ("handset", c.handset.edge, c.paper),
                ("row", c.handset.edge, c.handset.row.ground),
                ("switch", c.switch_on.ground, c.handset.row.ground),
            ] {
                let r = ratio(edge, ground);
                assert!(r >= 3.0, "{contrast:?} {name}: {r:.2}");
            }
        }
    }

    /// Somebody sleeps beside it.
    #[test]
    fn by_night_nothing_broad_is_bright() {
        let c = Colours::of(Contrast::Night);
        let broad = [c.paper, c.bar, c.press.card.ground, c.takeover.ground, c.alarm.ground, c.care.ground];
        for ground in broad.into_iter().chain(c.tiles.map(|tile| tile.ground)) {
            assert!(ratio(ground, Color32::BLACK) < 2.0, "{ground:?}");
        }
    }

    #[test]
    fn warning_levels_keep_their_official_colours() {
        let rgb = |n| Colours::warning(n).map(|pair| pair.ground.to_array());
        let official = [[255, 255, 255], [242, 231, 0], [255, 40, 0], [170, 0, 170], [12, 0, 12]];
        for (n, [r, g, b]) in (1..).zip(official) {
            assert_eq!(rgb(n), Some([r, g, b, 255]));
            let Pair { ground, ink } = Colours::warning(n).unwrap();
            assert!(ratio(ground, ink) >= 4.5, "the symbol of {n}");
        }
        assert_eq!((rgb(0), rgb(6)), (None, None));
        // No swatch is the ground of what stands beside it: an edge in the ink of the words parts them.
        for c in Contrast::ALL.map(Colours::of) {
            let card = c.press.card;
            let edges = [(c.paper, c.ink), (card.ground, card.ink), (c.alarm.ground, c.alarm.ink)];
            assert!(edges.iter().all(|(ground, ink)| ratio(*ground, *ink) >= 3.0));
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
