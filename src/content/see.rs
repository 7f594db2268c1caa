//! What leads on from a guide to other parts of the kiosk: a lesson to practise it, a procedure that needs it. Only names here; what they are called is
//! filled in when a pack is put together, and a name that is nowhere leads nowhere.

use crate::{
    reader::{Problem, Table, both},
    words::Line,
};
use serde::{Deserialize, Serialize};

/// A place of the kiosk: `lesson/wifi-01`, `procedure/move`, `guide/risai`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct See {
    pub place: String,
    /// What it is called, in the tongue of the guide; empty until that is known.
    pub title: Line,
}

const KINDS: [&str; 3] = ["guide/", "lesson/", "procedure/"];

/// Takes `see` from a table, and tells what can not be the name of anything.
pub(super) fn read(table: &mut Table<'_, '_, '_>) -> Vec<See> {
    let mut out = vec![];
    for text in table.texts("see") {
        if !KINDS.iter().any(|kind| text.value.starts_with(kind)) {
            let message =
                both(format!("「{}」は 開けません", text.value), format!("\"{}\" can not be opened", text.value));
            let help =
                both("lesson/wifi-01、procedure/move のように 書きます", "write lesson/wifi-01 or procedure/move");
            table.problem(Problem::error(text.span, message).help(help));
            continue;
        }
        out.push(See { place: text.value, title: Line::default() });
    }
    out
}
