//! Open data in any form, or anything that pretends to be: taken or refused, every row told, never a panic.

use engawa::place;

/// Whether it was taken.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let Ok(import) = place::import("places.csv", bytes, None, None) else { return false };
    assert_eq!(import.taken + import.refused.len(), import.rows, "every row is taken or refused");
    for one in &import.places {
        assert!(one.at.is_none_or(|at| at.lat.is_finite() && at.lon.is_finite()));
    }
    true
}
