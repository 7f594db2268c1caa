//! The lessons that the kiosk carries, as people will meet them: played to the end in every way through, said in sentences that can be listened to, and
//! never asking for anything real.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod words;

use engawa::{
    content::{Evidence, NoReadings, SourceFile},
    phone::{Act, Changed, Course, Gesture, Hint, ItemKind, LessonKind, Outcome, Pass, Run, Setting, Skin, read},
    words::{Line, Tongue, Words},
};
use std::{
    fs,
    path::Path,
    sync::{Arc, LazyLock},
    time::Duration,
};

/// Every lesson in its order: one that is added is tried as the others are.
static LESSONS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| COURSE.lessons.iter().map(|lesson| lesson.id.as_str()).collect());

fn files() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons");
    let folders = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let paths = folders.flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    let own = |path: std::path::PathBuf| {
        let below = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        SourceFile { name: below.clone(), path: below, bytes: fs::read(&path).unwrap() }
    };
    paths.filter(|path| path.extension().is_some_and(|kind| kind == "toml" || kind == "svg")).map(own).collect()
}

static COURSE: LazyLock<Arc<Course>> = LazyLock::new(|| {
    let (course, problems) = read(&files(), &NoReadings);
    let told: Vec<_> = problems.iter().map(|p| format!("{}:{}: {}", p.file, p.line, p.message.en)).collect();
    assert_eq!(told, [] as [&str; 0], "the shipped lessons have no fault, not even a small one");
    Arc::new(course)
});

fn setting(skin: Skin) -> Setting {
    Setting { skin, words: Words::shipped(&Tongue::JA), city: Arc::default() }
}

fn start(lesson: &str, pass: Pass, skin: Skin) -> Run {
    Run::start(&COURSE, lesson, pass, setting(skin)).unwrap()
}

fn free() -> Run {
    Run::free(&COURSE, setting(Skin::Iphone))
}

fn doing(run: &mut Run, lines: &[&str]) -> Vec<Outcome> {
    lines.iter().map(|line| run.act(&Act::parse(line).unwrap())).collect()
}

/// Does what the steps say, waiting wherever the phone is busy.
fn follow(run: &mut Run, lesson: &str) {
    let acts: Vec<Act> = {
        let lesson = COURSE.lesson(lesson).unwrap();
        let skin = run.face().skin;
        let steps = lesson.steps.iter().filter(|step| step.skin.is_none_or(|own| own == skin));
        steps.flat_map(|step| step.targets.clone()).collect()
    };
    for act in acts {
        while run.face().is_busy {
            run.tick(Duration::from_millis(200));
        }
        run.act(&act);
    }
}

#[test]
fn all_are_there_in_their_order_and_in_every_tongue() {
    let names = |suffix: &str| files().into_iter().filter(|file| file.path.ends_with(suffix)).count();
    assert_eq!(LESSONS.len(), names("/lesson.toml"));
    let of_apps = |file: &SourceFile| file.path.starts_with("phone/") && file.path.matches('.').count() == 1;
    let apps = files()
        .into_iter()
        .filter(|file| of_apps(file) && Path::new(&file.path).extension().is_some_and(|end| end == "toml"))
        .count();
    assert_eq!(COURSE.world.apps.len(), apps);
    for lesson in &COURSE.lessons {
        for tongue in [Tongue::EN, Tongue::JA_SIMPLE] {
            assert!(lesson.reviewed.iter().any(|(own, _)| *own == tongue), "{} in {tongue}", lesson.id);
        }
        let needs: Vec<_> = lesson.needs.iter().map(|need| LESSONS.iter().position(|id| id == need).unwrap()).collect();
        let own = LESSONS.iter().position(|id| *id == lesson.id).unwrap();
        assert!(needs.iter().all(|need| *need < own), "{} comes after what it needs", lesson.id);
        assert!(lesson.tests.len() >= 2 && lesson.steps.iter().all(|step| !step.ask.is_empty()), "{}", lesson.id);
        assert!(
            !lesson.why.is_empty() && lesson.picture.as_ref().is_some_and(|picture| picture.svg.contains("</svg>")),
            "{}",
            lesson.id
        );
    }
}

