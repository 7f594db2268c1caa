//! From the bytes of a file to its text: which encoding it is in, and what is no text at all. Refuses fast, before anything is parsed.

use super::{Refusal, Repair, magic};
use crate::reader::both;
use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS, UTF_16BE, UTF_16LE};

/// The largest file that is read, in bytes. A row of open data takes some 300 to 1000.
pub const LARGEST: u64 = 32 * 1024 * 1024;

/// The longest line of a table, in bytes. The longest notes of real tables have some thousands.
const LONGEST_LINE: usize = 256 * 1024;

/// The text, and what is to be told when it was not in UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Option<Repair>), Refusal> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST {
        return Err(Refusal::too_large(size));
    }
    if let Some(refusal) = magic::refusal(bytes) {
        return Err(refusal);
    }
    let (text, name) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (std::str::from_utf8(rest).map(str::to_owned).ok(), "UTF-8"),
        [0xff, 0xfe, rest @ ..] => (without_faults(UTF_16LE, rest), "UTF-16"),
        [0xfe, 0xff, rest @ ..] => (without_faults(UTF_16BE, rest), "UTF-16"),
        _ if bytes.contains(&0) => (Some(bare_utf16(bytes).ok_or_else(binary)?), "UTF-16"),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (Some(text.to_owned()), "UTF-8"),
            Err(_) => japanese(bytes),
        },
    };
    let Some(text) = text else { return Err(unknown_encoding()) };
    let end = if text.contains('\n') { '\n' } else { '\r' };
    if !is_json(&text) && text.split(end).any(|line| line.len() > LONGEST_LINE) {
        return Err(Refusal::new(
            both("1行が 長すぎます。表では ないようです", "a line is far too long; this does not look like a table"),
            both("CSV（UTF-8）で 保存しなおしてください", "save it again as CSV (UTF-8)"),
        ));
    }
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}')) {
        return Err(binary());
    }
    if text.trim().is_empty() {
        return Err(Refusal::new(
            both("からの ファイルです", "the file is empty"),
            both("中身の ある ファイルを えらんでください", "choose a file with something in it"),
        ));
    }
    if text.trim_start().starts_with('<') {
        return Err(markup(&text));
    }
    let why = both(
        format!("文字コードが {name}だったので、読みかえました"),
        format!("the file was in {name} and was converted"),
    );
    let (was, now) = (name.to_owned(), "UTF-8".to_owned());
    let told = (name != "UTF-8").then(|| Repair { row: 0, column: String::new(), was, now, why });
    Ok((text, told))
}

/// Text in angle brackets: what it is is said near its beginning.
fn markup(text: &str) -> Refusal {
    let head: String = text.chars().take(2000).collect::<String>().to_lowercase();
    let (ja, en) = if head.contains("<html") || head.contains("doctype html") {
        ("ホームページ（HTML）", "a web page")
    } else if head.contains("<kml") || head.contains("<gpx") || head.contains("gml") {
        ("地図ソフトの ファイル（KMLなど）", "a map file (KML or the like)")
    } else {
        ("XMLの ファイル", "XML")
    };
    Refusal::new(
        both(format!("{ja}の ようです。表として 読めません"), format!("this is {en}, not a table")),
        both("CSVか GeoJSONの ファイルを もういちど もらってください", "get the file again as CSV or GeoJSON"),
    )
}

/// Whether the text is JSON: no table of these begins with a bracket.
pub(super) fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

fn without_faults(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let (text, faults) = encoding.decode_without_bom_handling(bytes);
    (!faults).then(|| text.into_owned())
}

/// The older Japanese encodings. Bytes that are right in both are read as the one that gives fewer half-width kana: the other one's kanji
/// look like these.
fn japanese(bytes: &[u8]) -> (Option<String>, &'static str) {
    let half_width = |text: &String| text.chars().filter(|c| matches!(c, '\u{ff61}'..='\u{ff9f}')).count();
    match (without_faults(SHIFT_JIS, bytes), without_faults(EUC_JP, bytes)) {
        (Some(one), Some(other)) if half_width(&other) < half_width(&one) => (Some(other), "EUC-JP"),
        (Some(one), _) => (Some(one), "Shift_JIS"),
        (None, other) => (other, "EUC-JP"),
    }
}

