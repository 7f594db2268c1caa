//! Conditions of the practice phone: read or refused with the place, never a panic, and always an answer.

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

/// Whether it was read.
pub(crate) fn run(bytes: &[u8]) -> bool {
    match Expr::parse(&String::from_utf8_lossy(bytes)) {
        Ok(expr) => {
            let _answer = (expr.truth(&Some3), expr.value(&Some3));
            assert!(Expr::parse(expr.text()).is_ok());
            true
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            false
        }
    }
}
