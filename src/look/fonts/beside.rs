//! Faces that stand beside the primary one, for the signs it lacks. Only those that have been read take part in a frame; a sign
//! that has to be looked for is asked for, and its face comes a moment later.

use super::typeface::{Extent, Key, is_sign};
use super::{Fonts, bold, parse};
use crate::words::{Script, Typeface};
use egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, FontProvider, InsertFontFamily};
use egui::{Context, FontData};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A face → its name and the font.
pub(super) type Held = BTreeMap<Key, (String, FontData)>;

/// A sign that no face at hand has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lacking {
    pub sign: char,
    pub strong: bool,
}

type Ask = Box<dyn Fn(Lacking) + Send + Sync>;

/// What is at hand.
#[derive(Debug, Default)]
struct Hands {
    primary: Option<Typeface>,
    held: Held,
}

#[derive(Default)]
pub(super) struct Beside {
    hands: Mutex<Hands>,
    /// Who looks for what is lacking; where nobody does, the frame waits for the file.
    ask: Option<Ask>,
}

impl fmt::Debug for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Beside").field("hands", &self.hands).finish_non_exhaustive()
    }
}

impl Beside {
    pub(super) fn hold(&self, primary: Option<Typeface>, held: Held) {
        *self.hands() = Hands { primary, held };
    }

    fn hands(&self) -> MutexGuard<'_, Hands> {
        self.hands.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn get(&self, key: Key) -> Option<(String, FontData)> {
        self.hands().held.get(&key).cloned()
    }
}

fn has(data: &FontData, sign: char) -> bool {
    use skrifa::MetadataProvider as _;
    parse(data).is_some_and(|font| font.charmap().map(sign).is_some())
}

impl Fonts {
    /// Never reads a file while something is drawn: `ask` is told what is lacking, on whatever thread draws, and must not wait. Whoever
    /// is asked calls [`Fonts::fetch`] and then lets egui look again.
    #[must_use]
    pub fn asking(self, ask: impl Fn(Lacking) + Send + Sync + 'static) -> Self {
        Self { beside: Beside { ask: Some(Box::new(ask)), ..self.beside }, ..self }
    }

    /// Reads the face that has a sign. True when it was not at hand before.
    pub fn fetch(&self, lacking: Lacking) -> bool {
        let keys = self.keys(lacking, self.beside.hands().primary);
        let new = keys.into_iter().filter(|key| self.beside.get(*key).is_none());
        let Some((key, found)) = self.first_with(lacking.sign, new) else { return false };
        self.beside.hands().held.insert(key, found);
        true
    }

    /// Where to look for a sign that the primary face lacks, best first. Of a thinned face what is left out is wanted before any other:
    /// a rare sign stands among those of its own face.
    fn keys(&self, Lacking { sign, strong }: Lacking, primary: Option<Typeface>) -> Vec<Key> {
        let own = primary.filter(|typeface| typeface.is_of_many_scripts() && !typeface.usually_has(sign));
        let faces = own.into_iter().chain(Typeface::holders(sign).iter().copied());
        let extents = |typeface: Typeface| {
            let name = typeface.is_of_many_scripts() && self.names.contains(&sign);
            let all = match typeface.usual() {
                Extent::Script if is_sign(sign) => Extent::Signs,
                _ if typeface.usually_has(sign) => typeface.usual(),
                _ => Extent::Whole,
            };
            name.then_some(Extent::Names).into_iter().chain([all]).map(move |extent| (typeface, strong, extent))
        };
        faces.flat_map(extents).collect()
    }

    fn first_with(&self, sign: char, keys: impl IntoIterator<Item = Key>) -> Option<(Key, (String, FontData))> {
        let read = |key| self.data(key).filter(|(_, data)| has(data, sign)).map(|found| (key, found));
        keys.into_iter().find_map(read)
    }

