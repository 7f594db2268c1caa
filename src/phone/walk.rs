//! Every text of a world and of its lessons, for whoever has to see or change all of them.

use super::{App, Deed, Effect, Lesson, Mistake, Said, Screen};

pub(super) fn effects(effects: &mut [Effect], see: &mut dyn FnMut(&mut Said)) {
    for effect in effects {
        match effect {
            Effect::Say(said) | Effect::Type(said) => see(said),
            Effect::Notify(notice) => {
                see(&mut notice.title);
                see(&mut notice.text);
            }
            Effect::Call { name, number, .. } => {
                see(name);
                see(number);
            }
            Effect::If { then, or, .. } => {
                self::effects(then, see);
                self::effects(or, see);
            }
            _ => {}
        }
    }
}

fn deeds(deeds: &mut [Deed], see: &mut dyn FnMut(&mut Said)) {
    for deed in deeds {
        effects(&mut deed.effects, see);
    }
}

pub(super) fn app(app: &mut App, see: &mut dyn FnMut(&mut Said)) {
    see(&mut app.title);
}

pub(super) fn screen(screen: &mut Screen, see: &mut dyn FnMut(&mut Said)) {
    see(&mut screen.title);
    effects(&mut screen.enter, see);
    deeds(&mut screen.deeds, see);
    for item in &mut screen.items {
        see(&mut item.label);
        see(&mut item.detail);
        see(&mut item.value);
        deeds(&mut item.deeds, see);
    }
}

pub(super) fn mistake(mistake: &mut Mistake, see: &mut dyn FnMut(&mut Said)) {
    mistake.say.iter_mut().for_each(see);
}

pub(super) fn lesson(lesson: &mut Lesson, see: &mut dyn FnMut(&mut Said)) {
    see(&mut lesson.title);
    see(&mut lesson.lead);
    see(&mut lesson.why);
    if let Some(picture) = &mut lesson.picture {
        see(&mut picture.alt);
    }
    for said in lesson.warn.iter_mut().chain(&mut lesson.poster).chain(&mut lesson.end) {
        see(said);
    }
    effects(&mut lesson.start.effects, see);
    for step in &mut lesson.steps {
        see(&mut step.say);
        see(&mut step.ask);
        see(&mut step.own);
    }
    for reply in lesson.mistakes.values_mut() {
        mistake(reply, see);
    }
}
