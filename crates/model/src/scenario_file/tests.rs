#![cfg(not(target_family = "wasm"))]

use super::*;
use proptest::prelude::*;
use serde_json::json;

use crate::field::{Field, Kind, Special};
use crate::preset::EXAMPLES;
use crate::scenario::{check, has_range};

/// A document with something of everything.
fn full() -> Document {
    let mut document = Document::of_example(&EXAMPLES[2]);
    document.name = "Q3 board: Müller & Söhne 🚀".into();
    document.notes = "First line.\nSecond line: \"quoted\", <b>not bold</b>".into();
    document.seed = 7;
    document.fine = true;
    document.currency = Currency::Euro;
    document.test[2] = "20k".into();
    document.inputs = vec![
        (
            Key::Success,
            Typed {
                best: Number {
                    value: Some(0.35),
                    text: Some("35 %".into()),
                },
                range: TypedRange::OfTheExample,
            },
        ),
        (
            Key::BuildCost,
            Typed {
                best: Number {
                    value: None,
                    text: Some("12o,000".into()),
                },
                range: TypedRange::Certain,
            },
        ),
        (
            Key::RebuildCost,
            Typed {
                best: Number {
                    value: Some(3.0),
                    text: None,
                },
                range: TypedRange::Ends([
                    Number {
                        value: Some(2.0),
                        text: None,
                    },
                    Number {
                        value: None,
                        text: Some("4oo".into()),
                    },
                ]),
            },
        ),
        (
            Key::Cash,
            Typed {
                best: Number {
                    value: Some(f64::INFINITY),
                    text: Some("unlimited".into()),
                },
                range: TypedRange::OfTheExample,
            },
        ),
    ];
    document.inputs.sort_by_key(|(key, _)| *key);
    document
}

fn with_name_of(length: usize) -> Document {
    let mut document = Document::of_example(&EXAMPLES[0]);
    // Letters in no order, so that they deflate badly.
    let mut state = 1_u32;
    document.notes = (0..length)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x4e00 + (state >> 19)).unwrap_or('x')
        })
        .collect();
    document
}

/// The members of a full document, to be spoilt.
fn members() -> serde_json::Map<String, serde_json::Value> {
    match serde_json::from_str(&write::bare_line(&full())).unwrap() {
        serde_json::Value::Object(members) => members,
        other => panic!("{other} is no object"),
    }
}

