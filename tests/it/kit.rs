//! The kit: what assistive technology sees is what the page says, in the same order; every sign is drawn; measured is drawn.

use crate::{demo, stage};
use egui::accesskit::{Role as R, Toggled};
use egui_kittest::kittest::{NodeT, Queryable};
use engawa::kit::{Act, Kit};
use engawa::lay::Measure;
use engawa::look::{Contrast, Look};
use engawa::page::{Page, Part};
use engawa::words::{Line, Tongue};
use stage::{Scene, Set};

fn open(name: &str, set: Set) -> egui_kittest::Harness<'static, Scene<demo::Msg>> {
    let Some(page) = demo::page(name) else { unreachable!("no page is called {name}") };
    stage::open(page, set, |id| id)
}

/// What a screen reader would say, from top to bottom.
fn heard(harness: &egui_kittest::Harness<'_, Scene<demo::Msg>>) -> Vec<String> {
    let words = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    };
    harness.root().children_recursive().filter_map(words).collect()
}

fn script<M>(page: &Page<M>) -> Vec<String> {
    page.script().into_iter().map(|said| said.line.plain()).collect()
}

#[test]
fn a_screen_reader_hears_the_script_in_its_order_on_every_leaf() {
    for name in demo::NAMES {
        for (px, width, em) in [([960, 540], 344.0, 8.8), ([960, 540], 344.0, 15.7), ([640, 401], 217.0, 6.6)] {
            let set = Set { px, width, em, ..Set::default() };
            let leaves = open(name, set.clone()).state().leaves;
            for leaf in 0..leaves {
                let harness = open(name, Set { leaf, focus: Some("bar/end".into()), ..set.clone() });
                let said = script(&harness.state().leaf);
                assert_eq!(heard(&harness), said, "{name} leaf {leaf} at {em}");
                let placed = harness.state().plan.len();
                assert_eq!(placed, harness.state().leaf.walk().len());
            }
        }
    }
}

#[test]
fn roles_states_and_language_are_told() {
    let harness = open("choices", Set { focus: Some("ruby".into()), tongue: Tongue::EN, ..Set::default() });
    let node = |label: &'static str| harness.get_by_label(label).accesskit_node();
    assert_eq!(node("ふりがなを つける").role(), R::Switch);
    assert_eq!(node("ふりがなを つける").toggled(), Some(Toggled::True));
    assert_eq!(node("大きな 声で 読む").toggled(), Some(Toggled::False));
    assert_eq!(node("いっしょに").role(), R::Tab);
    assert_eq!(node("いっしょに").is_selected(), Some(true));
    assert_eq!(node("ふつう").role(), R::RadioButton);
    assert_eq!(node("えらぶ").role(), R::Heading);
    assert_eq!(node("えらぶ").language(), Some("en"));
    assert!(node("まだ つかえません").is_disabled());
    assert!(node("ふりがなを つける").is_focused());
    let harness = open("keyboard", Set::default());
    let field = harness.get_by_role(R::TextInput).accesskit_node();
    assert_eq!(field.value(), Some("ひなんじ".to_owned()));
}

#[test]
fn what_a_screen_reader_asks_comes_back_as_acts() {
    let mut harness = open("home", Set { focus: Some("card/news".into()), ..Set::default() });
    harness.get_by_label_contains("スマホの れんしゅう。").click_accesskit();
    harness.run();
    harness.get_by_label("人を よぶ").focus();
    harness.run();
    let asked = [Act::Press("card/lessons".into()), Act::Focus("bar/call".into())];
    assert_eq!(harness.state().acts, asked);
}

#[test]
fn keys_do_not_move_the_focus_and_a_pointer_presses_nothing() {
    let mut harness = open("home", Set { focus: Some("card/news".into()), ..Set::default() });
    for key in [egui::Key::Tab, egui::Key::ArrowRight, egui::Key::ArrowUp, egui::Key::Escape, egui::Key::Enter] {
        harness.key_press(key);
        harness.run();
        assert!(harness.get_by_label("お知らせ").is_focused(), "{key:?}");
    }
    harness.get_by_label("人を よぶ").click();
    harness.run();
    assert_eq!(harness.state().acts, []);
}

