//! Conditions of the practice phone: read or refused with the place, never a panic, and always an answer.
#![no_main]

use engawa::expr::{Expr, Scope, Value};

struct Some3;
impl Scope for Some3 {
    fn value(&self, name: &str) -> Option<Value> {
        match name {
            "yes" => Some(Value::Bool(true)),
            "n" => Some(Value::Number(3)),
            "text" => Some(Value::Text("a".to_owned())),
            _ => None,
        }
    }
}

libfuzzer_sys::fuzz_target!(|text: &str| {
    match Expr::parse(text) {
        Ok(expr) => {
            let _answer = (expr.truth(&Some3), expr.value(&Some3));
            assert!(Expr::parse(expr.text()).is_ok());
        }
        Err(faults) => assert!(!faults.is_empty()),
    }
});
