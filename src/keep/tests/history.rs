use super::*;
use crate::form::Form;
use headroom_model::field::Kind;
use headroom_model::preset::{EXAMPLES, Example};

/// A history that follows a form.
struct Following {
    form: Form,
    history: History,
}

impl Following {
    fn new() -> Self {
        let form = Form::default();
        let history = History::of(form.both());
        Self { form, history }
    }

    fn change(&mut self, change: impl FnOnce(&mut Form)) {
        change(&mut self.form);
        self.history.record(self.form.both());
    }

    fn type_into(&mut self, key: Key, text: &str) {
        for end in 1..=text.len() {
            self.change(|form| form.set(key, text[..end].into()));
        }
    }

    fn undo(&mut self) -> bool {
        match self.history.undo().cloned() {
            Some(scenario) => {
                self.form.take(&scenario);
                // The page records what it is given, too.
                self.history.record(self.form.both());
                true
            }
            None => false,
        }
    }
}

/// [U6] Typing into one field is one step, by its name; another field begins another.
#[test]
fn typing_into_one_field_is_one_step() {
    let mut page = Following::new();
    page.type_into(Key::Success, "35");
    page.type_into(Key::BuildCost, "180k");
    assert_eq!(
        page.history.undoes().as_deref(),
        Some("Building the simple version")
    );
    assert!(page.undo());
    assert_eq!(
        page.history.undoes().as_deref(),
        Some("Chance people really want this")
    );
    assert_eq!(
        page.history.redoes().as_deref(),
        Some("Building the simple version")
    );
    assert_eq!(page.form.text(Key::Success), "35");
    assert!(page.undo());
    assert!(!page.undo());
    assert_eq!(page.form, Form::default());
}

/// [U6] Coming back to a field later is another step; typing the old text again is none.
#[test]
fn a_field_that_was_left_begins_anew() {
    let mut page = Following::new();
    page.type_into(Key::Success, "35");
    page.history.seal();
    page.type_into(Key::Success, "36");
    assert!(page.undo());
    assert_eq!(page.form.text(Key::Success), "35");

    let mut page = Following::new();
    page.type_into(Key::Success, "35");
    page.change(|form| form.set(Key::Success, "50".into()));
    assert_eq!(page.history.undoes(), None);
}

/// [U6] Everything that changes a scenario can be undone, and says what it was.
#[test]
fn everything_can_be_undone() {
    let mut page = Following::new();
    page.change(|form| form.name = "Board".into());
    page.change(|form| form.notes = "Because.".into());
    page.change(|form| form.seed = form.next_seed());
    page.change(|form| form.fine = true);
    page.change(|form| form.currency = headroom_model::text::write::Currency::Euro);
    page.change(|form| form.set_certain(Key::Premium));
    page.change(|form| form.start_from(&EXAMPLES[1]));
    page.change(|form| form.test.set(crate::form::Part::Price, "20k".into()));
    let mut labels = Vec::new();
    while let Some(label) = page.history.undoes() {
        labels.push(label);
        assert!(page.undo());
    }
    assert_eq!(
        labels,
        [
            "Market test",
            "Other example",
            "Extra for the scalable version",
            "Currency",
            "Number of futures",
            "Other futures",
            "Notes",
            "Name"
        ]
    );
    assert_eq!(page.form, Form::default());
}

/// [U6] A switch of the kind is a step, and what was typed for either kind is there at every one of them.
#[test]
fn a_switch_can_be_undone_and_loses_nothing() {
    let mut page = Following::new();
    page.type_into(Key::Success, "35");
    page.change(Form::switch_kind);
    page.type_into(Key::Price, "500");
    page.change(Form::switch_kind);
    assert_eq!(page.form.text(Key::Success), "35");
    page.type_into(Key::BuildCost, "180k");
    let software = page.form.clone();
    page.change(|form| form.start_from(Example::first(Kind::Hardware)));
    assert_eq!(page.history.undoes().as_deref(), Some("Other example"));
    assert_eq!(page.form.text(Key::Price), "349", "the example as it is");
    // What was typed for hardware before is back, aside as it was.
    assert!(page.undo());
    assert_eq!(page.form, software);
    let mut other = page.form.clone();
    other.switch_kind();
    assert_eq!(other.text(Key::Price), "500");

    let mut labels = Vec::new();
    while let Some(label) = page.history.undoes() {
        labels.push(label);
        assert!(page.undo());
    }
    assert_eq!(
        labels,
        [
            "Building the simple version",
            "Switch to software",
            "What you keep per unit",
            "Switch to hardware",
            "Chance people really want this",
        ]
    );
    assert_eq!(page.form, Form::default());
    let text = page.history.to_text();
    let read = History::from_text(&text).expect("we wrote it");
    assert_eq!(read.states, page.history.states);
    while let Some(scenario) = page.history.redo().cloned() {
        page.form.take(&scenario);
    }
    page.history.undo();
    let there = page.history.present().clone();
    page.form.take(&there);
    assert_eq!(page.form, software);
}

