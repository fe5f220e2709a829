//! `cargo xtask build`: trunk compiles the page, [`site`](crate::site) makes `dist/` of it.

use crate::{Outcome, setup, shell, site, sizes};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// What a static host serves.
pub const DIST: &str = "dist";

/// The table of sizes of what is in `dist/`; brotli takes seconds to make it.
const SIZES: &str = "target/site/sizes";

/// One built site.
struct Site {
    /// Its folder.
    folder: &'static str,
    /// What trunk leaves; nothing serves it.
    raw: &'static str,
    /// The digest of everything that the site was made from, and of the site itself.
    stamp: &'static str,
    /// Whether the program fails on purpose.
    with_faults: bool,
}

/// The site for everybody.
const PUBLISHED: Site = Site {
    folder: DIST,
    raw: "target/site/raw",
    stamp: "target/site/stamp",
    with_faults: false,
};

/// The same, but its program fails when a test asks it to (`src/faults.rs`).
const FAULTS: Site = Site {
    folder: "target/site/faults",
    raw: "target/site/faults-raw",
    stamp: "target/site/faults-stamp",
    with_faults: true,
};

/// Everything that can change a byte of a site, besides the compiler and the commit.
const INPUTS: &[&str] = &[
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "boot",
    "crates/model/Cargo.toml",
    "crates/model/src",
    "crates/xtask/src",
    "index.html",
    "src",
    "style",
    "tests/browser/package-lock.json",
];

/// Which build this is: shown in the page's footer and in `version.json`.
pub struct BuildId {
    /// The version in `Cargo.toml`.
    pub version: &'static str,
    /// The short commit, `-dirty` after it if files differ from it, or `unknown`.
    pub commit: String,
}

impl BuildId {
    fn of_this_tree() -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION"),
            commit: commit().unwrap_or_else(|| "unknown".into()),
        }
    }
}

impl std::fmt::Display for BuildId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}+{}", self.version, self.commit)
    }
}

/// Builds `dist/` and prints its sizes, or builds the site with faults.
pub fn run(faults: bool) -> Outcome {
    setup::ready(setup::For::Build)?;
    if faults {
        return make_site_with_faults();
    }
    make_site()?;
    println!("\n{}", sizes_of_dist()?);
    println!("{DIST}/ is ready: put its files on any static host, in any folder.");
    Ok(())
}

/// The table of the present `dist/`, made once.
fn sizes_of_dist() -> Outcome<String> {
    if let Ok(table) = shell::read(SIZES) {
        return Ok(table);
    }
    let table = sizes::table(Path::new(DIST))?;
    shell::write(SIZES, &table)?;
    Ok(table)
}

/// Makes `dist/` unless it is there, whole, and made from the same files. Expects the tools to be
/// set up.
pub fn make_site() -> Outcome {
    if make(&PUBLISHED)? {
        shell::remove_file(SIZES)?;
    }
    Ok(())
}

/// Makes the site for the tests of what happens when the program stops, in the same way.
pub fn make_site_with_faults() -> Outcome {
    make(&FAULTS).map(|_| ())
}

/// Makes a site; whether it had to.
fn make(site: &Site) -> Outcome<bool> {
    let id = BuildId::of_this_tree();
    let inputs = digest_of_inputs(&id)?;
    let folder = site.folder;
    if is_current(site, &inputs) {
        println!("{folder}/ is up to date (build {id}).");
        return Ok(false);
    }
    compile(site, &id)?;
    site::assemble(
        Path::new(site.raw),
        Path::new(folder),
        &id,
        site.with_faults,
    )?;
    let made = digest_of(&[folder.into()])?;
    shell::write(site.stamp, format!("{inputs}\n{made}\n"))?;
    Ok(true)
}

fn is_current(site: &Site, inputs: &str) -> bool {
    let Ok(stamp) = shell::read(site.stamp) else {
        return false;
    };
    let Ok(made) = digest_of(&[site.folder.into()]) else {
        return false;
    };
    stamp == format!("{inputs}\n{made}\n")
}

/// Runs trunk; its own `dist` is only raw material. The libraries are the same for every site.
fn compile(site: &Site, id: &BuildId) -> Outcome {
    let trunk = setup::trunk();
    let mut command = shell::command(&trunk, &["build", "--release", "--dist", site.raw]);
    if site.with_faults {
        command.args(["--features", "faults"]);
    }
    command
        .env("PATH", shell::path_after(&setup::tool_folders()?)?)
        .env("HEADROOM_BUILD", id.to_string())
        .env("CARGO_ENCODED_RUSTFLAGS", rust_flags()?)
        .env_remove("NO_COLOR"); // trunk 0.21 stops when it is set to 1
    let what = if site.with_faults {
        "the page that fails on purpose"
    } else {
        "the page"
    };
    println!("Compiling {what} (build {id})");
    shell::run(&mut command)
}

/// Keeps the folders of this computer out of the program: the same commit gives the same bytes
/// everywhere, and nobody's name is published with a path.
fn rust_flags() -> Outcome<String> {
    let root = std::env::current_dir().map_err(|error| format!("no current folder: {error}."))?;
    let mut renamed = vec![(root, "headroom".to_owned())];
    let registries = cargo_home().join("registry/src");
    for entry in std::fs::read_dir(registries)
        .into_iter()
        .flatten()
        .flatten()
    {
        renamed.push((entry.path(), "crates".to_owned()));
    }
    if let Some((sources, commit)) = standard_library() {
        renamed.push((sources, format!("/rustc/{commit}")));
    }
    let flags: Vec<String> = renamed
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect();
    Ok(flags.join("\u{1f}"))
}

fn cargo_home() -> PathBuf {
    let home = || std::env::home_dir().unwrap_or_default().join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from)
}

/// Where the toolchain has the standard library's sources, and the commit they are known by.
fn standard_library() -> Option<(PathBuf, String)> {
    let version = shell::output(&mut shell::command("rustc", &["-vV"]))?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))?;
    let sysroot = shell::output(&mut shell::command("rustc", &["--print", "sysroot"]))?;
    Some((
        Path::new(&sysroot).join("lib/rustlib/src/rust"),
        commit.to_owned(),
    ))
}

/// The commit of this tree, unless it is no git tree of ours.
fn commit() -> Option<String> {
    let git = |arguments: &[&str]| shell::output(&mut shell::command("git", arguments));
    git(&["ls-files", "--error-unmatch", "Trunk.toml"])?;
    let commit = git(&["rev-parse", "--short=10", "HEAD"])?;
    let changed = !git(&["status", "--porcelain"])?.is_empty();
    Some(if changed {
        format!("{commit}-dirty")
    } else {
        commit
    })
}

fn digest_of_inputs(id: &BuildId) -> Outcome<String> {
    let paths: Vec<PathBuf> = INPUTS.iter().map(PathBuf::from).collect();
    let compiler = shell::output(&mut shell::command("rustc", &["-vV"])).unwrap_or_default();
    let files = digest_of(&paths)?;
    Ok(hex(&Sha256::digest(format!("{files}\n{id}\n{compiler}"))))
}

/// A digest of the names and bytes of all files at or below the paths.
fn digest_of(paths: &[PathBuf]) -> Outcome<String> {
    let mut all = Sha256::new();
    for path in paths {
        let files = if path.is_dir() {
            shell::files_below(path)?
                .iter()
                .map(|file| path.join(file))
                .collect()
        } else {
            vec![path.clone()]
        };
        for file in files {
            all.update(file.to_string_lossy().as_bytes());
            all.update(Sha256::digest(shell::read_bytes(&file)?));
        }
    }
    Ok(hex(&all.finalize()))
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
