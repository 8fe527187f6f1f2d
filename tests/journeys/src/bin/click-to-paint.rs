//! Measures the time from a click on a response to the paint after it, for `cargo xtask bench`.
//!
//! Chromium is slowed down four times, as a phone is. The clock is the page's own: from the click's time stamp, seen
//! before anything else handles it, to the first message after the next frame's callbacks. Beside it stand, in the same
//! run, the figure of the same story told by inkjs on a page of its own, and that of a bare page that swaps as many words
//! for others: no game can be quicker than that on this machine.

use std::{env, fs, process::ExitCode};

use journeys::{Page, journey, selectors};
use serde_json::{Value, json};

/// The story that is played: the one whose card stands first.
const STORY: &str = include_str!("../../../../scenarios/crisis.json");

const CHOICES: usize = 100;
const SLOW_DOWN: f64 = 4.0;

/// A page with no engine: a click on a button swaps its words.
const BARE: &str = "data:text/html,<!doctype html><body><main></main><script>
    const words = 'Forty of a hundred and ten people go by Friday, and the rest will hear why from you. '.repeat(2);
    let page = 0;
    const turn = () => document.querySelector('main').innerHTML = `<h1>Page ${++page}</h1>` + `<p>${words}</p>`.repeat(4)
        + (page % 2 ? '<button class=one>One</button> <button class=two>Two</button>' : '<button class=on>On</button>');
    addEventListener('click', event => { if (event.target.closest('button')) turn() });
    turn();
</script>";

/// Notes each click's time to paint; argument 0 is the selector of what counts.
const PROBE: &str = "
    window.paints = [];
    addEventListener('click', click => {
        if (!click.target.closest(arguments[0])) return;
        requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => window.paints.push(performance.now() - click.timeStamp);
            after.port2.postMessage(0);
        });
    }, true);";

/// A page on which inkjs tells a story: its title, its paragraphs, and a button for each choice.
const INK: &str = "data:text/html,<!doctype html><meta name=viewport content='width=device-width'><body><main></main>";

/// Starts the story (argument 0) on the page, and begins it anew where it ends.
const TELL: &str = "
    const main = document.querySelector('main');
    const compiled = new inkjs.Compiler(arguments[0]).Compile();
    const begin = () => new inkjs.Story(compiled.ToJson());
    let story = begin();
    const tell = () => {
        main.replaceChildren();
        while (story.canContinue) {
            const paragraph = document.createElement('p');
            paragraph.innerHTML = story.Continue();
            main.append(paragraph);
        }
        if (!story.currentChoices.length) {
            story = begin();
            return tell();
        }
        for (const { text, index } of story.currentChoices) {
            const button = document.createElement('button');
            button.className = text === 'Continue' ? 'on' : 'choice';
            button.textContent = text;
            button.onclick = () => { story.ChooseChoiceIndex(index); tell(); };
            main.append(button);
        }
    };
    tell();";

fn main() -> ExitCode {
    let mut paints: Vec<f64> = Vec::new();
    let mut bare: Vec<f64> = Vec::new();
    let mut ink: Vec<f64> = Vec::new();
    journey(async |page| {
        page.slows_down(SLOW_DOWN).await;
        bare = swap_words(page).await;
        ink = told_by_inkjs(page).await;
        while paints.len() < CHOICES {
            let left = CHOICES - paints.len();
            play_through(page, left, &mut paints).await;
        }
    });
    for figures in [&mut bare, &mut ink, &mut paints] {
        figures.sort_by(f64::total_cmp);
    }
    for (what, figures) in [("a bare page", &bare), ("inkjs", &ink)] {
        eprintln!("{what} on this machine: {:.3} ms, 95 in 100 {:.3} ms", share(figures, 50), share(figures, 95));
    }
    println!("click-to-paint: {:.3} ms", share(&paints, 50));
    println!("click-to-paint-of-95-in-100: {:.3} ms", share(&paints, 95));
    let over = |in_a_hundred| share(&paints, in_a_hundred) / share(&ink, in_a_hundred);
    println!("click-over-inkjs: {:.3} times", over(50));
    println!("click-over-inkjs-of-95-in-100: {:.3} times", over(95));
    ExitCode::SUCCESS
}

/// What so many in a hundred do not go over; the figures are in order.
fn share(figures: &[f64], in_a_hundred: usize) -> f64 {
    figures[(figures.len() * in_a_hundred / 100).min(figures.len() - 1)]
}

