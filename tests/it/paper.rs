//! Printing at the kiosk: what is printed is what is shown, what becomes of it is said, and nobody leaves without being asked for the paper.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::household::Household;
use engawa::{
    app::Msg,
    config::{Change, Said},
    job::{PrintTrouble, Report},
    page::{Control, Format},
    screens::Place,
};

const GUIDE: &str = "guide/mizu";

/// A kiosk with a printer, on a guide.
fn kiosk() -> Household {
    let mut house = Household::new();
    house.tell(Msg::Report(Report::Printer(Some("Office".into()))));
    house.tell(Msg::Go(GUIDE.parse::<Place>().unwrap()));
    house
}

fn ended(house: &mut Household, printed: Result<(), PrintTrouble>) {
    let visit = house.prints.last().unwrap().0;
    house.tell(Msg::Report(Report::Printed { visit, printed }));
}

fn offers(house: &Household) -> bool {
    house.page().control("print").is_some()
}

#[test]
fn what_is_printed_is_what_is_shown() {
    let mut house = kiosk();
    let shown: Vec<_> = house.model.screen.page(&house.model.view()).script();
    house.press("print");
    let (_, print) = &house.prints[0];
    assert_eq!((print.queue.as_str(), print.format, print.tongue.tag()), ("Office", Format::A4, "ja"));
    let printed: String = print.sheet.lines().iter().map(|line| line.plain()).collect();
    let page = house.model.screen.page(&house.model.view());
    let buttons: Vec<_> = page.controls().map(Control::words).map(|line| line.plain()).collect();
    for said in shown.iter().map(|said| said.line.plain()).filter(|said| said != "印刷する" && !buttons.contains(said))
    {
        assert!(printed.contains(&said), "{said}");
    }
    assert!(
        printed.ends_with("2026年11月21日に えんがわで 印刷しました。あとで 変わる ことが あります。"),
        "{printed}"
    );
    assert!(!printed.contains("印刷する"), "{printed}");
}

#[test]
fn nobody_leaves_without_being_asked_for_the_paper() {
    let mut house = kiosk();
    house.press("print");
    assert!(!offers(&house), "once is enough");
    ended(&mut house, Ok(()));
    assert!(house.text().contains("紙を とって ください") && offers(&house));
    house.tell(Msg::End);
    assert!(house.text().contains("印刷した 紙を とりましたか"), "{}", house.text());
    house.press("leave/stay");
    assert!(offers(&house), "back where one was");
    house.tell(Msg::End);
    house.press("leave/taken");
    assert!(house.text().contains("おつかれさまでした"));
    house.press("leave/now");
    // The next person finds nothing of it.
    house.tell(Msg::Go(GUIDE.parse::<Place>().unwrap()));
    assert!(offers(&house) && !house.text().contains("紙を とって"));
    house.tell(Msg::End);
    assert!(house.text().contains("おつかれさまでした"));
}

#[test]
fn what_goes_wrong_is_a_plain_sentence() {
    for (trouble, words) in [
        (PrintTrouble::NoPrinter, "プリンターが 使えません"),
        (PrintTrouble::Stopped, "プリンターが 止まって います"),
        (PrintTrouble::NoPaper, "プリンターの 紙が ありません"),
        (PrintTrouble::Offline, "プリンターに つながりません"),
        (PrintTrouble::Failed, "印刷が できません"),
    ] {
        let mut house = kiosk();
        house.press("print");
        ended(&mut house, Err(trouble));
        assert!(house.text().contains(words) && offers(&house), "{trouble:?}: {}", house.text());
        house.tell(Msg::End);
        assert!(house.text().contains("おつかれさまでした"), "nothing came out, nothing is asked");
    }
}

#[test]
fn without_a_printer_nothing_is_offered() {
    let mut house = kiosk();
    house.model.standing.own.printer = Some(Said::No);
    assert!(!offers(&house), "staff said that none stands here: {:?}", Change::Printer(Said::No));
    house.model.standing.own.printer = Some(Said::Yes);
    assert!(offers(&house));
    house.tell(Msg::Report(Report::Printer(None)));
    assert!(!offers(&house) && !house.text().contains("印刷"));
}
