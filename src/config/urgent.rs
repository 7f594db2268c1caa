//! What the municipality ordered, as staff entered it, and of what people at this kiosk have been told over the whole screen. Kept with what
//! staff set, because a visit ends in a new process: nobody should be woken twice for the same.

use super::Meant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Something that stood over the whole screen and was put away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alerted {
    /// Which danger: its kind, and for an earthquake which.
    pub what: String,
    /// How grave it was then; what is graver comes again.
    pub weight: u8,
}

/// 避難情報 that a municipality orders (災害対策基本法 56条, 60条; 避難情報に関するガイドライン, 内閣府). Never made out of what 気象庁 issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// 高齢者等避難
    Elderly,
    /// 避難指示
    Instruction,
    /// 緊急安全確保
    Safety,
}

impl Order {
    pub const ALL: [Self; 3] = [Self::Elderly, Self::Instruction, Self::Safety];

    /// Of 警戒レベル.
    pub const fn level(self) -> u8 {
        match self {
            Self::Elderly => 3,
            Self::Instruction => 4,
            Self::Safety => 5,
        }
    }
}

/// Where staff saw what the municipality ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    Radio,
    Mail,
    Web,
    Phone,
    Tv,
}

impl By {
    pub const ALL: [Self; 5] = [Self::Radio, Self::Mail, Self::Web, Self::Phone, Self::Tv];

    /// As it is recorded, and as the end of the key of its word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Radio => "radio",
            Self::Mail => "mail",
            Self::Web => "web",
            Self::Phone => "phone",
            Self::Tv => "tv",
        }
    }
}

/// What staff entered last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ordered {
    /// `None`: what was ordered before is lifted.
    pub order: Option<Order>,
    pub by: By,
    /// When it was entered, by the clock of this kiosk.
    pub at: Timestamp,
    #[serde(default)]
    pub meant: Meant,
}
