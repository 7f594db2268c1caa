//! What staff set on this kiosk itself, by its own screen. It stands before the kiosk's file, survives restarts and visits, and is kept as
//! one piece of JSON that is read value by value: what is unknown, broken or from another version falls back alone.

use super::{
    Alerted, Appealed, Building, Change, Drill, Dusk, Mode, Ordered, Position, Pulse, Reach, Scanning, Step, Told,
    Wiring,
};
use crate::{clock::Now, words::Tongue};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use smol_str::SmolStr;

/// What staff set here. `None` and defaults: nothing was said, and the kiosk's file or the built-in value counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own {
    /// Every visit begins with it.
    pub tongue: Option<Tongue>,
    /// The id of one of the towns that are known.
    pub town: Option<SmolStr>,
    /// The building, in the notation with ruby.
    pub place: Option<String>,
    pub building: Option<Building>,
    /// How one walks from the entrance, as staff say it to somebody who asks.
    pub entrance: Option<String>,
    pub position: Option<Position>,
    /// When the shelter opened, as staff said.
    pub opened: Option<Timestamp>,
    /// When the kiosk was last made a shelter; only by a clock that could be believed.
    pub shelter_since: Option<Timestamp>,
    /// Whether the voice was heard here.
    pub sound: Option<Said>,
    /// 0 to 10, as it was when it was heard.
    pub volume: Option<u8>,
    /// Whether a printer stands here.
    pub printer: Option<Said>,
    /// How switches are used before anybody changes it for a visit.
    pub scanning: Option<Scanning>,
    /// How long one thing is offered to one switch.
    pub pulse: Option<Pulse>,
    /// The switches that stand here.
    pub wiring: Option<Wiring>,
    /// Where pages stand before anybody changes it for a visit.
    pub reach: Option<Reach>,
    pub dusk: Option<Dusk>,
    /// What stood over the whole screen and was put away.
    pub alerted: Vec<Alerted>,
    /// What the municipality ordered, as staff entered it last.
    pub order: Option<Ordered>,
    /// What staff put over the whole screen last.
    pub appeal: Option<Appealed>,
    pub drill: Option<Drill>,
    /// What they told of the town, each value once.
    pub told: Vec<Told>,
    pub setup: Setup,
}

/// What somebody answered to a question of the kiosk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    Yes,
    No,
}

/// How far the first start has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Setup {
    /// Nobody has begun.
    #[default]
    New,
    /// Somebody is at it.
    At(Step),
    /// Put off: asked again when the machine is next switched on.
    Later(Step),
    Done,
}

impl Setup {
    /// Where one goes on; `None` when it is done.
    pub const fn step(self) -> Option<Step> {
        match self {
            Self::New => Some(Step::Tongue),
            Self::At(step) | Self::Later(step) => Some(step),
            Self::Done => None,
        }
    }
}

/// Longer texts are nobody's name or way.
const LONGEST: usize = 400;

impl Own {
    /// Reads what [`Own::write`] wrote, here or in another version.
    pub fn read(text: &str) -> Self {
        let kept: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
        let kept = Kept(&kept);
        let tongue: Option<String> = kept.value("tongue");
        Self {
            tongue: tongue.and_then(|tag| Tongue::parse(&tag)),
            town: kept.text("town").map(SmolStr::from),
            place: kept.text("place"),
            building: kept.value("building"),
            entrance: kept.text("entrance"),
            position: kept.value("position").filter(|position: &Position| position.is_on_earth()),
            opened: kept.value("opened"),
            shelter_since: kept.value("shelter-since"),
            sound: kept.value("sound"),
            volume: kept.value("volume").filter(|volume| *volume <= 10),
            printer: kept.value("printer"),
            scanning: kept.value("scanning"),
            pulse: kept.value("pulse").filter(|pulse| Pulse::STEPS.contains(pulse)),
            wiring: kept.value("wiring"),
            reach: kept.value("reach"),
            dusk: kept.value("dusk"),
            alerted: kept.value("alerted").unwrap_or_default(),
            order: kept.value("order"),
            appeal: kept.value("appeal"),
            drill: kept.value("drill"),
            told: kept.value("told").unwrap_or_default(),
            setup: kept.value("setup").unwrap_or_default(),
        }
    }

