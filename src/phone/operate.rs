//! Gestures: what a finger does, and what the phone makes of it.

use super::{
    Dir, Gesture, Item, ItemKind, Phone, World,
    keys::{self, Pressed},
    recent,
    state::{Shade, Writing},
    view,
    world::HOME,
};
use crate::expr::Value;

/// What became of a gesture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Did {
    /// The phone took no notice.
    Nothing,
    Something,
}

/// The parts of the phone that stand on every screen, by the names they have as items.
pub(super) const BACK: &str = "back";
pub(super) const RECENTS: &str = "recents";
pub(super) const STATUS: &str = "status";
pub(super) const KEY: &str = "key/";
pub(super) const NOTICE: &str = "notice/";

impl Phone {
    /// Does what a gesture does. `item` is an item, a screen, or a part that stands on every screen; whatever is not in view can not be reached.
    pub(super) fn gesture(&mut self, world: &World, item: Option<&str>, gesture: &Gesture) -> Did {
        let gesture = &chrome(item, gesture, self.screen_id());
        if self.is_busy() && !matches!(gesture, Gesture::Back | Gesture::Home) {
            return Did::Nothing;
        }
        let did = self.answer(world, item, gesture);
        self.settle(world);
        did
    }

    fn answer(&mut self, world: &World, item: Option<&str>, gesture: &Gesture) -> Did {
        let banner = self.banner.take();
        match (gesture, item) {
            (Gesture::Back, _) => self.back(world),
            (Gesture::Home, _) => self.home(world),
            (Gesture::Shade, _) => self.turn_shade(),
            (Gesture::Recents, _) => self.recents(world),
            (Gesture::Type(text), _) => self.type_text(world, text),
            (_, Some(id)) if id.starts_with(NOTICE) => self.notice(world, id, gesture, banner.as_deref()),
            (Gesture::Tap | Gesture::Swipe(_), Some(id)) if id.starts_with(KEY) => self.key(world, id, gesture),
            (_, Some(id)) if id.starts_with(view::BUTTONS) && id.contains('/') => self.on_item(world, id, gesture),
            _ if self.shade == Shade::Down => self.turn_shade(),
            (_, Some(id)) if id.contains('/') => self.on_item(world, id, gesture),
            (_, Some(id)) if id != self.screen_id() => Did::Nothing,
            _ => self.on_screen(world, gesture),
        }
    }

    fn back(&mut self, world: &World) -> Did {
        self.stop_waiting();
        if self.shade == Shade::Down {
            self.shade = Shade::Up;
        } else if self.writing.is_some() {
            self.writing = None;
        } else if let Some(effects) = self.screen(world).and_then(|screen| screen.effects(&Gesture::Back)) {
            self.happen(world, effects);
        } else if self.stack.pop().is_none() {
            return Did::Nothing;
        }
        Did::Something
    }

    fn home(&mut self, world: &World) -> Did {
        self.stop_waiting();
        let was = (self.stack.is_empty(), self.shade, self.writing.is_none());
        self.shade = Shade::Up;
        self.close_all(world);
        if was == (true, Shade::Up, true) { Did::Nothing } else { Did::Something }
    }

    fn turn_shade(&mut self) -> Did {
        self.writing = None;
        self.shade = if self.shade == Shade::Up { Shade::Down } else { Shade::Up };
        Did::Something
    }

    fn recents(&mut self, world: &World) -> Did {
        if world.screen(recent::RECENTS).is_none() {
            return Did::Nothing;
        }
        self.shade = Shade::Up;
        self.open(world, recent::RECENTS);
        Did::Something
    }

    fn notice(&mut self, world: &World, id: &str, gesture: &Gesture, banner: Option<&str>) -> Did {
        let name = id.strip_prefix(NOTICE).unwrap_or(id);
        let Some(at) = self.notices.iter().position(|notice| notice.id == name) else { return Did::Nothing };
        if self.shade == Shade::Up && banner != Some(name) {
            return Did::Nothing;
        }
        match gesture {
            Gesture::Swipe(Dir::Left | Dir::Right) => {
                self.notices.remove(at);
            }
            Gesture::Tap => {
                let notice = self.notices.remove(at);
                self.shade = Shade::Up;
                if let Some(screen) = notice.open {
                    self.open(world, &screen);
                }
            }
            _ => return Did::Nothing,
        }
        Did::Something
    }

    fn on_item(&mut self, world: &World, id: &str, gesture: &Gesture) -> Did {
        let Some(item) = view::at_hand(self, world, id) else { return Did::Nothing };
        if item.enabled.as_ref().is_some_and(|enabled| !enabled.holds(&self.scope(world))) {
            return Did::Nothing;
        }
        if item.kind != ItemKind::Field {
            self.writing = None;
        }
        if let Some(effects) = item.effects(gesture) {
            self.happen(world, effects);
            return Did::Something;
        }
        match self.by_itself(world, item, gesture) {
            Did::Nothing if !id.starts_with(&format!("{}/", view::BUTTONS)) => self.on_screen(world, gesture),
            did => did,
        }
    }

