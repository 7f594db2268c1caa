//! Navigators as they travel in a pack and lie in a store: each once, found by its words and by those of every card in every tongue.

use super::{Card, Navigator, Said};
use crate::{
    content::{Entry, Extra, Kind, Phase, Readings},
    words::{Line, Tongue},
};

/// The kind under which a navigator is kept.
pub const NAVIGATOR: &str = "navigator";
/// The kind of one of its cards, which is found by itself and named `<navigator>/<card>`.
pub const CARD: &str = "card";

impl Navigator {
    /// Everything that goes into a pack. `None` only where it can not be written at all.
    pub fn extras(&self, readings: &dyn Readings) -> Option<Vec<Extra>> {
        let mut out = vec![];
        let tongues = [Tongue::JA].into_iter().chain(self.reviewed.iter().map(|(tongue, _)| tongue.clone()));
        for tongue in tongues {
            let body = if tongue == Tongue::JA { serde_json::to_string(self).ok()? } else { String::new() };
            let asked = self.questions.iter().map(|question| &question.ask);
            let lines = [&self.lead].into_iter().chain(&self.notice).chain(asked);
            let own = Shown { id: self.id.clone(), title: &self.title, lead: &self.lead, groups: self.groups.clone() };
            out.push(Extra {
                kind: NAVIGATOR.to_owned(),
                body,
                ..self.extra(&own, lines.collect(), self.tags.clone(), (&tongue, readings))?
            });
            for card in &self.cards {
                let own = Shown {
                    id: format!("{}/{}", self.id, card.id),
                    title: &card.title,
                    lead: &card.deadline,
                    groups: vec![],
                };
                let lines = card.said().skip(1).collect();
                out.push(Extra { kind: CARD.to_owned(), ..self.extra(&own, lines, vec![], (&tongue, readings))? });
            }
        }
        Some(out)
    }

    fn extra(
        &self,
        own: &Shown<'_>,
        said: Vec<&Said>,
        tags: Vec<String>,
        (tongue, readings): (&Tongue, &dyn Readings),
    ) -> Option<Extra> {
        let title = own.title.line(tongue);
        let lines: Vec<Line> = said.into_iter().map(|said| said.line(tongue)).filter(|line| !line.is_empty()).collect();
        let entry = Entry {
            kind: Kind::Procedure,
            id: own.id.clone(),
            tongue: tongue.clone(),
            groups: own.groups.clone(),
            icon: self.icon.clone(),
            title: title.clone(),
            lead: own.lead.line(tongue),
            phase: Phase::Always,
        };
        let (kana, tags) =
            if tongue.is_japanese() { (kana(&title, &lines, &tags, readings), tags) } else { (String::new(), vec![]) };
        let listed = serde_json::to_string(&entry).ok()?;
        Some(Extra { id: own.id.clone(), tongue: tongue.clone(), listed, tags, kana, title, lines, ..Extra::default() })
    }
}

/// What is listed and found.
struct Shown<'n> {
    id: String,
    title: &'n Said,
    lead: &'n Said,
    groups: Vec<String>,
}

fn kana(title: &Line, lines: &[Line], tags: &[String], readings: &dyn Readings) -> String {
    let read = |line: &Line| {
        let spoken = line.spoken();
        if spoken.chars().any(crate::words::is_kanji) { readings.kana(&line.plain()) } else { spoken }
    };
    let tags = tags.iter().map(|tag| readings.kana(tag));
    [title].into_iter().chain(lines).map(read).chain(tags).collect::<Vec<_>>().join("\n")
}

/// A navigator from what was kept of it.
///
/// # Errors
/// When it was written by another program than this one.
pub fn unpack(bytes: &[u8]) -> Result<Navigator, serde_json::Error> {
    serde_json::from_slice(bytes)
}

impl Card {
    /// The name under which it is found.
    pub fn name(&self, navigator: &Navigator) -> String {
        format!("{}/{}", navigator.id, self.id)
    }
}
