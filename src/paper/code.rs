//! QR codes (ISO/IEC 18004, error correction M) that hold a text as UTF-8 and say so (ECI 26), so that no reader takes it for another
//! coding. A text too long for a code that a telephone reads well goes into several.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The dark modules of a code, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Modules {
    pub side: usize,
    pub dark: Vec<bool>,
}

/// Free on every side, in modules: the standard asks for it.
pub(super) const QUIET: usize = 4;
/// A side of 77 modules: with its quiet zone as wide as the narrowest roll can print at half a millimetre a module.
const LARGEST: u8 = 15;
/// What version 15 holds at M is 412 bytes; four bits of ECI, eight of its number and 20 of mode and length go before them.
const MOST_BYTES: usize = 409;
/// UTF-8.
const ECI: u32 = 26;

/// The codes of a text in order, each with the piece of it that it holds: together they are the text, byte for byte.
pub(super) fn codes(text: &str) -> Vec<(String, Modules)> {
    pieces(text).into_iter().filter_map(|piece| Some((piece.to_owned(), modules(piece)?))).collect()
}

/// As few as can be and of one length, cut between lines where there are some, never inside a sign.
fn pieces(text: &str) -> Vec<&str> {
    let (mut rest, mut out) = (text, vec![]);
    while !rest.is_empty() {
        let left = rest.len().div_ceil(MOST_BYTES);
        let aim = rest.len().div_ceil(left);
        let (piece, after) = rest.split_at(cut(rest, aim, left));
        out.push(piece);
        rest = after;
    }
    out
}

fn cut(text: &str, aim: usize, pieces: usize) -> usize {
    if pieces < 2 && text.len() <= MOST_BYTES {
        return text.len();
    }
    let ends =
        || text.char_indices().map(|(at, sign)| (at + sign.len_utf8(), sign)).take_while(|(end, _)| *end <= MOST_BYTES);
    let line =
        ends().filter(|(end, sign)| *sign == '\n' && *end * 4 >= aim * 3).min_by_key(|(end, _)| end.abs_diff(aim));
    let any = || ends().min_by_key(|(end, _)| end.abs_diff(aim));
    line.or_else(any).map_or(text.len(), |(end, _)| end)
}

fn modules(piece: &str) -> Option<Modules> {
    let segments = [QrSegment::make_eci(ECI), QrSegment::make_bytes(piece.as_bytes())];
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        Version::MIN,
        Version::new(LARGEST),
        None,
        false,
    );
    let code = code.map_err(|err| log::warn!("a code: {err}")).ok()?;
    let size = code.size();
    let dark = (0..size).flat_map(|y| (0..size).map(move |x| (x, y))).map(|(x, y)| code.get_module(x, y)).collect();
    Some(Modules { side: usize::try_from(size).ok()?, dark })
}

impl Modules {
    /// The dark modules as runs in a row: x, y, how many.
    pub(super) fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut out: Vec<(usize, usize, usize)> = vec![];
        for (at, _) in self.dark.iter().enumerate().filter(|(_, dark)| **dark) {
            let (x, y) = (at % self.side, at / self.side);
            match out.last_mut() {
                Some((from, row, long)) if *row == y && *from + *long == x => *long += 1,
                _ => out.push((x, y, 1)),
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What another hand's reader finds in a picture of the code.
    fn read(code: &Modules) -> String {
        let (scale, side) = (3, code.side + 2 * QUIET);
        let dark = |x: usize, y: usize| {
            let at = |n: usize| (n / scale).checked_sub(QUIET).filter(|n| *n < code.side);
            at(x).zip(at(y)).is_some_and(|(x, y)| code.dark[y * code.side + x])
        };
        let mut picture =
            rqrr::PreparedImage::prepare_from_greyscale(
                side * scale,
                side * scale,
                |x, y| if dark(x, y) { 0 } else { 255 },
            );
        let grids = picture.detect_grids();
        assert_eq!(grids.len(), 1);
        let mut bytes = vec![];
        let meta = grids[0].decode_to(&mut bytes).unwrap();
        // 0 is M.
        assert_eq!(meta.ecc_level, 0);
        String::from_utf8(bytes).unwrap()
    }

    fn back(text: &str) -> usize {
        let codes = codes(text);
        let mut all = String::new();
        for (piece, code) in &codes {
            assert_eq!(read(code), *piece);
            let runs: usize = code.runs().iter().map(|(_, _, long)| long).sum();
            assert_eq!(runs, code.dark.iter().filter(|dark| **dark).count());
            all += piece;
        }
        assert_eq!(all, text);
        codes.len()
    }

    #[test]
    fn what_is_read_back_is_the_text() {
        assert_eq!(back(""), 0);
        assert_eq!(back("罹災証明書：税務課（1階 3番）\n持ち物：本人確認書類\n"), 1);
        assert_eq!(back(&"a".repeat(MOST_BYTES)), 1);
        assert_eq!(back(&"a".repeat(MOST_BYTES + 1)), 2);
        assert_eq!(back(&"窓口で きいてください。\n".repeat(30)), 3);
    }

    #[test]
    fn a_long_text_is_cut_between_lines() {
        let text = "持ち物：本人確認書類、通帳、印かん\n".repeat(20);
        for (piece, _) in codes(&text) {
            assert!(piece.ends_with('\n'), "{piece:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn any_text_is_read_back(text in "[ -~あ-んア-ン一-龠\n]{0,400}") {
            back(&text);
        }
    }
}
