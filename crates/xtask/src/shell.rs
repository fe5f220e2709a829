//! Other programs and files, with errors a person can act on.

use crate::Outcome;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Makes the repository's root the current folder, so that every other path is relative to it.
pub fn enter_root() -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::env::set_current_dir(&root)
        .map_err(|error| format!("the folder {} cannot be entered: {error}.", root.display()))
}

/// A command made of a program and its arguments.
pub fn command(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

/// Cargo, the one that runs us where there is one.
pub fn cargo(arguments: &[&str]) -> Command {
    command(
        std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        arguments,
    )
}

/// Runs a command with its output shown; an exit code other than 0 is an error.
pub fn run(command: &mut Command) -> Outcome {
    let line = shown(command);
    let status = command
        .status()
        .map_err(|error| format!("`{line}` cannot be run: {error}."))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!(
            "`{line}` failed ({status}); its own message is above."
        ))
    }
}

/// What a command prints, or nothing if it cannot be run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// A command as one would type it.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

/// The program's name as files have it on this system.
pub fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

/// Where a program is on the path, if it is.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(executable(name)))
        .find(|file| file.is_file())
}

/// The path with some folders put before it.
pub fn path_after(folders: &[PathBuf]) -> Outcome<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&path));
    std::env::join_paths(all).map_err(|error| format!("the search path cannot be set: {error}."))
}

/// Reads a text file.
pub fn read(file: impl AsRef<Path>) -> Outcome<String> {
    let file = file.as_ref();
    std::fs::read_to_string(file).map_err(|error| unreadable(file, &error))
}

/// Reads any file.
pub fn read_bytes(file: impl AsRef<Path>) -> Outcome<Vec<u8>> {
    let file = file.as_ref();
    std::fs::read(file).map_err(|error| unreadable(file, &error))
}

/// Writes a file and the folders it lies in.
pub fn write(file: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Outcome {
    let file = file.as_ref();
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(file, bytes))
        .map_err(|error| format!("{} cannot be written: {error}.", file.display()))
}

/// Removes a file that may not be there.
pub fn remove_file(file: &str) -> Outcome {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{file} cannot be removed: {error}."))
        }
        _ => Ok(()),
    }
}

/// Every file below a folder, relative to it, with `/` between the parts, in order of name.
pub fn files_below(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Outcome {
    let entries = std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.push(name);
        }
    }
    Ok(())
}

fn unreadable(file: &Path, error: &std::io::Error) -> String {
    format!("{} cannot be read: {error}.", file.display())
}
