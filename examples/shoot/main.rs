//! Draws any place of the kiosk to a PNG, without a window: the tool with which everybody looks at what they made.
//!
//! `script/shoot PLACE [--panel WxH@MM] [--size N] [--contrast C] [--lang TAG] [--leaf N] [--focus ID] [--said ID:PHRASE]
//! [--pressed ID] [--no-ruby] -o FILE`. PLACE is a place of the kiosk or `demo/NAME`, a page made to look at the kit alone.

#[path = "../../tests/it/demo.rs"]
mod demo;
#[path = "../../tests/it/stage.rs"]
mod stage;

use engawa::look::Contrast;
use engawa::words::Tongue;
use lexopt::{Arg, ValueExt};
use std::io::Write as _;
use std::path::{Path, PathBuf};

type Fault = Box<dyn std::error::Error>;

struct Wish {
    place: String,
    set: stage::Set,
    /// 1 is the default of the panel.
    size: usize,
    out: PathBuf,
}

fn main() -> Result<(), Fault> {
    let wish = wish()?;
    has_renderer()?;
    let name = wish.place.strip_prefix("demo/").ok_or("PLACE is demo/NAME")?;
    let page = demo::page(name).ok_or_else(|| format!("no such page; try {}", demo::NAMES.join(", ")))?;
    let set = fitted(&wish)?;
    let leaf = set.leaf;
    let mut scene = stage::open(page, set, |id| id);
    let leaves = scene.state().leaves;
    if leaf >= leaves {
        return Err(format!("there is no leaf {}; the page has {leaves}", leaf + 1).into());
    }
    scene.render()?.save(&wish.out)?;
    writeln!(std::io::stderr(), "{}: leaf {} of {leaves}", wish.out.display(), leaf + 1)?;
    Ok(())
}

fn wish() -> Result<Wish, Fault> {
    let mut args = lexopt::Parser::from_env();
    let (mut place, mut out, mut size) = (None, None, 1);
    let mut set = stage::Set { px: [1920, 1080], ..stage::Set::default() };
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Value(value) if place.is_none() => place = Some(value.string()?),
            Arg::Long("panel") => (set.px, set.width) = panel(&args.value()?.string()?)?,
            Arg::Long("size") => size = args.value()?.parse()?,
            Arg::Long("contrast") => set.contrast = contrast(&args.value()?.string()?)?,
            Arg::Long("lang") => {
                set.tongue = Tongue::parse(&args.value()?.string()?).ok_or("--lang TAG, such as ja")?;
            }
            Arg::Long("leaf") => set.leaf = args.value()?.parse::<usize>()?.saturating_sub(1),
            Arg::Long("focus") => set.focus = Some(args.value()?.string()?),
            Arg::Long("pressed") => set.pressed = Some(args.value()?.string()?),
            Arg::Long("said") => set.said = Some(said(&args.value()?.string()?)?),
            Arg::Long("no-ruby") => set.ruby = false,
            Arg::Short('o') | Arg::Long("output") => out = Some(PathBuf::from(args.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    let (place, out) = (place.ok_or("which place? shoot PLACE -o FILE")?, out.ok_or("where to? -o FILE")?);
    Ok(Wish { place, set, size, out })
}

fn panel(text: &str) -> Result<([u16; 2], f32), Fault> {
    let parse = || {
        let (px, mm) = text.split_once('@')?;
        let (w, h) = px.split_once('x')?;
        Some(([w.parse().ok()?, h.parse().ok()?], mm.parse().ok()?))
    };
    parse().ok_or_else(|| "--panel WxH@MM: pixels and the width in millimetres, such as 1920x1080@344".into())
}

fn contrast(text: &str) -> Result<Contrast, Fault> {
    let names = Contrast::ALL.map(Contrast::name).join(", ");
    Contrast::parse(text).ok_or_else(|| format!("--contrast is one of {names}").into())
}

fn said(text: &str) -> Result<(String, u16), Fault> {
    let (id, phrase) = text.rsplit_once(':').ok_or("--said ID:PHRASE, such as t3:0")?;
    Ok((id.to_owned(), phrase.parse()?))
}

/// The set with the size of text that was asked for.
fn fitted(wish: &Wish) -> Result<stage::Set, Fault> {
    let sizes = engawa::lay::sizes(wish.set.panel());
    let size = wish.size.checked_sub(1).and_then(|n| sizes.get(n));
    let size = size.ok_or_else(|| format!("--size is 1 to {} on this panel", sizes.len()))?;
    Ok(stage::Set { em: size.em, ..wish.set.clone() })
}

/// Without a software renderer the graphics library gives up with a message that helps nobody.
fn has_renderer() -> Result<(), Fault> {
    let folders = ["/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d", "/usr/lib/x86_64-linux-gnu/dri"].map(Path::new);
    let files = folders.into_iter().filter_map(|folder| folder.read_dir().ok()).flatten().flatten();
    let is_renderer = |name: &str| name.contains("_icd") || name.starts_with("swrast");
    if files.map(|file| file.file_name()).any(|name| name.to_str().is_some_and(is_renderer)) {
        return Ok(());
    }
    Err("nothing to draw with: install mesa-vulkan-drivers".into())
}
