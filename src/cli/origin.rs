//! Where a kiosk's content comes from: the program itself, or the folder of `--content`. At a start it is only *named*, which costs a look
//! into the folder and no reading; it is read when content has to be built, or when staff ask what is wrong in it.

use super::files;
use crate::{
    content::{self, SourceFile},
    reader::Source,
    words::{Tongue, Words},
};
use std::{
    env, fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Shipped,
    Folder(PathBuf),
}

/// A file written so lately may be written again without its stamps showing it: two seconds is the coarsest stamp of any file system.
const YOUNG: Duration = Duration::from_secs(4);

impl Origin {
    /// The folder, or why it cannot be used.
    pub(super) fn of(folder: Option<&Path>) -> Result<Self, io::Error> {
        let Some(folder) = folder else { return Ok(Self::Shipped) };
        files::list(folder).map(|_| Self::Folder(folder.to_owned()))
    }

    /// All files, read now.
    pub(super) fn files(&self) -> io::Result<Vec<SourceFile>> {
        match self {
            Self::Shipped => Ok(content::shipped()),
            Self::Folder(root) => files::content(root),
        }
    }

    /// The templates of notices. They are wanted at every start: nothing else is read.
    pub(super) fn notices(&self) -> Vec<SourceFile> {
        let shipped = || content::shipped_below("notices/");
        match self {
            Self::Shipped => shipped(),
            Self::Folder(root) => files::below(root, &root.join("notices")).unwrap_or_else(|_| shipped()),
        }
    }

    /// As [`Origin::files`]; what the program carries stands in for a folder that cannot be read.
    pub(super) fn files_or_shipped(&self) -> Vec<SourceFile> {
        self.files().unwrap_or_else(|_| content::shipped())
    }

    /// Names all that content is made of: the files, the dictionary that reads them, the program that builds it. Differs whenever
    /// any of them does; costs a look at each file of a folder, and not at what is in it.
    pub(super) fn recipe(&self, voice: Option<&Path>) -> Vec<u8> {
        let mut recipe = content::SHIPPED_DIGEST.to_le_bytes().to_vec();
        if let Self::Folder(root) = self
            && let Ok(listed) = listing(root)
        {
            recipe.extend(listed.to_le_bytes());
        }
        recipe.push(0);
        recipe.extend(voice.iter().flat_map(|folder| files::bytes(&folder.join("VERSION")).unwrap_or_default()));
        let program = env::current_exe().and_then(fs::metadata);
        recipe.extend(
            program.iter().flat_map(|meta| numbers([meta.size().cast_signed(), meta.mtime(), meta.mtime_nsec()])),
        );
        recipe
    }

    /// The words of the kiosk, with those that the folder brings. Reads the files of words alone.
    pub(super) fn words(&self, tongue: &Tongue) -> Words {
        let more = |tongue: &Tongue| match self {
            Self::Shipped => vec![],
            Self::Folder(root) => own_words(&root.join("ui").join(tongue.tag())),
        };
        Words::load(tongue, &self.tongues(), &more).0
    }

    /// The tongues for which the folder has files of words.
    fn tongues(&self) -> Vec<Tongue> {
        let Self::Folder(root) = self else { return vec![] };
        let named = |folder: &PathBuf| Tongue::parse(&folder.file_name()?.to_string_lossy());
        let found = files::list(&root.join("ui")).unwrap_or_default();
        found.iter().filter(|folder| folder.is_dir()).filter_map(named).collect()
    }
}

/// Every file of words in a folder, by name; one that cannot be read is told by `engawa check` and on the page of staff.
fn own_words(folder: &Path) -> Vec<(String, String)> {
    let found = files::list(folder).unwrap_or_default();
    let own = found.iter().filter(|path| path.extension().is_some_and(|ending| ending == "ftl") && path.is_file());
    own.filter_map(|path| {
        let name = path.display().to_string();
        Some((name.clone(), Source::read(name, &files::bytes(path).ok()?).0.text))
    })
    .collect()
}

