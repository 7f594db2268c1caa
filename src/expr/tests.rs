//! What conditions mean, case by case, and that nothing which is read can make them fail.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

struct Vars(BTreeMap<&'static str, Value>);

impl Scope for Vars {
    fn value(&self, name: &str) -> Option<Value> {
        self.0.get(name).cloned()
    }
    fn ask(&self, question: &str, about: &str) -> Option<Value> {
        (question == "seen").then(|| (about == "here").into())
    }
}

impl Known for Vars {
    fn kind(&self, name: &str) -> Option<Kind> {
        self.0.get(name).map(Value::kind)
    }
    fn names(&self) -> Vec<&str> {
        self.0.keys().copied().collect()
    }
    fn questions(&self) -> &[&'static str] {
        &["seen"]
    }
}

fn vars() -> Vars {
    let who = Value::List(vec!["child".into(), "pension".into()]);
    let known = [("yes", true.into()), ("no", false.into()), ("n", 3.into()), ("net", "good".into()), ("who", who)];
    Vars(known.into())
}

#[test]
fn conditions_mean_what_they_say() {
    use Truth::{False, True, Unknown};
    for (text, truth) in [
        ("yes", True),
        ("not yes", False),
        ("yes and no or yes", True),
        ("no or yes and no", False),
        ("not no and yes", True),
        ("not (no or yes)", False),
        ("n == 3 and n >= 3 and n <= 3 and n != 4 and n > -1 and n < 10", True),
        ("net == 'good'", True),
        ("net in ['bad', 'good']", True),
        ("net not in ['bad']", True),
        ("'child' in who and not 'dog' in who", True),
        ("seen('here') and not seen('there')", True),
        ("dark", Unknown),
        ("not dark", Unknown),
        ("dark and no", False),
        ("dark and yes", Unknown),
        ("dark or yes", True),
        ("dark or no", Unknown),
        ("dark == 'x'", Unknown),
        ("dark in ['x'] or true", True),
        ("net == 3", Unknown),
    ] {
        assert_eq!(Expr::parse(text).unwrap().truth(&vars()), truth, "{text}");
    }
}

#[test]
fn every_fault_names_its_words_and_what_to_do() {
    for (text, words, said, help) in [
        ("wifi = true", "=", "`=` means nothing here", "write == to compare"),
        ("net == 'good", "'good", "the quote is not closed", "such as net == 'Machi-1'"),
        ("yes no", "no", "this is not understood", "join conditions with `and` or `or`"),
        ("yes and", "", "something is missing here", "such as wifi and net == 'a'"),
        ("(yes", "", "`)` is missing", ""),
        ("1 < n < 3", "1 < n < 3", "compare one pair at a time", "such as n > 1 and n < 3"),
        ("net in [good]", "good", "texts in ' ' stand between [ and ]", "such as ['a', 'b']"),
        ("nte == 'good'", "nte", "there is nothing called `nte`", "did you mean `net`?"),
        ("net == 3", "net == 3", "a text can not be compared with a number", ""),
        ("net < 'x'", "net < 'x'", "a text can not be compared with a text", ""),
        ("n and yes", "n", "only what is true or false can stand here", ""),
        ("net", "net", "this is neither true nor false", "compare it with something, such as net == 'Machi-1'"),
        ("sen('here')", "sen('here')", "there is no sen( )", "did you mean `seen`?"),
        ("n in ['3']", "n in ['3']", "`in` takes a text and a list", "such as net in ['a', 'b']"),
    ] {
        let faults = Expr::parse(text).map_or_else(|faults| faults, |expr| expr.faults(&vars()));
        let [fault] = faults.as_slice() else { panic!("{text}: {faults:?}") };
        let help_en = fault.help.as_ref().map_or("", |help| help.en.as_str());
        assert_eq!((&text[fault.span.clone()], fault.said.en.as_str(), help_en), (words, said, help), "{text}");
    }
    assert!(Expr::parse(&"(".repeat(1_000)).is_err() && Expr::parse(&"x".repeat(LONGEST + 1)).is_err());
    assert!(Expr::parse(&format!("{}yes", "not ".repeat(DEEP))).is_err());
}

const DEEP: usize = 60;

#[test]
fn a_condition_travels_as_its_text() {
    let expr = Expr::parse("net in ['a'] and seen('home/x') and screen == 'y'").unwrap();
    let back: Expr = serde_json::from_str(&serde_json::to_string(&expr).unwrap()).unwrap();
    assert_eq!(back, expr);
    assert!(serde_json::from_str::<Expr>("\"a b\"").is_err());
    let names =
        |list: Vec<(String, String, Range<usize>)>| list.into_iter().map(|(a, b, _)| (a, b)).collect::<Vec<_>>();
    assert_eq!(names(expr.asked()), [("seen".into(), "home/x".into())]);
    assert_eq!(names(expr.compared()), [("net".into(), "a".into()), ("screen".into(), "y".into())]);
}

/// A condition, how it is written, and what it comes to.
fn written() -> impl Strategy<Value = (String, Truth)> {
    let known = vec![("yes", Truth::True), ("no", Truth::False), ("dark", Truth::Unknown), ("n > 2", Truth::True)];
    let leaf = prop::sample::select(known).prop_map(|(text, truth)| (text.to_owned(), truth));
    leaf.prop_recursive(6, 40, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|(text, truth)| (format!("not ({text})"), truth.not())),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| (format!("({}) and ({})", a.0, b.0), a.1.and(b.1))),
            (inner.clone(), inner).prop_map(|(a, b)| (format!("({}) or ({})", a.0, b.0), a.1.or(b.1))),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_what_is_meant((text, truth) in written()) {
        prop_assert_eq!(Expr::parse(&text).unwrap().truth(&vars()), truth, "{}", text);
    }

    #[test]
    fn nothing_makes_it_fail(text in "[ a-z0-9'()<>=!,あ\\[\\]]{0,60}|(not |and |or |in |yes |n |'x' |== |\\(|\\)|3 ){0,20}") {
        match Expr::parse(&text) {
            Ok(expr) => {
                expr.truth(&vars());
                for fault in expr.faults(&vars()) {
                    prop_assert!(text.get(fault.span).is_some());
                }
            }
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                for fault in faults {
                    prop_assert!(text.get(fault.span).is_some(), "{}", text);
                }
            }
        }
    }
}
