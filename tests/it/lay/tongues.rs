//! Every language on every panel: a made-up one whose words are 40 % longer and accented, Japanese beside each line, and lines that end
//! between words.

use super::{PANELS, check_leaf, fold, plan, samples::Msg};
use crate::screens::{PACK, kiosk};
use engawa::{
    app::{self, Model},
    lay::{Panel, Placed, Size, sizes},
    page::{Page, Part},
    screens::{Beside, Sample, Screen},
    words::{Tongue, Words},
};

fn pages(model: &Model) -> Vec<(&'static str, Page<Msg>)> {
    let all = Screen::all(&PACK, &model.view()).into_iter();
    let page = |Sample { name, mode, screen, overlay }: Sample| {
        let mut model = model.clone();
        (model.screen, model.overlay, model.standing.mode) = (screen, overlay, mode);
        (name, app::page(&model).map(|_| Msg::Press("tongue")))
    };
    all.map(page).collect()
}

/// What breaks on this panel at one of its sizes.
fn breaks(model: &Model, panel: Panel, size: Size) -> Vec<String> {
    let mut wrong = vec![];
    for (name, page) in pages(model) {
        let what = format!("{name} in {} {}x{} em {}", model.settings.tongue, panel.w, panel.h, size.em);
        for (n, leaf) in fold(&page, panel, size).iter().enumerate() {
            check_leaf(&format!("{what} leaf {n}"), leaf, &plan(leaf, panel, size), panel, &mut wrong);
        }
    }
    wrong
}

fn first_and_last(panel: Panel) -> [Size; 2] {
    let all = sizes(panel);
    [all[0], all[all.len() - 1]]
}

/// Vowels with accents, and words longer by two fifths; what stands in braces and before `=` or `]` stays.
fn longer(line: &str) -> String {
    let start = line.find(" = ").map(|at| at + 3).or_else(|| line.find("] ").map(|at| at + 2));
    if start.is_none() || line.matches('{').count() != line.matches('}').count() {
        return line.to_owned();
    }
    let (key, text) = line.split_at(start.unwrap_or(0));
    let (mut out, mut depth, mut word) = (key.to_owned(), 0, 0);
    for sign in text.chars() {
        depth += i32::from(sign == '{') - i32::from(sign == '}');
        let letter = depth == 0 && sign.is_ascii_alphabetic();
        if !letter {
            out.extend(std::iter::repeat_n('ö', word * 2_usize / 5));
            word = 0;
        }
        word += usize::from(letter);
        let accents = "aáeéiíoóuúAÁEÉIÍOÓUÚ";
        let accent =
            accents.chars().zip(accents.chars().skip(1)).step_by(2).find(|(plain, _)| letter && *plain == sign);
        out.push(accent.map_or(sign, |(_, accent)| accent));
    }
    out.extend(std::iter::repeat_n('ö', word * 2 / 5));
    out
}

/// English, as it would look in a language with long words.
fn pseudo(panel: Panel) -> Model {
    let tongue = Tongue::parse("en-XA").unwrap();
    let more = |asked: &Tongue| {
        let own = if *asked == tongue { Words::files(&Tongue::EN) } else { vec![] };
        own.into_iter()
            .map(|(name, text)| (name.to_owned(), text.lines().map(longer).collect::<Vec<_>>().join("\n")))
            .collect()
    };
    let mut model = kiosk(&Tongue::EN, panel);
    let (words, problems) = Words::load(&tongue, std::slice::from_ref(&tongue), &more);
    assert_eq!(problems.len(), 0, "{:?}", problems.first());
    (model.settings.tongue, model.standing.words) = (tongue, words);
    model
}

#[test]
fn a_language_with_words_longer_by_two_fifths_fits_everywhere() {
    let words = pseudo(PANELS[0]).standing.words;
    assert_eq!(words.home_hello().plain(), "Héllóöö. Pléáséöö tóúchöö ándö tryö.");
    let mut wrong = vec![];
    for panel in &PANELS[..4] {
        let model = pseudo(*panel);
        let [first, last] = first_and_last(*panel);
        wrong.extend([first, last].into_iter().flat_map(|size| breaks(&model, *panel, size)));
    }
    assert!(wrong.is_empty(), "{} places break:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn japanese_beside_each_line_fits_everywhere() {
    let tongue = Tongue::parse("pt-BR").unwrap();
    let mut wrong = vec![];
    for panel in [PANELS[0], PANELS[2], PANELS[3]] {
        let mut model = kiosk(&tongue, panel);
        model.settings.beside = Beside::Japanese;
        for size in first_and_last(panel) {
            wrong.extend(breaks(&model, panel, size));
        }
    }
    assert!(wrong.is_empty(), "{} places break:\n{}", wrong.len(), wrong.join("\n"));
}

/// A word of the part of which one half ends a line and the other begins the next.
fn torn(part: &Part<Msg>, placed: &Placed) -> Option<String> {
    let words = part.words()?.plain();
    placed.runs.windows(2).find_map(|two| {
        let end = two[0].text.rsplit(' ').next().filter(|end| !end.is_empty())?;
        let begin = two[1].text.split(' ').next().filter(|begin| begin.chars().all(char::is_alphabetic))?;
        let new_line = two[1].y > two[0].y + 0.5 * two[0].em && (two[1].em - two[0].em).abs() < 0.01;
        let kanji = |c: char| ('\u{2e80}'..'\u{a4d0}').contains(&c);
        let inside = !end.ends_with(kanji) && !begin.starts_with(kanji) && words.contains(&format!("{end}{begin}"));
        (new_line && inside).then(|| format!("{end}|{begin}"))
    })
}

#[test]
fn no_word_is_torn_where_the_line_holds_it() {
    let mut torn_words = vec![];
    for tag in ["en", "ko", "vi", "pt-BR"] {
        for panel in [PANELS[0], PANELS[2]] {
            let size = sizes(panel)[0];
            for (name, page) in pages(&kiosk(&Tongue::parse(tag).unwrap(), panel)) {
                for leaf in fold(&page, panel, size) {
                    let plan = plan(&leaf, panel, size);
                    let walk = leaf.walk();
                    let shown =
                        walk.iter().zip(&plan).filter(|(part, _)| matches!(part, Part::Text(_) | Part::Control(_)));
                    torn_words.extend(shown.filter_map(|(part, placed)| {
                        Some(format!("{name} {tag} {}: {}", panel.w, torn(part, placed)?))
                    }));
                }
            }
        }
    }
    assert!(torn_words.is_empty(), "{}", torn_words.join("\n"));
}
