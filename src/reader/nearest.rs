//! "Did you mean": the known word that a mistyped one most likely was.

/// The known word nearest to `word`, if it is near enough to be worth suggesting: one slip, or one more for every four letters.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = |known: &'a str| {
        let slips = strsim::damerau_levenshtein(word, known);
        (slips <= 1 + known.chars().count() / 4 && slips < known.chars().count()).then_some((slips, known))
    };
    if word.chars().count() > LONGEST {
        return None;
    }
    known.into_iter().filter_map(near).min().map(|(_, known)| known)
}

/// Nobody mistypes a key into more signs than this, and the comparison takes time that grows with the square.
const LONGEST: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_understood_and_a_different_word_is_not() {
        let known = ["title", "source", "checked", "lead"];
        for (word, meant) in [
            ("tilte", Some("title")),
            ("souce", Some("source")),
            ("cheked", Some("checked")),
            ("x", None),
            ("banana", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
        assert_eq!(nearest(&"a".repeat(1_000_000), known), None);
    }
}
