//! What stands on paper from top to bottom, and where a page ends: never after a heading, never with a single line of a paragraph left
//! behind or sent ahead.

use super::size::Sizes;
use crate::{lay::Run, page::Svg, words::Tongue};

/// A document in one long strip.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub slabs: Vec<Slab>,
    /// What each piece of text is.
    pub marks: Vec<Mark>,
}

/// A piece that never breaks. Lengths in millimetres.
#[derive(Clone, Debug)]
pub(super) struct Slab {
    /// Free above it, unless it stands first on a page.
    pub above: f32,
    pub h: f32,
    pub keep: Keep,
    pub ink: Vec<Ink>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// Stands on the same page as the next.
    Next,
    Free,
}

/// Something drawn, from the top left corner of its slab.
#[derive(Clone, Debug)]
pub(super) enum Ink {
    Words(Words),
    /// A frame with round corners: x, y, w, h, how round, how thick.
    Frame([f32; 4], f32, f32),
    /// From, to, how thick.
    Rule([f32; 2], [f32; 2], f32),
    /// Where its middle is, how large, how thick its line.
    Ring([f32; 2], f32, f32),
    /// 「！」 in a triangle: x, y, side.
    Care([f32; 2], f32),
    /// x, y, side of a module, what it belongs to.
    Code([f32; 2], f32, usize, super::code::Modules),
    /// x, y, w, h, what it belongs to.
    Drawing([f32; 4], usize, Svg),
}

/// One line of text.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// Index into [`Flow::marks`].
    pub mark: usize,
    /// What it says without ruby.
    pub plain: String,
    pub runs: Vec<Run>,
    /// Quieter than black.
    pub tone: Tone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Black,
    Grey,
}

/// What a piece of text is, for whoever hears the document.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub kind: Kind,
    pub tongue: Option<Tongue>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Title(String),
    Heading(String),
    Text,
    /// A code or a drawing, and what it shows in words.
    Figure(String),
}

/// A page: its height, and what stands how far under its upper edge.
#[derive(Debug)]
pub(super) struct Sheetful {
    pub h: f32,
    pub slabs: Vec<(f32, Slab)>,
}

/// All pages, with what each piece of text on them is.
#[derive(Debug)]
pub(super) struct Pages {
    pub pages: Vec<Sheetful>,
    pub marks: Vec<Mark>,
}

#[cfg(test)]
impl Pages {
    /// Every line of text as it is drawn.
    pub(super) fn texts(&self) -> Vec<String> {
        let ink = self.pages.iter().flat_map(|page| &page.slabs).flat_map(|(_, slab)| &slab.ink);
        ink.filter_map(|ink| if let Ink::Words(words) = ink { Some(words.plain.clone()) } else { None }).collect()
    }
}

impl Flow {
    pub(super) fn pages(self, sizes: &Sizes) -> Pages {
        let room = sizes.room();
        let mut pages: Vec<Sheetful> = vec![Sheetful { h: sizes.h, slabs: vec![] }];
        let mut y = 0.0;
        for chunk in chunks(self.slabs, room) {
            let h: f32 = chunk.iter().map(|slab| slab.above + slab.h).sum();
            if y > 0.0 && y + h > room {
                pages.push(Sheetful { h: sizes.h, slabs: vec![] });
                y = 0.0;
            }
            if let Some(page) = pages.last_mut() {
                y = page.put(chunk, y, sizes.top);
            }
        }
        // A roll is as long as what stands on it.
        for page in pages.iter_mut().filter(|page| page.h.is_infinite()) {
            page.h = sizes.top + y + sizes.foot;
        }
        Pages { pages, marks: self.marks }
    }
}

impl Sheetful {
    /// Puts slabs on the page from `y` down; where the next one stands.
    fn put(&mut self, chunk: Vec<Slab>, mut y: f32, top: f32) -> f32 {
        for slab in chunk {
            y += if y > 0.0 { slab.above } else { 0.0 };
            let h = slab.h;
            self.slabs.push((top + y, slab));
            y += h;
        }
        y
    }
}

/// What stays together; what would be higher than a page is let go.
fn chunks(slabs: Vec<Slab>, room: f32) -> Vec<Vec<Slab>> {
    let (mut out, mut open, mut h): (Vec<Vec<Slab>>, Vec<Slab>, f32) = (vec![], vec![], 0.0);
    for slab in slabs {
        if !open.is_empty() && h + slab.above + slab.h > room {
            out.push(std::mem::take(&mut open));
            h = 0.0;
        }
        h += slab.above + slab.h;
        let ends = slab.keep == Keep::Free;
        open.push(slab);
        if ends {
            out.push(std::mem::take(&mut open));
            h = 0.0;
        }
    }
    if !open.is_empty() {
        out.push(open);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{page::Format, paper::size};

    fn slab(h: f32, keep: Keep) -> Slab {
        Slab { above: 2.0, h, keep, ink: vec![] }
    }

    #[test]
    fn a_heading_never_ends_a_page() {
        let sizes = size::of(Format::A4);
        let room = sizes.room();
        let slabs = vec![
            slab(room - 20.0, Keep::Free),
            slab(8.0, Keep::Next),
            slab(8.0, Keep::Next),
            slab(8.0, Keep::Free),
            // Higher than any page: let go, and nothing is lost.
            slab(room / 2.0, Keep::Next),
            slab(room / 2.0, Keep::Next),
            slab(room / 2.0, Keep::Free),
        ];
        let pages = Flow { slabs, marks: vec![] }.pages(&sizes).pages;
        let counts: Vec<_> = pages.iter().map(|page| page.slabs.len()).collect();
        assert_eq!(counts, [1, 4, 1, 1]);
        for page in &pages {
            let bottom = page.slabs.iter().map(|(y, slab)| y + slab.h).fold(0.0, f32::max);
            assert!(bottom <= sizes.h - sizes.foot + 0.01, "{bottom}");
        }
        let roll = size::of(Format::Roll58);
        let pages =
            Flow { slabs: vec![slab(500.0, Keep::Free), slab(700.0, Keep::Free)], marks: vec![] }.pages(&roll).pages;
        assert_eq!((pages.len(), pages[0].h), (1, roll.top + 1202.0 + roll.foot));
    }
}
