//! Phones and pages of facilitators, each a task.

use crate::Options;
use crate::client::{Client, Target, publish, published};
use crate::figures::Figures;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::{self, UnboundedSender};
use tokio::time::{Instant, sleep, sleep_until};

/// One clock for all.
#[derive(Clone, Copy, Debug)]
pub struct Clock(Instant);

impl Default for Clock {
    fn default() -> Self {
        Clock(Instant::now())
    }
}

impl Clock {
    pub fn now(&self) -> Duration {
        self.0.elapsed()
    }
}

/// What is tried, and who is told.
#[derive(Debug)]
pub struct Plan {
    pub targets: Vec<Target>,
    pub clock: Clock,
    pub heard: UnboundedSender<Heard>,
    pub state: usize,
}

/// What happened.
#[derive(Debug)]
pub enum Heard {
    /// A facilitator's page is connected.
    Host,
    /// A phone can vote, after so long.
    Joined(Duration),
    /// A phone got the state of this number, one of so many in its room.
    State { room: usize, number: u64, seats: usize, after: Duration },
    /// A vote of a round was sent, for the first time.
    Sent(u64, Duration),
    /// A vote of a round was counted.
    Counted(u64, Duration),
    /// A vote that was counted came again, and counts for nothing.
    Again,
    /// A phone's connection was lost.
    Lost,
    /// It is back, after so long.
    Back(Duration),
}

/// The lengths of what phones send: a join is a key, a key and 112 bytes, a vote 96 and what seals them.
const JOIN: usize = 176;
const VOTE: usize = 140;

/// How long a phone waits for its vote's receipt before it sends it again.
const AGAIN: Duration = Duration::from_millis(1_500);

fn name(sign: char, room: usize, seat: usize) -> String {
    format!("{sign}{room:07}{seat:08}")
}

fn room_name(room: usize) -> String {
    name('r', room, 0)
}

fn number(bytes: &[u8], at: usize) -> u64 {
    bytes.get(8 * at..8 * at + 8).and_then(|bytes| bytes.try_into().ok()).map_or(0, u64::from_le_bytes)
}

