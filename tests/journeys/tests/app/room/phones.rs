//! A room with phones over the program that a facilitator starts: five phones and hands, one decision and a whole hour of
//! them, with everything that happens to networks, laptops and phones on the way.

use super::WORDS;
use fantoccini::wd::WindowHandle;
use journeys::{Network, Page, journey};
use phones::words::WORDS as PHONE;
use serde_json::json;
use two_hats::room::PHONES;
use two_hats::words::fill;

/// How many have a phone.
const PHONES_HERE: usize = 5;

/// The short code that the console shows beside the QR code.
const CODE: &str = "return document.body.innerText.match(/\\b[0-9A-Z]{6}\\b/)?.[0] ?? ''";

/// Everything that is kept of the session, which grows by each act.
const KEPT: &str =
    "return Object.entries(localStorage).filter(([key]) => key.includes('room/session')).map(it => it[1]).join()";

/// On to a phase, as the console shows it.
async fn goes_on_to(page: &Page, phase: &str) {
    page.click_on(".controls .next").await;
    page.has(&format!(".console[data-phase={phase}]")).await;
}

/// A facilitator sets a session up for phones and hands; the short code that lets phones in.
async fn sets_up(network: &Network, page: &Page) -> String {
    network.opens(page).await;
    page.click_on("input[name=story][value=crisis]").await;
    page.click(WORDS.begin).await;
    page.has(".console[data-phase=set-up]").await;
    page.click(PHONES.all_means[2]).await;
    page.click(PHONES.open).await;
    let shown = async || page.script(CODE, vec![]).await.as_str().map(str::to_owned).unwrap_or_default();
    page.until("there is a short code", async || !shown().await.is_empty()).await;
    shown().await
}

/// A phone joins by the short code.
async fn enters(phone: &Page, code: &str) {
    phone.has("#code").await;
    phone.click_on("#code").await;
    phone.types(code).await;
    phone.click(PHONE.enter).await;
    phone.sees(PHONE.yours).await;
    phone.click(PHONE.ways[0]).await;
    phone.sees(PHONE.welcome).await;
}

/// A network with a room that is set up, and five phones that joined it by the short code.
async fn joined(page: &Page) -> (Network, Vec<Page>) {
    let network = Network::starts();
    let code = sets_up(&network, page).await;
    let mut phones = Vec::new();
    for _ in 0..PHONES_HERE {
        let phone = network.phone(page).await;
        enters(&phone, &code).await;
        phones.push(phone);
    }
    (network, phones)
}

/// A phone chooses an answer.
async fn chooses(phone: &Page, number: usize) {
    phone.has(&format!(".answers button:nth-child({number}):not([aria-pressed=true])")).await;
    phone.click_on(&format!(".answers button:nth-child({number})")).await;
}

/// A phone votes, and has it in writing.
async fn votes(phone: &Page, number: usize) {
    chooses(phone, number).await;
    phone.sees(PHONE.sent).await;
}

/// Phones vote for the first answer one after the other.
async fn all_vote(phones: &[Page]) {
    for phone in phones {
        votes(phone, 1).await;
    }
}

#[test]
fn five_phones_and_hands_take_a_decision_together() {
    journey(async |page| {
        let (_network, all) = joined(page).await;
        all[0].axe().await;
        goes_on_to(page, "gather").await;
        goes_on_to(page, "rate-before").await;
        for phone in &all {
            phone.sees(PHONE.rate).await;
        }
        goes_on_to(page, "read").await;
        goes_on_to(page, "think").await;
        for phone in &all {
            phone.sees(PHONE.look_up).await;
        }
        goes_on_to(page, "vote").await;
        for (at, phone) in all.iter().enumerate() {
            votes(phone, at % 2 + 1).await;
        }
        all[1].axe().await;
        page.sees(&fill(PHONES.voted, &[("said", "5"), ("people", "20")])).await;
        page.axe().await;

        // One phone is loaded again: it has the same seat and the same answer, which it may change.
        let again = &all[4];
        again.client().refresh().await.unwrap_or_else(|fault| panic!("the phone does not load again: {fault}"));
        again.has(".answers [aria-pressed=true]:nth-child(1)").await;
        again.sees(PHONE.sent).await;
        votes(again, 2).await;
        page.has("#hands-2").await;
        page.script(super::WRITE, vec![json!("#hands-2"), json!("2")]).await;

        goes_on_to(page, "reveal").await;
        page.open_in_new_tab("/#/room/stage").await;
        // Two phones; three phones and two hands.
        let bars = "return [...document.querySelectorAll('.stage[data-phase=reveal] .bars b')].map(it => it.innerText)";
        page.finds("phones and hands are counted together", bars, &json!(["2", "5"])).await;
        for phone in &all {
            phone.sees(PHONE.look_up).await;
        }
        for phone in all {
            phone.close().await;
        }
    });
}

#[test]
fn a_phone_votes_beside_the_console() {
    journey(async |page| {
        let network = Network::starts();
        let code = sets_up(&network, page).await;
        let console = page.open_in_new_tab("/join/").await;
        let phone = page.tab().await;
        enters(page, &code).await;
        page.axe().await;
        page.go_to_tab(console.clone()).await;
        for phase in ["gather", "rate-before", "read", "think", "vote"] {
            goes_on_to(page, phase).await;
        }
        page.go_to_tab(phone.clone()).await;
        votes(page, 2).await;
        page.go_to_tab(console).await;
        page.sees(&fill(PHONES.voted, &[("said", "1"), ("people", "20")])).await;
        goes_on_to(page, "reveal").await;
        page.go_to_tab(phone).await;
        page.sees(PHONE.look_up).await;
        page.axe().await;
    });
}

