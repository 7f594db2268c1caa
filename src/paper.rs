//! Paper: a sheet becomes a PDF, with the ruby and the line breaks of the glass, and goes to a printer of the machine. A code on it holds
//! its text itself, so that nobody needs a network to take it home on a telephone.
//!
//! Absent on purpose: pages of the kiosk, files. What is printed is handed to the printer and kept nowhere.

mod ask;
mod block;
mod code;
mod drawing;
mod face;
mod flow;
mod printer;
mod printers;
mod size;
mod write;

pub use printer::print;
pub use printers::printers;

use crate::{
    page::{Format, Sheet},
    words::Tongue,
};
use face::Faces;
use std::path::PathBuf;

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    #[error("no font for {tongue} in {folders:?}: install {package}")]
    NoFont { tongue: Tongue, folders: Vec<PathBuf>, package: &'static str },
    #[error("the PDF could not be written: {0}")]
    Write(String),
}

/// Writes a sheet as PDF. `folders`: where the fonts are, best first.
pub fn pdf(sheet: &Sheet, format: Format, tongue: &Tongue, folders: &[PathBuf]) -> Result<Vec<u8>, PaperError> {
    let mut faces = Faces::open(tongue, folders)?;
    let sizes = size::of(format);
    let flow = block::set(sheet, &sizes, &mut faces);
    let pages = flow.pages(&sizes);
    write::write((sheet, tongue), &pages, &sizes, &mut faces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        page::{Block, Code, Step, Tone},
        words::{FONT_FOLDERS, Line},
    };

    fn folders() -> Vec<PathBuf> {
        FONT_FOLDERS.map(PathBuf::from).into()
    }

    /// Every kind of block, more than a page of it.
    pub(super) fn memo() -> Sheet {
        let line = Line::parse;
        let step = |number: &str| Step {
            number: Line::verbatim(number),
            lead: line("罹災《りさい》証明書《しょうめいしょ》を 申《もう》しこむ"),
            how: vec![line("家《いえ》の 写真《しゃしん》を 外《そと》と 中《なか》から とって おきます。")],
        };
        let checks = vec![line("本人《ほんにん》確認《かくにん》書類《しょるい》"), line("通帳《つうちょう》")];
        let rows = vec![
            [line("いつまで"), line("14日《じゅうよっか》いない")],
            [line("どこ"), line("税務課《ぜいむか》 1階《かい》")],
        ];
        let code = Code { name: line("スマホで 読《よ》む"), text: "税務課 1階 3番\n".repeat(40) };
        let mut sheet = Sheet::new("窓口《まどぐち》へ 持《も》って 行《い》く メモ");
        sheet.above = line("家《いえ》が こわれた");
        sheet.blocks = vec![
            Block::Text(line("😀 これは メモです。")),
            Block::Heading(line("かならず")),
            Block::Steps((1..12).map(|n| step(&n.to_string())).collect()),
            Block::Heading(line("持《も》ち物《もの》")),
            Block::Checks(checks),
            Block::Table(rows),
            Block::Blank(line("お名前《なまえ》")),
            Block::Rule,
            Block::Callout(Tone::Danger, vec![line("こわれた 家《いえ》に 入《はい》りません。")]),
            Block::Lead(line("電話《でんわ》の 言《い》いかた")),
            Block::Note(line("2026年11月21日に たしかめました")),
            Block::Code(code),
        ];
        sheet.foot = vec![line("もとの 資料《しりょう》：災害《さいがい》対策《たいさく》基本法《きほんほう》")];
        sheet
    }

    #[test]
    fn every_block_is_printed_on_every_paper_and_meets_the_standard_of_accessible_documents() {
        for format in Format::ALL {
            let (sizes, mut faces) = (size::of(format), Faces::open(&Tongue::JA, &folders()).unwrap());
            let pages = block::set(&memo(), &sizes, &mut faces).pages(&sizes);
            let bytes = write::accessible((&memo(), &Tongue::JA), &pages, &sizes, &mut faces).unwrap();
            assert!(bytes.starts_with(b"%PDF-"), "{format:?}");
            match format {
                Format::A4 | Format::A3 => assert_eq!(pages.pages.len(), 2, "{format:?}"),
                Format::Roll80 | Format::Roll58 => assert_eq!(pages.pages.len(), 1, "{format:?}"),
            }
            // Everything that is to be read is drawn, once, in order.
            let drawn: String = pages.texts().concat();
            let said: String = memo().lines().iter().map(|line| line.plain()).collect();
            let numbers = |text: &str| text.replace(char::is_whitespace, "").replace("1／2", "").replace("2／2", "");
            assert_eq!(sorted(&numbers(&drawn)), sorted(&numbers(&said)), "{format:?}");
        }
    }

    /// A table is drawn row by row of lines, so that only the signs are the same.
    fn sorted(text: &str) -> String {
        let mut signs: Vec<char> = text.chars().collect();
        signs.sort_unstable();
        signs.into_iter().collect()
    }

    #[test]
    fn without_fonts_there_is_no_pdf_and_it_says_what_to_install() {
        let none = pdf(&memo(), Format::A4, &Tongue::JA, &[PathBuf::from("/nowhere")]);
        assert!(matches!(none, Err(PaperError::NoFont { package: "fonts-morisawa-bizud-gothic", .. })), "{none:?}");
    }
}
