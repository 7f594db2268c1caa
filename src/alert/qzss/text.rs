//! A message in words, field by field and complete: for logs, the command line and whoever compares readers. The layout is that of the readers
//! that are in use (azarashi, MIT), so that texts can be laid side by side. Screens have words of their own.

use super::{
    About, Alert, Body, Coast, Forewarning, Instruction, Intensity, Message, Part, Report, Sender, Source, Targets,
    Time, Tsunami, Typhoon, Value, Volcano, Word, volcano::Ash,
};
use jiff::civil::DateTime;
use std::{
    borrow::Cow,
    fmt::{self, Display, Formatter},
};

impl Display for Message {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.body {
            Body::Report(report) => Display::fmt(report, f),
            Body::Alert(alert) => Display::fmt(alert, f),
        }
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let About::NorthwestPacificTsunami(_) = self.about {
            return self.english(f);
        }
        let (category, kind) = (&self.disaster_category.ja(), &self.information_type);
        write!(f, "防災気象情報({category})({})({})\n{}", kind.ja(), self.report_classification.ja(), self.mark())?;
        match &self.about {
            About::EarthquakeEarlyWarning(found) => self.forewarning(f, found),
            About::Hypocenter(found) => self.source(f, found),
            About::SeismicIntensity(found) => self.intensity(f, found),
            About::NankaiTroughEarthquake(part) => self.part(f, part),
            About::Tsunami(found) => self.tsunami(f, found),
            About::Volcano(found) => self.volcano(f, found),
            About::AshFall(found) => self.ash(f, found),
            About::Weather(found) => {
                write!(f, "気象に関連する情報をお知らせします。\n\n{}", self.issued())?;
                let state = &found.weather_warning_state.ja();
                found.warnings.iter().try_for_each(|one| {
                    let (what, place) =
                        (&one.weather_related_disaster_sub_category.ja(), &one.weather_forecast_region.ja());
                    write!(f, "\n\n警報等情報要素: {what}({state})\n{place}")
                })
            }
            About::Flood(found) => {
                write!(f, "河川の氾濫に関連する情報をお知らせします。\n\n{}", self.issued())?;
                found.rivers.iter().try_for_each(|river| {
                    let (level, place) = (&river.flood_warning_level.ja(), &river.flood_forecast_region.ja());
                    write!(f, "\n\n警報レベル: {level}\n{place}")
                })
            }
            About::Marine(found) => {
                write!(f, "海上警報が発表されました。\n\n{}", self.issued())?;
                found.seas.iter().try_for_each(|sea| {
                    write!(
                        f,
                        "\n\n警報等情報要素: {}\n{}",
                        sea.marine_warning_code.ja(),
                        sea.marine_forecast_region.ja()
                    )
                })
            }
            About::Typhoon(found) => self.typhoon(f, found),
            About::NorthwestPacificTsunami(_) => Ok(()),
        }
    }
}

