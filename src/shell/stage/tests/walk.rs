//! Fifty thousand events as a window would hand them over, through egui, the stage, the real store and the real kit: nothing stumbles, the
//! focus is never lost, and the memory stays where it was. In a process of its own, so that no other test is measured.

use super::super::*;
use super::Desk;
use crate::{
    content::{self, NoReadings, Pack},
    job::{Answer, Parts, Printers, Report},
    kit::{Act, Kit, State},
    lay::{Ems, Panel, press::targets},
    look::{Contrast, Look},
    phone,
    shell::{
        devices::Devices,
        press::{Deed, Finger, Press},
    },
    words::{Tongue, Words},
    work::{Furnish, Keeper, Keeping, Stocking, StoreDesk as _},
};
use egui::{Context, Event, Key, Modifiers, PointerButton, RawInput, TouchDeviceId, TouchId, TouchPhase, pos2};
use std::{collections::BTreeMap, env, fs, process::Command, sync::Arc};

/// Events in all, and how many of them a frame brings at most.
const EVENTS: usize = 50_000;
const AT_ONCE: usize = 8;
/// Pixels in a millimetre; small, because nothing is rasterised here.
const MM: f32 = 3.0;
const CHILD: &str = "ENGAWA_WALK";
const NAME: &str = "shell::stage::tests::walk::whatever_a_window_hands_over_the_kiosk_goes_on";

struct Walker {
    desk: Desk,
    keeper: Keeper,
    kit: Kit,
    ctx: Context,
    devices: Devices,
    dice: u64,
    _home: tempfile::TempDir,
}

impl Walker {
    fn new() -> Self {
        let (desk, home) = (Desk::new(), tempfile::tempdir().unwrap());
        let clock = Arc::new(crate::clock::SetClock::new("2026-11-21T01:05:00Z".parse().unwrap(), true));
        let whole = || Pack {
            extras: phone::read(&phone::shipped(), &NoReadings).0.extras(&NoReadings).unwrap_or_default(),
            ..content::build(&content::shipped(), &NoReadings).0
        };
        let keeper = Keeper::open(Keeping {
            home: home.path().to_owned(),
            clock: clock as _,
            boot: None,
            furnish: Furnish { recipe: Arc::new(Vec::new), build: Arc::new(move || Ok(whole())) },
            stocking: Stocking::default(),
            words: Arc::new(Words::shipped),
            templates: Arc::new(|| crate::job::Wall::templates(&content::shipped()).0),
            parts: Arc::new(Parts::default),
            printers: Arc::new(|| Printers::Known(vec![])),
        });
        let (ctx, mut kit) = (Context::default(), Kit::default());
        ctx.enable_accesskit();
        kit.set_tongue(&ctx, &Tongue::JA);
        Self { desk, keeper, kit, ctx, devices: Devices::default(), dice: 0x9E37_79B9_7F4A_7C15, _home: home }
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        usize::try_from(self.dice >> 11).unwrap() % sides
    }

    /// Where a finger comes down: on something that can be pressed, or anywhere.
    fn spot(&mut self) -> egui::Pos2 {
        let targets = targets(self.desk.stage.leaf(), self.desk.stage.plan());
        let at = self.roll(targets.len().max(1) + 2);
        let Panel { w, h } = self.desk.stage.model.standing.panel;
        match targets.get(at) {
            Some(target) => pos2(target.rect.x + target.rect.w / 2.0, target.rect.y + target.rect.h / 2.0) * MM,
            None => pos2(w * self.roll(100) as f32 / 100.0, h * self.roll(100) as f32 / 100.0) * MM,
        }
    }

