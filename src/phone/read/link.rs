//! Names: the short ones that authors write become the full ones of the world, and every one must be there.

use super::notes::{Mark, Notes};
use crate::{
    expr::{Expr, Kind, Known},
    phone::{
        Act, Effect, Gesture, Lesson, Screen, World, keys, operate,
        rule::ANY,
        state::{reserved, status},
    },
    reader::{Problem, Problems, both, nearest},
};
use std::{collections::BTreeMap, ops::Range};

/// Everything that can be named.
pub(super) struct Names<'w> {
    pub(super) world: &'w World,
    /// Variables of the world and of the lesson that is being looked at.
    pub(super) kinds: BTreeMap<String, Kind>,
    pub(super) mistakes: Vec<String>,
    pub(super) lessons: Vec<String>,
    pub(super) drawings: Vec<String>,
}

impl Known for Names<'_> {
    fn kind(&self, name: &str) -> Option<Kind> {
        let own = || reserved().into_iter().find(|(known, _)| *known == name).map(|(_, value)| value.kind());
        self.kinds.get(name).copied().or_else(own)
    }

    fn names(&self) -> Vec<&str> {
        self.kinds.keys().map(String::as_str).chain(reserved().map(|(name, _)| name)).collect()
    }

    fn questions(&self) -> &[&'static str] {
        &["seen", "left"]
    }
}

impl<'w> Names<'w> {
    pub(super) fn of(world: &'w World, lessons: &[String]) -> Self {
        let own = status().into_iter().map(|(name, value)| (name.to_owned(), value.kind()));
        let kinds = world.vars.iter().map(|(name, value)| (name.clone(), value.kind())).chain(own).collect();
        Self {
            world,
            kinds,
            mistakes: world.mistakes.keys().cloned().collect(),
            lessons: lessons.to_vec(),
            drawings: vec![],
        }
    }

    /// Tells everything in the notes that is not there. `true`: all of it is.
    pub(super) fn check(&self, notes: &Notes, problems: &mut Problems<'_>) -> bool {
        let before = problems.errors();
        for (mark, span) in &notes.marks {
            match mark {
                Mark::Screen(name) => self.screen(&notes.app, name, span, problems),
                Mark::Var(name, kind) => self.var(name, *kind, span, problems),
                Mark::Mistake(name) => missing("mistake", name, &self.mistakes, span, problems),
                Mark::App(name) => missing("app", name, &self.apps(), span, problems),
                Mark::Lesson(name) => missing("lesson", name, &self.lessons, span, problems),
                Mark::Picture(name) => missing("picture", name, &self.drawings, span, problems),
                Mark::Drawing(name) if self.world.drawings.is_empty() => {
                    let message =
                        both(format!("「{name}」の 絵が ありません"), format!("there is no picture called \"{name}\""));
                    let help = both(
                        format!("phone/{name}.svg を つくってください（線だけの SVG）"),
                        format!("draw phone/{name}.svg, lines only"),
                    );
                    problems.add(Problem::error(span.clone(), message).help(help));
                }
                Mark::Drawing(name) => {
                    let known: Vec<String> = self.world.drawings.keys().cloned().collect();
                    missing("picture", name, &known, span, problems);
                }
                Mark::Act(act) => self.act(act, span, problems),
                Mark::Expr(expr) => self.expr(expr, span, problems),
            }
        }
        problems.errors() == before
    }

    fn expr(&self, expr: &Expr, span: &Range<usize>, problems: &mut Problems<'_>) {
        for fault in expr.faults(self) {
            problems.add(fault.problem(span));
        }
        for (question, about, at) in expr.asked() {
            match question.as_str() {
                "left" => missing("app", &about, &self.apps(), &within(span, &at), problems),
                _ => self.item(&about, &within(span, &at), problems),
            }
        }
        for (name, text, at) in expr.compared() {
            let at = within(span, &at);
            match name.as_str() {
                "screen" => missing("screen", &text, &self.screens(), &at, problems),
                "app" => missing("app", &text, &self.apps(), &at, problems),
                "skin" => missing("skin", &text, &["iphone".into(), "android".into()], &at, problems),
                _ => {}
            }
        }
    }

    fn screens(&self) -> Vec<String> {
        self.world.screens.keys().cloned().collect()
    }

    fn apps(&self) -> Vec<String> {
        self.world.apps.iter().map(|app| app.id.clone()).collect()
    }

    fn screen(&self, app: &str, name: &str, span: &Range<usize>, problems: &mut Problems<'_>) {
        if resolve(self.world, app, name).is_none() {
            let short = format!("{app}-");
            let own = self.world.screens.keys().filter_map(|id| id.strip_prefix(&short)).map(str::to_owned);
            let known: Vec<String> = own.chain(self.screens()).collect();
            missing("screen", name, &known, span, problems);
        }
    }