    /// What pages in a script need at any rate: those in Latin letters also say what stands on Japanese signs, and on the first page every
    /// tongue is named in its own letters, which are strong there. Coming a moment later they would cost a second first page.
    pub(super) fn always_beside(&self, script: Script, primary: Option<Typeface>, strong: Option<&FontData>) -> Held {
        let needed = script == Script::Latin && primary == Some(Typeface::NotoSans);
        let keys = needed.then_some([false, true]).into_iter().flatten();
        let keys = keys.map(|strong| (Typeface::BizUd, strong, Extent::Whole));
        let mut held: Held = keys.filter_map(|key| Some((key, self.data(key)?))).collect();
        for sign in self.names.iter().copied() {
            let beside = held.iter().filter(|((_, strong, _), _)| *strong).map(|(_, (_, data))| data);
            if !strong.into_iter().chain(beside).any(|data| has(data, sign)) {
                held.extend(self.first_with(sign, self.keys(Lacking { sign, strong: true }, primary)));
            }
        }
        held
    }

    /// Signs that nobody had are asked for once more.
    pub fn look_again(self: &Arc<Self>, ctx: &Context) {
        ctx.set_font_providers(vec![self.helper()]);
    }

    /// Finds a face for a sign that the primary face lacks.
    pub(super) fn helper(self: &Arc<Self>) -> Arc<dyn FontProvider> {
        let fonts = Arc::clone(self);
        Arc::new(move |wish: &FallbackRequest<'_>| {
            let lacking = Lacking { sign: wish.cluster.chars().next()?, strong: *wish.family == bold() };
            let at_hand = |key: Key| {
                let read = || fonts.beside.ask.is_none().then(|| fonts.data(key)).flatten();
                fonts.beside.get(key).or_else(read)
            };
            // The primary face is not asked again: it lacks the sign.
            let keys = fonts.keys(lacking, fonts.beside.hands().primary);
            let found = keys.into_iter().filter_map(at_hand).find(|(_, data)| has(data, lacking.sign));
            if found.is_none()
                && let Some(ask) = &fonts.beside.ask
            {
                ask(lacking);
            }
            let (name, data) = found?;
            let families = vec![InsertFontFamily { family: wish.family.clone(), priority: FontPriority::Lowest }];
            Some(FontInsert { name, data, families })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Tongue;
    use egui::RawInput;

    /// Which of the signs can be drawn, in one frame.
    fn drawn(ctx: &Context, signs: &str) -> String {
        let mut seen = String::new();
        let look = |ui: &mut egui::Ui| {
            let has = |c: &char| ui.ctx().fonts_mut(|fonts| fonts.has_glyph(&super::super::face(20.0, true), *c));
            seen = signs.chars().filter(has).collect();
        };
        ctx.run_ui(RawInput::default(), look).textures_delta.clear();
        seen
    }

    #[test]
    fn a_frame_asks_for_letters_and_has_them_once_they_were_fetched() {
        let (out, asked) = crossbeam_channel::bounded(8);
        let fonts = Arc::new(Fonts::default().asking(move |lacking| out.try_send(lacking).unwrap()));
        let ctx = Context::default();
        fonts.install(&ctx, fonts.prepare(&Tongue::JA));
        assert_eq!(drawn(&ctx, "水물"), "水");
        let lacking: Vec<_> = asked.try_iter().collect();
        assert_eq!(lacking, [Lacking { sign: '물', strong: true }]);
        assert!(fonts.fetch(lacking[0]));
        assert!(!fonts.fetch(lacking[0]), "once");
        assert!(!fonts.fetch(Lacking { sign: '\u{10ffff}', strong: false }), "nobody has it");
        fonts.look_again(&ctx);
        assert_eq!(drawn(&ctx, "水물"), "水물");
        // A page in English can show a sign in Japanese without asking.
        fonts.install(&ctx, fonts.prepare(&Tongue::EN));
        assert_eq!(drawn(&ctx, "water水"), "water水");
        assert_eq!(asked.try_iter().count(), 0);
    }
}
