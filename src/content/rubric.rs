//! The rules that every guide keeps, as far as a machine can see them: short sentences, few acts, plain words, readings, and the same
//! numbers in every language. `docs/AUTHORS.md` says them to authors.

use super::{Guide, Kind, Readings, build::Written, city, numbers, schema::schema};
use crate::{
    reader::{Problem, Problems, both, nearest},
    words::{Bit, Line, Ruby, Tongue, is_kanji},
};
use std::{collections::BTreeSet, ops::Range};

/// Acts in one guide at most.
const MOST_ACTS: usize = 7;

/// Longest sentence, in signs without spaces; Latin scripts count words.
enum Limit {
    Signs(usize),
    Words(usize),
}

fn limit(tongue: &Tongue) -> Limit {
    match tongue.is_japanese() {
        true if *tongue == Tongue::JA_SIMPLE => Limit::Signs(24),
        true => Limit::Signs(40),
        false => Limit::Words(25),
    }
}

/// Words of the office, and what people say instead.
const OFFICE: &[(&str, &str)] = &[
    ("申請者", "申しこむ人"),
    ("当該", "その"),
    ("の旨", "と いうこと"),
    ("及び", "と"),
    ("並びに", "と"),
    ("若しくは", "か"),
    ("速やかに", "すぐに"),
    ("遅滞なく", "すぐに"),
    ("適宜", "ようすを 見て"),
    ("随時", "いつでも"),
    ("所定の", "きまった"),
    ("に際し", "の とき"),
];

/// Words that frighten, blame or belittle.
const UNKIND: &[(&str, &str)] = &[
    ("ログイン", "はいる"),
    ("エラー", "うまく いきませんでした"),
    ("無効", "つかえません"),
    ("DX", "（書かない）"),
    ("簡単です", "（書かない）"),
    ("かんたんです", "（書かない）"),
];

/// Checks one file against the rules.
pub(super) fn check(written: &Written, readings: &dyn Readings, problems: &mut Problems<'_>) {
    acts(written, problems);
    for (line, span) in &written.said {
        check_line(line, span, &written.guide.tongue, readings, problems);
    }
}

/// Checks one line of anything that people read against the rules for sentences, words and readings.
pub fn check_line(
    line: &Line,
    span: &Range<usize>,
    tongue: &Tongue,
    readings: &dyn Readings,
    problems: &mut Problems<'_>,
) {
    sentences(line, span, tongue, problems);
    places(line, span, problems);
    if tongue.is_japanese() {
        plain_words(line, span, problems);
        notation(line, span, problems);
    }
    if *tongue == Tongue::JA_SIMPLE {
        every_kanji_is_read(line, span, readings, problems);
    }
}

fn acts(written: &Written, problems: &mut Problems<'_>) {
    if let Some(span) = written.acts.get(MOST_ACTS) {
        let (count, most) = (written.acts.len(), MOST_ACTS);
        let message = both(
            format!("手順が {count}こ あります（{most}こまで）"),
            format!("there are {count} steps (at most {most})"),
        );
        let help = both("2つの 案内に わけるか、まとめてください", "join some, or make two guides");
        problems.add(
            Problem::error(span.clone(), message).label(both("ここから 多すぎます", "too many from here")).help(help),
        );
    }
    let guide = &written.guide;
    if guide.kind == Kind::Guide && guide.tongue == Tongue::JA && guide.lead.is_empty() {
        let message = both("lead が ありません", "`lead` is missing");
        let help = both(
            "これで 何が できるかを 1文で 書いてください: lead = \"これで ○○が できます。\"",
            "say in one sentence what somebody can do afterwards",
        );
        problems.add(Problem::error(written.at.clone(), message).help(help));
    }
}

fn sentences(line: &Line, span: &Range<usize>, tongue: &Tongue, problems: &mut Problems<'_>) {
    for sentence in split(&without_places(&line.plain())) {
        let (count, most, unit, unit_en) = match limit(tongue) {
            Limit::Signs(most) => (signs(&sentence), most, "字", "characters"),
            Limit::Words(most) => (sentence.split_whitespace().count(), most, "語", "words"),
        };
        if count > most {
            let message = both(
                format!("文が 長すぎます（{count}{unit}、{most}{unit}まで）"),
                format!("this sentence is too long ({count} {unit_en}; at most {most})"),
            );
            let help = both("2つの 文に わけてください", "make two sentences of it");
            let span = locate(problems, span, &sentence);
            problems.add(Problem::error(span, message).label(both("この 文", "this sentence")).help(help));
        }
    }
}

