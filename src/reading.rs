//! Reading aloud: what is being said, phrase by phrase. A pure state machine; the voice itself is an engine behind [`Order`] and [`Heard`].

use crate::{
    page::{Id, Said},
    words::{Line, Tongue},
};

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// Comes back in every [`Heard`]; what comes late is known by it.
    pub ticket: u64,
    pub line: Line,
    pub tongue: Tongue,
    pub pace: Pace,
    pub volume: Volume,
}

/// How fast, in percent of 5 morae a second: seven steps from 50 to 200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pace(pub u8);

/// How loud: 0 (silent) to 10 (full), in steps of dB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Volume(pub u8);

impl Pace {
    /// The seven steps, each about a quarter faster than the one before; VVSG 2.0 asks for 50 to 200 percent.
    pub const STEPS: [Self; 7] = [Self(50), Self(65), Self(80), Self(100), Self(125), Self(160), Self(200)];

    /// `None` when it is the slowest.
    pub fn slower(self) -> Option<Self> {
        Self::STEPS.into_iter().rev().find(|step| *step < self)
    }

    /// `None` when it is the fastest.
    pub fn faster(self) -> Option<Self> {
        Self::STEPS.into_iter().find(|step| *step > self)
    }

    /// Which of the seven it is, from 1.
    pub fn step(self) -> usize {
        Self::STEPS.iter().filter(|step| **step <= self).count().max(1)
    }
}

impl Volume {
    pub const LOUDEST: Self = Self(10);

    /// `None` when it is silent.
    pub fn quieter(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }

    /// `None` when it is the loudest.
    pub fn louder(self) -> Option<Self> {
        (self < Self::LOUDEST).then(|| Self(self.0 + 1))
    }
}

/// What the voice is asked to do. A new `Say` silences what is being said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    Say(Utterance),
    Hush,
}

/// What the voice reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    Began {
        ticket: u64,
    },
    /// This phrase of the line is being heard now.
    Phrase {
        ticket: u64,
        phrase: u16,
    },
    Ended {
        ticket: u64,
    },
    Failed {
        ticket: u64,
    },
    /// Sound came or went.
    Sound(Sound),
}

/// Whether anything can be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sound {
    Works,
    /// No device: the page is shown with a badge and the phrases still move.
    NoDevice,
    /// No voice for this tongue.
    NoVoice,
}

/// What is being read, part by part. Every part is said once, in order; whatever is started silences what was said before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub pace: Pace,
    pub volume: Volume,
    /// Of what is being said, where that is said in another.
    once: Option<Volume>,
    script: Vec<Said>,
    tongue: Tongue,
    /// The part that is being said; the length of the script when all has been.
    at: usize,
    /// The phrase that is heard now.
    phrase: Option<u16>,
    /// Of the utterance that was asked for last.
    ticket: u64,
    /// Parts in a row that could not be said.
    failed: u8,
    on: On,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum On {
    /// The voice is at it.
    Yes,
    No,
}

/// A voice that cannot say this many parts one after the other is not going to say the rest.
const HOPELESS: u8 = 3;

impl Reading {
    pub fn new(pace: Pace, volume: Volume) -> Self {
        let (script, tongue) = (vec![], Tongue::JA);
        Self { pace, volume, once: None, script, tongue, at: 0, phrase: None, ticket: 0, failed: 0, on: On::No }
    }

    /// Reads all of it, from the top.
    pub fn start(&mut self, script: Vec<Said>, tongue: Tongue) -> Vec<Order> {
        self.once = None;
        self.begin(script, tongue)
    }

    /// The same in another volume than that of the visit, which stays as it is.
    pub fn start_at(&mut self, volume: Volume, script: Vec<Said>, tongue: Tongue) -> Vec<Order> {
        self.once = Some(volume);
        self.begin(script, tongue)
    }

    fn begin(&mut self, script: Vec<Said>, tongue: Tongue) -> Vec<Order> {
        let was_on = self.is_on();
        self.script = script.into_iter().filter(|said| !said.line.spoken().trim().is_empty()).collect();
        (self.tongue, self.at, self.failed) = (tongue, 0, 0);
        let orders = self.say();
        // Nothing to say, and something is still being said.
        if orders.is_empty() && was_on { vec![Order::Hush] } else { orders }
    }

    /// Counts its tickets on from those of another, so that nothing said before is taken for its own.
    pub const fn succeed(&mut self, other: &Self) {
        self.ticket = other.ticket;
    }

    /// Says one line that stands nowhere on the page.
    pub fn tell(&mut self, line: Line, tongue: Tongue) -> Vec<Order> {
        self.start(vec![Said { id: Id::default(), line }], tongue)
    }

