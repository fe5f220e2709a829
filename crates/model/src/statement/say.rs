//! Quantities become spans.

use super::figure::{Figure, Format};
use super::name::{Form, Lexicon, plan_name};
use super::quantity::{Edge, Quantity};
use super::span::{Sentence, Span, sentence};
use crate::field::{Key, Kind};
use crate::outcome::Outcome;
use crate::strategy::{Choice, Strategy};
use crate::text::write::{Currency, Noun, Precision, Sign, TimeUnit};

/// Speaks about one outcome in one currency. Every number goes through it.
#[derive(Clone, Copy)]
pub struct Say<'a> {
    /// What is spoken about.
    pub outcome: &'a Outcome,
    /// The currency.
    pub currency: Currency,
    /// The kind of product.
    pub kind: Kind,
    pub(crate) words: Lexicon,
    /// Who decides, as the sentences call them: "you" or "we".
    pub(crate) who: &'static str,
    /// Theirs: "your" or "our".
    pub(crate) whose: &'static str,
    /// How their assumptions are introduced: "You said", or "We assume".
    pub(crate) assumed: &'static str,
}

impl<'a> Say<'a> {
    /// About an outcome.
    #[must_use]
    pub fn new(outcome: &'a Outcome, currency: Currency) -> Self {
        let kind = outcome.scenario.kind();
        let words = Lexicon::of(kind);
        Self {
            outcome,
            currency,
            kind,
            words,
            who: "you",
            whose: "your",
            assumed: "You said",
        }
    }

    /// The same in the words of those who decide: "we" in the place of "you".
    #[must_use]
    pub fn as_us(outcome: &'a Outcome, currency: Currency) -> Self {
        Self {
            who: "we",
            whose: "our",
            assumed: "We assume",
            ..Self::new(outcome, currency)
        }
    }

    /// Whether it is a service.
    #[must_use]
    pub fn is_service(&self) -> bool {
        self.kind == Kind::Service
    }

    /// A quantity as a span; a quantity that does not exist for this outcome is a dash.
    #[must_use]
    pub fn figure(&self, quantity: Quantity, format: Format) -> Span {
        let value = self.value(quantity);
        Span {
            text: format.text(value, self.currency),
            figure: Some(Figure {
                quantity,
                value,
                format,
            }),
            ..Span::default()
        }
    }

    /// The value of a quantity, or not a number where it does not exist.
    #[must_use]
    pub fn value(&self, quantity: Quantity) -> f64 {
        quantity.of(self.outcome).unwrap_or(f64::NAN)
    }

    /// Whether an amount is shown as zero.
    pub(crate) fn is_no_money(&self, quantity: Quantity) -> bool {
        self.value(quantity).abs() < 0.005
    }

    /// Whether an amount is below zero as shown.
    pub(crate) fn is_negative(&self, quantity: Quantity) -> bool {
        self.value(quantity) <= -0.005
    }

