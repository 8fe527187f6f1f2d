//! What the server answers to a request: a pure matter of the files and the address asked for.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

use super::{
    fault::{self, Faults},
    media, path,
};

/// Folders of files, and whether faults can be asked for.
pub struct Site {
    folder: PathBuf,
    beside: Vec<(String, PathBuf)>,
    faults: Option<Faults>,
}

/// What comes back for a request.
#[derive(Debug, PartialEq, Eq)]
pub enum Reply {
    /// An answer at once.
    Now(Answer),
    /// None, while the connection stays open.
    Never,
}

/// A status, a media type and a body.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The media type.
    pub kind: &'static str,
    /// The bytes.
    pub body: Vec<u8>,
}

impl Site {
    /// The files of one folder, with its `index.html` at `/`.
    pub fn of(folder: PathBuf) -> Site {
        Site { folder, beside: Vec::new(), faults: None }
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

    /// The reply to a request.
    pub fn answer(&self, method: &str, url: &str) -> Reply {
        if !matches!(method, "GET" | "HEAD") {
            return Reply::Now(Answer::sentence(405, "This server only gives files away."));
        }
        let asked = url.split(['?', '#']).next().unwrap_or_default();
        let Some(path) = path::decode(asked) else {
            return Reply::Now(Answer::sentence(400, "This address is not well formed."));
        };
        let path = path.trim_start_matches('/');
        match &self.faults {
            Some(faults) => match faults.judge(path) {
                fault::Verdict::Serve(path) => Reply::Now(self.file(path)),
                fault::Verdict::Fail(status) => Reply::Now(Answer::sentence(status, "This fault was asked for.")),
                fault::Verdict::Stall => Reply::Never,
            },
            None => Reply::Now(self.file(path)),
        }
    }

    fn file(&self, path: &str) -> Answer {
        let beside = self
            .beside
            .iter()
            .find_map(|(name, folder)| Some((folder, path.strip_prefix(name.as_str())?.strip_prefix('/')?)));
        let (folder, path) = beside.unwrap_or((&self.folder, path));
        read(folder, path).unwrap_or_else(|| Answer::sentence(404, "There is nothing at this address."))
    }
}

impl Answer {
    fn sentence(status: u16, sentence: &str) -> Answer {
        Answer { status, kind: "text/plain; charset=utf-8", body: sentence.into() }
    }
}

fn read(folder: &Path, path: &str) -> Option<Answer> {
    // A backslash or a colon would mean something else on Windows than it does in an address.
    let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    if !plain || path.contains(['\\', ':', '\0']) {
        return None;
    }
    let mut file = folder.join(path);
    if file.is_dir() {
        file.push("index.html");
    }
    // A link inside the folder may still lead out of it.
    let file = fs::canonicalize(file)
        .ok()
        .filter(|file| fs::canonicalize(folder).is_ok_and(|folder| file.starts_with(folder)))?;
    Some(Answer { status: 200, kind: media::kind(&file), body: fs::read(file).ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> (tempfile::TempDir, Site) {
        let house = tempfile::tempdir().unwrap();
        let dist = house.path().join("dist");
        fs::create_dir_all(dist.join("scenarios")).unwrap();
        for (file, text) in [("index.html", "<p>home"), ("app.wasm", "\0asm"), ("scenarios/a b.json", "{}")] {
            fs::write(dist.join(file), text).unwrap();
        }
        fs::write(house.path().join("secret.txt"), "secret").unwrap();
        (house, Site::of(dist))
    }

    fn get(site: &Site, url: &str) -> (u16, &'static str, String) {
        match site.answer("GET", url) {
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
        assert!(matches!(site.answer("POST", "/"), Reply::Now(answer) if answer.status == 405));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_of_the_folder_is_not_followed() {
        let (house, site) = site();
        std::os::unix::fs::symlink(house.path().join("secret.txt"), house.path().join("dist/link.txt")).unwrap();
        assert_eq!(get(&site, "/link.txt").0, 404);
    }

    #[test]
    fn a_second_folder_stands_beside_the_first() {
        let (house, site) = site();
        let site = site.and("~page", house.path().to_path_buf());
        assert_eq!(get(&site, "/~page/secret.txt").0, 200);
        assert_eq!(get(&site, "/~pagesecret.txt").0, 404);
    }

    #[test]
    fn faults_are_only_had_where_they_are_wanted() {
        let (_house, site) = site();
        assert_eq!(get(&site, "/~500@scenarios/index.html").0, 404);
        let site = site.with_faults();
        assert_eq!(get(&site, "/~500@scenarios/").0, 200);
        assert_eq!(get(&site, "/~500@scenarios/scenarios/a%20b.json").0, 500);
        assert_eq!(site.answer("GET", "/~stall@app/app.wasm"), Reply::Never);
    }
}
