//! What the kiosk itself says. The keys are fixed when it is built, one method each; the values are Fluent files, shipped inside
//! the program and overruled by those of a town. A word that is missing or broken in one file is looked for in the next: the
//! kiosk is never wordless, and nothing here can fail while it runs.

use super::{Line, Offered, Piece, Tongue, check, offer};
use crate::reader::Problem;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use smol_str::SmolStr;
use std::{
    fmt,
    sync::{Arc, OnceLock},
};

// The methods of `Words`, KEYS and SHIPPED, made by build.rs from content/ui.
include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// Every word of the kiosk in one tongue. Cloning shares them.
///
/// Each message is a method that gives a [`Line`]; what it takes are its `{ $names }` in alphabetical order, so that rewording a
/// message never changes what its callers pass.
#[derive(Clone)]
pub struct Words(Arc<Loaded>);

struct Loaded {
    tongue: Tongue,
    /// Where to look, best first.
    chain: Vec<(Tongue, Arc<Bundle>)>,
    /// The messages that take nothing, made once; by place in `KEYS`.
    fixed: Vec<Line>,
    /// Every tongue there are words for, Japanese first.
    offered: Vec<Offered>,
    /// Put together when they are first asked for.
    japanese: OnceLock<Words>,
}

type Bundle = FluentBundle<Arc<FluentResource>>;

/// What is put into a message: never read as notation, so a name from a file can not change how a line is built.
#[derive(Clone, Debug)]
pub enum Arg {
    Number(f64),
    Line(Line),
}

impl Words {
    /// Loads the words of a tongue. `more` gives the files (name, text) that a town brings for a tongue; they overrule the shipped ones
    /// word by word. `brought`: the tongues for which it brings any.
    pub fn load(
        tongue: &Tongue,
        brought: &[Tongue],
        more: &dyn Fn(&Tongue) -> Vec<(String, String)>,
    ) -> (Self, Vec<Problem>) {
        let mut problems = vec![];
        let mut chain = vec![];
        for tongue in tongue.fallback() {
            let own = more(&tongue);
            problems.extend(own.iter().flat_map(|(name, text)| check(&tongue, name, text)));
            let shipped =
                || SHIPPED.iter().filter(|(tag, ..)| *tag == tongue.tag()).map(|(.., text)| (*text).to_owned());
            if !own.is_empty() {
                let own = own.into_iter().map(|(_, text)| text);
                chain.push((tongue.clone(), Arc::new(bundle(&tongue, shipped().chain(own)))));
            }
            let shipped = Arc::new(bundle(&tongue, shipped()));
            chain.push((tongue, shipped));
        }
        let offered = offer::all(brought, more);
        (
            Self::of(Loaded { tongue: tongue.clone(), chain, fixed: vec![], offered, japanese: OnceLock::new() }),
            problems,
        )
    }

    fn of(mut loaded: Loaded) -> Self {
        let fixed =
            |(key, args): &(&str, &[&str])| if args.is_empty() { loaded.find(key, &[]) } else { Line::default() };
        loaded.fixed = KEYS.iter().map(fixed).collect();
        Self(Arc::new(loaded))
    }

    /// The same words in Japanese.
    pub fn japanese(&self) -> &Self {
        let Loaded { chain, offered, japanese, .. } = &*self.0;
        japanese.get_or_init(|| {
            let chain = chain.iter().filter(|(tongue, _)| *tongue == Tongue::JA).cloned().collect();
            let (tongue, offered) = (Tongue::JA, offered.clone());
            Self::of(Loaded { tongue, chain, fixed: vec![], offered, japanese: OnceLock::new() })
        })
    }

    /// The shipped words of a tongue, with nothing added.
    pub fn shipped(tongue: &Tongue) -> Self {
        Self::load(tongue, &[], &|_| vec![]).0
    }

    /// The tongues that have words of their own inside the program: Japanese, plain Japanese, English, then by tag.
    pub fn tongues() -> Vec<Tongue> {
        let shipped = |tongue: &Tongue| SHIPPED.iter().any(|(tag, ..)| *tag == tongue.tag());
        let mut out: Vec<_> = [Tongue::JA, Tongue::JA_SIMPLE, Tongue::EN].into_iter().filter(shipped).collect();
        for tongue in SHIPPED.iter().filter_map(|(tag, ..)| Tongue::parse(tag)) {
            if !out.contains(&tongue) {
                out.push(tongue);
            }
        }
        out
    }

    /// The shipped files of a tongue: name, text.
    pub fn files(tongue: &Tongue) -> Vec<(&'static str, &'static str)> {
        SHIPPED.iter().filter(|(tag, ..)| *tag == tongue.tag()).map(|(_, name, text)| (*name, *text)).collect()
    }

    /// Every key with the names of what it takes, sorted.
    pub fn keys() -> &'static [(&'static str, &'static [&'static str])] {
        KEYS
    }

    pub fn tongue(&self) -> &Tongue {
        &self.0.tongue
    }

    /// Every tongue there are words for, Japanese first.
    pub fn offered(&self) -> &[Offered] {
        &self.0.offered
    }

    /// A message by a key that is only known at run time, such as the name of a group; `None` when there is no such key or it takes
    /// something.
    pub fn get(&self, key: &str) -> Option<Line> {
        let at = KEYS.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;
        KEYS.get(at).is_some_and(|(_, args)| args.is_empty()).then(|| self.fixed(at))
    }

    fn fixed(&self, at: usize) -> Line {
        self.0.fixed.get(at).cloned().unwrap_or_default()
    }

    fn filled(&self, at: usize, args: &[(&'static str, Arg)]) -> Line {
        KEYS.get(at).map(|(key, _)| self.0.find(key, args)).unwrap_or_default()
    }
}

/// The same words are those that were loaded together.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.0.tongue)
    }
}

