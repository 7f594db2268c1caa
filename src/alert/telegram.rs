//! One telegram: its envelope, and what its body claims. The stored extract of a telegram is this value; the raw text is kept beside it.

use super::{
    Claim, FileName, Refusal,
    kind::{self, Kind},
    read as body,
    xml::{self, Find},
};
use jiff::{
    Timestamp,
    civil::DateTime,
    tz::{self, TimeZone},
};
use roxmltree::Node;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// 運用種別: whether it is about the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Run {
    /// 通常
    Live,
    /// 訓練
    Drill,
    /// 試験, and everything else that is not 通常.
    Test,
}

/// 情報形態, in the order in which they may follow each other at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// 発表
    Issue,
    /// 訂正
    Correction,
    /// 取消: the telegrams before were wrong. It does not say that anything is over.
    Withdrawal,
}

/// How much of it was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Depth {
    Full,
    /// Only its headline and whom it concerns: shown as received.
    Text,
}

/// One telegram.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Telegram {
    /// The first 16 hexadecimal digits of the SHA-256 of its bytes: the same telegram by any way is the same.
    pub id: String,
    /// `VPWW55`; empty when neither its file nor its title tells.
    pub code: String,
    pub kind: Kind,
    pub title: String,
    pub run: Run,
    pub act: Act,
    /// Two for one telegram about two earthquakes; none for snapshots.
    pub events: Vec<String>,
    pub serial: Option<u32>,
    /// 発表時刻 of what it says.
    pub issued: Timestamp,
    /// When the telegram was sent.
    pub sent: Timestamp,
    /// When it stops by itself, where it says so.
    pub until: Option<Timestamp>,
    /// 編集官署: who made it.
    pub editor: String,
    /// The first area it names, which is the whole that it is about (府県予報区); snapshots replace each other by it.
    pub region: String,
    /// 発表官署, as shown.
    pub office: String,
    pub headline: String,
    pub claims: Vec<Claim>,
    pub depth: Depth,
}

/// Reads one telegram; `file` is the name under which it came.
///
/// # Errors
/// [`Refusal`] says what the bytes are instead. A telegram whose body is of an unknown kind is not refused: its headline is taken.
pub fn read(file: &str, bytes: &[u8]) -> Result<Telegram, Refusal> {
    let text = xml::text(bytes)?;
    let document = xml::parse(text)?;
    let root = document.root_element();
    if root.tag_name().name() != "Report" {
        return Err(Refusal::OtherXml { root: root.tag_name().name().to_owned() });
    }
    let control = part(root, "Control")?;
    let head = part(root, "Head")?;
    let mut telegram = envelope(file, control, head)?;
    telegram.id = id(bytes);
    telegram.region = region(root, head);
    if telegram.act != Act::Withdrawal {
        telegram.claims = body::claims(&telegram, head, root.kid("Body"));
    }
    telegram.depth = body::depth(&telegram);
    if telegram.claims.is_empty() {
        telegram.claims = body::named_in_head(&telegram, head);
    }
    let office = FileName::parse(file).map(|name| name.office);
    if telegram.claims.is_empty() && telegram.depth == Depth::Text {
        telegram.claims.extend(body::in_its_own_words(&telegram, office));
    }
    telegram.claims.extend(body::for_whom_it_may_concern(&telegram, office));
    Ok(telegram)
}

fn id(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let first = digest.iter().take(8).fold(0_u64, |id, byte| (id << 8) | u64::from(*byte));
    format!("{first:016x}")
}

/// Bodies of warnings begin with the whole region, and so do heads; a withdrawal has only a head. Where one names smaller areas alone, it is
/// the region that holds them: otherwise what it ends would stand on beside it.
fn region(root: Node<'_, '_>, head: Node<'_, '_>) -> String {
    let body = root.kid("Body");
    let target = body.and_then(|body| body.kid("TargetArea"));
    let in_body = || body.and_then(|body| body.kid("Warning")).and_then(|list| list.below("Area").next());
    let in_head = || head.kid("Headline").and_then(|headline| headline.below("Area").next());
    let in_infos = || body.and_then(|body| body.kid("MeteorologicalInfos")).and_then(|list| list.below("Area").next());
    whole_region(
        target.or_else(in_body).or_else(in_head).or_else(in_infos).map(|area| area.says("Code")).unwrap_or_default(),
    )
}

/// 府県予報区 of an area. Prefectures of several (北海道, 鹿児島県, 沖縄県) cannot be told by their digits alone: there a municipality
/// stands for the prefecture, and anything larger for itself.
fn whole_region(code: &str) -> String {
    let of_prefecture = || code.get(..2).map(|prefecture| format!("{prefecture}0000")).unwrap_or_default();
    let several = ["01", "46", "47"].iter().any(|prefecture| code.starts_with(prefecture));
    match code.len() {
        7 => of_prefecture(),
        6 if !several && code.bytes().all(|byte| byte.is_ascii_digit()) => of_prefecture(),
        _ => code.to_owned(),
    }
}

fn part<'a>(root: Node<'a, 'a>, name: &'static str) -> Result<Node<'a, 'a>, Refusal> {
    root.kid(name).ok_or(Refusal::Missing { element: name, text: String::new() })
}

fn envelope(file: &str, control: Node<'_, '_>, head: Node<'_, '_>) -> Result<Telegram, Refusal> {
    let title = control.says("Title");
    let code = kind::code(file, title);
    let run = match control.says("Status") {
        "通常" => Run::Live,
        "訓練" => Run::Drill,
        _ => Run::Test,
    };
    let act = act(head)?;
    let issued = time(head, "ReportDateTime")?;
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let headline = head.kid("Headline").map(|headline| headline.says("Text")).unwrap_or_default();
    Ok(Telegram {
        id: String::new(),
        kind: Kind::of(&code),
        code,
        title: if head.says("Title").is_empty() { title.to_owned() } else { head.says("Title").to_owned() },
        run,
        act,
        events: words(head.says("EventID")),
        serial: head.says("Serial").parse().ok(),
        issued,
        sent: time(control, "DateTime").unwrap_or(issued),
        until: time(head, "ValidDateTime").ok(),
        editor: control.says("EditorialOffice").to_owned(),
        region: String::new(),
        office: words(control.says("PublishingOffice")).join("・"),
        headline: headline.to_owned(),
        claims: Vec::new(),
        depth: Depth::Text,
    })
}

/// 情報形態. 「遅延」 and what else may come is an issue like any other: what is not known is no reason to say nothing.
fn act(head: Node<'_, '_>) -> Result<Act, Refusal> {
    match head.says("InfoType") {
        "" => Err(Refusal::Missing { element: "InfoType", text: String::new() }),
        said if said.contains("取消") || said.contains("取り消") => Ok(Act::Withdrawal),
        said if said.contains("訂正") => Ok(Act::Correction),
        _ => Ok(Act::Issue),
    }
}

fn time(node: Node<'_, '_>, name: &'static str) -> Result<Timestamp, Refusal> {
    let text = node.says(name);
    // One that says no offset is of Japan, as all of them are.
    let here = || {
        let local: DateTime = text.parse().ok().filter(|_| text.contains('T'))?;
        local.to_zoned(TimeZone::fixed(tz::offset(9))).ok().map(|time| time.timestamp())
    };
    text.parse().ok().or_else(here).ok_or_else(|| Refusal::Missing { element: name, text: text.to_owned() })
}
