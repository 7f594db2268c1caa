//! What a visit leaves in the model. Taken apart field by field, so that whoever adds one has to say whether it is the kiosk's or the
//! person's.

use super::Model;
use crate::{reading::Reading, screens::Standing};
use std::{
    fmt::Debug,
    hash::{DefaultHasher, Hash, Hasher},
};

impl Model {
    /// A number for everything in the model that a person could have left there: equal to a fresh kiosk's when nothing is left. What is
    /// the kiosk's own (its settings, its clock, the panel, how its parts are, the number of the visit) does not count.
    pub fn trace(&self) -> u64 {
        let Self {
            screen, overlay, walk, settings, standing, anchor, reading, hearing, follows, announced, begun, ..
        } = self;
        let Self { visit: _, touched: _, .. } = self;
        let Standing { words, first_words, .. } = standing;
        let mut silent = Reading::new(reading.pace, reading.volume);
        silent.succeed(reading);
        let told = reading != &silent;
        let left: [&dyn Debug; 12] = [
            screen,
            overlay,
            walk,
            settings,
            &words.tongue(),
            &first_words.tongue(),
            anchor,
            &told,
            hearing,
            follows,
            announced,
            begun,
        ];
        let mut hash = DefaultHasher::new();
        format!("{left:?}").hash(&mut hash);
        hash.finish()
    }
}
