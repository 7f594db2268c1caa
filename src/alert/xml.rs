//! A telegram's XML as a tree, read once, with limits: what comes from outside may be huge, endless, deep or not XML at all, and none of
//! that may cost more than a moment. Elements are found by their local names: the bodies of JMA's families live in three namespaces and
//! say the same things in the same words.

use super::Refusal;
use roxmltree::{Document, Node, ParsingOptions};

/// Bytes. The largest real telegrams have half a million (時系列情報); the rest is room for those of whole Japan.
pub const LARGEST: usize = 16 << 20;
/// Elements inside each other; those of real telegrams stay below 20.
const DEEPEST: usize = 64;
/// Nodes of one document, elements and texts.
const MOST_NODES: u32 = 2_000_000;

/// The text of a file that calls itself XML.
///
/// # Errors
/// [`Refusal`] for what is too large, is not UTF-8, or is not a document of this kind at all.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() > LARGEST {
        return Err(Refusal::TooLarge { bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).map_err(|err| Refusal::NotUtf8 { at: err.valid_up_to() })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start();
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    if !text.starts_with('<') {
        return Err(Refusal::NotXml { what: "the file does not begin with <".to_owned() });
    }
    if depth(text) > DEEPEST {
        return Err(Refusal::TooDeep);
    }
    let start = text.get(..text.floor_char_boundary(512)).unwrap_or_default().to_ascii_lowercase();
    if start.contains("<!doctype html") || start.contains("<html") {
        return Err(Refusal::WebPage);
    }
    Ok(text)
}

/// How many elements lie inside each other at most. Asked before anything is built: the reader of the tree goes down as deep as a document
/// does, and a stack ends.
fn depth(text: &str) -> usize {
    let (mut rest, mut depth, mut deepest) = (text, 0_usize, 0);
    while let Some((_, tag)) = rest.split_once('<') {
        let skip = [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>"), ("!", ">")];
        if let Some((_, end)) = skip.iter().find(|(start, _)| tag.starts_with(start)) {
            rest = tag.split_once(end).map_or("", |(_, after)| after);
            continue;
        }
        let (inside, after) = tag.split_at(end_of_tag(tag));
        if inside.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !inside.ends_with('/') {
            depth += 1;
            deepest = deepest.max(depth);
        }
        rest = after;
    }
    deepest
}

/// Where the `>` is that ends a tag: not one between quotes.
fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    let end = tag.bytes().position(|byte| {
        match quote {
            Some(open) if byte == open => quote = None,
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            _ => {}
        }
        quote.is_none() && byte == b'>'
    });
    end.unwrap_or(tag.len())
}

/// # Errors
/// [`Refusal::NotXml`] with what the reader stumbled over; document types are refused, so that nothing can unfold itself.
pub(super) fn parse(text: &str) -> Result<Document<'_>, Refusal> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES };
    Document::parse_with_options(text, options).map_err(|err| Refusal::NotXml { what: err.to_string() })
}

/// What the readers ask of an element.
pub(super) trait Find<'a> {
    fn kids(self, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>>;
    fn kid(self, name: &'static str) -> Option<Node<'a, 'a>>;
    /// The text of the first child of this name, without space around it; empty when there is none.
    fn says(self, name: &'static str) -> &'a str;
    /// Its own text, without space around it.
    fn words(self) -> &'a str;
    /// All elements of this name below it, in the order of the document.
    fn below(self, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>>;
    fn note(self, name: &'static str) -> &'a str;
}

impl<'a> Find<'a> for Node<'a, 'a> {
    fn kids(self, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
        self.children().filter(move |kid| kid.is_element() && kid.tag_name().name() == name)
    }
    fn kid(self, name: &'static str) -> Option<Self> {
        self.kids(name).next()
    }
    fn says(self, name: &'static str) -> &'a str {
        self.kid(name).map(Find::words).unwrap_or_default()
    }
    fn words(self) -> &'a str {
        self.text().unwrap_or_default().trim()
    }
    fn below(self, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
        self.descendants().filter(move |kid| kid.is_element() && kid.tag_name().name() == name)
    }
    fn note(self, name: &'static str) -> &'a str {
        self.attribute(name).unwrap_or_default().trim()
    }
}
