//! Fingers on the drawn phone: held, twice, moved, taken along, pinched; and that nothing else ever comes of them.

use Motion::{Cancel, Down, Move, Up};
use engawa::{
    lay::{
        Rect,
        gesture::{Gestures, Glass, Meant, Sensor, Verdict},
        press::{Finger, Motion},
    },
    page::{Side, Touch, Touched, Touches},
};
use proptest::prelude::*;
use std::time::Duration;

/// Four rows of 80 × 20 mm: `long`, `twice`, `slides`, `taken`; and `more` below, which scrolls.
fn glass() -> Glass {
    let touches = |all: &[Touch]| all.iter().copied().collect::<Touches>();
    let sensor = |(n, (id, all)): (u8, (&str, &[Touch]))| Sensor {
        id: id.into(),
        rect: Rect::new(10.0, 10.0 + 25.0 * f32::from(n), 80.0, 20.0),
        touches: touches(all),
    };
    let rows: [(&str, &[Touch]); 5] = [
        ("long", &[Touch::Long]),
        ("twice", &[Touch::Double, Touch::PinchIn, Touch::PinchOut]),
        ("slides", &[Touch::Swipe(Side::Left), Touch::Swipe(Side::Up)]),
        ("taken", &[Touch::Drag, Touch::Long]),
        ("more", &[Touch::Scroll(Side::Up), Touch::Scroll(Side::Down)]),
    ];
    Glass { rect: Rect::new(5.0, 5.0, 90.0, 150.0), sensors: (0..).zip(rows).map(sensor).collect() }
}

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// Pointer, motion, x, y, milliseconds; a motion at (0, 0) of pointer 0 lets time pass.
type Step = (u64, Motion, f32, f32, u64);

/// What was meant, in words.
fn play(steps: &[Step]) -> Vec<String> {
    let mut gestures = Gestures::default();
    gestures.show("lesson", Some(glass()));
    let mut out = vec![];
    for &(pointer, motion, x, y, at) in steps {
        if pointer == 0 {
            out.extend(gestures.tick(ms(at)).map(|meant| told(&meant)));
            continue;
        }
        match gestures.feed(Finger { pointer, motion, x, y, at: ms(at) }) {
            Verdict::Meant(meant) => out.push(told(&meant)),
            Verdict::Taken if motion == Up => out.push("taken".to_owned()),
            Verdict::Open if motion == Up => out.push("open".to_owned()),
            Verdict::Open | Verdict::Taken => {}
        }
    }
    out
}

fn told(meant: &Meant) -> String {
    match meant {
        Meant::Press(id) => format!("press {id}"),
        Meant::Touched(Touched { id, touch, onto }) => {
            format!("{touch:?} {id} {}", onto.as_deref().unwrap_or_default()).trim_end().to_owned()
        }
    }
}

