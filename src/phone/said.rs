//! What a phone or a lesson says: the same thing in the words of either kind of phone and in every tongue.

use crate::words::{Line, Tongue};
use serde::{Deserialize, Serialize};

/// How the phone looks and what it calls things. Neutral: its states are the same, nobody's artwork is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Skin {
    #[default]
    Iphone,
    Android,
}

impl Skin {
    pub const ALL: [Self; 2] = [Self::Iphone, Self::Android];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Iphone => "iphone",
            Self::Android => "android",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|skin| skin.name() == name)
    }
}

/// A text in the words of both skins and in every tongue it was written in. May hold `{city.…}` and `{variable}`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Said {
    iphone: Line,
    /// `None`: as the other skin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    android: Option<Line>,
    /// Other tongues than Japanese.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    more: Vec<(Tongue, Line, Option<Line>)>,
}

impl Said {
    /// One text for both skins.
    pub fn same(line: Line) -> Self {
        Self { iphone: line, android: None, more: vec![] }
    }

    pub fn by_skin(iphone: Line, android: Line) -> Self {
        Self { android: Some(android).filter(|android| *android != iphone), iphone, more: vec![] }
    }

    pub fn is_empty(&self) -> bool {
        self.iphone.is_empty() && self.android.as_ref().is_none_or(Line::is_empty)
    }

    /// In the reader's best tongue; Japanese where there is nothing else.
    pub fn line(&self, tongue: &Tongue, skin: Skin) -> &Line {
        let wanted = tongue.fallback();
        let found = wanted.iter().find_map(|tongue| self.more.iter().find(|(own, ..)| own == tongue));
        let (iphone, android) = found.map_or((&self.iphone, &self.android), |(_, iphone, android)| (iphone, android));
        match skin {
            Skin::Iphone => iphone,
            Skin::Android => android.as_ref().unwrap_or(iphone),
        }
    }

    /// Every text of it in Japanese.
    pub fn originals(&self) -> impl Iterator<Item = &Line> {
        [Some(&self.iphone), self.android.as_ref()].into_iter().flatten().filter(|line| !line.is_empty())
    }

    /// Adds a tongue: `find` gives the translation of a Japanese text.
    pub(super) fn translate(&mut self, tongue: &Tongue, find: &dyn Fn(&Line) -> Option<Line>) {
        let Some(iphone) = find(&self.iphone) else { return };
        let android = self.android.as_ref().and_then(find);
        self.more.push((tongue.clone(), iphone, android));
    }

    /// The same with every Japanese text, and that of easy Japanese, put through `f`.
    pub(super) fn map_japanese(&mut self, f: &dyn Fn(&Line) -> Line) {
        self.iphone = f(&self.iphone);
        self.android = self.android.as_ref().map(f);
        for (_, iphone, android) in self.more.iter_mut().filter(|(tongue, ..)| tongue.is_japanese()) {
            *iphone = f(iphone);
            *android = android.as_ref().map(f);
        }
    }
}
