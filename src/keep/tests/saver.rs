use super::*;
use crate::keep::shelf::{Shelf, all_set_aside};
use crate::keep::store::memory::Memory;
use headroom_model::preset::EXAMPLES;
use headroom_model::scenario_file::Document;

fn named(name: &str) -> Document {
    Document {
        name: name.into(),
        ..Document::of_example(&EXAMPLES[0])
    }
}

fn save(saver: &mut Saver, store: &Memory, name: &str) -> Result<Saved, NotSaved> {
    let record = Record {
        generation: next_generation(std::slice::from_ref(saver)),
        deleted: false,
        scenario: named(name).into(),
    };
    saver.save(store, &record)
}

fn found(store: &Memory) -> Option<String> {
    let shelf = Shelf::read(&[store]);
    let found = shelf.scenarios.get("a")?;
    Some(found.scenario.shown.name.clone())
}

#[test]
fn what_was_saved_is_found() {
    let store = Memory::default();
    let mut saver = Saver::after("a", 0);
    for name in ["one", "two", "three", "four", "five"] {
        assert_eq!(save(&mut saver, &store, name), Ok(Saved::Done));
        assert_eq!(found(&store).as_deref(), Some(name));
    }
    assert_eq!(saver.generation(), 5);
    let records = store.texts.borrow();
    assert_eq!(records.keys().filter(|key| key.contains(".s.")).count(), 3);
}

/// [S9 S1] A store that fails at any call, once or for good, leaves the old or the new state, whole.
#[test]
fn a_failure_at_any_call_leaves_the_old_or_the_new_state() {
    for lasting in [false, true] {
        let mut survived = 0;
        for call in 0.. {
            let store = Memory::default();
            let mut saver = Saver::after("a", 0);
            save(&mut saver, &store, "old").expect("it works");
            store.calls.set(0);
            store.fails_at.set(Some(call));
            store.fails_on.set(lasting);
            let saved = save(&mut saver, &store, "new");
            let calls = store.calls.get();
            store.fails_at.set(None);
            let name = found(&store).expect("it is there");
            match saved {
                Ok(_) => assert_eq!(name, "new"),
                Err(_) => assert!(name == "old" || name == "new", "{name}"),
            }
            // Once the store works again, so does saving, and it is found.
            let shelf = Shelf::read(&[&store]);
            let mut saver = Saver::after("a", shelf.scenarios["a"].generation);
            assert_eq!(save(&mut saver, &store, "later"), Ok(Saved::Done));
            assert_eq!(found(&store).as_deref(), Some("later"));
            if calls <= call {
                assert!(saved.is_ok());
                break;
            }
            survived += 1;
        }
        assert!(survived > 5, "only {survived} calls were made to fail");
    }
}

/// [S9] The page that is still open goes on saving after a failure at any call.
#[test]
fn an_open_page_goes_on_saving_after_a_failure() {
    for call in 0..12 {
        let store = Memory::default();
        let mut saver = Saver::after("a", 0);
        save(&mut saver, &store, "old").expect("it works");
        store.calls.set(0);
        store.fails_at.set(Some(call));
        let _ = save(&mut saver, &store, "new");
        store.fails_at.set(None);
        assert_eq!(
            save(&mut saver, &store, "later"),
            Ok(Saved::Done),
            "call {call}"
        );
        assert_eq!(found(&store).as_deref(), Some("later"));
    }
}

/// [S9 S8] The same for setting aside what cannot be read: no call that fails loses it.
#[test]
fn a_failure_at_any_call_loses_nothing_unreadable() {
    for call in 0.. {
        let store = Memory::default();
        let junk = "half a rec";
        store
            .texts
            .borrow_mut()
            .insert("headroom.v1.s.a.1".into(), junk.into());
        store.fails_at.set(Some(call));
        let shelf = Shelf::read(&[&store]);
        let calls = store.calls.get();
        let texts = store.texts.borrow().clone();
        assert!(
            texts.values().any(|text| text.ends_with(junk)),
            "call {call}"
        );
        if calls <= call {
            assert_eq!(shelf.set_aside.len(), 1);
            break;
        }
        assert_eq!(shelf.troubles.len(), 1);
    }
}

