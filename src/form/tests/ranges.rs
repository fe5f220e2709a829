use headroom_model::field::Shape;
use headroom_model::field::{Field, Kind};
use headroom_model::preset::{EXAMPLES, Example};
use headroom_model::scenario::has_range;

use super::*;
use crate::form::Standing;

fn typed(key: Key, text: &str) -> Form {
    let mut form = Form::default();
    form.set(key, text.into());
    form
}

fn ends(form: &Form, key: Key) -> [String; 2] {
    form.range_entry(key).ends
}

fn words(form: &Form, key: Key) -> String {
    form.likely(key)
        .map_or(String::new(), |likely| likely.words)
}

fn range_of(form: &Form, key: Key) -> Option<(f64, f64, f64)> {
    let scenario = form.scenario().unwrap();
    let range = scenario.range(key)?;
    Some((range.low, scenario[key], range.high))
}

#[test]
fn what_is_shown_is_the_range_of_the_scenario() {
    for example in &EXAMPLES {
        let form = Form::from_example(example);
        let scenario = form.scenario().unwrap();
        for field in Field::of(form.kind()) {
            let shown = form.range_entry(field.key);
            assert_eq!(shown.range, scenario.range(field.key), "{}", field.name);
            assert_eq!(shown.problem, None);
        }
        let own = scenario.inputs().ranges;
        assert_eq!(own.len(), example.ranges.len());
    }
    // An example's own range moves along with its best guess, and is what a document says.
    let mut form = Form::from_example(Example::with_key("full_rebuild_6_12").unwrap());
    assert_eq!(words(&form, Key::RebuildMonths), "likely 6 to 12");
    form.set(Key::RebuildMonths, "18".into());
    assert_eq!(words(&form, Key::RebuildMonths), "likely 12 to 24");
    assert_eq!(
        form.document().scenario(),
        form.scenario().map_err(|_| Vec::new())
    );
    form.set_end(Key::RebuildMonths, End::High, "30".into());
    assert_eq!(
        form.document().scenario(),
        form.scenario().map_err(|_| Vec::new())
    );
    // Moved along with its best guess, too.
    let form = typed(Key::RebuildMonths, "7");
    let scenario = form.scenario().unwrap();
    assert_eq!(
        form.range_entry(Key::RebuildMonths).range,
        scenario.range(Key::RebuildMonths)
    );
    // 2.5 and 6.4 times 7/4.
    assert_eq!(ends(&form, Key::RebuildMonths), ["4.38", "11.2"]);
    assert_eq!(words(&form, Key::RebuildMonths), "likely 4.38 to 11.2");
}

#[test]
fn a_closed_row_says_what_is_likely() {
    let form = Form::default();
    let table = [
        (Key::Premium, "likely 20 to 30"),
        (Key::RebuildCost, "likely 200 to 300"),
        (Key::RebuildMonths, "likely 2.5 to 6.4"),
        (Key::Capacity, "likely 600 to 1,700"),
        (Key::UserMargin, "likely 25 to 64"),
        (Key::BuildCost, "add a range"),
        (Key::UsersAtLaunch, ""),
        (Key::Ceiling, ""),
        (Key::Cash, ""),
        (Key::NothingAllowed, ""),
    ];
    for (key, sentence) in table {
        assert_eq!(words(&form, key), sentence);
    }
    assert_eq!(Form::opens(Key::UsersMonth12), [Key::Size, Key::Speed]);
    assert_eq!(Form::opens(Key::Premium), [Key::Premium]);
    assert_eq!(Form::opens(Key::Horizon), []);
    let pilot = Form::from_example(&EXAMPLES[1]);
    assert_eq!(words(&pilot, Key::Success), "likely 10 to 60");
    let form = typed(Key::Payroll, "2M (1M to 3M)");
    assert_eq!(words(&form, Key::Payroll), "likely 1M to 3M");
}

