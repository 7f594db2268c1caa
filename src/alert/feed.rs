//! A list of what was published: Atom as 気象庁 and towns use it, and RSS. It tells what there is to fetch, or, of a town, what it says; word
//! for word, with the time it gives. Nothing in it is ever taken for a warning or a level.

use super::{
    Refusal,
    xml::{self, Find},
};
use jiff::{Timestamp, fmt::rfc2822};
use roxmltree::Node;

/// Entries that are read at most; JMA's long feeds have some thousands.
const MOST: usize = 20_000;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    pub title: String,
    /// When it changed last, by whoever makes it. Only to be compared with other dates of the same maker.
    pub updated: Option<Timestamp>,
    pub entries: Vec<Entry>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub title: String,
    /// Where the document itself is.
    pub link: String,
    pub updated: Option<Timestamp>,
    pub author: String,
    /// What stands beside the title, without marks of layout.
    pub words: String,
}

impl Feed {
    /// Reads a feed.
    ///
    /// # Errors
    /// [`Refusal`] says what the bytes are instead.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let text = xml::text(bytes)?;
        let document = xml::parse(text)?;
        let root = document.root_element();
        match root.tag_name().name() {
            "feed" => Ok(atom(root)),
            // RSS 2.0 has its items in the channel, RSS 1.0 beside it.
            "rss" | "RDF" => Ok(rss(root)),
            other => Err(Refusal::NoFeed { root: other.to_owned() }),
        }
    }
}

fn atom(root: Node<'_, '_>) -> Feed {
    let entry = |entry: Node<'_, '_>| {
        let href = |link: Node<'_, '_>| link.attribute("href").unwrap_or_default().trim().to_owned();
        let main = entry.kids("link").find(|link| link.attribute("rel").is_none_or(|rel| rel == "alternate"));
        let said = ["summary", "content"].map(|name| entry.kid(name).map(all_words).unwrap_or_default());
        Entry {
            title: entry.kid("title").map(all_words).unwrap_or_default(),
            link: main.map(href).filter(|link| !link.is_empty()).unwrap_or_else(|| entry.says("id").to_owned()),
            updated: time(entry.says("updated")).or_else(|| time(entry.says("published"))),
            author: entry.kid("author").map(|author| author.says("name").to_owned()).unwrap_or_default(),
            words: said.into_iter().find(|words| !words.is_empty()).unwrap_or_default(),
        }
    };
    Feed {
        title: root.says("title").to_owned(),
        updated: time(root.says("updated")),
        entries: root.kids("entry").take(MOST).map(entry).collect(),
    }
}

fn rss(root: Node<'_, '_>) -> Feed {
    let channel = root.kid("channel").unwrap_or(root);
    let entry = |item: Node<'_, '_>| Entry {
        title: item.kid("title").map(all_words).unwrap_or_default(),
        link: item.says("link").to_owned(),
        // `date` is Dublin Core's, as RSS 1.0 has it.
        updated: time(item.says("pubDate")).or_else(|| time(item.says("date"))),
        author: ["author", "creator"].map(|name| item.says(name)).concat(),
        words: item.kid("description").map(all_words).unwrap_or_default(),
    };
    let entries: Vec<Entry> = root.below("item").take(MOST).map(entry).collect();
    let own = ["lastBuildDate", "pubDate", "date"].into_iter().find_map(|name| time(channel.says(name)));
    let updated = own.or_else(|| entries.iter().filter_map(|entry| entry.updated).max());
    Feed { title: channel.says("title").to_owned(), updated, entries }
}

/// RFC 3339 of Atom, or RFC 2822 of RSS.
fn time(text: &str) -> Option<Timestamp> {
    let mail = || rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_timestamp(text).ok();
    text.parse().ok().or_else(mail)
}

