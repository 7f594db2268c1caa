//! The Markdown of a guide, read into blocks. Little is allowed, so that everything that is allowed looks and sounds right on every
//! page; the rest is told with its place and left out.

mod refuse;

use super::{Act, Block, Callout, Picture, picture::Pictures};
use crate::{
    reader::{Problem, Problems, both},
    words::{Line, Piece},
};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::{iter::Peekable, ops::Range};

/// What a body says.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) blocks: Vec<Block>,
    /// Every line with its place in the file, in reading order.
    pub(super) said: Vec<(Line, Range<usize>)>,
    pub(super) acts: Vec<Range<usize>>,
}

/// Reads the Markdown that begins at byte `offset` of the file.
pub(super) fn read(text: &str, offset: usize, pictures: &Pictures<'_>, problems: &mut Problems<'_>) -> Body {
    let events = Parser::new_ext(text, Options::empty()).into_offset_iter().peekable();
    let mut reader = Reader { events, offset, pictures, problems, body: Body::default(), depth: 0 };
    while let Some((event, span)) = reader.next() {
        reader.block(event, span);
    }
    reader.body
}

type Events<'t> = Peekable<pulldown_cmark::OffsetIter<'t>>;

struct Reader<'t, 'p, 's> {
    events: Events<'t>,
    offset: usize,
    pictures: &'p Pictures<'p>,
    problems: &'p mut Problems<'s>,
    body: Body,
    depth: u8,
}

/// One run of text within a paragraph.
#[derive(Debug, Default)]
struct Run {
    text: String,
    strong: bool,
}

/// A paragraph: its text, and the pictures in it.
#[derive(Debug, Default)]
struct Inline {
    runs: Vec<Run>,
    span: Range<usize>,
    pictures: Vec<Picture>,
}

impl<'t> Reader<'t, '_, '_> {
    fn next(&mut self) -> Option<(Event<'t>, Range<usize>)> {
        let (event, span) = self.events.next()?;
        Some((event, span.start + self.offset..span.end + self.offset))
    }

    fn block(&mut self, event: Event<'t>, span: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.heading(level, span),
            Event::Start(Tag::Paragraph) => {
                let inline = self.inline();
                if let Some(line) = self.line(&inline) {
                    self.body.blocks.push(Block::Text(line));
                }
                self.body.blocks.extend(inline.pictures.into_iter().map(Block::Picture));
            }
            Event::Start(Tag::List(Some(_))) => self.steps(),
            Event::Start(Tag::List(None)) => {
                let lines = self.bullets();
                self.body.blocks.push(Block::List(lines));
            }
            Event::Start(Tag::BlockQuote(_)) => self.callout(span),
            Event::Start(tag) => self.refuse(&tag, span),
            Event::Rule => self.not_here(span, &both("線（---）", "a rule (---)")),
            Event::Html(_) => self.not_here(span, &both("HTML", "HTML")),
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel, span: Range<usize>) {
        let inline = self.inline();
        if level != HeadingLevel::H2 {
            let message = both("見出しは 「## 」だけです", "headings are written with two signs: ##");
            let help = both("題は +++ の 中の title に 書きます", "the title stands as `title` between the +++");
            self.problems.add(Problem::error(span, message).help(help));
        }
        if let Some(line) = self.line(&inline) {
            self.body.blocks.push(Block::Heading(line));
        }
    }

