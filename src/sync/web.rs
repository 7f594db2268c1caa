//! The network itself. Nothing is waited for without an end, and nobody is followed far. What is asked for from its beginning may come packed
//! and is unpacked as it comes in; the rest of a half is asked for plain, since an offset into a packed body means nothing.

use super::{Body, Fault, Have, Mark, Reply, Request, Transport, What};
use flate2::read::MultiGzDecoder;
use jiff::{Timestamp, fmt::rfc2822};
use std::{
    io::{self, Read},
    time::Duration,
};
use ureq::{
    Agent, BodyReader,
    http::{HeaderMap, Response},
};

/// How often a question is sent on at most.
pub(super) const HOPS: usize = 3;

/// `Accept-Encoding` and `Content-Encoding` (RFC 9110 §8.4.1).
const PACKED: &str = "gzip";
const PLAIN: &str = "identity";

/// How long is waited.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For a connection, and then for the beginning of an answer.
    pub answer: Duration,
    /// For the next bytes of it.
    pub silence: Duration,
    /// For all of it. What came by then is kept.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { answer: Duration::from_secs(15), silence: Duration::from_secs(15), whole: Duration::from_mins(5) }
    }
}

/// Asks over HTTP and HTTPS.
#[derive(Debug)]
pub struct Web {
    agent: Agent,
}

impl Web {
    pub fn new(patience: Patience) -> Self {
        let Patience { answer, silence, whole } = patience;
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("engawa/", env!("CARGO_PKG_VERSION")))
            .timeout_resolve(Some(answer))
            .timeout_connect(Some(answer))
            .timeout_recv_response(Some(answer))
            .timeout_per_read(Some(silence))
            .timeout_per_call(Some(whole))
            // A connection is kept from one round to the next: a new one costs more than all that is said over it.
            .max_idle_age(Duration::from_secs(90));
        Self { agent: config.build().new_agent() }
    }

    fn once(&self, url: &str, have: Have<'_>) -> Result<Response<ureq::Body>, Fault> {
        let mut request = self.agent.get(url);
        request = request.header("Accept-Encoding", if matches!(have, Have::Part { .. }) { PLAIN } else { PACKED });
        match have {
            Have::Nothing => {}
            Have::Whole(mark) => {
                if let Some(etag) = &mark.etag {
                    request = request.header("If-None-Match", etag);
                }
                if let Some(modified) = &mark.modified {
                    request = request.header("If-Modified-Since", modified);
                }
            }
            Have::Part { mark, bytes } => {
                request = request.header("Range", format!("bytes={bytes}-"));
                if let Some(validator) = mark.validator() {
                    request = request.header("If-Range", validator);
                }
            }
        }
        request.call().map_err(|err| fault(url, &err))
    }
}

impl Transport for Web {
    fn ask(&self, request: &Request<'_>) -> Result<Reply, Fault> {
        let mut url = request.url.to_owned();
        for _ in 0..=HOPS {
            let response = self.once(&url, request.have)?;
            if !response.status().is_redirection() || response.status().as_u16() == 304 {
                return reply(request, response);
            }
            let to = header(response.headers(), "location").unwrap_or_default();
            let next = resolve(&url, &to);
            // Who was asked under protection is not left for somebody who is not.
            match next.filter(|next| !url.starts_with("https://") || next.starts_with("https://")) {
                Some(next) => url = next,
                None => return Err(Fault::SentOn { url, to }),
            }
        }
        Err(Fault::SentOn { url: request.url.to_owned(), to: url })
    }
}