/// All texts in an element, without what looks like marks of HTML, on one line.
fn all_words(node: Node<'_, '_>) -> String {
    let text: String = node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some((before, mark)) = rest.split_once('<') {
        plain.push_str(before);
        rest = match mark.split_once('>') {
            Some((name, after)) if name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') => {
                plain.push(' ');
                after
            }
            _ => {
                plain.push('<');
                mark
            }
        };
    }
    plain.push_str(rest);
    let plain = ENTITIES.iter().fold(plain, |plain, (mark, sign)| plain.replace(mark, sign));
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is left of HTML that was written into XML; `&amp;` last, so that nothing is read twice.
const ENTITIES: &[(&str, &str)] = &[("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];

#[cfg(test)]
mod tests {
    use super::*;

    const ATOM: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" lang="ja">
  <title>高頻度（随時）</title>
  <updated>2026-07-16T04:30:24+09:00</updated>
  <link rel="self" href="https://example.jp/feed/extra.xml"/>
  <entry>
    <title>気象警報・注意報（Ｒ０６）（大雨）</title>
    <id>https://example.jp/data/20260715192952_0_VPWW55_090000.xml</id>
    <updated>2026-07-15T19:29:51Z</updated>
    <author><name>宇都宮地方気象台</name></author>
    <link rel="related" href="https://example.jp/"/>
    <link type="application/xml" href="https://example.jp/data/20260715192952_0_VPWW55_090000.xml"/>
    <content type="text">【栃木県気象警報・注意報】注意報を解除します。</content>
  </entry>
  <entry><title>x</title><id>https://example.jp/only-id.xml</id></entry>
</feed>"#;

    #[test]
    fn atom_says_what_there_is_to_fetch() {
        let feed = Feed::read(ATOM.as_bytes()).unwrap();
        assert_eq!((feed.title.as_str(), feed.updated), ("高頻度（随時）", "2026-07-15T19:30:24Z".parse().ok()));
        let [first, second] = &feed.entries[..] else { panic!("{feed:?}") };
        assert_eq!(first.link, "https://example.jp/data/20260715192952_0_VPWW55_090000.xml");
        assert_eq!(first.author, "宇都宮地方気象台");
        assert_eq!(first.words, "【栃木県気象警報・注意報】注意報を解除します。");
        assert_eq!((second.link.as_str(), second.updated), ("https://example.jp/only-id.xml", None));
    }

    #[test]
    fn rss_of_both_forms_is_read_word_for_word() {
        let two = r#"<rss version="2.0"><channel><title>市からの お知らせ</title><item>
            <title>避難指示を 出しました</title><link>https://example.jp/1</link>
            <pubDate>Sat, 21 Nov 2026 18:00:00 +0900</pubDate>
            <description><![CDATA[<p>西部地区&nbsp;に<br/>警戒レベル４</p> 1 < 2 &amp;lt;]]></description></item></channel></rss>"#;
        let feed = Feed::read(two.as_bytes()).unwrap();
        let entry = &feed.entries[0];
        assert_eq!((feed.title.as_str(), entry.title.as_str()), ("市からの お知らせ", "避難指示を 出しました"));
        assert_eq!(entry.words, "西部地区 に 警戒レベル４ 1 < 2 &lt;");
        assert_eq!((entry.updated, feed.updated), ("2026-11-21T09:00:00Z".parse().ok(), entry.updated));
        let one = r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>町</title></channel>
            <item><title>給水</title><link>https://example.jp/2</link><dc:date>2026-11-21T18:00:00+09:00</dc:date></item></rdf:RDF>"#;
        let feed = Feed::read(one.as_bytes()).unwrap();
        assert_eq!((feed.title.as_str(), feed.entries[0].updated), ("町", "2026-11-21T09:00:00Z".parse().ok()));
    }

    #[test]
    fn what_is_no_feed_is_refused_with_its_reason() {
        let cases: [(&[u8], &str); 5] = [
            (b"", "empty"),
            (b"<!DOCTYPE html><html><body>Wi-Fi</body></html>", "sign-in"),
            (b"<Report/>", "<Report>"),
            (b"<feed><entry>", "not well-formed"),
            (b"<!DOCTYPE x [<!ENTITY a \"b\">]><feed>&a;</feed>", "not well-formed"),
        ];
        for (bytes, why) in cases {
            let refusal = Feed::read(bytes).unwrap_err().to_string();
            assert!(refusal.contains(why), "{refusal}");
        }
    }
}
