//! What a receiver says beside the messages: that it is one at all, and how many satellites it hears. Sentences of NMEA 0183 (GGA, GNS, GSV)
//! and frames of u-blox (NAV-PVT, NAV-SAT, RXM-SFRBX), each only when its checksum is right.

use super::wire::{digit, fletcher};

/// What one sentence or frame tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Whoever says this is a receiver.
    Speaks,
    /// It hears a satellite now.
    Hears,
    /// With so many satellites it reckons where it is.
    Uses(u8),
    /// Of one system (its talker, `GP`) it hears so many; the list of a system comes in pages, from 1.
    Lists { system: [u8; 2], page: u8, heard: u8 },
    /// So many of all systems.
    All(u8),
}

/// Systems that are told apart; there are seven.
const SYSTEMS: usize = 8;

/// How many satellites a receiver hears, by what it says one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    uses: Option<u8>,
    systems: Vec<([u8; 2], u8)>,
    all: Option<u8>,
}

impl Count {
    /// What it said now.
    pub fn hear(&mut self, sign: Sign) {
        match sign {
            Sign::Speaks | Sign::Hears => {}
            Sign::Uses(uses) => self.uses = Some(uses),
            Sign::All(all) => self.all = Some(all),
            Sign::Lists { system, page, heard } => self.list(system, page, heard),
        }
    }

    fn list(&mut self, system: [u8; 2], page: u8, heard: u8) {
        if let Some(one) = self.systems.iter_mut().find(|one| one.0 == system) {
            one.1 = if page == 1 { heard } else { one.1.saturating_add(heard) };
        } else if self.systems.len() < SYSTEMS {
            self.systems.push((system, heard));
        }
    }

    /// `None`: it has not said anything of that.
    pub fn heard(&self) -> Option<u8> {
        let listed = self.systems.iter().fold(0_u8, |sum, one| sum.saturating_add(one.1));
        let listed = Some(listed).filter(|_| !self.systems.is_empty());
        // Of a long list some pages may have been cut; what is reckoned with is heard in any case.
        self.all.into_iter().chain(listed).chain(self.uses).max()
    }
}

/// What a line says that begins with `$`; `None` when it is no sentence of a receiver.
pub(super) fn sentence(line: &[u8]) -> Option<Sign> {
    let star = line.iter().position(|byte| *byte == b'*')?;
    let (said, check) = (line.get(1..star)?, line.get(star + 1..)?);
    let [high, low] = check.trim_ascii_end() else { return None };
    let sum = said.iter().fold(0, |sum, byte| sum ^ byte);
    let talker: [u8; 2] = said.get(..2)?.try_into().ok()?;
    // Talkers of satellite systems; a weather station or a compass speaks NMEA too.
    let ours = matches!(&talker, [b'G', b'A'..=b'Z'] | b"QZ" | b"BD" | b"PQ");
    if !ours || sum != (digit(*high)? << 4 | digit(*low)?) {
        return None;
    }
    let mut fields = said.split(|byte| *byte == b',');
    let kind = fields.next()?.get(2..)?;
    let fields: Vec<&[u8]> = fields.take(FIELDS).collect();
    Some(match kind {
        b"GGA" | b"GNS" => number(fields.get(6)).map_or(Sign::Speaks, Sign::Uses),
        b"GSV" => lists(talker, &fields),
        _ => Sign::Speaks,
    })
}

/// No sentence that is looked into has more.
const FIELDS: usize = 24;

/// Four satellites a page: number, elevation, azimuth, and how strong it is, which is empty for one that is not heard.
fn lists(system: [u8; 2], fields: &[&[u8]]) -> Sign {
    let strong = fields.get(3..).unwrap_or_default().chunks_exact(4).filter_map(|one| number(one.get(3)));
    let heard = u8::try_from(strong.filter(|strength| *strength > 0).count()).unwrap_or(u8::MAX);
    Sign::Lists { system, page: number(fields.get(1)).unwrap_or(1), heard }
}

fn number(field: Option<&&[u8]>) -> Option<u8> {
    std::str::from_utf8(field?).ok()?.parse().ok()
}

