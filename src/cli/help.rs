//! `--help`, in Japanese and English, made from the same list that is obeyed.

use super::{COMMANDS, Command, given::COMMON};
use std::fmt::Write;

/// The help of one command, or of all.
pub(super) fn text(command: Option<&Command>) -> String {
    let mut out = String::new();
    match command {
        Some(command) => one(&mut out, command),
        None => all(&mut out),
    }
    common(&mut out);
    out
}

fn one(out: &mut String, command: &Command) {
    let [ja, en] = command.does;
    writeln!(out, "engawa {} {}\n\n  {ja}\n  {en}", command.name, command.takes).ok();
}

fn all(out: &mut String) {
    out.push_str(
        "えんがわ — まちの あんないと スマホの れんしゅう\nEngawa — the town's guide and smartphone practice\n\n",
    );
    out.push_str("engawa [COMMAND] [OPTIONS]\n\n");
    for command in COMMANDS {
        let [ja, en] = command.does;
        writeln!(out, "  engawa {} {}\n      {ja}\n      {en}", command.name, command.takes).ok();
    }
}

fn common(out: &mut String) {
    out.push_str("\nどの コマンドにも つけられる もの / common options:\n  ");
    let each =
        |(name, takes): &(&str, &str)| if takes.is_empty() { format!("--{name}") } else { format!("--{name} {takes}") };
    out.push_str(&COMMON.iter().map(each).collect::<Vec<_>>().join("  "));
    out.push_str("\n\n0 できた done · 1 中身に 問題 problems in the input · 2 つかい方 wrong usage · 3 機械 machine or network failed");
}
