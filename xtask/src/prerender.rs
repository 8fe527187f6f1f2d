//! The pages that stand in `index.html` before the app is there: the home page, the first steps of the scenarios that it
//! shows first with what comes of each of their responses, and what says of the other scenarios that they are on their way,
//! drawn by the app's own views; with the style and the script that they need, so that one answer of a host is enough to read,
//! to choose, and to see what comes of it.

use std::{collections::BTreeMap, fs, iter, path::Path};

use anyhow::{Context, Result, bail};
use scenario::Id;
use two_hats::app::{Effect, Event, Loading, Model, Source};
use two_hats::ui;

use crate::minify::script::small;

/// Shows the pages while the app is on its way, and lets what acts do so once.
const SCRIPT: &str = concat!(include_str!("../../src/once.js"), include_str!("../../src/first.js"));

/// How many scenarios' start sheets and first steps stand in the page, from the home page's first on: the one with which a
/// newcomer is told to start. Every visitor waits for what stands here, whichever scenario they take.
const FIRST_STEPS: usize = 1;

/// Where the page names the build of the stories, before it is known.
const BUILD: &str = "data-stories=build";

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

/// What the app keeps: keys without its prefix, and values.
type Kept = BTreeMap<String, String>;

impl Host<'_> {
    /// The app at an address, where something is kept from before; what it keeps from now on is kept, too.
    fn visit(&self, hash: &str, kept: &mut Kept) -> Model {
        let mut model = Model::default();
        self.take(
            &mut model,
            Event::Started { hash: hash.into(), stored: Some(kept.clone().into_iter().collect()) },
            kept,
        );
        debug_assert!(matches!(model.catalogue, Loading::Ready(_)));
        model
    }

    /// Takes an event, and what follows from it.
    fn take(&self, model: &mut Model, event: Event, kept: &mut Kept) {
        let mut waiting = vec![event];
        while let Some(event) = waiting.pop() {
            for effect in model.update(event) {
                match effect {
                    Effect::FetchIndex => waiting.push(Event::IndexCame(Ok(self.index.to_vec()))),
                    Effect::FetchScenario(Source::Shipped(id), _) => {
                        let pack = self.packs.iter().find(|(of, _)| *of == id).map(|(_, pack)| pack.clone());
                        waiting.extend(pack.map(|pack| Event::ScenarioCame(Source::Shipped(id), Ok(pack))));
                    }
                    Effect::Store(key, value) => {
                        kept.insert(key, value);
                    }
                    _ => {}
                }
            }
        }
    }

    /// The page at an address, drawn as the app draws it for who has never been there.
    fn page(&self, hash: &str) -> String {
        ui::still(&self.visit(hash, &mut Kept::new()))
    }

    /// What comes of each response of a scenario's first step, in their order: what is kept then, and the page as the app
    /// draws it from that.
    fn consequences(&self, hash: &str) -> Vec<(Kept, String)> {
        let answered = |response: usize| {
            let mut kept = Kept::new();
            let mut model = self.visit(hash, &mut kept);
            self.take(&mut model, Event::Chose(response), &mut kept);
            model.run().filter(|playing| !playing.run.turns().is_empty())?;
            let page = ui::still(&self.visit(hash, &mut kept.clone()));
            Some((kept, page))
        };
        // Who reads anything else cannot answer.
        (0..).take_while(|_| hash.starts_with(PLAY)).map_while(answered).collect()
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
        let mut templates = String::new();
        for at in addresses {
            templates.push_str(&template(&at, &self.page(&at), None));
            for (response, (kept, page)) in self.consequences(&at).iter().enumerate() {
                templates.push_str(&template(&format!("{at} {}", response + 1), page, Some(kept)));
            }
        }
        templates.push_str(&template(PLAY, &self.waiting(), None));
        templates
    }
}

