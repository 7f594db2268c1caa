//! What is read, under the names that the other reader has for it.

use engawa::alert::qzss::{
    About, Alert, Body, Coast, Detail, Ellipse, Instruction, Message, Report, Targets, Time, Value as Quantity, Word,
};
use serde_json::{Map, Value, json};

/// Names that say how it came, not what it is.
const ASIDE: &[&str] = &["sentence", "message", "nmea", "message_header", "satellite_id", "satellite_svid"];

/// How many fields were compared, and which differ.
pub(crate) fn compare(message: &Message, row: &Value) -> (usize, Vec<String>) {
    let ours = named(message);
    let mut theirs = row["params"].as_object().unwrap().clone();
    theirs.insert("type".to_owned(), row["type"].clone());
    if let Some(camf) = theirs.get("camf").and_then(Value::as_str) {
        let fields: Value = serde_json::from_str(&camf.replace('\'', "\"").replace("None", "null")).unwrap();
        theirs.insert("camf".to_owned(), fields);
    }
    let asked: Vec<_> =
        theirs.iter().filter(|(name, value)| !ASIDE.contains(&name.as_str()) && !value.is_null()).collect();
    let none = Value::Null;
    let differ = |(name, value): &&(&String, &Value)| !same(name, ours.get(*name).unwrap_or(&none), value);
    let wrong = asked
        .iter()
        .filter(differ)
        .map(|(name, value)| format!("{name}: {} is not {value}", ours.get(*name).unwrap_or(&none)));
    (asked.len(), wrong.collect())
}

fn same(name: &str, ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        // Beside the fields that all have, there are those that A18 consists of.
        (Value::Object(ours), Value::Object(theirs)) if name == "camf" => {
            ours.iter().all(|(name, value)| theirs[name] == *value)
        }
        (Value::Number(one), Value::Number(other)) => (one.as_f64().unwrap() - other.as_f64().unwrap()).abs() < 1.5e-6,
        (Value::String(one), Value::String(other)) => one == other || one.replace('Z', "+00:00") == *other,
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same("", one, other))
        }
        _ => ours == theirs,
    }
}

fn named(message: &Message) -> Map<String, Value> {
    let mut to = Map::new();
    to.insert("satellite_prn".to_owned(), json!(message.satellite));
    to.insert("preamble".to_owned(), json!(message.preamble));
    let payload: String = message.payload.iter().map(|byte| format!("{byte:02x}")).collect();
    // 212 or 196 bits: the last four are written as the upper half of a byte.
    let payload = format!("{}{}0", &payload[..payload.len() - 2], &payload[payload.len() - 1..]);
    to.insert("raw".to_owned(), json!(payload));
    match &message.body {
        Body::Report(found) => report(&mut to, found),
        Body::Alert(found) => alert(&mut to, found),
    }
    to
}

fn word(to: &mut Map<String, Value>, name: &str, word: &Word) {
    to.insert(name.to_owned(), json!(word.text()));
    to.insert(format!("{name}_en"), json!(word.en()));
    to.insert(format!("{name}_raw"), json!(word.code));
    to.insert(format!("{name}_no"), json!(word.code));
}

fn words<'w>(to: &mut Map<String, Value>, name: &str, words: impl Iterator<Item = &'w Word> + Clone) {
    to.insert(name.to_owned(), words.clone().map(|word| json!(word.text())).collect());
    to.insert(format!("{name}_en"), words.clone().map(|word| json!(word.en())).collect());
    to.insert(format!("{name}_raw"), words.map(|word| json!(word.code)).collect());
}

fn moment(time: &Time) -> Value {
    json!(time.at().map(|at| at.to_string()))
}

/// Day (as many bits as there are before), hour and minute, as they were sent.
fn sent(time: &Time) -> Value {
    json!({"day": time.code >> 11, "hour": time.code >> 6 & 31, "minute": time.code & 63})
}

fn time(to: &mut Map<String, Value>, name: &str, time: &Time) {
    to.insert(name.to_owned(), moment(time));
    to.insert(format!("{name}_raw"), sent(time));
}

fn report(to: &mut Map<String, Value>, found: &Report) {
    to.insert("message_type".to_owned(), json!("DCR"));
    to.insert("version".to_owned(), json!(found.version));
    word(to, "report_classification", &found.report_classification);
    word(to, "disaster_category", &found.disaster_category);
    word(to, "information_type", &found.information_type);
    to.insert("report_time".to_owned(), moment(&found.report_time));
    let kind = serde_json::to_value(&found.about).unwrap();
    to.insert("type".to_owned(), kind["type"].clone());
    earth(to, &found.about);
    weather(to, &found.about);
}

