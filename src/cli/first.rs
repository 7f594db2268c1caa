//! Whether the kiosk asks to be set up before anything else: where nobody has said anything about it, neither in its file nor on its screen.
//! A staff number closes it for good, because from then on only whoever knows it may set anything.

use crate::{
    config::{Config, Own, Setup},
    shell::FirstStart,
    store::Store,
};
use std::path::Path;

/// `kept` is what the store of `home` tells; none when there is no store yet, or when it cannot be read.
pub(super) fn first_start(file: &Config, own: &Own, kept: Option<&Store>, home: &Path) -> FirstStart {
    let unreadable = kept.is_none() && home.join("state.db").exists();
    let closed = kept.is_some_and(|store| store.has_pin().unwrap_or(true));
    let told = file.town.is_some() || file.place.is_some();
    match own.setup {
        _ if unreadable || closed || told => FirstStart::No,
        Setup::New | Setup::Later(_) => FirstStart::AtStart,
        Setup::At(_) => FirstStart::Always,
        Setup::Done => FirstStart::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Step, towns};
    use std::sync::Arc;

    #[test]
    fn it_asks_only_where_nobody_has_said_anything() {
        let home = tempfile::tempdir().unwrap();
        let ask = |file: &Config, setup| {
            let own = Own { setup, ..Own::default() };
            first_start(file, &own, None, home.path())
        };
        let nothing = Config::default();
        for (setup, first) in [
            (Setup::New, FirstStart::AtStart),
            (Setup::At(Step::Sound), FirstStart::Always),
            (Setup::Later(Step::Town), FirstStart::AtStart),
            (Setup::Done, FirstStart::No),
        ] {
            assert_eq!(ask(&nothing, setup), first, "{setup:?}");
        }
        let town = towns().first().cloned().map(Arc::new);
        for told in
            [Config { place: Some("公民館".to_owned()), ..Config::default() }, Config { town, ..Config::default() }]
        {
            assert_eq!(ask(&told, Setup::New), FirstStart::No);
        }
        std::fs::write(home.path().join("state.db"), "damaged").unwrap();
        assert_eq!(ask(&nothing, Setup::New), FirstStart::No, "nobody knows whether there is a number");
    }
}
