//! Builds the Japanese dictionary from its sources, once, when the voice is prepared (`script/voice`): the format belongs to the
//! version of jpreprocess that reads it, so it is made by the very program that will use it.

use jpreprocess_dictionary::dictionary::to_dict::JPreprocessDictionaryBuilder;
use lindera_dictionary::dictionary::metadata::Metadata;
use std::path::{Path, PathBuf};

/// The sources, all in UTF-8: any number of `*.csv` (naist-jdic, place names) and these.
const DEFINITIONS: [&str; 3] = ["matrix.def", "char.def", "unk.def"];

/// The file that says which version of jpreprocess a dictionary is for, and what it says.
pub(super) const MADE: &str = "made-for";
pub(super) const FORMAT: &str = jpreprocess::VERSION;

/// Why there is no dictionary now.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    #[error("{0}: not there. Run script/voice, which fetches the dictionary's sources")]
    Source(PathBuf),
    #[error("{path}: the dictionary could not be built: {why}")]
    Build { path: PathBuf, why: String },
}

/// Builds from `source` (a folder) into `out` (a folder, made if need be). About ten seconds and 0.8 GB of memory.
pub fn dictionary(source: &Path, out: &Path) -> Result<(), MakeError> {
    for name in DEFINITIONS {
        let path = source.join(name);
        if !path.is_file() {
            return Err(MakeError::Source(path));
        }
    }
    // naist-jdic was written in EUC-JP; Debian's source package carries it in UTF-8.
    let metadata = Metadata { encoding: "UTF-8".to_owned(), ..JPreprocessDictionaryBuilder::default_metadata() };
    let failed = |why: String| MakeError::Build { path: source.to_owned(), why };
    JPreprocessDictionaryBuilder::new(metadata).build_dictionary(source, out).map_err(|err| failed(err.to_string()))?;
    std::fs::write(out.join(MADE), FORMAT).map_err(|err| failed(err.to_string()))
}
