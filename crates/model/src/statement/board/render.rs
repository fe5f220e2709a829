//! The same spans as plain text, as Markdown and as HTML.

use std::fmt::Write as _;

use super::{Document, Length};
use crate::statement::span::{Sentence, Span};

/// What stands before the list of what is not counted.
pub const NOT_COUNTED: &str = "What is not counted";

/// As plain text: a title, then the answers, under their headings on one page. `link` leads back to
/// the scenario.
#[must_use]
pub fn text(document: &Document, link: Option<&str>) -> String {
    let mut text = String::new();
    let mut blocks: Vec<String> = Vec::new();
    let paragraph = |sentences: &[Sentence]| super::super::plain(sentences);
    if document.length == Length::Page {
        for statement in &document.statements {
            let answer = paragraph(&statement.sentences);
            blocks.push(format!(
                "{}\n{answer}",
                statement.topic.heading().to_uppercase()
            ));
        }
        if !document.not_counted.is_empty() {
            let items = document.not_counted.iter().map(|item| format!("- {item}"));
            let items: Vec<String> = items.collect();
            blocks.push(format!(
                "{}\n{}",
                NOT_COUNTED.to_uppercase(),
                items.join("\n")
            ));
        }
    } else {
        let answers = document.statements.iter();
        let answers: Vec<String> = answers.map(|one| paragraph(&one.sentences)).collect();
        blocks.push(answers.join(" "));
    }
    blocks.push(format!("({})", document.provenance));
    blocks.extend(link.map(ToOwned::to_owned));
    text.push_str(&blocks.join("\n\n"));
    text.push('\n');
    text
}

/// As Markdown: what stands out is bold.
#[must_use]
pub fn markdown(document: &Document, link: Option<&str>) -> String {
    let mut blocks: Vec<String> = Vec::new();
    let paragraph = |sentences: &[Sentence]| {
        let sentences: Vec<String> = sentences.iter().map(markdown_sentence).collect();
        sentences.join(" ")
    };
    if document.length == Length::Page {
        blocks.push(format!("# {}", markdown_text(&document.title.plain())));
        for statement in &document.statements {
            blocks.push(format!("## {}", statement.topic.heading()));
            blocks.push(paragraph(&statement.sentences));
        }
        if !document.not_counted.is_empty() {
            blocks.push(format!("## {NOT_COUNTED}"));
            let items = document.not_counted.iter();
            let items: Vec<String> = items
                .map(|item| format!("- {}", markdown_sentence(item)))
                .collect();
            blocks.push(items.join("\n"));
        }
    } else {
        let answers = document.statements.iter();
        let answers: Vec<String> = answers.map(|one| paragraph(&one.sentences)).collect();
        blocks.push(answers.join(" "));
    }
    blocks.push(format!("*{}*", markdown_text(&document.provenance.plain())));
    blocks.extend(link.map(|link| format!("[Open these numbers]({link})")));
    blocks.join("\n\n") + "\n"
}

fn markdown_sentence(sentence: &Sentence) -> String {
    let mut text = String::new();
    for span in &sentence.0 {
        let words = markdown_text(&span.text);
        // A star inside a word or beside a space is no mark.
        let inner = words.trim();
        if span.strong && !inner.is_empty() {
            let (before, after) = around(&words);
            let _ = write!(text, "{before}**{inner}**{after}");
        } else {
            text.push_str(&words);
        }
    }
    text
}

/// The spaces before and after the words.
fn around(words: &str) -> (&str, &str) {
    let start = words.len() - words.trim_start().len();
    let end = words.trim_end().len();
    (
        words.get(..start).unwrap_or(""),
        words.get(end..).unwrap_or(""),
    )
}

/// Marks that Markdown would read as its own, escaped.
fn markdown_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(
            letter,
            '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '~'
        ) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// As HTML without styles: `<b>` for what stands out, `<data>` with the exact value for every figure.
#[must_use]
pub fn html(document: &Document, link: Option<&str>) -> String {
    let mut html = String::new();
    let paragraph = |sentences: &[Sentence]| {
        let sentences: Vec<String> = sentences.iter().map(html_sentence).collect();
        format!("<p>{}</p>\n", sentences.join(" "))
    };
    if document.length == Length::Page {
        let _ = writeln!(html, "<h1>{}</h1>", html_text(&document.title.plain()));
        for statement in &document.statements {
            let _ = writeln!(html, "<h2>{}</h2>", html_text(statement.topic.heading()));
            html.push_str(&paragraph(&statement.sentences));
        }
        if !document.not_counted.is_empty() {
            let _ = writeln!(html, "<h2>{NOT_COUNTED}</h2>\n<ul>");
            for item in &document.not_counted {
                let _ = writeln!(html, "<li>{}</li>", html_sentence(item));
            }
            html.push_str("</ul>\n");
        }
    } else {
        let all: Vec<Sentence> = document
            .statements
            .iter()
            .flat_map(|one| one.sentences.clone())
            .collect();
        html.push_str(&paragraph(&all));
    }
    let _ = writeln!(
        html,
        "<p><small>{}</small></p>",
        html_sentence(&document.provenance)
    );
    if let Some(link) = link {
        let _ = writeln!(
            html,
            "<p><a href=\"{}\">Open these numbers</a></p>",
            html_text(link)
        );
    }
    html
}

fn html_sentence(sentence: &Sentence) -> String {
    sentence.0.iter().map(html_span).collect()
}

fn html_span(span: &Span) -> String {
    let mut html = html_text(&span.text);
    if let Some(figure) = span.figure.filter(|figure| figure.value.is_finite()) {
        html = format!("<data value=\"{}\">{html}</data>", figure.value);
    }
    if span.strong {
        html = format!("<b>{html}</b>");
    }
    html
}

fn html_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_and_html_are_escaped() {
        assert_eq!(markdown_text("a*b_[c]"), "a\\*b\\_\\[c\\]");
        assert_eq!(html_text("a < \"b\" & c"), "a &lt; &quot;b&quot; &amp; c");
        assert_eq!(markdown_text("$3 more"), "$3 more");
    }

    #[test]
    fn bold_marks_stand_beside_the_word() {
        let sentence = Sentence(vec![
            Span::words("It costs "),
            Span::words("$3 ").strong(),
            Span::words("more."),
        ]);
        assert_eq!(markdown_sentence(&sentence), "It costs **$3** more.");
        assert_eq!(html_sentence(&sentence), "It costs <b>$3 </b>more.");
    }
}
