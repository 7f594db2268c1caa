//! The `[satellite]` table of the kiosk's file: at which port a receiver of みちびき is. Without it every serial port on USB is looked at.

use crate::reader::{Problem, Table, both};
use std::path::PathBuf;

/// How messages of satellites reach the kiosk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Satellite {
    pub receiver: Receiver,
    /// Bits a second at which it talks; found out where the file says nothing.
    pub baud: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Receiver {
    /// Whatever is plugged in by USB and talks as a receiver does.
    #[default]
    Auto,
    /// No port is touched.
    Off,
    At(PathBuf),
}

pub(super) fn satellite(table: &mut Table<'_, '_, '_>) -> Satellite {
    let receiver = match table.text("port") {
        None => Receiver::Auto,
        Some(port) => match port.value.trim() {
            "auto" => Receiver::Auto,
            "off" => Receiver::Off,
            path if path.starts_with('/') => Receiver::At(PathBuf::from(path)),
            other => {
                let message = both(
                    format!("「{other}」という つなぎ口は ありません"),
                    format!("\"{other}\" is not where a receiver is plugged in"),
                );
                let help = both(
                    "auto（さがす）・off（使わない）・/dev/ttyACM0 の ような 場所",
                    "auto, off, or a path such as /dev/ttyACM0",
                );
                table.problem(Problem::error(port.span, message).label(both("ここ", "here")).help(help));
                Receiver::Auto
            }
        },
    };
    let baud = table.int("baud", 1_200..=4_000_000).and_then(|baud| u32::try_from(baud.value).ok());
    Satellite { receiver, baud }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{config::Config, reader::Source};

    #[test]
    fn a_receiver_is_looked_for_unless_the_file_says_where_it_is_or_that_there_is_none() {
        let read = |text: &str| {
            let (config, problems) = Config::read(&Source::new("kiosk.toml", text));
            (config.satellite, problems.len())
        };
        assert_eq!(read(""), (Satellite::default(), 0));
        assert_eq!(read("[satellite]\nport = \"off\"\n").0.receiver, Receiver::Off);
        let at = Satellite { receiver: Receiver::At("/dev/ttyS1".into()), baud: Some(9600) };
        assert_eq!(read("[satellite]\nport = \"/dev/ttyS1\"\nbaud = 9600\n"), (at, 0));
        assert_eq!(read("[satellite]\nport = \"COM3\"\nbaud = 7\n"), (Satellite::default(), 2));
    }
}
