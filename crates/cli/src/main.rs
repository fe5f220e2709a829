//! `headroom project`, `headroom warn`, `headroom simulate`: the calculator on the command line.

use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use headroom_cli::Extent;
use headroom_model::scenario::Scenario;

const USAGE: &str = "\
usage: headroom project FILE [--format json|csv]
       headroom warn FILE
       headroom simulate FILE [--draws N] [--seed N] [--quick]

FILE holds {\"base\": \"SERVICE\" or \"HARDWARE\", \"changes\": {key: value, ...}}; - is standard input.

  project   every strategy month by month and the decision at the best guesses
  warn      when the simple version fills, and when work must start to be in time
  simulate  the same over many futures: ranges, verdict, and what would change it; FILE may also hold
            \"ranges\": [[key, low, best, high, shape], ...], \"corr\": [[key, key, strength], ...],
            \"p_range\": [low, best, high, shape], \"n\" (draws, default 4096) and \"seed\" (default 1);
            --quick leaves out tornado and switch points, which take most of the time";

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
        ["help" | "--help" | "-h"] => Ok(format!("{USAGE}\n")),
        ["--version" | "-V"] => Ok(format!("headroom {}\n", env!("CARGO_PKG_VERSION"))),
        ["project", file] | ["project", file, "--format", "json"] => {
            Ok(pretty(&headroom_cli::project(&open(file)?)))
        }
        ["project", file, "--format", "csv"] => Ok(headroom_cli::months_csv(&open(file)?)),
        ["project", _, "--format", other] => Err(format!(
            "--format: \"{other}\" is not known; known are json and csv."
        )),
        ["simulate", file, options @ ..] => simulate(file, options),
        ["warn", file] => Ok(pretty(&headroom_cli::warn(&open(file)?))),
        _ => Err(format!("the call is not understood.\n{USAGE}")),
    }
}

fn simulate(file: &str, options: &[&str]) -> Result<String, String> {
    let (mut draws, mut seed, mut extent) = (None, None, Extent::Full);
    let mut options = options.iter();
    while let Some(name) = options.next() {
        let number = match *name {
            "--quick" => {
                extent = Extent::Quick;
                continue;
            }
            "--draws" => &mut draws,
            "--seed" => &mut seed,
            _ => return Err(format!("the call is not understood.\n{USAGE}")),
        };
        let value = options
            .next()
            .ok_or_else(|| format!("{name}: a number is missing."))?;
        let value: u32 = value
            .parse()
            .map_err(|_| format!("{name}: \"{value}\" is not a whole number."))?;
        *number = Some(value);
    }
    let given = headroom_cli::read_file(&text(file)?).map_err(|error| error.to_string())?;
    let draws = draws.or(given.draws).unwrap_or(DRAWS);
    let seed = seed.or(given.seed).unwrap_or(1);
    if draws == 0 || !draws.is_multiple_of(8) || draws > MOST_DRAWS {
        return Err(format!(
            "--draws: {draws} is not a multiple of 8 between 8 and {MOST_DRAWS}."
        ));
    }
    Ok(pretty(&headroom_cli::simulate(
        &given.scenario,
        draws,
        seed,
        extent,
    )))
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
