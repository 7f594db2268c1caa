//! Press.
