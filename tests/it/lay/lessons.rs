//! Lessons as they are shown on every panel: the phone and what stands beside it are whole, apart, and within reach of arrows and of two
//! switches, in every way through a lesson.

use super::{PANELS, check_leaf, fold, plan, reach, real::kiosk, samples::Msg};
use engawa::{
    app,
    config::Mode,
    content::Pack,
    lay::sizes,
    page::{Page, Part},
    screens::Screen,
    words::Tongue,
};

#[test]
fn every_lesson_stands_inside_and_is_within_reach() {
    let mut wrong = vec![];
    for panel in PANELS {
        let all = sizes(panel);
        for n in [0, all.len() - 1] {
            let mut model = kiosk(Mode::Everyday, &Tongue::JA, panel, n);
            for sample in Screen::all(&Pack::default(), &model.view()) {
                if !["lesson", "practice"].iter().any(|start| sample.name.starts_with(start)) {
                    continue;
                }
                model.screen = sample.screen;
                let page = app::page(&model).map(|_| Msg::Press("lesson"));
                let what = format!("{} {}x{} em {}", sample.name, panel.w, panel.h, all[n].em);
                wrong.extend(check(&what, &page, panel, all[n]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} places break:\n{}", wrong.len(), wrong.join("\n"));
}

fn check(what: &str, page: &Page<Msg>, panel: engawa::lay::Panel, size: engawa::lay::Size) -> Vec<String> {
    let (mut wrong, mut phones) = (vec![], 0);
    let has_phone = |page: &Page<Msg>| page.walk().iter().any(|part| matches!(part, Part::Canvas(_)));
    for (n, leaf) in fold(page, panel, size).iter().enumerate() {
        let (what, plan) = (format!("{what} leaf {n}"), plan(leaf, panel, size));
        check_leaf(&what, leaf, &plan, panel, &mut wrong);
        wrong.extend(reach::problems(&what, leaf, &plan));
        phones += usize::from(has_phone(leaf));
    }
    if has_phone(page) && phones == 0 {
        wrong.push(format!("{what}: the phone is on no leaf"));
    }
    wrong
}