/// Puts the pages, the style and the script into the `index.html` of a folder, and the build of the stories, by which the app
/// asks for their files.
pub fn put(folder: &Path, host: &Host<'_>, build: &str) -> Result<()> {
    let path = folder.join("index.html");
    let mut page = fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))?;
    put_style(folder, &mut page)?;
    replace(&mut page, BUILD, &format!("data-stories={build}"))?;
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

/// A page that is shown at an address, or once a response is chosen there, with what is kept then.
fn template(at: &str, page: &str, kept: Option<&Kept>) -> String {
    let kept = kept.map_or(String::new(), |kept| {
        let kept = serde_json::json!(kept).to_string();
        format!(" data-keeps=\"{}\"", kept.replace('&', "&amp;").replace('"', "&quot;"))
    });
    format!("<template data-at=\"{at}\" title=\"{}\"{kept}>{page}</template>", title(page))
}

/// What the tab shows: the page's heading, the scenario's name and the game's; for a start sheet the first two are one, and
/// for the home page all.
fn title(page: &str) -> String {
    // Of what has parts of its own the first one counts.
    let after = |start: &str| {
        let mut texts = page.split_once(start)?.1.split('>').skip(1).filter_map(|rest| rest.split('<').next());
        texts.find(|text| !text.is_empty())
    };
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

    /// What the tab shows for the page of a template.
    fn titled(page: &str) -> Option<&str> {
        page.split_once("title=\"")?.1.split('"').next()
    }

    #[test]
    fn the_home_page_the_first_few_stories_and_one_that_comes_stand_in_the_page() {
        let (standing, ids) = standing();
        let found: Vec<&str> = standing.iter().map(|(at, _)| at.as_str()).collect();
        let first = ids.iter().take(FIRST_STEPS).flat_map(|id| [STORY, PLAY].map(|page| format!("{page}{id}")));
        let first: Vec<String> = first.collect();
        let wanted: Vec<&str> = iter::once("").chain(first.iter().map(String::as_str)).chain([PLAY]).collect();
        let pages: Vec<&str> = found.iter().copied().filter(|at| !at.contains(' ')).collect();
        assert_eq!(pages, wanted);
        assert!(ids.len() > FIRST_STEPS, "all of them fit: drop the limit");
    }

    #[test]
    fn every_story_can_be_chosen_and_only_what_stands_there_can_be_answered() {
        let (standing, ids) = standing();
        let (home, rest) = standing.split_first().expect("a home page");
        for id in &ids {
            assert!(home.1.contains(&format!("href=\"{STORY}{id}\"")), "{id} cannot be chosen");
        }
        for (at, page) in rest.iter().filter(|(at, _)| !at.contains(' ')) {
            let (answered, waits) = (page.contains("class=\"response"), page.contains("aria-busy=\"true\""));
            assert_eq!((answered, waits), (at.starts_with(PLAY) && at != PLAY, at == PLAY), "{at}: {page}");
        }
    }

    #[test]
    fn each_response_of_a_first_step_has_what_comes_of_it_and_what_is_kept_then() {
        let (standing, _) = standing();
        let steps = standing.iter().filter(|(at, page)| !at.contains(' ') && page.contains("class=\"response"));
        let mut seen = 0;
        for (at, step) in steps {
            let responses = step.matches("class=\"response ").count() + step.matches("class=\"response\"").count();
            for response in 1..=responses {
                let (_, page) = standing.iter().find(|(of, _)| *of == format!("{at} {response}")).expect("its page");
                assert_eq!(titled(page), titled(step), "{at} {response}");
                assert!(
                    page.contains("class=\"page play after first\"") && page.contains("go-on"),
                    "{at} {response}: {page}"
                );
                assert!(page.contains("&quot;run/") && page.contains("&quot;waiting/"), "{at} {response}: {page}");
                seen += 1;
            }
            assert!(!standing.iter().any(|(of, _)| *of == format!("{at} {}", responses + 1)));
        }
        assert!(seen >= 2 * FIRST_STEPS, "{seen} responses");
    }
}
