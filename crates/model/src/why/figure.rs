//! Why any figure in a sentence is what it is: what it means, the formula with its numbers, and the
//! inputs it rests on with their sources.

use super::input::input;
use super::meaning::{drawn_meaning, growth_meaning};
use super::rests::Rests;
use super::result;
use crate::field::{Key, Kind};
use crate::outcome::Outcome;
use crate::statement::{
    Drawn, Edge, Figure, Format, Growth, PerUnit, Quantity, Say, Sentence, Span, sentence,
};
use crate::strategy::{Choice, Strategy};
use crate::text::write::Currency;

/// An input that a figure rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Used {
    /// The input.
    pub key: Key,
    /// Its name beside its field.
    pub label: &'static str,
    /// Its value with its unit.
    pub value: Span,
    /// Where the value comes from before anyone changes it.
    pub source: &'static str,
    /// How far that can be trusted.
    pub reliability: &'static str,
}

/// Why a figure is what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The figure as it stands in the sentence.
    pub shown: Span,
    /// What it means, in one sentence.
    pub meaning: Sentence,
    /// The formula with its numbers, or how it follows from the futures.
    pub working: Sentence,
    /// The inputs it rests on, the most important first.
    pub inputs: Vec<Used>,
    /// Whether further inputs play a part.
    pub and_others: bool,
}

/// Why the figure of a span is what it is; `None` for words without a figure.
#[must_use]
pub fn figure(span: &Span, outcome: &Outcome, currency: Currency) -> Option<Explanation> {
    let figure = span.figure?;
    let say = Say::new(outcome, currency);
    let quantity = figure.quantity;
    let (meaning, working) = explained(&say, &figure);
    let rests = Rests::of(quantity, say.kind);
    let used = |key: Key| {
        let why = input(key, outcome, currency);
        Used {
            key,
            label: key.field().words(say.kind).label,
            value: say.typed(key),
            source: why.source,
            reliability: why.reliability,
        }
    };
    let has = |key: &Key| key.field().preset(say.kind).is_some();
    Some(Explanation {
        shown: span.clone(),
        meaning,
        working,
        inputs: rests.keys.into_iter().filter(has).map(used).collect(),
        and_others: rests.and_others,
    })
}

/// The explanations of a block of sentences, each number once: the ends of a range are explained with
/// their middle.
#[must_use]
pub fn figures(sentences: &[Sentence], outcome: &Outcome, currency: Currency) -> Vec<Explanation> {
    let spans = || sentences.iter().flat_map(|sentence| &sentence.0);
    let has_middle = |quantity: Quantity| {
        let middle = family(quantity);
        spans().any(|span| span.figure.is_some_and(|figure| figure.quantity == middle))
    };
    let mut seen: Vec<Quantity> = Vec::new();
    let mut found = Vec::new();
    for span in spans() {
        let Some(figure) = span.figure else { continue };
        let quantity = figure.quantity;
        let is_end = family(quantity) != quantity;
        if seen.contains(&family(quantity)) || (is_end && has_middle(quantity)) {
            continue;
        }
        seen.push(family(quantity));
        found.extend(self::figure(span, outcome, currency));
    }
    found
}

/// The same quantity in the middle future.
fn family(quantity: Quantity) -> Quantity {
    match quantity {
        Quantity::Drawn(drawn) => Quantity::Drawn(drawn.at(Edge::Middle)),
        Quantity::Growth(growth) => Quantity::Growth(growth.at(Edge::Middle)),
        other => other,
    }
}

