//! What layout promises to readers: lines that begin and end well, ruby that touches nothing, words that stay together.

use super::{PANELS, every_leaf, fold, plan, samples};
use engawa::{
    lay::{Ems, Measure, Panel, Rect, Run, Size, Turning, canvas_room, default_size, leaf_at, sizes},
    page::{Control, Kind, Level, Page, Part, Role, WarningLevel},
};

const EM: f32 = 8.8;

fn body<M>(leaf: &Page<M>) -> Vec<&Part<M>> {
    let inner = |part: &&Part<M>| !matches!(part.kind(), Some(Kind::Top | Kind::Bar | Kind::Turn));
    let page = leaf.parts.iter().filter(inner);
    page.flat_map(|part| {
        fn all<'a, M>(part: &'a Part<M>, out: &mut Vec<&'a Part<M>>) {
            out.push(part);
            part.parts().iter().for_each(|part| all(part, out));
        }
        let mut out = vec![];
        all(part, &mut out);
        out
    })
    .collect()
}

/// The base text of a part, line by line.
fn lines(runs: &[Run]) -> Vec<String> {
    let base = runs.iter().map(|run| run.em).fold(0.0, f32::max);
    let mut lines: Vec<(f32, String)> = vec![];
    for run in runs.iter().filter(|run| run.em > 0.9 * base) {
        match lines.last_mut() {
            Some((y, text)) if (*y - run.y).abs() < 0.01 => *text += &run.text,
            _ => lines.push((run.y, run.text.clone())),
        }
    }
    lines.into_iter().map(|(_, text)| text).collect()
}

#[test]
fn no_line_begins_or_ends_wrongly_at_any_width() {
    let text = "「きゃっ」と ちょっと（例）まってください。データーは『本』です、〜。1時間に 20回、3つずつ。罹災《りさい》証明書《しょうめいしょ》を、ゃゅょっー「いいえ」。Wi-Fiは ￥100です！？";
    let page: Page<()> = Page::new([Part::text(Level::Body, text)]);
    let mut seen = 0;
    for w in (0..260).map(|n| 90.0 + n as f32) {
        let plan = engawa::lay::plan(&page, Panel { w, h: 400.0 }, Size { em: EM, ruby: true }, &mut Ems);
        let lines = lines(&plan[0].runs);
        seen += lines.len();
        for (n, line) in lines.iter().enumerate() {
            let (first, last) = (line.chars().next().unwrap(), line.trim_end().chars().last().unwrap());
            let begins = "、。ー〜っゃゅょッャュョァィゥェォ」』）！？ 　回つ時".contains(first);
            assert!(n == 0 || !begins, "{w}: {line:?} of {lines:?}");
            assert!(!"「『（￥".contains(last), "{w}: {line:?} of {lines:?}");
        }
        let shown: String = lines.concat();
        assert_eq!(
            shown.replace(' ', ""),
            Part::<()>::text(Level::Body, text).words().unwrap().plain().replace(' ', "")
        );
        let right = plan[0].runs.iter().map(|run| run.x + run.w).fold(0.0, f32::max);
        assert!(right <= w, "{right} in {w}");
    }
    assert!(seen > 1000);
}

#[test]
fn the_end_of_a_word_is_not_left_alone_on_a_line() {
    let set = |text: &str, signs: f32| {
        let page: Page<()> = Page::new([Part::text(Level::Body, text)]);
        let w = signs * EM + 14.0;
        lines(&engawa::lay::plan(&page, Panel { w, h: 400.0 }, Size { em: EM, ruby: true }, &mut Ems)[0].runs)
    };
    assert_eq!(set("いま あぶないか", 6.6), ["いま", "あぶないか"]);
    // More of it than a sign or two may stand there.
    assert_eq!(set("いま あぶないでしょうか", 6.6), ["いま あぶない", "でしょうか"]);
}

#[test]
fn a_word_wider_than_the_line_is_broken_anywhere() {
    let page: Page<()> = Page::new([Part::text(Level::Body, &*"abcdefghij".repeat(20))]);
    let plan = engawa::lay::plan(&page, Panel { w: 217.0, h: 136.0 }, Size { em: EM, ruby: true }, &mut Ems);
    assert!(plan[0].runs.iter().all(|run| run.x + run.w <= 217.0));
    assert_eq!(lines(&plan[0].runs).concat().len(), 200);
}

#[test]
fn what_a_page_says_alone_is_as_large_as_its_glass_allows_and_in_the_middle() {
    let words = Part::text(Level::Lead, "おつかれさまでした。");
    let button = Control::button("stay", "まだ 使《つか》う", samples::Msg::Press("stay"));
    let page = |kind| Page::new([Part::group(kind, [words.clone(), button.clone().into()])]);
    for panel in PANELS {
        let size = default_size(panel);
        let [poster, stack] = [Kind::Poster, Kind::Stack].map(|kind| plan(&page(kind), panel, size));
        let em = |placed: &[engawa::lay::Placed]| placed[1].runs[0].em;
        assert!(em(&poster) > 1.3 * em(&stack), "{panel:?}: {} and {}", em(&poster), em(&stack));
        let Rect { x, y, w, h } = poster[0].rect;
        assert!((x - (panel.w - x - w)).abs() < 1.0, "{panel:?}: {:?}", poster[0].rect);
        let (above, below) = (y, panel.h - y - h);
        assert!(above > 0.3 * below && below > 0.3 * above, "{panel:?}: {above} above, {below} below");
    }
}

