//! A room with phones over the program that a facilitator starts: five phones and hands, from the code on the stage to what
//! came of a vote.

use super::WORDS;
use journeys::{Network, Page, journey};
use phones::words::WORDS as PHONE;
use serde_json::json;
use two_hats::room::PHONES;
use two_hats::words::fill;

/// How many have a phone.
const PHONES_HERE: usize = 5;

/// The short code that the stage shows beside the QR code.
const CODE: &str = "return document.body.innerText.match(/\\b[0-9A-Z]{6}\\b/)?.[0] ?? ''";

/// On to a phase, as the console shows it.
async fn goes_on_to(page: &Page, phase: &str) {
    page.click_on(".controls .next").await;
    page.has(&format!(".console[data-phase={phase}]")).await;
}

/// A phone joins by the short code.
async fn joins(phone: &Page, code: &str) {
    phone.has("#code").await;
    phone.click_on("#code").await;
    phone.types(code).await;
    phone.click(PHONE.enter).await;
    phone.sees(PHONE.yours).await;
    phone.click(PHONE.ways[0]).await;
    phone.sees(PHONE.welcome).await;
}

/// A phone votes, and has it in writing.
async fn votes(phone: &Page, number: usize) {
    phone.sees(PHONE.vote).await;
    phone.click_on(&format!(".answers button:nth-child({number})")).await;
    phone.sees(PHONE.sent).await;
}

#[test]
fn five_phones_and_hands_take_a_decision_together() {
    journey(async |page| {
        let network = Network::starts();
        network.opens(page).await;
        page.click_on("input[name=story][value=crisis]").await;
        page.click(WORDS.begin).await;
        page.has(".console[data-phase=set-up]").await;
        page.click(PHONES.all_means[2]).await;
        page.click(PHONES.open).await;
        let shown = async || page.script(CODE, vec![]).await.as_str().map(str::to_owned).unwrap_or_default();
        page.until("there is a short code", async || !shown().await.is_empty()).await;
        let code = shown().await;

        let mut all = Vec::new();
        for _ in 0..PHONES_HERE {
            let phone = network.phone(page).await;
            joins(&phone, &code).await;
            all.push(phone);
        }
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