    pub fn stop(&mut self) -> Vec<Order> {
        if !self.is_on() {
            return vec![];
        }
        (self.on, self.phrase) = (On::No, None);
        self.ticket += 1;
        vec![Order::Hush]
    }

    /// Says the part again that is being said, or that was said last.
    pub fn again(&mut self) -> Vec<Order> {
        self.at = self.at.min(self.script.len().saturating_sub(1));
        self.say()
    }

    /// Takes the next step of pace; what is being said begins again in it.
    pub fn set_pace(&mut self, pace: Pace) -> Vec<Order> {
        self.pace = pace;
        if self.is_on() { self.say() } else { vec![] }
    }

    pub fn set_volume(&mut self, volume: Volume) -> Vec<Order> {
        (self.volume, self.once) = (volume, None);
        if self.is_on() { self.say() } else { vec![] }
    }

    /// What the voice reports. Of an utterance that was silenced or overtaken nothing counts any more.
    pub fn heard(&mut self, heard: &Heard) -> Vec<Order> {
        match heard {
            Heard::Began { ticket } if self.expects(*ticket) => self.failed = 0,
            Heard::Phrase { ticket, phrase } if self.expects(*ticket) => self.phrase = Some(*phrase),
            Heard::Ended { ticket } if self.expects(*ticket) => return self.next(),
            Heard::Failed { ticket } if self.expects(*ticket) => {
                self.failed += 1;
                if self.failed < HOPELESS {
                    return self.next();
                }
                (self.on, self.phrase) = (On::No, None);
            }
            Heard::Began { .. }
            | Heard::Phrase { .. }
            | Heard::Ended { .. }
            | Heard::Failed { .. }
            | Heard::Sound(_) => {}
        }
        vec![]
    }

    /// The part and the phrase that are heard now; nothing while a line is told that stands nowhere on the page.
    pub fn lit(&self) -> Option<(&Id, u16)> {
        let said = self.script.get(self.at).filter(|said| self.is_on() && !said.id.is_empty())?;
        Some((&said.id, self.phrase?))
    }

    pub fn is_on(&self) -> bool {
        self.on == On::Yes
    }

    fn expects(&self, ticket: u64) -> bool {
        self.is_on() && ticket == self.ticket
    }

    fn next(&mut self) -> Vec<Order> {
        self.at += 1;
        self.say()
    }

