//! The debrief's page, as a reader has it before them.

use crate::support;

use play::{Code, Record, Run, play_as};
use proptest::prelude::*;
use scenario::{Outcome, Persona, Scenario, Stance, pack};
use std::rc::Rc;
use support::debrief::{BASE, asked, counted, loaded, of_run, opened, page, report, told, told_with};
use support::{SMALL, looped, made, scenario, shipped, shipped_ids};
use two_hats::app::Source;
use two_hats::pages::debrief::model::{Effect, Error, Message, Model, Past, Request, RunText, Stage, count};
use two_hats::words::percent_of;

/// Every tag is closed, every id there once.
fn is_sound(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').expect("a tag ends");
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
        if let Some((_, id)) = tag.split_once(" id=\"") {
            ids.push(id.split('"').next().unwrap_or_default());
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{tag} closes what was opened");
        } else if !tag.ends_with('/') && name != "input" {
            open.push(name);
        }
        rest = after;
    }
    assert!(open.is_empty(), "{open:?} stay open");
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id stands twice");
}

/// The page's text, without its tags.
fn text(page: &str) -> String {
    page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

fn small_run(persona: Persona) -> Run {
    play_as(persona, &scenario(SMALL))
}

fn code(run: &Run) -> RunText {
    RunText::Code(Code::of(run).expect("it has ended").to_string())
}

/// What is kept: keys and values.
fn past(kept: &[(&str, &str)]) -> Past {
    let kept: Vec<_> = kept.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    Past::of(&kept, |moment| format!("day {moment}"))
}

#[test]
fn a_page_whose_scenario_is_on_its_way_is_busy() {
    let (model, effects) = Model::new(of_run(&small_run(Persona::Balancing)));
    assert_eq!(effects.len(), 2, "the scenario is asked for, and the list of all of them");
    let page = page(&model);
    is_sound(&page);
    assert!(page.starts_with("<div id=\"debrief\" data-page=\"run\" aria-busy=\"true\"><p role=\"status\">"), "{page}");
    assert!(page.contains("<p class=\"late\">"), "it can be asked for again");
}

#[test]
fn counting_that_takes_long_says_so_and_can_be_given_up() {
    let run = small_run(Persona::Balancing);
    let (mut model, question) = loaded(of_run(&run), Ok(pack::pack(run.scenario())), Past::default());
    let question = question.expect("there is something to count");
    assert!(page(&model).contains("aria-busy=\"true\""), "for a second it is on its way");
    let _ = model.update(Message::Slow);
    let waiting = page(&model);
    is_sound(&waiting);
    assert!(!waiting.contains("aria-busy"), "it says what it does");
    assert!(waiting.contains("<div role=\"status\"><p class=\"soft\">Every way that this story"), "{waiting}");
    assert!(waiting.contains("data-do=\"give-up\""), "{waiting}");
    let effects = format!("{:?}", model.update(Message::GaveUp));
    assert!(effects.contains("StopCounting") && effects.contains("FocusAny(\"#debrief :is(h1, h2)\")"), "{effects}");
    let plain = page(&model);
    is_sound(&plain);
    assert!(!plain.contains("random ways") && plain.contains("cannot be counted out here"), "{plain}");
    let curious = opened(&model);
    assert!(!curious.contains("id=\"what-if\"") && !curious.contains("id=\"chance\""), "nothing is told uncounted");
    // What the worker says after that is not heard.
    let _ = model.update(counted(&question));
    assert_eq!(page(&model), plain);
    assert!(page(&told(&run)).contains("random ways end"));
}

#[test]
fn a_worker_that_falls_leaves_the_page_without_figures_and_one_that_does_not_start_leaves_it_to_the_page() {
    let run = small_run(Persona::Balancing);
    let waiting = || loaded(of_run(&run), Ok(pack::pack(run.scenario())), Past::default()).0;
    let (mut fallen, mut alone) = (waiting(), waiting());
    let _ = fallen.update(Message::Counted(None));
    assert!(page(&fallen).contains("cannot be counted out here"));
    let effects = alone.update(Message::NoWorker);
    let [Effect::CountHere(run)] = &effects[..] else { panic!("the page counts: {effects:?}") };
    let _ = alone.update(Message::Counted(count(run)));
    let _ = alone.update(Message::BelowCame(true));
    assert_eq!(page(&alone), page(&told(run)), "the page counts the same");
    assert_eq!(alone.update(Message::NoWorker), [], "once is enough");
}

#[test]
fn what_stands_below_comes_by_itself_and_is_asked_for_again_where_it_was_lost() {
    let run = small_run(Persona::Balancing);
    let (mut model, question) = loaded(of_run(&run), Ok(pack::pack(run.scenario())), Past::default());
    let effects = model.update(counted(&question.expect("there is something to count")));
    assert!(effects.contains(&Effect::LoadBelow), "{effects:?}");
    let first = page(&model);
    is_sound(&first);
    assert!(first.contains("id=\"first\"") && first.contains("class=\"turned\""), "all of the first screen: {first}");
    assert!(
        !first.contains("class=\"timeline\"") && first.contains("<div class=\"below\"><p role=\"status\">"),
        "{first}"
    );
    let mut there = model.clone();
    assert_eq!(there.update(Message::BelowCame(true)), [], "the focus stays where it is");
    assert_eq!(page(&there), page(&told(&run)));
    assert_eq!(model.update(Message::BelowCame(false)), []);
    let lost = page(&model);
    is_sound(&lost);
    assert!(lost.contains("<p role=\"alert\">This part did not arrive."), "{lost}");
    assert!(lost.contains("data-do=\"below-again\"") && lost.contains("class=\"turned\""), "{lost}");
    assert_eq!(model.update(Message::FetchBelow), [Effect::LoadBelow]);
    let mut once_more = model.clone();
    let place = "#debrief [data-do=below-again]";
    assert_eq!(once_more.update(Message::BelowCame(false)), [Effect::FocusAny(place)]);
    assert_eq!(model.update(Message::BelowCame(true)), [Effect::FocusAny("#decisions")], "what was pressed is gone");
    assert_eq!(page(&model), page(&told(&run)));
}

#[test]
fn the_page_of_every_scenario_and_persona_is_sound_and_has_no_empty_gap() {
    for id in shipped_ids() {
        let scenario = shipped(&id);
        for persona in Persona::ALL {
            let run = play_as(persona, &scenario);
            let model = told(&run);
            let page = opened(&model);
            is_sound(&page);
            for empty in ["\"\"", "></b>", "<h3 lang=\"en\" dir=\"ltr\"></h3>", "()", "  (", "{", "}"] {
                assert!(!page.replace("value=\"\"", "").contains(empty), "{id}: {empty} in the page");
            }
            let (_, what_ifs) = page.split_once("id=\"what-if\"").expect("all what-ifs");
            let (what_ifs, _) = what_ifs.split_once("</section>").expect("an end");
            assert_eq!(what_ifs.matches("<details>").count(), run.turns().len(), "{id}: a what-if for each decision");
            let report = report(&model);
            let picture = report.picture(None);
            is_sound(&picture);
            assert!(!picture.contains("NaN") && picture.starts_with("<svg"), "{id}");
            let text = report.summary();
            assert!(text.starts_with(scenario.title()) && text.lines().count() > run.turns().len(), "{id}: {text}");
        }
    }
}

#[test]
fn the_picture_has_the_map_of_the_page() {
    let run = play_as(Persona::Balancing, &shipped("crisis"));
    let (page, picture) = (opened(&told(&run)), report(&told(&run)).picture(None));
    let trail = |drawing: &str| {
        let (_, trail) = drawing.split_once("<polyline class=\"trail\"").expect("a trail");
        trail.split_once("points=\"").and_then(|(_, points)| points.split('"').next()).map(str::to_owned)
    };
    assert!(trail(&page).is_some_and(|points| points.split_whitespace().count() == 2 * (run.turns().len() + 1)));
    assert_eq!(trail(&page), trail(&picture));
    assert_eq!(page.matches("class=\"number\"").count(), run.turns().len());
    assert_eq!(picture.matches("class=\"number\"").count(), run.turns().len());
}

#[test]
fn a_link_is_short_enough_to_be_sent_by_hand() {
    for id in shipped_ids() {
        let scenario = shipped(&id);
        for persona in Persona::ALL {
            let run = play_as(persona, &scenario);
            let page = page(&told(&run));
            let (_, field) = page.split_once("<input value=\"https://example.org/#").expect("a link");
            let (link, field) = field.split_once('"').expect("an end");
            assert!(field.starts_with(" id=\"link\" class=\"link\" readonly=\"readonly\">"), "{field}");
            assert!(link.len() <= 64, "{link}");
            let code = link.rsplit('/').next().unwrap_or_default();
            assert_eq!(Code::read(code, &scenario).expect("its own code"), run);
        }
    }
}

#[test]
fn a_linked_run_is_told_from_its_beginning() {
    let scenario = shipped("crisis");
    let run = play_as(Persona::Balancing, &scenario);
    let variant = run.variant().expect("it has ended");
    let (mut model, question) = loaded(asked(&scenario, code(&run)), Ok(pack::pack(&scenario)), Past::default());
    let effects = format!("{:?}", model.update(counted(&question.expect("there is something to count"))));
    assert!(effects.contains("Focus { selector: \"#debrief h1\", stays: true }"), "{effects}");
    let _ = model.update(Message::BelowCame(true));
    let linked = page(&model);
    is_sound(&linked);
    let heading = format!("<h1 tabindex=\"-1\" lang=\"en\" dir=\"ltr\">{}</h1>", variant.title);
    assert!(linked.contains(&heading), "{linked}");
    for part in [&*variant.lesson, "To take along", "Play this story"] {
        assert!(linked.contains(part), "{part}");
    }
    assert!(linked.contains("<a class=\"button main\" href=\"#/play/crisis\">"), "{linked}");
    assert!(!linked.contains("data-came"), "nothing is told to have come");
    let played = page(&told(&run));
    assert!(!played.contains("<h1") && !played.contains("To take along"), "the page above has told it");
    assert!(!played.contains("#/play/crisis"));
}

#[test]
fn that_it_has_come_is_told_some_time_after() {
    let run = small_run(Persona::Balancing);
    let (mut model, question) = loaded(of_run(&run), Ok(pack::pack(run.scenario())), Past::default());
    let effects = format!("{:?}", model.update(counted(&question.expect("there is something to count"))));
    assert_eq!(effects, "[After(100, Announce), LoadBelow]", "the focus stays where it is");
    let words = "Your run in short stands below the story now.";
    let region = format!("<p class=\"hidden\" role=\"status\" data-came=\"{words}\">");
    assert!(page(&model).contains(&format!("{region}</p>")));
    let _ = model.update(Message::Announce);
    assert!(page(&model).contains(&format!("{region}{words}</p>")));
}

#[test]
fn what_is_kept_but_does_not_fit_is_left_aside() {
    let scenario = shipped("crisis");
    let [run, other] = [Persona::AlwaysLeader, Persona::Balancing].map(|persona| play_as(persona, &scenario));
    let line = Record::of(&other).to_line();
    let (fits, own) = (format!("crisis {line}"), format!("own/crisis {line}"));
    let this = format!("crisis {}", Record::of(&run).to_line());
    let kept = [
        ("journal/9", fits.as_str()),
        ("journal/8", &own),
        ("journal/7", &this),
        ("journal/6", "nonsense"),
        ("journal/5", ""),
        ("journal/0", &fits),
        ("journal/x", &fits),
        ("run/crisis", &fits),
        ("self/2", "1 2 3"),
        ("self/3", "1 2 99"),
        ("self/1", "4 4 4"),
    ];
    let page = page(&told_with(of_run(&run), &scenario, past(&kept)));
    is_sound(&page);
    assert_eq!(page.matches("<option").count(), 2, "one other run, and none");
    let title = &other.variant().expect("it has ended").title;
    assert!(page.contains(&format!("day 9: \u{2068}{title}\u{2069}</option>")), "{page}");
    assert!(page.contains("<input value=\"1\" type=\"range\" id=\"r0\" min=\"0\" max=\"10\""), "the newest answers");
}

#[test]
fn another_run_stands_beside_this_one() {
    let scenario = shipped("crisis");
    let [run, other] = [Persona::AlwaysLeader, Persona::Balancing].map(|persona| play_as(persona, &scenario));
    let [line, this] = [&other, &run].map(|run| format!("crisis {}", Record::of(run).to_line()));
    let none = page(&told(&run));
    assert!(none.contains("Play this story once more, another way") && !none.contains("id=\"other\""));
    let mut model = told_with(of_run(&run), &scenario, past(&[("journal/2", &line), ("journal/3", &this)]));
    let before = page(&model);
    assert!(before.contains("<label for=\"other\">") && !opened(&model).contains("trail other"), "{before}");
    let effects = format!("{:?}", model.update(Message::OtherChosen(Some(0))));
    assert!(effects.contains("selector: \"#other\"") && effects.contains("After(100, Announce)"), "{effects}");
    let chosen = opened(&model);
    is_sound(&chosen);
    assert!(chosen.contains("<option selected") || chosen.contains("value=\"0\" selected"), "{chosen}");
    assert!(chosen.contains("class=\"trail other\"") && chosen.contains("The thin line is the run"), "{chosen}");
    assert!(chosen.contains("<p role=\"status\"></p>"), "the region is there before it says anything");
    let ways = run.turns().iter().zip(other.turns());
    let parted = ways.take_while(|(one, two)| one.response == two.response).count() + 1;
    let _ = model.update(Message::Announce);
    assert!(text(&page(&model)).contains(&format!("The two part at decision {parted}.")));
    let end = format!("Leadership {}, management {}", other.now().leadership, other.now().management);
    let (_, table) = chosen.split_once("The other run</th>").expect("a table");
    assert!(table.contains(&end), "{table}");
    assert_ne!(report(&model).picture(Some(&other)), report(&model).picture(None), "the picture has both");
    let _ = model.update(Message::OtherChosen(None));
    assert!(!opened(&model).contains("trail other"));
    let _ = model.update(Message::OtherChosen(Some(7)));
    assert!(!opened(&model).contains("trail other"), "there is no such run");
}

#[test]
fn answers_are_kept_and_set_beside_the_run() {
    let run = play_as(Persona::AlwaysLeader, &shipped("crisis"));
    let mut model = told(&run);
    let before = page(&model);
    assert_eq!(before.matches("<input value=\"5\" type=\"range\"").count(), 3, "nobody has moved them: {before}");
    assert!(!before.contains("Your sliders stand") && !before.contains("Your answers over time"));
    assert_eq!(model.update(Message::SliderMoved(1, 9)), []);
    assert!(page(&model).contains("<input value=\"9\" type=\"range\" id=\"r1\""));
    let effects = format!("{:?}", model.update(Message::KeepAnswers));
    assert_eq!(effects, "[KeepAnswers(\"5 9 5\")]");

    let mut refused = model.clone();
    let _ = refused.update(Message::AnswersKept(None));
    let _ = refused.update(Message::Announce);
    let said = page(&refused);
    assert!(text(&said).contains("This browser keeps nothing, so these answers are not kept."), "{said}");
    assert!(said.contains("<input value=\"9\" type=\"range\" id=\"r1\"") && !said.contains("Your sliders stand"));

    let effects = format!("{:?}", model.update(Message::AnswersKept(Some(past(&[("self/4", "5 9 5")])))));
    assert!(effects.contains("#debrief [data-do=answers]"), "{effects}");
    let _ = model.update(Message::Announce);
    let kept = page(&model);
    is_sound(&kept);
    assert!(text(&kept).contains("Kept on this device."));
    let mirror = "Your sliders stand 63 % towards leading. In this run you wore the leader’s hat 100 % of the time.";
    assert!(text(&kept).contains(mirror), "{kept}");
    assert!(!kept.contains("Your answers over time"), "once is no time");
    let _ = model.update(Message::AnswersKept(Some(past(&[("self/4", "5 9 5"), ("self/6", "0 0 1")]))));
    let twice = page(&model);
    is_sound(&twice);
    let (_, history) = twice.split_once("Your answers over time").expect("a history");
    let (newer, older) = (history.find("day 6"), history.find("day 4"));
    assert!(newer.is_some() && newer < older, "the newest first: {history}");
}

#[test]
fn what_came_of_an_act_is_told_where_it_was_done_and_not_left_standing() {
    use two_hats::pages::debrief::model::{Copied, Picture};
    let mut model = told(&small_run(Persona::Balancing));
    let mut hears = |message: Message, words: &str| {
        let _ = model.update(message);
        assert!(page(&model).matches("<output></output>").count() == 5, "it is told some time after");
        let _ = model.update(Message::Announce);
        let said = page(&model);
        assert!(said.contains(&format!("<output><span>{words}</span></output>")), "{words}: {said}");
        assert_eq!(said.matches("<output></output>").count(), 4, "one thing is told");
        said
    };
    hears(Message::PictureSaved(Picture::Svg, true), "Saved: two-hats.svg.");
    hears(Message::PictureSaved(Picture::Png, true), "Saved: two-hats.png.");
    hears(
        Message::PictureSaved(Picture::Png, false),
        "The picture could not be saved. Try the other kind, print the page, or copy it as text.",
    );
    let copied = hears(Message::Copied(Copied::Text, None), "Copied.");
    assert!(!copied.contains("<textarea"));
    let refused = "Your browser does not let this page copy. Select the text and copy it yourself.";
    let shown = hears(Message::Copied(Copied::Text, Some("The run".into())), refused);
    is_sound(&shown);
    assert!(shown.contains("aria-label=\"Copy as text\"") && shown.matches("<textarea").count() == 1, "{shown}");
    assert!(!hears(Message::Copied(Copied::Link, Some("The link".into())), refused).is_empty());
}

#[test]
fn what_is_asked_of_the_browser_is_asked_with_what_the_page_tells() {
    use two_hats::pages::debrief::model::{Copied, Picture};
    let run = small_run(Persona::Balancing);
    let mut model = told(&run);
    let report = report(&model);
    let link = format!("{BASE}#/run/small/{}", Code::of(&run).expect("it has ended"));
    assert_eq!(report.link(), Some(link));
    assert_eq!(model.update(Message::CopyLink), [Effect::Copy(Copied::Link, Rc::clone(&report))]);
    assert_eq!(model.update(Message::CopyText), [Effect::Copy(Copied::Text, Rc::clone(&report))]);
    for kind in [Picture::Svg, Picture::Png] {
        assert_eq!(model.update(Message::SavePicture(kind)), [Effect::Save(kind, Rc::clone(&report), None)]);
    }
    assert_eq!(model.update(Message::Print), [Effect::Print]);
    let selects = model.update(Message::Copied(Copied::Link, None));
    assert!(selects.contains(&Effect::Select("#link")), "what was copied is selected");
    let selects = model.update(Message::Copied(Copied::Text, Some("The run".into())));
    assert!(selects.contains(&Effect::Select("#debrief .keep > textarea")), "what was not copied can be");
    let (mut waiting, _) = Model::new(of_run(&run));
    assert_eq!(waiting.update(Message::Reload), [Effect::Reload]);
    assert_eq!(waiting.update(Message::CopyText), [], "there is nothing to copy yet");
}

#[test]
fn the_result_code_becomes_a_picture_in_place_of_its_button() {
    let run = small_run(Persona::Balancing);
    let mut model = told(&run);
    let code = Code::of(&run).expect("it has ended");
    let before = page(&model);
    assert!(before.contains("data-do=\"qr\"") && !before.contains("class=\"qr\""));
    assert!(before.contains(&format!("<b class=\"code\" translate=\"no\">{code}</b>")), "{before}");
    let report = report(&model);
    assert_eq!(model.update(Message::ShowQr), [Effect::DrawQr(Rc::clone(&report))]);
    assert_eq!(model.update(Message::QrDrawn(report.qr())), [Effect::FocusAny("#debrief .qr")]);
    let page = page(&model);
    is_sound(&page);
    assert!(!page.contains("data-do=\"qr\""));
    assert!(page.contains(&format!("aria-label=\"QR code of {code}\" tabindex=\"-1\"")), "{page}");
}

/// What the page of a small scenario says of a run's text, with a pack.
fn said(packed: &[u8], key: &str, run: RunText) -> String {
    let request = Request { source: Source::from_key(key), version: String::new(), run, base: String::new() };
    let (mut model, effects) = Model::new(request);
    if !effects.is_empty() && matches!(model.stage, Stage::Loading) {
        let _ = model.update(Message::Loaded(Ok(packed.to_vec()), Past::default()));
    }
    let page = page(&model);
    is_sound(&page);
    page
}

#[test]
fn what_cannot_be_told_is_said() {
    let scenario = shipped("crisis");
    let run = play_as(Persona::Balancing, &scenario);
    let packed = pack::pack(&scenario);
    let line = Record::of(&run).to_line();
    let typed = || RunText::Code("ABC".into());
    let missing = said(&[], "crisis", typed());
    assert!(missing.contains("<div role=\"alert\"><h1 tabindex=\"-1\">There is no such story here</h1>"), "{missing}");
    assert!(missing.contains("<a class=\"button main\" href=\"#/\">Home</a>") && !missing.contains("aria-busy"));
    assert!(said(&packed[..packed.len() / 2], "crisis", typed()).contains("The debrief did not arrive"));
    assert!(said(&packed, "crisis", typed()).contains("This link does not hold a whole run"));
    assert!(said(&packed, "", typed()).contains("There is no such story here"));
    let cut = line.rsplit_once(' ').expect("words").0.to_owned();
    assert!(said(&packed, "crisis", RunText::Record(cut)).contains("does not hold a whole run"));
    let open = Record { responses: Record::of(&run).responses[..2].to_vec(), ..Record::of(&run) };
    assert!(said(&packed, "crisis", RunText::Record(open.to_line())).contains("This story has changed since"));
    for (error, words) in [(Error::NotThere, "no such story"), (Error::Failed, "did not arrive")] {
        let (model, question) = loaded(asked(&scenario, typed()), Err(error), Past::default());
        assert!(question.is_none() && page(&model).contains(words), "{words}");
    }
}

#[test]
fn an_error_of_a_link_gets_the_focus() {
    let scenario = shipped("crisis");
    let (mut model, _) = Model::new(asked(&scenario, RunText::Code("ABC".into())));
    let effects = model.update(Message::Loaded(Ok(pack::pack(&scenario)), Past::default()));
    assert_eq!(format!("{effects:?}"), "[Focus { selector: \"#debrief h1\", stays: true }]");
    let (mut model, _) = Model::new(asked(&scenario, RunText::Record("nonsense".into())));
    assert_eq!(model.update(Message::Loaded(Err(Error::Failed), Past::default())), [], "the story is being read");
}

#[test]
fn only_the_pack_of_the_story_that_was_asked_for_is_told_and_only_where_it_keeps_the_rules() {
    let small = scenario(SMALL);
    let run = play_as(Persona::Balancing, &small);
    let packed = pack::pack(&small);
    let own = told_with(asked(&small, code(&run)), &small, Past::default());
    assert!(page(&own).contains("<h1"), "its own key");
    for key in ["..\\uploads\\evil.bin?", "../small", "small.pack?", "own/../small", "Small", "%2e%2e"] {
        assert!(said(&packed, key, code(&run)).contains("no such story"), "{key}");
    }
    assert!(said(&packed, "crisis", code(&run)).contains("did not arrive"), "another story's pack");
    assert!(said(&looped(), "small", code(&run)).contains("did not arrive"), "a pack that somebody made up");
}

#[test]
fn a_link_is_where_others_can_open_it() {
    let scenario = shipped("crisis");
    let run = play_as(Persona::Balancing, &scenario);
    let code = Code::of(&run).expect("it ended").to_string();
    let told = |source: &str, base: &str| {
        let source = Source::from_key(source);
        told_with(Request { source, base: base.into(), ..of_run(&run) }, &scenario, Past::default())
    };
    let shared = report(&told("crisis", "https://example.org/game/")).summary();
    assert!(shared.contains(&format!("https://example.org/game/#/run/crisis/{code}")), "{shared}");
    for (source, base) in [("crisis", ""), ("own/crisis", "https://example.org/game/")] {
        let model = told(source, base);
        let (text, page) = (report(&model).summary(), page(&model));
        assert!(text.contains(&code) && !text.contains("#/run/"), "{text}");
        assert!(!page.contains("id=\"link\"") && page.contains(&code), "the code alone");
        assert!(!page.contains("data-do=\"copy-link\""));
        assert!(page.contains(&format!("href=\"#/take/{source}+crisis+")), "a run of it can be played on");
    }
}

#[test]
fn an_authors_words_stay_words() {
    let hostile = "<img src=x onerror=alert(1)>\\\" & {title} {#decisions}";
    let text = SMALL.replace("Forty people.", hostile).replace("\"title\": \"", &format!("\"title\": \"{hostile}"));
    let scenario = scenario(&text);
    let run = play_as(Persona::Balancing, &scenario);
    let model = told_with(asked(&scenario, code(&run)), &scenario, Past::default());
    for page in [page(&model), report(&model).picture(None)] {
        is_sound(&page);
        assert!(!page.contains("<img") && page.contains("&lt;img src=x onerror=alert(1)&gt;"), "{page}");
        assert!(page.contains("{title} {#decisions}"), "nothing fills what an author wrote: {page}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_scenario_and_any_question_has_an_answer(text in made::scenario_text(), asked in ".{0,60}", cut in 0_usize..400) {
        let scenario = scenario(&text);
        let run = play_as(Persona::Alternating, &scenario);
        if run.ending().is_some() {
            is_sound(&page(&told(&run)));
        }
        let packed = pack::pack(&scenario);
        let key = scenario.id().as_str();
        for packed in [&packed[..], &packed[..cut.min(packed.len())]] {
            let _ = said(packed, key, RunText::Code(asked.clone()));
            let _ = said(packed, &asked, RunText::Record(asked.clone()));
        }
        let line = Record::of(&run).to_line();
        let cut = line.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(line.len());
        let kept = past(&[("journal/1", &asked), ("self/1", &asked)]);
        let request = support::debrief::asked(&scenario, RunText::Record(line[..cut].to_owned()));
        is_sound(&page(&told_with(request, &scenario, kept)));
    }
}

/// Runs that chance plays, the same ones each time.
fn by_chance(scenario: &Rc<Scenario>) -> impl Iterator<Item = Run> {
    let mut lots: u64 = 7;
    (0..12).map(move |_| {
        let mut run = Run::start(Rc::clone(scenario));
        while run.ending().is_none() {
            lots = lots.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let offered: Vec<usize> = run.offered().map(|(response, _)| response).collect();
            run.choose(offered[(lots >> 33) as usize % offered.len()]).expect("it is offered");
        }
        run
    })
}

/// Runs of all kinds through all shipped scenarios.
fn runs() -> Vec<Run> {
    let mut runs = Vec::new();
    for scenario in shipped_ids().into_iter().map(|id| shipped(&id)) {
        runs.extend(Persona::ALL.map(|persona| play_as(persona, &scenario)));
        runs.extend(by_chance(&scenario));
    }
    runs
}

#[test]
fn a_run_in_balance_has_no_last_chance_and_others_have_it_before_the_point_of_no_return() {
    let (mut balanced, mut lost) = (0, 0);
    for run in runs() {
        let model = told(&run);
        let page = page(&model);
        let [chance, settled] = ["<b>Last chance</b>", "<b>Point of no return</b>"].map(|flag| page.find(flag));
        if run.ending().is_some_and(|ending| ending.outcome == Outcome::Balanced) {
            assert_eq!((chance, settled), (None, None), "{}", run.scenario().id());
            balanced += 1;
        } else {
            let figures = report(&model).figures.clone().expect("it is counted");
            assert_eq!(chance.is_some(), figures.last_chance.is_some(), "{}", run.scenario().id());
            assert_eq!(settled.is_some(), figures.point_of_no_return.is_some(), "{}", run.scenario().id());
            assert!(chance.is_none_or(|chance| settled.is_some_and(|settled| chance < settled)));
            lost += 1;
        }
        let text = report(&model).summary();
        assert_eq!(text.contains("(last chance)"), chance.is_some(), "the text says what the page says");
        assert_eq!(text.contains("(point of no return)"), settled.is_some());
    }
    assert!(balanced > 0 && lost > 0, "both kinds were looked at");
}

#[test]
fn what_moved_the_meters_is_not_said_to_have_moved_little() {
    let mut weightless = 0;
    for run in runs() {
        let page = opened(&told(&run));
        assert!(!page.contains("another one 0 times"), "{}", run.scenario().id());
        weightless += page.matches("Whatever you did here, the ends to come stayed the same.").count();
    }
    assert!(weightless > 0, "some decision moved nothing but the meters");
}

/// The section of an id.
fn section<'p>(page: &'p str, id: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("aria-labelledby=\"{id}\"")).expect("a section");
    rest.split_once("</section>").expect("an end").0
}

