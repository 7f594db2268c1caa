//! Printing, wherever something can be printed: the button, what the printer is doing, and what it said.

use super::View;
use crate::{
    config::{Said, Without},
    job::PrintTrouble,
    page::{Control, Kind, Level, Part, Tone},
    words::{Line, Words},
};
use smol_str::SmolStr;

/// How the last printing of this visit went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Last {
    #[default]
    Nothing,
    /// On its way.
    Running,
    Printed,
    Trouble(PrintTrouble),
}

/// The printer, and what it did in this visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printing {
    /// As the machine names it; `None`: there is none, or nobody has looked yet.
    pub queue: Option<SmolStr>,
    pub last: Last,
    /// Something came out of it.
    pub out: bool,
}

impl Printing {
    /// For whoever comes next.
    #[must_use]
    pub fn anew(self) -> Self {
        Self { last: Last::Nothing, out: false, ..self }
    }
}

/// Where something can be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Here {
    No,
    /// Not here, but staff do it.
    Staff,
    Queue(SmolStr),
}

impl View<'_> {
    /// Where something can be printed: the machine knows a printer, and staff did not say that none stands here.
    pub fn printer(&self) -> Here {
        let queue = self.standing.printing.queue.as_ref().filter(|_| self.standing.own.printer != Some(Said::No));
        match (queue, self.standing.config.printer.without) {
            (Some(queue), _) => Here::Queue(queue.clone()),
            (None, Without::Staff) => Here::Staff,
            (None, Without::Nothing) => Here::No,
        }
    }
}

/// The button, with what has become of it; nothing where no printer stands, or what the kiosk's file says instead.
pub fn parts<M>(view: &View<'_>, msg: M) -> Vec<Part<M>> {
    let w = view.words();
    match view.printer() {
        Here::No => vec![],
        Here::Staff => vec![Part::text(Level::Note, w.print_staff())],
        Here::Queue(_) => {
            let last = view.standing.printing.last;
            let again = if last == Last::Nothing { w.print_button() } else { w.print_again() };
            let button = (last != Last::Running).then(|| Control::button("print", again, msg).icon("printer").into());
            let said = said(last, w).map(|line| Part::text(Level::Body, line));
            let tone = if matches!(last, Last::Trouble(_)) { Tone::Care } else { Tone::Calm };
            let parts: Vec<Part<M>> = said.into_iter().chain(button).collect();
            vec![Part::group(Kind::Callout(tone), parts)]
        }
    }
}

/// What is said of it, shown and heard.
pub fn said(last: Last, w: &Words) -> Option<Line> {
    Some(match last {
        Last::Nothing => return None,
        Last::Running => w.print_running(),
        Last::Printed => w.print_done(),
        Last::Trouble(PrintTrouble::NoPrinter) => w.print_no_printer(),
        Last::Trouble(PrintTrouble::Stopped) => w.print_stopped(),
        Last::Trouble(PrintTrouble::NoPaper) => w.print_no_paper(),
        Last::Trouble(PrintTrouble::Offline) => w.print_offline(),
        Last::Trouble(PrintTrouble::Failed) => w.print_failed(),
    })
}
