//! Telegrams, or anything that pretends to be one: refused with a reason or read, and a second copy changes nothing; never a panic.

use engawa::alert::{FileName, Kind, Run, State, Telegram, Town, read, status};

/// Names under which it may come: they tell the type where the title does not.
const NAMES: [&str; 3] =
    ["20260830060000_0_VPWW55_090000.xml", "20260830060000_0_VXKO53_090000.xml", "20260830060000_0_VTSE41_010000.xml"];

/// Whether it was read.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let Ok(first) = read("-", bytes) else { return false };
    check(&first);
    if first.kind == Kind::Other {
        for name in NAMES {
            assert!(FileName::parse(name).is_some());
            let named = read(name, bytes);
            assert!(named.is_ok(), "read under one name, and not under {name}");
            named.iter().for_each(check);
        }
    }
    true
}

fn check(telegram: &Telegram) {
    let Some(town) = Town::parse("09209") else { return };
    let once = status(std::slice::from_ref(telegram), &town, telegram.issued);
    let twice = status(&[telegram.clone(), telegram.clone()], &town, telegram.issued);
    assert_eq!(once, twice, "a second copy changes nothing");
    assert!(telegram.run == Run::Live || once.facts.is_empty(), "a drill or a test is never live");
    assert!(telegram.run == Run::Drill || once.drill.is_empty(), "what is no drill is none");
    for fact in once.facts.iter().chain(&once.drill) {
        assert!(fact.claim.level.is_none_or(|level| (1..=5).contains(&level)), "{fact:?}");
        let takes_back = telegram.act == engawa::alert::Act::Withdrawal;
        assert!(!takes_back || fact.claim.state != State::Active, "what is taken back is not in force: {fact:?}");
    }
}
