//! Where tests name the cases that they prove.

use super::is_id;

/// The number of a case, in a test or out of place.
#[derive(Debug, PartialEq)]
pub struct Mention {
    /// The number.
    pub id: String,
    /// File and line.
    pub place: String,
    /// Whether it belongs to a test that runs.
    pub in_a_test: bool,
}

/// The numbers in square brackets in a text: one, or several with spaces or commas between.
fn ids_in(text: &str) -> Vec<&str> {
    let brackets = text
        .split('[')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once(']')?.0));
    brackets.flat_map(ids_of_a_bracket).collect()
}

/// The words of a bracket if all of them are numbers of cases.
fn ids_of_a_bracket(inside: &str) -> Vec<&str> {
    let words: Vec<&str> = inside
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .collect();
    if words.iter().all(|word| is_id(word)) {
        words
    } else {
        Vec::new()
    }
}

/// The numbers in comments of a Rust file; those directly above a test belong to it.
pub fn in_rust(path: &str, source: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut above = Above::default();
    for (index, line) in source.lines().enumerate() {
        let line = line.trim();
        if line.starts_with("//") {
            let place = format!("{path}:{}", index + 1);
            let ids = ids_in(line)
                .into_iter()
                .map(|id| (id.to_owned(), place.clone()));
            above.ids.extend(ids);
        } else if !above.take_attribute(line) {
            found.extend(above.end(is_function(line)));
        }
    }
    found.extend(above.end(false));
    found
}

/// What stands above an item: comments and attributes.
#[derive(Default)]
struct Above {
    ids: Vec<(String, String)>,
    is_test: bool,
    is_ignored: bool,
    /// An attribute that goes on in the next line.
    is_open: bool,
}

impl Above {
    /// Takes a line that belongs to an attribute; says whether it did.
    fn take_attribute(&mut self, line: &str) -> bool {
        if !self.is_open && !line.starts_with("#[") {
            return false;
        }
        self.is_test |= line == "#[test]" || line.ends_with("_test]");
        self.is_ignored |= line.starts_with("#[ignore");
        self.is_open = !line.ends_with(']');
        true
    }

    /// The item begins, or there is none.
    fn end(&mut self, is_function: bool) -> Vec<Mention> {
        let above = std::mem::take(self);
        let in_a_test = is_function && above.is_test && !above.is_ignored;
        let mentions = above.ids.into_iter().map(|(id, place)| Mention {
            id,
            place,
            in_a_test,
        });
        mentions.collect()
    }
}

fn is_function(line: &str) -> bool {
    ["fn ", "async fn ", "pub fn "]
        .iter()
        .any(|start| line.starts_with(start))
}

/// The numbers in texts of a file of browser tests: names of tests, and what they are made of.
pub fn in_javascript(path: &str, source: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    for (index, line) in source.lines().enumerate() {
        let is_skipped = line.contains(".skip(") || line.contains(".todo(");
        found.extend(texts_of(line).flat_map(ids_in).map(|id| Mention {
            id: id.to_owned(),
            place: format!("{path}:{}", index + 1),
            in_a_test: !is_skipped,
        }));
    }
    found
}

/// What may be text in a line: all from its first quote to its last, unless it is a comment.
fn texts_of(line: &str) -> impl Iterator<Item = &str> {
    const QUOTES: [char; 3] = ['\'', '"', '`'];
    let is_comment = ["//", "*", "/*"]
        .iter()
        .any(|start| line.trim_start().starts_with(start));
    let ends = line.find(QUOTES).zip(line.rfind(QUOTES));
    ends.filter(|_| !is_comment)
        .map(|(first, last)| &line[first..last])
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rust(source: &str) -> Vec<(String, bool)> {
        let found = in_rust("a.rs", source);
        found.into_iter().map(|m| (m.id, m.in_a_test)).collect()
    }

    fn one(id: &str, in_a_test: bool) -> Vec<(String, bool)> {
        vec![(id.to_owned(), in_a_test)]
    }

    #[test]
    fn brackets_hold_numbers_or_something_else() {
        assert_eq!(ids_in("cut [L2], changed [L3 T1]"), ["L2", "L3", "T1"]);
        assert_eq!(ids_in("both [L2, L3]"), ["L2", "L3"]);
        let none = ["[]", "[L2 or so]", "[`Key`]", "[0.5]", "L2", "[L2"];
        assert!(none.iter().all(|text| ids_in(text).is_empty()));
    }

    #[test]
    fn a_comment_directly_above_a_test_belongs_to_it() {
        for source in [
            "/// [L4]\n#[test]\nfn a() {}",
            "// [L4]\n#[test]\nfn a() {}",
            "#[test]\n// [L4]\nfn a() {}",
            "proptest! {\n    /// Whole. [L4]\n    #[test]\n    fn a(x in y) {}\n}",
            "/// [L4]\n#[cfg_attr(\n    a,\n    b\n)]\n#[test]\nfn a() {}",
            "/// [L4]\n#[wasm_bindgen_test]\nasync fn a() {}",
        ] {
            assert_eq!(rust(source), one("L4", true), "{source}");
        }
    }

    #[test]
    fn a_comment_elsewhere_does_not() {
        for source in [
            "//! [L4]\n\n#[test]\nfn a() {}",
            "/// [L4]\nfn a() {}",
            "/// [L4]\n\n#[test]\nfn a() {}",
            "/// [L4]\n#[test]\n#[ignore = \"slow\"]\nfn a() {}",
            "/// [L4]\n#[cfg(test)]\nmod tests {",
            "#[test]\nfn a() {}\n// [L4]",
        ] {
            assert_eq!(rust(source), one("L4", false), "{source}");
        }
    }

    #[test]
    fn javascript_names_cases_in_texts() {
        let source = "// [L1]\n * [L1]\nsite.test('is told [L4]', x);\nconst a = b[L1];\n  \
                      `${text}: so [L5 T1]`,\ntest.skip('later [L6]', x);\n";
        let found: Vec<_> = in_javascript("b.mjs", source)
            .into_iter()
            .map(|m| (m.id, m.place, m.in_a_test))
            .collect();
        let expected = [
            ("L4", "b.mjs:3", true),
            ("L5", "b.mjs:5", true),
            ("T1", "b.mjs:5", true),
            ("L6", "b.mjs:6", false),
        ];
        assert_eq!(
            found,
            expected.map(|(id, place, runs)| (id.to_owned(), place.to_owned(), runs))
        );
    }
}
