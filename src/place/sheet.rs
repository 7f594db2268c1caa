//! A file as rows of cells: CSV, TSV or with semicolons, the header found below whatever titles and comments stand above it.

use super::{Named, Refusal, clean, header::Field};
use crate::reader::{Wording, both};
use csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeSet;

/// A table with its header found. What is above the header, and comments among the rows, are kept as text.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// As the file writes them, without the spaces around.
    pub(super) header: Vec<String>,
    /// Where it stands, as [`super::Repair::row`] counts.
    pub(super) header_row: usize,
    pub(super) rows: Vec<Row>,
    pub(super) skipped: Vec<Named>,
}

#[derive(Debug, Default)]
pub(super) struct Row {
    /// As [`super::Repair::row`] counts.
    pub(super) number: usize,
    pub(super) cells: Vec<String>,
    /// Why its cells cannot be trusted.
    pub(super) broken: Option<Wording>,
}

/// More rows than any town has places of one kind; the whole country has 120,000 shelters.
const MOST_ROWS: usize = 200_000;
/// In bytes. A longer one is a quote that was never closed.
const LONGEST_CELL: usize = 32 * 1024;
/// The widest table of the standards has 60.
const MOST_COLUMNS: usize = 1000;
/// How far down the header is looked for.
const HEAD: usize = 40;

/// So much of a file, in bytes, tells its delimiter: a quote that is never closed must not be read to its end for each of them.
const BEGINS: usize = 256 * 1024;

/// What a header means.
type Known<'k> = &'k dyn Fn(&str) -> Option<Field>;

/// Reads text that is separated by commas, tabs or semicolons. `known` tells what a cell is if it is a header that somebody knows.
pub(super) fn read(text: &str, known: Known<'_>) -> Result<Sheet, Refusal> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let best = b",\t;".iter().map(|delimiter| (score(&text, *delimiter, known), *delimiter));
    // The earlier one when two are alike.
    let (_, delimiter) = best.rev().max_by_key(|(score, _)| *score).unwrap_or(((0, 0), b','));
    let rows = rows(&text, delimiter, MOST_ROWS + HEAD)?;
    if rows.len() > MOST_ROWS {
        return Err(Refusal::new(
            both(format!("行が 多すぎます（{MOST_ROWS}行まで）"), format!("too many rows (at most {MOST_ROWS})")),
            both("町の 分だけの ファイルに してください", "use a file with this town's places only"),
        ));
    }
    Ok(headed(rows, known))
}

/// How well the beginning of the file reads with this delimiter: headers that are known, then columns.
fn score(text: &str, delimiter: u8, known: Known<'_>) -> (usize, usize) {
    let begins = text.get(..text.floor_char_boundary(BEGINS)).unwrap_or(text);
    let head = rows(begins, delimiter, HEAD).unwrap_or_default();
    let of = |row: &Row| (fields(row, known), row.cells.len());
    head.iter().map(of).max().unwrap_or_default()
}

/// How many different things the cells of a row are the headers of: 「名称,名称」 is no row of headers.
fn fields(row: &Row, known: Known<'_>) -> usize {
    row.cells.iter().filter_map(|cell| known(cell)).collect::<BTreeSet<_>>().len()
}

/// At most `most` rows that are not blank, numbered as a spreadsheet does.
fn rows(text: &str, delimiter: u8, most: usize) -> Result<Vec<Row>, Refusal> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut out = vec![];
    let mut record = StringRecord::new();
    // Of blank lines the reader tells nothing, but it counts lines; what a record does not take itself was blank before it.
    let (mut number, mut line) = (0, 1);
    while reader.read_record(&mut record).unwrap_or_default() {
        let end = reader.position().line();
        let own = 1 + record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        let passed = usize::try_from(end.saturating_sub(line)).unwrap_or_default();
        number += 1 + passed.saturating_sub(own);
        line = end;
        if record.len() > MOST_COLUMNS {
            return Err(Refusal::new(
                both(
                    format!("{number}行目の 列が 多すぎます（{MOST_COLUMNS}まで）"),
                    format!("row {number} has too many columns (at most {MOST_COLUMNS})"),
                ),
                both("CSV（UTF-8）で 保存しなおしてください", "save it again as CSV (UTF-8)"),
            ));
        }
        if record.iter().any(|cell| cell.len() > LONGEST_CELL) {
            return Err(Refusal::new(
                both(
                    format!("{number}行目の ます目が 長すぎます。引用符「\"」が とじて いないようです"),
                    format!("a cell of row {number} is far too long: a quote (\") may not be closed"),
                ),
                both("その 行の 引用符を なおしてください", "mend the quotes of that row"),
            ));
        }
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            let cells = record.iter().map(|cell| cell.trim_matches(['\u{feff}', ' ', '\r', '\n']).to_owned()).collect();
            out.push(Row { number, cells, broken: None });
        }
        if out.len() >= most {
            break;
        }
    }
    if let Some(last) = out.last_mut().filter(|_| text.matches('"').count() % 2 == 1)
        && last.cells.last().is_some_and(|cell| cell.contains('\n'))
    {
        let swallowed = last.cells.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        let until = last.number + swallowed;
        last.broken = Some(both(
            format!("引用符「\"」が とじて いません。{until}行目までが 一つの ます目に なって いて、読めません"),
            format!("a quote (\") is not closed: everything up to line {until} is in one cell and cannot be read"),
        ));
    }
    Ok(out)
}

