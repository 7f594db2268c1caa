//! The outlines of a face (CFF) without those that nobody can reach. All else stays byte for byte as it is; what stands behind the
//! outlines moves up, and the numbers that say where it stands with it. (Adobe Technical Note 5176.)

use super::Part;
use skrifa::GlyphId;
use skrifa::raw::collections::IntSet;
use std::ops::Range;

/// By then the first table of contents has been read.
const CONTENTS: u64 = 4096;

// Operators of tables of contents: where the glyphs stand, their names, their parts, which glyph is of which part, and what is a part's own.
const GLYPHS: u16 = 17;
const NAMES: u16 = 15;
const PARTS: u16 = 0x0c24;
const WHICH: u16 = 0x0c25;
const PRIVATE: u16 = 18;

pub(super) fn thin(table: &Part<'_>, glyphs: &IntSet<GlyphId>) -> Option<Vec<u8>> {
    let contents = contents(&table.first(CONTENTS)?)?;
    let start = table.between(0, contents.end)?;
    let numbers = numbers(start.get(contents.clone())?, contents.start)?;
    let number = |wanted| numbers.iter().find(|number| number.of == wanted);
    let old = Old::of(table, number(GLYPHS)?.value)?;
    let mut out = Vec::with_capacity(old.at);
    out.extend(table.between(0, old.at)?);
    let mut tail = table.between(old.end, usize::try_from(table.length).ok()?)?;
    old.thinned(table, glyphs, &mut out)?;
    let moved = Moved { from: old.end, by: old.end.checked_sub(out.len())? };
    for wanted in [NAMES, PARTS, WHICH] {
        number(wanted).map_or(Some(()), |number| moved.correct(number, &mut out))?;
    }
    let parts = number(PARTS)?.value.checked_sub(old.end)?;
    for dict in index(&tail, parts)?.0 {
        let private = self::numbers(tail.get(dict.clone())?, dict.start)?;
        private.iter().filter(|number| number.of == PRIVATE).try_for_each(|number| moved.correct(number, &mut tail))?;
    }
    out.extend(tail);
    Some(out)
}

/// The glyphs as they stand in the file.
struct Old {
    /// Where they begin: a count, the size of an offset, the offsets, the outlines one after the other.
    at: usize,
    count: usize,
    size: usize,
    offsets: Vec<u8>,
    data: usize,
    end: usize,
}

impl Old {
    fn of(table: &Part<'_>, at: usize) -> Option<Self> {
        let [high, low, size] = table.between(at, at.checked_add(3)?)?.try_into().ok()?;
        let (count, size) = (usize::from(u16::from_be_bytes([high, low])), usize::from(size));
        let data = at + 3 + (count + 1) * size;
        let old = Self { at, count, size, offsets: table.between(at + 3, data)?, data, end: data };
        Some(Self { end: data + old.offset(count)?, ..old })
    }

    /// Where the outline of a glyph begins, from the first on.
    fn offset(&self, glyph: usize) -> Option<usize> {
        let bytes = self.offsets.get(glyph * self.size..(glyph + 1) * self.size)?;
        big_endian(bytes)?.checked_sub(1)
    }

    fn length(&self, glyph: usize) -> Option<usize> {
        self.offset(glyph + 1)?.checked_sub(self.offset(glyph)?)
    }

    fn thinned(&self, table: &Part<'_>, glyphs: &IntSet<GlyphId>, out: &mut Vec<u8>) -> Option<()> {
        let is_kept = |glyph: usize| u32::try_from(glyph).is_ok_and(|glyph| glyphs.contains(GlyphId::new(glyph)));
        out.extend(u16::try_from(self.count).ok()?.to_be_bytes());
        out.push(u8::try_from(self.size).ok()?);
        let mut at: usize = 1;
        for glyph in 0..=self.count {
            let bytes = at.to_be_bytes();
            out.extend(bytes.get(bytes.len().checked_sub(self.size)?..)?);
            if glyph < self.count && is_kept(glyph) {
                at += self.length(glyph)?;
            }
        }
        let mut next = 0;
        while let Some(first) = (next..self.count).find(|glyph| is_kept(*glyph)) {
            next = (first..self.count).find(|glyph| !is_kept(*glyph)).unwrap_or(self.count);
            out.extend(table.between(self.data + self.offset(first)?, self.data + self.offset(next)?)?);
        }
        Some(())
    }
}

/// How far what stood from here on has moved up.
struct Moved {
    from: usize,
    by: usize,
}

impl Moved {
    /// Writes where it stands now. Only a number of full length can be written anew; with any other the face stays whole.
    fn correct(&self, number: &Number, bytes: &mut [u8]) -> Option<()> {
        if number.value < self.from {
            return Some(());
        }
        let place = number.place.clone();
        let [_, digits @ ..] = bytes.get_mut(place)? else { return None };
        let value = u32::try_from(number.value.checked_sub(self.by)?).ok()?.to_be_bytes();
        (digits.len() == value.len()).then(|| digits.copy_from_slice(&value))
    }
}

/// The last number before an operator, and where it stands.
struct Number {
    of: u16,
    value: usize,
    place: Range<usize>,
}

/// What a table of contents says that stands at `base`.
fn numbers(dict: &[u8], base: usize) -> Option<Vec<Number>> {
    let (mut out, mut last, mut at) = (vec![], None, 0);
    while let Some(first) = dict.get(at) {
        let length = match first {
            12 | 247..=254 => 2,
            0..=21 | 32..=246 => 1,
            28 => 3,
            29 => 5,
            30 => 2 + dict.get(at + 1..)?.iter().position(|byte| byte & 0xf == 0xf || byte >> 4 == 0xf)?,
            _ => return None,
        };
        let bytes = dict.get(at..at + length)?;
        let place = base + at..base + at + length;
        at += length;
        if *first > 21 {
            last = value(bytes).map(|value| (value, place));
        } else if let Some((value, place)) = last.take() {
            let of = bytes.iter().fold(0, |of, byte| of << 8 | u16::from(*byte));
            out.push(Number { of, value, place });
        }
    }
    Some(out)
}

/// A number that is no fraction and not below nothing.
fn value(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [28 | 29, rest @ ..] if rest.first().is_some_and(|first| *first < 0x80) => big_endian(rest),
        [first @ 139..=246] => Some(usize::from(*first) - 139),
        [first @ 247..=250, second] => Some((usize::from(*first) - 247) * 256 + usize::from(*second) + 108),
        _ => None,
    }
}

/// The first table of contents: after the head and the names.
fn contents(start: &[u8]) -> Option<Range<usize>> {
    let (_, names) = index(start, usize::from(*start.get(2)?))?;
    index(start, names)?.0.into_iter().next()
}

/// Where the things of a list stand, and where the list ends.
fn index(bytes: &[u8], at: usize) -> Option<(Vec<Range<usize>>, usize)> {
    let count = big_endian(bytes.get(at..at.checked_add(2)?)?)?;
    if count == 0 {
        return Some((vec![], at + 2));
    }
    let size = usize::from(*bytes.get(at + 2)?);
    let data = at + 2 + (count + 1) * size;
    let offset = |n: usize| Some(data + big_endian(bytes.get(at + 3 + n * size..at + 3 + (n + 1) * size)?)?);
    let things = (0..count).map(|n| Some(offset(n)?..offset(n + 1)?)).collect::<Option<Vec<_>>>()?;
    let end = things.last().map_or(data, |last| last.end);
    Some((things, end))
}

fn big_endian(bytes: &[u8]) -> Option<usize> {
    (!bytes.is_empty() && bytes.len() <= 4).then(|| bytes.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
}
