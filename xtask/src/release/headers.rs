//! What a host says beside the files: the same headers in the languages of hosts.

use std::path::Path;

use crate::{
    serve::{HEADERS, media_type},
    sign::WITHDRAWN,
};

/// The name of the file that some hosts of static files read their headers from, at the top of what is put there.
pub const FILE: &str = "_headers";

/// Who may show the game in a frame of theirs: nobody. A page cannot say it of itself; the rest of its policy it does.
const FRAMES: (&str, &str) = ("content-security-policy", "frame-ancestors 'none'");

/// What is said of drawings besides: one that is opened by itself is a document of the host's, and what an author wrote into
/// it does not run there.
const DRAWINGS: &str = "sandbox";

/// What is said of every file.
fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    std::iter::once(FRAMES).chain(HEADERS)
}

/// The file for hosts that read [`FILE`].
pub fn file() -> String {
    let lines: String = all().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!(
        "# Where the game is a folder of a larger site, this stands in that site's own file, with the folder's path.\n/*\n{lines}\
         /*.svg\n  {}: {DRAWINGS}\n",
        FRAMES.0
    )
}

/// For IIS, which gives no file of an ending that it does not know.
fn web_config() -> String {
    let types = [
        (".wasm", "application/wasm"),
        (".webmanifest", "application/manifest+json"),
        (".bin", "application/octet-stream"),
        (".json", "application/json"),
        (".svg", "image/svg+xml"),
    ];
    let types: String = types
        .iter()
        .map(|(ending, kind)| {
            format!("      <remove fileExtension=\"{ending}\" />\n      <mimeMap fileExtension=\"{ending}\" mimeType=\"{kind}\" />\n")
        })
        .collect();
    // A header that the site has, too, would be an error there.
    let headers: String = all()
        .map(|(name, value)| {
            format!("        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{value}\" />\n")
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- For IIS: put it in the folder of the game. -->\n<configuration>\n  \
         <system.webServer>\n    <staticContent>\n{types}    </staticContent>\n    <httpProtocol>\n      \
         <customHeaders>\n{headers}      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n  \
         <location path=\"scenarios\">\n    <system.webServer>\n      <httpProtocol>\n        <customHeaders>\n          \
         <remove name=\"{name}\" />\n          <add name=\"{name}\" value=\"{frames}, {DRAWINGS}\" />\n        \
         </customHeaders>\n      </httpProtocol>\n    </system.webServer>\n  </location>\n</configuration>\n",
        name = FRAMES.0,
        frames = FRAMES.1,
    )
}

/// Before what a host says to frames that give the game no origin of its own.
const SANDBOXED: &str =
    "# Where a page frames the game in a sandbox without allow-same-origin, the host lets it have its files by this:\n";

/// How Apache sends the copies that lie beside the files, each as what its file is: by its last ending alone it would be an
/// archive to be downloaded, or text in Breton.
fn apache_copies() -> String {
    let rewrite = |accepted: &str, ending: &str| {
        format!(
            "    RewriteCond %{{HTTP:Accept-Encoding}} \\b{accepted}\\b\n    RewriteCond %{{REQUEST_FILENAME}}.{ending} -s\n    \
             RewriteRule ^(.+)$ $1.{ending} [L]\n"
        )
    };
    let kinds = ["html", "js", "css", "wasm", "json", "svg", "txt", "bin", "webmanifest"].map(|ending| {
        let kind = media_type(Path::new(&format!("a.{ending}")));
        format!("<FilesMatch \"\\.{ending}\\.(br|gz)$\">\n    ForceType \"{kind}\"\n</FilesMatch>\n")
    });
    let encodings = [("br", "br"), ("gz", "gzip")].map(|(ending, encoding)| {
        format!(
            "<FilesMatch \"\\.{ending}$\">\n    RemoveLanguage .br\n    RemoveEncoding .gz .br\n    Header set content-encoding \
             {encoding}\n    SetEnv no-gzip 1\n    SetEnv no-brotli 1\n</FilesMatch>\n"
        )
    });
    format!(
        "<IfModule mod_rewrite.c>\n    RewriteEngine On\n    Header merge vary accept-encoding\n{}{}</IfModule>\n{}{}",
        rewrite("br", "br"),
        rewrite("gzip", "gz"),
        kinds.concat(),
        encodings.concat()
    )
}

/// A name and a text for each host that has a language of its own, and what takes the game down.
pub fn recipes() -> [(&'static str, String); 4] {
    let nginx: String = all().map(|(name, value)| format!("add_header {name} \"{value}\" always;\n")).collect();
    // Of two headers of one name it sends both, and none without a value.
    let drawings = format!(
        "set $of_drawings \"\";\nif ($uri ~ \"\\.svg$\") {{\n    set $of_drawings \"{DRAWINGS}\";\n}}\nadd_header {} \
         $of_drawings always;\n",
        FRAMES.0
    );
    let apache: String = all().map(|(name, value)| format!("Header always set {name} \"{value}\"\n")).collect();
    [
        (
            "nginx.conf",
            format!(
                "# For the `server` or `location` block that gives the folder away: include /where/it/is/nginx.conf;\n\
                 index index.html;\n\
                 {SANDBOXED}\
                 # add_header access-control-allow-origin \"*\" always;\n\
                 # The copies that lie beside the files; with its module, `brotli_static on;`, too.\n\
                 gzip_static on;\n\
                 gzip_vary on;\n{nginx}{drawings}"
            ),
        ),
        (
            "apache.conf",
            format!(
                "# For the <Directory> of the folder, or as .htaccess in it (AllowOverride FileInfo Indexes). Needs mod_headers.\n\
                 DirectoryIndex index.html\n\
                 AddType application/wasm .wasm\n\
                 AddType application/manifest+json .webmanifest\n\
                 {SANDBOXED}\
                 # Header always set access-control-allow-origin \"*\"\n\
                 {apache}<FilesMatch \"\\.svg(\\.(br|gz))?$\">\n    Header always append {} {DRAWINGS}\n</FilesMatch>\n{}",
                FRAMES.0,
                apache_copies()
            ),
        ),
        ("web.config", web_config()),
        // In the place of the game's worker it takes back what players' devices keep.
        ("taken-down/worker.js", WITHDRAWN[0].1.to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_is_told_every_header() {
        let [(_, nginx), (_, apache), (_, iis), (_, taken_down)] = recipes();
        assert!(taken_down.contains("unregister"), "{taken_down}");
        for ending in [".wasm", ".webmanifest", ".bin", ".json", ".svg"] {
            assert!(iis.contains(&format!("<mimeMap fileExtension=\"{ending}\"")), "{iis}");
        }
        for (name, value) in [
            ("content-security-policy", "frame-ancestors 'none'"),
            ("cross-origin-opener-policy", "same-origin"),
            ("referrer-policy", "no-referrer"),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-cache"),
        ] {
            assert!(file().contains(&format!("\n  {name}: {value}\n")), "{name} is not in\n{}", file());
            assert!(nginx.contains(&format!("\nadd_header {name} \"{value}\" always;\n")), "{nginx}");
            assert!(apache.contains(&format!("\nHeader always set {name} \"{value}\"\n")), "{apache}");
            assert!(
                iis.contains(&format!("<remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{value}\" />")),
                "{iis}"
            );
        }
        assert!(apache.contains("\\.js\\.(br|gz)$\">\n    ForceType \"text/javascript; charset=utf-8\""), "{apache}");
        assert!(apache.contains("RewriteRule ^(.+)$ $1.gz [L]\n"), "{apache}");
        assert!(apache.contains(
            "\\.gz$\">\n    RemoveLanguage .br\n    RemoveEncoding .gz .br\n    Header set content-encoding gzip\n"
        ));
        for text in [&nginx, &apache] {
            assert!(text.contains("\n# ") && text.contains("access-control-allow-origin \"*\""), "{text}");
        }
        for text in [file(), nginx, apache, iis] {
            assert!(text.contains("permissions-policy") && text.contains("camera=()"), "{text}");
        }
    }

    #[test]
    fn a_drawing_that_is_opened_alone_is_in_a_sandbox() {
        let [(_, nginx), (_, apache), (_, iis), _] = recipes();
        assert!(file().contains("\n/*.svg\n  content-security-policy: sandbox\n"), "{}", file());
        assert!(nginx.contains("if ($uri ~ \"\\.svg$\") {\n    set $of_drawings \"sandbox\";\n}\n"), "{nginx}");
        assert!(nginx.ends_with("\nadd_header content-security-policy $of_drawings always;\n"), "{nginx}");
        assert!(
            apache.contains("(br|gz))?$\">\n    Header always append content-security-policy sandbox\n"),
            "{apache}"
        );
        assert!(iis.contains("value=\"frame-ancestors 'none', sandbox\""), "{iis}");
    }

    #[test]
    fn no_value_says_more_than_a_text_in_quotes_may() {
        assert!(all().all(|(_, value)| !value.contains(['"', '\\', '$', '%', '<', '&', '\n'])));
    }
}
