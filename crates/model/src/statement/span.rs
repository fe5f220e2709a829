//! Spans and sentences.

use super::figure::Figure;
use crate::strategy::Choice;

/// A piece of a sentence with one look and one meaning.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether they stand out.
    pub strong: bool,
    /// The quantity they state, where they state one.
    pub figure: Option<Figure>,
    /// The option they name, for its colour.
    pub hue: Option<Choice>,
}

impl Span {
    /// Plain words.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// The same, standing out.
    #[must_use]
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// The same, naming an option.
    #[must_use]
    pub fn naming(mut self, option: Choice) -> Self {
        self.hue = Some(option);
        self
    }

    /// The same with its first letter in capitals.
    #[must_use]
    pub fn capitalised(mut self) -> Self {
        self.text = capitalised(&self.text);
        self
    }

    /// Whether it is nothing but words in the ordinary look.
    fn is_plain(&self) -> bool {
        !self.strong && self.figure.is_none() && self.hue.is_none()
    }
}

/// A sentence, or a phrase of one: spans in the order in which they are read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentence(pub Vec<Span>);

impl Sentence {
    /// The bare text.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|span| span.text.is_empty())
    }

    /// The figures stated, in the order in which they are read.
    pub fn figures(&self) -> impl Iterator<Item = (&Span, Figure)> {
        self.0
            .iter()
            .filter_map(|span| span.figure.map(|figure| (span, figure)))
    }

    /// Appends words, a span or another sentence; neighbouring plain words join.
    pub fn push(&mut self, part: impl Into<Self>) {
        for span in part.into().0 {
            match self.0.last_mut() {
                _ if span.text.is_empty() => {}
                Some(last) if last.is_plain() && span.is_plain() => last.text.push_str(&span.text),
                _ => self.0.push(span),
            }
        }
    }

    /// The same with its first letter in capitals.
    #[must_use]
    pub fn capitalised(mut self) -> Self {
        if let Some(span) = self.0.first_mut() {
            span.text = capitalised(&span.text);
        }
        self
    }

    /// The same with its first letter small, to stand inside a sentence.
    pub(crate) fn lower_case(mut self) -> Self {
        if let Some(span) = self.0.first_mut() {
            let mut letters = span.text.chars();
            if let Some(first) = letters.next() {
                span.text = first.to_lowercase().chain(letters).collect();
            }
        }
        self
    }

    /// All of it standing out.
    #[must_use]
    pub fn strong(mut self) -> Self {
        for span in &mut self.0 {
            span.strong = true;
        }
        self
    }
}

/// The same with its first letter in capitals.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

impl From<&str> for Sentence {
    fn from(text: &str) -> Self {
        Self(vec![Span::words(text)])
    }
}

impl From<String> for Sentence {
    fn from(text: String) -> Self {
        Self(vec![Span::words(text)])
    }
}

impl From<Span> for Sentence {
    fn from(span: Span) -> Self {
        Self(vec![span])
    }
}

impl<T: Into<Self>> From<Option<T>> for Sentence {
    fn from(part: Option<T>) -> Self {
        part.map_or_else(Self::default, Into::into)
    }
}

impl std::fmt::Display for Sentence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.plain())
    }
}

/// The bare text of several sentences, one after the other.
#[must_use]
pub fn plain(sentences: &[Sentence]) -> String {
    let texts: Vec<String> = sentences.iter().map(Sentence::plain).collect();
    texts.join(" ")
}

/// Phrases in a row: "a, b and c".
pub(crate) fn listed(phrases: Vec<Sentence>) -> Sentence {
    let mut list = Sentence::default();
    let last = phrases.len().saturating_sub(1);
    for (place, phrase) in phrases.into_iter().enumerate() {
        match place {
            0 => {}
            _ if place == last => list.push(" and "),
            _ => list.push(", "),
        }
        list.push(phrase);
    }
    list
}

/// A sentence from words, spans and sentences.
macro_rules! sentence {
    () => {
        $crate::statement::Sentence::default()
    };
    ($($part:expr),+ $(,)?) => {{
        let mut sentence = $crate::statement::Sentence::default();
        $(sentence.push($part);)+
        sentence
    }};
}
pub(crate) use sentence;