/// [S8] Damaged data is set aside, the generation before it is found, and saving destroys nothing.
#[test]
fn damaged_data_is_set_aside_and_never_destroyed() {
    for junk in [
        "",
        "{",
        "null",
        "headroom 9 live 00000000\n{}",
        "\u{0}\u{1}",
    ] {
        let store = Memory::default();
        let mut saver = Saver::after("a", 0);
        save(&mut saver, &store, "one").expect("it works");
        save(&mut saver, &store, "two").expect("it works");
        store
            .texts
            .borrow_mut()
            .insert(record::key("a", 2), junk.into());
        let shelf = Shelf::read(&[&store]);
        assert_eq!(shelf.scenarios["a"].scenario.shown.name, "one");
        assert_eq!(shelf.set_aside.len(), 1, "{junk}");
        let mut saver = Saver::after("a", shelf.scenarios["a"].generation);
        for n in 0..5 {
            let name = format!("later {n}");
            save(&mut saver, &store, &name).expect("it works");
        }
        let aside = all_set_aside(&store).expect("it works");
        assert_eq!(aside, [format!("headroom.v1.s.a.2\n{junk}")]);
        // Found again at the next start, it is not set aside twice.
        store
            .texts
            .borrow_mut()
            .insert("headroom.v1.s.a.2".into(), junk.into());
        let _ = Shelf::read(&[&store]);
        assert_eq!(all_set_aside(&store).expect("it works").len(), 1);
    }
}

/// [S14 S15] Where a newer program has saved, nothing is written.
#[test]
fn a_newer_program_is_never_overwritten() {
    let store = Memory::default();
    let mut saver = Saver::after("a", 0);
    save(&mut saver, &store, "one").expect("it works");
    store
        .texts
        .borrow_mut()
        .insert(FORMAT_KEY.into(), "2".into());
    let before = store.texts.borrow().clone();
    assert_eq!(
        save(&mut saver, &store, "two"),
        Err(NotSaved::NewerProgram { format: 2 })
    );
    assert_eq!(*store.texts.borrow(), before);
    assert_eq!(Shelf::read(&[&store]).newer_format, Some(2));
}

/// [S14 S15] What a newer program has stored stays where it is, even where this one cannot make sense of it.
#[test]
fn what_a_newer_program_has_stored_is_not_moved() {
    let (local, indexed) = (Memory::default(), Memory::default());
    save(&mut Saver::after("a", 0), &local, "one").expect("it works");
    let put = |key: &str, text: &str| {
        local.texts.borrow_mut().insert(key.into(), text.into());
    };
    put("headroom.v1.s.b.1", "a record of another kind");
    // Its word in one store counts for both.
    let in_indexed = [(FORMAT_KEY.to_owned(), "2".to_owned())];
    indexed.texts.borrow_mut().extend(in_indexed);
    let before = local.texts.borrow().clone();
    let shelf = Shelf::read(&[&local, &indexed]);
    assert_eq!(shelf.newer_format, Some(2));
    assert_eq!((shelf.scenarios.len(), shelf.set_aside.len()), (1, 0));
    assert_eq!(*local.texts.borrow(), before);
}

/// [S8] A record that is damaged while the page is open, and found by nobody yet, is set aside before its place is
/// used; where that fails, nothing is written over it.
#[test]
fn an_unreadable_text_is_never_written_over() {
    for fails in [false, true] {
        let store = Memory::default();
        let mut saver = Saver::after("a", 0);
        save(&mut saver, &store, "one").expect("it works");
        let junk = "half a rec";
        store
            .texts
            .borrow_mut()
            .insert(record::key("a", 2), junk.into());
        if fails {
            // The first call that writes.
            store.calls.set(0);
            store.fails_at.set(Some(7));
            store.fails_on.set(true);
        }
        let saved = save(&mut saver, &store, "two");
        assert_eq!(saved.is_err(), fails, "{saved:?}");
        let texts = store.texts.borrow().clone();
        assert!(texts.values().any(|text| text.ends_with(junk)), "{texts:?}");
    }
}

/// [S8 S9] One text that finds no place aside keeps nothing else from being read, and that is said.
#[test]
fn what_cannot_be_set_aside_hides_nothing() {
    let store = Memory::default();
    for id in ["a", "b"] {
        save(&mut Saver::after(id, 0), &store, id).expect("it works");
    }
    let junk = "half a rec";
    store
        .texts
        .borrow_mut()
        .insert("headroom.v1.s.a.0".into(), junk.into());
    let writes = Refusing(store);
    let shelf = Shelf::read(&[&writes]);
    assert_eq!(shelf.scenarios.len(), 2);
    assert_eq!(shelf.troubles, [(0, Trouble::Full)]);
    assert_eq!(shelf.set_aside[0].text, junk);
    assert!(writes.0.texts.borrow().values().any(|text| text == junk));
}

