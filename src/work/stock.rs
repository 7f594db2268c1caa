//! Which places a kiosk has before anybody brings any: those of the files that its town names, or the samples of the fictional town
//! until a town is chosen.

use crate::{
    config::{Config, Sort},
    content::{NoReadings, Readings},
    job::{Part, SAMPLE},
    place::{self, Import, LARGEST, Refusal},
    store::{PlaceFile, Store, StoreError},
};
use jiff::Timestamp;
use std::{
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::Arc,
};
use thiserror::Error;

/// What the keeper stocks the store with.
#[derive(Clone)]
pub struct Stocking {
    pub config: Arc<Config>,
    /// The files of `[places] files`, where they lie.
    pub files: Vec<PathBuf>,
    /// Where data that the town publishes at an address lie once they were fetched, with that address.
    pub published: Option<(String, PathBuf)>,
    /// The Japanese front end, loaded when there is something to read.
    pub readings: Arc<dyn Fn() -> Box<dyn Readings> + Send + Sync>,
}

impl Default for Stocking {
    fn default() -> Self {
        Self { config: Arc::default(), files: vec![], published: None, readings: Arc::new(|| Box::new(NoReadings)) }
    }
}

impl Stocking {
    /// The samples come as long as the kiosk is in no real town, and go when it is. They never stand beside a town's own places.
    pub(super) fn samples(&self, store: &mut Store) -> Result<(), StoreError> {
        let config = self.config.with(&store.own()?);
        let is_sample = config.town.as_ref().is_none_or(|town| town.sort == Sort::Sample);
        let names_its_own = !config.places.files.is_empty() || config.places.url.is_some();
        let sources = store.place_sources()?;
        let (there, others) = (sources.iter().any(|name| name == SAMPLE), sources.iter().any(|name| name != SAMPLE));
        if !is_sample || names_its_own || others {
            return if there { store.forget_places(SAMPLE) } else { Ok(()) };
        }
        let made_from = place::sample_bytes();
        if store.has_places(SAMPLE, &made_from)? {
            return Ok(());
        }
        let places = place::sample();
        let file = PlaceFile { source: SAMPLE, made_from: &made_from, places: &places, read: None };
        store.put_places(&file, (self.readings)().as_ref()).map(drop)
    }

    /// Takes in the files that are new or have changed. What cannot be taken is told, and what was there before stays.
    pub(super) fn files(&self, store: &mut Store) -> Vec<Part> {
        let fetched = self.published.iter().filter(|(_, path)| path.exists());
        let all =
            self.files.iter().map(|path| (name(path), path)).chain(fetched.map(|(url, path)| (url.clone(), path)));
        let told = all.filter_map(|(source, path)| file(store, &source, path).err()).collect();
        // What a power cut left unread, and what a file brought just now.
        if store.has_unread_places().unwrap_or_default() {
            store.read_places((self.readings)().as_ref()).ok();
        }
        told
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn file(store: &mut Store, source: &str, path: &Path) -> Result<(), Part> {
    let refused = |why: String| Part::degraded("places", "places-refused", format!("{}: {why}", path.display()));
    let made_from = bytes(path).map_err(|err| refused(err.to_string()))?;
    if store.has_places(source, &made_from).map_err(|err| refused(err.to_string()))? {
        return Ok(());
    }
    let brought = Brought { source, bytes: &made_from, read: None };
    brought.keep(store).map(drop).map_err(|err| refused(err.to_string()))
}

/// A town's data as they came, from a file or from the address where the town publishes them.
#[derive(Clone, Copy, Debug)]
pub struct Brought<'b> {
    /// What it is called: the name of the file, or the address. Data of the same name take the place of those before.
    pub source: &'b str,
    pub bytes: &'b [u8],
    /// When they were read where they are published; `None`: just now.
    pub read: Option<Timestamp>,
}

/// Why data are not taken; the places from before stay.
#[derive(Debug, Error)]
pub enum NotTaken {
    #[error("{}", .0.why.ja)]
    Refused(Refusal),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Brought<'_> {
    /// Reads the data and keeps their places; [`Store::read_places`] does the rest. What was mended and refused is in the answer.
    ///
    /// # Errors
    /// [`NotTaken::Refused`] when the bytes are no table of places; what the store says when it cannot keep them.
    pub fn keep(&self, store: &mut Store) -> Result<Import, NotTaken> {
        let import = place::import(self.source, self.bytes, None, None).map_err(NotTaken::Refused)?;
        let Self { source, bytes, read } = *self;
        store.keep_places(&PlaceFile { source, made_from: bytes, places: &import.places, read })?;
        Ok(import)
    }
}

/// One byte more than is taken at most, so that the import can say that it is too large.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut out = vec![];
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut out)?;
    Ok(out)
}
