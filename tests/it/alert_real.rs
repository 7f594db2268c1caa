//! Real telegrams: by what they say, and by what another reader makes of them, the typed one of the `jmaxml` crate that is generated from
//! JMA's schema. Where two readings of one telegram differ, one of them is wrong.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test may stop where it stands, and says when it was skipped"
)]

use crate::alert::{short, stands};
use engawa::alert::{Act, Depth, Fact, Kind, Run, Scheme, State, Telegram, Town, read, status};
use jiff::SignedDuration;
use jmaxml::{Body, Report};
use std::{collections::BTreeSet, fs, path::PathBuf};

type Said = BTreeSet<(String, String, bool)>;

/// Municipality, code, in force: of weather warnings.
fn warnings(report: &Report) -> Option<Said> {
    let Body::Meteorology(body) = &report.body else { return None };
    let mut said = Said::new();
    for item in
        body.warnings.iter().filter(|list| list.ty == "気象警報・注意報（市町村等）").flat_map(|list| &list.items)
    {
        let area = item.area.as_ref()?.code.clone()?;
        for kind in &item.kinds {
            let (code, status) = (kind.code.clone().unwrap_or_default(), kind.status.clone().unwrap_or_default());
            if !code.is_empty() {
                said.insert((area.clone(), code, status != "解除"));
            }
        }
    }
    Some(said)
}

fn ours(telegram: &Telegram, scheme: Scheme) -> Said {
    let claims = telegram.claims.iter().filter(|claim| claim.area.scheme == scheme && !claim.code.is_empty());
    claims.map(|claim| (claim.area.code.clone(), claim.code.clone(), claim.state == State::Active)).collect()
}

/// Municipality and intensity.
fn intensities(report: &Report) -> Option<Said> {
    let Body::Seismology(body) = &report.body else { return None };
    let observation = body.intensity.as_ref()?.observation.as_ref()?;
    let cities = observation.prefs.iter().flat_map(|pref| &pref.areas).flat_map(|area| &area.cities);
    let said = cities.map(|city| {
        (city.code.clone(), city.max_int.clone().or_else(|| city.condition.clone()).unwrap_or_default(), true)
    });
    Some(said.collect())
}

/// Coast and code of what is issued for it.
fn coasts(report: &Report) -> Option<Said> {
    let Body::Seismology(body) = &report.body else { return None };
    let items = &body.tsunami.as_ref()?.forecast.as_ref()?.items;
    let said =
        items.iter().filter_map(|item| Some((item.area.code.clone(), item.category.as_ref()?.kind.code.clone(), true)));
    Some(said.collect())
}

/// The folder with real telegrams, where there is one.
fn samples() -> Option<PathBuf> {
    let folder = std::env::var_os("ENGAWA_SAMPLES").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: ENGAWA_SAMPLES does not say where the samples are");
    }
    folder
}

fn real(folder: &str) -> Option<Vec<(String, Telegram)>> {
    let mut all: Vec<PathBuf> =
        fs::read_dir(samples()?.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.retain(|path| path.extension().is_some_and(|end| end == "xml"));
    all.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let telegram = read(&name, &fs::read(&path).unwrap()).unwrap_or_else(|why| panic!("{name}: {why}"));
        (name, telegram)
    };
    Some(all.into_iter().map(read).collect())
}

