//! The screens of the kiosk as they are, with what is shipped on them, at every panel.

use super::{PANELS, check_leaf, fold, plan, reach, samples::Msg};
use engawa::{
    app::{self, Model, Start},
    clock::Now,
    config::{Config, Mode, Own},
    content::{self, Item, NoReadings, Pack},
    job::{Answer, Job, Report, StoreJob},
    lay::{Panel, Plan, Size, sizes},
    page::{Kind, Page, Part, Role},
    phone::{self, Course},
    screens::Place,
    words::{Tongue, Words},
};
use std::sync::{Arc, LazyLock};

pub(super) fn kiosk(mode: Mode, tongue: &Tongue, panel: Panel, size: usize) -> Model {
    let mut model = Model::new(Start {
        config: Arc::new(Config::default()),
        own: Own::default(),
        words: Words::shipped(tongue),
        mode,
        now: Now { at: "2026-11-21T01:05:00Z".parse().unwrap(), trusted: true },
        panel,
        troubles: vec![],
    });
    model.settings.size = size;
    model
}

/// The store, out of the pack alone.
fn answer(pack: &Pack, job: StoreJob) -> Option<Answer> {
    let of = |tongue: &Tongue| pack.items.iter().filter(|item| item.guide.tongue == *tongue).collect::<Vec<_>>();
    match job {
        StoreJob::Words(tongue) => Some(Answer::Words(Words::shipped(&tongue))),
        StoreJob::Shelf { groups, tongue } => {
            let place = |item: &Item| groups.iter().position(|group| item.guide.groups.iter().any(|own| own == group));
            let mut here: Vec<_> = of(&tongue).into_iter().filter(|item| place(item).is_some()).collect();
            here.sort_by_key(|item| place(item));
            let entries = here.into_iter().map(Item::entry).collect();
            Some(Answer::Shelf { groups, entries })
        }
        StoreJob::Guide { id, tongue } => {
            let guide = of(&tongue).iter().find(|item| item.guide.id == id).map(|item| Arc::new(item.guide.clone()));
            Some(Answer::Guide { id, guide })
        }
        StoreJob::Lessons => Some(Answer::Lessons(COURSE.listed().into())),
        StoreJob::Lesson(id) => Some(Answer::Lesson { id, course: Some(Arc::clone(&COURSE)) }),
        StoreJob::Sources(_) => Some(Answer::Sources(pack.credits.clone().into())),
        _ => None,
    }
}

static COURSE: LazyLock<Arc<Course>> = LazyLock::new(|| Arc::new(phone::read(&phone::shipped(), &NoReadings).0));

fn open(mut model: Model, pack: &Pack, place: Place) -> Page<Msg> {
    let mut jobs = app::update(&mut model, app::Msg::Go(place));
    while let Some(job) = jobs.pop() {
        if let Job::Store { visit, job } = job
            && let Some(answer) = answer(pack, job)
        {
            jobs.extend(app::update(&mut model, app::Msg::Report(Report::Store { visit, answer })));
        }
    }
    app::page(&model).map(|_| Msg::Press("real"))
}

/// Every place of the kiosk as it is on this panel at this size, with its name.
fn pages(tongue: &Tongue, panel: Panel, size: usize) -> Vec<(String, Page<Msg>)> {
    static PACK: LazyLock<Pack> = LazyLock::new(|| content::build(&content::shipped(), &NoReadings).0);
    let guides =
        PACK.items.iter().filter(|item| item.guide.tongue == *tongue && item.guide.kind == content::Kind::Guide);
    let guides = guides.map(|item| Place::Guide(item.guide.id.as_str().into()));
    let shelves = content::GROUPS.iter().map(|group| Place::Shelf((*group).into()));
    let places = [
        Place::Home,
        Place::Search,
        Place::Settings,
        Place::Call,
        Place::Staff,
        Place::Sources,
        Place::Help,
        Place::Language,
    ];
    let everyday = places.into_iter().chain(shelves).chain(guides);
    let everyday = everyday
        .map(|place| (format!("{place} {tongue}"), open(kiosk(Mode::Everyday, tongue, panel, size), &PACK, place)));
    let shelter = open(kiosk(Mode::Shelter, tongue, panel, size), &PACK, Place::Home);
    everyday.chain([(format!("shelter {tongue}"), shelter)]).collect()
}

