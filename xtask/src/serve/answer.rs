//! What the server answers to a request: a pure matter of the files and the address asked for.

use std::{
    fs,
    net::{Ipv4Addr, Ipv6Addr},
    path::{Component, Path, PathBuf},
};

use anyhow::Result;

use super::{
    fault::{self, Faults},
    host::{self, Hosts, Quirk},
    media, path,
};
use crate::sign;

/// The encodings that a browser may take, and how the names of such copies end.
const COPIES: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// Folders of files, and whether faults can be asked for.
pub struct Site {
    folder: PathBuf,
    beside: Vec<(String, PathBuf)>,
    instead: Vec<(&'static str, String)>,
    faults: Option<Faults>,
    hosts: Option<Hosts>,
    reports_to: Option<&'static str>,
    names: &'static [&'static str],
}

/// What comes back for a request.
#[derive(Debug, PartialEq, Eq)]
pub enum Reply {
    /// An answer at once.
    Now(Answer),
    /// None, while the connection stays open.
    Never,
}

/// A status, headers and a body.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The media type.
    pub kind: &'static str,
    /// How the bytes are compressed, if they are.
    pub encoding: Option<&'static str>,
    /// What a page may do.
    pub policy: Option<String>,
    /// What the host does beside.
    pub quirk: Quirk,
    /// The bytes.
    pub body: Vec<u8>,
}

impl Site {
    /// The files of one folder, with its `index.html` at `/`.
    pub fn of(folder: PathBuf) -> Site {
        Site {
            folder,
            beside: Vec::new(),
            instead: Vec::new(),
            faults: None,
            hosts: None,
            reports_to: None,
            names: &[],
        }
    }

    /// Another folder, below `/name/`.
    pub fn and(mut self, name: &str, folder: PathBuf) -> Site {
        self.beside.push((name.to_owned(), folder));
        self
    }

    /// Answers with the faults that an address asks for, as the journeys do; see [`fault`].
    pub fn with_faults(self) -> Site {
        Site { faults: Some(Faults::default()), ..self }
    }

    /// Keeps nothing on the device, and takes away what was kept there before.
    pub fn keeping_nothing(self) -> Site {
        Site { instead: sign::WITHDRAWN.map(|(name, text)| (name, text.to_owned())).to_vec(), ..self }
    }

    /// Keeps what is served for when this server is gone, and nothing instead of what it has.
    pub fn kept_to_play(self) -> Result<Site> {
        Ok(Site { instead: sign::to_play(&self.folder)?, ..self })
    }

    /// Folders of which a host can have one now and another later; see [`host`].
    pub fn with_versions(self, folders: Vec<PathBuf>) -> Site {
        Site { hosts: Some(Hosts::of(folders)), ..self }
    }

