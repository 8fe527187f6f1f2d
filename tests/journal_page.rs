//! The journal's page: how it is saved, brought back and erased, as a reader has it before them.

use crate::support;

use play::{Record, play_as};
use scenario::{Persona, pack};
use support::journal::{page, picked, told};
use support::{SMALL, scenario, shipped};
use two_hats::album_view::{Kept, Told};
use two_hats::pages::journal::model::{Effect, Message, Model, Reading, Stage};

/// What is kept: a key and a value, told as lines.
fn lines(kept: &[(&str, &str)]) -> String {
    let line = |(key, value): &(&str, &str)| format!("\nkept\t{key}\t{value}\tday of {key}");
    format!("journal{}", kept.iter().map(line).collect::<String>())
}

fn kept(texts: &[(&str, &str)]) -> Option<Kept> {
    let days = texts.iter().map(|(key, _)| format!("day of {key}")).collect();
    Some(Kept {
        texts: texts.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect(),
        days,
        ..Kept::default()
    })
}

/// The page's text, without its tags.
fn text(page: &str) -> String {
    page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

fn focuses(effects: &[Effect], selector: &'static str) {
    assert!(effects.contains(&Effect::Focus(selector)), "{selector} in {effects:?}");
}

#[test]
fn a_journal_on_its_way_is_busy_and_can_be_asked_for_again() {
    let mut model = Model::new(String::new(), None);
    assert!(model.stage == Stage::Loading);
    let waiting = page(&model);
    assert!(waiting.starts_with("<div id=\"album\" data-page=\"journal\" aria-busy=\"true\"><p role=\"status\">"));
    assert!(waiting.contains("<p class=\"late\">"), "{waiting}");
    assert_eq!(model.update(Message::Reload), [Effect::Reload]);
    let _ = model.update(Message::Loaded(Told::read("journal"), Vec::new()));
    assert!(!page(&model).contains("aria-busy"));
}

#[test]
fn the_part_that_the_address_names_is_shown() {
    let mut model = Model::new("endings".into(), None);
    let shown = Effect::Show("endings".into());
    assert_eq!(model.update(Message::Loaded(Told::read("journal"), Vec::new())), [shown]);
    assert_eq!(model.update(Message::Named("keep".into())), [Effect::Show("keep".into())]);
    assert_eq!(model.update(Message::Followed("keep")), [Effect::ShowNamed("keep")], "once more");
    assert_eq!(model.update(Message::Named(String::new())), []);
    let page = page(&model);
    for part in ["runs", "endings", "self-check", "keep"] {
        assert!(page.contains(&format!("<a href=\"#/journal/{part}\">")), "{part}");
        assert!(page.contains(&format!("<section id=\"{part}\" tabindex=\"-1\"")), "{part}");
    }
}

#[test]
fn what_was_done_before_the_page_was_loaded_anew_is_told_first() {
    let mut model = Model::new(String::new(), Some("Added: 1 run.".into()));
    focuses(&model.update(Message::Loaded(Told::read("journal"), Vec::new())), "#album > .flag[tabindex]");
    let page = page(&model);
    let (banner, lead) = (page.find("Added: 1 run.</p>"), page.find("<p class=\"lead\">"));
    assert!(banner.is_some() && banner < lead, "{page}");
    assert!(page.contains("<p class=\"flag\" tabindex=\"-1\" role=\"status\">Added: 1 run.</p>"), "{page}");
}

#[test]
fn erasing_is_asked_twice_and_told() {
    let mut model = told(&lines(&[("settings", "text-1 dark"), ("self/5", "1 2 3")]), &[]);
    let hidden = |model: &Model, id: &str| {
        let page = page(model);
        let (_, after) = page.split_once(&format!("<div id=\"{id}\"")).expect("a question");
        after.split('>').next().is_some_and(|attributes| attributes.contains("hidden"))
    };
    assert!(hidden(&model, "erase-1") && hidden(&model, "erase-2"));
    assert!(text(&page(&model)).contains("Erase 1 answer and 1 other thing?"));
    focuses(&model.update(Message::Erase), "#erase-1 h3");
    assert!(!hidden(&model, "erase-1") && hidden(&model, "erase-2"));
    focuses(&model.update(Message::EraseNo), "#album [data-do=erase]");
    assert!(hidden(&model, "erase-1") && hidden(&model, "erase-2"));
    let _ = model.update(Message::Erase);
    focuses(&model.update(Message::EraseOn), "#erase-2 h3");
    assert!(hidden(&model, "erase-1") && !hidden(&model, "erase-2"));
    assert_eq!(model.update(Message::EraseYes), [Effect::Erase]);
    focuses(&model.update(Message::Erased(false)), "#erase-2 h3");
    let left = page(&model);
    assert!(text(&left).contains("Your browser did not erase all of it.") && !left.contains("data-do=\"erase-yes\""));
    let done = Effect::Again("Everything was erased from this device.".into());
    assert_eq!(model.update(Message::Erased(true)), [done]);
}

#[test]
fn what_another_folder_keeps_is_looked_through_as_a_file_and_stays_when_all_is_erased() {
    let mut told = Told::read(&lines(&[("settings", "text-1 dark")]));
    let alone = {
        let mut model = Model::new(String::new(), None);
        let _ = model.update(Message::Loaded(told.clone(), Vec::new()));
        page(&model)
    };
    assert!(!alone.contains("take-over") && !text(&alone).contains("stays."), "{alone}");
    if let Some(kept) = &mut told.kept {
        kept.beside = vec!["/old <b>/".into(), String::new()];
    }
    let mut model = Model::new(String::new(), None);
    let _ = model.update(Message::Loaded(told, Vec::new()));
    let both = page(&model);
    assert_eq!(both.matches("data-do=\"take-over\"").count(), 2, "{both}");
    assert!(both.contains("too: /old &lt;b&gt;/. What") && both.contains("too: another folder. What"), "{both}");
    assert!(both.contains("game in /old &lt;b&gt;/, another folder keeps on this device is its own, and stays."));
    let look = Message::LookBeside("/old <b>/".into());
    assert_eq!(model.update(look), [Effect::ReadBeside("/old <b>/".into())]);
}

#[test]
fn where_nothing_is_kept_there_is_nothing_to_save_or_erase() {
    let page = page(&told("journal\nunkept", &[]));
    assert!(page.contains("This browser keeps nothing, so there is nothing to save or to erase."), "{page}");
    assert!(!page.contains("data-do=\"export\"") && !page.contains("id=\"erase-1\""), "{page}");
}

#[test]
fn all_that_is_kept_is_saved_as_it_is_then() {
    let mut model = told(&lines(&[("settings", "text-1 dark")]), &[]);
    assert_eq!(model.update(Message::Export), [Effect::Read(Reading::ToSave)]);
    let now = kept(&[("settings", "text-2 dark"), ("room/session/a", "what cannot be read")]);
    let saved = vec![("settings".to_owned(), "text-2 dark".to_owned())];
    assert_eq!(model.update(Message::ToSave(now)), [Effect::Save(saved)]);
    for (done, words) in [(true, "Saved: two-hats-journal.json."), (false, "The browser did not save the file.")] {
        let _ = model.update(Message::Exported(done));
        assert!(!text(&page(&model)).contains(words), "it is told some time after");
        let _ = model.update(Message::Announce);
        assert!(text(&page(&model)).contains(words));
    }
}

#[test]
fn answers_are_kept_and_shown_over_time() {
    let mut model = told(&lines(&[("self/5", "1 2 3")]), &[]);
    assert!(text(&page(&model)).contains("Answer once more after a run, and a line shows what moved."));
    let _ = model.update(Message::SliderMoved(2, 9));
    assert_eq!(model.update(Message::KeepAnswers), [Effect::KeepAnswers("1 2 9".into())]);
    let both = kept(&[("self/5", "1 2 3"), ("self/6", "1 2 9")]);
    focuses(&model.update(Message::AnswersKept(both)), "#album [data-do=answers]");
    let _ = model.update(Message::Announce);
    let shown = page(&model);
    assert!(text(&shown).contains("Kept on this device."), "{shown}");
    assert!(shown.contains("What you ask first: 3 at first, 9 now") && shown.contains("class=\"years\""), "{shown}");
    let (newer, older) =
        (shown.find("<th scope=\"row\" role=\"rowheader\">day of self/6"), shown.find("day of self/5"));
    assert!(newer.is_some() && newer < older, "the newest first: {shown}");
    let _ = model.update(Message::AnswersKept(None));
    let _ = model.update(Message::Announce);
    assert!(text(&page(&model)).contains("This browser keeps nothing, so these answers are not kept."));
}

#[test]
fn a_picked_file_is_told_first_and_added_whole_or_not_at_all() {
    let run = play_as(Persona::Balancing, &shipped("crisis"));
    let entry = format!("crisis {}", Record::of(&run).to_line());
    let file =
        format!("{}\nfile\ttwo-hats\t1\ncame\tjournal/7\t{entry}\ncame\tself/6\t1 1 1", lines(&[("self/5", "1 2 3")]));
    let mut model = told(&file, &[]);
    assert!(!page(&model).contains("import-title"));
    focuses(&model.update(Message::Picked(Told::read(&file))), "#import-said h3");
    let shown = page(&model);
    assert!(shown.contains("<h3 id=\"import-title\" tabindex=\"-1\">This adds 1 run and 1 answer</h3>"), "{shown}");
    assert!(shown.contains(">Add it</button> <button") && shown.contains(">Leave it</button>"), "{shown}");
    assert_eq!(model.update(Message::Add), [Effect::Read(Reading::ToAdd)]);
    let here = || kept(&[("self/5", "1 2 3")]);
    let puts = vec![("journal/7".to_owned(), entry), ("self/6".to_owned(), "1 1 1".to_owned())];
    assert_eq!(model.update(Message::ToAdd(here(), 9)), [Effect::Put(puts)]);
    focuses(&model.update(Message::Added(1)), "#import-said h3");
    let full = page(&model);
    assert!(text(&full).contains("There is no room for all of it: 1 of 2 parts fitted"), "{full}");
    assert!(!full.contains(">Add it</button>") && full.contains(">Leave it</button>"), "{full}");
    assert_eq!(model.update(Message::Added(2)), [Effect::Again("Added: 1 run and 1 answer.".into())]);
    focuses(&model.update(Message::Leave), "#import");
    assert!(!page(&model).contains("import-title"));
}

#[test]
fn what_is_kept_when_a_file_is_added_is_what_counts() {
    let file = "journal\nfile\ttwo-hats\t1\ncame\tself/6\t1 1 1";
    let mut model = picked(file);
    let effects = model.update(Message::ToAdd(kept(&[("self/6", "1 1 1")]), 9));
    assert_eq!(effects, [Effect::Put(Vec::new())], "another window has added it meanwhile");
}

#[test]
fn a_refused_file_can_only_be_closed() {
    let shown = page(&picked("journal\nfile\tbroken"));
    assert!(shown.contains(">Close</button>") && !shown.contains(">Add it</button>"), "{shown}");
    assert!(text(&shown).contains("It is damaged, or it was never saved by this game. Nothing was changed."));
}

#[test]
fn older_runs_can_be_opened() {
    let small = scenario(SMALL);
    let run = play_as(Persona::Balancing, &small);
    let entry = format!("small {}", Record::of(&run).to_line());
    let keys: Vec<String> = (1..=14).map(|moment| format!("journal/{moment}")).collect();
    let kept: Vec<(&str, &str)> = keys.iter().map(|key| (&**key, &*entry)).collect();
    let packed = pack::pack(&small);
    let shelf = format!("\nshelf\t{}\npack\tsmall\t{}", delivery::album_line(&small).trim_end(), packed.len());
    let all = page(&told(&format!("{}{shelf}", lines(&kept)), &packed));
    assert!(all.contains("<details><summary>Older runs: 2</summary>"), "{all}");
    assert_eq!(all.matches("<li class=\"run ").count(), 14);
    let few = page(&told(&format!("{}{shelf}", lines(&kept[..12])), &packed));
    assert!(!few.contains("Older runs") && few.matches("<li class=\"run ").count() == 12);
}

#[test]
fn what_somebody_set_out_to_do_is_asked_about_at_the_next_visit() {
    let (open, old) = ("crisis open Call Mara & <say> why", "own/small done Write it down");
    let hours = |hours: u64| format!("now\t{}\n", 1_795_000_000_000 + hours * 3_600_000);
    let at = |after: u64| {
        let kept = [("commitment/1795000000000", open), ("commitment/1794000000000", old)];
        lines(&kept).replacen('\n', &format!("\n{}", hours(after)), 1)
    };
    let early = page(&told(&at(1), &[]));
    assert!(early.contains("<p dir=\"auto\">Call Mara &amp; &lt;say&gt; why</p>"), "{early}");
    assert!(early.contains("You will be asked at your next visit.") && !early.contains("Did you?"), "{early}");
    let mut model = told(&at(13), &[]);
    let asked = page(&model);
    assert!(asked.contains("Did you?") && asked.contains("day of commitment/1795000000000"), "{asked}");
    assert!(asked.matches("data-do=\"did\"").count() == 1 && asked.contains("Done."), "{asked}");
    let (key, done) = ("commitment/1795000000000", "crisis done Call Mara & <say> why");
    let note = |text: &str| vec![Effect::Note(key.into(), text.into())];
    assert_eq!(model.update(Message::Did(key.into(), false)), note("crisis not-done Call Mara & <say> why"));
    assert_eq!(model.update(Message::Did(key.into(), true)), note(done));
    assert_eq!(model.update(Message::Did("commitment/5".into(), true)), [], "there is none");
    let mut refused = model.clone();
    focuses(&refused.update(Message::Noted(None)), "#commitments");
    let _ = refused.update(Message::Announce);
    assert!(text(&page(&refused)).contains("Your browser did not keep this answer."));
    assert!(page(&refused).contains("Did you?"), "the question stands");
    focuses(&model.update(Message::Noted(kept(&[(key, done)]))), "#commitments");
    let _ = model.update(Message::Announce);
    let answered = page(&model);
    assert!(text(&answered).contains("Noted.") && !answered.contains("Did you?"), "{answered}");
    assert!(
        !page(&told("journal", &[])).contains("id=\"commitments\""),
        "nothing is asked of who set out to do nothing"
    );
}
