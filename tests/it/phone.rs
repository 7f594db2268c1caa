//! The practice phone as authors and learners meet it: the example of the handbook read, played, broken and played again.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::authors::examples;
use engawa::{
    clock::SystemClock,
    content::{NoReadings, Pack, SourceFile},
    job::HitKind,
    phone::{Act, Changed, Course, Dir, Gesture, Hint, Outcome, Pass, Run, Setting, Skin, read},
    reader::Problem,
    store::Store,
    words::{Tongue, Words},
};
use std::{collections::BTreeSet, fs, path::Path, sync::Arc, time::Duration};

/// The files of the handbook's example.
fn handbook() -> Vec<SourceFile> {
    let book = include_str!("../../docs/AUTHORS.md");
    let own = |(path, text): (String, String)| {
        let below = path.strip_prefix("lessons/")?.to_owned();
        Some(SourceFile { path: below, name: path, bytes: text.into() })
    };
    examples(book).into_iter().filter_map(own).collect()
}

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|p| format!("{}:{}: {}", p.file, p.line, p.message.en)).collect()
}

fn course() -> Arc<Course> {
    let (course, problems) = read(&handbook(), &NoReadings);
    assert_eq!(told(&problems), [] as [&str; 0]);
    Arc::new(course)
}

fn setting(skin: Skin) -> Setting {
    Setting { skin, words: Words::shipped(&Tongue::JA), city: Arc::default() }
}

fn start(pass: Pass) -> Run {
    Run::start(&course(), "wifi-mini", pass, setting(Skin::Iphone)).unwrap()
}

fn acts(run: &mut Run, lines: &[&str]) -> Vec<Outcome> {
    lines.iter().map(|line| run.act(&Act::parse(line).unwrap())).collect()
}

#[test]
fn the_example_of_the_handbook_is_right() {
    let course = course();
    assert_eq!((course.world.apps.len(), course.lessons.len()), (2, 1));
    let lesson = course.lesson("wifi-mini").unwrap();
    assert_eq!((lesson.steps.len(), lesson.reviewed.len()), (5, 1));
    let simple = lesson.title.line(&Tongue::JA_SIMPLE, Skin::Android).plain();
    assert_eq!(simple, "Wi-Fiを 入れます");
}

#[test]
fn a_lesson_is_walked_together() {
    use Outcome::{Busy, Done, Finished, Mistake, StepDone};
    let mut run = start(Pass::Together);
    assert_eq!(run.face().items.len(), 1);
    assert_eq!(run.step().unwrap().number, 1);
    assert_eq!(acts(&mut run, &["long home/settings"]), [Mistake]);
    let reply = run.reply().unwrap();
    assert!(reply.undo && reply.lines[0].plain().contains("もどれます"));
    assert_eq!(run.face().screen, "home");
    assert_eq!(acts(&mut run, &["home/settings", "settings/wifi"]), [StepDone, StepDone]);
    let seen =
        |run: &Run| run.face().items.into_iter().map(|item| item.id.replace("settings-wifi/", "")).collect::<Vec<_>>();
    assert_eq!(seen(&run), ["switch", "off"]);
    assert_eq!(acts(&mut run, &["settings-wifi/good", "settings-wifi/switch"]), [Outcome::Nothing, StepDone]);
    assert_eq!(seen(&run), ["switch", "good", "home", "free"]);
    assert_eq!(acts(&mut run, &["settings-wifi/home"]), [Mistake]);
    assert_eq!((run.face().screen.as_str(), run.reply().unwrap().lines.len()), ("settings-key", 2));
    run.undo();
    assert_eq!((run.face().screen.as_str(), run.mistakes(), run.reply()), ("settings-wifi", 2, None));
    assert_eq!(acts(&mut run, &["settings-wifi/good", "settings-terms/agree"]), [Done, Busy]);
    assert!(run.face().is_busy && run.wants_ticks());
    assert_eq!(run.tick(Duration::from_millis(1500)), Changed::Yes);
    assert_eq!((run.face().screen.as_str(), run.step().unwrap().number), ("settings-terms", 5));
    let did = acts(&mut run, &["settings-terms/join", "settings-terms/agree", "settings-terms/join"]);
    assert_eq!(did, [Outcome::Nothing, Done, Finished]);
    let face = run.face();
    assert_eq!((face.screen.as_str(), face.items[0].value.plain()), ("settings", "Machi-1".to_owned()));
    assert_eq!(face.status.badges.len(), 1);
    assert!(run.is_finished() && run.ending()[0].plain() == "つながりました。");
}

