//! The kiosk by ear alone and by eye alone: what is read aloud is what is shown, in the order in which it is read, on every screen in
//! every tongue; and assistive technology finds the same words in the same order.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use crate::{
    figures::{self, Figure},
    household::FULL_HD,
    screens::{PACK, kiosk},
};
use egui::{Context, RawInput, accesskit};
use engawa::{
    app::{self, Model, Msg},
    job::{Job, Report},
    kit::{Kit, State},
    lay::{self, Ems},
    look::{Contrast, Look},
    page::{Group, Id, Kind, Level, Page, Part, Said, Text},
    reading::{Heard, Order, Utterance},
    screens::{Place, Sample, Screen},
    words::{Tongue, Words},
};
use std::collections::BTreeMap;

/// Every screen in every mood and tongue, as the kiosk would show it; not on the first page, which is read in another way.
pub(crate) fn each(mut check: impl FnMut(&str, Model)) -> usize {
    let mut walked = 0;
    for tongue in Words::tongues() {
        let model = kiosk(&tongue, FULL_HD);
        for Sample { name, mode, screen, overlay } in Screen::all(&PACK, &model.view()) {
            let mut model = model.clone();
            if !matches!(screen, Screen::Home(_)) {
                app::update(&mut model, Msg::Go(Place::Settings));
            }
            (model.screen, model.overlay, model.standing.mode) = (screen, overlay, mode);
            walked += 1;
            check(&format!("{name} in {tongue}"), model);
        }
    }
    walked
}

fn order(jobs: Vec<Job>) -> Option<Utterance> {
    jobs.into_iter().find_map(|job| match job {
        Job::Voice(Order::Say(said)) => Some(said),
        _ => None,
    })
}

/// What a voice that says everything it is told would say, from the press on 「声で きく」 to the end.
pub(crate) fn read_aloud(model: &mut Model) -> Vec<Utterance> {
    let mut next = order(app::update(model, Msg::Read));
    let mut said = vec![];
    while let Some(utterance) = next {
        let ticket = utterance.ticket;
        said.push(utterance);
        next = order(app::update(model, Msg::Report(Report::Voice(Heard::Ended { ticket }))));
    }
    said
}

/// The words of a page from top to bottom; of the line above only the title and of the bar nothing, but on the first page, which says
/// them all once.
fn shown(model: &Model, page: &Page<Msg>) -> Vec<Said> {
    let first = model.walk.is_empty() && model.overlay.is_none();
    let mut out = vec![];
    for part in &page.parts {
        let all = Page { parts: vec![part.clone()] }.script();
        match part {
            Part::Group(Group { kind: Kind::Bar, .. }) if !first => {}
            Part::Group(Group { kind: Kind::Top, parts }) if !first => {
                let title = |part: &&Part<Msg>| matches!(part, Part::Text(Text { level: Level::Title, .. }));
                out.extend(parts.iter().filter(title).filter_map(Part::said));
            }
            _ => out.extend(all),
        }
    }
    out
}

#[test]
fn what_is_read_aloud_is_what_is_shown_in_its_order_on_every_screen_in_every_tongue() {
    let (mut lines, mut unlike) = (0, vec![]);
    let walked = each(|what, mut model| {
        // Any press takes this question away; it is said when it comes, which another test hears. So does any press what an empty hall shows.
        if model.overlay.as_ref().is_some_and(|overlay| overlay.is_quiet() || overlay.is_rest()) {
            return;
        }
        let said = read_aloud(&mut model);
        // Now that somebody is there: until then the first page does not show the time.
        let wanted = shown(&model, &app::page(&model));
        lines += said.len();
        let same = said.len() == wanted.len() && said.iter().zip(&wanted).all(|(said, shown)| said.line == shown.line);
        // Said in the tongue that is shown, by whoever speaks it; what is not translated, in its own.
        let tongue = |shown: &Said| shown.line.tongue().unwrap_or(&model.settings.tongue).clone();
        let own = said.iter().zip(&wanted).all(|(said, shown)| said.tongue == tongue(shown));
        unlike.extend((!same || !own || said.is_empty()).then(|| what.to_owned()));
    });
    figures::write(
        "ear-text",
        &[Figure {
            id: "speech-is-text",
            value: unlike.len() as f64,
            unit: "pages read otherwise than shown",
            limit: "0",
            clauses: &["EN 5.1.3.1", "EN 5.1.3.3", "EN 5.1.3.14", "EN 5.1.3.15", "WCAG 1.3.2"],
            screens: walked,
            how: "cargo test --test it hearing::",
        }],
    );
    assert!(walked > 200 && lines > walked, "{walked} pages, {lines} lines");
    assert_eq!(unlike, Vec::<String>::new());
}