fn signs(sentence: &str) -> usize {
    sentence.chars().filter(|c| !c.is_whitespace() && !"。、！？「」『』（）・".contains(*c)).count()
}

/// The sentences of a text; one that is quoted inside another belongs to it.
fn split(text: &str) -> Vec<String> {
    let (mut out, mut sentence, mut depth) = (vec![], String::new(), 0_u32);
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        sentence.push(c);
        match c {
            '「' | '『' | '（' => depth += 1,
            '」' | '』' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let latin_end = ".!?".contains(c) && signs.peek().is_none_or(|next| next.is_whitespace());
        if depth == 0 && ("。！？".contains(c) || latin_end) {
            out.push(std::mem::take(&mut sentence).trim().to_owned());
        }
    }
    out.push(sentence.trim().to_owned());
    out.retain(|sentence| !sentence.is_empty());
    out
}

fn without_places(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some((before, _, after)) = city::placeholder(rest) {
        out.push_str(before);
        rest = after;
    }
    out + rest
}

/// `{city.…}` that no town will ever fill.
fn places(line: &Line, span: &Range<usize>, problems: &mut Problems<'_>) {
    let plain = line.plain();
    let mut rest = plain.as_str();
    while let Some((_, name, after)) = city::placeholder(rest) {
        rest = after;
        if schema().iter().any(|wanted| wanted.key == name) {
            continue;
        }
        let message = both(format!("「{{city.{name}}}」は ありません"), format!("there is no {{city.{name}}}"));
        let known: Vec<_> = schema().iter().map(|wanted| wanted.key.as_str()).collect();
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => both(format!("「{{city.{near}}}」の ことですか？"), format!("did you mean {{city.{near}}}?")),
            None => both(
                "使える ものは kiosk-config/schema.toml に あります",
                "kiosk-config/schema.toml lists what there is",
            ),
        };
        let span = locate(problems, span, name);
        problems.add(Problem::error(span, message).label(both("知らない 名前", "not known")).help(help));
    }
}

fn plain_words(line: &Line, span: &Range<usize>, problems: &mut Problems<'_>) {
    let plain = line.plain();
    for (word, instead) in OFFICE.iter().chain(UNKIND).filter(|(word, _)| plain.contains(word)) {
        let message = both(format!("「{word}」は 使いません"), format!("\"{word}\" is not used"));
        let help = both(format!("かわりに: {instead}"), format!("write instead: {instead}"));
        let span = locate(problems, span, word);
        problems.add(Problem::error(span, message).label(both("この ことば", "this word")).help(help));
    }
}

/// Marks of the notation that did not become what their author meant.
fn notation(line: &Line, span: &Range<usize>, problems: &mut Problems<'_>) {
    if line.bits().iter().any(|bit| bit.ruby.is_empty() && bit.base.contains(['《', '》', '｜'])) {
        let message = both("ふりがなの 《 》が 読めません", "this 《 》 is not understood as ruby");
        let help = both(
            "漢字の すぐ あとに 《 》を 書きます。数字や ひらがなに つける ときは、はじめに ｜ を 書きます: ｜4《よっ》つ",
            "《 》 stands right after kanji; over anything else, ｜ marks where it begins: ｜4《よっ》つ",
        );
        let span = raw(problems, span, "《").unwrap_or_else(|| span.clone());
        problems.add(Problem::error(span, message).label(both("ここ", "here")).help(help));
    }
    if line.plain().contains("**") {
        let message = both("「**」が 強調に なって いません", "these ** do not make anything strong");
        let help = both(
            "** と ことばの あいだに 記号や 空白を 入れないで ください",
            "put no space or sign just inside the **",
        );
        let span = raw(problems, span, "**").unwrap_or_else(|| span.clone());
        problems.add(Problem::error(span, message).label(both("ここ", "here")).help(help));
    }
    for pair in line.bits().windows(2) {
        let [before, bit] = pair else { continue };
        if reads_the_number(before, bit) {
            let digits = before.base.trim_start_matches(|c: char| !c.is_ascii_digit());
            let (base, ruby) = (&bit.base, &bit.ruby);
            let message = both("数字が 2回 読まれて しまいます", "the number would be read twice");
            let help = both(
                format!("数字から はじめて ください: ｜{digits}{base}《{ruby}》"),
                format!("begin at the digits: ｜{digits}{base}《{ruby}》"),
            );
            let span = raw(problems, span, &format!("{digits}{base}《")).unwrap_or_else(|| span.clone());
            problems.add(Problem::error(span, message).label(both("ここ", "here")).help(help));
        }
    }
}