#[test]
fn ruby_is_half_as_large_and_touches_nothing() {
    every_leaf(|what, _, panel, size, leaves| {
        for leaf in leaves.iter().take(3) {
            for (part, placed) in leaf.walk().into_iter().zip(plan(leaf, panel, size)) {
                let boxes: Vec<(Rect, &Run)> =
                    placed.runs.iter().map(|run| (Rect::new(run.x, run.y, run.w, run.em), run)).collect();
                for (n, (a, run)) in boxes.iter().enumerate() {
                    for (b, other) in &boxes[n + 1..] {
                        assert!(a.gap(*b) > -0.05, "{what}: {run:?} over {other:?} in {:?}", part.id());
                    }
                }
            }
        }
    });
}

#[test]
fn an_age_stays_with_what_it_dates_and_openings_with_what_follows() {
    every_leaf(|what, page, _, _, leaves| {
        let all = body(page);
        for (n, leaf) in leaves.iter().enumerate() {
            let parts: Vec<_> = body(leaf).into_iter().filter(|part| part.id().is_some()).collect();
            let level = |part: &&&Part<_>| if let Part::Text(text) = **part { Some(text.level) } else { None };
            let first = parts.first().filter(|part| level(part) == Some(Level::Age));
            let dates_nothing = |part: &&Part<_>| {
                all.iter().find(|part| part.id().is_some()).is_some_and(|first| first.id() == part.id())
            };
            assert!(first.is_none_or(dates_nothing), "{what} leaf {n} begins with an age");
            let last = parts.last().and_then(|part| level(&part));
            let whole = n + 1 == leaves.len()
                || parts.iter().all(|part| level(&part).is_some_and(|level| level == Level::Heading));
            let opens = matches!(last, Some(Level::Heading | Level::Lead | Level::Number | Level::Hello));
            assert!(whole || !opens, "{what} leaf {n} ends with {:?}", parts.last().and_then(|part| part.words()));
        }
    });
}

/// A row may say more than a leaf holds: its quieter words flow on behind it, and are heard as they would be on the row.
#[test]
fn a_row_longer_than_a_leaf_flows_on() {
    let long = "洪水《こうずい》・地震《じしん》の ときに 開《あ》きます。西《にし》へ 300メートル。".repeat(30);
    let row = Control::new(Role::Row, "row", "第一《だいいち》小学校《しょうがっこう》", samples::Msg::Press("row"));
    let row = row.detail(&*long);
    let (whole, mut cut) = (row.words(), 0);
    for panel in PANELS {
        for size in sizes(panel) {
            let leaves = fold(&Page::new([Part::group(Kind::List, [row.clone().into()])]), panel, size);
            let parts: Vec<_> = leaves
                .iter()
                .flat_map(Page::walk)
                .filter(|part| part.id().is_some_and(|id| id.starts_with("row")))
                .collect();
            let halves: Vec<_> = parts.iter().filter_map(|part| part.words()).collect();
            let bits: Vec<_> = halves.iter().flat_map(|line| line.bits().to_vec()).collect();
            assert_eq!(bits, whole.bits(), "{panel:?} {size:?}");
            assert_eq!(parts.iter().filter(|part| part.live().is_some()).count(), 1, "one thing to press");
            cut += usize::from(leaves.len() > 1);
        }
    }
    assert!(cut > 5, "{cut}");
}

/// The swatch of a warning level stands where its number is named, and over no word.
#[test]
fn the_mark_of_a_level_stands_once_beside_its_words() {
    let text = "高い ところへ にげてください。".repeat(40);
    let words = [Part::text(Level::Lead, "レベル4　大雨《おおあめ》"), Part::text(Level::Body, &*text)];
    let page: Page<samples::Msg> = Page::new([Part::group(Kind::Warned(WarningLevel::Four), words)]);
    for panel in PANELS {
        for size in sizes(panel) {
            let leaves = fold(&page, panel, size);
            let mut marks = 0;
            for leaf in &leaves {
                assert_eq!(leaf.problems(), Vec::<String>::new());
                let placed = plan(leaf, panel, size);
                let marked = leaf.walk().into_iter().position(|part| matches!(part.kind(), Some(Kind::Warned(_))));
                let Some(mark) = marked.map(|at| placed[at].mark.unwrap()) else { continue };
                marks += 1;
                let runs = placed.iter().flat_map(|placed| &placed.runs);
                let nearest =
                    runs.map(|run| mark.gap(Rect::new(run.x, run.y, run.w, run.em))).fold(f32::INFINITY, f32::min);
                assert!(nearest > 2.0 && mark.w >= 16.0, "{panel:?} {size:?}: {nearest}");
            }
            assert_eq!(marks, 1, "{panel:?} {size:?} on {} leaves", leaves.len());
        }
    }
}

