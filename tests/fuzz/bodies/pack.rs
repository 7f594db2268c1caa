//! A pack from anywhere: taken or refused, never a panic.

use engawa::content::Pack;

/// Whether it was taken.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let taken = Pack::from_bytes(bytes);
    let _entries = taken.as_ref().map(Pack::entries);
    taken.is_ok()
}
