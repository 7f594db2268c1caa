//! A state is never told by colour alone: each pair of states is painted on the same spot, and must differ to eyes that see no colour, and to
//! those without green or red cones, by at least 3:1 over a few square millimetres.

use super::{
    easel::Easel,
    light::{Eyes, changed},
};
use engawa::{
    app::Msg,
    look::Contrast,
    page::{Control, Id, Kind, Level, Page, Part, Role, Tone, Weight},
    words::Tongue,
};

/// So much must look another way, in square millimetres: a stroke of a quarter of a millimetre along the side of a button.
pub(super) const SEEN: f32 = 4.0;

const EYES: [Eyes; 3] = [Eyes::Grey, Eyes::Deuteranope, Eyes::Protanope];

fn control(role: Role) -> Control<Msg> {
    Control::new(role, "this", "ふりがなを つける", Msg::Home)
}

fn page(part: impl Into<Part<Msg>>) -> Page<Msg> {
    Page::new([Part::text(Level::Body, "えらぶ"), part.into()])
}

/// Paints both and asks all eyes; `a` and `b` are pages that are laid out alike.
fn differ(easel: &mut Easel, what: &str, [a, b]: [Page<Msg>; 2], wrong: &mut Vec<String>) {
    for contrast in Contrast::ALL {
        easel.put_page(a.clone());
        let first = easel.paint(contrast, None, None);
        let rect = easel.scene().plan.last().unwrap().rect;
        let rect = easel.scene().plan.iter().skip(1).map(|placed| placed.rect).fold(rect, engawa::lay::Rect::union);
        easel.put_page(b.clone());
        let second = easel.paint(contrast, None, None);
        for seen in EYES.map(|eyes| changed(&first, &second, rect, eyes)).into_iter().filter(|seen| *seen < SEEN) {
            wrong.push(format!("{what} {}: {seen:.1} mm²", contrast.name()));
        }
    }
}

#[test]
fn states_differ_without_colour() {
    let (mut easel, mut wrong) = (Easel::new(&Tongue::JA), vec![]);
    for role in [Role::Choice, Role::Switch, Role::Tab] {
        let of = |on| page(control(role).on(on));
        differ(&mut easel, &format!("{role:?} on and off"), [of(true), of(false)], &mut wrong);
    }
    for role in [Role::Button, Role::Card, Role::Row, Role::Tab, Role::Choice, Role::Switch] {
        let of = |msg: Option<Msg>| page(Control { msg, ..control(role) });
        differ(&mut easel, &format!("{role:?} there and not"), [of(Some(Msg::Home)), of(None)], &mut wrong);
    }
    for weight in [Weight::Primary, Weight::Danger] {
        let of = |weight| page(control(Role::Button).weight(weight));
        differ(&mut easel, &format!("{weight:?} and plain"), [of(weight), of(Weight::Plain)], &mut wrong);
    }
    let said = |tone| page(Part::group(Kind::Callout(tone), [Part::text(Level::Body, "もう一度 おします。")]));
    for (a, b) in
        [(Tone::Hint, Tone::Care), (Tone::Care, Tone::Danger), (Tone::Calm, Tone::Danger), (Tone::Hint, Tone::Calm)]
    {
        differ(&mut easel, &format!("{a:?} and {b:?}"), [said(a), said(b)], &mut wrong);
    }
    assert!(wrong.is_empty(), "{} pairs look alike:\n{}", wrong.len(), wrong.join("\n"));
}

/// What has the focus and what is under a finger.
#[test]
fn focus_and_finger_are_seen_without_colour() {
    let (mut easel, mut wrong) = (Easel::new(&Tongue::JA), vec![]);
    let this = Id::new_static("this");
    for role in [Role::Button, Role::Card, Role::Row, Role::Tab, Role::Choice, Role::Switch] {
        easel.put_page(page(control(role)));
        let placed = easel.scene().plan.last().unwrap().rect;
        let rect = engawa::lay::Rect::new(placed.x - 3.0, placed.y - 3.0, placed.w + 6.0, placed.h + 6.0);
        for contrast in Contrast::ALL {
            let rests = easel.paint(contrast, None, None);
            for (what, focus, pressed) in [("focus", Some(this.as_str()), None), ("finger", None, Some(this.as_str()))]
            {
                let other = easel.paint(contrast, focus, pressed);
                let least =
                    EYES.map(|eyes| changed(&rests, &other, rect, eyes)).into_iter().fold(f32::INFINITY, f32::min);
                wrong.extend((least < SEEN).then(|| format!("{role:?} {what} {}: {least:.1} mm²", contrast.name())));
            }
        }
    }
    assert!(wrong.is_empty(), "{} are not seen:\n{}", wrong.len(), wrong.join("\n"));
}

/// The kit knows no time: what stands still is painted the same, second after second, and asks for no frame.
#[test]
fn what_stands_still_is_painted_the_same() {
    let mut easel = Easel::new(&Tongue::JA);
    easel.put_page(page(control(Role::Switch).on(true)));
    for contrast in Contrast::ALL {
        let first = easel.paint(contrast, Some("this"), None);
        for _ in 0..5 {
            assert!(easel.paint(contrast, Some("this"), None) == first, "{contrast:?}");
        }
    }
}
