//! The phone while it is used: what is open, what every variable is, what waits in the shade. Everything that a person could have changed is
//! in here, so that taking back a mistake is putting an earlier one in its place.

use super::{Effect, KeyboardKind, Notice, Said, Screen, Skin, World, view, world::HOME};
use crate::expr::{Scope, Value};
use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

#[derive(Clone, Debug, PartialEq)]
pub struct Phone {
    /// The screen below all others.
    pub(super) root: String,
    /// What was opened above it, the present screen last.
    pub(super) stack: Vec<String>,
    /// Apps that were left, with what was open in them; the last one left stands last.
    pub(super) left: Vec<(String, Vec<String>)>,
    pub(super) vars: BTreeMap<String, Value>,
    /// Rows above the view, by screen.
    pub(super) scrolls: BTreeMap<String, u16>,
    pub(super) shade: Shade,
    pub(super) writing: Option<Writing>,
    pub(super) notices: Vec<Notice>,
    /// The notice that stands over the screen.
    pub(super) banner: Option<String>,
    pub(super) caller: (Said, Said),
    /// What is still to happen, and how long until then.
    pub(super) pending: VecDeque<Effect>,
    pub(super) wait: Duration,
    pub(super) skin: Skin,
    /// How far the lesson is, for conditions.
    pub(super) counts: Counts,
    /// What happened that is no matter of the phone itself; taken out by whoever runs it.
    pub(super) events: Vec<Event>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shade {
    #[default]
    Up,
    Down,
}

/// A field that has the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Writing {
    pub(super) item: String,
    pub(super) kind: KeyboardKind,
    /// The key that was pressed last and how often: pressed again, it gives the next sign.
    pub(super) turning: Option<(String, usize)>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) step: i64,
    pub(super) mistakes: i64,
    pub(super) hints: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Event {
    Mistake(String),
    Say(Said),
    End,
}

/// Variables that every phone has, with their first values: the line at the top.
pub(super) fn status() -> [(&'static str, Value); 7] {
    [
        ("time", "10:05".into()),
        ("battery", 80.into()),
        ("signal", 4.into()),
        ("status-wifi", false.into()),
        ("status-airplane", false.into()),
        ("status-silent", false.into()),
        ("status-location", false.into()),
    ]
}

impl Phone {
    /// A phone that nobody has touched.
    pub(super) fn new(world: &World, skin: Skin) -> Self {
        let own = status().map(|(name, value)| (name.to_owned(), value));
        let mut phone = Self {
            root: HOME.to_owned(),
            stack: vec![],
            left: vec![],
            vars: world.vars.clone().into_iter().chain(own).collect(),
            scrolls: BTreeMap::new(),
            shade: Shade::Up,
            writing: None,
            notices: vec![],
            banner: None,
            caller: (Said::default(), Said::default()),
            pending: VecDeque::new(),
            wait: Duration::ZERO,
            skin,
            counts: Counts::default(),
            events: vec![],
        };
        phone.entered(world);
        phone.settle(world);
        phone
    }

    /// Full id of the screen in view.
    pub fn screen_id(&self) -> &str {
        self.stack.last().unwrap_or(&self.root)
    }

    pub(super) fn screen<'w>(&self, world: &'w World) -> Option<&'w Screen> {
        world.screen(self.screen_id())
    }

    /// It is doing something: what follows has to wait.
    pub fn is_busy(&self) -> bool {
        !self.pending.is_empty()
    }

    pub(super) fn scope<'a>(&'a self, world: &'a World) -> PhoneScope<'a> {
        PhoneScope { phone: self, world }
    }

    /// Every variable, sorted by name.
    pub fn vars(&self) -> &BTreeMap<String, Value> {
        &self.vars
    }
}

/// What conditions see of a phone.
pub(super) struct PhoneScope<'a> {
    pub(super) phone: &'a Phone,
    pub(super) world: &'a World,
}

/// The names that conditions may use beside variables, with what they are at first.
pub(super) fn reserved() -> [(&'static str, Value); 15] {
    let (none, zero, no) = (|| Value::from(""), || Value::from(0), || Value::from(false));
    [
        ("screen", none()),
        ("app", none()),
        ("skin", none()),
        ("caller", none()),
        ("board", none()),
        ("turning", none()),
        ("caller-number", none()),
        ("scroll", zero()),
        ("step", zero()),
        ("mistakes", zero()),
        ("hints", zero()),
        ("notices", zero()),
        ("recents", zero()),
        ("keyboard", no()),
        ("shade", no()),
    ]
}

impl Scope for PhoneScope<'_> {
    fn value(&self, name: &str) -> Option<Value> {
        let Self { phone, world } = self;
        if let Some(value) = phone.vars.get(name) {
            return Some(value.clone());
        }
        let count = |count: usize| Value::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let plain =
            |said: &Said| Value::Text(said.originals().next().map(crate::words::Line::plain).unwrap_or_default());
        Some(match name {
            "screen" => phone.screen_id().into(),
            "app" => phone.screen(world).map_or("", |screen| &screen.app).into(),
            "skin" => phone.skin.name().into(),
            "scroll" => Value::Number(view::scroll(phone, world).at.into()),
            "step" => Value::Number(phone.counts.step),
            "mistakes" => Value::Number(phone.counts.mistakes),
            "hints" => Value::Number(phone.counts.hints),
            "notices" => count(phone.notices.len()),
            "recents" => count(phone.left.len()),
            "board" => phone.writing.as_ref().map_or("", |writing| writing.kind.name()).into(),
            "turning" => {
                phone.writing.as_ref().and_then(|writing| writing.turning.as_ref()).map_or("", |(key, _)| key).into()
            }
            "keyboard" => phone.writing.is_some().into(),
            "shade" => (phone.shade == Shade::Down).into(),
            "caller" => plain(&phone.caller.0),
            "caller-number" => plain(&phone.caller.1),
            _ => return None,
        })
    }

    fn ask(&self, question: &str, about: &str) -> Option<Value> {
        match question {
            "seen" => Some(view::in_view(self.phone, self.world).iter().any(|item| item.id == about).into()),
            "left" => Some(self.phone.left.iter().any(|(app, _)| app == about).into()),
            _ => None,
        }
    }
}