    /// One JSON object with what was set.
    pub fn write(&self) -> String {
        let pairs = [
            ("tongue", self.tongue.as_ref().map(|tongue| tongue.tag().into())),
            ("town", self.town.as_ref().map(|town| town.as_str().into())),
            ("place", self.place.clone().map(Value::from)),
            ("building", json(self.building)),
            ("entrance", self.entrance.clone().map(Value::from)),
            ("position", json(self.position)),
            ("opened", json(self.opened)),
            ("shelter-since", json(self.shelter_since)),
            ("sound", json(self.sound)),
            ("volume", json(self.volume)),
            ("printer", json(self.printer)),
            ("scanning", json(self.scanning)),
            ("pulse", json(self.pulse)),
            ("wiring", json(self.wiring.clone())),
            ("reach", json(self.reach)),
            ("dusk", json(self.dusk)),
            ("alerted", json(Some(&self.alerted).filter(|all| !all.is_empty()))),
            ("order", json(self.order)),
            ("appeal", json(self.appeal)),
            ("drill", json(self.drill.clone())),
            ("told", json(Some(&self.told).filter(|all| !all.is_empty()))),
            ("setup", json(Some(self.setup))),
        ];
        let set: Map<String, Value> =
            pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
        Value::Object(set).to_string()
    }

    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Tongue(tongue) => self.tongue = Some(tongue),
            Change::Town(town) => self.move_to(town),
            Change::Place(place) => self.place = place.as_deref().and_then(tidy),
            Change::Building(building) => self.building = Some(building),
            Change::Entrance(way) => self.entrance = way.as_deref().and_then(tidy),
            Change::Position(position) => self.position = position.filter(Position::is_on_earth),
            Change::Opened(at) => self.opened = at,
            Change::Sound(said) => self.sound = Some(said),
            Change::Volume(volume) => self.volume = Some(volume.min(10)),
            Change::Printer(said) => self.printer = Some(said),
            Change::Scanning(scanning) => self.scanning = Some(scanning),
            Change::Pulse(pulse) => self.pulse = Some(pulse),
            Change::Wiring(wiring) => self.wiring = Some(wiring),
            Change::Reach(reach) => self.reach = Some(reach),
            Change::Dusk(dusk) => self.dusk = Some(dusk),
            Change::Alerted(alerted) => self.alerted = alerted,
            Change::Order(ordered) => self.put_order(ordered),
            Change::Appeal(appealed) => self.put_appeal(appealed),
            Change::Drill(drill) => self.drill = drill,
            Change::Rehearsed(alerted) => self.rehearsed(alerted),
            Change::Setup(setup) => self.setup = setup,
            Change::Told(told) => {
                self.told.retain(|own| own.key != told.key);
                self.told.push(told);
            }
            Change::Untold(key) => self.told.retain(|own| own.key != key),
        }
    }

    /// What was told of another town says nothing of this one.
    fn move_to(&mut self, town: Option<SmolStr>) {
        if self.town.is_some() && self.town != town {
            self.told.clear();
        }
        self.town = town;
    }

    /// Staff made the kiosk something else. The days of a shelter are counted from when it became one, if that is known.
    pub fn became(&mut self, mode: Mode, now: Now) {
        match mode {
            Mode::Shelter => self.shelter_since = self.shelter_since.or(now.trusted.then_some(now.at)),
            Mode::Everyday | Mode::Class => (self.shelter_since, self.opened) = (None, None),
        }
    }

    /// How long people have been in the shelter. Where that is not known they have just come.
    pub fn stretch(&self, now: Now) -> Stretch {
        let began = self.opened.or(self.shelter_since).filter(|_| now.trusted);
        let past = began.map_or(SignedDuration::ZERO, |began| now.at.duration_since(began));
        match past.as_hours() {
            ..72 => Stretch::Days,
            72..504 => Stretch::Weeks,
            _ => Stretch::Months,
        }
    }
}

/// How long a shelter has been one; what people ask changes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stretch {
    /// The first 72 hours.
    #[default]
    Days,
    /// From the fourth day to the end of the third week.
    Weeks,
    Months,
}

/// What was kept, asked for by name.
struct Kept<'a>(&'a Map<String, Value>);

impl Kept<'_> {
    fn value<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_value(self.0.get(name)?.clone()).ok()
    }

    fn text(&self, name: &str) -> Option<String> {
        self.value(name).and_then(|text: String| tidy(&text))
    }
}

/// A text that says something, on one line.
fn tidy(text: &str) -> Option<String> {
    let line: String = text.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    Some(line.trim().to_owned()).filter(|line| !line.is_empty())
}

