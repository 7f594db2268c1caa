//! What a lesson looks like: the step large at the left with what helps, the phone at the right; a page before it and a page after it.

use super::{
    Msg, State,
    beside::{beside, joined, scale, shown_only},
    is_locked,
    play::{Play, Scene},
    title,
};
use crate::{
    page::{Control, Kind, Level, Page, Part, Picture, Role, Svg, Tone, Weight},
    phone::{Drawing, Lesson, LessonKind, Pass, Said, Skin},
    screens::{
        Loaded, Place, View,
        glass::{self, Glass},
    },
    words::{Line, Tongue, Words},
};

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let name = Part::text(Level::Title, title(state, view));
    let Loaded::Ready(play) = &state.play else {
        let mut parts = vec![Part::group(Kind::Top, [name])];
        parts.extend(match state.play {
            Loaded::Gone => gone(view.words()),
            _ => view.instead(&state.play),
        });
        return Page::new(parts);
    };
    if let Some(lesson) = play.lesson().filter(|lesson| is_locked(lesson.kind, view)) {
        return locked(lesson, name, view);
    }
    match (play.scene, play.lesson()) {
        (Scene::Before, Some(lesson)) => before(play, lesson, name, view),
        (Scene::After, Some(lesson)) => after(play, lesson, name, view),
        _ if play.run.pass() == Pass::Own => own(play, name, view),
        _ => phone(play, name, view),
    }
}

pub(super) fn button(id: &'static str, name: Line, icon: &'static str, msg: Msg) -> Control<Msg> {
    Control::button(id, name, msg).icon(icon)
}

fn gone(w: &Words) -> Vec<Part<Msg>> {
    vec![
        Part::text(Level::Lead, w.lesson_gone()),
        Part::text(Level::Body, w.lesson_gone_remedy()),
        Part::group(Kind::Row, [other(w).into()]),
    ]
}

fn locked(lesson: &Lesson, name: Part<Msg>, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let care = Part::group(Kind::Callout(Tone::Care), [Part::text(Level::Lead, w.lesson_locked())]);
    let lead = Part::text(Level::Body, lesson.lead.line(w.tongue(), Skin::default()).clone());
    Page::new([Part::group(Kind::Top, [name]), care, lead, Part::group(Kind::Row, [other(w).into()])])
}

fn other(w: &Words) -> Control<Msg> {
    button("lesson/other", w.lesson_other(), "list", Msg::Open(Place::Shelf("phone".into())))
}

/// What it is good for, what to take care of, which phone.
fn before(play: &Play, lesson: &Lesson, name: Part<Msg>, view: &View<'_>) -> Page<Msg> {
    let (w, skin) = (view.words(), play.setting.skin);
    let line = |said: &Said| said.line(w.tongue(), skin).clone();
    let mut parts =
        vec![Part::group(Kind::Top, [name, Part::text(Level::Note, w.lesson_minutes(i32::from(lesson.minutes)))])];
    parts.push(Part::text(Level::Lead, line(&lesson.lead)));
    if !lesson.why.is_empty() {
        parts.push(Part::text(Level::Body, line(&lesson.why)));
    }
    let [other_tongue, unread] = doubts(lesson, view);
    parts.extend(other_tongue);
    let mut picture = lesson.picture.as_ref().map(|picture| drawing(picture, line(&picture.alt)));
    let warning = play.run.warning();
    if !warning.is_empty() {
        let lines = warning.iter().cloned().map(|line| Part::text(Level::Body, line));
        let note = Part::text(Level::Note, w.lesson_warn_note());
        let head = Part::text(Level::Lead, w.lesson_warn());
        // Beside the warning the drawing takes no height of its own.
        let all = picture.take().into_iter().chain([head]).chain(lines).chain([note]);
        parts.push(Part::group(Kind::Callout(Tone::Care), all));
    }
    let begin = button("lesson/begin", w.lesson_begin(), "next", Msg::Begin).weight(Weight::Primary);
    let leave = button("lesson/leave", w.lesson_leave(), "back", Msg::Open(Place::Shelf("phone".into())));
    let buttons = [begin.into(), leave.weight(Weight::Away).into()];
    if warning.is_empty() {
        parts.extend([Part::group(Kind::Row, skins(skin)), Part::group(Kind::Row, buttons)]);
    } else {
        // One row, so that whoever reads the warning also sees how to begin and how to leave.
        parts.push(Part::group(Kind::Row, skins(skin).into_iter().chain(buttons)));
    }
    // Last, so that nothing takes the place of the button that begins.
    parts.extend(unread.into_iter().chain(picture));
    Page::new(parts)
}

/// What one should know of the words before one begins: that they are in another tongue, and that nobody has read them.
fn doubts(lesson: &Lesson, view: &View<'_>) -> [Option<Part<Msg>>; 2] {
    let (w, own) = (view.words(), &view.settings.tongue);
    let of = |tongue: &Tongue| lesson.reviewed.iter().find(|(known, _)| known == tongue).cloned();
    let (shown, reviewed) = own.fallback().iter().find_map(of).unwrap_or((Tongue::JA, true));
    let other = (shown != *own).then(|| w.lesson_other_tongue(view.name_of(&shown)));
    [other, (!reviewed).then(|| w.guide_not_reviewed())].map(|line| line.map(|line| Part::text(Level::Note, line)))
}

