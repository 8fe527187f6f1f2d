//! Codes of runs: every run of every shipped scenario, and what becomes of a slip.

use crate::support;

use play::{Code, CodeError, Run};
use proptest::prelude::*;
use scenario::Scenario;
use std::rc::Rc;
use support::{SMALL, debrief, made, scenario, shipped, shipped_ids};
use two_hats::pages::debrief::model::{Effect, Message, Past, Request};

/// Every finished run, in the order of the file.
fn every_run(run: &mut Run, visit: &mut impl FnMut(&Run)) {
    if run.ending().is_some() {
        return visit(run);
    }
    let offered: Vec<usize> = run.offered().map(|(response, _)| response).collect();
    for response in offered {
        run.choose(response).expect("it was offered");
        every_run(run, visit);
        run.undo();
    }
}

fn code(run: &Run) -> String {
    Code::of(run).expect("the run has ended").to_string()
}

#[test]
fn every_run_of_every_shipped_scenario_fits_twelve_characters_and_comes_back() {
    for id in shipped_ids() {
        let scenario = shipped(&id);
        assert!(Code::longest(&scenario) <= Code::USUAL, "{id}");
        every_run(&mut Run::start(Rc::clone(&scenario)), &mut |run| {
            let code = code(run);
            assert!(code.len() <= 12, "{id}: {code}");
            assert_eq!(Code::read(&code, &scenario).as_ref(), Ok(run), "{id}: {code}");
            let cut = &code[..code.len() - 1];
            assert_eq!(Code::read(cut, &scenario), Err(CodeError::Mistyped), "{id}: {cut} of {code}");
        });
    }
}

fn some_run(scenario: &Rc<Scenario>, lots: &[u8]) -> Run {
    let mut run = Run::start(Rc::clone(scenario));
    let mut lots = lots.iter().cycle();
    while run.ending().is_none() {
        let offered: Vec<usize> = run.offered().map(|(response, _)| response).collect();
        let lot = lots.next().map_or(0, |lot| usize::from(*lot));
        run.choose(offered[lot % offered.len()]).expect("it was offered");
    }
    run
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn a_run_of_any_scenario_comes_back(text in made::scenario_text(), lots in proptest::collection::vec(any::<u8>(), 1..9)) {
        let scenario = scenario(&text);
        let run = some_run(&scenario, &lots);
        prop_assert_eq!(Code::read(&code(&run), &scenario), Ok(run));
    }

    #[test]
    fn a_run_with_returns_comes_back_and_is_no_longer_than_was_said(
        text in made::grown_text(),
        lots in proptest::collection::vec(any::<u8>(), 1..20),
    ) {
        let scenario = scenario(&text);
        let run = some_run(&scenario, &lots);
        let code = code(&run);
        prop_assert!(code.len() <= Code::longest(&scenario), "{}: {}", code, text);
        prop_assert_eq!(Code::read(&code, &scenario), Ok(run));
    }

    #[test]
    fn no_text_is_taken_for_a_run_that_it_is_not(text in "[0-9A-Za-z -]{0,16}") {
        let scenario = shipped("crisis");
        if let Ok(run) = Code::read(&text, &scenario) {
            let plain = text.replace([' ', '-'], "").to_uppercase().replace('O', "0").replace(['I', 'L'], "1");
            prop_assert_eq!(code(&run), plain);
        }
    }
}

/// So many choices between two hats before the small scenario's last.
fn long(choices: usize) -> Rc<Scenario> {
    let small: serde_json::Value = serde_json::from_str(SMALL).expect("JSON");
    let mut story = small.clone();
    for at in 0..choices {
        let mut step = small["steps"]["oven"].clone();
        let next = if at + 1 < choices { format!("s{}", at + 1) } else { "rush".into() };
        for response in ["ask", "list"] {
            step["responses"][response]["next"] = next.clone().into();
        }
        story["steps"][format!("s{at}")] = step;
    }
    story["start"] = "s0".into();
    scenario(&story.to_string())
}

#[test]
fn what_is_longer_than_is_quickly_typed_is_said_with_its_reason() {
    let report = |scenario: &Rc<Scenario>| {
        let analysis = analysis::analyse(scenario, analysis::STATE_LIMIT).expect("few states");
        author::analysis_report(scenario, Ok(&analysis))
    };
    // 23 choices of two and one of three are five characters, beside the seven that stand behind each code.
    assert!(report(&long(23)).contains("The code of a run has up to 12 characters.\n"));
    let longer = report(&long(24));
    let why = "up to 13 characters, more than the 12 that are quickly typed: up to 25 decisions follow one another.";
    assert!(longer.contains(why), "{longer}");
}