fn json(value: Option<impl Serialize>) -> Option<Value> {
    serde_json::to_value(value?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Appeal, By, Config, Meant, Order, Signal};

    fn full() -> Own {
        Own {
            tongue: Some(Tongue::EN),
            town: Some("demo-shi".into()),
            place: Some("中央《ちゅうおう》小学校《しょうがっこう》".to_owned()),
            building: Some(Building::School),
            entrance: Some("入口から 右へ10歩".to_owned()),
            position: Some(Position { lat: 36.44, lon: 140.01 }),
            opened: Some("2026-11-20T00:00:00Z".parse().unwrap()),
            shelter_since: Some("2026-11-21T00:00:00Z".parse().unwrap()),
            sound: Some(Said::Yes),
            volume: Some(9),
            printer: Some(Said::No),
            scanning: Some(Scanning::TwoSwitches),
            pulse: Some(Pulse::near(3.0)),
            wiring: Some(Wiring { step: Some(Signal::key("A")), choose: Some(Signal::pad("South")) }),
            reach: Some(Reach::Low),
            dusk: Some(Dusk::ByClock),
            alerted: vec![Alerted { what: "tsunami".to_owned(), weight: 4 }],
            order: Some(Ordered {
                order: Some(Order::Instruction),
                by: By::Radio,
                at: "2026-11-21T00:00:00Z".parse().unwrap(),
                meant: Meant::Real,
            }),
            appeal: Some(Appealed {
                appeal: Some(Appeal::Fire),
                at: "2026-11-21T00:00:00Z".parse().unwrap(),
                meant: Meant::Real,
            }),
            drill: Some(Drill::begin(Some("rain".into()), "2026-11-21T00:00:00Z".parse().unwrap())),
            told: vec![Told { key: "event.hijo".into(), said: None, at: "2026-11-21T00:00:00Z".parse().unwrap() }],
            setup: Setup::At(Step::Sound),
        }
    }

    #[test]
    fn what_was_written_is_read() {
        for own in [full(), Own::default(), Own { setup: Setup::Done, ..Own::default() }] {
            assert_eq!(Own::read(&own.write()), own);
        }
    }

    #[test]
    fn what_is_broken_falls_back_alone() {
        for odd in ["", "no json", "[]", "7", "{\"place\":"] {
            assert_eq!(Own::read(odd), Own::default(), "{odd}");
        }
        let object = |text: &str| serde_json::from_str::<Map<String, Value>>(text).unwrap();
        let whole = object(&full().write());
        let odds = [Value::Null, 4711.into(), "???".into(), serde_json::json!({"a": [1]})];
        for (name, odd) in whole.keys().flat_map(|name| odds.iter().map(move |odd| (name, odd))) {
            let mut kept = whole.clone();
            kept.insert(name.clone(), odd.clone());
            kept.insert("from-another-version".to_owned(), odd.clone());
            let read = object(&Own::read(&Value::Object(kept).to_string()).write());
            for (other, value) in whole.iter().filter(|(other, _)| *other != name) {
                assert_eq!(read.get(other), Some(value), "{other} beside {name} = {odd}");
            }
        }
        assert_eq!(Own::read(r#"{"position":{"lat":136.0,"lon":36.0},"volume":11,"place":"  "}"#), Own::default());
    }

    #[test]
    fn what_staff_set_counts_more_than_the_file() {
        let file = Config {
            place: Some("公民館".to_owned()),
            tongues: vec![Tongue::JA, Tongue::EN],
            entrance: Some("左".to_owned()),
            ..Config::default()
        };
        assert_eq!(file.with(&Own::default()), file);
        let set = file.with(&full());
        assert_eq!(set.tongues, [Tongue::EN, Tongue::JA]);
        assert_eq!((set.place, set.entrance, set.voice.volume), (full().place, full().entrance, 9));
    }

    #[test]
    fn the_days_of_a_shelter_are_counted_only_by_a_clock_that_is_believed() {
        let now = |at: &str, trusted| Now { at: at.parse().unwrap(), trusted };
        let mut own = Own::default();
        own.became(Mode::Shelter, now("1970-01-01T00:00:00Z", false));
        assert_eq!(own.shelter_since, None);
        own.became(Mode::Shelter, now("2026-11-01T00:00:00Z", true));
        own.became(Mode::Shelter, now("2026-11-09T00:00:00Z", true));
        for (at, trusted, stretch) in [
            ("2026-10-01T00:00:00Z", true, Stretch::Days),
            ("2026-11-03T23:59:59Z", true, Stretch::Days),
            ("2026-11-04T00:00:00Z", true, Stretch::Weeks),
            ("2026-11-21T23:59:59Z", true, Stretch::Weeks),
            ("2026-11-22T00:00:00Z", true, Stretch::Months),
            ("2026-11-22T00:00:00Z", false, Stretch::Days),
        ] {
            assert_eq!(own.stretch(now(at, trusted)), stretch, "{at}");
        }
        own.apply(Change::Opened(Some("2026-10-01T00:00:00Z".parse().unwrap())));
        assert_eq!(own.stretch(now("2026-11-02T00:00:00Z", true)), Stretch::Months, "what staff say counts more");
        own.became(Mode::Everyday, now("2026-12-01T00:00:00Z", true));
        assert_eq!((own.opened, own.shelter_since), (None, None));
    }

    #[test]
    fn the_steps_follow_each_other() {
        let walked: Vec<Step> = std::iter::successors(Some(Step::default()), |step| step.next()).collect();
        assert_eq!(walked, Step::ALL);
        assert!(walked.windows(2).all(|two| two[1].back() == Some(two[0])));
    }
}
