//! What fingers do on the glass of the phone in these tests, contact by contact.

use super::*;

impl Learner {
    fn slide(&mut self, from: [f32; 2], to: [f32; 2]) {
        self.desk.wait(600);
        let half = [f32::midpoint(from[0], to[0]), f32::midpoint(from[1], to[1])];
        self.finger(&[
            (TouchPhase::Start, from, 40),
            (TouchPhase::Move, half, 40),
            (TouchPhase::Move, to, 40),
            (TouchPhase::End, to, 200),
        ]);
    }

    /// Where on the glass nothing wants a press: at its edge, half way down.
    fn glass(&self) -> [f32; 2] {
        let walk = self.desk.stage.leaf().walk();
        let is_phone = |part: &&&Part<Msg>| matches!(part, Part::Canvas(canvas) if canvas.kind == CanvasKind::Phone);
        let at = walk.iter().position(|part| is_phone(&part)).unwrap();
        let rect = self.desk.stage.plan()[at].rect;
        [rect.x + rect.w / 2.0, rect.y + 0.55 * rect.h]
    }

    /// The same with a real finger.
    pub(super) fn touched(&mut self, gesture: &Gesture, on: &str, item: &str) {
        let far = |[x, y]: [f32; 2], dir| match side(dir) {
            Side::Left => [x - 25.0, y],
            Side::Right => [x + 25.0, y],
            Side::Up => [x, y - 25.0],
            Side::Down => [x, y + 25.0],
        };
        let at = if item.contains('/') {
            self.find(on);
            self.desk.middle(on)
        } else {
            self.glass()
        };
        self.desk.wait(600);
        match gesture {
            Gesture::Swipe(dir) | Gesture::Scroll(dir) => self.slide(at, far(at, *dir)),
            Gesture::Long => self.finger(&[(TouchPhase::Start, at, 650), (TouchPhase::End, at, 100)]),
            Gesture::Double => {
                let tap = [(TouchPhase::Start, at, 60), (TouchPhase::End, at, 200)];
                self.finger(&[tap, tap].concat());
            }
            Gesture::Drag { onto } => {
                let to = self.desk.middle(&ids::of(onto));
                self.slide(at, to);
            }
            Gesture::PinchOut => self.pinch(at, [4.0, 16.0]),
            Gesture::PinchIn => self.pinch(at, [16.0, 4.0]),
            other => panic!("{other:?} is no movement"),
        }
    }

    /// Two fingers, one to the left and one to the right of a place, so far from it before and after.
    fn pinch(&mut self, [x, y]: [f32; 2], [before, after]: [f32; 2]) {
        let both = |phase, far: f32| [(0, x - far), (1, x + far)].map(|(id, x)| (id, phase, [x, y]));
        let steps = [(TouchPhase::Start, before), (TouchPhase::Move, after), (TouchPhase::End, after)];
        for (id, phase, [x, y]) in steps.into_iter().flat_map(|(phase, far)| both(phase, far)) {
            let (device_id, id) = (TouchDeviceId(0), TouchId(id));
            let touch = Event::Touch { device_id, id, phase, pos: pos2(x, y), force: None };
            for deed in self.devices.presses(&mut vec![touch]) {
                self.desk.take(deed);
            }
            self.desk.wait(60);
        }
    }

    /// Up from the line at the bottom, and rest there.
    pub(super) fn halt(&mut self) {
        self.find(ids::HOME);
        let [x, y] = self.desk.middle(ids::HOME);
        self.desk.wait(600);
        self.finger(&[
            (TouchPhase::Start, [x, y], 60),
            (TouchPhase::Move, [x, y - 25.0], 700),
            (TouchPhase::End, [x, y - 25.0], 200),
        ]);
    }
}