    /// Answers by another name, too, which a browser was told to look for here.
    pub fn also_called(self, names: &'static [&'static str]) -> Site {
        Site { names, ..self }
    }

    /// Whether a request for a host is for this one: the name, with a port or without, of this machine alone. A page of
    /// another host, whose name was made to lead here, would read everything otherwise.
    pub fn is_asked_for(&self, host: &str) -> bool {
        let name = match host.rsplit_once(':') {
            Some((name, port)) if !port.is_empty() && port.bytes().all(|digit| digit.is_ascii_digit()) => name,
            _ => host,
        };
        let name = name.to_ascii_lowercase();
        let loopback = match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            Some(address) => address.parse().is_ok_and(|address: Ipv6Addr| address.is_loopback()),
            None => name.parse().is_ok_and(|address: Ipv4Addr| address.is_loopback()),
        };
        loopback || name == "localhost" || name.ends_with(".localhost") || self.names.contains(&&*name)
    }

    /// Pages tell what their policy kept them from, by POST to an address.
    pub fn reporting_to(self, address: &'static str) -> Site {
        Site { reports_to: Some(address), ..self }
    }

    /// Where pages report to.
    pub fn reports_to(&self) -> Option<&'static str> {
        self.reports_to
    }

    /// The reply to a request from a browser that takes these encodings.
    pub fn answer(&self, method: &str, url: &str, encodings: &str) -> Reply {
        if !matches!(method, "GET" | "HEAD") {
            return Reply::Now(Answer::sentence(405, "This server only gives files away."));
        }
        let asked = url.split(['?', '#']).next().unwrap_or_default();
        let Some(path) = path::decode(asked) else {
            return Reply::Now(Answer::sentence(400, "This address is not well formed."));
        };
        let path = path.trim_start_matches('/');
        match self.hosts.as_ref().and_then(|hosts| hosts.judge(path)) {
            Some(host::Verdict::Serve(folder, path, quirk)) => {
                if quirk == Quirk::SignedOut {
                    return Reply::Now(Answer::page("<!doctype html><title>Log in</title>"));
                }
                if quirk == Quirk::TakenDown {
                    let [(worker, script), _] = sign::WITHDRAWN;
                    let kind = media::kind(Path::new(worker));
                    return Reply::Now(if path == worker {
                        Answer { kind, ..Answer::sentence(200, script) }
                    } else {
                        Answer::page("<!doctype html><title>Moved</title><p>This course has moved.")
                    });
                }
                let path = if quirk.gives(path) { path } else { "~nothing" };
                let answer = self.found(folder, path, encodings);
                let status = if quirk == Quirk::Partial && answer.status == 200 { 206 } else { answer.status };
                let policy = answer.policy.filter(|_| quirk != Quirk::Framed);
                let kind = quirk.kind(answer.kind);
                return Reply::Now(Answer { quirk: quirk.of(path), status, policy, kind, ..answer });
            }
            Some(host::Verdict::Frame) => return Reply::Now(Answer::page(host::FRAME_PAGE)),
            Some(host::Verdict::Portal) => {
                let script = "addEventListener('activate', event => event.waitUntil(clients.claim()));";
                let kind = media::kind(Path::new(host::PORTAL));
                return Reply::Now(Answer { kind, ..Answer::sentence(200, script) });
            }
            Some(host::Verdict::Turned) => return Reply::Now(Answer::sentence(200, "So be it.")),
            Some(host::Verdict::Away) => return Reply::Now(Answer::sentence(503, "This host is away.")),
            None => {}
        }
        match &self.faults {
            Some(faults) => match faults.judge(path) {
                fault::Verdict::Serve(path) => Reply::Now(self.file(path, encodings)),
                fault::Verdict::Fail(status) => Reply::Now(Answer::sentence(status, "This fault was asked for.")),
                fault::Verdict::Stall => Reply::Never,
                fault::Verdict::Cut(path) => {
                    // Compressed, half of it would be no file of any kind.
                    let mut answer = self.file(path, "");
                    answer.body.truncate(answer.body.len() / 2);
                    Reply::Now(answer)
                }
                fault::Verdict::Page => Reply::Now(Answer::page("<!doctype html><title>Log in</title>")),
            },
            None => Reply::Now(self.file(path, encodings)),
        }
    }

    fn file(&self, path: &str, encodings: &str) -> Answer {
        if let Some((name, text)) = self.instead.iter().find(|(name, _)| *name == path) {
            return Answer { kind: media::kind(Path::new(name)), ..Answer::sentence(200, text) };
        }
        let beside = self
            .beside
            .iter()
            .find_map(|(name, folder)| Some((folder, path.strip_prefix(name.as_str())?.strip_prefix('/')?)));
        let (folder, path) = beside.unwrap_or((&self.folder, path));
        self.found(folder, path, encodings)
    }

    /// The file at a path; its compressed copy where there is one that the browser takes.
    fn found(&self, folder: &Path, path: &str, encodings: &str) -> Answer {
        let Some(file) = locate(folder, path) else { return Answer::nothing() };
        let Some(body) = read(folder, &file) else { return Answer::nothing() };
        let kind = media::kind(&file);
        let policy = if kind.starts_with("text/html") { self.policy(&body) } else { None };
        let takes =
            |name: &str| encodings.split(',').any(|one| one.split(';').next().unwrap_or_default().trim() == name);
        let mut copies = COPIES.iter().filter(|(name, _)| takes(name)).filter_map(|(name, ending)| {
            let mut copy = file.clone().into_os_string();
            copy.push(ending);
            Some((Some(*name), read(folder, Path::new(&copy))?))
        });
        let (encoding, body) = copies.next().unwrap_or((None, body));
        Answer { status: 200, kind, encoding, policy, quirk: Quirk::None, body }
    }

    /// A page's policy as a header, which can say more than the page itself: who may frame it, and where it reports to.
    fn policy(&self, page: &[u8]) -> Option<String> {
        let policy = sign::policy_of(std::str::from_utf8(page).ok()?)?;
        let reports = self.reports_to.map(|address| format!("; report-uri {address}")).unwrap_or_default();
        Some(format!("{policy}; frame-ancestors 'none'{reports}"))
    }
}

