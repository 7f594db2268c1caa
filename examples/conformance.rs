//! Makes the report of conformance from `docs/conformance.toml` and from the figures that the tests left in `target/conformance`.
//! `script/conformance` writes `docs/CONFORMANCE.md`; with `--check` it compares, and fails where the page says something else.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool says what it found")]

use serde::Deserialize;
use std::{collections::BTreeMap, env, error::Error, fmt::Write as _, fs, process::ExitCode};

const TABLE: &str = "docs/conformance.toml";
const PAGE: &str = "docs/CONFORMANCE.md";
const FIGURES: &str = "target/conformance";

#[derive(Deserialize)]
struct Table {
    people: Vec<String>,
    aim: String,
    standard: Vec<Standard>,
}

#[derive(Deserialize)]
struct Standard {
    id: String,
    name: String,
    #[serde(default)]
    unsure: bool,
    clauses: Vec<Clause>,
}

#[derive(Deserialize)]
struct Clause {
    n: String,
    is: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    person: String,
}

#[derive(Deserialize)]
struct Topic {
    figures: Vec<Figure>,
}

#[derive(Deserialize)]
struct Figure {
    id: String,
    value: f64,
    unit: String,
    limit: String,
    clauses: Vec<String>,
    screens: usize,
    how: String,
}

impl Figure {
    /// Whether it is within its limit. A limit in words is held by the test that measured.
    fn keeps(&self) -> bool {
        let number = |text: &str| text.trim().parse::<f64>().ok();
        let limit = self.limit.as_str();
        let within = match limit.split_at_checked('≥'.len_utf8()) {
            Some(("≥", least)) => number(least).map(|least| self.value >= least),
            Some(("≤", most)) => number(most).map(|most| self.value <= most),
            _ => match (limit.split_once(" to "), number(limit)) {
                (Some((least, most)), _) => {
                    number(least).zip(number(most)).map(|(least, most)| (least..=most).contains(&self.value))
                }
                (None, most) => most.map(|most| self.value <= most),
            },
        };
        within.unwrap_or(true)
    }

