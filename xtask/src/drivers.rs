//! Browsers under remote control: chromedriver and geckodriver, each on a free port, stopped at the end.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use anyhow::{Context, Result, bail};

use crate::{
    house, process,
    tools::{self, CHROMEDRIVER, CHROMIUM, FIREFOX, NODE, NPM, Package},
};

/// A driver that says nothing for this long does not work at all.
const START_LIMIT: Duration = Duration::from_secs(60);

/// The browsers that the journeys are made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
}

impl Browser {
    /// The name that the journeys know it by.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
        }
    }

    /// What must be installed for it.
    pub fn packages(self) -> &'static [Package] {
        match self {
            Browser::Chromium => &[CHROMIUM, CHROMEDRIVER, NODE, NPM],
            Browser::Firefox => &[FIREFOX, NODE, NPM],
        }
    }

    /// The browser's own program, where it is known; a driver looks in the usual places otherwise.
    pub fn program(self) -> Option<PathBuf> {
        match self {
            Browser::Chromium => CHROMIUM.find(),
            Browser::Firefox => FIREFOX.find(),
        }
    }
}

/// A driver at work; dropping it stops it.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver of a browser; what it says goes to a log under `target`, which `number` tells apart.
    pub fn start(browser: Browser, number: usize) -> Result<Driver> {
        let (program, arguments) = match browser {
            Browser::Chromium => (CHROMEDRIVER.find().context("chromedriver is not here")?, ["--port=0"].as_slice()),
            // Its second port is for a protocol that is not used here, and would be the same for every geckodriver.
            Browser::Firefox => (
                tools::ensure(&tools::geckodriver())?.join("geckodriver"),
                ["--port=0", "--websocket-port=0"].as_slice(),
            ),
        };
        let log = house::target().join("journeys").join(format!("{}-driver-{number}.log", browser.name()));
        Driver::spawn(&program, arguments, &log)
    }

    /// The address that WebDriver commands go to.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn spawn(program: &Path, arguments: &[&str], log: &Path) -> Result<Driver> {
        log.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .with_context(|| format!("{} cannot be written", log.display()))?;
        let mut log_file = File::create(log).with_context(|| format!("{} cannot be written", log.display()))?;
        let mut command = process::command(program);
        command.args(arguments).stdout(Stdio::piped()).stderr(log_file.try_clone()?);
        let mut child = command.spawn().with_context(|| format!("{} does not start", program.display()))?;
        let (send, receive) = mpsc::channel();
        if let Some(says) = child.stdout.take() {
            // Read to its end, for a driver whose pipe is full or closed would stand still.
            thread::spawn(move || {
                for line in BufReader::new(says).lines().map_while(Result::ok) {
                    let _ = writeln!(log_file, "{line}");
                    if let Some(port) = port_said(&line) {
                        let _ = send.send(port);
                    }
                }
            });
        }
        match receive.recv_timeout(START_LIMIT) {
            Ok(port) => Ok(Driver { child, port }),
            Err(_) => {
                let _ = child.kill();
                let _ = child.wait();
                bail!("{} does not say where it listens; see {}", program.display(), log.display())
            }
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
