//! The towns: every file that comes with the program is right and says where each value is from, the sample shows everything, and what is
//! wrong in a file is told at its word.

#![expect(clippy::panic, reason = "a test may stop where it stands")]

use crate::{authors::examples, sources::read};
use engawa::{
    app::{self, Model, Msg, Start},
    clock::Now,
    config::{Config, FileKind, Mode, OFFERS, Own, Telling, Town, check_digit, town_files, towns},
    content::{self, City, Said, Shape, read_schema, schema},
    job::{Answer, Job, Report, StoreJob},
    lay::Panel,
    reader::{In, Source, draw},
    words::{Line, Tongue, Words, is_kanji},
};
use std::{collections::BTreeSet, fmt::Write as _, process::Command, sync::Arc};

const TONGUES: [Tongue; 3] = [Tongue::JA, Tongue::JA_SIMPLE, Tongue::EN];

/// Id, name, code, what is known from the plan beside the name.
const SHIPPED: [(&str, &str, &str, &[&str]); 6] = [
    (
        "ishioka",
        "石岡市",
        "082058",
        &["call", "address", "site", "bousai.name", "counter.name", "online.name", "sns.names", "wifi.places"],
    ),
    ("mooka", "真岡市", "092096", &["counter.name"]),
    ("sakura", "さくら市", "092142", &["counter.name", "konbini.items", "online.name"]),
    ("nasukarasuyama", "那須烏山市", "092151", &["site", "sns.names"]),
    ("sodegaura", "袖ケ浦市", "122297", &[]),
    ("demo-shi", "でもし（見本）", "000001", &[]),
];

fn town(id: &str) -> &'static Town {
    towns().iter().find(|town| town.id == id).unwrap_or_else(|| panic!("{id} is not there"))
}

/// What would be told if these lines stood in a guide.
fn told_as_a_guide(lines: &[Line]) -> Vec<String> {
    let head = "+++\nformat = 1\ntitle = \"まち\"\ngroups = [\"procedures\"]\nevidence = \"not verified\"\nchecked = 2026-11-21\nrecheck_days = 9\n+++\n\n";
    let list = lines.iter().fold(String::new(), |list, line| list + "- " + &line.notation() + "。\n");
    let file = content::SourceFile {
        path: "faq/machi/ja.md".into(),
        name: "machi".into(),
        bytes: (head.to_owned() + &list).into(),
    };
    let problems = content::build(&[file], &content::NoReadings).1;
    let place = |line: usize| list.lines().nth(line.saturating_sub(10)).unwrap_or_default().to_owned();
    problems.into_iter().map(|problem| format!("{} {}", problem.message.ja, place(problem.line))).collect()
}

fn bare(line: &Line) -> bool {
    line.bits().iter().any(|bit| bit.ruby.is_empty() && bit.base.chars().any(is_kanji))
}

#[test]
fn every_town_is_there_and_right() {
    assert_eq!(towns().len(), SHIPPED.len());
    for ((id, text), _) in town_files().iter().zip(SHIPPED) {
        let (town, problems) = Town::read(id, &Source::new(*id, *text));
        assert_eq!((town.is_some(), problems), (true, vec![]), "{id}");
    }
    for (town, (id, name, code, _)) in towns().iter().zip(SHIPPED) {
        assert_eq!((town.id.as_str(), town.name.plain().as_str(), town.code.as_str()), (id, name, code));
        assert_eq!(check_digit(code), code.chars().last(), "{id}");
        assert!(town.name.spoken().starts_with(&town.kana), "{id}: {}", town.name.spoken());
    }
}

#[test]
fn a_plan_is_not_added_to() {
    for (id, _, _, known) in SHIPPED.into_iter().filter(|(id, ..)| *id != "demo-shi") {
        let said: BTreeSet<_> = town(id).city.values.keys().map(smol_str_text).collect();
        let known: BTreeSet<_> = known.iter().copied().chain(["name"]).map(str::to_owned).collect();
        assert_eq!(said, known, "{id}");
        assert_eq!(town(id).open().count(), schema().len() - known.len(), "{id}");
        assert!(town(id).plan.is_some() && town(id).offers.len() >= 7 && !town(id).is_sample(), "{id}");
        assert_eq!(town(id).at, None, "{id}: no plan says where the office stands");
    }
}