/// [U6 U7] A history of before there was another kind is read.
#[test]
fn a_history_of_one_kind_is_read() {
    let mut page = Following::new();
    page.type_into(Key::Success, "35");
    let text = page.history.to_text();
    assert!(!text.contains("\"other\""));
    let read = History::from_text(&text).expect("we wrote it");
    assert_eq!(read.states, page.history.states);
}

/// [U6] A change after an undo takes the place of what was undone.
#[test]
fn a_change_after_an_undo_ends_the_other_future() {
    let mut page = Following::new();
    page.type_into(Key::Success, "35");
    page.type_into(Key::BuildCost, "180k");
    assert!(page.undo());
    page.type_into(Key::UserMargin, "50");
    assert_eq!(page.history.redoes(), None);
    assert_eq!(
        page.history.undoes().as_deref(),
        Some("What one user brings in")
    );
}

/// [U6 U7] What can be undone is the same after a reload.
#[test]
fn a_history_is_read_as_it_was_written() {
    let mut page = Following::new();
    page.type_into(Key::Success, "35");
    page.change(|form| form.set(Key::RebuildCost, "200-400%".into()));
    page.change(|form| form.start_from(&EXAMPLES[3]));
    page.change(|form| form.name = "Müller \"&\" 🚀".into());
    assert!(page.undo());
    let text = page.history.to_text();
    let read = History::from_text(&text).expect("we wrote it");
    let sealed = History {
        sealed: true,
        ..page.history.clone()
    };
    assert_eq!(read, sealed);
    for junk in [
        "",
        "{}",
        "[]",
        "{\"at\":9,\"first\":{},\"steps\":[]}",
        &text[..text.len() - 1],
    ] {
        assert!(History::from_text(junk).is_err(), "{junk}");
    }
}

/// [U6 U7] The same whatever the order in which the fields were filled in, and for both kinds.
#[test]
fn a_history_of_any_order_is_read() {
    let keys = [Key::BuildCost, Key::Success, Key::UserMargin, Key::Capacity];
    for first in keys {
        for second in keys.into_iter().filter(|key| *key != first) {
            let mut page = Following::new();
            for key in [first, second, first] {
                page.type_into(key, "31");
                page.history.seal();
                page.change(|form| form.set(key, "32".into()));
                page.history.seal();
                page.change(Form::switch_kind);
                page.change(|form| form.set(second, "33".into()));
                page.change(Form::switch_kind);
            }
            let read = History::from_text(&page.history.to_text()).expect("we wrote it");
            assert_eq!(read.states, page.history.states, "{first:?}, {second:?}");
        }
    }
}

/// [U6 U7] Steps that an earlier version of the program made can be undone, each once.
#[test]
fn steps_of_an_earlier_version_can_be_undone() {
    let mut page = Following::new();
    page.type_into(Key::Success, "35");
    page.type_into(Key::BuildCost, "180k");
    let ours = format!("\"engine\":\"{}\"", headroom_model::VERSION);
    let text = page.history.to_text();
    assert!(text.contains(&ours));
    let older = text.replace(&ours, "\"engine\":\"0.0.1\"");
    page.history = History::from_text(&older).expect("it is one");
    // The page opens what is stored, and says with which version.
    page.history.resume(page.form.both());
    assert_eq!(
        page.history.undoes().as_deref(),
        Some("Building the simple version")
    );
    assert!(page.undo() && page.undo() && !page.undo());
    assert_eq!(page.form, Form::default());
}

/// [U6 U7 S10] Where the page ended in the middle of typing, the step goes on where the stored history has it.
#[test]
fn what_was_typed_last_ends_the_step_that_it_began() {
    let mut page = Following::new();
    page.change(|form| form.set(Key::BuildCost, "1".into()));
    let stored = page.history.to_text();
    page.change(|form| form.set(Key::BuildCost, "180k".into()));
    page.history = History::from_text(&stored).expect("we wrote it");
    page.history.resume(page.form.both());
    assert!(page.undo());
    assert_eq!(page.form, Form::default());
    // A field that the stored history does not know is a step of its own.
    let mut page = Following::new();
    page.type_into(Key::Success, "35");
    let stored = page.history.to_text();
    page.change(|form| form.set(Key::BuildCost, "180k".into()));
    page.history = History::from_text(&stored).expect("we wrote it");
    page.history.resume(page.form.both());
    assert!(page.undo());
    assert_eq!(page.form.text(Key::Success), "35");
}

#[test]
fn the_oldest_states_go_first() {
    let mut page = Following::new();
    for n in 0..300_u32 {
        page.change(|form| form.seed = n + 2);
    }
    let mut steps = 0;
    while page.undo() {
        steps += 1;
    }
    assert_eq!(steps, MOST - 1);
    assert_eq!(page.form.seed, 202);
}
