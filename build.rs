//! Makes the words of the kiosk part of the program: every message in `content/ui/ja/*.ftl` becomes a method of `words::Words`, so that
//! a missing word does not compile, and the shipped tongues are embedded, so that the kiosk is never wordless. The shipped guides
//! and towns are embedded as well.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// What went wrong, in words for whoever reads the build log.
type Fault = String;

fn main() -> ExitCode {
    match make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            println!("cargo::error={}", fault.replace('\n', "%0A"));
            ExitCode::FAILURE
        }
    }
}

fn make() -> Result<(), Fault> {
    let home = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").map_err(|err| err.to_string())?);
    let out = PathBuf::from(std::env::var("OUT_DIR").map_err(|err| err.to_string())?);
    let content = home.join("content");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", content.display());
    write(&out.join("messages.rs"), &messages(&content.join("ui"))?)?;
    let towns = home.join("kiosk-config");
    println!("cargo::rerun-if-changed={}", towns.display());
    write(&out.join("towns.rs"), &shipped_towns(&towns)?)?;
    let lessons = home.join("lessons");
    println!("cargo::rerun-if-changed={}", lessons.display());
    write(&out.join("lessons.rs"), &shipped_lessons(&lessons)?)?;
    write(&out.join("shipped.rs"), &shipped(&content)?)
}

fn write(path: &Path, text: &str) -> Result<(), Fault> {
    fs::write(path, text).map_err(|err| format!("writing {}: {err}", path.display()))
}

fn read(path: &Path) -> Result<String, Fault> {
    fs::read_to_string(path).map_err(|err| format!("reading {}: {err}", path.display()))
}

/// Everything in a folder, sorted by name.
fn list(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let entries = fs::read_dir(folder).map_err(|err| format!("listing {}: {err}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found == ending)
}

/// One method a message, and the texts of every tongue in `ui`.
fn messages(ui: &Path) -> Result<String, Fault> {
    let mut methods = BTreeMap::new();
    for path in list(&ui.join("ja"))?.iter().filter(|path| has_ending(path, "ftl")) {
        collect(path, &read(path)?, &mut methods)?;
    }
    let mut out = String::from("impl Words {\n");
    let keys: Vec<_> = methods.keys().cloned().collect();
    for (at, (key, (text, args))) in methods.iter().enumerate() {
        method(&mut out, at, key, text, args);
    }
    out.push_str("}\n\n/// Every key with the names of what it takes, sorted.\nconst KEYS: &[(&str, &[&str])] = &[\n");
    for key in keys {
        let args: Vec<_> = methods.get(&key).map(|(_, args)| args.iter().collect()).unwrap_or_default();
        let _ = writeln!(out, "    ({key:?}, &{args:?}),");
    }
    out.push_str("];\n\n/// Tongue, file name, text.\nconst SHIPPED: &[(&str, &str, &str)] = &[\n");
    for tongue in list(ui)?.iter().filter(|path| path.is_dir()) {
        for path in list(tongue)?.iter().filter(|path| has_ending(path, "ftl")) {
            let _ = writeln!(
                out,
                "    ({:?}, {:?}, include_str!({:?})),",
                name(tongue),
                name(path),
                path.display().to_string()
            );
        }
    }
    out.push_str("];\n");
    Ok(out)
}

/// Key → its Japanese text, and the names of what it takes.
type Methods = BTreeMap<String, (String, BTreeSet<String>)>;

fn collect(path: &Path, text: &str, methods: &mut Methods) -> Result<(), Fault> {
    let resource = fluent_syntax::parser::parse(text).map_err(|(_, errors)| {
        let line = |at: usize| text.get(..at).map_or(0, |before| before.matches('\n').count()) + 1;
        let told: Vec<_> =
            errors.iter().map(|err| format!("{}:{}: {}", path.display(), line(err.pos.start), err.kind)).collect();
        told.join("\n")
    })?;
    for entry in &resource.body {
        let Entry::Message(Message { id, value, attributes, .. }) = entry else { continue };
        let values = value.iter().map(|pattern| (id.name.to_owned(), pattern));
        let named = attributes.iter().map(|attribute| (format!("{}.{}", id.name, attribute.id.name), &attribute.value));
        for (key, pattern) in values.chain(named) {
            let mut args = BTreeSet::new();
            let mut shown = String::new();
            walk(pattern, &mut shown, &mut args);
            if methods.insert(key.clone(), (shown, args)).is_some() {
                return Err(format!("{}: `{key}` is there twice", path.display()));
            }
        }
    }
    Ok(())
}

/// Finds the arguments of a pattern, and what it looks like with them.
fn walk(pattern: &Pattern<&str>, shown: &mut String, args: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => shown.push_str(value),
            PatternElement::Placeable { expression } => placed(expression, shown, args),
        }
    }
}

