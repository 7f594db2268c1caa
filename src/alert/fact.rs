//! What telegrams say, taken apart: a claim is one statement of one telegram about one area, a fact is what stands of all claims.

use super::{Area, Grade, Hazard};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is the case with an information.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Issued and in force.
    Active,
    /// Issued that it is over. That does not mean that all is safe: what the telegram adds is in the text.
    Ended,
    /// The telegram was wrong and was taken back. What is the case is not known.
    Withdrawn,
    /// Not known: dated in the future, or no longer spoken of.
    Unknown,
}

/// One statement of one telegram.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    pub hazard: Hazard,
    /// As issued: 「レベル５大雨特別警報」.
    pub name: String,
    /// As issued, a text: the same number means different things in different families.
    pub code: String,
    pub grade: Grade,
    /// Only where the telegram states it.
    pub level: Option<u8>,
    pub state: State,
    pub area: Area,
    /// What the telegram says about it in words.
    pub text: String,
    /// What it gives beside, each as issued: `intensity` 「5-」, `max_height` 「巨大」, `first_wave`.
    pub fields: Vec<(String, String)>,
}

impl Claim {
    /// In force from now on, an information of no rank; whoever reads a telegram fills in what else it says.
    pub(super) fn plain(hazard: Hazard, name: &str, area: Area) -> Self {
        Self {
            hazard,
            name: name.to_owned(),
            code: String::new(),
            grade: Grade::Information,
            level: None,
            state: State::Active,
            area,
            text: String::new(),
            fields: vec![],
        }
    }

    /// In force, and grave enough that nothing is practised beside it: level 3 and more, 震度５弱 and more, 津波警報 and more. A warning of
    /// which the telegram does not state the level counts as one.
    pub fn is_grave(&self) -> bool {
        let stated = self.level.map_or(self.grade >= Grade::Warning && self.hazard.has_levels(), |level| level >= 3);
        self.state == State::Active && (stated || self.grade >= Grade::Danger)
    }

    /// In force, and so grave that everybody shall hear of it at once: level 4 and 5, 特別警報, 震度５弱 and more, 津波警報 and more.
    pub fn is_urgent(&self) -> bool {
        let stated = self.level.map_or(self.grade >= Grade::Danger, |level| level >= 4);
        self.state == State::Active && stated
    }

    /// Made for 訓練: not real, and marked wherever it is shown.
    pub fn is_drill(&self) -> bool {
        self.field(DRILL).is_some()
    }

    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// What stands of all that was heard, for one area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    pub claim: Claim,
    pub issued: Timestamp,
    /// Who published it: 「福井地方気象台」.
    pub office: String,
    /// The type of the telegram: `VPWW55`.
    pub kind: String,
    /// Which telegram said it.
    pub telegram: String,
    /// When it stops by itself; `None` for what is ended by a telegram.
    pub until: Option<Timestamp>,
    /// From the older form of telegrams, which understate danger.
    pub old_copy: bool,
    /// By which ways it came: `jma`, `qzss` (satellites), or both.
    pub sources: Vec<&'static str>,
}

/// The mark of a drill, which a claim carries itself, so that nothing can show it without.
const DRILL: &str = "drill";

impl Fact {
    /// The same as part of a drill.
    #[must_use]
    pub fn rehearsed(mut self) -> Self {
        if !self.claim.is_drill() {
            self.claim.fields.push((DRILL.to_owned(), String::new()));
        }
        self
    }
}