#[test]
fn what_the_curious_ask_for_is_fetched_when_they_open_it_and_said_to_be_late_or_lost() {
    let mut model = told(&small_run(Persona::Balancing));
    let folded = page(&model);
    let closed = "data-do=\"curious\" aria-expanded=\"false\" aria-controls=\"curious\"";
    assert!(folded.contains(closed) && folded.contains("<div id=\"curious\"></div>"), "{folded}");
    assert!(!folded.contains("class=\"map\"") && !folded.contains("class=\"table shares\""), "nothing of it is drawn");
    assert_eq!(model.update(Message::ToggleCurious), [Effect::LoadCurious]);
    let late = page(&model);
    is_sound(&late);
    assert!(
        late.contains("aria-expanded=\"true\"") && section(&late, "for-curious").contains("class=\"late\""),
        "{late}"
    );
    assert_eq!(model.update(Message::CuriousCame(false)), []);
    let lost = page(&model);
    is_sound(&lost);
    assert!(section(&lost, "for-curious").contains("role=\"alert\">This part did not arrive."), "{lost}");
    assert!(lost.contains("data-do=\"curious-again\""), "it can be tried again");
    assert_eq!(model.update(Message::FetchCurious), [Effect::LoadCurious]);
    assert_eq!(model.update(Message::CuriousCame(true)), []);
    let there = page(&model);
    is_sound(&there);
    for part in ["id=\"ways\"", "id=\"chance\"", "id=\"others\"", "id=\"hats\"", "id=\"what-if\""] {
        assert!(there.contains(part), "{part}: {there}");
    }
    assert_eq!(model.update(Message::ToggleCurious), []);
    assert_eq!(page(&model), folded, "it is folded again");
    // What comes after it was folded again stays folded.
    let _ = model.update(Message::ToggleCurious);
    let _ = model.update(Message::ToggleCurious);
    assert_eq!(model.update(Message::CuriousCame(true)), []);
    assert_eq!(page(&model), folded);
}

