//! The month table: the same rows on the page, in the file and on the command line.

use csv_core::{WriteResult, Writer};

use crate::field::Kind;
use crate::outcome::Outcome;
use crate::projection::Month;

/// A column of numbers of the month table.
#[derive(Clone, Copy)]
pub struct Column {
    /// The heading in files.
    pub key: &'static str,
    /// The heading for a reader: of a service, of hardware.
    headings: [&'static str; 2],
    /// What kind of number it is.
    pub measure: Measure,
    /// The number of a month, given the cash at its end.
    pub value: fn(&Month, f64) -> f64,
    /// Whether only hardware has this column.
    hardware_only: bool,
}

/// What kind of number a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Users or units.
    Count,
    /// A level, 0 to 2.
    Level,
    /// A share.
    Share,
    /// Seconds; hardware months.
    Wait,
    /// Money, undiscounted.
    Money,
    /// The same for one unit; not a number in a month without units.
    MoneyPerUnit,
}

impl Column {
    /// The heading for a reader.
    #[must_use]
    pub fn heading(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Service => self.headings[0],
            Kind::Hardware => self.headings[1],
        }
    }
}

const fn column(
    key: &'static str,
    headings: [&'static str; 2],
    measure: Measure,
    value: fn(&Month, f64) -> f64,
) -> Column {
    Column {
        key,
        headings,
        measure,
        value,
        hardware_only: false,
    }
}

const fn for_hardware(column: Column) -> Column {
    Column {
        hardware_only: true,
        ..column
    }
}

static COLUMNS: [Column; 17] = [
    column(
        "demand",
        ["People who want it", "Orders wanted"],
        Measure::Count,
        |m, _| m.demand,
    ),
    column(
        "users",
        ["Users", "Units shipped"],
        Measure::Count,
        |m, _| m.users,
    ),
    for_hardware(column(
        "backlog",
        ["", "Orders waiting"],
        Measure::Count,
        |m, _| m.backlog,
    )),
    column("level", ["Level", "Level"], Measure::Level, |m, _| {
        f64::from(u8::try_from(m.level).unwrap_or(2))
    }),
    column(
        "util",
        ["Room used", "Room used"],
        Measure::Share,
        |m, _| m.utilisation,
    ),
    column("latency", ["Wait", "Lead time"], Measure::Wait, |m, _| {
        m.wait
    }),
    column(
        "freeze",
        ["Features stopped", "Features stopped"],
        Measure::Share,
        |m, _| m.freeze,
    ),
    column("revenue", ["Revenue", "Revenue"], Measure::Money, |m, _| {
        m.revenue
    }),
    for_hardware(column(
        "unitcost",
        ["", "Cost of units"],
        Measure::Money,
        |m, _| m.unit_cost,
    )),
    for_hardware(column(
        "cost_per_unit",
        ["", "Cost per unit"],
        Measure::MoneyPerUnit,
        |m, _| {
            if m.users > 0.0 {
                m.unit_cost / m.users
            } else {
                f64::NAN
            }
        },
    )),
    column("build", ["Building", "Building"], Measure::Money, |m, _| {
        m.build
    }),
    column("payroll", ["Team", "Team"], Measure::Money, |m, _| {
        m.payroll
    }),
    column("drag", ["Debt", "Debt"], Measure::Money, |m, _| m.drag),
    column("run", ["Hosting", "Line"], Measure::Money, |m, _| m.run),
    column(
        "rebuild",
        ["Rebuild", "Redesign"],
        Measure::Money,
        |m, _| m.rebuild,
    ),
    column("net", ["Net cash", "Net cash"], Measure::Money, |m, _| {
        m.net
    }),
    column(
        "cum",
        ["Cash so far", "Cash so far"],
        Measure::Money,
        |_, cash| cash,
    ),
];

/// The columns of a kind.
pub fn columns(kind: Kind) -> impl Iterator<Item = &'static Column> {
    COLUMNS
        .iter()
        .filter(move |column| kind == Kind::Hardware || !column.hardware_only)
}

/// What every row of a file says of its origin: the alarm of the watched MVP, the futures over which
/// it was chosen, their seed, the standard error of the average lead over them, and the version of
/// the model.
const ORIGIN: [&str; 5] = ["alarm_watch", "futures", "seed", "lead_se", "engine"];

/// Where a file has no number.
const NONE: &str = "none";

