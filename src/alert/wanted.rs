//! Which telegrams a town wants, told by the names of their files alone (`20260830024006_0_VPWW55_180000.xml`: sent, number, type, office), so
//! that what concerns others is never fetched. In doubt a telegram is wanted: it is better to read one too many than to miss a kind of
//! warning that is new.

use super::{Kind, Town};

/// The name of a telegram's file, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileName<'a> {
    /// `20260830024006`, UTC. It puts telegrams in order; it is no time to be shown.
    pub sent: &'a str,
    pub code: &'a str,
    /// The office that sent it: 6 digits that begin with its prefecture's.
    pub office: &'a str,
}

/// Whether a telegram is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wants {
    Yes,
    /// Of a kind that concerns only where it was issued, and that is elsewhere.
    OtherPlace,
    /// A forecast or an observation that this kiosk does not show.
    OtherKind,
    /// Not the name of a telegram.
    NoTelegram,
}

impl<'a> FileName<'a> {
    /// From the address of a telegram, or the bare name.
    pub fn parse(address: &'a str) -> Option<Self> {
        let name = address.rsplit(['/', '\\']).next()?;
        let mut parts = name.strip_suffix(".xml")?.split('_');
        let (sent, _number, code, office) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let digits = |text: &str, len| text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_code = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_alphanumeric()) && code.starts_with('V');
        let fits = digits(sent, 14) && is_code && digits(office, 6) && parts.next().is_none();
        fits.then_some(Self { sent, code, office })
    }

    /// Of several of the same series only the newest says anything: each tells all that is in force.
    pub fn is_snapshot(&self) -> bool {
        matches!(Kind::of(self.code), Kind::Warning | Kind::OldWarning | Kind::OldLandslide | Kind::Outlook)
    }
}

/// Forecasts, observations and charts that are published beside warnings (気象庁防災情報XMLフォーマット 電文一覧), by their beginnings.
const NOT_SHOWN: &[&str] = &[
    "VPFD5", "VPFW5", "VPCW", "VPZW", "VPCK", "VPZK", "VPFG", "VPCT", "VPZT", "VPCY", "VPZY", "VPCU", "VPZU", "VPSG",
    "VPRN", "VPAW", "VPFT", "VPCA", "VGSK", "VCYK", "VFVO53", "VFVO54", "VFVO55", "VFSV", "VZVO", "VMCJ", "VPWS50",
];

impl Town {
    /// Whether the town wants the telegram at `address`.
    pub fn wants(&self, address: &str) -> Wants {
        let Some(name) = FileName::parse(address) else { return Wants::NoTelegram };
        if everywhere(name.code) {
            return Wants::Yes;
        }
        if NOT_SHOWN.iter().any(|begins| name.code.starts_with(begins)) {
            return Wants::OtherKind;
        }
        // All offices of the prefecture: what is issued next door is shown as a list, and some offices issue for others at night.
        if name.office.get(..2) == self.code().get(..2) { Wants::Yes } else { Wants::OtherPlace }
    }
}

/// Earthquakes, tsunami, volcanoes and typhoons reach far, and are issued by a few offices for all. So are floods: a river is announced by
/// one office for every prefecture it runs through. Types of these families that are new are among them.
fn everywhere(code: &str) -> bool {
    match Kind::of(code) {
        Kind::River
        | Kind::QuakeFlash
        | Kind::QuakeSource
        | Kind::Quake
        | Kind::QuakeUpdate
        | Kind::LongPeriod
        | Kind::Tsunami
        | Kind::TsunamiInfo
        | Kind::TsunamiSea
        | Kind::Volcano
        | Kind::Eruption
        | Kind::GreatQuake
        | Kind::Typhoon
        | Kind::Forewarning => true,
        Kind::Other => ["VXSE", "VTSE", "VYSE", "VZSE"].iter().any(|begins| code.starts_with(begins)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_wants_its_own_warnings_and_what_reaches_far() {
        let cases = [
            ("https://a.jp/data/20260830024006_0_VPWW55_090000.xml", Wants::Yes),
            ("20260830024006_0_VPWW55_180000.xml", Wants::OtherPlace),
            ("20260830024006_12_VPWW54_090000.xml", Wants::Yes),
            ("20260830024006_0_VXSE53_010000.xml", Wants::Yes),
            ("20260830024006_0_VXSE53_270000.xml", Wants::Yes),
            ("20260830024006_0_VTSE41_010000.xml", Wants::Yes),
            ("20260830024006_0_VXKO53_130000.xml", Wants::Yes),
            ("20260830024006_0_VPFD51_090000.xml", Wants::OtherKind),
            ("20260830024006_0_VPFD61_090000.xml", Wants::Yes),
            ("20260830024006_0_VFVO53_010000.xml", Wants::OtherKind),
            ("20260830024006_0_VXSE99_010000.xml", Wants::Yes),
            ("20260830024006_0_VPXX50_090000.xml", Wants::Yes),
            ("20260830024006_0_VPXX50_100000.xml", Wants::OtherPlace),
            ("20260830024006_0_VPWW55.xml", Wants::NoTelegram),
            ("extra.xml", Wants::NoTelegram),
            ("20260830024006_0_VPWW55_090000.html", Wants::NoTelegram),
            ("", Wants::NoTelegram),
        ];
        let town = Town::parse("09209").unwrap();
        for (address, wanted) in cases {
            assert_eq!(town.wants(address), wanted, "{address}");
        }
        let kushiro = Town::parse("0120601").unwrap();
        assert_eq!(kushiro.wants("20260830024006_0_VPWW55_014100.xml"), Wants::Yes);
    }
}
