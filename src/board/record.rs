//! The board itself: every entry there ever was, by its digest. To merge is to unite; an entry that one side has erased is erased. Both are
//! commutative, associative and idempotent, and so kiosks and sticks may meet in any order, any number of times.

use super::{Act, Body, Digest, Entry, Filled, Subject, Utility};
use crate::clock::Now;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet, btree_map};

/// So long something is new.
const NEW: SignedDuration = SignedDuration::from_hours(3);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    entries: BTreeMap<Digest, Entry>,
}

/// A notice that stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown<'b> {
    pub entry: &'b Entry,
    pub filled: &'b Filled,
    /// Put up in the last hours.
    pub new: bool,
    /// What it tells of is over: grey, and last.
    pub past: bool,
}

impl Board {
    pub fn of(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut board = Self::default();
        for entry in entries {
            board.add(entry);
        }
        board
    }

    /// Takes an entry in; `false`: it was known as it is, or does not say what its digest names.
    pub fn add(&mut self, entry: Entry) -> bool {
        if !entry.is_sound() {
            return false;
        }
        match self.entries.entry(entry.digest) {
            btree_map::Entry::Vacant(room) => {
                room.insert(entry);
                true
            }
            // Who has erased it is right: its time was over there.
            btree_map::Entry::Occupied(mut known) => {
                let erases = entry.body.is_none() && known.get().body.is_some();
                if erases {
                    known.get_mut().body = None;
                }
                erases
            }
        }
    }

