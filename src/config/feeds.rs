//! The `[feeds]` table of the kiosk's file: where disaster information comes from. Without it the kiosk asks nobody.

use super::places::is_address;
use crate::reader::{Problem, Spanned, Table, both};
use std::path::PathBuf;

/// The feeds of 気象庁 (気象庁防災情報XML PULL型).
pub const JMA: &str = "https://www.data.jma.go.jp/developer/xml/feed/";

/// Where disaster information comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feeds {
    /// Whether the network is asked.
    pub asked: Asked,
    /// The folder of the feeds on the web, with a `/` at its end.
    pub base: String,
    /// A folder on this machine, or where a stick is put in, that is looked at for telegrams.
    pub folder: Option<PathBuf>,
    /// Mebibytes that may be fetched in a day.
    pub day_mb: u32,
    /// RSS or Atom of the town, shown word for word.
    pub notices: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asked {
    #[default]
    No,
    Yes,
}

impl Default for Feeds {
    fn default() -> Self {
        Self { asked: Asked::No, base: JMA.to_owned(), folder: None, day_mb: 200, notices: vec![] }
    }
}

impl Feeds {
    /// Whether there is anything to ask or to look at.
    pub fn is_on(&self) -> bool {
        self.asked == Asked::Yes || self.folder.is_some() || !self.notices.is_empty()
    }

    /// Bytes that may be fetched in a day.
    pub fn day(&self) -> u64 {
        u64::from(self.day_mb) << 20
    }
}

/// Reads the table; an address that cannot be one is told and left out.
pub(super) fn feeds(table: &mut Table<'_, '_, '_>) -> Feeds {
    let built_in = Feeds::default();
    let asked = table.flag("jma").is_some_and(|jma| jma.value);
    let base = table.text("from").and_then(|from| address(table, from)).map(|base| folder(&base));
    let folder = table.text("folder").map(|folder| folder.value.trim().to_owned()).filter(|folder| !folder.is_empty());
    let day_mb = table.int("day_mb", 1..=4_000).and_then(|mb| u32::try_from(mb.value).ok());
    let notices = table.texts("notices");
    Feeds {
        asked: if asked { Asked::Yes } else { Asked::No },
        base: base.unwrap_or(built_in.base),
        folder: folder.map(PathBuf::from),
        day_mb: day_mb.unwrap_or(built_in.day_mb),
        notices: notices.into_iter().filter_map(|notice| address(table, notice)).collect(),
    }
}

/// With a `/` at its end.
fn folder(base: &str) -> String {
    format!("{}/", base.trim_end_matches('/'))
}

fn address(table: &mut Table<'_, '_, '_>, text: Spanned<String>) -> Option<String> {
    if is_address(&text.value) {
        return Some(text.value.trim().to_owned());
    }
    let message = both(
        format!("「{}」は インターネットの 場所では ありません", text.value),
        format!("\"{}\" is not an address on the web", text.value),
    );
    let help = both("https:// で はじまります", "it begins with https://");
    table.problem(Problem::error(text.span, message).label(both("ここ", "here")).help(help));
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{config::Config, reader::Source};

    #[test]
    fn nobody_is_asked_unless_the_file_says_so() {
        let read = |text: &str| {
            let (config, problems) = Config::read(&Source::new("kiosk.toml", text));
            (config.feeds, problems.len())
        };
        assert_eq!(read(""), (Feeds::default(), 0));
        assert!(!Feeds::default().is_on());
        let (feeds, wrong) = read("[feeds]\njma = true\n");
        assert_eq!((feeds.asked, feeds.base.as_str(), feeds.day(), wrong), (Asked::Yes, JMA, 200 << 20, 0));
        let (feeds, wrong) = read(
            "[feeds]\nfrom = \"http://127.0.0.1:8080/feed\"\nfolder = \"/media/stick\"\nday_mb = 5\nnotices = [\"https://a.jp/rss.xml\", \"rss\"]\n",
        );
        assert_eq!((feeds.asked, feeds.base.as_str(), feeds.day_mb), (Asked::No, "http://127.0.0.1:8080/feed/", 5));
        assert_eq!((feeds.folder, feeds.notices.len(), wrong), (Some("/media/stick".into()), 1, 1));
    }
}
