//! The values of every colour, and nothing else: a designer changes the look here, and the tests of `palette` say what may not be.
//!
//! Day is the hues of the sketches, night the same place by the light of embers; high contrast is pure black and white with colour in the focus ring only; soft is
//! the day with its hues brought between 4.5:1 and 8:1.

use super::palette::{Boxed, Colours, Face, Handset, Pair, Pressable};
use egui::Color32;

#[expect(clippy::disallowed_methods, reason = "the one place where colours are made")]
#[expect(clippy::cast_possible_truncation, reason = "takes the bytes of 0xRRGGBB apart")]
const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}
const fn pair(ground: u32, ink: u32) -> Pair {
    Pair { ground: hex(ground), ink: hex(ink) }
}
const fn face(ground: u32, ink: u32, edge: u32) -> Face {
    Face { ground: hex(ground), ink: hex(ink), edge: hex(edge) }
}
const fn boxed(ground: u32, ink: u32, band: u32, edge: u32) -> Boxed {
    Boxed { ground: hex(ground), ink: hex(ink), band: hex(band), edge: hex(edge) }
}

const fn handset(body: u32, edge: u32, glass: Pair, row: Pair, own: Pair, band: Pair) -> Handset {
    Handset { body: hex(body), edge: hex(edge), glass, row, own, band }
}

const RING: [Color32; 3] = [hex(0x00_0000), hex(0xFF_D84D), hex(0x00_0000)];

/// The official colours of the five warning levels with the symbol on them, the same in every contrast: 1 white, 2 yellow, 3 red, 4 purple, 5 black
/// (警戒レベルの一覧表の配色, Cabinet Office, 29 May 2020, chosen with people of all colour visions; JMA uses the same for its warnings and キキクル).
pub(super) static WARNINGS: [Pair; 5] = [
    pair(0xFF_FFFF, 0x00_0000),
    pair(0xF2_E700, 0x00_0000),
    pair(0xFF_2800, 0x00_0000),
    pair(0xAA_00AA, 0xFF_FFFF),
    pair(0x0C_000C, 0xFF_FFFF),
];

pub(super) static DAY: Colours = Colours {
    paper: hex(0xFB_F7EF),
    ink: hex(0x1A_1A1A),
    quiet: hex(0x33_3333),
    title: hex(0x0F_3460),
    hairline: hex(0x8C_8270),
    lip: hex(0x8C_8270),
    bar: hex(0x0F_3460),
    disc: pair(0x0F_3460, 0xFF_FFFF),
    said: pair(0xFF_E58A, 0x1A_1A1A),
    said_line: hex(0x1A_1A1A),
    press: Pressable {
        card: face(0xFF_FFFF, 0x1A_1A1A, 0x8C_8270),
        plain: face(0xFF_FFFF, 0x0F_3460, 0x0F_3460),
        primary: face(0x0F_3460, 0xFF_FFFF, 0x0F_3460),
        away: face(0xF8_EFE2, 0x55_2B08, 0x55_2B08),
        danger: face(0x7E_0A10, 0xFF_FFFF, 0x7E_0A10),
        chosen: face(0x0F_3460, 0xFF_FFFF, 0x0F_3460),
        off: face(0xFB_F7EF, 0x33_3333, 0x8C_8270),
        in_bar: face(0xFF_FFFF, 0x0F_3460, 0xFF_FFFF),
        away_in_bar: face(0xF8_EFE2, 0x55_2B08, 0xF8_EFE2),
    },
    field: face(0xFF_FFFF, 0x1A_1A1A, 0x0F_3460),
    switch_on: pair(0x07_3F2D, 0xFF_FFFF),
    switch_off: pair(0x6B_6353, 0xFF_FFFF),
    calm: boxed(0xE6_EDF5, 0x1A_1A1A, 0x0F_3460, 0xE6_EDF5),
    hint: boxed(0xFF_F1C2, 0x1A_1A1A, 0xFF_F1C2, 0xFF_F1C2),
    care: boxed(0xFF_F1C2, 0x1A_1A1A, 0x8A_6100, 0x8A_6100),
    alarm: boxed(0xFF_FFFF, 0x1A_1A1A, 0x7E_0A10, 0x7E_0A10),
    takeover: face(0x7E_0A10, 0xFF_FFFF, 0x7E_0A10),
    handset: handset(
        0x22_252A,
        0x6B_7178,
        pair(0xF1_F3F6, 0x1A_1A1A),
        pair(0xFF_FFFF, 0x1A_1A1A),
        pair(0xDC_EFE3, 0x1A_1A1A),
        pair(0x4A_3600, 0xFF_FFFF),
    ),
    tiles: [
        pair(0xE6_EDF5, 0x0F_3460),
        pair(0xF8_EFE2, 0x55_2B08),
        pair(0xFE_F0EF, 0x78_080E),
        pair(0xE9_F4EF, 0x07_3F2D),
        pair(0xF5_E6F0, 0x5B_1A4B),
        pair(0xFF_F1C2, 0x4A_3600),
        pair(0xEC_ECEC, 0x1A_1A1A),
    ],
    ring: RING,
};

