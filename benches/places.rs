//! How long places take: 10,000 rows of a file read; 10,000 places kept, and with readings and index; what is near among them; a search among
//! them; how soon files that are no tables are refused, with the old places kept. Run with `cargo bench --bench places`; readings are measured
//! where `script/voice` has made its dictionary. Fails when a limit is missed.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    reason = "a benchmark prints what it measured, and may stop where it stands"
)]

#[path = "shared/bench.rs"]
mod bench;

use engawa::{
    clock::SystemClock,
    content::{NoReadings, Readings},
    job::Wanted,
    place::{Hazard, Kind, LatLon, Place},
    store::{PlaceFile, Store},
    voice::FrontEnd,
    words::Tongue,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fmt::Write as _,
    path::Path,
    process::{Command, ExitCode},
    sync::Arc,
    time::{Duration, Instant},
};

const PLACES: u32 = 10_000;
/// As many as the kiosk lists.
const LISTED: usize = 24;

fn main() -> ExitCode {
    bench::judged(run)
}

fn run() -> Result<bool, Box<dyn Error>> {
    let home = tempfile::tempdir()?;
    let (mut store, _) = Store::open(home.path(), Arc::new(SystemClock::new(true)))?;
    let parsed = parse()?;
    let plain = keep(&mut store, "readings in the data", &town(true), &NoReadings)?;
    let again = keep(&mut store, "the same again, in place of the old", &town(true), &NoReadings)?;
    let folder = std::env::var_os("ENGAWA_VOICE").unwrap_or_else(|| "target/voice".into());
    let read = match FrontEnd::load(Path::new(&folder)) {
        Ok(front) => keep(&mut store, "readings by the front end", &town(false), &front)?,
        Err(err) => {
            println!("no readings measured: {err}");
            true
        }
    };
    Ok([parsed, plain, again, read, near(&store)?, search(&store)?, refused()?].iter().all(|good| *good))
}

/// From the bytes of a town's file to places, with a repair in every row.
fn parse() -> Result<bool, Box<dyn Error>> {
    let mut text =
        "市区町村コード,NO,名称,名称_カナ,住所,緯度,経度,電話番号,災害種別_洪水,災害種別_地震,想定収容人数,備考\n"
            .to_owned();
    for (n, place) in (1..).zip(town(true)) {
        let (lat, lon) = place.at.map_or((0.0, 0.0), |at| (at.lat, at.lon));
        let (name, kana, address) = (&place.name, &place.kana, &place.address);
        writeln!(text, "92096,{n},{name},{kana},{address},{lat:.6},{lon:.6},（０２８５）００－０００１,○,,３００人,")?;
    }
    let started = now();
    let import =
        engawa::place::import("evacuation_space.csv", text.as_bytes(), None, None).map_err(|err| err.why.en)?;
    let took = started.elapsed();
    let (rows, mended) = (import.taken, import.repaired.len());
    Ok(tell(&format!("{rows} rows of {} bytes read, {mended} repairs", text.len()), took, Duration::from_millis(500)))
}

/// Into a database on disk, with everything that a town's file brings along: kept first, which is when they are safe and shown; then read
/// and put into the index of the search.
fn keep(store: &mut Store, what: &str, places: &[Place], readings: &dyn Readings) -> Result<bool, Box<dyn Error>> {
    let started = now();
    store.keep_places(&PlaceFile { source: "town.csv", made_from: what.as_bytes(), places, read: None })?;
    let kept = started.elapsed();
    store.read_places(readings)?;
    let all = started.elapsed();
    let kept = tell(&format!("{PLACES} places kept ({what})"), kept, Duration::from_millis(500));
    Ok(tell(&format!("{PLACES} places kept, read and indexed ({what})"), all, Duration::from_secs(2)) && kept)
}

