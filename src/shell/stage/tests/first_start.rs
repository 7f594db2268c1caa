//! The first start from the first question to the last, once with each way to press: every step is a press that a device makes. What the
//! store would answer comes at once.

use super::*;
use crate::{
    config::{Building, Said, Setup},
    job::{Answer, Printers, Report, StoreJob, Typed},
    screens::Place,
    shell::{
        pad::{Hand, Pad, PadNews},
        press,
    },
};
use egui::Key;
use gilrs::Button;
use std::collections::{BTreeMap, VecDeque};

/// With what somebody presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum With {
    Touch,
    Keys,
    TwoSwitches,
    Pad,
}

const NUMBER: &str = "402857";

/// What is answered, in order. One `key/…` is one sign of the name or one digit.
const WALK: [&str; 34] = [
    "tongue/ja",
    "setup/next",
    "town/mooka",
    "name/write",
    "key/こ",
    "key/う",
    "key/み",
    "key/ん",
    "key/か",
    "key/ん",
    "take/1",
    "building/hall",
    "entrance/right",
    "card/more",
    "card/fits",
    "clock/right",
    "sound/sample",
    "volume/louder",
    "sound/heard",
    "print/no",
    "setup/next",
    "number/draw",
    "number/written",
    "key/4",
    "key/0",
    "key/2",
    "key/8",
    "key/5",
    "key/7",
    "setup/next",
    "bar/larger",
    "setup/back",
    "setup/next",
    "setup/finish",
];

/// Somebody at the first start, who counts their presses.
struct Volunteer {
    desk: Desk,
    with: With,
    presses: usize,
    pad: Hand,
}

impl Volunteer {
    fn new(with: With) -> Self {
        let mut desk = Desk::new();
        desk.stage.expect(Some(Msg::Begin(Place::Setup(None))));
        desk.jobs = desk.stage.begin(&mut Ems);
        let mut volunteer = Self { desk, with, presses: 0, pad: Hand::default() };
        volunteer.answer();
        if with == With::TwoSwitches {
            // Whoever plugs the switches in presses this key once.
            volunteer.press(Press::Switches);
        }
        volunteer
    }

    /// The store answers all that was asked.
    fn answer(&mut self) {
        let mut jobs: VecDeque<Job> = std::mem::take(&mut self.desk.jobs).into();
        while let Some(job) = jobs.pop_front() {
            let Job::Store { visit, job } = job else {
                self.desk.jobs.extend(matches!(job, Job::Shell(_)).then_some(job));
                continue;
            };
            let answer = match job {
                StoreJob::Words(tongue) => Answer::Words(Words::shipped(&tongue)),
                StoreJob::Buildings(typed) => Answer::Buildings { typed, found: vec![], all: 0 },
                StoreJob::Printers => Answer::Printers(Printers::NoSystem),
                StoreJob::TrustClock => Answer::ClockTrusted,
                StoreJob::DrawPin(_) => Answer::Drawn(Typed(NUMBER.to_owned())),
                StoreJob::SetPin { pin, .. } if pin.0 == NUMBER => Answer::PinSet,
                _ => Answer::Kept,
            };
            let report = Msg::Report(Report::Store { visit, answer });
            jobs.extend(self.desk.stage.apply(report, &mut Ems));
        }
    }

    fn press(&mut self, press: Press) {
        self.presses += 1;
        self.desk.then(press);
        self.answer();
    }

    fn key(&mut self, key: Key) {
        self.press(press::key(key, false));
    }

    fn button(&mut self, button: Button) {
        let Some(PadNews::Deed(deed)) = self.pad.news(Pad::Down(button)) else { panic!("{button:?} means nothing") };
        self.press(deed.press);
    }

    fn stands(&self, id: &str) -> bool {
        self.desk.stage.leaf().control(id).is_some_and(|control| control.msg.is_some())
    }

