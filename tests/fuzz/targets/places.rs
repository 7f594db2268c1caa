//! Open data in any form, or anything that pretends to be: taken or refused, every row told, never a panic.
#![no_main]

use engawa::place;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(import) = place::import("places.csv", bytes, None, None) {
        assert_eq!(import.taken + import.refused.len(), import.rows, "every row is taken or refused");
        for one in &import.places {
            assert!(one.at.is_none_or(|at| at.lat.is_finite() && at.lon.is_finite()));
        }
    }
});