    fn var(&self, name: &str, kind: Kind, span: &Range<usize>, problems: &mut Problems<'_>) {
        match self.kind(name) {
            None => {
                let known: Vec<String> = self.names().into_iter().map(str::to_owned).collect();
                missing("vars", name, &known, span, problems);
            }
            Some(found) if kind != Kind::Any && found != kind => {
                let ((ja, en), (is_ja, is_en)) = (kind.name(), found.name());
                let message = both(
                    format!("「{name}」は {is_ja}です。ここでは {ja}が いります"),
                    format!("`{name}` is {is_en}; here it must be {en}"),
                );
                problems.add(Problem::error(span.clone(), message).label(both("ここ", "here")));
            }
            Some(_) => {}
        }
    }

    /// What an act is about is somewhere in the world.
    fn act(&self, act: &Act, span: &Range<usize>, problems: &mut Problems<'_>) {
        let Act::Do { gesture, item } = act else { return };
        if let Gesture::Drag { onto } = gesture {
            self.item(onto, span, problems);
        }
        if let Some(item) = item {
            self.item(item, span, problems);
        }
    }

    fn item(&self, item: &str, span: &Range<usize>, problems: &mut Problems<'_>) {
        let chrome = [operate::BACK, operate::RECENTS, operate::STATUS, ANY];
        if chrome.contains(&item) || item.starts_with(operate::NOTICE) {
            return;
        }
        if let Some(key) = item.strip_prefix(operate::KEY) {
            if !keys::is_key(key) {
                missing("key", item, &[], span, problems);
            }
            return;
        }
        let Some((screen, name)) = item.split_once('/') else {
            return missing("screen", item, &self.screens(), span, problems);
        };
        let Some(found) = self.world.screen(screen) else {
            let full = item.replacen(
                screen,
                nearest(screen, self.world.screens.keys().map(String::as_str)).unwrap_or(screen),
                1,
            );
            return missing("screen", screen, &[full], span, problems);
        };
        if name != ANY && found.item(item).is_none() {
            let known: Vec<String> = found.items.iter().map(|item| item.id.clone()).collect();
            missing("item", item, &known, span, problems);
        }
    }
}

/// The part of a condition's text at its place in the file.
fn within(span: &Range<usize>, part: &Range<usize>) -> Range<usize> {
    let at = span.start + 1 + part.start..span.start + 1 + part.end;
    if at.end < span.end { at } else { span.clone() }
}

fn missing(what: &str, name: &str, known: &[String], span: &Range<usize>, problems: &mut Problems<'_>) {
    if known.iter().any(|known| known == name) {
        return;
    }
    let message = both(format!("「{name}」は ありません（{what}）"), format!("there is no {what} called \"{name}\""));
    let problem = Problem::error(span.clone(), message).label(both("知らない 名前", "not known"));
    let list = known.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    problems.add(match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => problem.help(both(format!("「{near}」の ことですか？"), format!("did you mean \"{near}\"?"))),
        None if list.is_empty() => problem,
        None => problem.help(both(format!("使える 名前: {list}"), format!("known: {list}"))),
    });
}

/// A list of every screen of a large world helps nobody.
const MOST_NAMED: usize = 20;

/// The full id of a screen that an app calls by a short or a full name.
pub(super) fn resolve(world: &World, app: &str, name: &str) -> Option<String> {
    let short = format!("{app}-{name}");
    [short, name.to_owned()].into_iter().find(|id| world.screens.contains_key(id))
}

/// Makes every short name of a screen a full one.
pub(super) fn screen(full: &dyn Fn(&str) -> Option<String>, screen: &mut Screen) {
    effects(full, &mut screen.enter);
    let deeds = screen.deeds.iter_mut().chain(screen.items.iter_mut().flat_map(|item| &mut item.deeds));
    deeds.for_each(|deed| effects(full, &mut deed.effects));
}

pub(super) fn lesson(full: &dyn Fn(&str) -> Option<String>, lesson: &mut Lesson) {
    effects(full, &mut lesson.start.effects);
}

fn effects(full: &dyn Fn(&str) -> Option<String>, all: &mut [Effect]) {
    for effect in all {
        match effect {
            Effect::Go(name) | Effect::Root(name) | Effect::Call { screen: name, .. } => replace(full, name),
            Effect::Notify(notice) => notice.open.iter_mut().for_each(|name| replace(full, name)),
            Effect::If { then, or, .. } => {
                effects(full, then);
                effects(full, or);
            }
            _ => {}
        }
    }
}

fn replace(full: &dyn Fn(&str) -> Option<String>, name: &mut String) {
    if let Some(found) = full(name) {
        *name = found;
    }
}
