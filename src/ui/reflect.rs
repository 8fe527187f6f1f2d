//! What a player thinks before they see what comes of an answer: asked where they wish to be, kept on this device, and set
//! beside what came of it in the debrief.

use super::element::{Html, el};
use super::island::{self, Act, Link, Part};
use super::{WORDS, frame};
use crate::app::{Playing, Source};
use crate::components::field;
use crate::words::ASIDE;
use library::{LONGEST_COMMITMENT, Reflecting, Reflection, Reflections, Sureness};
use play::Record;
use scenario::direction;
use yew::Callback;

/// What is asked before the decision that a run waits at; nothing where the player wishes for nothing, and at a passage.
pub(super) fn draw(source: &Source, playing: &Playing) -> Html {
    let Some(step) = playing.run.step().filter(|step| !step.is_passage()) else { return Html::default() };
    let (source, run, step) = (source.clone(), Record::of(&playing.run), step.id.to_string());
    let first = playing.run.decisions().next().is_none();
    island::draw(island::Of::Reflect(Of { source, run, step, first }))
}

/// Before which decision it is asked.
#[derive(Clone, PartialEq)]
pub(super) struct Of {
    source: Source,
    /// The run up to there.
    run: Record,
    /// The step's id.
    step: String,
    /// Whether nothing was decided yet.
    first: bool,
}

/// The questions on the page.
pub(super) struct Reflect {
    of: Of,
    wanted: Reflecting,
    /// Whether the step is one of those on which most hangs; `None` until that is known. Of a story that the player opened
    /// nobody counted it, and each is.
    weighty: Option<bool>,
    kept: Reflections,
    /// What stands in the field, as it was typed.
    typed: String,
    /// Whether the responses are shown: the player wrote, or would not.
    open: bool,
}

impl Reflect {
    pub(super) fn new(of: &Of, link: &Link) -> Self {
        let (of, wanted) = (of.clone(), browser::wanted());
        let asks = wanted.words || wanted.sure;
        let mut kept = if asks { browser::kept(&of.source) } else { Reflections::default() };
        if of.first && asks {
            // What was thought in the run before belongs to no other.
            kept.begin(&of.run);
        }
        let weighty = matches!(of.source, Source::Own(_)).then_some(true);
        let mut new = Reflect { of, wanted, weighty, kept, typed: String::new(), open: false };
        if wanted.words && weighty.is_none() {
            match browser::weightiest() {
                Some(list) => new.weigh(Some(&list)),
                None => island::fetch("scenarios/weightiest.txt", link),
            }
        }
        new.typed = new.before().words;
        new.open = !new.typed.is_empty();
        new
    }

    /// Takes up the list of the steps on which most hangs; without it nobody is asked for words.
    fn weigh(&mut self, list: Option<&str>) {
        let steps = list.and_then(|list| delivery::weightiest_of(list, self.of.source.id().as_str()));
        self.weighty = Some(steps.is_some_and(|steps| steps.contains(&self.of.step)));
    }

    /// What was noted before this decision so far.
    fn before(&self) -> Reflection {
        let run = &self.of.run;
        self.kept.before(run, run.responses.len()).cloned().unwrap_or_default()
    }
}

/// The place of the button that shows the responses, behind those of how sure one is.
const OPEN: usize = Sureness::ALL.len();

impl Part for Reflect {
    fn update(&mut self, act: Act, _: &Link) -> bool {
        let mut sure = self.before().sure;
        match act {
            Act::Came(list) => {
                self.weigh(list.as_deref());
                if let Some(list) = list {
                    browser::remember(list);
                }
                return true;
            }
            Act::Wrote(words) => self.typed = words,
            Act::Chosen(OPEN) => {
                self.open = true;
                browser::to_the_responses();
                return true;
            }
            Act::Chosen(at) => sure = Sureness::ALL.get(at).copied(),
        }
        self.kept.note(&self.of.run, sure, &self.typed);
        browser::keep(&self.of.source, &self.kept);
        true
    }

