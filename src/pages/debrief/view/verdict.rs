//! How the run ended, where nothing else on the page tells it.

use super::parts::Language;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Report, shown};
use play::Told;
use std::rc::Rc;
use yew::prelude::*;

/// Whose end is told.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct VerdictProps {
    pub report: Rc<Report>,
}

/// The outcome, its story and its lesson.
#[component]
pub(super) fn Verdict(VerdictProps { report }: &VerdictProps) -> Html {
    let run = &report.run;
    // Only a run that has ended is opened.
    let Some(variant) = run.variant() else { return Html::default() };
    let language = Language::of(report);
    let Language { lang, dir } = language.clone();
    let story = Told { lines: &variant.story, at: run.now() };
    let speaker = |who: u32| run.scenario().cast().get(who as usize).map(|member| shown(&member.name));
    html! {
        <>
            <header class="told">
                <p class="kicker">{language.span(None, run.scenario().title())}{" "}<span>{report.verdict()}</span></p>
                <h1 tabindex="-1" lang={lang.clone()} {dir}>{shown(&variant.title)}</h1>
            </header>
            <div class="story end" lang={lang.clone()} {dir}>
                for line in story.iter() {
                    if let Some(who) = line.who.and_then(speaker) {
                        <blockquote><p>{shown(&line.text)}</p><footer><bdi>{who}</bdi></footer></blockquote>
                    } else {
                        <p>{shown(&line.text)}</p>
                    }
                }
            </div>
            <aside class="lesson"><h2>{WORDS.lesson}</h2><p {lang} {dir}>{shown(&variant.lesson)}</p></aside>
        </>
    }
}
