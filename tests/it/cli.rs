//! The real program, as scripts see it: exit codes, what stands on stdout and what on stderr.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::process::{Command, Output};

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
