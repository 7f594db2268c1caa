//! What is no telegram, or was one before something happened to it: refused with a reason, and what was known stands.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::alert::{BLANK, L5, rain, stands};
use engawa::alert::{Claim, Depth, Feed, Refusal, Telegram, read};
use proptest::prelude::*;
use std::{fs, sync::OnceLock};

type Is = fn(&Refusal) -> bool;

#[test]
fn what_is_no_telegram_is_refused_with_the_reason() {
    let long = "a".repeat(20);
    let bomb = format!("<!DOCTYPE x [<!ENTITY a \"{long}\"><!ENTITY b \"&a;&a;\">]><Report>&b;</Report>");
    let deep = "<a>".repeat(400_000);
    let quoted = "<a b=\"/>\">".repeat(200_000);
    let huge = "<".repeat(engawa::alert::LARGEST + 1);
    let half = &BLANK.xml()[..BLANK.xml().len() / 2];
    let cases: [(&[u8], Is); 10] = [
        (b"", |why| matches!(why, Refusal::Empty)),
        (b"  \n", |why| matches!(why, Refusal::Empty)),
        (b"hello", |why| matches!(why, Refusal::NotXml { .. })),
        (b"<!DOCTYPE html><html><body>Wi-Fi</body></html>", |why| matches!(why, Refusal::WebPage)),
        (b"<feed xmlns='x'/>", |why| matches!(why, Refusal::OtherXml { .. })),
        (bomb.as_bytes(), |why| matches!(why, Refusal::NotXml { .. })),
        (deep.as_bytes(), |why| matches!(why, Refusal::TooDeep)),
        (quoted.as_bytes(), |why| matches!(why, Refusal::TooDeep)),
        (huge.as_bytes(), |why| matches!(why, Refusal::TooLarge { .. })),
        (half.as_bytes(), |why| matches!(why, Refusal::NotXml { .. })),
    ];
    for (bytes, wanted) in cases {
        let why = read("x.xml", bytes).unwrap_err();
        assert!(wanted(&why), "{why}");
        assert!(!why.to_string().is_empty());
    }
    let sjis = b"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><Report>\x8b\x43\x8f\xdb</Report>";
    assert!(matches!(read("x.xml", sjis), Err(Refusal::NotUtf8 { .. })));
}

/// Every telegram of `tests/cases/telegram`: its type, and its bytes.
pub(crate) fn one_of_each() -> Vec<(String, Vec<u8>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/telegram");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<(String, Vec<u8>)> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "xml"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    all.sort();
    all
}

/// The name under which a telegram of a type comes.
fn named(code: &str) -> String {
    format!("20260829210010_0_{code}_090000.xml")
}

