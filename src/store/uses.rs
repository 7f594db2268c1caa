//! Where what is shown asks the town for something: for staff, who fill in what is still open.

use super::{Store, course, trouble::StoreError};
use crate::{
    content::Entry,
    job::Uses,
    phone,
    words::{Line, Tongue},
};

const OPEN: &str = "{city.";

impl Store {
    /// By the key of each value: the Japanese titles of all that shows it, each once, in the order of the packs.
    pub fn uses(&self) -> Result<Uses, StoreError> {
        let to = StoreError::sql("looking where the town is asked");
        let mut all = self.content.prepare_cached(include_str!("sql/content/uses.sql")).map_err(to)?;
        let rows = all.query_map([], |row| Ok((row.get("kind")?, row.get("listed")?, row.get("sentences")?)));
        let mut out = Uses::new();
        for row in rows.map_err(to)? {
            let (kind, listed, sentences): (String, String, String) = row.map_err(to)?;
            let Some(title) = title(&kind, &listed) else { continue };
            for key in keys(&sentences) {
                let places = out.entry(key.into()).or_default();
                places.push(title.clone());
                // The same guide asks for the same thing more than once.
                places.dedup();
            }
        }
        Ok(out)
    }
}

fn title(kind: &str, listed: &str) -> Option<Line> {
    let entry = if kind == phone::LESSON { course::entry(listed, &Tongue::JA) } else { serde_json::from_str(listed) };
    entry.ok().map(|entry: Entry| entry.title)
}

/// The name in every `{city.…}`, as often as it is there.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(OPEN).filter_map(|(at, _)| {
        let (key, _) = text.get(at + OPEN.len()..)?.split_once('}')?;
        key.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c)).then_some(key)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found() {
        let text = "あ{city.call}い{city.office.tax}、{city.broken と {city.x";
        assert_eq!(keys(text).collect::<Vec<_>>(), ["call", "office.tax"]);
    }
}