    /// Money in a sentence, two significant figures.
    #[must_use]
    pub fn money(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Money(Precision::Sentence, Sign::Minus))
    }

    /// Money without its sign, where the words beside it say which way: "$40,000 less".
    pub(crate) fn amount(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Money(Precision::Sentence, Sign::Hidden))
    }

    /// Money with three significant figures.
    #[must_use]
    pub fn money3(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Money(Precision::Table, Sign::Minus))
    }

    /// Money in a sentence without its sign, where the words say which way.
    pub(crate) fn size_of_money(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::MoneySize(Precision::Sentence))
    }

    /// A bare count without its sign, where the words say which way.
    pub(crate) fn size_of_count(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::CountSize(Precision::Sentence))
    }

    /// A difference of money with its sign, three significant figures.
    #[must_use]
    pub fn signed(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Money(Precision::Table, Sign::Both))
    }

    /// Money to the cent.
    #[must_use]
    pub fn full_money(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Money(Precision::Exact, Sign::Minus))
    }

    /// A share, two significant figures.
    #[must_use]
    pub fn percent(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Percent(Precision::Sentence))
    }

    /// A share, three significant figures.
    pub(crate) fn percent3(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Percent(Precision::Table))
    }

    /// A count with its noun, two significant figures.
    pub(crate) fn counted(&self, quantity: Quantity, noun: Noun) -> Span {
        self.figure(quantity, Format::Counted(Precision::Sentence, noun))
    }

    /// A bare count, two significant figures.
    pub(crate) fn rough_count(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Count(Precision::Sentence))
    }

    /// A bare count, three significant figures.
    pub(crate) fn count(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Count(Precision::Table))
    }

    /// Weeks, in halves.
    pub(crate) fn weeks(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Duration(TimeUnit::Weeks))
    }

    /// Months, in halves.
    pub(crate) fn months(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Duration(TimeUnit::Months))
    }

    /// Months in halves without their noun, where figures suffice.
    pub(crate) fn bare_months(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::BareDuration(TimeUnit::Months))
    }

    /// "up to 6½ months"; a time that is less than half a month has no more to be less than.
    pub(crate) fn up_to_months(&self, quantity: Quantity) -> Sentence {
        let months = self.months(quantity);
        let up_to = if months.text.starts_with("less") {
            ""
        } else {
            "up to "
        };
        sentence![up_to, months]
    }

    /// " (range: 0 to 6 months)": the noun once; nothing where both ends read the same.
    pub(crate) fn range_of_months(&self, quantity: impl Fn(Edge) -> Quantity) -> Option<Sentence> {
        let (low, high) = (quantity(Edge::Low), quantity(Edge::High));
        let same = self.months(low).text == self.months(high).text;
        (!same).then(|| {
            sentence![
                " (range: ",
                self.bare_months(low),
                " to ",
                self.months(high),
                ")"
            ]
        })
    }

    /// A month of the time axis.
    pub(crate) fn month(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Month)
    }

    /// The number of a month.
    pub(crate) fn month_number(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::MonthNumber)
    }

    /// The same in the words of this kind of product: hardware is redesigned, not rebuilt.
    pub(crate) fn fitting(&self, text: &str) -> String {
        if self.is_service() {
            return text.to_owned();
        }
        let words = [
            ("rebuilt", "redesigned"),
            ("rebuild", "redesign"),
            ("Rebuild", "Redesign"),
        ];
        words
            .into_iter()
            .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    }

    /// " (range: $326,000 to $4.1M)"; nothing where both ends read the same.
    pub(crate) fn range(
        &self,
        quantity: impl Fn(Edge) -> Quantity,
        write: impl Fn(Quantity) -> Span,
    ) -> Option<Sentence> {
        let (low, high) = (write(quantity(Edge::Low)), write(quantity(Edge::High)));
        (low.text != high.text).then(|| sentence![" (range: ", low, " to ", high, ")"])
    }

    /// A time before a noun: "four-month".
    pub(crate) fn compound(&self, quantity: Quantity, unit: TimeUnit) -> Span {
        self.figure(quantity, Format::Compound(unit))
    }

    /// A month of the middle future with its range: "month 5 (range: 3 to 9)".
    pub(crate) fn month_range(&self, at: impl Fn(Edge) -> Quantity) -> Sentence {
        let number = |edge| self.month_number(at(edge));
        let middle = self.month(at(Edge::Middle));
        let (low, high) = (number(Edge::Low), number(Edge::High));
        let ends = [Edge::Low, Edge::High].map(|edge| at(edge).of(self.outcome));
        match ends {
            [Some(_), Some(_)] if low.text != high.text => {
                sentence![middle, " (range: ", low, " to ", high, ")"]
            }
            [Some(_), None] => sentence![middle, " (range: ", low, " to never)"],
            _ => sentence![middle],
        }
    }

    /// The months shown: "36 months".
    pub(crate) fn horizon(&self) -> Span {
        self.figure(
            Quantity::Input(Key::Horizon),
            Format::FullTime(TimeUnit::Months),
        )
    }

    /// A chance in whole hundredths.
    pub(crate) fn in_hundred(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::InHundred)
    }

    /// A share of all futures in whole hundredths; what is all or none of the futures drawn is not
    /// said to be certain.
    pub(crate) fn of_futures(&self, quantity: Quantity) -> Span {
        match self.in_hundred(quantity) {
            span if ["0 in 100", "100 in 100"].contains(&span.text.as_str()) => {
                self.chance(quantity)
            }
            span => span,
        }
    }

    /// A share of futures, to stand before "of the futures": "about 7 in 10".
    pub(crate) fn chance(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Chance)
    }

    /// A share of futures as a bare figure: "7 in 10".
    pub(crate) fn bare_chance(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::BareChance)
    }

    /// A plain figure, two significant figures.
    pub(crate) fn plain(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Plain(Precision::Sentence))
    }

    /// A plain figure, three significant figures.
    pub(crate) fn plain3(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Plain(Precision::Table))
    }

    /// A plain figure in full.
    pub(crate) fn full(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Plain(Precision::Exact))
    }

    /// A share in full.
    pub(crate) fn full_percent(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Percent(Precision::Exact))
    }

    /// A count in full.
    pub(crate) fn full_count(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Count(Precision::Exact))
    }

    /// Weeks in full.
    pub(crate) fn full_weeks(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::FullTime(TimeUnit::Weeks))
    }

    /// Months in full.
    pub(crate) fn full_months(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::FullTime(TimeUnit::Months))
    }

    /// Seconds in words.
    pub(crate) fn seconds(&self, quantity: Quantity) -> Span {
        self.figure(quantity, Format::Seconds)
    }

    /// A negative figure in brackets, to follow a sign of arithmetic.
    pub(crate) fn bracketed(&self, span: Span) -> Sentence {
        if span.text.starts_with('−') {
            sentence!["(", span, ")"]
        } else {
            sentence![span]
        }
    }

    /// An input by the name beside its field, in quotation marks.
    pub(crate) fn label(&self, key: Key) -> Span {
        Span::words(format!("“{}”", key.field().words(self.kind).label))
    }

    /// The words of this kind of product.
    pub(crate) fn words(&self) -> Lexicon {
        self.words
    }

    /// An input as it was typed, with its unit.
    #[must_use]
    pub fn typed(&self, key: Key) -> Span {
        self.figure(Quantity::Input(key), Format::Typed(key, self.kind))
    }

    /// An option in a sentence, with its article.
    #[must_use]
    pub fn plan(&self, choice: Choice) -> Span {
        Span::words(plan_name(choice, self.kind, Form::Phrase)).naming(choice)
    }

    /// A strategy in a sentence, with its article.
    pub(crate) fn built(&self, strategy: Strategy) -> Span {
        self.plan(Choice::Build(strategy))
    }

    /// What loses least if nobody wants it, in a sentence: all MVPs lose the same.
    pub(crate) fn cheapest(&self) -> Span {
        let cheapest = self.outcome.verdict.cheapest;
        if cheapest.is_mvp() {
            Span::words("the simple version").naming(Choice::Build(cheapest))
        } else {
            self.built(cheapest)
        }
    }

    /// The plan whose numbers illustrate a formula: the best that builds something.
    #[must_use]
    pub fn shown(&self) -> Strategy {
        let order = &self.outcome.verdict.order;
        order
            .iter()
            .find_map(|line| line.option.strategy())
            .unwrap_or(Strategy::Msp)
    }
}