fn smol_str_text(key: &impl ToString) -> String {
    key.to_string()
}

#[test]
fn every_value_says_where_it_is_from_and_can_be_read_by_everybody() {
    let w = Words::shipped(&Tongue::JA);
    for town in towns() {
        let mut lines = vec![town.name.clone(), town.prefecture.clone(), town.from.clone()];
        for (key, value) in &town.city.values {
            let from = value.from.clone().unwrap_or_else(|| panic!("{} {key} has no source", town.id));
            assert!(!from.is_empty(), "{} {key}", town.id);
            lines.extend([value.line(&w), from]);
        }
        for offer in &town.offers {
            lines.push(offer.from.clone());
        }
        lines.extend(tellings(town).iter().map(|telling| telling.line(&Tongue::JA).clone()));
        for contact in &town.contacts {
            lines.extend(
                [Some(contact.name.clone()), Some(contact.from.clone()), contact.address.clone()].into_iter().flatten(),
            );
        }
        for line in &lines {
            assert!(!line.is_empty() && !bare(line), "{}: {line:?}", town.id);
        }
        // The rules of every text on the screen hold here too.
        let told = told_as_a_guide(&lines);
        assert!(told.is_empty(), "{}: {told:#?}", town.id);
    }
}

/// Everything of a town that can be said in several tongues.
fn tellings(town: &Town) -> Vec<Telling> {
    let offers = town.offers.iter().flat_map(|offer| [offer.when.clone(), offer.note.clone()]);
    let plan = town.plan.iter().flat_map(|plan| [plan.made.clone(), plan.period.clone()]).map(Some);
    let about = town.contacts.iter().map(|contact| contact.about.clone());
    [Some(town.called.clone())].into_iter().chain(plan).chain(about).chain(offers).flatten().collect()
}

/// What would be told if these stood in a guide and in its translation.
fn told_as_a_translation(tongue: &Tongue, said: &[(Line, Line)]) -> Vec<String> {
    let list = |line: &dyn Fn(&(Line, Line)) -> Line, end: &str| {
        said.iter()
            .fold(String::new(), |list, both| list + "- " + line(both).notation().trim_end_matches(end) + end + "\n")
    };
    let head = "+++\nformat = 1\ntitle = \"まち\"\n";
    let ja = format!(
        "{head}groups = [\"procedures\"]\nevidence = \"not verified\"\nchecked = 2026-11-21\nrecheck_days = 9\n+++\n\n"
    );
    let files = [("ja".to_owned(), ja + &list(&|both| both.0.clone(), "。")), {
        let end = if tongue.is_japanese() { "。" } else { "." };
        (tongue.tag().to_owned(), format!("{head}reviewed = false\n+++\n\n") + &list(&|both| both.1.clone(), end))
    }];
    let files = files.map(|(tag, text)| content::SourceFile {
        path: format!("faq/machi/{tag}.md"),
        name: "machi".into(),
        bytes: text.into(),
    });
    let problems = content::build(&files, &content::NoReadings).1;
    problems.into_iter().map(|problem| format!("{}:{} {}", problem.file, problem.line, problem.message.ja)).collect()
}

