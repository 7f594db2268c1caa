//! What a receiver of satellites sends, or noise, or messages whose bits are anything: refused with a reason or read, told in words and kept as
//! telegrams that are live only when the message is; never a panic. Run by the fuzzer and, with bits made from a number, by the tests.

use engawa::{
    alert::{
        Run, Town,
        qzss::{self, Frame, Stream},
        status,
    },
    clock::Now,
};

/// Bytes of a stream that may have to be kept until more comes: the longest frame.
const HELD: usize = 4096 + 8;

/// One run.
pub(super) fn body(bytes: &[u8]) {
    let Ok(at) = "2026-08-30T06:00:00+09:00".parse() else { return };
    let now = Now { at, trusted: bytes.first().is_some_and(|byte| byte & 2 == 0) };
    let mut stream = Stream::default();
    let heard = stream.hear(bytes);
    assert!(stream.held() <= HELD, "{} bytes are held", stream.held());
    heard.into_iter().chain(stream.end()).flatten().for_each(|frame| one(&frame, now, Whole::Yes));
    let mut bits = [0; 32];
    bits.iter_mut().zip(bytes).for_each(|(bit, byte)| *bit = *byte);
    // Half of them reports in the one version there is, half of them alerts.
    let kind = if bits[0] & 1 == 0 { 43 } else { 44 };
    bits[1] = kind << 2 | bits[1] & 3;
    if kind == 43 {
        bits[26] &= 0xfc;
        bits[27] = 0x10 | bits[27] & 0x0f;
    }
    let frame = Frame::sealed(&bits);
    assert_eq!(qzss::sentence(&frame.sentence()), Ok(frame), "what is written is read");
    // What stands is the dearest to ask and depends least on single bits.
    one(&frame, now, if bits[2] < 8 { Whole::Yes } else { Whole::No });
}

/// Whether it is followed to what stands for a town.
#[derive(Clone, Copy, PartialEq)]
enum Whole {
    Yes,
    No,
}

fn one(frame: &Frame, now: Now, whole: Whole) {
    let Ok(message) = qzss::read(frame, now) else { return };
    assert!(!message.to_string().is_empty());
    let Some(telegram) = qzss::telegram(&message, now) else { return };
    assert_eq!(telegram.run == Run::Live, message.run() == Run::Live);
    if whole == Whole::No {
        return;
    }
    let Some(town) = Town::parse("09209") else { return };
    let told = status(&[telegram.clone(), telegram.clone()], &town, now.at);
    assert!(told.facts.is_empty() || telegram.run == Run::Live, "a drill is never live");
    assert_eq!(told, status(std::slice::from_ref(&telegram), &town, now.at), "a second copy changes nothing");
}