    /// Presses this control, wherever it stands, and nothing else that changes anything.
    fn do_press(&mut self, id: &str) {
        for _ in 0..8 {
            if self.stands(id) {
                return match self.with {
                    With::Touch => self.touch(id),
                    With::Keys => self.by_keys(id),
                    With::TwoSwitches => self.by_switches(id),
                    With::Pad => self.by_pad(id),
                };
            }
            // On a small panel a sound is under its row.
            match id.strip_prefix("key/").filter(|_| self.with == With::Keys) {
                Some(sign) => return self.press(Press::Type(sign.to_owned())),
                None => self.turn(),
            }
        }
        let there: Vec<_> = self.desk.stage.leaf().controls().map(|control| control.id.to_string()).collect();
        panic!("{:?}: no {id} among {}", self.with, there.join(" "));
    }

    fn turn(&mut self) {
        match self.with {
            With::Touch => self.touch("turn/next"),
            With::Keys => self.key(Key::PageDown),
            With::TwoSwitches => self.by_switches("turn/next"),
            With::Pad => self.button(Button::RightTrigger),
        }
    }

    fn touch(&mut self, id: &str) {
        self.presses += 1;
        self.desk.tap(id);
        self.answer();
    }

    fn by_keys(&mut self, id: &str) {
        if let Some(sign) = id.strip_prefix("key/") {
            return self.press(Press::Type(sign.to_owned()));
        }
        while self.desk.stage.focus().at() != id {
            self.key(Key::Tab);
        }
        self.key(Key::Enter);
    }

    fn by_switches(&mut self, id: &str) {
        let (here, before) = (Id::from(id), self.presses);
        while self.presses < before + 40 {
            let offered = self.desk.stage.switches.offered();
            let last = offered == [here.clone()];
            self.press(if offered.contains(&here) { Press::Choose } else { Press::Step });
            if last {
                return;
            }
        }
        panic!("{id} cannot be reached by two switches");
    }

    /// The shortest way for a thumb on the cross.
    fn by_pad(&mut self, id: &str) {
        let way = ways(&self.desk.stage).remove(id);
        let way = way.unwrap_or_else(|| panic!("{id} cannot be reached on the pad"));
        way.into_iter().chain([Button::South]).for_each(|button| self.button(button));
    }
}

const CROSS: [(Dir, Button); 4] = [
    (Dir::Left, Button::DPadLeft),
    (Dir::Right, Button::DPadRight),
    (Dir::Up, Button::DPadUp),
    (Dir::Down, Button::DPadDown),
];

/// From what has the focus to every control of the leaf.
fn ways(stage: &Stage) -> BTreeMap<Id, Vec<Button>> {
    let first = stage.focus().at().clone();
    let mut ways = BTreeMap::from([(first.clone(), vec![])]);
    let mut queue = VecDeque::from([first]);
    while let Some(here) = queue.pop_front() {
        for (dir, button) in CROSS {
            let to = lay::walk::go(stage.leaf(), stage.plan(), &here, dir).unwrap();
            if !ways.contains_key(&to) {
                ways.insert(to.clone(), [ways[&here].as_slice(), &[button]].concat());
                queue.push_back(to);
            }
        }
    }
    ways
}

#[test]
fn each_way_to_press_leads_through_the_whole_first_start() {
    // So many presses; docs/MEASUREMENTS.md reckons the ten minutes with them.
    let known = [(With::Touch, 34), (With::Keys, 114), (With::TwoSwitches, 220), (With::Pad, 121)];
    let mut counted = vec![];
    for (with, _) in known {
        let mut volunteer = Volunteer::new(with);
        for id in WALK {
            volunteer.do_press(id);
        }
        let own = &volunteer.desk.stage.model.standing.own;
        assert_eq!(own.place.as_deref(), Some("｜公民館《こうみんかん》"), "{with:?}");
        assert_eq!((own.town.as_deref(), own.setup), (Some("mooka"), Setup::Done), "{with:?}");
        assert_eq!((own.building, own.sound, own.printer), (Some(Building::Hall), Some(Said::Yes), Some(Said::No)));
        assert!(own.entrance.as_ref().is_some_and(|way| way.contains('右')), "{with:?}: {own:?}");
        assert_eq!(volunteer.desk.ended(), 1, "{with:?}: and the kiosk opens");
        counted.push((with, volunteer.presses));
    }
    let near = |((_, known), (_, now)): (&(With, usize), &(With, usize))| known.abs_diff(*now) <= known / 8;
    assert!(known.iter().zip(&counted).all(near), "other presses than are written down: {counted:?}");
}
