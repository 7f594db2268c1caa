//! DCX: alerts of J-Alert, L-Alert, towns and other countries, in the common format of alerts by satellite (CAMF), with areas that QZSS adds.

use super::{
    bits::Bits,
    camf::{self, Detail},
    names,
    table::{Table, Word},
    time::Time,
};
use crate::clock::Now;
use serde::Serialize;
use std::sync::LazyLock;

/// 日本 in A2.
const JAPAN: u64 = 111;
/// Bits of EX9 that stand for prefectures.
const PREFECTURES: usize = 47;

/// The fields as they were sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the specification, and it alone says what they are")]
pub struct Raw {
    pub sdmt: u64,
    pub sdm: u64,
    pub a1: u64,
    pub a2: u64,
    pub a3: u64,
    pub a4: u64,
    pub a5: u64,
    pub a6: u64,
    pub a7: u64,
    pub a8: u64,
    pub a9: u64,
    pub a10: u64,
    pub a11: u64,
    pub a12: u64,
    pub a13: u64,
    pub a14: u64,
    pub a15: u64,
    pub a16: u64,
    pub a17: u64,
    pub a18: u64,
    pub ex1: u64,
    pub ex2: u64,
    pub ex3: u64,
    pub ex4: u64,
    pub ex5: u64,
    pub ex6: u64,
    pub ex7: u64,
    pub ex8: u64,
    pub ex9: u64,
    pub ex10: u64,
    pub vn: u64,
}

/// Whom an alert is from, which also decides which of its fields mean anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Sender {
    /// Nothing is sent now.
    #[serde(rename = "NullMsg")]
    Nobody,
    #[serde(rename = "OutsideJapan")]
    OutsideJapan,
    #[serde(rename = "LAlert")]
    LAlert,
    #[serde(rename = "JAlert")]
    JAlert,
    #[serde(rename = "MTInfo")]
    Municipality,
    Unknown,
}

/// One alert.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Alert {
    #[serde(rename = "type")]
    pub sender: Sender,
    pub camf: Raw,
    /// Test, Alert, Update, All Clear.
    pub a1_message_type: Word,
    pub a2_country_region_name: Word,
    pub a3_provider_identifier: Word,
    pub a4_hazard_category: Word,
    pub a4_hazard_type: Word,
    pub a4_hazard_definition: Word,
    pub a5_severity: Word,
    pub a6_hazard_onset_week: Word,
    /// When it begins; the date only where the clock that received it is believed.
    pub a6a7_hazard_onset: Time,
    pub a8_hazard_duration: Word,
    pub a9_type_of_library: Word,
    pub a10_library_version: Word,
    /// What to do.
    pub a11_instruction: Instruction,
    /// A12 to A16.
    pub main_ellipse: Option<Ellipse>,
    /// A17 and A18.
    pub specific_settings: Option<(Word, Vec<Detail>)>,
    pub ex1_target_area: Option<Word>,
    /// EX2: to leave or to head for the area of EX3 to EX7.
    pub ex2_evacuate_direction_type: Option<Word>,
    pub additional_ellipse: Option<Ellipse>,
    pub ex9_target_areas: Option<Targets>,
}

/// A11.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "library", rename_all = "lowercase")]
pub enum Instruction {
    /// Of a library, or a version of one, that nobody here knows.
    Unknown {
        code: u64,
    },
    /// Two lists that every country shares, each with the name of the sentence.
    International {
        a_code: Word,
        a: Word,
        b_code: Word,
        b: Word,
    },
    Japanese {
        instruction: Word,
    },
}

/// Degrees and kilometres.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Ellipse {
    pub latitude: f64,
    pub longitude: f64,
    pub semi_major_axis: f64,
    pub semi_minor_axis: f64,
    pub azimuth: f64,
}

/// EX8 and EX9.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "list", content = "areas", rename_all = "lowercase")]
pub enum Targets {
    Prefectures(Vec<Word>),
    Municipalities(Vec<Word>),
}