    /// What things do without being told.
    fn by_itself(&mut self, world: &World, item: &Item, gesture: &Gesture) -> Did {
        match (item.kind, gesture) {
            (ItemKind::Switch | ItemKind::Check, Gesture::Tap) => self.turn(item),
            (ItemKind::Field, Gesture::Tap) => {
                self.writing = Some(Writing { item: item.id.clone(), kind: item.keyboard, turning: None });
                Did::Something
            }
            (ItemKind::Slider, Gesture::Tap | Gesture::Swipe(Dir::Right)) | (ItemKind::Image, Gesture::PinchOut) => {
                self.step(item, 1)
            }
            (ItemKind::Slider, Gesture::Swipe(Dir::Left)) | (ItemKind::Image, Gesture::PinchIn) => self.step(item, -1),
            (ItemKind::Image, Gesture::Double) => match self.step(item, 1) {
                Did::Nothing => self.step(item, -i64::from(item.most)),
                Did::Something => Did::Something,
            },
            (ItemKind::Key, Gesture::Tap) => {
                let Some(field) = self.field(world) else { return Did::Nothing };
                let sign = item.label.originals().next().map(crate::words::Line::plain).unwrap_or_default();
                self.write(field, &sign)
            }
            _ => Did::Nothing,
        }
    }

    fn turn(&mut self, item: &Item) -> Did {
        match item.bind.as_ref().and_then(|bind| self.vars.get_mut(bind)) {
            Some(Value::Bool(on)) => {
                *on = !*on;
                Did::Something
            }
            _ => Did::Nothing,
        }
    }

    fn step(&mut self, item: &Item, by: i64) -> Did {
        match item.bind.as_ref().and_then(|bind| self.vars.get_mut(bind)) {
            Some(Value::Number(number)) => {
                let to = number.saturating_add(by).clamp(0, i64::from(item.most));
                let did = if to == *number { Did::Nothing } else { Did::Something };
                *number = to;
                did
            }
            _ => Did::Nothing,
        }
    }

    fn on_screen(&mut self, world: &World, gesture: &Gesture) -> Did {
        let own = match gesture {
            Gesture::Scroll(dir) => Gesture::Swipe(*dir),
            other => other.clone(),
        };
        if let Some(effects) = self.screen(world).and_then(|screen| screen.effects(&own)) {
            self.happen(world, effects);
            return Did::Something;
        }
        match own {
            Gesture::Swipe(dir) if view::move_by_finger(self, world, dir) => Did::Something,
            _ => Did::Nothing,
        }
    }

    /// The field that what is typed goes into: the one with the keyboard, else the first that there is.
    pub(super) fn field<'w>(&self, world: &'w World) -> Option<&'w Item> {
        let shown = view::in_view(self, world);
        let has = |item: &&Item| self.writing.as_ref().is_some_and(|writing| writing.item == item.id);
        let usable = |item: &&Item| {
            item.kind == ItemKind::Field
                && item.bind.is_some()
                && item.enabled.as_ref().is_none_or(|enabled| enabled.holds(&self.scope(world)))
        };
        shown.iter().copied().find(has).or_else(|| shown.iter().copied().find(usable))
    }

    fn type_text(&mut self, world: &World, text: &str) -> Did {
        if self.shade == Shade::Down || text.is_empty() {
            return Did::Nothing;
        }
        let shown = view::in_view(self, world);
        let refuses = shown.iter().find(|item| item.kind == ItemKind::Field && item.effects(&typing()).is_some());
        let field = self.field(world).or(refuses.copied());
        let Some(field) = field else { return self.dial(world, text) };
        if let Some(effects) = field.effects(&typing()) {
            self.happen(world, effects);
            return Did::Something;
        }
        if let Some(writing) = &mut self.writing {
            writing.turning = None;
        }
        self.write(field, text)
    }

    /// Digits that are typed where there is nothing but keys to press.
    fn dial(&mut self, world: &World, text: &str) -> Did {
        let mut did = Did::Nothing;
        for sign in text.chars() {
            let is_it = |item: &&Item| {
                item.kind == ItemKind::Key && item.label.originals().any(|line| line.plain() == sign.to_string())
            };
            let Some(id) = view::in_view(self, world).into_iter().find(is_it).map(|item| item.id.clone()) else {
                return did;
            };
            did = self.on_item(world, &id, &Gesture::Tap);
        }
        did
    }

    fn key(&mut self, world: &World, id: &str, gesture: &Gesture) -> Did {
        let (Some(writing), Some(field)) = (self.writing.clone(), self.field(world)) else { return Did::Nothing };
        let name = id.strip_prefix(KEY).unwrap_or(id);
        if let Some(effects) = field.effects(&typing()).filter(|_| name != keys::DONE) {
            self.happen(world, effects);
            return Did::Something;
        }
        let held = self.held(field);
        let pressed = match gesture {
            Gesture::Swipe(dir) => keys::flick(&writing, &held, name, *dir),
            _ => keys::press(&writing, &held, name, field),
        };
        match pressed {
            None => Did::Nothing,
            Some(Pressed::Done) => {
                self.writing = None;
                Did::Something
            }
            Some(Pressed::Write { text, writing }) => {
                self.writing = Some(writing);
                self.hold(field, &text)
            }
        }
    }
}

/// The name under which an item says what happens when somebody writes into it.
pub(super) fn typing() -> Gesture {
    Gesture::Type(String::new())
}

/// A gesture on a part that stands on every screen is the gesture that the part is for.
fn chrome(item: Option<&str>, gesture: &Gesture, screen: &str) -> Gesture {
    match (item, gesture) {
        (Some(BACK), Gesture::Tap) => Gesture::Back,
        (Some(RECENTS), Gesture::Tap) => Gesture::Recents,
        (Some(STATUS), Gesture::Tap | Gesture::Swipe(Dir::Down)) => Gesture::Shade,
        // On the home screen itself the name means the screen.
        (Some(HOME), Gesture::Tap) => Gesture::Home,
        (Some(HOME), Gesture::Swipe(Dir::Up)) if screen != HOME => Gesture::Home,
        _ => gesture.clone(),
    }
}
