//! Reads the arguments by the grammar of [`COMMANDS`]: whatever is not in it is named, with the nearest word that is.

use super::{COMMANDS, Command, Message, options::Answer, options::Common};
use crate::{reader::nearest, words::Tongue};
use lexopt::{Arg as Word, Parser, ValueExt};
use std::{collections::BTreeMap, ffi::OsString, path::PathBuf};

/// An option of a command.
#[derive(Clone, Copy, Debug)]
pub(super) enum Arg {
    /// Takes a value: `--wav FILE`.
    Value(&'static str),
    /// Stands alone.
    Flag(&'static str),
}

impl Arg {
    const fn name(self) -> &'static str {
        let (Self::Value(name) | Self::Flag(name)) = self;
        name
    }
}

/// What a command was given beside the common options.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Given {
    /// Everything that was given, in order.
    options: BTreeMap<&'static str, Vec<OsString>>,
    words: Vec<OsString>,
}

/// What the whole command line asks for.
pub(super) enum Asked {
    Run(&'static Command, Common, Given),
    Help(Option<&'static Command>, Common),
    Version(Common),
}

impl Given {
    /// The words, in order.
    pub(super) fn words(&self) -> Vec<String> {
        self.words.iter().map(|word| word.to_string_lossy().into_owned()).collect()
    }
    /// The words as paths, byte for byte.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.words.iter().map(PathBuf::from).collect()
    }
    /// Whether an option that stands alone was given.
    pub(super) fn has(&self, name: &str) -> bool {
        self.options.contains_key(name)
    }
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.all(name).pop()
    }
    /// Every value of an option that may be given more than once.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        let values = self.options.get(name).into_iter().flatten();
        values.map(|value| value.to_string_lossy().into_owned()).collect()
    }
    pub(super) fn path(&self, name: &str) -> Option<PathBuf> {
        self.options.get(name)?.last().map(PathBuf::from)
    }
}

/// The common options: name, and what stands after it.
pub(super) const COMMON: &[(&str, &str)] = &[
    ("home", "DIR"),
    ("config", "FILE"),
    ("content", "DIR"),
    ("lessons", "DIR"),
    ("voice", "DIR"),
    ("now", "TIME"),
    ("lang", "TAG"),
    ("json", ""),
    ("help", ""),
    ("version", ""),
];

pub(super) fn parse(args: Vec<OsString>) -> Result<Asked, Message> {
    let mut parser = Parser::from_args(args);
    let mut seen = Seen::default();
    while let Some(word) = parser.next().map_err(|error| unreadable(&error))? {
        match word {
            Word::Short('h') => seen.help = true,
            Word::Short('V') => seen.version = true,
            Word::Short(short) => seen.short(short, &mut parser)?,
            Word::Long(name) => {
                let name = name.to_owned();
                seen.option(&name, &mut parser)?;
            }
            Word::Value(word) => seen.word(word)?,
        }
    }
    seen.asked()
}

#[derive(Default)]
struct Seen {
    common: Common,
    command: Option<&'static Command>,
    given: Given,
    help: bool,
    version: bool,
}

impl Seen {
    /// The first letter of an option of its own (`-o FILE` for `--out FILE`).
    fn short(&mut self, short: char, parser: &mut Parser) -> Result<(), Message> {
        let mut own = self.command.into_iter().flat_map(|command| command.options).map(|arg| arg.name());
        match own.find(|name| name.starts_with(short)) {
            Some(name) => self.option(name, parser),
            None => Err(unknown_option(&format!("-{short}"), self.command)),
        }
    }

    fn option(&mut self, name: &str, parser: &mut Parser) -> Result<(), Message> {
        let mut own = self.command.into_iter().flat_map(|command| command.options);
        if let Some(option) = own.find(|own| own.name() == name) {
            let value = if matches!(option, Arg::Flag(_)) { OsString::new() } else { value(name, parser)? };
            self.given.options.entry(option.name()).or_default().push(value);
            return Ok(());
        }
        let common = &mut self.common;
        match name {
            "home" => common.home = Some(value(name, parser)?.into()),
            "config" => common.config = Some(value(name, parser)?.into()),
            "content" => common.content = Some(value(name, parser)?.into()),
            "lessons" => common.lessons = Some(value(name, parser)?.into()),
            "voice" => common.voice = Some(value(name, parser)?.into()),
            "now" => common.now = Some(time(&text(name, parser)?)?),
            "lang" => common.lang = Some(tongue(&text(name, parser)?)?),
            "json" => common.answer = Answer::Json,
            "help" => self.help = true,
            "version" => self.version = true,
            _ => return Err(unknown_option(&format!("--{name}"), self.command)),
        }
        Ok(())
    }

    fn word(&mut self, word: OsString) -> Result<(), Message> {
        if self.command.is_some() {
            self.given.words.push(word);
        } else {
            let name = word.to_string_lossy();
            let command = COMMANDS.iter().find(|command| command.name == name);
            self.command = Some(command.ok_or_else(|| unknown_command(&name))?);
        }
        Ok(())
    }

    fn asked(self) -> Result<Asked, Message> {
        if self.help {
            return Ok(Asked::Help(self.command, self.common));
        }
        if self.version {
            return Ok(Asked::Version(self.common));
        }
        let command = self.command.unwrap_or(&super::kiosk::COMMAND);
        let [least, most] = command.words;
        if (least..=most).contains(&self.given.words.len()) {
            Ok(Asked::Run(command, self.common, self.given))
        } else {
            Err(Message::new(
                format!("つかい方: engawa {} {}", command.name, command.takes),
                format!("usage: engawa {} {}", command.name, command.takes),
            ))
        }
    }
}

