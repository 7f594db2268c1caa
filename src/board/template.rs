//! The templates: what a notice of a kind says in every tongue, and what is picked for it. They are data files; the room knows only their shape.

use super::Site;
use crate::words::{Line, Tongue};
use jiff::civil::Time;

/// A text in every tongue it was written in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said(pub(super) Vec<(Tongue, Line)>);

impl Said {
    /// In the reader's best tongue; one that is not the reader's own says in which it is.
    pub fn line(&self, tongue: &Tongue) -> Line {
        let wanted = tongue.fallback();
        let find = |tongue: &Tongue| self.0.iter().find(|(own, _)| own == tongue);
        match wanted.iter().find_map(find).or_else(|| find(&Tongue::JA)) {
            Some((own, line)) if own == tongue => line.clone(),
            Some((own, line)) => line.in_tongue(own),
            None => Line::default(),
        }
    }

    pub fn has(&self, tongue: &Tongue) -> bool {
        self.0.iter().any(|(own, _)| own == tongue)
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Something that is picked.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub id: String,
    pub name: Said,
}

/// On which days a template is offered first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    #[default]
    Shelter,
    Everyday,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    pub id: String,
    pub setting: Setting,
    pub order: u16,
    /// Name of a drawing in `kit/icons`.
    pub icon: String,
    pub title: Said,
    /// What is always true of it; may be empty.
    pub text: Said,
    /// What is picked; empty where there is nothing to pick.
    pub items: Vec<Choice>,
    /// Times that are offered first.
    pub times: Vec<Time>,
    /// Minutes from its beginning to its end; 0 where an end is not told.
    pub minutes: i64,
    /// Whether it has a place.
    pub placed: bool,
    /// Whether free words belong to it.
    pub worded: bool,
    /// A person who speaks the tongues has read them.
    pub reviewed: bool,
}

/// All of them, in the order in which they are offered, and the places that every shelter has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Templates {
    pub all: Vec<Template>,
    pub sites: Vec<Choice>,
}

impl Templates {
    pub fn find(&self, id: &str) -> Option<&Template> {
        self.all.iter().find(|template| template.id == id)
    }

    /// The name of a place; one that is not known any more has none.
    pub fn site(&self, site: &Site, tongue: &Tongue) -> Option<Line> {
        match site {
            Site::Known(id) => self.sites.iter().find(|own| own.id == *id).map(|own| own.name.line(tongue)),
            Site::Named(name) if tongue.is_japanese() => Some(Line::parse(name)),
            Site::Named(name) => Some(Line::parse(name).in_tongue(&Tongue::JA)),
        }
    }
}

impl Template {
    pub fn item(&self, id: &str) -> Option<&Choice> {
        self.items.iter().find(|own| own.id == id)
    }
}
