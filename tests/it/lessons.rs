//! The lessons that the kiosk carries, as people will meet them: played to the end in every way through, said in sentences that can be listened to, and
//! never asking for anything real.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::voice_reading::voice_folder;
use engawa::{
    content::{Evidence, NoReadings, SourceFile},
    phone::{
        Act, Changed, Course, Effect, Gesture, Hint, ItemKind, LessonKind, Outcome, Pass, Run, Said, Setting, Skin,
        read,
    },
    voice::FrontEnd,
    words::{Line, Tongue, Words, is_kanji},
};
use std::{
    fs,
    path::Path,
    sync::{Arc, LazyLock},
    time::Duration,
};

const LESSONS: [&str; 6] = ["osu-01", "ugokasu-01", "wifi-01", "dengon-01", "sms-01", "denwa-01"];
const FRAUD: [&str; 2] = ["sms-01", "denwa-01"];

fn files() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons");
    let folders = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let paths = folders.flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    let own = |path: std::path::PathBuf| {
        let below = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        SourceFile { name: below.clone(), path: below, bytes: fs::read(&path).unwrap() }
    };
    paths.filter(|path| path.extension().is_some_and(|kind| kind == "toml")).map(own).collect()
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
fn all_six_are_there_in_their_order_and_in_every_tongue() {
    let ids: Vec<_> = COURSE.lessons.iter().map(|lesson| lesson.id.as_str()).collect();
    assert_eq!(ids, LESSONS);
    let apps: Vec<_> = COURSE.world.apps.iter().map(|app| app.id.as_str()).collect();
    assert_eq!(apps, ["browser", "dengon", "home", "messages", "nise", "settings", "telephone"]);
    for lesson in &COURSE.lessons {
        let tongues: Vec<_> = lesson.reviewed.iter().map(|(tongue, reviewed)| (tongue.clone(), *reviewed)).collect();
        assert_eq!(tongues, [(Tongue::EN, false), (Tongue::JA_SIMPLE, false)], "{}", lesson.id);
        let needs: Vec<_> = lesson.needs.iter().map(|need| LESSONS.iter().position(|id| id == need).unwrap()).collect();
        let own = LESSONS.iter().position(|id| *id == lesson.id).unwrap();
        assert!(needs.iter().all(|need| *need < own), "{} comes after what it needs", lesson.id);
        assert!(lesson.tests.len() >= 2 && lesson.steps.iter().all(|step| !step.ask.is_empty()), "{}", lesson.id);
        assert!(!lesson.why.is_empty() && !lesson.picture.is_empty(), "{}", lesson.id);
    }
}

