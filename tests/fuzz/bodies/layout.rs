//! Any text, on any glass, in any size: every sign stands on some leaf, and every leaf can be planned.

use engawa::{
    lay::{self, Measure, Panel, Size, Turning},
    page::{Kind, Level, Page, Part, Tone},
    words::Line,
};

struct Ems;
impl Measure for Ems {
    fn width(&mut self, text: &str, em: f32, _: bool) -> f32 {
        text.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum::<f32>() * em
    }
}

/// The last three bytes are the glass and the size. Whether there was anything to lay out.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let Some((bytes, [width, height, size])) = bytes.split_last_chunk::<3>() else { return false };
    let text = String::from_utf8_lossy(bytes);
    let panel = Panel { w: 217.0 + f32::from(*width), h: 136.0 + f32::from(*height) };
    let ems = [6.6, 8.8, 11.4, 13.5, 15.7];
    let em = ems.iter().copied().cycle().nth(usize::from(*size)).unwrap_or(8.8);
    let size = Size { em, ruby: size % 2 == 0 };
    let parts = text.lines().map(|line| match line.chars().next() {
        Some('#') => Part::text(Level::Heading, line),
        Some('!') => Part::group(Kind::Callout(Tone::Care), [Part::text(Level::Body, line)]),
        Some('1') => Part::group(Kind::Step, [Part::text(Level::Number, "1"), Part::text(Level::Lead, line)]),
        _ => Part::text(Level::Body, line),
    });
    let page: Page<()> = Page::new(parts);
    let turning = Turning {
        back: Line::parse("もどる"),
        next: Line::parse("つぎ"),
        count: &|_, _| Line::parse("1"),
        msg: &|_| (),
    };
    let leaves = lay::fold(&page, panel, size, &mut Ems, &turning);
    for leaf in &leaves {
        assert_eq!(lay::plan(leaf, panel, size, &mut Ems).len(), leaf.walk().len());
    }
    !leaves.is_empty()
}