#[test]
fn another_reader_of_the_same_telegrams_reads_the_same() {
    let Some(samples) = samples() else { return };
    let mut compared = 0;
    for folder in ["jmaxml_official/sample_xmls", "jma_real_2021_p2pquake", "jma_real_2026"] {
        for entry in fs::read_dir(samples.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|end| end != "xml") {
                continue;
            }
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap();
            let telegram = read(&name, text.as_bytes()).unwrap();
            let Ok(report) = text.parse::<Report>() else { continue };
            let pair = match telegram.code.as_str() {
                "VPWW53" | "VPWW54" | "VPWW55" | "VPWW56" | "VPWW57" | "VPWW58" | "VPWW59" | "VPWW60" | "VPWW61" => {
                    warnings(&report).map(|said| (said, ours(&telegram, Scheme::City)))
                }
                "VXSE53" => intensities(&report).map(|said| (said, ours(&telegram, Scheme::City))),
                "VTSE41" => coasts(&report).map(|said| {
                    let ours = ours(&telegram, Scheme::Coast).into_iter().map(|(area, code, _)| (area, code, true));
                    (said, ours.collect())
                }),
                _ => None,
            };
            if let Some((theirs, ours)) = pair {
                assert_eq!(ours, theirs, "{name}");
                compared += usize::from(!theirs.is_empty());
            }
        }
    }
    assert!(compared > 50, "only {compared} telegrams could be compared");
}

#[test]
fn real_telegrams_say_what_they_say() {
    let Some(all) = real("jma_real_2026") else { return };
    let telegrams: Vec<Telegram> = all.into_iter().map(|(_, telegram)| telegram).collect();
    let morning = "2026-08-30T07:00:00+09:00";
    let cases = [
        ("18201", morning, "レベル５大雨特別警報", Some(5), State::Active),
        ("1821000", morning, "レベル４大雨危険警報", Some(4), State::Active),
        ("18209", morning, "レベル２大雨注意報", Some(2), State::Active),
        ("18207", morning, "レベル３大雨警報", Some(3), State::Active),
        ("37201", "2026-06-03T10:30:00+09:00", "レベル２土砂災害注意報", Some(2), State::Ended),
        ("13119", "2026-08-22T17:30:00+09:00", "東京都気象防災速報（記録的短時間大雨）", None, State::Active),
        ("13361", "2026-09-07T23:00:00+09:00", "東京都気象特別警報報知", None, State::Active),
    ];
    for (town, time, name, level, state) in cases {
        let shown = stands(&telegrams, town, time);
        let facts: Vec<_> = shown.facts.iter().map(short).collect();
        assert!(facts.contains(&(name.to_owned(), level, state)), "{town}: {facts:?}");
    }
}

#[test]
fn no_telegram_of_a_family_that_is_read_comes_out_empty() {
    let Some(all) = real("jmaxml_official/sample_xmls") else { return };
    for (name, telegram) in &all {
        let read_whole = telegram.depth == Depth::Full;
        let known = Kind::of(&telegram.code) != Kind::Other;
        let forewarning = telegram.kind == Kind::Forewarning;
        assert!(!known || read_whole || forewarning, "{name}: {} has no claims", telegram.code);
        assert!(read_whole || !telegram.headline.is_empty() || !telegram.title.is_empty(), "{name}: nothing to show");
    }
}

/// The towns whose larger areas are known: inland, on coasts, and split.
const TOWNS: [&str; 9] = ["01206", "03202", "08205", "09209", "09214", "09215", "12229", "17204", "22212"];

/// What stands between two signs, every time.
fn between<'t>(text: &'t str, open: &str, close: &str) -> Vec<&'t str> {
    text.split(open).skip(1).filter_map(|rest| rest.split_once(close)).map(|(inside, _)| inside).collect()
}