#[track_caller]
fn invalid_at(text: &str, path: &str) {
    match Document::from_file(text.as_bytes()) {
        Err(LoadError::Invalid { path: found, why }) => {
            assert_eq!(found, path, "{why}");
            assert!(why.ends_with('.') && why.len() > 10, "{why}");
        }
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn a_file_gives_the_document_back() {
    let document = full();
    assert_eq!(
        Document::from_file(document.to_file().as_bytes()),
        Ok(document.clone())
    );
    assert_eq!(
        Document::from_file(document.to_line().as_bytes()),
        Ok(document)
    );
}

/// A file is for people: every member on a line of its own, numbers plain.
#[test]
fn a_file_can_be_read_by_people() {
    let text = full().to_file();
    assert!(text.starts_with("{\n  \"headroom\": 1,\n"), "{text}");
    assert!(text.contains("\"value\": 3,\n"), "{text}");
    assert!(text.contains("Müller & Söhne 🚀"), "{text}");
}

/// [L1] Nothing and something else are no scenario.
#[test]
fn what_is_not_ours_is_said() {
    for (text, foreign) in [
        ("#s=", Foreign::Empty),
        ("#s= ", Foreign::Empty),
        ("#", Foreign::OtherText),
        ("#foo", Foreign::OtherText),
        ("", Foreign::Empty),
        (" \n", Foreign::Empty),
    ] {
        assert_eq!(
            Document::from_link(text),
            Err(LoadError::NotOurs(foreign)),
            "{text}"
        );
    }
}

/// [L2] A link that was cut anywhere is said to be cut.
#[test]
fn a_link_cut_at_any_place_is_said_to_be_cut() {
    let link = full().to_link().unwrap();
    for length in LINK_MARK.len() + 1..link.len() {
        assert_eq!(
            Document::from_link(&link[..length]),
            Err(LoadError::Truncated),
            "at {length}"
        );
    }
}

/// [L3] No changed character gives another document.
#[test]
fn a_changed_character_never_gives_another_document() {
    let document = full();
    let link = document.to_link().unwrap();
    let alphabet = "AQgwx059-_.%= ~é";
    for at in LINK_MARK.len()..link.len() {
        for c in alphabet.chars().filter(|c| !link[at..].starts_with(*c)) {
            let changed = format!("{}{c}{}", &link[..at], &link[at + 1..]);
            match Document::from_link(&changed) {
                Ok(read) => assert_eq!(read, document, "{c} at {at}"),
                Err(LoadError::ChecksumMismatch { .. } | LoadError::Truncated) => {}
                Err(other) => panic!("{c} at {at}: {other:?}"),
            }
        }
    }
}

/// [L4] What chat programs do to the signs of a link is undone.
#[test]
fn percent_signs_are_read_once() {
    let document = full();
    let link = document.to_link().unwrap();
    let payload = &link[LINK_MARK.len()..];
    let encoded: String = payload.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let part = payload.replacen(
        &payload[4..5],
        &format!("%{:02x}", payload.as_bytes()[4]),
        1,
    );
    for text in [
        format!("#s={encoded}"),
        format!("#s%3D{payload}"),
        format!("%23s%3D{encoded}"),
        format!("https://example.org/x/?y=1#s={part}"),
        format!("#s=3D{payload}"),
    ] {
        assert_eq!(Document::from_link(&text), Ok(document.clone()), "{text}");
    }
}

/// [L5] Signs that mail and chat programs append, and lines that they break, do no harm.
#[test]
fn appended_signs_and_broken_lines_are_left_aside() {
    let document = full();
    let link = document.to_link().unwrap();
    let (first, rest) = link.split_at(76);
    let mut texts: Vec<String> = [
        ".",
        ")",
        ">",
        ",",
        "\u{200b}",
        "\u{a0}",
        "\n",
        "=\n",
        " and this",
        ").",
        "\">here</a>",
        "-",
        "__x",
    ]
    .iter()
    .map(|junk| format!("{link}{junk}"))
    .collect();
    texts.push(format!("See https://example.org/{link} for the figures"));
    // As they are; as a browser's address holds them (broken lines taken out, the rest as bytes in `%XX`); as a
    // field of one line holds them.
    for broken in [
        "\n",
        "\r\n",
        "=\r\n",
        "=\n",
        "\u{200b}",
        "\u{ad}",
        "\n  ",
        "\n> ",
        "\n>> ",
        "\u{2060}",
        "\u{200e}",
        "=",
        "= ",
        "%E2%80%8B",
        "%C2%AD",
        "%20",
        "%3E%20",
        "%0A",
    ] {
        texts.push(format!("{first}{broken}{rest}"));
    }
    // The answer to a mail holds the link that it answers, cut; and a whole one below.
    texts.push(format!("You sent {first}… and I mean {link}"));
    for text in texts {
        assert_eq!(Document::from_link(&text), Ok(document.clone()), "{text:?}");
    }
}

/// [L6] Signs that look like encoding and are none raise nothing.
#[test]
fn malformed_percent_signs_raise_nothing() {
    for text in [
        "#s=%E0%A4%A",
        "#s=%",
        "#s=%zz",
        "#s=A%",
        "#s=%F0%9F%",
        "#s=é%é",
    ] {
        let error = Document::from_link(text).expect_err("it is no link");
        assert!(error.to_string().ends_with('.'), "{error}");
    }
}

fn packed(body: &[u8]) -> String {
    use base64::Engine;
    let length = u16::try_from(body.len()).unwrap();
    let mut bytes = length.to_be_bytes().to_vec();
    bytes.extend(body);
    let mut all = crc32fast::hash(&bytes).to_be_bytes().to_vec();
    all.extend(bytes);
    let payload = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(all);
    format!("{LINK_MARK}{payload}")
}

/// [L7] A small link that inflates to very much is not inflated.
#[test]
fn a_bomb_is_too_large() {
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![b' '; 8 << 20], 10);
    assert!(bomb.len() < 12_000, "{}", bomb.len());
    assert_eq!(
        Document::from_link(&packed(&bomb)),
        Err(LoadError::TooLarge)
    );
}

/// [L8] Very long fragments are refused before anything is done with them.
#[test]
fn long_fragments_are_too_large() {
    for length in [100_000, 1_000_000, 10_000_000] {
        let text = format!("#s={}", "A".repeat(length));
        assert_eq!(Document::from_link(&text), Err(LoadError::TooLarge));
    }
}

/// [L9] A scenario that fits no link says so, with its length; what fits is read back.
#[test]
fn what_fits_no_link_is_said() {
    let long = with_name_of(9_000);
    let error = long.to_link().expect_err("it is too long");
    assert!(error.length > LINK_CAP);
    assert!(
        error.to_string().contains("Share the file instead."),
        "{error}"
    );
    assert_eq!(Document::from_file(long.to_file().as_bytes()), Ok(long));
    let fits = with_name_of(4_000);
    assert_eq!(Document::from_link(&fits.to_link().unwrap()), Ok(fits));
}

/// [L10 S15] A newer format is named and not guessed at.
#[test]
fn a_newer_format_is_named() {
    let text = "{\"headroom\": 2, \"what\": [\"ever\"]}";
    let error = Document::from_file(text.as_bytes()).unwrap_err();
    assert_eq!(error, LoadError::TooNew { version: 2 });
    assert!(error.to_string().contains("newer version"), "{error}");
    let body = miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 10);
    assert_eq!(Document::from_link(&packed(&body)), Err(error));
}

