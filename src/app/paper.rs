//! What is printed: the page as it is shown, all leaves of it, at the printer that stands here; and whether the paper is taken along
//! before the kiosk forgets.

use super::Model;
use crate::{
    job::{Job, Print, PrintTrouble},
    page::Sheet,
    screens::{
        Overlay, Standing, View, danger,
        print::{self, Here, Last, Printing},
    },
};
use smol_str::SmolStr;
use std::time::Duration;

/// How long the kiosk asks whether the paper was taken.
const ASKED: Duration = Duration::from_secs(45);

/// The screen as a sheet of paper, with the day on which it was printed: paper grows old where nobody sees it.
pub fn sheet(model: &Model) -> Sheet {
    // Without what is said of printing itself.
    let standing = Standing { printing: Printing::default(), ..model.standing.clone() };
    let view = View { standing: &standing, settings: &model.settings };
    dated(model, model.screen.sheet(&view))
}

/// With where it is from and of which day it is.
fn dated(model: &Model, mut sheet: Sheet) -> Sheet {
    let w = &model.standing.words;
    let now = model.standing.now;
    // Whose word a warning is belongs on every paper that tells of one, as on every page.
    let source = w.danger_source();
    let lines = sheet.lines();
    if danger::tells_of(&lines, &model.view()) && !lines.contains(&&source) {
        sheet.foot.push(source);
    }
    sheet.foot.push(if now.trusted { w.print_foot(w.date(now.jst().date())) } else { w.print_foot_undated() });
    sheet
}

impl Model {
    /// Prints what a screen has put together, else the page as it is.
    pub(super) fn print(&mut self, own: Option<Sheet>) -> Vec<Job> {
        let Here::Queue(queue) = self.view().printer() else { return vec![] };
        if self.standing.printing.last == Last::Running {
            return vec![];
        }
        let sheet = own.map_or_else(|| sheet(self), |own| dated(self, own));
        let (format, tongue) = (self.standing.config.printer.paper, self.settings.tongue.clone());
        let print = Box::new(Print { sheet, format, tongue, queue });
        let job = Job::Print { visit: self.visit, print };
        [job].into_iter().chain(self.went(Last::Running)).collect()
    }

    pub(super) fn printed(&mut self, printed: Result<(), PrintTrouble>) -> Vec<Job> {
        if printed.is_ok() {
            self.standing.printing.out = true;
        }
        self.went(printed.map_or_else(Last::Trouble, |()| Last::Printed))
    }

    /// Said to whoever pressed the button, who may be looking at the printer.
    fn went(&mut self, last: Last) -> Vec<Job> {
        self.standing.printing.last = last;
        print::said(last, &self.standing.words).map(|line| self.tell(line)).unwrap_or_default()
    }

    /// Where the printer is, as the machine says.
    pub(super) fn stands(&mut self, queue: Option<SmolStr>) {
        self.standing.printing.queue = queue;
    }

    /// 「印刷した 紙を とりましたか」: before the page is cleared, where something was printed.
    pub(super) fn asks_for_paper(&mut self) -> Option<Vec<Job>> {
        let asked = self.overlay.as_ref().is_some_and(Overlay::is_leaving);
        let out = self.standing.printing.out || self.standing.printing.last == Last::Running;
        (out && !asked).then(|| self.lay_instead(Overlay::paper(self.standing.running + ASKED)))
    }
}
