//! A town's own names of columns, in a file that somebody of the town can write: which column is what, and what is so for every row.

use super::{
    Kind, columns,
    header::{Field, key},
    names,
};
use crate::reader::{Problem, Problems, Source, Table, both, toml};
use std::collections::BTreeMap;

/// A mapping file, read. `docs/AUTHORS.md` describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    pub kind: Option<Kind>,
    /// Field and header; a field may have several columns.
    columns: Vec<(Field, String)>,
    pub(super) constants: BTreeMap<Field, String>,
}

impl Mapping {
    /// Reads a mapping file; what is wrong in it is told and left out.
    pub fn read(source: &Source) -> (Self, Vec<Problem>) {
        let mut problems = Problems::new(source);
        let mapping = toml(&source.text, 0, &mut problems, |table| {
            let kinds = Kind::ALL.map(|kind| (kind.name(), kind));
            Self {
                kind: table.one_of("kind", &kinds).map(|kind| kind.value),
                columns: table.table("columns", named).unwrap_or_default(),
                constants: table.table("constant", constants).unwrap_or_default(),
            }
        });
        if mapping.columns.is_empty() && problems.errors() == 0 {
            let message = both("「columns」が ありません", "`columns` is missing");
            let help = both(
                "[columns] の 下に name = \"施設名\" の ように 書いてください",
                "write [columns] and below it name = \"…\"",
            );
            problems.add(Problem::error(0..0, message).help(help));
        }
        (mapping, problems.finish())
    }

    /// What a column is, by its header as the file writes it.
    pub(super) fn field(&self, header: &str) -> Option<Field> {
        self.columns.iter().find(|(_, name)| key(name) == key(header)).map(|(field, _)| *field)
    }

    /// Whether some column is said to be this field.
    pub(super) fn names(&self, field: Field) -> bool {
        self.columns.iter().any(|(mapped, _)| *mapped == field)
    }

    /// Headers that the mapping names and the file does not have.
    pub(super) fn missing<'m>(&'m self, headers: &'m [String]) -> Vec<&'m str> {
        let there = |name: &String| headers.iter().any(|header| key(header) == key(name));
        self.columns.iter().map(|(_, name)| name).filter(|name| !there(name)).map(String::as_str).collect()
    }
}

fn named(table: &mut Table<'_, '_, '_>) -> Vec<(Field, String)> {
    let of = |(name, field)| table.texts(name).into_iter().map(move |header| (field, header.value));
    fields().flat_map(of).collect()
}

fn constants(table: &mut Table<'_, '_, '_>) -> BTreeMap<Field, String> {
    fields()
        .filter(|(_, field)| !columns::MANY.contains(field))
        .filter_map(|(name, field)| Some((field, table.text(name)?.value)))
        .collect()
}

/// Every word that may stand left of the `=`.
fn fields() -> impl Iterator<Item = (&'static str, Field)> {
    let hazards = super::Hazard::ALL.into_iter().map(|hazard| (hazard.name(), Field::Hazard(hazard)));
    names::FIELDS.iter().copied().chain(hazards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_is_read_and_its_faults_are_told() {
        let read = |text: &str| {
            let (mapping, problems) = Mapping::read(&Source::new("town.toml", text));
            (mapping, problems.into_iter().map(|problem| problem.message.en).collect::<Vec<_>>())
        };
        let (mapping, told) = read(
            "kind = \"shelter\"\n[columns]\nname = \"たてもの\"\ndetail = [\"犬\", \"ねこ\"]\n[constant]\ncode = \"092096\"\n",
        );
        assert_eq!((told, mapping.kind, mapping.columns.len()), (vec![], Some(Kind::Shelter), 3));
        assert_eq!((mapping.field("たてもの　"), mapping.field("住所")), (Some(Field::Name), None));
        assert_eq!(read("kind = \"sheltr\"\n[columns]\nname = \"a\"").1, ["`kind` can not be \"sheltr\""]);
        assert_eq!(read("[columns]\nnam = \"a\"").1, ["`nam` is not known here"]);
        assert_eq!(read("").1, ["`columns` is missing"]);
    }
}
