//! Bodies of telegrams → claims. One file for each family; what none of them knows is taken from the head, which names in one form for all
//! families what is said of which areas.

mod earth;
mod river;
mod storm;
mod tsunami;
mod warning;

pub(super) use warning::NOTHING;

use super::{Act, Area, Claim, Depth, Grade, Hazard, Kind, Scheme, State, Telegram, code, xml::Find};
use roxmltree::Node;

/// 全国・地方予報区等: its numbers look like those of prefectures of 北海道.
const WHOLE_COUNTRY: &str = "010000";

/// All that the body claims. Empty where its family is not read, or says nothing that can be understood.
pub(super) fn claims(telegram: &Telegram, head: Node<'_, '_>, body: Option<Node<'_, '_>>) -> Vec<Claim> {
    let Some(body) = body else { return vec![] };
    match telegram.kind {
        Kind::Warning | Kind::OldWarning => warning::weather(telegram, body),
        Kind::OldLandslide | Kind::OldRain | Kind::Tornado => warning::single(telegram, body),
        Kind::Attention | Kind::Bulletin => warning::bulletin(telegram, head),
        Kind::River => river::claims(telegram, head, body),
        Kind::QuakeFlash | Kind::Quake | Kind::LongPeriod => earth::intensities(telegram, body),
        Kind::QuakeSource | Kind::QuakeUpdate => earth::source(telegram, body),
        Kind::Tsunami | Kind::TsunamiInfo => tsunami::forecast(telegram, body),
        Kind::TsunamiSea => tsunami::sea(telegram, body),
        Kind::Volcano | Kind::Eruption => earth::volcano(telegram, body),
        Kind::GreatQuake => earth::great(telegram, body),
        Kind::Typhoon => storm::typhoon(telegram, body),
        Kind::Outlook => storm::outlook(telegram, body),
        Kind::Forewarning | Kind::Satellite | Kind::Other => vec![],
    }
}

/// A telegram of a family that is read, out of which nothing could be read, is shown as text: never as nothing.
pub(super) fn depth(telegram: &Telegram) -> Depth {
    let may_be_empty = telegram.act == Act::Withdrawal || telegram.kind == Kind::Outlook;
    if telegram.claims.is_empty() && !may_be_empty { Depth::Text } else { Depth::Full }
}

/// What the head names: 「この 種類の ことが この 区域に」. For telegrams whose body is not read, and to know whom a withdrawal concerns.
pub(super) fn named_in_head(telegram: &Telegram, head: Node<'_, '_>) -> Vec<Claim> {
    let state = if telegram.act == Act::Withdrawal { State::Withdrawn } else { State::Active };
    let mut claims = Vec::new();
    for information in head.kid("Headline").into_iter().flat_map(|headline| headline.kids("Information")) {
        for item in information.kids("Item") {
            for (kind, area) in item.kids("Kind").flat_map(|kind| areas(item).map(move |area| (kind, area))) {
                claims.push(head_claim(telegram, kind, area, state));
            }
        }
    }
    claims.dedup();
    claims
}

/// Of a telegram that names no area at all: what it says, for those whom the office that sent it serves; for everybody where nobody knows
/// who that was.
pub(super) fn in_its_own_words(telegram: &Telegram, office: Option<&str>) -> Option<Claim> {
    if telegram.headline.is_empty() || telegram.act == Act::Withdrawal {
        return None;
    }
    let mut claim = claim(code::by_name(&telegram.title).0, &telegram.title, "", of_office(telegram, office));
    claim.text.clone_from(&telegram.headline);
    claim.state = if telegram.kind == Kind::Forewarning { State::Ended } else { State::Active };
    Some(claim)
}