#[test]
fn hints_come_by_time_and_find_the_way_back() {
    let mut run = start(Pass::Together);
    let after = |run: &mut Run, seconds| {
        run.tick(Duration::from_secs(seconds));
        run.hint()
    };
    assert_eq!(after(&mut run, 7), None);
    assert!(matches!(after(&mut run, 1), Some(Hint::Ask(line)) if line.plain().contains("どれ")));
    assert_eq!(after(&mut run, 8), Some(Hint::Point("home/settings".into())));
    assert_eq!(after(&mut run, 14), Some(Hint::Ghost(Act::tap("home/settings"))));
    assert_eq!(run.hints(), 3);
    acts(&mut run, &["home/settings", "settings/wifi", "home"]);
    assert_eq!(run.hint(), None);
    assert_eq!(after(&mut run, 30), Some(Hint::Ghost(Act::tap("home/settings"))));
    acts(&mut run, &["home/settings"]);
    assert_eq!(run.hint(), Some(Hint::Ghost(Act::tap("settings/wifi"))));
    let mut alone = start(Pass::Alone);
    assert_eq!(after(&mut alone, 600), None);
    assert!(!alone.wants_ticks());
    alone.help();
    alone.help();
    assert_eq!((alone.hint(), alone.hints()), (Some(Hint::Point("home/settings".into())), 2));
}

#[test]
fn the_demonstration_plays_by_itself_and_stands_still_when_it_is_told_to() {
    let mut run = start(Pass::Watch);
    assert_eq!(run.gesture(Some("home/settings"), Gesture::Tap), Outcome::Nothing);
    assert_eq!(run.hint(), Some(Hint::Ghost(Act::tap("home/settings"))));
    run.tick(Duration::from_secs(8));
    assert_eq!(run.step().unwrap().number, 2);
    run.pause();
    assert_eq!(run.tick(Duration::from_mins(1)), Changed::No);
    run.go_on();
    run.done();
    assert_eq!(run.step().unwrap().number, 3);
    for _ in 0..200 {
        run.tick(Duration::from_millis(250));
    }
    assert!(run.is_finished() && run.mistakes() == 0 && !run.wants_ticks());
}

#[test]
fn on_the_own_phone_the_person_says_what_is_done() {
    let mut run = start(Pass::Own);
    let mut said = vec![];
    while let Some(step) = run.step() {
        said.push(step.own.plain());
        run.done();
    }
    assert_eq!(said.len(), 5);
    assert!(said[2].contains("もう 入って") && run.is_finished());
    let android = Run::start(&course(), "wifi-mini", Pass::Own, setting(Skin::Android)).unwrap();
    assert!(!android.step().unwrap().own.is_empty());
}

#[test]
fn a_real_secret_is_never_taken() {
    let mut run = Run::free(&course(), setting(Skin::Iphone));
    acts(
        &mut run,
        &["home/settings", "settings/wifi", "settings-wifi/switch", "settings-wifi/home", "settings-key/field"],
    );
    assert!(run.face().keyboard.is_some());
    acts(&mut run, &["key/1", "key/2"]);
    assert_eq!(run.face().items[1].value.plain(), "12");
    assert_eq!(acts(&mut run, &["key/9"]), [Outcome::Mistake]);
    assert!(run.reply().unwrap().lines[0].plain().contains("ほんとう"));
    assert_eq!(run.face().items[1].value.plain(), "");
    assert_eq!(acts(&mut run, &["type 7531"]), [Outcome::Mistake]);
    let whole =
        format!("{:?}{:?}{:?}", run.log(), run.state(), run.log().iter().map(ToString::to_string).collect::<Vec<_>>());
    assert!(!whole.contains("7531"), "{whole}");
    assert_eq!(acts(&mut run, &["type 1234"]), [Outcome::Done]);
    assert_eq!(run.face().items[1].value.plain(), "1234");
}