/// [S14 S15] What was set aside and can be read is there again; looking at the stores moves nothing.
#[test]
fn what_can_be_read_after_all_is_there_again() {
    let store = Memory::default();
    save(&mut Saver::after("a", 0), &store, "one").expect("it works");
    let taken = store
        .texts
        .borrow_mut()
        .remove(&record::key("a", 1))
        .expect("it is there");
    store.texts.borrow_mut().insert(
        "headroom.q.0".into(),
        format!("{}\n{taken}", record::key("a", 1)),
    );
    assert_eq!(found(&store).as_deref(), Some("one"));
    let junk = [("headroom.v1.s.b.1".to_owned(), "half a rec".to_owned())];
    store.texts.borrow_mut().extend(junk);
    let before = store.texts.borrow().clone();
    let shelf = Shelf::look(&[&store]);
    assert_eq!((shelf.scenarios.len(), shelf.set_aside.len()), (1, 0));
    assert_eq!(*store.texts.borrow(), before);
}

/// [S19] What was removed between reading and the first save is stored anew, and that is known.
#[test]
fn what_was_removed_before_the_first_save_is_known() {
    let store = Memory::default();
    save(&mut Saver::after("a", 0), &store, "one").expect("it works");
    let mut reading = Saver::in_store(&store, "a", 1);
    let mut other = Saver::in_store(&Memory::default(), "a", 1);
    store.texts.borrow_mut().clear();
    assert_eq!(save(&mut reading, &store, "two"), Ok(Saved::Anew));
    // A store that never had it says nothing.
    assert_eq!(save(&mut other, &Memory::default(), "two"), Ok(Saved::Done));
}

/// [S1] Where there is no room, what can be undone in other scenarios makes some, as far as the other store has it, too.
#[test]
fn room_is_made_without_losing_anything() {
    let (local, indexed) = (Memory::default(), Memory::default());
    let texts = |store: &Memory, texts: &[(&str, &str)]| {
        let texts = texts
            .iter()
            .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()));
        store.texts.borrow_mut().extend(texts);
    };
    texts(
        &local,
        &[
            ("headroom.v1.h.a", "own"),
            ("headroom.v1.h.b", "in both"),
            ("headroom.v1.h.c", "newer here"),
            ("headroom.v1.h.d", "here alone"),
            ("headroom.v1.s.b.1", "a record"),
        ],
    );
    texts(
        &indexed,
        &[
            ("headroom.v1.h.a", "own"),
            ("headroom.v1.h.b", "in both"),
            ("headroom.v1.h.c", "older"),
            ("headroom.v1.s.b.1", "a record"),
        ],
    );
    let before = indexed.texts.borrow().clone();
    assert!(make_room(&local, &indexed, "a"));
    let left: Vec<String> = local.texts.borrow().keys().cloned().collect();
    assert_eq!(
        left,
        [
            "headroom.v1.h.a",
            "headroom.v1.h.c",
            "headroom.v1.h.d",
            "headroom.v1.s.b.1"
        ]
    );
    assert_eq!(*indexed.texts.borrow(), before);
    assert!(!make_room(&local, &indexed, "a"));
}

/// A store in which there is no room.
struct Refusing(Memory);