/// A message of numbers, as long as the sealed one is.
fn message(numbers: &[u64], length: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
    bytes.resize(length.max(bytes.len()), 0xA5);
    bytes
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// A facilitator's page: states by command, the round behind it or 0; answers and receipts by itself.
pub fn host(plan: Arc<Plan>, room: usize, seats: usize) -> (UnboundedSender<u64>, impl Future<Output = ()>) {
    let (commands, mut orders) = mpsc::unbounded_channel::<u64>();
    let page = async move {
        let (topic, filters) = (format!("th/{}/s", room_name(room)), [format!("th/{}/v/+", room_name(room))]);
        let (mut sent, mut round, mut counted, mut known) = (0, 0, vec![0; seats], false);
        for target in plan.targets.iter().cycle().skip(room) {
            let id = format!("{}-{}", name('h', room, 0), plan.clock.now().as_nanos());
            let Ok(mut client) = Client::connect(target, &id, target.host.as_ref(), &filters).await else {
                sleep(Duration::from_millis(200)).await;
                continue;
            };
            if !known {
                let _ = plan.heard.send(Heard::Host);
            }
            known = true;
            let mut every = tokio::time::interval(Duration::from_secs(5));
            loop {
                let done = tokio::select! {
                    order = orders.recv() => {
                        let Some(order) = order else { return };
                        (round, sent) = (round.max(order), sent + 1);
                        let state = message(&[sent, micros(plan.clock.now()), round, seats as u64], plan.state);
                        client.send(publish(&topic, &state)).await
                    }
                    // A state is said again, for those who lost it: with the old number, so that it counts for no figure.
                    _ = every.tick() => {
                        client.send(publish(&topic, &message(&[0, 0, round, seats as u64], plan.state))).await
                    }
                    packet = client.packet() => match packet {
                        Ok(packet) => answer(&plan, &mut client, &packet, (room, round), &mut counted).await,
                        Err(error) => Err(error),
                    }
                };
                if done.is_err() {
                    break;
                }
            }
        }
    };
    (commands, page)
}

/// Answers a join and who comes back, with the round that is open; counts a vote once, and gives a receipt.
async fn answer(
    plan: &Plan,
    client: &mut Client,
    packet: &[u8],
    (room, open): (usize, u64),
    counted: &mut [u64],
) -> Result<(), String> {
    let Some((topic, payload)) = published(packet) else { return Ok(()) };
    let (seat, round) = (number(payload, 0) as usize, number(payload, 1));
    let Some(last) = counted.get_mut(seat).filter(|_| topic.ends_with(&name('s', room, seat))) else { return Ok(()) };
    if round > *last {
        *last = round;
        let _ = plan.heard.send(Heard::Counted(round, plan.clock.now()));
    } else if round > 0 && open == round {
        let _ = plan.heard.send(Heard::Again);
    }
    let topic = format!("th/{}/a/{}", room_name(room), name('s', room, seat));
    client.send(publish(&topic, &message(&[round, open], 96))).await
}

/// A phone: joins, hears states, votes in each round until that is receipted, comes back when it is lost.
pub async fn phone(plan: Arc<Plan>, room: usize, seat: usize) {
    let topic = |kind: char| format!("th/{}/{kind}/{}", room_name(room), name('s', room, seat));
    let filters = [format!("th/{}/s", room_name(room)), topic('a')];
    let (mut joined, mut lost): (bool, Option<Instant>) = (false, None);
    // The round that is voted in, and that which was receipted.
    let (mut round, mut receipt, mut newest) = (0, 0, 0);
    for (generation, target) in plan.targets.iter().cycle().skip(seat).enumerate() {
        let began = Instant::now();
        let id = format!("{}-{generation}-{}", name('s', room, seat), plan.clock.now().as_nanos());
        let Ok(mut client) = Client::connect(target, &id, target.seat.as_ref(), &filters).await else {
            sleep(Duration::from_millis(50 + 37 * (seat as u64 % 11))).await;
            continue;
        };
        if let Some(lost) = lost.take() {
            let _ = plan.heard.send(Heard::Back(lost.elapsed()));
        }
        // Who comes back says so, and what waits for a receipt is sent again at once.
        let (mut next, mut here) = (began, false);
        let mut ping = tokio::time::interval(Duration::from_secs(30));
        loop {
            let waits = !here || receipt < round;
            let done = tokio::select! {
                () = sleep_until(next), if waits => {
                    next = Instant::now() + AGAIN;
                    let length = if joined { VOTE } else { JOIN };
                    client.send(publish(&topic('v'), &message(&[seat as u64, round], length))).await
                }
                _ = ping.tick() => client.send(vec![0xC0, 0]).await,
                packet = client.packet() => packet.map(|packet| {
                    let Some((topic, payload)) = published(&packet) else { return };
                    let opened;
                    if topic.ends_with("/s") {
                        let (sent, when, open, seats) = (number(payload, 0), number(payload, 1), number(payload, 2), number(payload, 3));
                        if sent > newest {
                            newest = sent;
                            let after = plan.clock.now().saturating_sub(Duration::from_micros(when));
                            let _ = plan.heard.send(Heard::State { room, number: sent, seats: seats as usize, after });
                        }
                        opened = open;
                    } else {
                        if !joined {
                            let _ = plan.heard.send(Heard::Joined(began.elapsed()));
                        }
                        (joined, here) = (true, true);
                        (receipt, opened) = (receipt.max(number(payload, 0)), number(payload, 1));
                    }
                    if joined && opened > round {
                        (round, next) = (opened, Instant::now());
                        let _ = plan.heard.send(Heard::Sent(round, plan.clock.now()));
                    }
                }),
            };
            if done.is_err() {
                break;
            }
        }
        lost = Some(Instant::now());
        let _ = plan.heard.send(Heard::Lost);
    }
}

/// States through a raw pipe: a bare broadcast to as many sockets.
pub async fn pipe(options: &Options, address: SocketAddr) -> Result<Figures, String> {
    let (clock, (heard, mut hears)) = (Clock::default(), mpsc::unbounded_channel());
    let mut figures = Figures::default();
    let target = Target { path: "/".into(), ..Target::of(address) };
    let mut tasks = Vec::new();
    let seats = options.phones;
    for _ in 0..seats {
        let mut client = Client::open(&target, false).await?;
        let heard = heard.clone();
        tasks.push(tokio::spawn(async move {
            while let Ok(bytes) = client.message().await {
                let after = clock.now().saturating_sub(Duration::from_micros(number(&bytes, 1)));
                let _ = heard.send(Heard::State { room: 0, number: number(&bytes, 0), seats, after });
            }
        }));
    }
    let mut sender = Client::open(&Target { path: "/send".into(), ..target }, false).await?;
    for sent in 1..=options.seconds.min(10) * 5 {
        sender.send(message(&[sent, micros(clock.now())], options.state)).await?;
        figures.hear(&mut hears, Duration::from_millis(200)).await;
    }
    tasks.iter().for_each(tokio::task::JoinHandle::abort);
    Ok(figures)
}
