//! The debrief's page as a reader has it before them.

use play::{Record, Run};
use scenario::{Scenario, pack};
use std::rc::Rc;
use two_hats::app::Source;
use two_hats::pages::debrief::model::{
    Effect, Error, Message, Model, Past, Question, Report, Request, RunText, Stage, answer, read_answer,
};
use two_hats::pages::debrief::{Below, Curious, Fetched, view};
use two_hats::ui::written;
use yew::Callback;

/// Where others open the page.
pub const BASE: &str = "https://example.org/";

/// The page that is asked to tell a run of a scenario that came with the game.
pub fn asked(scenario: &Scenario, run: RunText) -> Request {
    let version = if matches!(run, RunText::Record(_)) { "1" } else { "" };
    Request { source: Source::from_key(scenario.id().as_str()), version: version.into(), run, base: BASE.into() }
}

/// The page of a run that was played here.
pub fn of_run(run: &Run) -> Request {
    asked(run.scenario(), RunText::Record(Record::of(run).to_line()))
}

/// A page to which a pack came, with what is kept; its question, where there is something to count.
pub fn loaded(request: Request, pack: Result<Vec<u8>, Error>, past: Past) -> (Model, Option<Question>) {
    let (mut model, _) = Model::new(request);
    let effects = model.update(Message::Loaded(pack, past));
    let question = effects.into_iter().find_map(|effect| match effect {
        Effect::Count(question) => Some(question),
        _ => None,
    });
    (model, question)
}

/// What a worker answers.
pub fn counted(question: &Question) -> Message {
    let mut answered = Vec::new();
    answer(&question.to_bytes(), &mut |part| answered.push(part));
    assert_eq!(answered.len(), 1, "one answer");
    Message::Counted(read_answer(&answered[0]))
}

/// A page that tells all that there is to tell.
pub fn told_with(request: Request, scenario: &Scenario, past: Past) -> Model {
    let (mut model, question) = loaded(request, Ok(pack::pack(scenario)), past);
    if let Some(question) = question {
        let _ = model.update(counted(&question));
        let _ = model.update(Message::BelowCame(true));
    }
    model
}

/// The page of a run that was played here, counted.
pub fn told(run: &Run) -> Model {
    told_with(of_run(run), run.scenario(), Past::default())
}

/// What a page that tells knows of its run.
pub fn report(model: &Model) -> Rc<Report> {
    match &model.stage {
        Stage::Told(told) => Rc::clone(&told.report),
        other => panic!("not told: {other:?}"),
    }
}

/// The page, written out.
pub fn page(model: &Model) -> String {
    written(view::page(model, Fetched { below: Some(Below::ALL), curious: Some(Curious::ALL) }, &Callback::noop()))
}

/// The page with what stands under *For the curious* opened.
pub fn opened(model: &Model) -> String {
    let mut model = model.clone();
    assert_eq!(model.update(Message::ToggleCurious), [Effect::LoadCurious]);
    assert_eq!(model.update(Message::CuriousCame(true)), []);
    page(&model)
}