impl Store for Refusing {
    fn keys(&self) -> Result<Vec<String>, Trouble> {
        self.0.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, Trouble> {
        self.0.get(key)
    }

    fn set(&self, _: &str, _: &str) -> Result<(), Trouble> {
        Err(Trouble::Full)
    }

    fn remove(&self, key: &str) -> Result<(), Trouble> {
        self.0.remove(key)
    }
}

/// [S14 S15] The first save of a newer program says so before it stores anything.
#[test]
fn the_format_is_raised_and_never_lowered() {
    for (there, then) in [("0", "1"), ("1", "1"), ("what is this", "what is this")] {
        let store = Memory::default();
        store
            .texts
            .borrow_mut()
            .insert(FORMAT_KEY.into(), there.into());
        save(&mut Saver::after("a", 0), &store, "one").expect("it works");
        assert_eq!(store.texts.borrow()[FORMAT_KEY], then);
    }
}

/// [S13] Another tab's newer generation is not overwritten.
#[test]
fn another_tabs_generation_is_not_overwritten() {
    let store = Memory::default();
    let mut first = Saver::after("a", 0);
    save(&mut first, &store, "one").expect("it works");
    let mut second = Saver::after("a", 1);
    save(&mut second, &store, "two").expect("it works");
    assert_eq!(
        save(&mut first, &store, "mine"),
        Err(NotSaved::NewerGeneration { generation: 2 })
    );
    assert_eq!(found(&store).as_deref(), Some("two"));
}

/// [S12] Scenarios do not touch each other.
#[test]
fn scenarios_do_not_touch_each_other() {
    let store = Memory::default();
    let mut savers = ["a", "b"].map(|id| Saver::after(id, 0));
    for round in 0..4 {
        for saver in &mut savers {
            let name = format!("{} {round}", saver.id());
            save(saver, &store, &name).expect("it works");
        }
    }
    let shelf = Shelf::read(&[&store]);
    let names: Vec<&str> = shelf
        .scenarios
        .values()
        .map(|record| record.scenario.shown.name.as_str())
        .collect();
    assert_eq!(names, ["a 3", "b 3"]);
}

/// [S19] Data removed under an open page are written again, and it is said.
#[test]
fn removed_data_are_written_again() {
    let store = Memory::default();
    let mut saver = Saver::after("a", 0);
    save(&mut saver, &store, "one").expect("it works");
    store.texts.borrow_mut().clear();
    assert_eq!(save(&mut saver, &store, "two"), Ok(Saved::Anew));
    assert_eq!(found(&store).as_deref(), Some("two"));
}

/// [S2] Whatever a store says when it does not write, nothing counts as saved.
#[test]
fn any_refusal_is_not_saved() {
    for trouble in [
        Trouble::Full,
        Trouble::Unavailable,
        Trouble::Refused("NS_ERROR_DOM_QUOTA_REACHED".into()),
    ] {
        let store = Memory::default();
        let mut saver = Saver::after("a", 0);
        store.fails_at.set(Some(0));
        store.fails_on.set(true);
        *store.trouble.borrow_mut() = Some(trouble.clone());
        assert_eq!(
            save(&mut saver, &store, "one"),
            Err(NotSaved::Trouble(trouble))
        );
        assert_eq!(saver.generation(), 0);
    }
}

/// [S25] What was deleted is still there, and comes back.
#[test]
fn a_deleted_scenario_comes_back() {
    let store = Memory::default();
    let mut saver = Saver::after("a", 0);
    save(&mut saver, &store, "one").expect("it works");
    let record = Record {
        generation: 2,
        deleted: true,
        scenario: named("one").into(),
    };
    saver.save(&store, &record).expect("it works");
    let shelf = Shelf::read(&[&store]);
    assert!(shelf.scenarios["a"].deleted);
    assert_eq!(shelf.scenarios["a"].scenario.shown.name, "one");
    save(&mut saver, &store, "one").expect("it works");
    assert!(!Shelf::read(&[&store]).scenarios["a"].deleted);
}

/// The newer of two stores counts, whichever it is.
#[test]
fn the_newer_store_counts() {
    let [first, second] = [Memory::default(), Memory::default()];
    let mut saver = Saver::after("a", 0);
    save(&mut saver, &first, "one").expect("it works");
    let mut saver = Saver::after("a", 1);
    save(&mut saver, &second, "two").expect("it works");
    for stores in [[&first as &dyn Store, &second], [&second, &first]] {
        let shelf = Shelf::read(&stores);
        assert_eq!(shelf.scenarios["a"].scenario.shown.name, "two");
    }
}

/// [S9] Where one store falls behind, the next generation overwrites the newest one of neither.
#[test]
fn the_next_generation_overwrites_no_newest_one() {
    for behind in 0..20 {
        for ahead in behind..20 {
            let savers = [behind, ahead].map(|generation| Saver::after("a", generation));
            let next = next_generation(&savers);
            assert!(next > ahead);
            for saver in savers.iter().filter(|saver| saver.generation() > 0) {
                assert_ne!(record::key("a", next), record::key("a", saver.generation()));
            }
        }
    }
}