impl Report {
    fn mark(&self) -> &'static str {
        match (self.report_classification.code, self.information_type.code) {
            (super::DRILL, _) => "*** これは訓練です ***\n",
            (_, 2) => "*** 取り消しされました ***\n",
            _ => "",
        }
    }

    fn issued(&self) -> String {
        let said = self.report_time.jst().map(month_and_day).unwrap_or_default();
        format!("発表時刻: {said}")
    }

    fn forewarning(&self, f: &mut Formatter<'_>, found: &Forewarning) -> fmt::Result {
        let assumed = if found.assumptive { "(仮定震源要素)" } else { "" };
        writeln!(f, "緊急地震速報\n{}", joined(&found.notifications_on_disaster_prevention, "\n"))?;
        writeln!(f, "\n{}\n\n震央地名: {}", self.issued(), found.seismic_epicenter.ja())?;
        writeln!(f, "地震発生時刻: {}", day(&found.occurrence_time_of_earthquake, "地震発生時刻"))?;
        writeln!(f, "深さ: {}{assumed}", found.depth_of_hypocenter.ja())?;
        writeln!(f, "マグニチュード: {}{assumed}", found.magnitude.ja())?;
        writeln!(f, "震度(下限): {}", found.seismic_intensity_lower_limit.ja())?;
        writeln!(f, "震度(上限): {}", found.seismic_intensity_upper_limit.ja())?;
        if let Some(class) = &found.long_period_ground_motion_lower_limit {
            writeln!(f, "長周期地震動階級(下限): {}", class.ja())?;
        }
        if let Some(class) = &found.long_period_ground_motion_upper_limit {
            writeln!(f, "長周期地震動階級(上限): {}", class.ja())?;
        }
        f.write_str(&joined(&found.eew_forecast_regions, "、"))
    }

    fn source(&self, f: &mut Formatter<'_>, found: &Source) -> fmt::Result {
        let at = day(&found.occurrence_time_of_earthquake, "地震発生時刻");
        writeln!(f, "{at}ころ、地震がありました。")?;
        writeln!(f, "{}", joined(&found.notifications_on_disaster_prevention, "\n"))?;
        writeln!(f, "\n{}\n\n震央地名: {}", self.issued(), found.seismic_epicenter.ja())?;
        writeln!(f, "緯度・経度: {}", found.coordinates_of_hypocenter.text())?;
        write!(f, "深さ: {}\nマグニチュード: {}", found.depth_of_hypocenter.ja(), found.magnitude.ja())
    }

    fn intensity(&self, f: &mut Formatter<'_>, found: &Intensity) -> fmt::Result {
        let at = day(&found.occurrence_time_of_earthquake, "地震発生時刻");
        write!(f, "{at}ころ、地震による強い揺れを感じました。\n\n{}", self.issued())?;
        let mut all = found.seismic_intensities.iter();
        all.try_for_each(|(intensity, prefecture)| write!(f, "\n\n震度: {}\n{}", intensity.ja(), prefecture.ja()))
    }

    /// Without the text, which needs the other parts.
    fn part(&self, f: &mut Formatter<'_>, part: &Part) -> fmt::Result {
        write!(f, "南海トラフ地震に関連する情報が発表されました。\n\n{}\n", self.issued())?;
        write!(f, "地震関連情報: {}", part.information_serial_code.ja())
    }

    fn tsunami(&self, f: &mut Formatter<'_>, found: &Tsunami) -> fmt::Result {
        writeln!(f, "{}を発表しました。", found.tsunami_warning_code.ja())?;
        write!(f, "{}\n\n{}", joined(&found.notifications_on_disaster_prevention, "\n"), self.issued())?;
        found.forecasts.iter().try_for_each(|coast| {
            let Coast { arrival, height, region } = coast;
            let first = arrival.time.jst().map_or_else(|| arrival.kind.ja().into_owned(), day_and_hour);
            write!(f, "\n\n津波到達予想時刻: {first}\n津波の高さ: {}\n{}", height.ja(), region.ja())
        })
    }

    fn volcano(&self, f: &mut Formatter<'_>, found: &Volcano) -> fmt::Result {
        writeln!(
            f,
            "火山に関連する情報をお知らせします。\n\n{}\n\n火山名: {}",
            self.issued(),
            found.volcano_name.ja()
        )?;
        if found.ambiguity_of_activity_time.code < 6 {
            writeln!(f, "日時: {}", about(&found.activity_time, found.ambiguity_of_activity_time.code))?;
        }
        let places = joined(&found.local_governments, "、");
        write!(f, "現象: {}\n\n{places}", found.volcanic_warning_code.ja())
    }

    fn ash(&self, f: &mut Formatter<'_>, found: &Ash) -> fmt::Result {
        write!(f, "降灰に関連する情報をお知らせします。\n\n{}\n\n", self.issued())?;
        write!(f, "{}\n火山名: {}\n", found.ash_fall_warning_type.ja(), found.volcano_name.ja())?;
        write!(f, "日時: {}", day(&found.activity_time, "日時"))?;
        found.forecasts.iter().try_for_each(|there| {
            let (after, what) = (&there.expected_ash_fall_time.ja(), &there.ash_fall_warning_code.ja());
            write!(f, "\n\n基点時刻からの時間: {after}\n現象: {what}\n{}", there.local_government.ja())
        })
    }

    fn typhoon(&self, f: &mut Formatter<'_>, found: &Typhoon) -> fmt::Result {
        write!(f, "台風解析・予報情報が発表されました。\n\n{}\n\n", self.issued())?;
        writeln!(f, "台風番号: {}", found.typhoon_number.ja())?;
        writeln!(f, "基点時刻: {}", day(&found.reference_time, "基点時刻"))?;
        writeln!(f, "基点時刻分類: {}", found.reference_time_type.ja())?;
        writeln!(f, "情報の基点時刻(実況)からの経過時間: {}", found.elapsed_time_from_reference_time.ja())?;
        writeln!(f, "大きさ: {}\n強さ: {}", found.typhoon_scale_category.ja(), found.typhoon_intensity_category.ja())?;
        writeln!(f, "緯度・経度: {}\n中心気圧: {}", found.coordinates_of_typhoon.text(), found.central_pressure.ja())?;
        write!(f, "最大風速: {}\n最大瞬間風速: {}", found.maximum_wind_speed.ja(), found.maximum_gust_wind_speed.ja())
    }

    /// The one kind of message of 気象庁 that is in English.
    fn english(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let About::NorthwestPacificTsunami(found) = &self.about else { return Ok(()) };
        let (category, kind) = (&self.disaster_category.en(), &self.information_type.en());
        writeln!(f, "JMA-DC Report ({category}) ({kind}) ({})", self.report_classification.en())?;
        match (self.report_classification.code, self.information_type.code) {
            (super::DRILL, _) => f.write_str("*** TRAINING/TEST ***\n")?,
            (_, 2) => f.write_str("*** CANCELLATION ***\n")?,
            _ => {}
        }
        let zulu = |form: &str, time: Option<DateTime>| time.map(|at| at.strftime(form).to_string());
        let issued = zulu("--%m-%dT%H:%MZ", self.report_time.utc()).unwrap_or_default();
        write!(f, "{}.\n\nTime of Issue: {issued}", found.tsunamigenic_potential.en())?;
        found.forecasts.iter().try_for_each(|coast| {
            let Coast { arrival, height, region } = coast;
            let first = zulu("---%dT%H:%MZ", arrival.time.utc()).unwrap_or_else(|| arrival.kind.en().into_owned());
            write!(f, "\n\nExpected Tsunami Arrival Time: {first}\n")?;
            write!(f, "Tsunami Height: {}\nCoastal Region: {}", height.en(), region.en())
        })
    }
}

