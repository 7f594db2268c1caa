//! What the town of this kiosk offers: a channel of its own beside the content, so that another town takes its place whole.

use super::{Store, document::Shipment, generations, packs, trouble::StoreError};
use crate::content::Extra;

/// The channel of what the town offers.
const TOWN: &str = "town";

impl Store {
    /// Lets exactly this be found of the town; nothing where it is none. What is there already is not written again.
    pub fn tell_of_town(&mut self, extras: &[Extra]) -> Result<(), StoreError> {
        let recipe = serde_json::to_vec(extras).map_err(|err| StoreError::Pack(err.to_string()))?;
        let digest = packs::digest(&recipe);
        if extras.is_empty() && generations::digest_shown(&self.content, TOWN)?.is_none() {
            return Ok(());
        }
        let documents = extras.iter().map(packs::brought).collect();
        let revision = packs::hex(&digest);
        let shipment = Shipment { channel: TOWN.to_owned(), revision, digest, documents, synonyms: vec![] };
        generations::install(&mut self.content, &shipment).map(drop)
    }
}
