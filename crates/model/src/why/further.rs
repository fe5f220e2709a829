//! What could turn out otherwise, the rules and alarms, and rebuilding in detail.

use super::first::premium;
use super::result::{full_after, when_full};
use super::{Alarm, Explained, Worked};
use crate::field::Key;
use crate::scenario::Watch;
use crate::statement::{Quantity, Say, Sentence, sentence};
use crate::strategy::Strategy;

pub(super) fn explained(say: &Say<'_>, key: Key) -> Option<Explained> {
    let input = Quantity::Input;
    Some(match key {
        Key::OverPremium => Explained::new(
            "The over-built version costs this much more than the simple one, and takes longer by \
             the same share.",
            premium(say, Key::OverPremium, Strategy::Over),
        ),
        Key::QuickFix => mix(
            say,
            format!(
                "When {}, a quick fix is enough with this chance; otherwise an MVP needs the {}.",
                when_full(say),
                say.words().rebuild
            ),
            Strategy::MvpWatch,
            key,
            [
                Worked::QuickFixWillDo,
                Worked::NeedsRebuild,
                Worked::RebuildOrFix,
            ],
        ),
        Key::WrongBet => mix(
            say,
            format!(
                "With this chance the part that was made scalable is not the one that {}, and the \
                 scalable version needs a {} or a quick fix like an MVP.",
                if say.is_service() {
                    "fills up"
                } else {
                    "limits what can be made"
                },
                say.words().rebuild
            ),
            Strategy::Msp,
            key,
            [Worked::WrongBet, Worked::RightBet, Worked::RightOrWrong],
        ),
        Key::DelayPenalty => Explained::new(
            "Every month of later launch lowers the chance of success by this share of it.",
            sentence![
                "The scalable version is launched ",
                say.plain3(Quantity::Worked(Worked::LaterBy(Strategy::Msp))),
                " months later: (1 − ",
                say.full_percent(input(Key::DelayPenalty)),
                ")^",
                say.plain3(Quantity::Worked(Worked::LaterBy(Strategy::Msp))),
                " = ",
                say.percent3(Quantity::Worked(Worked::ChanceLeft(Strategy::Msp)))
                    .strong(),
                " of the chance is left.",
            ],
        ),
        Key::NothingAllowed => nothing_allowed(say),
        Key::Cash => cash(say),
        Key::Lag => lag(say),
        Key::AlarmLate => Explained::new(
            format!(
                "The MVP that is {} late starts the work at this share of its room.",
                say.words().rebuilt
            ),
            alarm(say, Alarm::Late, sentence![say.full_percent(input(key))], 0),
        ),
        Key::AlarmWatch => watch(say),
        Key::AlarmMsp => Explained::new(
            if say.is_service() {
                "The scalable version is extended at this share of its room."
            } else {
                "The scalable version is tooled, and later extended, at this share of its room."
            },
            alarm(
                say,
                Alarm::Scalable,
                sentence![say.full_percent(input(key))],
                if say.is_service() { 1 } else { 0 },
            ),
        ),
        _ => return rebuilding(say, key),
    })
}

/// A chance that splits the value of a plan in two.
fn mix(
    say: &Say<'_>,
    sentence: String,
    strategy: Strategy,
    key: Key,
    [then, otherwise, mean]: [Worked; 3],
) -> Explained {
    let money = |worked| say.money3(Quantity::Worked(worked));
    Explained::new(
        sentence,
        sentence![
            Sentence::from(say.built(strategy)).capitalised(),
            ", if people want it: ",
            say.full_percent(Quantity::Input(key)),
            " × ",
            say.bracketed(money(then)),
            " + ",
            say.full_percent(Quantity::Worked(Worked::Not(key))),
            " × ",
            say.bracketed(money(otherwise)),
            " = ",
            money(mean).strong(),
            ".",
        ],
    )
}

fn nothing_allowed(say: &Say<'_>) -> Explained {
    let below = say.in_hundred(Quantity::NothingBelow).strong();
    Explained::new(
        "Building nothing is worth nothing, whether people would want it or not; a plan has to \
         beat that.",
        sentence![
            "Under a chance of success of ",
            below,
            " no plan is worth more than nothing.",
        ],
    )
}

fn cash(say: &Say<'_>) -> Explained {
    let plan = say.shown();
    Explained::new(
        "It changes no amount. Compare it with the lowest cash of a plan.",
        sentence![
            Sentence::from(say.built(plan)).capitalised(),
            ", with your numbers: at the lowest point ",
            say.money3(Quantity::CashNeed(plan)).strong(),
            " are needed; you have ",
            say.typed(Key::Cash),
            ".",
        ],
    )
}

fn lag(say: &Say<'_>) -> Explained {
    let sentence = "This time passes between the alarm and the start of the work; it moves the last \
                    moment to start, and no amount.";
    let working = match Quantity::LastStart.of(say.outcome) {
        Some(_) => sentence![
            full_after(say),
            say.plain3(Quantity::Wall),
            " − ",
            say.full(Quantity::Input(Key::RebuildMonths)),
            " − ",
            say.full(Quantity::Input(Key::Lag)),
            " = ",
            say.plain3(Quantity::LastStart).strong(),
            " months from the start of the project.",
        ],
        None => Sentence::from("More is never needed, so there is no last moment."),
    };
    Explained::new(sentence, working)
}

/// Users or orders at which an alarm sounds.
fn alarm(say: &Say<'_>, alarm: Alarm, level: Sentence, room: u8) -> Sentence {
    let noun = if say.is_service() {
        " users."
    } else {
        " orders a month."
    };
    sentence![
        level,
        " × ",
        say.count(Quantity::Room(room)),
        " = ",
        say.plain3(Quantity::Worked(Worked::AlarmAt(alarm, room)))
            .strong(),
        noun,
    ]
}