/// Of a warning of which no town could find out whether it is meant: a river without the municipalities along it, areas in a list that
/// nobody knows. The gravest of it is told to those whom the office serves, or to everybody; silence would be worse.
pub(super) fn for_whom_it_may_concern(telegram: &Telegram, office: Option<&str>) -> Option<Claim> {
    let warns = matches!(
        telegram.kind,
        Kind::Warning | Kind::OldWarning | Kind::OldLandslide | Kind::OldRain | Kind::Tornado | Kind::Attention
    ) || matches!(telegram.kind, Kind::Bulletin | Kind::River | Kind::Volcano | Kind::Eruption);
    if !warns || telegram.act == Act::Withdrawal || telegram.claims.iter().any(|claim| claim.area.can_be_found()) {
        return None;
    }
    let gravest =
        telegram.claims.iter().max_by_key(|claim| (claim.state == State::Active, claim.level, claim.grade))?;
    Some(Claim { area: of_office(telegram, office), ..gravest.clone() })
}

/// 気象庁 itself has the number of the whole country.
fn of_office(telegram: &Telegram, office: Option<&str>) -> Area {
    match office.filter(|office| *office != WHOLE_COUNTRY) {
        Some(office) => Area::new(Scheme::Region, office, &telegram.editor),
        None => Area::everywhere(),
    }
}

fn head_claim(telegram: &Telegram, kind: Node<'_, '_>, area: Area, state: State) -> Claim {
    let name = kind.says("Name");
    let (hazard, grade) = code::by_name(name);
    let hazard = if hazard == Hazard::Other { code::by_name(&telegram.title).0 } else { hazard };
    let ended = state == State::Active && ends(kind.says("Condition"), name);
    Claim {
        grade,
        // 噴火警戒レベル is another scale.
        level: code::stated_level(name).filter(|_| hazard.has_levels() && !telegram.kind.is_old_copy()),
        state: if ended || telegram.kind == Kind::Forewarning { State::Ended } else { state },
        text: telegram.headline.clone(),
        ..claim(hazard, name, kind.says("Code"), area)
    }
}

fn ends(condition: &str, name: &str) -> bool {
    condition.contains("解除") || name.ends_with("解除")
}

/// The areas of an item, each in the scheme that `codeType` names; without it by the form of the code.
fn areas<'a>(item: Node<'a, 'a>) -> impl Iterator<Item = Area> {
    let lists = item.kids("Areas").map(|list| (list.note("codeType"), list));
    lists.flat_map(|(scheme, list)| list.kids("Area").map(move |area| self::area(scheme, area)))
}

/// 「気象警報・注意報（市町村等）」, 「気象・地震・火山情報／市町村等」; 市町村等をまとめた地域 are others.
fn is_of_municipalities(list: &str) -> bool {
    list.contains("市町村等") && !list.contains("まとめた")
}

fn area(list: &str, node: Node<'_, '_>) -> Area {
    let own = node.note("codeType");
    let scheme = if own.is_empty() { list } else { own };
    let (code, name) = (node.says("Code"), node.says("Name"));
    match scheme {
        _ if is_of_municipalities(scheme) => Area::municipality(code, name),
        _ if scheme.contains("府県予報区") && code.len() == 6 => Area::new(Scheme::Region, code, name),
        _ if scheme.contains("地方予報区") || code == WHOLE_COUNTRY => Area::new(Scheme::Named, code, name),
        _ if scheme.contains("都道府県") => Area::new(Scheme::Prefecture, code, name),
        _ if scheme.contains("細分区域") => Area::new(Scheme::Seismic, code, name),
        _ if scheme.contains("津波予報区") => Area::new(Scheme::Coast, code, name),
        _ if scheme.contains("河川") || scheme.contains("水位") => Area::new(Scheme::River, code, name),
        _ if scheme.contains("火山") => Area::new(Scheme::Volcano, code, name),
        _ => Area::weather(code, name),
    }
}

/// A claim of the plainest form, to be filled by its family.
fn claim(hazard: Hazard, name: &str, code: &str, area: Area) -> Claim {
    Claim { code: code.to_owned(), ..Claim::plain(hazard, name, area) }
}

/// Sentences one under the other, without those that are empty or were said.
fn sentences<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut said: Vec<&str> = Vec::new();
    for part in parts.into_iter().map(str::trim) {
        if !part.is_empty() && !said.contains(&part) {
            said.push(part);
        }
    }
    said.join("\n")
}
