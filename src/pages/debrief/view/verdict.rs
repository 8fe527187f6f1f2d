//! How the run ended, where nothing else on the page tells it.

use super::parts::Language;
use crate::components::element::{Html, el, list};
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Report, shown};
use play::Told;

/// The outcome, its story and its lesson.
pub(super) fn verdict(report: &Report, language: &Language) -> Html {
    let run = &report.run;
    // Only a run that has ended is opened.
    let Some(variant) = run.variant() else { return Html::default() };
    let lang = || language.lang.clone();
    let mut kicker = el!("p", "class" = "kicker");
    kicker.put(language.span(None, run.scenario().title())).text(" ").with(el!("span").text(report.verdict()));
    let mut heading = el!("h1", "tabindex" = "-1", "lang" = lang(), "dir" = language.dir);
    let mut story = el!("div", "class" = "story end", "lang" = lang(), "dir" = language.dir);
    for line in (Told { lines: &variant.story, at: run.now() }).iter() {
        let mut words = el!("p");
        words.text(shown(&line.text));
        match line.who.and_then(|who| run.scenario().cast().get(who as usize)) {
            Some(member) => {
                let mut speaker = el!("footer");
                speaker.with(el!("bdi").text(shown(&member.name)));
                story.with(el!("blockquote").with(&mut words).with(&mut speaker));
            }
            None => {
                story.with(&mut words);
            }
        }
    }
    let mut lesson = el!("p", "lang" = lang(), "dir" = language.dir);
    list(vec![
        el!("header", "class" = "told").with(&mut kicker).with(heading.text(shown(&variant.title))).build(),
        story.build(),
        el!("aside", "class" = "lesson")
            .with(el!("h2").text(WORDS.lesson))
            .with(lesson.text(shown(&variant.lesson)))
            .build(),
    ])
}
