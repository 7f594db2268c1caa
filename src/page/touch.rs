//! What a finger can do to a part of a drawn phone besides pressing it. Every one of them is also a button somewhere on the page, so that
//! nobody needs a finger for it.

use smol_str::SmolStr;

/// A way of touching other than a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Touch {
    /// Held down for half a second.
    Long,
    /// Pressed twice, one after the other.
    Double,
    /// The finger that came down on it moves over the glass.
    Swipe(Side),
    /// The same from anywhere on the canvas where nothing else wants the movement.
    Scroll(Side),
    /// Two fingers come together.
    PinchIn,
    /// Two fingers go apart.
    PinchOut,
    /// Taken to another part, and let go there.
    Drag,
    /// The finger moves up, and rests there before it is lifted.
    Halt,
}

/// Where a finger moves to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    Left,
    Right,
    Up,
    Down,
}

impl Side {
    pub const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Up, Self::Down];
}

/// A set of ways of touching; empty for everything but parts of a phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Touches(u16);

/// What was done to a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    pub id: SmolStr,
    pub touch: Touch,
    /// Where it was let go, after a drag.
    pub onto: Option<SmolStr>,
}

impl Touch {
    const fn bit(self) -> u16 {
        let n = match self {
            Self::Long => 0,
            Self::Double => 1,
            Self::PinchIn => 2,
            Self::PinchOut => 3,
            Self::Drag => 4,
            Self::Swipe(to) => 5 + to as u16,
            Self::Scroll(to) => 9 + to as u16,
            Self::Halt => 13,
        };
        1 << n
    }
}

impl Touches {
    pub const NONE: Self = Self(0);

    #[must_use]
    pub const fn with(self, touch: Touch) -> Self {
        Self(self.0 | touch.bit())
    }

    pub const fn has(self, touch: Touch) -> bool {
        self.0 & touch.bit() != 0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Touch> for Touches {
    fn from_iter<T: IntoIterator<Item = Touch>>(touches: T) -> Self {
        touches.into_iter().fold(Self::NONE, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_into_it_and_nothing_else() {
        let sides = Side::ALL.into_iter().flat_map(|side| [Touch::Swipe(side), Touch::Scroll(side)]);
        let all: Vec<Touch> = [Touch::Long, Touch::Double, Touch::PinchIn, Touch::PinchOut, Touch::Drag, Touch::Halt]
            .into_iter()
            .chain(sides)
            .collect();
        for one in &all {
            let set = Touches::NONE.with(*one);
            assert_eq!(all.iter().filter(|touch| set.has(**touch)).collect::<Vec<_>>(), [one]);
        }
        let whole: Touches = all.iter().copied().collect();
        assert!(all.into_iter().all(|touch| whole.has(touch)) && Touches::NONE.is_empty());
    }
}