#[test]
fn any_one_wrong_character_is_noticed() {
    let scenario = shipped("crisis");
    for lots in [[0, 0, 0], [1, 0, 1], [1, 1, 1], [2, 1, 0]] {
        let code = code(&some_run(&scenario, &lots));
        for at in 0..code.len() {
            for wrong in "0123456789ABCDEFGHJKMNPQRSTVWXYZ!?é".chars().filter(|wrong| !code[at..].starts_with(*wrong))
            {
                let mut mistyped = code.clone();
                mistyped.replace_range(at..=at, &wrong.to_string());
                assert_eq!(Code::read(&mistyped, &scenario), Err(CodeError::Mistyped), "{mistyped} for {code}");
            }
        }
        for cut in 0..code.len() {
            assert_eq!(Code::read(&code[..cut], &scenario), Err(CodeError::Mistyped), "{} of {code}", &code[..cut]);
        }
    }
}

#[test]
fn two_characters_that_change_places_are_noticed() {
    let scenario = shipped("product-launch");
    let code = code(&some_run(&scenario, &[0, 1]));
    for at in 1..code.len() {
        let mut characters: Vec<char> = code.chars().collect();
        characters.swap(at - 1, at);
        let swapped: String = characters.into_iter().collect();
        if swapped != code {
            assert_eq!(Code::read(&swapped, &scenario), Err(CodeError::Mistyped), "{swapped} for {code}");
        }
    }
}

#[test]
fn it_is_said_whose_code_it_is() {
    let launch = code(&some_run(&shipped("product-launch"), &[0]));
    assert_eq!(Code::read(&launch, &shipped("crisis")), Err(CodeError::OtherScenario));
    let before = code(&some_run(&scenario(SMALL), &[0]));
    let edited = scenario(&SMALL.replace("It is four in the morning.", "It is five in the morning."));
    assert_eq!(Code::read(&before, &edited), Err(CodeError::OtherVersion));
}

#[test]
fn it_is_read_as_people_type_it() {
    let scenario = shipped("crisis");
    let run = some_run(&scenario, &[1, 0, 0]);
    let code = code(&run);
    let typed = format!(" {}-{} ", code[..4].to_lowercase(), &code[4..]).replace('0', "o").replace('1', "l");
    assert_eq!(Code::read(&typed, &scenario), Ok(run));
    assert_eq!(Code::of(&Run::start(scenario)), None, "a run that goes on has no code");
}

#[test]
fn it_is_read_as_people_paste_it() {
    for id in shipped_ids() {
        let scenario = shipped(&id);
        let run = some_run(&scenario, &[1, 0, 2]);
        let code = code(&run);
        let (one, two) = code.split_at(4);
        let link = format!("https://example.org/game/#/run/{id}/{code}");
        for pasted in [
            format!("{code}."),
            format!("({code})"),
            format!("\u{201c}{code}\u{201d}"),
            format!("\"{code}\","),
            format!("\u{a0}{one}\u{a0}{two}\u{200b}\r\n"),
            format!("{one}\u{2011}{two}!"),
            format!("Result code: {one} {two}"),
            format!("Our code is {code}, thanks."),
            link.clone(),
            format!("<{link}>."),
            format!("{link})"),
            format!("{link}?utm_source=mail&utm_medium=x"),
            format!("{code}?utm_source=mail"),
            format!("{code}%E2%80%9D"),
            format!("see {link} and tell me"),
        ] {
            assert_eq!(Code::read(&pasted, &scenario).as_ref(), Ok(&run), "{pasted}");
        }
        let slip = format!("{one}{}.", &two[1..]);
        assert_eq!(Code::read(&slip, &scenario), Err(CodeError::Mistyped), "{slip}");
    }
    let launch = code(&some_run(&shipped("product-launch"), &[0]));
    let other = format!("https://example.org/#/run/product-launch/{launch}.");
    assert_eq!(Code::read(&other, &shipped("crisis")), Err(CodeError::OtherScenario), "it is said whose link it is");
    assert_eq!(Code::read(&"word ".repeat(5_000), &shipped("crisis")), Err(CodeError::Mistyped));
}

/// Numbers by chance, the same in every run.
struct Chance(u64);

impl Chance {
    fn up_to(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % count as u64) as usize
    }
}

