//! 指定河川洪水予報: one telegram, several gauges, each with a level of its own; and the towns along them. The level of a town is that of
//! the gauges whose flood plain it lies in, as the telegram lists them.

use super::{Area, Claim, Grade, Hazard, Scheme, State, Telegram, areas, claim, code, sentences};
use crate::alert::xml::Find;
use roxmltree::Node;
use std::collections::BTreeMap;

/// What one gauge is said to be at.
#[derive(Clone, Debug, Default)]
struct Gauge<'a> {
    name: &'a str,
    title: &'a str,
    code: &'a str,
    text: &'a str,
    level: Option<u8>,
}

impl Gauge<'_> {
    fn is_over(&self) -> bool {
        ended(self.title, "", self.code)
    }
    /// What is in force before what is over.
    fn weight(&self) -> (bool, Option<u8>) {
        (!self.is_over(), self.level)
    }
}

pub(super) fn claims(telegram: &Telegram, head: Node<'_, '_>, body: Node<'_, '_>) -> Vec<Claim> {
    let whole = whole(telegram, head);
    let gauges = gauges(body);
    let mut claims = towns(telegram, &whole, &gauges, body);
    claims.extend(
        gauges.iter().filter(|(_, gauge)| gauge.level.is_some()).map(|(id, gauge)| of_gauge(&whole, id, gauge)),
    );
    claims.extend(regions(head, &whole));
    claims.push(whole);
    claims
}

/// The stretch of river as a whole: what the head says of 予報区域.
fn whole(telegram: &Telegram, head: Node<'_, '_>) -> Claim {
    let items = || {
        head.kid("Headline")
            .into_iter()
            .flat_map(|headline| headline.kids("Information"))
            .flat_map(|list| list.kids("Item"))
    };
    let kind = items().find_map(|item| item.kid("Kind"));
    let area = items().flat_map(|item| areas(item).collect::<Vec<_>>()).next();
    let event = telegram.events.first().map(String::as_str).unwrap_or_default();
    let area = Area::new(Scheme::River, event, area.map(|area| area.name).unwrap_or_default().as_str());
    let (name, number) = kind.map(|kind| (kind.says("Name"), kind.says("Code"))).unwrap_or_default();
    let condition = kind.map(|kind| kind.says("Condition")).unwrap_or_default();
    let mut whole = claim(Hazard::Flood, if name.is_empty() { &telegram.title } else { name }, number, area);
    whole.level = code::stated_level(name).or_else(|| code::stated_level(&telegram.headline));
    whole.grade = grade(name, whole.level);
    whole.state = if ended(name, condition, number) { State::Ended } else { State::Active };
    whole.text.clone_from(&telegram.headline);
    whole
}

/// 10 is the code by which a river's warnings end; names say so too.
fn ended(name: &str, condition: &str, code: &str) -> bool {
    name.contains("解除") || condition.contains("解除") || code == "10"
}

fn grade(name: &str, level: Option<u8>) -> Grade {
    match (code::grade(name), level) {
        (Grade::Information, Some(5)) => Grade::Emergency,
        (Grade::Information, Some(4)) => Grade::Danger,
        (Grade::Information, Some(3)) => Grade::Warning,
        (Grade::Information, Some(2)) => Grade::Advisory,
        (Grade::Information, _) if name.contains("発生") => Grade::Emergency,
        (Grade::Information, _) if name.contains("危険") => Grade::Danger,
        (Grade::Information, _) if name.contains("警戒") => Grade::Warning,
        (grade, _) => grade,
    }
}

/// Every gauge with the sentence about it, by its code. A gauge of which two sentences speak has the graver.
fn gauges<'a>(body: Node<'a, 'a>) -> BTreeMap<&'a str, Gauge<'a>> {
    let mut gauges: BTreeMap<&str, Gauge<'a>> = BTreeMap::new();
    for item in body.kids("Warning").flat_map(|list| list.kids("Item")) {
        let Some(kind) = item.kid("Kind") else { continue };
        let property = kind.kid("Property");
        let text = property.map(|property| property.says("Text")).unwrap_or_default();
        let title = kind.says("Name");
        let level = code::stated_level(title).or_else(|| code::stated_level(text));
        for station in item.kids("Stations").flat_map(|list| list.kids("Station")) {
            let gauge = Gauge { name: station.says("Name"), title, code: kind.says("Code"), text, level };
            let known = gauges.entry(station.says("Code")).or_default();
            if known.name.is_empty() || gauge.weight() > known.weight() {
                *known = gauge;
            }
        }
    }
    gauges
}

fn of_gauge(whole: &Claim, id: &str, gauge: &Gauge<'_>) -> Claim {
    let mut claim = whole.clone();
    claim.area = Area::new(Scheme::River, id, gauge.name);
    set(&mut claim, gauge);
    claim
}

fn set(claim: &mut Claim, gauge: &Gauge<'_>) {
    claim.level = gauge.level;
    if gauge.is_over() {
        claim.state = State::Ended;
    }
    gauge.text.clone_into(&mut claim.text);
    if gauge.title.is_empty() {
        claim.grade = grade("", gauge.level);
    } else {
        gauge.title.clone_into(&mut claim.name);
        gauge.code.clone_into(&mut claim.code);
        claim.grade = grade(gauge.title, gauge.level);
    }
}

/// The towns of the flood plains, each with the gravest of its gauges.
fn towns(telegram: &Telegram, whole: &Claim, gauges: &BTreeMap<&str, Gauge<'_>>, body: Node<'_, '_>) -> Vec<Claim> {
    let mut towns: BTreeMap<String, Claim> = BTreeMap::new();
    let weight = |claim: &Claim| (claim.state == State::Active, claim.level);
    for area in body.kids("Warning").flat_map(|list| list.below("Area")).filter(|area| area.kid("CityCode").is_some()) {
        let (code, name) = (area.says("CityCode"), area.says("City"));
        let gauge = gauges.get(area.says("Code"));
        let mut claim = whole.clone();
        claim.area = Area::new(Scheme::City, code, name);
        if let Some(gauge) = gauge.filter(|gauge| gauge.level.is_some() || gauge.is_over()) {
            set(&mut claim, gauge);
        }
        let districts = area.says("SubCityList").split_whitespace().collect::<Vec<_>>().join("、");
        claim.text = sentences([telegram.headline.as_str(), claim.text.as_str(), districts.as_str()]);
        claim.fields =
            vec![("river".to_owned(), whole.area.name.clone()), ("gauge".to_owned(), area.says("Name").to_owned())];
        match towns.get_mut(code) {
            Some(known) if weight(known) >= weight(&claim) => {
                known.text = sentences([known.text.as_str(), districts.as_str()]);
            }
            _ => {
                towns.insert(code.to_owned(), claim);
            }
        }
    }
    towns.into_values().collect()
}

/// The prefectures that the head names: for telegrams that do not list towns.
fn regions(head: Node<'_, '_>, whole: &Claim) -> Vec<Claim> {
    let items = head
        .kid("Headline")
        .into_iter()
        .flat_map(|headline| headline.kids("Information"))
        .flat_map(|list| list.kids("Item"));
    let areas = items.flat_map(|item| areas(item).collect::<Vec<_>>()).filter(|area| area.scheme == Scheme::Region);
    areas
        .map(|area| Claim { area, fields: vec![("river".to_owned(), whole.area.name.clone())], ..whole.clone() })
        .collect()
}
