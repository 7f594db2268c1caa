//! Weather warnings: 気象警報・注意報 in the form of 2026 and in the older ones, 土砂災害警戒情報, 記録的短時間大雨情報, 竜巻注意情報, 防災速報.
//!
//! What counts is the status and the code now, not the headline: a telegram whose headline speaks of 特別警報 may end one.

use super::{Area, Claim, Grade, Hazard, Kind, Scheme, State, Telegram, areas, claim, code, ends, sentences};
use crate::alert::xml::Find;
use roxmltree::Node;

/// Nothing of this kind is in force there, said by the telegram itself.
pub(in crate::alert) const NOTHING: &str = "発表警報・注意報はなし";

/// 気象警報・注意報 by municipality; by region only where a telegram names no municipality at all.
pub(super) fn weather(telegram: &Telegram, body: Node<'_, '_>) -> Vec<Claim> {
    let notice = body.says("Notice");
    let mut claims = Vec::new();
    for list in body.kids("Warning").filter(|list| is_of_areas(list.note("type"))) {
        for item in list.kids("Item") {
            for area in named(item, list.note("type")) {
                let kinds = item.kids("Kind").filter_map(|kind| of_kind(telegram, notice, kind, &area));
                claims.extend(kinds);
            }
        }
    }
    finest(claims)
}

/// The areas of an item: one, as it is, or several, beside each other or in a list.
fn named<'a>(item: Node<'a, 'a>, list: &'a str) -> impl Iterator<Item = Area> {
    let of_towns = super::is_of_municipalities(list);
    let own = item.kids("Area").map(move |area| {
        let (code, name) = (area.says("Code"), area.says("Name"));
        if of_towns { Area::municipality(code, name) } else { Area::weather(code, name) }
    });
    own.chain(areas(item))
}

/// 高潮予報区間 are stretches of coast with codes of their own that look like those of municipalities, which are listed beside them.
fn is_of_areas(list: &str) -> bool {
    list.starts_with("気象警報・注意報") && !list.contains("高潮予報区間")
}

/// Without the regions, when the municipalities are named.
fn finest(mut claims: Vec<Claim>) -> Vec<Claim> {
    if claims.iter().any(|claim| claim.area.scheme == Scheme::City) {
        claims.retain(|claim| claim.area.scheme == Scheme::City);
    }
    claims
}

fn of_kind(telegram: &Telegram, notice: &str, kind: Node<'_, '_>, area: &Area) -> Option<Claim> {
    let (name, number, status) = (kind.says("Name"), kind.says("Code"), kind.says("Status"));
    if status.ends_with("はなし") {
        let mut none = claim(subject(telegram), NOTHING, "", area.clone());
        none.state = State::Ended;
        return Some(none);
    }
    if name.is_empty() && number.is_empty() {
        return None;
    }
    let known = code::weather(number);
    let (hazard, grade) = known.map_or_else(|| code::by_name(name), |known| (known.hazard, known.grade));
    let mut claim = claim(hazard, name, number, area.clone());
    claim.grade = grade.max(if known.is_none() { Grade::Advisory } else { Grade::Information });
    claim.state = if status == "解除" || number == "00" { State::Ended } else { State::Active };
    let conditions = kind.says("Condition");
    if telegram.kind == Kind::Warning {
        claim.level = code::stated_level(name).or(known.and_then(|known| known.level));
    } else {
        claim.hazard = if conditions.starts_with("土砂災害") && !conditions.contains("浸水") {
            Hazard::Landslide
        } else {
            hazard
        };
        stated_in_notice(&mut claim, notice);
    }
    if number == "00" || name == "解除" {
        claim.hazard = kind
            .kid("LastKind")
            .and_then(|last| code::weather(last.says("Code")))
            .map_or(subject(telegram), |last| last.hazard);
    }
    claim.text = words(telegram, notice, kind, area, status);
    Some(claim)
}

/// What the older copies say of levels stands in a free text: 〈レベル４大雨危険警報〉松江市、出雲市. A level named there for this very
/// municipality was issued, so it is passed on; none is derived for another.
fn stated_in_notice(claim: &mut Claim, notice: &str) {
    for line in notice.lines() {
        let Some((title, towns)) = line.trim().strip_prefix('〈').and_then(|line| line.split_once('〉')) else {
            continue;
        };
        let named = towns.split(['、', '，', ' ', '　']).any(|town| town.trim_end_matches('＊') == claim.area.name);
        let (hazard, grade) = code::by_name(title);
        if named && hazard == claim.hazard && claim.state == State::Active {
            claim.level = code::stated_level(title);
            claim.grade = grade;
            title.clone_into(&mut claim.name);
        }
    }
}

