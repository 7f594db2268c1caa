//! A folder of telegrams, or a stick that is put in: where there is no network, somebody brings them. It is looked at again and again; a file
//! that was read is not read a second time.

use super::{
    feeds::{Refused, Told},
    take::{Taken, take},
};
use crate::{
    alert::LARGEST,
    clock::Now,
    store::{StoreError, Telegrams},
};
use std::{
    fs::{self, File, Metadata},
    io::{self, Read},
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

/// Folders inside each other that are looked into.
const DEEP: usize = 4;
/// Files that are looked at; a stick may hold all the pictures of somebody's life.
const MOST: usize = 20_000;
/// Files that are written to disk together.
const AT_ONCE: usize = 64;

/// Takes in what is new. A folder that is not there brings nothing: the stick is not in.
///
/// # Errors
/// What the kiosk's own disk says. What is wrong with a file is told, and changes nothing of what was known.
pub fn look(folder: &Path, store: &mut Telegrams, now: Now) -> Result<Told, StoreError> {
    let mut told = Told::default();
    let mut found = vec![];
    walk(folder, DEEP, &mut found);
    found.sort();
    for some in found.chunks(AT_ONCE) {
        let mut taken: Vec<(String, Taken)> = vec![];
        for path in some {
            let Ok(about) = fs::metadata(path) else { continue };
            let name = name(path, &about);
            if !store.lacks(&name)? {
                told.skipped.known += 1;
                continue;
            }
            let shown = path.display().to_string();
            match read(path, &about).and_then(|raw| take(&shown, raw).map_err(|err| err.to_string())) {
                Ok(one) => taken.push((name, one)),
                Err(why) => {
                    store.was_refused(&name, now.at)?;
                    told.refused.push(Refused { file: shown, why });
                }
            }
        }
        let all: Vec<_> = taken.iter().map(|(_, one)| one.received()).collect();
        told.new += store.keep(&all, now)?;
        for (name, one) in &taken {
            store.has_now(name, now.at)?;
            told.fetched.push(one.file.clone());
        }
    }
    Ok(told)
}

/// A file that is still being copied onto a stick has another size when it is whole, and is then another file.
fn name(path: &Path, about: &Metadata) -> String {
    let changed = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    format!("file {} {} {}", path.display(), about.len(), changed.as_millis())
}

fn read(path: &Path, about: &Metadata) -> Result<Vec<u8>, String> {
    if about.len() > LARGEST as u64 {
        return Err(format!("{} bytes are more than a telegram has", about.len()));
    }
    let mut raw = vec![];
    let read: io::Result<usize> = File::open(path).and_then(|file| file.take(LARGEST as u64).read_to_end(&mut raw));
    read.map(|_| raw).map_err(|err| err.to_string())
}

fn walk(folder: &Path, deep: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let (Ok(kind), path) = (entry.file_type(), entry.path()) else { continue };
        let telegram = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("xml"));
        // Nothing that leads elsewhere is followed: a stick is somebody else's.
        if kind.is_dir() && deep > 0 {
            walk(&path, deep - 1, found);
        } else if kind.is_file() && telegram && found.len() < MOST {
            found.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    #[test]
    fn a_stick_is_read_once_and_what_changed_on_it_again() {
        let home = tempfile::tempdir().unwrap();
        let stick = tempfile::tempdir().unwrap();
        let mut store = Telegrams::open(home.path()).unwrap();
        let now = Now { at: Timestamp::UNIX_EPOCH, trusted: false };
        let mut brings = |folder: &Path| {
            let told = look(folder, &mut store, now).unwrap();
            (told.new, told.fetched.len(), told.skipped.known, told.refused.len())
        };
        assert_eq!(brings(&stick.path().join("not in")), (0, 0, 0, 0));
        fs::create_dir(stick.path().join("xml")).unwrap();
        let file = stick.path().join("xml/20261121000000_0_VPWW55_090000.xml");
        let telegram = include_str!("../../tests/cases/sync/data/20261121085500_0_VPWW55_090000.xml");
        fs::write(&file, &telegram.as_bytes()[..200]).unwrap();
        fs::write(stick.path().join("photo.jpg"), "no telegram").unwrap();
        assert_eq!(brings(stick.path()), (0, 0, 0, 1), "half a file is refused");
        fs::write(&file, telegram).unwrap();
        assert_eq!(brings(stick.path()), (1, 1, 0, 0), "and taken when it is whole");
        assert_eq!(brings(stick.path()), (0, 0, 1, 0));
    }
}
