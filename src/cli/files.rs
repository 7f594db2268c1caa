//! The files of authors, read from disk. Everything else about them is pure.

use crate::{
    config::{FileKind, Town},
    content::SourceFile,
    phone,
    reader::{Problem, Source},
    words::Tongue,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

/// Files deeper than this are nobody's content.
const DEEPEST: usize = 8;
/// More is read from no file: the reader says that it is too large.
const MOST: u64 = 2 * 1024 * 1024;

/// Every file of a content folder, sorted by path. Hidden files and those of editors are left out.
pub(crate) fn content(root: &Path) -> io::Result<Vec<SourceFile>> {
    below(root, root)
}

/// The files of a content folder that stand in one of its folders.
pub(crate) fn below(root: &Path, folder: &Path) -> io::Result<Vec<SourceFile>> {
    let mut out = vec![];
    for path in paths(folder)? {
        let below = path.strip_prefix(root).unwrap_or(&path);
        let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        out.push(SourceFile { path: parts.join("/"), name: path.display().to_string(), bytes: bytes(&path)? });
    }
    Ok(out)
}

/// The paths of all that [`content`] reads.
pub(crate) fn paths(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = vec![];
    gather(root, 0, &mut paths)?;
    Ok(paths)
}

/// The files of words among those of a content folder, by tongue, with everything that is wrong in them.
pub(crate) fn words(files: &[SourceFile]) -> (BTreeMap<Tongue, Vec<Source>>, Vec<Problem>) {
    let (mut tongues, mut problems) = (BTreeMap::<Tongue, Vec<Source>>::new(), vec![]);
    for file in files {
        if let ["ui", tag, name] = file.path.split('/').collect::<Vec<_>>().as_slice()
            && Path::new(name).extension().is_some_and(|ending| ending == "ftl")
            && let Some(tongue) = Tongue::parse(tag)
        {
            let (source, unread) = Source::read(file.name.clone(), &file.bytes);
            problems.extend(unread);
            problems.extend(crate::words::check(&tongue, &source.name, &source.text));
            tongues.entry(tongue).or_default().push(source);
        }
    }
    (tongues, problems)
}

/// The bytes of a file, no more than anybody writes by hand.
pub(crate) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    use io::Read as _;
    let named = |err: io::Error| io::Error::new(err.kind(), format!("{}: {err}", path.display()));
    let mut out = vec![];
    fs::File::open(path).and_then(|file| file.take(MOST).read_to_end(&mut out)).map_err(named)?;
    Ok(out)
}

/// The towns whose files lie beside the kiosk's own, with everything that is wrong in them. What cannot be read is not there.
pub(crate) fn towns_beside(config: &Path) -> (Vec<Town>, Vec<Problem>) {
    let folder = config.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (mut towns, mut problems) = (vec![], vec![]);
    let mut paths: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path != config && path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    for path in paths {
        let Ok(bytes) = bytes(&path) else { continue };
        let (source, unread) = Source::read(path.display().to_string(), &bytes);
        if FileKind::of(&source) == FileKind::Town {
            let (town, found) = Town::read(&id(&path), &source);
            towns.extend(town);
            problems.extend(unread.into_iter().chain(found));
        }
    }
    (towns, problems)
}

/// A file's name without its ending: the id of a town.
pub(crate) fn id(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn gather(folder: &Path, depth: usize, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    if depth > DEEPEST {
        return Ok(());
    }
    for entry in entries(folder)? {
        let path = entry.path();
        // The folder has told already what is a folder: every start of a kiosk with `--content` goes through all of it.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir() || (kind.is_symlink() && path.is_dir()));
        if is_folder {
            gather(&path, depth + 1, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

/// What stands in a folder, sorted by name, but for hidden files and those of editors.
pub(crate) fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    Ok(entries(folder)?.iter().map(fs::DirEntry::path).collect())
}

fn entries(folder: &Path) -> io::Result<Vec<fs::DirEntry>> {
    let named = |err: io::Error| io::Error::new(err.kind(), format!("{}: {err}", folder.display()));
    let mut entries = fs::read_dir(folder).map_err(named)?.collect::<Result<Vec<_>, _>>().map_err(named)?;
    entries.retain(|entry| {
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        !(name.starts_with(b".") || name.ends_with(b"~") || name.starts_with(b"#"))
    });
    entries.sort_by_cached_key(fs::DirEntry::file_name);
    Ok(entries)
}

/// Stands before the names of apps that the program brings along: their faults are nobody's here.
pub(crate) const BUILT_IN: &str = "built-in/";

/// The folder of lessons that a path is, or is in: the one that holds the phone's home screen, or lessons.
pub(crate) fn lessons_root(path: &Path) -> Option<PathBuf> {
    let has_lesson = |root: &Path| {
        let mut below = fs::read_dir(root).into_iter().flatten().flatten();
        below.any(|entry| entry.path().join("lesson.toml").is_file())
    };
    let named = |root: &Path| root.file_name().is_some_and(|name| name == "lessons") && root.join("phone").is_dir();
    let holds = |root: &&Path| root.join("phone/home.toml").is_file() || named(root) || has_lesson(root);
    path.ancestors().find(holds).map(Path::to_path_buf)
}

/// The folder of lessons that a command works on: the one that was named, else the one beside the source; `None`: what the program carries.
pub(crate) fn lessons_folder(named: Option<&Path>) -> Option<PathBuf> {
    let beside = || lessons_root(Path::new("lessons")).filter(|root| root.ends_with("lessons"));
    named.map(Path::to_path_buf).or_else(beside)
}

/// Apps and lessons from a folder, or those that the program carries. The apps of a folder are added to the phone that the program carries; one of the
/// same name takes its place, with its translations.
pub(crate) fn lessons(folder: Option<&Path>) -> io::Result<Vec<SourceFile>> {
    let Some(folder) = folder else { return Ok(phone::shipped()) };
    let mut found = content(folder)?;
    let stem = |path: &str| path.strip_prefix("phone/").and_then(|name| name.split('.').next()).map(str::to_owned);
    let own: BTreeSet<_> = found.iter().filter_map(|file| stem(&file.path)).collect();
    let brought = phone::shipped().into_iter().filter(|file| stem(&file.path).is_some_and(|app| !own.contains(&app)));
    found.extend(brought.map(|file| SourceFile { name: format!("{BUILT_IN}{}", file.path), ..file }));
    Ok(found)
}

/// What stands at the top of a content folder.
const TOP: &[&str] =
    &["guides", "faq", "navigators", "pictures", "words", "ui", "synonyms.toml", "sources.toml", "amounts.toml"];

/// The content folder that a path is, or is in.
pub(crate) fn root(path: &Path) -> Option<PathBuf> {
    let in_it = |root: &Path| {
        let first = path.strip_prefix(root).ok()?.components().next()?;
        TOP.iter().any(|top| first.as_os_str() == *top).then(|| root.to_path_buf())
    };
    let holds = |path: &Path| TOP.iter().any(|top| path.join(top).exists()).then(|| path.to_path_buf());
    holds(path).or_else(|| path.ancestors().skip(1).find_map(in_it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_folder_is_found_from_within() {
        for path in ["content", "content/guides", "content/guides/jishin/ja.md", "content/ui/ja/common.ftl"] {
            assert_eq!(root(Path::new(path)), Some(PathBuf::from("content")), "{path}");
        }
        assert_eq!(root(Path::new("kiosk-config/kiosk.toml")), None);
    }
}
