//! The voice: how a text is read (readings for ruby, search and speech), and who says it. Each part may be missing: without the
//! dictionary there are no readings, without a device no sound, and the page is still shown.

pub mod make;