/// What is done, and what is meant by it; what is `open` may be a press.
#[rustfmt::skip]
const CASES: &[(&str, &[Step], &[&str])] = &[
    ("a press", &[(1, Down, 20.0, 20.0, 0), (1, Up, 22.0, 21.0, 300)], &["open"]),
    ("held", &[(1, Down, 20.0, 20.0, 0), (0, Move, 0.0, 0.0, 499), (0, Move, 0.0, 0.0, 500), (1, Up, 20.0, 20.0, 900)], &["Long long", "taken"]),
    ("held with a tremor", &[(1, Down, 20.0, 20.0, 0), (1, Move, 26.0, 22.0, 300), (0, Move, 0.0, 0.0, 600)], &["Long long"]),
    ("held on what is not held", &[(1, Down, 20.0, 70.0, 0), (0, Move, 0.0, 0.0, 9000), (1, Up, 20.0, 70.0, 9001)], &["open"]),
    ("no finger looked at in time", &[(1, Down, 20.0, 20.0, 0), (1, Up, 20.0, 20.0, 800)], &["Long long"]),
    ("twice", &[(1, Down, 20.0, 45.0, 0), (1, Up, 20.0, 45.0, 100), (1, Down, 24.0, 45.0, 600), (1, Up, 24.0, 45.0, 790)], &["taken", "Double twice"]),
    ("once", &[(1, Down, 20.0, 45.0, 0), (1, Up, 20.0, 45.0, 100), (0, Move, 0.0, 0.0, 799), (0, Move, 0.0, 0.0, 800)], &["taken", "press twice"]),
    ("to the left", &[(1, Down, 60.0, 70.0, 0), (1, Move, 50.0, 72.0, 50), (1, Up, 40.0, 75.0, 90)], &["Swipe(Left) slides"]),
    ("slowly to the left", &[(1, Down, 60.0, 70.0, 0), (1, Up, 51.0, 70.0, 9000)], &["Swipe(Left) slides"]),
    ("to the right, which nobody asks for", &[(1, Down, 40.0, 70.0, 0), (1, Up, 60.0, 70.0, 90)], &["open"]),
    ("up, from what takes it", &[(1, Down, 40.0, 78.0, 0), (1, Up, 40.0, 62.0, 90)], &["Swipe(Up) slides"]),
    ("up, from anywhere", &[(1, Down, 40.0, 20.0, 0), (1, Up, 44.0, 8.0, 90)], &["Scroll(Up) more"]),
    ("down, from between the rows", &[(1, Down, 7.0, 32.0, 0), (1, Up, 7.0, 90.0, 90)], &["Scroll(Down) more"]),
    ("taken along", &[(1, Down, 40.0, 95.0, 0), (1, Move, 40.0, 60.0, 700), (1, Up, 40.0, 20.0, 1400)], &["Drag taken long"]),
    ("taken nowhere", &[(1, Down, 40.0, 95.0, 0), (0, Move, 0.0, 0.0, 700), (1, Up, 40.0, 95.0, 1400)], &["Long taken"]),
    ("apart", &[(1, Down, 30.0, 45.0, 0), (2, Down, 50.0, 45.0, 5), (2, Move, 56.0, 45.0, 50), (2, Up, 60.0, 45.0, 60), (1, Up, 30.0, 45.0, 70)], &["PinchOut twice", "taken", "taken"]),
    ("together", &[(1, Down, 20.0, 20.0, 0), (2, Down, 60.0, 70.0, 5), (1, Move, 30.0, 30.0, 50), (1, Up, 30.0, 30.0, 60)], &["PinchIn twice", "taken"]),
    ("two fingers that rest", &[(1, Down, 30.0, 20.0, 0), (2, Down, 50.0, 20.0, 5), (2, Up, 50.0, 20.0, 60), (1, Up, 30.0, 20.0, 70)], &["taken", "taken"]),
    ("taken back by the glass", &[(1, Down, 20.0, 20.0, 0), (1, Cancel, 20.0, 20.0, 10), (0, Move, 0.0, 0.0, 900)], &[]),
    ("beside the phone", &[(1, Down, 2.0, 20.0, 0), (1, Up, 2.0, 90.0, 900)], &["open"]),
];

#[test]
fn every_gesture_is_known_for_what_it_is() {
    for (what, steps, meant) in CASES {
        assert_eq!(play(steps), *meant, "{what}");
    }
}

#[test]
fn the_ring_fills_while_a_finger_holds() {
    let mut gestures = Gestures::default();
    gestures.show("lesson", Some(glass()));
    gestures.feed(Finger { pointer: 1, motion: Down, x: 20.0, y: 20.0, at: ms(0) });
    assert_eq!(gestures.filling(ms(100)), None);
    let (id, part) = gestures.filling(ms(250)).unwrap();
    assert!(id == "long" && (part - 0.5).abs() < 0.01);
    assert_eq!(gestures.due(ms(250)), Some(ms(300)));
    gestures.feed(Finger { pointer: 1, motion: Move, x: 40.0, y: 20.0, at: ms(260) });
    assert_eq!((gestures.filling(ms(300)), gestures.due(ms(300))), (None, None), "it went away");
}

