//! The real program, as scripts see it: exit codes, what stands on stdout and what on stderr.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

fn engawa(args: &[&str]) -> Output {
    let home = std::env::temp_dir().join("engawa-cli-test-without-a-home");
    Command::new(env!("CARGO_BIN_EXE_engawa"))
        .args(args)
        .env("XDG_DATA_HOME", home)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}
fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn wrong_usage_is_named_in_both_tongues_and_ends_with_2() {
    for (args, said) in [
        (&["kisok"][..], "kiosk"),
        (&["kiosk", "--windw", "1280x800"], "window"),
        (&["kiosk", "--window", "big"], "1280x800@344"),
        (&["kiosk", "--open", "nowhere"], "guide/<id>"),
        (&["search"], "WORDS"),
        (&["search", "水", "--now", "tomorrow"], "RFC 3339"),
    ] {
        let out = engawa(args);
        let err = text(&out.stderr);
        assert_eq!((out.status.code(), text(&out.stdout).as_str()), (Some(2), ""), "{args:?}: {err}");
        assert!(err.contains(said), "{args:?}: {err}");
        assert!(err.lines().count() >= 2 && err.contains('。') || err.contains("つかい方"), "{args:?}: {err}");
    }
}

#[test]
fn help_stands_on_stdout_and_names_every_command() {
    let out = engawa(&["--help"]);
    let help = text(&out.stdout);
    assert_eq!((out.status.code(), text(&out.stderr).as_str()), (Some(0), ""));
    for command in ["kiosk", "check", "new", "preview", "read", "say", "search", "pack", "doctor", "measure"] {
        assert!(help.contains(&format!("engawa {command}")), "{command}");
        assert_eq!(engawa(&[command, "--help"]).status.code(), Some(0));
    }
}

#[test]
fn without_a_display_the_kiosk_says_so_and_ends_with_3() {
    let out = engawa(&["kiosk", "--lang", "en"]);
    assert_eq!(out.status.code(), Some(3), "{}", text(&out.stderr));
    assert!(text(&out.stderr).contains("no window could be opened"), "{}", text(&out.stderr));
}

#[test]
fn the_doctor_answers_with_one_json_document() {
    let out = engawa(&["doctor", "--json"]);
    let found: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let parts = found["parts"].as_array().unwrap();
    let names: Vec<_> = parts.iter().map(|part| part["part"].as_str().unwrap()).collect();
    for name in ["store", "disk", "content", "config", "clock", "voice", "sound", "panel", "fonts", "pad"] {
        assert!(names.contains(&name), "{name} is not in {names:?}");
    }
    for part in parts {
        let state = part["state"].as_str().unwrap();
        assert!(["works", "degraded", "missing"].contains(&state));
        assert!(state == "works" || !part["remedy"].as_str().unwrap().is_empty(), "no remedy: {part}");
    }
}

/// Plays a lesson with a script on stdin.
fn play(script: &str, more: &[&str]) -> (Option<i32>, serde_json::Value, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_engawa"));
    command.args(["lesson", "play", "osu-01", "--do", "-", "--json", "--lang", "en"]).args(more);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    let played = serde_json::from_slice(&out.stdout).unwrap_or(serde_json::Value::Null);
    (out.status.code(), played, text(&out.stderr))
}

#[test]
fn a_lesson_is_played_from_a_script() {
    let right = "# a comment\nhome/settings\nhome   # back again\n\ntap home/telephone\ntelephone/keypad\ntelephone-keypad/key-5\ntelephone-keypad/key-8\ntelephone-keypad/delete\n";
    for skin in ["iphone", "android"] {
        let (code, played, err) = play(right, &["--skin", skin]);
        assert_eq!((code, err.as_str()), (Some(0), ""), "{skin}");
        assert_eq!((played["finished"].as_bool(), played["mistakes"].as_u64()), (Some(true), Some(0)), "{played}");
        assert_eq!(played["steps"].as_array().unwrap().len(), 7);
    }
    let slips = "help\nlong home/settings\nundo\nhome/browser\nundo\nhome/settings\n";
    let (code, played, err) = play(slips, &["--pass", "alone"]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let counts = ["mistakes", "hints"].map(|key| played[key].as_u64().unwrap());
    assert_eq!(
        (counts, played["steps"][0]["done"].as_bool(), played["finished"].as_bool()),
        ([2, 1], Some(true), Some(false))
    );
    let (code, played, err) = play("", &[]);
    assert_eq!((code, played["finished"].as_bool()), (Some(0), Some(false)));
    assert!(err.contains("nothing to do"), "{err}");
}

#[test]
fn a_script_that_names_what_is_not_there_is_told_what_is() {
    for (script, code, said) in [
        ("tap home/setings\n", 1, "-:1: there is no `home/setings`; did you mean `home/settings`?"),
        (
            "back\nhome/settings\ntap home/telephone\n",
            0,
            "-:3: `tap home/telephone` does nothing now; on `settings` there is settings/",
        ),
        ("drag home/settings home/boks\n", 1, "there is no `home/boks`"),
        ("home/settings\njump home\n", 1, "-:2: there is no `jump`; known: tap, long"),
        ("swipe home\n", 1, "left, right, up or down"),
    ] {
        let (exit, played, err) = play(script, &[]);
        assert!(exit == Some(code) && err.contains(said), "{script}: {exit:?} {err}");
        assert_eq!(
            played.is_object(),
            !err.contains("known: tap") && !err.contains("left, right"),
            "{script}: {played}"
        );
    }
}
