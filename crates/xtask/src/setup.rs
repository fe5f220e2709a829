//! Installs what is missing, after saying what and for how long.

use crate::{Outcome, shell};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the tools are wanted for.
#[derive(Clone, Copy, PartialEq)]
pub enum For {
    /// Building and serving.
    Build,
    /// The checks that need no browser.
    QuickTest,
    /// Everything, browser tests too.
    Test,
}

/// One thing that may have to be installed.
struct Item {
    /// What it is, and what it is for.
    name: String,
    /// About how long an installation takes, on two cores.
    takes: &'static str,
    /// Whether it is there, and right.
    is_there: fn() -> bool,
    /// Installs it.
    install: fn() -> Outcome,
    /// What to do if that fails.
    by_hand: String,
}

/// The newest trunk that builds with the Rust version this project asks for.
const TRUNK: &str = "0.21.14";
const TOOLS: &str = "target/tools";
const BROWSER_TESTS: &str = "tests/browser";
const NODE_MODULES: &str = "tests/browser/node_modules";
const WASM_TARGET: &str = "wasm32-unknown-unknown";
const CHROMIUM_PACKAGES: &[&str] = &["chromium", "fonts-dejavu-core", "poppler-utils"];
const ENGINE_PACKAGES: &[&str] = &["firefox-esr", "webkit2gtk-driver", "xvfb"];

/// Where browsers are, by name on the path or by place.
const BROWSERS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const BROWSER_PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/// Makes sure that everything is there.
pub fn ready(purpose: For) -> Outcome {
    need_node()?;
    if purpose == For::Test && !has_engines() && !is_root_on_debian() {
        println!("{}", without_engines());
    }
    let missing: Vec<Item> = items(purpose)
        .into_iter()
        .filter(|item| !(item.is_there)())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    announce(&missing);
    for (index, item) in missing.iter().enumerate() {
        println!("\n[{} of {}] {}", index + 1, missing.len(), item.name);
        install(item)?;
    }
    println!("\nEverything is installed.");
    Ok(())
}

fn announce(missing: &[Item]) {
    println!("These are missing and will now be installed, once:");
    for item in missing {
        println!("  {:<58} {}", item.name, item.takes);
    }
}

fn install(item: &Item) -> Outcome {
    let installed = (item.install)();
    if installed.is_ok() && (item.is_there)() {
        return Ok(());
    }
    let why = installed
        .err()
        .unwrap_or_else(|| "It was installed, yet it does not work.".to_owned());
    Err(format!("{why}\nTo do it by hand: {}", item.by_hand))
}

/// Node cannot be installed for a person without choosing for them how.
fn need_node() -> Outcome {
    let version = shell::output(&mut shell::command("node", &["--version"])).unwrap_or_default();
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|word| word.parse::<u32>().ok());
    match major {
        Some(major) if major >= 20 => Ok(()),
        _ => Err("Node.js 20 or newer (with npm) is needed for wasm-opt and the browser tests. Install it \
                  with your system's package manager or from its site, then run this again."
            .to_owned()),
    }
}

fn items(purpose: For) -> Vec<Item> {
    let mut items = vec![
        crates(),
        wasm_target(),
        wasm_bindgen(),
        trunk_item(),
        node_modules(),
    ];
    if purpose != For::Build {
        items.push(linters());
    }
    if purpose == For::Test {
        items.push(browser());
        if is_root_on_debian() {
            items.push(engines());
        }
    }
    items
}

fn crates() -> Item {
    Item {
        name: "the Rust libraries of Cargo.lock".into(),
        takes: "1 minute",
        is_there: || {
            shell::output(&mut shell::cargo(&[
                "fetch",
                "--locked",
                "--offline",
                "--quiet",
            ]))
            .is_some()
        },
        install: || shell::run(&mut shell::cargo(&["fetch", "--locked"])),
        by_hand: "run `cargo fetch --locked` where the Rust package registry can be reached."
            .into(),
    }
}

fn wasm_target() -> Item {
    Item {
        name: format!("Rust's {WASM_TARGET} target"),
        takes: "half a minute",
        is_there: has_wasm_target,
        install: || {
            let add = || {
                shell::run(&mut shell::command(
                    "rustup",
                    &["target", "add", WASM_TARGET],
                ))
            };
            add().or_else(|_| add()) // a first try may time out
        },
        by_hand: format!(
            "run `rustup target add {WASM_TARGET}`; without rustup, install the target from where Rust came from."
        ),
    }
}