fn position(to: &mut Map<String, Value>, name: &str, at: &engawa::alert::qzss::Position) {
    to.insert(name.to_owned(), json!(at.text()));
    let part = |shift: u32, bits: u32| at.code >> shift & ((1 << bits) - 1);
    let raw = json!({
        "lat_ns": part(40, 1), "lat_d": part(33, 7), "lat_m": part(27, 6), "lat_s": part(21, 6),
        "lon_ew": part(20, 1), "lon_d": part(12, 8), "lon_m": part(6, 6), "lon_s": part(0, 6),
    });
    to.insert(format!("{name}_raw"), raw);
}

fn earth(to: &mut Map<String, Value>, about: &About) {
    match about {
        About::EarthquakeEarlyWarning(found) => {
            for (name, class) in [
                ("long_period_ground_motion_lower_limit", &found.long_period_ground_motion_lower_limit),
                ("long_period_ground_motion_upper_limit", &found.long_period_ground_motion_upper_limit),
            ] {
                match class {
                    Some(class) => word(to, name, class),
                    None => drop(to.insert(format!("{name}_raw"), json!(0))),
                }
            }
            words(to, "notifications_on_disaster_prevention", found.notifications_on_disaster_prevention.iter());
            time(to, "occurrence_time_of_earthquake", &found.occurrence_time_of_earthquake);
            word(to, "depth_of_hypocenter", &found.depth_of_hypocenter);
            word(to, "magnitude", &found.magnitude);
            to.insert("assumptive".to_owned(), json!(found.assumptive));
            word(to, "seismic_epicenter", &found.seismic_epicenter);
            word(to, "seismic_intensity_lower_limit", &found.seismic_intensity_lower_limit);
            word(to, "seismic_intensity_upper_limit", &found.seismic_intensity_upper_limit);
            words(to, "eew_forecast_regions", found.eew_forecast_regions.iter());
        }
        About::Hypocenter(found) => {
            words(to, "notifications_on_disaster_prevention", found.notifications_on_disaster_prevention.iter());
            time(to, "occurrence_time_of_earthquake", &found.occurrence_time_of_earthquake);
            word(to, "depth_of_hypocenter", &found.depth_of_hypocenter);
            word(to, "magnitude", &found.magnitude);
            word(to, "seismic_epicenter", &found.seismic_epicenter);
            position(to, "coordinates_of_hypocenter", &found.coordinates_of_hypocenter);
        }
        About::SeismicIntensity(found) => {
            time(to, "occurrence_time_of_earthquake", &found.occurrence_time_of_earthquake);
            words(to, "seismic_intensities", found.seismic_intensities.iter().map(|(intensity, _)| intensity));
            words(to, "prefectures", found.seismic_intensities.iter().map(|(_, prefecture)| prefecture));
        }
        About::NankaiTroughEarthquake(part) => {
            word(to, "information_serial_code", &part.information_serial_code);
            let text: String = part.text_information.iter().map(|byte| format!("{byte:02x}")).collect();
            to.insert("text_information".to_owned(), json!(text));
            to.insert("page_number".to_owned(), json!(part.page_number));
            to.insert("total_page".to_owned(), json!(part.total_page));
        }
        About::Tsunami(found) => {
            words(to, "notifications_on_disaster_prevention", found.notifications_on_disaster_prevention.iter());
            word(to, "tsunami_warning_code", &found.tsunami_warning_code);
            coasts(to, ["tsunami_heights", "tsunami_forecast_regions"], &found.forecasts);
        }
        About::NorthwestPacificTsunami(found) => {
            word(to, "tsunamigenic_potential", &found.tsunamigenic_potential);
            coasts(to, ["tsunami_heights", "coastal_regions"], &found.forecasts);
        }
        _ => {}
    }
}

fn coasts(to: &mut Map<String, Value>, [heights, regions]: [&str; 2], all: &[Coast]) {
    words(to, heights, all.iter().map(|coast| &coast.height));
    words(to, regions, all.iter().map(|coast| &coast.region));
    words(to, "expected_tsunami_arrival_time_types", all.iter().map(|coast| &coast.arrival.kind));
    let arrivals = |of: fn(&Time) -> Value| all.iter().map(|coast| of(&coast.arrival.time)).collect::<Value>();
    to.insert("expected_tsunami_arrival_times".to_owned(), arrivals(moment));
    to.insert("expected_tsunami_arrival_times_raw".to_owned(), arrivals(sent));
}