#[test]
fn what_was_done_can_be_done_again_from_its_script() {
    let course = course();
    let mut run = Run::free(&course, setting(Skin::Android));
    acts(&mut run, &["home/settings", "swipe right settings/light", "settings/about", "wait 2", "settings/wifi"]);
    acts(
        &mut run,
        &["settings-wifi/switch", "settings-wifi/home", "type 9876", "undo", "back", "restart", "home/settings"],
    );
    let mut again = Run::free(&course, setting(Skin::Android));
    for act in run.log() {
        again.act(act);
    }
    assert_eq!((again.face(), again.state(), again.log()), (run.face(), run.state(), run.log()));
    run.restart();
    assert_eq!(run.face(), Run::free(&course, setting(Skin::Android)).face());
}

#[test]
fn the_slider_the_shade_and_the_bar_answer() {
    let mut run = Run::free(&course(), setting(Skin::Iphone));
    acts(&mut run, &["home/settings", "swipe left settings/light"]);
    let light = |run: &Run| run.face().items[1].level;
    assert_eq!(light(&run), Some((2, 5)));
    run.gesture(Some("settings/light"), Gesture::Swipe(Dir::Right));
    assert_eq!(light(&run), Some((3, 5)));
    acts(&mut run, &["settings/about"]);
    assert!(run.remark().unwrap().plain().contains("番号"));
    acts(&mut run, &["swipe down status"]);
    assert_eq!(run.face().shade, Some(vec![]));
    assert_eq!(
        acts(&mut run, &["settings/wifi", "tap back", "back"]),
        [Outcome::Done, Outcome::Done, Outcome::Nothing]
    );
    assert_eq!(run.face().screen, "home");
    assert!(!run.face().can_go_back);
}

#[test]
fn a_lesson_travels_in_a_pack_and_is_found_and_loaded_by_itself() {
    let course = course();
    let pack = Pack { extras: course.extras(&NoReadings).unwrap(), ..Pack::default() };
    let bytes = pack.to_bytes().unwrap();
    assert_eq!(bytes, Pack { extras: course.extras(&NoReadings).unwrap(), ..Pack::default() }.to_bytes().unwrap());
    assert_eq!(Pack::from_bytes(&bytes).unwrap(), pack);
    let mut store = Store::in_memory(Arc::new(SystemClock::new(true))).unwrap();
    assert_eq!((store.lessons().unwrap().len(), store.course("").unwrap()), (0, None));
    store.show_instead(&pack).unwrap();
    assert_eq!(store.lessons().unwrap(), course.listed());
    assert_eq!(store.course("wifi-mini").unwrap().as_ref(), Some(&*course));
    assert_eq!(store.course("").unwrap().unwrap().lessons, []);
    assert_eq!(store.course("phone").unwrap(), None);
    let hits = store.search("はりがみ", &Tongue::JA, 5).unwrap();
    assert_eq!((hits.len(), hits[0].kind, hits[0].id.as_str()), (1, HitKind::Lesson, "wifi-mini"));
    assert_eq!(store.guide("wifi-mini", &Tongue::JA).unwrap(), None);
    let simple = &store.search("無線", &Tongue::JA_SIMPLE, 5).unwrap()[0];
    assert_eq!(simple.title.plain(), "Wi-Fiを 入れます");
}