impl Display for Alert {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "### DCX Message - {} ###", self.sender.name())?;
        if self.sender == Sender::Nobody {
            return Ok(());
        }
        if self.camf.a1 == 0 {
            f.write_str("\n*** This is a test message ***")?;
        }
        write!(f, "\nA1 - Message type: {}", self.a1_message_type.en())?;
        write!(f, "\nA2 - Country/region name: {}", self.a2_country_region_name.en())?;
        write!(f, "\nA3 - Provider identifier: {}", self.a3_provider_identifier.en())?;
        write!(f, "\nA4 - Hazard category and type: {} - {}", self.a4_hazard_category.en(), self.a4_hazard_type.en())?;
        write!(f, "\nA4 - Hazard definition: {}", self.a4_hazard_definition.en())?;
        write!(f, "\nA5 - Severity: {}", self.a5_severity.en())?;
        let onset = self.a6a7_hazard_onset;
        // Undated it is a minute of the week, which is what was sent.
        let minute = || (onset.jst().is_some()).then(|| format!("minute {} of the week", self.camf.a7));
        let begins = onset.at().map(|at| at.to_string()).or_else(minute).unwrap_or_else(|| "None".to_owned());
        write!(f, "\nA6A7 - Hazard onset: {begins}\nA8 - Hazard duration: {}", self.a8_hazard_duration.en())?;
        self.instruction(f)?;
        self.areas(f)
    }
}

impl Sender {
    /// As the specification calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nobody => "Null Message",
            Self::OutsideJapan => "Information from Organizations outside Japan",
            Self::LAlert => "L-Alert",
            Self::JAlert => "J-Alert",
            Self::Municipality => "Information from Local Government",
            Self::Unknown => "Unknown DCX Message Type",
        }
    }
}

impl Alert {
    fn instruction(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.a11_instruction {
            Instruction::Unknown { .. } => Ok(()),
            Instruction::International { a_code, a, b_code, b } => {
                write!(f, "\nA11 - Instruction code: {}; {}", a_code.en(), b_code.en())?;
                let said: Vec<_> = [a.en(), b.en()].into_iter().filter(|text| !text.is_empty()).collect();
                if said.is_empty() { Ok(()) } else { write!(f, "\nA11 - Instruction: {}", said.join(" ")) }
            }
            Instruction::Japanese { instruction } => {
                let (en, ja) = (instruction.en(), instruction.ja());
                write!(f, "\nA11 - Instruction: {en}\nA11 - Instruction (ja): {ja}")
            }
        }
    }

