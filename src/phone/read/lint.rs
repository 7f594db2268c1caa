//! What a world and a lesson must be beyond being well written: every screen can be reached, every mistake happens and can be taken back, and every
//! lesson can be played to its end, in both skins, as its own tests say.

use super::{app, lesson::Draft, notes::Notes};
use crate::{
    content::{City, Readings, check_line},
    phone::{
        Act, Course, Effect, Lesson, LessonKind, Pass, Run, Said, Setting, Skin, World, happen::REAL_SECRET,
        hint::leads_to, recent::RECENTS, secret, view::BUTTONS, world::HOME,
    },
    reader::{Problem, Problems, both},
    words::{Line, Tongue, Words},
};
use std::{
    collections::BTreeSet,
    ops::Range,
    sync::{Arc, LazyLock},
};

/// Steps of a lesson at most, in one skin.
const MOST_STEPS: usize = 7;

/// Screens that can be opened from the home screen or from how lessons begin.
pub(super) fn reached<'w>(world: &'w World, lessons: &[&'w Lesson]) -> BTreeSet<&'w str> {
    let mut front: Vec<&str> = vec![HOME, RECENTS, BUTTONS];
    for lesson in lessons {
        front.push(&lesson.start.screen);
        front.extend(leads_to(&lesson.start.effects));
    }
    let mut seen = BTreeSet::new();
    while let Some(id) = front.pop() {
        if let Some(screen) = world.screen(id).filter(|_| seen.insert(id)) {
            let deeds = screen.deeds.iter().chain(screen.items.iter().flat_map(|item| &item.deeds));
            front.extend(deeds.flat_map(|deed| leads_to(&deed.effects)));
            front.extend(leads_to(&screen.enter));
        }
    }
    seen
}

/// Mistakes that effects name.
pub(super) fn named<'e>(effects: impl IntoIterator<Item = &'e Effect>, out: &mut BTreeSet<&'e str>) {
    for effect in effects {
        match effect {
            Effect::Mistake(id) => {
                out.insert(id);
            }
            Effect::If { then, or, .. } => {
                named(then, out);
                named(or, out);
            }
            _ => {}
        }
    }
}

/// Mistakes that something in the world makes.
pub(super) fn made(world: &World) -> BTreeSet<&str> {
    let mut out = BTreeSet::from([REAL_SECRET]);
    for screen in world.screens.values() {
        named(&screen.enter, &mut out);
        let deeds = screen.deeds.iter().chain(screen.items.iter().flat_map(|item| &item.deeds));
        deeds.for_each(|deed| named(&deed.effects, &mut out));
    }
    out
}

/// What must be true of an app in this world: its screens can be reached, its mistakes happen.
pub(super) fn app(
    world: &World,
    draft: &app::Draft,
    (reached, used): (&BTreeSet<&str>, &BTreeSet<&str>),
    problems: &mut Problems<'_>,
) {
    for (screen, span) in draft.screens.iter().filter(|(screen, _)| !reached.contains(screen.id.as_str())) {
        let id = &screen.id;
        let message = both(format!("「{id}」を ひらく ものが ありません"), format!("nothing opens \"{id}\""));
        let app = &draft.app.id;
        let line = format!("{{ id = \"{app}\", icon = \"{}\", label = \"…\", tap = \"{app}\" }}", draft.app.icon);
        let help = if screen.id == *app {
            both(
                format!("phone/home.toml の item に 足してください: {line}"),
                format!("add it to the items of phone/home.toml: {line}"),
            )
        } else {
            both(
                format!("どこかの item に tap = \"{id}\" と 書いてください"),
                format!("write tap = \"{id}\" in an item somewhere"),
            )
        };
        problems.add(Problem::error(span.clone(), message).help(help));
    }
    for (mistake, span) in draft.mistakes.iter().filter(|(mistake, _)| !used.contains(mistake.id.as_str())) {
        let message = both(format!("「{}」は 使われません", mistake.id), format!("\"{}\" is not used", mistake.id));
        problems.add(Problem::warning(span.clone(), message));
    }
    if draft.app.id == HOME && !world.mistakes.contains_key(REAL_SECRET) {
        let message = both("real-secret の こたえが ありません", "there is no reply to real-secret");
        let help = both(
            "[[mistake]] id = \"real-secret\" say = [\"ほんとうの 番号は 入れません。\"]",
            "add [[mistake]] id = \"real-secret\" with what to say",
        );
        problems.add(Problem::error(0..0, message).help(help));
    }
}