    fn events(&mut self) -> Vec<Event> {
        let at = self.spot();
        match self.roll(10) {
            0..4 => {
                let touch =
                    |phase| Event::Touch { device_id: TouchDeviceId(0), id: TouchId(1), phase, pos: at, force: None };
                vec![touch(TouchPhase::Start), touch(TouchPhase::Move), touch(TouchPhase::End)]
            }
            4 | 5 => {
                let modifiers = Modifiers::NONE;
                let button =
                    |pressed| Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers };
                vec![Event::PointerMoved(at), button(true), button(false)]
            }
            6 => vec![Event::Text(["ひ", "み", "4", "é", "😀"][self.roll(5)].to_owned())],
            _ => {
                let keys = [
                    Key::Tab,
                    Key::Tab,
                    Key::ArrowDown,
                    Key::ArrowRight,
                    Key::ArrowUp,
                    Key::ArrowLeft,
                    Key::Enter,
                    Key::Enter,
                    Key::Space,
                    Key::Escape,
                    Key::Home,
                    Key::PageDown,
                    Key::PageUp,
                    Key::F1,
                    Key::F2,
                    Key::F3,
                    Key::F5,
                    Key::F6,
                    Key::F7,
                    Key::F8,
                    Key::F9,
                    Key::F10,
                    Key::Backspace,
                    Key::Insert,
                ];
                let (key, shift) = (keys[self.roll(keys.len())], self.roll(4) == 0);
                let modifiers = if shift { Modifiers::SHIFT } else { Modifiers::NONE };
                let stroke = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
                vec![stroke(true), stroke(false)]
            }
        }
    }

    /// One frame with what came in since the last; tells how many events it took.
    fn frame(&mut self) -> usize {
        let mut events = vec![];
        for _ in 0..=self.roll(AT_ONCE / 2) {
            events.extend(self.events());
        }
        let took = events.len();
        let deeds = self.devices.presses(&mut events);
        let Self { desk, keeper, kit, ctx, .. } = self;
        let mut acts = vec![];
        let output = ctx.clone().run_ui(RawInput { events, ..RawInput::default() }, |ui| {
            let look = Look::new(Contrast::Day, MM);
            let mut measure = kit.ruler(ctx, &look);
            for Deed { signal, press } in deeds.clone() {
                let jobs = desk.stage.take(Deed { signal, press: in_millimetres(press) }, &mut measure);
                desk.answer(keeper, jobs, &mut measure);
            }
            let tongue = desk.stage.model.settings.tongue.clone();
            let stage = &desk.stage;
            let shown =
                State { focus: stage.focus().ring().map(Id::as_str), ring: stage.ring(), ..State::new(&tongue) };
            acts = kit.show(ui, stage.leaf(), stage.plan(), &look, &shown);
        });
        let tree = output.platform_output.accesskit_update.as_ref().map(|tree| tree.nodes.len());
        { output }.textures_delta.clear();
        assert!(tree.is_some_and(|nodes| nodes > 3), "assistive technology finds something");
        assert!(acts.iter().all(|act| matches!(act, Act::Press(_) | Act::Focus(_))));
        took
    }
}

fn in_millimetres(press: Press) -> Press {
    match press {
        Press::Finger(finger) => Press::Finger(Finger { at: finger.at.map(|at| at / MM), ..finger }),
        other => other,
    }
}

impl Desk {
    /// Does what was asked for, as the desks would.
    fn answer(&mut self, keeper: &mut Keeper, jobs: Vec<Job>, measure: &mut dyn Measure) {
        for job in jobs {
            if let Job::Store { visit, job } = job {
                let answer: Answer = keeper.answer(&job);
                let more = self.stage.apply(Msg::Report(Report::Store { visit, answer }), measure);
                self.answer(keeper, more, measure);
            }
        }
    }
}

/// Pages of memory that are in use.
fn resident() -> u32 {
    let text = fs::read_to_string("/proc/self/statm").unwrap();
    text.split(' ').nth(1).unwrap().parse().unwrap()
}

fn walk() {
    let mut walker = Walker::new();
    let (mut taken, mut memory) = (0, BTreeMap::<usize, Vec<u32>>::new());
    while taken < EVENTS {
        taken += walker.frame();
        let ms = [0, 30, 200, 700, 700, 3_000, 40_000][walker.roll(7)];
        walker.desk.wait(ms);
        let jobs = std::mem::take(&mut walker.desk.jobs);
        let Walker { desk, keeper, .. } = &mut walker;
        desk.answer(keeper, jobs, &mut Ems);
        let focus = walker.desk.stage.focus().at();
        assert!(walker.desk.stage.leaf().control(focus).is_some(), "focus on {focus:?} at {}", walker.desk.here());
        memory.entry(taken * 4 / EVENTS).or_default().push(resident());
    }
    let mut usual = |quarter: usize| {
        let all = memory.get_mut(&quarter).unwrap();
        all.sort_unstable();
        f64::from(all[all.len() / 2])
    };
    // What is read from the store for a moment makes peaks; what stays shows in the middle of many looks.
    let [early, late] = [1, 3].map(&mut usual);
    assert!(late <= early * 1.05, "{early} pages of memory in the second quarter, {late} in the last");
    println!("{taken} events, memory in the last quarter {:.3} times that of the second", late / early);
}

#[test]
fn whatever_a_window_hands_over_the_kiosk_goes_on() {
    if env::var_os(CHILD).is_some() {
        return walk();
    }
    let again =
        Command::new(env::current_exe().unwrap()).args([NAME, "--exact", "--nocapture"]).env(CHILD, "1").output();
    let out = again.unwrap();
    let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(out.status.success(), "{}{}", told(&out.stdout), told(&out.stderr));
    println!("{}", told(&out.stdout));
}