/// A slip of a typing hand: a wrong character, one too many, one too few, or two that changed places.
fn slip(text: &mut Vec<char>, chance: &mut Chance) {
    let known: Vec<char> = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().collect();
    let at = chance.up_to(text.len());
    let some = known[chance.up_to(known.len())];
    match chance.up_to(4) {
        0 => text[at] = some,
        1 => text.insert(at, some),
        2 => {
            text.remove(at);
        }
        _ => {
            let next = (at + 1) % text.len();
            text.swap(at, next);
        }
    }
}

#[test]
fn of_ten_thousand_single_and_double_slips_hardly_one_is_taken() {
    let scenarios: Vec<_> = support::shipped_ids().iter().map(|id| shipped(id)).collect();
    let mut chance = Chance(0x2b99_2ddf_a232_49d6);
    for slips in [1, 2] {
        let (mut tried, mut taken) = (0, 0);
        while tried < 10_000 {
            let scenario = &scenarios[chance.up_to(scenarios.len())];
            let lots: Vec<u8> = (0..12).map(|_| chance.up_to(6) as u8).collect();
            let code = code(&some_run(scenario, &lots));
            let mut typed: Vec<char> = code.chars().collect();
            (0..slips).for_each(|_| slip(&mut typed, &mut chance));
            let typed: String = typed.into_iter().collect();
            // Leading zeros of a run say nothing; all else that was typed is another code.
            if typed == code {
                continue;
            }
            tried += 1;
            taken += usize::from(Code::read(&typed, scenario).is_ok());
        }
        assert!(taken * 1000 <= tried, "{taken} of {tried} with {slips} slips were taken for another run");
    }
}

/// The picture of a run's code, as the debrief shows it.
fn picture(run: &Run, base: &str) -> String {
    let request = Request { base: base.into(), ..debrief::of_run(run) };
    let mut model = debrief::told_with(request, run.scenario(), Past::default());
    let effects = model.update(Message::ShowQr);
    let [Effect::DrawQr(report)] = &effects[..] else { panic!("{effects:?}") };
    let _ = model.update(Message::QrDrawn(report.qr()));
    let page = debrief::page(&model);
    let (before, after) = page.split_once("aria-label=\"QR code of ").expect("a picture");
    let (start, end) = (before.rfind("<svg").expect("a drawing"), after.find("</svg>").expect("its end"));
    format!("{}aria-label=\"QR code of {}", &before[start..], &after[..end])
}

/// What another program reads on the picture of a code, drawn as the page draws it.
fn read_from_picture(run: &Run, base: &str) -> String {
    const SQUARE: usize = 4;
    let picture = picture(run, base);
    let within =
        |before: &str, text: &str| text.split(before).nth(1).and_then(|rest| rest.split('"').next().map(str::to_owned));
    let side: usize =
        within("viewBox=\"0 0 ", &picture).and_then(|side| side.split(' ').next()?.parse().ok()).expect("a side");
    let path = within("fill=\"#000\" d=\"", &picture).expect("the black squares");
    let mut black = vec![false; side * side];
    for run in path.split('M').skip(1) {
        let numbers: Vec<usize> = run.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        let at = numbers[1] * side + numbers[0];
        black[at..at + numbers[2]].fill(true);
    }
    let shade = |x: usize, y: usize| if black[y / SQUARE * side + x / SQUARE] { 0 } else { 255 };
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(side * SQUARE, side * SQUARE, shade);
    let grids = seen.detect_grids();
    assert_eq!(grids.len(), 1, "one code is found on\n{picture}");
    grids[0].decode().expect("a code that can be read").1
}

#[test]
fn a_code_can_be_read_off_its_picture() {
    for id in shipped_ids() {
        let scenario = shipped(&id);
        for lots in [[0], [1], [2]] {
            let run = some_run(&scenario, &lots);
            let code = code(&run);
            assert_eq!(read_from_picture(&run, ""), code, "{id}: nobody else has that file");
            for base in ["https://example.org/two-hats/", "http://192.168.1.20:8080/"] {
                let link = format!("{base}#/run/{id}/{code}");
                assert_eq!(read_from_picture(&run, base), link, "who scans it is led to the debrief");
            }
        }
    }
}

#[test]
fn a_picture_says_in_words_what_it_is_and_is_black_on_white_in_any_look() {
    let run = some_run(&shipped("crisis"), &[1]);
    let (picture, code) = (picture(&run, ""), code(&run));
    let words = format!("aria-label=\"QR code of {code}\"");
    let ground = "<rect width=\"29\" height=\"29\" fill=\"#fff\"/>";
    for part in ["role=\"img\"", &words, ground, "class=\"qr\"", "width=\"203\" height=\"203\"", "tabindex=\"-1\""] {
        assert!(picture.contains(part), "{part} is not in {picture}");
    }
}
