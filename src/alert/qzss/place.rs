//! Where an earthquake or a typhoon is: degrees, minutes and seconds of 41 bits.

use super::bits::Bits;
use serde::Serialize;

/// A position as it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "Told")]
pub struct Position {
    /// The whole field as a number.
    pub code: u64,
    /// North is plus. Degrees, minutes, seconds; with one of them outside its range the others cannot be believed either.
    parts: Option<[Angle; 2]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Angle {
    /// South, or west.
    minus: bool,
    degrees: u8,
    minutes: u8,
    seconds: u8,
}

#[derive(Serialize)]
struct Told {
    text: String,
    /// Latitude and longitude, in degrees.
    degrees: Option<[f64; 2]>,
    code: u64,
}

impl From<Position> for Told {
    fn from(position: Position) -> Self {
        Self { text: position.text(), degrees: position.degrees(), code: position.code }
    }
}

impl Position {
    pub(super) fn read(bits: &Bits, at: usize) -> Self {
        let angle = |at: usize, wide: usize| Angle {
            minus: bits.is_set(at),
            degrees: bits.byte(at + 1, wide),
            minutes: bits.byte(at + 1 + wide, 6),
            seconds: bits.byte(at + 7 + wide, 6),
        };
        let (north, east) = (angle(at, 7), angle(at + 20, 8));
        let fits = |angle: Angle, most: u8| angle.degrees < most && angle.minutes < 60 && angle.seconds < 60;
        let parts = (fits(north, 90) && fits(east, 180)).then_some([north, east]);
        Self { code: bits.get(at, 41), parts }
    }

    /// Latitude and longitude in degrees.
    pub fn degrees(&self) -> Option<[f64; 2]> {
        let degrees = |angle: Angle| {
            let seconds = f64::from(u16::from(angle.minutes) * 60 + u16::from(angle.seconds));
            let degrees = f64::from(angle.degrees) + seconds / 3600.0;
            if angle.minus { -degrees } else { degrees }
        };
        self.parts.map(|parts| parts.map(degrees))
    }

    /// 「北緯32度42分0秒 東経132度6分0秒」.
    pub fn text(&self) -> String {
        let Some([north, east]) = self.parts else {
            return format!("緯度・経度(コード番号：{})", self.code);
        };
        let said = |plus: &str, minus: &str, angle: Angle| {
            let Angle { degrees, minutes, seconds, .. } = angle;
            format!("{}{degrees}度{minutes}分{seconds}秒", if angle.minus { minus } else { plus })
        };
        format!("{} {}", said("北緯", "南緯", north), said("東経", "西経", east))
    }
}
