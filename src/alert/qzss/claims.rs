//! Messages of 気象庁 → claims: what each says of which areas, in the words of its tables. Warnings of the satellites name no level, so none
//! is told; a grade only puts them in order.

use super::{
    About, Report, Word, names,
    quake::{Forewarning, Intensity, Source},
    tsunami::{Coast, Tsunami},
    typhoon::Typhoon,
    volcano::{Ash, Volcano},
    weather::{Flood, Weather},
};
use crate::alert::{Act, Area, Claim, Grade, Hazard, Scheme, State, code, quake};

pub(super) fn keep(claim: &mut Claim, name: &str, value: impl Into<String>) {
    claim.fields.push((name.to_owned(), value.into()));
}

/// What a report claims; parts of a long text are no claims yet.
pub(super) fn of(report: &Report, act: Act) -> Vec<Claim> {
    let mut claims = match &report.about {
        About::EarthquakeEarlyWarning(found) => forewarning(found),
        About::Hypocenter(found) => vec![source(found)],
        About::SeismicIntensity(found) => intensities(found),
        About::Tsunami(found) => found.forecasts.iter().map(|coast| tsunami(found, coast)).collect(),
        About::Volcano(found) => volcano(found),
        About::AshFall(found) => ash(found),
        About::Weather(found) => weather(found),
        About::Flood(found) => flood(found),
        About::Typhoon(found) => vec![typhoon(found)],
        About::Marine(found) => found.seas.iter().map(sea).collect(),
        About::NankaiTroughEarthquake(_) | About::NorthwestPacificTsunami(_) => vec![],
    };
    if act == Act::Withdrawal {
        for claim in &mut claims {
            claim.state = State::Withdrawn;
        }
    }
    claims
}

fn said(words: &[Word]) -> String {
    words.iter().map(Word::text).collect::<Vec<_>>().join("\n")
}

/// A prefecture by its number, under the name by which it is spoken of.
pub(super) fn prefecture(number: u64, name: &str) -> Area {
    Area::new(Scheme::Prefecture, &format!("{number:02}"), name)
}

/// A municipality by 6 or 7 digits; 「その他の市町村」 stands for its prefecture.
fn municipality(word: &Word) -> Area {
    match (word.code / 100_000, word.code % 100_000) {
        (number, 99_999) => prefecture(number, &word.text()),
        _ => Area::new(Scheme::City, &format!("{:07}", word.code), &word.text()),
    }
}

/// Prefectures of the regions of 緊急地震速報 (IS-QZSS-DCR-017, table 4.1.2-10).
fn of_region(region: u64) -> Vec<u64> {
    match region {
        1..=4 | 57 => vec![1],
        5..=16 => vec![region - 3],
        17 | 18 | 60 | 61 => vec![13],
        19..=51 => vec![region - 5],
        52 | 69 => vec![46],
        53..=56 | 70 => vec![47],
        58 => (2..=7).collect(),
        59 => (8..=14).collect(),
        62 => (15..=18).collect(),
        63 => vec![19, 20],
        64 => (21..=24).collect(),
        65 => (25..=30).collect(),
        66 => (31..=35).collect(),
        67 => (36..=39).collect(),
        68 => (40..=46).collect(),
        _ => (1..=47).collect(),
    }
}

fn forewarning(found: &Forewarning) -> Vec<Claim> {
    let place = format!("震央　{}　マグニチュード{}", found.seismic_epicenter.ja(), found.magnitude.ja());
    let text = format!("{}\n{place}", said(&found.notifications_on_disaster_prevention));
    let areas = found
        .eew_forecast_regions
        .iter()
        .flat_map(|region| of_region(region.code).into_iter().map(|number| prefecture(number, &region.ja())));
    let mut claims: Vec<Claim> = Vec::new();
    for area in areas {
        // The small regions come first, and those round them say nothing more.
        if claims.iter().any(|claim| claim.area.code == area.code) {
            continue;
        }
        let mut claim = Claim::plain(Hazard::Earthquake, "緊急地震速報", area);
        claim.grade = Grade::Emergency;
        claim.text.clone_from(&text);
        keep(&mut claim, "hypocenter", found.seismic_epicenter.ja());
        keep(&mut claim, "magnitude", found.magnitude.ja());
        origin(&mut claim, found.occurrence_time_of_earthquake);
        claims.push(claim);
    }
    claims
}

