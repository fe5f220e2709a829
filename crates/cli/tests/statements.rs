//! `headroom statements`: the words of the board, from the program itself.

#[expect(dead_code, reason = "no case of the specification is needed here")]
mod common;

use common::headroom;

const SAAS: &str = r#"{"base": "SERVICE", "changes": {"p": 0.5}}"#;
const HARDWARE: &str = r#"{"base": "HARDWARE", "changes": {}}"#;

#[track_caller]
fn said(words: &[&str], input: &str) -> String {
    let mut arguments = vec!["statements", "-", "--draws", "512", "--quick"];
    arguments.extend(words);
    let output = headroom(&arguments, input);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn an_audience_and_a_length_are_chosen() {
    let line = said(&["--audience", "cfo", "--length", "line"], SAAS);
    assert!(
        line.starts_with("Build the scalable version now. It is worth $"),
        "{line}"
    );
    assert!(line.contains("(512 futures, seed 1, "), "{line}");
    let page = said(&["--audience", "cfo", "--length", "page"], SAAS);
    assert!(
        page.starts_with("WHAT WE RECOMMEND\nBuild the scalable version now."),
        "{page}"
    );
    assert!(
        page.contains("\n\nIF SUCCESS DOES NOT COME\n") && page.contains("WHAT IS NOT COUNTED")
    );
    let usual = said(&[], SAAS);
    assert_eq!(
        usual,
        said(
            &["--audience", "ceo", "--length", "30s", "--format", "text"],
            SAAS
        )
    );
    assert!(
        said(&["--length", "page"], HARDWARE).contains(
            "WHAT THE EXTRA PARTS BUY\nSpending $62,500 now and $3.09 in every good unit"
        )
    );
}

#[test]
fn the_same_call_gives_the_same_bytes() {
    for words in [
        ["--length", "page"],
        ["--format", "html"],
        ["--format", "markdown"],
    ] {
        assert_eq!(said(&words, SAAS), said(&words, SAAS));
    }
}

#[test]
fn html_carries_the_exact_value_of_every_figure() {
    let html = said(&["--format", "html", "--length", "page"], SAAS);
    assert!(
        html.starts_with("<h1>Build the scalable version now.</h1>"),
        "{html}"
    );
    assert!(
        html.contains("<data value=\"37500\">$37,500</data>"),
        "{html}"
    );
    let markdown = said(&["--format", "markdown", "--length", "page"], SAAS);
    assert!(
        markdown.starts_with("# Build the scalable version now.\n\n## What we recommend\n"),
        "{markdown}"
    );
}

#[test]
fn what_is_not_known_is_named_with_what_is() {
    let cases = [
        (
            vec!["--audience", "cto"],
            "--audience: \"cto\" is not known; known are ceo, cfo, product and engineering.",
        ),
        (
            vec!["--length", "long"],
            "--length: \"long\" is not known; known are line, 30s and page.",
        ),
        (
            vec!["--format", "pdf"],
            "--format: \"pdf\" is not known; known are text, markdown and html.",
        ),
        (vec!["--audience"], "--audience: a word is missing."),
        (vec!["--draws", "7"], "--draws: 7 is not a multiple of 8"),
        (vec!["--colour", "red"], "the call is not understood."),
    ];
    for (words, sentence) in cases {
        let mut arguments = vec!["statements", "-"];
        arguments.extend(words);
        let output = headroom(&arguments, SAAS);
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{error}");
        assert!(error.contains(sentence), "{error}");
    }
}

/// Help is no mistake, before or after the name of what is asked for.
#[test]
fn help_is_given_wherever_it_is_asked_for() {
    let calls: [&[&str]; 9] = [
        &["help"],
        &["--help"],
        &["-h"],
        &["project", "--help"],
        &["warn", "--help"],
        &["simulate", "-h"],
        &["statements", "--help"],
        &["statements", "-", "--audience", "cfo", "--help"],
        &["help", "statements"],
    ];
    for call in calls {
        let output = headroom(call, "");
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{call:?}");
        assert!(said.starts_with("usage: headroom project FILE"), "{said}");
        assert!(said.contains("a scenario file saved by the page"), "{said}");
        assert!(output.stderr.is_empty(), "{call:?}");
    }
}
