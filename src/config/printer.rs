//! The `[printer]` table of the kiosk's file: which printer stands here, what lies in it, and what is said where there is none.

use crate::{page::Format, reader::Table};
use smol_str::SmolStr;

/// The printer beside the kiosk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printer {
    /// The name of its queue; `None`: the first that the machine knows.
    pub queue: Option<SmolStr>,
    pub paper: Format,
    pub without: Without,
}

/// What a page says of printing where no printer stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Without {
    #[default]
    Nothing,
    /// Staff print it.
    Staff,
}

const PAPERS: &[(&str, Format)] =
    &[("a4", Format::A4), ("a3", Format::A3), ("roll80", Format::Roll80), ("roll58", Format::Roll58)];
const WITHOUT: &[(&str, Without)] = &[("nothing", Without::Nothing), ("staff", Without::Staff)];

pub(super) fn printer(table: &mut Table<'_, '_, '_>) -> Printer {
    let queue = table.text("queue").map(|queue| SmolStr::from(queue.value.trim()));
    Printer {
        queue: queue.filter(|queue| !queue.is_empty()),
        paper: table.one_of("paper", PAPERS).map(|paper| paper.value).unwrap_or_default(),
        without: table.one_of("without", WITHOUT).map(|without| without.value).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{config::Config, reader::Source};

    #[test]
    fn a_printer_is_read_and_what_is_wrong_is_told() {
        let read = |text: &str| {
            let (config, problems) = Config::read(&Source::new("kiosk.toml", text));
            (config.printer, problems.len())
        };
        assert_eq!(read(""), (Printer::default(), 0));
        let set = Printer { queue: Some("Star_TSP".into()), paper: Format::Roll80, without: Without::Staff };
        assert_eq!(read("[printer]\nqueue = \"Star_TSP\"\npaper = \"roll80\"\nwithout = \"staff\"\n"), (set, 0));
        assert_eq!(read("[printer]\npaper = \"a5\"\ncolour = true\n"), (Printer::default(), 2));
        assert!(PAPERS.iter().all(|(name, format)| format.id() == *name) && PAPERS.len() == Format::ALL.len());
    }
}