#[test]
fn a_range_typed_into_the_field_sets_all_three() {
    let form = typed(Key::Premium, "30-50%");
    assert_eq!(range_of(&form, Key::Premium), Some((0.3, 0.4, 0.5)));
    assert_eq!(form.text(Key::Premium), "30-50%", "the text stays as typed");
    assert_eq!(form.best_text(Key::Premium), "40");
    assert_eq!(ends(&form, Key::Premium), ["30", "50"]);
    assert_eq!(
        form.entry(Key::Premium).notes,
        ["Read as 30% to 50%, with the middle, 40%, as the best guess."]
    );
    assert_eq!(form.changes(), 1);
    let form = typed(Key::RebuildMonths, "5 (4 to 9) months");
    assert_eq!(range_of(&form, Key::RebuildMonths), Some((4.0, 5.0, 9.0)));
    // An input without a range of its own gets one on the logarithmic scale: sqrt(100 * 400) = 200.
    let form = typed(Key::BuildCost, "100k to 400k");
    assert_eq!(
        range_of(&form, Key::BuildCost),
        Some((100_000.0, 200_000.0, 400_000.0))
    );
    let range = form.scenario().unwrap().range(Key::BuildCost).unwrap();
    assert_eq!(range.shape, Shape::Lognormal);
    assert_eq!(words(&form, Key::BuildCost), "likely 100,000 to 400,000");
}

#[test]
fn a_given_range_stays_when_the_best_guess_moves() {
    let mut form = typed(Key::Premium, "20-30%");
    form.set_value(Key::Premium, 0.28);
    assert_eq!(range_of(&form, Key::Premium), Some((0.2, 0.28, 0.3)));
    form.set(Key::Premium, "40".into());
    assert_eq!(
        form.scenario().unwrap_err(),
        [(
            Key::Premium,
            "The best guess 40% lies outside its range of 20% to 30%. For example: 32% to 48%."
                .to_owned()
        )]
    );
    assert_eq!(form.range_entry(Key::Premium).wrong, [true, true]);
    form.reset_range(Key::Premium);
    let (low, best, high) = range_of(&form, Key::Premium).unwrap();
    assert!((low - 0.32).abs() < 1e-12 && best == 0.4 && (high - 0.48).abs() < 1e-12);
}

#[test]
fn ends_are_typed_one_by_one() {
    let mut form = Form::default();
    form.set_end(Key::Premium, End::High, "4".into());
    assert_eq!(ends(&form, Key::Premium), ["20", "4"]);
    assert_eq!(
        form.range_entry(Key::Premium).problem.as_deref(),
        Some("Low must be below high. For example: 20% to 30%.")
    );
    form.set_end(Key::Premium, End::High, "40%".into());
    assert_eq!(range_of(&form, Key::Premium), Some((0.2, 0.25, 0.4)));
    assert_eq!(form.changes(), 1);
    form.set_end(Key::Premium, End::High, "30".into());
    assert_eq!((form.changes(), form.clone()), (0, Form::default()));
    // An end changed after a range was typed: the best guess stands alone in its field.
    let mut form = typed(Key::Premium, "25% (20-30)");
    form.set_end(Key::Premium, End::Low, "10".into());
    assert_eq!(form.text(Key::Premium), "25");
    assert_eq!(range_of(&form, Key::Premium), Some((0.1, 0.25, 0.3)));
}

#[test]
fn a_range_is_added_where_there_is_none() {
    let mut form = Form::default();
    form.set_end(Key::BuildCost, End::Low, "100k".into());
    let entry = form.range_entry(Key::BuildCost);
    assert_eq!(entry.wrong, [false, true]);
    assert_eq!(words(&form, Key::BuildCost), "range unclear");
    assert_eq!(
        form.scenario().unwrap_err(),
        [(
            Key::BuildCost,
            "High end: Type a number here, for example 150,000 or 150k.".to_owned()
        )]
    );
    form.set_end(Key::BuildCost, End::High, "250000".into());
    assert_eq!(
        range_of(&form, Key::BuildCost),
        Some((100_000.0, 150_000.0, 250_000.0))
    );
    assert_eq!(
        form.range_entry(Key::BuildCost).notes,
        ["Low end: Read as 100,000."]
    );
    form.set_end(Key::BuildCost, End::Low, String::new());
    form.set_end(Key::BuildCost, End::High, String::new());
    assert_eq!(form.changes(), 0);
    assert_eq!(words(&form, Key::BuildCost), "add a range");
}

