//! Hearing in private: headphones that come and go, the cover over the glass, a screen reader that is there already; and what must be
//! noticed at once, said and shown.

use crate::household::Household;
use egui::accesskit::{Live, Node};
use engawa::{
    app::{self, Hearing, Model, Msg, Plug},
    kit::{Kit, State},
    lay::{self, Ems},
    look::{Contrast, Look},
    page::Page,
    reading::Order,
    screens::{Mask, Overlay, Place, ScreenReader, Stroke},
    words::Tongue,
};

fn is_silent(house: &Household) -> bool {
    !house.model.reading.is_on()
}

#[test]
fn whoever_plugs_in_headphones_hears_the_page_and_may_cover_the_glass() {
    let mut house = Household::new();
    house.tell(Msg::Plug(Plug::In));
    assert_eq!(house.said().as_deref(), Some("イヤホンで ききます"), "speech begins by itself");
    house.press("ear/cover");
    assert!(house.model.overlay.is_none() && !is_silent(&house), "the page beneath is heard");
    let cover = app::cover(&house.model).map(|page| page.script());
    let controls = app::cover(&house.model).map(|page| page.controls().count());
    assert_eq!(controls, Some(1), "one control, which takes it away");
    // Nothing of the page beneath is on the cover.
    house.tell(Msg::Go(Place::Search));
    house.tell(Msg::Stroke(Stroke::Sign('ひ')));
    assert!(house.text().contains('ひ'), "what is typed arrives beneath");
    assert_eq!(app::cover(&house.model).map(|page| page.script()), cover, "and is not on the cover");
    house.tell(Msg::Cover);
    assert_eq!(app::cover(&house.model), None);
    house.tell(Msg::Cover);
    house.press("bar/end");
    house.press("leave/now");
    assert_eq!(house.model.settings.mask, Mask::Off, "the next person finds an open glass");
}

#[test]
fn headphones_that_are_pulled_out_silence_the_voice_until_it_is_asked_for() {
    let mut house = Household::new();
    house.tell(Msg::Plug(Plug::In));
    house.press("ear/leave");
    house.tell(Msg::Plug(Plug::Out));
    assert!(matches!(house.voice.last(), Some(Order::Hush)), "{:?}", house.voice.last());
    for msg in [Msg::Keys, Msg::Focused("bar/end".into()), Msg::Go(Place::Settings)] {
        house.tell(msg);
        assert!(is_silent(&house), "nobody else hears it");
    }
    house.press("bar/read");
    assert!(!is_silent(&house), "unless it is asked for");
}

#[test]
fn headphones_that_were_there_before_anybody_came_start_nothing() {
    let mut house = Household::new();
    house.tell(Msg::Plug(Plug::There));
    assert!(is_silent(&house) && house.model.overlay.is_none());
    house.wait(3600);
    assert_eq!(house.ended, 0, "nor is anybody there");
}

#[test]
fn headphones_answer_the_question_and_never_cover_the_farewell() {
    let mut house = Household::new();
    house.press("card/phone");
    house.wait(300);
    house.tell(Msg::Plug(Plug::In));
    assert!(matches!(house.model.overlay, Some(Overlay::Ear(_))), "somebody is there");
    house.press("ear/leave");
    house.press("bar/end");
    house.tell(Msg::Plug(Plug::Out));
    house.tell(Msg::Plug(Plug::In));
    assert!(matches!(house.model.overlay, Some(Overlay::Leave(_))));
}

#[test]
fn nothing_is_said_twice_beside_a_screen_reader() {
    let mut house = Household::new();
    house.tell(Msg::ScreenReader(ScreenReader::On));
    house.tell(Msg::Keys);
    house.tell(Msg::Focused("card/phone".into()));
    house.press("card/phone");
    house.tell(Msg::Plug(Plug::In));
    house.wait(300);
    assert!(house.model.overlay.as_ref().is_some_and(Overlay::is_quiet));
    assert!(house.voice.iter().all(|order| matches!(order, Order::Hush)), "{:?}", house.voice);
    house.press("leave/stay");
    house.press("bar/read");
    assert!(!is_silent(&house), "what is asked for is said");
    // One that comes later silences what the kiosk said of itself.
    let mut house = Household::new();
    house.tell(Msg::Keys);
    assert_eq!(house.model.hearing, Hearing::On);
    house.tell(Msg::ScreenReader(ScreenReader::On));
    assert!(is_silent(&house));
}

/// The nodes that assistive technology breaks off for.
pub(crate) fn urgent(page: &Page<Msg>, model: &Model) -> Vec<String> {
    let (ctx, mut kit) = (egui::Context::default(), Kit::default());
    ctx.enable_accesskit();
    kit.set_tongue(&ctx, &Tongue::JA);
    let plan = lay::plan(page, model.standing.panel, model.size(), &mut Ems);
    let look = Look::new(Contrast::Day, 2.0);
    let output = ctx.run_ui(egui::RawInput::default(), |ui| {
        kit.show(ui, page, &plan, &look, &State::new(&Tongue::JA));
    });
    let words = |node: &Node| node.label().or_else(|| node.value()).unwrap_or_default().to_owned();
    let nodes = output.platform_output.accesskit_update.as_ref().map(|update| update.nodes.clone()).unwrap_or_default();
    { output }.textures_delta.clear();
    nodes.iter().filter(|(_, node)| node.live() == Some(Live::Assertive)).map(|(_, node)| words(node)).collect()
}

#[test]
fn the_question_whether_anybody_is_there_is_said_shown_and_urgent() {
    let mut house = Household::new();
    house.press("card/phone");
    assert_eq!(urgent(&house.page(), &house.model), Vec::<String>::new(), "an ordinary page breaks off nothing");
    house.wait(300);
    let alarm = urgent(&house.page(), &house.model);
    assert_eq!(alarm.len(), 1, "{alarm:?}");
    assert!(house.text().contains(&alarm[0]), "shown");
    let mut said = vec![];
    while let Some(Order::Say(utterance)) = house.voice.pop() {
        said.push(utterance.line.plain());
        let ticket = utterance.ticket;
        let heard = engawa::reading::Heard::Ended { ticket };
        house.tell(Msg::Report(engawa::job::Report::Voice(heard)));
        if said.len() > 20 {
            break;
        }
    }
    assert!(said.contains(&alarm[0]), "said: {said:?}");
    house.wait(1);
    assert_eq!(urgent(&house.page(), &house.model), alarm, "the seconds that pass interrupt nobody");
}
