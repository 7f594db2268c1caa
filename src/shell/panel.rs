//! How many pixels make a millimetre on this glass. Everything is laid out in millimetres, so a wrong answer makes letters too small to
//! read; each answer is doubted before it is believed, and the next one is asked: a measured card, the kiosk's file, the panel itself, a guess.

use super::edid::Plug;
use crate::lay::Panel;

/// What is known about the screen the window stands on.
#[derive(Clone, Debug, Default)]
pub(super) struct Screen {
    /// Pixels of the whole screen.
    pub(super) px: [u32; 2],
    /// Its name as the window system has it (`HDMI-1`, `eDP-1`); empty when it has none.
    pub(super) name: String,
    /// What the desktop says a point is, in pixels; 1 on most.
    pub(super) scale: f32,
}

/// Who gave the size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// `screen.width_mm` in the kiosk's file.
    Config,
    /// A bank card was held against the glass.
    Card,
    /// The panel's EDID.
    Panel,
    /// Nobody: assumed from the pixels alone.
    Assumed,
}

/// Why an answer was not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// No size, as a projector says.
    Nothing,
    /// Wider than two metres.
    Large,
    /// Not between 1.5 and 20 pixels a millimetre.
    Density,
    /// Width to height more than a tenth away from that of the pixels.
    Aspect,
}

/// How many pixels make a millimetre, who said so, and who was not believed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Density {
    pub(super) px_per_mm: f32,
    pub(super) source: Source,
    pub(super) doubts: Vec<(Source, Doubt)>,
}

/// The sizes on offer, each as width and height in millimetres (the height may be unknown).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sizes {
    pub(super) config: Option<[Option<f32>; 2]>,
    pub(super) card: Option<f32>,
}

/// Believes the first plausible answer: card (staff held it against this very glass), config, EDID, assumption.
pub(super) fn density(sizes: Sizes, plugs: &[Plug], screen: &Screen) -> Density {
    let mut doubts = vec![];
    let config = sizes.config.and_then(|[width, height]| width.map(|width| [Some(width), height]));
    let panel = plug(plugs, screen).map(|plug| plug.edid.size_mm().map_or([Some(0.0); 2], |size| size.map(Some)));
    let asked = [
        (Source::Card, sizes.card.map(plausible)),
        (Source::Config, config.map(|size| believe(size, screen))),
        (Source::Panel, panel.map(|size| believe(size, screen))),
    ];
    for (source, answer) in asked {
        match answer {
            Some(Ok(px_per_mm)) => return Density { px_per_mm, source, doubts },
            Some(Err(doubt)) => doubts.push((source, doubt)),
            None => {}
        }
    }
    Density { px_per_mm: assumed(screen), source: Source::Assumed, doubts }
}

impl Density {
    /// As somebody said, who looks at a part of a screen as if it were a panel.
    pub(super) const fn told(px_per_mm: f32) -> Self {
        Self { px_per_mm, source: Source::Config, doubts: vec![] }
    }

    /// As a card against the glass just showed.
    pub(super) const fn measured(px_per_mm: f32) -> Self {
        Self { px_per_mm, source: Source::Card, doubts: vec![] }
    }

    /// The size in millimetres of a window of so many pixels.
    pub(super) fn panel(&self, [w, h]: [f32; 2]) -> Panel {
        Panel { w: w / self.px_per_mm, h: h / self.px_per_mm }
    }
}

/// The plug of this screen: by name, else by its pixels, else the only one there is.
fn plug<'a>(plugs: &'a [Plug], screen: &Screen) -> Option<&'a Plug> {
    let named = || plugs.iter().find(|plug| same_plug(&plug.name, &screen.name));
    let sized = || plugs.iter().find(|plug| plug.edid.px == Some(screen.px));
    let only = || plugs.first().filter(|_| plugs.len() == 1);
    named().or_else(sized).or_else(only)
}

/// The kernel says `HDMI-A-1` and `Virtual-1` where X says `HDMI-1` or `HDMI-A-0`: only the kind and, if it is equal, the number count.
fn same_plug(kernel: &str, window: &str) -> bool {
    let plain = |name: &str| name.replace("-A-", "-").replace("-B-", "-").to_lowercase();
    !window.is_empty() && plain(kernel) == plain(window)
}

fn believe([width, height]: [Option<f32>; 2], screen: &Screen) -> Result<f32, Doubt> {
    let [px_w, px_h] = screen.px.map(|px| px as f32);
    let width = width.filter(|mm| mm.is_finite() && *mm > 0.0).ok_or(Doubt::Nothing)?;
    if width > 2000.0 {
        return Err(Doubt::Large);
    }
    let across = plausible(px_w / width)?;
    let Some(height) = height else { return Ok(across) };
    if !(height.is_finite() && height > 0.0) {
        return Err(Doubt::Nothing);
    }
    // A panel that stands on its side still says its size lying down.
    let turned = (px_w > px_h) != (width > height);
    let (across, down) = if turned { (px_w / height, px_h / width) } else { (across, px_h / height) };
    if (across / down - 1.0).abs() > 0.1 { Err(Doubt::Aspect) } else { plausible(across) }
}

pub(super) fn plausible(px_per_mm: f32) -> Result<f32, Doubt> {
    (1.5..=20.0).contains(&px_per_mm).then_some(px_per_mm).ok_or(Doubt::Density)
}