/// What a figure means, and how it follows.
fn explained(say: &Say<'_>, figure: &Figure) -> (Sentence, Sentence) {
    let shown = |explained: super::Explained| (explained.sentence, explained.working);
    let q = figure.quantity;
    match q {
        Quantity::Input(key) => {
            let why = input(key, say.outcome, say.currency);
            (why.sentence, why.working)
        }
        Quantity::Lead => shown(result::lead(say)),
        Quantity::Threshold | Quantity::ThresholdShare => threshold(say),
        Quantity::LeadOverOther => (
            "What the best plan is worth on average, less what the best plan that builds another \
             product is worth."
                .into(),
            lead_over_other(say),
        ),
        Quantity::Value(choice) | Quantity::AverageLoss(choice) => (
            "The average over all futures, those in which nobody wants the product included, in \
             today's money."
                .into(),
            sentence![result::value(say, choice), "."],
        ),
        Quantity::GivenUp(choice) => (
            "What this plan is worth less on average than the best one.".into(),
            difference(
                say,
                figure,
                Quantity::Value(say.outcome.verdict.best),
                Quantity::Value(choice),
            ),
        ),
        Quantity::Good(choice) => (
            "What the plan is worth on average if people want the product, in today's money.".into(),
            sentence![result::value(say, choice), "."],
        ),
        Quantity::GoodLead(a, b) => (
            "What the one plan is worth more than the other if people want the product, on average."
                .into(),
            difference(say, figure, Quantity::Good(a), Quantity::Good(b)),
        ),
        Quantity::BadLead(a, b) => (
            "What the one plan is worth more than the other if nobody wants the product.".into(),
            difference(say, figure, Quantity::Bad(a), Quantity::Bad(b)),
        ),
        Quantity::Bad(choice) | Quantity::Loss(choice) => shown(result::loss_of(say, choice)),
        Quantity::Drawn(Drawn::LossIfUnwanted) => {
            shown(result::loss_of(say, say.outcome.verdict.best))
        }
        Quantity::MoreThanCheapest => more_than_cheapest(say),
        Quantity::BreakEvenBelow
        | Quantity::BreakEvenAbove
        | Quantity::NotBreakEvenBelow
        | Quantity::NotBreakEvenAbove => shown(result::break_even(say)),
        Quantity::NothingBelow | Quantity::PaysFrom(_) => (
            "The chance of success from which a plan is worth more than building nothing: what it \
             loses if nobody wants it, over that plus what it gains if people do."
                .into(),
            sentence![written(say, figure), "."],
        ),
        Quantity::WorstRegret(choice)
        | Quantity::RegretWanted(choice)
        | Quantity::RegretUnwanted(choice) => regret(say, choice),
        Quantity::Wall | Quantity::WallAfterLaunch => shown(result::wall(say)),
        Quantity::Crossing(place) => (
            "The month in which so much of the room of the simple version is used.".into(),
            sentence![
                say.percent(Quantity::CrossingLevel(place)),
                " of ",
                say.count(Quantity::Room(0)),
                ": ",
                written(say, figure),
                ".",
            ],
        ),
        Quantity::LastStart => shown(result::last_moment(say)),
        Quantity::WarningLevel => (
            say.fitting("The share of its room that the simple version uses at the last moment to \
                         start a rebuild in time.")
                .into(),
            sentence!["Then it is ", written(say, figure), "."],
        ),
        Quantity::BuildTotal(strategy) => build_total(say, strategy),
        Quantity::BuildMore(a, b) => (
            "What building one version costs more than building the other.".into(),
            sentence![
                say.money3(Quantity::BuildTotal(a)),
                " − ",
                say.money3(Quantity::BuildTotal(b)),
                " = ",
                written(say, figure),
                ".",
            ],
        ),
        Quantity::WeeksMore(strategy) => weeks_more(say, strategy),
        Quantity::RebuildCost => rebuild_cost(say),
        Quantity::Launch(_) => (
            "The months it takes to build this version.".into(),
            sentence![
                say.full_weeks(Quantity::Input(Key::BuildWeeks)),
                " for the simple version; the extra work lengthens it by the same share: ",
                say.plain3(q).strong(),
                " months.",
            ],
        ),
        Quantity::Room(level) | Quantity::Growth(Growth::Room(level, _)) => room(say, level),
        Quantity::AlarmWatch => (
            say.fitting(
                "The share of its room at which an MVP with early warning is rebuilt: of the levels \
                 tried the one worth most on average, unless you gave one.",
            )
            .into(),
            sentence![
                "At ",
                say.percent(q),
                " it is worth ",
                say.money3(Quantity::Value(Choice::Build(Strategy::MvpWatch))).strong(),
                " on average.",
            ],
        ),
        Quantity::RuleOfThumb | Quantity::CrossingLevel(_) => (
            "A usual rule: act when 60 to 70% of the room is used.".into(),
            "It is the article's rule; nothing is computed.".into(),
        ),
        Quantity::CostBreakEven => (
            say.fitting(
                "What the extra work costs now, over what a rebuild costs later: the article's \
                 arithmetic, by the cost of the work alone.",
            )
            .into(),
            sentence![
                say.full_percent(Quantity::Input(Key::Premium)),
                " ÷ ",
                say.full_percent(Quantity::Input(Key::RebuildCost)),
                " = ",
                say.percent3(q).strong(),
                ".",
            ],
        ),
        Quantity::Part(component)
        | Quantity::PartWanted(component)
        | Quantity::PartUnwanted(component) => shown(result::part(say, component)),
        Quantity::PartOther(component) => (
            result::meaning(say, component).into(),
            sentence!["Its part of the lead over the best other product: ", written(say, figure), "."],
        ),
        Quantity::GoodPart(plan, component) | Quantity::BadPart(plan, component) => (
            result::meaning(say, component).into(),
            sentence![
                "For ",
                say.plan(Choice::Build(plan)),
                ", in today's money: ",
                written(say, figure),
                ".",
            ],
        ),
        Quantity::CashEnd(plan) | Quantity::PathSum(plan, _) => shown(result::cash(say, plan)),
        Quantity::SwitchPoint(..) => (
            "The value at which another plan becomes the best, with every other number as uncertain \
             as it is."
                .into(),
            sentence!["There both plans are worth the same on average: ", written(say, figure), "."],
        ),
        Quantity::ChanceOtherBest(_) => (
            "The chance, by its range, that this number lies where another plan is the best.".into(),
            sentence!["Chance: ", written(say, figure), "."],
        ),
        Quantity::ChanceUnwanted => (
            "What is left of 100 in 100 after the chance that people want the product.".into(),
            sentence![
                "100% − ",
                say.full_percent(Quantity::Input(Key::Success)),
                " = ",
                say.full_percent(q).strong(),
                ".",
            ],
        ),
        Quantity::KnowingSuccess => (
            "What one could do better on average by knowing it beforehand: the best plan for each \
             case, less the best plan for all cases together. Nobody should pay more for it."
                .into(),
            sentence![
                "Best plan on average: ",
                say.money3(Quantity::Value(say.outcome.verdict.best)),
                ". Gain by knowing: ",
                written(say, figure),
                ".",
            ],
        ),
        Quantity::KnowingSuccessAnyway => (
            "The same gain if something is built in any case.".into(),
            sentence!["Gain by knowing: ", written(say, figure), "."],
        ),
        Quantity::MarketTest { .. } => (
            "What one could do better on average with the answer of a test that may be wrong: the \
             best plan after each answer, less the best plan without one. Nobody should pay more for \
             it."
            .into(),
            sentence!["Gain by the test: ", written(say, figure), "."],
        ),
        Quantity::CashShort(_) => (
            "The share of all futures in which the lowest point of the cash is deeper than the cash \
             you have."
                .into(),
            cash_share(say, figure),
        ),
        Quantity::CashEnough(_) => (
            "The share of all futures in which the cash you have is enough at its lowest point."
                .into(),
            cash_share(say, figure),
        ),
        Quantity::PerUnit(per_unit) => by_the_unit(say, figure, per_unit),
        Quantity::Drawn(drawn) => (
            say.fitting(drawn_meaning(drawn)).into(),
            over_futures(say, figure),
        ),
        Quantity::Growth(growth) => (
            say.fitting(growth_meaning(say, growth)).into(),
            over_futures(say, figure),
        ),
        _ => (
            "It follows from your numbers, month by month.".into(),
            sentence!["Result: ", written(say, figure), "."],
        ),
    }
}

