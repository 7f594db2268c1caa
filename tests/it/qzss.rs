//! 災危通報: sentences by every field they have, against what another reader (azarashi 0.17.1) says of them, and every way in which one can be
//! broken. The sentences of `tests/cases/qzss.jsonl` are made by hand, for every category; those of `qzss-made.jsonl` are drawn by chance with
//! `script/qzss-oracle`, which makes more of them for ENGAWA_QZSS; real ones lie in ENGAWA_SAMPLES.

#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::indexing_slicing,
    clippy::format_collect,
    reason = "a test may stop where it stands"
)]

#[path = "../fuzz/bodies/qzss.rs"]
mod body;
mod fields;
pub(crate) mod life;
mod stream;

use engawa::{
    alert::{
        Run,
        qzss::{self, About, Body, Frame, Message, Stream, Unreadable},
    },
    clock::Now,
};
use serde_json::Value;
use std::{fs, path::PathBuf};

pub(crate) const MADE: &str = include_str!("../cases/qzss.jsonl");
const BY_CHANCE: &str = include_str!("../cases/qzss-made.jsonl");

/// Sentences with what the other reader says of each.
pub(crate) fn rows(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn real() -> Vec<Value> {
    let Some(folder) = std::env::var_os("ENGAWA_SAMPLES").map(PathBuf::from) else {
        eprintln!("skipped: ENGAWA_SAMPLES does not say where the samples are");
        return vec![];
    };
    rows(&fs::read_to_string(folder.join("qzss/gold.jsonl")).unwrap())
}

/// All that another reader was asked about.
fn compared() -> Vec<Value> {
    let more = std::env::var_os("ENGAWA_QZSS").map(|file| fs::read_to_string(file).unwrap()).unwrap_or_default();
    [rows(MADE), rows(BY_CHANCE), rows(&more), real()].concat()
}

pub(crate) fn text<'r>(row: &'r Value, key: &str) -> &'r str {
    row[key].as_str().unwrap_or_default()
}

pub(crate) fn at(moment: &str) -> Now {
    Now { at: moment.parse().unwrap(), trusted: true }
}

pub(crate) fn message(row: &Value) -> Result<Message, Unreadable> {
    let frame = qzss::sentence(text(row, "sentence"))?;
    qzss::read(&frame, at(text(row, "assumed_reception_time")))
}