impl Raw {
    fn read(bits: &Bits) -> Self {
        let get = |at, length| bits.get(at, length);
        Self {
            sdmt: get(14, 1),
            sdm: get(15, 9),
            a1: get(24, 2),
            a2: get(26, 9),
            a3: get(35, 5),
            a4: get(40, 7),
            a5: get(47, 2),
            a6: get(49, 1),
            a7: get(50, 14),
            a8: get(64, 2),
            a9: get(66, 1),
            a10: get(67, 3),
            a11: get(70, 10),
            a12: get(80, 16),
            a13: get(96, 17),
            a14: get(113, 5),
            a15: get(118, 5),
            a16: get(123, 6),
            a17: get(129, 2),
            a18: get(131, 15),
            ex1: get(146, 16),
            ex2: get(162, 1),
            ex3: get(163, 17),
            ex4: get(180, 17),
            ex5: get(197, 5),
            ex6: get(202, 5),
            ex7: get(207, 7),
            ex8: get(146, 1),
            ex9: get(147, 64),
            ex10: get(211, 3),
            vn: get(214, 6),
        }
    }

    /// Nothing is sent when all but the country is zero.
    fn sender(&self, bits: &Bits) -> Sender {
        let nothing = [(24, 2), (35, 64), (99, 64), (163, 57)].iter().all(|(at, length)| bits.get(*at, *length) == 0);
        match (self.a2, self.a3) {
            _ if nothing => Sender::Nobody,
            (JAPAN, 1) => Sender::LAlert,
            (JAPAN, 2 | 3) => Sender::JAlert,
            (JAPAN, 4) => Sender::Municipality,
            (JAPAN, _) => Sender::Unknown,
            _ => Sender::OutsideJapan,
        }
    }

    const fn has_main_ellipse(&self, sender: Sender) -> bool {
        match sender {
            Sender::Nobody | Sender::JAlert => false,
            Sender::LAlert => self.a12 | self.a13 | self.a14 | self.a15 | self.a16 != 0,
            Sender::OutsideJapan | Sender::Municipality | Sender::Unknown => true,
        }
    }

    /// Of L-Alert the area is an ellipse or a municipality, never both.
    const fn has_area(&self, sender: Sender) -> bool {
        match sender {
            Sender::Municipality => true,
            Sender::LAlert => !self.has_main_ellipse(sender),
            _ => false,
        }
    }

    fn has_additional_ellipse(&self, sender: Sender) -> bool {
        sender == Sender::Municipality && self.ex3 | self.ex4 | self.ex5 | self.ex6 | self.ex7 != 0
    }
}

pub(super) fn read(bits: &Bits, received: Now) -> Alert {
    let raw = Raw::read(bits);
    let sender = raw.sender(bits);
    let main = raw.has_main_ellipse(sender).then(|| main_ellipse(&raw));
    let specific = !matches!(sender, Sender::Nobody | Sender::JAlert);
    let specific = specific.then(|| camf::details(bits, &raw, main.map(|_| ())));
    let additional = raw.has_additional_ellipse(sender);
    Alert {
        sender,
        camf: raw,
        a1_message_type: names::A1.word(raw.a1),
        a2_country_region_name: names::A2.word(raw.a2),
        a3_provider_identifier: provider(raw.a2).word(raw.a3),
        a4_hazard_category: names::A4_CATEGORY.word(raw.a4),
        a4_hazard_type: names::A4_TYPE.word(raw.a4),
        a4_hazard_definition: names::A4_DEFINITION.word(raw.a4),
        a5_severity: names::A5.word(raw.a5),
        a6_hazard_onset_week: names::A6.word(raw.a6),
        a6a7_hazard_onset: Time::of_week(raw.a6, raw.a7, received),
        a8_hazard_duration: names::A8.word(raw.a8),
        a9_type_of_library: names::A9.word(raw.a9),
        a10_library_version: names::A10.word(raw.a10),
        a11_instruction: instruction(&raw),
        main_ellipse: main,
        specific_settings: specific.flatten(),
        ex1_target_area: raw.has_area(sender).then(|| names::EX1.word(raw.ex1)),
        ex2_evacuate_direction_type: additional.then(|| names::EX2.word(raw.ex2)),
        additional_ellipse: additional.then(|| additional_ellipse(&raw)),
        ex9_target_areas: (sender == Sender::JAlert).then(|| targets(bits, &raw)),
    }
}

