//! A message of the satellites as a telegram, so that it is kept, put in order and told as those of the network are. A message that is sent
//! again is the same telegram.

use super::{
    About, Alert, Body, Instruction, Message, Part, Report, Sender, Targets, Unreadable, Word,
    claims::{self, keep, name_of, prefecture},
    hex, wire,
};
use crate::{
    alert::{Area, Claim, Depth, Grade, Hazard, Kind, Scheme, State, Telegram},
    clock::Now,
};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

/// Names of A4 in Japanese.
const HAZARDS: &str = include_str!("hazards.tsv");

/// One line of a log: a sentence, before which may stand when it was received (RFC 3339).
///
/// # Errors
/// [`Unreadable`] says why the line holds no message.
pub fn line(text: &str, now: Now) -> Result<(Message, Now), Unreadable> {
    let at = text.find('$').ok_or(Unreadable::Header)?;
    let (before, sentence) = text.split_at(at);
    let received = before.trim().parse().map_or(now, |at| Now { at, trusted: true });
    Ok((super::read(&wire::sentence(sentence)?, received)?, received))
}

/// The line as it is kept: with the moment at which it was received, where that is known.
pub fn logged(line: &str, received: Now) -> String {
    let sentence = line.find('$').and_then(|at| line.get(at..)).unwrap_or_default().trim();
    if received.trusted { format!("{} {sentence}", received.at) } else { sentence.to_owned() }
}

/// The message as a telegram; `None` when nothing is sent now.
pub fn telegram(message: &Message, received: Now) -> Option<Telegram> {
    let (code, claims, issued, until) = match &message.body {
        Body::Report(report) => of_report(message, report, received)?,
        Body::Alert(alert) if alert.sender == Sender::Nobody => return None,
        Body::Alert(alert) => of_alert(alert, received),
    };
    let (title, office, event) = match &message.body {
        Body::Report(report) => (report.disaster_category.ja().to_string(), "気象庁".to_owned(), event(report)),
        Body::Alert(alert) => (alert.sender.name().to_owned(), alert.a3_provider_identifier.text().into_owned(), None),
    };
    let headline = claims.first().map(|claim| claim.text.clone()).filter(|text| !text.is_empty());
    Some(Telegram {
        id: id(message, issued, received),
        code,
        kind: Kind::Satellite,
        headline: headline.unwrap_or_else(|| message.to_string()),
        title,
        run: message.run(),
        act: message.act(),
        events: event.into_iter().collect(),
        serial: None,
        issued,
        sent: received.at,
        until,
        editor: "みちびき".to_owned(),
        region: String::new(),
        office,
        depth: if claims.is_empty() { Depth::Text } else { Depth::Full },
        claims,
    })
}

/// By what was said and the day of it: a message of another year, or of the week after, says something else with the same words.
fn id(message: &Message, issued: Timestamp, received: Now) -> String {
    let day = received.trusted.then(|| issued.as_second().div_euclid(24 * 3600));
    let mut digest = Sha256::new();
    digest.update(b"qzss");
    digest.update(&message.payload);
    digest.update(day.map_or([0; 8], i64::to_be_bytes));
    hex(digest.finalize().get(..8).unwrap_or_default())
}

/// Which reports are about the same.
fn event(report: &Report) -> Option<String> {
    match &report.about {
        About::EarthquakeEarlyWarning(found) => Some(found.occurrence_time_of_earthquake.code.to_string()),
        About::Hypocenter(found) => Some(found.occurrence_time_of_earthquake.code.to_string()),
        About::SeismicIntensity(found) => Some(found.occurrence_time_of_earthquake.code.to_string()),
        About::Volcano(found) => Some(found.volcano_name.code.to_string()),
        About::AshFall(found) => Some(found.volcano_name.code.to_string()),
        About::Typhoon(found) => Some(found.typhoon_number.code.to_string()),
        _ => None,
    }
}

type Taken = (String, Vec<Claim>, Timestamp, Option<Timestamp>);

fn of_report(message: &Message, report: &Report, received: Now) -> Option<Taken> {
    let issued = report.report_time.at().unwrap_or(received.at);
    let category = report.disaster_category.code;
    let mut claims = match &report.about {
        About::NankaiTroughEarthquake(part) => vec![of_part(report, part)],
        _ => claims::of(report, message.act()),
    };
    if report.report_time.at().is_none() {
        let jst = report.report_time.jst()?;
        let said = format!("{}月{}日{}時{}分 発表", jst.month(), jst.day(), jst.hour(), jst.minute());
        for claim in &mut claims {
            keep(claim, "undated", said.clone());
        }
    }
    // What ends a warning may be missed, so none of the satellites stands for ever.
    let stands = match category {
        1 => SignedDuration::from_mins(10),
        2 | 3 => SignedDuration::from_hours(72),
        4 => SignedDuration::from_hours(24 * 14),
        8 => SignedDuration::from_hours(24 * 7),
        9 => SignedDuration::from_hours(6),
        10 if claims.iter().all(|claim| claim.name == "竜巻注意情報") => SignedDuration::from_hours(2),
        10 if claims.iter().all(|claim| claim.name == "記録的短時間大雨情報") => {
            SignedDuration::from_hours(3)
        }
        _ => SignedDuration::from_hours(24),
    };
    Some((format!("QZ{category:02}"), claims, issued, issued.checked_add(stands).ok()))
}

