//! Whether a shelter was open, with how many people, as of when: from a table of opening status.

use super::{
    Open, Room, Status, Table, clean,
    columns::Cell,
    flag::{Flag, flag},
    header::Field,
    row::{Reading, nothing},
};
use crate::reader::both;

/// `None` in tables of anything else.
pub(super) fn of(reading: &mut Reading<'_>) -> Option<Status> {
    if reading.rows.table == Table::Places {
        return None;
    }
    let (opening, people) = (reading.cell(Field::Opening), reading.cell(Field::People));
    let [opened, closed] = [Field::OpenedAt, Field::ClosedAt].map(|field| time(reading, field));
    let count = people.and_then(|cell| counted(reading, cell));
    let open = match opening {
        Some(cell) => open(cell.text),
        // Where only the times of opening and closing are told: the later of them.
        None if !closed.is_empty() && closed >= opened => Open::Closed,
        None if !opened.is_empty() => Open::Open,
        // A list of those that are open: whoever is counted somewhere is in it.
        None if !reading.rows.columns.has(Field::Opening) && count.is_some_and(|count| count > 0) => Open::Open,
        None => Open::Unknown,
    };
    let words = [opening, people.filter(|_| count.is_none())].into_iter().flatten().map(|cell| clean::line(cell.text));
    let text = words.filter(|text| !clean::says_nothing(text)).collect::<Vec<_>>().join(" ");
    let as_of = match reading.cell(Field::AsOf) {
        Some(cell) => reading.day(cell),
        None => reading.rows.as_of.to_owned(),
    };
    let room = room(&text);
    let since = match open {
        Open::Open => opened,
        Open::Closed => closed,
        Open::Unknown => String::new(),
    };
    Some(Status { open, people: count, as_of, text, room, since })
}

/// A time as ISO 8601; nothing where the cell says none. What is no time stays in the report.
fn time(reading: &mut Reading<'_>, field: Field) -> String {
    let Some(cell) = reading.cell(field).filter(|cell| !clean::says_nothing(cell.text)) else { return String::new() };
    let time = reading.day(cell);
    if time.starts_with(|c: char| c.is_ascii_digit()) && time.contains('-') { time } else { String::new() }
}

/// Words about room. Most tables say nothing of it.
fn room(text: &str) -> Room {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match () {
        () if has(&["満員に近", "満員近", "満員ちか", "やや混雑", "残りわずか", "ほぼ満"]) => {
            Room::Nearly
        }
        () if has(&["満員", "満室", "満杯", "受入不可", "受け入れ不可", "受入停止"]) => Room::Full,
        () => Room::Unknown,
    }
}

fn counted(reading: &mut Reading<'_>, cell: Cell<'_>) -> Option<u32> {
    let count = clean::count(cell.text);
    match count {
        Some(count) if count.to_string() != cell.text => {
            reading.repair(cell, count.to_string(), both("数だけに しました", "only the number was kept"));
        }
        Some(_) => {}
        None if clean::says_nothing(cell.text) => reading.repair(cell, "", nothing()),
        None => {
            let why = both(
                "人の 数として 読めないので、ことばの まま 残しました",
                "not a number of people; its words are kept",
            );
            reading.repair(cell, "", why);
        }
    }
    count
}

/// Words about opening. Whatever is not plain is not known.
fn open(text: &str) -> Open {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["閉", "未開設", "開設なし", "開設無", "開設せず", "解除", "準備", "終了", "開設していない"])
        || text.trim() == "closed"
    {
        return if has(&["準備"]) { Open::Unknown } else { Open::Closed };
    }
    match flag(text) {
        Flag::Yes => Open::Open,
        Flag::No => Open::Closed,
        // A shelter that is full is open.
        Flag::Other if has(&["開設", "開所", "開放", "open", "常設", "満員", "満室", "混雑"]) => {
            Open::Open
        }
        Flag::Other => Open::Unknown,
    }
}
