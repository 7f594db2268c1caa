//! Navigators as they travel in a pack and lie in a store: each once, found by its words and by those of every card in every tongue.

use super::{Card, Manner, Navigator, Said};
use crate::{
    content::{Entry, Extra, Kind, Phase, Readings},
    words::{Line, Tongue, Words},
};

/// The kind under which a navigator is kept.
pub const NAVIGATOR: &str = "navigator";
/// The kind of one of its cards, which is found by itself and named `<navigator>/<card>`.
pub const CARD: &str = "card";
/// Stands for a card in the place of all that are sensitive: `<navigator>/quiet`. No card is called so.
pub const QUIET: &str = "quiet";

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
            out.extend(self.confided(&tongue, readings)?);
            for card in self.cards.iter().filter(|card| card.manner != Manner::Sensitive) {
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

    /// Where to ask in confidence: one thing to open, found by the words of every card that is sensitive. Whoever looks on reads none of them: the
    /// title, what is listed and the sentence beside a hit are neutral, for they are all that is there to be shown.
    fn confided(&self, tongue: &Tongue, readings: &dyn Readings) -> Option<Vec<Extra>> {
        let own: Vec<_> = self.cards.iter().filter(|card| card.manner == Manner::Sensitive).collect();
        if own.is_empty() {
            return Some(vec![]);
        }
        let w = Words::shipped(tongue);
        let (title, lead) = (w.navi_quiet(), w.navi_quiet_lead());
        let said = own.iter().flat_map(|card| card.said()).map(|said| said.line(tongue));
        let told: Vec<Line> = said.chain(own.iter().map(|card| card.law.clone())).collect();
        let read = if tongue.is_japanese() { told.iter().map(|line| spoken(line, readings)).collect() } else { vec![] };
        let entry = Entry {
            kind: Kind::Procedure,
            id: format!("{}/{QUIET}", self.id),
            tongue: tongue.clone(),
            groups: vec![],
            icon: "heart".to_owned(),
            title: title.clone(),
            lead: lead.clone(),
            phase: Phase::Always,
        };
        Some(vec![Extra {
            kind: CARD.to_owned(),
            listed: serde_json::to_string(&entry).ok()?,
            id: entry.id,
            tongue: tongue.clone(),
            title,
            lines: vec![lead],
            tags: told.iter().map(Line::plain).chain(read).filter(|text| !text.is_empty()).collect(),
            ..Extra::default()
        }])
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
    let tags = tags.iter().map(|tag| readings.kana(tag));
    [title].into_iter().chain(lines).map(|line| spoken(line, readings)).chain(tags).collect::<Vec<_>>().join("\n")
}

fn spoken(line: &Line, readings: &dyn Readings) -> String {
    let spoken = line.spoken();
    if spoken.chars().any(crate::words::is_kanji) { readings.kana(&line.plain()) } else { spoken }
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
