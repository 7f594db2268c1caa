//! `engawa alert`: telegrams in, what stands out.

mod ingest;
mod status;

use super::{Arg, Command, Common, Given, Outcome, Stop};

pub(super) const COMMAND: Command = Command {
    name: "alert",
    takes: "ingest FILE|DIR|- | status --area CODE [--at TIME]",
    does: ["災害の 知らせを 読みこむ・いま 出ている ものを 見る", "takes in telegrams; tells what stands for a town"],
    options: &[Arg::Value("area"), Arg::Value("at")],
    words: [1, 2],
    run,
};

fn run(common: &Common, given: &Given) -> Outcome {
    match given.words().first().map(String::as_str) {
        Some("ingest") => ingest::run(common, given),
        Some("status") => status::run(common, given),
        _ => Err(Stop::usage(
            "engawa alert ingest FILE か engawa alert status --area CODE の 形で つかいます。",
            "the form is: engawa alert ingest FILE, or engawa alert status --area CODE",
        )),
    }
}
