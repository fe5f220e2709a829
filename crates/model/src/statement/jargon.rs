//! Words that business statements do without.

/// Words of the trade that a reader outside it need not know. A word counts with its endings:
/// "refactor" stands for "refactored" and "refactoring" as well.
pub const JARGON: [&str; 46] = [
    "schema",
    "refactor",
    "normalis",
    "normaliz",
    "denormal",
    "latency",
    "throughput",
    "stochastic",
    "npv",
    "net present value",
    "monte carlo",
    "percentile",
    "quantile",
    "utilisation",
    "utilization",
    "heuristic",
    "regression",
    "coefficient",
    "standard deviation",
    "standard error",
    "variance",
    "distribution",
    "deterministic",
    "microservice",
    "sharding",
    "monolith",
    "backend",
    "frontend",
    "codebase",
    "tech stack",
    "bandwidth",
    "bottleneck",
    "concurren",
    "asynchron",
    "idempoten",
    "query",
    "queries",
    "database",
    "migration",
    "technical debt",
    "backlog",
    "capex",
    "opex",
    "wacc",
    "evpi",
    "logistic",
];

/// What no statement says, because it would not be true: nothing here is certain, and no single
/// path is the likeliest.
pub const NEVER: [&str; 2] = ["most likely", "will"];

/// The first word of the trade in a text.
#[must_use]
pub fn jargon_in(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    JARGON.into_iter().find(|word| starts_a_word(&text, word))
}

/// Whether a word of the text starts with this one.
fn starts_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_with_their_endings() {
        assert_eq!(jargon_in("We are Refactoring it."), Some("refactor"));
        assert_eq!(jargon_in("The latency is high."), Some("latency"));
        assert_eq!(jargon_in("A logistics firm."), Some("logistic"));
        assert_eq!(jargon_in("It costs more now."), None);
    }
}
