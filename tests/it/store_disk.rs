//! What the store survives: damage, other versions, other processes, disks that cannot be written.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::store::{clock, found, small};
use engawa::{
    config::Mode,
    job::PinAnswer,
    store::{Part, Store, StoreError, Trouble},
    words::Tongue,
};
use std::{fs, path::Path};

#[test]
fn a_second_kiosk_is_told_plainly_and_a_reader_may_look_in() {
    let home = tempfile::tempdir().unwrap();
    let (mut first, _) = Store::open(home.path(), clock()).unwrap();
    first.install(&small().to_bytes().unwrap()).unwrap();
    let second = Store::open(home.path(), clock());
    assert!(matches!(&second, Err(StoreError::Busy(at)) if at == home.path()));
    let reader = Store::open_to_read(home.path(), clock()).unwrap();
    assert_eq!(found(&reader, "りさい", &Tongue::JA), ["risai"]);
    drop(first);
    Store::open(home.path(), clock()).unwrap();
}

#[test]
fn what_staff_set_is_there_after_an_end_that_closed_nothing() {
    let home = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(home.path(), clock()).unwrap();
    store.set_mode(Mode::Shelter).unwrap();
    store.trust_clock("this boot").unwrap();
    // As a power cut or `execve` leaves them: the files as they are at this moment.
    let cut = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(home.path()).unwrap().filter_map(Result::ok).filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), cut.path().join(entry.file_name())).unwrap();
    }
    for home in [home.path(), cut.path()] {
        let reader = Store::open_to_read(home, clock()).unwrap();
        assert_eq!(reader.mode().unwrap(), Some(Mode::Shelter));
        assert!(reader.is_clock_trusted("this boot").unwrap());
        assert!(!reader.is_clock_trusted("another").unwrap());
    }
}

#[test]
fn damage_is_set_aside_and_what_is_shown_is_made_again() {
    for (file, spoil) in SPOILS {
        let home = tempfile::tempdir().unwrap();
        let (mut store, _) = Store::open(home.path(), clock()).unwrap();
        store.install(&small().to_bytes().unwrap()).unwrap();
        store.set_pin("402857").unwrap();
        drop(store);
        spoil(&home.path().join(file));
        let (mut store, mut troubles) = Store::open(home.path(), clock()).unwrap();
        troubles.extend(store.check().unwrap());
        let part = if *file == "content.db" { Part::Content } else { Part::State };
        let told = troubles.iter().any(|t| matches!(t, Trouble::SetAside { part: of, .. } if *of == part));
        assert!(told, "{file}: {troubles:?}");
        assert_eq!(found(&store, "りさい", &Tongue::JA), ["risai"], "{file}");
        assert!(home.path().join(format!("{file}.damaged-1")).exists(), "{file}");
        assert!(store.check().unwrap().is_empty(), "{file}");
        let pin = store.check_pin("402857");
        assert!(matches!(pin, Ok(PinAnswer::Right) | Err(StoreError::PinLost)), "{file}: {pin:?}");
        drop(store);
        assert_eq!(Store::open(home.path(), clock()).unwrap().1, [], "{file}: once is enough");
    }
}

type Spoil = fn(&Path);
const SPOILS: &[(&str, Spoil)] = &[
    ("content.db", |path| {
        fs::write(path, "not a database, but long enough to be looked at as one".repeat(40)).unwrap();
    }),
    ("content.db", |path| fs::write(path, [0; 100]).unwrap()),
    ("content.db", |path| overwrite(path, 2, 0xff)),
    ("content.db", |path| halve(path)),
    ("content.db", |path| sql(path, "PRAGMA user_version = 99")),
    ("content.db", |path| sql(path, "PRAGMA application_id = 7")),
    ("content.db", |path| sql(path, "UPDATE document SET body = CAST(replace(CAST(body AS TEXT), 'a', 'b') AS BLOB)")),
    ("content.db", |path| sql(path, "DELETE FROM entry WHERE position = 1")),
    ("state.db", |path| fs::write(path, "nothing").unwrap()),
    ("state.db", |path| sql(path, "PRAGMA application_id = 7")),
];

/// Everything from that half of the pages on.
fn halve(path: &Path) {
    let bytes = fs::read(path).unwrap();
    fs::write(path, bytes.get(..bytes.len() / 2).unwrap()).unwrap();
}

fn overwrite(path: &Path, from_page: usize, with: u8) {
    let mut bytes = fs::read(path).unwrap();
    bytes.get_mut(from_page * 4096..).unwrap().fill(with);
    fs::write(path, bytes).unwrap();
}

fn sql(path: &Path, statement: &str) {
    rusqlite::Connection::open(path).unwrap().execute_batch(statement).unwrap();
}