fn watch(say: &Say<'_>) -> Explained {
    let level = sentence![say.percent(Quantity::AlarmWatch)];
    let working = alarm(say, Alarm::Watch, level, 0);
    let sentence = format!(
        "The MVP with early warning starts its {} at this share of its room.",
        say.words().rebuild
    );
    let working = match say.outcome.scenario.watch() {
        Watch::At(_) => working,
        Watch::Best => {
            sentence!["Of the levels tried this one is worth most: ", working]
        }
    };
    Explained::new(sentence, working)
}

fn rebuilding(say: &Say<'_>, key: Key) -> Option<Explained> {
    let input = Quantity::Input;
    let worked = Quantity::Worked;
    let s = &say.outcome.scenario;
    let own = || {
        (s[Key::OwnShare] > 0.0)
            .then(|| sentence![" × (1 − ", say.full_percent(input(Key::OwnShare)), ")"])
    };
    let fixed = |key: Key| {
        (s[key] > 0.0).then(|| sentence![" + ", say.full_money(input(key)), " fixed cost"])
    };
    let of_build = |key: Key, entry: Key, cost: Worked| {
        sentence![
            say.full_percent(input(key)),
            " × ",
            say.full_money(input(Key::BuildCost)),
            own(),
            fixed(entry),
            " = ",
            say.full_money(worked(cost)).strong(),
        ]
    };
    Some(match key {
        Key::IncidentChance | Key::IncidentLoss => incident(say, key),
        Key::QuickFixCost => Explained::new(
            format!(
                "Where a quick fix is enough, it costs this much in the place of the {}.",
                say.words().rebuild
            ),
            sentence![of_build(key, Key::Entry1, Worked::QuickFixCost), "."],
        ),
        Key::QuickFixMonths => Explained::new(
            format!(
                "Where a quick fix is enough, it takes this long in the place of the {}, and \
                 feature work goes on.",
                say.words().rebuild
            ),
            sentence![
                say.full_months(input(key)).strong(),
                ", not ",
                say.full_months(input(Key::RebuildMonths)),
                ".",
            ],
        ),
        Key::ExtensionCost => Explained::new(
            "If the room of the scalable version is not enough, extending it costs this much.",
            sentence![of_build(key, Key::Entry2, Worked::ExtensionCost), "."],
        ),
        Key::ExtensionMonths => Explained::new(
            "If the room of the scalable version is not enough, extending it takes this long.",
            sentence![
                say.full_money(worked(Worked::ExtensionCost)),
                " over ",
                say.full_months(input(key)).strong(),
                ".",
            ],
        ),
        Key::Freeze2 => Explained::new(
            "This share of feature work stops while the scalable version is extended.",
            sentence![
                say.full_percent(input(key)),
                " × ",
                say.full_months(input(Key::ExtensionMonths)),
                " = ",
                say.months(worked(Worked::FrozenMonthsExtension)).strong(),
                " without new features.",
            ],
        ),
        Key::Entry0 => entry(say, key, "with the build of the simple version"),
        Key::Entry1 => entry(
            say,
            key,
            if say.is_service() {
                "with the build of the scalable version, and with a rebuild or a quick fix"
            } else {
                "when hand-made units become tooled ones"
            },
        ),
        Key::Entry2 => entry(
            say,
            key,
            "with the over-built version, and with an extension",
        ),
        Key::ToolingMonths => Explained::new(
            "A design that is ready for it is tooled in this time, while work on features goes on.",
            sentence![
                say.full_months(input(key)).strong(),
                ", not the ",
                say.full_months(input(Key::RebuildMonths)),
                " of a redesign.",
            ],
        ),
        Key::BuildWeeks => Explained::new(
            "The simple version is launched after this time; the premiums lengthen it by their \
             share.",
            sentence![
                say.full_weeks(input(key)),
                " × 12 ÷ 52 = ",
                say.plain3(Quantity::Launch(Strategy::MvpLive)).strong(),
                " months; scalable × (1 + ",
                say.full_percent(input(Key::Premium)),
                ") = ",
                say.plain3(Quantity::Launch(Strategy::Msp)).strong(),
                " months.",
            ],
        ),
        _ => return None,
    })
}

fn incident(say: &Say<'_>, key: Key) -> Explained {
    let input = Quantity::Input;
    let product = sentence![
        say.full_percent(input(Key::IncidentChance)),
        " × ",
        say.full_percent(input(Key::IncidentLoss)),
        " = ",
        say.percent3(Quantity::Worked(Worked::IncidentShare))
            .strong(),
    ];
    if say.is_service() {
        let sentence = if key == Key::IncidentChance {
            "At the end of a rebuild the data has to move; with this chance that goes wrong."
        } else {
            "If moving the data goes wrong, this share of the users is lost."
        };
        return Explained::new(
            sentence,
            sentence![product, " of users lost on average when the rebuild ends."],
        );
    }
    let sentence = if key == Key::IncidentChance {
        "With this chance the units made by hand have to be recalled at the redesign."
    } else {
        "In a recall, this share of the units made by hand is replaced."
    };
    Explained::new(
        sentence,
        sentence![
            product,
            " of the units made by hand, at ",
            say.money3(Quantity::Worked(Worked::RecalledUnit)),
            " each.",
        ],
    )
}

fn entry(say: &Say<'_>, key: Key, when: &str) -> Explained {
    Explained::new(
        format!("A fixed cost, such as tooling or approval, that falls due {when}."),
        sentence![say.full_money(Quantity::Input(key)).strong(), ", once.",],
    )
}
