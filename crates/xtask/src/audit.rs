//! The last look at the built site: nothing in it may need a looser policy or another host.

use crate::{Outcome, shell};
use std::path::Path;

/// Addresses that are names, never fetched.
const NAMESPACES: &[&str] = &[
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/2000/xmlns/",
];

/// What every program holds that was built with the feature `faults` (`src/faults.rs`).
const FAULTS: &str = "headroom-fault-on-purpose";

/// Refuses a site whose program can fail on purpose though it should not, and the other way round.
pub fn check_faults(folder: &Path, wanted: bool) -> Outcome {
    let mut has = false;
    for file in shell::files_below(folder)? {
        has |= holds(&shell::read_bytes(folder.join(&file))?, FAULTS);
    }
    match (has, wanted) {
        (true, false) => Err(
            "the built site can fail on purpose: its program has the feature `faults`, which is only for \
             tests."
                .to_owned(),
        ),
        (false, true) => Err(format!(
            "the program for the tests of faults does not hold `{FAULTS}`: the feature `faults` is missing, \
             or src/faults.rs says something else."
        )),
        _ => Ok(()),
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

/// Refuses a site with an inline script, style or handler, or with an address of another host.
pub fn check(folder: &Path) -> Outcome {
    let mut found = Vec::new();
    for file in shell::files_below(folder)? {
        let kind = file.rsplit('.').next().unwrap_or_default();
        if !["html", "js", "css", "svg", "webmanifest"].contains(&kind) {
            continue;
        }
        let text = shell::read(folder.join(&file))?;
        let mut problems = foreign_addresses(&text);
        if ["html", "svg"].contains(&kind) {
            problems.extend(inline_code(&text));
        }
        found.extend(
            problems
                .iter()
                .map(|problem| format!("  {file}: {problem}")),
        );
    }
    if found.is_empty() {
        return Ok(());
    }
    Err(format!(
        "the built site would need a looser policy or another host:\n{}\nMove scripts and styles to \
         files of their own, use classes instead of style=\"…\", and serve everything from the site.",
        found.join("\n")
    ))
}

/// Every `http(s)://…` that is not a namespace, and every `//host` in an attribute or `url()`.
fn foreign_addresses(text: &str) -> Vec<String> {
    let absolute = ["http://", "https://", "ws://", "wss://"];
    let relative = ["=\"//", "='//", "url(//", "url(\"//", "url('//"];
    let mut found: Vec<String> = absolute
        .iter()
        .chain(&relative)
        .flat_map(|start| text.match_indices(start))
        .map(|(at, _)| address_at(&text[at..]))
        .filter(|address| !NAMESPACES.contains(&address.as_str()))
        .map(|address| format!("the foreign address {address}"))
        .collect();
    found.dedup();
    found
}

fn address_at(text: &str) -> String {
    let text = text.trim_start_matches(['=', '"', '\'']);
    text.split(|c: char| c.is_whitespace() || "\"'`)<>,;\\".contains(c))
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// Every inline script or style, handler, `style=` attribute and `javascript:` address.
fn inline_code(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (tag, content) in tags(html) {
        let name = tag
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let attributes = attributes(tag);
        let has = |wanted: &str| attributes.iter().any(|(name, _)| name == wanted);
        if name == "script" && (!has("src") || !content.trim().is_empty()) {
            found.push("an inline script".to_owned());
        }
        if name == "style" {
            found.push("an inline style sheet".to_owned());
        }
        for (attribute, value) in &attributes {
            if attribute == "style" || (attribute.starts_with("on") && attribute.len() > 2) {
                found.push(format!("the attribute {attribute}= of <{name}>"));
            }
            if value
                .trim_start()
                .to_ascii_lowercase()
                .starts_with("javascript:")
            {
                found.push(format!("a javascript: address in <{name}>"));
            }
        }
    }
    found
}

/// Each opening tag (without its angle brackets) and the text up to the next tag.
fn tags(html: &str) -> impl Iterator<Item = (&str, &str)> {
    let without_comments = html
        .split("<!--")
        .enumerate()
        .map(|(index, part)| match index {
            0 => part,
            _ => part.split_once("-->").map_or("", |(_, rest)| rest),
        });
    without_comments
        .flat_map(|part| part.split('<').skip(1))
        .filter_map(|part| {
            let end = tag_end(part)?;
            let tag = &part[..end];
            tag.starts_with(|c: char| c.is_ascii_alphabetic())
                .then(|| (tag, &part[end + 1..]))
        })
}

/// Where the tag closes: the first `>` outside quotes.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

/// The attributes of a tag, names in lower case.
fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut rest = tag.trim_start_matches(|c: char| !c.is_whitespace() && c != '/');
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return found;
        }
        let end = rest
            .find(|c: char| c.is_whitespace() || "=/".contains(c))
            .unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            (value, rest) = attribute_value(after.trim_start());
        } else if end == 0 {
            rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
        }
        found.push((name, value));
    }
}

/// A value with or without quotes, and what follows it.
fn attribute_value(text: &str) -> (String, &str) {
    let quoted = text.strip_prefix(['"', '\'']);
    let (body, end) = match quoted {
        Some(body) => (body, body.find(&text[..1])),
        None => (text, text.find(char::is_whitespace)),
    };
    let end = end.unwrap_or(body.len());
    let after = if quoted.is_some() { end + 1 } else { end };
    (
        body[..end].to_owned(),
        body.get(after..).unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(html: &str, word: &str) {
        let found = inline_code(html);
        assert!(
            found.iter().any(|problem| problem.contains(word)),
            "{html}: {found:?}"
        );
    }

    #[test]
    fn inline_code_is_found() {
        refused("<script>1</script>", "inline script");
        refused("<SCRIPT type='module'>1</SCRIPT>", "inline script");
        refused("<script src='a.js'>1</script>", "inline script");
        refused("<style>a{}</style>", "inline style");
        refused("<p style='color:red'>", "style=");
        refused("<p class=a\n onClick = go()>", "onclick=");
        refused("<a title='>' onload='x'>", "onload=");
        refused("<img/onerror=x src=y>", "onerror=");
        refused("<a href=' javascript:x'>", "javascript:");
    }

    #[test]
    fn a_program_with_faults_is_known_by_its_text() {
        let source = include_str!("../../../src/faults.rs");
        assert!(holds(source.as_bytes(), FAULTS));
        assert!(!holds(b"headroom-fault-on-purpos", FAULTS));
    }

    #[test]
    fn an_honest_page_passes() {
        let html = "<!doctype html><!-- <script>no</script> --><script src=\"./a.js\"></script>\
                    <p class=\"on style\" data-on=\"x\">style= onclick=</p><br/>";
        assert_eq!(inline_code(html), Vec::<String>::new());
    }

    #[test]
    fn foreign_addresses_are_found_and_namespaces_are_not() {
        assert_eq!(foreign_addresses("x = 'https://a.example/b'").len(), 1);
        assert_eq!(foreign_addresses("<img src=\"//a.example/b\">").len(), 1);
        assert_eq!(foreign_addresses("@import url(//a.example/b)").len(), 1);
        assert_eq!(
            foreign_addresses("xmlns=\"http://www.w3.org/2000/svg\" // note").len(),
            0
        );
        assert_eq!(
            foreign_addresses("http://www.w3.org/2000/svg.evil.example").len(),
            1
        );
    }
}