#[test]
fn a_state_from_a_newer_program_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    drop(Store::open(home.path(), clock()).unwrap());
    sql(&home.path().join("state.db"), "PRAGMA user_version = 99");
    let (mut store, troubles) = Store::open(home.path(), clock()).unwrap();
    let told = |why: &str| why.contains("newer Engawa") && why.contains("99");
    assert!(
        matches!(troubles.as_slice(), [Trouble::OtherVersion { part: Part::State, why, .. }] if told(why)),
        "{troubles:?}"
    );
    assert!(matches!(store.check_pin("402857"), Err(StoreError::PinLost)), "no door opens by trickery");
    assert!(home.path().join("state.db").exists() && !home.path().join("state.db.damaged-1").exists());
}

#[test]
fn an_old_state_is_carried_over() {
    let home = tempfile::tempdir().unwrap();
    let old = home.path().join("state.db");
    sql(&old, include_str!("../../src/store/sql/state/0001.sql"));
    sql(
        &old,
        "PRAGMA user_version = 1; PRAGMA application_id = 1164408659; INSERT INTO setting VALUES ('mode', 'shelter')",
    );
    let before = Store::open_to_read(home.path(), clock()).unwrap();
    assert_eq!(before.mode().unwrap(), Some(Mode::Shelter), "the first page after an update is of this mode already");
    drop(before);
    let (mut store, troubles) = Store::open(home.path(), clock()).unwrap();
    assert_eq!(troubles, []);
    assert_eq!(store.mode().unwrap(), Some(Mode::Shelter));
    store.set_pin("402857").unwrap();
    assert_eq!(store.check_pin("402857").unwrap(), PinAnswer::Right);
}

#[test]
fn where_nothing_can_be_written_people_can_still_read() {
    let folder = tempfile::tempdir().unwrap();
    let in_the_way = folder.path().join("file");
    fs::write(&in_the_way, "").unwrap();
    let (mut store, troubles) = Store::open(&in_the_way.join("home"), clock()).unwrap();
    let parts: Vec<_> = troubles.iter().map(|t| matches!(t, Trouble::InMemory { .. })).collect();
    assert_eq!(parts, [true, true, true], "{troubles:?}");
    store.furnish(b"1", || Ok(small())).unwrap();
    assert_eq!(found(&store, "りさい", &Tongue::JA), ["risai"]);
}

#[test]
fn a_disk_that_can_only_be_read_is_read() {
    let home = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(home.path(), clock()).unwrap();
    store.install(&small().to_bytes().unwrap()).unwrap();
    drop(store);
    // SQLite cannot write to a database when there is no place for its shared memory, as on a read-only disk.
    for file in ["content.db", "state.db", "places.db"] {
        fs::create_dir_all(home.path().join(format!("{file}-shm/in-the-way"))).unwrap();
    }
    let (mut store, troubles) = Store::open(home.path(), clock()).unwrap();
    let parts: Vec<_> = troubles.iter().map(|t| matches!(t, Trouble::ReadOnly { .. })).collect();
    assert_eq!(parts, [true, true, true], "{troubles:?}");
    assert_eq!(found(&store, "りさい", &Tongue::JA), ["risai"]);
    assert_eq!(store.check().unwrap(), []);
    let mut other = small();
    other.items.remove(0);
    let refused = store.install(&other.to_bytes().unwrap());
    assert!(matches!(refused, Err(StoreError::NotWritable { .. })), "{refused:?}");
    assert!(matches!(store.set_pin("402857"), Err(StoreError::NotWritable { .. })));
    assert_eq!(found(&store, "りさい", &Tongue::JA), ["risai"]);
    let troubles = store.furnish(b"1", || Ok(other)).unwrap();
    assert_eq!(troubles, [], "what was brought stays");
}

#[test]
fn nothing_typed_reaches_the_disk() {
    let home = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(home.path(), clock()).unwrap();
    store.install(&small().to_bytes().unwrap()).unwrap();
    store.set_pin("402857").unwrap();
    for typed in ["カナリア水", "canary71 water", "かなりあ71"] {
        store.search(typed, &Tongue::JA, 10).unwrap();
    }
    store.check_pin("918273").unwrap();
    store.check().unwrap();
    let everything = |store: Option<&Store>| {
        let all = files(home.path());
        assert!(all.len() > 2 && store.is_none_or(|_| all.iter().any(|(path, _)| path.ends_with("state.db-wal"))));
        for (path, bytes) in all {
            for canary in ["カナリア", "canary71", "カナリア71", "402857", "918273"] {
                let there = bytes.windows(canary.len()).any(|piece| piece == canary.as_bytes());
                assert!(!there, "{canary} in {path}");
            }
        }
    };
    everything(Some(&store));
    drop(store);
    everything(None);
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|p| if p.is_dir() { files(&p) } else { vec![(p.display().to_string(), fs::read(&p).unwrap())] })
        .collect()
}