/// [L12] Deep nesting is refused, not followed.
#[test]
fn deep_nesting_is_refused() {
    for text in [
        "[".repeat(200_000),
        format!("{{\"headroom\":{}", "[".repeat(200_000)),
    ] {
        assert!(Document::from_file(text.as_bytes()).is_err());
    }
    let deep = format!(
        "{{\"headroom\": 1, \"name\": {}{}}}",
        "[".repeat(500),
        "]".repeat(500)
    );
    assert!(matches!(
        Document::from_file(deep.as_bytes()),
        Err(LoadError::Invalid { .. })
    ));
}

/// A key of any length is told in a sentence that can be read, and whole up to where it is cut.
#[test]
fn endless_keys_are_told_in_short() {
    let long = "k".repeat(100_000);
    for text in [
        format!("{{\"headroom\": 1, \"{long}\": 1}}"),
        format!("{{\"headroom\": 0, \"{long}\": 1}}"),
        format!("{{\"{long}\": 1, \"{long}\": 1}}"),
    ] {
        let error = Document::from_file(text.as_bytes())
            .unwrap_err()
            .to_string();
        assert!(error.contains("kkk…") && error.len() < 200, "{error}");
    }
    let error = Document::from_file(b"{\"a at line b\": 1, \"a at line b\": 1}").unwrap_err();
    assert!(error.to_string().contains("\"a at line b\""), "{error}");
}

