//! Earthquakes, volcanoes, and what large earthquakes may follow.

use super::{Area, Claim, Grade, Hazard, Scheme, State, Telegram, areas, claim, code, ends, sentences};
use crate::alert::{Kind, quake, xml::Find};
use roxmltree::Node;

/// 震度 of prefectures, areas and municipalities.
pub(super) fn intensities(telegram: &Telegram, body: Node<'_, '_>) -> Vec<Claim> {
    let about = about(telegram, body);
    let mut claims = Vec::new();
    let observation = body.kid("Intensity").and_then(|intensity| intensity.kid("Observation"));
    for prefecture in observation.into_iter().flat_map(|list| list.kids("Pref")) {
        claims.extend(of_area(telegram, &about, prefecture, Scheme::Prefecture));
        for area in prefecture.kids("Area") {
            claims.extend(of_area(telegram, &about, area, Scheme::Seismic));
            claims.extend(area.kids("City").filter_map(|city| of_area(telegram, &about, city, Scheme::City)));
        }
    }
    if claims.is_empty() {
        // No shaking in Japan: a far earthquake is told of by its place alone.
        claims.extend(source(telegram, body));
    }
    claims
}

fn of_area(telegram: &Telegram, about: &About, node: Node<'_, '_>, scheme: Scheme) -> Option<Claim> {
    let area = Area::new(scheme, node.says("Code"), node.says("Name"));
    let long = telegram.kind == Kind::LongPeriod;
    let (value, condition) = (node.says(if long { "MaxLgInt" } else { "MaxInt" }), node.says("Condition"));
    // 「震度５弱以上未入電」: nothing has come from there, and that is the news.
    let value = if value.is_empty() { condition } else { value };
    if value.is_empty() {
        return None;
    }
    let (hazard, name) = if long {
        (Hazard::LongPeriodMotion, format!("長周期地震動階級{}", quake::wide(value)))
    } else {
        (Hazard::Earthquake, quake::intensity(value))
    };
    let mut claim = claim(hazard, &name, value, area);
    claim.grade = if long { Grade::Information } else { quake::grade(value) };
    claim.text.clone_from(&about.text);
    claim.fields.clone_from(&about.fields);
    claim.fields.push((if long { "long_period_class" } else { "intensity" }.to_owned(), value.to_owned()));
    if !condition.is_empty() {
        claim.fields.push(("condition".to_owned(), condition.to_owned()));
    }
    Some(claim)
}

/// The place of an earthquake, for nobody in particular.
pub(super) fn source(telegram: &Telegram, body: Node<'_, '_>) -> Vec<Claim> {
    let about = about(telegram, body);
    if body.kid("Earthquake").is_none() {
        return vec![];
    }
    let place =
        about.fields.iter().find(|(name, _)| name == "hypocenter").map(|(_, place)| place.clone()).unwrap_or_default();
    let mut claim = claim(Hazard::Earthquake, &telegram.title, "", Area::new(Scheme::Named, "", &place));
    claim.text = about.text;
    claim.fields = about.fields;
    vec![claim]
}

/// What is said of an earthquake whatever the area.
struct About {
    text: String,
    fields: Vec<(String, String)>,
}

fn about(telegram: &Telegram, body: Node<'_, '_>) -> About {
    let mut fields = Vec::new();
    let mut keep = |name: &str, value: &str| {
        if !value.is_empty() {
            fields.push((name.to_owned(), value.to_owned()));
        }
    };
    let quake = body.kid("Earthquake");
    if let Some(quake) = quake {
        keep("origin", quake.says("OriginTime"));
        if let Some(area) = quake.kid("Hypocenter").and_then(|place| place.kid("Area")) {
            keep("hypocenter", area.says("Name"));
            keep("where", area.kid("Coordinate").map(|at| at.note("description")).unwrap_or_default());
        }
        if let Some(magnitude) = quake.kid("Magnitude") {
            let described = magnitude.note("description");
            keep("magnitude", if described.is_empty() { magnitude.words() } else { described });
        }
    }
    let comments = body.kid("Comments");
    let texts: Vec<&str> = comments.into_iter().flat_map(|comments| comments.below("Text")).map(Find::words).collect();
    let free = comments.map(|comments| comments.says("FreeFormComment")).unwrap_or_default();
    let event = telegram.events.first().map(String::as_str).unwrap_or_default();
    keep("event", event);
    let place = fields
        .iter()
        .filter(|(name, _)| matches!(name.as_str(), "hypocenter" | "where" | "magnitude"))
        .map(|(_, value)| value.as_str());
    let place = place.collect::<Vec<_>>().join("　");
    let text = sentences([telegram.headline.as_str(), place.as_str()].into_iter().chain(texts).chain([free]));
    About { text, fields }
}

