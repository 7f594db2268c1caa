//! What assistive technology sees: one node a part, in reading order, with the words of the page's script.
//!
//! egui's own focus is only a mirror here: the one control that has our focus is shown to it as a thing that may be focused, so that
//! neither Tab nor an arrow finds another.

use super::{Act, State};
use crate::lay::Rect;
use crate::look::Look;
use crate::page::{Control, Level, Part, Role, Said};
use egui::accesskit::{self, Action, Live, Node, Toggled};
use egui::{Event, EventFilter, Id, Sense, Ui, pos2, vec2};

/// Whether a part stands where something must be noticed at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Urgent {
    No,
    Yes,
}

pub(super) fn node<M>(ui: &Ui, part: &Part<M>, rect: Rect, look: &Look, state: &State<'_>, urgent: Urgent) {
    // What is not heard is pointed at with a finger.
    let Some(Said { id, line: words }) = part.said() else { return };
    let ours = Id::unique(id.as_str());
    let mm = look.mm;
    let rect = egui::Rect::from_min_size(pos2(rect.x * mm, rect.y * mm), vec2(rect.w * mm, rect.h * mm));
    ui.ctx().accesskit_node_builder(ours, |node| {
        let (min, max) = (rect.min, rect.max);
        node.set_bounds(accesskit::Rect { x0: min.x.into(), y0: min.y.into(), x1: max.x.into(), y1: max.y.into() });
        node.set_language(words.tongue().unwrap_or(state.tongue).tag());
        if urgent == Urgent::Yes {
            node.set_live(Live::Assertive);
        }
        match part {
            Part::Control(control) => describe(node, control, &words.plain()),
            Part::Text(text) if matches!(text.level, Level::Title | Level::Hello | Level::Heading) => {
                node.set_role(accesskit::Role::Heading);
                node.set_label(words.plain());
            }
            // A label's words are its value, by AccessKit's rule.
            Part::Text(_) => {
                node.set_role(accesskit::Role::Label);
                node.set_value(words.plain());
            }
            Part::Picture(_) | Part::Canvas(_) | Part::Group(_) => {
                node.set_role(accesskit::Role::Image);
                node.set_label(words.plain());
            }
        }
    });
    // Only now: a node that egui makes itself would not stand in our order.
    if part.live().is_some_and(|control| state.focus == Some(control.id.as_str())) {
        ui.interact(rect, ours, Sense::focusable_noninteractive());
        mirror(ui, ours);
    }
}

fn describe<M>(node: &mut Node, control: &Control<M>, words: &str) {
    node.set_role(match control.role {
        Role::Button | Role::Turn | Role::Card | Role::Row | Role::Key | Role::Item => accesskit::Role::Button,
        Role::Tab => accesskit::Role::Tab,
        Role::Choice => accesskit::Role::RadioButton,
        Role::Switch => accesskit::Role::Switch,
        Role::Field => accesskit::Role::TextInput,
    });
    node.set_label(words);
    match control.role {
        Role::Tab => node.set_selected(control.on),
        Role::Choice | Role::Switch => node.set_toggled(Toggled::from(control.on)),
        Role::Field => node.set_value(control.value.plain()),
        _ => {}
    }
    match (control.role, &control.msg) {
        (_, Some(_)) => {
            node.add_action(Action::Click);
            node.add_action(Action::Focus);
        }
        (Role::Field, None) => node.set_read_only(),
        (_, None) => node.set_disabled(),
    }
}

fn mirror(ui: &Ui, id: Id) {
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| {
        if !memory.has_focus(id) {
            memory.request_focus(id);
        }
        memory.set_focus_lock_filter(id, filter);
    });
}

/// What was asked of the parts that can be pressed.
pub(super) fn acts<M>(ui: &Ui, walk: &[&Part<M>]) -> Vec<Act> {
    let asked: Vec<_> = ui.input(|input| {
        let request = |event: &Event| match event {
            Event::AccessKitActionRequest(request) => Some((request.target_node, request.action)),
            _ => None,
        };
        input.events.iter().filter_map(request).collect()
    });
    let act = |(target, action)| {
        let mut live = walk.iter().filter_map(|part| part.live());
        let control = live.find(|control| Id::unique(control.id.as_str()).accesskit_id() == target)?;
        match action {
            Action::Click => Some(Act::Press(control.id.clone())),
            Action::Focus => Some(Act::Focus(control.id.clone())),
            _ => None,
        }
    };
    asked.into_iter().filter_map(act).collect()
}
