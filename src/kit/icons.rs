//! The icons: one hand, a 32-unit grid, strokes of 2.6 with round ends, nothing filled, the colour of the words beside them.
//!
//! Never alone: a control always has its name drawn too, so an icon that is not known here leaves a gap and nothing else.

use crate::look::Hue;

/// A drawing in `currentColor`, and the tile it stands on in a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Icon {
    pub(super) name: &'static str,
    pub(super) hue: Hue,
    pub(super) svg: &'static str,
}

pub(super) fn icon(name: &str) -> Option<Icon> {
    let at = ICONS.binary_search_by_key(&name, |(name, _, _)| name).ok()?;
    ICONS.get(at).map(|&(name, hue, svg)| Icon { name, hue, svg })
}

/// The names of all icons, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    ICONS.iter().map(|(name, _, _)| *name)
}

#[rustfmt::skip]
static ICONS: &[(&str, Hue, &str)] = &[
    ("aed", Hue::Red, include_str!("icons/aed.svg")),
    ("again", Hue::Grey, include_str!("icons/again.svg")),
    ("back", Hue::Grey, include_str!("icons/back.svg")),
    ("bag", Hue::Wood, include_str!("icons/bag.svg")),
    ("battery", Hue::Green, include_str!("icons/battery.svg")),
    ("bell", Hue::Gold, include_str!("icons/bell.svg")),
    ("book", Hue::Indigo, include_str!("icons/book.svg")),
    ("broken-house", Hue::Wood, include_str!("icons/broken-house.svg")),
    ("call", Hue::Indigo, include_str!("icons/call.svg")),
    ("camera", Hue::Plum, include_str!("icons/camera.svg")),
    ("check", Hue::Green, include_str!("icons/check.svg")),
    ("circle", Hue::Grey, include_str!("icons/circle.svg")),
    ("clock", Hue::Indigo, include_str!("icons/clock.svg")),
    ("down", Hue::Grey, include_str!("icons/down.svg")),
    ("drop", Hue::Indigo, include_str!("icons/drop.svg")),
    ("family", Hue::Green, include_str!("icons/family.svg")),
    ("folder", Hue::Gold, include_str!("icons/folder.svg")),
    ("gear", Hue::Grey, include_str!("icons/gear.svg")),
    ("globe", Hue::Green, include_str!("icons/globe.svg")),
    ("hand", Hue::Gold, include_str!("icons/hand.svg")),
    ("handset-alert", Hue::Red, include_str!("icons/handset-alert.svg")),
    ("hang-up", Hue::Red, include_str!("icons/hang-up.svg")),
    ("heart", Hue::Plum, include_str!("icons/heart.svg")),
    ("help", Hue::Grey, include_str!("icons/help.svg")),
    ("home", Hue::Wood, include_str!("icons/home.svg")),
    ("home-line", Hue::Grey, include_str!("icons/home-line.svg")),
    ("house", Hue::Wood, include_str!("icons/house.svg")),
    ("key", Hue::Gold, include_str!("icons/key.svg")),
    ("keyboard", Hue::Indigo, include_str!("icons/keyboard.svg")),
    ("legs", Hue::Green, include_str!("icons/legs.svg")),
    ("letters", Hue::Gold, include_str!("icons/letters.svg")),
    ("level-1", Hue::Grey, include_str!("icons/level-1.svg")),
    ("level-2", Hue::Grey, include_str!("icons/level-2.svg")),
    ("level-3", Hue::Grey, include_str!("icons/level-3.svg")),
    ("level-4", Hue::Grey, include_str!("icons/level-4.svg")),
    ("level-5", Hue::Grey, include_str!("icons/level-5.svg")),
    ("list", Hue::Indigo, include_str!("icons/list.svg")),
    ("lock", Hue::Grey, include_str!("icons/lock.svg")),
    ("medical", Hue::Green, include_str!("icons/medical.svg")),
    ("message", Hue::Green, include_str!("icons/message.svg")),
    ("mic", Hue::Red, include_str!("icons/mic.svg")),
    ("minus", Hue::Grey, include_str!("icons/minus.svg")),
    ("moon", Hue::Grey, include_str!("icons/moon.svg")),
    ("next", Hue::Grey, include_str!("icons/next.svg")),
    ("paper", Hue::Plum, include_str!("icons/paper.svg")),
    ("pause", Hue::Grey, include_str!("icons/pause.svg")),
    ("pencil", Hue::Plum, include_str!("icons/pencil.svg")),
    ("person", Hue::Plum, include_str!("icons/person.svg")),
    ("phone", Hue::Indigo, include_str!("icons/phone.svg")),
    ("photo", Hue::Plum, include_str!("icons/photo.svg")),
    ("pin", Hue::Green, include_str!("icons/pin.svg")),
    ("plug", Hue::Gold, include_str!("icons/plug.svg")),
    ("plus", Hue::Green, include_str!("icons/plus.svg")),
    ("power", Hue::Grey, include_str!("icons/power.svg")),
    ("previous", Hue::Grey, include_str!("icons/previous.svg")),
    ("printer", Hue::Wood, include_str!("icons/printer.svg")),
    ("quake", Hue::Red, include_str!("icons/quake.svg")),
    ("rain", Hue::Indigo, include_str!("icons/rain.svg")),
    ("run", Hue::Red, include_str!("icons/run.svg")),
    ("school", Hue::Wood, include_str!("icons/school.svg")),
    ("search", Hue::Indigo, include_str!("icons/search.svg")),
    ("shield", Hue::Red, include_str!("icons/shield.svg")),
    ("sound-off", Hue::Grey, include_str!("icons/sound-off.svg")),
    ("speaker", Hue::Gold, include_str!("icons/speaker.svg")),
    ("square", Hue::Grey, include_str!("icons/square.svg")),
    ("stop", Hue::Red, include_str!("icons/stop.svg")),
    ("store", Hue::Indigo, include_str!("icons/store.svg")),
    ("sun", Hue::Gold, include_str!("icons/sun.svg")),
    ("to-e", Hue::Green, include_str!("icons/to-e.svg")),
    ("to-n", Hue::Green, include_str!("icons/to-n.svg")),
    ("to-ne", Hue::Green, include_str!("icons/to-ne.svg")),
    ("to-nw", Hue::Green, include_str!("icons/to-nw.svg")),
    ("to-s", Hue::Green, include_str!("icons/to-s.svg")),
    ("to-se", Hue::Green, include_str!("icons/to-se.svg")),
    ("to-sw", Hue::Green, include_str!("icons/to-sw.svg")),
    ("to-w", Hue::Green, include_str!("icons/to-w.svg")),
    ("toilet", Hue::Indigo, include_str!("icons/toilet.svg")),
    ("trash", Hue::Grey, include_str!("icons/trash.svg")),
    ("up", Hue::Grey, include_str!("icons/up.svg")),
    ("warning", Hue::Red, include_str!("icons/warning.svg")),
    ("water", Hue::Indigo, include_str!("icons/water.svg")),
    ("wifi", Hue::Indigo, include_str!("icons/wifi.svg")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_an_icon_of_the_same_hand() {
        let mut files: Vec<_> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/kit/icons"))
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap().trim_end_matches(".svg").to_owned())
            .collect();
        files.sort();
        assert_eq!(files, names().collect::<Vec<_>>());
        for (name, _, svg) in ICONS {
            let hand =
                r#"viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round""#;
            assert!(svg.contains(hand), "{name}");
            assert_eq!(icon(name).unwrap().svg, *svg);
        }
        assert_eq!(icon("no such icon"), None);
    }
}
