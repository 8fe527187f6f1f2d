//! What was heard, in figures.

use crate::phone::Heard;
use std::collections::HashMap;
use std::fmt::Write;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Instant, timeout};

/// How long something took, many times.
#[derive(Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    pub fn push(&mut self, time: Duration) {
        self.0.push(time);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The time within which so many in a hundred were done.
    pub fn at(&self, hundredth: usize) -> Duration {
        let mut times = self.0.clone();
        times.sort_unstable();
        let at = (times.len() * hundredth).div_ceil(100).saturating_sub(1);
        times.get(at).copied().unwrap_or_default()
    }
}

/// What was heard so far.
#[derive(Debug, Default)]
pub struct Figures {
    /// Pages of facilitators that are connected.
    pub hosts: usize,
    /// From the first byte to the answer: until a phone can vote.
    pub joined: Times,
    /// From a state's being sent to each phone.
    pub each: Times,
    /// To the last phone of its room.
    pub last: Times,
    /// From the last vote's being sent until all were counted, by round.
    pub counted: Times,
    /// From a connection's loss to its return.
    pub back: Times,
    /// Votes of the round that were counted.
    pub voted: usize,
    /// Votes that came again once they were counted.
    pub again: usize,
    pub lost: usize,
    pub killed: Option<Duration>,
    /// From the kill until all votes of that round were counted.
    pub after_kill: Option<Duration>,
    round: u64,
    sent: Duration,
    all: Duration,
    waiting: HashMap<(usize, u64), (usize, Duration)>,
}

impl Figures {
    pub fn take(&mut self, heard: Heard) {
        match heard {
            Heard::Host => self.hosts += 1,
            Heard::Joined(time) => self.joined.push(time),
            Heard::State { room, number, seats, after } => {
                self.each.push(after);
                let (count, longest) = self.waiting.entry((room, number)).or_default();
                (*count, *longest) = (*count + 1, after.max(*longest));
                if *count == seats {
                    self.last.push(*longest);
                    self.waiting.remove(&(room, number));
                }
            }
            Heard::Sent(round, when) if round == self.round => self.sent = self.sent.max(when),
            Heard::Counted(round, when) if round == self.round => {
                self.voted += 1;
                self.all = self.all.max(when);
            }
            Heard::Sent(..) | Heard::Counted(..) => {}
            Heard::Again => self.again += 1,
            Heard::Lost => self.lost += 1,
            Heard::Back(time) => self.back.push(time),
        }
    }

    /// A vote is opened.
    pub fn open(&mut self, round: u64) {
        (self.round, self.voted, self.sent, self.all) = (round, 0, Duration::ZERO, Duration::ZERO);
    }

    /// All votes were counted.
    pub fn close(&mut self) {
        self.counted.push(self.all.saturating_sub(self.sent));
        if let (Some(killed), None) = (self.killed, self.after_kill) {
            self.after_kill = Some(self.all.saturating_sub(killed));
        }
    }

    /// Hears for some time.
    pub async fn hear(&mut self, hears: &mut UnboundedReceiver<Heard>, time: Duration) {
        let end = Instant::now() + time;
        while let Ok(Some(heard)) = timeout(end.saturating_duration_since(Instant::now()), hears.recv()).await {
            self.take(heard);
        }
    }
}

/// The figures as they are printed.
pub fn shown(what: &str, phones: usize, figures: &Figures, memory: Option<String>) -> String {
    let mut text = format!("{what}, {phones} phones\n");
    let mut line = |name: &str, times: &Times| {
        if times.len() > 0 {
            let [half, most, all] = [50, 95, 100].map(|at| times.at(at).as_secs_f64() * 1_000.0);
            // Writing to a string does not fail.
            let _ = writeln!(
                text,
                "  {name:<34} p50 {half:>8.1} ms  p95 {most:>8.1} ms  max {all:>8.1} ms  ({})",
                times.len()
            );
        }
    };
    line("state to each phone", &figures.each);
    line("state to all of a room", &figures.last);
    line("join to can vote", &figures.joined);
    line("all votes after the last was sent", &figures.counted);
    line("back after a lost connection", &figures.back);
    if figures.lost + figures.again > 0 {
        let _ = writeln!(text, "  connections lost {}, counted votes that came again {}", figures.lost, figures.again);
    }
    if let Some(time) = figures.after_kill {
        let _ = writeln!(text, "  all counted {:.2} s after a node was ended", time.as_secs_f64());
    }
    if let Some(memory) = memory {
        let _ = writeln!(text, "  memory of the server: {memory}");
    }
    text
}
