//! `cargo xtask serve`: the built site on this computer, as a strict host would send it.

use crate::headers::Headers;
use crate::{Outcome, build, http, setup, shell};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Stdio;

/// How many ports are tried, beginning with the one that was asked for.
const TRIES: u16 = 50;

/// What was asked for on the command line.
#[derive(Debug, PartialEq)]
pub struct Options {
    /// The first port to try.
    pub port: u16,
    /// Whether to open the browser.
    pub open: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 8080,
            open: true,
        }
    }
}

/// Builds, then serves until it is stopped.
pub fn run(options: Options) -> Outcome {
    setup::ready(setup::For::Build)?;
    build::make_site()?;
    let folder = Path::new(build::DIST);
    let headers = Headers::parse(&shell::read(folder.join("_headers"))?);
    let (listener, port) = listen(options.port)?;
    let address = format!("http://127.0.0.1:{port}/");
    println!("\nHeadroom is at {address}\nStop with Ctrl+C.");
    if options.open {
        open(&address);
    }
    http::answer_all(
        &listener,
        http::Site {
            folder: folder.to_owned(),
            headers,
        },
    )
}

/// The port asked for, or the next free one; only this computer can reach it.
fn listen(first: u16) -> Outcome<(TcpListener, u16)> {
    let last = first.saturating_add(TRIES);
    let free = (first..=last).find_map(|port| {
        TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .ok()
            .map(|listener| (listener, port))
    });
    free.ok_or_else(|| {
        format!("no port from {first} to {last} is free; choose another with --port.")
    })
}

/// Opens the browser if there is one; the printed address is enough if not.
fn open(address: &str) {
    let mut opener = setup::opener(address);
    let _ = opener
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_gives_the_next_one() {
        let (busy, first) = listen(28080).expect("one of fifty ports is free");
        let (_other, second) = listen(first).expect("one of fifty ports is free");
        drop(busy);
        assert!(second > first);
    }
}
