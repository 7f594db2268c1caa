//! The glass of the practice phone, on every panel, at every scale: nothing lies over anything, nothing is out of reach, and the word
//! 「れんしゅう」 is always there.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::excessive_nesting,
    reason = "a test may stop where it stands, and walks faces by skins by panels by scales by pages"
)]

use crate::faces;
use engawa::{
    lay::{self, Ems, Panel, Rect, sizes},
    page::{Canvas, Kind, Page, Part},
    phone::{Face, Skin},
    screens::glass::{self, Deed, Did, Glass, Hand, Point, Scale, ids},
    words::{Tongue, Words},
};
use std::collections::BTreeSet;

const PANELS: [Panel; 4] = [
    Panel { w: 344.0, h: 194.0 },
    Panel { w: 276.0, h: 155.0 },
    Panel { w: 217.0, h: 136.0 },
    Panel { w: 194.0, h: 344.0 },
];

/// Every face in both skins, on every panel, at every scale and on every page of the phone.
fn each(mut check: impl FnMut(&str, &Glass<'_>, &Canvas<Did>)) {
    let words = Words::shipped(&Tongue::JA);
    for (name, skin) in faces::NAMES.into_iter().flat_map(|name| Skin::ALL.map(|skin| (name, skin))) {
        let face = Face { skin, ..faces::face(name).unwrap() };
        let first = face.items.iter().find(|item| !item.gestures.is_empty()).unwrap();
        let hand = Hand { alt: words.glass_hand_tap(), deed: Deed::Tap, at: 0 };
        let point = Point { item: first.id.clone(), hand: Some(hand) };
        for (panel, scale) in PANELS.into_iter().flat_map(|panel| Scale::ALL.map(|scale| (panel, scale))) {
            let units = glass::height(panel, sizes(panel)[0], scale);
            let mut glass =
                Glass { face: &face, words: &words, scale, units, page: Some(0), point: Some(&point), aim: None };
            for page in 0..glass.at().1 {
                glass.page = Some(page);
                let Part::Canvas(canvas) = glass.canvas() else { unreachable!("a phone is a canvas") };
                check(&format!("{name} {skin:?} {scale:?} on {}×{} page {page}", panel.w, panel.h), &glass, &canvas);
            }
        }
    }
}

fn rect([x, y, w, h]: [f32; 4]) -> Rect {
    Rect::new(x, y, w, h)
}

#[test]
fn nothing_lies_over_anything_or_outside() {
    each(|what, _, canvas| {
        assert_eq!(Page::new([Part::Canvas(canvas.clone())]).problems(), Vec::<String>::new(), "{what}");
        let solid = |part: &Part<Did>| {
            !matches!(part, Part::Picture(_)) && !matches!(part.kind(), Some(Kind::Point | Kind::Row))
        };
        let parts: Vec<_> = canvas.parts.iter().zip(&canvas.at).filter(|(part, _)| solid(part)).collect();
        let unit = canvas.size[0] / lay::PHONE_UNITS;
        for (n, (part, at)) in parts.iter().enumerate() {
            let own = rect(**at);
            assert!(
                own.x >= 0.0 && own.y >= 0.0 && own.w > 20.0 * unit && own.h > 12.0 * unit,
                "{what}: {part:?} {own:?}"
            );
            assert!(own.right() <= canvas.size[0] && own.bottom() <= canvas.size[1], "{what}: {part:?} {own:?}");
            for (other, there) in &parts[n + 1..] {
                assert!(own.gap(rect(**there)) > -0.01, "{what}: {part:?} {own:?} over {other:?} {there:?}");
            }
        }
    });
}

#[test]
fn words_stay_inside_their_parts() {
    each(|what, _, canvas| {
        let page = Page::new([Part::Canvas(canvas.clone())]);
        let (panel, size) = (Panel { w: 400.0, h: 400.0 }, sizes(PANELS[0])[0]);
        let plan = lay::plan(&page, panel, size, &mut Ems);
        for (part, placed) in page.walk().into_iter().zip(plan) {
            for run in &placed.runs {
                let all = placed.rect.union(Rect::new(run.x, run.y, run.w, run.em));
                let over = (all.w - placed.rect.w).max(all.h - placed.rect.h);
                assert!(over < 0.35 * run.em, "{what}: {run:?} leaves {:?} of {:?}", placed.rect, part.words());
            }
        }
    });
}

#[test]
fn every_item_is_on_a_page_and_practice_is_always_written() {
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    let mut wanted = BTreeSet::new();
    each(|what, glass, canvas| {
        let head = what.split(" page").next().unwrap().to_owned();
        let band = canvas.parts.first().map(|part| part.parts().to_vec()).unwrap_or_default();
        assert_eq!(
            band.first().and_then(Part::words).map(|line| line.plain()).as_deref(),
            Some("れんしゅう"),
            "{what}"
        );
        assert!(canvas.at[0][1] < 20.0, "{what}: at the top");
        let face = glass.face;
        let items = face.shade.as_ref().unwrap_or(&face.items);
        // While something is written, what is not written in may wait until the keyboard is closed.
        let hidden = face.keyboard.is_some();
        wanted.extend(
            items
                .iter()
                .filter(|item| item.enabled && !item.gestures.is_empty() && (item.on || !hidden))
                .map(|item| (head.clone(), item.id.clone())),
        );
        let page = Page::new([Part::Canvas(canvas.clone())]);
        seen.extend(page.controls().filter_map(|control| Some((head.clone(), ids::item(&control.id)?))));
        for id in [ids::STATUS, ids::HOME] {
            assert!(page.control(id).is_some(), "{what}: {id}");
        }
    });
    // What a notice lies over is free again when it was read or put away.
    let missing: Vec<_> = wanted.difference(&seen).filter(|(what, _)| !what.starts_with("banner")).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