/// Every text of a file keeps the rules, and no real number stands in it.
pub(super) fn texts(notes: &Notes, readings: &dyn Readings, problems: &mut Problems<'_>) {
    for (line, span) in &notes.said {
        check_line(line, span, &Tongue::JA, readings, problems);
    }
    let said = &notes.said;
    for (_, span) in said.iter().filter(|(line, _)| secret::looks_real(&line.plain())) {
        let message = both(
            "本物の カードや マイナンバーに 見える 番号です",
            "this looks like the number of a real card or a My Number",
        );
        let help = both(
            "れんしゅうの 番号に してください。例: 0000 0000 0000 0000",
            "use a practice number, such as 0000 0000 0000 0000",
        );
        problems.add(Problem::error(span.clone(), message).help(help));
    }
}

/// Everything about one lesson. `false`: it can not be played to its end.
pub(super) fn lesson(course: &Arc<Course>, draft: &Draft, problems: &mut Problems<'_>) -> bool {
    let lesson = &draft.lesson;
    let before = problems.errors();
    steps(draft, problems);
    mistakes(course, draft, problems);
    let sound = problems.errors() == before;
    let fine = Skin::ALL.map(|skin| demonstration(course, draft, skin, problems)) == [true, true];
    let tested = trials(course, draft, problems);
    ends_kindly(lesson, problems);
    sound && fine && tested
}

/// What somebody who was deceived has to hear: that it was not their fault, and whom to tell.
const KIND_END: [&str; 4] = ["だまされるのは、あなたの せいでは ありません", "#9110", "188", "銀行"];

fn ends_kindly(lesson: &Lesson, problems: &mut Problems<'_>) {
    let end: String = lesson.end.iter().flat_map(Said::originals).map(Line::plain).collect();
    let lacking = |words: &&&str| lesson.kind == LessonKind::Fraud && !end.contains(**words);
    for words in KIND_END.iter().filter(lacking) {
        let message = both(
            format!("さぎの レッスンの end に「{words}」が ありません"),
            format!("the end of a fraud lesson says \"{words}\""),
        );
        problems.add(Problem::error(0..0, message));
    }
}

fn steps(draft: &Draft, problems: &mut Problems<'_>) {
    for skin in Skin::ALL {
        let of_skin = |(step, _): &(&crate::phone::Step, &Range<usize>)| step.skin.is_none_or(|own| own == skin);
        let steps: Vec<_> = draft.lesson.steps.iter().zip(&draft.steps).filter(of_skin).collect();
        if let Some((_, span)) = steps.get(MOST_STEPS) {
            let (count, most, skin) = (steps.len(), MOST_STEPS, skin.name());
            let message = both(
                format!("手順が {count}こ あります（{skin}、{most}こまで）"),
                format!("there are {count} steps for {skin} (at most {most})"),
            );
            problems.add(
                Problem::error((*span).clone(), message)
                    .help(both("2つの レッスンに わけてください", "make two lessons")),
            );
        }
    }
}

fn mistakes(course: &Course, draft: &Draft, problems: &mut Problems<'_>) {
    let lesson = &draft.lesson;
    let mut made = made(&course.world);
    named(&lesson.start.effects, &mut made);
    for (id, span) in &draft.mistakes {
        let (Some(mistake), span) = (lesson.mistakes.get(id), span.clone()) else { continue };
        let rule = lesson.rules.iter().find(|rule| rule.mistake == mistake.id);
        let by_world = made.contains(mistake.id.as_str());
        if rule.is_none() && !by_world {
            let message = both(
                format!("「{}」は どこでも おこりません", mistake.id),
                format!("nothing makes the mistake \"{}\"", mistake.id),
            );
            let help = both(
                "on = [\"home/*\"] のように、何が まちがいかを 書いてください",
                "say what it is: on = [\"home/*\"]",
            );
            problems.add(Problem::error(span.clone(), message).help(help));
        }
        let changes = rule.map_or(by_world && mistake.id != REAL_SECRET, |rule| rule.goes_on);
        if changes && !mistake.undo {
            let message =
                both(format!("「{}」を もどせません", mistake.id), format!("\"{}\" can not be taken back", mistake.id));
            problems.add(Problem::error(span, message).help(both("undo = true と 書いてください", "add undo = true")));
        }
    }
}

