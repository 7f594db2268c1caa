//! Packs as the store takes them: kept as files until they are no longer needed, so that a damaged database can be made again,
//! and turned into documents.

use super::{
    document::{Document, Hash, Shipment},
    search, shelves,
    trouble::{StoreError, Trouble},
};
use crate::{
    content::{Extra, Item, Kind, Pack},
    words::{Line, Tongue},
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

/// The channel of the content that every kiosk has.
pub(super) const CORE: &str = "core";
const FOLDER: &str = "packs";

pub(super) fn digest(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

pub(super) fn hex(digest: &Hash) -> String {
    digest.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

/// What is in `pack`, ready to be installed.
pub(super) fn shipment(pack: &Pack, revision: String, digest: Hash) -> Result<Shipment, StoreError> {
    let items = pack.items.iter().map(document);
    let synonym = |word: &String| (word.clone(), pack.typed.get(word).cloned().unwrap_or_default());
    let credits = (!pack.credits.is_empty()).then(|| credits(pack));
    Ok(Shipment {
        channel: CORE.to_owned(),
        revision,
        digest,
        documents: items
            .chain(pack.extras.iter().map(|extra| Ok(brought(extra))))
            .chain(credits)
            .collect::<Result<_, _>>()?,
        synonyms: pack.synonyms.iter().map(|team| team.iter().map(synonym).collect()).collect(),
    })
}

fn document(item: &Item) -> Result<Document, StoreError> {
    let guide = &item.guide;
    Ok(Document {
        kind: match guide.kind {
            Kind::Guide => "guide",
            Kind::Faq => "faq",
            Kind::Procedure => "procedure",
            Kind::Word => search::WORD,
        }
        .to_owned(),
        id: guide.id.clone(),
        tongue: guide.tongue.clone(),
        title: guide.title.clone(),
        listed: text(&item.entry())?,
        also: guide.tags.clone(),
        text: guide.lines().into_iter().filter(|line| **line != guide.title).cloned().collect(),
        read: item.kana.clone(),
        body: text(guide)?.into_bytes(),
    })
}

/// What another room brought.
pub(super) fn brought(extra: &Extra) -> Document {
    let Extra { kind, id, tongue, title, listed, tags, lines, kana, body } = extra.clone();
    Document { kind, id, tongue, title, listed, also: tags, text: lines, read: kana, body: body.into_bytes() }
}

fn credits(pack: &Pack) -> Result<Document, StoreError> {
    Ok(Document {
        kind: shelves::CREDITS.to_owned(),
        id: shelves::CREDITS.to_owned(),
        // Of no tongue: nobody comes across it on a shelf or in a search.
        tongue: Tongue::parse("zxx").unwrap_or(Tongue::JA),
        title: Line::default(),
        listed: String::new(),
        also: vec![],
        text: vec![],
        read: String::new(),
        body: text(&pack.credits)?.into_bytes(),
    })
}

fn text(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|err| StoreError::Pack(err.to_string()))
}

/// Writes the bytes where they survive: either all of them stand under their name, or none.
pub(super) fn keep(home: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let folder = home.join(FOLDER);
    let path = file(home, &digest(bytes));
    let new = path.with_extension("new");
    let write = || {
        fs::create_dir_all(&folder)?;
        let mut out = File::create(&new)?;
        out.write_all(bytes)?;
        out.sync_all()?;
        fs::rename(&new, &path)?;
        File::open(&folder)?.sync_all()
    };
    write().map_err(StoreError::io("keeping the pack", &path))
}

/// Removes the packs that are neither shown nor can be gone back to. A file that stays does no harm.
pub(super) fn clear(home: &Path, needed: &[Hash]) {
    let needed: Vec<PathBuf> = needed.iter().map(|digest| file(home, digest)).collect();
    for path in files(home).into_iter().filter(|path| !needed.contains(path)) {
        fs::remove_file(path).ok();
    }
}

/// The kept packs that can be used, `first` before all others, then the youngest; and what is wrong with the others.
pub(super) fn usable(home: &Path, first: Option<&str>) -> (Vec<Vec<u8>>, Vec<Trouble>) {
    let (mut good, mut troubles) = (vec![], vec![]);
    let written = |path: &PathBuf| fs::metadata(path).and_then(|meta| meta.modified()).ok();
    let mut paths = files(home);
    paths.sort_by_key(|path| std::cmp::Reverse(written(path)));
    paths.sort_by_key(|path| path.file_stem().and_then(|stem| stem.to_str()) != first);
    for path in paths {
        let read = fs::read(&path).map_err(|err| err.to_string());
        match read.and_then(|bytes| Pack::from_bytes(&bytes).map(|_| bytes).map_err(|err| err.to_string())) {
            Ok(bytes) if file(home, &digest(&bytes)) == path => good.push(bytes),
            Ok(_) => troubles.push(Trouble::PackUnusable { path, why: "its name and its bytes differ".to_owned() }),
            Err(why) => troubles.push(Trouble::PackUnusable { path, why }),
        }
    }
    (good, troubles)
}

fn file(home: &Path, digest: &Hash) -> PathBuf {
    home.join(FOLDER).join(hex(digest)).with_extension("pack")
}

fn files(home: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(home.join(FOLDER)).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "pack")).collect();
    paths.sort();
    paths
}