/// Counts how often it is asked.
struct Counting(usize);

impl Measure for Counting {
    fn width(&mut self, text: &str, em: f32, bold: bool) -> f32 {
        self.0 += 1;
        Ems.width(text, em, bold)
    }
}

#[test]
fn folding_ten_times_the_text_costs_ten_times_as_much() {
    let asked = |times: usize| {
        let one = "すぐに 高《たか》い ところへ にげてください。".repeat(20);
        let texts = (0..times).map(|_| Part::text(Level::Body, &*one));
        // One text that is cut again and again, and many that are not.
        let page = Page::new([Part::text(Level::Body, &*one.repeat(times))].into_iter().chain(texts));
        let turning =
            Turning { back: "もどる".into(), next: "つぎ".into(), count: &|_, _| "1／2".into(), msg: &|_| () };
        let mut counting = Counting(0);
        let leaves = engawa::lay::fold(&page, PANELS[0], default_size(PANELS[0]), &mut counting, &turning);
        assert!(leaves.len() > times);
        counting.0
    };
    let (few, many) = (asked(2), asked(20));
    assert!(many < 11 * few, "{few} questions for a page, {many} for one ten times as long");
}

#[test]
fn the_place_is_kept_when_the_size_changes() {
    let (page, panel) = (samples::long(), PANELS[0]);
    let (small, large) = (fold(&page, panel, sizes(panel)[0]), fold(&page, panel, sizes(panel)[3]));
    for leaf in &large {
        let anchor = body(leaf).into_iter().find_map(Part::id).unwrap();
        let whole = anchor.trim_end_matches('+');
        let shown = &small[leaf_at(&small, anchor)];
        let there = |part: &&Part<_>| part.id().is_some_and(|id| id.trim_end_matches('+') == whole);
        assert!(body(shown).iter().any(there), "{anchor}");
        assert_eq!(leaf_at(&large, anchor), large.iter().position(|other| other == leaf).unwrap());
    }
    assert_eq!(leaf_at(&small, "nowhere"), 0);
}

#[test]
fn sizes_are_offered_where_they_can_be_read() {
    let ems = |w, h| sizes(Panel { w, h }).iter().map(|size| size.em).collect::<Vec<_>>();
    assert_eq!(ems(344.0, 194.0), [8.8, 11.4, 13.5, 15.7]);
    assert_eq!(ems(276.0, 155.0), [6.6, 8.8, 11.4, 13.5]);
    assert_eq!(ems(217.0, 136.0), [6.6, 8.8, 11.4]);
    assert_eq!(ems(194.0, 344.0), [8.8, 11.4, 13.5]);
    assert_eq!(ems(597.0, 336.0), [8.8, 11.4, 13.5, 15.7]);
    assert_eq!(ems(60.0, 40.0), [6.6], "never none");
    assert_eq!(default_size(Panel { w: 293.0, h: 165.0 }), Size { em: 8.8, ruby: true });
}

#[test]
fn at_the_default_size_the_first_leaf_holds_what_the_page_is_for() {
    for panel in PANELS {
        let first = |page| fold(&page, panel, default_size(panel)).swap_remove(0);
        let home = first(samples::home());
        for id in ["lessons", "office", "ready", "places", "board"] {
            assert!(home.control(id).is_some(), "{panel:?}: {id}");
        }
        let shelter = first(samples::shelter());
        for id in ["more", "water", "family", "body", "power", "house", "board"] {
            assert!(shelter.control(id).is_some(), "{panel:?}: {id}");
        }
        let guide = first(samples::guide());
        let words: Vec<String> = guide.walk().into_iter().filter_map(|part| Some(part.words()?.plain())).collect();
        assert!(words.iter().any(|words| words == "ベルトや くつ下を ゆるめます。"), "{panel:?}: {words:?}");
    }
}

#[test]
fn a_screen_can_ask_how_much_room_its_canvas_has() {
    let size = |panel| default_size(panel);
    for panel in PANELS {
        let room = canvas_room(&samples::search(), panel, size(panel), &mut Ems).unwrap();
        assert!(room.w > 0.8 * panel.w && room.h > 0.35 * panel.h && room.bottom() < panel.h, "{panel:?} {room:?}");
    }
    let room = canvas_room(&samples::search(), PANELS[0], size(PANELS[0]), &mut Ems).unwrap();
    assert!(room.w >= 10.0 * 23.2 - 3.2 && room.h >= 4.0 * 23.2 - 3.2, "{room:?}");
    assert_eq!(canvas_room(&samples::home(), PANELS[0], size(PANELS[0]), &mut Ems), None);
}