    fn areas(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(ellipse) = &self.main_ellipse {
            write!(f, "\nA12 - Ellipse centre latitude: {:?}", ellipse.latitude)?;
            write!(f, "\nA13 - Ellipse centre longitude: {:?}", ellipse.longitude)?;
            write!(f, "\nA14 - Ellipse semi - major axis: {:?}", ellipse.semi_major_axis)?;
            write!(f, "\nA15 - Ellipse semi - minor axis: {:?}", ellipse.semi_minor_axis)?;
            write!(f, "\nA16 - Ellipse azimuth: {:?}", ellipse.azimuth)?;
        }
        if let Some((settings, details)) = &self.specific_settings {
            write!(f, "\nA17 - Type of specific settings: {}", settings.en())?;
            details.iter().try_for_each(|detail| write!(f, "\n{}: {}", headline(detail.name), detail.value))?;
        }
        if let Some(area) = &self.ex1_target_area {
            write!(f, "\nEX1 - Target area: {}\nEX1 - Target area (ja): {}", area.en(), area.ja())?;
        }
        if let (Some(way), Some(ellipse)) = (&self.ex2_evacuate_direction_type, &self.additional_ellipse) {
            write!(f, "\nEX2 - Evacuate direction type: {}", way.en())?;
            write!(f, "\nEX3 - Additional ellipse centre latitude: {:?}", ellipse.latitude)?;
            write!(f, "\nEX4 - Additional ellipse centre longitude: {:?}", ellipse.longitude)?;
            write!(f, "\nEX5 - Additional ellipse semi major axis: {:?}", ellipse.semi_major_axis)?;
            write!(f, "\nEX6 - Additional ellipse semi minor axis: {:?}", ellipse.semi_minor_axis)?;
            write!(f, "\nEX7 - Additional ellipse azimuth: {:?}", ellipse.azimuth)?;
        }
        let (kind, areas) = match &self.ex9_target_areas {
            None => return Ok(()),
            Some(Targets::Prefectures(areas)) => ("Prefecture code", areas),
            Some(Targets::Municipalities(areas)) => ("Cities, towns and villages code", areas),
        };
        let listed = |text: fn(&Word) -> Cow<'static, str>| {
            areas.iter().map(|area| format!("'{}'", text(area))).collect::<Vec<_>>().join(", ")
        };
        write!(f, "\nEX8 - Target area list type: {kind}\nEX9 - Target area list: [{}]", listed(Word::en))?;
        write!(f, "\nEX9 - Target area list (ja): [{}]", listed(Word::ja))
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(number) => write!(f, "{number}"),
            Self::Number(number) => write!(f, "{number:?}"),
            Self::Word(word) => f.write_str(&word.text()),
        }
    }
}

/// `d29_outage_estimated_duration` → `D29 - Outage estimated duration`.
fn headline(name: &str) -> String {
    let (number, words) = name.split_once('_').unwrap_or((name, ""));
    let words = words.replace('_', " ");
    let first = words.chars().next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{} - {first}{}", number.to_uppercase(), words.get(1..).unwrap_or_default())
}

fn joined(words: &[Word], between: &str) -> String {
    words.iter().map(Word::ja).collect::<Vec<_>>().join(between)
}

fn day_and_hour(at: DateTime) -> String {
    format!("{}日{}時{}分", at.day(), at.hour(), at.minute())
}

fn month_and_day(at: DateTime) -> String {
    format!("{}月{}", at.month(), day_and_hour(at))
}

/// What is no time is named by its field and its number.
fn day(time: &Time, field: &str) -> String {
    time.jst().map_or_else(|| format!("{field}(コード番号：{})", time.code), day_and_hour)
}

/// A time as exactly as it is known. Of 「about that day」 only the day in UTC was sent.
fn about(time: &Time, ambiguity: u64) -> String {
    let Some((jst, utc)) = time.jst().zip(time.utc()) else {
        return format!("日時(コード番号：{})", time.code);
    };
    match ambiguity {
        0 => month_and_day(jst),
        1..=3 => format!("{}頃", month_and_day(jst)),
        4 => format!("{}月{}日{}時頃", jst.month(), jst.day(), jst.hour()),
        _ => format!("{}月{}日頃", utc.month(), utc.day()),
    }
}