fn value(name: &str, parser: &mut Parser) -> Result<OsString, Message> {
    let missing = || Message::new(format!("--{name} の あとに 値が ありません。"), format!("--{name} needs a value"));
    parser.value().ok().ok_or_else(missing)
}

fn text(name: &str, parser: &mut Parser) -> Result<String, Message> {
    let odd = || {
        Message::new(format!("--{name} の 値は UTF-8 の 文字で 書いてください。"), format!("--{name} must be UTF-8"))
    };
    value(name, parser)?.string().ok().ok_or_else(odd)
}

fn time(text: &str) -> Result<jiff::Timestamp, Message> {
    text.parse().ok().ok_or_else(|| {
        Message::new(
            format!("--now {text}: 時刻は 2026-11-21T10:05:00+09:00 の ように 書いてください。"),
            format!("--now {text}: write the time like 2026-11-21T10:05:00+09:00 (RFC 3339)"),
        )
    })
}

fn tongue(tag: &str) -> Result<Tongue, Message> {
    Tongue::parse(tag).ok_or_else(|| {
        Message::new(
            format!("--lang {tag}: ことばは ja, ja-simple, en の ように 書いてください。"),
            format!("--lang {tag}: write a language tag such as ja, ja-simple or en"),
        )
    })
}

fn unknown_command(name: &str) -> Message {
    let (ja, en) = meant(name, COMMANDS.iter().map(|command| command.name));
    Message::new(
        format!("「{name}」という コマンドは ありません。{ja}engawa --help で 一覧が 出ます。"),
        format!("there is no command “{name}”.{en} engawa --help lists them."),
    )
}

fn unknown_option(option: &str, command: Option<&Command>) -> Message {
    let own = command.into_iter().flat_map(|command| command.options).map(|arg| arg.name());
    let (ja, en) = meant(option.trim_start_matches('-'), own.chain(COMMON.iter().map(|(name, _)| *name)));
    let name = command.map_or("", |command| command.name);
    Message::new(
        format!("engawa {name}: 「{option}」という オプションは ありません。{ja}"),
        format!("engawa {name}: there is no option “{option}”.{en}"),
    )
}

/// 「もしかして」, when one of `known` is near enough to be meant.
fn meant<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> (String, String) {
    nearest(word, known)
        .map_or_else(Default::default, |known| (format!("もしかして: {known} 。"), format!(" Did you mean {known}?")))
}

fn unreadable(error: &lexopt::Error) -> Message {
    Message::new(format!("オプションが 読めません: {error}"), format!("cannot read the options: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Asked, Message> {
        parse(line.split_whitespace().map(OsString::from).collect())
    }
    fn wrong(line: &str) -> String {
        match asked(line) {
            Err(message) => message.en,
            Ok(_) => panic!("{line} was taken"),
        }
    }

    #[test]
    fn nothing_at_all_opens_the_kiosk() {
        assert!(matches!(asked(""), Ok(Asked::Run(command, ..)) if command.name == "kiosk"));
    }

    #[test]
    fn common_options_stand_anywhere() {
        for line in ["--home /x --json search みず", "search --json みず --home=/x", "search みず --home /x --json"]
        {
            let Ok(Asked::Run(command, common, given)) = asked(line) else { panic!("{line}") };
            assert_eq!((command.name, common.home(), common.answer), ("search", PathBuf::from("/x"), Answer::Json));
            assert_eq!(given.words(), ["みず"], "{line}");
        }
    }

    #[test]
    fn an_option_of_its_own_is_only_known_to_its_command() {
        let Ok(Asked::Run(_, _, given)) = asked("say こんにちは --wav out.wav") else { panic!("say") };
        assert_eq!((given.words().len(), given.path("wav")), (1, Some(PathBuf::from("out.wav"))));
        let Ok(Asked::Run(_, _, given)) = asked("say こんにちは -w out.wav") else { panic!("say") };
        assert_eq!(given.path("wav"), Some(PathBuf::from("out.wav")));
        let Ok(Asked::Run(_, _, given)) = asked("kiosk --once --open home") else { panic!("kiosk") };
        assert_eq!((given.has("once"), given.text("open").as_deref()), (true, Some("home")));
        assert!(wrong("read こんにちは --wav out.wav").contains("no option “--wav”"));
    }

    #[test]
    fn what_is_not_known_is_named_with_the_nearest_word() {
        for (line, meant) in [
            ("kisok", "Did you mean kiosk?"),
            ("serch 水", "Did you mean search?"),
            ("kiosk --windw 3x4", "Did you mean window?"),
            ("check --jsn", "Did you mean json?"),
            ("kiosk --now yesterday", "RFC 3339"),
            ("kiosk --lang ja_JP", "language tag"),
            ("kiosk --home", "--home needs a value"),
            ("search", "usage: engawa search WORDS"),
            ("-x", "no option “-x”"),
        ] {
            assert!(wrong(line).contains(meant), "{line}: {}", wrong(line));
        }
        assert!(!wrong("xyzzy").contains("Did you mean"));
    }

    #[test]
    fn help_wins() {
        assert!(matches!(asked("search --help"), Ok(Asked::Help(Some(command), _)) if command.name == "search"));
        assert!(matches!(asked("-h"), Ok(Asked::Help(None, _))));
        assert!(matches!(asked("--version"), Ok(Asked::Version(_))));
    }
}
