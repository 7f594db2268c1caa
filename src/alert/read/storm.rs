//! Typhoons, and outlooks on warnings to come.

use super::{Area, Claim, Hazard, Scheme, State, Telegram, claim, sentences};
use crate::alert::xml::Find;
use roxmltree::Node;

/// Where a typhoon is now, in the words of the telegram. Nothing is drawn from it for a town: warnings do that.
pub(super) fn typhoon(telegram: &Telegram, body: Node<'_, '_>) -> Vec<Claim> {
    let infos = body.kid("MeteorologicalInfos");
    let Some(now) = infos.and_then(|infos| infos.kid("MeteorologicalInfo")) else { return vec![] };
    let name = now.below("TyphoonNamePart").next();
    let (number, kana) = name.map(|name| (name.says("Number"), name.says("NameKana"))).unwrap_or_default();
    let remark = name.map(|name| name.says("Remark")).unwrap_or_default();
    let class = now.below("TyphoonClass").next().map(Find::words).unwrap_or_default();
    let centre = now.below("CenterPart").next();
    let at = centre
        .and_then(|centre| centre.below("Coordinate").next())
        .map(|at| at.note("description"))
        .unwrap_or_default();
    let place = centre.map(|centre| centre.says("Location")).unwrap_or_default();
    let pressure = centre
        .and_then(|centre| centre.kid("Pressure"))
        .map(|pressure| pressure.note("description"))
        .unwrap_or_default();
    let title = match number.get(2..).and_then(|number| number.parse::<u32>().ok()) {
        Some(number) => format!("台風第{number}号"),
        None if class.is_empty() => telegram.title.clone(),
        None => class.to_owned(),
    };
    let event = telegram.events.first().map(String::as_str).unwrap_or_default();
    let mut claim = claim(Hazard::Typhoon, &title, number, Area::new(Scheme::Named, event, kana));
    let gone = ["消滅", "変わりました", "温帯低気圧化", "域外"].iter().any(|word| remark.contains(word));
    claim.state = if gone { State::Ended } else { State::Active };
    claim.text = sentences([telegram.headline.as_str(), remark, class, place, at, pressure]);
    vec![claim]
}

/// 早期注意情報 and 時系列: what may come in the next days. Only entries that speak of something are taken, each as it is named.
pub(super) fn outlook(telegram: &Telegram, body: Node<'_, '_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for series in body.kids("MeteorologicalInfos").flat_map(|infos| infos.kids("TimeSeriesInfo")) {
        let times: Vec<(&str, &str)> = series
            .kid("TimeDefines")
            .into_iter()
            .flat_map(|list| list.kids("TimeDefine"))
            .map(|time| (time.note("timeId"), named(time)))
            .collect();
        for item in series.kids("Item") {
            let Some(area) = item.kid("Area") else { continue };
            let area = Area::weather(area.says("Code"), area.says("Name"));
            let entries: Vec<String> = item.below("Property").flat_map(|property| entries(property, &times)).collect();
            if entries.is_empty() {
                continue;
            }
            let mut claim = claim(Hazard::Weather, &telegram.title, "", area);
            claim.text = entries.join("\n");
            claims.push(claim);
        }
    }
    claims
}

/// 「２２日朝」, or else the moment itself.
fn named<'a>(time: Node<'a, 'a>) -> &'a str {
    let name = time.says("Name");
    if name.is_empty() { time.says("DateTime") } else { name }
}

/// 「大雨浸水危険度 ２２日朝：警戒レベル４相当」.
fn entries(property: Node<'_, '_>, times: &[(&str, &str)]) -> Vec<String> {
    let kind = property.says("Type");
    let said = property.below("Significancy").chain(property.below("PossibilityRankOfWarning"));
    said.filter_map(|entry| {
        let named = entry.says("Name");
        let value = if named.is_empty() { entry.words() } else { named };
        let quiet = value.is_empty()
            || value.contains("未満")
            || value.contains("なし")
            || entry.note("condition").contains("値なし");
        let when = times.iter().find(|(id, _)| *id == entry.note("refID")).map(|(_, name)| *name).unwrap_or_default();
        (!quiet).then(|| format!("{kind} {when}：{value}"))
    })
    .collect()
}