fn placed(expression: &Expression<&str>, shown: &mut String, args: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => argument(inline, shown, args),
        Expression::Select { selector, variants } => {
            let mut unseen = String::new();
            argument(selector, &mut unseen, args);
            for variant in variants {
                let into = if variant.default { &mut *shown } else { &mut unseen };
                walk(&variant.value, into, args);
            }
        }
    }
}

fn argument(inline: &InlineExpression<&str>, shown: &mut String, args: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            let _ = write!(shown, "{{{}}}", id.name);
            args.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => shown.push_str(value),
        InlineExpression::TermReference { id, .. } | InlineExpression::MessageReference { id, .. } => {
            let _ = write!(shown, "{{-{}}}", id.name);
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for inline in &arguments.positional {
                argument(inline, shown, args);
            }
        }
        InlineExpression::Placeable { expression } => placed(expression, shown, args),
    }
}

fn method(out: &mut String, at: usize, key: &str, text: &str, args: &BTreeSet<String>) {
    let word = |text: &str| match text.replace(['-', '.'], "_") {
        word if KEYWORDS.contains(&word.as_str()) => format!("{word}_"),
        word => word,
    };
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let _ = writeln!(out, "    /// {}", line.replace(['[', ']', '<', '>', '`'], " "));
    }
    let (mut takes, mut gives) = (String::new(), String::new());
    for arg in args {
        let _ = write!(takes, ", {}: impl Into<Arg>", word(arg));
        let _ = write!(gives, "({arg:?}, {}.into()), ", word(arg));
    }
    let call = if args.is_empty() { format!("self.fixed({at})") } else { format!("self.filled({at}, &[{gives}])") };
    let _ = writeln!(out, "    pub fn {}(&self{takes}) -> Line {{\n        {call}\n    }}", word(key));
}

/// Words that Rust or `Words` itself uses.
const KEYWORDS: &[&str] = &[
    "as", "break", "const", "continue", "else", "enum", "extern", "false", "fn", "for", "if", "impl", "in", "let",
    "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "static", "struct", "super", "trait", "true",
    "type", "unsafe", "use", "where", "while", "async", "await", "dyn", "box", "do", "final", "macro", "override",
    "priv", "try", "typeof", "yield", "gen", "load", "get", "tongue", "fixed", "filled",
];

/// The content that the program carries with it: path below `content/` → text.
fn shipped(content: &Path) -> Result<String, Fault> {
    let mut files = vec![];
    for part in ["guides", "faq", "pictures", "navigators", "words", "notices"] {
        let folder = content.join(part);
        if folder.is_dir() {
            gather(&folder, &mut files)?;
        }
    }
    files.extend(
        ["synonyms.toml", "sources.toml", "amounts.toml"]
            .map(|name| content.join(name))
            .into_iter()
            .filter(|path| path.is_file()),
    );
    embedded(content, files, ["SHIPPED", "DIGEST"])
}

/// The apps and lessons that the program carries with it: path below `lessons/` → text.
fn shipped_lessons(lessons: &Path) -> Result<String, Fault> {
    let mut files = vec![];
    if lessons.is_dir() {
        gather(lessons, &mut files)?;
    }
    embedded(lessons, files, ["LESSONS", "LESSONS_DIGEST"])
}

/// A constant with the path and text of every file, and one that names all of them.
fn embedded(folder: &Path, mut files: Vec<PathBuf>, [list, digest]: [&str; 2]) -> Result<String, Fault> {
    files.sort();
    let mut hasher = DefaultHasher::new();
    let mut out = format!("/// Path below its folder, text.\nconst {list}: &[(&str, &str)] = &[\n");
    for path in files {
        let below = path.strip_prefix(folder).map_err(|err| err.to_string())?.to_string_lossy().replace('\\', "/");
        let _ = writeln!(out, "    ({below:?}, include_str!({:?})),", path.display().to_string());
        (below, read(&path)?).hash(&mut hasher);
    }
    out.push_str("];\n");
    let _ = writeln!(
        out,
        "\n/// Names all of {list}.\nconst {digest}: u64 = u64::from_be_bytes({:?});",
        hasher.finish().to_be_bytes()
    );
    Ok(out)
}

/// Files of `kiosk-config/` that are no town.
const NO_TOWN: [&str; 2] = ["kiosk", "schema"];

/// The towns that the program carries with it: name of the file → text.
fn shipped_towns(folder: &Path) -> Result<String, Fault> {
    let mut out = String::from("/// Id, text.\nconst TOWNS: &[(&str, &str)] = &[\n");
    for path in list(folder)?.iter().filter(|path| has_ending(path, "toml")) {
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        if !NO_TOWN.contains(&id.as_ref()) {
            let _ = writeln!(out, "    ({id:?}, include_str!({:?})),", path.display().to_string());
        }
    }
    out.push_str("];\n");
    Ok(out)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Fault> {
    for path in list(folder)? {
        if path.is_dir() {
            gather(&path, files)?;
        } else if ["md", "toml", "svg"].iter().any(|ending| has_ending(&path, ending)) {
            files.push(path);
        }
    }
    Ok(())
}
