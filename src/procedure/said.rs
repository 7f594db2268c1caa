//! A text of a procedure in every tongue it was written in.

use crate::words::{Line, Tongue};
use serde::{Deserialize, Serialize};

/// May hold `{city.…}` and `{amount.…}`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Said {
    ja: Line,
    /// Other tongues than Japanese.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    more: Vec<(Tongue, Line)>,
}

impl Said {
    pub const fn new(ja: Line) -> Self {
        Self { ja, more: vec![] }
    }

    pub fn is_empty(&self) -> bool {
        self.ja.is_empty()
    }

    pub const fn original(&self) -> &Line {
        &self.ja
    }

    /// In the reader's best tongue; one that is not the reader's own says in which it is, so that a voice of that tongue says it.
    pub fn line(&self, tongue: &Tongue) -> Line {
        let wanted = tongue.fallback();
        let found = wanted.iter().find_map(|tongue| self.more.iter().find(|(own, _)| own == tongue));
        match found {
            Some((own, line)) if own == tongue => line.clone(),
            Some((own, line)) => line.in_tongue(own),
            None if tongue.is_japanese() => self.ja.clone(),
            None => self.ja.in_tongue(&Tongue::JA),
        }
    }

    /// Adds a tongue, where `find` knows what the Japanese is in it.
    pub(super) fn translate(&mut self, tongue: &Tongue, find: &dyn Fn(&Line) -> Option<Line>) {
        self.more.extend(find(&self.ja).map(|line| (tongue.clone(), line)));
    }

    /// The same with every Japanese text, and that of easy Japanese, put through `f`.
    pub(super) fn map_japanese(&mut self, f: &dyn Fn(&Line) -> Line) {
        self.ja = f(&self.ja);
        for (_, line) in self.more.iter_mut().filter(|(tongue, _)| tongue.is_japanese()) {
            *line = f(line);
        }
    }
}
