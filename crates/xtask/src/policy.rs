//! The content security policy and the other headers: what the page may do, written once.

/// The policy. The page runs only its own files and talks only to its own host.
/// `wasm-unsafe-eval` is what browsers call the right to compile WebAssembly.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

/// What only a header can say; browsers ignore it in the page itself.
const HEADER_ONLY: &str = "frame-ancestors 'none'";

/// Headers for every file.
const EVERYWHERE: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Strict-Transport-Security", "max-age=31536000"),
];

/// Files that change under the same name: asked for anew each time.
const CHANGING: &[&str] = &["/", "/index.html", "/404.html", "/version.json"];

/// For files whose name holds their hash.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The policy as the page's own tag, for hosts that cannot send headers.
pub fn meta_tag() -> String {
    format!(r#"<meta http-equiv="Content-Security-Policy" content="{POLICY}">"#)
}

/// The policy as a header.
pub fn header() -> String {
    format!("{POLICY}; {HEADER_ONLY}")
}

/// The `_headers` file of Netlify, Cloudflare Pages and others, which `cargo xtask serve` and the
/// browser tests obey too. `hashed` are the files whose name holds their hash.
pub fn headers_file(hashed: &[String]) -> String {
    let mut text = format!("/*\n  Content-Security-Policy: {}\n", header());
    for (name, value) in EVERYWHERE {
        text += &format!("  {name}: {value}\n");
    }
    for path in CHANGING {
        text += &format!("{path}\n  Cache-Control: no-cache\n");
    }
    for file in hashed {
        text += &format!("/{file}\n  Cache-Control: {FOR_EVER}\n");
    }
    text + "/fonts/*\n  Cache-Control: public, max-age=604800\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The documented server configuration is the one that is tested.
    #[test]
    fn the_nginx_example_sends_the_same_headers() {
        let example = include_str!("../../../docs/nginx.conf");
        assert!(
            example.contains(&format!("\"{}\"", header())),
            "{}",
            header()
        );
        for (name, value) in EVERYWHERE {
            assert!(example.contains(&format!("{name} \"{value}\"")), "{name}");
        }
        assert!(example.contains(FOR_EVER));
    }
}
