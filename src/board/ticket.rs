//! The number on paper: eight digits made from the digest of what was printed. Typed in later it says whether the paper still tells what stands. The
//! last digit finds every single wrong digit and every pair that was swapped (H. M. Damm, 2004).

use super::{Act, Board, Digest, Entry};
use crate::clock::Now;
use jiff::Timestamp;
use std::{fmt, str::FromStr};

/// Digits that come from the digest.
const MODULUS: u64 = 10_000_000;

/// The number of one version of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(u64);

/// What a paper with a number is worth now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict<'b> {
    Stands(&'b Entry),
    /// Another version came in its place.
    Replaced(&'b Entry),
    TakenDown(Timestamp),
    Over(Timestamp),
    /// No paper of this board has it.
    Unknown,
}

/// A quasigroup of order 10 with nothing but zeros on its diagonal, from Damm's thesis.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

fn damm(digits: impl Iterator<Item = u8>) -> u8 {
    digits.fold(0, |sum, digit| {
        DAMM.get(usize::from(sum)).and_then(|row| row.get(usize::from(digit))).copied().unwrap_or_default()
    })
}

impl Ticket {
    pub fn of(digest: &Digest) -> Self {
        let head = digest.0.iter().take(8).fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
        let number = head % MODULUS;
        let check = damm(format!("{number:07}").bytes().map(|b| b - b'0'));
        Self(number * 10 + u64::from(check))
    }
}

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

/// It has not eight digits that fit each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no number of a notice: eight digits, as they are printed")]
pub struct Mistyped;

impl FromStr for Ticket {
    type Err = Mistyped;

    fn from_str(text: &str) -> Result<Self, Mistyped> {
        let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect();
        let others = text.chars().any(|c| !c.is_ascii_digit() && !matches!(c, '-' | ' '));
        if digits.len() != 8 || others || damm(digits.iter().copied()) != 0 {
            return Err(Mistyped);
        }
        Ok(Self(digits.iter().fold(0, |sum, digit| sum * 10 + u64::from(*digit))))
    }
}

impl Board {
    /// What the paper with this number is worth now.
    pub fn verdict(&self, ticket: Ticket, now: Now) -> Verdict<'_> {
        let with = self.entries().filter(|entry| Ticket::of(&entry.digest) == ticket && entry.act != Act::TakenDown);
        let Some(entry) = with.max_by_key(|entry| entry.at) else { return Verdict::Unknown };
        let head = self.head(&entry.subject).unwrap_or(entry);
        let over = |entry: &Entry| entry.until.filter(|until| entry.body.is_none() || now.trusted && *until <= now.at);
        match (head.act, over(head)) {
            (Act::TakenDown, _) => Verdict::TakenDown(head.at),
            (_, Some(until)) => Verdict::Over(until),
            _ if head.digest == entry.digest || head.body.is_some() && head.body == entry.body => Verdict::Stands(head),
            _ => Verdict::Replaced(head),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::{Body, Filled, Role, Subject};

    fn entry(version: u32, act: Act, template: &str) -> Entry {
        let at = |n: u32| Timestamp::from_second(1_795_000_000 + i64::from(n)).unwrap();
        let body = Body::Notice(Filled { template: template.to_owned(), ..Filled::default() });
        let body = (act != Act::TakenDown).then_some(body);
        let subject = (Subject::Notice("a".to_owned()), version);
        Entry::new(subject, (at(version), Role::Staff), act, Some(at(1000)), body)
    }

    #[test]
    fn one_wrong_digit_or_two_swapped_are_noticed() {
        for n in 0..40_u8 {
            let text = Ticket::of(&Digest([n.wrapping_mul(37); 32])).to_string();
            assert_eq!(text.parse::<Ticket>().unwrap().to_string(), text);
            let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
            for at in 0..8 {
                let mut wrong = digits.clone();
                wrong[at] =
                    char::from_digit((wrong[at].to_digit(10).unwrap() + 1 + u32::from(n) % 9) % 10, 10).unwrap();
                assert_eq!(wrong.iter().collect::<String>().parse::<Ticket>(), Err(Mistyped));
                let mut swapped = digits.clone();
                swapped.swap(at, (at + 1).min(7));
                assert!(swapped == digits || swapped.iter().collect::<String>().parse::<Ticket>().is_err());
            }
        }
        for odd in ["", "1234567", "123456789", "abcdefgh", "1234-567x"] {
            assert_eq!(odd.parse::<Ticket>(), Err(Mistyped), "{odd}");
        }
    }

    #[test]
    fn a_paper_knows_whether_it_still_holds() {
        let now = |second: i64| Now { at: Timestamp::from_second(1_795_000_000 + second).unwrap(), trusted: true };
        let (first, second) = (entry(1, Act::PutUp, "meal"), entry(2, Act::PutUp, "water"));
        let ticket = Ticket::of(&first.digest);
        let mut board = Board::of([first.clone()]);
        assert_eq!(board.verdict(ticket, now(5)), Verdict::Stands(&first));
        assert_eq!(board.verdict(Ticket::of(&second.digest), now(5)), Verdict::Unknown);
        board.add(second.clone());
        assert_eq!(board.verdict(ticket, now(5)), Verdict::Replaced(&second));
        assert!(matches!(board.verdict(ticket, now(1000)), Verdict::Over(_)));
        board.erase(now(1000).at);
        assert!(matches!(board.verdict(ticket, now(5)), Verdict::Over(_)), "also when the words are gone");
        board.add(entry(3, Act::TakenDown, ""));
        assert!(matches!(board.verdict(ticket, now(5)), Verdict::TakenDown(_)));
    }
}
