//! `cargo xtask`: builds, serves and tests Headroom, and sets up what that needs.
//!
//! - [`setup`]: the tools, installed on first use
//! - [`build`]: trunk, then [`site`], which makes `dist/` fit for a strict policy
//! - [`serve`]: `dist/` on this computer, under the real headers
//! - [`test`]: every check there is

mod audit;
mod build;
mod faults;
mod headers;
mod http;
mod policy;
mod serve;
mod setup;
mod shell;
mod site;
mod sizes;
mod test;
mod wall;

use std::process::ExitCode;

/// The result of a step; the error is one sentence (or more) for a person.
type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

Commands:
  serve [--port N] [--no-open]  build, serve on this computer, open the browser
                                (port 8080, or the next free one)
  test [--quick]                every check: format, lints, tests, build, browser
                                (--quick: no build and no browser)
  build [--faults]              leave dist/ ready for any static host, print its sizes
                                (--faults: instead the site in target/site/faults, whose program
                                fails when a browser test asks it to)
  setup                         only install what the other commands need

Each command first installs what is missing, into target/tools and tests/browser/node_modules,
and says what and for how long. README.md has the rest.
";

/// What was asked for on the command line.
#[derive(Debug, PartialEq)]
enum Task {
    Serve(serve::Options),
    Test { quick: bool },
    Build { faults: bool },
    Setup,
    Help,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match parse(&arguments) {
        Ok(task) => shell::enter_root().and_then(|()| run(task)),
        Err(sentence) => Err(format!("{sentence}\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\nStopped: {}", sentence.trim_end());
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Outcome {
    match task {
        Task::Serve(options) => serve::run(options),
        Task::Test { quick } => test::run(quick),
        Task::Build { faults } => build::run(faults),
        Task::Setup => setup::ready(setup::For::Test),
        Task::Help => {
            print!("{USAGE}");
            Ok(())
        }
    }
}

/// Reads the command line; the error says which word was not understood.
fn parse(arguments: &[String]) -> Outcome<Task> {
    let mut words = arguments.iter().map(String::as_str);
    let Some(command) = words.next() else {
        return Ok(Task::Help);
    };
    let mut task = match command {
        "serve" => Task::Serve(serve::Options::default()),
        "test" => Task::Test { quick: false },
        "build" => Task::Build { faults: false },
        "setup" => Task::Setup,
        "help" | "--help" | "-h" => return Ok(Task::Help),
        other => return Err(format!("there is no command `{other}`.")),
    };
    while let Some(word) = words.next() {
        match (&mut task, word) {
            (_, "--help" | "-h") => return Ok(Task::Help),
            (Task::Test { quick }, "--quick") => *quick = true,
            (Task::Build { faults }, "--faults") => *faults = true,
            (Task::Serve(options), "--no-open") => options.open = false,
            (Task::Serve(options), "--port") => options.port = parse_port(words.next())?,
            (_, other) => return Err(format!("`{command}` does not know `{other}`.")),
        }
    }
    Ok(task)
}

fn parse_port(word: Option<&str>) -> Outcome<u16> {
    word.and_then(|word| word.parse().ok())
        .filter(|port| *port > 0)
        .ok_or_else(|| "--port takes a number from 1 to 65535, for example --port 8080.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(line: &str) -> Outcome<Task> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words)
    }

    #[test]
    fn the_command_line_is_read() {
        let served = serve::Options {
            port: 9000,
            open: false,
        };
        assert_eq!(task("serve --port 9000 --no-open"), Ok(Task::Serve(served)));
        assert_eq!(task("test --quick"), Ok(Task::Test { quick: true }));
        assert_eq!(task("build --faults"), Ok(Task::Build { faults: true }));
        assert_eq!(task("build --help"), Ok(Task::Help));
        assert_eq!(task(""), Ok(Task::Help));
    }

    #[test]
    fn a_word_not_understood_is_named() {
        assert!(task("srve").is_err_and(|sentence| sentence.contains("`srve`")));
        assert!(task("build --quick").is_err_and(|sentence| sentence.contains("`--quick`")));
        assert!(task("serve --port x").is_err_and(|sentence| sentence.contains("--port 8080")));
    }
}