#[test]
fn each_is_played_to_its_end_together_and_alone_in_both_skins() {
    for lesson in LESSONS.iter().copied() {
        for skin in Skin::ALL {
            for pass in [Pass::Together, Pass::Alone] {
                let mut run = start(lesson, pass, skin);
                follow(&mut run, lesson);
                let what = format!("{lesson} {} {}", skin.name(), pass.name());
                assert!(run.is_finished() && run.mistakes() == 0 && run.hints() == 0, "{what}: {:?}", run.step());
                assert!(run.ending().len() >= 2, "{what}");
            }
        }
    }
}

#[test]
fn each_shows_itself_and_is_done_on_ones_own_phone() {
    for lesson in LESSONS.iter().copied() {
        for skin in Skin::ALL {
            let mut shown = start(lesson, Pass::Watch, skin);
            let mut seconds = 0;
            while !shown.is_finished() && seconds < 600 {
                shown.tick(Duration::from_secs(1));
                seconds += 1;
            }
            assert!(shown.is_finished() && shown.mistakes() == 0, "{lesson} {} is shown", skin.name());
            // A whole lesson is 5 to 8 minutes: the showing is the smaller part of it.
            assert!((45..=130).contains(&seconds), "{lesson} {} is shown in {seconds} s", skin.name());
            let mut own = start(lesson, Pass::Own, skin);
            let (mut done, steps) = (0, own.step().unwrap().of);
            while let Some(step) = own.step().filter(|_| done < steps) {
                assert!(step.number > done && !step.own.is_empty(), "{lesson} {done}");
                done = step.number;
                own.done();
            }
            assert!(own.is_finished(), "{lesson} {}", skin.name());
        }
    }
}

#[test]
fn a_hint_asks_before_it_points_and_points_at_what_is_there() {
    for lesson in LESSONS.iter().copied() {
        for skin in Skin::ALL {
            let mut run = start(lesson, Pass::Together, skin);
            assert_eq!(run.hint(), None);
            assert_eq!(run.tick(Duration::from_secs(8)), Changed::Yes);
            assert!(matches!(run.hint(), Some(Hint::Ask(line)) if !line.is_empty()), "{lesson}");
            run.tick(Duration::from_secs(8));
            let Some(Hint::Point(item)) = run.hint() else { panic!("{lesson} does not point") };
            let face = run.face();
            let mut there = face.items.iter().chain(&face.buttons).chain(&face.banner);
            let of_the_phone = ["home", "back", "status", "screen"].contains(&item.as_str());
            assert!(of_the_phone || there.any(|there| there.id == item), "{lesson} points at {item}");
            run.tick(Duration::from_secs(14));
            assert!(matches!(run.hint(), Some(Hint::Ghost(_))), "{lesson}");
        }
    }
}

#[test]
fn a_lesson_about_fraud_warns_first_and_ends_with_what_helps() {
    for lesson in &COURSE.lessons {
        let is_fraud = lesson.kind == LessonKind::Fraud;
        assert_eq!(lesson.tags.iter().any(|tag| tag == "詐欺"), is_fraud, "{}", lesson.id);
        assert!(!is_fraud || lesson.tender, "{}", lesson.id);
        if !is_fraud {
            continue;
        }
        for skin in Skin::ALL {
            let mut run = start(&lesson.id, Pass::Together, skin);
            let warning: String = run.warning().iter().map(Line::plain).collect();
            assert!(warning.contains("れんしゅう"), "{warning}");
            follow(&mut run, &lesson.id);
            let end: String = run.ending().iter().map(Line::plain).collect();
            for word in ["だまされるのは、あなたの せいでは ありません。", "#9110", "188", "銀行"]
            {
                assert!(end.contains(word), "{} does not say {word}", lesson.id);
            }
        }
    }
}