/// A part of a long text, under the announcement that it is a part of; put together when all is told.
fn of_part(report: &Report, part: &Part) -> Claim {
    let name = part.information_serial_code.ja();
    let of = [report.report_time.code, report.information_type.code, part.information_serial_code.code];
    let announcement = format!("{:06}-{}-{:02}-{:02}", of[0], of[1], of[2], part.total_page);
    let code = format!("{announcement}/{:02}", part.page_number);
    let mut claim = Claim::plain(
        Hazard::GreatEarthquake,
        &format!("南海トラフ地震臨時情報（{name}）"),
        Area::new(Scheme::Named, &code, ""),
    );
    (claim.grade, claim.state) = match part.information_serial_code.code {
        4 => (Grade::Danger, State::Active),
        5 => (Grade::Warning, State::Active),
        6 => (Grade::Information, State::Ended),
        _ => (Grade::Information, State::Active),
    };
    if report.information_type.code == 2 {
        claim.state = State::Withdrawn;
    }
    keep(&mut claim, "announcement", announcement);
    keep(&mut claim, "page", part.page_number.to_string());
    keep(&mut claim, "pages", part.total_page.to_string());
    keep(&mut claim, "bytes", hex(&part.text_information));
    claim
}

fn of_alert(alert: &Alert, received: Now) -> Taken {
    // What has begun counts from its beginning, what has not from now.
    let onset = alert.a6a7_hazard_onset.at();
    let issued = onset.filter(|onset| *onset <= received.at).unwrap_or(received.at);
    let hours = match alert.camf.a8 {
        1 => 6,
        2 => 12,
        _ => 24,
    };
    let until = onset.unwrap_or(received.at).checked_add(SignedDuration::from_hours(hours)).ok();
    let code = match alert.sender {
        Sender::JAlert => "QZJ",
        Sender::LAlert => "QZL",
        Sender::Municipality => "QZM",
        _ => "QZX",
    };
    let claims = areas(alert).into_iter().map(|area| of_area(alert, area)).collect();
    (code.to_owned(), claims, issued, until)
}

fn areas(alert: &Alert) -> Vec<Area> {
    let prefectures = |words: &[Word]| {
        let number = |word: &Word| u64::from(word.code.trailing_zeros()) + 1;
        words.iter().map(|word| prefecture(number(word), &name_of(number(word)))).collect()
    };
    match (&alert.ex9_target_areas, &alert.ex1_target_area) {
        (Some(Targets::Prefectures(words)), _) => prefectures(words),
        (Some(Targets::Municipalities(words)), _) => words.iter().map(municipality).collect(),
        (None, Some(word)) if word.code != 0 => vec![municipality(word)],
        // An ellipse, or another country: by its name alone.
        _ => vec![Area::new(Scheme::Named, "", &alert.a2_country_region_name.text())],
    }
}

/// 5 digits, of which the last three are zero for a whole prefecture.
fn municipality(word: &Word) -> Area {
    match (word.code / 1000, word.code % 1000) {
        (number, 0) => prefecture(number, &word.text()),
        _ => Area::new(Scheme::City, &format!("{:05}00", word.code), &word.text()),
    }
}

fn of_area(alert: &Alert, area: Area) -> Claim {
    let hazard = alert.camf.a4.to_string();
    let named = HAZARDS.lines().find_map(|line| line.strip_prefix(&*hazard)?.strip_prefix('\t'));
    let name = match (alert.sender, alert.camf.a4) {
        (Sender::LAlert | Sender::Municipality, 0) => "避難などの知らせ",
        (Sender::JAlert, 0) => "国民保護などの知らせ",
        _ => &named.map_or_else(|| alert.a4_hazard_type.text(), Into::into),
    };
    let mut claim = Claim::plain(kind_of(alert.camf.a4), name, area);
    claim.code = hazard;
    claim.grade = match alert.camf.a5 {
        3 => Grade::Emergency,
        2 => Grade::Danger,
        1 => Grade::Warning,
        _ => Grade::Advisory,
    };
    if alert.camf.a1 == 3 {
        claim.state = State::Ended;
    }
    claim.text = match &alert.a11_instruction {
        Instruction::Japanese { instruction } if instruction.code != 0 => instruction.text().into_owned(),
        Instruction::International { a, b, .. } => format!("{} {}", a.text(), b.text()).trim().to_owned(),
        _ => String::new(),
    };
    if let Some(ellipse) = &alert.main_ellipse {
        keep(
            &mut claim,
            "ellipse",
            format!("{} {} {} km", ellipse.latitude, ellipse.longitude, ellipse.semi_major_axis),
        );
    }
    if let Some(way) = &alert.ex2_evacuate_direction_type {
        keep(&mut claim, "direction", way.text());
    }
    claim
}

/// A4 among the hazards that are known here.
const fn kind_of(a4: u64) -> Hazard {
    match a4 {
        36 => Hazard::Earthquake,
        43 | 44 => Hazard::Tsunami,
        32 | 40 | 41 | 45 | 46 => Hazard::Volcano,
        35 | 39 => Hazard::Landslide,
        68 | 83 | 84 => Hazard::Flood,
        62 | 47 => Hazard::StormSurge,
        74 => Hazard::HeavyRain,
        76 => Hazard::HeavySnow,
        75 => Hazard::Snowstorm,
        77 => Hazard::Storm,
        79 => Hazard::Tornado,
        72 => Hazard::Thunder,
        33 => Hazard::Avalanche,
        69 => Hazard::Fog,
        80 | 82 => Hazard::Typhoon,
        _ => Hazard::Other,
    }
}