fn drawing(picture: &Drawing, alt: Line) -> Part<Msg> {
    Part::Picture(Picture { id: "lesson/picture".into(), svg: Svg(picture.svg.as_str().into()), alt })
}

/// Which kind of phone one has.
fn skins(now: Skin) -> [Part<Msg>; 2] {
    let names = [(Skin::Iphone, "skin/iphone", "iPhone"), (Skin::Android, "skin/android", "Android")];
    names.map(|(skin, id, name)| {
        Control::new(Role::Choice, id, Line::verbatim(name), Msg::Skin(skin)).on(skin == now).into()
    })
}

/// The four ways, as tabs.
pub(super) fn passes(now: Pass, w: &Words) -> Part<Msg> {
    let name = |pass| match pass {
        Pass::Watch => ("pass/watch", w.lesson_pass_watch()),
        Pass::Together => ("pass/together", w.lesson_pass_with()),
        Pass::Alone => ("pass/alone", w.lesson_pass_alone()),
        Pass::Own => ("pass/own", w.lesson_pass_own()),
    };
    let tab = |pass| {
        let (id, name) = name(pass);
        Control::new(Role::Tab, id, name, Msg::Pass(pass)).on(pass == now).into()
    };
    Part::group(Kind::Row, Pass::ALL.map(tab))
}

fn count(play: &Play, w: &Words) -> Option<Part<Msg>> {
    let step = play.run.step()?;
    let number = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    Some(Part::text(Level::Note, w.lesson_count(number(step.number), number(step.of))))
}

/// The phone with what to do beside it.
fn phone(play: &Play, name: Part<Msg>, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let (panel, size) = (view.standing.panel, view.size());
    let scale = scale(play, view);
    let (face, point) = (play.run.face(), play.point());
    let units = glass::height(panel, size, scale);
    let aim = play.run.aim();
    let (page, point, aim) = (play.page, point.as_ref(), aim.as_deref());
    let glass = Glass { face: &face, words: w, scale, units, page, point, aim };
    let watched = play.run.pass() == Pass::Watch && !play.run.is_free();
    let canvas = Page { parts: vec![glass.canvas()] }.map(Msg::Did).parts.into_iter();
    let canvas = canvas.map(|part| if watched { shown_only(part) } else { part });
    let left = beside(play, view);
    let top = [name].into_iter().chain(count(play, w).filter(|_| !play.run.is_free()));
    let halves = [Part::group(Kind::Stack, left)].into_iter().chain(canvas);
    Page::new([Part::group(Kind::Top, top), Part::group(Kind::Split, halves)])
}

/// The step stays large while the person presses on their own phone.
fn own(play: &Play, name: Part<Msg>, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let mut parts = vec![Part::group(Kind::Top, [name].into_iter().chain(count(play, w)))];
    parts.push(passes(Pass::Own, w));
    parts.push(Part::text(Level::Note, w.lesson_own_lead()));
    parts.extend(play.run.step().map(|step| Part::text(Level::Heading, step.own)));
    let poster = joined(play.run.poster());
    parts.extend(poster.map(|line| Part::group(Kind::Callout(Tone::Calm), [Part::text(Level::Body, line)])));
    let done = button("lesson/done", w.lesson_done(), "check", Msg::Done).weight(Weight::Primary);
    let back = button("lesson/undo", w.lesson_previous(), "back", Msg::Back);
    let again = button("lesson/again", w.lesson_again(), "speaker", Msg::Again);
    parts.push(Part::group(Kind::Row, [done.into(), back.into(), again.into()]));
    parts.push(Part::group(Kind::Row, skins(play.setting.skin)));
    Page::new(parts)
}

/// Calm words, what to do if money was paid, what next. No score.
fn after(play: &Play, lesson: &Lesson, name: Part<Msg>, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let pass = play.run.pass();
    let hello = if pass == Pass::Watch { w.lesson_finished_watch() } else { w.lesson_finished() };
    let mut parts = vec![Part::group(Kind::Top, [name]), Part::text(Level::Hello, hello)];
    if pass != Pass::Watch {
        parts.push(Part::text(Level::Body, lesson.lead.line(w.tongue(), play.setting.skin).clone()));
    }
    // The first line says what was done, and whoever has only looked on has not done it yet.
    let done = usize::from(pass == Pass::Watch && lesson.kind != LessonKind::Fraud);
    let ending = play.run.ending().into_iter().skip(done).map(|line| Part::text(Level::Body, line));
    match lesson.kind {
        // That nobody is to blame, and whom to call: `check` sees to it that the lesson says so.
        LessonKind::Fraud => parts.push(Part::group(Kind::Callout(Tone::Care), ending)),
        _ => parts.extend(ending),
    }
    parts.push(Part::text(Level::Lead, w.lesson_finished_next()));
    let next = match pass {
        Pass::Watch => Some(("next/together", w.lesson_to_with(), Pass::Together)),
        Pass::Together => Some(("next/alone", w.lesson_to_alone(), Pass::Alone)),
        Pass::Alone => Some(("next/own", w.lesson_to_own(), Pass::Own)),
        Pass::Own => None,
    };
    let next = next.map(|(id, name, pass)| button(id, name, "next", Msg::Pass(pass)).weight(Weight::Primary));
    let more = button("lesson/more", w.lesson_more(), "again", Msg::Pass(pass));
    parts.push(Part::group(Kind::Row, next.into_iter().chain([more, other(w)]).map(Part::from)));
    Page::new(parts)
}