fn origin(claim: &mut Claim, time: super::Time) {
    if let Some(at) = time.at() {
        keep(claim, "origin", at.to_string());
    }
}

fn source(found: &Source) -> Claim {
    let place = found.seismic_epicenter.ja();
    let mut claim = Claim::plain(Hazard::Earthquake, "震源に関する情報", Area::new(Scheme::Named, "", &place));
    let magnitude = found.magnitude.ja();
    let whole = format!(
        "{place}　{}　深さ{}　マグニチュード{magnitude}",
        found.coordinates_of_hypocenter.text(),
        found.depth_of_hypocenter.ja()
    );
    let text = format!("{}\n{whole}", said(&found.notifications_on_disaster_prevention));
    text.trim().clone_into(&mut claim.text);
    keep(&mut claim, "hypocenter", place);
    keep(&mut claim, "magnitude", magnitude);
    origin(&mut claim, found.occurrence_time_of_earthquake);
    claim
}

fn intensities(found: &Intensity) -> Vec<Claim> {
    let of = |(intensity, place): &(Word, Word)| {
        let written = ["4", "5-", "5+", "6-", "6+", "7"];
        let number = usize::try_from(intensity.code).ok().and_then(|code| code.checked_sub(2));
        let known = number.and_then(|number| written.get(number));
        let name =
            known.map_or_else(|| format!("震度{}", quake::wide(&intensity.ja())), |known| quake::intensity(known));
        let mut claim = Claim::plain(Hazard::Earthquake, &name, prefecture(place.code, &place.ja()));
        claim.grade = known.map_or(Grade::Information, |known| quake::grade(known));
        claim.text = format!("{}で {name}", place.ja());
        keep(&mut claim, "intensity", known.map_or_else(|| intensity.ja(), |known| (*known).into()));
        origin(&mut claim, found.occurrence_time_of_earthquake);
        claim
    };
    found.seismic_intensities.iter().map(of).collect()
}

fn tsunami(found: &Tsunami, coast: &Coast) -> Claim {
    let area = Area::new(Scheme::Coast, &format!("{:03}", coast.region.code), &coast.region.ja());
    let mut claim = Claim::plain(Hazard::Tsunami, &found.tsunami_warning_code.ja(), area);
    (claim.grade, claim.state) = match found.tsunami_warning_code.code {
        1 | 2 => (Grade::Information, State::Ended),
        3 => (Grade::Danger, State::Active),
        4 | 5 => (Grade::Emergency, State::Active),
        // Not known: something to heed.
        _ => (Grade::Advisory, State::Active),
    };
    claim.text = said(&found.notifications_on_disaster_prevention);
    match coast.arrival.time.at() {
        Some(at) => keep(&mut claim, "first_wave", at.to_string()),
        None => keep(&mut claim, "first_wave_condition", coast.arrival.kind.ja()),
    }
    keep(&mut claim, "max_height", quake::wide(&coast.height.ja()));
    claim
}

fn volcano(found: &Volcano) -> Vec<Claim> {
    let name = format!("{}　{}", found.volcano_name.ja(), found.volcanic_warning_code.ja());
    let of = |area| {
        let mut claim = Claim::plain(Hazard::Volcano, &name, area);
        (claim.grade, claim.state) = match found.volcanic_warning_code.code {
            14 | 15 | 24 | 25 => (Grade::Emergency, State::Active),
            12 | 13 | 22 | 23 | 36 | 52 | 62 => (Grade::Warning, State::Active),
            11 | 21 | 35 => (Grade::Information, State::Ended),
            _ => (Grade::Advisory, State::Active),
        };
        claim.text.clone_from(&name);
        keep(&mut claim, "volcano", found.volcano_name.ja());
        claim
    };
    found.local_governments.iter().map(|town| of(municipality(town))).collect()
}