    fn say(&mut self) -> Vec<Order> {
        self.phrase = None;
        let Some(said) = self.script.get(self.at) else {
            self.on = On::No;
            return vec![];
        };
        self.ticket += 1;
        self.on = On::Yes;
        let Self { pace, ticket, .. } = *self;
        let volume = self.once.unwrap_or(self.volume);
        let (line, tongue) = (said.line.clone(), said.line.tongue().unwrap_or(&self.tongue).clone());
        vec![Order::Say(Utterance { ticket, line, tongue, pace, volume })]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn script(parts: usize) -> Vec<Said> {
        (0..parts).map(|n| Said { id: Id::from(format!("t{n}")), line: Line::parse("みず、のむ。") }).collect()
    }

    fn reading() -> Reading {
        Reading::new(Pace(100), Volume(7))
    }

    fn ticket(orders: &[Order]) -> u64 {
        match orders {
            [Order::Say(said)] => said.ticket,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_line_is_said_in_its_own_tongue() {
        let (ko, line) = (Tongue::parse("ko").unwrap(), Line::parse("Water."));
        let said = [line.clone(), line.in_tongue(&Tongue::EN)].map(|line| Said { id: "t0".into(), line });
        let mut reading = reading();
        let mut orders = reading.start(said.to_vec(), ko.clone());
        let mut tongues = vec![];
        while let [Order::Say(said)] = &orders[..] {
            tongues.push(said.tongue.clone());
            let ticket = said.ticket;
            orders = reading.heard(&Heard::Ended { ticket });
        }
        assert_eq!(tongues, [ko, Tongue::EN]);
    }

    #[test]
    fn every_part_is_said_once_in_order() {
        let mut reading = reading();
        let mut orders = reading.start(script(3), Tongue::JA);
        let mut heard = vec![];
        while !orders.is_empty() {
            let ticket = ticket(&orders);
            reading.heard(&Heard::Began { ticket });
            reading.heard(&Heard::Phrase { ticket, phrase: 1 });
            heard.push(reading.lit().map(|(id, phrase)| (id.to_string(), phrase)).unwrap());
            orders = reading.heard(&Heard::Ended { ticket });
        }
        assert_eq!(heard, [("t0".to_owned(), 1), ("t1".to_owned(), 1), ("t2".to_owned(), 1)]);
        assert!(!reading.is_on() && reading.lit().is_none());
        assert_eq!(ticket(&reading.again()), 4, "the last part again");
    }

    #[test]
    fn what_is_said_in_another_volume_leaves_that_of_the_visit() {
        let mut reading = reading();
        let loud = |orders: &[Order]| if let [Order::Say(said)] = orders { Some(said.volume.0) } else { None };
        let first = reading.start_at(Volume(9), script(2), Tongue::JA);
        assert_eq!(loud(&first), Some(9));
        assert_eq!(loud(&reading.heard(&Heard::Ended { ticket: ticket(&first) })), Some(9), "to its end");
        assert_eq!(loud(&reading.start(script(1), Tongue::JA)), Some(7));
        assert_eq!(loud(&reading.set_volume(Volume(2))), Some(2));
    }

    #[test]
    fn what_is_over_is_not_heard_any_more() {
        let mut reading = reading();
        let old = ticket(&reading.start(script(2), Tongue::JA));
        let new = ticket(&reading.start(script(2), Tongue::JA));
        assert_eq!(reading.heard(&Heard::Ended { ticket: old }), []);
        assert_eq!(reading.heard(&Heard::Phrase { ticket: old, phrase: 1 }), []);
        assert_eq!(reading.lit(), None);
        assert_eq!(reading.stop(), [Order::Hush]);
        assert_eq!(reading.heard(&Heard::Ended { ticket: new }), []);
        assert_eq!(reading.stop(), [], "silent already");
    }

    #[test]
    fn a_voice_that_fails_is_not_asked_for_ever() {
        let mut reading = reading();
        let mut orders = reading.start(script(100), Tongue::JA);
        let mut asked = 0;
        while !orders.is_empty() {
            asked += 1;
            orders = reading.heard(&Heard::Failed { ticket: ticket(&orders) });
        }
        assert_eq!((asked, reading.is_on()), (3, false));
    }

    #[test]
    fn nothing_to_say_silences_what_was_said() {
        let mut reading = reading();
        assert_eq!(reading.start(vec![], Tongue::JA), []);
        reading.start(script(1), Tongue::JA);
        assert_eq!(reading.start(vec![], Tongue::JA), [Order::Hush]);
        assert_eq!(reading.again(), []);
    }

    #[test]
    fn paces_and_volumes_have_ends() {
        let up = std::iter::successors(Some(Pace(50)), |pace| pace.faster());
        assert_eq!(up.map(Pace::step).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(std::iter::successors(Some(Pace(200)), |pace| pace.slower()).count(), 7);
        assert_eq!(std::iter::successors(Some(Volume(0)), |volume| volume.louder()).last(), Some(Volume::LOUDEST));
        assert_eq!(std::iter::successors(Some(Volume(10)), |volume| volume.quieter()).last(), Some(Volume(0)));
    }

    #[derive(Clone, Debug)]
    enum Deed {
        Start(usize),
        Stop,
        Again,
        Pace(usize),
        Heard(u8, u64),
    }

    fn deed() -> impl Strategy<Value = Deed> {
        prop_oneof![
            (0..5_usize).prop_map(Deed::Start),
            Just(Deed::Stop),
            Just(Deed::Again),
            (0..7_usize).prop_map(Deed::Pace),
            (0..4_u8, 0..12_u64).prop_map(|(what, ticket)| Deed::Heard(what, ticket)),
        ]
    }

    proptest! {
        /// Whatever happens in whatever order: tickets only grow, at most one order leaves at a time, and nothing is lit in silence.
        #[test]
        fn orders_and_reports_may_come_in_any_order(deeds in prop::collection::vec(deed(), 0..60)) {
            let mut reading = reading();
            let mut last = 0;
            for deed in deeds {
                let orders = match deed {
                    Deed::Start(parts) => reading.start(script(parts), Tongue::JA),
                    Deed::Stop => reading.stop(),
                    Deed::Again => reading.again(),
                    Deed::Pace(step) => reading.set_pace(Pace::STEPS[step]),
                    Deed::Heard(0, ticket) => reading.heard(&Heard::Began { ticket }),
                    Deed::Heard(1, ticket) => reading.heard(&Heard::Phrase { ticket, phrase: 0 }),
                    Deed::Heard(2, ticket) => reading.heard(&Heard::Ended { ticket }),
                    Deed::Heard(_, ticket) => reading.heard(&Heard::Failed { ticket }),
                };
                prop_assert!(orders.len() <= 1);
                if let [Order::Say(said)] = orders.as_slice() {
                    prop_assert!(said.ticket > last && reading.is_on());
                    last = said.ticket;
                }
                prop_assert!(reading.is_on() || reading.lit().is_none());
            }
        }
    }
}
