//! The 全国地方公共団体コード of a row, from whichever columns it stands in, whole or in parts.

use super::{
    code::{self, Code},
    columns::Cell,
    header::Field,
    row::Reading,
};
use crate::reader::both;

/// Six digits; empty where the row gives none that its check digit proves. What was changed or cannot be used is told.
pub(super) fn of(reading: &mut Reading<'_>) -> String {
    let prefecture = reading.cell(Field::PrefectureCode);
    let own = reading.cell(Field::TownCode).or_else(|| reading.cell(Field::Code));
    // Lists that have only one column of codes may head it 都道府県コード.
    let Some(cell) = own.or(prefecture) else { return String::new() };
    let parts = [prefecture, reading.cell(Field::Prefecture), reading.cell(Field::Address)];
    let together = parts.iter().flatten().find_map(|prefecture| code::of_parts(prefecture.text, cell.text));
    if let Some(code) = together.filter(|_| own.is_some()) {
        return mended(reading, cell, code);
    }
    let around: String = [Field::Prefecture, Field::TownName, Field::City, Field::Address]
        .into_iter()
        .filter_map(|field| reading.cell(field))
        .map(|cell| cell.text)
        .collect();
    match code::read(cell.text, &around) {
        Code::Right(code) => code,
        Code::Mended(code) => mended(reading, cell, code),
        // 09 alone says the prefecture, and is not wrong.
        Code::Wrong if own.is_none() => String::new(),
        Code::Wrong => {
            let why =
                both("正しい 市区町村コードでは ないので 使いません", "not a right municipality code; it is not used");
            reading.repair(cell, "", why);
            String::new()
        }
    }
}

fn mended(reading: &mut Reading<'_>, cell: Cell<'_>, code: String) -> String {
    let why = both(
        "市区町村コードを 6けたに しました（検査数字で たしかめました）",
        "the municipality code was brought to six digits, proven by its check digit",
    );
    reading.repair(cell, code.clone(), why);
    code
}