#[test]
fn there_is_a_telegram_of_every_type_that_is_read_and_it_says_what_it_says() {
    let all = one_of_each();
    let told = include_str!("../cases/telegram/told.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut wrong = vec![];
    for line in told {
        let [code, town, wanted] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (_, bytes) = all.iter().find(|(name, _)| name == code).unwrap_or_else(|| panic!("no {code}"));
        let telegram = read(&named(code), bytes).unwrap_or_else(|why| panic!("{code}: {why}"));
        let in_full = !matches!(code, "VZZZ99" | "VXSE43" | "VXSE44" | "VXSE45");
        assert_eq!((telegram.code.as_str(), telegram.depth == Depth::Full), (code, in_full), "{code}");
        let shown = stands(&[telegram], town, "2026-08-30T06:05:00+09:00");
        let mut found: Vec<String> = shown.facts.iter().map(|fact| said(&fact.claim, wanted)).collect();
        let mut wanted: Vec<String> = wanted.split(" ; ").filter(|one| *one != "-").map(str::to_owned).collect();
        found.sort();
        wanted.sort();
        if found != wanted {
            wrong.push(format!("{code} in {town}: {found:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    // The table of the types that are read is the one in the docs, row by row: those read whole, and 緊急地震速報.
    let table = include_str!("../../docs/TELEGRAMS.md").lines().filter(|line| line.starts_with("| "));
    let types = |line: &str| line.split('|').nth(2).unwrap_or_default().trim().to_owned();
    let listed = table.filter(|line| !line.starts_with("| everything else") && !line.starts_with("| what")).map(types);
    for code in listed.flat_map(|row| row.split(", ").map(str::to_owned).collect::<Vec<_>>()) {
        let have = all.iter().any(|(name, _)| *name == code || code == "VXKOii" && name.starts_with("VXKO"));
        assert!(have, "{code} stands in docs/TELEGRAMS.md, and there is no telegram of it in tests/cases/telegram");
    }
}

/// As told.tsv writes it, with those fields that it asks for.
fn said(claim: &Claim, wanted: &str) -> String {
    let level = claim.level.map(|level| level.to_string()).unwrap_or_default();
    let state = format!("{:?}", claim.state).to_lowercase();
    let asked = wanted.split(['|', ';']).filter_map(|one| Some(one.trim().split_once('=')?.0));
    let fields = asked.filter_map(|name| Some(format!("|{name}={}", claim.field(name)?))).collect::<String>();
    format!("{}|{level}|{state}{fields}", claim.name)
}

/// Every byte of a telegram of each type changed, and the telegram cut there: refused with a reason or read as something, and what was known
/// before stands: a level 5 of another office, whatever becomes of the telegram.
#[test]
fn no_byte_of_a_telegram_of_any_type_can_do_harm() {
    let mut tried = 0;
    for (code, whole) in one_of_each() {
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x11;
            for bytes in [&changed[..], &whole[..at]] {
                assert!(does_no_harm(&code, bytes), "{code}: the byte {at} took away what another telegram said");
                tried += 1;
            }
        }
    }
    assert!(tried > 80_000, "{tried} telegrams were damaged");
}

fn does_no_harm(code: &str, bytes: &[u8]) -> bool {
    let other = match read(&named(code), bytes) {
        Ok(other) => other,
        Err(why) => return !why.to_string().is_empty(),
    };
    // A telegram of the same series may end what was known; every other leaves it alone.
    other.code == "VPWW55" || {
        let shown = stands(&[five().clone(), other], "09209", "2026-08-30T06:05:00+09:00");
        shown.facts.iter().any(|fact| fact.claim.level == Some(5))
    }
}

fn five() -> &'static Telegram {
    static FIVE: OnceLock<Telegram> = OnceLock::new();
    FIVE.get_or_init(|| rain("2026-08-30T06:00:00+09:00", &[L5]))
}

/// Fifty megabytes, in whatever form, cost a moment and are refused.
#[test]
fn what_is_far_too_large_is_refused_at_once_in_any_form() {
    let fifty = 50 << 20;
    let spaces = vec![b' '; fifty];
    let text = [b"<Report><Control>".to_vec(), vec![b'a'; fifty]].concat();
    let nothing = vec![0; fifty];
    for bytes in [&spaces, &text, &nothing] {
        assert!(matches!(read("x.xml", bytes), Err(Refusal::TooLarge { .. })));
        assert!(matches!(Feed::read(bytes), Err(Refusal::TooLarge { .. })));
    }
    // Just small enough to be looked at, and made of nothing but elements.
    let many = format!("<Report>{}</Report>", "<a/>".repeat(2_100_000));
    assert!(matches!(read("x.xml", many.as_bytes()), Err(Refusal::NotXml { .. })));
}

#[test]
fn what_is_written_in_another_encoding_is_refused_whatever_it_calls_itself() {
    let text = BLANK.xml();
    let (sjis, ..) = encoding_rs::SHIFT_JIS.encode(&text);
    let (jis, ..) = encoding_rs::ISO_2022_JP.encode(&text);
    let wide = |order: fn(u16) -> [u8; 2], mark: &[u8]| {
        [mark.to_vec(), text.encode_utf16().flat_map(order).collect::<Vec<u8>>()].concat()
    };
    let cases = [
        encoding_rs::EUC_JP.encode(&text).0.into_owned(),
        sjis.into_owned(),
        wide(u16::to_le_bytes, b"\xff\xfe"),
        wide(u16::to_be_bytes, b"\xfe\xff"),
        wide(u16::to_le_bytes, b""),
    ];
    for bytes in cases {
        let why = read("x.xml", &bytes).unwrap_err();
        assert!(matches!(why, Refusal::NotUtf8 { .. } | Refusal::NotXml { .. }), "{why}");
    }
    // ASCII bytes alone: it reads as something, and none of it is taken for a telegram in force.
    assert!(
        read("x.xml", &jis).is_err()
            || stands(&[read("x.xml", &jis).unwrap()], "09209", "2026-08-30T06:05:00+09:00").facts.is_empty()
    );
    let marked = [b"\xef\xbb\xbf".to_vec(), text.into_bytes()].concat();
    assert!(read("x.xml", &marked).is_ok(), "the mark of UTF-8 is no fault");
}

/// Bombs: entities that unfold, an outer file, a page for a browser with spaces and comments before it.
#[test]
fn nothing_unfolds_and_nothing_is_fetched_for_a_telegram() {
    let laughs = "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><Report>&c;</Report>";
    let outer = "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><Report>&a;</Report>";
    let remote = "<!DOCTYPE r SYSTEM \"http://example.jp/x.dtd\"><Report/>";
    let comments = format!("<Report>{}</Report>", "<!-- -->".repeat(1_000_000));
    for text in [laughs, outer, remote, comments.as_str()] {
        assert!(read("x.xml", text.as_bytes()).is_err());
    }
    for page in ["\n\n<!-- x --><!DOCTYPE HTML><html></html>", "<HTML lang=\"ja\"><body/></HTML>"] {
        assert!(matches!(read("x.xml", page.as_bytes()), Err(Refusal::WebPage)), "{page}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    /// A byte changed or the rest cut off: refused, or read as something; never a panic.
    #[test]
    fn damaged_telegrams_do_no_harm(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let whole = BLANK.xml();
        let mut bytes = whole.into_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at); } else { bytes[at] = byte; }
        let _shown = read("20260830060000_0_VPWW55_090000.xml", &bytes).map(|telegram| stands(&[telegram], "09209", "2026-08-30T06:05:00+09:00"));
    }
}