/// The nodes of a tree in their order, each as a screen reader would say it.
fn heard(update: &accesskit::TreeUpdate) -> Vec<String> {
    let nodes: BTreeMap<_, _> = update.nodes.iter().map(|(id, node)| (*id, node)).collect();
    let mut out = vec![];
    let mut waiting = vec![update.tree.as_ref().unwrap().root];
    while let Some(id) = waiting.pop() {
        let node = nodes[&id];
        out.extend(node.label().or_else(|| node.value()).map(str::to_owned));
        waiting.extend(node.children().iter().rev());
    }
    out
}

/// What assistive technology is told of a leaf.
pub(crate) struct Glass {
    ctx: Context,
    kit: Kit,
    look: Look,
}

impl Glass {
    pub(crate) fn new(tongue: &Tongue) -> Self {
        let (ctx, mut kit) = (Context::default(), Kit::default());
        ctx.enable_accesskit();
        kit.set_tongue(&ctx, tongue);
        Self { ctx, kit, look: Look::new(Contrast::Day, 2.0) }
    }

    /// What is told of a leaf where it is not what the leaf says, in this contrast.
    pub(crate) fn unlike(
        &mut self,
        leaf: &Page<Msg>,
        plan: &lay::Plan,
        tongue: &Tongue,
        contrast: Contrast,
    ) -> Option<String> {
        self.look = Look::new(contrast, 2.0);
        let told = heard(&self.tree(leaf, plan, tongue));
        let said: Vec<_> = leaf.script().into_iter().map(|said| said.line.plain()).collect();
        (told != said).then(|| format!("{told:?} is told of {said:?}"))
    }

    /// The tree of one leaf with the focus on its last control.
    fn tree(&mut self, leaf: &Page<Msg>, plan: &lay::Plan, tongue: &Tongue) -> accesskit::TreeUpdate {
        let Self { ctx, kit, look } = self;
        let last = leaf.controls().last().map(|control| control.id.to_string());
        let state = State { focus: last.as_deref(), ..State::new(tongue) };
        let output = ctx.run_ui(RawInput::default(), |ui| {
            kit.show(ui, leaf, plan, look, &state);
        });
        let update = output.platform_output.accesskit_update.clone().unwrap();
        { output }.textures_delta.clear();
        update
    }
}

#[test]
fn assistive_technology_finds_the_words_of_every_leaf_in_their_order_in_every_tongue() {
    let mut glass = Glass::new(&Tongue::JA);
    let (mut trees, mut unlike, mut nameless) = (0, vec![], 0);
    each(|what, model| {
        for (n, leaf) in app::leaves(&model, &app::page(&model), &mut Ems).iter().enumerate() {
            let plan = lay::plan(leaf, model.standing.panel, model.size(), &mut Ems);
            let update = glass.tree(leaf, &plan, &model.settings.tongue);
            let said: Vec<_> = leaf.script().into_iter().map(|said| said.line.plain()).collect();
            trees += 1;
            unlike.extend((heard(&update) != said).then(|| format!("{what}, leaf {n}")));
            let asks = |node: &&accesskit::Node| node.supports_action(accesskit::Action::Click);
            let nodes = update.nodes.iter().map(|(_, node)| node).filter(asks);
            nameless += nodes.filter(|node| node.label().is_none_or(|label| label.trim().is_empty())).count();
            let held = leaf.controls().last().map(|control| control.id.clone());
            let wanted = held.map(|id: Id| egui::Id::unique(id.as_str()).accesskit_id());
            assert_eq!(Some(update.focus), wanted, "{what}, leaf {n}");
        }
    });
    let how = "cargo test --test it hearing::";
    figures::write(
        "ear-tree",
        &[
            Figure {
                id: "tree-is-text",
                value: unlike.len() as f64,
                unit: "leaves whose tree differs from their words",
                limit: "0",
                clauses: &["WCAG 1.1.1", "WCAG 1.3.1", "WCAG 2.4.3", "WCAG 4.1.2", "EN 11.5.2.5", "EN 11.5.2.12"],
                screens: trees,
                how,
            },
            Figure {
                id: "names",
                value: f64::from(u32::try_from(nameless).unwrap()),
                unit: "controls without a name",
                limit: "0",
                clauses: &["WCAG 2.5.3", "WCAG 4.1.2", "EN 11.5.2.5"],
                screens: trees,
                how,
            },
        ],
    );
    assert!(trees > 400, "{trees} leaves");
    assert_eq!((unlike, nameless), (vec![], 0));
}