/// Whether ruby that stands on 秒 in 30秒《さんじゅうびょう》 also reads the 30.
fn reads_the_number(before: &Bit, bit: &Bit) -> bool {
    let digits = before.base.trim_start_matches(|c: char| !c.is_ascii_digit());
    let Some(first) = digits.chars().next().filter(|_| before.ruby.is_empty() && bit.by == Ruby::Author) else {
        return false;
    };
    let starts: &[&str] = match first {
        '1' => &["いち", "いっ", "ひと", "ついたち", "じゅう", "ひゃく", "せん"],
        '2' => &["にじゅう", "にふん", "にかい", "にせん", "にひゃく", "ふた", "ふつか"],
        '3' => &["さん", "みっ"],
        '4' => &["よん", "よっ", "しがつ", "よじ", "よにん"],
        '5' => &["ごじゅう", "ごふん", "ごかい", "ごがつ", "ごだん", "ごひゃく", "いつ"],
        '6' => &["ろく", "ろっ", "むい"],
        '7' => &["なな", "しち"],
        '8' => &["はち", "はっ", "やっ", "よう"],
        '9' => &["きゅう", "くがつ", "くじ", "ここの"],
        _ => &["れい", "ぜろ", "ゼロ"],
    };
    digits.chars().all(|c| c.is_ascii_digit()) && starts.iter().any(|start| bit.ruby.starts_with(start))
}

fn every_kanji_is_read(line: &Line, span: &Range<usize>, readings: &dyn Readings, problems: &mut Problems<'_>) {
    let read = readings.ruby(line);
    let bare: String = read
        .bits()
        .iter()
        .filter(|bit| bit.ruby.is_empty())
        .flat_map(|bit| bit.base.chars())
        .filter(|c| is_kanji(*c))
        .collect();
    if bare.is_empty() {
        return;
    }
    let message = both(format!("ふりがなの ない 漢字が あります: {bare}"), format!("kanji without a reading: {bare}"));
    let help = both(
        "やさしい日本語では すべての 漢字に ふりがなを つけます: 水《みず》",
        "in easy Japanese every kanji has its reading: 水《みず》",
    );
    let first: String = bare.chars().take(1).collect();
    let span = locate(problems, span, &first);
    let problem = if readings.are_known() { Problem::error(span, message) } else { Problem::warning(span, message) };
    problems.add(problem.label(both("ここ", "here")).help(help));
}

/// One of something is said in many ways that are no number: 1つでも, either, a.
const ONE: &str = "1";

/// Tells where a translation says other numbers than the original.
pub(super) fn compare(original: &Guide, translation: &Written, problems: &mut Problems<'_>) {
    let all = |guide: &Guide| guide.lines().iter().map(|line| line.plain()).collect::<Vec<_>>().join("\n");
    let (meant, said) = (all(original), all(&translation.guide));
    for (line, span) in &translation.said {
        for number in numbers::digits(&line.plain()) {
            if number.value != ONE && !numbers::says(&meant, &number.value) {
                let message = both(
                    format!("もとの 文に 「{}」は ありません", number.value),
                    format!("the original does not say {}", number.value),
                );
                let help = both("ja.md の 数と くらべてください", "compare the numbers with ja.md");
                let written = line.plain().get(number.span).map(str::to_owned).unwrap_or_default();
                let span = locate(problems, span, &written);
                problems.add(Problem::error(span, message).label(both("この 数", "this number")).help(help));
            }
        }
    }
    let missing: BTreeSet<_> = numbers::digits(&meant)
        .into_iter()
        .map(|number| number.value)
        .filter(|value| value != ONE && !numbers::says(&said, value))
        .collect();
    for value in missing {
        let message = both(
            format!("もとの 文に ある 「{value}」が ありません"),
            format!("the original says {value}, this does not"),
        );
        problems.add(
            Problem::warning(translation.at.clone(), message)
                .help(both("ja.md と くらべてください", "compare with ja.md")),
        );
    }
}

