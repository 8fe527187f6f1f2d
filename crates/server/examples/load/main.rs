//! The load generator: phones as tasks, a facilitator's page, and how long things take between them.
//!
//! ```sh
//! cargo xtask load --phones 300 --seconds 20
//! cargo xtask load --phones 4000 --url ws://127.0.0.1:8081/mqtt --url ws://127.0.0.1:8082/mqtt --host host:secret --seat seat:secret
//! ```
//!
//! It talks to loopback addresses alone, with at most 12,000 phones and for at most ten minutes. Without `--url` it starts
//! `two-hats host`'s server in a process of its own, so that its memory can be read, and beside it a raw pipe: a bare
//! broadcast over WebSocket, in the same run. All figures are of one process as all phones.

mod client;
mod figures;
mod phone;
mod servers;

use client::{Login, Target};
use figures::{Figures, shown};
use phone::{Clock, Heard, Plan};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout};

/// The most phones, the longest time, and how many phones are in a room.
const PHONES: usize = 12_000;
const SECONDS: u64 = 600;
const ROOM: usize = 40;

/// What is to be tried.
#[derive(Clone, Debug)]
pub struct Options {
    phones: usize,
    seconds: u64,
    room: usize,
    /// The length of a state, in bytes: sealed, of a scene with its responses.
    state: usize,
    targets: Vec<Target>,
    /// A process to be ended in mid-vote.
    kill: Option<u32>,
}

const USAGE: &str = "load [--phones N] [--seconds N] [--room N] [--state BYTES] [--url ws://127.0.0.1:PORT/mqtt ...] \
                     [--host USER:PASSWORD] [--seat USER:PASSWORD] [--origin ORIGIN] [--kill PID]";

fn options(words: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options { phones: 40, seconds: 10, room: ROOM, state: 3_000, targets: Vec::new(), kill: None };
    let (mut host, mut seat, mut origin) = (None, None, None);
    let mut words = words;
    while let Some(word) = words.next() {
        let value = words.next().ok_or(USAGE)?;
        let number = || value.parse::<usize>().map_err(|_| format!("{value} is no number"));
        match word.as_str() {
            "--phones" => options.phones = number()?,
            "--seconds" => options.seconds = number()? as u64,
            "--room" => options.room = number()?,
            "--state" => options.state = number()?,
            "--kill" => options.kill = Some(u32::try_from(number()?).map_err(|_| USAGE)?),
            "--host" => host = Some(Login::parse(&value).ok_or(USAGE)?),
            "--seat" => seat = Some(Login::parse(&value).ok_or(USAGE)?),
            "--origin" => origin = Some(value),
            "--url" => options.targets.push(Target::parse(&value)?),
            _ => return Err(USAGE.into()),
        }
    }
    let within = (1..=PHONES).contains(&options.phones) && (1..=SECONDS).contains(&options.seconds);
    if !within || options.room == 0 || !(64..=8_000).contains(&options.state) {
        return Err(format!("at most {PHONES} phones, {SECONDS} seconds and states of 64 to 8,000 bytes"));
    }
    for target in &mut options.targets {
        (target.host, target.seat) = (host.clone(), seat.clone());
        target.origin = origin.clone().unwrap_or_else(|| target.origin.clone());
    }
    Ok(options)
}

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let done = match words.next().as_deref() {
        // The two servers are processes of their own.
        Some("serve") => servers::serve(),
        Some("pipe") => servers::pipe(),
        first => options(first.map(str::to_owned).into_iter().chain(words)).and_then(|options| run(&options)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| error.to_string())?.block_on(async {
        if !options.targets.is_empty() {
            let figures = room(options, options.targets.clone()).await?;
            print!("{}", shown("the engine", options.phones, &figures, None));
            return Ok(());
        }
        let pipe = servers::Child::start("pipe")?;
        let raw = phone::pipe(options, pipe.address).await?;
        print!("{}", shown("a raw pipe", options.phones, &raw, pipe.memory()));
        drop(pipe);
        let server = servers::Child::start("serve")?;
        let token = server.token.clone().ok_or("the server said no token")?;
        let host = Some(Login { user: "host".into(), password: token });
        let target = Target { host, ..Target::of(server.address) };
        let figures = room(options, vec![target]).await?;
        print!("{}", shown("two-hats host", options.phones, &figures, server.memory()));
        let (raw, own) = (raw.last.at(95), figures.last.at(95));
        println!("state to all, p95, to the raw pipe's: {:.2}", own.as_secs_f64() / raw.as_secs_f64());
        Ok(())
    })
}

/// All rooms, until the time is over; what was heard of them.
async fn room(options: &Options, targets: Vec<Target>) -> Result<Figures, String> {
    let (heard, mut hears) = mpsc::unbounded_channel();
    let clock = Clock::default();
    let rooms = options.phones.div_ceil(options.room);
    let plan = Arc::new(Plan { targets, clock, heard, state: options.state });
    let mut tasks = Vec::new();
    let (mut hosts, mut phones) = (Vec::new(), Vec::new());
    for number in 0..rooms {
        let seats = options.room.min(options.phones - number * options.room);
        let (commands, host) = phone::host(Arc::clone(&plan), number, seats);
        hosts.push(commands);
        tasks.push(tokio::spawn(host));
        phones.extend((0..seats).map(|seat| (number, seat)));
    }
    // The pages of the facilitators are there before the phones.
    let mut figures = Figures::default();
    while figures.hosts < rooms {
        figures.take(next(&mut hears).await?);
    }
    for some in phones.chunks(50) {
        tasks.extend(some.iter().map(|(room, seat)| tokio::spawn(phone::phone(Arc::clone(&plan), *room, *seat))));
        let began = Instant::now();
        // As people scan: 50 at a time.
        while began.elapsed() < Duration::from_millis(50) {
            if let Ok(Some(heard)) = timeout(Duration::from_millis(5), hears.recv()).await {
                figures.take(heard);
            }
        }
    }
    while figures.joined.len() < options.phones {
        figures.take(next(&mut hears).await?);
    }
    let (began, mut round) = (Instant::now(), 0);
    let (time, mut killed) = (Duration::from_secs(options.seconds), options.kill);
    while began.elapsed() < time {
        // A second of states, then a vote.
        for _ in 0..5 {
            say(&hosts, 0)?;
            figures.hear(&mut hears, Duration::from_millis(200)).await;
        }
        round += 1;
        figures.open(round);
        say(&hosts, round)?;
        if began.elapsed() > time / 3
            && let Some(process) = killed.take()
        {
            servers::end(process)?;
            figures.killed = Some(plan.clock.now());
        }
        while figures.voted < options.phones {
            figures.take(next(&mut hears).await?);
        }
        figures.close();
    }
    tasks.iter().for_each(tokio::task::JoinHandle::abort);
    Ok(figures)
}

/// All pages of facilitators say a state, of a vote or of none.
fn say(hosts: &[mpsc::UnboundedSender<u64>], round: u64) -> Result<(), String> {
    hosts.iter().try_for_each(|host| host.send(round)).map_err(|_| "a facilitator's page is over".into())
}

async fn next(hears: &mut mpsc::UnboundedReceiver<Heard>) -> Result<Heard, String> {
    let heard = timeout(Duration::from_secs(30), hears.recv()).await;
    heard.ok().flatten().ok_or_else(|| "nothing was heard for 30 seconds".into())
}
