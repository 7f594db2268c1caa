//! `engawa pin`: gives this kiosk a staff PIN. Whoever may start programs on the machine may; nobody can at the glass.

use super::{Command, Common, Given, Outcome, Stop, options::Answer};
use crate::store::Store;
use serde_json::json;

pub(super) const COMMAND: Command = Command {
    name: "pin",
    takes: "new",
    does: ["職員の 番号を 新しく つくる", "draws a new staff PIN"],
    options: &[],
    words: [1, 1],
    run,
};

fn run(common: &Common, given: &Given) -> Outcome {
    if given.words() != ["new"] {
        return Err(Stop::usage("engawa pin new の 形で つかいます。", "the form is: engawa pin new"));
    }
    let pin = Store::draw_pin_in(&common.home(), common.clock().as_ref())
        .map_err(|err| Stop::machine(format!("番号を つくれません: {err}"), format!("cannot draw a PIN: {err}")))?;
    match common.answer {
        Answer::Json => common.print_json(&json!({ "pin": pin })),
        Answer::Text => common.print(&pin),
    }
    common.note(
        "この 番号は もう 出せません。書きとめて、人に 見えない ところに おいてください。",
        "this number is not shown again: write it down and keep it out of sight",
    );
    Ok(())
}