/// Each country numbers its own senders.
const fn provider(country: u64) -> &'static Table {
    match country {
        10 => &names::A3_10,
        71 => &names::A3_71,
        JAPAN => &names::A3_111,
        219 => &names::A3_219,
        _ => &names::A3_UNDEFINED,
    }
}

fn instruction(raw: &Raw) -> Instruction {
    match (raw.a10, raw.a9, raw.a2) {
        (0, 0, _) => {
            let (a, b) = (raw.a11 >> 5, raw.a11 & 0x1f);
            Instruction::International {
                a_code: names::A11_A_CODE.word(a),
                a: names::A11_A.word(a),
                b_code: names::A11_B_CODE.word(b),
                b: names::A11_B.word(b),
            }
        }
        (0, 1, JAPAN) => Instruction::Japanese { instruction: names::A11_JAPANESE.word(raw.a11) },
        _ => Instruction::Unknown { code: raw.a11 },
    }
}

fn main_ellipse(raw: &Raw) -> Ellipse {
    Ellipse {
        latitude: rounded(latitude(raw.a12), 6),
        longitude: rounded(longitude(raw.a13), 6),
        semi_major_axis: rounded(semi_axis(raw.a14), 3),
        semi_minor_axis: rounded(semi_axis(raw.a15), 3),
        azimuth: rounded(-90.0 + 180.0 / 64.0 * raw.a16 as f64, 5),
    }
}

fn additional_ellipse(raw: &Raw) -> Ellipse {
    Ellipse {
        latitude: rounded(-90.0 + 180.0 / 131_071.0 * raw.ex3 as f64, 6),
        longitude: rounded(45.0 + 180.0 / 131_071.0 * raw.ex4 as f64, 6),
        semi_major_axis: rounded(semi_axis(raw.ex5), 3),
        semi_minor_axis: rounded(semi_axis(raw.ex6), 3),
        azimuth: rounded(-90.0 + 180.0 / 128.0 * raw.ex7 as f64, 5),
    }
}

/// A bit for each prefecture, 北海道 the last of them, or up to four municipalities.
fn targets(bits: &Bits, raw: &Raw) -> Targets {
    if raw.ex8 == 0 {
        let last = 147 + PREFECTURES - 1;
        let set = (0..PREFECTURES).filter(|number| bits.is_set(last - number));
        return Targets::Prefectures(set.map(|number| names::EX9.word(1 << number)).collect());
    }
    let codes = (0..4).map(|place| bits.get(147 + place * 16, 16)).filter(|code| *code != 0);
    Targets::Municipalities(codes.map(|code| names::EX1.word(code)).collect())
}

pub(super) fn latitude(code: u64) -> f64 {
    -90.0 + 180.0 / 65_535.0 * code as f64
}

pub(super) fn longitude(code: u64) -> f64 {
    -180.0 + 360.0 / 131_071.0 * code as f64
}

/// Kilometres: 32 steps, each longer than the one before by the same factor, from 216.2 m to 2,500 km.
pub(super) fn semi_axis(code: u64) -> f64 {
    usize::try_from(code).ok().and_then(|code| SEMI_AXES.get(code)).copied().unwrap_or_default()
}

static SEMI_AXES: LazyLock<[f64; 32]> = LazyLock::new(|| {
    let (least, most) = (216.2_f64.log10(), 2_500_000_f64.log10());
    std::array::from_fn(|code| 10_f64.powf(least + code as f64 * (most - least) / 31.0) / 1000.0)
});

pub(super) fn rounded(value: f64, places: i32) -> f64 {
    let scale = 10_f64.powi(places);
    (value * scale).round() / scale
}