fn weather(to: &mut Map<String, Value>, about: &About) {
    match about {
        About::Volcano(found) => {
            word(to, "ambiguity_of_activity_time", &found.ambiguity_of_activity_time);
            time(to, "activity_time", &found.activity_time);
            word(to, "volcanic_warning_code", &found.volcanic_warning_code);
            word(to, "volcano_name", &found.volcano_name);
            words(to, "local_governments", found.local_governments.iter());
        }
        About::AshFall(found) => {
            time(to, "activity_time", &found.activity_time);
            word(to, "ash_fall_warning_type", &found.ash_fall_warning_type);
            word(to, "volcano_name", &found.volcano_name);
            words(to, "expected_ash_fall_times", found.forecasts.iter().map(|there| &there.expected_ash_fall_time));
            words(to, "ash_fall_warning_codes", found.forecasts.iter().map(|there| &there.ash_fall_warning_code));
            words(to, "local_governments", found.forecasts.iter().map(|there| &there.local_government));
        }
        About::Weather(found) => {
            word(to, "weather_warning_state", &found.weather_warning_state);
            let kinds = found.warnings.iter().map(|one| &one.weather_related_disaster_sub_category);
            words(to, "weather_related_disaster_sub_categories", kinds);
            words(to, "weather_forecast_regions", found.warnings.iter().map(|one| &one.weather_forecast_region));
        }
        About::Flood(found) => {
            words(to, "flood_warning_levels", found.rivers.iter().map(|river| &river.flood_warning_level));
            words(to, "flood_forecast_regions", found.rivers.iter().map(|river| &river.flood_forecast_region));
        }
        About::Marine(found) => {
            words(to, "marine_warning_codes", found.seas.iter().map(|sea| &sea.marine_warning_code));
            words(to, "marine_forecast_regions", found.seas.iter().map(|sea| &sea.marine_forecast_region));
        }
        About::Typhoon(found) => {
            time(to, "reference_time", &found.reference_time);
            position(to, "coordinates_of_typhoon", &found.coordinates_of_typhoon);
            for (name, value) in [
                ("reference_time_type", &found.reference_time_type),
                ("elapsed_time_from_reference_time", &found.elapsed_time_from_reference_time),
                ("typhoon_number", &found.typhoon_number),
                ("typhoon_scale_category", &found.typhoon_scale_category),
                ("typhoon_intensity_category", &found.typhoon_intensity_category),
                ("central_pressure", &found.central_pressure),
                ("maximum_wind_speed", &found.maximum_wind_speed),
                ("maximum_gust_wind_speed", &found.maximum_gust_wind_speed),
            ] {
                word(to, name, value);
            }
        }
        _ => {}
    }
}

fn alert(to: &mut Map<String, Value>, found: &Alert) {
    to.insert("message_type".to_owned(), json!("DCX"));
    to.insert("type".to_owned(), serde_json::to_value(found.sender).unwrap());
    to.insert("dcx_message_type".to_owned(), json!(found.sender.name()));
    to.insert("camf".to_owned(), serde_json::to_value(found.camf).unwrap());
    to.insert("dcx_version".to_owned(), json!(found.camf.vn));
    designation(to, found);
    for (name, value) in [
        ("a1_message_type", &found.a1_message_type),
        ("a2_country_region_name", &found.a2_country_region_name),
        ("a3_provider_identifier", &found.a3_provider_identifier),
        ("a4_hazard_category", &found.a4_hazard_category),
        ("a4_hazard_type", &found.a4_hazard_type),
        ("a4_hazard_definition", &found.a4_hazard_definition),
        ("a5_severity", &found.a5_severity),
        ("a6_hazard_onset_week", &found.a6_hazard_onset_week),
        ("a8_hazard_duration", &found.a8_hazard_duration),
        ("a9_type_of_library", &found.a9_type_of_library),
        ("a10_library_version", &found.a10_library_version),
    ] {
        word(to, name, value);
    }
    to.insert("a6a7_hazard_onset_datetime".to_owned(), moment(&found.a6a7_hazard_onset));
    to.insert("a7_hazard_onset_time_of_week".to_owned(), json!(of_week(found)));
    instruction(to, &found.a11_instruction);
    areas(to, found);
}

