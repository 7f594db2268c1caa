//! The script of `engawa lesson play`: one act a line. A line that is not understood stops everything before it begins; an item that is nowhere on the
//! phone is told with what is near it, and one that cannot be seen at that moment is told with what can.

use super::{super::Common, Stop};
use crate::{
    phone::{Act, Face, Gesture, Outcome, Run, World},
    reader::nearest,
};
use std::{io::Read, path::Path};

/// One act, and where it stands.
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) act: Act,
}

pub(super) struct Script {
    shown: String,
    pub(super) lines: Vec<Line>,
}

/// The longest script, in bytes.
const LONGEST: u64 = 4 * 1024 * 1024;

/// The acts of a script; `-` reads stdin. Empty lines, lines that begin with `#` and what follows ` # ` say nothing.
pub(super) fn read(path: Option<&Path>) -> Result<Script, Stop> {
    let Some(path) = path else {
        return Err(Stop::usage(
            "--do FILE が いります（- は 標準入力）。",
            "say which script: --do FILE (or - for stdin)",
        ));
    };
    let mut bytes = vec![];
    let read = if path == Path::new("-") {
        std::io::stdin().lock().take(LONGEST).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(LONGEST).read_to_end(&mut bytes))
    };
    let shown = path.display().to_string();
    read.map_err(|err| Stop::machine(format!("{shown} が 読めません: {err}"), format!("cannot read {shown}: {err}")))?;
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(Stop::input(
            format!("{shown} は UTF-8の 文字では ありません。文字コードを UTF-8に して ください。"),
            format!("{shown} is not UTF-8 text; save it as UTF-8"),
        ));
    };
    lines(&text, shown)
}

fn lines(text: &str, shown: String) -> Result<Script, Stop> {
    let mut lines = vec![];
    for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        let line = said(line);
        if line.is_empty() {
            continue;
        }
        let act = Act::parse(line).map_err(|err| {
            Stop::input(
                format!("{shown}:{number}: 「{line}」が わかりません（{err}）"),
                format!("{shown}:{number}: {err}"),
            )
        })?;
        lines.push(Line { number, act });
    }
    Ok(Script { shown, lines })
}

/// The line without what is only for people. What is typed may have any sign in it.
fn said(line: &str) -> &str {
    let line = line.trim();
    if line.starts_with('#') {
        return "";
    }
    match line.split_once(" # ") {
        Some((act, _)) if !line.starts_with("type ") => act.trim_end(),
        _ => line,
    }
}

/// Plays it. Returns how many lines name something that is nowhere on the phone.
pub(super) fn play(common: &Common, script: &Script, world: &World, run: &mut Run) -> usize {
    if script.lines.is_empty() {
        let shown = &script.shown;
        common.note(
            &format!("{shown}: する ことが 1つも ありません。"),
            &format!("{shown}: there is nothing to do in it"),
        );
    }
    let mut unknown = 0;
    for Line { number, act } in &script.lines {
        run.settle();
        let face = run.face();
        let at = format!("{}:{number}", script.shown);
        if let Some(name) = nowhere(act, world) {
            unknown += 1;
            tell_unknown(common, &at, name, world, &face);
        } else if run.act(act) == Outcome::Nothing {
            let here = here(&face);
            common.note(
                &format!("{at}: 「{act}」では 何も おこりません。いま「{}」に ある もの: {here}", face.screen),
                &format!("{at}: `{act}` does nothing now; on `{}` there is {here}", face.screen),
            );
        }
    }
    unknown
}

fn tell_unknown(common: &Common, at: &str, name: &str, world: &World, face: &Face) {
    let items = world.screens.values().flat_map(|screen| &screen.items).map(|item| item.id.as_str());
    let near = nearest(name, items.chain(world.screens.keys().map(String::as_str)));
    let here = here(face);
    let (ja, en) = match near {
        Some(near) => (format!("「{near}」の ことですか？"), format!("did you mean `{near}`?")),
        None => {
            (format!("いま「{}」に ある もの: {here}", face.screen), format!("on `{}` there is {here}", face.screen))
        }
    };
    common.note(&format!("{at}: 「{name}」は ありません。{ja}"), &format!("{at}: there is no `{name}`; {en}"));
}

/// What can be seen, by its names.
fn here(face: &Face) -> String {
    let shade = face.shade.iter().flatten();
    let all = face
        .items
        .iter()
        .chain(&face.buttons)
        .chain(shade)
        .chain(&face.banner)
        .filter(|item| !item.gestures.is_empty());
    let ids: Vec<_> = all.map(|item| item.id.as_str()).collect();
    if ids.is_empty() { "-".to_owned() } else { ids.join(", ") }
}

/// The first thing that an act names and the phone does not have anywhere.
fn nowhere<'a>(act: &'a Act, world: &World) -> Option<&'a str> {
    let Act::Do { gesture, item } = act else { return None };
    let onto = if let Gesture::Drag { onto } = gesture { Some(onto) } else { None };
    item.iter().chain(onto).map(String::as_str).find(|name| !is_known(name, world))
}

fn is_known(name: &str, world: &World) -> bool {
    match name.split_once('/') {
        Some(("key" | "notice", _)) => true,
        Some((screen, _)) => world.screen(screen).is_some_and(|screen| screen.items.iter().any(|item| item.id == name)),
        // The parts that stand on every screen.
        None => ["back", "home", "status", "recents"].contains(&name) || world.screen(name).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_only_for_people_says_nothing() {
        let text = "\u{feff}# a comment\r\n\r\n  tap home/settings   # opens it\r\n   # another\r\ntype a # b\nkey/#\n";
        let acts: Vec<_> =
            lines(text, "-".into()).ok().unwrap().lines.iter().map(|l| (l.number, l.act.to_string())).collect();
        let wanted = [(3, "tap home/settings"), (5, "type a # b"), (6, "tap key/#")];
        assert_eq!(acts, wanted.map(|(number, act)| (number, act.to_owned())));
        assert!(lines("", "-".into()).ok().unwrap().lines.is_empty());
        let Err(Stop::Input(message)) = lines("back\njump x\n", "-".into()) else { panic!("`jump` is no act") };
        assert!(message.en.contains("-:2:") && message.en.contains("swipe"), "{}", message.en);
    }
}
