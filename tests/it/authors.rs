//! What authors are told: every fault that a file can have is a file in `tests/cases`, named by its fault, with the whole message as people see
//! it in both languages beside it. Whatever comes in, nothing panics and every place that is named is in the file.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use engawa::{
    config::Config,
    content::{NoReadings, Pack, PackError, SourceFile, build, overdue, shipped},
    reader::{In, Problem, Source, draw},
    words::{self, Tongue, Words},
};
use proptest::prelude::*;
use std::{fmt::Write as _, fs, path::Path, process::Command};

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" stroke=\"currentColor\"></svg>";

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.into(), name: path.into(), bytes: text.into() }
}

/// A picture that is shown somewhere, so that it is not told as unused.
fn beside() -> Vec<SourceFile> {
    let shows = "+++\nformat = 1\ntitle = \"びん\"\ngroups = [\"prepare\"]\nevidence = \"not verified\"\nchecked = 2026-11-21\nrecheck_days = 9\n+++\n![びん](bottle.svg)\n";
    vec![file("pictures/bottle.svg", SVG), file("faq/bottle/ja.md", shows)]
}

fn drawn(problems: &[Problem], text: &str) -> String {
    let mut out = String::new();
    for problem in problems {
        for tongue in [In::Japanese, In::English] {
            let _ = writeln!(out, "{}\n", draw(problem, Some(text), tongue));
        }
    }
    out
}

/// Runs over every file of a folder of cases, and holds what is told about each.
fn cases(folder: &str, told: impl Fn(&str, &str) -> Vec<Problem>) {
    insta::glob!("../cases", &format!("{folder}/bad/*"), |path| {
        let text = fs::read_to_string(path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let problems = told(name, &text);
        assert!(!problems.is_empty(), "{name} should be wrong");
        insta::with_settings!({ snapshot_path => format!("../cases/{folder}/told"), prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!("told", drawn(&problems, &text));
        });
    });
}

#[test]
fn every_fault_of_a_guide_is_told() {
    let good = include_str!("../cases/guide/good.md");
    cases("guide", |name, text| {
        let (id, tongue) = name.strip_suffix(".md").map(|stem| stem.split_once('.').unwrap_or((stem, "ja"))).unwrap();
        let mut files = beside();
        if tongue != "ja" {
            files.push(file(&format!("guides/{id}/ja.md"), good));
        }
        files.push(SourceFile { path: format!("guides/{id}/{tongue}.md"), name: name.into(), bytes: text.into() });
        build(&files, &NoReadings).1
    });
}

#[test]
fn every_fault_of_the_settings_is_told_and_the_built_in_value_stands_in() {
    cases("config", |name, text| Config::read(&Source::new(name, text)).1);
    let source = Source::new("kiosk.toml", "name = 5\n[quiet]\nidle_s = 0\nwarn_s = 60\n[city]\ncall = \"000-0000\"\n");
    let (config, problems) = Config::read(&source);
    assert_eq!((config.name, config.quiet.idle_s, config.quiet.warn_s, problems.len()), (None, 300, 60, 2));
    assert_eq!(config.city.values.len(), 1);
    assert!(config.town.is_none());
}

#[test]
fn every_fault_of_words_is_told() {
    cases("ui", |name, text| words::check(&Tongue::JA, name, text));
}

#[test]
fn every_fault_of_the_lists_is_told() {
    cases("list", |name, text| {
        build(&[SourceFile { path: name.into(), name: name.into(), bytes: text.into() }], &NoReadings).1
    });
}

#[test]
fn files_in_the_wrong_place_are_told() {
    let told = |path: &str| {
        build(&[file(path, include_str!("../cases/guide/good.md"))], &NoReadings)
            .1
            .into_iter()
            .map(|p| p.message.en)
            .collect::<Vec<_>>()
    };
    assert_eq!(told("guides/water.md"), ["this file is not used"]);
    assert_eq!(told("guides/water/en.md"), ["ja.md is missing"]);
    assert_eq!(told("guides/Water/ja.md"), ["\"Water\" is not a name"]);
    assert_eq!(told("guides/water/ja.md"), [] as [&str; 0]);
    let good = include_str!("../cases/guide/good.md");
    let twice = build(&[file("guides/x/ja.md", good), file("faq/x/ja.md", good)], &NoReadings);
    assert_eq!((twice.0.items.len(), twice.1[0].message.en.as_str()), (1, "there are two called \"x\""));
}

#[test]
fn what_is_overdue_is_told_from_its_day_on() {
    let files = [file("guides/water/ja.md", include_str!("../cases/guide/good.md"))];
    let (pack, _) = build(&files, &NoReadings);
    let day = |year, month, day| overdue(&pack, &files, jiff::civil::date(year, month, day)).len();
    assert_eq!((day(2027, 2, 19), day(2027, 2, 20)), (0, 1));
}

#[test]
fn the_shipped_content_has_no_fault() {
    let (pack, problems) = build(&shipped(), &NoReadings);
    let wrong: Vec<_> = problems.iter().filter(|p| p.is_error()).map(|p| (&p.file, p.line, &p.message.en)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(pack.items.len() >= 60 && pack.synonyms.len() >= 60 && pack.credits.len() >= 5);
    for tongue in Words::tongues() {
        for (name, text) in Words::files(&tongue) {
            assert_eq!(words::check(&tongue, name, text), [], "{tongue} {name}");
        }
        let texts: Vec<_> = Words::files(&tongue).into_iter().map(|(_, text)| text).collect();
        assert_eq!(words::missing(&texts), [] as [&str; 0], "{tongue}");
    }
}

#[test]
fn the_shipped_settings_say_what_is_built_in_and_every_line_of_them_works() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("kiosk-config/kiosk.toml")).unwrap();
    assert_eq!(Config::read(&Source::new("kiosk.toml", text.as_str())), (Config::default(), vec![]));
    let set = |line: &str| {
        line.strip_prefix("# ")
            .filter(|l| l.contains(" = ") && l.chars().next().is_some_and(|c| c.is_ascii_lowercase()))
            .map(str::to_owned)
    };
    let used: String = text.lines().map(|line| set(line).unwrap_or_else(|| line.to_owned()) + "\n").collect();
    let (config, problems) = Config::read(&Source::new("kiosk.toml", used.as_str()));
    assert_eq!(problems, []);
    assert_eq!(config.quiet, Config::default().quiet);
    assert_eq!(config.voice, Config::default().voice);
    assert!(config.place.is_some() && config.screen.height_mm.is_some() && config.call.number.is_some());
    assert_eq!(config.town.as_ref().map(|town| town.id.as_str()), Some("demo-shi"));
    assert!(config.own_city.values.len() >= 10 && config.own_city.values.len() <= config.city.values.len());
}