impl Answer {
    fn nothing() -> Answer {
        Answer::sentence(404, "There is nothing at this address.")
    }

    /// What a request by another host's name gets.
    pub fn misdirected() -> Answer {
        Answer::sentence(421, "This server answers to names of this machine alone, such as localhost or 127.0.0.1.")
    }

    fn page(page: &str) -> Answer {
        Answer { kind: media::kind(Path::new(sign::PAGE)), ..Answer::sentence(200, page) }
    }

    fn sentence(status: u16, sentence: &str) -> Answer {
        let kind = "text/plain; charset=utf-8";
        Answer { status, kind, encoding: None, policy: None, quirk: Quirk::None, body: sentence.into() }
    }
}

/// Where the file of a path is.
fn locate(folder: &Path, path: &str) -> Option<PathBuf> {
    // A backslash or a colon would mean something else on Windows than it does in an address.
    let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    if !plain || path.contains(['\\', ':', '\0']) {
        return None;
    }
    let file = folder.join(path);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

/// What a file holds, if it is in the folder: a link inside may still lead out of it.
fn read(folder: &Path, file: &Path) -> Option<Vec<u8>> {
    let file = fs::canonicalize(file).ok()?;
    fs::canonicalize(folder).is_ok_and(|folder| file.starts_with(folder)).then(|| fs::read(file).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> (tempfile::TempDir, Site) {
        let workspace = tempfile::tempdir().unwrap();
        let dist = workspace.path().join("dist");
        fs::create_dir_all(dist.join("scenarios")).unwrap();
        for (file, text) in [("index.html", "<p>home"), ("app.wasm", "\0asm"), ("scenarios/a b.json", "{}")] {
            fs::write(dist.join(file), text).unwrap();
        }
        fs::write(workspace.path().join("secret.txt"), "secret").unwrap();
        (workspace, Site::of(dist))
    }

    fn get(site: &Site, url: &str) -> (u16, &'static str, String) {
        match site.answer("GET", url, "") {
            Reply::Now(answer) => (answer.status, answer.kind, String::from_utf8(answer.body).unwrap()),
            Reply::Never => panic!("{url} is never answered"),
        }
    }

    #[test]
    fn files_come_with_their_media_types() {
        let (_house, site) = site();
        assert_eq!(get(&site, "/"), (200, "text/html; charset=utf-8", "<p>home".into()));
        assert_eq!(get(&site, "/app.wasm?v=1").1, "application/wasm");
        assert_eq!(get(&site, "/scenarios/a%20b.json"), (200, "application/json", "{}".into()));
    }

    #[test]
    fn what_is_not_there_is_a_404() {
        let (_house, site) = site();
        for url in ["/no.html", "/scenarios", "/scenarios/", "/index.html/no"] {
            assert_eq!(get(&site, url).0, 404, "{url}");
        }
    }

    #[test]
    fn nothing_outside_the_folder_is_given_away() {
        let (_house, site) = site();
        for url in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/scenarios/../../secret.txt",
            "/..%5csecret.txt",
            "/%2fetc/passwd/../hosts",
            "//etc/hosts",
        ] {
            assert_eq!(get(&site, url).0, 404, "{url}");
        }
        assert!(matches!(site.answer("POST", "/", ""), Reply::Now(answer) if answer.status == 405));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_of_the_folder_is_not_followed() {
        let (workspace, site) = site();
        std::os::unix::fs::symlink(workspace.path().join("secret.txt"), workspace.path().join("dist/link.txt"))
            .unwrap();
        assert_eq!(get(&site, "/link.txt").0, 404);
    }

    #[test]
    fn a_second_folder_stands_beside_the_first() {
        let (workspace, site) = site();
        let site = site.and("~page", workspace.path().to_path_buf());
        assert_eq!(get(&site, "/~page/secret.txt").0, 200);
        assert_eq!(get(&site, "/~pagesecret.txt").0, 404);
    }

    #[test]
    fn a_game_that_is_played_knows_none_of_the_journeys_addresses() {
        let (_house, site) = site();
        for site in [site.keeping_nothing()] {
            for url in
                ["/~turn@x/1", "/~host@x/a/b/c/", "/~500@scenarios/", "/~stall@app/app.wasm", "/~harness/", "/~reports"]
            {
                assert_eq!(get(&site, url).0, 404, "{url}");
            }
            assert!(site.reports_to().is_none() && !site.is_asked_for("two-hats.test"));
        }
    }

    #[test]
    fn faults_are_only_had_where_they_are_wanted() {
        let (_house, site) = site();
        assert_eq!(get(&site, "/~500@scenarios/index.html").0, 404);
        let site = site.with_faults();
        assert_eq!(get(&site, "/~500@scenarios/").0, 200);
        assert_eq!(get(&site, "/~500@scenarios/scenarios/a%20b.json").0, 500);
        assert_eq!(site.answer("GET", "/~stall@app/app.wasm", ""), Reply::Never);
        assert_eq!(get(&site, "/~cut@app/app.wasm"), (200, "application/wasm", "\0a".into()));
        assert_eq!(get(&site, "/~page@app/app.wasm").1, "text/html; charset=utf-8");
    }

    #[test]
    fn a_compressed_copy_is_sent_to_those_who_take_it() {
        let (workspace, site) = site();
        fs::write(workspace.path().join("dist/index.html.br"), "br").unwrap();
        let sent = |url, encodings| match site.answer("GET", url, encodings) {
            Reply::Now(answer) => (answer.encoding, answer.kind, String::from_utf8(answer.body).unwrap()),
            Reply::Never => panic!("never answered"),
        };
        assert_eq!(sent("/", "gzip, deflate, br;q=0.9"), (Some("br"), "text/html; charset=utf-8", "br".into()));
        assert_eq!(sent("/", "gzip, deflate"), (None, "text/html; charset=utf-8", "<p>home".into()));
        assert_eq!(sent("/app.wasm", "br"), (None, "application/wasm", "\0asm".into()));
    }

    #[test]
    fn a_page_says_its_policy_in_the_header_too() {
        let (workspace, site) = site();
        let page = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">";
        fs::write(workspace.path().join("dist/index.html"), page).unwrap();
        let policy = |site: &Site, url| match site.answer("GET", url, "") {
            Reply::Now(answer) => answer.policy,
            Reply::Never => panic!("never answered"),
        };
        assert_eq!(policy(&site, "/").as_deref(), Some("default-src 'none'; frame-ancestors 'none'"));
        assert_eq!(policy(&site, "/app.wasm"), None);
        let told = policy(&site.reporting_to("/~reports"), "/");
        assert_eq!(told.as_deref(), Some("default-src 'none'; frame-ancestors 'none'; report-uri /~reports"));
    }

    #[test]
    fn what_keeps_the_game_can_be_taken_back() {
        let (workspace, site) = site();
        fs::write(workspace.path().join("dist/worker.js"), "keep()").unwrap();
        assert_eq!(get(&site, "/worker.js").2, "keep()");
        let (_, kind, text) = get(&site.keeping_nothing(), "/worker.js");
        assert!(kind.starts_with("text/javascript") && text.contains("unregister"), "{text}");
    }
}