#[test]
fn what_is_broken_is_told_at_its_word_and_the_rest_goes_on() {
    let changed = |path: &str, from: &str, to: &str| {
        let mut files = handbook();
        let file = files.iter_mut().find(|file| file.path == path).unwrap();
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        assert!(text.contains(from), "{from}");
        file.bytes = text.replacen(from, to, 1).into();
        let (course, problems) = read(&files, &NoReadings);
        (course.lessons.len(), course.world.apps.len(), told(&problems))
    };
    let (app, lesson, simple) = ("phone/settings.toml", "wifi-mini/lesson.toml", "wifi-mini/lesson.ja-simple.toml");
    let (switch, good) = ("\"settings-wifi/switch\"\ngoal", "\"settings-wifi/good\"\ngoal");
    let (said, unsaid) = ("\"つながりました。\" =", "\"つながった。\" =");
    for (path, from, to, lessons, said) in [
        (app, "tap = \"wifi\"", "tap = \"wfii\"", 0, "there is no screen called \"wfii\""),
        (app, "bind = \"wifi\"", "bind = \"net\"", 0, "`net` is a text; here it must be true or false"),
        (app, "secret = \"1234\"", "secret = \"5678\"", 1, "does not show the practice value"),
        (app, "{ go = \"terms\" }", "{ goo = \"terms\" }", 0, "`goo` is not known here"),
        (lesson, "goal = \"wifi\"", "goal = \"wifi = true\"", 0, "`=` means nothing here"),
        (lesson, switch, good, 0, "does not reach the goal"),
        (lesson, "mistakes == 0", "mistakes == 5", 0, "does not end as expected"),
        (lesson, "つながりました。", "4111 1111 1111 1111", 1, "the number of a real card"),
        (lesson, "evidence = \"not verified\"\n", "", 0, "`checked` without `evidence`"),
        (simple, said, unsaid, 1, "the original has no such text"),
    ] {
        let (left, apps, problems) = changed(path, from, to);
        let it = problems.iter().find(|problem| problem.contains(said));
        assert!(it.is_some_and(|it| it.starts_with(&format!("lessons/{path}:"))), "{to}: {problems:#?}");
        assert!(left >= lessons && apps == 2, "{to}");
    }
}

/// Every word that the reader of apps and lessons takes, as it stands in the sources.
fn words_of_the_format() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/phone");
    let read = |name: &str| fs::read_to_string(root.join(name)).unwrap();
    let mut words = BTreeSet::new();
    for file in ["read/app.rs", "read/effects.rs", "read/lesson.rs"] {
        let text = read(file);
        words.extend(text.lines().flat_map(quoted));
    }
    // The names of kinds stand in tables: ("icons", ScreenKind::Icons).
    for file in ["world.rs", "item.rs", "face.rs", "lesson.rs"] {
        let text = read(file);
        words.extend(
            text.lines().filter(|line| line.trim_start().starts_with("(\"") || line.contains("[(\"")).flat_map(quoted),
        );
    }
    words
}

/// Words between quotes that could stand in a file of an author.
fn quoted(line: &str) -> Vec<String> {
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == '-');
    line.split('"').skip(1).step_by(2).filter(is_word).map(str::to_owned).collect()
}

#[test]
fn the_handbook_names_every_word_of_the_format() {
    let words = words_of_the_format();
    for known in ["swipe_left", "goes_on", "keyboard", "bubble", "kiosk", "toggle", "poster", "then", "onto"] {
        assert!(words.contains(known), "the sources are read: {known} among {words:?}");
    }
    let book = include_str!("../../docs/AUTHORS.md");
    let missing: Vec<_> = words.iter().filter(|word| !names(book, word)).collect();
    assert_eq!(missing, Vec::<&String>::new(), "not in docs/AUTHORS.md");
}

/// Whether the word stands alone somewhere: in code, as a key or as a value.
fn names(book: &str, word: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    book.match_indices(word).any(|(at, _)| {
        let before = book[..at].chars().next_back().is_none_or(|c| !part(c));
        before && book[at + word.len()..].chars().next().is_none_or(|c| !part(c))
    })
}

#[test]
fn a_translation_says_the_same_numbers() {
    let lesson = "lessons/wifi-mini/lesson.ja-simple.toml";
    let told = |was: &str, now: &str| {
        let mut files = handbook();
        let file = files.iter_mut().find(|file| file.name == lesson).unwrap();
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        assert!(text.contains(was));
        file.bytes = text.replace(was, now).into();
        told(&read(&files, &NoReadings).1)
    };
    let (was, wrong) = ("名前《なまえ》は Machi-1です", "名前《なまえ》は Machi-2です");
    let all = told(was, wrong);
    assert!(all.iter().any(|said| said.contains("the original does not say 2")), "{all:?}");
    assert!(
        told(was, "名前《なまえ》です").iter().any(|said| said.contains("the original says 1"))
            || told(was, was).is_empty()
    );
}