/// The figure once more, standing out.
fn written(say: &Say<'_>, figure: &Figure) -> Span {
    say.figure(figure.quantity, figure.format).strong()
}

fn lead_over_other(say: &Say<'_>) -> Sentence {
    let verdict = &say.outcome.verdict;
    let Some((other, _)) = verdict.next_other else {
        return "There is no other product to compare with.".into();
    };
    sentence![
        result::value(say, verdict.best),
        ". ",
        result::value(say, other),
        ". Lead: ",
        say.signed(Quantity::LeadOverOther).strong(),
        ".",
    ]
}

/// One quantity less another.
fn difference(say: &Say<'_>, figure: &Figure, a: Quantity, b: Quantity) -> Sentence {
    sentence![
        say.money3(a),
        " − ",
        say.bracketed(say.money3(b)),
        " = ",
        written(say, figure),
        ".",
    ]
}

fn threshold(say: &Say<'_>) -> (Sentence, Sentence) {
    let next = say.outcome.verdict.next_best;
    let error = Quantity::Drawn(Drawn::TwoStandardErrors(next));
    let error = error
        .of(say.outcome)
        .map(|_| sentence!["; twice the error of the draws: ", say.money3(error)]);
    (
        "The lead below which two plans are too close to call: a share of the build cost, or twice \
         the error of the draws where that is larger."
            .into(),
        sentence![
            say.full_percent(Quantity::ThresholdShare),
            " × ",
            say.full_money(Quantity::Input(Key::BuildCost)),
            error,
            ". The larger: ",
            say.money3(Quantity::Threshold).strong(),
            ".",
        ],
    )
}

