//! A visit: a story that was begun before, what its page must show, and what must be there again in the end.

use std::{cell::RefCell, rc::Rc};

use journeys::{Page, selectors};
use play::{Record, Run};
use scenario::Scenario;
use serde_json::json;

use super::chance::Chance;
use crate::{
    seen::{self, Mode},
    story,
};

/// What is asked of the page at the moment, and all that was done to it.
#[derive(Debug, Default)]
pub struct Diary {
    /// Whether it is the kept run that is asked for: otherwise, whether the page is alive.
    pub of_the_run: bool,
    /// Sentences.
    pub steps: Vec<String>,
}

/// A visit.
pub struct Visit<'p> {
    pub page: &'p Page,
    pub chance: Chance,
    pub diary: &'p RefCell<Diary>,
    pub scenario: Rc<Scenario>,
    /// What the page shows.
    pub run: Run,
    /// What must be there once the fault has gone and the page is loaded again.
    pub kept: Run,
}

/// Puts everything as it was left, and goes to an address without a word to the app of the page before.
const LEFT: &str = "
    localStorage.clear();
    for (const [key, value] of arguments[0]) localStorage.setItem('two-hats:' + key, value);
    history.replaceState(null, '', arguments[1]);";

impl<'p> Visit<'p> {
    /// A visit to a shipped story that was begun before; so many decisions at least are left to its shortest end.
    pub async fn begins(page: &'p Page, diary: &'p RefCell<Diary>, seed: u64) -> Visit<'p> {
        let mut chance = Chance::of(seed);
        let stories = story::shipped();
        let scenario = Rc::clone(chance.pick(&stories));
        let mut run = Run::start(Rc::clone(&scenario));
        for _ in 0..1 + chance.below(2) {
            let further = decided(&run, &mut chance);
            if further.ending().is_none() {
                run = further;
            }
        }
        let visit = Visit { page, chance, diary, scenario, kept: run.clone(), run };
        visit.tells(format!("{} is left after {} decisions", visit.id(), visit.run.turns().len()));
        visit.is_left_at(&visit.address(), &[]).await;
        visit
    }

    /// The story's id.
    pub fn id(&self) -> &str {
        self.scenario.id().as_str()
    }

    /// Where the story is played.
    pub fn address(&self) -> String {
        format!("/#/play/{}", self.id())
    }

    /// Writes a sentence into the diary.
    pub fn tells(&self, sentence: impl Into<String>) {
        self.diary.borrow_mut().steps.push(sentence.into());
    }

    /// Everything is kept as the run says, with more beside it, and the next page that is loaded is at an address.
    pub async fn is_left_at(&self, address: &str, more: &[(&str, &str)]) {
        let id = self.id();
        let waiting = self.run.step().map(|step| step.title.to_string()).unwrap_or_default();
        let run = [format!("run/{id}"), format!("waiting/{id}"), "last".into()];
        let values = [Record::of(&self.run).to_line(), waiting, id.to_owned()];
        let mut all: Vec<[&str; 2]> = run.iter().zip(&values).map(|(key, value)| [&**key, &**value]).collect();
        all.extend(more.iter().map(|(key, value)| [*key, *value]));
        self.page.script(LEFT, vec![json!(all), json!(address)]).await;
    }

    /// The page is loaded, and shows the run.
    pub async fn arrives(&self) {
        self.page.reload().await;
        self.shows().await;
    }

    /// The page shows the run.
    pub async fn shows(&self) {
        let arrived = async || {
            self.page.holds(selectors::RESPONSE).await
                || self.page.holds(selectors::CONTINUE).await
                || self.page.holds(selectors::OUTCOME).await
        };
        self.page.until("the run is shown", arrived).await;
        if self.page.holds(selectors::CONTINUE).await {
            // What came of the last decision was not read on.
            seen::consequence(self.page, &self.run, Mode::Practice).await;
            self.page.goes_on().await;
        }
        match self.run.ending() {
            None => seen::step(self.page, &self.run, Mode::Practice).await,
            Some(ending) => {
                self.page.has(&format!("{}[data-outcome={}]", selectors::OUTCOME, ending.outcome.name())).await
            }
        }
    }

    /// Gives a response, sees what comes of it, and goes on. What is kept does not change by that where nothing can be.
    pub async fn decides(&mut self) {
        if self.run.ending().is_some() {
            return;
        }
        let next = decided(&self.run, &mut self.chance);
        self.gives(&next).await;
        seen::consequence(self.page, &next, Mode::Practice).await;
        self.page.goes_on().await;
        self.run = next;
        self.shows().await;
    }

    /// Gives the response that leads to a run, and waits for nothing.
    pub async fn gives(&self, next: &Run) {
        let turn = next.turns().last().unwrap_or_else(|| panic!("nothing is decided"));
        let number = story::number(&self.scenario, turn);
        self.tells(format!("response {number} is given to decision {}", next.turns().len()));
        self.page.choose_number(number).await;
    }

    /// A run that is one decision further.
    pub fn further(&mut self) -> Run {
        decided(&self.run, &mut self.chance)
    }

    /// Does something or other that changes nothing that is kept, and sees that it is done.
    pub async fn looks_around(&mut self) {
        if self.run.ending().is_some() {
            return;
        }
        match self.chance.below(3) {
            0 => {
                self.tells("the history is opened and closed");
                self.page.press("h").await;
                self.page.has("dialog[open]").await;
                self.page.press("Escape").await;
                self.page.has_no("dialog").await;
            }
            1 => {
                self.tells("the first page is gone to, and the story again");
                self.page.click_on(".topbar a").await;
                self.page.has("main.home").await;
                self.page.click_on(".continue a").await;
            }
            _ => {
                self.tells("the help is opened and closed");
                self.page.press("?").await;
                self.page.has("dialog[open]").await;
                self.page.press("Escape").await;
                self.page.has_no("dialog").await;
            }
        }
        self.shows().await;
    }

    /// What was decided since the fault is kept from now on.
    pub fn keeps_all(&mut self) {
        self.kept = self.run.clone();
    }

    /// The fault has gone, the page is loaded again at the story's address: the run is there, and can be gone on with.
    pub async fn comes_back(&mut self) {
        self.tells("the fault has gone, and the page is loaded again");
        // The folder of a fault is another one on the server, and the same installation here.
        let back = "
            history.replaceState(null, '', arguments[0]);
            try { delete localStorage['two-hats-home']; } catch {}";
        self.page.script(back, vec![json!(self.address())]).await;
        self.run = self.kept.clone();
        self.diary.borrow_mut().of_the_run = true;
        self.arrives().await;
        self.diary.borrow_mut().of_the_run = false;
    }

    /// Goes to the first page, whatever stands there now.
    pub async fn finds_home(&self) {
        self.tells("the way home is taken");
        self.page.click_on("main a[href='#/'], .topbar a[href='#/']").await;
        self.page.has("main.home .shelf").await;
    }
}

/// A run with one more decision, by chance.
fn decided(run: &Run, chance: &mut Chance) -> Run {
    let offered: Vec<usize> = run.offered().map(|(response, _)| response).collect();
    let mut run = run.clone();
    run.choose(*chance.pick(&offered)).unwrap_or_else(|refused| panic!("it was offered: {refused:?}"));
    run
}
