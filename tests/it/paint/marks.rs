//! The marks of the five warning levels: official colours in every look, beside the words and never under them, told apart by eyes that see no
//! colour.

use super::{
    Found,
    easel::{Easel, GLASS},
    light::{Eyes, Range, changed, luminance, pixels},
    look_at,
};
use crate::panels::samples;
use engawa::{
    app::Msg,
    config::Reach,
    lay::{Rect, sizes},
    look::{Colours, Contrast},
    page::{Control, Kind, Level, Page, Part, Role, WarningLevel},
    words::{Line, Tongue},
};
use image::RgbaImage;

fn banner(level: WarningLevel) -> Page<Msg> {
    let words = [Part::text(Level::Lead, "大雨"), Part::text(Level::Age, "14:05")];
    Page::new([Part::group(Kind::Warned(level), words)])
}

fn row(level: WarningLevel) -> Page<Msg> {
    let row = Control::new(Role::Row, "fact", Line::verbatim("大雨"), Msg::Home).detail(Line::verbatim("14:05"));
    Page::new([row.icon(level.icon()).into()])
}

/// The mark of the page on the easel.
fn mark(easel: &Easel) -> Rect {
    let placed = &easel.scene().plan[0];
    placed.mark.or(placed.icon).unwrap()
}

/// What is wrong with a mark on its own: its colour, its symbol, its edge, its place.
fn alone(easel: &Easel, image: &RgbaImage, level: WarningLevel) -> Vec<&'static str> {
    let mark = mark(easel);
    let pair = Colours::warning(level.number()).unwrap();
    // Between the edge and the symbol.
    let inner = Rect::new(mark.x + 1.3, mark.y + 0.3 * mark.h, 0.3, 0.4 * mark.h);
    let official = pixels(image, inner).all(|pixel| pixel.0 == pair.ground.to_array());
    let symbol = Rect::new(mark.x + 0.2 * mark.w, mark.y + 0.2 * mark.h, 0.6 * mark.w, 0.6 * mark.h);
    let seen = |rect| pixels(image, rect).map(|pixel| luminance(pixel, Eyes::Grey)).fold(Range::NOTHING, Range::with);
    let edge = Rect::new(mark.x - 0.6, mark.y + mark.h / 2.0 - 0.3, 1.0, 0.6);
    let beside = easel.scene().plan.iter().flat_map(|placed| &placed.runs).all(|run| run.x >= mark.right() + 2.0);
    let found = [
        (official, "its colour is not the official one"),
        (seen(symbol).ratio() >= 4.5, "its symbol is hard to see"),
        (seen(edge).ratio() >= 3.0, "its edge is hard to see"),
        (beside, "it lies under words"),
    ];
    found.into_iter().filter(|(holds, _)| !holds).map(|(_, wrong)| wrong).collect()
}

/// The marks of all levels on one kind of part in one look: each on its own, and each beside those before it.
fn wrong_in(easel: &mut Easel, page: fn(WarningLevel) -> Page<Msg>, contrast: Contrast) -> Vec<String> {
    let (mut wrong, mut before): (Vec<String>, Vec<(WarningLevel, RgbaImage)>) = (vec![], vec![]);
    for level in WarningLevel::ALL {
        easel.put_page(page(level));
        let image = easel.paint(contrast, None, None);
        let name = format!("{level:?} {}", contrast.name());
        wrong.extend(alone(easel, &image, level).into_iter().map(|wrong| format!("{name}: {wrong}")));
        let alike = |(other, painted): &(WarningLevel, RgbaImage)| {
            let eyes = [Eyes::Grey, Eyes::Deuteranope, Eyes::Protanope];
            let seen = eyes.map(|eyes| changed(painted, &image, mark(easel), eyes));
            let least = seen.into_iter().fold(f32::INFINITY, f32::min);
            (least < super::states::SEEN).then(|| format!("{name} looks like {other:?}: {least:.1} mm²"))
        };
        wrong.extend(before.iter().filter_map(alike));
        before.push((level, image));
    }
    wrong
}

#[test]
fn the_marks_of_warning_levels_are_official_and_told_apart_without_colour() {
    let mut easel = Easel::new(&Tongue::JA);
    let mut wrong: Vec<String> =
        Contrast::ALL.into_iter().flat_map(|contrast| wrong_in(&mut easel, banner, contrast)).collect();
    // A row's mark is painted by the same strokes: one look shows that it is there.
    wrong.extend(wrong_in(&mut easel, row, Contrast::Day));
    assert!(wrong.is_empty(), "{} marks fail:\n{}", wrong.len(), wrong.join("\n"));
}

/// From the other end of the room: on what threatens life a band and a frame, in every look; on what is over none.
#[test]
fn an_alarm_is_seen_from_afar() {
    let (mut easel, mut wrong) = (Easel::new(&Tongue::JA), vec![]);
    let models = samples(&Tongue::JA, GLASS, Reach::Whole, 0);
    // Of the upper half: the bar below has colours of its own.
    let mut share = |name: &str, contrast: Contrast| {
        let (_, model) = models.iter().find(|(sample, _)| *sample == name).unwrap();
        easel.put(model, 0);
        let image = easel.paint(contrast, None, None);
        let colour = Colours::of(contrast).takeover.ground.to_array();
        let upper = Rect::new(0.0, 0.0, GLASS.w, GLASS.h / 2.0);
        let (all, painted) = (pixels(&image, upper).count(), pixels(&image, upper).filter(|pixel| pixel.0 == colour));
        painted.count() as f32 / all as f32
    };
    for contrast in Contrast::ALL {
        let (grave, over) = (share("alert-longest", contrast), share("alert-over", contrast));
        if grave < 0.05 + over {
            wrong.push(format!("{}: {grave:.3} of the glass, {over:.3} of what is over", contrast.name()));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// However large the letters are, and wherever the name of the page stands then: none of them stands on the colour of the alarm but its name.
#[test]
fn an_alarm_can_be_read_at_every_size() {
    let (mut easel, mut found) = (Easel::new(&Tongue::JA), Found::default());
    for size in 0..sizes(GLASS).len() {
        for (name, model) in samples(&Tongue::JA, GLASS, Reach::Whole, size) {
            if name.starts_with("alert-") {
                easel.put(&model, 0);
                look_at(&format!("{name} at {size}"), Contrast::Day, &mut easel, &mut found);
            }
        }
    }
    assert_eq!(found.wrong, Vec::<String>::new());
}