#[test]
fn a_gesture_does_not_outlive_its_page() {
    let mut gestures = Gestures::default();
    gestures.show("lesson", Some(glass()));
    gestures.feed(Finger { pointer: 1, motion: Down, x: 60.0, y: 70.0, at: ms(0) });
    gestures.show("home", None);
    let end = gestures.feed(Finger { pointer: 1, motion: Up, x: 20.0, y: 70.0, at: ms(90) });
    assert_eq!(end, Verdict::Taken);
    assert_eq!(gestures.tick(ms(9000)), None);
}

proptest! {
    /// Any movement of 8 mm and more goes to the nearest of four sides; less of it stays a press.
    #[test]
    fn a_movement_has_one_of_four_sides(angle in 0.0_f32..std::f32::consts::TAU, length in 0.0_f32..40.0) {
        prop_assume!((length - 8.0).abs() > 0.01);
        let turned = angle % std::f32::consts::FRAC_PI_2;
        prop_assume!((turned - std::f32::consts::FRAC_PI_4).abs() > 0.001);
        let mut all = glass();
        let any = Side::ALL.into_iter().map(Touch::Swipe).collect();
        all.sensors = vec![Sensor { id: "any".into(), rect: Rect::new(30.0, 60.0, 40.0, 40.0), touches: any }];
        let mut gestures = Gestures::default();
        gestures.show("lesson", Some(all));
        let (dx, dy) = (length * angle.cos(), length * angle.sin());
        gestures.feed(Finger { pointer: 1, motion: Down, x: 50.0, y: 80.0, at: ms(0) });
        let meant = gestures.feed(Finger { pointer: 1, motion: Up, x: 50.0 + dx, y: 80.0 + dy, at: ms(200) });
        let side = match (dx.abs() > dy.abs(), dx > 0.0, dy > 0.0) {
            (true, true, _) => Side::Right,
            (true, false, _) => Side::Left,
            (false, _, true) => Side::Down,
            (false, _, false) => Side::Up,
        };
        let wanted = Meant::Touched(Touched { id: "any".into(), touch: Touch::Swipe(side), onto: None });
        prop_assert_eq!(meant, if length < 8.0 { Verdict::Open } else { Verdict::Meant(wanted) });
    }

    /// Whatever fingers do: only what a part allows is ever meant, and at most once until all fingers are away.
    #[test]
    fn nothing_is_meant_that_no_part_allows(
        steps in prop::collection::vec((0_u64..4, 0_u8..4, 0.0_f32..110.0, 0.0_f32..160.0, 0_u64..500), 1..80),
    ) {
        let mut gestures = Gestures::default();
        gestures.show("lesson", Some(glass()));
        let (mut at, mut down, mut said) = (0, std::collections::BTreeSet::new(), 0);
        for (pointer, motion, x, y, wait) in steps {
            at += wait;
            let motion = [Down, Move, Up, Cancel][usize::from(motion)];
            if motion == Down {
                down.remove(&pointer);
            }
            if down.is_empty() {
                said = 0;
            }
            let meant = if pointer == 0 {
                gestures.tick(ms(at))
            } else {
                match gestures.feed(Finger { pointer, motion, x, y, at: ms(at) }) {
                    Verdict::Meant(meant) => Some(meant),
                    Verdict::Open | Verdict::Taken => None,
                }
            };
            if let Some(Meant::Touched(touched)) = &meant {
                let own = glass().sensors.into_iter().find(|sensor| sensor.id == touched.id).unwrap();
                prop_assert!(own.touches.has(touched.touch), "{:?}", touched);
                prop_assert_eq!(touched.onto.is_some(), touched.touch == Touch::Drag);
                said += 1;
            }
            prop_assert!(said <= 1, "two meanings while fingers stayed down");
            match motion {
                Down if glass().rect.contains(x, y) && pointer > 0 => drop(down.insert(pointer)),
                Up | Cancel => drop(down.remove(&pointer)),
                _ => {}
            }
        }
    }
}
