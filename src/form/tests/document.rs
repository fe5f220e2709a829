use super::*;
use crate::form::{End, Part};
use headroom_model::preset::EXAMPLES;
use headroom_model::text::write::Currency;
use proptest::prelude::*;

#[track_caller]
fn comes_back(form: &Form) {
    let document = form.document();
    assert_eq!(&Form::from_document(&document), form);
    let file = document.to_file();
    let read =
        Document::from_file(file.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{file}"));
    assert_eq!(&Form::from_document(&read), form, "{file}");
}

#[test]
fn an_example_says_nothing() {
    for example in &EXAMPLES {
        let form = Form::from_example(example);
        assert!(form.document().inputs.is_empty());
        comes_back(&form);
    }
}

/// [U1] Numbers, texts that say them in another way, and texts that are no numbers yet all come back.
#[test]
fn whatever_was_typed_comes_back() {
    let mut form = Form {
        name: "Board".into(),
        notes: "Line one\nline two".into(),
        seed: 9,
        fine: true,
        currency: Currency::Franc,
        ..Form::default()
    };
    form.test.set(Part::Price, "20k".into());
    form.set(Key::Success, "0.35".into());
    form.set(Key::BuildCost, "180k".into());
    form.set(Key::Premium, "20-30%".into());
    form.set(Key::RebuildCost, "25o".into());
    form.set(Key::RebuildMonths, "1,5".into());
    form.set(Key::UsersMonth12, "-".into());
    form.set(Key::Cash, "3M".into());
    form.set_certain(Key::UserMargin);
    form.set_end(Key::Size, End::Low, "0.2x".into());
    comes_back(&form);
    form.set(Key::Cash, String::new());
    form.set(Key::UsersMonth12, String::new());
    comes_back(&form);
}

/// Both kinds come back, the one that is shown and the other, whatever was typed for them.
#[test]
fn both_kinds_come_back() {
    let mut form = Form::from_example(&EXAMPLES[2]);
    form.set(Key::BuildCost, "180k".into());
    form.set(Key::RebuildCost, "25o".into());
    form.switch_kind();
    form.set(Key::Price, "4oo".into());
    form.set_end(Key::ExtraParts, End::High, "9".into());
    for _ in 0..2 {
        let both = form.both();
        assert_eq!(Form::from_both(&both), form);
        assert_eq!(
            both.shown,
            form.document(),
            "links and files hold what is shown"
        );
        form.switch_kind();
    }
    assert_eq!(form.text(Key::Price), "4oo");
}

/// Without a text, the number is shown as it is usually written; with one that does not say it, too.
#[test]
fn the_number_goes_before_its_text() {
    let mut document = Document::of_example(&EXAMPLES[0]);
    for text in [None, Some("44 %".to_owned())] {
        let best = Number {
            value: Some(0.35),
            text,
        };
        let range = TypedRange::default();
        document.inputs = vec![(Key::Success, Typed { best, range })];
        let form = Form::from_document(&document);
        assert_eq!(form.text(Key::Success), "35");
        assert_eq!(form.entry(Key::Success).value, Some(0.35));
    }
}

proptest! {
    /// Any texts, in any fields, come back.
    #[test]
    fn any_texts_come_back(
        texts in proptest::collection::vec((0..Key::COUNT, "[-0-9.,%kM x€]{0,12}|[0-9]{1,9}(\\.[0-9]{1,17})?|1e-3[0-9]{2}"), 0..8),
        ends in proptest::collection::vec((0..Key::COUNT, "[0-9.,%kMx]{0,8}", any::<bool>()), 0..4),
    ) {
        let mut form = Form::default();
        for (key, text) in texts {
            let key = Key::ALL[key];
            if key.field().preset(form.kind()).is_some() {
                form.set(key, text);
            }
        }
        for (key, text, low) in ends {
            let key = Key::ALL[key];
            if headroom_model::scenario::has_range(key) && key.field().preset(form.kind()).is_some() {
                form.set_end(key, if low { End::Low } else { End::High }, text);
            }
        }
        comes_back(&form);
    }
}
