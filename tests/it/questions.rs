//! What people ask is found: tables of questions as they are typed, against what the kiosk carries with it.
//!
//! `tests/cases/questions/known.tsv` is what synonyms and ranking are made with; `unseen.tsv` was written before and is only looked at,
//! so that it tells how questions fare that nobody thought of.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

use crate::{sources::root, voice_reading::voice_folder};
use engawa::{
    clock::SystemClock,
    content::{self, Readings},
    job::HitKind,
    phone, procedure,
    store::{Hit, Store},
    voice::FrontEnd,
    words::{Line, Tongue, is_kanji},
};
use std::{collections::BTreeSet, fs, sync::Arc};

/// The kiosk asks for so many; among the first [`FIRST`] stands what was meant.
const HITS: usize = 12;
const FIRST: usize = 3;
/// In hundred.
const LEAST: usize = 95;

struct Question {
    typed: String,
    finds: Vec<String>,
}

fn questions(name: &str) -> Vec<Question> {
    let text = fs::read_to_string(root().join("tests/cases/questions").join(name)).unwrap();
    let row = |line: &str| {
        let (typed, finds) = line.split_once('\t').expect("two columns");
        Question { typed: typed.to_owned(), finds: finds.split(' ').map(str::to_owned).collect() }
    };
    text.lines().filter(|line| !line.starts_with('#')).map(row).collect()
}

/// The readings that authors left out, which are those of tags and synonyms: everything else they wrote themselves.
struct Rest(FrontEnd);

impl Readings for Rest {
    fn ruby(&self, line: &Line) -> Line {
        line.clone()
    }
    fn kana(&self, text: &str) -> String {
        if text.chars().any(is_kanji) { self.0.kana(text) } else { text.to_owned() }
    }
}

/// What is shipped, with its readings; and the names of all there is.
fn store() -> (Store, BTreeSet<String>) {
    let front = Rest(FrontEnd::load(&voice_folder()).expect("script/voice prepares the voice"));
    let files = content::shipped();
    let (mut pack, _) = content::build(&files, &front);
    let navigators = procedure::read(&files, &front).0;
    pack.extras.extend(navigators.iter().filter_map(|navigator| navigator.extras(&front)).flatten());
    pack.extras.extend(phone::read(&phone::shipped(), &front).0.extras(&front).unwrap_or_default());
    let items = pack.items.iter().map(|item| item.guide.id.clone());
    let all = items.chain(pack.extras.iter().map(|extra| extra.id.clone())).collect();
    let mut store = Store::in_memory(Arc::new(SystemClock::new(true))).unwrap();
    store.show_instead(&pack).unwrap();
    (store, all)
}

/// The questions that are not answered among the first, each with what came instead.
fn missed(store: &Store, questions: &[Question]) -> Vec<String> {
    let told = |hit: &Hit| matches!(hit.kind, HitKind::Told(_) | HitKind::Lesson);
    let miss = |question: &Question| {
        let hits = store.search(&question.typed, &Tongue::JA, HITS).unwrap();
        let first: Vec<_> = hits.iter().filter(|hit| told(hit)).take(FIRST).map(|hit| hit.id.clone()).collect();
        let found = question.finds.iter().any(|id| first.contains(id));
        (!found).then(|| format!("{}: {first:?}, not {:?}", question.typed, question.finds))
    };
    questions.iter().filter_map(miss).collect()
}

fn percent(missed: &[String], of: &[Question]) -> usize {
    (of.len() - missed.len()) * 100 / of.len()
}

#[test]
fn what_people_ask_is_among_the_first_three() {
    let (store, all) = store();
    let mut told = vec![];
    for (name, wanted) in [("known.tsv", 150), ("unseen.tsv", 60)] {
        let questions = questions(name);
        assert!(questions.len() >= wanted, "{name}");
        let unknown: Vec<_> =
            questions.iter().filter(|q| !q.finds.iter().any(|id| all.contains(id))).map(|q| &q.typed).collect();
        assert!(unknown.is_empty(), "{name}: nothing answers {unknown:?}");
        let missed = missed(&store, &questions);
        told.push((percent(&missed, &questions), format!("{name}\n{}", missed.join("\n"))));
    }
    let all: Vec<_> = told.iter().map(|(found, all)| format!("{found} % of {all}")).collect();
    assert!(told.iter().all(|(found, _)| *found >= LEAST), "{}", all.join("\n"));
}
