//! How long telegrams take: read and reduced from bytes; a folder of them ingested; ten thousand replayed from what is stored; and a year of
//! them on disk: its size under retention, and how soon a kiosk that begins knows what stands. Run with `cargo bench --bench alert`. The
//! telegrams are made by hand, in the sizes of real ones; with ENGAWA_SAMPLES the folder is that of real ones. Fails when a limit is missed.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints what it measured")]

#[path = "shared/bench.rs"]
mod bench;

use engawa::{
    alert::{Telegram, Town, read, status},
    clock::Now,
    store::{Received, StoreError, Telegrams},
};
use jiff::{SignedDuration, Timestamp};
use std::{
    collections::HashSet,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

/// Megabytes (10⁶) a second of XML that become facts, at least.
const PACE: f64 = 15.0;
/// Bytes on disk of a year, at most.
const YEAR: u64 = 500_000_000;

fn main() -> ExitCode {
    bench::judged(run)
}

fn run() -> Result<bool, Box<dyn Error>> {
    let all = [pace()?, folder()?, replay()?, year()?];
    Ok(all.iter().all(|good| *good))
}

/// From bytes to what stands for a town.
fn pace() -> Result<bool, Box<dyn Error>> {
    let files: Vec<(String, String)> =
        (0..1_200).map(|n| if n % 3 == 0 { quake(n, start()) } else { rain(n, start(), 25) }).collect();
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    let town = Town::parse("09209").ok_or("no town")?;
    let mut best = Duration::MAX;
    for _ in 0..3 {
        let started = now();
        let telegrams: Vec<Telegram> =
            files.iter().map(|(name, text)| read(name, text.as_bytes())).collect::<Result<_, _>>()?;
        let told = status(&telegrams, &town, start());
        best = best.min(started.elapsed());
        if told.facts.is_empty() {
            return Err("nothing stands".into());
        }
    }
    let pace = bytes as f64 / 1e6 / best.as_secs_f64();
    println!("{} telegrams of {bytes} bytes read and reduced: {pace:.1} MB/s (limit {PACE} MB/s)", files.len());
    Ok(pace >= PACE)
}

/// As `engawa alert ingest` does: read, kept as they came and as they were read, on disk for good.
fn folder() -> Result<bool, Box<dyn Error>> {
    let files = match std::env::var_os("ENGAWA_SAMPLES") {
        Some(samples) => samples_of(Path::new(&samples))?,
        None => (0..420).map(|n| rain(n, start(), 120)).map(|(name, text)| (name, text.into_bytes())).collect(),
    };
    let home = tempfile::tempdir()?;
    let started = now();
    let mut store = Telegrams::open(home.path())?;
    let mut kept = 0;
    for some in files.chunks(256) {
        let telegrams: Vec<(&str, &[u8], Telegram)> = some
            .iter()
            .filter_map(|(name, raw)| Some((name.as_str(), raw.as_slice(), read(name, raw).ok()?)))
            .collect();
        let received: Vec<Received<'_>> =
            telegrams.iter().map(|(file, raw, telegram)| Received { file, raw, telegram }).collect();
        kept += store.keep(&received, at(start()))?;
    }
    let bytes: usize = files.iter().map(|(_, raw)| raw.len()).sum();
    Ok(tell(
        &format!("a folder of {kept} telegrams, {bytes} bytes, ingested"),
        started.elapsed(),
        Duration::from_secs(4),
    ))
}

/// The name of a file, and what is in it.
type Named = (String, Vec<u8>);

fn samples_of(samples: &Path) -> Result<Vec<Named>, Box<dyn Error>> {
    let mut paths: Vec<PathBuf> = vec![];
    for folder in ["jmaxml_official/sample_xmls", "jma_real_2021_p2pquake", "jma_real_2026"] {
        paths.extend(fs::read_dir(samples.join(folder))?.flatten().map(|entry| entry.path()));
    }
    paths.retain(|path| path.extension().is_some_and(|end| end == "xml"));
    paths.sort();
    Ok(paths
        .iter()
        .map(|path| Ok((path.display().to_string(), fs::read(path)?)))
        .collect::<Result<_, std::io::Error>>()?)
}

/// Ten thousand, from the extracts on disk to what stands.
fn replay() -> Result<bool, Box<dyn Error>> {
    let home = tempfile::tempdir()?;
    let mut store = Telegrams::open(home.path())?;
    let minute = |n: u32| start() - SignedDuration::from_mins(i64::from(10_000 - n));
    many(&mut store, (0..10_000).map(|n| (n, minute(n), at(minute(n)))))?;
    let town = Town::parse("09209").ok_or("no town")?;
    let started = now();
    let telegrams = store.all()?;
    let told = status(&telegrams, &town, start());
    let took = started.elapsed();
    let what = format!("{} telegrams replayed from what is stored, {} facts", telegrams.len(), told.facts.len());
    Ok(tell(&what, took, Duration::from_secs(2)))
}

/// A year of a busy town: a telegram every twenty minutes, of them two a day of the largest kind, swept every day.
fn year() -> Result<bool, Box<dyn Error>> {
    let home = tempfile::tempdir()?;
    let mut store = Telegrams::open(home.path())?;
    let begins = start() - SignedDuration::from_hours(24 * 400);
    for day in 0..400_u32 {
        let morning = begins + SignedDuration::from_hours(i64::from(day) * 24);
        let minute = |n: u32| morning + SignedDuration::from_mins(i64::from(n) * 20);
        many(&mut store, (0..72).map(|n| (day * 72 + n, minute(n), at(minute(n)))))?;
        large(&mut store, day, morning)?;
        store.sweep(at(morning + SignedDuration::from_hours(24)))?;
    }
    let kept = store.all()?.len();
    let bytes = store.bytes()?;
    drop(store);
    let disk: u64 = fs::read_dir(home.path())?.flatten().filter_map(|entry| Some(entry.metadata().ok()?.len())).sum();
    println!("400 days of telegrams: {kept} kept, {bytes} bytes used, {disk} on disk (limit {YEAR})");
    let started = now();
    let store = Telegrams::open(home.path())?;
    let opened = started.elapsed();
    let recent = store.unknown(&HashSet::new())?;
    let town = Town::parse("09209").ok_or("no town")?;
    let told = status(&recent, &town, start());
    let took = started.elapsed();
    let opened = tell("a database with a year of telegrams opened", opened, Duration::from_millis(20));
    let what =
        format!("what stands ({} facts) known to a kiosk that begins with a year of telegrams", told.facts.len());
    Ok(tell(&what, took, Duration::from_secs(2)) && opened && disk < YEAR)
}

/// Small ones with their bytes.
fn many(store: &mut Telegrams, all: impl Iterator<Item = (u32, Timestamp, Now)>) -> Result<(), Box<dyn Error>> {
    let mut some: Vec<(String, String, Telegram, Now)> = vec![];
    for (n, issued, now) in all {
        let (name, text) = if n % 3 == 0 { quake(n, issued) } else { rain(n, issued, 25) };
        let telegram = read(&name, text.as_bytes())?;
        some.push((name, text, telegram, now));
        if some.len() == 256 {
            put(store, &some)?;
            some.clear();
        }
    }
    put(store, &some)?;
    Ok(())
}

fn put(store: &mut Telegrams, some: &[(String, String, Telegram, Now)]) -> Result<(), StoreError> {
    let received: Vec<Received<'_>> =
        some.iter().map(|(file, text, telegram, _)| Received { file, raw: text.as_bytes(), telegram }).collect();
    let Some((.., now)) = some.last() else { return Ok(()) };
    store.keep(&received, *now).map(drop)
}

/// 時系列情報: 300 kB each, twice a day.
fn large(store: &mut Telegrams, day: u32, issued: Timestamp) -> Result<(), Box<dyn Error>> {
    let some = (0..2).map(|n| {
        let (name, text) = rain(1_000_000 + day * 2 + n, issued, 800);
        let telegram = read(&name, text.as_bytes())?;
        Ok::<_, Box<dyn Error>>((name, text, telegram, at(issued)))
    });
    Ok(put(store, &some.collect::<Result<Vec<_>, _>>()?)?)
}

fn tell(what: &str, took: Duration, limit: Duration) -> bool {
    println!("{what}: {took:.3?} (limit {limit:?})");
    took <= limit
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the machine's clock")]
fn now() -> Instant {
    Instant::now()
}

fn at(at: Timestamp) -> Now {
    Now { at, trusted: true }
}

fn start() -> Timestamp {
    Timestamp::from_second(1_795_000_000).unwrap_or_default()
}

/// Numbers that look like chance, the same on every run.
const fn dice(n: u32) -> u32 {
    (n.wrapping_mul(2_654_435_761) >> 7) % 997
}

fn envelope(title: &str, n: u32, issued: Timestamp, event: &str, space: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Report xmlns=\"http://xml.kishou.go.jp/jmaxml1/\"><Control><Title>{title}</Title>\
         <DateTime>{issued}</DateTime><Status>通常</Status><EditorialOffice>見本地方気象台</EditorialOffice>\
         <PublishingOffice>見本地方気象台</PublishingOffice></Control><Head xmlns=\"http://xml.kishou.go.jp/jmaxml1/informationBasis1/\">\
         <Title>{title}</Title><ReportDateTime>{issued}</ReportDateTime><EventID>{event}</EventID><InfoType>発表</InfoType><Serial/>\
         <Headline><Text>大雨に警戒してください。（{n}）</Text></Headline></Head>\
         <Body xmlns=\"http://xml.kishou.go.jp/jmaxml1/body/{space}/\">{body}</Body></Report>"
    )
}

/// 大雨警報・注意報 of so many municipalities.
fn rain(n: u32, issued: Timestamp, towns: u32) -> (String, String) {
    let mut body = "<Warning type=\"気象警報・注意報（市町村等）\">".to_owned();
    for town in 0..towns {
        let (name, code) = if dice(n + town).is_multiple_of(2) {
            ("レベル３大雨警報", "03")
        } else {
            ("レベル２大雨注意報", "10")
        };
        let number = 900_000 + 100 * (town + 201);
        writeln!(
            body,
            "<Item><Kind><Name>{name}</Name><Code>{code}</Code><Status>発表</Status><Property><Type>雨</Type><Text>１時間に最大{}ミリ\
             </Text></Property></Kind><Area><Name>見本{town}市</Name><Code>{number:07}</Code></Area>\
             <ChangeStatus>警報・注意報種別に変化有</ChangeStatus><FullStatus>全域</FullStatus></Item>",
            dice(n * 31 + town)
        )
        .ok();
    }
    body.push_str("</Warning>");
    let text = envelope("気象警報・注意報（Ｒ０６）（大雨）", n, issued, "", "meteorology1", &body);
    (format!("20261121000000_{n}_VPWW55_090000.xml"), text)
}

/// 震源・震度 of forty municipalities.
fn quake(n: u32, issued: Timestamp) -> (String, String) {
    let mut body = format!(
        "<Earthquake><OriginTime>{issued}</OriginTime><Hypocenter><Area><Name>茨城県南部</Name><Code type=\"震央地名\">301</Code></Area>\
         </Hypocenter></Earthquake><Intensity><Observation><MaxInt>4</MaxInt><Pref><Name>栃木県</Name><Code>09</Code><MaxInt>4</MaxInt>\
         <Area><Name>栃木県南部</Name><Code>311</Code><MaxInt>4</MaxInt>"
    );
    for town in 0..40 {
        let (code, intensity) = (900_000 + 100 * (town + 201), 1 + dice(n + town) % 4);
        writeln!(
            body,
            "<City><Name>見本{town}市</Name><Code>{code:07}</Code><MaxInt>{intensity}</MaxInt><IntensityStation>\
             <Name>見本{town}市役所＊</Name><Code>{code:07}</Code><Int>{intensity}</Int></IntensityStation></City>"
        )
        .ok();
    }
    body.push_str("</Area></Pref></Observation></Intensity>");
    let event = format!("2026{n:010}");
    (
        format!("20261121000000_{n}_VXSE53_010000.xml"),
        envelope("震源・震度に関する情報", n, issued, &event, "seismology1", &body),
    )
}