fn has_wasm_target() -> bool {
    shell::output(&mut shell::command("rustc", &["--print", "sysroot"])).is_some_and(|sysroot| {
        Path::new(&sysroot)
            .join("lib/rustlib")
            .join(WASM_TARGET)
            .join("lib")
            .is_dir()
    })
}

/// `cargo clippy` and `cargo fmt`.
fn linters() -> Item {
    Item {
        name: "rustfmt and clippy".into(),
        takes: "half a minute",
        is_there: || {
            let works = |tool| shell::output(&mut shell::cargo(&[tool, "--version"])).is_some();
            works("fmt") && works("clippy")
        },
        install: || {
            shell::run(&mut shell::command(
                "rustup",
                &["component", "add", "rustfmt", "clippy"],
            ))
        },
        by_hand: "run `rustup component add rustfmt clippy`.".into(),
    }
}

fn wasm_bindgen() -> Item {
    let version = wasm_bindgen_version().unwrap_or_default();
    Item {
        name: format!("wasm-bindgen {version} (from source, into {TOOLS})"),
        takes: "4 to 6 minutes",
        is_there: || {
            wasm_bindgen_version().is_ok_and(|version| {
                ["wasm-bindgen", "wasm-bindgen-test-runner"]
                    .iter()
                    .all(|name| has_tool(name, &version))
            })
        },
        // Without --locked: the lock file it was published with names a withdrawn library.
        install: || cargo_install("wasm-bindgen-cli", &wasm_bindgen_version()?, &[]),
        by_hand: format!(
            "run `cargo install wasm-bindgen-cli --version {version}`; it must be exactly this version."
        ),
    }
}

fn trunk_item() -> Item {
    Item {
        name: format!("trunk {TRUNK} (from source, into {TOOLS})"),
        takes: "5 to 9 minutes",
        is_there: || has_tool("trunk", TRUNK),
        install: || cargo_install("trunk", TRUNK, &["--locked"]),
        by_hand: format!(
            "run `cargo install trunk --version {TRUNK} --locked`; it must be exactly this version."
        ),
    }
}

/// Compiles a tool for its use, not for its speed: full optimisation takes three times as long.
fn cargo_install(package: &str, version: &str, flags: &[&str]) -> Outcome {
    let work = format!("{TOOLS}/work");
    let mut command = shell::cargo(&[
        "install",
        package,
        "--version",
        version,
        "--no-default-features",
    ]);
    command
        .args(["--root", TOOLS, "--target-dir", &work, "--force"])
        .args(flags)
        .env("CARGO_PROFILE_RELEASE_LTO", "false")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    shell::run(&mut command)?;
    // Kept only while an installation may have to be taken up again.
    let _ = std::fs::remove_dir_all(work);
    Ok(())
}

/// Whether the tool is there in exactly this version, ours first as on the path of a build.
fn has_tool(name: &str, version: &str) -> bool {
    let ours = Path::new(TOOLS).join("bin").join(shell::executable(name));
    let tool = if ours.is_file() {
        ours
    } else {
        PathBuf::from(name)
    };
    shell::output(&mut shell::command(tool, &["--version"]))
        .is_some_and(|text| text.split_whitespace().nth(1) == Some(version))
}

/// The command line tool must be of the very version of the library.
fn wasm_bindgen_version() -> Outcome<String> {
    let lock = shell::read("Cargo.lock")?;
    let mut lines = lock
        .lines()
        .skip_while(|line| *line != "name = \"wasm-bindgen\"")
        .skip(1);
    lines
        .next()
        .and_then(|line| line.strip_prefix("version = \""))
        .map(|version| version.trim_end_matches('"').to_owned())
        .ok_or_else(|| "Cargo.lock has no wasm-bindgen.".to_owned())
}

fn node_modules() -> Item {
    Item {
        name: "wasm-opt and what drives and checks browsers, through npm".into(),
        takes: "half a minute",
        is_there: || {
            let installed = shell::read(format!("{NODE_MODULES}/.installed"));
            let wanted = shell::read(format!("{BROWSER_TESTS}/package-lock.json"));
            installed.is_ok_and(|installed| wanted.is_ok_and(|wanted| wanted == installed))
        },
        install: || {
            let mut npm = shell::command(if cfg!(windows) { "npm.cmd" } else { "npm" }, &["ci"]);
            shell::run(npm.current_dir(BROWSER_TESTS))?;
            let lock = shell::read(format!("{BROWSER_TESTS}/package-lock.json"))?;
            shell::write(format!("{NODE_MODULES}/.installed"), lock)
        },
        by_hand: format!(
            "run `npm ci` in {BROWSER_TESTS} where npm's registry can be reached, then this again."
        ),
    }
}