#[test]
fn a_part_that_is_not_available_cannot_be_asked_for() {
    let mut harness = open("choices", Set::default());
    harness.get_by_label("まだ つかえません").click_accesskit();
    harness.run();
    assert_eq!(harness.state().acts, []);
}

/// Every run is drawn as wide as `lay` was told, in every face.
#[test]
fn measured_is_drawn() {
    for tag in ["ja", "en", "zh-Hans", "ko"] {
        for name in ["home", "guide", "boxes"] {
            let harness = open(name, Set { tongue: Tongue::parse(tag).unwrap(), ..Set::default() });
            let texts = harness.output().shapes.iter().filter_map(|clipped| match &clipped.shape {
                egui::Shape::Text(text) => Some(text.galley.clone()),
                _ => None,
            });
            let (scene, mut seen) = (harness.state(), 0);
            for (galley, run) in texts.zip(scene.plan.iter().flat_map(|placed| &placed.runs)) {
                assert_eq!(galley.text(), run.text);
                let between =
                    galley.job.sections[0].format.extra_letter_spacing * (run.text.chars().count() - 1) as f32;
                let glyphs = galley.rows[0].glyphs.iter();
                let drawn = (glyphs.map(|glyph| glyph.advance_width).sum::<f32>() + between) / scene.set.mm();
                let off = (drawn - run.w).abs();
                assert!(run.space > 0.0 || off <= 0.011, "{tag} {name} {run:?}: {drawn} drawn");
                seen += 1;
            }
            assert!(seen > 20);
        }
    }
}

/// What Japanese and Latin faces need no correction for: pieces measured one by one are as wide as the whole.
#[test]
fn the_ruler_reads_what_is_drawn() {
    let texts = [
        "何を 押しても こわれません。「はい」（いいえ）、ー・？！",
        "Demo_Free_Wi-Fi",
        "AVATAR Tokyo Tiếng Việt fi ffi office",
        "171・Wi-Fi・充電",
        "AV Ta. To, \"We\" 11:10",
    ];
    for tag in ["ja", "en"] {
        let ctx = egui::Context::default();
        let mut kit = Kit::default();
        kit.set_tongue(&ctx, &Tongue::parse(tag).unwrap());
        let look = Look::new(Contrast::Day, 5.58);
        let mut compare = |ctx: &egui::Context, text: &str, em: f32, bold: bool| {
            let line = Line::verbatim(text);
            let pieces = line.bits().iter().map(|bit| kit.ruler(ctx, &look).width(&bit.base, em, bold));
            let measured: f32 = pieces.sum();
            let font = engawa::look::fonts::face(em * look.mm, bold);
            let galley = ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER));
            let drawn = galley.rows[0].glyphs.iter().map(|glyph| glyph.advance_width).sum::<f32>() / look.mm;
            assert!((drawn - measured).abs() <= 0.01, "{tag} {em} {text}: {drawn} drawn, {measured} measured");
        };
        let frame = ctx.run_ui(egui::RawInput::default(), |ui| {
            for text in texts {
                compare(ui.ctx(), text, 8.8, false);
                compare(ui.ctx(), text, 15.7, true);
            }
        });
        { frame }.textures_delta.clear();
    }
}

/// Every icon is named by a page through a control, so a name nobody drew must not stop the page.
#[test]
fn an_icon_nobody_drew_leaves_a_gap() {
    let mut page = demo::page("home").unwrap();
    let groups = page.parts.iter_mut().filter_map(|part| match part {
        Part::Group(group) => Some(&mut group.parts),
        _ => None,
    });
    for part in groups.flatten() {
        if let Part::Control(control) = part {
            control.icon = "no such icon";
        }
    }
    assert!(stage::open(page, Set::default(), |id| id).render().is_ok());
}
