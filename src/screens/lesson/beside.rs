//! What stands beside the phone: the step, the kind word to a mistake, the paper on the wall, and a button for everything that a finger does.

use super::{
    Msg,
    page::{button, passes},
    play::{Armed, Needs, Play, dir},
};
use crate::{
    lay::{beside_width, body_height, body_width},
    page::{Control, Group, Kind, Level, Part, Side, Tone, Touch, Weight},
    phone::{Act, Gesture, LessonKind, Pass},
    screens::{
        Place, View,
        glass::{self, Did, Scale, ids},
    },
    words::{Line, Words},
};

/// From this width on, in millimetres, the four ways have room above the step.
const WIDE: f32 = 250.0;

/// What stands beside the phone. What answers the person comes first, so that it is never on a later leaf.
pub(super) fn beside(play: &Play, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let ways = (!play.run.is_free()).then(|| passes(play.run.pass(), w));
    let said = match play.run.step() {
        Some(step) => Some(step.say),
        None => play.run.is_free().then(|| w.practice_lead()),
    };
    let (remark, poster) = (remark(play, w), joined(play.run.poster()));
    let tools = Part::group(Kind::Row, tools(play, view));
    // On small glass, and in large letters, the step itself must not wait on a later leaf either.
    let narrow = view.standing.panel.w < WIDE || view.settings.size > 0;
    let letters = if narrow {
        Letters::fitting([&said, &remark, &poster].map(Option::as_ref), room(play, view), view)
    } else {
        Letters::LARGE
    };
    let said = said.map(|line| Part::text(letters.step, line));
    let boxed = |tone, line| Part::group(Kind::Callout(tone), [Part::text(letters.words, line)]);
    let remark = remark.map(|line| boxed(Tone::Hint, line));
    let poster = poster.map(|line| boxed(Tone::Calm, line));
    match letters.poster {
        Poster::Beside if !narrow && play.run.reply().is_none() && play.armed.is_none() => {
            [ways, said, remark, poster, Some(tools)].into_iter().flatten().collect()
        }
        Poster::Beside => [remark, said, poster, Some(tools), ways].into_iter().flatten().collect(),
        Poster::Later => [remark, said, Some(tools), poster, ways].into_iter().flatten().collect(),
    }
}

/// How large the words beside the phone are set, so that the step, what is said to it and the phone are seen together. Small letters are as large as
/// details are: at the larger sizes still more than the usual size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Letters {
    step: Level,
    words: Level,
    poster: Poster,
}

/// Whether the paper on the wall has room by the step or waits behind the buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Poster {
    Beside,
    Later,
}

impl Letters {
    const LARGE: Self = Self { step: Level::Lead, words: Level::Body, poster: Poster::Beside };
    const SMALL: Self = Self { step: Level::Brief, words: Level::Note, poster: Poster::Beside };

    /// Judged without a font, as the phone judges its rows; `lay` cuts where that was too little.
    fn fitting([said, remark, poster]: [Option<&Line>; 3], (w, room): (f32, f32), view: &View<'_>) -> Self {
        let (em, large) = (view.size().em, view.settings.size > 0 && view.standing.panel.w < WIDE);
        let high = |lines: &[Option<&Line>], em: f32| {
            let of =
                |line: &&Line| (1.08 * line.plain().chars().count() as f32 * em / (w - BOX)).ceil() * 1.6 * em + BOX;
            lines.iter().flatten().map(of).sum::<f32>()
        };
        let all = [said, remark, poster];
        match () {
            () if high(&all, em) <= room => Self::LARGE,
            () if high(&all, DETAIL * em) <= room => Self::SMALL,
            // In large letters on small glass the buttons wait rather than the number that is to be copied from the paper, key by key.
            () if large && high(&all, DETAIL * em) <= room + BUTTONS - TURN => Self::SMALL,
            () if high(&[said, remark], em) <= room => Self { poster: Poster::Later, ..Self::LARGE },
            () => Self { poster: Poster::Later, ..Self::SMALL },
        }
    }
}

/// The width beside the phone, and the height that buttons leave there.
fn room(play: &Play, view: &View<'_>) -> (f32, f32) {
    let (panel, size) = (view.standing.panel, view.size());
    let stands = beside_width(panel, size, scale(play, view).width());
    (stands.unwrap_or_else(|| body_width(panel, size)), body_height(panel, size) - BUTTONS)
}

/// Kept for a row of buttons, and the one that turns the leaf below it; round a text, with what lies between two.
const BUTTONS: f32 = 48.0;
/// Of that, for the one that turns the leaf.
const TURN: f32 = 26.0;
const BOX: f32 = 9.0;
/// How large details are, beside what they belong to.
const DETAIL: f32 = 0.75;

/// The size that the person chose, or that this way through the lesson begins with, as far as the panel carries it.
pub(super) fn scale(play: &Play, view: &View<'_>) -> Scale {
    let (panel, size) = (view.standing.panel, view.size());
    let all = glass::scales(panel, size);
    let usual = match play.run.pass() {
        // The skill must hold on a phone of 70 mm.
        Pass::Alone if !play.run.is_free() => Scale::Real,
        _ => glass::first_scale(panel, size),
    };
    let wanted = play.scale.unwrap_or(usual);
    if all.contains(&wanted) { wanted } else { all.last().copied().unwrap_or(Scale::Real) }
}