/// The fenced examples of the handbook that name a file: language, path, text.
pub(crate) fn examples(book: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = vec![];
    let mut open = false;
    for line in book.lines() {
        match line.strip_prefix("```") {
            Some("") => open = false,
            Some(info) => {
                open = true;
                out.push((info.split_once(' ').unwrap_or_default().1.to_owned(), String::new()));
            }
            None if open => out.last_mut().unwrap().1.extend([line, "\n"]),
            None => {}
        }
    }
    out.retain(|(path, _)| !path.is_empty());
    out
}

#[test]
fn every_example_of_the_handbook_is_right_and_every_word_of_the_format_is_in_it() {
    let book = include_str!("../../docs/AUTHORS.md");
    let (mut files, mut words) = (vec![], vec![]);
    for (path, text) in examples(book).into_iter().filter(|(path, _)| path.starts_with("content/")) {
        match path.strip_prefix("content/").unwrap() {
            ui if ui.starts_with("ui/") => words.extend(words::check(&Tongue::JA, &path, &text)),
            below => files.push(SourceFile { path: below.to_owned(), name: path, bytes: text.into() }),
        }
    }
    let (pack, problems) = build(&files, &NoReadings);
    assert_eq!((problems, words), (vec![], vec![]));
    assert_eq!((pack.items.len(), pack.synonyms.len(), pack.credits.len()), (4, 2, 1));
    // The reader itself lists the words it knows, when it meets one that it does not.
    let told = build(&[file("guides/x/ja.md", "+++\nzzzzzz = 1\n+++\n")], &NoReadings).1;
    let help = told.iter().find_map(|p| p.help.as_ref()?.en.strip_prefix("known here: ").map(str::to_owned)).unwrap();
    assert!(help.split(", ").count() >= 15, "{help}");
    for word in help.split(", ") {
        assert!(book.contains(&format!("| `{word}` |")), "{word} is not described");
    }
    for group in engawa::content::GROUPS {
        assert!(book.contains(&format!("| `{group}` |")), "{group} is not described");
    }
}