/// [L13] Missing, unknown, doubled and mistyped parts are named by their path.
#[test]
fn wrong_parts_are_named() {
    for key in read::MEMBERS.iter().filter(|key| **key != "headroom") {
        let mut members = members();
        members.shift_remove(*key);
        invalid_at(&serde_json::to_string(&members).unwrap(), key);
    }
    for key in read::MEMBERS.iter().filter(|key| **key != "headroom") {
        for wrong in [
            json!(null),
            json!(true),
            json!(-1.5),
            json!([1]),
            json!({"a": 1}),
        ] {
            let mut members = members();
            members.insert((*key).into(), wrong.clone());
            let text = serde_json::to_string(&members).unwrap();
            match Document::from_file(text.as_bytes()) {
                Err(LoadError::Invalid { path, .. }) => assert!(path.starts_with(key), "{path}"),
                other => panic!("{key} = {wrong}: {other:?}"),
            }
        }
    }
    let mut extra = members();
    extra.insert("colour".into(), json!("red"));
    invalid_at(&serde_json::to_string(&extra).unwrap(), "colour");
    for (input, wrong, path) in [
        ("p", json!({"value": "high"}), "inputs.p.value"),
        ("p", json!({"value": null}), "inputs.p.value"),
        ("p", json!({"value": 1.5}), "inputs.p.value"),
        ("p", json!({}), "inputs.p"),
        ("p", json!(0.5), "inputs.p"),
        ("p", json!({"worth": 1}), "inputs.p.worth"),
        ("p", json!({"low": 0.1}), "inputs.p"),
        ("p", json!({"certain": false}), "inputs.p.certain"),
        (
            "p",
            json!({"certain": true, "low": 0.1, "high": 0.2}),
            "inputs.p",
        ),
        ("cash", json!({"certain": true}), "inputs.cash"),
        ("cash", json!({"value": "none"}), "inputs.cash.value"),
        (
            "nothing_allowed",
            json!({"value": 1}),
            "inputs.nothing_allowed.value",
        ),
        ("pp", json!({"value": 1}), "inputs.pp"),
        ("price_unit", json!({"value": 1}), "inputs.price_unit"),
    ] {
        let mut members = members();
        members["inputs"] = json!({ input: wrong });
        invalid_at(&serde_json::to_string(&members).unwrap(), path);
    }
    let twice = full()
        .to_line()
        .replacen("\"seed\":7", "\"seed\":7,\"seed\":8", 1);
    let error = Document::from_file(twice.as_bytes()).unwrap_err();
    assert!(
        error.to_string().contains("\"seed\" stands there twice"),
        "{error}"
    );
}

/// [L20] The sentence about changed characters names the usual cause.
#[test]
fn changed_capitals_are_named() {
    let link = full().to_link().unwrap();
    let small = format!("{LINK_MARK}{}", link[LINK_MARK.len()..].to_lowercase());
    let error = Document::from_link(&small).unwrap_err();
    assert!(
        error.to_string().contains("capital letters") || error == LoadError::Truncated,
        "{error}"
    );
    // With the length intact it is always the characters.
    let head = LINK_MARK.len() + 8;
    let small = format!("{}{}", &link[..head], link[head..].to_lowercase());
    assert!(
        Document::from_link(&small)
            .unwrap_err()
            .to_string()
            .contains("capital letters")
    );
}

/// [L21 I10 N8] Numbers that no double holds as they are written, or that nobody means, are refused.
#[test]
fn numbers_that_nobody_means_are_refused() {
    let long = "9".repeat(400);
    for number in [
        "1e400",
        "1e999",
        "-0",
        "-0.0",
        "1e-320",
        "-1e-320",
        "9007199254740993",
        long.as_str(),
        "NaN",
        "Infinity",
        "-Infinity",
        "0x10",
        "+1",
        "1.",
        ".5",
        "01",
        "1e308",
    ] {
        let text = full().to_line();
        let text = text.replace("\"value\":3,", &format!("\"value\":{number},"));
        let text = text.replace(text.rsplit(",\"check\"").next().unwrap(), "}");
        let text = text.replace(",\"check\"}", "}");
        match Document::from_file(text.as_bytes()) {
            Err(LoadError::Invalid { .. }) => {}
            other => panic!("{number}: {other:?}"),
        }
    }
}

/// [I1] Text in the usual encodings is read; anything else is named.
#[test]
fn encodings_are_read_or_named() {
    let document = full();
    let text = document.to_file();
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.into_iter()
            .chain(text.encode_utf16().flat_map(bytes))
            .collect()
    };
    let little = utf16([0xff, 0xfe], u16::to_le_bytes);
    let big = utf16([0xfe, 0xff], u16::to_be_bytes);
    let marked = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    for bytes in [little.as_slice(), &big, &marked] {
        assert_eq!(Document::from_file(bytes), Ok(document.clone()));
    }
    assert_eq!(
        Document::from_file(&little[..little.len() - 1]),
        Err(LoadError::Truncated)
    );
    let latin_1: Vec<u8> = text
        .replace("Müller", "M~ller")
        .bytes()
        .map(|b| if b == b'~' { 0xfc } else { b })
        .collect();
    for (bytes, foreign) in [
        (b"".as_slice(), Foreign::Empty),
        (b"\xef\xbb\xbf", Foreign::Empty),
        (b" \n", Foreign::Empty),
        (b"x", Foreign::OtherText),
        (&latin_1, Foreign::NotText),
        (b"\xff\xfe\x00\xd8", Foreign::NotText),
        (b"\x00\x00\x00", Foreign::OtherText),
        (b"[1, 2]", Foreign::OtherJson),
        (b"{\"a\": 1}", Foreign::OtherJson),
        (b"17", Foreign::OtherJson),
    ] {
        assert_eq!(
            Document::from_file(bytes),
            Err(LoadError::NotOurs(foreign)),
            "{bytes:?}"
        );
    }
    assert_eq!(
        Document::from_file(&text.as_bytes()[..40]),
        Err(LoadError::Truncated)
    );
}