/// While the phone shows by itself nothing on it is pressed, but its pages can be turned.
pub(super) fn shown_only(part: Part<Msg>) -> Part<Msg> {
    match part {
        Part::Control(control) if ![ids::UP, ids::DOWN].contains(&control.id.as_str()) => {
            Part::Control(Control { msg: None, ..control })
        }
        Part::Canvas(canvas) => {
            let parts = canvas.parts.into_iter().map(shown_only).collect();
            Part::Canvas(crate::page::Canvas { parts, ..canvas })
        }
        Part::Group(Group { kind, parts }) => Part::group(kind, parts.into_iter().map(shown_only)),
        other => other,
    }
}

/// The kind word beside the phone.
fn remark(play: &Play, w: &Words) -> Option<Line> {
    let lines: Vec<Line> = match &play.armed {
        Some(Armed { from: Some(_), .. }) => vec![w.glass_pick_onto()],
        Some(_) => vec![w.glass_pick()],
        None => play.remark(),
    };
    joined(lines)
}

/// Short sentences as one text: beside a phone there is little height.
pub(super) fn joined(lines: Vec<Line>) -> Option<Line> {
    lines.into_iter().reduce(|all, line| all.join(&Line::verbatim(" ")).join(&line))
}

fn tools(play: &Play, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let again = button("lesson/again", w.lesson_again(), "speaker", Msg::Again);
    let back = button("lesson/undo", w.lesson_undo(), "back", Msg::Back);
    let mut out: Vec<Control<Msg>> = match play.run.pass() {
        _ if play.run.is_free() => {
            vec![back, button("practice/restart", w.practice_restart(), "again", Msg::Restart)]
        }
        Pass::Watch => {
            let paused = play.run.is_paused();
            let pause = if paused {
                button("lesson/go-on", w.lesson_go_on(), "next", Msg::GoOn)
            } else {
                button("lesson/pause", w.lesson_pause(), "pause", Msg::Pause)
            };
            vec![again, pause, back, button("lesson/next", w.lesson_next(), "next", Msg::Done)]
        }
        // First what helps most: on small glass the rest may wait on a later leaf.
        _ => vec![button("lesson/show", w.lesson_show(), "hand", Msg::Show), again, back],
    };
    out.extend(moves(play, w));
    // While something is being said, it needs the room.
    let quiet = play.remark().is_empty() && play.armed.is_none();
    out.extend(larger(play, view).filter(|_| quiet));
    if play.lesson().is_some_and(|lesson| lesson.kind == LessonKind::Fraud) {
        let leave = button("lesson/leave", w.lesson_leave(), "back", Msg::Open(Place::Shelf("phone".into())));
        out.push(leave.weight(Weight::Away));
    }
    out.into_iter().map(Part::from).collect()
}

/// Everything that a finger does, as a button: for keys, pads, switches and hands that do not like to move.
fn moves(play: &Play, w: &Words) -> Vec<Control<Msg>> {
    if play.run.pass() == Pass::Watch && !play.run.is_free() {
        return vec![];
    }
    let one = |(touch, needs): (Touch, Needs)| {
        let (id, name) = words_of(touch, w);
        let armed = play.armed.as_ref().is_some_and(|armed| armed.touch == touch);
        let msg = match (needs, touch) {
            (Needs::Nothing, Touch::Swipe(side) | Touch::Scroll(side)) => {
                Msg::Did(Did::Act(Act::Do { gesture: Gesture::Swipe(dir(side)), item: None }))
            }
            _ if armed => Msg::Disarm,
            _ => Msg::Arm(Armed { touch, from: None }),
        };
        let weight = if armed { Weight::Primary } else { Weight::Plain };
        Control::button(id, name, msg).weight(weight)
    };
    let mut all: Vec<Control<Msg>> = play.moves(&play.run.face()).into_iter().map(one).collect();
    all.dedup_by(|a, b| a.id == b.id);
    all
}

fn words_of(touch: Touch, w: &Words) -> (&'static str, Line) {
    match touch {
        Touch::Long => ("do/long", w.glass_do_long()),
        Touch::Double => ("do/double", w.glass_do_double()),
        Touch::PinchIn => ("do/in", w.glass_do_in()),
        Touch::PinchOut => ("do/out", w.glass_do_out()),
        Touch::Drag => ("do/drag", w.glass_do_drag()),
        Touch::Halt => ("do/recents", w.glass_recent()),
        Touch::Swipe(side) | Touch::Scroll(side) => match side {
            Side::Left => ("do/left", w.glass_do_left()),
            Side::Right => ("do/right", w.glass_do_right()),
            Side::Up => ("do/up", w.glass_do_up()),
            Side::Down => ("do/down", w.glass_do_down()),
        },
    }
}

/// The next size of the phone, where the panel carries more than one.
fn larger(play: &Play, view: &View<'_>) -> Option<Control<Msg>> {
    let w = view.words();
    let all = glass::scales(view.standing.panel, view.size());
    let now = all.iter().position(|one| *one == scale(play, view))?;
    let next = *all.get((now + 1) % all.len()).filter(|_| all.len() > 1)?;
    let name = match next {
        Scale::Double => w.lesson_scale_double(),
        Scale::Large => w.lesson_scale_large(),
        Scale::Real => w.lesson_scale_real(),
    };
    Some(button("lesson/scale", name, "phone", Msg::Scale(next)))
}
