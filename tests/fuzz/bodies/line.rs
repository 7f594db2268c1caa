//! Ruby notation: any text is a line, and what is written back reads as the same line.

use engawa::words::Line;

/// Every text is a line.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let source = String::from_utf8_lossy(bytes);
    let line = Line::parse(&source);
    assert_eq!(Line::verbatim(&source).plain(), source);
    for at in 0..=line.bits().len().min(64) {
        let (head, tail) = line.cut(at);
        assert_eq!(head.plain() + &tail.plain(), line.plain());
    }
    let _phrases = (line.phrases(), line.spoken(), line.notation());
    true
}
