//! What leaves the page: nothing. What a page may do is written on it, and the server of the journeys is told of every
//! breach of that in any journey; here it is seen that the rules are in force, and that nobody else is asked.

use journeys::{Page, journey};
use play::{Record, play_as};
use scenario::Persona;
use serde_json::json;
use two_hats::words::ENGLISH as WORDS;

use crate::{kept, story};

/// What the page has asked of others than its own host, what it says of where it was before, and its cookies.
const OUTSIDE: &str = "
    const asked = performance.getEntriesByType('resource').map(it => it.name);
    return [asked.length > 0, asked.filter(it => !it.startsWith(location.origin + '/') && !it.startsWith('blob:')),
        document.referrer, document.cookie];";

/// A script in the page's text, and a picture from elsewhere.
const STRUCK: &str = "
    window.broken = [];
    document.addEventListener('securitypolicyviolation', it => broken.push(it.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.struck = true';
    const image = document.createElement('img');
    image.src = 'https://elsewhere.invalid/a.png';
    document.body.append(script, image);";

#[test]
fn no_page_asks_anyone_but_its_host() {
    journey(async |page| {
        let run = play_as(Persona::AlwaysLeader, &story::crisis());
        page.open("/").await;
        page.sees(story::crisis().title()).await;
        stays_inside(page).await;
        kept::set(page, "run/crisis", &Record::of(&run).to_line()).await;
        for (address, arrived) in [
            ("/#/play/product-launch", ".response"),
            ("/#/play/crisis", ".timeline"),
            ("/#/journal", "#album h2"),
            ("/#/guide", "#album h2"),
            ("/#/author", "#workbench textarea"),
            ("/#/room", "input[name=story]"),
            ("/#/room/stage", ".stage"),
            ("/#/settings", "main input"),
        ] {
            page.open(address).await;
            page.reload().await;
            page.has(arrived).await;
            stays_inside(page).await;
        }
    });
}

#[test]
fn what_a_page_may_not_do_it_cannot() {
    journey(async |page| {
        // The server counts no breach that is made on purpose.
        page.open("/?on-purpose").await;
        page.sees(WORDS.name).await;
        page.script(STRUCK, vec![]).await;
        page.holds_that(
            "both are refused",
            "return broken.includes('script-src-elem') && broken.includes('img-src') && window.struck === undefined",
        )
        .await;
    });
}

async fn stays_inside(page: &Page) {
    page.finds("nobody else is asked or told", OUTSIDE, &json!([true, [], "", ""])).await;
}
