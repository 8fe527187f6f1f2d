//! `cargo xtask play`: builds the app and serves it to a browser.

use std::{env, io::ErrorKind, net::TcpListener, path::PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::{after_build, app, process, serve, stamp, workspace};

/// Where the search for a free port begins, and how far it goes.
const PORTS: std::ops::Range<u16> = 8080..8180;

/// What `cargo xtask play` can be told.
#[derive(Args)]
pub struct Options {
    /// The port to serve on [default: the first free one from 8080]
    #[arg(long)]
    pub port: Option<u16>,
    /// Do not open a browser
    #[arg(long)]
    pub no_open: bool,
    /// Build again and reload the page whenever a source or a scenario changes
    #[arg(long)]
    pub watch: bool,
}

/// Builds and serves until the program is stopped.
pub fn run(options: &Options) -> Result<()> {
    if options.watch { watch(options) } else { serve_built(options) }
}

fn serve_built(options: &Options) -> Result<()> {
    // The port is taken before the build, so that a wish that cannot be met is not told minutes later.
    let listener = listen(options.port)?;
    app::build_to_play()?;
    serve_to_browser(listener, site()?, !options.no_open)
}

/// What is served to a player: the built app and nothing else, kept for when the server is gone.
fn site() -> Result<serve::Site> {
    serve::Site::of(workspace::dist()).kept_to_play()
}

/// Serves a site until the program is stopped, and opens a browser there if that is wanted and can be.
pub fn serve_to_browser(listener: TcpListener, site: serve::Site, opens: bool) -> Result<()> {
    let server = serve::Server::on(listener, site)?;
    let address = format!("{}/", server.address());
    println!("Two Hats is at {address} (Ctrl+C stops it)");
    if opens && has_display() && open::that_detached(&address).is_err() {
        println!("No browser could be opened; open the address yourself.");
    }
    server.serve_on()
}

/// Leaves all of it to Trunk, which builds without optimizing here: the next try counts, not the size.
fn watch(options: &Options) -> Result<()> {
    let port = listen(options.port)?.local_addr()?.port();
    let mut trunk = app::trunk()?;
    let dist = workspace::target().join("watch");
    trunk.args(["serve", "--locked", "--release=false", "--port", &port.to_string(), "--dist"]).arg(dist);
    trunk.env(after_build::WATCHING, "yes");
    // Only what a build reads is watched: what it and its hook write would start the next one.
    for path in watched()? {
        trunk.arg("--watch").arg(path);
    }
    if !options.no_open && has_display() {
        trunk.arg("--open");
    }
    println!("Two Hats will be at http://127.0.0.1:{port}/ (Ctrl+C stops it)");
    process::run(&mut trunk, "trunk serve has stopped; the reason stands above")
}

fn watched() -> Result<Vec<PathBuf>> {
    let inputs = stamp::inputs(&workspace::root()).context("index.html cannot be read")?;
    // Cargo writes its lock file in the course of a build, and what is in a watched folder is watched already.
    let within = |path: &PathBuf| inputs.iter().any(|other| other != path && path.starts_with(other));
    let watched: Vec<_> = inputs.iter().filter(|path| !path.ends_with("Cargo.lock") && !within(path)).collect();
    Ok(watched.into_iter().map(|path| workspace::root().join(path)).filter(|path| path.exists()).collect())
}

/// A port of this machine's own: the one that is asked for, or any free one.
pub fn listen(port: Option<u16>) -> Result<TcpListener> {
    let Some(port) = port else { return listen_on_any() };
    match serve::bind(port) {
        Ok(listener) => Ok(listener),
        Err(fault) if fault.kind() == ErrorKind::AddrInUse => {
            bail!(
                "port {port} is taken by another program; name another with --port, or none to take the first free one"
            )
        }
        Err(fault) => bail!("port {port} cannot be served on ({fault}); name another with --port"),
    }
}

fn listen_on_any() -> Result<TcpListener> {
    match PORTS.chain([0]).find_map(|port| serve::bind(port).ok()) {
        Some(listener) => Ok(listener),
        None => bail!("no port of this machine's loopback address can be served on"),
    }
}

fn has_display() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_said_when_it_was_asked_for() {
        let taken = serve::bind(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let fault = listen(Some(port)).unwrap_err().to_string();
        assert!(fault.starts_with(&format!("port {port} is taken by another program")), "{fault}");
    }

    #[test]
    fn without_a_wish_a_free_port_is_found() {
        let first = listen(None).unwrap();
        let second = listen(None).unwrap();
        assert_ne!(first.local_addr().unwrap(), second.local_addr().unwrap());
    }
}