    fn view(&self, link: &Link) -> Html {
        if self.wanted.words && self.weighty.is_none() {
            // Until it is known whether words come first, no response is seen.
            return el!("div", "class" = "reflect closed").build();
        }
        questions(
            self.wanted,
            (self.weighty == Some(true)).then_some(self.open),
            &Reflection { words: self.typed.clone(), ..self.before() },
            link.callback(|event| Act::Wrote(field::written(&event).unwrap_or_default())),
            |at| link.callback(move |_| Act::Chosen(at)),
            link.callback(|_| Act::Chosen(OPEN)),
        )
    }
}

/// The questions that are asked, with what was answered so far. `weighty`: whether the responses are shown, at a decision that
/// asks for words first.
fn questions(
    wanted: Reflecting,
    weighty: Option<bool>,
    now: &Reflection,
    wrote: Callback<yew::InputEvent>,
    sure: impl Fn(usize) -> Callback<yew::Event>,
    show: Callback<yew::MouseEvent>,
) -> Html {
    let open = weighty.filter(|_| wanted.words);
    let words = open.map(|_| {
        let most = LONGEST_COMMITMENT.to_string();
        let mut words = el!("textarea", "id" = "own-words", "rows" = "2", "maxlength" = most, "autocomplete" = "off");
        words.holds(now.words.clone()).on_input(wrote);
        el!("p").with(el!("label", "for" = "own-words").text(ASIDE.own_words_ask)).with(&mut words).build()
    });
    let sureness = wanted.sure.then(|| {
        let said = now.sure.map(|sure| sure as usize);
        let choice = |(at, name): (usize, &'static str)| {
            el!("label")
                .with(el!("input", "type" = "radio", "name" = "sure").checked(said == Some(at)).on_change(sure(at)))
                .with(el!("span").text(name))
                .build()
        };
        el!("fieldset")
            .with(el!("legend").text(ASIDE.sure_ask))
            .each(ASIDE.sureness.into_iter().enumerate().map(choice))
            .build()
    });
    if words.is_none() && sureness.is_none() {
        return Html::default();
    }
    // The responses are seen once the player has thought.
    if open == Some(false) {
        let show = el!("button", "class" = "button main").text(ASIDE.own_words_done).on_click(show).build();
        return el!("div", "class" = "reflect closed", "lang" = WORDS.tag, "dir" = direction(WORDS.tag))
            .maybe(words)
            .with(el!("p", "class" = "actions").put(show))
            .build();
    }
    el!("div", "class" = "reflect", "lang" = WORDS.tag, "dir" = direction(WORDS.tag))
        .maybe(words)
        .maybe(sureness)
        .build()
}

/// The settings of it.
pub(super) fn settings() -> Html {
    island::draw(island::Of::Wanted)
}

/// Those settings on the page; they are kept apart from the others, which an older game reads too.
pub(super) struct Wanted(Reflecting);

impl Wanted {
    pub(super) fn new() -> Self {
        Wanted(browser::wanted())
    }
}

impl Part for Wanted {
    fn update(&mut self, act: Act, _: &Link) -> bool {
        let Act::Chosen(at) = act else { return false };
        let flip = |of: usize, was: bool| was != (at == of);
        // They may have been changed in another tab, or erased.
        let now = browser::wanted();
        self.0 = Reflecting { words: flip(0, now.words), sure: flip(1, now.sure), no_haptics: flip(2, now.no_haptics) };
        browser::want(self.0);
        true
    }

    fn view(&self, link: &Link) -> Html {
        let now = self.0;
        let choices = [
            ("own-words", ASIDE.own_words, now.words),
            ("sure", ASIDE.sure, now.sure),
            ("no-haptics", ASIDE.no_haptics, now.no_haptics),
        ];
        let choice = |(at, (name, words, checked)): (usize, (&'static str, _, bool))| {
            frame::choice("checkbox", name, words, checked, link.callback(move |_| Act::Chosen(at)))
        };
        el!("div", "class" = "choices").each(choices.into_iter().enumerate().map(choice)).build()
    }
}

#[cfg(target_arch = "wasm32")]
pub(super) use browser::touch;

/// What is kept, and the phone's touch.
#[cfg(target_arch = "wasm32")]
mod browser {
    use crate::platform::{page, storage};
    use library::{Reflecting, Reflections, Source};
    use std::cell::RefCell;

