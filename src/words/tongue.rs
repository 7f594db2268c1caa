//! A language tag. Open, because a town may bring a language that this program has never heard of.

use smol_str::SmolStr;

/// A BCP 47 tag such as `ja`, `ja-simple` (やさしい日本語) or `zh-Hans`. Any tag is a tongue; the kiosk offers those for
/// which it has words.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tongue(SmolStr);

/// The writing system, which decides the face and whether lines break between any two signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Kana and kanji.
    Japanese,
    /// Simplified Chinese.
    Chinese,
    /// Hangul.
    Korean,
    /// Latin and everything that breaks at spaces.
    Latin,
}

impl Tongue {
    /// Japanese.
    pub const JA: Self = Self(SmolStr::new_static("ja"));
    /// やさしい日本語.
    pub const JA_SIMPLE: Self = Self(SmolStr::new_static("ja-simple"));
    /// English.
    pub const EN: Self = Self(SmolStr::new_static("en"));

    /// Takes any tag made of letters, digits and hyphens; `None` for anything else.
    pub fn parse(tag: &str) -> Option<Self> {
        let good = !tag.is_empty() && tag.len() <= 35 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        good.then(|| Self(tag.into()))
    }

    pub fn tag(&self) -> &str {
        &self.0
    }

    pub fn script(&self) -> Script {
        match self.0.split('-').next().unwrap_or_default() {
            "ja" => Script::Japanese,
            "zh" => Script::Chinese,
            "ko" => Script::Korean,
            _ => Script::Latin,
        }
    }

    pub fn is_japanese(&self) -> bool {
        self.script() == Script::Japanese
    }

    /// Where to look for words, best first: itself, then English for other languages, then plain Japanese, then Japanese.
    pub fn fallback(&self) -> Vec<Self> {
        let mut chain = vec![self.clone()];
        let rest = if self.is_japanese() { vec![Self::JA] } else { vec![Self::EN, Self::JA_SIMPLE, Self::JA] };
        for tongue in rest {
            if !chain.contains(&tongue) {
                chain.push(tongue);
            }
        }
        chain
    }
}

impl std::fmt::Display for Tongue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_looked_for_in_the_nearest_tongue_first() {
        let chain = |tag| Tongue::parse(tag).unwrap().fallback().iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(chain("vi"), ["vi", "en", "ja-simple", "ja"]);
        assert_eq!(chain("en"), ["en", "ja-simple", "ja"]);
        assert_eq!(chain("ja-simple"), ["ja-simple", "ja"]);
        assert_eq!(chain("ja"), ["ja"]);
    }

    #[test]
    fn a_tag_is_letters_digits_hyphens() {
        assert_eq!(Tongue::parse("zh-Hans").unwrap().script(), Script::Chinese);
        for bad in ["", "ja_JP", "../ja", "ja/x"] {
            assert_eq!(Tongue::parse(bad), None, "{bad}");
        }
    }
}
