//! `headroom project FILE`, `headroom warn FILE`: the calculator on the command line.

use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use headroom_model::scenario::Scenario;

const USAGE: &str = "\
usage: headroom project FILE [--format json|csv]
       headroom warn FILE

FILE holds {\"base\": \"SERVICE\" or \"HARDWARE\", \"changes\": {key: value, ...}}; - is standard input.

  project   every strategy month by month and the decision at the best guesses
  warn      when the simple version fills, and when work must start to be in time";

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
        ["warn", file] => Ok(pretty(&headroom_cli::warn(&open(file)?))),
        _ => Err(format!("the call is not understood.\n{USAGE}")),
    }
}

fn open(file: &str) -> Result<Scenario, String> {
    let mut text = String::new();
    if file == "-" {
        std::io::stdin()
            .read_to_string(&mut text)
            .map_err(|error| format!("standard input cannot be read: {error}."))?;
    } else {
        text = std::fs::read_to_string(file)
            .map_err(|error| format!("{file}: the file cannot be read: {error}."))?;
    }
    headroom_cli::read(&text).map_err(|error| error.to_string())
}

fn pretty(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
