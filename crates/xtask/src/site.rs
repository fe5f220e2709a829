//! Makes `dist/` of what trunk leaves: no inline script, the policy in the page and as headers,
//! the program loaded by `boot.js` under its hash. No step changes a file after it was hashed.

use crate::build::{BuildId, hex};
use crate::{Outcome, audit, policy, shell, sizes};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};
use std::path::Path;

/// The most that `boot.js` may weigh on the line (gzip): it comes before everything else.
const BOOT_LIMIT: usize = 4096;

/// The most that `rescue.js` may weigh, which nobody needs as long as all is well.
const RESCUE_LIMIT: usize = 2048;

/// Where the program's module takes hold of the program, and the same by way of `boot.js`, which lets
/// nothing into it any more once it has stopped. A worker has no `boot.js`: the page judges it.
const TAKES_HOLD: &str = "wasm = instance.exports;";
const TAKES_HOLD_GUARDED: &str =
    "wasm = (globalThis.headroomGuard || ((program) => program))(instance.exports);";

/// A file of the site that is named by its content.
struct Hashed {
    name: String,
    bytes: Vec<u8>,
}

impl Hashed {
    /// Names a file `stem-<hash>.kind`.
    fn new(stem: &str, kind: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        let hash = &hex(&Sha256::digest(&bytes))[..16];
        Self {
            name: format!("{stem}-{hash}.{kind}"),
            bytes,
        }
    }

    /// The hash under which a browser accepts the file.
    fn integrity(&self) -> String {
        format!("sha384-{}", STANDARD.encode(Sha384::digest(&self.bytes)))
    }
}

/// Writes the whole site anew from trunk's output and then puts it in the place of the old one.
pub fn assemble(raw: &Path, dist: &Path, id: &BuildId, with_faults: bool) -> Outcome {
    let new = Path::new("target/site/new");
    remove(new)?;
    let page = shell::read(raw.join("index.html"))?;
    let (mark, js, wasm) = app_mark(&page)?;
    let program = program_files(raw, js, wasm, id)?;

    let aside = ["index.html", js, wasm];
    let others: Vec<String> = shell::files_below(raw)?
        .into_iter()
        .filter(|file| !aside.contains(&file.as_str()))
        .collect();
    for file in &others {
        shell::write(new.join(file), shell::read_bytes(raw.join(file))?)?;
    }
    for file in &program {
        shell::write(new.join(&file.name), &file.bytes)?;
    }
    shell::write(new.join("index.html"), final_page(&page, mark, &program)?)?;
    let mut hashed: Vec<String> = program.iter().map(|file| file.name.clone()).collect();
    hashed.extend(others.into_iter().filter(|file| is_hashed(file)));
    write_host_files(new, &hashed, id)?;

    audit::check(new)?;
    audit::check_faults(new, with_faults)?;
    remove(dist)?;
    std::fs::rename(new, dist)
        .map_err(|error| format!("{} cannot be put in place: {error}.", dist.display()))
}

/// Finds trunk's mark and the names of the program's two files in it.
fn app_mark(page: &str) -> Outcome<(&str, &str, &str)> {
    let missing =
        "trunk left no `<!-- app … -->` mark in index.html; see pattern_script in Trunk.toml.";
    let start = page.find("<!-- app ").ok_or(missing)?;
    let length = page[start..].find("-->").ok_or(missing)? + 3;
    let mark = &page[start..start + length];
    let mut words = mark.split_whitespace().skip(2);
    let (js, wasm) = words.next().zip(words.next()).ok_or(missing)?;
    Ok((mark, js, wasm))
}

/// The two scripts of the page in their order, then all that they load.
fn program_files(raw: &Path, js: &str, wasm: &str, id: &BuildId) -> Outcome<Vec<Hashed>> {
    let binary = Hashed::new("app", "wasm", shell::read_bytes(raw.join(wasm))?);
    let glue = shell::read(raw.join(js))?.replace(wasm, &binary.name);
    let app = Hashed::new("app", "js", without_comment_lines(&guarded(&glue)?));
    let start = script("boot/start.js", "start", &[("app", &app.name)])?;
    let worker = script(
        "boot/worker.js",
        "worker",
        &[
            ("app", &app.name),
            ("wasm", &binary.name),
            ("wasm_hash", &binary.integrity()),
        ],
    )?;
    let boot = script(
        "boot/boot.js",
        "boot",
        &[
            ("app", &app.name),
            ("app_hash", &app.integrity()),
            ("start", &start.name),
            ("start_hash", &start.integrity()),
            ("wasm", &binary.name),
            ("wasm_hash", &binary.integrity()),
            ("worker", &worker.name),
            ("build", &id.to_string()),
        ],
    )?;
    let rescue = script("boot/rescue.js", "rescue", &[("build", &id.to_string())])?;
    light_enough(&boot, BOOT_LIMIT)?;
    light_enough(&rescue, RESCUE_LIMIT)?;
    Ok(vec![rescue, boot, start, worker, app, binary])
}

fn light_enough(file: &Hashed, limit: usize) -> Outcome {
    let weight = sizes::gzip(&file.bytes)?;
    if weight > limit {
        let name = &file.name;
        return Err(format!(
            "{name} weighs {weight} bytes (gzip), over its limit of {limit}."
        ));
    }
    Ok(())
}