fn digits(text: &str, tag: &str, number: usize) -> Vec<String> {
    let codes = between(text, tag, "</Code>").into_iter();
    codes
        .filter(|code| code.len() == number && code.bytes().all(|byte| byte.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

/// Of a piece of a body: the names of the kinds that are in force, by the looks of it.
fn kinds_in_force(item: &str) -> Vec<&str> {
    let over = |text: &str| ["解除", "なし", "引下げ", "終了"].iter().any(|word| text.contains(word));
    let names = between(item, "<Kind>", "</Kind>").into_iter().filter_map(|kind| {
        let name = kind.split_once("<Name>")?.1.split_once("</Name>")?.0;
        let said = ["Status", "Condition"]
            .iter()
            .filter_map(|tag| Some(kind.split_once(&format!("<{tag}>"))?.1.split_once('<')?.0));
        (!name.is_empty() && !over(name) && !said.into_iter().any(over)).then_some(name)
    });
    names.collect()
}

/// A second reader that knows nothing of telegrams, and looks for signs alone: whichever town an item in force names must be told
/// something, and no lower level than the name of the kind says; whoever lies in a larger area that it names, too.
#[test]
fn whoever_is_named_by_a_telegram_in_force_is_told_of_it() {
    let Some(samples) = samples() else { return };
    let (mut looked, mut silent) = (0, vec![]);
    for folder in ["jmaxml_official/sample_xmls", "jma_real_2021_p2pquake", "jma_real_2026"] {
        let paths = fs::read_dir(samples.join(folder)).unwrap().map(|entry| entry.unwrap().path());
        for path in paths.filter(|path| path.extension().is_some_and(|end| end == "xml")) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap();
            let telegram = read(&name, text.as_bytes()).unwrap();
            let skipped = matches!(telegram.kind, Kind::Other | Kind::Forewarning | Kind::Outlook);
            if skipped || telegram.run == Run::Test || telegram.act == Act::Withdrawal {
                continue;
            }
            let named = named_in(&text);
            looked += named.len();
            let untold = named.into_iter().filter(|(town, wanted)| !is_told(&telegram, town, wanted));
            silent.extend(untold.map(|(town, wanted)| format!("{name}: {town} is told nothing of {wanted:?}")));
        }
    }
    assert!(silent.is_empty(), "{} of {looked}:\n{}", silent.len(), silent.join("\n"));
    assert!(looked > 1_000, "{looked} towns were named");
}

/// Whether a town is told of something in force, and of no lower level than the kinds that name it.
fn is_told(telegram: &Telegram, town: &str, kinds: &[String]) -> bool {
    let at = telegram.issued + SignedDuration::from_mins(1);
    let told = status(std::slice::from_ref(telegram), &Town::parse(town).unwrap(), at);
    let digit = |name: &String| u32::from(name.split_once("レベル")?.1.chars().next()?).checked_sub(u32::from('０'));
    let level = kinds.iter().filter_map(digit).max();
    // Levels of volcanoes are another scale, and the older copies do not state theirs.
    let without = telegram.kind == Kind::Volcano || telegram.kind.is_old_copy();
    let as_grave = |fact: &Fact| without || level <= fact.claim.level.map(u32::from);
    told.facts.iter().chain(&told.drill).any(|fact| fact.claim.state == State::Active && as_grave(fact))
}

/// Towns, and the kinds in force that name them: by their own codes, by the larger areas and coasts of those that are known.
fn named_in(text: &str) -> Vec<(String, Vec<String>)> {
    let body = text.split_once("<Body").map(|(_, body)| body).unwrap_or_default();
    let mut named = vec![];
    for item in between(body, "<Item>", "</Item>") {
        let kinds: Vec<String> = kinds_in_force(item).into_iter().map(str::to_owned).collect();
        if kinds.is_empty() || item.contains("潮位") || item.contains("高潮予報区間") {
            continue;
        }
        let own = digits(item, "<Code>", 7)
            .into_iter()
            .filter(|code| !code.starts_with("00"))
            .map(|code| code[..5].to_owned());
        named.extend(own.take(4).map(|town| (town, kinds.clone())));
        for town in TOWNS {
            let known = Town::parse(town).unwrap();
            let coasts = known.coasts.iter().flatten();
            let coast = item.contains("<Category>")
                && coasts.into_iter().any(|coast| item.contains(&format!("<Code>{coast}</Code>")));
            if coast {
                named.push((town.to_owned(), kinds.clone()));
            }
        }
    }
    for city in between(body, "<City>", "</City>") {
        let (codes, felt) = (digits(city, "<Code>", 7), between(city, "<MaxInt>", "</MaxInt>"));
        named.extend(
            codes.first().filter(|_| !felt.is_empty()).map(|code| (code[..5].to_owned(), vec!["震度".to_owned()])),
        );
    }
    named
}