/// Tells where one translated text says other numbers than its original.
pub fn check_numbers(original: &str, said: &Line, span: &Range<usize>, problems: &mut Problems<'_>) {
    let said = said.plain();
    let lacks = |from: &str, in_text: &str| {
        let all = numbers::digits(from).into_iter().map(|number| number.value);
        all.filter(|value| value != ONE && !numbers::says(in_text, value)).collect::<BTreeSet<_>>()
    };
    for value in lacks(&said, original) {
        let message =
            both(format!("もとの 文に 「{value}」は ありません"), format!("the original does not say {value}"));
        let span = locate(problems, span, &value);
        problems.add(
            Problem::error(span, message)
                .label(both("この 数", "this number"))
                .help(both(format!("もとの 文: 「{original}」"), format!("the original: \"{original}\""))),
        );
    }
    for value in lacks(original, &said) {
        let message = both(
            format!("もとの 文に ある 「{value}」が ありません"),
            format!("the original says {value}, this does not"),
        );
        let help = both(format!("もとの 文: 「{original}」"), format!("the original: \"{original}\""));
        problems.add(Problem::error(span.clone(), message).help(help));
    }
}

/// The first place of `sign` in the file's own text of this span.
fn raw(problems: &Problems<'_>, span: &Range<usize>, sign: &str) -> Option<Range<usize>> {
    let at = problems.source().text.get(span.clone())?.find(sign)? + span.start;
    Some(at..at + sign.len())
}

/// Where words that are shown stand in the file: the same words there have ruby and marks between them.
fn locate(problems: &Problems<'_>, span: &Range<usize>, words: &str) -> Range<usize> {
    let Some(text) = problems.source().text.get(span.clone()) else { return span.clone() };
    let (mut bare, mut at) = (String::new(), vec![]);
    let mut in_ruby = false;
    for (place, c) in text.char_indices() {
        match c {
            '《' => in_ruby = true,
            '》' => in_ruby = false,
            _ if in_ruby || "｜*\n\r".contains(c) => {}
            _ => {
                bare.push(c);
                at.extend(std::iter::repeat_n(span.start + place, c.len_utf8()));
            }
        }
    }
    let Some(start) = bare.find(words) else { return span.clone() };
    let last = words.chars().next_back().map_or(0, char::len_utf8);
    match (at.get(start), at.get((start + words.len()).saturating_sub(last.max(1)))) {
        (Some(start), Some(end)) => *start..*end + last,
        _ => span.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::Source;

    #[test]
    fn a_quoted_sentence_belongs_to_the_one_around_it() {
        assert_eq!(split("「はい。」と 言う。待つ！"), ["「はい。」と 言う。", "待つ！"]);
        assert_eq!(split("Wait 2.5 hours. Then go."), ["Wait 2.5 hours.", "Then go."]);
    }

    #[test]
    fn words_are_found_through_their_ruby() {
        let source = Source::new("a.md", "x **足《あし》を うごかす** y");
        let problems = Problems::new(&source);
        let span = locate(&problems, &(0..source.text.len()), "足を うごかす");
        assert_eq!(&source.text[span], "足《あし》を うごかす");
    }

    #[test]
    fn a_number_is_not_read_twice() {
        let wrong = |text: &str| {
            let line = Line::parse(text);
            line.bits().windows(2).any(|pair| reads_the_number(&pair[0], &pair[1]))
        };
        assert!(wrong("30秒《さんじゅうびょう》") && wrong("2026年《にせんにじゅうろくねん》"));
        assert!(!wrong("｜30秒《さんじゅうびょう》") && !wrong("2日《にち》") && !wrong("5分《ふん》"));
    }
}
