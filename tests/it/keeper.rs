//! The keeper of the store at its desk: what it answers, and what it makes of a disk that is not as it should be.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it stands")]

use crate::screens::PACK;
use engawa::{
    clock::{Clock as _, SetClock},
    config::Mode,
    job::{Answer, Part, Parts, Printers, StoreJob, Typed},
    store::Store,
    words::{Line, Tongue, Words},
    work::{Furnish, Keeper, Keeping, Stocking, StoreDesk as _},
};
use std::{fs, path::Path, sync::Arc};

fn doubted() -> Arc<SetClock> {
    Arc::new(SetClock::new("2026-11-21T01:05:00Z".parse().unwrap(), false))
}

fn keep(home: &Path, clock: &Arc<SetClock>, boot: &str) -> Keeper {
    Keeper::open(Keeping {
        home: home.to_owned(),
        clock: Arc::clone(clock) as _,
        boot: Some(boot.to_owned()),
        furnish: Furnish { recipe: Arc::new(|| b"shipped".to_vec()), build: Arc::new(|| Ok(PACK.clone())) },
        stocking: Stocking::default(),
        words: Arc::new(Words::shipped),
        templates: Arc::new(|| engawa::job::Wall::templates(&engawa::content::shipped()).0),
        printers: Arc::new(|| Printers::NoSystem),
        parts: Arc::new(Parts::default),
    })
}

fn shelf(keeper: &mut Keeper) -> usize {
    match keeper.answer(&StoreJob::Shelf { groups: vec!["danger".into()], tongue: Tongue::JA }) {
        Answer::Shelf { entries, .. } => entries.len(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_staff_chose_is_there_after_a_restart_and_the_clock_until_the_power_goes() {
    let home = tempfile::tempdir().unwrap();
    let mut keeper = keep(home.path(), &doubted(), "today");
    assert_eq!(keeper.mode(), None);
    keeper.answer(&StoreJob::Mode(Mode::Shelter));
    assert!(matches!(keeper.answer(&StoreJob::TrustClock), Answer::ClockTrusted));
    drop(keeper);
    for (boot, trusted) in [("today", true), ("tomorrow", false)] {
        let clock = doubted();
        let keeper = keep(home.path(), &clock, boot);
        assert_eq!((keeper.mode(), clock.now().trusted), (Some(Mode::Shelter), trusted), "{boot}");
    }
}

#[test]
fn a_damaged_content_is_made_again_and_told() {
    let home = tempfile::tempdir().unwrap();
    let whole = shelf(&mut keep(home.path(), &doubted(), "today"));
    fs::write(home.path().join("content.db"), b"this is no database at all").unwrap();
    let mut keeper = keep(home.path(), &doubted(), "today");
    assert_eq!(shelf(&mut keeper), whole);
    let told = keeper.troubles();
    assert!(told.iter().any(|part| part.name == "content" && !part.trouble.is_empty()), "{told:?}");
    assert_eq!(keeper.troubles(), [], "told once");
    let Answer::Parts(parts) = keeper.answer(&StoreJob::Parts) else { panic!("answers about its parts") };
    assert!(told.iter().all(|part| parts.parts.contains(part)), "staff can still read it");
}

#[test]
fn another_kiosk_in_the_same_folder_does_not_stop_this_one() {
    let home = tempfile::tempdir().unwrap();
    let (_first, _) = Store::open(home.path(), doubted()).unwrap();
    let mut second = keep(home.path(), &doubted(), "today");
    assert!(shelf(&mut second) > 0, "reads what the program carries");
    let told = second.troubles();
    assert!(matches!(told.as_slice(), [Part { trouble, .. }] if trouble == "busy"), "{told:?}");
}

#[test]
fn what_a_person_types_is_not_written_anywhere() {
    let home = tempfile::tempdir().unwrap();
    let mut keeper = keep(home.path(), &doubted(), "today");
    let canary = "ひみつのことば";
    let search = StoreJob::Search { words: Typed(canary.to_owned()), tongue: Tongue::JA };
    keeper.answer(&search);
    keeper.answer(&StoreJob::Pin(Typed("918273".to_owned())));
    assert!(!format!("{search:?}").contains(canary), "nor in a log");
    keeper.rest();
    drop(keeper);
    for file in fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
        let bytes = fs::read(&file).unwrap();
        for secret in [canary.as_bytes(), b"918273"] {
            assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{}", file.display());
        }
    }
}

#[test]
fn what_was_found_is_set_off_where_it_stands() {
    let home = tempfile::tempdir().unwrap();
    let mut keeper = keep(home.path(), &doubted(), "today");
    let search = StoreJob::Search { words: Typed("ガラス".to_owned()), tongue: Tongue::JA };
    let Answer::Found { hits, .. } = keeper.answer(&search) else { panic!("a search is answered") };
    let lit =
        |line: &Line| line.bits().iter().filter(|bit| bit.strong).map(|bit| bit.base.to_string()).collect::<String>();
    let lit: Vec<_> = hits.iter().map(|hit| lit(&hit.snippet)).filter(|lit| !lit.is_empty()).collect();
    assert!(!lit.is_empty() && lit.iter().all(|lit| lit.contains("ガラス")), "{lit:?}");
}

/// What is in quotes after `Part::degraded(` and `Part::missing(`: the name of a part and what is the matter with it.
fn told_in_sources() -> Vec<(String, String)> {
    let mut out = vec![];
    for source in crate::sources::rust_sources("src") {
        for call in ["Part::degraded(", "Part::missing("] {
            for after in source.text.split(call).skip(1) {
                let mut quoted = after.split('"').skip(1).step_by(2);
                let plain = after.trim_start().starts_with('"');
                out.extend(
                    quoted.next().zip(quoted.next()).filter(|_| plain).map(|(a, b)| (a.to_owned(), b.to_owned())),
                );
            }
        }
    }
    out
}

#[test]
fn every_trouble_has_words_and_a_remedy() {
    let words = Words::shipped(&Tongue::JA);
    let told = told_in_sources();
    assert!(told.len() >= 10, "{told:?}");
    let mut missing: Vec<String> = told
        .iter()
        .flat_map(|(part, trouble)| {
            [format!("part-{part}"), format!("trouble-{trouble}"), format!("trouble-{trouble}-remedy")]
        })
        .filter(|key| words.get(key).is_none())
        .collect();
    missing.sort();
    missing.dedup();
    assert_eq!(missing, Vec::<String>::new());
}
