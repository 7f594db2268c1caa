//! What follows from a gesture. These verbs are all there is: what an author wants beyond them is a new app, not new Rust.

use super::Said;
use crate::expr::{Expr, Value};
use serde::{Deserialize, Serialize};
use std::time::Duration;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Opens a screen above the present one.
    Go(String),
    /// Closes the present screen.
    Back,
    /// Closes everything but the home screen.
    Home,
    /// Makes this the screen at the bottom of all others: a lock screen, say.
    Root(String),
    /// Brings an app to the front as it was left.
    Resume(String),
    /// Forgets how an app was left.
    Close(String),
    Set(String, Fill),
    /// Adds a number to a number, or a text to the end of a text.
    Add(String, Fill),
    /// Takes the last sign off a text.
    Cut(String),
    /// Turns yes into no and no into yes.
    Toggle(String),
    /// What follows happens after this time.
    Wait(Duration),
    /// Said beside the phone, not on it.
    Say(Said),
    Notify(Notice),
    /// Takes a notice away.
    Clear(String),
    /// A telephone call comes in: the screen that rings, who it is, from where.
    Call {
        screen: String,
        name: Said,
        number: Said,
    },
    /// Puts a text into the field that has the keyboard, as a voice or a suggestion does.
    Type(Said),
    Mistake(String),
    /// The lesson is over.
    End,
    If {
        when: Expr,
        then: Vec<Self>,
        or: Vec<Self>,
    },
}

/// What a variable becomes: a value, or a text with other variables in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Fill {
    Value(Value),
    /// Holds `{variable}`.
    Text {
        text: String,
    },
}

/// Something in the notification shade.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    pub id: String,
    pub title: Said,
    pub text: Said,
    pub icon: String,
    /// The screen it opens.
    pub open: Option<String>,
}