/// 150 dots an inch, as on a 10" panel of 1280×800 or a 15" one of Full HD: on coarser glass all is larger than it need be, which harms
/// nobody. Finer where the desktop itself says so, or where there are so many pixels that the glass must be either fine or huge.
fn assumed(screen: &Screen) -> f32 {
    let desktop = 96.0 / 25.4 * screen.scale.clamp(1.0, 4.0);
    let many = screen.px.into_iter().max().is_some_and(|px| px >= 3840);
    desktop.max(if many { 6.4 } else { 5.9 })
}

#[cfg(test)]
mod tests {
    use super::super::edid::{Edid, tests::block};
    use super::*;

    fn screen(px: [u32; 2]) -> Screen {
        Screen { px, name: String::new(), scale: 1.0 }
    }
    fn plug(name: &str, cm: [u8; 2], mm: [u16; 2], px: [u16; 2]) -> Plug {
        Plug { name: name.to_owned(), edid: Edid::parse(&block(cm, mm, px)).unwrap() }
    }
    fn laptop() -> Plug {
        plug("eDP-1", [34, 19], [344, 194], [1920, 1080])
    }

    #[test]
    fn the_first_plausible_answer_is_believed() {
        let full_hd = screen([1920, 1080]);
        let config = |width, height| Sizes { config: Some([Some(width), height]), card: None };
        let ask = |sizes| density(sizes, &[laptop()], &full_hd);
        assert_eq!(ask(config(527.0, None)).source, Source::Config);
        assert_eq!(ask(Sizes { card: Some(4.0), ..Sizes::default() }).source, Source::Card);
        assert_eq!(ask(Sizes::default()).source, Source::Panel);
        let both = Sizes { card: Some(4.0), ..config(527.0, None) };
        assert_eq!((ask(both).source, ask(both).doubts), (Source::Card, vec![]));
        let neither = Sizes { card: Some(40.0), ..config(f32::NAN, None) };
        let doubts = vec![(Source::Card, Doubt::Density), (Source::Config, Doubt::Nothing)];
        assert_eq!((ask(neither).source, ask(neither).doubts), (Source::Panel, doubts));
        let panel = ask(Sizes::default()).panel([1920.0, 1080.0]);
        assert!((panel.w - 344.0).abs() < 0.1 && (panel.h - 194.0).abs() < 1.0, "{panel:?}");
    }

    #[test]
    fn what_cannot_be_is_refused_and_something_readable_assumed() {
        for (name, plug, px, doubt) in [
            ("a projector", plug("HDMI-A-1", [0, 0], [0, 0], [1920, 1080]), [1920, 1080], Doubt::Nothing),
            ("an aspect ratio", plug("HDMI-A-1", [16, 9], [0, 0], [4096, 2160]), [4096, 2160], Doubt::Density),
            (
                "wider than two metres",
                plug("HDMI-A-1", [255, 143], [2550, 1430], [3840, 2160]),
                [3840, 2160],
                Doubt::Large,
            ),
            ("too coarse", plug("HDMI-A-1", [160, 90], [1600, 900], [1280, 720]), [1280, 720], Doubt::Density),
            ("another shape", plug("HDMI-A-1", [34, 19], [344, 194], [1024, 768]), [1024, 768], Doubt::Aspect),
        ] {
            let found = density(Sizes::default(), &[plug], &screen(px));
            assert_eq!((found.source, found.doubts), (Source::Assumed, vec![(Source::Panel, doubt)]), "{name}");
            assert!((1.5..=20.0).contains(&found.px_per_mm), "{name}");
        }
        let shape = Sizes { config: Some([Some(344.0), Some(300.0)]), card: None };
        assert_eq!(density(shape, &[], &screen([1920, 1080])).doubts, [(Source::Config, Doubt::Aspect)]);
    }

    #[test]
    fn a_panel_on_its_side_is_the_same_panel() {
        let found = density(Sizes::default(), &[laptop()], &screen([1080, 1920]));
        assert_eq!((found.source, found.doubts.len()), (Source::Panel, 0));
        assert!((found.px_per_mm - 1920.0 / 344.0).abs() < 0.05, "{found:?}");
    }

    #[test]
    fn the_plug_is_found_by_name_then_by_pixels_then_because_it_is_alone() {
        let tv = plug("HDMI-A-1", [60, 34], [598, 336], [1920, 1080]);
        let both = [laptop(), tv];
        let width = |name: &str, px| {
            let screen = Screen { name: name.to_owned(), ..screen(px) };
            format!("{:.0}", density(Sizes::default(), &both, &screen).panel(px.map(|px| px as f32)).w)
        };
        assert_eq!(width("HDMI-1", [1920, 1080]), "598");
        assert_eq!(width("eDP-1", [1920, 1080]), "344");
        assert_eq!(width("", [1920, 1080]), "344", "the first of those with these pixels");
        let other = Screen { name: "DP-9".to_owned(), ..screen([1600, 900]) };
        assert_eq!(density(Sizes::default(), &both, &other).source, Source::Assumed, "neither is it");
        assert_eq!(density(Sizes::default(), &both[..1], &other).source, Source::Panel, "it must be this one");
    }

    #[test]
    fn assumptions_err_on_the_large_side() {
        let width = |px: [u32; 2], scale| {
            let screen = Screen { scale, ..screen(px) };
            density(Sizes::default(), &[], &screen).panel(px.map(|px| px as f32)).w
        };
        assert!((width([1280, 800], 1.0) - 217.0).abs() < 1.0);
        assert!(width([1920, 1080], 1.0) < 344.0);
        assert!(width([3840, 2160], 1.0) <= 600.0);
        assert!(width([3840, 2160], 3.0) < 345.0, "a fine laptop panel");
        assert!(width([1280, 800], f32::NAN).is_finite());
    }
}
