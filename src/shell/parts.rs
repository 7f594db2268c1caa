//! How the parts are that only the shell can look at: the size of the panel, the letters, the pads. For staff and for `engawa doctor`.

use super::{
    edid::{self, Plug},
    pad::RealPads,
    panel::{self, Density, Screen, Sizes, Source},
};
use crate::{config::Config, job::Part, look::fonts::Fonts, words::Tongue};
use std::path::Path;

/// Where the kernel tells of panels.
pub(super) const DRM: &str = "/sys/class/drm";

/// Looks at the panel, the letters of every tongue and the pads, without a window. `card`: pixels in a millimetre, if measured.
pub fn look_over(config: &Config, card: Option<f32>, tongues: &[Tongue]) -> Vec<Part> {
    let plugs = edid::plugs(Path::new(DRM));
    let mut out = vec![panel_alone(told(config, card), &plugs)];
    out.extend(fonts(&Fonts::default(), tongues));
    out.push(pads(RealPads::open().map(|pads| pads.count())));
    out
}

/// The panel as a window would find it on its screen.
pub(super) fn panel(density: &Density, screen: &Screen) -> Part {
    let [w, h] = screen.px.map(|px| px as f32 / density.px_per_mm);
    let about = format!("{w:.0} × {h:.0} mm ({:?})", density.source);
    match density.source {
        Source::Assumed => Part::degraded("panel", "size-guessed", doubts(density, about)),
        Source::Config | Source::Card | Source::Panel => Part { about, ..Part::works("panel") },
    }
}

/// Why nobody was believed.
fn doubts(density: &Density, about: String) -> String {
    let doubts = density.doubts.iter().map(|(source, doubt)| format!("{source:?}: {doubt:?}"));
    Some(about).filter(|about| !about.is_empty()).into_iter().chain(doubts).collect::<Vec<_>>().join("; ")
}

/// Without a window there is no screen; the panel's own pixels stand for it.
fn panel_alone(told: Sizes, plugs: &[Plug]) -> Part {
    let px = plugs.iter().find_map(|plug| plug.edid.px);
    let screen = Screen { px: px.unwrap_or([1920, 1080]), name: String::new(), scale: 1.0 };
    let density = panel::density(told, plugs, &screen);
    match (px, density.source) {
        (None, Source::Assumed) => Part::degraded("panel", "size-guessed", doubts(&density, String::new())),
        _ => panel(&density, &screen),
    }
}

/// What people say about the panel: the kiosk's file, and the card they held against it.
pub(super) fn told(config: &Config, card: Option<f32>) -> Sizes {
    Sizes { config: Some([config.screen.width_mm, config.screen.height_mm]), card }
}

/// One part for every tongue that would be shown in other letters than its own; one that works when there is none.
pub(super) fn fonts(fonts: &Fonts, tongues: &[Tongue]) -> Vec<Part> {
    let lacking: Vec<String> = tongues
        .iter()
        .map(|tongue| (tongue, fonts.report(tongue)))
        .filter(|(_, report)| !report.is_good())
        .map(|(tongue, report)| format!("{tongue}: {} ({})", report.wanted, report.package))
        .collect();
    if lacking.is_empty() {
        return vec![Part::works("fonts")];
    }
    let none = tongues.iter().all(|tongue| fonts.report(tongue).used.is_none());
    let about = lacking.join(", ");
    vec![if none { Part::missing("fonts", "no-font", about) } else { Part::degraded("fonts", "no-font", about) }]
}

/// How many pads there are, or why nobody can listen to them. A kiosk without a pad lacks nothing.
pub(super) fn pads(count: Result<usize, String>) -> Part {
    match count {
        Ok(count) => Part { about: count.to_string(), ..Part::works("pad") },
        Err(why) => Part::degraded("pad", "no-pad", why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::PartState;
    use std::path::PathBuf;

    #[test]
    fn a_guessed_panel_says_whom_it_did_not_believe() {
        let screen = Screen { px: [1920, 1080], name: String::new(), scale: 1.0 };
        let mut config = Config::default();
        config.screen.width_mm = Some(344.0);
        let told_so = panel(&panel::density(told(&config, None), &[], &screen), &screen);
        assert_eq!((told_so.state, told_so.about.as_str()), (PartState::Works, "344 × 194 mm (Config)"));
        config.screen.width_mm = Some(9000.0);
        let guessed = panel(&panel::density(told(&config, None), &[], &screen), &screen);
        assert_eq!(guessed.trouble, "size-guessed");
        assert!(guessed.about.contains("Config: Large"), "{}", guessed.about);
    }

    #[test]
    fn letters_that_are_not_there_are_named_with_their_package() {
        let none = Fonts::in_folders(vec![PathBuf::from("/nonexistent")]);
        let parts = fonts(&none, &[Tongue::JA, Tongue::EN]);
        assert_eq!((parts.len(), parts[0].state), (1, PartState::Missing));
        assert!(parts[0].about.contains("fonts-morisawa-bizud-gothic"), "{}", parts[0].about);
    }

    #[test]
    fn no_pad_is_no_fault() {
        assert_eq!(pads(Ok(0)).state, PartState::Works);
        assert_eq!(pads(Err("no udev".to_owned())).trouble, "no-pad");
    }
}
