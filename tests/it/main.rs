//! All integration tests in one binary: one link, many cases.
