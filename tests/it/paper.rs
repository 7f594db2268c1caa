//! Printing at the kiosk: what is printed is what is shown, what becomes of it is said, and nobody leaves without being asked for the paper.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::{
    alert::rain,
    danger::{L3, NOW, in_mooka, told},
    household::Household,
};
use engawa::{
    app::Msg,
    config::{Change, Said},
    job::{PrintTrouble, Report},
    page::{Control, Format},
    screens::Place,
    words::Tongue,
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
fn what_is_in_force_can_be_hung_up_with_its_age_and_whose_word_it_is() {
    for (tongue, source) in
        [(Tongue::JA, "気象庁防災情報XMLを 加工して 作成"), (Tongue::EN, "Japan Meteorological Agency")]
    {
        let mut house = in_mooka(&tongue);
        house.tell(Msg::Report(Report::Printer(Some("Office".into()))));
        told(&mut house, &[rain("2026-11-21T09:55:00+09:00", &[L3])], NOW);
        house.tell(Msg::Go("danger".parse::<Place>().unwrap()));
        house.press("print");
        let lines: Vec<String> = house.prints[0].1.sheet.lines().iter().map(|line| line.plain()).collect();
        let said = |words: &str| lines.iter().filter(|line| line.contains(words)).count();
        assert_eq!(said(source), 1, "{lines:?}");
        assert!(said("9:55") + said("9時55分") > 0, "{lines:?}");
    }
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