#[test]
fn each_is_played_to_its_end_together_and_alone_in_both_skins() {
    for lesson in LESSONS {
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
    for lesson in LESSONS {
        for skin in Skin::ALL {
            let mut shown = start(lesson, Pass::Watch, skin);
            let mut seconds = 0;
            while !shown.is_finished() && seconds < 600 {
                shown.tick(Duration::from_secs(1));
                seconds += 1;
            }
            assert!(shown.is_finished() && shown.mistakes() == 0, "{lesson} {} is shown in {seconds} s", skin.name());
            let mut own = start(lesson, Pass::Own, skin);
            let steps = own.step().unwrap().of;
            for number in 1..=steps {
                let step = own.step().unwrap();
                assert!((step.number == number || lesson == "denwa-01") && !step.own.is_empty(), "{lesson} {number}");
                own.done();
                if own.is_finished() {
                    break;
                }
            }
            assert!(own.is_finished(), "{lesson} {}", skin.name());
        }
    }
}

#[test]
fn a_hint_asks_before_it_points_and_points_at_what_is_there() {
    for lesson in LESSONS {
        for skin in Skin::ALL {
            let mut run = start(lesson, Pass::Together, skin);
            assert_eq!(run.hint(), None);
            assert_eq!(run.tick(Duration::from_secs(8)), Changed::Yes);
            assert!(matches!(run.hint(), Some(Hint::Ask(line)) if !line.is_empty()), "{lesson}");
            run.tick(Duration::from_secs(8));
            let Some(Hint::Point(item)) = run.hint() else { panic!("{lesson} does not point") };
            assert!(run.face().items.iter().any(|there| there.id == item), "{lesson} points at {item}");
            run.tick(Duration::from_secs(14));
            assert!(matches!(run.hint(), Some(Hint::Ghost(_))), "{lesson}");
        }
    }
}

#[test]
fn a_lesson_about_fraud_warns_first_and_ends_with_what_helps() {
    for lesson in &COURSE.lessons {
        let is_fraud = FRAUD.contains(&lesson.id.as_str());
        assert_eq!((lesson.kind == LessonKind::Fraud, lesson.tender), (is_fraud, is_fraud), "{}", lesson.id);
        if !is_fraud {
            continue;
        }
        for skin in Skin::ALL {
            let mut run = start(&lesson.id, Pass::Together, skin);
            let warning: String = run.warning().iter().map(Line::plain).collect();
            assert!(warning.contains("れんしゅう") && warning.contains("やめられます"), "{warning}");
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
            assert!(item.secret.is_some() || refuses || item.bind.as_deref() == Some("reply"), "{}", item.id);
        }
    }
    assert_eq!(fields, 4);
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

/// Everything that is said on the phone and beside it.
fn said() -> Vec<(String, Said)> {
    let mut out = vec![];
    let mut put = |whose: &str, said: &Said| out.push((whose.to_owned(), said.clone()));
    for app in &COURSE.world.apps {
        put(&app.id, &app.title);
    }
    for screen in COURSE.world.screens.values() {
        put(&screen.id, &screen.title);
        effects(&screen.enter, &screen.id, &mut put);
        for item in &screen.items {
            [&item.label, &item.detail, &item.value].into_iter().for_each(|said| put(&item.id, said));
            item.deeds.iter().for_each(|deed| effects(&deed.effects, &item.id, &mut put));
        }
    }
    for (id, mistake) in &COURSE.world.mistakes {
        mistake.say.iter().for_each(|said| put(id, said));
    }
    for lesson in &COURSE.lessons {
        [&lesson.title, &lesson.lead, &lesson.why].into_iter().for_each(|said| put(&lesson.id, said));
        lesson.warn.iter().chain(&lesson.poster).chain(&lesson.end).for_each(|said| put(&lesson.id, said));
        effects(&lesson.start.effects, &lesson.id, &mut put);
        for step in &lesson.steps {
            [&step.say, &step.ask, &step.own].into_iter().for_each(|said| put(&lesson.id, said));
        }
        lesson.mistakes.values().flat_map(|mistake| &mistake.say).for_each(|said| put(&lesson.id, said));
    }
    out.retain(|(_, said)| !said.is_empty());
    out
}

fn effects(all: &[Effect], whose: &str, put: &mut impl FnMut(&str, &Said)) {
    for effect in all {
        match effect {
            Effect::Say(said) | Effect::Type(said) => put(whose, said),
            Effect::If { then, or, .. } => {
                effects(then, whose, put);
                effects(or, whose, put);
            }
            Effect::Call { name, number, .. } => {
                put(whose, name);
                put(whose, number);
            }
            _ => {}
        }
    }
}

/// The sentences of a text.
fn sentences(line: &Line) -> Vec<String> {
    let spoken = line.notation();
    spoken
        .split_inclusive(['。', '？', '！'])
        .map(|sentence| sentence.trim().to_owned())
        .filter(|s| !s.is_empty())
        .collect()
}

#[test]
fn every_sentence_is_short_and_every_reading_was_written_by_its_author() {
    for (whose, said) in said() {
        for line in said.originals() {
            let bare: String =
                line.bits().iter().filter(|bit| bit.ruby.is_empty()).map(|bit| bit.base.as_str()).collect();
            assert!(!bare.chars().any(is_kanji), "{whose}: {line:?}");
            for sentence in sentences(line) {
                let signs = Line::parse(&sentence).plain().chars().filter(|c| !c.is_whitespace()).count();
                assert!(signs <= 40, "{whose}: {signs} signs: {sentence}");
            }
        }
    }
}

/// Morae of a reading: a small sign belongs to the one before it.
fn morae(kana: &str) -> usize {
    kana.chars()
        .filter(|c| c.is_alphanumeric() || *c == 'ー')
        .filter(|c| !"ゃゅょぁぃぅぇぉャュョァィゥェォ".contains(*c))
        .count()
}

#[test]
fn every_sentence_is_said_in_twelve_seconds() {
    let front = FrontEnd::load(&voice_folder()).unwrap();
    for (whose, said) in said() {
        for sentence in said.originals().flat_map(sentences) {
            // At 5 morae a second.
            let kana = front.kana_of(&Line::parse(&sentence));
            assert!(morae(&kana) <= 60, "{whose}: {} morae: {kana}", morae(&kana));
        }
    }
}

/// Names of makers, shops and services. The two kinds of phone are told apart by how they look, never by a name.
const BRANDS: &[&str] = &[
    "iPhone",
    "Android",
    "Apple",
    "Google",
    "Pixel",
    "Galaxy",
    "AQUOS",
    "Xperia",
    "LINE",
    "FaceTime",
    "Safari",
    "Chrome",
    "Gmail",
    "NTT",
    "PayPay",
    "Amazon",
    "ドコモ",
    "ソフトバンク",
    "楽天",
    "ヤマト",
    "佐川",
    "ゆうちょ",
    "アマゾン",
    "メルカリ",
];

#[test]
fn no_brand_and_no_number_that_somebody_could_have() {
    let practice = ["171", "188", "#9110", "119", "110"];
    for (whose, said) in said() {
        for tongue in [Tongue::JA, Tongue::JA_SIMPLE, Tongue::EN] {
            for skin in Skin::ALL {
                let plain = said.line(&tongue, skin).plain();
                for brand in BRANDS {
                    assert!(!plain.contains(brand), "{whose} names {brand}: {plain}");
                }
                for word in plain.split(|c: char| !(c.is_ascii_digit() || "-+#".contains(c))) {
                    let digits = word.chars().filter(char::is_ascii_digit).count();
                    let fictional = word.starts_with("000") || word.starts_with("+00");
                    assert!(digits < 5 || fictional || practice.contains(&word), "{whose}: {word}");
                }
                for link in plain.split_whitespace().filter(|word| word.contains("://")) {
                    assert!(link.trim_end_matches('/').ends_with(".example"), "{whose}: {link}");
                }
            }
        }
    }
}

#[test]
fn what_was_read_is_said_and_what_was_not_is_said_too() {
    for lesson in &COURSE.lessons {
        let fingers = ["osu-01", "ugokasu-01"].contains(&lesson.id.as_str());
        assert_eq!(lesson.evidence == Evidence::NotVerified, fingers, "{}", lesson.id);
        assert!(!lesson.source.is_empty() && lesson.recheck > lesson.checked, "{}", lesson.id);
        assert!(
            lesson.kind != LessonKind::Fraud || lesson.recheck <= lesson.checked + jiff::ToSpan::days(90),
            "{}",
            lesson.id
        );
    }
}