/// The steps, done as their targets say: each goal is reached by its own step.
fn demonstration(course: &Arc<Course>, draft: &Draft, skin: Skin, problems: &mut Problems<'_>) -> bool {
    let Some(mut run) = Run::start(course, &draft.lesson.id, Pass::Together, setting(skin)) else { return false };
    for _ in 0..=draft.lesson.steps.len() {
        if run.is_finished() {
            return true;
        }
        let at = run.at.step;
        let acts = run.current().map(|step| step.targets.clone()).unwrap_or_default();
        for act in &acts {
            run.settle();
            run.act(act);
        }
        run.settle();
        run.advance();
        if run.at.step == at && !run.is_finished() {
            let message = both(
                format!("target を しても、goal に なりません（{}）", skin.name()),
                format!("doing the targets does not reach the goal ({})", skin.name()),
            );
            let help = both(
                format!("いまの 画面: {}。mistakes {}", run.phone().screen_id(), run.mistakes()),
                format!("the screen is then {}, mistakes {}", run.phone().screen_id(), run.mistakes()),
            );
            problems.add(Problem::error(draft.steps.get(at).cloned().unwrap_or(0..0), message).help(help));
            return false;
        }
    }
    run.is_finished()
}

fn setting(skin: Skin) -> Setting {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::shipped(&Tongue::JA));
    Setting { skin, words: WORDS.clone(), city: Arc::new(City::default()) }
}

/// Plays a script; what happens by itself is waited for before each act.
pub(super) fn play(run: &mut Run, acts: &[Act]) {
    for act in acts {
        run.settle();
        run.act(act);
    }
    run.settle();
    run.advance();
}

fn trials(course: &Arc<Course>, draft: &Draft, problems: &mut Problems<'_>) -> bool {
    let (mut golden, mut mistaken, mut fine) = (BTreeSet::new(), false, true);
    for (trial, span) in draft.lesson.tests.iter().zip(&draft.tests) {
        for skin in Skin::ALL.into_iter().filter(|skin| trial.skin.is_none_or(|own| own == *skin)) {
            let Some(mut run) = Run::start(course, &draft.lesson.id, Pass::Together, setting(skin)) else {
                return false;
            };
            play(&mut run, &trial.acts);
            if !run.holds(&trial.expect) {
                fine = false;
                problems.add(failed(&run, skin, trial.expect.text(), span));
            }
            mistaken |= run.mistakes() > 0;
            if run.is_finished() && run.mistakes() == 0 {
                golden.insert(skin);
            }
        }
    }
    let missing = |ja: &str, en: &str| Problem::error(0..0, both(ja, en));
    if golden.len() < Skin::ALL.len() {
        fine = false;
        problems.add(missing(
            "まちがえずに おわる test が、どちらの 見た目にも いります",
            "a test without a mistake must reach the end in both skins",
        ));
    }
    if !mistaken {
        problems.add(missing("まちがえる test が 1つ いります", "at least one test makes a mistake"));
    }
    fine
}

fn failed(run: &Run, skin: Skin, expect: &str, span: &Range<usize>) -> Problem {
    let message = both(
        format!("test の さいごに expect が 本当に なりません（{}）: {expect}", skin.name()),
        format!("this test does not end as expected ({}): {expect}", skin.name()),
    );
    let at = run.step().map_or_else(|| "end".to_owned(), |step| step.number.to_string());
    let (screen, mistakes, hints) = (run.phone().screen_id(), run.mistakes(), run.hints());
    let state = run
        .state()
        .iter()
        .filter(|(name, _)| !name.starts_with("status-"))
        .map(|(name, value)| format!("{name} = {}", serde_json::to_string(value).unwrap_or_default()));
    let state = state.collect::<Vec<_>>().join(", ");
    let told = format!("step {at}, screen {screen}, mistakes {mistakes}, hints {hints}; {state}");
    Problem::error(span.clone(), message).help(both(format!("さいご: {told}"), format!("at the end: {told}")))
}