#[test]
fn all_is_printed_once_all_is_there() {
    let mut model = told(&small_run(Persona::Balancing));
    assert_eq!(model.update(Message::PrintAll), [Effect::LoadCurious]);
    let mut lost = model.clone();
    assert_eq!(model.update(Message::CuriousCame(true)), [Effect::PrintAll]);
    assert!(page(&model).contains("class=\"map\""), "it is on the page that is printed");
    assert_eq!(lost.update(Message::CuriousCame(false)).len(), 1, "nothing is printed");
    let _ = lost.update(Message::Announce);
    assert!(text(&page(&lost)).contains("Not all of it arrived, so nothing was printed."));
}

#[test]
fn three_moments_are_told_in_the_open_and_all_others_folded() {
    for run in runs() {
        let page = page(&told(&run));
        let timeline = section(&page, "decisions");
        let all = run.decisions().count();
        let (open, folded) = timeline.split_once("<details>").unwrap_or((timeline, ""));
        assert_eq!(open.matches("<li ").count(), all.min(3), "{}", run.scenario().id());
        assert_eq!(folded.matches("<li ").count(), all - all.min(3), "{}", run.scenario().id());
    }
}

#[test]
fn sharing_hands_an_invitation_on_or_shows_it() {
    use two_hats::pages::debrief::model::Copied;
    let mut model = told(&small_run(Persona::Balancing));
    let report = report(&model);
    assert!(report.link().is_some(), "others can open it");
    let invitation = report.invitation().expect("others can be invited");
    assert_eq!(model.update(Message::Share), [Effect::Copy(Copied::Shared, report)]);
    let effects = model.update(Message::Copied(Copied::Shared, Some(invitation.clone())));
    assert!(effects.contains(&Effect::Select("#debrief .next > textarea")), "{effects:?}");
    // What is to be copied by hand gives the run away as little as what is copied.
    let shown = page(&model);
    let (_, field) = shown.split_once("<textarea").expect("a field");
    let (field, _) = field.split_once("</textarea>").expect("its end");
    assert!(field.contains("#/with/small/") && !field.contains("#/run/"), "{field}");
    let _ = model.update(Message::Share);
    assert!(!page(&model).contains("<textarea"), "it does not stand there while it is tried again");
    let _ = model.update(Message::Copied(Copied::Shared, None));
    assert!(!page(&model).contains("<textarea"), "nor once it is copied");
    let effects = model.update(Message::Copied(Copied::Shared, Some(String::new())));
    assert!(!page(&model).contains("<textarea"), "nor where it did not arrive");
    let _ = model.update(Message::Announce);
    assert!(page(&model).contains("This part did not arrive."), "and nobody is told to select it");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Select(_))), "{effects:?}");
}

#[test]
fn the_leaders_hat_has_the_same_share_in_the_debrief_and_in_the_journal() {
    let mut rounded_up = 0;
    for run in runs() {
        let led = run.turns().iter().filter(|turn| run.response(turn).stance == Some(Stance::Leader)).count();
        let all = run.turns().len();
        // What the journal says; its own test holds it to the same function.
        let wanted = format!("the leader’s hat {} % of the time", percent_of(led, all));
        let (mut model, _) = loaded(of_run(&run), Ok(pack::pack(run.scenario())), past(&[("self/1", "5 5 5")]));
        let _ = model.update(Message::Counted(None));
        let _ = model.update(Message::BelowCame(true));
        let page = page(&model);
        assert!(page.contains(&wanted), "{wanted}: {page}");
        rounded_up += usize::from(percent_of(led, all) != led * 100 / all);
    }
    assert!(rounded_up > 0);
}
