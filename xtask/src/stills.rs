//! The pages that stand in `index.html` before the app is there: the home page, the first steps of the scenarios that it
//! shows first, and what says of the others that they are on their way, drawn by the app's own views; with the style and
//! the script that they need, so that one answer of a host is enough to read and to choose.

use std::{fs, iter, path::Path};

use anyhow::{Context, Result, bail};
use scenario::Id;
use two_hats::app::{Effect, Event, Loading, Model, Source};
use two_hats::ui;

use crate::smaller::script::small;

/// Shows the pages while the app is on its way, and lets what acts do so once.
const SCRIPT: &str = concat!(include_str!("../../src/once.js"), include_str!("../../src/first.js"));

/// How many scenarios' start sheets and first steps stand in the page, from the home page's first on: the one with which a
/// newcomer is told to start. Every visitor waits for what stands here, whichever scenario they take.
const FIRST_STEPS: usize = 1;

/// The start of a start sheet's address.
const STORY: &str = "#/story/";

/// The start of a scenario's address, and the address of what is shown where a scenario does not stand in the page.
const PLAY: &str = "#/play/";

/// What the host has: the index of all scenarios, and each scenario's pack, in the order of the index.
pub struct Host<'a> {
    /// The index, packed.
    pub index: &'a [u8],
    /// Each scenario's id, and its pack.
    pub packs: &'a [(Id, Vec<u8>)],
}

impl Host<'_> {
    /// The page at an address, drawn as the app draws it for who has never been there.
    fn page(&self, hash: &str) -> String {
        let mut model = Model::default();
        let mut waiting = vec![Event::Started { hash: hash.into(), stored: Some(Vec::new()) }];
        while let Some(event) = waiting.pop() {
            for effect in model.update(event) {
                match effect {
                    Effect::FetchIndex => waiting.push(Event::IndexCame(Ok(self.index.to_vec()))),
                    Effect::FetchScenario(Source::Shipped(id), _) => {
                        let pack = self.packs.iter().find(|(of, _)| *of == id).map(|(_, pack)| pack.clone());
                        waiting.extend(pack.map(|pack| Event::ScenarioCame(Source::Shipped(id), Ok(pack))));
                    }
                    _ => {}
                }
            }
        }
        debug_assert!(matches!(model.catalogue, Loading::Ready(_)));
        ui::still(&model)
    }

    /// A scenario that is on its way.
    fn waiting(&self) -> String {
        let (id, _) = self.packs.first().expect("the game has scenarios");
        Host { packs: &[], ..*self }.page(&format!("{PLAY}{id}"))
    }

    /// The pages, each as a template that bears its address.
    fn templates(&self) -> String {
        let first =
            self.packs.iter().take(FIRST_STEPS).flat_map(|(id, _)| [STORY, PLAY].map(|page| format!("{page}{id}")));
        let addresses = iter::once(String::new()).chain(first);
        let mut templates: String = addresses.map(|at| template(&at, &self.page(&at))).collect();
        templates.push_str(&template(PLAY, &self.waiting()));
        templates
    }
}

/// Puts the pages, the style and the script into the `index.html` of a folder.
pub fn put(folder: &Path, host: &Host<'_>) -> Result<()> {
    let path = folder.join("index.html");
    let mut page = fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))?;
    put_style(folder, &mut page)?;
    let home = host.page("");
    let templates = host.templates();
    let script = small(SCRIPT)?;
    replace(&mut page, "<div id=app></div>", &format!("<div id=app></div>{templates}<script>{script}</script>"))?;
    replace(&mut page, "</noscript>", &format!("{home}</noscript>"))?;
    fs::write(&path, page).with_context(|| format!("{} could not be written", path.display()))
}

/// Puts the style where its link was; its file is needed no more.
fn put_style(folder: &Path, page: &mut String) -> Result<()> {
    let Some(link) = page.split_inclusive('>').find(|tag| tag.starts_with("<link") && tag.contains("rel=stylesheet"))
    else {
        bail!("index.html links to no style");
    };
    let link = link.to_owned();
    let Some(name) = link.split(['=', ' ', '"', '>']).find(|part| part.ends_with(".css")) else {
        bail!("index.html links to a style without a name: {link}");
    };
    let file = folder.join(name);
    let style = fs::read_to_string(&file).with_context(|| format!("{} could not be read", file.display()))?;
    replace(page, &link, &format!("<style>{style}</style>"))?;
    fs::remove_file(&file).with_context(|| format!("{} could not be removed", file.display()))
}

fn replace(page: &mut String, what: &str, with: &str) -> Result<()> {
    if page.matches(what).count() != 1 {
        bail!("index.html does not hold {what} once");
    }
    *page = page.replacen(what, with, 1);
    Ok(())
}

/// A page that is shown at an address.
fn template(at: &str, page: &str) -> String {
    format!("<template data-at=\"{at}\" title=\"{}\">{page}</template>", title(page))
}

/// What the tab shows: the page's heading, the scenario's name and the game's; for a start sheet the first two are one, and
/// for the home page all.
fn title(page: &str) -> String {
    let after = |start: &str| Some(page.split_once(start)?.1.split_once('>')?.1.split_once('<')?.0);
    match (after("<h1"), after("class=\"where\"><b")) {
        (Some(heading), Some(scenario)) if heading == scenario => format!("{heading} · Two Hats"),
        (Some(heading), Some(scenario)) => format!("{heading} · {scenario} · Two Hats"),
        _ => "Two Hats".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenarios;

    /// The addresses of the templates of the shipped scenarios, with their pages; and all ids, as the home page has them.
    fn standing() -> (Vec<(String, String)>, Vec<String>) {
        let stories = scenarios::shipped().expect("the shipped scenarios");
        let (index, packs) = (scenarios::catalogue(&stories).pack(), scenarios::packs(&stories));
        let templates = Host { index: &index, packs: &packs }.templates();
        let parts = templates.split("<template data-at=\"").skip(1);
        let parts = parts.map(|part| part.split_once('"').expect("an address"));
        let parts = parts.map(|(at, page)| (at.to_owned(), page.to_owned())).collect();
        (parts, packs.iter().map(|(id, _)| id.to_string()).collect())
    }

    #[test]
    fn the_home_page_the_first_few_stories_and_one_that_comes_stand_in_the_page() {
        let (standing, ids) = standing();
        let found: Vec<&str> = standing.iter().map(|(at, _)| at.as_str()).collect();
        let first = ids.iter().take(FIRST_STEPS).flat_map(|id| [STORY, PLAY].map(|page| format!("{page}{id}")));
        let first: Vec<String> = first.collect();
        let wanted: Vec<&str> = iter::once("").chain(first.iter().map(String::as_str)).chain([PLAY]).collect();
        assert_eq!(found, wanted);
        assert!(ids.len() > FIRST_STEPS, "all of them fit: drop the limit");
    }

    #[test]
    fn every_story_can_be_chosen_and_only_what_stands_there_can_be_answered() {
        let (standing, ids) = standing();
        let (home, rest) = standing.split_first().expect("a home page");
        for id in &ids {
            assert!(home.1.contains(&format!("href=\"{STORY}{id}\"")), "{id} cannot be chosen");
        }
        for (at, page) in rest {
            let (answered, waits) = (page.contains("class=\"response"), page.contains("aria-busy=\"true\""));
            assert_eq!((answered, waits), (at.starts_with(PLAY) && at != PLAY, at == PLAY), "{at}: {page}");
        }
    }
}