/// The slowest of several questions, each the best of several tries.
fn near(store: &Store) -> Result<bool, Box<dyn Error>> {
    let mut good = true;
    for (lat, lon, from, limit_ms) in
        [(36.5, 139.9, "in the middle", 1), (36.41, 139.81, "at the edge", 1), (43.06, 141.35, "far away", 10)]
    {
        for (kind, hazard) in [
            (None, None),
            (Some(Kind::EmergencySite), None),
            (Some(Kind::EmergencySite), Some(Hazard::Flood)),
            (Some(Kind::Water), None),
        ] {
            let wanted = Wanted { kind, hazard, from: LatLon::new(lat, lon), limit: LISTED };
            let mut best = Duration::MAX;
            for _ in 0..20 {
                let started = now();
                store.near(&wanted)?;
                best = best.min(started.elapsed());
            }
            good &= tell(&format!("near, {from}, {kind:?} {hazard:?}"), best, Duration::from_millis(limit_ms));
        }
    }
    Ok(good)
}

fn search(store: &Store) -> Result<bool, Box<dyn Error>> {
    let mut good = true;
    for typed in ["ちゅうおう", "中央公園", "トイレ", "といれ", "ひ", "小学校 東", "本町"] {
        let mut best = Duration::MAX;
        for _ in 0..5 {
            let started = now();
            store.search(typed, &Tongue::JA, 12)?;
            best = best.min(started.elapsed());
        }
        good &= tell(&format!("search {typed}"), best, Duration::from_millis(10));
    }
    Ok(good)
}

/// Files that nobody should have chosen, through the command line as staff would import them: each is refused at once, and what was near before is
/// near after.
fn refused() -> Result<bool, Box<dyn Error>> {
    const MB: usize = 1_000_000;
    let home = tempfile::tempdir()?;
    let file = |name: &str| home.path().join(name);
    std::fs::write(file("aed.csv"), "名称,住所,緯度,経度,設置位置\n本町公民館,本町1,36.5,139.9,受付\n")?;
    let (status, _, _) = engawa(home.path(), &["import", &file("aed.csv").display().to_string()])?;
    let (_, before, _) = engawa(home.path(), &["near", "36.5,139.9", "--json"])?;
    if !status || !before.contains("本町公民館") {
        return Err("the first places are not kept".into());
    }
    let head = "名称,住所,緯度,経度,設置位置\n";
    let mut dice = Dice(7);
    let noise: Vec<u8> = (0..100 * MB / 8).flat_map(|_| dice.next().to_le_bytes()).collect();
    let cases: [(&str, Vec<u8>); 9] = [
        ("100 MB of rows", format!("{head}{}", "公民館,本町1,36.5,139.9,受付\n".repeat(100 * MB / 40)).into_bytes()),
        ("100 MB in one line", [head.as_bytes(), &vec![b'a'; 100 * MB]].concat()),
        ("30 MB in one line", [head.as_bytes(), &vec![b'a'; 30 * MB]].concat()),
        ("100 MB of noise", noise.clone()),
        ("30 MB of noise", noise.get(..30 * MB).unwrap_or_default().to_vec()),
        ("30 MB of zeros", vec![0; 30 * MB]),
        ("30 MB in a quote never closed", [head.as_bytes(), b"\"", &b"a,b\n".repeat(30 * MB / 4)].concat()),
        ("30 MB of brackets", vec![b'['; 30 * MB]),
        ("30 MB of commas", vec![b','; 30 * MB]),
    ];
    let mut good = true;
    for (what, bytes) in cases {
        std::fs::write(file("aed.csv"), bytes)?;
        good &= refusal(what, home.path(), &file("aed.csv").display().to_string())?;
    }
    if Path::new("/dev/zero").exists() {
        good &= refusal("/dev/zero", home.path(), "/dev/zero")?;
    }
    let (_, after, _) = engawa(home.path(), &["near", "36.5,139.9", "--json"])?;
    println!("the places from before are there as they were: {}", before == after);
    Ok(good && before == after)
}

fn refusal(what: &str, home: &Path, file: &str) -> Result<bool, Box<dyn Error>> {
    let started = now();
    let (status, _, err) = engawa(home, &["import", file])?;
    let took = started.elapsed();
    println!("  {}", err.lines().next().unwrap_or("nothing was said").trim());
    Ok(tell(&format!("{what} refused"), took, Duration::from_secs(1)) && !status && !err.contains("panicked"))
}

/// `engawa place …` with a home of its own: whether it went well, and what it said.
fn engawa(home: &Path, args: &[&str]) -> Result<(bool, String, String), Box<dyn Error>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_engawa"));
    let out = command.arg("place").args(args).arg("--home").arg(home).args(["--voice", "/nonexistent"]).output()?;
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    Ok((out.status.success(), text(&out.stdout), text(&out.stderr)))
}