#[test]
fn every_field_of_every_sentence_is_what_the_other_reader_says() {
    let (mut count, mut wrong) = (0, vec![]);
    for row in &compared() {
        let read = message(row);
        let sentence = text(row, "sentence");
        match (read, row.get("error")) {
            (Err(_), Some(_)) => {}
            (Ok(_), Some(error)) => wrong.push(format!("{sentence}: read, but the other refuses it: {error}")),
            (Err(why), None) => wrong.push(format!("{sentence}: {why}")),
            (Ok(message), None) => {
                let found = fields::compare(&message, row);
                count += found.0;
                wrong.extend(found.1.into_iter().map(|what| format!("{sentence}: {what}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ of {count}:\n{}", wrong.len(), wrong[..wrong.len().min(30)].join("\n"));
    eprintln!("{count} fields compared");
    assert!(count > 8_000);
}

#[test]
fn every_text_is_what_the_other_reader_writes() {
    let mut wrong = vec![];
    for row in compared().iter().filter(|row| row.get("error").is_none()) {
        let message = message(row).unwrap();
        let (ours, theirs) = (message.to_string(), text(row, "text"));
        // The other reader adds how many parts of the text it has by then.
        let is_part =
            matches!(&message.body, Body::Report(report) if matches!(report.about, About::NankaiTroughEarthquake(_)));
        let theirs = if is_part { theirs.rsplit_once('\n').map_or(theirs, |(text, _)| text) } else { theirs };
        if ours != theirs && !(is_part && theirs.starts_with(&ours)) {
            wrong.push(format!("{}\nours:\n{ours}\ntheirs:\n{theirs}", text(row, "sentence")));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong[..wrong.len().min(5)].join("\n\n"));
}

#[test]
fn no_bits_whatever_make_it_stumble() {
    // A sequence of numbers that is the same in every run (Marsaglia's xorshift).
    let mut number = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..RUNS {
        let mut bytes = [0; 40];
        for eight in bytes.chunks_mut(8) {
            number ^= number << 13;
            number ^= number >> 7;
            number ^= number << 17;
            eight.copy_from_slice(&number.to_le_bytes());
        }
        body::body(&bytes);
    }
}

/// The long run is that of `script/prove`.
const RUNS: usize = 200_000;

/// Twenty sentences that are in order.
fn twenty() -> Vec<String> {
    let sound = rows(MADE).into_iter().filter(|row| row.get("error").is_none());
    sound.step_by(3).take(20).map(|row| text(&row, "sentence").to_owned()).collect()
}

#[test]
fn a_sentence_of_which_any_bit_was_turned_is_refused() {
    let sentences = twenty();
    assert_eq!(sentences.len(), 20);
    for sentence in &sentences {
        assert!(qzss::sentence(sentence).is_ok());
        for bit in 0..sentence.len() * 8 {
            let mut bytes = sentence.clone().into_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let turned = String::from_utf8_lossy(&bytes);
            assert!(qzss::sentence(&turned).is_err(), "bit {bit} of {sentence}: {turned}");
        }
    }
}

#[test]
fn a_message_of_which_any_bit_was_turned_is_refused_though_the_sentence_is_in_order() {
    for sentence in twenty() {
        let digits = sentence.split(',').nth(2).unwrap();
        for bit in 0..63 * 4 {
            let mut hex = digits.as_bytes()[..63].to_vec();
            let value = char::from(hex[bit / 4]).to_digit(16).unwrap() ^ (8 >> (bit % 4));
            hex[bit / 4] = char::from_digit(value, 16).unwrap().to_ascii_uppercase() as u8;
            let made = summed(&format!("QZQSM,55,{}", String::from_utf8(hex).unwrap()));
            let why = qzss::sentence(&made).unwrap_err();
            assert!(matches!(why, Unreadable::Crc { .. } | Unreadable::Hex), "bit {bit} of {sentence}: {why}");
        }
    }
}

fn summed(payload: &str) -> String {
    format!("${payload}*{:02X}", payload.bytes().fold(0, |sum, byte| sum ^ byte))
}

#[test]
fn what_was_cut_or_changed_is_refused_with_the_reason() {
    let whole = &twenty()[0];
    let digits = &whole[10..73];
    let cases = [
        (String::new(), "nothing"),
        (whole[..40].to_owned(), "76 belong"),
        (whole[..75].to_owned(), "76 belong"),
        (format!("{whole}0"), "76 belong"),
        (whole.replace('*', ","), "no checksum"),
        (format!("{}GG", &whole[..74]), "no checksum"),
        (format!("{}00", &whole[..74]), "checksum is 00"),
        (summed(&format!("GPGSM,55,{digits}")), "not a sentence"),
        (summed(&format!("QZQSM,5x,{digits}")), "not a sentence"),
        (summed(&format!("QZQSM,55,{}Z", &digits[..62])), "63 hexadecimal"),
        (summed(&format!("QZQSM,55,{}1", &digits[..62])), ""),
        (whole.replace("$QZQSM", "$ＱＺＱ"), "belong"),
    ];
    for (sentence, why) in cases {
        let refused = qzss::sentence(&sentence).unwrap_err().to_string();
        assert!(refused.contains(why), "{sentence}: {refused}");
    }
}

/// The message without who sent it.
fn by_nobody(mut frame: Frame) -> Frame {
    frame.satellite = None;
    frame
}

/// A frame of u-blox that holds the message.
pub(crate) fn frame_of_ublox(sentence: &str, satellite: u8) -> Vec<u8> {
    let digits = format!("{}0", &sentence[10..73]);
    let bytes: Vec<u8> = (0..32).map(|n| u8::from_str_radix(&digits[n * 2..n * 2 + 2], 16).unwrap()).collect();
    let mut frame = vec![0xb5, 0x62, 0x02, 0x13, 44, 0, 5, satellite, 1, 0, 9, 0, 2, 0];
    for word in bytes.chunks(4) {
        frame.extend(word.iter().rev());
    }
    frame.extend([0; 4]);
    let (mut a, mut b) = (0_u8, 0_u8);
    for byte in &frame[2..] {
        a = a.wrapping_add(*byte);
        b = b.wrapping_add(a);
    }
    frame.extend([a, b]);
    frame
}

#[test]
fn a_frame_of_ublox_says_the_same_as_the_sentence_and_a_broken_one_nothing() {
    for sentence in twenty() {
        let frame = frame_of_ublox(&sentence, 3);
        let (by_frame, by_sentence) = (qzss::sfrbx(&frame).unwrap(), qzss::sentence(&sentence).unwrap());
        assert_eq!(by_frame.satellite, Some(185));
        assert_eq!(by_nobody(by_frame), by_nobody(by_sentence));
        for bit in 0..frame.len() * 8 {
            let mut turned = frame.clone();
            turned[bit / 8] ^= 1 << (bit % 8);
            assert!(qzss::sfrbx(&turned).is_err(), "bit {bit} of {sentence}");
        }
        assert!((0..frame.len()).all(|cut| qzss::sfrbx(&frame[..cut]).is_err()));
    }
}

#[test]
fn small_digits_are_read_as_well_as_capital_ones() {
    for sentence in twenty() {
        let payload = format!("QZQSM,{},{}", &sentence[7..9], sentence[10..73].to_lowercase());
        let small = summed(&payload);
        let small = format!("{}{}", &small[..74], small[74..].to_lowercase());
        assert_eq!(qzss::sentence(&small), qzss::sentence(&sentence));
        assert_eq!(qzss::sentence(&summed(&payload)), qzss::sentence(&sentence));
    }
}

#[test]
fn a_stream_of_anything_gives_its_messages_and_nothing_else() {
    let sentences = twenty();
    let mut sent = b"\x00\xff noise $GPGGA,1,2*00\r\n\xb5".to_vec();
    for (number, sentence) in sentences.iter().enumerate() {
        if number % 2 == 0 {
            sent.extend(format!("$QZQSM,cut\r\n{sentence}\r\n$GNRMC,,,*7F\r\n").bytes());
        } else {
            sent.extend(frame_of_ublox(sentence, 1));
            // Another satellite system, and a broken frame.
            sent.extend([0xb5, 0x62, 0x01, 0x07, 2, 0, 1, 1, 0, 0, 0xb5, 0x62]);
        }
    }
    let wanted: Vec<_> = sentences.iter().map(|sentence| qzss::sentence(sentence).unwrap()).collect();
    for pace in [1, 7, 64, sent.len()] {
        let mut stream = Stream::default();
        let mut heard: Vec<_> = sent.chunks(pace).flat_map(|some| stream.hear(some)).collect();
        heard.extend(stream.end());
        let sound: Vec<Frame> = heard.iter().filter_map(|one| one.ok()).collect();
        let same = |(one, other): (&Frame, &Frame)| by_nobody(*one) == by_nobody(*other);
        assert!(sound.len() == wanted.len() && sound.iter().zip(&wanted).all(same), "in pieces of {pace}");
        assert_eq!(heard.iter().filter(|one| one.is_err()).count(), 10);
    }
}

#[test]
fn a_clock_that_is_not_believed_dates_nothing_and_a_drill_is_never_live() {
    let mut dated = 0;
    for row in rows(MADE).iter().filter(|row| row.get("error").is_none()) {
        let frame = qzss::sentence(text(row, "sentence")).unwrap();
        let now = at(text(row, "assumed_reception_time"));
        let undated = qzss::read(&frame, Now { trusted: false, ..now }).unwrap();
        let json = serde_json::to_string(&undated).unwrap();
        assert!(!json.contains("\"at\":\"2"), "{json}");
        let believed = qzss::read(&frame, now).unwrap();
        dated += serde_json::to_string(&believed).unwrap().matches("\"at\":\"2").count();
        // What was said is said all the same.
        if let (Body::Report(one), Body::Report(other)) = (&undated.body, &believed.body) {
            assert_eq!(one.to_string(), other.to_string());
        }
        let drill = row["params"]["report_classification_no"] == 7 || row["params"]["a1_message_type"] == "Test";
        assert_eq!(believed.run() != Run::Live, drill || row["type"] == "NullMsg", "{}", text(row, "sentence"));
    }
    assert!(dated > 50, "{dated}");
}
