//! GeoJSON, and plain lists of objects, as the same rows of cells that a table has: what follows cannot tell the difference.

use super::{
    Named, Refusal,
    sheet::{Row, Sheet},
};
use crate::reader::{Wording, both};
use geojson::{Feature, GeometryValue};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// The header under which the point of a feature stands, longitude first.
const GEOMETRY: &str = "geometry.coordinates";

/// Between what kind of area a feature is and the point in its middle.
pub(super) const MIDDLE: &str = " @ ";

/// Rows are numbered from 1 as the features stand in the file.
pub(super) fn read(text: &str) -> Result<Sheet, Refusal> {
    let json: Value = serde_json::from_str(text).or_else(|err| lines(text).ok_or(err)).map_err(|err| {
        let (line, column) = (err.line(), err.column());
        if err.is_eof() {
            return cut_short(line);
        }
        Refusal::new(
            both(
                format!("JSONの 書きかたが ちがいます（{line}行目の {column}字目）"),
                format!("this JSON cannot be read: {err}"),
            ),
            both("もとの ファイルを もういちど もらってください", "get the file from its source again"),
        )
    })?;
    let mut table = Table::default();
    if let Some(name) = json.get("name").and_then(Value::as_str) {
        table.sheet.skipped.push(Named { row: 0, text: name.to_owned() });
    }
    if let Some(features) = json.get("features").and_then(Value::as_array) {
        for feature in features {
            table.feature(feature);
        }
    } else if json.get("type").and_then(Value::as_str) == Some("Feature") {
        table.feature(&json);
    } else {
        // A plain list, or the answer of some platform: { "result": [ … ] }.
        let within = || json.as_object().and_then(|object| object.values().find_map(objects));
        let list = objects(&json).or_else(within).ok_or_else(no_places)?;
        for item in list {
            table.item(item);
        }
    }
    Ok(table.finish())
}

/// One object a line, as databases write them (GeoJSON text sequences): read as the list that they are. `None` unless every line is one.
fn lines(text: &str) -> Option<Value> {
    let lines = text.lines().map(|line| line.trim_matches(['\u{1e}', ' ', ','])).filter(|line| !line.is_empty());
    let items: Vec<Value> =
        lines.map(|line| serde_json::from_str(line).ok().filter(Value::is_object)).collect::<Option<_>>()?;
    let is_feature = |item: &Value| item.get("type").and_then(Value::as_str) == Some("Feature");
    let within = if items.iter().all(is_feature) { "features" } else { "items" };
    (items.len() > 1).then(|| Value::Object(Map::from_iter([(within.to_owned(), Value::Array(items))])))
}

fn cut_short(line: usize) -> Refusal {
    Refusal::new(
        both(
            format!("JSONが とちゅうで 切れて います（{line}行目で おわって います）"),
            format!("this JSON is cut short: it ends in line {line}"),
        ),
        both(
            "ダウンロードが とちゅうで 止まったようです。もういちど もらってください",
            "the download seems to have stopped half way; get the file again",
        ),
    )
}

fn objects(value: &Value) -> Option<&Vec<Value>> {
    value.as_array().filter(|list| list.first().is_some_and(Value::is_object))
}

fn no_places() -> Refusal {
    Refusal::new(
        both("場所の ならびが 見つかりません", "there is no list of places in this JSON"),
        both(
            "GeoJSON（FeatureCollection）か、CSVの ファイルを えらんでください",
            "choose GeoJSON (a FeatureCollection) or CSV",
        ),
    )
}

#[derive(Default)]
struct Table {
    sheet: Sheet,
    columns: HashMap<String, usize>,
}