#[test]
fn impossible_ranges_are_named_with_an_example() {
    let table = [
        (
            Key::QuickFix,
            ["0", "50"],
            "All three numbers of this range must lie between 0% and 100%, neither included. For example: 5% to 60%.",
        ),
        (
            Key::Capacity,
            ["1,000", "1,000"],
            "Low and high of the range must differ. For example: 600 to 1,700.",
        ),
        (
            Key::Capacity,
            ["0", "3,000"],
            "All three numbers of this range must be above 0. For example: 600 to 1,700.",
        ),
        (
            Key::Premium,
            ["abc", "30"],
            "Low end: “abc” is not a number: try 25 or 25%.",
        ),
        (
            Key::Premium,
            ["-10", "30"],
            "This must lie between 0% and 2,000%. For example: 20% to 30%.",
        ),
        // 150,000 times e^-0.4 and e^0.4.
        (
            Key::BuildCost,
            ["170,000", "200,000"],
            "The best guess 150,000 lies outside its range of 170,000 to 200,000. For example: 101,000 to 224,000.",
        ),
        (
            Key::RebuildMonths,
            ["1,5", "9"],
            "Low end: “1,5” can mean 1.5 months or 15 months: which one?",
        ),
    ];
    for (key, [low, high], sentence) in table {
        let mut form = Form::default();
        form.set_end(key, End::Low, low.into());
        form.set_end(key, End::High, high.into());
        assert_eq!(
            form.range_entry(key).problem.as_deref(),
            Some(sentence),
            "{low} {high}"
        );
        assert_eq!(form.scenario().unwrap_err(), [(key, sentence.to_owned())]);
        assert_eq!(words(&form, key), "range unclear");
    }
    let form = typed(Key::Premium, "30-20");
    assert!(
        matches!(&form.entry(Key::Premium).standing, Standing::Wrong(said) if said.contains("above its high end"))
    );
    let form = typed(Key::Premium, "20 to");
    assert!(matches!(
        form.entry(Key::Premium).standing,
        Standing::Unfinished(_)
    ));
    assert_eq!(
        words(&form, Key::Premium),
        "likely 20 to 30",
        "what was known stays"
    );
}

#[test]
fn an_input_can_be_certain() {
    let mut form = typed(Key::Premium, "30-50%");
    form.set_certain(Key::Premium);
    assert_eq!(form.text(Key::Premium), "40");
    assert_eq!(form.scenario().unwrap().range(Key::Premium), None);
    assert_eq!(words(&form, Key::Premium), "no range");
    assert!(form.is_certain(Key::Premium));
    assert_eq!(form.likely_about_best(Key::Premium), "likely 32 to 48");
    form.reset(Key::Premium);
    assert_eq!(form, Form::default());
    form.set_certain(Key::Size);
    form.set_certain(Key::Speed);
    assert_eq!(words(&form, Key::UsersMonth12), "no range");
    assert_eq!(form.changes(), 2);
    form.reset_all();
    assert_eq!(form, Form::default());
    // An input that has no range anyway is not changed by saying so.
    form.set_certain(Key::BuildCost);
    assert_eq!(form.changes(), 0);
}

#[test]
fn a_chance_of_one_is_certain_by_itself() {
    let form = typed(Key::QuickFix, "100");
    assert_eq!(words(&form, Key::QuickFix), "no range");
    assert_eq!(form.scenario().unwrap().range(Key::QuickFix), None);
}

