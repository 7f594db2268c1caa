//! Languages: switched at any moment without losing the place, Japanese beside each line, letters for every word, and a language that
//! is nothing but files.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::{
    household::FULL_HD,
    screens::{PACK, kiosk},
};
use egui::{Context, RawInput};
use engawa::{
    app::{self, Model, Msg, Start},
    job::{Answer, Job, Report, StoreJob},
    look::fonts::{Fonts, face},
    page::{Control, Kind, Level, Page, Part, Role},
    screens::{self, Beside, Place, Sample, Screen},
    words::{Tongue, Words},
};
use std::{collections::BTreeSet, mem::discriminant, sync::Arc};

fn each(tongue: &Tongue, mut check: impl FnMut(&str, Model)) {
    let model = kiosk(tongue, FULL_HD);
    for Sample { name, mode, screen, overlay } in Screen::all(&PACK, &model.view()) {
        let mut model = model.clone();
        (model.screen, model.overlay, model.standing.mode) = (screen, overlay, mode);
        check(&format!("{name} from {tongue}"), model);
    }
}

/// The words come, as from the store.
fn switch(model: &mut Model, tongue: &Tongue) {
    let answer = Answer::Words(Words::shipped(tongue));
    app::update(model, Msg::Report(Report::Store { visit: model.visit, answer }));
}

/// What can be pressed, but for what is there because of the language itself.
fn controls(page: &Page<Msg>) -> BTreeSet<String> {
    let of_itself = |control: &&Control<Msg>| ["tongue/", "beside/"].iter().any(|own| control.id.starts_with(own));
    page.controls().filter(|control| !of_itself(control)).map(|control| control.id.to_string()).collect()
}

fn typed(page: &Page<Msg>) -> Vec<String> {
    let field = |part: &&Part<Msg>| match part {
        Part::Control(control) if control.role == Role::Field => Some(control.value.plain()),
        _ => None,
    };
    page.walk().iter().filter_map(field).collect()
}

#[test]
fn the_language_changes_at_any_moment_and_the_place_stays() {
    let others: Vec<Tongue> = ["vi", "zh-Hans", "ja"].iter().filter_map(|tag| Tongue::parse(tag)).collect();
    each(&Tongue::JA, |what, mut model| {
        let before = app::page(&model);
        // Some leaf that is not the first.
        model.anchor = before.walk().iter().rev().find_map(|part| part.id()).unwrap().clone();
        let (anchor, walk) = (model.anchor.clone(), model.walk.clone());
        for tongue in &others {
            let screen = discriminant(&model.screen);
            switch(&mut model, tongue);
            assert_eq!(model.settings.tongue, *tongue, "{what}");
            assert_eq!(discriminant(&model.screen), screen, "{what} to {tongue}");
            assert_eq!((&model.anchor, &model.walk), (&anchor, &walk), "{what} to {tongue}");
            let page = app::page(&model);
            assert_eq!(typed(&page), typed(&before), "{what} to {tongue}");
            // The focus belongs to a control, and the control is still there.
            assert_eq!(controls(&page), controls(&before), "{what} to {tongue}");
        }
    });
}

#[test]
fn the_languages_stand_on_the_first_page_in_their_own_names() {
    for tongue in Words::tongues() {
        let mut model = kiosk(&tongue, FULL_HD);
        let page = app::page(&model);
        for other in Words::tongues().into_iter().filter(|other| *other != tongue) {
            let control = page.control(&format!("tongue/{other}")).unwrap();
            assert_eq!(control.name, Words::shipped(&other).name_of_tongue());
            let jobs = app::update(&mut model, control.msg.clone().unwrap());
            let asked = |job: &Job| matches!(job, Job::Store { job: StoreJob::Words(asked), .. } if *asked == other);
            assert!(jobs.iter().any(asked), "{other}");
        }
        let said = page.script().iter().any(|said| said.line == model.standing.words.guide_not_reviewed());
        assert_eq!(said, tongue != Tongue::JA, "what nobody has read says so in {tongue}");
    }
}

/// Texts and names, but of what stays alone: the line above, the bar, and drawn things.
fn lines(parts: &[Part<Msg>], out: &mut Vec<(String, String, String)>) {
    let mut before: Option<(String, String)> = None;
    for part in parts {
        match part {
            Part::Group(group) if !matches!(group.kind, Kind::Top | Kind::Bar) => lines(&group.parts, out),
            Part::Text(text) if text.level == Level::Beside => {
                let (id, line) = before.take().unwrap();
                assert_eq!(text.id, format!("{id}/ja"));
                out.push((id, line, text.line.plain()));
            }
            Part::Text(text) => before = Some((text.id.to_string(), text.line.plain())),
            Part::Control(control) if !control.beside.is_empty() => {
                out.push((control.id.to_string(), control.name.plain(), control.beside.plain()));
            }
            _ => {}
        }
    }
}