    /// The acts of a numbered list; they count on through the whole guide.
    fn steps(&mut self) {
        let mut acts = vec![];
        while let Some((event, span)) = self.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let act = self.act(span);
                    acts.extend(act);
                }
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        match self.body.blocks.last_mut() {
            Some(Block::Steps(before)) => before.extend(acts),
            _ if acts.is_empty() => {}
            _ => self.body.blocks.push(Block::Steps(acts)),
        }
    }

    fn act(&mut self, span: Range<usize>) -> Option<Act> {
        let mut paragraphs = self.item();
        if paragraphs.is_empty() {
            let message = both("手順が からです", "this step is empty");
            self.problems.add(Problem::error(span, message));
            return None;
        }
        let first = paragraphs.remove(0);
        let (lead, rest) = divide(&first.runs);
        let (lead_span, how_span) = (first.span.clone(), first.span.clone());
        let lead = self.said(compose(&lead), lead_span);
        let mut how: Vec<_> = self.said_if(compose(&rest), how_span).into_iter().collect();
        let mut picture = first.pictures.into_iter().next();
        for paragraph in paragraphs {
            how.extend(self.line(&paragraph));
            picture = picture.or_else(|| paragraph.pictures.into_iter().next());
        }
        self.body.acts.push(span);
        let number = u16::try_from(self.body.acts.len()).unwrap_or(u16::MAX);
        Some(Act { number, lead, how, picture })
    }

    fn bullets(&mut self) -> Vec<Line> {
        let mut lines = vec![];
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let paragraphs = self.item();
                    lines.extend(self.text_only(&paragraphs));
                }
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        lines
    }

    /// The paragraphs of a list item or a callout, up to its end.
    fn item(&mut self) -> Vec<Inline> {
        let mut out = vec![];
        while let Some((event, _)) = self.events.peek() {
            match event {
                Event::End(TagEnd::Item | TagEnd::BlockQuote(_)) => {
                    self.events.next();
                    break;
                }
                Event::Start(Tag::Paragraph) => {
                    self.events.next();
                    out.push(self.inline());
                }
                Event::Start(Tag::List(None)) if self.depth == 0 => {
                    self.events.next();
                    self.depth += 1;
                    out.extend(self.nested());
                    self.depth -= 1;
                }
                Event::Start(tag) if !is_inline(tag) => self.refuse_next(),
                Event::Rule | Event::Html(_) => self.refuse_next(),
                _ => out.push(self.inline()),
            }
        }
        out
    }

    /// Bullets below a step: each is one more line of it.
    fn nested(&mut self) -> Vec<Inline> {
        let mut out = vec![];
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::Item) => out.extend(self.item()),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        out
    }

    fn callout(&mut self, span: Range<usize>) {
        let mut paragraphs = self.item();
        let kind =
            paragraphs.first_mut().and_then(|first| first.runs.first_mut()).and_then(|run| marker(&mut run.text));
        let kind = match kind.as_deref().map(|word| (word, KINDS.iter().find(|(known, _)| *known == word))) {
            Some((_, Some((_, kind)))) => *kind,
            Some((word, None)) => {
                self.unknown_kind(word, span);
                Callout::Hint
            }
            None => {
                let message = both("「>」の あとに 種類が ありません", "a callout begins with its kind");
                let help = both(
                    "> [!hint]、> [!care]、> [!danger] の どれかを 書いてください",
                    "write > [!hint], > [!care] or > [!danger]",
                );
                self.problems.add(Problem::error(span, message).help(help));
                Callout::Hint
            }
        };
        let lines = self.text_only(&paragraphs);
        self.body.blocks.push(Block::Callout(kind, lines));
    }

    /// The text of a paragraph up to its end, whatever kind of end that is.
    fn inline(&mut self) -> Inline {
        let mut out = Inline::default();
        let mut strong = false;
        while let Some((event, span)) = self.events.peek() {
            let span = span.start + self.offset..span.end + self.offset;
            match event {
                Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => {
                    self.events.next();
                    break;
                }
                Event::End(TagEnd::Item | TagEnd::BlockQuote(_)) | Event::Rule | Event::Html(_) => break,
                Event::Start(tag) if !is_inline(tag) => break,
                _ => {}
            }
            if out.runs.is_empty() && out.pictures.is_empty() {
                out.span = span.clone();
            }
            out.span.end = out.span.end.max(span.end);
            let Some((event, _)) = self.events.next() else { break };
            match event {
                Event::Start(Tag::Strong) => strong = true,
                Event::End(TagEnd::Strong) => strong = false,
                Event::Text(text) => out.push(&text, strong),
                Event::SoftBreak | Event::HardBreak => out.push("\n", strong),
                Event::Start(Tag::Image { dest_url, .. }) => out.pictures.extend(self.picture(&dest_url, span)),
                Event::Start(tag) => self.refuse_inline(&tag, span),
                Event::Code(text) => {
                    out.push(&text, strong);
                    self.not_here(span, &both("「`」", "code (`)"));
                }
                Event::InlineHtml(_) => self.not_here(span, &both("HTML", "HTML")),
                _ => {}
            }
        }
        out
    }

    fn picture(&mut self, name: &str, span: Range<usize>) -> Option<Picture> {
        let mut alt = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::End(TagEnd::Image) => break,
                Event::Text(text) => alt.push_str(&text),
                _ => {}
            }
        }
        if alt.trim().is_empty() {
            let message = both("絵の せつめいが ありません", "this picture has no words");
            let help = both(
                format!("見えない人に 何が かいてあるかを 書いてください: ![机の 下に いる 人]({name})"),
                format!("say what it shows: ![…]({name})"),
            );
            self.problems.add(Problem::error(span, message).label(both("ここ", "here")).help(help));
            return None;
        }
        let svg = self.pictures.find(name, &span, self.problems)?;
        let alt = self.said(Line::parse(&alt), span);
        Some(Picture { name: name.to_owned(), alt, svg })
    }

    fn line(&mut self, inline: &Inline) -> Option<Line> {
        let runs: Vec<_> = inline.runs.iter().collect();
        self.said_if(compose(&runs), inline.span.clone())
    }

    fn said_if(&mut self, line: Line, span: Range<usize>) -> Option<Line> {
        (!line.is_empty()).then(|| self.said(line, span))
    }

    fn said(&mut self, line: Line, span: Range<usize>) -> Line {
        self.body.said.push((line.clone(), span));
        line
    }

    /// Paragraphs in which a picture has no place.
    fn text_only(&mut self, paragraphs: &[Inline]) -> Vec<Line> {
        let mut lines = vec![];
        for paragraph in paragraphs {
            lines.extend(self.line(paragraph));
            if !paragraph.pictures.is_empty() {
                self.not_here(paragraph.span.clone(), &both("この 中の 絵", "a picture inside this"));
            }
        }
        lines
    }
}