/// A session of an hour, in two windows.
struct Hour<'p> {
    page: &'p Page,
    network: Network,
    console: WindowHandle,
    stage: WindowHandle,
    phones: Vec<Page>,
}

impl Hour<'_> {
    async fn phase(&self) -> String {
        let phase = self.page.script("return document.querySelector('.console')?.dataset.phase ?? ''", vec![]).await;
        phase.as_str().unwrap_or_default().to_owned()
    }

    async fn kept(&self) -> String {
        self.page.script(KEPT, vec![]).await.to_string()
    }

    /// On to wherever the session goes next.
    async fn goes_on(&self) {
        let before = self.kept().await;
        self.page.click_on(".controls .next").await;
        self.page.until("the session goes on", async || self.kept().await != before).await;
    }

    /// The console's link is the program's new one after it was started again.
    async fn opens_console_again(&self) {
        self.network.opens(self.page).await;
        self.page.has(".console[data-phase=vote]").await;
    }

    /// All phones vote for the first answer, and something happens in the middle of it.
    async fn votes(&mut self, number: usize) {
        let half = 3.min(self.phones.len());
        all_vote(&self.phones[..half]).await;
        match number {
            1 => self.the_program_falls(half).await,
            2 => self.console_and_a_phone_are_loaded_again().await,
            3 => self.nothing_gets_through(half).await,
            _ => {}
        }
        let done = if matches!(number, 1 | 3) { half + 1 } else { half };
        all_vote(&self.phones[done..]).await;
        let (said, people) = (self.phones.len().to_string(), "20");
        self.page.sees(&fill(PHONES.voted, &[("said", &said), ("people", people)])).await;
    }

    /// The program that carries the answers falls, and is started again, while somebody votes.
    async fn the_program_falls(&mut self, voter: usize) {
        self.network.falls();
        chooses(&self.phones[voter], 1).await;
        self.phones[voter].sees(PHONE.lost).await;
        self.network.starts_again();
        self.opens_console_again().await;
        self.phones[voter].sees(PHONE.sent).await;
    }

    /// The console is loaded again, and a phone's page is closed and opened again by itself.
    async fn console_and_a_phone_are_loaded_again(&self) {
        self.page.client().refresh().await.unwrap_or_else(|fault| panic!("the console does not load again: {fault}"));
        self.page.has(".console[data-phase=vote]").await;
        let phone = &self.phones[0];
        let opened =
            phone.client().new_window(true).await.unwrap_or_else(|fault| panic!("no tab opens: {fault}")).handle;
        phone.closes_for_tab(opened).await;
        phone.arrive("/join/").await;
        phone.has(".answers [aria-pressed=true]:nth-child(1)").await;
        phone.sees(PHONE.sent).await;
    }

    /// Nothing gets through for as long as it takes a phone to say so, while somebody votes.
    async fn nothing_gets_through(&self, voter: usize) {
        self.network.falls_silent();
        chooses(&self.phones[voter], 1).await;
        self.phones[voter].sees(PHONE.not_sent).await;
        self.phones[0].sees_not(PHONE.sent).await;
        self.network.comes_back();
        for phone in &self.phones[..=voter] {
            phone.sees(PHONE.sent).await;
        }
    }

    /// The vote is closed, and the stage counts each voice once.
    async fn reveals(&self) {
        goes_on_to(self.page, "reveal").await;
        self.page.go_to_tab(self.stage.clone()).await;
        let sum = "return [...document.querySelectorAll('.stage[data-phase=reveal] .bars b')]
            .reduce((sum, it) => sum + parseInt(it.innerText), 0)";
        self.page.finds("each voice is counted once", sum, &json!(self.phones.len())).await;
        self.page.go_to_tab(self.console.clone()).await;
    }

    /// Somebody comes late by the link that the console keeps: the first vote closed the door, so they wait for a tap.
    async fn somebody_comes_late(&mut self) {
        let late = self.network.phone(self.page).await;
        let link = self.page.script("return document.querySelector('.invitation').value", vec![]).await;
        let link = link.as_str().and_then(|link| link.find("/join/").map(|at| &link[at..])).expect("a link").to_owned();
        late.client().goto("about:blank").await.expect("a page");
        late.arrive(&link).await;
        late.sees(PHONE.yours).await;
        late.click(PHONE.ways[0]).await;
        late.sees(PHONE.waiting).await;
        self.page.click_on(".waiting .seats .button").await;
        late.sees_not(PHONE.waiting).await;
        late.sees(PHONE.look_up).await;
        self.phones.push(late);
    }
}

#[test]
fn an_hour_with_phones_comes_to_its_end_whatever_happens_on_the_way() {
    journey(async |page| {
        let (network, phones) = joined(page).await;
        let console = page.open_in_new_tab("/#/room/stage").await;
        let stage = page.tab().await;
        page.go_to_tab(console.clone()).await;
        let mut hour = Hour { page, network, console, stage, phones };
        let mut rounds = 0;
        for at in 0.. {
            assert!(at < 120, "the session ends");
            match hour.phase().await.as_str() {
                "vote" => {
                    hour.votes(rounds).await;
                    hour.reveals().await;
                    rounds += 1;
                    if rounds == 1 {
                        hour.somebody_comes_late().await;
                    }
                }
                "close" => break,
                _ => hour.goes_on().await,
            }
        }
        assert!(rounds >= 4, "{rounds} votes in an hour");
        for phone in &hour.phones {
            phone.sees(PHONE.thanks).await;
        }
        page.click(PHONES.close).await;
        for phone in &hour.phones {
            phone.sees(PHONE.over).await;
        }
        for phone in hour.phones {
            phone.close().await;
        }
    });
}
