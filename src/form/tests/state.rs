use super::*;

fn typed(key: Key, text: &str) -> Form {
    let mut form = Form::default();
    form.set(key, text.into());
    form
}

#[test]
fn an_example_is_its_own_scenario() {
    for example in &EXAMPLES {
        let form = Form::from_example(example);
        assert_eq!(form.scenario().unwrap(), example.scenario().unwrap());
        assert_eq!(form.changes(), 0);
    }
}

#[test]
fn every_field_shows_a_text_that_reads_back_to_its_value() {
    let form = Form::default();
    for field in Field::of(form.kind()) {
        let mut changed = form.clone();
        // A text of its own, so that it is read and not taken from the example.
        changed.typed[field.key as usize] = Some(form.text(field.key));
        let entry = changed.entry(field.key);
        let value = form.example.value(field.key);
        assert_eq!(entry.value, Some(value), "{}", field.name);
        let (low, high) = field.sensible;
        if value.is_finite() && (low..=high).contains(&value) {
            assert!(entry.notes.is_empty(), "{}: {:?}", field.name, entry.notes);
        }
    }
}

#[test]
fn accepted_spellings() {
    for text in [
        "150000",
        "150,000",
        "150 000",
        "150k",
        "0.15M",
        "150000 ",
        "\u{2007}150,000",
    ] {
        assert_eq!(
            typed(Key::BuildCost, text).entry(Key::BuildCost).value,
            Some(150_000.0)
        );
    }
    for text in ["25", "25%", "25 %"] {
        assert_eq!(
            typed(Key::Premium, text).entry(Key::Premium).value,
            Some(0.25),
            "{text}"
        );
    }
}

#[test]
fn doubtful_texts_are_asked_about_and_keep_the_scenario_away() {
    for text in ["1,5", "1.500"] {
        let form = typed(Key::RebuildMonths, text);
        assert!(
            matches!(
                form.entry(Key::RebuildMonths).standing,
                Standing::Asked { .. }
            ),
            "{text}"
        );
        assert_eq!(form.scenario().unwrap_err()[0].0, Key::RebuildMonths);
    }
}

#[test]
fn a_number_outside_the_model_is_named_with_an_example() {
    let entry = typed(Key::Success, "120").entry(Key::Success);
    assert_eq!(
        entry.standing,
        Standing::Wrong("This must lie between 0% and 100%. For example: 50.".into())
    );
}

#[test]
fn values_past_the_slider_are_used_with_a_note() {
    let entry = typed(Key::Premium, "90").entry(Key::Premium);
    assert_eq!(entry.value, Some(0.9));
    assert_eq!(
        entry.notes,
        ["Above the slider's 60%. It is used as typed."]
    );
}

#[test]
fn conflicts_are_named_at_a_field() {
    let form = typed(Key::Ceiling, "1,900");
    let problems = form.scenario().unwrap_err();
    assert_eq!(problems[0].0, Key::Ceiling);
    assert!(problems[0].1.contains("2,000"), "{}", problems[0].1);
}

#[test]
fn resetting_gives_the_example_back() {
    let mut form = typed(Key::Success, "70");
    form.set(Key::Premium, "30".into());
    assert_eq!(form.changes(), 2);
    form.reset(Key::Premium);
    assert_eq!((form.changes(), form.text(Key::Premium)), (1, "25".into()));
    form.reset_all();
    assert_eq!(form, Form::default());
}

#[test]
fn words_stand_for_numbers_where_they_may() {
    assert_eq!(
        typed(Key::Cash, "unlimited").entry(Key::Cash).value,
        Some(f64::INFINITY)
    );
    assert_eq!(
        typed(Key::AlarmWatch, "65%").entry(Key::AlarmWatch).value,
        Some(0.65)
    );
    assert_eq!(
        typed(Key::NothingAllowed, "no")
            .entry(Key::NothingAllowed)
            .value,
        Some(0.0)
    );
    assert!(
        typed(Key::BuildCost, "")
            .entry(Key::BuildCost)
            .value
            .is_none()
    );
}

#[test]
fn sliders_write_what_they_mean() {
    let mut form = Form::default();
    for field in Field::of(Kind::Service).filter(|field| field.special == Special::None) {
        for step in [0, 137, 500, 1000] {
            let value = Form::slider(field.key).value(step);
            form.set_value(field.key, value);
            assert_eq!(
                form.entry(field.key).value,
                Some(value),
                "{} {step}",
                field.name
            );
        }
    }
}

#[test]
fn a_slider_takes_a_typed_range_along() {
    let mut form = Form::default();
    form.set(Key::Premium, "20-40%".into());
    form.set_value(Key::Premium, 0.35);
    assert_eq!(form.range_entry(Key::Premium).ends, ["20", "40"]);
    form.set_value(Key::Premium, 0.6);
    // The plain scale keeps its proportions: 20 and 40 about 35 become 34.3 and 68.6 about 60.
    assert_eq!(form.range_entry(Key::Premium).ends, ["34.3", "68.6"]);
    let scenario = form.scenario().expect("the range holds its best guess");
    assert_eq!(scenario[Key::Premium], 0.6);
    // A number that is typed leaves the range as it is, and the range is named.
    form.set(Key::Premium, "90".into());
    assert_eq!(form.range_entry(Key::Premium).ends, ["34.3", "68.6"]);
    assert!(form.scenario().is_err());
}

#[test]
fn a_switch_there_and_back_keeps_both() {
    let mut form = Form::from_example(&EXAMPLES[1]);
    form.set(Key::Success, "35".into());
    form.set_certain(Key::Premium);
    let software = form.clone();
    form.switch_kind();
    assert_eq!(form.kind(), Kind::Hardware);
    assert_eq!(form.example().key, "hardware");
    assert_eq!((form.changes(), form.text(Key::Success)), (0, "30".into()));
    assert!(form.other_is_changed());
    form.set(Key::Success, "60".into());
    form.set(Key::Price, "500".into());
    form.switch_kind();
    assert_eq!(form.changes(), software.changes());
    assert_eq!(form.text(Key::Success), "35");
    assert_eq!(form.example().key, "pilot");
    assert_eq!(form.scenario(), software.scenario());
    form.switch_kind();
    assert_eq!(
        (form.text(Key::Success), form.text(Key::Price)),
        ("60".into(), "500".into())
    );
}

/// A look at the other kind leaves nothing behind.
#[test]
fn a_switch_without_typing_changes_nothing() {
    let mut form = Form::default();
    form.switch_kind();
    assert!(!form.other_is_changed());
    form.switch_kind();
    assert_eq!(form, Form::default());
}

#[test]
fn an_example_of_the_other_kind_keeps_what_was_typed() {
    let mut form = Form::default();
    form.set(Key::Success, "35".into());
    form.start_from(Example::first(Kind::Hardware));
    form.set(Key::Price, "500".into());
    form.start_from(Example::first(Kind::Hardware));
    assert_eq!(form.changes(), 0);
    form.switch_kind();
    assert_eq!(form.text(Key::Success), "35");
    form.start_from(&EXAMPLES[1]);
    assert_eq!(form.text(Key::Success), "30");
}

#[test]
fn the_settings_are_those_of_both_kinds() {
    let mut form = Form {
        seed: 7,
        fine: true,
        currency: Currency::Euro,
        name: "Board".into(),
        ..Form::default()
    };
    form.switch_kind();
    assert_eq!(
        (form.seed, form.fine, form.currency),
        (7, true, Currency::Euro)
    );
    assert_eq!(form.title(), "Board");
}