fn bundle(tongue: &Tongue, texts: impl Iterator<Item = String>) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![tongue.tag().parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    for text in texts {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text);
        bundle.add_resource_overriding(Arc::new(resource));
    }
    bundle
}

impl Loaded {
    fn find(&self, key: &str, args: &[(&'static str, Arg)]) -> Line {
        self.chain.iter().find_map(|(_, bundle)| say(bundle, key, args)).unwrap_or_default()
    }
}

/// Stands for the argument at this place while Fluent puts the message together: private signs that no file uses.
const STANDS: u32 = 0x10_0000;

/// One message from one bundle; `None` if it is not there, empty, or names something it is not given.
fn say(bundle: &Bundle, key: &str, args: &[(&'static str, Arg)]) -> Option<Line> {
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(name) => message.get_attribute(name)?.value(),
    };
    let mut given = FluentArgs::with_capacity(args.len());
    for (at, (name, arg)) in (STANDS..).zip(args) {
        given.set(
            *name,
            match arg {
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Line(_) => FluentValue::from(char::from_u32(at).map(String::from).unwrap_or_default()),
            },
        );
    }
    let mut errors = vec![];
    let text = bundle.format_pattern(pattern, Some(&given), &mut errors);
    (errors.is_empty() && !text.trim().is_empty()).then(|| fill(&text, args))
}

fn fill(text: &str, args: &[(&'static str, Arg)]) -> Line {
    let stands = |c: char| u32::from(c) >= STANDS;
    let pieces = text.split_inclusive(stands).flat_map(|piece| {
        let mark = piece.chars().next_back().filter(|c| stands(*c));
        let before = mark.map_or(piece, |c| piece.trim_end_matches(c));
        let arg = mark.and_then(|c| args.get(usize::try_from(u32::from(c).checked_sub(STANDS)?).ok()?));
        let bits = match arg {
            Some((_, Arg::Line(line))) => Some(Piece::Bits(line.bits())),
            _ => None,
        };
        [Some(Piece::Notation(before)), bits].into_iter().flatten()
    });
    Line::compose(pieces)
}

impl From<Line> for Arg {
    fn from(line: Line) -> Self {
        Self::Line(line)
    }
}
impl From<&Line> for Arg {
    fn from(line: &Line) -> Self {
        Self::Line(line.clone())
    }
}
impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Line(Line::verbatim(text))
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}
impl From<SmolStr> for Arg {
    fn from(text: SmolStr) -> Self {
        Self::from(text.as_str())
    }
}
impl From<&SmolStr> for Arg {
    fn from(text: &SmolStr) -> Self {
        Self::from(text.as_str())
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}
impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(number as f64)
    }
}
impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number as f64)
    }
}
impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}
impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}
impl From<u16> for Arg {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}
impl From<u8> for Arg {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str) -> (Words, Vec<Problem>) {
        Words::load(&Tongue::JA, &[], &|_| vec![("town.ftl".to_owned(), text.to_owned())])
    }

    #[test]
    fn a_message_is_a_line_with_ruby() {
        let words = Words::shipped(&Tongue::JA);
        assert_eq!(words.bar_read().plain(), "声で きく");
        assert_eq!(words.bar_read().spoken(), "こえで きく");
        assert_eq!(words.turn_count(1, 2).plain(), "1／2ページ");
        assert_eq!(Words::shipped(&Tongue::EN).turn_count(1, 2).plain(), "Page 1 of 2");
    }

    #[test]
    fn what_is_put_in_is_never_read_as_notation_and_keeps_its_ruby() {
        let words = Words::shipped(&Tongue::JA);
        let title = Line::parse("罹災《りさい》証明《しょうめい》");
        let line = words.guide_source("《だれか》", &title);
        assert_eq!(line.plain(), "もとの 資料：《だれか》「罹災証明」");
        assert_eq!(line.spoken(), "もとの しりょう：《だれか》「りさいしょうめい」");
        assert_eq!(line.phrases().len(), 1);
    }

    #[test]
    fn a_town_overrules_word_by_word() {
        let (words, problems) = with("kiosk-name = まちかど\n");
        assert_eq!((words.kiosk_name().plain().as_str(), problems.len()), ("まちかど", 0));
        assert_eq!(words.turn_next().plain(), "つぎへ");
    }

    #[test]
    fn a_broken_word_falls_back_to_the_shipped_one() {
        let (words, problems) = with("turn-count = { $leaf }まいめ\nturn-next = { -nothing }\nturn-back = もどる\n");
        assert_eq!(words.turn_count(1, 2).plain(), "1／2ページ");
        assert_eq!(words.turn_next().plain(), "つぎへ");
        assert_eq!(words.turn_back().plain(), "もどる");
        assert_eq!(problems.len(), 2);
    }

    #[test]
    fn other_tongues_fall_back_to_english() {
        let words = Words::shipped(&Tongue::parse("tl").unwrap());
        assert_eq!(words.turn_next().plain(), "Next");
        assert_eq!(words.get("group-family").unwrap().plain(), "Tell your family");
        assert_eq!((words.get("nothing"), words.get("turn-count")), (None, None));
    }

    #[test]
    fn every_key_has_words_in_every_shipped_tongue() {
        for tongue in Words::tongues() {
            let words = Words::shipped(&tongue);
            for (key, args) in Words::keys().iter().filter(|(_, args)| args.is_empty()) {
                assert!(!words.get(key).unwrap().is_empty(), "{tongue} {key} {args:?}");
            }
        }
    }
}