/// What a frame of u-blox says, from its sync characters to its checksum; `None` when it is not whole.
pub(super) fn frame(frame: &[u8]) -> Option<Sign> {
    let body = frame.get(2..frame.len().checked_sub(2)?)?;
    if !frame.ends_with(&fletcher(body)) {
        return None;
    }
    let payload = body.get(4..)?;
    let at = |place: usize| payload.get(place).copied();
    Some(match body.get(..2)? {
        [0x01, 0x07] => at(23).map_or(Sign::Speaks, Sign::Uses),
        [0x01, 0x35] => {
            // Twelve bytes a satellite behind the first eight; the third is its strength.
            let strong = payload.get(8..).unwrap_or_default().chunks_exact(12).filter_map(|one| one.get(2));
            Sign::All(u8::try_from(strong.filter(|strength| **strength > 0).count()).unwrap_or(u8::MAX))
        }
        [0x02, 0x13] => Sign::Hears,
        _ => Sign::Speaks,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nmea(said: &str) -> Option<Sign> {
        let sum = said.bytes().fold(0, |sum, byte| sum ^ byte);
        sentence(format!("${said}*{sum:02X}").as_bytes())
    }

    #[test]
    fn sentences_tell_how_many_satellites_are_heard() {
        let cases = [
            ("GNGGA,010203.00,3544.0,N,14000.0,E,1,07,1.0,50.0,M,36.0,M,,", Some(Sign::Uses(7))),
            ("GNGGA,,,,,,0,00,99.99,,,,,,", Some(Sign::Uses(0))),
            ("GNGNS,010203.00,3544.0,N,14000.0,E,AAN,12,1.0,50.0,36.0,,,V", Some(Sign::Uses(12))),
            (
                "GPGSV,2,1,05,02,41,101,38,05,60,210,,12,20,045,22,13,10,300,00",
                Some(Sign::Lists { system: *b"GP", page: 1, heard: 2 }),
            ),
            ("GQGSV,1,1,02,02,80,010,41,03,55,190,30,1", Some(Sign::Lists { system: *b"GQ", page: 1, heard: 2 })),
            ("GNRMC,,V,,,,,,,,,,N,V", Some(Sign::Speaks)),
            ("GNTXT,01,01,02,u-blox", Some(Sign::Speaks)),
            // A wind gauge, a proprietary sentence, and what is only like one.
            ("WIMWV,214.8,R,0.1,K,A", None),
            ("PUBX,00", None),
            ("G", None),
        ];
        for (said, wanted) in cases {
            assert_eq!(nmea(said), wanted, "{said}");
        }
        assert_eq!(sentence(b"$GNRMC,,V,,,,,,,,,,N,V*00"), None, "a wrong checksum says nothing");
        assert_eq!(sentence(b"$GNRMC,,V"), None);
    }

    #[test]
    fn the_count_is_of_all_systems_and_begins_anew_with_every_list() {
        let (mut count, mut hear) = (Count::default(), vec![]);
        assert_eq!(count.heard(), None);
        hear.extend([Sign::Uses(0), Sign::Lists { system: *b"GP", page: 1, heard: 4 }]);
        hear.extend([(2, 1), (1, 2)].map(|(page, heard)| Sign::Lists { system: *b"GP", page, heard }));
        hear.push(Sign::Lists { system: *b"GQ", page: 1, heard: 3 });
        let told: Vec<_> = hear
            .into_iter()
            .map(|sign| {
                count.hear(sign);
                count.heard()
            })
            .collect();
        assert_eq!(told, [Some(0), Some(4), Some(5), Some(2), Some(5)]);
    }

    #[test]
    fn frames_of_ublox_tell_it_too() {
        let made = |kind: [u8; 2], payload: &[u8]| {
            let length = u16::try_from(payload.len()).unwrap().to_le_bytes();
            let body = [&kind[..], &length, payload].concat();
            [&[0xb5, 0x62][..], &body, &fletcher(&body)].concat()
        };
        let mut fix = [0; 92];
        fix[23] = 9;
        assert_eq!(frame(&made([0x01, 0x07], &fix)), Some(Sign::Uses(9)));
        let list =
            [&[0; 8][..], &[0, 2, 40, 0, 0, 0, 0, 0, 0, 0, 0, 0], &[5, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]].concat();
        assert_eq!(frame(&made([0x01, 0x35], &list)), Some(Sign::All(1)));
        assert_eq!(frame(&made([0x02, 0x13], &[0; 52])), Some(Sign::Hears));
        assert_eq!(frame(&made([0x0a, 0x09], &[0; 4])), Some(Sign::Speaks));
        let mut broken = made([0x01, 0x07], &fix);
        broken[40] ^= 1;
        assert_eq!(frame(&broken), None);
        assert_eq!(frame(&[0xb5]), None);
    }
}
