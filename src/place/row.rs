//! One row of data becomes one place (or two, where it is both 指定緊急避難場所 and 指定避難所); whatever is changed on the way is told.

use super::{
    Detail, Hazard, Kind, Place, Repair, Table, clean,
    columns::{Cell, Columns},
    day,
    flag::{Flag, flag},
    header::Field,
    hours, phone, position,
    sheet::Row,
    status, town,
};
use crate::reader::{Wording, both};

/// What all rows of a file have in common.
pub(super) struct Rows<'f> {
    pub(super) columns: &'f Columns,
    pub(super) kind: Kind,
    pub(super) table: Table,
    /// The time in the header of the column of people, as ISO 8601.
    pub(super) as_of: &'f str,
}

/// One row while it is read.
pub(super) struct Reading<'r> {
    pub(super) rows: &'r Rows<'r>,
    row: &'r Row,
    pub(super) repaired: Vec<Repair>,
}

impl<'r> Reading<'r> {
    pub(super) fn new(rows: &'r Rows<'r>, row: &'r Row) -> Self {
        Self { rows, row, repaired: vec![] }
    }

    /// The places of the row, or why there are none.
    pub(super) fn places(&mut self) -> Result<Vec<Place>, Wording> {
        if let Some(why) = &self.row.broken {
            return Err(why.clone());
        }
        let name = self.name()?;
        let kinds = self.kinds()?;
        let also = self.cell(Field::AlsoOther).is_some_and(|cell| flag(cell.text) == Flag::Yes);
        let mut place = Place {
            id: String::new(),
            kind: self.rows.kind,
            number: self.number(),
            name,
            kana: self.said(Field::Kana),
            name_en: self.line(Field::NameEn),
            address: self.address(),
            building: self.said(Field::Building),
            inside: self.said(Field::Inside),
            at: position::of(self),
            altitude_m: self.altitude(),
            town: town::of(self),
            town_name: self.town_name(),
            hazards: [].into(),
            not_for: [].into(),
            partly: [].into(),
            also_other: also || kinds.len() > 1,
            capacity: None,
            for_whom: self.said(Field::ForWhom),
            phone: self.phone(),
            hours: self.hours(),
            url: self.said(Field::Url),
            details: vec![],
            notes: vec![],
            status: None,
            row: self.row.number,
        };
        self.hazards(&mut place);
        self.capacity(&mut place);
        self.details(&mut place);
        place.status = status::of(self);
        Ok(kinds.into_iter().map(|kind| self.as_kind(&place, kind)).collect())
    }

    /// In a list of both, the hazards are those for which the 指定緊急避難場所 is designated; of a 指定避難所 they say nothing.
    fn as_kind(&self, place: &Place, kind: Kind) -> Place {
        let place = Place { kind, ..place.clone() };
        match (self.rows.kind, kind) {
            (Kind::EmergencySite, Kind::Shelter) => {
                Place { hazards: [].into(), not_for: [].into(), partly: [].into(), ..place }
            }
            _ => place,
        }
    }

