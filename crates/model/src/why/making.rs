//! Speed and room of a service, and the cost of a unit of hardware.

use super::{Explained, Worked};
use crate::field::Key;
use crate::statement::{Quantity, Say, Sentence, sentence};

pub(super) fn explained(say: &Say<'_>, key: Key) -> Option<Explained> {
    let input = Quantity::Input;
    let worked = Quantity::Worked;
    Some(match key {
        Key::ResponseEmpty => Explained::new(
            "A page takes this long when hardly anybody is there; the wait grows from here.",
            curve(say),
        ),
        Key::ResponseLimit => Explained::new(
            "A version is full when a page takes this long: that is what room means here.",
            curve(say),
        ),
        Key::ResponseOk => Explained::new(
            "Up to this wait nobody is lost; every second beyond it costs sign-ups and users.",
            sentence![
                "Too slow when full: ",
                say.full(input(Key::ResponseLimit)),
                " − ",
                say.full(input(Key::ResponseOk)),
                " = ",
                say.plain3(worked(Worked::SlowWhenFull)).strong(),
                " seconds, never less than none.",
            ],
        ),
        Key::QuadraticShare => Explained::new(
            "At 100% the wait grows with the square of the users, at 0% in step with them.",
            sentence![
                "At twice the users that fill it a page takes ",
                say.seconds(worked(Worked::WaitAtDouble)).strong(),
                ", when full ",
                say.seconds(input(Key::ResponseLimit)),
                ".",
            ],
        ),
        Key::Multiple1 => multiple(say, key, 1, "scalable"),
        Key::Multiple2 => multiple(say, key, 2, "over-built"),
        _ => return unit(say, key),
    })
}

fn curve(say: &Say<'_>) -> Sentence {
    let input = Quantity::Input;
    sentence![
        "From ",
        say.full(input(Key::ResponseEmpty)),
        " to ",
        say.full(input(Key::ResponseLimit)).strong(),
        " seconds at ",
        say.full_count(input(Key::Capacity)),
        " users; at twice as many ",
        say.seconds(Quantity::Worked(Worked::WaitAtDouble)),
        ".",
    ]
}

fn multiple(say: &Say<'_>, key: Key, level: u8, name: &str) -> Explained {
    let noun = if say.is_service() {
        " users."
    } else {
        " units a month."
    };
    Explained::new(
        format!(
            "The {name} version {} this many times as much as the simple one.",
            say.words().carries
        ),
        sentence![
            say.full(Quantity::Input(key)),
            " × ",
            say.full_count(Quantity::Input(Key::Capacity)),
            " = ",
            say.count(Quantity::Room(level)).strong(),
            noun,
        ],
    )
}

fn unit(say: &Say<'_>, key: Key) -> Option<Explained> {
    let input = Quantity::Input;
    let worked = Quantity::Worked;
    Some(match key {
        Key::PartsCost => Explained::new(
            "The parts of every unit, before what fails is counted.",
            unit_cost(say, 0),
        ),
        Key::ExtraParts => Explained::new(
            "Every unit of the scalable and the over-built version carries these parts, and an MVP \
             carries them after its redesign.",
            sentence![
                say.full_money(input(key)),
                " ÷ ",
                say.full_percent(input(Key::Yield1)),
                " good × (1 + ",
                say.full_percent(input(Key::FieldFailure1)),
                " returned) = ",
                say.money3(worked(Worked::ExtraPerUnit)).strong(),
                " a good unit.",
            ],
        ),
        Key::Assembly0 => made(say, 0),
        Key::Assembly1 => made(say, 1),
        Key::Assembly2 => made(say, 2),
        Key::Yield0 => good(say, 0),
        Key::Yield1 => good(say, 1),
        Key::Yield2 => good(say, 2),
        Key::FieldFailure0 => returned(say, 0),
        Key::FieldFailure1 => returned(say, 1),
        Key::FieldFailure2 => returned(say, 2),
        Key::Learning => Explained::new(
            "Each time the number of units made doubles, assembly costs this much of what it did.",
            sentence![
                "By hand: ",
                say.full_money(input(Key::Assembly0)),
                " around unit 50 × ",
                say.full(input(key)),
                " = ",
                say.money3(worked(Worked::AssemblyAt100)).strong(),
                " around unit 100.",
            ],
        ),
        Key::ReturnHandling => Explained::new(
            "A unit that fails in use is replaced, and handling it costs this much beside.",
            returns(say, 0),
        ),
        _ => return None,
    })
}

const HOW: [&str; 3] = ["by hand", "with tools", "on a line"];

fn made(say: &Say<'_>, level: u8) -> Explained {
    let how = HOW[usize::from(level)];
    Explained::new(
        format!("Putting a unit together {how} costs this much around unit 50, and less later."),
        unit_cost(say, level),
    )
}

fn good(say: &Say<'_>, level: u8) -> Explained {
    let how = HOW[usize::from(level)];
    Explained::new(
        format!("Of the units made {how}, this share is good at once; the others are lost."),
        unit_cost(say, level),
    )
}

fn returned(say: &Say<'_>, level: u8) -> Explained {
    let how = HOW[usize::from(level)];
    Explained::new(
        format!("Of the units made {how}, this share fails in use and is replaced."),
        returns(say, level),
    )
}

/// What returns cost per good unit around unit 50.
fn returns(say: &Say<'_>, level: u8) -> Sentence {
    let how = HOW[usize::from(level)];
    sentence![
        format!("Made {how}: "),
        say.full_percent(Quantity::Input(Key::FIELD_FAILURE[usize::from(level)])),
        " × (",
        say.money3(Quantity::Worked(Worked::GoodUnit(level))),
        " + ",
        say.full_money(Quantity::Input(Key::ReturnHandling)),
        ") = ",
        say.money3(Quantity::Worked(Worked::ReturnsPerUnit(level)))
            .strong(),
        " a unit for returns.",
    ]
}

/// What a good unit costs around unit 50.
fn unit_cost(say: &Say<'_>, level: u8) -> Sentence {
    let input = Quantity::Input;
    let place = usize::from(level);
    let extra = (level > 0).then(|| sentence![" + ", say.full_money(input(Key::ExtraParts))]);
    sentence![
        "Around unit 50: (",
        say.full_money(input(Key::PartsCost)),
        extra,
        " + ",
        say.full_money(input(Key::ASSEMBLY[place])),
        ") ÷ ",
        say.full_percent(input(Key::YIELD[place])),
        " good + ",
        say.money3(Quantity::Worked(Worked::ReturnsPerUnit(level))),
        " for returns = ",
        say.money3(Quantity::Worked(Worked::UnitCost(level)))
            .strong(),
        " a unit.",
    ]
}
