//! The wall between the model and the outside: no browser, no clock, no unseeded randomness.

use crate::{Outcome, shell};
use std::path::Path;

/// Libraries the model may not reach, directly or through others. A name ending in `*` stands for
/// all that begin so.
const FORBIDDEN: &[&str] = &[
    "leptos*",
    "reactive_*",
    "tachys",
    "web-sys",
    "js-sys",
    "wasm-bindgen*",
    "gloo*",
    "wasm-streams",
    "getrandom",
    "rand",
    "rand_*",
    "fastrand",
    "chrono",
    "time",
    "jiff",
    "web-time",
    "instant",
    "tokio",
];

/// Words in its source that reach for the clock, the outside or chance through the standard library.
const FORBIDDEN_WORDS: &[&str] = &[
    "std::time",
    "SystemTime",
    "Instant::now",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "RandomState",
    "std::thread",
];

/// Words that the page may not use, and why.
const FORBIDDEN_IN_PAGE: &[(&str, &str)] = &[
    ("inner_html", "text goes into the page as text"),
    (" style=\"", "the policy blocks style attributes"),
    (
        "type=\"number\"",
        "browsers change what was typed into number fields",
    ),
    (
        "parse::<f64>",
        "text becomes numbers in headroom_model::text::read alone",
    ),
    (
        "{:.",
        "numbers become text in headroom_model::text::write alone",
    ),
    (
        "Effect::new",
        "everything but the form is derived; effects live in src/browser",
    ),
    (".unwrap()", "no panic is reachable from input"),
    ("panic!(", "no panic is reachable from input"),
];

/// Stops with a sentence if the wall has a hole.
pub fn check() -> Outcome {
    check_page()?;
    check_model()
}

fn check_page() -> Outcome {
    for file in shell::files_below(Path::new("src"))? {
        if file.contains("tests/") || !file.ends_with(".rs") {
            continue;
        }
        let source = shell::read(Path::new("src").join(&file))?;
        if let Some((word, why)) = forbidden_in_page(&file, &source) {
            return Err(format!("src/{file} uses `{word}`: {why}."));
        }
    }
    Ok(())
}

/// The first word outside comments and unit tests that the page may not use.
fn forbidden_in_page(file: &str, source: &str) -> Option<(&'static str, &'static str)> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines: Vec<&str> = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    FORBIDDEN_IN_PAGE
        .iter()
        .copied()
        .filter(|(word, _)| *word != "Effect::new" || !file.starts_with("browser/"))
        .find(|(word, _)| lines.iter().any(|line| line.contains(word)))
}

fn check_model() -> Outcome {
    let mut tree = shell::cargo(&[
        "tree",
        "--package",
        "headroom-model",
        "--edges",
        "normal,build",
    ]);
    tree.args([
        "--target", "all", "--prefix", "none", "--locked", "--format", "{p}",
    ]);
    let tree =
        shell::output(&mut tree).ok_or("`cargo tree` cannot list what the model depends on.")?;
    let libraries = tree.lines().filter_map(|line| line.split(' ').next());
    if let Some(library) = libraries.into_iter().find(|library| is_forbidden(library)) {
        return Err(format!(
            "crates/model depends on `{library}`. The model knows no browser, no clock and no unseeded \
             randomness; `cargo tree -p headroom-model -i {library}` shows how it got in."
        ));
    }
    for file in shell::files_below(Path::new("crates/model/src"))? {
        if let Some(word) = forbidden_word(&shell::read(Path::new("crates/model/src").join(&file))?)
        {
            return Err(format!(
                "crates/model/src/{file} names `{word}`. The model has no clock, no files and no chance \
                 of its own; pass the value in."
            ));
        }
    }
    Ok(())
}

fn is_forbidden(library: &str) -> bool {
    FORBIDDEN.iter().any(|name| match name.strip_suffix('*') {
        Some(start) => library.starts_with(start),
        None => library == *name,
    })
}

/// The first forbidden word outside comments.
fn forbidden_word(source: &str) -> Option<&'static str> {
    let code: Vec<&str> = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    FORBIDDEN_WORDS
        .iter()
        .copied()
        .find(|word| code.iter().any(|line| line.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The model knows no clock, no calendar and no time zone. [N15]
    #[test]
    fn the_wall_stands() {
        shell::enter_root().expect("the repository is there");
        assert_eq!(check(), Ok(()));
    }

    /// A conversion that cuts off must say in the code why it does not. [N4]
    #[test]
    fn the_model_denies_conversions_that_lose_something() {
        shell::enter_root().expect("the repository is there");
        let lints = [
            "clippy::cast_possible_truncation",
            "clippy::cast_sign_loss",
            "clippy::cast_possible_wrap",
            "clippy::cast_precision_loss",
        ];
        for root in ["crates/model/src/lib.rs", "crates/cli/src/lib.rs"] {
            let source = shell::read(root).expect("the crate is there");
            let denied = source
                .split_once("#![deny(")
                .expect("it denies something")
                .1;
            let denied = denied.split_once(")]").expect("the list ends").0;
            assert!(lints.iter().all(|lint| denied.contains(lint)), "{root}");
        }
        let model = Path::new("crates/model/src");
        for file in shell::files_below(model).expect("the model is there") {
            let source = shell::read(model.join(&file)).expect("the file is there");
            assert!(!source.contains("allow(clippy::cast"), "{file}");
            for exception in source.split("#[expect(").skip(1) {
                let exception = exception.split_once(")]").expect("it ends").0;
                assert!(exception.contains("reason = "), "{file}: {exception}");
            }
        }
    }

    /// Overflow stops the program that visitors run, too, instead of giving another number; and the
    /// model's own tests run where sizes have 32 bits. [N3 D5]
    #[test]
    fn overflow_is_checked_in_what_is_released() {
        shell::enter_root().expect("the repository is there");
        let cargo = shell::read("Cargo.toml").expect("the workspace is there");
        let sections = cargo.split("\n[").map(|section| section.split_once(']'));
        let checks: Vec<_> = sections
            .flatten()
            .filter(|(_, lines)| lines.contains("overflow-checks"))
            .map(|(name, lines)| (name, lines.contains("overflow-checks = true")))
            .collect();
        // The libraries of others have none; our own crates are not among `*`.
        let expected = [
            ("profile.release", true),
            ("profile.release.package.\"*\"", false),
        ];
        assert_eq!(checks, expected);
        let on_wasm = crate::test::wasm_test_files().expect("the tests are there");
        assert!(on_wasm.iter().any(|name| name == "numeric"), "{on_wasm:?}");
    }

    #[test]
    fn a_hole_is_seen() {
        assert!(is_forbidden("web-sys") && is_forbidden("leptos_dom") && is_forbidden("rand_core"));
        assert!(!is_forbidden("libm") && !is_forbidden("serde") && !is_forbidden("random_name"));
        assert_eq!(
            forbidden_word("let t = std::time::Instant::now();"),
            Some("std::time")
        );
        assert_eq!(forbidden_word("// no SystemTime here"), None);
        let effect = "Effect::new(move || signal.set(1));";
        assert!(forbidden_in_page("views/decide.rs", effect).is_some());
        assert!(forbidden_in_page("browser/width.rs", effect).is_none());
        assert!(forbidden_in_page("a.rs", "view! { <p style=\"color: red\"></p> }").is_some());
        assert!(forbidden_in_page("a.rs", "#[cfg(test)] mod tests { x.unwrap() }").is_none());
    }
}