/// Of which satellites it says something, and which groups of fields mean nothing.
fn designation(to: &mut Map<String, Value>, found: &Alert) {
    let (kind, said) = match found.camf.sdmt {
        0 => ("MT44 is for Japan or for use outside Japan", ["For Japan", "For use outside Japan"]),
        _ => ("MT44 transmission status", ["Transmission stopped", "Transmission in progress"]),
    };
    to.insert("satellite_designation_mask_type".to_owned(), json!(kind));
    let mask = (0..9).map(|bit| json!(said[usize::try_from(found.camf.sdm >> (8 - bit) & 1).unwrap()]));
    to.insert("satellite_designation_mask".to_owned(), mask.collect());
    to.insert("ignore_a12_to_a16".to_owned(), json!(found.main_ellipse.is_none()));
    let sender = serde_json::to_value(found.sender).unwrap();
    to.insert("ignore_a17_to_a18".to_owned(), json!(sender == "NullMsg" || sender == "JAlert"));
    to.insert("ignore_ex1".to_owned(), json!(found.ex1_target_area.is_none()));
    to.insert("ignore_ex2_to_ex7".to_owned(), json!(found.additional_ellipse.is_none()));
    to.insert("ignore_ex8_to_ex9".to_owned(), json!(found.ex9_target_areas.is_none()));
}

fn of_week(found: &Alert) -> String {
    let minute = found.camf.a7;
    match minute {
        0 => "NOT USED".to_owned(),
        1..=10_080 => {
            let days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
            let (day, of_day) = ((minute - 1) / 1440, (minute - 1) % 1440);
            let half = if of_day < 720 { "AM" } else { "PM" };
            let day = days[usize::try_from(day).unwrap()];
            format!("{day} - {:02}:{:02} {half}", of_day / 60 % 12, of_day % 60)
        }
        _ => format!("RESERVED (Code: {minute})"),
    }
}

fn instruction(to: &mut Map<String, Value>, found: &Instruction) {
    match found {
        Instruction::Unknown { .. } => {}
        Instruction::International { a_code, a, b_code, b } => {
            let mut set = |name: &str, text: &str| to.insert(format!("a11_international_library{name}"), json!(text));
            set("_a_code", &a_code.en());
            set("_a", &a.en());
            set("_b_code", &b_code.en());
            set("_b", &b.en());
            set("_code", &format!("{}; {}", a_code.en(), b_code.en()));
            set("", format!("{} {}", a.en(), b.en()).trim());
        }
        Instruction::Japanese { instruction } => {
            to.insert("a11_japanese_library".to_owned(), json!(instruction.en()));
            to.insert("a11_japanese_library_ja".to_owned(), json!(instruction.ja()));
        }
    }
}

fn areas(to: &mut Map<String, Value>, found: &Alert) {
    if let Some(ellipse) = &found.main_ellipse {
        let names = ["a12_ellipse_centre_latitude", "a13_ellipse_centre_longitude", "a14_ellipse_semi_major_axis"];
        shape(to, [names[0], names[1], names[2], "a15_ellipse_semi_minor_axis", "a16_ellipse_azimuth"], ellipse);
    }
    if let Some((settings, details)) = &found.specific_settings {
        to.insert("a17_type_of_specific_settings".to_owned(), json!(settings.en()));
        for Detail { name, value } in details {
            let value = match value {
                Quantity::Whole(number) => json!(number),
                Quantity::Number(number) => json!(number),
                Quantity::Word(word) => json!(word.en()),
            };
            to.insert((*name).to_owned(), value);
        }
    }
    if let Some(area) = &found.ex1_target_area {
        to.insert("ex1_target_area".to_owned(), json!(area.en()));
        to.insert("ex1_target_area_ja".to_owned(), json!(area.ja()));
    }
    if let Some(way) = &found.ex2_evacuate_direction_type {
        word(to, "ex2_evacuate_direction_type", way);
    }
    if let Some(ellipse) = &found.additional_ellipse {
        let names = [
            "ex3_additional_ellipse_centre_latitude",
            "ex4_additional_ellipse_centre_longitude",
            "ex5_additional_ellipse_semi_major_axis",
            "ex6_additional_ellipse_semi_minor_axis",
            "ex7_additional_ellipse_azimuth",
        ];
        shape(to, names, ellipse);
    }
    let (kind, listed) = match &found.ex9_target_areas {
        None => return,
        Some(Targets::Prefectures(listed)) => ("Prefecture code", listed),
        Some(Targets::Municipalities(listed)) => ("Cities, towns and villages code", listed),
    };
    to.insert("ex8_target_area_list_type".to_owned(), json!(kind));
    to.insert("ex9_target_area_list".to_owned(), listed.iter().map(|area| json!(area.en())).collect());
    to.insert("ex9_target_area_list_ja".to_owned(), listed.iter().map(|area| json!(area.ja())).collect());
}

fn shape(to: &mut Map<String, Value>, names: [&str; 5], of: &Ellipse) {
    let values = [of.latitude, of.longitude, of.semi_major_axis, of.semi_minor_axis, of.azimuth];
    for (name, value) in names.into_iter().zip(values) {
        to.insert(name.to_owned(), json!(value));
    }
}
