//! Makes `dist/` of what trunk leaves: no inline script, the policy in the page and as headers,
//! the program loaded by `boot.js` under its hash. No step changes a file after it was hashed.

use crate::build::{BuildId, hex};
use crate::{Outcome, audit, policy, shell, sizes};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};
use std::path::Path;

/// The most that `boot.js` may weigh on the line (gzip): it comes before everything else.
const BOOT_LIMIT: usize = 4096;

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
pub fn assemble(raw: &Path, dist: &Path, id: &BuildId) -> Outcome {
    let new = Path::new("target/site/new");
    remove(new)?;
    let page = shell::read(raw.join("index.html"))?;
    let (mark, js, wasm) = app_mark(&page)?;
    let program = program_files(raw, js, wasm, id)?;
    let boot = &program[0].name;

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
    shell::write(new.join("index.html"), final_page(&page, mark, boot)?)?;
    let mut hashed: Vec<String> = program.iter().map(|file| file.name.clone()).collect();
    hashed.extend(others.into_iter().filter(|file| is_hashed(file)));
    write_host_files(new, &hashed, id)?;

    audit::check(new)?;
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

/// `boot.js` first, then all that it loads.
fn program_files(raw: &Path, js: &str, wasm: &str, id: &BuildId) -> Outcome<Vec<Hashed>> {
    let binary = Hashed::new("app", "wasm", shell::read_bytes(raw.join(wasm))?);
    let glue = shell::read(raw.join(js))?.replace(wasm, &binary.name);
    let app = Hashed::new("app", "js", without_comment_lines(&glue));
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
    let weight = sizes::gzip(&boot.bytes)?;
    if weight > BOOT_LIMIT {
        return Err(format!(
            "boot.js weighs {weight} bytes (gzip), over its limit of {BOOT_LIMIT}."
        ));
    }
    Ok(vec![boot, start, worker, app, binary])
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

/// The page with the policy first and `boot.js` in the place of trunk's mark. `boot.js` itself has
/// no integrity attribute: browsers would then refuse it from `file:`, where it has to explain.
/// Styles are asked for as modules are: in a sandboxed frame, which has no origin, browsers check
/// the integrity of nothing else, and refuse it.
fn final_page(page: &str, mark: &str, boot: &str) -> Outcome<String> {
    let charset = "<meta charset=\"utf-8\">";
    if page.matches(charset).count() != 1 {
        return Err(format!(
            "index.html must have {charset} exactly once: the policy goes after it."
        ));
    }
    let page = page.replace(mark, &format!("<script src=\"./{boot}\" defer></script>"));
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
        let made = final_page(page, mark, "boot-1.js").expect("the page is sound");
        let lines: Vec<&str> = made.lines().collect();
        assert_eq!(lines[2], policy::meta_tag());
        assert_eq!(lines[3], "<script src=\"./boot-1.js\" defer></script>");
        assert_eq!(
            lines[4],
            "<link rel=\"stylesheet\" crossorigin href=\"a.css\"/>"
        );
        assert!(!made.contains("<!--"));
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
