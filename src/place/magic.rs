//! Files that are plainly something else, told by their first bytes: what they are, and how a table is got out of them.

use super::Refusal;
use crate::reader::{Wording, both};

/// How one comes from such a file to one that can be read.
#[derive(Clone, Copy)]
enum Way {
    /// A program for tables saves it as CSV.
    Save,
    /// What is wanted is inside.
    Unpack,
    /// It has to be asked for again.
    Ask,
}

/// Why the file is refused, if its first bytes say what it is.
pub(super) fn refusal(bytes: &[u8]) -> Option<Refusal> {
    let (ja, en, way) = known(bytes)?;
    Some(Refusal::new(
        both(format!("{ja}の ようです。表として 読めません"), format!("this looks like {en}, not a table")),
        way.help(),
    ))
}

fn known(bytes: &[u8]) -> Option<(&'static str, &'static str, Way)> {
    Some(match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => packed(bytes),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            ("Excelなどの 古い 形の ファイル", "an Excel workbook or another old Office file", Way::Save)
        }
        [b'%', b'P', b'D', b'F', ..] => ("PDF", "a PDF", Way::Ask),
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => {
            ("写真か 絵", "a picture", Way::Ask)
        }
        [0x1f, 0x8b, ..] | [b'7', b'z', 0xbc, 0xaf, ..] | [b'R', b'a', b'r', b'!', ..] => {
            ("圧縮した ファイル", "an archive", Way::Unpack)
        }
        [0, 0, 0x27, 0x0a, ..] => ("地図ソフトの ファイル（シェープファイル）", "a shapefile", Way::Ask),
        _ if bytes.starts_with(b"SQLite format 3") => ("データベース（SQLite）", "an SQLite database", Way::Ask),
        _ if bytes.starts_with(b"{\\rtf") => ("ワープロの ファイル", "a word processor file", Way::Ask),
        _ => return None,
    })
}

/// Office files are archives too: the names within say of what.
fn packed(bytes: &[u8]) -> (&'static str, &'static str, Way) {
    let head = bytes.get(..256 * 1024).unwrap_or(bytes);
    let has = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    if has(b"xl/") || has(b"opendocument.spreadsheet") {
        ("Excelなどの 表計算の ファイル", "an Excel workbook or another spreadsheet", Way::Save)
    } else if has(b"word/") || has(b"opendocument.text") {
        ("ワープロの ファイル", "a word processor file", Way::Ask)
    } else {
        ("圧縮した ファイル（ZIP）か Excelの ファイル", "a ZIP archive or an Excel workbook", Way::Unpack)
    }
}

impl Way {
    fn help(self) -> Wording {
        match self {
            Self::Save => both(
                "表計算ソフトで ひらき、「名前を 付けて 保存」→「CSV UTF-8」で ほぞんして、その ファイルを 入れてください",
                "open it in a spreadsheet program, save it as CSV UTF-8, and import that file",
            ),
            Self::Unpack => both(
                "ひらいて（展開して）、中の CSVを 入れてください。Excelなら CSVで ほぞんした ものを 入れてください",
                "unpack it and import the CSV within; of an Excel workbook, save it as CSV first",
            ),
            Self::Ask => both(
                "もとの 表を CSVで ほぞんした ものを もらって、その ファイルを 入れてください",
                "ask for the table itself, saved as CSV, and import that file",
            ),
        }
    }
}