    /// As fine as it means something, and never better than it is.
    fn rounded(&self) -> f64 {
        match self.unit.as_str() {
            ":1" => (self.value * 10.0).floor() / 10.0,
            unit if unit.starts_with("ms") => self.value.ceil(),
            _ => self.value,
        }
    }
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, Box<dyn Error>> {
    let table: Table = toml::from_str(&fs::read_to_string(TABLE)?)?;
    let page = page(&table, &figures()?)?;
    if env::args().nth(1).as_deref() != Some("--check") {
        fs::write(PAGE, page)?;
        println!("written: {PAGE}");
        return Ok(ExitCode::SUCCESS);
    }
    let kept = fs::read_to_string(PAGE).unwrap_or_default();
    if kept == page {
        return Ok(ExitCode::SUCCESS);
    }
    let other = page.lines().find(|line| !kept.lines().any(|there| there == *line)).unwrap_or_default();
    eprintln!(
        "{PAGE} is not what the tests measured; `script/conformance` writes it. The first line that differs:\n{other}"
    );
    Ok(ExitCode::FAILURE)
}

/// All that the tests left, by name.
fn figures() -> Result<BTreeMap<String, Figure>, Box<dyn Error>> {
    let mut all = BTreeMap::new();
    let files =
        fs::read_dir(FIGURES).map_err(|error| format!("{FIGURES}: {error}; run the tests first: cargo test"))?;
    for file in files {
        let path = file?.path();
        if path.extension().is_some_and(|ext| ext == "json") {
            let topic: Topic = serde_json::from_str(&fs::read_to_string(path)?)?;
            all.extend(topic.figures.into_iter().map(named).map(|figure| (figure.id.clone(), figure)));
        }
    }
    Ok(all)
}

/// Its clauses by the short names of the table; those of JIS X 8341-3 are WCAG's.
fn named(figure: Figure) -> Figure {
    let short = [("EN 301 549 ", "EN "), ("JIS X 8341-3 ", "WCAG "), ("WCAG 2.2 ", "WCAG "), ("VVSG 2.0 ", "VVSG ")];
    let name = |clause: &String| {
        let found =
            short.iter().find_map(|(long, short)| clause.strip_prefix(long).map(|rest| format!("{short}{rest}")));
        found.unwrap_or_else(|| clause.clone())
    };
    let mut clauses: Vec<_> = figure.clauses.iter().map(name).collect();
    clauses.sort();
    clauses.dedup();
    Figure { clauses, ..figure }
}

fn page(table: &Table, figures: &BTreeMap<String, Figure>) -> Result<String, Box<dyn Error>> {
    let mut out = String::from(
        "# Conformance\n\nMade by `script/conformance` from the figures that the tests measured and from `docs/conformance.toml`; not written \
         by hand. Clauses are named by their numbers with a paraphrase of our own. It is a report of tests, no certificate: what only people \
         can judge has not been judged until somebody writes down that it was.\n\n## People to ask\n\n",
    );
    for who in &table.people {
        writeln!(out, "- {who}")?;
    }
    writeln!(
        out,
        "\nAim: {}.\n\n## Figures\n\n| figure | measured | limit | pages walked | how |\n|---|---|---|---|---|",
        table.aim
    )?;
    for figure in figures.values() {
        let Figure { id, unit, limit, screens, how, .. } = figure;
        let short = if figure.keeps() { "" } else { " **not met**" };
        writeln!(out, "| {id} | {} {unit}{short} | {limit} | {screens} | `{how}` |", figure.rounded())?;
    }
    for standard in &table.standard {
        out += &chapter(standard, figures)?;
    }
    out += "\n## JIS X 8341-3:2016\n\nIts criteria are those of WCAG 2.0 under the same numbers: the table of WCAG above answers them. \
            A revision after WCAG 2.2 had not been found as published when this was written.\n";
    let known: Vec<String> = table
        .standard
        .iter()
        .flat_map(|it| it.clauses.iter().map(|clause| format!("{} {}", it.id, clause.n)))
        .collect();
    let other: Vec<_> = figures
        .values()
        .flat_map(|figure| figure.clauses.iter().map(|clause| (clause, &figure.id)))
        .filter(|(clause, _)| !known.contains(*clause))
        .collect();
    if !other.is_empty() {
        out += "\n## Other clauses that figures speak to\n\n";
        for (clause, id) in other {
            writeln!(out, "- {clause}: {id}")?;
        }
    }
    Ok(out)
}

fn chapter(standard: &Standard, figures: &BTreeMap<String, Figure>) -> Result<String, Box<dyn Error>> {
    let mut rows = String::new();
    let (mut open, mut people) = (0, 0);
    for Clause { n, is, by, person } in &standard.clauses {
        there_is(by)?;
        let clause = format!("{} {n}", standard.id);
        let measured = figures.values().filter(|figure| figure.clauses.contains(&clause));
        let short = measured.clone().any(|figure| !figure.keeps());
        let measured = measured
            .map(|figure| if figure.keeps() { figure.id.clone() } else { format!("{} (**not met**)", figure.id) });
        let answers: Vec<String> = measured.chain((!by.is_empty()).then(|| by.clone())).collect();
        let nothing = answers.is_empty() && person.is_empty();
        open += usize::from(nothing || short);
        people += usize::from(!person.is_empty());
        let answer = if nothing { "**open**".to_owned() } else { answers.join("; ") };
        writeln!(rows, "| {n} | {is} | {answer} | {person} |")?;
    }
    let (count, unsure) =
        (standard.clauses.len(), if standard.unsure { " Not checked against the text itself." } else { "" });
    Ok(format!(
        "\n## {}\n\n{count} clauses: {open} open or not met, {people} for people to judge as well.{unsure}\n\n| clause | what it asks | answered by | what a person must judge |\n\
         |---|---|---|---|\n{rows}",
        standard.name
    ))
}

/// A test that answers a clause must be there.
fn there_is(by: &str) -> Result<(), Box<dyn Error>> {
    let files =
        by.split([' ', ',', ';', '(', ')']).filter(|word| word.starts_with("tests/") || word.starts_with("src/"));
    for file in files {
        let file = file.trim_end_matches([':', '.']);
        fs::metadata(file).map_err(|error| format!("{TABLE}: {file}: {error}"))?;
    }
    Ok(())
}