fn cash_share(say: &Say<'_>, figure: &Figure) -> Sentence {
    sentence![
        "You have ",
        say.typed(Key::Cash),
        "; share: ",
        written(say, figure),
        ".",
    ]
}

fn more_than_cheapest(say: &Say<'_>) -> (Sentence, Sentence) {
    let recommended = say.outcome.verdict.recommended;
    let cheapest = Choice::Build(say.outcome.verdict.cheapest);
    (
        "How much more this plan has spent than the version that loses least, when you stop because \
         nobody wants the product."
            .into(),
        sentence![
            say.money3(Quantity::Loss(recommended)),
            " − ",
            say.bracketed(say.money3(Quantity::Loss(cheapest))),
            " = ",
            say.money3(Quantity::MoreThanCheapest).strong(),
            ".",
        ],
    )
}

fn regret(say: &Say<'_>, choice: Choice) -> (Sentence, Sentence) {
    (
        "How far the plan ends short of the best plan for the case, on average; the worst case is \
         the larger of the two."
            .into(),
        sentence![
            "If people want it: ",
            say.money3(Quantity::RegretWanted(choice)),
            ". If nobody does: ",
            say.money3(Quantity::RegretUnwanted(choice)),
            ". Worst case: ",
            say.money3(Quantity::WorstRegret(choice)).strong(),
            ".",
        ],
    )
}

fn build_total(say: &Say<'_>, strategy: Strategy) -> (Sentence, Sentence) {
    let premium = match strategy {
        Strategy::Msp => Some(Key::Premium),
        Strategy::Over => Some(Key::OverPremium),
        _ => None,
    };
    let more = premium
        .map(|premium| sentence![" × (1 + ", say.full_percent(Quantity::Input(premium)), ")"]);
    let tooled_later = say.kind == Kind::Hardware && strategy == Strategy::Msp;
    let entry = match strategy {
        Strategy::Over => Key::Entry2,
        Strategy::Msp if !tooled_later => Key::Entry1,
        _ => Key::Entry0,
    };
    let fixed = Quantity::Input(entry);
    let fixed = (!say.is_no_money(fixed)).then(|| sentence![" + ", say.full_money(fixed)]);
    (
        "What building this version costs until its launch.".into(),
        sentence![
            say.full_money(Quantity::Input(Key::BuildCost)),
            more,
            fixed,
            " = ",
            say.money3(Quantity::BuildTotal(strategy)).strong(),
            ".",
        ],
    )
}

fn weeks_more(say: &Say<'_>, strategy: Strategy) -> (Sentence, Sentence) {
    let premium = match strategy {
        Strategy::Over => Key::OverPremium,
        _ => Key::Premium,
    };
    (
        "The extra work lengthens the build by the same share as it raises its cost.".into(),
        sentence![
            say.full_percent(Quantity::Input(premium)),
            " × ",
            say.full_weeks(Quantity::Input(Key::BuildWeeks)),
            " = ",
            say.full_weeks(Quantity::WeeksMore(strategy)).strong(),
            ".",
        ],
    )
}

fn rebuild_cost(say: &Say<'_>) -> (Sentence, Sentence) {
    let own = Quantity::Input(Key::OwnShare);
    let own = (say.value(own) > 0.0).then(|| sentence![" × (1 − ", say.full_percent(own), ")"]);
    let entry = Quantity::Input(Key::Entry1);
    let entry = (!say.is_no_money(entry)).then(|| sentence![" + ", say.full_money(entry)]);
    (
        "What building the simple version anew for more room costs.".into(),
        sentence![
            say.full_percent(Quantity::Input(Key::RebuildCost)),
            " × ",
            say.full_money(Quantity::Input(Key::BuildCost)),
            own,
            entry,
            " = ",
            say.money3(Quantity::RebuildCost).strong(),
            ".",
        ],
    )
}

fn room(say: &Say<'_>, level: u8) -> (Sentence, Sentence) {
    let carries = say.words().carries;
    let simple = say.full_count(Quantity::Input(Key::Capacity));
    let multiple = match level {
        1 => Some(Key::Multiple1),
        2 => Some(Key::Multiple2),
        _ => None,
    };
    let meaning = format!("How many this version {carries}.");
    let working = match multiple {
        None => sentence!["You gave ", simple.strong(), "."],
        Some(key) => sentence![
            say.full(Quantity::Input(key)),
            " × ",
            simple,
            " = ",
            say.count(Quantity::Room(level)).strong(),
            ".",
        ],
    };
    (meaning.into(), working)
}

