//! One question to the network and its answer. A trait, so that tests can play the world outside.

use jiff::Timestamp;
use std::io::Read;

/// What a server says about the version of a document, to be said back to it: the entity tag and the date, as they came (RFC 9110 §8.8).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    pub etag: Option<String>,
    pub modified: Option<String>,
}

impl Mark {
    /// Whether a server can tell by it that nothing is new.
    pub const fn is_known(&self) -> bool {
        self.etag.is_some() || self.modified.is_some()
    }

    /// By which a server knows whether a part that is here belongs to what it has now: a strong tag, else the date (RFC 9110 §13.1.5).
    pub fn validator(&self) -> Option<&str> {
        self.etag.as_deref().filter(|tag| !tag.starts_with("W/")).or(self.modified.as_deref())
    }
}

/// What is here already of what is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Have<'a> {
    #[default]
    Nothing,
    /// An earlier version: only a newer one is wanted.
    Whole(&'a Mark),
    /// The beginning of the version with this mark: only the rest is wanted.
    Part { mark: &'a Mark, bytes: u64 },
}

#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// `http://` or `https://`
    pub url: &'a str,
    pub have: Have<'a>,
}

/// The bytes of an answer, as they come in.
pub struct Body {
    pub bytes: Box<dyn Read + Send>,
    /// How many are to come, where the server says so.
    pub len: Option<u64>,
    /// The server calls it a page for a browser.
    pub page: bool,
}

pub enum What {
    /// Nothing newer than what is here (304).
    Same,
    /// From its first byte (200).
    Whole(Body),
    /// What follows the part that is here (206).
    Rest(Body),
}

pub struct Reply {
    pub what: What,
    pub mark: Mark,
    /// When the server says it is now. Never taken for the time; it only tells how old other dates of the same server are.
    pub date: Option<Timestamp>,
}

/// Why nothing came. What was here before stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("{url}: not an address that can be asked; it begins with https:// or http://")]
    Address { url: String },
    #[error("{url}: cannot be reached: {why}; look at the network, and at the clock where the reason is a certificate")]
    Unreachable { url: String, why: String },
    #[error("{url}: silent for too long; what came in is kept, and the rest is asked for next time")]
    Silent { url: String },
    #[error("{url}: there is no such document (status {status})")]
    Absent { url: String, status: u16 },
    #[error("{url}: the server cannot answer now (status {status}); it is asked again later")]
    Busy { url: String, status: u16, after_s: Option<u64> },
    #[error(
        "{url}: sent on to {to}, which is not followed: more than {} times, or to an unprotected address",
        super::web::HOPS
    )]
    SentOn { url: String, to: String },
    #[error("{url}: a web page came instead of data; a Wi-Fi sign-in page may have answered")]
    WebPage { url: String },
    #[error("{url}: cut off after {got} of {of} bytes; the rest is asked for next time")]
    CutOff { url: String, got: u64, of: u64 },
    #[error("{url}: larger than {most} bytes; not taken")]
    TooLarge { url: String, most: u64 },
    #[error("{url}: what may be fetched today has been; asked again tomorrow")]
    Spent { url: String },
    #[error("{url}: not what it should be: {why}")]
    Unusable { url: String, why: String },
    #[error("{url}: not everything it lists could be fetched: {why}")]
    Missing { url: String, why: String },
    #[error("{url}: cannot be written to the disk: {why}")]
    Disk { url: String, why: String },
}

impl Fault {
    /// Whether asking another document of the same server would end in the same way.
    pub const fn is_of_the_way(&self) -> bool {
        matches!(
            self,
            Self::Address { .. }
                | Self::Unreachable { .. }
                | Self::Silent { .. }
                | Self::Busy { .. }
                | Self::SentOn { .. }
                | Self::WebPage { .. }
                | Self::Spent { .. }
                | Self::Disk { .. }
        )
    }
}

/// Who asks the network.
pub trait Transport {
    /// # Errors
    /// [`Fault`] says what came instead of an answer.
    fn ask(&self, request: &Request<'_>) -> Result<Reply, Fault>;
}
