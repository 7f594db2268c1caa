//! CAMF A17 and A18: what an alert adds to its ellipse or its hazard. Values are as the receiver of the alert has to understand them: degrees,
//! kilometres, factors of the main ellipse.

use super::{
    bits::Bits,
    dcx::{Raw, latitude, longitude, rounded, semi_axis},
    names,
    table::{Table, Word},
};
use serde::Serialize;

/// A value by the name that the specification gives it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Detail {
    pub name: &'static str,
    pub value: Value,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    Whole(u64),
    Number(f64),
    Word(Word),
}

/// What follows behind A17, by what A17 is. `ellipse`: the message has a main ellipse.
pub(super) fn details(bits: &Bits, raw: &Raw, ellipse: Option<()>) -> Option<(Word, Vec<Detail>)> {
    let found = match (raw.a17, ellipse) {
        (0, Some(())) => refined(bits, raw),
        (1, Some(())) => centre(bits, raw),
        (2, _) => second(bits),
        (3, _) => quantities(bits, raw.a4),
        _ => return None,
    };
    Some((names::A17.word(raw.a17), found))
}

fn number(name: &'static str, value: f64) -> Detail {
    Detail { name, value: Value::Number(value) }
}

/// B1: the main ellipse in eighths of its steps.
fn refined(bits: &Bits, raw: &Raw) -> Vec<Detail> {
    let eighths = |at| bits.get(at, 3) as f64;
    let shorter = |code: u64, eighths: f64| {
        let length = semi_axis(code);
        let step = code.checked_sub(1).map_or(length, |below| length - semi_axis(below));
        rounded(length - step * eighths / 8.0, 3)
    };
    let north = latitude(raw.a12) + (180.0 / 65_535.0) / 8.0 * eighths(131);
    let east = longitude(raw.a13) + (360.0 / 131_071.0) / 8.0 * eighths(134);
    vec![
        number("c1_refined_latitude_of_centre_of_main_ellipse", rounded(north, 6)),
        number("c2_refined_longitude_of_centre_of_main_ellipse", rounded(east, 6)),
        number("c3_refined_length_of_semi_major_axis", shorter(raw.a14, eighths(137))),
        number("c4_refined_length_of_semi_minor_axis", shorter(raw.a15, eighths(140))),
    ]
}

/// B2: where the hazard itself is, up to ten degrees from the centre. No difference at all is not sent.
fn centre(bits: &Bits, raw: &Raw) -> Vec<Detail> {
    let away = |at| {
        let code = bits.get(at, 7);
        let code = if code <= 63 { code } else { code + 1 };
        -10.0 + 20.0 / 128.0 * code as f64
    };
    vec![
        number("c5_latitude_of_centre_of_hazard", rounded(latitude(raw.a12) + away(131), 6)),
        number("c6_longitude_of_centre_of_hazard", rounded(longitude(raw.a13) + away(138), 6)),
    ]
}

/// B3: a second ellipse, by the main one.
fn second(bits: &Bits) -> Vec<Detail> {
    let instruction = bits.get(141, 5);
    let word = |name, table: &'static Table| Detail { name, value: Value::Word(table.word(instruction)) };
    vec![
        Detail { name: "c7_shift_of_second_ellipse_centre", value: Value::Whole(bits.get(131, 2)) },
        number("c8_homothetic_factor_of_second_ellipse", 0.25 * (bits.get(133, 3) + 1) as f64),
        number("c9_bearing_angle_of_second_ellipse", bits.get(136, 5) as f64 * 11.25),
        word("c10_instruction_library_for_second_ellipse_code", &names::C10_CODE),
        word("c10_instruction_library_for_second_ellipse", &names::C10),
    ]
}

/// Fields one behind the other: their tables and bits.
type Fields = &'static [(&'static Table, usize)];

/// B4: which quantities are told of which hazards (A4).
static QUANTITIES: &[(&[u64], Fields)] = &[
    (&[36], &[(&names::D1, 4), (&names::D2, 3), (&D3, 4), (&names::D4, 4)]),
    (&[44, 43], &[(&names::D5, 3)]),
    (&[63, 71], &[(&names::D6, 4)]),
    (&[80], &[(&names::D7, 3), (&names::D8, 4), (&names::D9, 3)]),
    (&[82], &[(&names::D36, 3), (&names::D8, 4), (&names::D9, 3)]),
    (&[79], &[(&names::D8, 4), (&names::D9, 3), (&names::D11, 3)]),
    (&[77], &[(&names::D8, 4), (&names::D9, 3), (&names::D10, 3), (&names::D16, 3)]),
    (&[70], &[(&names::D12, 4)]),
    (&[74], &[(&names::D9, 3), (&names::D13, 4)]),
    (&[76], &[(&names::D14, 5), (&names::D13, 4)]),
    (&[68], &[(&names::D15, 2)]),
    (&[72], &[(&names::D16, 3)]),
    (&[81], &[(&names::D8, 4), (&names::D6, 4)]),
    (&[64], &[(&names::D8, 4), (&names::D9, 3), (&names::D16, 3), (&names::D11, 3)]),
    (&[69], &[(&names::D17, 3), (&names::D13, 4)]),
    (&[75], &[(&names::D13, 4), (&names::D8, 4)]),
    (&[65], &[(&names::D18, 2)]),
    (&[33], &[(&names::D19, 3)]),
    (&[32], &[(&names::D20, 3)]),
    (&[47], &[(&names::D8, 4), (&names::D5, 3)]),
    (&[37], &[(&names::D21, 3)]),
    (&[103], &[(&names::D22, 3)]),
    (&[27, 30], &[(&names::D23, 3)]),
    (&[16, 18, 21], &[(&names::D24, 3)]),
    (&[23], &[(&names::D25, 4)]),
    (&[53, 51], &[(&names::D26, 5), (&names::D35, 6)]),
    (&[19], &[(&names::D27, 4)]),
    (&[15], &[(&names::D28, 3)]),
    (&[56, 57, 58, 55, 60], &[(&names::D29, 5)]),
    (&[5], &[(&names::D31, 4)]),
    (&[11, 9, 10], &[(&names::D30, 4)]),
    (&[4], &[(&names::D32, 2), (&names::D33, 2)]),
    (&[6], &[(&names::D34, 2)]),
];

/// In steps of 22.5 degrees; it needs no words.
static D3: Table = Table::new(super::table::CAMF, "d3_azimuth_from_centre_of_main_ellipse_to_epicentre");

fn quantities(bits: &Bits, hazard: u64) -> Vec<Detail> {
    let fields = QUANTITIES.iter().find(|(hazards, _)| hazards.contains(&hazard)).map_or(&[][..], |(_, fields)| fields);
    let mut at = 131;
    let mut found = Vec::with_capacity(fields.len());
    for (table, length) in fields {
        let code = bits.get(at, *length);
        at += length;
        let value = match table.name {
            name if name == D3.name => Value::Number(code as f64 * 22.5),
            name if name == names::D4.name => factor(table.word(code)),
            _ => Value::Word(table.word(code)),
        };
        found.push(Detail { name: table.name, value });
    }
    found
}

/// A factor that the table writes as a number.
fn factor(word: Word) -> Value {
    match (word.en().parse::<u64>(), word.en().parse::<f64>()) {
        (Ok(whole), _) => Value::Whole(whole),
        (_, Ok(number)) => Value::Number(number),
        _ => Value::Word(word),
    }
}