#[test]
fn not_knowing_and_asking_is_right() {
    let mut run = start("sms-01", Pass::Alone, Skin::Iphone);
    doing(&mut run, &["home/messages"]);
    for number in 1..=8 {
        let open = [format!("messages/m{number}"), format!("messages-m{number}/ask"), "messages-ask/staff".to_owned()];
        doing(&mut run, &open.each_ref().map(String::as_str));
    }
    assert_eq!((run.mistakes(), run.state()["judged"].clone()), (0, 8.into()));
}

#[test]
fn a_call_may_be_declined_or_left_in_any_way_and_that_is_right() {
    let left: [&[&str]; 6] = [
        &["nise/refuse"],
        &["back"],
        &["home"],
        &["nise/answer", "nise-one/end"],
        &["nise/answer", "nise-one/more", "home"],
        &["nise/answer", "nise-one/name", "nise-one/end"],
    ];
    for acts in left {
        for skin in Skin::ALL {
            let mut run = start("denwa-01", Pass::Alone, skin);
            doing(&mut run, acts);
            assert_eq!(run.step().unwrap().number, 4, "{acts:?}");
        }
    }
}

#[test]
fn nothing_real_is_accepted_anywhere() {
    let mut fields = 0;
    for screen in COURSE.world.screens.values() {
        for item in screen.items.iter().filter(|item| item.kind == ItemKind::Field) {
            fields += 1;
            let refuses = item.deeds.iter().any(|deed| matches!(deed.gesture, Gesture::Type(_)));
            // Free words are offered words of the practice, so that nobody has to think of own ones.
            assert!(item.secret.is_some() || refuses || !item.words.is_empty(), "{}", item.id);
        }
    }
    assert!(fields >= 4);
    for typed in ["9876", "4111111111111111", "パスワード"] {
        let mut run = free();
        doing(&mut run, &["home/settings", "settings/wifi", "settings-wifi/switch", "settings-wifi/home"]);
        assert_eq!(doing(&mut run, &["settings-key/field", &format!("type {typed}")])[1], Outcome::Mistake);
        assert_eq!((run.reply().unwrap().mistake.as_str(), run.state()["key"].clone()), ("real-secret", "".into()));
        assert_eq!(doing(&mut run, &["settings-key/go"]), [Outcome::Nothing]);
    }
    let mut run = free();
    doing(&mut run, &["home/settings", "settings/wifi", "settings-wifi/switch", "settings-wifi/home", "type 1234"]);
    assert_eq!(run.state()["key"], "1234".into());
}

#[test]
fn an_emergency_number_leads_to_the_staff_and_nothing_is_ever_called() {
    for (number, screen) in [
        ("119", "telephone-danger"),
        ("110", "telephone-danger"),
        ("118", "telephone-danger"),
        ("171", "dengon"),
        ("#9110", "telephone-police"),
        ("188", "telephone-consumer"),
        ("0001234567", "telephone-hanako"),
        ("0312345678", "telephone-keypad"),
    ] {
        let mut run = free();
        doing(&mut run, &["home/telephone", "telephone/keypad", &format!("type {number}"), "telephone-keypad/call"]);
        let face = run.face();
        assert_eq!(face.screen, screen, "{number}");
        if screen == "telephone-danger" {
            let words = "ここから 電話は かかりません。近くの 職員へ。";
            assert!(face.items.iter().any(|item| item.label.plain() == words), "{number}");
        }
    }
}

#[test]
fn what_was_read_is_said_and_what_was_not_is_said_too() {
    for lesson in &COURSE.lessons {
        let must_be_right = lesson.kind != LessonKind::Plain;
        assert!(!must_be_right || lesson.evidence != Evidence::NotVerified, "{}", lesson.id);
        assert!(!lesson.source.is_empty() && lesson.recheck > lesson.checked, "{}", lesson.id);
        assert!(
            lesson.kind != LessonKind::Fraud || lesson.recheck <= lesson.checked + jiff::ToSpan::days(90),
            "{}",
            lesson.id
        );
    }
}
