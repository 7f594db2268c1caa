//! Somebody who presses anything at all, for as long as they like: free practice and lessons never come to a place from which nothing leads on, and
//! nothing panics. The walk is the same for the same seed; `examples/monkey.rs` takes it a million steps.

use engawa::phone::{Course, Dir, Face, Gesture, Outcome, Pass, Run, Setting, Skin};
use std::{sync::Arc, time::Duration};

/// What a walk came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Walked {
    pub(crate) gestures: u64,
    /// Of them, those that something followed from.
    pub(crate) did: u64,
    pub(crate) mistakes: u64,
}

/// Marsaglia's xorshift: enough to press keys by.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or_default() % sides.max(1)
    }

    fn pick<T: Clone>(&mut self, among: &[T]) -> Option<T> {
        among.get(self.roll(among.len())).cloned()
    }
}

/// Things that people and their cats type.
const TYPED: &[&str] = &["1", "171", "あ", "1234", "9", "x", "水", "4111111111111111", "", "0001234567"];

/// After about so many gestures somebody else comes, to a phone that nobody has touched: a whole class in a row. What a person did is kept for
/// replay, and a walk that looks ahead from every place would copy all of it each time.
const VISIT: usize = 600;

/// Presses `count` times; tells the first place from which nothing leads on.
pub(crate) fn walk(fresh: &dyn Fn() -> Option<Run>, seed: u64, count: u64) -> Result<Walked, String> {
    let mut dice = Dice(seed | 1);
    let mut walked = Walked::default();
    let begin = || fresh().ok_or_else(|| "there is nothing to walk on".to_owned());
    let mut run = begin()?;
    for n in 0..count {
        let face = run.face();
        leads_on(&run, &face).map_err(|why| format!("seed {seed}, gesture {n}, screen {}: {why}", face.screen))?;
        let (item, gesture) = any(&face, &mut dice);
        walked.gestures += 1;
        match run.gesture(item.as_deref(), gesture) {
            Outcome::Nothing => {}
            Outcome::Busy => wait(&mut run, 2_000),
            Outcome::Mistake => walked.mistakes += 1,
            Outcome::Done | Outcome::StepDone => walked.did += 1,
            Outcome::Finished => run.restart(),
        }
        match dice.roll(VISIT) {
            0 => run = begin()?,
            1 => run.restart(),
            2 | 3 => run.undo(),
            4..34 => wait(&mut run, 700),
            34..40 => run.help(),
            _ => {}
        }
    }
    Ok(walked)
}

fn wait(run: &mut Run, ms: u64) {
    run.tick(Duration::from_millis(ms));
}

/// Something can be done here, and 「ホーム」 leads to where something can be done.
fn leads_on(run: &Run, face: &Face) -> Result<(), String> {
    let usable = |face: &Face| face.items.iter().any(|item| !item.gestures.is_empty());
    if face.is_busy {
        let mut later = run.clone();
        wait(&mut later, 120_000);
        later.settle();
        if later.face().is_busy {
            return Err("it never stops being busy".to_owned());
        }
    }
    if !(usable(face) || face.can_go_back || face.is_busy || face.shade.is_some() || face.scroll.most > 0) {
        return Err("nothing can be done".to_owned());
    }
    if face.screen == "home" {
        return Ok(());
    }
    let mut home = run.clone();
    home.gesture(None, Gesture::Home);
    home.settle();
    let there = home.face();
    if home.is_finished() || usable(&there) { Ok(()) } else { Err(format!("home leads to {}", there.screen)) }
}

fn any(face: &Face, dice: &mut Dice) -> (Option<String>, Gesture) {
    let dirs = Dir::ALL.map(Gesture::Swipe);
    let keys = face.keyboard.iter().flat_map(|keyboard| keyboard.rows.iter().flatten().chain(&keyboard.words));
    let parts: Vec<_> = face.items.iter().chain(face.shade.iter().flatten()).chain(&face.banner).chain(keys).collect();
    let part = dice.pick(&parts);
    let id = || part.map(|part| part.id.clone());
    let odd = [Gesture::Long, Gesture::Double, Gesture::PinchIn, Gesture::PinchOut, Gesture::Swipe(Dir::Left)];
    match dice.roll(20) {
        0 => (None, Gesture::Home),
        1 | 2 => (None, Gesture::Back),
        3 => (None, dice.pick(&[Gesture::Shade, Gesture::Recents]).unwrap_or(Gesture::Back)),
        4 => (None, Gesture::Type(dice.pick(TYPED).unwrap_or_default().to_owned())),
        5 | 6 => (Some(face.screen.clone()), dice.pick(&dirs).unwrap_or(Gesture::Back)),
        7 => (id(), dice.pick(&odd).unwrap_or(Gesture::Tap)),
        8 => (id(), Gesture::Drag { onto: "home/settings".to_owned() }),
        9 => (Some("nowhere/nothing".to_owned()), Gesture::Tap),
        _ => (id(), part.and_then(|part| dice.pick(&part.gestures)).unwrap_or(Gesture::Tap)),
    }
}

/// How many gestures a walk is to take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Count {
    /// In free practice, all skins together.
    pub(crate) free: u64,
    /// In lessons, all of them and all skins together.
    pub(crate) lessons: u64,
}

/// Free practice, then every lesson alone, in both skins, each with its own seed.
pub(crate) fn everywhere(
    course: &Arc<Course>,
    setting: &dyn Fn(Skin) -> Setting,
    count: Count,
) -> Result<Walked, String> {
    let mut all = Walked::default();
    let lessons = course.lessons.iter().map(|lesson| Some(lesson.id.as_str()));
    let walks: Vec<_> = [None].into_iter().chain(lessons).flat_map(|id| Skin::ALL.map(|skin| (id, skin))).collect();
    let skins = Skin::ALL.len() as u64;
    let (free, lesson) = (count.free / skins, count.lessons / (walks.len() as u64 - skins).max(1));
    for (n, (id, skin)) in (1..).zip(&walks) {
        let fresh = || match id {
            None => Some(Run::free(course, setting(*skin))),
            Some(id) => Run::start(course, id, Pass::Alone, setting(*skin)),
        };
        let walked = walk(&fresh, n * 7_919, if id.is_none() { free } else { lesson })?;
        all.gestures += walked.gestures;
        all.did += walked.did;
        all.mistakes += walked.mistakes;
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use engawa::{
        content::NoReadings,
        phone::{read, shipped},
        words::{Tongue, Words},
    };

    #[test]
    fn whoever_presses_anything_at_all_can_always_go_on() {
        let course = Arc::new(read(&shipped(), &NoReadings).0);
        let words = Words::shipped(&Tongue::JA);
        let setting = |skin| Setting { skin, words: words.clone(), city: Arc::default() };
        let walked =
            everywhere(&course, &setting, Count { free: 3_000, lessons: 3_000 }).unwrap_or_else(|why| panic!("{why}"));
        assert!(walked.did * 4 > walked.gestures && walked.mistakes > 0, "{walked:?}");
    }
}