/// Each file with what the file system says of it, in one number. That is enough: no content changes without a new time of change. Only where two
/// changes may fall into one stamp do the bytes themselves take part.
fn listing(root: &Path) -> io::Result<u64> {
    let mut out = DefaultHasher::new();
    for path in files::paths(root)? {
        let meta = fs::metadata(&path)?;
        // What follows the root, by its bytes: thousands of paths are gone through at every start.
        path.as_os_str().as_encoded_bytes().get(root.as_os_str().len()..).hash(&mut out);
        (meta.size(), meta.ino(), meta.mtime(), meta.mtime_nsec(), meta.ctime(), meta.ctime_nsec()).hash(&mut out);
        if is_young(&meta) {
            files::bytes(&path)?.hash(&mut out);
        }
    }
    Ok(out.finish())
}

#[expect(
    clippy::disallowed_methods,
    reason = "compared with stamps of the file system, which the machine's own clock made"
)]
fn is_young(meta: &fs::Metadata) -> bool {
    let now = SystemTime::now();
    // A stamp from the future says nothing.
    let young = |then: SystemTime| now.duration_since(then).map_or(true, |age| age < YOUNG);
    let changed = u64::try_from(meta.ctime()).map(|seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
    meta.modified().map_or(true, young) || changed.map_or(true, young)
}

fn numbers<const N: usize>(numbers: [i64; N]) -> impl Iterator<Item = u8> {
    numbers.into_iter().flat_map(i64::to_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with one guide, and its origin.
    fn folder() -> (tempfile::TempDir, PathBuf, Origin) {
        let root = tempfile::tempdir().unwrap();
        let guide = root.path().join("guides/a/ja.md");
        fs::create_dir_all(guide.parent().unwrap()).unwrap();
        fs::write(&guide, "one").unwrap();
        let origin = Origin::of(Some(root.path())).unwrap();
        (root, guide, origin)
    }

    fn age(path: &Path, stamp: SystemTime) {
        fs::File::options().write(true).open(path).unwrap().set_modified(stamp).unwrap();
    }

    #[test]
    fn a_recipe_changes_with_whatever_content_is_made_of() {
        let (root, guide, origin) = folder();
        let (before, stamp) = (origin.recipe(None), fs::metadata(&guide).unwrap().modified().unwrap());
        assert_eq!(origin.recipe(None), before);
        assert_ne!(Origin::Shipped.recipe(None), before);
        // As long as before, and its time of writing set back: `cp -p` and `rsync -t` do that.
        fs::write(&guide, "two").unwrap();
        age(&guide, stamp);
        let second = origin.recipe(None);
        assert_ne!(second, before);
        fs::create_dir(root.path().join("faq")).unwrap();
        fs::write(root.path().join("faq/x"), "").unwrap();
        assert_ne!(origin.recipe(None), second);
        let third = origin.recipe(None);
        fs::write(root.path().join("VERSION"), "2").unwrap();
        assert_ne!(origin.recipe(Some(root.path())), third);
    }

    #[test]
    fn a_folder_that_is_gone_is_told_and_the_program_s_own_content_stands_in() {
        let (root, _, origin) = folder();
        assert_eq!(origin.files_or_shipped().len(), 1);
        drop(root);
        assert_eq!(origin.files_or_shipped(), content::shipped());
        assert!(Origin::of(Some(Path::new("/nowhere"))).is_err());
    }

    #[test]
    fn words_of_a_folder_overrule_those_of_the_program() {
        let (root, _, origin) = folder();
        let ui = root.path().join("ui/ja");
        fs::create_dir_all(&ui).unwrap();
        fs::write(ui.join("a.ftl"), "kiosk-name = むらの えんがわ\n").unwrap();
        fs::write(ui.join("notes.txt"), "kiosk-name = x\n").unwrap();
        assert_eq!(origin.words(&Tongue::JA).kiosk_name().plain(), "むらの えんがわ");
        assert_ne!(Origin::Shipped.words(&Tongue::JA).kiosk_name().plain(), "むらの えんがわ");
        let tagalog = root.path().join("ui/tl");
        fs::create_dir_all(&tagalog).unwrap();
        fs::write(tagalog.join("common.ftl"), "name-of-tongue = Tagalog\nturn-next = Susunod\n").unwrap();
        let tl = Tongue::parse("tl").unwrap();
        assert!(origin.words(&Tongue::JA).offered().iter().any(|offered| offered.name.plain() == "Tagalog"));
        assert_eq!((origin.words(&tl).tongue(), origin.words(&tl).turn_next().plain()), (&tl, "Susunod".to_owned()));
    }
}
