//! Faces that stand beside the primary one, for the signs it lacks. Only those that have been read take part in a frame; a sign
//! that has to be looked for is asked for, and its face comes a moment later.

use super::{Fonts, Typeface, bold, parse};
use crate::words::Script;
use egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, FontProvider, InsertFontFamily};
use egui::{Context, FontData};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Typeface and whether it is the strong weight → the name and the font.
pub(super) type Held = BTreeMap<(Typeface, bool), (String, FontData)>;

/// A sign that no face at hand has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lacking {
    pub sign: char,
    pub strong: bool,
}

type Ask = Box<dyn Fn(Lacking) + Send + Sync>;

#[derive(Default)]
pub(super) struct Beside {
    held: Mutex<Held>,
    /// Who looks for what is lacking; where nobody does, the frame waits for the file.
    ask: Option<Ask>,
}

impl fmt::Debug for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Beside").field("held", &self.held).finish_non_exhaustive()
    }
}

impl Beside {
    pub(super) fn hold(&self, held: Held) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = held;
    }

    fn get(&self, key: (Typeface, bool)) -> Option<(String, FontData)> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned()
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
    pub fn fetch(&self, Lacking { sign, strong }: Lacking) -> bool {
        let mut holders = Typeface::holders(sign).iter().map(|typeface| (*typeface, strong));
        let found = holders.find_map(|key| {
            let found = self.beside.get(key).is_none().then(|| self.data(key.0, strong))?;
            found.filter(|(_, data)| has(data, sign)).map(|found| (key, found))
        });
        let Some((key, found)) = found else { return false };
        self.beside.held.lock().unwrap_or_else(PoisonError::into_inner).insert(key, found);
        true
    }

    /// What pages in a script need at any rate: those in Latin letters also say what stands on Japanese signs.
    pub(super) fn always_beside(&self, script: Script, primary: Option<Typeface>) -> Held {
        let needed = script == Script::Latin && primary == Some(Typeface::NotoSans);
        let keys = needed.then_some([false, true]).into_iter().flatten().map(|strong| (Typeface::BizUd, strong));
        keys.filter_map(|key| Some((key, self.data(key.0, key.1)?))).collect()
    }

    /// Signs that nobody had are asked for once more.
    pub fn look_again(self: &Arc<Self>, ctx: &Context) {
        ctx.set_font_providers(vec![self.helper()]);
    }

    /// Finds a face for a sign that the primary face lacks.
    pub(super) fn helper(self: &Arc<Self>) -> Arc<dyn FontProvider> {
        let fonts = Arc::clone(self);
        Arc::new(move |wish: &FallbackRequest<'_>| {
            let sign = wish.cluster.chars().next()?;
            let strong = *wish.family == bold();
            let at_hand = |typeface: &Typeface| {
                let read = || fonts.beside.ask.is_none().then(|| fonts.data(*typeface, strong)).flatten();
                fonts.beside.get((*typeface, strong)).or_else(read)
            };
            // The primary face is not asked again: it lacks the sign.
            let found = Typeface::holders(sign).iter().filter_map(at_hand).find(|(_, data)| has(data, sign));
            if found.is_none()
                && let Some(ask) = &fonts.beside.ask
            {
                ask(Lacking { sign, strong });
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
        assert_eq!(drawn(&ctx, "水한"), "水");
        let lacking: Vec<_> = asked.try_iter().collect();
        assert_eq!(lacking, [Lacking { sign: '한', strong: true }]);
        assert!(fonts.fetch(lacking[0]));
        assert!(!fonts.fetch(lacking[0]), "once");
        assert!(!fonts.fetch(Lacking { sign: '\u{10ffff}', strong: false }), "nobody has it");
        fonts.look_again(&ctx);
        assert_eq!(drawn(&ctx, "水한"), "水한");
        // A page in English can show a sign in Japanese without asking.
        fonts.install(&ctx, fonts.prepare(&Tongue::EN));
        assert_eq!(drawn(&ctx, "water水"), "water水");
        assert_eq!(asked.try_iter().count(), 0);
    }
}
