//! A stream of a receiver: whatever stands between and before its messages, and however it is cut into reads, the messages come out; what
//! is held meanwhile is bounded.

use super::{frame_of_ublox, rows, text, twenty};
use engawa::alert::qzss::{self, Frame, Said, Sign, Stream};
use proptest::{collection::vec, prelude::*, sample::select};

/// More than this is never held, whatever came: the longest frame, and what was read at once.
const HELD: usize = 4096 + 8;

/// What a receiver and its plug may say between messages.
#[derive(Clone, Debug)]
enum Between {
    Sentence(&'static str),
    /// A frame of another kind that is whole.
    Frame(Vec<u8>),
    Noise(Vec<u8>),
    /// Claims to be a long frame, and is none.
    Claim(u16),
    Cut(usize),
}

fn between() -> impl Strategy<Value = Between> {
    prop_oneof![
        select(vec!["$GNGGA,,,,,,0,00,99.99,,,,,,*56\r\n", "$GPGGA,1,2*00\r\n", "$PUBX,00*33\r\n", "$\r\n", "hello\n"])
            .prop_map(Between::Sentence),
        vec(any::<u8>(), 0..40).prop_map(Between::Frame),
        vec(any::<u8>(), 0..40).prop_map(Between::Noise),
        (0..4000_u16).prop_map(Between::Claim),
        (0..76_usize).prop_map(Between::Cut),
    ]
}

fn said(between: &Between, sentence: &str) -> Vec<u8> {
    match between {
        Between::Sentence(sentence) => sentence.as_bytes().to_vec(),
        Between::Frame(payload) => {
            let length = u16::try_from(payload.len()).unwrap().to_le_bytes();
            let body = [&[0x0a, 0x31, length[0], length[1]], payload.as_slice()].concat();
            let (a, b) = body.iter().fold((0_u8, 0_u8), |(a, b), byte| {
                let a = a.wrapping_add(*byte);
                (a, b.wrapping_add(a))
            });
            [&[0xb5, 0x62][..], &body, &[a, b]].concat()
        }
        Between::Noise(noise) => noise.clone(),
        Between::Claim(length) => [&[0xb5, 0x62, 0x01, 0x07][..], &length.to_le_bytes()].concat(),
        Between::Cut(at) => sentence.as_bytes()[..*at].to_vec(),
    }
}

fn payload(frame: &Frame) -> String {
    frame.sentence()[10..73].to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_messages_come_out_of_whatever_stands_between_them(
        parts in vec((between(), any::<bool>()), 1..12),
        cuts in vec(1..200_usize, 1..8),
    ) {
        let sentences = twenty();
        let (mut sent, mut wanted) = (vec![], vec![]);
        for (number, (between, by_frame)) in parts.iter().enumerate() {
            let sentence = &sentences[number % sentences.len()];
            sent.extend(said(between, sentence));
            if *by_frame {
                sent.extend(frame_of_ublox(sentence, 2));
            } else {
                // A line ends what stood before it.
                sent.extend(format!("\r\n{sentence}\r\n").bytes());
            }
            wanted.push(sentence[10..73].to_ascii_uppercase());
        }
        let (mut stream, mut heard, mut rest) = (Stream::default(), vec![], sent.as_slice());
        for cut in cuts.iter().cycle() {
            let (now, later) = rest.split_at((*cut).min(rest.len()));
            heard.extend(stream.listen(now));
            prop_assert!(stream.held() <= HELD, "{} are held", stream.held());
            rest = later;
            if rest.is_empty() {
                break;
            }
        }
        let found = |said: &Said| if let Said::Message(Ok(frame)) = said { Some(payload(frame)) } else { None };
        let found: Vec<String> = heard.iter().filter_map(found).collect();
        prop_assert_eq!(found, wanted);
    }
}

#[test]
fn a_long_frame_that_never_comes_holds_up_no_message() {
    let sentence = &twenty()[0];
    for ours in [format!("{sentence}\r\n").into_bytes(), frame_of_ublox(sentence, 3)] {
        let mut stream = Stream::default();
        assert!(stream.listen(&[0xb5, 0x62, 0x01, 0x07, 0xf0, 0x0f]).is_empty());
        let heard = stream.listen(&ours);
        assert!(matches!(heard.as_slice(), [Said::Message(Ok(_))]), "{heard:?}");
        assert_eq!(stream.held(), 0);
    }
}

#[test]
fn what_a_receiver_says_of_itself_comes_with_its_messages() {
    let rows = rows(super::MADE);
    let log = include_str!("../../cases/sky/receiver.nmea");
    let (mut stream, mut messages, mut count) = (Stream::default(), 0, qzss::Count::default());
    for said in log.as_bytes().chunks(17).flat_map(|some| stream.listen(some)) {
        match said {
            Said::Message(message) => {
                let sentence = message.unwrap().sentence();
                assert!(rows.iter().any(|row| text(row, "sentence") == sentence));
                messages += 1;
            }
            Said::Sign(sign) => {
                assert_ne!(sign, Sign::Hears);
                count.hear(sign);
            }
        }
    }
    // 8 or 9 with which it reckons, 3 and 1 of GPS, 2 of みちびき.
    assert_eq!((messages, count.heard()), (3, Some(9)));
}
