//! Files that came half: kept on disk as they come in, with the mark of the version they belong to, so that the rest alone is asked for,
//! also after a power cut.

use super::Mark;
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

/// Halves older than so many others are thrown away.
const KEPT: usize = 32;

/// The folder in which halves lie.
#[derive(Clone, Debug)]
pub struct Parts {
    folder: PathBuf,
}

/// One half: `<name>.part` holds its bytes, `<name>.mark` its mark.
#[derive(Debug)]
pub(super) struct Part {
    bytes: PathBuf,
    mark: PathBuf,
}

impl Parts {
    /// Those of the kiosk whose state is in `home`; nothing is written before something comes in.
    pub fn of(home: &Path) -> Self {
        Self { folder: home.join("incoming") }
    }

    pub(super) fn part(&self, url: &str) -> Part {
        let digest = Sha256::digest(url.as_bytes());
        let name = digest.iter().take(8).fold(0_u64, |name, byte| (name << 8) | u64::from(*byte));
        let path = |end: &str| self.folder.join(format!("{name:016x}.{end}"));
        Part { bytes: path("part"), mark: path("mark") }
    }

    /// Nobody asks for a document for ever; the disk shall not fill with halves.
    pub(super) fn sweep(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let mut all: Vec<_> =
            entries.flatten().filter_map(|at| Some((at.metadata().ok()?.modified().ok()?, at.path()))).collect();
        all.sort();
        for (_, path) in all.iter().rev().skip(2 * KEPT) {
            fs::remove_file(path).ok();
        }
    }
}

impl Part {
    /// How many bytes are here, and of which version. Nothing where either file is missing or says nothing.
    pub(super) fn here(&self) -> Option<(u64, Mark)> {
        let bytes = fs::metadata(&self.bytes).ok()?.len();
        let text = fs::read_to_string(&self.mark).ok()?;
        let mut lines = text.lines().map(|line| Some(line.to_owned()).filter(|line| !line.is_empty()));
        let mark = Mark { etag: lines.next().flatten(), modified: lines.next().flatten() };
        (bytes > 0 && mark.validator().is_some()).then_some((bytes, mark))
    }

    /// Begins anew with a version.
    pub(super) fn begin(&self, mark: &Mark) -> io::Result<File> {
        if let Some(folder) = self.bytes.parent() {
            fs::create_dir_all(folder)?;
        }
        let text = |of: &Option<String>| of.clone().unwrap_or_default().replace(['\r', '\n'], "");
        // Without its mark a half is worth nothing, so it is there first.
        fs::remove_file(&self.bytes).or_else(missing_is_fine)?;
        fs::write(&self.mark, format!("{}\n{}\n", text(&mark.etag), text(&mark.modified)))?;
        File::create(&self.bytes)
    }

    pub(super) fn go_on(&self) -> io::Result<File> {
        File::options().append(true).open(&self.bytes)
    }

    /// All of it, and it is here no more.
    pub(super) fn take(&self) -> io::Result<Vec<u8>> {
        let mut bytes = vec![];
        File::open(&self.bytes)?.read_to_end(&mut bytes)?;
        self.drop();
        Ok(bytes)
    }

    pub(super) fn drop(&self) {
        fs::remove_file(&self.bytes).ok();
        fs::remove_file(&self.mark).ok();
    }
}

fn missing_is_fine(err: io::Error) -> io::Result<()> {
    if err.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(err) }
}

/// Both errors of copying apart: a network that fails leaves what came, a disk that fails ends it.
pub(super) enum Stopped {
    Network(io::Error),
    Disk(io::Error),
}

/// Writes at most `most` bytes as they come; returns how many came.
pub(super) fn copy(from: &mut dyn Read, to: &mut File, most: u64) -> (u64, Option<Stopped>) {
    let (mut buffer, mut came) = (vec![0; 16 << 10], 0_u64);
    while came < most {
        let read = match from.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(err) if err.kind() == io::ErrorKind::Interrupted => continue,
            Err(err) => return (came, Some(Stopped::Network(err))),
        };
        came += read as u64;
        if let Err(err) = to.write_all(buffer.get(..read).unwrap_or_default()) {
            return (came, Some(Stopped::Disk(err)));
        }
    }
    (came, None)
}