fn tell(what: &str, took: Duration, limit: Duration) -> bool {
    println!("{what}: {took:.3?} (limit {limit:?})");
    took <= limit
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the machine's clock")]
fn now() -> Instant {
    Instant::now()
}

/// A town of 20 km by 20 km; one place in 200 gives water, the others are of all kinds. With the readings in the data or without.
fn town(is_read: bool) -> Vec<Place> {
    let mut dice = Dice(42);
    (0..PLACES)
        .map(|n| {
            let ((first, first_kana), (second, second_kana)) = (dice.pick(FIRST), dice.pick(SECOND));
            let kind = if n % 200 == 0 { Kind::Water } else { dice.pick(&Kind::ALL[..9]) };
            let (north, east) = (dice.part() * 0.18, dice.part() * 0.22);
            let hazards: BTreeSet<_> = Hazard::ALL.into_iter().filter(|_| dice.part() < 0.5).collect();
            place(
                format!("{}/{n}", kind.name()),
                kind,
                [format!("{first}{second}{n}号"), format!("{first_kana}{second_kana}{n}ゴウ")],
                format!("見本県でもし{}{}丁目{}番地の{}", dice.pick(STREETS), n % 5 + 1, n % 97 + 1, n % 7 + 1),
                LatLon::new(36.41 + north, 139.81 + east),
                hazards,
            )
        })
        .map(|place| if is_read { place } else { Place { kana: String::new(), ..place } })
        .collect()
}

fn place(
    id: String,
    kind: Kind,
    [name, kana]: [String; 2],
    address: String,
    at: Option<LatLon>,
    hazards: BTreeSet<Hazard>,
) -> Place {
    Place {
        id,
        kind,
        name,
        kana,
        number: String::new(),
        name_en: String::new(),
        address,
        building: "1階".to_owned(),
        inside: String::new(),
        at,
        altitude_m: None,
        town: "000001".to_owned(),
        town_name: String::new(),
        not_for: Hazard::ALL.into_iter().filter(|hazard| !hazards.contains(hazard)).collect(),
        hazards,
        partly: BTreeMap::new(),
        also_other: false,
        capacity: Some(300),
        for_whom: String::new(),
        phone: "000-000-0000".to_owned(),
        hours: "9時から17時".to_owned(),
        url: String::new(),
        details: vec![],
        notes: vec!["車いすの 入口は 東に あります".to_owned()],
        status: None,
        row: 2,
    }
}

/// A small generator (xorshift), so that the town never changes.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        for (left, shift) in [(true, 13), (false, 7), (true, 17)] {
            self.0 ^= if left { self.0 << shift } else { self.0 >> shift };
        }
        self.0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        let at = usize::try_from(self.next() >> 33).unwrap_or_default() % from.len();
        *from.get(at).or(from.first()).expect("the lists above hold something")
    }

    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        f64::from(u32::try_from(self.next() >> 32).unwrap_or_default()) / f64::from(u32::MAX)
    }
}

const FIRST: &[(&str, &str)] = &[
    ("中央", "チュウオウ"),
    ("東山", "ヒガシヤマ"),
    ("西の森", "ニシノモリ"),
    ("南原", "ミナミハラ"),
    ("北原", "キタハラ"),
    ("若葉台", "ワカバダイ"),
    ("大沢", "オオサワ"),
    ("川原", "カワラ"),
];

const STREETS: &[&str] = &[
    "本町",
    "若葉台",
    "大字東山字北原",
    "台町",
    "荒町",
    "並木町",
    "下高間木",
    "高勢町",
    "熊倉町",
    "長田",
    "西郷",
    "八木岡",
];

const SECOND: &[(&str, &str)] = &[
    ("公園", "コウエン"),
    ("小学校", "ショウガッコウ"),
    ("中学校", "チュウガッコウ"),
    ("公民館", "コウミンカン"),
    ("病院", "ビョウイン"),
    ("コミュニティセンター", "コミュニティセンター"),
    ("広場", "ヒロバ"),
    ("駅前のトイレ", "エキマエノトイレ"),
];
