//! The apps that were used: how each was left, and the list of them, so that somebody can go from one to another and back.

use super::{App, Deed, Dir, Effect, Gesture, Item, ItemKind, KeyboardKind, Phone, Said, World, world::HOME};
use crate::expr::Expr;

/// The screen with the list; there is none where `home.toml` has none.
pub(super) const RECENTS: &str = "home-recents";
/// Apps kept at most; the oldest are forgotten.
const MOST: usize = 12;

impl Phone {
    /// Keeps how the present app is left, when `to` is a screen of another.
    pub(super) fn leave(&mut self, world: &World, to: &str) {
        let app_of = |id: &str| world.screen(id).map_or("", |screen| screen.app.as_str());
        let app = app_of(self.screen_id()).to_owned();
        if app.is_empty() || app == HOME || app == app_of(to) {
            return;
        }
        let from = self.stack.iter().rposition(|id| app_of(id) == HOME).map_or(0, |at| at + 1);
        let open = self.stack.get(from..).unwrap_or_default().to_vec();
        if open.is_empty() {
            return;
        }
        self.left.retain(|(left, _)| *left != app);
        self.left.push((app, open));
        let many = self.left.len().saturating_sub(MOST);
        self.left.drain(..many);
    }

    pub(super) fn resume(&mut self, world: &World, app: &str) {
        let Some((_, open)) = self.left.iter().find(|(left, _)| left == app).cloned() else { return };
        self.stack = open;
        self.entered(world);
    }
}

/// Puts every app that the home screen opens into the list of those that were used: tapped it comes back, moved up it is closed.
pub(super) fn fill(world: &mut World) {
    let items: Vec<Item> = world.apps.iter().filter(|app| app.id != HOME).filter_map(item).collect();
    if let Some(screen) = world.screens.get_mut(RECENTS) {
        for item in items {
            if screen.item(&item.id).is_none() {
                screen.items.push(item);
            }
        }
    }
}

fn item(app: &App) -> Option<Item> {
    let deed = |gesture, effect| Deed { gesture, effects: vec![effect] };
    Some(Item {
        id: format!("{RECENTS}/{}", app.id),
        kind: ItemKind::Row,
        icon: app.icon.clone(),
        picture: String::new(),
        label: app.title.clone(),
        detail: Said::default(),
        value: Said::default(),
        show: Some(Expr::parse(&format!("left('{}')", app.id)).ok()?),
        enabled: None,
        on: None,
        bind: None,
        secret: None,
        most: 1,
        keyboard: KeyboardKind::default(),
        words: vec![],
        mine: false,
        at: None,
        rows: 1,
        deeds: vec![
            deed(Gesture::Tap, Effect::Resume(app.id.clone())),
            deed(Gesture::Swipe(Dir::Up), Effect::Close(app.id.clone())),
        ],
    })
}
