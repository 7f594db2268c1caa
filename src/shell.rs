//! The roof: where the window, the devices, the clock and the desks meet the pure rooms. It turns whatever a person does into presses,
//! presses into messages, and shows what came of them; it decides nothing about content.

mod devices;
mod edid;
mod pad;
mod panel;
mod press;
mod restart;