/// What the choices take on the bare page.
async fn swap_words(page: &Page) -> Vec<f64> {
    page.client().goto(BARE).await.unwrap_or_else(|fault| panic!("the bare page does not open: {fault}"));
    page.script(&PROBE.replace("arguments[0]", "'.one, .two'"), vec![]).await;
    for turn in 0..CHOICES {
        page.click_on(if turn % 2 == 0 { ".one" } else { ".two" }).await;
        page.holds_that("the click is painted", &format!("return window.paints.length > {turn}")).await;
        page.click_on(".on").await;
    }
    painted(page).await
}

/// What the choices take where inkjs tells the story.
async fn told_by_inkjs(page: &Page) -> Vec<f64> {
    let script = env::var("TWO_HATS_INKJS").expect("`cargo xtask bench` says where inkjs is");
    let script = fs::read_to_string(&script).unwrap_or_else(|fault| panic!("{script} cannot be read: {fault}"));
    page.client().goto(INK).await.unwrap_or_else(|fault| panic!("the page does not open: {fault}"));
    // A module of Node.js, where it finds none, puts itself on the page.
    page.script(&format!("{script}\n{TELL}"), vec![json!(ink_of(STORY))]).await;
    page.script(&PROBE.replace("arguments[0]", "'.choice'"), vec![]).await;
    for turn in 0..CHOICES {
        page.click_on(&format!(".choice:nth-of-type({})", turn % 2 + 1)).await;
        page.holds_that("the click is painted", &format!("return window.paints.length > {turn}")).await;
        page.click_on(".on").await;
    }
    painted(page).await
}

/// A scenario's steps one after the other, in ink: their titles and texts, a choice for each response, its consequence.
fn ink_of(scenario: &str) -> String {
    let scenario: Value = serde_json::from_str(scenario).expect("the scenario is JSON");
    let mut ink = String::from("-> step_0\n");
    let steps = scenario["steps"].as_object().expect("a scenario has steps");
    for (at, step) in steps.values().enumerate() {
        ink.push_str(&format!("=== step_{at} ===\n{}{}", words(&step["title"]), words(&step["situation"])));
        let responses = step["responses"].as_object().expect("a step has responses");
        for (nth, response) in responses.values().enumerate() {
            ink.push_str(&format!("+ [{}] -> after_{at}_{nth}\n", words(&response["text"]).trim()));
        }
        for (nth, response) in responses.values().enumerate() {
            let next = if at + 1 < steps.len() { format!("step_{}", at + 1) } else { "END".into() };
            let came = words(&response["consequence"]);
            ink.push_str(&format!("=== after_{at}_{nth} ===\n{came}+ [Continue] -> {next}\n"));
        }
    }
    ink
}

/// All words of a text, a line each, without the marks that ink reads.
fn words(text: &Value) -> String {
    match text {
        Value::String(line) => {
            let plain =
                |mark: char| if mark.is_alphanumeric() || " .,;:?!'’“”".contains(mark) { mark } else { ' ' };
            format!("{}\n", line.chars().map(plain).collect::<String>().trim())
        }
        Value::Array(lines) => lines.iter().map(words).collect(),
        Value::Object(spoken) => words(&spoken["says"]),
        _ => String::new(),
    }
}

/// What was noted.
async fn painted(page: &Page) -> Vec<f64> {
    let taken = page.script("return window.paints", vec![]).await;
    taken.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

/// Plays one run from its start to its end, wearing the hats in turn, and keeps what each choice took.
async fn play_through(page: &Page, at_most: usize, paints: &mut Vec<f64>) {
    page.open("/").await;
    page.script("localStorage.clear(); sessionStorage.clear()", vec![]).await;
    page.reload().await;
    page.script(&PROBE.replace("arguments[0]", &json!(selectors::RESPONSE).to_string()), vec![]).await;
    page.click_on(selectors::START).await;
    page.click_on(selectors::BEGIN).await;
    for turn in 0..at_most {
        let arrived = async || page.holds(selectors::RESPONSE).await || page.holds(selectors::OUTCOME).await;
        page.until("there is a response or an outcome", arrived).await;
        if page.holds(selectors::OUTCOME).await {
            break;
        }
        page.choose_number(turn % 2 + 1).await;
        page.holds_that("the click is painted", &format!("return window.paints.length > {turn}")).await;
        page.goes_on().await;
    }
    paints.extend(painted(page).await);
}
