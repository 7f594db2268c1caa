//! Navigators as they were kept: one at a time, for whoever is asked its questions.

use super::{Store, trouble::StoreError};
use crate::procedure::{NAVIGATOR, Navigator, unpack};
use rusqlite::{OptionalExtension, params};

impl Store {
    /// `None`: there is no such navigator.
    pub fn navigator(&self, id: &str) -> Result<Option<Navigator>, StoreError> {
        let to = StoreError::sql("reading a navigator");
        let mut one = self.content.prepare_cached(include_str!("sql/content/extra.sql")).map_err(to)?;
        let body = one.query_row(params![NAVIGATOR, id], |row| row.get::<_, Vec<u8>>("body")).optional().map_err(to)?;
        let read = body.map(|bytes| unpack(&bytes)).transpose();
        read.map_err(|err| to(rusqlite::Error::ToSqlConversionFailure(Box::new(err))))
    }
}
