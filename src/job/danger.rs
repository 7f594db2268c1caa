//! What endangers the town of a kiosk, as the desk that watches over telegrams last found it. The moment of the look is left out, so that
//! two looks that find the same are equal and nothing is drawn anew; how old a thing is is asked when it is shown.

use crate::alert::{Claim, Ear, Fact, Sky, Source, Status};
use jiff::Timestamp;
use smol_str::SmolStr;

/// What the desk that watches over telegrams is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// From now on for this town (its 全国地方公共団体コード); `None` where none is chosen, or a made-up one.
    For(Option<SmolStr>),
    /// Telegrams came, by whatever way.
    Telegrams,
    /// Time went on: what stands may have grown old.
    Minute,
}

/// What stands for a town.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Situation {
    /// For which it was asked; `None`: for none, and nothing is known.
    pub town: Option<SmolStr>,
    pub sources: Vec<Source>,
    /// The gravest first.
    pub facts: Vec<Fact>,
    /// The same of 訓練; never mixed with what is live.
    pub drill: Vec<Fact>,
    /// The gravest that is in force in other municipalities of the prefecture.
    pub neighbours: Vec<Claim>,
    /// What the town published, the newest first; never taken for a warning.
    pub news: Vec<News>,
    /// How the receiver of satellites hears; `None`: there never was one.
    pub sky: Option<Overheard>,
}

/// How well the satellites are heard, as far as everybody is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overheard {
    pub ear: Ear,
    /// When any satellite was heard last.
    pub seen: Option<Timestamp>,
}

impl Overheard {
    pub fn of(sky: &Sky, at: Timestamp) -> Self {
        Self { ear: sky.ear(at), seen: sky.seen }
    }
}

/// One thing that the town published, word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    pub title: String,
    pub words: String,
    /// As the town dates it; where it does not, when it was last there.
    pub at: Timestamp,
    /// The address of the feed.
    pub source: String,
}

impl Situation {
    pub fn of(town: SmolStr, status: Status, neighbours: Vec<Claim>) -> Self {
        let Status { at: _, sources, facts, drill } = status;
        // What is not real carries its mark from here on.
        let drill = drill.into_iter().map(Fact::rehearsed).collect();
        Self { town: Some(town), sources, facts, drill, neighbours, news: vec![], sky: None }
    }
}