/// [I2] What is larger than the cap is not looked at.
#[test]
fn large_files_are_not_read() {
    assert_eq!(
        Document::from_file(&vec![b' '; SIZE_CAP + 1]),
        Err(LoadError::TooLarge)
    );
}

/// [I3] Files of other kinds are named by what they begin with.
#[test]
fn other_kinds_of_files_are_named() {
    for (start, foreign) in [
        (b"\x89PNG\r\n\x1a\n".as_slice(), Foreign::Picture),
        (b"\xff\xd8\xff\xe0", Foreign::Picture),
        (b"PK\x03\x04xl/workbook.xml", Foreign::Archive),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::Archive),
        (b"%PDF-1.7", Foreign::Pdf),
        (b"<!doctype html><table>", Foreign::WebPage),
    ] {
        assert_eq!(Document::from_file(start), Err(LoadError::NotOurs(foreign)));
        assert!(
            LoadError::NotOurs(foreign)
                .to_string()
                .contains("not a scenario")
        );
    }
}

/// [L13] A file that was edited says so, unless its checksum was taken out.
#[test]
fn an_edited_file_says_so() {
    let text = full().to_file();
    let edited = text.replace("\"seed\": 7", "\"seed\": 8");
    assert_eq!(
        Document::from_file(edited.as_bytes()),
        Err(LoadError::ChecksumMismatch { file: true })
    );
    // As the sentence says: the last entry and the comma before it are deleted.
    let (kept, check) = edited.rsplit_once(',').unwrap();
    assert!(check.trim_start().starts_with("\"check\""), "{check}");
    let by_hand = format!("{kept}\n}}\n");
    assert_eq!(
        Document::from_file(by_hand.as_bytes()).map(|read| read.seed),
        Ok(8),
        "{by_hand}"
    );
}

/// [L10 S15] The version is looked at first: a newer program may have another checksum.
#[test]
fn a_newer_format_is_named_before_anything_is_judged() {
    let edited = full().to_line().replacen(
        &format!("\"headroom\":{FORMAT}"),
        &format!("\"headroom\":{}", FORMAT + 1),
        1,
    );
    assert_eq!(
        Document::from_file(edited.as_bytes()),
        Err(LoadError::TooNew {
            version: FORMAT + 1
        })
    );
}

/// [L10 S14 S15] What a newer program of the same format knows, an example say, is no damage.
#[test]
fn what_a_newer_program_of_this_format_knows_is_named() {
    let with = |engine: &str, preset: &str| {
        let mut members = members();
        members["engine"] = json!(engine);
        members["preset"] = json!(preset);
        Document::from_file(serde_json::to_string(&members).unwrap().as_bytes())
    };
    let error = with("999.0.0", "an_example_of_tomorrow").unwrap_err();
    assert!(error.is_for_a_newer_program(), "{error:?}");
    let said = error.to_string();
    assert!(
        said.contains("newer version of Headroom (999.0.0") && said.contains("\"preset\""),
        "{said}"
    );
    assert!(with("999.0.0", full().preset.key).is_ok());
    for engine in [crate::VERSION, "0.0.0", "tomorrow", "1.2", "9.9.9.9"] {
        let error = with(engine, "an_example_of_tomorrow").unwrap_err();
        assert!(
            matches!(error, LoadError::Invalid { .. }),
            "{engine}: {error:?}"
        );
    }
}