#[test]
fn what_a_plan_says_can_be_read_in_plain_japanese_and_in_english() {
    let mut all = vec![];
    for town in towns() {
        let said = tellings(town);
        for tongue in [Tongue::JA_SIMPLE, Tongue::EN] {
            let both = |telling: &Telling| (telling.line(&Tongue::JA).clone(), telling.line(&tongue).clone());
            let both: Vec<_> = said.iter().map(both).collect();
            let told = told_as_a_translation(&tongue, &both);
            all.extend(told.into_iter().map(|told| format!("{} {tongue}: {told}", town.id)));
            let untold = both.iter().filter(|(ja, other)| tongue == Tongue::EN && ja == other).collect::<Vec<_>>();
            assert!(untold.is_empty(), "{}: {untold:?}", town.id);
        }
    }
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn a_translation_of_nothing_is_told() {
    let text = "format = 1\n[town]\nname = \"うち町\"\nkana = \"うちまち\"\ncode = \"011002\"\nprefecture = \"北海道\"\nfrom = \"町の 人\"\n[[offer]]\nkind = \"line\"\nstate = \"running\"\nfrom = \"1\"\nen = { note = \"News.\", wen = \"2024\", reviewed = false }\n";
    let (town, problems) = Town::read("uchi", &Source::new("uchi.toml", text));
    let told: Vec<_> = problems.iter().map(|problem| problem.message.en.as_str()).collect();
    assert!(told.iter().any(|told| told.contains("not there in Japanese")), "{told:?}");
    assert!(told.iter().any(|told| told.contains("wen")), "{told:?}");
    assert!(town.is_some_and(|town| town.offers.len() == 1), "and the rest counts");
}

#[test]
fn the_sample_says_everything_and_nothing_that_could_be_real() {
    let demo = town("demo-shi");
    assert!(demo.is_sample() && demo.open().next().is_none());
    assert_eq!(demo.offers.len(), OFFERS.len());
    for (key, value) in &demo.city.values {
        let phone = match &value.said {
            Said::Phone(number) => Some(number),
            Said::Office(office) => office.phone.as_ref(),
            _ => None,
        };
        assert!(phone.is_none_or(|number| number.starts_with("000-")), "{key}: {phone:?}");
        if let Said::Url(url) = &value.said {
            assert!(url.contains("example.jp"), "{key}: {url}");
        }
    }
}

#[test]
fn the_schema_is_right_and_each_of_its_examples_works() {
    let text = read("kiosk-config/schema.toml".into()).text;
    let source = Source::new("schema.toml", text.as_str());
    assert_eq!(FileKind::of(&source), FileKind::Schema);
    let (list, problems) = read_schema(&source);
    assert_eq!(problems, []);
    assert_eq!(list, schema());
    let keys: BTreeSet<_> = list.iter().map(|wanted| wanted.key.as_str()).collect();
    assert_eq!(keys.len(), list.len(), "a key is there twice");
    for key in &keys {
        let inside = format!("{key}.");
        assert!(keys.iter().all(|other| !other.starts_with(&inside)), "{key} is a value and a group");
    }
    for wanted in &list {
        for right in [wanted.example.clone(), wanted.sourced()] {
            let text = format!("[city]\n{} = {right}\n", wanted.key);
            let (config, problems) = Config::read(&Source::new("kiosk.toml", text.as_str()));
            assert_eq!(problems, [], "{text}");
            let value = config.city.get(&wanted.key).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(matches!(value.said, Said::Office(_)), wanted.shape == Shape::Office, "{text}");
        }
    }
}

#[test]
fn every_value_that_content_asks_for_is_in_the_schema() {
    let (pack, problems) = content::build(&content::shipped(), &content::NoReadings);
    let unknown: Vec<_> = problems.iter().filter(|problem| problem.message.en.contains("{city.")).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
    let asks = |guide: &content::Guide| guide.lines().iter().any(|line| line.plain().contains("{city."));
    assert!(pack.items.iter().any(|item| asks(&item.guide)));
}

#[test]
fn everything_a_town_can_offer_has_a_name_and_a_sentence() {
    for tongue in TONGUES {
        let w = Words::shipped(&tongue);
        for (kind, _) in OFFERS {
            for key in [format!("offer-{kind}"), format!("offer-{kind}-what")] {
                assert!(w.get(&key).is_some_and(|line| !line.is_empty()), "{tongue} {key}");
            }
        }
    }
}

#[test]
fn what_the_kiosk_says_stands_over_what_the_town_says() {
    let read = |text: &str| Config::read(&Source::new("kiosk.toml", text));
    let line = Line::parse("{city.call}・{city.name}・{city.hours}");
    let shown = |city: &City| city.fill(&line, &Words::shipped(&Tongue::JA)).plain();
    let (config, problems) = read("town = \"ishioka\"\n[city]\nhours = \"9時から\"\n");
    assert_eq!((problems.len(), shown(&config.city).as_str()), (0, "0299-23-1111・石岡市・9時から"));
    let (config, _) = read("town = \"ishioka\"\n[city]\ncall = \"0299-00-0000\"\n[call]\nnumber = \"111-1111\"\n");
    assert_eq!(shown(&config.city), "0299-00-0000・石岡市・市に 確認（電話 0299-00-0000）");
    let (config, _) = read("[call]\nnumber = \"111-1111\"\n");
    assert_eq!(
        shown(&config.city),
        "市に 確認（電話 111-1111）・市に 確認（電話 111-1111）・市に 確認（電話 111-1111）"
    );
    let moved = config.in_town("mooka");
    assert_eq!(moved.town.as_ref().map(|town| town.code.as_str()), Some("092096"));
    assert!(moved.in_town("").town.is_none());
}

#[test]
fn every_fault_of_a_town_is_told() {
    insta::glob!("../cases", "town/bad/*", |path| {
        let text = std::fs::read_to_string(path).unwrap();
        let id = path.file_stem().unwrap().to_string_lossy().into_owned();
        let (_, problems) = Town::read(&id, &Source::new(format!("{id}.toml"), text.as_str()));
        assert!(!problems.is_empty(), "{id} should be wrong");
        let mut told = String::new();
        for problem in &problems {
            for tongue in [In::Japanese, In::English] {
                let _ = writeln!(told, "{}\n", draw(problem, Some(&text), tongue));
            }
        }
        insta::with_settings!({ snapshot_path => "../cases/town/told", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!("told", told);
        });
    });
}

#[test]
fn a_town_of_ones_own_lies_beside_the_kiosks_file() {
    let own = "format = 1\n[town]\nname = \"うち町\"\nkana = \"うちまち\"\ncode = \"011002\"\nprefecture = \"北海道\"\nfrom = \"町の 人\"\n";
    let (town, problems) = Town::read("uchi", &Source::new("uchi.toml", own));
    assert_eq!(problems, []);
    let kiosk = Source::new("kiosk.toml", "town = \"uchi\"\n");
    let (config, problems) = Config::read_among(&kiosk, vec![town.unwrap()]);
    assert_eq!((problems.len(), config.town.as_ref().map(|town| town.name.plain())), (0, Some("うち町".into())));
    assert_eq!(config.towns().count(), towns().len() + 1);
    assert_eq!(Config::read(&kiosk).1.len(), 1);
}

#[test]
fn the_town_of_the_handbook_is_right_and_every_word_of_its_format_is_in_it() {
    let book = read("docs/AUTHORS.md".into()).text;
    let (path, text) = examples(&book).into_iter().find(|(path, _)| path.starts_with("kiosk-config/")).unwrap();
    let (town, problems) = Town::read("hatake", &Source::new(path, text.as_str()));
    assert_eq!(problems, []);
    let town = town.unwrap();
    assert_eq!((town.city.values.len(), town.offers.len(), town.contacts.len()), (8, 1, 1));
    // The reader itself lists the words it knows, when it meets one that it does not.
    let odd = "zzzzzz = 1\n[town]\nzzzzzz = 1\n[plan]\nzzzzzz = 1\n[[offer]]\nzzzzzz = 1\n[[contact]]\nzzzzzz = 1\n";
    let (_, problems) = Town::read("odd", &Source::new("odd.toml", odd));
    let known: Vec<_> =
        problems.iter().filter_map(|p| p.help.as_ref()?.en.strip_prefix("known here: ").map(str::to_owned)).collect();
    assert_eq!(known.len(), 5, "{known:?}");
    for word in known.iter().flat_map(|words| words.split(", ")) {
        assert!(book.contains(&format!("`{word}`")) || book.contains(&format!("[{word}]")), "{word} is not described");
    }
    for (kind, _) in OFFERS {
        assert!(book.contains(&format!("`{kind}`")), "{kind} is not described");
    }
}

/// Everything on the page of a place, in a kiosk of this town.
fn shown(town: &str, mode: Mode, place: &str) -> String {
    let (pack, _) = content::build(&content::shipped(), &content::NoReadings);
    let start = Start {
        config: Arc::new(Config::default().in_town(town)),
        own: Own::default(),
        words: Words::shipped(&Tongue::JA),
        mode,
        now: Now { at: jiff::Timestamp::UNIX_EPOCH, trusted: false },
        panel: Panel { w: 344.0, h: 194.0 },
        troubles: vec![],
    };
    let mut model = Model::new(start);
    for job in app::update(&mut model, Msg::Go(place.parse().unwrap_or_else(|no| panic!("{no}")))) {
        if let Job::Store { visit, job: StoreJob::Guide { id, tongue } } = job {
            let item = pack.items.iter().find(|item| item.guide.id == id && item.guide.tongue == tongue);
            let answer = Answer::Guide { id, guide: item.map(|item| Arc::new(item.guide.clone())) };
            app::update(&mut model, Msg::Report(Report::Store { visit, answer }));
        }
    }
    app::page(&model).script().iter().map(|said| said.line.plain()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_guide_says_what_the_town_says_and_never_a_made_up_thing_in_a_shelter() {
    for (town, mode, there, absent) in [
        ("demo-shi", Mode::Everyday, &["これは 見本です", "税務課 2階 5番", "90日"][..], "市に 確認"),
        ("demo-shi", Mode::Shelter, &["市に 確認"][..], "000-"),
        ("ishioka", Mode::Shelter, &["市に 確認（電話 0299-23-1111）"][..], "見本"),
        ("sodegaura", Mode::Everyday, &["市に 確認"][..], "見本"),
    ] {
        let text = shown(town, mode, "guide/risai");
        for there in there {
            assert!(text.contains(there), "{town} {mode:?} without {there}: {text}");
        }
        assert!(!text.contains(absent), "{town} {mode:?} with {absent}: {text}");
    }
}

#[test]
fn what_a_town_offers_is_said_to_be_from_its_plan() {
    let all = shown("nasukarasuyama", Mode::Everyday, "town/nasukarasuyama");
    for there in ["2024年3月", "スマホ教室", "計画では、これから はじまります（2024年度から）", "コンビニで 証明書"]
    {
        assert!(all.contains(there), "{there}: {all}");
    }
    let one = shown("ishioka", Mode::Everyday, "town/ishioka/wifi");
    for there in ["図書館", "書いて ある ところ：24ページ", "0299-23-1111", "2025年3月に 改訂"] {
        assert!(one.contains(there), "{there}: {one}");
    }
    assert!(!shown("demo-shi", Mode::Shelter, "town/demo-shi").contains("スマホ教室"));
    assert!(shown("demo-shi", Mode::Everyday, "town/demo-shi").contains("ほんとうの 町では ありません"));
}

#[test]
fn the_command_tells_what_is_open() {
    let check = |args: &[&str]| {
        let out = Command::new(env!("CARGO_BIN_EXE_engawa"))
            .arg("check")
            .args(args)
            .args(["--json", "--voice", "nowhere", "--now", "2026-11-21T10:00:00+09:00"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        (out.status.code(), serde_json::from_slice::<serde_json::Value>(&out.stdout).unwrap())
    };
    let (code, all) = check(&[]);
    assert_eq!((code, all["counts"]["towns"].as_object().unwrap().len()), (Some(0), SHIPPED.len()));
    assert_eq!((&all["counts"]["towns"]["demo-shi"]["open"], all["open"].as_array().unwrap().len()), (&0.into(), 0));
    let (code, one) = check(&["kiosk-config/mooka.toml"]);
    let open = one["open"].as_array().unwrap();
    assert_eq!((code, open.len()), (Some(0), town("mooka").open().count()));
    assert_eq!(one["counts"]["towns"]["mooka"]["open"], open.len());
    let call = open.iter().find(|open| open["key"] == "call").unwrap();
    assert_eq!((&call["first_day"], &call["town"]), (&true.into(), &"mooka".into()));
    assert!(call["label"].as_str().unwrap().contains("電話") && call["example"].as_str().unwrap().contains("from"));
}