impl Table {
    fn feature(&mut self, feature: &Value) {
        let Ok(Feature { geometry, properties, .. }) = serde_json::from_value(feature.clone()) else {
            // A point that is none is told with its row; a feature that is none is refused.
            let properties = feature.get("properties").and_then(Value::as_object).cloned();
            let broken = properties.is_none().then(|| both("Featureでは ありません", "this is not a GeoJSON feature"));
            self.row(properties.unwrap_or_default(), feature.get("geometry").map(Value::to_string), broken);
            return;
        };
        let point = geometry.map(|geometry| match geometry.value {
            GeometryValue::Point { coordinates } => {
                let parts: Vec<_> = coordinates.as_slice().iter().take(2).map(f64::to_string).collect();
                parts.join(",")
            }
            GeometryValue::MultiPoint { coordinates } if coordinates.len() == 1 => coordinates
                .first()
                .map(|point| point.as_slice().iter().take(2).map(f64::to_string).collect::<Vec<_>>().join(","))
                .unwrap_or_default(),
            other => match middle(&other) {
                Some((lon, lat)) => format!("{}{MIDDLE}{lon},{lat}", other.type_name()),
                None => other.type_name().to_owned(),
            },
        });
        self.row(properties.unwrap_or_default(), point, None);
    }

    fn item(&mut self, item: &Value) {
        match item.as_object() {
            Some(object) => self.row(object.clone(), None, None),
            None => self.row(Map::new(), None, Some(both("ことばと 値の 組では ありません", "not an object"))),
        }
    }

    fn row(&mut self, properties: Map<String, Value>, point: Option<String>, broken: Option<Wording>) {
        let mut cells = vec![];
        let point = point.map(|point| (GEOMETRY.to_owned(), Value::String(point)));
        for (name, value) in properties.into_iter().chain(point) {
            let at = self.column(name);
            if cells.len() <= at {
                cells.resize(at + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(at) {
                *cell = written(value);
            }
        }
        let number = self.sheet.rows.len() + 1;
        self.sheet.rows.push(Row { number, cells, broken });
    }

    fn column(&mut self, name: String) -> usize {
        if let Some(at) = self.columns.get(&name) {
            return *at;
        }
        let at = self.sheet.header.len();
        self.sheet.header.push(name.clone());
        self.columns.insert(name, at);
        at
    }

    /// Features that say nothing at all are blank rows.
    fn finish(mut self) -> Sheet {
        self.sheet.rows.retain(|row| row.broken.is_some() || row.cells.iter().any(|cell| !cell.trim().is_empty()));
        self.sheet
    }
}

/// The middle of an area: the centroid of its largest outline, to a decimetre.
fn middle(area: &GeometryValue) -> Option<(f64, f64)> {
    let rings: Vec<_> = match area {
        GeometryValue::Polygon { coordinates } => coordinates.first().into_iter().collect(),
        GeometryValue::MultiPolygon { coordinates } => coordinates.iter().filter_map(|rings| rings.first()).collect(),
        _ => return None,
    };
    let outline = |ring: &Vec<geojson::Position>| {
        let points: Vec<(f64, f64)> =
            ring.iter().filter_map(|point| Some((*point.as_slice().first()?, *point.as_slice().get(1)?))).collect();
        centroid(&points)
    };
    let all = rings.into_iter().filter_map(outline);
    let (_, lon, lat) = all.max_by(|(a, ..), (b, ..)| a.total_cmp(b))?;
    let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
    Some((round(lon), round(lat)))
}

/// The size of a ring and its centroid. Reckoned from its first point, so that nothing is lost in small rings far from 0,0.
fn centroid(ring: &[(f64, f64)]) -> Option<(f64, f64, f64)> {
    let (x0, y0) = *ring.first()?;
    let (mut twice, mut x, mut y) = (0.0, 0.0, 0.0);
    for ((ax, ay), (bx, by)) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let (ax, ay, bx, by) = (ax - x0, ay - y0, bx - x0, by - y0);
        let cross = ax * by - bx * ay;
        twice += cross;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
    }
    (twice.abs() > 1e-14).then(|| (twice.abs(), x0 + x / (3.0 * twice), y0 + y / (3.0 * twice)))
}

fn written(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim_matches([' ', '\r', '\n']).to_owned(),
        other => other.to_string(),
    }
}