#[test]
fn japanese_stands_beside_each_line_and_is_not_heard() {
    let mut seen = 0;
    for tag in ["vi", "ko"] {
        let tongue = Tongue::parse(tag).unwrap();
        each(&tongue, |what, mut model| {
            let alone = app::page(&model);
            model.settings.beside = Beside::Japanese;
            let page = app::page(&model);
            assert_eq!(page.problems(), Vec::<String>::new(), "{what}");
            assert_eq!(page.script(), alone.script(), "{what}: what is heard stays");
            let mut japanese = model.clone();
            japanese.standing.words = model.standing.words.japanese().clone();
            japanese.settings.beside = Beside::Hidden;
            let japanese = app::page(&japanese);
            let ids = |page: &Page<Msg>| page.walk().iter().filter_map(|part| part.id().cloned()).collect::<Vec<_>>();
            assert_eq!(ids(&alone), ids(&japanese), "{what}: every line has its counterpart");
            let mut found = vec![];
            lines(&page.parts, &mut found);
            let of = |id: &str| {
                japanese.walk().iter().find(|part| part.id().is_some_and(|own| own == id)).and_then(|part| match part {
                    Part::Text(text) => Some(text.line.plain()),
                    Part::Control(control) => Some(control.name.plain()),
                    _ => None,
                })
            };
            for (id, line, beside) in found {
                let own = of(&id).unwrap();
                assert!(beside.starts_with(&own), "{what}: {line} has {beside}, not {own}");
                seen += 1;
            }
        });
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn every_shipped_word_has_its_letters() {
    let fonts = Arc::new(Fonts::default());
    for tongue in Words::tongues() {
        let ctx = Context::default();
        fonts.install(&ctx, fonts.prepare(&tongue));
        let signs: BTreeSet<char> = Words::files(&tongue).iter().flat_map(|(_, text)| text.chars()).collect();
        let mut lacking = String::new();
        let mut look = |ui: &mut egui::Ui| {
            let has = |sign, strong| ui.ctx().fonts_mut(|fonts| fonts.has_glyph(&face(20.0, strong), sign));
            lacking =
                signs.iter().filter(|sign| !(sign.is_control() || has(**sign, false) && has(**sign, true))).collect();
        };
        ctx.run_ui(RawInput::default(), &mut look).textures_delta.clear();
        assert_eq!(lacking, "", "{tongue}");
    }
}

/// As the files of a folder would be loaded.
fn tagalog(tongue: &Tongue) -> Vec<(String, String)> {
    let text = match tongue.tag() {
        "tl" => "name-of-tongue = Tagalog\nhome-hello = Kumusta po.\nbar-end = Tapusin\n",
        "ne" => "name-of-tongue = नेपाली\n",
        _ => return vec![],
    };
    vec![("common.ftl".to_owned(), text.to_owned())]
}

#[test]
fn another_language_is_files_only() {
    let brought = ["tl", "ne"].map(|tag| Tongue::parse(tag).unwrap());
    let [tl, _] = &brought;
    let words = |tongue: &Tongue| Words::load(tongue, &brought, &tagalog).0;
    let mut model = Model::new(Start {
        config: Arc::default(),
        own: engawa::config::Own::default(),
        words: words(&Tongue::JA),
        mode: engawa::config::Mode::Everyday,
        now: engawa::clock::Now { at: jiff::Timestamp::UNIX_EPOCH, trusted: true },
        panel: FULL_HD,
        troubles: vec![],
    });
    app::update(&mut model, Msg::Go(Place::Language));
    let page = app::page(&model);
    assert_eq!(page.control("tongue/tl").unwrap().name.plain(), "Tagalog");
    // What cannot be drawn is not offered, and says so.
    assert!(page.control("tongue/ne").is_none());
    let says = model.standing.words.language_no_letters().plain();
    assert!(page.script().iter().any(|said| said.id == "tongue/ne" && said.line.plain().contains(&says)));

    let pressed = Msg::Screen(screens::Msg::Language(screens::language::Msg::Choose(tl.clone())));
    let jobs = app::update(&mut model, pressed);
    let Some(Job::Store { visit, job: StoreJob::Words(asked) }) = jobs.into_iter().next() else { unreachable!() };
    app::update(&mut model, Msg::Report(Report::Store { visit, answer: Answer::Words(words(&asked)) }));
    let page = app::page(&model);
    let said: Vec<_> = page.script().iter().map(|said| said.line.plain()).collect();
    assert!(said.contains(&"Kumusta po.".to_owned()) && said.contains(&"Tapusin".to_owned()), "{said:?}");
    // What its files lack is said in English, and that nobody has read them is said.
    assert!(said.contains(&"Places nearby".to_owned()));
    assert!(said.contains(&Words::shipped(&Tongue::EN).guide_not_reviewed().plain()));
}
