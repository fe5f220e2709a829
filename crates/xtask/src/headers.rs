//! Reads a `_headers` file: lines with a path, each followed by indented `Name: value` lines.

/// The rules of a `_headers` file, in its order.
pub struct Headers(Vec<Rule>);

/// The headers for one path, or for all below it when it ends in `*`.
struct Rule {
    path: String,
    headers: Vec<(String, String)>,
}

impl Headers {
    /// Reads the text of the file; lines that are neither path nor header are left out.
    pub fn parse(text: &str) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text.lines() {
            if line.starts_with('/') {
                let path = line.trim().to_owned();
                rules.push(Rule {
                    path,
                    headers: Vec::new(),
                });
            } else if let (Some(rule), Some((name, value))) =
                (rules.last_mut(), line.split_once(':'))
            {
                rule.headers
                    .push((name.trim().to_owned(), value.trim().to_owned()));
            }
        }
        Self(rules)
    }

    /// The headers for a path that begins with `/`.
    pub fn of(&self, path: &str) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .filter(move |rule| match rule.path.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => path == rule.path,
            })
            .flat_map(|rule| &rule.headers)
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_add_up_by_path() {
        let headers = Headers::parse("/*\n  A: 1\n  B: x: y\n/index.html\n  C: 3\n");
        assert_eq!(
            headers.of("/a.js").collect::<Vec<_>>(),
            [("A", "1"), ("B", "x: y")]
        );
        assert_eq!(headers.of("/index.html").last(), Some(("C", "3")));
    }
}
