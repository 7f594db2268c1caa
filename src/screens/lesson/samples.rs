//! Lessons in every mood, for whoever walks all screens: the longest that is shipped, in each of its ways, on both phones.

use super::{Msg, State, update};
use crate::{
    content::NoReadings,
    phone::{self, Act, Course, LessonKind, Pass, Skin},
    screens::{Loaded, Sample, Screen, View, glass::Did, lessons, samples::plain},
};
use std::sync::{Arc, LazyLock};

static COURSE: LazyLock<Arc<Course>> = LazyLock::new(|| Arc::new(phone::read(&phone::shipped(), &NoReadings).0));

/// Every kind of page that a lesson has.
pub(in crate::screens) fn samples(view: &View<'_>) -> Vec<Sample> {
    let all: Arc<[_]> = COURSE.listed().into();
    let shelf = |lessons| Screen::Lessons(lessons::State { lessons, entries: Loaded::Waiting });
    let mut out = vec![
        plain("lessons-waiting", shelf(Loaded::Waiting)),
        plain("lessons-gone", shelf(Loaded::Gone)),
        plain("lessons-longest", shelf(Loaded::Ready(all))),
    ];
    let fraud = COURSE.lessons.iter().find(|lesson| lesson.kind == LessonKind::Fraud);
    let longest = COURSE.lessons.iter().max_by_key(|lesson| lesson.steps.len());
    let (fraud, longest) = (fraud.map_or("", |one| &one.id), longest.map_or("", |one| &one.id));
    let page = |name, id, msgs: Vec<Msg>| plain(name, Screen::Lesson(played(id, view, msgs)));
    out.push(plain("lesson-waiting", Screen::Lesson(State::new("longest".into(), view))));
    out.push(page("lesson-gone", "no-such-lesson", vec![]));
    out.push(page("lesson-before", longest, vec![]));
    out.push(page("lesson-warns", fraud, vec![]));
    for (name, pass) in [
        ("lesson-watch", Pass::Watch),
        ("lesson-together", Pass::Together),
        ("lesson-alone", Pass::Alone),
        ("lesson-own", Pass::Own),
    ] {
        out.push(page(name, longest, vec![Msg::Pass(pass)]));
    }
    let done = || Msg::Done;
    out.push(page("lesson-shown", longest, vec![Msg::Skin(Skin::Android), Msg::Begin, Msg::Show]));
    out.push(page("lesson-fraud", fraud, vec![Msg::Begin, Msg::Show]));
    out.push(page(
        "lesson-watched",
        longest,
        [Msg::Pass(Pass::Watch)].into_iter().chain((0..40).map(|_| done())).collect(),
    ));
    out.push(page(
        "lesson-finished",
        fraud,
        [Msg::Pass(Pass::Own)].into_iter().chain((0..20).map(|_| done())).collect(),
    ));
    out.push(page("practice", "", vec![]));
    let tap = |item: &str| Msg::Did(Did::Act(Act::tap(item)));
    out.push(page("practice-writing", "", vec![tap("home/messages"), tap("messages/m2"), tap("messages-m2/write")]));
    out
}

fn played(id: &str, view: &View<'_>, msgs: Vec<Msg>) -> State {
    let mut state = State::new(id.into(), view);
    state.came(Some(Arc::clone(&COURSE)), view.standing.running);
    for msg in msgs {
        update(&mut state, msg);
    }
    state
}