fn origin(outcome: &Outcome) -> [String; 5] {
    let futures = outcome.futures.as_ref();
    [
        outcome.alarm_watch.to_string(),
        futures.map_or(0, |futures| futures.draws).to_string(),
        futures.map_or_else(|| NONE.into(), |futures| futures.seed.to_string()),
        outcome.verdict.standard_error.to_string(),
        crate::VERSION.to_owned(),
    ]
}

/// The month table of all strategies as comma-separated values: decimal points, full precision,
/// one row per strategy and month.
#[must_use]
pub fn months_csv(outcome: &Outcome) -> String {
    let kind = outcome.scenario.kind();
    let mut sheet = Sheet::default();
    let keys = columns(kind).map(|column| column.key);
    sheet.row(["plan", "month"].into_iter().chain(keys).chain(ORIGIN));
    let origin = origin(outcome);
    for plan in &outcome.plans {
        let months = plan.path.months.iter().zip(&plan.path.cash);
        for (number, (month, cash)) in months.enumerate() {
            let values = columns(kind).map(|column| cell((column.value)(month, *cash)));
            let start = [plan.strategy.key().to_owned(), (number + 1).to_string()];
            sheet.row(
                start
                    .into_iter()
                    .chain(values)
                    .chain(origin.iter().cloned()),
            );
        }
    }
    sheet.text
}

/// A number in a file, or that there is none.
fn cell(value: f64) -> String {
    if value.is_nan() {
        NONE.into()
    } else {
        value.to_string()
    }
}

/// Rows of comma-separated values.
#[derive(Default)]
struct Sheet {
    text: String,
}

impl Sheet {
    fn row(&mut self, cells: impl Iterator<Item = impl AsRef<str>>) {
        for (place, cell) in cells.enumerate() {
            if place > 0 {
                self.text.push(',');
            }
            self.text.push_str(&quoted(cell.as_ref()));
        }
        self.text.push_str("\r\n");
    }
}

/// A cell with quotes where it needs them.
fn quoted(cell: &str) -> String {
    let mut writer = Writer::new();
    // Every byte may become two, and there are two quotes.
    let mut bytes = vec![0; 2 * cell.len() + 4];
    let (result, _, mut written) = writer.field(cell.as_bytes(), &mut bytes);
    if result == WriteResult::InputEmpty {
        let (_, more) = writer.finish(&mut bytes[written..]);
        written += more;
    }
    bytes.truncate(written);
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn cells_are_quoted_where_needed() {
        assert_eq!(quoted("MSP"), "MSP");
        assert_eq!(quoted("a,b"), "\"a,b\"");
        assert_eq!(quoted("say \"no\""), "\"say \"\"no\"\"\"");
        assert_eq!(quoted("two\nlines"), "\"two\nlines\"");
    }

    /// [N10]
    #[test]
    fn numbers_are_exact_and_never_quoted() {
        let outcome = Outcome::of(&Scenario::preset(Kind::Hardware));
        let text = months_csv(&outcome);
        let header = text.lines().next().unwrap();
        let net = header.split(',').position(|key| key == "net").unwrap();
        let msp = outcome.plan(crate::strategy::Strategy::Msp);
        let row = text
            .lines()
            .find(|line| line.starts_with("MSP,20,"))
            .unwrap();
        let cell: f64 = row.split(',').nth(net).unwrap().parse().unwrap();
        assert_eq!(cell.to_bits(), msp.path.months[19].net.to_bits());
        assert!(!text.contains('"'));
        let cost = header.split(',').position(|key| key == "cost_per_unit");
        let cost = |row: &str| row.split(',').nth(cost.unwrap()).unwrap().to_owned();
        let month = msp.path.months[19];
        assert_eq!(
            cost(row),
            (month.unit_cost / month.users).to_string(),
            "what a unit costs in its month"
        );
        let before_launch = text.lines().find(|line| line.starts_with("MSP,1,"));
        assert_eq!(cost(before_launch.unwrap()), "none");
        assert!(header.ends_with(",alarm_watch,futures,seed,lead_se,engine"));
        assert!(row.ends_with(concat!(",0,none,0,", env!("CARGO_PKG_VERSION"))));
        let simulated = crate::simulation::Simulation::run(&outcome.scenario, 2, 5).outcome();
        let text = months_csv(&simulated);
        let origin = format!(
            "{},16,5,{},{}",
            simulated.alarm_watch,
            simulated.verdict.standard_error,
            env!("CARGO_PKG_VERSION")
        );
        assert!(text.lines().skip(1).all(|line| line.ends_with(&origin)));
    }
}