/// The hazard that a telegram of one hazard is about.
fn subject(telegram: &Telegram) -> Hazard {
    match telegram.code.as_str() {
        "VPWW55" => Hazard::HeavyRain,
        "VPWW56" => Hazard::Landslide,
        "VPWW57" => Hazard::StormSurge,
        "VPWW58" => Hazard::Storm,
        "VPWW59" => Hazard::HighWaves,
        "VPWW60" => Hazard::HeavySnow,
        _ => Hazard::Weather,
    }
}

fn words(telegram: &Telegram, notice: &str, kind: Node<'_, '_>, area: &Area, status: &str) -> String {
    let notes = kind.below("Note").map(Find::words);
    let texts = kind.below("Text").map(Find::words);
    let last = kind.kid("LastKind").map(|last| last.says("Name")).unwrap_or_default();
    let changed = if status.contains("から") && !last.is_empty() { status } else { "" };
    // The notice of an older copy names the levels; it belongs to whoever it names, and to all when it names nobody.
    let notice = if !notice.contains('〈') || notice.contains(&area.name) { notice } else { "" };
    sentences(
        [telegram.headline.as_str(), changed, kind.says("Condition")]
            .into_iter()
            .chain(notes)
            .chain(texts)
            .chain([notice]),
    )
}

/// Lists of one kind of warning: each item says for its areas whether it is in force.
pub(super) fn single(telegram: &Telegram, body: Node<'_, '_>) -> Vec<Claim> {
    let hazard = match telegram.kind {
        Kind::OldLandslide => Hazard::Landslide,
        Kind::OldRain => Hazard::HeavyRain,
        _ => Hazard::Tornado,
    };
    let grade = if telegram.kind == Kind::OldLandslide { Grade::Danger } else { Grade::Advisory };
    let of_kind = |kind: Node<'_, '_>, area: Area| {
        let (name, status) = (kind.says("Name"), kind.says("Status"));
        let title = if name.contains("情報") { name } else { &telegram.title };
        let mut claim = claim(hazard, title, kind.says("Code"), area);
        claim.grade = grade;
        claim.state = if ends(status, name) { State::Ended } else { State::Active };
        telegram.headline.clone_into(&mut claim.text);
        claim
    };
    let said = |kind: &Node<'_, '_>| !kind.says("Status").contains("なし") && kind.says("Name") != "なし";
    let mut claims = Vec::new();
    for (list, item) in body.kids("Warning").flat_map(|list| list.kids("Item").map(move |item| (list, item))) {
        for area in named(item, list.note("type")) {
            claims.extend(item.kids("Kind").filter(said).map(|kind| of_kind(kind, area.clone())));
        }
    }
    finest(claims)
}

/// 防災速報 and 特別警報報知: the head says for which areas. The hazard of 特別警報報知 stands in its text alone — its code says 大雨 also when
/// the text says 土砂災害 — so it only calls attention.
pub(super) fn bulletin(telegram: &Telegram, head: Node<'_, '_>) -> Vec<Claim> {
    let mut claims = super::named_in_head(telegram, head);
    let said = |word: &str| telegram.headline.contains(word);
    // One that ends and issues in the same sentence is about what is in force.
    let over = (said("解除") || said("切り替え")) && !said("発表");
    for claim in &mut claims {
        let tag = claim.name == "情報タグ";
        claim.hazard =
            if telegram.kind == Kind::Attention { Hazard::Weather } else { bulletin_hazard(&telegram.title) };
        claim.grade = if telegram.kind == Kind::Attention { Grade::Emergency } else { Grade::Warning };
        claim.level = None;
        if tag || telegram.kind == Kind::Attention {
            claim.name.clone_from(&telegram.title);
        }
        if over {
            claim.state = State::Ended;
        }
    }
    claims
}

fn bulletin_hazard(title: &str) -> Hazard {
    match title {
        _ if title.contains("竜巻") => Hazard::Tornado,
        _ if title.contains("雪") => Hazard::HeavySnow,
        _ if title.contains("雨") || title.contains("線状降水帯") => Hazard::HeavyRain,
        _ => Hazard::Weather,
    }
}