/// [S16] A migration works on a copy: what was read is as it was, also where a step fails.
#[test]
fn a_migration_changes_nothing_that_was_read() {
    for (old, path) in [
        (
            json!({"headroom": 0, "preset": "pilot", "values": {"p": 0.4}, "seed": 3}),
            None,
        ),
        (
            json!({"headroom": 0, "preset": "pilot", "values": [], "seed": 3}),
            Some("values"),
        ),
        (
            json!({"headroom": 0, "preset": "pilot", "values": {"p": 4}, "seed": 3}),
            Some("inputs.p.value"),
        ),
    ] {
        let before = old.to_string();
        match (read::document(&old), path) {
            (Ok(document), None) => assert_eq!(document.inputs.len(), 1),
            (Err(LoadError::Invalid { path, .. }), Some(wanted)) => assert_eq!(path, wanted),
            (found, _) => panic!("{found:?}"),
        }
        assert_eq!(old.to_string(), before);
    }
}

/// [S23] Names are ordinary text, whatever they say; control characters are not.
#[test]
fn names_are_ordinary_text() {
    for name in [
        "__proto__",
        "constructor",
        "toString",
        "",
        "   ",
        "<script>",
        "\u{202e}abc",
        "👨‍👩‍👧‍👦",
    ] {
        let document = Document {
            name: name.into(),
            ..full()
        };
        assert_eq!(
            Document::from_link(&document.to_link().unwrap()),
            Ok(document)
        );
    }
    for name in ["x".repeat(NAME_CAP + 1), "a\u{0}b".into(), "a\nb".into()] {
        let text = Document { name, ..full() }.to_line();
        invalid_at(&text, "name");
    }
}

/// [S22] Half a character is no text.
#[test]
fn half_a_character_is_refused() {
    let text = full().to_line().replace("🚀", "\\ud83d");
    assert!(matches!(
        Document::from_file(text.as_bytes()),
        Err(LoadError::Invalid { .. })
    ));
}

#[test]
fn a_draft_has_no_scenario_and_a_finished_one_has() {
    let problems = full().scenario().unwrap_err();
    let keys: Vec<Key> = problems.iter().map(|problem| problem.key).collect();
    assert!(keys.contains(&Key::BuildCost) && keys.contains(&Key::RebuildCost));
    for example in &EXAMPLES {
        assert_eq!(Document::of_example(example).scenario(), example.scenario());
    }
}

/// The range that an example states of its own goes along with another best guess, and gives way to
/// what is said about it.
#[test]
fn the_range_of_the_example_holds_where_nothing_is_said() {
    let example = Example::with_key("full_rebuild_6_12").unwrap();
    let range = |typed: Typed| {
        let mut document = Document::of_example(example);
        document.inputs = vec![(Key::RebuildMonths, typed)];
        let range = document.scenario().unwrap().range(Key::RebuildMonths);
        range.map(|range| [range.low, range.high].map(|end| (end * 1e9).round() / 1e9))
    };
    let number = |value| Number {
        value: Some(value),
        text: None,
    };
    let best = number(18.0);
    let typed = |range| Typed {
        best: best.clone(),
        range,
    };
    assert_eq!(range(typed(TypedRange::OfTheExample)), Some([12.0, 24.0]));
    assert_eq!(range(typed(TypedRange::Certain)), None);
    let ends = TypedRange::Ends([number(15.0), number(30.0)]);
    assert_eq!(range(typed(ends)), Some([15.0, 30.0]));
}

fn number_of(key: Key, kind: Kind) -> BoxedStrategy<f64> {
    let (low, high) = key.field().allowed;
    let field = key.field();
    match field.special {
        Special::YesNo => prop_oneof![Just(0.0), Just(1.0)].boxed(),
        Special::Whole => (low..=high).prop_map(f64::round).boxed(),
        Special::Best | Special::Unlimited => prop_oneof![Just(f64::INFINITY), low..=high].boxed(),
        Special::None => {
            let best = key.default_for(kind);
            prop_oneof![low..=high, Just(low), Just(best * 1.07)].boxed()
        }
    }
}