/// UTF-16 without a mark in front: every other byte of its commas and line ends is zero.
fn bare_utf16(bytes: &[u8]) -> Option<String> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).take(4096).filter(|byte| **byte == 0).count();
    let encoding = if zeros(1) > zeros(0) { UTF_16LE } else { UTF_16BE };
    let plain = |text: &String| text.contains([',', '\t']) && text.contains(['\n', '\r']) && !text.contains('\0');
    without_faults(encoding, bytes).filter(|_| bytes.len().is_multiple_of(2)).filter(plain)
}

fn binary() -> Refusal {
    Refusal::new(
        both("文字の ファイルでは ありません", "this is not a file of text"),
        both("CSV、TSV、GeoJSONの ファイルを えらんでください", "choose a CSV, TSV or GeoJSON file"),
    )
}

fn unknown_encoding() -> Refusal {
    Refusal::new(
        both(
            "文字コードが わかりません（UTF-8でも Shift_JISでも ありません）",
            "the encoding is neither UTF-8 nor Shift_JIS",
        ),
        both("CSV UTF-8で 保存しなおしてください", "save it again as CSV UTF-8"),
    )
}

impl Refusal {
    /// `size` in bytes. For whoever knows the size before reading.
    pub fn too_large(size: u64) -> Self {
        let (mb, most) = (size / 1_000_000, LARGEST / 1_000_000);
        Self::new(
            both(
                format!("ファイルが 大きすぎます（{mb} MB、{most} MBまで）"),
                format!("the file is too large ({mb} MB; at most {most} MB)"),
            ),
            both("町の 分だけの ファイルに してください", "use a file with this town's places only"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<(String, Option<String>), String> {
        decode(bytes).map(|(text, told)| (text, told.map(|told| told.was))).map_err(|refusal| refusal.why.en)
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "名称,住所\n公民館,さくら市①髙橋\n";
        let utf16 =
            |to: fn(u16) -> [u8; 2], bom: [u8; 2]| [bom.to_vec(), text.encode_utf16().flat_map(to).collect()].concat();
        for (bytes, was) in [
            (text.as_bytes().to_vec(), None),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), None),
            (SHIFT_JIS.encode(text).0.into_owned(), Some("Shift_JIS")),
            (EUC_JP.encode(text).0.into_owned(), Some("EUC-JP")),
            (utf16(u16::to_le_bytes, [0xff, 0xfe]), Some("UTF-16")),
            (utf16(u16::to_be_bytes, [0xfe, 0xff]), Some("UTF-16")),
            (text.encode_utf16().flat_map(u16::to_le_bytes).collect(), Some("UTF-16")),
            (text.encode_utf16().flat_map(u16::to_be_bytes).collect(), Some("UTF-16")),
        ] {
            assert_eq!(read(&bytes), Ok((text.to_owned(), was.map(str::to_owned))));
        }
    }

    #[test]
    fn what_is_no_table_is_refused_with_what_it_is() {
        let long = [b"a,b\n".to_vec(), vec![b'x'; LONGEST_LINE + 1]].concat();
        for (bytes, why) in [
            (&b""[..], "empty"),
            (b" \r\n ", "empty"),
            (b"PK\x03\x04rest", "ZIP archive or an Excel"),
            (b"PK\x03\x04....xl/workbook.xml", "Excel workbook or another spreadsheet"),
            (b"PK\x03\x04....word/document.xml", "word processor"),
            (b"\x89PNG\r\n", "picture"),
            (b"\x1f\x8b\x08", "archive"),
            (b"{\\rtf1", "word processor"),
            (b"<?xml version=\"1.0\"?><kml>", "map file"),
            (b"<?xml version=\"1.0\"?><Report>", "XML"),
            (b"\xd0\xcf\x11\xe0", "Excel"),
            (b"%PDF-1.7", "PDF"),
            (b"<!DOCTYPE html><html>", "web page"),
            (b"a\0b", "not a file of text"),
            (b"a\x1bb", "not a file of text"),
            (b"\x82\xa0\x82\xff\xff\xfe", "neither"),
            (b"\xff\xfe\x00\xd8", "neither"),
            (&long, "too long"),
        ] {
            assert!(read(bytes).is_err_and(|told| told.contains(why)), "{why}");
        }
        assert!(Refusal::too_large(100_000_000).why.en.contains("100 MB"));
    }
}