fn browser() -> Item {
    let packages = CHROMIUM_PACKAGES.join(" ");
    Item {
        name: "Chromium and pdftotext, for the browser tests".into(),
        takes: "1 to 3 minutes",
        is_there: || browser_path().is_some() && shell::on_path("pdftotext").is_some(),
        install: || install_packages(CHROMIUM_PACKAGES),
        by_hand: format!(
            "install Chromium or Chrome (or name one in the variable CHROMIUM) and poppler's pdftotext; on \
             Debian: `sudo apt-get install --no-install-recommends {packages}`."
        ),
    }
}

/// The other engines, where they can be had without choosing for a person.
fn engines() -> Item {
    let packages = ENGINE_PACKAGES.join(" ");
    Item {
        name: "Firefox and WebKitGTK, for the tests in three engines".into(),
        takes: "1 to 3 minutes",
        is_there: has_engines,
        install: || install_packages(ENGINE_PACKAGES),
        by_hand: format!("run `sudo apt-get install --no-install-recommends {packages}`."),
    }
}

/// Whether the browser tests find all engines; they look for the same.
fn has_engines() -> bool {
    let has_firefox =
        std::env::var_os("FIREFOX").is_some() || shell::on_path("firefox-esr").is_some();
    has_firefox
        && ["WebKitWebDriver", "Xvfb"]
            .iter()
            .all(|name| shell::on_path(name).is_some())
}

fn without_engines() -> String {
    let packages = ENGINE_PACKAGES.join(" ");
    format!(
        "Firefox and WebKitGTK are not both here. The tests in Chromium will run; those in an engine that \
         is missing will be skipped. To run them on Debian: `sudo apt-get install \
         --no-install-recommends {packages}`; elsewhere the variable FIREFOX may name a Firefox.\n"
    )
}

/// Chooses for a person only where it may: as root on Debian.
fn install_packages(packages: &[&str]) -> Outcome {
    if !is_root_on_debian() {
        return Err("This can be installed for you only as root on Debian.".to_owned());
    }
    shell::run(&mut shell::command("apt-get", &["update"]))?;
    let mut install = shell::command("apt-get", &["install", "--yes", "--no-install-recommends"]);
    shell::run(
        install
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

fn is_root_on_debian() -> bool {
    let is_debian = shell::read("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line.trim() == "ID=debian"));
    is_debian && shell::output(&mut shell::command("id", &["-u"])).as_deref() == Some("0")
}

/// The browser for the tests: the one named in CHROMIUM, else one that is installed.
pub fn browser_path() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let by_name = BROWSERS.iter().find_map(|name| shell::on_path(name));
    by_name.or_else(|| {
        BROWSER_PLACES
            .iter()
            .map(PathBuf::from)
            .find(|path| path.is_file())
    })
}

/// The trunk to run.
pub fn trunk() -> PathBuf {
    tool("trunk")
}

/// Our own tool where we installed one, else the one on the path.
pub fn tool(name: &str) -> PathBuf {
    let ours = Path::new(TOOLS).join("bin").join(shell::executable(name));
    let absolute = std::path::absolute(&ours).unwrap_or(ours);
    if absolute.is_file() {
        absolute
    } else {
        PathBuf::from(name)
    }
}

/// Where trunk finds wasm-bindgen and wasm-opt.
pub fn tool_folders() -> Outcome<Vec<PathBuf>> {
    let folders = [format!("{TOOLS}/bin"), format!("{NODE_MODULES}/.bin")];
    folders
        .iter()
        .map(|folder| {
            std::path::absolute(folder).map_err(|error| format!("no current folder: {error}."))
        })
        .collect()
}

/// A command that opens an address in the person's browser.
pub fn opener(address: &str) -> Command {
    if cfg!(target_os = "macos") {
        shell::command("open", &[address])
    } else if cfg!(windows) {
        shell::command("cmd", &["/C", "start", "", address])
    } else {
        shell::command("xdg-open", &[address])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exact_wasm_bindgen_is_read_from_the_lock_file() {
        shell::enter_root().expect("the repository is there");
        let version = wasm_bindgen_version().expect("the lock file names it");
        assert_eq!(version.split('.').count(), 3, "{version}");
        let manifest = shell::read("Cargo.toml").expect("the manifest is there");
        assert!(manifest.contains(&format!("wasm-bindgen = \"={version}\"")));
    }
}
