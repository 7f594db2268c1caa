//! The serial ports of the machine. A port is only ever read: what is plugged in may be anything.

use super::{Line, Ports};
use rustix::fs::{Access, access};
use serialport::SerialPortType;
use std::{fs, io, path::Path, time::Duration};

/// Where Linux tells of terminals.
const TERMINALS: &str = "/sys/class/tty";

/// How Linux calls what is on USB.
const USB: [&str; 2] = ["ttyUSB", "ttyACM"];

#[derive(Clone, Copy, Debug, Default)]
pub struct SerialPorts;

/// One look at names: most kiosks have no receiver, and to ask after every terminal each few seconds costs more than all else they do at rest.
fn is_any_there() -> bool {
    let mut names = fs::read_dir("/dev").into_iter().flatten().flatten().map(|entry| entry.file_name());
    names.any(|name| name.to_str().is_some_and(|name| USB.iter().any(|usb| name.starts_with(usb))))
}

impl Ports for SerialPorts {
    /// Those on USB: what is built in has its use already, unless the kiosk's file names it.
    fn list(&self) -> Vec<String> {
        if !is_any_there() || !Path::new(TERMINALS).is_dir() {
            return vec![];
        }
        let ports = serialport::available_ports().unwrap_or_default().into_iter();
        let usb = ports.filter(|port| matches!(port.port_type, SerialPortType::UsbPort(_)));
        let mut names: Vec<String> = usb.map(|port| port.port_name).collect();
        names.sort();
        names
    }

    fn open(&self, name: &str, baud: u32, patience: Duration) -> io::Result<Line> {
        let port = serialport::new(name, baud).timeout(patience).open();
        let port = port.map_err(|err| match access(name, Access::READ_OK | Access::WRITE_OK) {
            // The library says of this too that there is no device.
            Err(rustix::io::Errno::ACCESS) => io::Error::new(io::ErrorKind::PermissionDenied, err.to_string()),
            _ => io::Error::from(err),
        })?;
        Ok(Box::new(port))
    }
}