/// 噴火警報・予報 and 噴火速報: for the volcano and for the towns round it. The levels of volcanoes are a scale of their own, kept in the name.
pub(super) fn volcano(telegram: &Telegram, body: Node<'_, '_>) -> Vec<Claim> {
    let content = body.kid("VolcanoInfoContent");
    let said = content.into_iter().flat_map(|content| content.children()).filter(Node::is_element).map(Find::words);
    let text = sentences([telegram.headline.as_str()].into_iter().chain(said.take(2)));
    let mut claims = Vec::new();
    for item in body.kids("VolcanoInfo").flat_map(|list| list.kids("Item")) {
        let Some(kind) = item.kid("Kind") else { continue };
        let (name, number) = (kind.says("Name"), kind.says("Code"));
        for area in areas(item) {
            let mut claim = claim(Hazard::Volcano, name, number, area);
            claim.grade = volcano_grade(telegram, name);
            claim.state = if ends(kind.says("Condition"), name) { State::Ended } else { State::Active };
            claim.text.clone_from(&text);
            claims.push(claim);
        }
    }
    // Which one it is: towns are told of 「噴火」 alone otherwise.
    let named = claims.iter().find(|claim| claim.area.scheme == Scheme::Volcano && !claim.area.name.is_empty());
    if let Some(name) = named.map(|claim| claim.area.name.clone()) {
        for claim in &mut claims {
            claim.fields.push(("volcano".to_owned(), name.clone()));
        }
    }
    claims
}

/// 噴火警報 for where people live is a 特別警報 (気象庁, 特別警報の発表基準); those for the surroundings of a crater or the sea are not.
fn volcano_grade(telegram: &Telegram, name: &str) -> Grade {
    let homes = name.starts_with("噴火警報") && !["火口周辺", "海域"].iter().any(|beside| name.contains(beside));
    match code::grade(name) {
        _ if homes => Grade::Emergency,
        Grade::Information if telegram.code == "VFVO56" => Grade::Warning,
        grade => grade,
    }
}

/// 南海トラフ地震臨時情報 and its relatives: for all who may be concerned, in the words in which it was issued.
pub(super) fn great(telegram: &Telegram, body: Node<'_, '_>) -> Vec<Claim> {
    let Some(info) = body.kid("EarthquakeInfo") else { return vec![] };
    let serial = info.kid("InfoSerial");
    let (name, number) = serial.map(|serial| (serial.says("Name"), serial.says("Code"))).unwrap_or_default();
    let kind = info.says("InfoKind");
    let kind = if kind.is_empty() { telegram.title.as_str() } else { kind };
    let title = if name.is_empty() { kind.to_owned() } else { format!("{kind}（{name}）") };
    let mut claim = claim(Hazard::GreatEarthquake, &title, number, Area::new(Scheme::Named, "", ""));
    claim.grade = match () {
        () if name.contains("警戒") => Grade::Danger,
        () if name.contains("注意") || title.contains("注意") => Grade::Warning,
        () => Grade::Information,
    };
    claim.state = if name.contains("終了") { State::Ended } else { State::Active };
    claim.text = sentences([telegram.headline.as_str(), info.says("Text"), body.says("NextAdvisory")]);
    vec![claim]
}