fn reply(request: &Request<'_>, response: Response<ureq::Body>) -> Result<Reply, Fault> {
    let url = || request.url.to_owned();
    let headers = response.headers();
    let mark = Mark { etag: header(headers, "etag"), modified: header(headers, "last-modified") };
    let date = header(headers, "date").and_then(|date| http_date(&date));
    let after_s = header(headers, "retry-after").and_then(|text| text.trim().parse().ok());
    let range = header(headers, "content-range").unwrap_or_default();
    let page = header(headers, "content-type")
        .is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("text/html"));
    let packing = header(headers, "content-encoding").unwrap_or_default().trim().to_ascii_lowercase();
    let packed = matches!(packing.as_str(), PACKED | "x-gzip");
    let plain = matches!(packing.as_str(), "" | PLAIN);
    let status = response.status().as_u16();
    let body = |response: Response<ureq::Body>| {
        let body = response.into_body();
        let (len, bytes) = (body.content_length(), Waiting(body.into_reader()));
        if packed {
            // How much it will be is not known: whoever takes it in sets the limit.
            Body { bytes: Box::new(MultiGzDecoder::new(bytes)), len: None, page }
        } else {
            Body { bytes: Box::new(bytes), len, page }
        }
    };
    let what = match (status, request.have) {
        (304, _) => What::Same,
        (200, _) if packed || plain => What::Whole(body(response)),
        (206, Have::Part { bytes, .. }) if plain && range.starts_with(&format!("bytes {bytes}-")) => {
            What::Rest(body(response))
        }
        // Network Authentication Required (RFC 6585): a sign-in page that says so.
        (511, _) => return Err(Fault::WebPage { url: url() }),
        (408 | 425 | 429 | 500..=599, _) => return Err(Fault::Busy { url: url(), status, after_s }),
        _ if page && status < 400 => return Err(Fault::WebPage { url: url() }),
        _ => return Err(Fault::Absent { url: url(), status }),
    };
    Ok(Reply { what, mark, date })
}

/// Reads on, and says of a silence that it is one.
struct Waiting(BodyReader<'static>);

impl Read for Waiting {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|err| {
            let silent = err.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>());
            if matches!(silent, Some(ureq::Error::Timeout(_))) { io::ErrorKind::TimedOut.into() } else { err }
        })
    }
}

fn fault(url: &str, err: &ureq::Error) -> Fault {
    let url = url.to_owned();
    match err {
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => Fault::Address { url },
        ureq::Error::Timeout(_) => Fault::Silent { url },
        ureq::Error::Io(io) if io.kind() == io::ErrorKind::TimedOut => Fault::Silent { url },
        other => Fault::Unreachable { url, why: other.to_string() },
    }
}

fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// 「Sat, 21 Nov 2026 09:00:00 GMT」
fn http_date(text: &str) -> Option<Timestamp> {
    rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_timestamp(text).ok()
}

/// Where a `Location` leads, seen from `url`.
pub(super) fn resolve(url: &str, to: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let to = to.trim();
    match to {
        "" => None,
        _ if to.starts_with("https://") || to.starts_with("http://") => Some(to.to_owned()),
        _ if to.starts_with("//") => Some(format!("{scheme}:{to}")),
        _ if to.starts_with('/') => Some(format!("{scheme}://{host}{to}")),
        _ if to.contains("://") => None,
        _ => {
            let path = rest.split(['?', '#']).next()?;
            let folder = path.rsplit_once('/').map_or(path, |(folder, _)| folder);
            Some(format!("{scheme}://{folder}/{to}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_sent_on_comes_where_a_browser_would() {
        for (to, wanted) in [
            ("https://b.jp/x", Some("https://b.jp/x")),
            ("//b.jp/x", Some("https://b.jp/x")),
            ("/x?y", Some("https://a.jp/x?y")),
            ("x.xml", Some("https://a.jp/feed/x.xml")),
            ("../data/x.xml", Some("https://a.jp/feed/../data/x.xml")),
            ("ftp://b.jp/x", None),
            ("", None),
        ] {
            assert_eq!(resolve("https://a.jp/feed/extra.xml?q#f", to).as_deref(), wanted, "{to}");
        }
        assert_eq!(resolve("https://a.jp", "x").as_deref(), Some("https://a.jp/x"));
    }

    #[test]
    fn dates_of_servers_are_read() {
        let date = http_date("Sat, 21 Nov 2026 09:00:00 GMT");
        assert_eq!(date, "2026-11-21T09:00:00Z".parse().ok());
        assert_eq!(http_date("soon"), None);
    }

    #[test]
    fn a_wrong_address_is_named() {
        let web = Web::new(Patience::default());
        let fault = web.ask(&Request { url: "no address", have: Have::Nothing }).err();
        assert!(matches!(fault, Some(Fault::Address { .. })), "{fault:?}");
    }
}
