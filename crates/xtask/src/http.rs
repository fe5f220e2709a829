//! A small server of static files, for this computer only.

use crate::Outcome;
use crate::headers::Headers;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The most bytes a request may have; ours have some hundred.
const REQUEST_LIMIT: u64 = 64 * 1024;

/// A folder, and the headers its files are sent with.
pub struct Site {
    /// The folder that is served.
    pub folder: PathBuf,
    /// What its `_headers` file says.
    pub headers: Headers,
}

/// Answers requests until the program ends.
pub fn answer_all(listener: &TcpListener, site: Site) -> Outcome {
    let site = Arc::new(site);
    for stream in listener.incoming() {
        let (Ok(stream), site) = (stream, Arc::clone(&site)) else {
            continue;
        };
        // A browser that goes away in the middle of an answer is no fault of ours.
        std::thread::spawn(move || answer(stream, &site));
    }
    Ok(())
}

fn answer(mut stream: TcpStream, site: &Site) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new((&stream).take(REQUEST_LIMIT)).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    // The rest of the request is read so that closing does not cut the answer off.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ');
    let (method, target) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let reply = match method {
        "GET" | "HEAD" => site.reply(target),
        _ => Reply::text("405 Method Not Allowed", "Only GET and HEAD."),
    };
    stream.write_all(reply.head().as_bytes())?;
    if method == "GET" {
        stream.write_all(&reply.body)?;
    }
    stream.flush()
}

/// An answer to one request.
struct Reply {
    status: &'static str,
    kind: &'static str,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Reply {
    fn text(status: &'static str, body: &str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            headers: Vec::new(),
            body: body.into(),
        }
    }

    fn head(&self) -> String {
        let mut head = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n",
            self.status,
            self.kind,
            self.body.len()
        );
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        head + "\r\n"
    }
}

impl Site {
    fn reply(&self, target: &str) -> Reply {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let found = file_of(path).and_then(|file| {
            let bytes = std::fs::read(self.folder.join(&file)).ok()?;
            Some(("200 OK", file, bytes))
        });
        let missing = || {
            let bytes = std::fs::read(self.folder.join("404.html")).unwrap_or_default();
            ("404 Not Found", PathBuf::from("404.html"), bytes)
        };
        let (status, file, body) = found.unwrap_or_else(missing);
        let headers = self
            .headers
            .of(path)
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        Reply {
            status,
            kind: media_type(&file),
            headers: headers.collect(),
            body,
        }
    }
}

/// The file a path means; none if it would lead out of the folder. Our names need no decoding.
fn file_of(path: &str) -> Option<PathBuf> {
    let relative = path.strip_prefix('/')?;
    let file = if relative.is_empty() || relative.ends_with('/') {
        Path::new(relative).join("index.html")
    } else {
        PathBuf::from(relative)
    };
    file.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(file)
}

/// The type a file is sent with.
fn media_type(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|kind| kind.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_in_the_folder() {
        assert_eq!(file_of("/"), Some("index.html".into()));
        assert_eq!(file_of("/fonts/a.woff2"), Some("fonts/a.woff2".into()));
        assert_eq!(file_of("/../Cargo.toml"), None);
        assert_eq!(file_of("//etc/passwd"), None);
        assert_eq!(file_of("x"), None);
    }

    #[test]
    fn a_file_is_sent_with_its_type_and_headers() {
        let folder = std::env::temp_dir().join(format!("headroom-http-{}", std::process::id()));
        crate::shell::write(folder.join("a.wasm"), b"\0asm").expect("the folder can be written");
        let site = Site {
            folder: folder.clone(),
            headers: Headers::parse("/*\n  X-A: b\n"),
        };
        let found = site.reply("/a.wasm?x=1");
        let missing = site.reply("/b.wasm");
        std::fs::remove_dir_all(folder).expect("the folder can be removed");
        assert_eq!((found.status, found.kind), ("200 OK", "application/wasm"));
        assert!(found.head().contains("X-A: b\r\n"));
        assert_eq!(
            (missing.status, missing.kind),
            ("404 Not Found", "text/html; charset=utf-8")
        );
    }
}