/// What the extra parts of a piece of hardware cost and avoid.
fn by_the_unit(say: &Say<'_>, figure: &Figure, per_unit: PerUnit) -> (Sentence, Sentence) {
    let of = |per_unit| say.money3(Quantity::PerUnit(per_unit));
    let meaning = match per_unit {
        PerUnit::Extra => {
            let working = sentence![
                say.full_money(Quantity::Input(Key::ExtraParts)),
                " ÷ ",
                say.full_percent(Quantity::Input(Key::Yield1)),
                " good at once = ",
                of(PerUnit::Extra).strong(),
                ".",
            ];
            return ("The extra parts of every good unit.".into(), working);
        }
        PerUnit::BreakEven => {
            let working = sentence![
                "(",
                of(PerUnit::AvoidedOnAverage),
                " − ",
                of(PerUnit::NowPerSuccess),
                ") ÷ ",
                of(PerUnit::Extra),
                " = ",
                written(say, figure),
                ".",
            ];
            let meaning = "The volume at which the extra parts have cost as much as the redesign that \
                           they avoid, on average.";
            return (meaning.into(), working);
        }
        PerUnit::ExtraTotal => "The extra parts of all units shipped in the months shown.",
        PerUnit::Now => "What the scalable design costs more before the launch.",
        PerUnit::NowPerSuccess => {
            "The same for each time that people want the product: it is spent whether they do or not."
        }
        PerUnit::SpentByVolume => "What the scalable design has cost more by this volume.",
        PerUnit::Avoided => {
            "What a redesign of the simple version costs, without the tooling, which is paid either \
             way."
        }
        PerUnit::AvoidedOnAverage => "The same, times the chance that it is needed and avoided.",
        PerUnit::Chance => {
            "The chance that a quick fix is not enough and that the right thing was made scalable."
        }
        PerUnit::Volume => {
            "The good units that the scalable version ships in the months shown, with your numbers, \
             if people want the product."
        }
        PerUnit::CostPerUnit(_) => {
            "Parts, assembly, failures and recalls over the months shown, for each unit shipped."
        }
    };
    (
        meaning.into(),
        sentence!["Result: ", written(say, figure), "."],
    )
}

/// Where a figure lies among the futures.
fn over_futures(say: &Say<'_>, figure: &Figure) -> Sentence {
    let at = |edge| match figure.quantity {
        Quantity::Drawn(drawn) => Quantity::Drawn(drawn.at(edge)),
        Quantity::Growth(growth) => Quantity::Growth(growth.at(edge)),
        other => other,
    };
    let [low, middle, high] = [Edge::Low, Edge::Middle, Edge::High].map(at);
    let written = |quantity: Quantity| match quantity.of(say.outcome) {
        Some(_) => say.figure(quantity, fine(figure.format)),
        None => Span::words("never"),
    };
    if say.outcome.futures.is_none() {
        return sentence!["With your numbers: ", written(middle).strong(), "."];
    }
    let draws = say.full_count(Quantity::Drawn(Drawn::Draws));
    let over = if is_of_some(figure.quantity) {
        sentence![
            "Over those of the ",
            draws,
            " futures in which it happens: "
        ]
    } else {
        sentence!["Over ", draws, " futures: "]
    };
    if low == high {
        return sentence![over, written(middle).strong(), "."];
    }
    sentence![
        over,
        "half lie below ",
        written(middle).strong(),
        ", nine in ten between ",
        written(low),
        " and ",
        written(high),
        ".",
    ]
}

/// Whether a number is there in some futures only, and is taken over those.
fn is_of_some(quantity: Quantity) -> bool {
    matches!(
        quantity,
        Quantity::Drawn(Drawn::RebuildStart(..) | Drawn::RebuildEnd(..) | Drawn::TypicalLoss(_))
            | Quantity::Growth(
                Growth::JustInTime(_)
                    | Growth::ReactionPrice(..)
                    | Growth::ReactionFeatureless(..)
                    | Growth::ReactionFewer(..)
                    | Growth::ReactionWait(..)
            )
    )
}

/// One figure more than in the sentence, where that is money or a share.
fn fine(format: Format) -> Format {
    use crate::text::write::Precision;
    match format {
        Format::Money(Precision::Sentence, sign) => Format::Money(Precision::Table, sign),
        Format::Counted(Precision::Sentence, noun) => Format::Counted(Precision::Table, noun),
        Format::Percent(Precision::Sentence) => Format::Percent(Precision::Table),
        Format::Plain(Precision::Sentence) => Format::Plain(Precision::Table),
        other => other,
    }
}
