//! The course as it travels in a pack and lies in a store: the world once, every lesson by itself, so that a lesson is loaded without the others.

use super::{Course, Lesson, Said, Skin, World, walk};
use crate::{
    content::{Extra, Readings},
    words::{Line, Tongue},
};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// The kind under which the world is kept; there is one.
pub const WORLD: &str = "phone";
/// The kind of a lesson.
pub const LESSON: &str = "lesson";

impl Course {
    /// Everything that goes into a pack, in order. `None` only where it can not be written at all.
    pub fn extras(&self, readings: &dyn Readings) -> Option<Vec<Extra>> {
        let world = Extra {
            kind: WORLD.to_owned(),
            id: WORLD.to_owned(),
            // Of no tongue: nobody comes across it in a list or a search.
            tongue: Tongue::parse("zxx")?,
            body: serde_json::to_string(&self.world).ok()?,
            ..Extra::default()
        };
        let mut out = vec![world];
        for lesson in &self.lessons {
            let tongues = [Tongue::JA].into_iter().chain(lesson.reviewed.iter().map(|(tongue, _)| tongue.clone()));
            for tongue in tongues {
                out.push(extra(lesson, &tongue, readings)?);
            }
        }
        Some(out)
    }

    /// The phone with one lesson, or with none, from what was kept of them.
    pub fn unpack(world: &[u8], lesson: Option<&[u8]>) -> Result<Self, serde_json::Error> {
        let world: World = read(world)?;
        Ok(Self { world, lessons: lesson.map(read).transpose()?.into_iter().collect() })
    }
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, serde_json::Error> {
    serde_json::from_slice(bytes)
}

/// A lesson in one tongue: found by its words there; the lesson itself is kept once, with the Japanese.
fn extra(lesson: &Lesson, tongue: &Tongue, readings: &dyn Readings) -> Option<Extra> {
    let in_tongue = |said: &Said| said.line(tongue, Skin::Iphone).clone();
    let title = in_tongue(&lesson.title);
    let lines = lines(lesson, tongue).into_iter().filter(|line| *line != title).collect::<Vec<_>>();
    let is_japanese = tongue.is_japanese();
    let read = |line: &Line| {
        let spoken = line.spoken();
        if spoken.chars().any(crate::words::is_kanji) { readings.kana(&line.plain()) } else { spoken }
    };
    let tags = lesson.tags.iter().map(|tag| readings.kana(tag));
    let kana = [&title].into_iter().chain(&lines).map(read).chain(tags).collect::<Vec<_>>().join("\n");
    Some(Extra {
        kind: LESSON.to_owned(),
        id: lesson.id.clone(),
        tongue: tongue.clone(),
        listed: serde_json::to_string(&lesson.listed()).ok()?,
        tags: if is_japanese { lesson.tags.clone() } else { vec![] },
        kana: if is_japanese { kana } else { String::new() },
        body: if *tongue == Tongue::JA { serde_json::to_string(lesson).ok()? } else { String::new() },
        title,
        lines,
    })
}

/// Everything a lesson says in a tongue, in either skin, each once. What a fraud lesson shows as a trap is on the phone and not in here.
fn lines(lesson: &Lesson, tongue: &Tongue) -> Vec<Line> {
    let (mut seen, mut out) = (BTreeSet::new(), vec![]);
    walk::lesson(&mut lesson.clone(), &mut |said| {
        for skin in Skin::ALL {
            let line = said.line(tongue, skin);
            if !line.is_empty() && seen.insert(line.plain()) {
                out.push(line.clone());
            }
        }
    });
    out
}
