//! Ruby notation: any text is a line, and what is written back reads as the same line.
#![no_main]

use engawa::words::Line;

libfuzzer_sys::fuzz_target!(|source: &str| {
    let line = Line::parse(source);
    assert_eq!(Line::verbatim(source).plain(), source);
    for at in 0..=line.bits().len().min(64) {
        let (head, tail) = line.cut(at);
        assert_eq!(head.plain() + &tail.plain(), line.plain());
    }
    let _phrases = (line.phrases(), line.spoken(), line.notation());
});
