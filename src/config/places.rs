//! The `[places]` table of the kiosk's file: which open data of the town are taken in.

use super::Places;
use crate::reader::{Problem, Table, both};

/// Reads the table; an address that cannot be one is told and left out.
pub(super) fn places(table: &mut Table<'_, '_, '_>) -> Places {
    let files = table.texts("files").into_iter().map(|file| file.value.trim().into()).collect();
    let url = table.text("url").filter(|url| !url.value.trim().is_empty());
    let (good, bad) = match url {
        Some(url) if is_address(&url.value) => (Some(url.value.trim().to_owned()), None),
        other => (None, other),
    };
    if let Some(url) = bad {
        let message = both(
            format!("「{}」は インターネットの 場所では ありません", url.value),
            format!("\"{}\" is not an address on the web", url.value),
        );
        let help = both("https:// で はじまります", "it begins with https://");
        table.problem(Problem::error(url.span, message).label(both("ここ", "here")).help(help));
    }
    Places { files, url: good }
}

/// `https://` (or `http://`) and a host; no spaces.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    !host.is_empty() && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{config::Config, reader::Source};

    #[test]
    fn files_and_an_address_are_read() {
        let read = |text: &str| Config::read(&Source::new("kiosk.toml", text));
        let (config, problems) =
            read("[places]\nfiles = [\"a.csv\", \"b.geojson\"]\nurl = \"https://example.jp/a.csv\"\n");
        assert_eq!(problems, []);
        assert_eq!(config.places.files, ["a.csv", "b.geojson"].map(std::path::PathBuf::from));
        assert_eq!(config.places.url.as_deref(), Some("https://example.jp/a.csv"));
        for (odd, fits) in [("example.jp", false), ("https://", false), ("https://a b", false), ("http://a", true)] {
            assert_eq!(is_address(odd), fits, "{odd}");
        }
        let (config, problems) = read("[places]\nurl = \"ftp://example.jp\"\n");
        assert!(config.places.url.is_none() && problems.len() == 1 && problems[0].is_error(), "{problems:?}");
    }
}