#[test]
fn every_icon_of_a_guide_is_drawn() {
    let (pack, _) = build(&shipped(), &NoReadings);
    let icons = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/kit/icons");
    for guide in pack.items.iter().map(|item| &item.guide) {
        assert!(icons.join(format!("{}.svg", guide.icon)).is_file(), "{}: {}", guide.id, guide.icon);
    }
}

#[test]
fn the_same_files_give_the_same_bytes_in_any_order() {
    let mut files = shipped();
    let bytes = build(&files, &NoReadings).0.to_bytes().unwrap();
    files.reverse();
    let pack = build(&files, &NoReadings).0;
    assert_eq!(pack.to_bytes().unwrap(), bytes);
    let back = Pack::from_bytes(&bytes).unwrap();
    assert_eq!(back, pack);
    assert_eq!(back.revision().unwrap(), pack.revision().unwrap());
}

#[test]
fn a_damaged_pack_is_refused() {
    let (pack, _) = build(&[file("guides/water/ja.md", include_str!("../cases/guide/good.md"))], &NoReadings);
    let bytes = pack.to_bytes().unwrap();
    for end in 0..bytes.len() {
        assert!(Pack::from_bytes(&bytes[..end]).is_err(), "cut at {end}");
    }
    for at in 0..bytes.len() {
        let mut other = bytes.clone();
        other[at] ^= 1;
        assert!(Pack::from_bytes(&other).is_err(), "changed at {at}");
    }
    assert_eq!(Pack::from_bytes(b"PK\x03\x04"), Err(PackError::NotAPack));
    let mut newer = bytes.clone();
    newer[12] = 9;
    assert_eq!(Pack::from_bytes(&newer), Err(PackError::Format { found: 9 }));
    let mut huge = bytes;
    huge[14..22].copy_from_slice(&u64::MAX.to_le_bytes());
    assert!(matches!(Pack::from_bytes(&huge), Err(PackError::TooLarge { .. })));
}

#[test]
fn a_pack_that_unfolds_to_more_than_it_says_is_refused() {
    use sha2::{Digest, Sha256};
    let folded = zstd::bulk::compress(&vec![b' '; 100_000_000], 1).unwrap();
    let mut bytes = b"engawa-pack\n\x01\0".to_vec();
    bytes.extend(10_u64.to_le_bytes());
    bytes.extend(Sha256::digest(&folded));
    bytes.extend(&folded);
    assert_eq!(Pack::from_bytes(&bytes), Err(PackError::Damaged { what: "its length differs" }));
}

#[test]
fn the_command_tells_every_problem_as_one_document() {
    let home = tempfile::tempdir().unwrap();
    let root = home.path().join("content");
    for (path, text) in [
        ("guides/water/ja.md", include_str!("../cases/guide/bad/key-mistyped.md")),
        ("ui/ja/common.ftl", "turn-nex = つぎ\n"),
    ] {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let check = |args: &[&str]| {
        let out = Command::new(env!("CARGO_BIN_EXE_engawa"))
            .arg("check")
            .args(args)
            .args(["--voice", "nowhere", "--now", "2026-11-21T10:00:00+09:00"])
            .current_dir(home.path())
            .output()
            .unwrap();
        (out.status.code(), String::from_utf8(out.stdout).unwrap())
    };
    let (code, json) = check(&["content", "--json", "--lang", "en"]);
    let told: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(code, Some(1));
    assert_eq!(told["counts"]["errors"], 2);
    let second = &told["problems"][1];
    assert_eq!((&second["line"], &second["column"], &second["severity"]), (&7.into(), &1.into(), &"error".into()));
    assert_eq!(
        (&second["message"], &second["help"]),
        (&"`cheked` is not known here".into(), &"did you mean `checked`?".into())
    );
    assert!(second["file"].as_str().unwrap().ends_with("ja.md"));
    // Only what was asked about is told, but it is read in the light of the whole.
    let (code, text) = check(&["content/ui"]);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("turn-next") && !text.contains("cheked"), "{text}");
    assert_eq!(check(&["nothing.toml"]).0, Some(1));
}