const KINDS: &[(&str, Callout)] = &[("hint", Callout::Hint), ("care", Callout::Care), ("danger", Callout::Danger)];

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

impl Inline {
    fn push(&mut self, text: &str, strong: bool) {
        match self.runs.last_mut() {
            Some(run) if run.strong == strong => run.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), strong }),
        }
    }
}

/// Takes `[!kind]` off the front.
fn marker(text: &mut String) -> Option<String> {
    let (kind, rest) = text.trim_start().strip_prefix("[!")?.split_once(']')?;
    let (kind, rest) = (kind.to_owned(), rest.trim_start().to_owned());
    *text = rest;
    Some(kind)
}

/// What to do, and how: the strong beginning, or else the first sentence.
fn divide(runs: &[Run]) -> (Vec<Run>, Vec<Run>) {
    let copy = |run: &Run, text: &str| Run { text: text.to_owned(), strong: run.strong };
    let mut rest = runs.iter().skip_while(|run| !run.strong && run.text.trim().is_empty());
    let Some(first) = rest.next() else { return (vec![], vec![]) };
    if first.strong {
        return (vec![Run { text: first.text.clone(), strong: false }], rest.map(|run| copy(run, &run.text)).collect());
    }
    let end = first
        .text
        .find(['。', '！', '？'])
        .and_then(|at| first.text.get(at..)?.chars().next().map(|c| at + c.len_utf8()));
    let end = end.or_else(|| first.text.find(". ").map(|at| at + 1));
    match end.and_then(|end| first.text.split_at_checked(end)) {
        Some((lead, how)) => {
            let how = std::iter::once(copy(first, how)).chain(rest.map(|run| copy(run, &run.text)));
            (vec![copy(first, lead)], how.collect())
        }
        None => (runs.iter().map(|run| copy(run, &run.text)).collect(), vec![]),
    }
}

fn compose(runs: &[impl std::borrow::Borrow<Run>]) -> Line {
    let mut texts: Vec<(String, bool)> = vec![];
    for run in runs {
        let run: &Run = run.borrow();
        texts.push((unbroken(&run.text), run.strong));
    }
    if let Some((first, _)) = texts.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some((last, _)) = texts.last_mut() {
        *last = last.trim_end().to_owned();
    }
    Line::compose(texts.iter().map(|(text, strong)| if *strong { Piece::Strong(text) } else { Piece::Notation(text) }))
}

/// A line that was broken in the file is one line: joined by a space between Latin words, by nothing in Japanese.
fn unbroken(text: &str) -> String {
    let mut out = String::new();
    for part in text.split('\n') {
        let part = if out.is_empty() { part } else { part.trim_start() };
        let latin = |c: Option<char>| c.is_some_and(|c| c < '\u{2e80}' && !c.is_whitespace());
        if latin(out.chars().next_back()) && latin(part.chars().next()) {
            out.push(' ');
        }
        out.push_str(part);
    }
    out
}
