//! What a screen asks of the house: the only way in which something that was pressed reaches beyond its own page.

use super::{Place, Setting, post::Door, told::About};
use crate::{
    config::{Appeal, By, Change, Meant, Order, Step},
    job::{StoreJob, Typed},
    page::Sheet,
    place::{Open, Room},
    words::Line,
};
use smol_str::SmolStr;

/// What a screen asks of the house.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Go(Place),
    /// Take away what lies over the screen.
    Close,
    Set(Setting),
    Ask(StoreJob),
    /// Staff set something on this kiosk.
    Keep(Change),
    /// Staff entered what the municipality ordered (`None`: that it lifted it), and where they saw it; now.
    Ordered {
        order: Option<Order>,
        by: By,
        meant: Meant,
    },
    /// Staff put fixed words over the whole screen (`None`: they take them back); now.
    Appealed {
        appeal: Option<Appeal>,
        meant: Meant,
    },
    /// Staff tell a value of the town (`None`: that it is not known), now.
    Told {
        key: String,
        said: Option<String>,
    },
    /// Staff say how a shelter is, now.
    Shelter {
        id: SmolStr,
        open: Open,
        room: Room,
        people: Option<u32>,
    },
    /// Staff begin a drill, with this exercise.
    BeginDrill(Option<SmolStr>),
    /// Ask for what the screen needs now.
    Fetch,
    /// Said when the kiosk is being used by ear.
    Echo(Line),
    /// A key made this text out of that one: said to whoever uses the kiosk by ear.
    Typed(Typed, Typed),
    /// Said to whoever is there: it was asked for.
    Tell(Line),
    /// Say what was set.
    Said(Setting),
    /// Say how it reads now.
    Sample,
    /// The screen shows something else: from its beginning, please.
    Anew,
    /// Through the door to the staff page, or back to it.
    Enter,
    /// Away from this screen, to the place before it.
    Back,
    /// Say what the screen says of the last key.
    Explain,
    /// From the staff page to the switches that stand here.
    Wire,
    /// From the staff page to what the municipality ordered.
    Order(Meant),
    /// From the staff page to what staff themselves put over the whole screen.
    Appeal(Meant),
    /// From the staff page to the notice board.
    Post(Door),
    /// From the staff page to how the shelters are.
    Shelters,
    /// From the staff page to what can be told of the town.
    TellOf(About),
    /// From the staff page to the drills.
    Drill,
    /// From the staff page to one question of the setup.
    Adjust(Step),
    /// A card is as large as the outline that was so many times as wide.
    Measured(f32),
    /// Print this sheet (`None`: the page as it is shown).
    Print(Option<Box<Sheet>>),
    /// The paper is taken: thank the guest.
    Farewell,
    EndVisit,
}