fn check(name: &str, page: &Page<Msg>, panel: Panel, size: Size, wrong: &mut Vec<String>) {
    let what = format!("{name} {}x{} em {}", panel.w, panel.h, size.em);
    let leaves = fold(page, panel, size);
    for (n, leaf) in leaves.iter().enumerate() {
        let what = format!("{what} leaf {n}");
        let plan = plan(leaf, panel, size);
        check_leaf(&what, leaf, &plan, panel, wrong);
        check_keys(&what, leaf, &plan, wrong);
        // Later leaves hold the same kinds of parts.
        if n < 2 {
            wrong.extend(reach::problems(&what, leaf, &plan));
        }
    }
}

/// The keys of a keyboard: the screen chooses how many there are so that they keep their size.
fn check_keys(what: &str, leaf: &Page<Msg>, plan: &Plan, wrong: &mut Vec<String>) {
    let walk = leaf.walk();
    for (part, placed) in walk.iter().zip(plan) {
        let key = matches!(part, Part::Control(control) if control.role == Role::Key);
        if key && (placed.rect.w < 19.9 || placed.rect.h < 19.9) {
            wrong.push(format!("{what}: {:?} is {:.1}x{:.1}", part.id(), placed.rect.w, placed.rect.h));
        }
    }
    let canvas = walk.iter().any(|part| matches!(part, Part::Canvas(_)));
    let typed = walk.iter().any(|part| matches!(part, Part::Control(control) if control.role == Role::Field));
    if canvas && !typed {
        wrong.push(format!("{what}: keys without what they write"));
    }
}

#[test]
fn every_screen_stands_inside_and_is_within_reach() {
    let mut wrong = vec![];
    for panel in PANELS {
        let all = sizes(panel);
        for n in [0, all.len() - 1] {
            for (name, page) in pages(&Tongue::JA, panel, n) {
                check(&name, &page, panel, all[n], &mut wrong);
            }
        }
    }
    for tongue in [Tongue::JA_SIMPLE, Tongue::EN] {
        for panel in [PANELS[0], PANELS[2]] {
            for (name, page) in pages(&tongue, panel, 0) {
                check(&name, &page, panel, sizes(panel)[0], &mut wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "{} places break:\n{}", wrong.len(), wrong.join("\n"));
}

/// Invariant 9: at the default size the first leaf holds what the screen is for.
#[test]
fn the_first_leaf_holds_what_the_screen_is_for() {
    let mut wrong = vec![];
    for panel in PANELS {
        for (name, page) in pages(&Tongue::JA, panel, 0) {
            let cards = |page: &Page<Msg>| {
                let groups = page.walk().into_iter().filter(|part| part.kind() == Some(Kind::Cards));
                groups.map(|group| group.parts().len()).sum::<usize>()
            };
            let steps = |page: &Page<Msg>| {
                let groups = page.walk().into_iter().filter(|part| part.kind() == Some(Kind::Step));
                groups.map(Part::parts).filter(|parts| parts.len() > 1).count()
            };
            let first = &fold(&page, panel, sizes(panel)[0])[0];
            let held = (cards(first), steps(first));
            if held.0 < cards(&page) || held.1 < steps(&page).min(3) {
                wrong.push(format!("{name} {}x{}: {held:?} of {:?}", panel.w, panel.h, (cards(&page), steps(&page))));
            }
        }
    }
    assert!(wrong.is_empty(), "{} first leaves hold too little:\n{}", wrong.len(), wrong.join("\n"));
}
