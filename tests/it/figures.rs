//! What tests measured, written down: each topic leaves its figures in `target/conformance/<topic>.json`, and `script/conformance` makes the
//! report of conformance from them. Counts, millimetres and rounded ratios only: the same tree gives the same file, on any machine.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use serde_json::json;
use std::{fs, path::Path};

/// One thing that was measured.
pub(crate) struct Figure {
    /// Unique over all topics; `docs/conformance.toml` names it.
    pub(crate) id: &'static str,
    pub(crate) value: f64,
    pub(crate) unit: &'static str,
    /// What it is held against, in words: `≥ 20`, `0`.
    pub(crate) limit: &'static str,
    /// Clauses that it answers, such as `WCAG 2.5.8`.
    pub(crate) clauses: &'static [&'static str],
    /// How many pages were walked.
    pub(crate) screens: usize,
    /// The command that measures it.
    pub(crate) how: &'static str,
}

/// Leaves the figures of a topic for the report.
pub(crate) fn write(topic: &str, figures: &[Figure]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/conformance");
    fs::create_dir_all(&folder).unwrap();
    let rounded = |value: f64| (value * 100.0).round() / 100.0;
    let all: Vec<_> = figures
        .iter()
        .map(|figure| {
            let Figure { id, value, unit, limit, clauses, screens, how } = figure;
            let value = rounded(*value);
            json!({ "id": id, "value": value, "unit": unit, "limit": limit, "clauses": clauses, "screens": screens, "how": how })
        })
        .collect();
    let text = serde_json::to_string_pretty(&json!({ "figures": all })).unwrap();
    // Whole or not at all: two runs at once must not mix.
    let draft = tempfile::NamedTempFile::new_in(&folder).unwrap();
    fs::write(draft.path(), text + "\n").unwrap();
    draft.persist(folder.join(topic).with_extension("json")).unwrap();
}