/// Divides rows into titles, header and data.
fn headed(mut rows: Vec<Row>, known: Known<'_>) -> Sheet {
    let count = |row: &Row| fields(row, known);
    let best = rows.iter().take(HEAD).enumerate().rev().max_by_key(|(_, row)| count(row));
    let Some((at, _)) = best.filter(|(_, row)| count(row) >= 2) else {
        return Sheet { skipped: rows.iter().take(HEAD).map(named).collect(), ..Sheet::default() };
    };
    // Of a header in two rows the lower may name more.
    let upper = at.checked_sub(1).and_then(|above| rows.get(above).zip(rows.get(at)));
    let is_lower = upper.is_some_and(|(above, row)| count(above) >= 2 && continues(&above.cells, &row.cells, known));
    let at = at - usize::from(is_lower);
    let mut below = rows.split_off(at);
    let header_row = below.first().map_or(0, |row| row.number);
    let mut skipped: Vec<Named> = rows.iter().map(named).collect();
    let mut header: Vec<String> = below.drain(..1).flat_map(|row| row.cells).map(|cell| clean::line(&cell)).collect();
    if let Some(second) = below.first().filter(|second| continues(&header, &second.cells, known)) {
        for (cell, under) in header.iter_mut().zip(&second.cells) {
            if !is_remark(under) {
                *cell = clean::line(under);
            }
        }
        header.extend(second.cells.iter().skip(header.len()).map(|cell| clean::line(cell)));
        below.remove(0);
    }
    let mut out = vec![];
    for mut row in below {
        let again = row.cells.iter().zip(&header).all(|(cell, head)| cell.trim() == head);
        if again || is_comment(&row) {
            skipped.push(named(&row));
            continue;
        }
        if row.broken.is_none() {
            row.broken = overlong(&row, &header);
        }
        out.push(row);
    }
    Sheet { header, header_row, rows: out, skipped }
}

/// A header in two rows: the names of a group of columns (災害の種類, 座標) above, those of the columns below, where the first has nothing of use
/// or stands over several. Remarks below a name (（人）) change nothing.
fn continues(header: &[String], below: &[String], known: Known<'_>) -> bool {
    let mut added = 0;
    for (at, cell) in below.iter().enumerate().filter(|(_, cell)| !is_remark(cell)) {
        let is_taken = header.get(at).and_then(|above| known(above)).is_some();
        let is_over_several =
            header.get(at + 1).is_none_or(String::is_empty) && below.get(at + 1).is_some_and(|next| !is_remark(next));
        if is_taken && !is_over_several || known(cell).is_none() {
            return false;
        }
        added += 1;
    }
    added >= 2
}

/// Nothing, or a unit in brackets.
fn is_remark(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || cell.starts_with(['(', '（']) && cell.ends_with([')', '）'])
}

fn overlong(row: &Row, header: &[String]) -> Option<Wording> {
    let over = row.cells.iter().skip(header.len()).any(|cell| !cell.trim().is_empty());
    let (has, wants) = (row.cells.len(), header.len());
    over.then(|| {
        both(
            format!("ます目が 見出しより 多いです（{has}と {wants}）。「,」の 入った ことばを 引用符「\"」で かこんでください"),
            format!("more cells than headers ({has} and {wants}): put quotes around texts with commas"),
        )
    })
}

/// `# …`, `#lang,ja` — but not `#1`, which is a number; and a footnote that stands alone in its row (※1 …).
fn is_comment(row: &Row) -> bool {
    let first = row.cells.first().map_or("", |cell| cell.trim_start());
    let is_alone = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() == 1;
    if is_alone && first.starts_with(['※', '注', '＊']) {
        return true;
    }
    first.strip_prefix(['#', '＃']).is_some_and(|rest| !rest.starts_with(|c: char| c.is_numeric()))
}

fn named(row: &Row) -> Named {
    let filled: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    Named { row: row.number, text: filled.join(" ") }
}