/// The program's module with the guard in its place.
fn guarded(glue: &str) -> Outcome<String> {
    if glue.matches(TAKES_HOLD).count() != 1 {
        return Err(format!(
            "wasm-bindgen's module does not say `{TAKES_HOLD}` exactly once, so the guard of boot.js has \
             no place in it."
        ));
    }
    Ok(glue.replace(TAKES_HOLD, TAKES_HOLD_GUARDED))
}

/// Drops lines that are only a comment, empty lines, and indentation.
fn without_comment_lines(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines: Vec<&str> = lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect();
    lines.join("\n") + "\n"
}

/// Fills the names in braces.
fn script(file: &str, stem: &str, values: &[(&str, &str)]) -> Outcome<Hashed> {
    let mut text = without_comment_lines(&shell::read(file)?);
    for (name, value) in values {
        let place = format!("{{{name}}}");
        if !text.contains(&place) {
            return Err(format!("{file} has no place for {place}."));
        }
        text = text.replace(&place, value);
    }
    Ok(Hashed::new(stem, "js", text))
}

/// How many of the program's files are scripts that the page itself names.
const IN_THE_PAGE: usize = 2;

/// The page with the policy first, and `rescue.js` and `boot.js` in the place of trunk's mark. They have
/// no integrity attribute: browsers would then refuse them from `file:`, where they have to explain.
/// Styles are asked for as modules are: in a sandboxed frame, which has no origin, browsers check
/// the integrity of nothing else, and refuse it.
fn final_page(page: &str, mark: &str, program: &[Hashed]) -> Outcome<String> {
    let charset = "<meta charset=\"utf-8\">";
    if page.matches(charset).count() != 1 {
        return Err(format!(
            "index.html must have {charset} exactly once: the policy goes after it."
        ));
    }
    let scripts: Vec<String> = program
        .iter()
        .take(IN_THE_PAGE)
        .map(|file| format!("<script src=\"./{}\" defer></script>", file.name))
        .collect();
    let page = page.replace(mark, &scripts.join("\n"));
    let page = page.replace(charset, &format!("{charset}\n  {}", policy::meta_tag()));
    let page = page.replace(
        "<link rel=\"stylesheet\" ",
        "<link rel=\"stylesheet\" crossorigin ",
    );
    Ok(without_comment_lines(&without_comments(&page)))
}

fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once("-->").map_or("", |(_, rest)| rest)
    })
}

/// The files that hosts read.
fn write_host_files(folder: &Path, hashed: &[String], id: &BuildId) -> Outcome {
    let BuildId { version, commit } = id;
    let about = format!(
        "{{\"name\":\"headroom\",\"version\":\"{version}\",\"commit\":\"{commit}\",\"build\":\"{id}\"}}\n"
    );
    shell::write(folder.join("version.json"), about)?;
    shell::write(folder.join("_headers"), policy::headers_file(hashed))?;
    shell::write(
        folder.join("404.html"),
        without_comments(&shell::read("boot/404.html")?),
    )?;
    shell::write(folder.join(".nojekyll"), "")
}

/// Whether trunk named the file by its content: `stem-<hash>.kind`, where the hash has 16 hex digits
/// less the zeros it begins with.
fn is_hashed(file: &str) -> bool {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() >= 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn remove(folder: &Path) -> Outcome {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} cannot be removed: {error}.", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_comes_first_and_boot_takes_the_marks_place() {
        let page = "<head>\n<meta charset=\"utf-8\">\n<!-- note -->\n<!-- app a.js a.wasm -->\n\
            <link rel=\"stylesheet\" href=\"a.css\"/>\n</head>";
        let (mark, js, wasm) = app_mark(page).expect("there is a mark");
        assert_eq!((js, wasm), ("a.js", "a.wasm"));
        let program = ["rescue", "boot", "app"].map(|stem| Hashed::new(stem, "js", ""));
        let made = final_page(page, mark, &program).expect("the page is sound");
        let lines: Vec<&str> = made.lines().collect();
        assert_eq!(lines[2], policy::meta_tag());
        assert!(lines[3].starts_with("<script src=\"./rescue-"), "{made}");
        assert!(lines[4].starts_with("<script src=\"./boot-"), "{made}");
        assert_eq!(
            lines[5],
            "<link rel=\"stylesheet\" crossorigin href=\"a.css\"/>"
        );
        assert!(!made.contains("<!--"));
    }

    #[test]
    fn the_program_is_taken_hold_of_once_and_by_way_of_the_guard() {
        let glue = format!("a;\n{TAKES_HOLD}\nb;");
        let made = guarded(&glue).expect("there is one place");
        assert_eq!(made, format!("a;\n{TAKES_HOLD_GUARDED}\nb;"));
        assert!(guarded("a;").is_err_and(|sentence| sentence.contains("exactly once")));
        assert!(guarded(&format!("{glue}{glue}")).is_err());
    }

    #[test]
    fn names_by_content_are_known() {
        assert!(is_hashed("tokens-0a1b2c3d4e5f6071.css"));
        assert!(!is_hashed("fonts/source-sans-3-latin-wght-normal.woff2"));
        assert!(!is_hashed("version.json"));
    }

    #[test]
    fn integrity_is_what_browsers_expect() {
        let empty = Hashed::new("a", "js", "");
        assert_eq!(
            empty.integrity(),
            "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        );
    }
}