/// For a gym with its lights out: embers on dark wood. No ink is white and little of the glass is bright, so that nobody beside it wakes.
pub(super) static NIGHT: Colours = Colours {
    paper: hex(0x11_0C08),
    ink: hex(0xEA_D6B4),
    quiet: hex(0xDD_C7A2),
    title: hex(0xF0_CF95),
    hairline: hex(0x86_714F),
    lip: hex(0x86_714F),
    bar: hex(0x1B_140E),
    disc: pair(0xEB_C88C, 0x11_0C08),
    said: pair(0x4A_3300, 0xFF_EFC9),
    said_line: hex(0xF2_C14E),
    press: Pressable {
        card: face(0x1B_140E, 0xEA_D6B4, 0x86_714F),
        plain: face(0x11_0C08, 0xEB_C88C, 0xEB_C88C),
        primary: face(0xEB_C88C, 0x11_0C08, 0xEB_C88C),
        away: face(0x2B_1D0C, 0xEF_D6AE, 0xEF_D6AE),
        danger: face(0xFF_C9BC, 0x33_110B, 0xFF_C9BC),
        chosen: face(0xEB_C88C, 0x11_0C08, 0xEB_C88C),
        off: face(0x11_0C08, 0xDD_C7A2, 0x86_714F),
        in_bar: face(0x11_0C08, 0xEA_D6B4, 0xEB_C88C),
        away_in_bar: face(0x2B_1D0C, 0xEF_D6AE, 0xEF_D6AE),
    },
    field: face(0x1B_140E, 0xEA_D6B4, 0xEB_C88C),
    switch_on: pair(0xCF_E0B8, 0x18_210F),
    switch_off: pair(0x2C_241A, 0xEA_D6B4),
    calm: boxed(0x24_1B12, 0xEA_D6B4, 0xEB_C88C, 0x24_1B12),
    hint: boxed(0x2E_2208, 0xEA_D6B4, 0x2E_2208, 0x2E_2208),
    care: boxed(0x2E_2208, 0xEA_D6B4, 0xF2_C14E, 0xF2_C14E),
    alarm: boxed(0x33_110B, 0xEA_D6B4, 0xFF_C9BC, 0xFF_C9BC),
    takeover: face(0x52_140B, 0xFF_DDD2, 0xFF_C9BC),
    handset: handset(
        0x3A_3126,
        0x86_714F,
        pair(0x15_100B, 0xEA_D6B4),
        pair(0x21_1912, 0xEA_D6B4),
        pair(0x1B_2312, 0xEA_D6B4),
        pair(0x2E_2208, 0xF6_DFA8),
    ),
    tiles: [
        pair(0x23_222A, 0xD5_D3DF),
        pair(0x2B_1D0C, 0xEF_D6AE),
        pair(0x33_110B, 0xFF_C9BC),
        pair(0x1B_2312, 0xCF_E0B8),
        pair(0x2E_1826, 0xEB_CBDA),
        pair(0x2E_2208, 0xF2_D58C),
        pair(0x24_1D16, 0xEA_D6B4),
    ],
    ring: RING,
};

const BLACK: u32 = 0x00_0000;
const WHITE: u32 = 0xFF_FFFF;