fn text() -> impl proptest::strategy::Strategy<Value = Option<String>> {
    proptest::option::of("[ -~äöü€0-9.,%]{0,20}")
}

fn typed(key: Key, kind: Kind) -> impl proptest::strategy::Strategy<Value = (Key, Typed)> {
    let number = (proptest::option::of(number_of(key, kind)), text());
    let end = || {
        (0.001..1e6_f64, text()).prop_map(|(value, text)| Number {
            value: Some(value),
            text,
        })
    };
    let ends = [end(), end()];
    let range = if has_range(key) {
        prop_oneof![
            Just(TypedRange::OfTheExample),
            Just(TypedRange::Certain),
            ends.prop_map(TypedRange::Ends)
        ]
        .boxed()
    } else {
        Just(TypedRange::OfTheExample).boxed()
    };
    (number, range).prop_map(move |((value, text), range)| {
        let value = value.filter(|value| check(kind, key, *value).is_ok());
        // Something has to be said.
        let text = text.or_else(|| value.is_none().then(|| "x".to_owned()));
        let best = Number { value, text };
        (key, Typed { best, range })
    })
}

fn document() -> impl proptest::strategy::Strategy<Value = Document> {
    let example = (0..EXAMPLES.len()).prop_flat_map(|example| {
        let kind = EXAMPLES[example].kind;
        let keys: Vec<Key> = Field::of(kind).map(|field| field.key).collect();
        let inputs = proptest::sample::subsequence(keys, 0..12).prop_flat_map(move |keys| {
            let typed = keys.into_iter().map(|key| typed(key, kind));
            typed.collect::<Vec<_>>()
        });
        (Just(example), inputs)
    });
    (
        example,
        "\\PC{0,40}",
        "[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\u{9f}]{0,200}",
        1..u32::MAX,
        any::<bool>(),
        0..Currency::ALL.len(),
    )
        .prop_map(
            |((example, mut inputs), name, notes, seed, fine, currency)| {
                inputs.sort_by_key(|(key, _)| *key);
                Document {
                    name,
                    notes,
                    inputs,
                    seed,
                    fine,
                    currency: Currency::ALL[currency],
                    ..Document::of_example(&EXAMPLES[example])
                }
            },
        )
}

proptest! {
    /// [L22 I11 E7] What is read is what was written, to the bit, and is written as the same bytes.
    #[test]
    fn writing_and_reading_change_nothing(document in document()) {
        let file = document.to_file();
        let read = Document::from_file(file.as_bytes()).expect("we wrote it");
        prop_assert_eq!(&read, &document);
        prop_assert_eq!(read.to_file(), file);
        if let Ok(link) = document.to_link() {
            let read = Document::from_link(&link).expect("we wrote it");
            prop_assert_eq!(read.to_link(), Ok(link));
            prop_assert_eq!(read, document);
        }
    }

    /// [L2 L3] No cut and no change of a link of any document gives another one.
    #[test]
    fn no_damage_gives_another_document(document in document(), at in 0.0..1.0_f64, c in "[A-Za-z0-9_-]") {
        let Ok(link) = document.to_link() else { return Ok(()) };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
        let at = 3 + ((link.len() - 3) as f64 * at) as usize;
        prop_assert_eq!(Document::from_link(&link[..at]).is_ok(), false);
        let changed = format!("{}{c}{}", &link[..at], &link[at + 1..]);
        if let Ok(read) = Document::from_link(&changed) {
            prop_assert_eq!(read, document);
        }
    }

    /// [I17 L13] Damaged files raise nothing and give a sentence.
    #[test]
    fn damaged_files_give_a_sentence(document in document(), at in 0.0..1.0_f64, byte in any::<u8>()) {
        let mut bytes = document.to_file().into_bytes();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
        let at = (bytes.len() as f64 * at) as usize;
        bytes[at] = byte;
        match Document::from_file(&bytes) {
            Ok(read) => prop_assert_eq!(read, document),
            Err(error) => prop_assert!(error.to_string().ends_with('.'), "{}", error),
        }
    }
}