    thread_local! {
        /// The list of the steps on which most hangs, once it was fetched.
        static WEIGHTIEST: RefCell<Option<String>> = RefCell::default();
    }

    pub(super) fn weightiest() -> Option<String> {
        WEIGHTIEST.with_borrow(Clone::clone)
    }

    pub(super) fn remember(list: String) {
        WEIGHTIEST.set(Some(list));
    }

    /// What stands under a key. What cannot be read is put aside; a newer game's is left alone.
    fn read<T: std::str::FromStr>(key: &str) -> Option<T> {
        let value = storage::get(key).filter(|value| !library::is_newer(value))?;
        let read = value.parse().ok();
        if read.is_none() {
            storage::put_aside(key, &library::aside(key));
        }
        read
    }

    pub(super) fn wanted() -> Reflecting {
        read(Reflecting::KEY).unwrap_or_default()
    }

    // A run that waits to be kept is not to wait for these: what the browser refuses of them is not kept.
    pub(super) fn want(wanted: Reflecting) {
        storage::store(Reflecting::KEY, &wanted.to_text());
    }

    pub(super) fn kept(source: &Source) -> Reflections {
        read(&Reflections::key(source)).unwrap_or_default()
    }

    pub(super) fn keep(source: &Source, kept: &Reflections) {
        storage::store(&Reflections::key(source), &kept.to_text());
    }

    /// Goes on to the responses, once they are shown: what was pressed is gone.
    pub(super) fn to_the_responses() {
        page::soon(|| page::focus(".reflect [type=radio], .response", false));
    }

    /// A short touch, as an answer is taken, on phones that have it.
    pub(in crate::ui) fn touch() {
        if !wanted().no_haptics {
            page::vibrate(12);
        }
    }
}

/// A page that only stands asks nothing.
#[cfg(not(target_arch = "wasm32"))]
mod browser {
    use library::{Reflecting, Reflections, Source};

    pub(super) fn wanted() -> Reflecting {
        Reflecting::default()
    }

    pub(super) fn want(_: Reflecting) {}

    pub(super) fn kept(_: &Source) -> Reflections {
        Reflections::default()
    }

    pub(super) fn keep(_: &Source, _: &Reflections) {}

    pub(super) fn to_the_responses() {}

    pub(super) fn weightiest() -> Option<String> {
        None
    }

    pub(super) fn remember(_: String) {}
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::components::element::written;

    fn page(wanted: Reflecting, weighty: Option<bool>, now: &Reflection) -> String {
        written(questions(wanted, weighty, now, Callback::noop(), |_| Callback::noop(), Callback::noop()))
    }

    #[test]
    fn only_what_is_wanted_is_asked() {
        let now = Reflection { sure: Some(Sureness::Likely), words: "Ask <Mara>".into() };
        assert_eq!(page(Reflecting::default(), Some(true), &now), "");
        let words = Reflecting { words: true, ..Reflecting::default() };
        assert_eq!(page(words, None, &now), "", "not at every decision");
        let asked = page(words, Some(true), &now);
        assert!(asked.contains("<label for=\"own-words\">") && !asked.contains("radio"), "{asked}");
        assert!(asked.contains("Ask &lt;Mara&gt;") && !asked.contains("closed"), "{asked}");
        let sure = page(Reflecting { sure: true, ..Reflecting::default() }, None, &now);
        assert_eq!(sure.matches("type=\"radio\"").count(), 3, "{sure}");
        assert_eq!(sure.matches("checked").count(), 1, "{sure}");
    }

    #[test]
    fn the_responses_are_covered_until_the_words_are_done() {
        let both = Reflecting { words: true, sure: true, ..Reflecting::default() };
        let covered = page(both, Some(false), &Reflection::default());
        assert!(covered.contains("reflect closed") && covered.contains(ASIDE.own_words_done), "{covered}");
        assert!(!covered.contains("radio"), "how sure of what is not asked yet: {covered}");
    }
}
