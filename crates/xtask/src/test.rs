//! `cargo xtask test`: every check there is, the quick ones first.

use crate::{Outcome, build, faults, setup, shell, wall};
use std::io::{BufRead, BufReader, IsTerminal};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const WASM: &str = "wasm32-unknown-unknown";

/// One check.
struct Stage {
    /// What it is, as a person would say.
    name: &'static str,
    /// How to run it alone.
    alone: &'static str,
    /// Runs it.
    run: fn() -> Outcome,
}

/// In this order; the node runner's closing lines are the last of the output.
const STAGES: &[Stage] = &[
    Stage {
        name: "format",
        alone: "cargo fmt --all --check",
        run: format,
    },
    Stage {
        name: "wall between model and browser",
        alone: "cargo test -p xtask wall",
        run: wall::check,
    },
    Stage {
        name: "a test or a reason for everything that can go wrong",
        alone: "cargo test -p xtask faults",
        run: faults::check,
    },
    Stage {
        name: "lints",
        alone: "cargo clippy --workspace --all-targets --locked -- -D warnings",
        run: lints,
    },
    Stage {
        name: "lints of the page for the browser",
        alone: "cargo clippy -p headroom --target wasm32-unknown-unknown --locked -- -D warnings",
        run: lints_of_the_page,
    },
    Stage {
        name: "native tests",
        alone: "cargo test --workspace --locked",
        run: native_tests,
    },
    Stage {
        name: "the model's tests on wasm32",
        alone: "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=target/tools/bin/wasm-bindgen-test-runner \
                cargo test -p headroom-model --target wasm32-unknown-unknown --test wasm",
        run: wasm_tests,
    },
    Stage {
        name: "build",
        alone: "cargo xtask build",
        run: build::make_site,
    },
    Stage {
        name: "build that fails on purpose",
        alone: "cargo xtask build --faults",
        run: build::make_site_with_faults,
    },
    Stage {
        name: "browser tests",
        alone: "node --test tests/browser/*.test.mjs",
        run: browser_tests,
    },
];

/// How many stages the quick run has: all that need no built site.
const QUICK: usize = 7;

/// Runs the stages, stops at the first that fails.
pub fn run(quick: bool) -> Outcome {
    let begin = Instant::now();
    setup::ready(if quick {
        setup::For::QuickTest
    } else {
        setup::For::Test
    })?;
    let stages = if quick { &STAGES[..QUICK] } else { STAGES };
    let mut times = vec![format!("setup {} s", begin.elapsed().as_secs())];
    for (index, stage) in stages.iter().enumerate() {
        let place = format!("[{} of {}]", index + 1, stages.len());
        if index + 1 == STAGES.len() {
            println!("\nSo far: {}.", times.join(", "));
        }
        println!("\n{place} {}", stage.name);
        let start = Instant::now();
        (stage.run)().map_err(|why| failed(stage, &why))?;
        let seconds = start.elapsed().as_secs_f64();
        times.push(format!("{} {seconds:.0} s", stage.name));
        if index + 1 < stages.len() || quick {
            println!("{place} {}: passed in {seconds:.1} s", stage.name);
        }
    }
    Ok(())
}

fn failed(stage: &Stage, why: &str) -> String {
    format!(
        "{} failed. {}\nTo run it alone: {}",
        stage.name,
        why.trim_end(),
        stage.alone
    )
}

fn format() -> Outcome {
    shell::run(&mut shell::cargo(&["fmt", "--all", "--check"]))
        .map_err(|why| format!("{why} `cargo fmt --all` puts it right."))
}

fn lints() -> Outcome {
    shell::run(&mut shell::cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))
}

fn lints_of_the_page() -> Outcome {
    shell::run(&mut shell::cargo(&[
        "clippy",
        "--package",
        "headroom",
        "--target",
        WASM,
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))
}

fn native_tests() -> Outcome {
    shell::run(&mut shell::cargo(&["test", "--workspace", "--locked"]))
}

/// Runs every test file of the model that has tests for wasm32, and insists that tests ran.
fn wasm_tests() -> Outcome {
    let files = wasm_test_files()?;
    if files.is_empty() {
        println!("No file in crates/model/tests has a wasm_bindgen_test yet.");
        return Ok(());
    }
    let mut command = shell::cargo(&[
        "test",
        "--package",
        "headroom-model",
        "--target",
        WASM,
        "--locked",
    ]);
    for file in &files {
        command.args(["--test", file]);
    }
    command.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        setup::tool("wasm-bindgen-test-runner"),
    );
    let output = run_and_read(&mut command)?;
    match passed_tests(&output) {
        0 => Err("the test runner ran no test on wasm32.".to_owned()),
        _ => Ok(()),
    }
}

/// The names of the model's test files that have a `wasm_bindgen_test`.
pub fn wasm_test_files() -> Outcome<Vec<String>> {
    let folder = Path::new("crates/model/tests");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for file in shell::files_below(folder)? {
        let Some(name) = file.strip_suffix(".rs").filter(|name| !name.contains('/')) else {
            continue;
        };
        if shell::read(folder.join(&file))?.contains("wasm_bindgen_test") {
            names.push(name.to_owned());
        }
    }
    Ok(names)
}

/// Shows a command's output as it comes, and keeps it.
fn run_and_read(command: &mut Command) -> Outcome<String> {
    let line = shell::shown(command);
    let cannot = |error: std::io::Error| format!("`{line}` cannot be run: {error}.");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(cannot)?;
    let mut kept = String::new();
    for text in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|output| BufReader::new(output).lines())
    {
        let text = text.map_err(cannot)?;
        println!("{text}");
        kept += &text;
        kept.push('\n');
    }
    let status = child.wait().map_err(cannot)?;
    if status.success() {
        Ok(kept)
    } else {
        Err(format!("`{line}` failed ({status})."))
    }
}

/// Adds up the closing lines `test result: ok. 3 passed; …`.
fn passed_tests(output: &str) -> usize {
    output
        .lines()
        .filter_map(|line| {
            line.split_once("test result: ok. ")?
                .1
                .split(' ')
                .next()?
                .parse::<usize>()
                .ok()
        })
        .sum()
}

fn browser_tests() -> Outcome {
    let folder = Path::new("tests/browser");
    let names = std::fs::read_dir(folder)
        .map_err(|error| format!("tests/browser cannot be read: {error}."))?;
    let mut files: Vec<_> = names
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    let reporter = if std::io::stdout().is_terminal() {
        "spec"
    } else {
        "tap"
    };
    let mut node = shell::command("node", &["--test", "--test-concurrency=2"]);
    node.arg(format!("--test-reporter={reporter}")).args(&files);
    if let Some(browser) = setup::browser_path() {
        node.env("CHROMIUM", browser);
    }
    shell::run(&mut node)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_add_up() {
        let output = "x\ntest result: ok. 3 passed; 0 failed\ntest result: ok. 2 passed; 0 failed;";
        assert_eq!(passed_tests(output), 5);
        assert_eq!(passed_tests("no tests to run!"), 0);
    }

    #[test]
    fn the_quick_run_ends_before_the_build() {
        assert_eq!(STAGES[QUICK].name, "build");
    }
}
