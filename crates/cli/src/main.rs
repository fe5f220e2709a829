//! `headroom project`, `headroom warn`, `headroom simulate`, `headroom statements`: the calculator on
//! the command line.

use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use headroom_cli::{Extent, Markup};
use headroom_model::scenario::Scenario;
use headroom_model::simulation::Simulation;
use headroom_model::statement::board::{Audience, Length};

const USAGE: &str = "\
usage: headroom project FILE [--format json|csv]
       headroom warn FILE
       headroom simulate FILE [--draws N] [--seed N] [--quick]
       headroom statements FILE [--audience WHO] [--length HOW] [--format HOW]
                           [--draws N] [--seed N] [--quick]

FILE is a scenario file saved by the page, or holds {\"base\": \"SERVICE\" or \"HARDWARE\", \"changes\":
{key: value, ...}}; - is standard input.

  project   every strategy month by month and the decision at the best guesses
  warn      when the simple version fills, and when work must start to be in time
  simulate  the same over many futures: ranges, verdict, and what would change it; FILE may also hold
            \"ranges\": [[key, low, best, high, shape], ...], \"corr\": [[key, key, strength], ...],
            \"p_range\": [low, best, high, shape], \"n\" (draws, default 4096) and \"seed\" (default 1);
            --quick leaves out tornado and switch points, which take most of the time
  statements
            the result in words: for ceo (default), cfo, product or engineering; of length line, 30s
            (default) or page; as text (default), markdown or html; --quick leaves out what would
            change the advice";

/// Draws where neither the call nor the file says how many.
const DRAWS: u32 = 4096;

/// More draws than this need more memory than most machines have.
const MOST_DRAWS: u32 = 1 << 18;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(output) => match std::io::stdout().write_all(output.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(sentence) => {
            eprintln!("headroom: {sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<String, String> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["help", ..] => Ok(format!("{USAGE}\n")),
        words if words.iter().any(|word| ["--help", "-h"].contains(word)) => {
            Ok(format!("{USAGE}\n"))
        }
        ["--version" | "-V"] => Ok(format!("headroom {}\n", env!("CARGO_PKG_VERSION"))),
        ["project", file] | ["project", file, "--format", "json"] => {
            Ok(pretty(&headroom_cli::project(&open(file)?)))
        }
        ["project", file, "--format", "csv"] => Ok(headroom_cli::months_csv(&open(file)?)),
        ["project", _, "--format", other] => Err(format!(
            "--format: \"{other}\" is not known; known are json and csv."
        )),
        ["simulate", file, options @ ..] => simulate(file, options),
        ["statements", file, options @ ..] => statements(file, options),
        ["warn", file] => Ok(pretty(&headroom_cli::warn(&open(file)?))),
        _ => Err(format!("the call is not understood.\n{USAGE}")),
    }
}

/// What may follow the file of a simulation.
#[derive(Default)]
struct Options<'a> {
    draws: Option<u32>,
    seed: Option<u32>,
    quick: bool,
    /// What else was given, by name.
    words: Vec<(&'a str, &'a str)>,
}

impl<'a> Options<'a> {
    /// From the words of the call; `named` are the options that take a word.
    fn of(given: &[&'a str], named: &[&str]) -> Result<Self, String> {
        let mut options = Self::default();
        let mut given = given.iter().copied();
        while let Some(name) = given.next() {
            if name == "--quick" {
                options.quick = true;
                continue;
            }
            let number = name == "--draws" || name == "--seed";
            if !number && !named.contains(&name) {
                return Err(format!("the call is not understood.\n{USAGE}"));
            }
            let missing = if number { "a number" } else { "a word" };
            let value = given
                .next()
                .ok_or_else(|| format!("{name}: {missing} is missing."))?;
            if !number {
                options.words.push((name, value));
                continue;
            }
            let whole: u32 = value
                .parse()
                .map_err(|_| format!("{name}: \"{value}\" is not a whole number."))?;
            if name == "--draws" {
                options.draws = Some(whole);
            } else {
                options.seed = Some(whole);
            }
        }
        Ok(options)
    }

    /// What a word means; the last one given counts.
    fn word<T>(
        &self,
        name: &str,
        default: T,
        known: &str,
        meaning: impl Fn(&str) -> Option<T>,
    ) -> Result<T, String> {
        let given = self.words.iter().rev().find(|(given, _)| *given == name);
        given.map_or(Ok(default), |(_, word)| {
            let unknown = || format!("{name}: \"{word}\" is not known; known are {known}.");
            meaning(word).ok_or_else(unknown)
        })
    }

    /// The draws and the seed: of the call, else of the file, else the usual ones.
    fn futures(&self, file: &headroom_cli::File) -> Result<(u32, u32), String> {
        let draws = self.draws.or(file.draws).unwrap_or(DRAWS);
        if draws == 0 || !draws.is_multiple_of(8) || draws > MOST_DRAWS {
            return Err(format!(
                "--draws: {draws} is not a multiple of 8 between 8 and {MOST_DRAWS}."
            ));
        }
        Ok((draws, self.seed.or(file.seed).unwrap_or(1)))
    }
}

fn simulate(file: &str, given: &[&str]) -> Result<String, String> {
    let options = Options::of(given, &[])?;
    let extent = if options.quick {
        Extent::Quick
    } else {
        Extent::Full
    };
    let file = headroom_cli::read_file(&text(file)?).map_err(|error| error.to_string())?;
    let (draws, seed) = options.futures(&file)?;
    Ok(pretty(&headroom_cli::simulate(
        &file.scenario,
        draws,
        seed,
        extent,
    )))
}

fn statements(file: &str, given: &[&str]) -> Result<String, String> {
    let options = Options::of(given, &["--audience", "--length", "--format"])?;
    let audience = options.word(
        "--audience",
        Audience::Ceo,
        "ceo, cfo, product and engineering",
        Audience::with_key,
    )?;
    let length = options.word(
        "--length",
        Length::HalfMinute,
        "line, 30s and page",
        Length::with_key,
    )?;
    let markup = options.word(
        "--format",
        Markup::Text,
        "text, markdown and html",
        Markup::with_key,
    )?;
    let file = headroom_cli::read_file(&text(file)?).map_err(|error| error.to_string())?;
    let (draws, seed) = options.futures(&file)?;
    let simulation = Simulation::run(&file.scenario, draws / 8, seed);
    let mut outcome = simulation.outcome();
    let wanted = length == Length::Page && !options.quick;
    if let (true, Some(futures)) = (wanted, &outcome.futures) {
        let change = simulation.what_would_change(&futures.decision);
        outcome = outcome.with_change(change);
    }
    Ok(headroom_cli::statements(
        &outcome,
        file.currency,
        file.test,
        (audience, length),
        markup,
    ))
}

fn open(file: &str) -> Result<Scenario, String> {
    headroom_cli::read(&text(file)?).map_err(|error| error.to_string())
}

fn text(file: &str) -> Result<String, String> {
    let mut text = String::new();
    if file == "-" {
        std::io::stdin()
            .read_to_string(&mut text)
            .map_err(|error| format!("standard input cannot be read: {error}."))?;
    } else {
        text = std::fs::read_to_string(file)
            .map_err(|error| format!("{file}: the file cannot be read: {error}."))?;
    }
    Ok(text)
}

fn pretty(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
