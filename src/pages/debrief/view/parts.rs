//! What the parts of the page have in common.

use crate::components::element::{Callback, Html, classes, el};
use crate::components::icon;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Copied, Message, Notice, Output, Report, Told, shown};
use crate::shapes::hat;
use play::Run;
use scenario::{Stance, direction};

/// Where messages go.
pub(super) type Dispatch = Callback<Message>;

/// The language of a story's texts, and the direction that they are written in.
pub(super) struct Language {
    pub lang: String,
    pub dir: &'static str,
}

impl Language {
    /// The language of a report's story.
    pub fn of(report: &Report) -> Self {
        let language = report.run.scenario().language();
        Language { lang: language.to_owned(), dir: direction(language) }
    }

    /// Words of the story.
    pub fn span(&self, class: Option<&'static str>, words: &str) -> Html {
        el!("span", "class" = class, "lang" = self.lang.clone(), "dir" = self.dir).text(shown(words)).build()
    }
}

/// The hat of a stance, with its name.
pub(super) fn hat_tag(stance: Stance) -> Html {
    el!("span", "class" = classes("tag", Some(stance.name())))
        .put(icon(hat(stance)))
        .beside(WORDS.hats[stance as usize])
        .build()
}

/// The hats of a run in a row, each by its number: which one is ringed, and what is said of each besides to whoever does not
/// see it.
pub(super) fn hats(name: &'static str, run: &Run, ringed: Option<usize>, said: &dyn Fn(usize) -> Option<Html>) -> Html {
    let mut strip = el!("ol", "class" = "strip", "aria-label" = name);
    for (at, stance) in run.hats().enumerate() {
        let class = classes(stance.name(), (ringed == Some(at)).then_some("turn"));
        let mut heard = el!("span", "class" = "hidden");
        heard.text(WORDS.hats[stance as usize]).maybe(said(at));
        strip.with(
            el!("li", "class" = class)
                .with(el!("span", "class" = "stop", "aria-hidden" = "true").text((at + 1).to_string()))
                .with(&mut heard),
        );
    }
    strip.build()
}

/// What could not be copied, to be copied by hand.
pub(super) fn by_hand(told: &Told, what: Copied, name: &'static str) -> Option<Html> {
    let (_, text) = told.by_hand.as_ref().filter(|(left, _)| *left == what)?;
    let mut field = el!("textarea", "class" = "link", "readonly" = "readonly", "rows" = "6", "aria-label" = name);
    Some(field.holds(text.clone()).build())
}

/// Where the page says what came of an act.
pub(super) fn notice(told: &Told, output: Output) -> Html {
    let mut said = el!("output");
    if let Some(notice) = told.notice.filter(|notice| notice.output() == output) {
        let words = words(notice);
        said.with(el!("span").key(words.into()).text(words));
    }
    said.build()
}

fn words(notice: Notice) -> &'static str {
    match notice {
        Notice::Copied(true) => WORDS.copied,
        Notice::Shared(true) => WORDS.shared,
        Notice::Copied(false) | Notice::Shared(false) => WORDS.not_copied,
        Notice::NotArrived(_) => WORDS.part_failed,
        Notice::SvgSaved => WORDS.svg_saved,
        Notice::PngSaved => WORDS.png_saved,
        Notice::NotSaved => WORDS.not_saved,
        Notice::NotAll => WORDS.not_all,
        Notice::NoQr => WORDS.no_qr,
        Notice::MineKept(true) => WORDS.mine_kept,
        Notice::MineKept(false) => WORDS.mine_not_kept,
        Notice::CalendarSaved(true) => WORDS.calendar_saved,
        Notice::CalendarSaved(false) => WORDS.calendar_not_saved,
        Notice::AnswersKept(true) => WORDS.answers_kept,
        Notice::AnswersKept(false) => WORDS.answers_not_kept,
    }
}
