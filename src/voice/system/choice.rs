//! Which of the system's voices speaks a tongue, and what has to be written otherwise for it. What espeak-ng makes of each tongue, and how that was judged, is in
//! `docs/decisions/0012-voices-of-other-tongues.md`.

use crate::words::{Script, Tongue};

/// espeak-ng's Mandarin that reads Latin letters as Pinyin. Its other one turns Chinese into Pinyin and then reads that as English.
const PINYIN: &str = "cmn-latn-pinyin";
/// Words in which a sign is read in another way than espeak-ng takes it alone.
const MANDARIN: &str = include_str!("mandarin.tsv");

/// How the voice wants its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    AsTheyAre,
    /// Pinyin between Chinese signs is read as such.
    Pinyin,
}

impl Letters {
    pub(super) fn of(language: &str) -> Self {
        if language.eq_ignore_ascii_case(PINYIN) { Self::Pinyin } else { Self::AsTheyAre }
    }

    pub(super) fn write(self, text: &str) -> String {
        match self {
            Self::AsTheyAre => text.to_owned(),
            Self::Pinyin => words().fold(text.to_owned(), |text, (word, said)| text.replace(word, said)),
        }
    }
}

fn words() -> impl Iterator<Item = (&'static str, &'static str)> {
    MANDARIN.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// What espeak-ng calls the tongue.
pub(super) fn espeak(tongue: &Tongue) -> &str {
    match (tongue.script(), tongue.tag()) {
        (Script::Chinese, _) => PINYIN,
        (_, "en") => "en-US",
        (_, tag) => tag,
    }
}

/// How well a voice fits, the smaller the better; `None`: not at all. `language` is the tag that the voice gives itself.
pub(super) fn rank(language: &str, name: &str, tongue: &Tongue) -> Option<u8> {
    let first = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let fits = if language.eq_ignore_ascii_case(espeak(tongue)) || language.eq_ignore_ascii_case(tongue.tag()) {
        0
    } else if first(language) == first(tongue.tag()) {
        2
    } else {
        return None;
    };
    // espeak-ng has every voice a hundred times, in the manner of somebody or of a whisper.
    Some(fits + u8::from(name.contains('+')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tongue(tag: &str) -> Tongue {
        Tongue::parse(tag).unwrap()
    }

    #[test]
    fn the_voice_that_fits_best_is_taken() {
        let voices = [
            ("cmn", "Chinese (Mandarin, latin as English)"),
            ("cmn-LATN-PINYIN", "Chinese (Mandarin, latin as Pinyin)+Adam"),
            ("cmn-LATN-PINYIN", "Chinese (Mandarin, latin as Pinyin)"),
            ("en-GB", "English (Great Britain)"),
            ("en-US", "English (America)+whisper"),
            ("en-US", "English (America)"),
            ("ko", "Korean+Adam"),
            ("ko", "Korean"),
            ("pt", "Portuguese (Portugal)"),
            ("pt-BR", "Portuguese (Brazil)"),
            ("vi", "Vietnamese (Northern)"),
            ("yue", "Chinese (Cantonese)"),
        ];
        let best = |tag: &str| {
            let rank = |voice: &&(&str, &'static str)| rank(voice.0, voice.1, &tongue(tag));
            voices.iter().filter(|voice| rank(voice).is_some()).min_by_key(rank).map(|voice| voice.1)
        };
        for (tag, name) in [
            ("zh-Hans", Some("Chinese (Mandarin, latin as Pinyin)")),
            ("en", Some("English (America)")),
            ("ko", Some("Korean")),
            ("pt-BR", Some("Portuguese (Brazil)")),
            ("vi", Some("Vietnamese (Northern)")),
            ("ne", None),
        ] {
            assert_eq!(best(tag), name, "{tag}");
        }
        assert_eq!(rank("zh-CN", "Huihui", &tongue("zh-Hans")), Some(2), "the voice of another system");
    }

    #[test]
    fn words_that_would_be_misread_are_written_as_they_are_said() {
        assert_eq!(Letters::of("cmn-LATN-PINYIN").write("地震时请去避难所"), "di4震时请去避nan4所");
        assert_eq!(Letters::of("zh-CN").write("地震"), "地震");
        assert!(words().all(|(word, said)| !word.is_empty() && !said.is_empty() && word != said));
    }
}