/// Black and white need one rule only: what is on, chosen or next is the other way round.
const fn pure(ground: u32, ink: u32) -> Colours {
    let (plain, turned) = (face(ground, ink, ink), face(ink, ground, ink));
    let remark = boxed(ground, ink, ink, ink);
    Colours {
        paper: hex(ground),
        ink: hex(ink),
        quiet: hex(ink),
        title: hex(ink),
        hairline: hex(ink),
        lip: hex(ink),
        bar: hex(BLACK),
        disc: pair(ink, ground),
        said: pair(ink, ground),
        said_line: hex(ink),
        press: Pressable {
            card: plain,
            plain,
            primary: turned,
            away: plain,
            danger: turned,
            chosen: turned,
            off: plain,
            in_bar: face(ground, ink, WHITE),
            away_in_bar: face(ground, ink, WHITE),
        },
        field: plain,
        switch_on: pair(ink, ground),
        switch_off: pair(ground, ink),
        calm: remark,
        hint: remark,
        care: remark,
        alarm: remark,
        takeover: turned,
        handset: Handset {
            body: hex(ink),
            edge: hex(ink),
            glass: pair(ground, ink),
            row: pair(ground, ink),
            own: pair(ground, ink),
            band: pair(ink, ground),
        },
        tiles: [pair(ground, ink); 7],
        ring: RING,
    }
}

pub(super) static HIGH_LIGHT: Colours = pure(WHITE, BLACK);
pub(super) static HIGH_DARK: Colours = pure(BLACK, WHITE);

pub(super) static SOFT: Colours = Colours {
    paper: hex(0xF3_EEE4),
    ink: hex(0x54_4E45),
    quiet: hex(0x5A_5449),
    title: hex(0x2F_5480),
    hairline: hex(0x8C_8270),
    lip: hex(0x8C_8270),
    bar: hex(0x2F_5480),
    disc: pair(0x2F_5480, 0xFA_F7F1),
    said: pair(0xFB_E9A6, 0x54_4E45),
    said_line: hex(0x54_4E45),
    press: Pressable {
        card: face(0xFA_F7F1, 0x54_4E45, 0x8C_8270),
        plain: face(0xFA_F7F1, 0x2F_5480, 0x2F_5480),
        primary: face(0x2F_5480, 0xFA_F7F1, 0x2F_5480),
        away: face(0xF3_E8D8, 0x7A_4A22, 0x7A_4A22),
        danger: face(0x9A_3A3A, 0xFA_F7F1, 0x9A_3A3A),
        chosen: face(0x2F_5480, 0xFA_F7F1, 0x2F_5480),
        off: face(0xF3_EEE4, 0x5A_5449, 0x8C_8270),
        in_bar: face(0xFA_F7F1, 0x2F_5480, 0xFA_F7F1),
        away_in_bar: face(0xF3_E8D8, 0x7A_4A22, 0xF3_E8D8),
    },
    field: face(0xFA_F7F1, 0x54_4E45, 0x2F_5480),
    switch_on: pair(0x2C_6450, 0xFA_F7F1),
    switch_off: pair(0x6B_6353, 0xFA_F7F1),
    calm: boxed(0xE3_EAF2, 0x54_4E45, 0x2F_5480, 0xE3_EAF2),
    hint: boxed(0xF7_ECC4, 0x54_4E45, 0xF7_ECC4, 0xF7_ECC4),
    care: boxed(0xF7_ECC4, 0x54_4E45, 0x8A_6D1B, 0x8A_6D1B),
    alarm: boxed(0xFA_F7F1, 0x54_4E45, 0x9A_3A3A, 0x9A_3A3A),
    takeover: face(0x9A_3A3A, 0xFA_F7F1, 0x9A_3A3A),
    handset: handset(
        0x4A_4A4C,
        0x7A_7468,
        pair(0xEF_ECE5, 0x54_4E45),
        pair(0xFA_F7F1, 0x54_4E45),
        pair(0xE2_EFE8, 0x54_4E45),
        pair(0x6B_5413, 0xFA_F7F1),
    ),
    tiles: [
        pair(0xE3_EAF2, 0x2F_5480),
        pair(0xF3_E8D8, 0x7A_4A22),
        pair(0xF8_E6E3, 0x9A_3A3A),
        pair(0xE2_EFE8, 0x2C_6450),
        pair(0xF1_E3EC, 0x7A_4169),
        pair(0xF7_ECC4, 0x6B_5413),
        pair(0xE9_E6E0, 0x54_4E45),
    ],
    ring: RING,
};
