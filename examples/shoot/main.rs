//! Draws any place of the kiosk to a PNG, without a window: the tool with which everybody looks at what they made.
//!
//! `script/shoot PLACE [--panel WxH@MM] [--size N] [--contrast C] [--lang TAG] [--no-ruby] [--shelter|--class] [--town ID] [--press ID]…
//! [--leaf N]
//! [--focus ID] [--said ID:PHRASE] [--pressed ID] -o FILE`. PLACE is a place of the kiosk (`home`, `guide/jishin`, `search`, …) or
//! `demo/NAME`, a page made to look at the kit alone, or `sample/NAME`, a screen in one of the moods that the tests walk. `--press` presses
//! a control before the picture is taken; it may be repeated. With `--each` a picture is taken before every press too (`FILE-00.png`,
//! `FILE-01.png`, …). `--data FILE` shows the places of a town's file.
//! Without `-o` it tells what is on each leaf, with the ids.

#[path = "../../tests/it/demo.rs"]
mod demo;
#[path = "../../tests/it/faces.rs"]
mod faces;
mod house;
#[path = "../../tests/it/stage.rs"]
mod stage;

use engawa::app::{self, Msg};
use engawa::config::Mode;
use engawa::look::Contrast;
use engawa::page::{Id, Page};
use engawa::screens::Place;
use engawa::words::Tongue;
use lexopt::{Arg, ValueExt};
use std::io::Write as _;
use std::path::{Path, PathBuf};

type Fault = Box<dyn std::error::Error>;

/// When a picture is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Each {
    /// Before every press too: a whole lesson in one run.
    Press,
    Last,
}

impl Wish {
    /// `step.png` becomes `step-03.png`.
    fn numbered(&self, n: usize) -> Option<String> {
        let out = self.out.as_ref()?.with_extension("");
        Some(format!("{}-{n:02}.png", out.display()))
    }
}

#[derive(Clone)]
struct Wish {
    place: String,
    set: stage::Set,
    /// 1 is the default of the panel.
    size: usize,
    mode: Mode,
    press: Vec<String>,
    town: String,
    each: Each,
    data: Vec<PathBuf>,
    out: Option<PathBuf>,
}

fn main() -> Result<(), Fault> {
    let wish = wish()?;
    has_renderer()?;
    match wish.place.strip_prefix("demo/") {
        Some(name) => {
            let page = demo::page(name).ok_or_else(|| {
                format!("no such page; try {}; phone-{}", demo::NAMES.join(", "), faces::NAMES.join(", phone-"))
            })?;
            shoot(page, |id| id, fitted(&wish)?, &wish)
        }
        None => kiosk(&wish),
    }
}

fn kiosk(wish: &Wish) -> Result<(), Fault> {
    let set = fitted(wish)?;
    let sample = wish.place.strip_prefix("sample/");
    let place = if sample.is_some() { Place::Home } else { wish.place.parse()? };
    let (size, mode) = (wish.size.saturating_sub(1), wish.mode);
    let visit = house::Visit { place: &place, set: &set, size, mode, town: &wish.town, data: &wish.data };
    let mut house = house::open(&visit)?;
    if let Some(name) = sample {
        house.show(name)?;
    }
    let look = |house: &house::House, name: Option<String>| {
        let em = house.model.size().em;
        let out = name.map(PathBuf::from).or_else(|| wish.out.clone());
        let set = stage::Set { em, reach: house.model.settings.reach, ..set.clone() };
        let page = app::cover(&house.model).unwrap_or_else(|| app::page(&house.model));
        shoot(page, Msg::Turn, set, &Wish { out, ..wish.clone() })
    };
    for (n, id) in wish.press.iter().enumerate() {
        if wish.each == Each::Press {
            look(&house, wish.numbered(n))?;
        }
        house.press(id)?;
    }
    look(&house, if wish.each == Each::Press { wish.numbered(wish.press.len()) } else { None })
}

fn shoot<M: Clone + 'static>(page: Page<M>, turn: fn(Id) -> M, set: stage::Set, wish: &Wish) -> Result<(), Fault> {
    let mut err = std::io::stderr();
    let Some(out) = &wish.out else {
        return tell(&page, turn, &set);
    };
    let leaf = set.leaf;
    let mut scene = stage::open(page, set, turn);
    let leaves = scene.state().leaves;
    if leaf >= leaves {
        return Err(format!("there is no leaf {}; the page has {leaves}", leaf + 1).into());
    }
    scene.render()?.save(out)?;
    writeln!(err, "{}: leaf {} of {leaves}", out.display(), leaf + 1)?;
    Ok(())
}

/// What is on each leaf, for those who look for an id.
fn tell<M: Clone + 'static>(page: &Page<M>, turn: fn(Id) -> M, set: &stage::Set) -> Result<(), Fault> {
    let mut err = std::io::stderr();
    let leaves = stage::open(page.clone(), set.clone(), turn).state().leaves;
    for leaf in 0..leaves {
        let scene = stage::open(page.clone(), stage::Set { leaf, ..set.clone() }, turn);
        for said in scene.state().leaf.script() {
            writeln!(err, "leaf {} of {leaves}  {:24} {}", leaf + 1, said.id, said.line.plain())?;
        }
    }
    Ok(())
}

fn wish() -> Result<Wish, Fault> {
    let mut args = lexopt::Parser::from_env();
    let (mut place, mut out, mut size) = (None, None, 1);
    let (mut mode, mut press, mut town, mut each, mut data) =
        (Mode::Everyday, vec![], String::new(), Each::Last, vec![]);
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
            Arg::Long("shelter") => mode = Mode::Shelter,
            Arg::Long("town") => town = args.value()?.string()?,
            Arg::Long("class") => mode = Mode::Class,
            Arg::Long("data") => data.push(PathBuf::from(args.value()?)),
            Arg::Long("each") => each = Each::Press,
            Arg::Long("press") => press.push(args.value()?.string()?),
            Arg::Short('o') | Arg::Long("output") => out = Some(PathBuf::from(args.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    let place = place.ok_or("which place? shoot PLACE -o FILE")?;
    Ok(Wish { place, set, size, mode, press, town, each, data, out })
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
