//! The covered glass: fingers find only what takes the cover away, everything else goes on beneath.

use super::*;

#[test]
fn beneath_the_cover_keys_go_on_and_fingers_only_take_it_away() {
    let mut desk = Desk::new();
    let card = desk.middle(CARD);
    desk.press(Press::Cover);
    assert!(desk.stage.cover().is_some());
    desk.wait(600).finger(Phase::Down, card).wait(80).finger(Phase::Up, card);
    assert_eq!(desk.here(), "home", "a finger finds nothing of the page");
    desk.wait(600).walk_to(CARD).press(Press::Choose);
    assert_eq!(desk.here(), "shelf/prepare", "keys do");
    let away = {
        let cover = desk.stage.cover().unwrap();
        let rect = lay::press::targets(&cover.page, &cover.plan)[0].rect;
        [rect.x + rect.w / 2.0, rect.y + rect.h / 2.0]
    };
    desk.wait(600).finger(Phase::Down, away).wait(80).finger(Phase::Up, away);
    assert!(desk.stage.cover().is_none());
    assert_eq!(desk.here(), "shelf/prepare");
    desk.press(Press::Cover);
    desk.wait(600).stage.choose(&"cover/away".into(), &mut Ems);
    assert!(desk.stage.cover().is_none(), "as a screen reader presses");
}

#[test]
fn the_cover_fits_the_glass_at_every_size() {
    for panel in [Panel { w: 217.0, h: 136.0 }, Panel { w: 344.0, h: 194.0 }, Panel { w: 194.0, h: 344.0 }] {
        let mut desk = Desk::new();
        desk.stage.apply(Msg::Panel(panel), &mut Ems);
        desk.press(Press::Cover);
        for _ in 0..desk.stage.model.standing.sizes.len() {
            desk.stage.apply(Msg::Larger, &mut Ems);
            let cover = desk.stage.cover().unwrap();
            let fits =
                |rect: Rect| rect.x >= 0.0 && rect.x + rect.w <= panel.w + 0.1 && rect.y + rect.h <= panel.h + 0.1;
            assert!(cover.plan.iter().all(|placed| fits(placed.rect)), "{panel:?} {:?}", desk.stage.model.size());
        }
    }
}