/// Every place that is named is in the file, and can be drawn.
fn places_are_real(problems: &[Problem], text: &str) {
    for problem in problems {
        assert!(problem.span.start <= text.len(), "{problem:?}");
        for tongue in [In::Japanese, In::English, In::Both] {
            assert!(!draw(problem, Some(text), tongue).is_empty());
        }
    }
}

fn guide_of(bytes: &[u8]) {
    let files = [SourceFile { path: "guides/x/ja.md".into(), name: "x".into(), bytes: bytes.to_vec() }];
    let (pack, problems) = build(&files, &NoReadings);
    places_are_real(&problems, &Source::read("x", bytes).0.text);
    let bytes = pack.to_bytes().unwrap();
    assert_eq!(Pack::from_bytes(&bytes).unwrap(), pack);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn no_bytes_make_a_guide_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        guide_of(&bytes);
    }

    #[test]
    fn no_change_of_a_guide_makes_it_panic(at in 0_usize..2000, cut in 0_usize..60, put in "[\\PC\n#>*_`\\[\\]()|《》｜{}+=\"!0-9.-]{0,12}") {
        let good = include_str!("../cases/guide/good.md");
        let border = |mut at: usize| { at = at.min(good.len()); while !good.is_char_boundary(at) { at -= 1; } at };
        let (start, end) = (border(at % good.len()), border(at % good.len() + cut));
        guide_of(format!("{}{put}{}", &good[..start], &good[end.max(start)..]).as_bytes());
    }

    #[test]
    fn no_body_makes_a_guide_panic(body in "([0-9]\\. |- |> |\\[!hint\\]|## |\\*\\*|水《みず》|\n|\n\n|    |!\\[|\\]\\(a\\.svg\\)|<b>|`|｜|あ。){0,40}") {
        let good = include_str!("../cases/guide/good.md");
        guide_of(format!("{good}\n{body}").as_bytes());
    }

    #[test]
    fn no_settings_panic(text in "[a-z_]{1,8} = (\"[^\"]{0,9}|\\[+|\\{|[0-9e.+-]{1,30}|true)\n?(\\[[a-z.]{0,9}\\]?\n)?") {
        let source = Source::new("kiosk.toml", text.repeat(3));
        places_are_real(&Config::read(&source).1, &source.text);
    }

    #[test]
    fn no_words_panic(text in "(turn-next|[a-z-]{1,9}|-t) ?=? ?[\\PC\n{}$*\\[\\]]{0,40}\n") {
        places_are_real(&words::check(&Tongue::JA, "a.ftl", &text), &text);
        let (loaded, _) = Words::load(&Tongue::JA, &[], &|_| vec![("a.ftl".to_owned(), text.clone())]);
        prop_assert!(!loaded.turn_next().is_empty() && !loaded.turn_count(1, 2).is_empty());
    }
}

#[test]
fn absurd_files_are_problems() {
    let deep = format!("x = {}", "[".repeat(100_000));
    let source = Source::new("kiosk.toml", deep.as_str());
    assert!(!Config::read(&source).1.is_empty());
    let quoted = format!("{}\n{}x\n", include_str!("../cases/guide/good.md"), "> ".repeat(20_000));
    guide_of(quoted.as_bytes());
    let listed = format!("{}\n{}x\n", include_str!("../cases/guide/good.md"), "- ".repeat(20_000));
    guide_of(listed.as_bytes());
    guide_of(&vec![b'+'; 3_000_000]);
    guide_of("\u{feff}+++\r\nformat = 1\r\n+++\r\n".as_bytes());
}
