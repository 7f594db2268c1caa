//! How long a memo of two pages takes from blocks to PDF: fonts read from the disk, lines broken, glyphs drawn, fonts subset, the file
//! closed. Run with `cargo bench --bench paper`. Fails when it is longer than 300 ms.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints what it measured")]

#[path = "shared/bench.rs"]
mod bench;

use engawa::{
    page::{Block, Code, Format, Sheet, Step, Tone},
    paper,
    words::{FONT_FOLDERS, Line, Tongue},
};
use std::{
    error::Error,
    path::PathBuf,
    process::ExitCode,
    time::{Duration, Instant},
};

const AIM: Duration = Duration::from_millis(300);
const ROUNDS: usize = 9;

fn main() -> ExitCode {
    bench::judged(run)
}

fn run() -> Result<bool, Box<dyn Error>> {
    let (sheet, folders) = (memo(), FONT_FOLDERS.map(PathBuf::from));
    let (mut took, mut bytes) = (vec![], 0);
    for _ in 0..ROUNDS {
        let begun = started();
        bytes = paper::pdf(&sheet, Format::A4, &Tongue::JA, &folders)?.len();
        took.push(begun.elapsed());
    }
    took.sort();
    let middle = took.get(ROUNDS / 2).copied().unwrap_or_default();
    println!("a memo of two pages: {middle:?} ({bytes} bytes), aim {AIM:?}");
    Ok(middle <= AIM)
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures the machine's own time")]
fn started() -> Instant {
    Instant::now()
}

fn memo() -> Sheet {
    let line = Line::parse;
    let step = |number: i32| Step {
        number: Line::verbatim(&number.to_string()),
        lead: line("罹災《りさい》証明書《しょうめいしょ》を 申《もう》しこむ"),
        how: vec![line("家《いえ》の 写真《しゃしん》を 外《そと》と 中《なか》から とって おきます。")],
    };
    let row = |name, told| [line(name), line(told)];
    let mut sheet = Sheet::new("窓口《まどぐち》へ 持《も》って 行《い》く メモ");
    sheet.blocks = vec![
        Block::Heading(line("かならず")),
        Block::Steps((1..10).map(step).collect()),
        Block::Checks(vec![line("本人《ほんにん》確認《かくにん》書類《しょるい》"), line("通帳《つうちょう》")]),
        Block::Table(vec![
            row("いつまで", "14日《じゅうよっか》いない"),
            row("どこ", "税務課《ぜいむか》 1階《かい》 3番《ばん》"),
        ]),
        Block::Callout(Tone::Care, vec![line("ここに ないものも あります。窓口《まどぐち》で きいて ください。")]),
        Block::Code(Code { name: line("スマホで 読《よ》む"), text: "税務課 1階 3番\n".repeat(40) }),
    ];
    sheet
}
