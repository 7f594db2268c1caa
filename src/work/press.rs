//! The desk that prints: looks once which printer stands here, makes the PDF and hands it over. A printer takes its time; nobody else waits
//! for it.

use super::desk::Desk;
use crate::{
    job::{Print, PrintTrouble, Printers, Report, Visit},
    paper,
};
use smol_str::SmolStr;
use std::{path::PathBuf, sync::Arc};

/// What the desk needs to know.
#[derive(Clone)]
pub struct Pressing {
    /// The queue that the kiosk's file names.
    pub queue: Option<SmolStr>,
    /// Where the fonts are, best first.
    pub fonts: Vec<PathBuf>,
    pub printers: Arc<dyn Fn() -> Printers + Send + Sync>,
}

pub(super) struct Press(pub(super) Pressing);

impl Press {
    /// The one that the file names, if it is there; without a name the first.
    fn queue(&self) -> Option<SmolStr> {
        let Printers::Known(known) = (self.0.printers)() else { return None };
        let wanted = |name: &&String| self.0.queue.as_ref().is_none_or(|queue| queue == name.as_str());
        known.iter().find(wanted).map(SmolStr::from)
    }

    fn print(&self, print: &Print) -> Result<(), PrintTrouble> {
        let Print { sheet, format, tongue, queue } = print;
        let pdf = paper::pdf(sheet, *format, tongue, &self.0.fonts).map_err(|err| {
            log::warn!("{err}");
            PrintTrouble::Failed
        })?;
        paper::print(&pdf, queue, *format)
    }
}

impl Desk for Press {
    type Job = (Visit, Box<Print>);

    const NAME: &'static str = "desk-print";

    fn gather(waiting: &mut Vec<Self::Job>) {
        // Nothing of a visit that is over.
        let newest = waiting.iter().map(|(visit, _)| *visit).max().unwrap_or_default();
        waiting.retain(|(visit, _)| *visit == newest);
    }

    fn work(&mut self, (visit, print): &Self::Job) -> Vec<Report> {
        vec![Report::Printed { visit: *visit, printed: self.print(print) }]
    }

    fn failed((visit, _): Self::Job) -> Option<Report> {
        Some(Report::Printed { visit, printed: Err(PrintTrouble::Failed) })
    }

    /// In the first quiet moment: a start does not wait for CUPS.
    fn rest(&mut self) -> Vec<Report> {
        vec![Report::Printer(self.queue())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printer_is_the_one_that_the_file_names() {
        let found = |queue: Option<&str>, known: Printers| {
            let printers = Arc::new(move || known.clone());
            Press(Pressing { queue: queue.map(Into::into), fonts: vec![], printers }).queue()
        };
        let two = || Printers::Known(vec!["A".into(), "B".into()]);
        assert_eq!(found(None, two()).as_deref(), Some("A"));
        assert_eq!(found(Some("B"), two()).as_deref(), Some("B"));
        assert_eq!(found(Some("C"), two()), None);
        assert_eq!(found(None, Printers::NoSystem), None);
    }
}
