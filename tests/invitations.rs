//! An invitation to play a story: a link that holds somebody's run and tells nothing of it but the hats.

use crate::support;

use play::{Code, CodeError, Record, Run, play_as};
use scenario::{Persona, Stance};
use support::debrief::{asked, loaded, of_run, page, report, told, told_with};
use support::{shipped, shipped_ids};
use two_hats::app::{Route, Source};
use two_hats::pages::debrief::model::{Message, Model, Past, RunText};

/// Every shipped story, played as every persona plays it.
fn runs() -> impl Iterator<Item = Run> {
    let ids = shipped_ids().into_iter();
    ids.flat_map(|id| Persona::ALL.map(|persona| play_as(persona, &shipped(&id))))
}

/// What is sent of a run, and of it what stands behind the `#`.
fn sent(run: &Run) -> (String, String) {
    let text = report(&told(run)).invitation().expect("others can open it");
    let link = text.rsplit('#').next().expect("an address").to_owned();
    (text, link)
}

/// What is kept where an invitation with a code came to a story.
fn kept(id: &str, code: &str) -> Past {
    Past::of(&[(format!("invitation/{id}"), code.to_owned())], |moment| moment.to_string())
}

fn code(run: &Run) -> String {
    Code::of(run).expect("it has ended").to_string()
}

#[test]
fn an_invitation_is_short_and_tells_the_hats_alone() {
    for run in runs() {
        let (text, link) = sent(&run);
        let scenario = run.scenario();
        assert!(link.len() <= 80, "{link}");
        let invited = Route::Invited(Source::Shipped(scenario.id().clone()), code(&run));
        assert_eq!(Route::parse(&format!("#{link}")), invited);
        let hats: Vec<Stance> = text
            .chars()
            .filter_map(|sign| match sign {
                '●' => Some(Stance::Leader),
                '■' => Some(Stance::Manager),
                _ => None,
            })
            .collect();
        assert_eq!(hats, run.hats().collect::<Vec<_>>(), "{text}");
        for turn in run.turns() {
            assert!(!text.contains(&*run.response(turn).text), "no answer is told: {text}");
        }
        let ending = run.variant().expect("it has ended");
        assert!(!text.contains(&*ending.title) && text.contains(scenario.title()), "{text}");
    }
}

#[test]
fn the_longest_link_of_every_story_is_short_enough() {
    for id in shipped_ids() {
        let longest = "/with//".len() + id.len() + Code::longest(&shipped(&id));
        assert!(longest <= 80, "{id}: {longest}");
    }
}

#[test]
fn what_was_cut_or_changed_is_refused() {
    for run in runs() {
        let code = code(&run);
        for end in 0..code.len() {
            assert!(Code::read(&code[..end], run.scenario()).is_err(), "{code} cut at {end}");
        }
        for at in 0..code.len() {
            let other = if code.as_bytes()[at] == b'7' { "8" } else { "7" };
            let changed = [&code[..at], other, &code[at + 1..]].concat();
            assert_eq!(Code::read(&changed, run.scenario()).err(), Some(CodeError::Mistyped), "{changed}");
        }
    }
}

#[test]
fn whoever_was_invited_sees_both_runs_first() {
    let scenario = shipped("crisis");
    let [run, theirs] = [Persona::AlwaysLeader, Persona::Balancing].map(|persona| play_as(persona, &scenario));
    let model = told_with(of_run(&run), &scenario, kept("crisis", &code(&theirs)));
    let report = report(&model);
    assert_eq!(report.others.iter().filter(|other| other.is_sent).count(), 1);
    assert_eq!(Record::of(&report.others[0].run), Record::of(&theirs));
    let with = page(&model);
    let (before, beside) = with.split_once("<section class=\"beside\"").expect("both runs");
    assert!(!before.contains("class=\"moments\"") && beside.contains("The run of whoever asked you"), "{with}");
    let strips = beside.matches("<ol class=\"strip\"").count();
    assert_eq!(strips, 2, "{beside}");
    assert_eq!(report.endings, self::report(&told(&run)).endings, "their ending is not found here");
}

#[test]
fn an_invitation_is_left_aside_where_it_is_of_no_use() {
    let scenario = shipped("crisis");
    let [run, theirs] = [Persona::AlwaysLeader, Persona::Balancing].map(|persona| play_as(persona, &scenario));
    let none = |model: &Model| report(model).others.is_empty();
    assert!(none(&told_with(of_run(&run), &scenario, kept("crisis", &code(&run)))), "it is the same run");
    assert!(none(&told_with(of_run(&run), &scenario, kept("crisis", "7Q2M4KX90ABC"))), "it is no run");
    assert!(none(&told_with(of_run(&run), &scenario, kept("remote-team", &code(&theirs)))), "it is another story's");
    let linked = RunText::Code(code(&run));
    let (mut model, question) =
        loaded(asked(&scenario, linked), Ok(scenario::pack::pack(&scenario)), kept("crisis", &code(&theirs)));
    let _ = model.update(Message::Counted(question.and(None)));
    assert!(none(&model), "a run that was opened by its link is not the player's");
}
