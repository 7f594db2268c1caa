//! What is no telegram, or was one before something happened to it: refused with a reason, and what was known stands.

use crate::alert::{BLANK, L5, rain, stands};
use engawa::alert::{Depth, Refusal, Telegram, read};
use proptest::prelude::*;

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

fn still_five(known: &Telegram, other: Telegram) -> bool {
    let shown = stands(&[known.clone(), other], "09209", "2026-08-30T06:05:00+09:00");
    shown.facts.iter().any(|fact| fact.claim.level == Some(5))
}

/// Every byte of a telegram of each family changed, and the telegram cut there: refused with a reason or read as something, and what was
/// known before stands.
#[test]
fn no_byte_of_a_telegram_can_do_harm() {
    let known = rain("2026-08-30T06:00:00+09:00", &[L5]);
    for file in ["rain", "quake", "tsunami"] {
        let path = format!("{}/tests/cases/telegram/{file}.xml", env!("CARGO_MANIFEST_DIR"));
        let whole = std::fs::read(path).unwrap();
        assert_eq!(read("-", &whole).unwrap().depth, Depth::Full, "{file}");
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x11;
            for bytes in [&changed[..], &whole[..at]] {
                let read = read("-", bytes);
                assert!(read.as_ref().err().is_none_or(|why| !why.to_string().is_empty()));
                let other = read.ok().filter(|_| file != "rain");
                let five = other.is_none_or(|other| still_five(&known, other));
                assert!(five, "{file}: the byte {at} took away what another telegram said");
            }
        }
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