/// Against 600,000 draws made elsewhere: 5% and 95% of the users after 6 and 12 months.
#[test]
fn users_are_likely_where_nine_futures_in_ten_are() {
    let form = Form::default();
    for (key, drawn) in [
        (Key::UsersMonth6, [199.8, 1530.9]),
        (Key::UsersMonth12, [491.2, 7891.4]),
    ] {
        let ends = form.likely(key).unwrap().ends.unwrap();
        for (end, drawn) in ends.into_iter().zip(drawn) {
            assert!((end / drawn - 1.0).abs() < 0.015, "{end} {drawn}");
        }
    }
}

#[test]
fn the_size_of_demand_is_told_in_users() {
    let form = Form::default();
    // 100 + 0.35 * 1,900 and 100 + 2.5 * 1,900.
    assert_eq!(
        form.means_in_users(Key::UsersMonth12, Key::Size).unwrap(),
        "By itself that is 765 to 4,850 users after 12 months."
    );
    assert!(
        form.means_in_users(Key::UsersMonth6, Key::Speed)
            .unwrap()
            .ends_with("users after 6 months.")
    );
    assert_eq!(form.means_in_users(Key::Premium, Key::Premium), None);
    // The certain one moves nothing; the other still does.
    let mut form = form;
    form.set_certain(Key::Speed);
    let [low, high] = form.likely(Key::UsersMonth12).unwrap().ends.unwrap();
    assert!((low / 765.0 - 1.0).abs() < 0.05, "{low}");
    assert!((high / 4850.0 - 1.0).abs() < 0.05, "{high}");
    // Users that make no curve leave the range unclear; nothing panics.
    form.set(Key::Ceiling, "1,000".into());
    assert_eq!(words(&form, Key::UsersMonth12), "range unclear");
}

#[test]
fn users_take_one_number() {
    let form = typed(Key::UsersMonth12, "500-7000");
    let Standing::Wrong(said) = form.entry(Key::UsersMonth12).standing else {
        panic!("read");
    };
    assert!(said.contains("how big demand turns out"), "{said}");
}

#[test]
fn paper_has_the_range_beside_the_number() {
    let form = typed(Key::Premium, "30-50%");
    assert_eq!(form.range_on_paper(Key::Premium).unwrap(), "30 to 50");
    assert_eq!(form.range_on_paper(Key::BuildCost), None);
    assert_eq!(
        crate::form::field::on_paper(&form, Key::Premium),
        "40% (30 to 50)"
    );
    assert_eq!(
        crate::form::field::on_paper(&form, Key::BuildCost),
        "$150,000"
    );
}

#[test]
fn every_input_can_be_given_a_range_that_the_scenario_takes() {
    let example = Form::default();
    let mut tried = 0;
    for field in Field::of(Kind::Service).filter(|field| has_range(field.key)) {
        let key = field.key;
        if !key.shape(example.kind()).holds(example.best(key)) {
            continue;
        }
        let [low, high] = example.suggested(key);
        let mut form = example.clone();
        form.set_end(key, End::Low, form.written(key, low));
        form.set_end(key, End::High, form.written(key, high));
        assert!(form.scenario().is_ok(), "{} {low} {high}", field.name);
        tried += 1;
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn bounds_of_the_chance_of_success_never_stop_the_answer() {
    let mut form = typed(Key::Success, "20-30%");
    form.set(Key::Success, "50".into());
    let scenario = form.scenario().expect("the bounds are never drawn");
    assert_eq!(scenario[Key::Success], 0.5);
    assert_eq!(scenario.range(Key::Success), None);
    let entry = form.range_entry(Key::Success);
    let said = &entry.notes[0];
    assert!(said.contains("outside its range of 20% to 30%"), "{said}");
    assert_eq!(entry.wrong, [true, true]);
    assert_eq!(entry.ends, ["20", "30"]);
}
