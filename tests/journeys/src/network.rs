//! The authors' tool as a host in a network: what a facilitator starts so that phones can join.

use std::{
    io::{BufRead, BufReader, Lines},
    process::{Child, ChildStdout, Command, Stdio},
};

use crate::{page::Page, session, setting::setting};

/// A host that serves the built app and the phones' page, until it is dropped.
#[derive(Debug)]
pub struct Network {
    program: Child,
    /// What it says goes somewhere as long as it runs.
    _said: Lines<BufReader<ChildStdout>>,
    address: String,
    console: String,
}

impl Network {
    /// Starts one on a port that is free.
    pub fn starts() -> Network {
        Network::on("0")
    }

    fn on(port: &str) -> Network {
        let setting = setting();
        let mut command = Command::new(&setting.tool);
        command.args(["host", "--no-open", "--port", port, "--folder"]).arg(&setting.app).stdout(Stdio::piped());
        let mut program = command.spawn().unwrap_or_else(|fault| panic!("the host does not start: {fault}"));
        let output = program.stdout.take().unwrap_or_else(|| panic!("the host says nothing"));
        let mut said = BufReader::new(output).lines();
        // The facilitator's address comes first, and is the only one with a key.
        let address = said.by_ref().map_while(Result::ok).find(|line| line.contains("/#/room/host/"));
        let address = address.unwrap_or_else(|| panic!("the host says no address"));
        let (address, console) = address.trim().split_once("/#").unwrap_or_default();
        Network { program, _said: said, address: address.into(), console: format!("/#{console}") }
    }

    /// The program is stopped by force.
    pub fn falls(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }

    /// The program is started once more, where it was.
    pub fn starts_again(&mut self) {
        self.falls();
        let port = self.address.rsplit(':').next().unwrap_or_default().to_owned();
        *self = Network::on(&port);
    }

    /// Nothing gets through any more, and no connection is closed.
    pub fn falls_silent(&self) {
        self.is_told("-STOP");
    }

    /// Everything gets through again.
    pub fn comes_back(&self) {
        self.is_told("-CONT");
    }

    fn is_told(&self, signal: &str) {
        let told = Command::new("kill").arg(signal).arg(self.program.id().to_string()).status();
        assert!(told.is_ok_and(|status| status.success()), "the host cannot be told {signal}");
    }

    /// The facilitator's page is opened on this laptop.
    pub async fn opens(&self, page: &Page) {
        page.takes_address(&self.address);
        page.open(&self.console).await;
    }

    /// Another person's phone opens the page for phones.
    pub async fn phone(&self, page: &Page) -> Page {
        let phone = Page::new(session::start(page.setting(), page.driver()).await, page.setting(), page.driver());
        phone.takes_address(&self.address);
        phone.arrive("/join/").await;
        phone
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        self.falls();
    }
}