    /// Everything of both.
    pub fn merge(&mut self, other: &Self) {
        for entry in other.entries.values() {
            self.add(entry.clone());
        }
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All entries, by digest.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// All of one subject, the first version first.
    pub fn history(&self, subject: &Subject) -> Vec<&Entry> {
        let mut all: Vec<_> = self.entries.values().filter(|entry| entry.subject == *subject).collect();
        all.sort_by_key(|entry| entry.rank());
        all
    }

    /// The last entry of every subject.
    fn heads(&self) -> BTreeMap<&Subject, &Entry> {
        let mut heads = BTreeMap::<&Subject, &Entry>::new();
        for entry in self.entries.values() {
            let head = heads.entry(&entry.subject).or_insert(entry);
            if head.rank() < entry.rank() {
                *head = entry;
            }
        }
        heads
    }

    /// What holds of a subject now.
    pub fn head(&self, subject: &Subject) -> Option<&Entry> {
        self.entries.values().filter(|entry| entry.subject == *subject).max_by_key(|entry| entry.rank())
    }

    pub fn next_version(&self, subject: &Subject) -> u32 {
        self.head(subject).map_or(1, |head| head.version.saturating_add(1))
    }

    /// What stands, the newest first and what is past last; the same notice from two kiosks once. By a clock that is not believed nothing is over,
    /// past or new.
    pub fn notices(&self, now: Now) -> Vec<Shown<'_>> {
        let over = |entry: &Entry| now.trusted && entry.is_over(now.at);
        let civil = now.jst().datetime();
        let shown = |entry: &'_ Entry| -> Option<(bool, bool)> {
            let filled = entry.filled().filter(|_| entry.act != Act::TakenDown && !over(entry))?;
            let past = now.trusted && filled.when.is_some_and(|when| when.is_past(civil));
            let age = now.at.duration_since(entry.at);
            Some((now.trusted && !past && age < NEW, past))
        };
        let mut out: Vec<Shown<'_>> = vec![];
        for entry in self.heads().into_values() {
            if let (Some((new, past)), Some(filled)) = (shown(entry), entry.filled()) {
                out.push(Shown { entry, filled, new, past });
            }
        }
        out.sort_by_key(|one| (one.past, std::cmp::Reverse((one.entry.at, one.entry.digest))));
        let mut seen = BTreeSet::new();
        out.retain(|one| seen.insert(one.filled));
        out
    }

    /// What was taken down and could be brought back, the last first.
    pub fn taken_down(&self, now: Now) -> Vec<Shown<'_>> {
        let mut out: Vec<_> = self.heads().into_values().filter(|head| head.act == Act::TakenDown).collect();
        out.sort_by_key(|head| std::cmp::Reverse((head.at, head.digest)));
        let before = |head: &Entry| {
            let history = self.history(&head.subject);
            let entry = history.into_iter().rev().find(|entry| entry.filled().is_some())?;
            let stands = !now.trusted || !entry.is_over(now.at);
            entry.filled().filter(|_| stands).map(|filled| Shown { entry, filled, new: false, past: false })
        };
        out.into_iter().filter_map(before).collect()
    }

    /// What was last said of one of the things that all houses hang on.
    pub fn line(&self, utility: Utility) -> Option<&Entry> {
        self.head(&Subject::Line(utility))
    }

    /// Every change after this moment, the last first; of each subject only the last.
    pub fn since(&self, from: Timestamp) -> Vec<&Entry> {
        let mut out: Vec<_> = self.heads().into_values().filter(|head| head.at >= from).collect();
        out.sort_by_key(|head| std::cmp::Reverse((head.at, head.digest)));
        out
    }

    /// Erases what the notices said whose time is over. What was erased now.
    pub fn erase(&mut self, at: Timestamp) -> Vec<Entry> {
        let mut erased = vec![];
        for entry in self.entries.values_mut() {
            if matches!(entry.body, Some(Body::Notice(_))) && entry.is_over(at) {
                entry.body = None;
                erased.push(entry.clone());
            }
        }
        erased
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::{Report, Role, When, lines::*};
    use proptest::prelude::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_795_000_000 + minutes * 60).unwrap()
    }

    fn now(minutes: i64) -> Now {
        Now { at: at(minutes), trusted: true }
    }

    fn notice(id: &str, version: u32, minute: i64, act: Act) -> Entry {
        let filled = Filled { template: format!("t{id}"), ..Filled::default() };
        let body = (act != Act::TakenDown).then_some(Body::Notice(filled));
        let until = (act != Act::TakenDown).then(|| at(600));
        Entry::new((Subject::Notice(id.to_owned()), version), (at(minute), Role::Staff), act, until, body)
    }

    #[test]
    fn a_notice_is_put_up_taken_down_brought_back_and_over() {
        let mut board = Board::of([notice("a", 1, 0, Act::PutUp)]);
        let standing = |board: &Board, minute| board.notices(now(minute)).len();
        assert_eq!(
            (standing(&board, 1), board.notices(now(1))[0].new, board.notices(now(200))[0].new),
            (1, true, false)
        );
        board.add(notice("a", 2, 5, Act::TakenDown));
        assert_eq!((standing(&board, 6), board.taken_down(now(6)).len()), (0, 1));
        board.add(notice("a", 3, 7, Act::BroughtBack));
        assert_eq!((standing(&board, 8), board.taken_down(now(8)).len()), (1, 0));
        assert_eq!(board.history(&Subject::Notice("a".to_owned())).len(), 3);
        assert_eq!(standing(&board, 600), 0, "its time is over");
        let unsure = Now { trusted: false, ..now(600) };
        assert_eq!(board.notices(unsure).len(), 1, "by a wrong clock nothing vanishes");
        let kept: Vec<_> = board.entries().map(|entry| entry.digest).collect();
        assert_eq!(board.erase(at(600)).len(), 2);
        assert_eq!(board.entries().map(|entry| entry.digest).collect::<Vec<_>>(), kept, "digests stay");
        assert!(board.entries().all(|entry| entry.body.is_none()));
        assert_eq!(board.since(at(6)).len(), 1);
    }

    #[test]
    fn what_is_past_stands_last_and_the_same_from_two_kiosks_once() {
        let when = When { day: now(0).jst().date(), from: None, to: Some(now(30).jst().time()) };
        let filled = Filled { template: "meal".to_owned(), when: Some(when), ..Filled::default() };
        let one = |id: &str, minute| {
            let subject = (Subject::Notice(id.to_owned()), 1);
            Entry::new(
                subject,
                (at(minute), Role::Staff),
                Act::PutUp,
                Some(at(900)),
                Some(Body::Notice(filled.clone())),
            )
        };
        let board = Board::of([one("here", 10), one("there", 5), notice("b", 1, 0, Act::PutUp)]);
        let names = |minute| {
            board.notices(now(minute)).iter().map(|one| (one.filled.template.as_str(), one.past)).collect::<Vec<_>>()
        };
        assert_eq!(names(20), [("meal", false), ("tb", false)]);
        assert_eq!(names(31), [("tb", false), ("meal", true)]);
    }

    #[test]
    fn what_was_changed_on_the_way_is_not_taken() {
        let mut odd = notice("a", 1, 0, Act::PutUp);
        odd.version = 9;
        assert!(!Board::default().add(odd));
    }

    #[test]
    fn a_thousand_notices_are_listed_at_once() {
        let board = Board::of((0..1000).map(|n| notice(&format!("{n}"), 1, n % 60, Act::PutUp)));
        assert_eq!(board.notices(now(61)).len(), 1000);
    }

    fn entry() -> impl Strategy<Value = Entry> {
        let act = prop_oneof![Just(Act::PutUp), Just(Act::TakenDown), Just(Act::BroughtBack)];
        let line = (0..6_usize, 0..4_usize, 1..4_u32, 0..50_i64).prop_map(|(utility, supply, version, minute)| {
            let (area, hope, seen) = (Area::Town, Hope::Unsaid, Seen::Town);
            let report = Report { supply: Supply::ALL[supply], area, hope, seen };
            let subject = (Subject::Line(Utility::ALL[utility]), version);
            Entry::new(subject, (at(minute), Role::Staff), Act::PutUp, None, Some(Body::Line(report)))
        });
        let notice =
            (0..4_u8, 1..4_u32, 0..50_i64, act, any::<bool>()).prop_map(|(id, version, minute, act, erased)| {
                let mut entry = notice(&id.to_string(), version, minute, act);
                if erased && act != Act::TakenDown {
                    entry.body = None;
                }
                entry
            });
        prop_oneof![notice, line]
    }

    fn board() -> impl Strategy<Value = Board> {
        proptest::collection::vec(entry(), 0..12).prop_map(Board::of)
    }

    fn merged(a: &Board, b: &Board) -> Board {
        let mut out = a.clone();
        out.merge(b);
        out
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn boards_merge_in_any_order_any_number_of_times(a in board(), b in board(), c in board()) {
            let all = merged(&a, &b);
            prop_assert_eq!(&all, &merged(&b, &a));
            prop_assert_eq!(&merged(&all, &c), &merged(&a, &merged(&b, &c)));
            prop_assert_eq!(&merged(&all, &b), &all);
            for entry in a.entries().chain(b.entries()) {
                prop_assert!(all.entries().any(|own| own.digest == entry.digest), "both histories are kept");
            }
            let listed = all.notices(now(60));
            let different: BTreeSet<_> = listed.iter().map(|one| one.filled).collect();
            prop_assert_eq!(different.len(), listed.len(), "no duplicates");
        }

        #[test]
        fn what_was_written_is_read(entry in entry()) {
            let text = serde_json::to_string(&entry).unwrap();
            let read: Entry = serde_json::from_str(&text).unwrap();
            prop_assert!(read.is_sound());
            prop_assert_eq!(read, entry);
        }
    }
}
