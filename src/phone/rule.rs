//! Which gestures are mistakes in a lesson, and when one gesture is the same as another.

use super::{Act, Gesture, Lesson, Rule, Run, show};

/// Stands for every item that can be used now and is not wanted now.
pub(super) const ANY: &str = "*";

/// The first rule that a gesture breaks.
pub(super) fn broken<'l>(run: &Run, lesson: &'l Lesson, act: &Act) -> Option<&'l Rule> {
    lesson.rules.iter().find(|rule| {
        rule.on.iter().any(|on| meets(run, on, act))
            && rule.when.as_ref().is_none_or(|when| when.holds(&run.phone.scope(run.world())))
    })
}

fn meets(run: &Run, on: &Act, act: &Act) -> bool {
    let (Act::Do { gesture: wanted, item: pattern }, Act::Do { gesture, item }) = (on, act) else { return false };
    if !same_gesture(wanted, gesture) {
        return false;
    }
    let Some(pattern) = pattern else { return item.is_none() };
    let item = item.as_deref().unwrap_or_else(|| run.phone.screen_id());
    let Some(within) = pattern.strip_suffix(ANY) else { return pattern == item && is_at_hand(run, item) };
    // A target of the step is never a mistake by a rule that means everything else.
    let wanted_now = run.current().is_some_and(|step| step.targets.iter().any(|target| is_same(target, act)));
    let item_of_screen = item.split_once('/').is_some_and(|(screen, _)| screen == run.phone.screen_id());
    item.starts_with(within) && !wanted_now && item_of_screen && can_be_done(run, item, gesture)
}

/// What is not in view can not have been meant.
fn is_at_hand(run: &Run, item: &str) -> bool {
    !item.contains('/')
        || ["key/", "notice/"].iter().any(|part| item.starts_with(part))
        || super::view::at_hand(&run.phone, run.world(), item).is_some()
}

/// A tap that nothing would follow from is no mistake; other gestures are, wherever they are made.
fn can_be_done(run: &Run, item: &str, gesture: &Gesture) -> bool {
    let face = show::face(&run.phone, run.world(), &run.setting);
    let there = face.items.iter().find(|there| there.id == item);
    there.is_some_and(|there| *gesture != Gesture::Tap || there.gestures.contains(gesture))
}

fn same_gesture(a: &Gesture, b: &Gesture) -> bool {
    match (a, b) {
        (Gesture::Type(_), Gesture::Type(_)) => true,
        (Gesture::Swipe(a) | Gesture::Scroll(a), Gesture::Swipe(b) | Gesture::Scroll(b)) => a == b,
        _ => a == b,
    }
}

/// Whether two acts are one: a swipe counts wherever on the screen it was made.
pub(super) fn is_same(target: &Act, act: &Act) -> bool {
    let (Act::Do { gesture: a, item: wanted }, Act::Do { gesture: b, item }) = (target, act) else {
        return target == act;
    };
    let moves = matches!(a, Gesture::Swipe(_) | Gesture::Scroll(_));
    let place = match (wanted, item) {
        _ if matches!(a, Gesture::Type(_) | Gesture::Back | Gesture::Home | Gesture::Shade) => true,
        (Some(wanted), Some(item)) if moves => item == wanted || item.starts_with(&format!("{wanted}/")),
        (None, _) | (_, None) if moves => true,
        (wanted, item) => wanted == item,
    };
    place && same_gesture(a, b)
}