fn ash(found: &Ash) -> Vec<Claim> {
    let of = |there: &super::AshThere| {
        let name = format!("{}　降灰予報（{}）", found.volcano_name.ja(), found.ash_fall_warning_type.ja());
        let mut claim = Claim::plain(Hazard::Volcano, &name, municipality(&there.local_government));
        claim.grade = if there.ash_fall_warning_code.code == 3 { Grade::Warning } else { Grade::Advisory };
        claim.text = format!("{}（{}）", there.ash_fall_warning_code.ja(), there.expected_ash_fall_time.ja());
        claim
    };
    found.forecasts.iter().map(of).collect()
}

fn weather(found: &Weather) -> Vec<Claim> {
    let ended = found.weather_warning_state.code == 2;
    let of = |one: &super::Warned| {
        let (kind, region) = (&one.weather_related_disaster_sub_category, &one.weather_forecast_region);
        let area = Area::weather(&format!("{:06}", region.code), &region.ja());
        let (by_name, grade) = code::by_name(&kind.ja());
        // All of them in one, and the bulletin that stands beside a warning of rain: told by their names.
        let hazard = if matches!(kind.code, 7 | 21) { Hazard::Weather } else { by_name };
        let mut claim = Claim::plain(hazard, &kind.ja(), area);
        claim.grade = grade.max(Grade::Advisory);
        claim.state = if ended { State::Ended } else { State::Active };
        claim.text = format!("{}（{}）　{}", kind.ja(), found.weather_warning_state.ja(), region.ja());
        claim
    };
    found.warnings.iter().map(of).collect()
}

/// Prefectures that a river of a code may concern: its own, or those of its region.
fn along(code: u64) -> Vec<u64> {
    match code / 10_000_000_000 {
        own @ 1..=47 => vec![own],
        80 => vec![47],
        81 => vec![1],
        82 => (2..=7).collect(),
        83 => (8..=14).chain([19, 20]).collect(),
        84 => (15..=18).chain([7, 20]).collect(),
        85 => (20..=24).collect(),
        86 => (24..=30).chain([18]).collect(),
        87 => (31..=35).collect(),
        88 => (36..=39).collect(),
        89 => (40..=46).collect(),
        _ => vec![],
    }
}

fn flood(found: &Flood) -> Vec<Claim> {
    let of = |river: &super::River, number: u64| {
        let level = &river.flood_warning_level;
        let name = format!("{}　{}", river.flood_forecast_region.ja(), level.ja());
        let mut claim = Claim::plain(Hazard::Flood, &name, prefecture(number, &river.flood_forecast_region.ja()));
        (claim.grade, claim.state) = match level.code {
            1 => (Grade::Information, State::Ended),
            2 => (Grade::Warning, State::Active),
            3 => (Grade::Danger, State::Active),
            4 => (Grade::Emergency, State::Active),
            _ => (Grade::Advisory, State::Active),
        };
        claim.text = name;
        claim
    };
    let rivers = found.rivers.iter();
    rivers
        .flat_map(|river| along(river.flood_forecast_region.code).into_iter().map(move |number| of(river, number)))
        .collect()
}

fn typhoon(found: &Typhoon) -> Claim {
    let name = format!("台風第{}", found.typhoon_number.ja());
    let mut claim = Claim::plain(Hazard::Typhoon, &name, Area::new(Scheme::Named, "", &name));
    let wind = format!("最大風速{}　最大瞬間風速{}", found.maximum_wind_speed.ja(), found.maximum_gust_wind_speed.ja());
    let kind =
        format!("大きさ：{}　強さ：{}", found.typhoon_scale_category.ja(), found.typhoon_intensity_category.ja());
    claim.text = format!(
        "{}　{}\n{kind}\n中心気圧{}　{wind}",
        found.reference_time_type.ja(),
        found.coordinates_of_typhoon.text(),
        found.central_pressure.ja()
    );
    claim
}

fn sea(found: &super::Sea) -> Claim {
    let area =
        Area::new(Scheme::Named, &found.marine_forecast_region.code.to_string(), &found.marine_forecast_region.ja());
    let mut claim = Claim::plain(Hazard::Other, &found.marine_warning_code.ja(), area);
    claim.grade = if found.marine_warning_code.code == 0 { Grade::Information } else { Grade::Advisory };
    claim.state = if found.marine_warning_code.code == 0 { State::Ended } else { State::Active };
    claim
}

/// The name of a prefecture.
pub(super) fn name_of(number: u64) -> String {
    names::PREFECTURE.word(number).ja().into_owned()
}