    pub(super) fn cell(&self, field: Field) -> Option<Cell<'r>> {
        self.rows.columns.cell(self.row, field)
    }

    pub(super) fn repair(&mut self, cell: Cell<'_>, now: impl Into<String>, why: Wording) {
        let (column, was) = (cell.column.to_owned(), cell.text.to_owned());
        self.repaired.push(Repair { row: self.row.number, column, was, now: now.into(), why });
    }

    /// A text of one line; empty when there is none.
    fn line(&mut self, field: Field) -> String {
        self.cell(field).map(|cell| self.cleaned(cell, clean::line(cell.text))).unwrap_or_default()
    }

    fn cleaned(&mut self, cell: Cell<'_>, now: String) -> String {
        if now != cell.text {
            let why = both(
                "半角カナ、余分な 空白や 改行、<br>などの しるしを 整えました",
                "half-width kana, stray spaces, line ends or marks such as <br> were put right",
            );
            self.repair(cell, now.clone(), why);
        }
        now
    }

    /// A text, unless it only says that there is nothing to say.
    fn said(&mut self, field: Field) -> String {
        let Some(cell) = self.cell(field) else { return String::new() };
        if clean::says_nothing(cell.text) {
            self.repair(cell, "", nothing());
            return String::new();
        }
        self.cleaned(cell, clean::line(cell.text))
    }

    /// The national number, else the town's own.
    fn number(&self) -> String {
        let cells = [Field::NationalId, Field::Id].into_iter().filter_map(|field| self.cell(field));
        cells.map(|cell| clean::line(cell.text)).next().unwrap_or_default()
    }

    fn joined(&mut self, fields: &[Field]) -> String {
        fields.iter().map(|field| self.line(*field)).collect()
    }

    /// A list without a column of names (wells) is told apart by its addresses.
    fn name(&mut self) -> Result<String, Wording> {
        let name = self.line(Field::Name);
        if ["計", "合計", "総計", "小計", "総数"].contains(&name.replace([' ', '\u{3000}'], "").as_str()) {
            return Err(both("合計の 行です", "this is a row of totals"));
        }
        if !name.is_empty() {
            return Ok(name);
        }
        let address = self.cell(Field::Address).filter(|_| !self.rows.columns.has(Field::Name));
        let Some(address) = address else { return Err(both("名前が ありません", "there is no name")) };
        let name = clean::line(address.text);
        let why = both(
            "名前の 列が ないので、住所を 名前に しました",
            "there is no column of names; the address stands for it",
        );
        self.repair(address, name.clone(), why);
        Ok(name)
    }

    /// 指定緊急避難場所, 指定避難所 or both, where the file has a column for each; else the kind of the file.
    fn kinds(&self) -> Result<Vec<Kind>, Wording> {
        let columns = self.rows.columns;
        if !columns.has(Field::IsEmergencySite) || !columns.has(Field::IsShelter) {
            return Ok(self.sorts());
        }
        let yes = |field| self.cell(field).is_some_and(|cell| flag(cell.text) == Flag::Yes);
        match (yes(Field::IsEmergencySite), yes(Field::IsShelter)) {
            (true, true) => Ok(vec![Kind::EmergencySite, Kind::Shelter]),
            (true, false) => Ok(vec![Kind::EmergencySite]),
            (false, true) => Ok(vec![Kind::Shelter]),
            (false, false) => Err(both(
                "指定緊急避難場所にも 指定避難所にも しるしが ありません",
                "it is marked neither as 指定緊急避難場所 nor as 指定避難所",
            )),
        }
    }

    /// What a column of sorts (種別, 区分) says of sites and shelters; where it says nothing of them, the kind of the file.
    fn sorts(&self) -> Vec<Kind> {
        let says = |word: &str| self.rows.columns.cells(self.row, Field::Sort).any(|cell| cell.text.contains(word));
        match (self.rows.kind, says("緊急避難場所"), says("指定避難所")) {
            (Kind::EmergencySite | Kind::Shelter, true, true) => vec![Kind::EmergencySite, Kind::Shelter],
            (Kind::Shelter, true, false) => vec![Kind::EmergencySite],
            (Kind::EmergencySite, false, true) => vec![Kind::Shelter],
            (kind, ..) => vec![kind],
        }
    }

    fn address(&mut self) -> String {
        let whole = self.said(Field::Address);
        if !whole.is_empty() {
            return whole;
        }
        let parts = self.joined(&[Field::Street, Field::Block]);
        let town = if parts.is_empty() { String::new() } else { self.joined(&[Field::Prefecture, Field::City]) };
        town + &parts
    }

    fn altitude(&mut self) -> Option<f64> {
        let cell = self.cell(Field::Altitude)?;
        if clean::says_nothing(cell.text) {
            self.repair(cell, "", nothing());
            return None;
        }
        let number = clean::metres(cell.text).filter(|number| (-200.0..=4000.0).contains(number));
        match number {
            None => self.repair(cell, "", both("高さとして 読めないので 使いません", "not a height; it is not used")),
            Some(number) if cell.text.trim().parse() != Ok(number) => {
                self.repair(cell, number.to_string(), both("数だけに しました", "only the number was kept"));
            }
            Some(_) => {}
        }
        number
    }

    fn town_name(&mut self) -> String {
        let parts = self.joined(&[Field::Prefecture, Field::City]);
        let town = if parts.is_empty() { self.line(Field::TownName) } else { parts };
        town + &self.line(Field::Ward)
    }

    fn phone(&mut self) -> String {
        let text = self.said(Field::Phone);
        let Some(cell) = self.cell(Field::Phone).filter(|_| !text.is_empty()) else { return text };
        if phone::is_lost(&text) {
            let why = both(
                "表計算ソフトが 数に かえて けたが なくなったので、使いません。もとの 表で 文字に して ください",
                "a spreadsheet made it a number and digits are lost; it is not used. Make it a text in the original",
            );
            self.repair(cell, "", why);
            return String::new();
        }
        let Some(number) = phone::usual(&text) else { return text };
        let why = both("電話番号の 書きかたを そろえました", "the telephone number was written in the usual way");
        self.repaired.retain(|repair| repair.column != cell.column);
        self.repair(cell, number.clone(), why);
        number
    }

    /// Days, times and what there is to say about them, in one line.
    fn hours(&mut self) -> String {
        let (opens, closes) = (self.time(Field::Opens), self.time(Field::Closes));
        let times = match (opens.is_empty(), closes.is_empty()) {
            (true, true) => String::new(),
            // 24時間, 終日.
            (false, true) if !opens.contains(':') => opens,
            _ => format!("{opens}〜{closes}"),
        };
        let mut parts = vec![self.days(), times, self.said(Field::Hours)];
        let notes: Vec<_> = self.rows.columns.cells(self.row, Field::HoursNote).collect();
        for cell in notes {
            parts.push(self.cleaned(cell, clean::line(cell.text)));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" ")
    }

    /// Days of the week, one by one.
    fn days(&mut self) -> String {
        let text = self.said(Field::Days);
        let (Some(cell), Some(days)) = (self.cell(Field::Days), hours::days(&text)) else { return text };
        self.repaired.retain(|repair| repair.column != cell.column);
        self.repair(cell, days.clone(), both("曜日を 1つずつ わけました", "the days were written one by one"));
        days
    }

    /// One time, in the usual form where it is one.
    fn time(&mut self, field: Field) -> String {
        let text = self.said(field);
        let Some(cell) = self.cell(field).filter(|_| !text.is_empty()) else { return text };
        let Some(time) = hours::usual(&text) else { return text };
        self.repaired.retain(|repair| repair.column != cell.column);
        self.repair(
            cell,
            time.clone(),
            both("時刻の 書きかたを そろえました", "the time was written in the usual way"),
        );
        time
    }

    fn hazards(&mut self, place: &mut Place) {
        let columns = self.rows.columns;
        for hazard in Hazard::ALL.into_iter().filter(|hazard| columns.has(Field::Hazard(*hazard))) {
            let cell = self.cell(Field::Hazard(hazard));
            match cell.map(|cell| (cell, flag(cell.text))) {
                Some((_, Flag::Yes)) => {
                    place.hazards.insert(hazard);
                }
                // Nobody knows what the town meant to say: the place is as one of which it does not speak.
                Some((cell, Flag::Other)) if clean::is_fault(cell.text) => self.repair(cell, "", nothing()),
                Some((cell, Flag::Other)) => self.partly(place, hazard, cell),
                _ => {
                    place.not_for.insert(hazard);
                }
            }
        }
    }

    fn partly(&mut self, place: &mut Place, hazard: Hazard, cell: Cell<'_>) {
        let (name, mark) = (hazard.japanese(), clean::line(cell.text));
        place.notes.push(format!("{name}: {mark}"));
        let why = both(
            format!("「{mark}」は 指定とは 数えず、ことばの まま 残しました"),
            format!("\"{mark}\" is not counted as a designation and kept as a note"),
        );
        self.repair(cell, mark.clone(), why);
        place.partly.insert(hazard, mark);
    }

    fn capacity(&mut self, place: &mut Place) {
        let Some(cell) = self.cell(Field::Capacity) else { return };
        if clean::says_nothing(cell.text) {
            self.repair(cell, "", nothing());
            return;
        }
        place.capacity = clean::count(cell.text);
        match place.capacity {
            Some(count) if count.to_string() != cell.text => {
                self.repair(cell, count.to_string(), both("数だけに しました", "only the number was kept"));
            }
            Some(_) => {}
            None => {
                place.notes.push(format!("{}: {}", cell.column, clean::line(cell.text)));
                let why = both(
                    "一つの 数に 決まらないので、ことばの まま 残しました",
                    "it does not give one number, so its words are kept as a note",
                );
                self.repair(cell, "", why);
            }
        }
    }

    fn details(&mut self, place: &mut Place) {
        let columns = self.rows.columns;
        for field in [Field::Sort, Field::Detail] {
            for cell in columns.cells(self.row, field) {
                let text = self.detail(cell);
                place.details.push(Detail { label: cell.column.to_owned(), text });
            }
        }
        for cell in columns.cells(self.row, Field::Day) {
            let text = self.day(cell);
            place.details.push(Detail { label: cell.column.to_owned(), text });
        }
        for cell in columns.cells(self.row, Field::Notes) {
            place.notes.push(self.cleaned(cell, clean::lines(cell.text)));
        }
        place.details.retain(|detail| !detail.text.is_empty());
    }

    fn detail(&mut self, cell: Cell<'_>) -> String {
        let Some(said) = there_is(cell) else { return self.cleaned(cell, clean::line(cell.text)) };
        self.repair(cell, said, both("しるしを ことばに しました", "the mark was written as a word"));
        said.to_owned()
    }

    /// A day as ISO 8601 if it is one, else its words.
    pub(super) fn day(&mut self, cell: Cell<'_>) -> String {
        let Some(iso) = day::iso(cell.text).or_else(|| day::serial(cell.text)) else {
            return self.cleaned(cell, clean::line(cell.text));
        };
        if iso != cell.text {
            self.repair(cell, iso.clone(), both("日付を 西暦に しました", "the date was written as year-month-day"));
        }
        iso
    }
}

/// Under 「…の 有無」 a mark is a word that can be read: 1 and ○ say 有, 0 and × say 無.
fn there_is(cell: Cell<'_>) -> Option<&'static str> {
    let words = [("有無", ["有", "無"]), ("可否", ["可", "不可"])];
    let (_, [yes, no]) = words.into_iter().find(|(ending, _)| cell.column.ends_with(ending))?;
    let text = cell.text.trim();
    if text.is_empty() || text == yes || text == no {
        return None;
    }
    match flag(text) {
        Flag::Yes => Some(yes),
        Flag::No if !clean::says_nothing(text) => Some(no),
        Flag::No | Flag::Other => None,
    }
}

pub(super) fn nothing() -> Wording {
    both("「ない」という しるしなので 空に しました", "it only says that there is nothing; it was left empty")
}
