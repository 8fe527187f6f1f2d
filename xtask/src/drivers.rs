//! Browsers under remote control: chromedriver, geckodriver and WebKit's, each on a free port, stopped at the end.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{
    process,
    tools::{self, CHROMEDRIVER, CHROMIUM, FIREFOX, NODE, NPM, Package, WEBKIT_DRIVER, XVFB},
    workspace,
};

/// A driver that says nothing for this long does not work at all.
const START_LIMIT: Duration = Duration::from_secs(60);

/// WebKit has no mode without a window: its windows open on a screen that nobody sees. The pointer rests in its middle, and
/// what lies under it has the focus; so the screen is small, for every window to reach it.
const SCREEN: [&str; 8] = ["-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp", "-noreset"];

/// The browsers that the journeys are made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKit, in the small browser that comes with its driver.
    WebKit,
}

impl Browser {
    /// The name that the journeys know it by.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
            Browser::WebKit => "webkit",
        }
    }

    /// What must be installed for it.
    pub fn packages(self) -> &'static [Package] {
        match self {
            Browser::Chromium => &[CHROMIUM, CHROMEDRIVER, NODE, NPM],
            Browser::Firefox => &[FIREFOX, NODE, NPM],
            Browser::WebKit => &[WEBKIT_DRIVER, XVFB, NODE, NPM],
        }
    }

    /// The browser's own program, where it is known; a driver looks in the usual places otherwise.
    pub fn program(self) -> Option<PathBuf> {
        match self {
            Browser::Chromium => CHROMIUM.find(),
            Browser::Firefox => FIREFOX.find(),
            Browser::WebKit => None,
        }
    }

    /// How many drivers so many journeys at once need: a chromedriver drives many browsers, the others one each.
    pub fn drivers(self, at_once: usize) -> usize {
        if self == Browser::Chromium { 1 } else { at_once }
    }
}

/// A driver at work; dropping it stops it.
pub struct Driver {
    child: Child,
    port: u16,
    // Goes after the driver, and takes with it what a driver that was stopped by force left behind.
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts the driver of a browser; what it says goes to a log under `target`, which `number` tells apart.
    pub fn start(browser: Browser, number: usize) -> Result<Driver> {
        let log = workspace::target().join("journeys").join(format!("{}-driver-{number}.log", browser.name()));
        match browser {
            Browser::Chromium => {
                Driver::said(&CHROMEDRIVER.find().context("chromedriver is not here")?, &["--port=0"], &log)
            }
            // Its second port is for a protocol that is not used here, and would be the same for every geckodriver.
            Browser::Firefox => {
                let program = tools::ensure(&tools::geckodriver())?.join("geckodriver");
                Driver::said(&program, &["--port=0", "--websocket-port=0"], &log)
            }
            Browser::WebKit => Driver::given(
                &WEBKIT_DRIVER.find().context("WebKitWebDriver is not here")?,
                Screen::start(number)?,
                &log,
            ),
        }
    }

    /// The address that WebDriver commands go to.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A driver that chooses its port itself and says which.
    fn said(program: &Path, arguments: &[&str], log: &Path) -> Result<Driver> {
        let mut command = process::command(program);
        let (child, port) = listen(command.args(arguments), log, port_said)?;
        Ok(Driver { child, port, _screen: None })
    }

    /// A driver that has to be given a port and says nothing, on a screen of its own.
    fn given(program: &Path, screen: Screen, log: &Path) -> Result<Driver> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let log_file = log_file(log)?;
        let mut command = process::command(program);
        // A journey that failed may have left its session behind, and there is room for one.
        command.args([&format!("--port={port}"), "--replace-on-new-session"]).env("DISPLAY", &screen.display);
        // No service of a desktop is here to be asked, and no graphics card.
        command.envs([("NO_AT_BRIDGE", "1"), ("LIBGL_ALWAYS_SOFTWARE", "1"), ("GSETTINGS_BACKEND", "memory")]);
        command.stdout(log_file.try_clone()?).stderr(log_file);
        let child = command.spawn().with_context(|| format!("{} does not start", program.display()))?;
        let driver = Driver { child, port, _screen: Some(screen) };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if started.elapsed() > START_LIMIT {
                bail!("{} does not listen; see {}", program.display(), log.display())
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(driver)
    }
}

/// A screen that nobody sees; dropping it ends what is on it.
struct Screen {
    child: Child,
    display: String,
}

impl Screen {
    fn start(number: usize) -> Result<Screen> {
        let log = workspace::target().join("journeys").join(format!("screen-{number}.log"));
        let mut command = process::command(XVFB.find().context("Xvfb is not here")?);
        let (child, display) = listen(command.args(SCREEN), &log, |line| line.trim().parse::<u16>().ok())?;
        Ok(Screen { child, display: format!(":{display}") })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Asked to go, it takes its lock file along.
        let asked = process::output(process::command("kill").arg(self.child.id().to_string()));
        if asked.is_none() {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

fn log_file(log: &Path) -> Result<File> {
    let unwritable = || format!("{} cannot be written", log.display());
    log.parent().map_or(Ok(()), fs::create_dir_all).with_context(unwritable)?;
    File::create(log).with_context(unwritable)
}

/// Starts a program and waits for the line by which it says where it listens.
fn listen(command: &mut Command, log: &Path, said: fn(&str) -> Option<u16>) -> Result<(Child, u16)> {
    let mut log_file = log_file(log)?;
    command.stdout(Stdio::piped()).stderr(log_file.try_clone()?);
    let program = command.get_program().display().to_string();
    let mut child = command.spawn().with_context(|| format!("{program} does not start"))?;
    let (send, receive) = mpsc::channel();
    if let Some(says) = child.stdout.take() {
        // Read to its end, for a program whose pipe is full or closed would stand still.
        thread::spawn(move || {
            for line in BufReader::new(says).lines().map_while(Result::ok) {
                let _ = writeln!(log_file, "{line}");
                if let Some(said) = said(&line) {
                    let _ = send.send(said);
                }
            }
        });
    }
    match receive.recv_timeout(START_LIMIT) {
        Ok(said) => Ok((child, said)),
        Err(_) => {
            let _ = child.kill();
            let _ = child.wait();
            bail!("{program} does not say where it listens; see {}", log.display())
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // chromedriver closes the browsers that a failed journey left behind when it is asked to go; others only know force.
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
            let _ = stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            let _ = stream.read(&mut [0; 256]);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The port in the line by which a driver says that it listens.
fn port_said(line: &str) -> Option<u16> {
    let (_, said) =
        line.split_once("started successfully on port ").or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    said.split(|mark: char| !mark.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_drivers_say_their_port() {
        assert_eq!(port_said("ChromeDriver was started successfully on port 41234."), Some(41234));
        assert_eq!(port_said("1763786000000\tgeckodriver\tINFO\tListening on 127.0.0.1:35001"), Some(35001));
        assert_eq!(port_said("Starting ChromeDriver 156.0 on port 0"), None);
    }
}
