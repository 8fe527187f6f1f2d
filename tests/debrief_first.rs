//! The first screen of a debrief, against figures that are found another way: by playing on in every way, and by looking
//! at the hats of a run as a text.

use crate::support;

use analysis::debrief::{Debrief, Decision};
use analysis::{Prospects, STATE_LIMIT, Share};
use play::{Moment, Run};
use scenario::{Dimension, Outcome, Scenario, Stance};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use support::debrief::{page, report, told};
use support::{shipped, shipped_ids};
use two_hats::app::Source;
use two_hats::pages::debrief::model::{Effect, Endings, Figures, Message, Monday, Pattern, Report};

/// How many runs are looked at.
const RUNS: usize = 2000;

/// A share of 1, which so many decisions among two, three or four responses divide without a rest.
const WHOLE: u128 = 12_u128.pow(18);

/// The outcome shares of moments, by playing on in every way; a moment that was met before is not played again.
#[derive(Default)]
struct Oracle(HashMap<Moment, [u128; 4]>);

impl Oracle {
    fn shares(&mut self, run: &mut Run) -> [u128; 4] {
        if let Some(ending) = run.ending() {
            return Outcome::ALL.map(|outcome| if outcome == ending.outcome { WHOLE } else { 0 });
        }
        if let Some(known) = self.0.get(&run.now()) {
            return *known;
        }
        let offered: Vec<usize> = run.offered().map(|(response, _)| response).collect();
        let mut sum = [0; 4];
        for response in &offered {
            run.choose(*response).expect("it was offered");
            sum.iter_mut().zip(self.shares(run)).for_each(|(sum, share)| *sum += share / offered.len() as u128);
            run.undo();
        }
        self.0.insert(run.now(), sum);
        sum
    }
}

/// Runs that chance plays, the same ones each time.
fn by_chance(scenario: &Rc<Scenario>, many: usize, mut lots: u64) -> Vec<Run> {
    let mut play = || {
        let mut run = Run::start(Rc::clone(scenario));
        // Some runs prefer a hat, as players do.
        let prefers = lots >> 60;
        while run.ending().is_none() {
            lots = lots.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let offered: Vec<(usize, Option<Stance>)> =
                run.offered().map(|(response, it)| (response, it.stance)).collect();
            let hat = if prefers.is_multiple_of(2) { Stance::Leader } else { Stance::Manager };
            let liked: Vec<_> = offered.iter().filter(|(_, stance)| *stance == Some(hat)).collect();
            let among = if prefers < 6 && !(lots >> 40).is_multiple_of(4) && !liked.is_empty() {
                liked
            } else {
                offered.iter().collect()
            };
            run.choose(among[(lots >> 33) as usize % among.len()].0).expect("it is offered");
        }
        run
    };
    (0..many).map(|_| play()).collect()
}

fn all_runs() -> Vec<Run> {
    let ids = shipped_ids();
    let many = RUNS.div_ceil(ids.len());
    ids.iter().zip(1..).flat_map(|(id, lots)| by_chance(&shipped(id), many, lots << 59)).collect()
}

/// Whether a share is so many parts of [`WHOLE`], exactly.
fn is(share: Share, parts: u128) -> bool {
    let lowest = |part: u128, whole: u128| {
        let (mut divisor, mut rest) = (whole, part);
        while rest > 0 {
            (divisor, rest) = (rest, divisor % rest);
        }
        (part / divisor, whole / divisor)
    };
    lowest(share.part().into(), share.whole().into()) == lowest(parts, WHOLE)
}

/// The turning point and how far it moves, by the oracle: the largest of all pairs, by hand.
fn turning(run: &Run, oracle: &mut Oracle) -> Option<(usize, usize, u128)> {
    let balanced = run.ending().is_some_and(|ending| ending.outcome == Outcome::Balanced);
    let (mut odds, mut far) = (Vec::new(), Vec::new());
    for (at, turn) in run.decisions() {
        let after = |response: usize, oracle: &mut Oracle| {
            let mut run = run.clone();
            run.undo_to(at);
            run.choose(response).expect("it is offered");
            oracle.shares(&mut run)
        };
        let mut before = run.clone();
        before.undo_to(at);
        let taken = after(turn.response, oracle);
        for (response, _) in before.offered().filter(|(response, _)| *response != turn.response) {
            let other = after(response, oracle);
            let gain = if balanced { taken[0].saturating_sub(other[0]) } else { other[0].saturating_sub(taken[0]) };
            odds.push((gain, at, response));
            far.push((taken.iter().zip(other).map(|(a, b)| a.abs_diff(b)).sum::<u128>() / 2, at, response));
        }
    }
    let most = |all: &[(u128, usize, usize)]| {
        let most = all.iter().map(|it| it.0).max().filter(|most| *most > 0)?;
        all.iter().find(|it| it.0 == most).map(|it| (it.1, it.2, it.0))
    };
    most(&odds).or_else(|| most(&far))
}

#[test]
fn the_decision_that_turned_a_run_and_its_odds_are_those_of_playing_on_in_every_way() {
    let mut looked = 0;
    let (mut oracle, mut prospects, mut of) = (Oracle::default(), None, String::new());
    for run in all_runs() {
        if of != run.scenario().id().as_str() {
            of = run.scenario().id().to_string();
            oracle = Oracle::default();
            prospects = Prospects::of(run.scenario(), STATE_LIMIT).ok();
        }
        let debrief = Debrief::of(&run, prospects.as_ref().expect("a scenario that can be counted"));
        for (at, turn) in run.decisions() {
            let decision: &Decision = &debrief.decisions[at];
            let mut before = run.clone();
            before.undo_to(at);
            let shares = oracle.shares(&mut before);
            assert!(decision.before.iter().zip(shares).all(|(share, parts)| is(*share, parts)), "{of}");
            before.choose(turn.response).expect("it is offered");
            let shares = oracle.shares(&mut before);
            assert!(decision.after.iter().zip(shares).all(|(share, parts)| is(*share, parts)), "{of}");
        }
        let wanted = turning(&run, &mut oracle);
        let found = debrief.turning_point;
        assert_eq!(found.map(|it| (it.decision, it.response)), wanted.map(|it| (it.0, it.1)), "{of}");
        assert!(found.zip(wanted).is_none_or(|(found, wanted)| is(found.change, wanted.2)), "{of}");

        // The page tells it in the story's words.
        let odds = |parts: u128| ((parts * 1000 + WHOLE / 2) / WHOLE, parts == 0, parts == WHOLE);
        let in_words = |parts: u128| match odds(parts) {
            (..5, false, _) => "fewer than 1".to_owned(),
            (995.., _, false) => "more than 99".to_owned(),
            (thousandths, ..) => ((thousandths + 5) / 10).to_string(),
        };
        let source = Source::Shipped(run.scenario().id().clone());
        let endings = Endings { found: 1, all: 1, new: true };
        let report = Report {
            figures: Some(Figures::from(debrief)),
            source,
            base: String::new(),
            alone: false,
            others: Vec::new(),
            endings,
            run,
            thoughts: library::Reflections::default(),
        };
        let row = report.turning();
        assert_eq!(row.is_some(), wanted.is_some(), "{of}");
        let (Some(row), Some((at, response, _))) = (row, wanted) else { continue };
        let mut other = report.run.clone();
        other.undo_to(at);
        other.choose(response).expect("it is offered");
        let last = *other.turns().last().expect("a decision");
        let told: Vec<String> = other.consequence(&last).iter().map(|line| line.text.to_string()).collect();
        let said: Vec<String> = row.consequence.iter().map(|(_, words)| (*words).to_owned()).collect();
        assert_eq!((said, row.other), (told, &*other.response(&last).text), "{of}: what would have happened");
        let other_odds = oracle.shares(&mut other)[0];
        other.undo();
        other.choose(report.run.turns()[at].response).expect("it was taken");
        assert_eq!((row.other_odds, row.taken_odds), (in_words(other_odds), in_words(oracle.shares(&mut other)[0])));
        looked += 1;
    }
    assert!(looked > RUNS * 9 / 10, "nearly every run has a decision that turned it: {looked}");
}

/// A run's decisions as the patterns' conditions read: hats as letters, what was short, and what moved.
struct Seen {
    hats: String,
    short: String,
    before: Vec<[i32; 2]>,
    took: Vec<[i32; 2]>,
    about: Vec<Option<Dimension>>,
}

fn seen(run: &Run) -> Seen {
    let (mut hats, mut short) = (String::new(), String::new());
    let (mut before, mut took, mut about) = (Vec::new(), Vec::new(), Vec::new());
    for (_, turn) in run.decisions() {
        let response = run.response(turn);
        hats.push(if response.stance == Some(Stance::Leader) { 'L' } else { 'M' });
        let (l, m) = (turn.before.leadership, turn.before.management);
        short.push(if l < m {
            'L'
        } else if m < l {
            'M'
        } else {
            '='
        });
        before.push([l, m]);
        took.push([-response.effect.leadership, -response.effect.management]);
        about.push(run.scenario().step(turn.step).dimension);
    }
    Seen { hats, short, before, took, about }
}

fn hat(letter: char) -> Stance {
    if letter == 'L' { Stance::Leader } else { Stance::Manager }
}

/// All patterns that hold, the first in the table's order first.
fn holding(run: &Run) -> Vec<Pattern> {
    let Seen { hats, short, before, took, about } = seen(run);
    let ending = run.ending().expect("it has ended");
    let low = match ending.outcome {
        Outcome::UnderLed => Some('L'),
        Outcome::UnderManaged => Some('M'),
        _ => None,
    };
    let place = |letter: char| usize::from(letter == 'M');
    let (n, led, managed) = (hats.len(), hats.matches('L').count(), hats.matches('M').count());
    let meters = run.scenario().meters();
    let missing = [meters.leadership.enough - run.now().leadership, meters.management.enough - run.now().management];
    let after = run.turns().last().map(|turn| [turn.after.leadership, turn.after.management]);
    let mut all = Vec::new();
    if n >= 2 && (led == n || managed == n) {
        all.push(Pattern::OneHat { hat: hat(hats.chars().next().expect("one")), all: n });
    }
    if let (Some(low), true, Some(after)) = (low, ending.broke, after) {
        let (at, meter) = (place(low), hat(low));
        if after[at] <= 0 && took[n - 1][at] > 0 {
            all.push(Pattern::LastBlow { meter, stood: before[n - 1][at], took: took[n - 1][at] });
        }
        if after[at] > 0 {
            let now = [run.now().leadership, run.now().management][at];
            all.push(Pattern::StoryTook { meter, stood: after[at], took: after[at] - now });
        }
    }
    if let (Some(low), false) = (low, ending.broke) {
        let at = place(low);
        if let (1..=2, Some(last)) = (missing[at], (0..n).filter(|it| took[*it][at] > 0).max()) {
            all.push(Pattern::WentHere { meter: hat(low), short: missing[at], number: last + 1, took: took[last][at] });
        }
    }
    let uneven = short.chars().filter(|it| *it != '=').count();
    let answered = hats.chars().zip(short.chars()).filter(|(worn, short)| worn == short).count();
    if uneven >= 3 && answered == 0 {
        all.push(Pattern::NeverAnswered { times: uneven });
    }
    if uneven >= 3 && answered == uneven {
        all.push(Pattern::AlwaysAnswered { times: uneven });
    }
    if let Some(low) = low {
        let alone =
            |from: &usize| (*from..n).all(|at| short.as_bytes()[at] == low as u8 && hats.as_bytes()[at] != low as u8);
        if let Some(from) = (0..n).find(alone).filter(|from| n - from >= 2) {
            all.push(Pattern::LeftAlone { meter: hat(low), from: from + 1 });
        }
    }
    if n >= 4 && !hats.contains("LL") && !hats.contains("MM") {
        all.push(Pattern::InTurn { times: n });
    }
    for long in (4..=n).rev() {
        let rows = ["L".repeat(long), "M".repeat(long)];
        if let Some(from) = rows.iter().filter_map(|row| hats.find(row.as_str())).min() {
            all.push(Pattern::Row { hat: hat(hats.as_bytes()[from] as char), from: from + 1, to: from + long });
            break;
        }
    }
    let mut by: BTreeMap<usize, String> = BTreeMap::new();
    for (dimension, worn) in about.iter().zip(hats.chars()) {
        if let Some(dimension) = dimension {
            by.entry(*dimension as usize).or_default().push(worn);
        }
    }
    let whole = |letter: char, least: usize| {
        by.iter().find(|(_, worn)| worn.len() >= least && worn.chars().all(|it| it == letter)).map(|(of, _)| *of)
    };
    if let (Some(led), Some(managed)) = (whole('L', 2), whole('M', 2)) {
        all.push(Pattern::Split { led: Dimension::ALL[led], managed: Dimension::ALL[managed] });
    }
    if let Some(of) = [whole('L', 3), whole('M', 3)].into_iter().flatten().min() {
        let worn = &by[&of];
        let hat = hat(worn.chars().next().expect("three"));
        all.push(Pattern::OneSided { dimension: Dimension::ALL[of], hat, times: worn.len() });
    }
    let lost = [0, 1].map(|at| took.iter().map(|it| it[at].max(0)).sum::<i32>());
    let lost = [0, 1].map(|at| if missing[at] > 0 { lost[at] } else { 0 });
    if lost[0].max(lost[1]) >= 4 {
        let meter = if lost[1] > lost[0] { Stance::Manager } else { Stance::Leader };
        all.push(Pattern::Cost { meter, took: lost[0].max(lost[1]) });
    }
    let low_at = (0..n).flat_map(|at| [(before[at][0], at, 0), (before[at][1], at, 1)]).min_by_key(|it| it.0);
    if let (Outcome::Balanced, Some((stood, at, meter))) = (ending.outcome, low_at.filter(|it| it.0 <= 3)) {
        all.push(Pattern::BroughtBack { meter: Stance::ALL[meter], stood, number: at + 1 });
    }
    let (one, two) = hats.split_at(n / 2);
    let (early, late) = (one.matches('L').count(), two.matches('L').count());
    if n >= 6 && early.abs_diff(late) >= 2 {
        all.push(Pattern::Changed { early, first: one.len(), late, second: two.len() });
    }
    if n >= 2 && led.abs_diff(managed) <= 1 {
        all.push(Pattern::Even { leader: led, manager: managed });
    }
    let hat = if managed > led { Stance::Manager } else { Stance::Leader };
    all.push(Pattern::Mostly { hat, times: led.max(managed), all: n });
    all
}

/// The name of a pattern's kind.
fn kind(pattern: &Pattern) -> String {
    format!("{pattern:?}").split(' ').next().unwrap_or_default().to_owned()
}

#[test]
fn the_sentence_is_that_of_the_first_pattern_that_holds() {
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    let mut held: BTreeMap<String, usize> = BTreeMap::new();
    for run in all_runs() {
        let holding = holding(&run);
        let found = Pattern::of(&run);
        assert_eq!(found, holding[0], "{}: {}", run.scenario().id(), seen(&run).hats);
        *told.entry(kind(&found)).or_default() += 1;
        holding.iter().for_each(|it| *held.entry(kind(it)).or_default() += 1);
        let sentence = found.sentence();
        assert!(!sentence.contains(['{', '}']) && sentence.ends_with('.'), "{sentence}");
    }
    println!("told: {told:?}\nheld: {held:?}");
    assert!(told.len() >= 10, "ten patterns and more are told of shipped stories: {told:?}");
    assert_eq!(held.len(), 16, "every pattern holds of some run: {held:?}");
    assert!(told.values().all(|times| *times < RUNS / 2), "no pattern is told of every second run: {told:?}");
}

#[test]
fn the_meters_are_told_against_their_lines() {
    let mut words: BTreeMap<&str, usize> = BTreeMap::new();
    for run in all_runs() {
        let meters = run.scenario().meters();
        let ends = [
            ("Leadership", run.now().leadership, meters.leadership),
            ("Management", run.now().management, meters.management),
        ];
        let page_rows = two_hats::pages::debrief::model::Course::of(&run);
        for ((name, end, meter), course) in ends.into_iter().zip(page_rows) {
            let how = if end <= 0 {
                *words.entry("it ran out").or_default() += 1;
                "it ran out".to_owned()
            } else if end == meter.enough {
                *words.entry("just").or_default() += 1;
                "just".to_owned()
            } else if end > meter.enough {
                *words.entry("over").or_default() += 1;
                format!("{} over", end - meter.enough)
            } else {
                *words.entry("short").or_default() += 1;
                format!("{} short", meter.enough - end)
            };
            assert_eq!(course.ended(), format!("{name} {end} of {}: {how}", meter.enough));
            assert_eq!(course.start, meter.start);
        }
    }
    assert_eq!(words.len(), 4, "{words:?}");
}

#[test]
fn the_first_screen_has_its_parts_in_their_order() {
    for id in shipped_ids() {
        for run in by_chance(&shipped(&id), 3, 5) {
            let model = told(&run);
            let page = page(&model);
            let (_, first) = page.split_once("<section id=\"first\"").expect("a first screen");
            let first = first.split_once("</section>").expect("an end").0;
            let parts = ["class=\"ended leader\"", "class=\"ended manager\"", "class=\"strip\"", "class=\"pattern\""];
            let parts = parts.into_iter().chain(["class=\"turned\"", "data-do=\"try-again\"", "class=\"monday\""]);
            let parts = parts.chain(["class=\"next\"", "data-do=\"again\"", "data-do=\"share\""]);
            let places: Vec<usize> =
                parts.map(|part| first.find(part).unwrap_or_else(|| panic!("{id}: {part}"))).collect();
            assert!(places.is_sorted(), "{id}: {places:?}");
            assert_eq!(first.matches(" turn\"").count(), 1, "{id}: one decision is ringed");
            assert!(first.contains(": it turned the run"), "{id}: and said to be it");
            assert!(page.find("id=\"first\"") < page.find("class=\"timeline\""), "{id}: it comes first");
        }
    }
}

#[test]
fn the_story_that_comes_next_is_one_that_was_not_played_and_trains_what_was_short() {
    let run = &by_chance(&shipped("crisis"), 1, 3)[0];
    let mut model = told(run);
    assert!(!page(&model).contains("Next: "), "no list has come");
    let rows = |concepts: &str| {
        format!("crisis\t1\tCrisis\tL1 M1\nfirst\t1\tThe <first>\t\nsecond\t1\tSecond\t{concepts}\nno row\n\n")
    };
    let _ = model.update(Message::Listed(rows("L1 L2 L3 L4 L5 M1 M2 M3 M4 M5")));
    let told = page(&model);
    assert!(told.contains("<a href=\"#/play/second\">Second</a>"), "{told}");
    assert!(told.contains("It is new to you, and it trains “"), "{told}");
    let _ = model.update(Message::Listed(rows("")));
    let told = page(&model);
    assert!(told.contains("<a href=\"#/play/first\">The &lt;first&gt;</a>"), "{told}");
    assert!(told.contains("You have not played it yet."), "{told}");
    let _ = model.update(Message::Listed("<html>no list</html>".into()));
    assert!(!page(&model).contains("Next: "), "a host's own page is no list");
    assert_eq!(report(&model).endings.found, 1);
}

#[test]
fn monday_asks_by_the_ending_and_has_an_act_for_the_concept_that_was_short() {
    let mut questions: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    let mut acts: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for run in all_runs() {
        let monday = Monday::of(&run);
        let outcome = run.ending().expect("it has ended").outcome;
        questions.entry(monday.question).or_default()[outcome as usize] += 1;
        // The concept that was offered and left lying most, counted by hand.
        let meters = run.scenario().meters();
        let led = run.now().leadership - meters.leadership.enough;
        let managed = run.now().management - meters.management.enough;
        let hats = seen(&run).hats;
        let family = match led.cmp(&managed) {
            std::cmp::Ordering::Less => "L",
            std::cmp::Ordering::Greater => "M",
            std::cmp::Ordering::Equal if hats.matches('M').count() < hats.matches('L').count() => "M",
            std::cmp::Ordering::Equal => "L",
        };
        let mut left = [0_i32; 6];
        for (_, turn) in run.decisions() {
            for (at, response) in run.scenario().step(turn.step).responses.iter().enumerate() {
                let offered = turn.before.offered(run.scenario()).any(|(offered, _)| offered == at);
                for concept in response.concepts.iter().filter(|it| offered && it.id().starts_with(family)) {
                    let number: usize = concept.id()[1..].parse().expect("a number");
                    left[number] += if at == turn.response { -1 } else { 1 };
                }
            }
        }
        let most = left.into_iter().max().unwrap_or_default();
        let number = if most > 0 { left.iter().position(|it| *it == most).unwrap_or_default() } else { 0 };
        *acts.entry(monday.act).or_default().entry(format!("{family}{number}")).or_default() += 1;
    }
    assert_eq!(questions.len(), 4, "one for each outcome: {questions:?}");
    assert!(questions.values().all(|times| times.iter().filter(|times| **times > 0).count() == 1), "{questions:?}");
    assert!(acts.len() >= 6, "{acts:?}");
    assert!(acts.values().all(|concepts| concepts.len() == 1), "an act is one concept's: {acts:?}");
}

#[test]
fn what_the_player_will_do_is_kept_and_becomes_an_appointment() {
    let run = &by_chance(&shipped("crisis"), 1, 3)[0];
    let mut model = told(run);
    let place = Effect::Focus { selector: "#mine", stays: false };
    assert_eq!(model.update(Message::KeepMine), [place], "there is nothing to keep");
    assert_eq!(model.update(Message::MineTyped("Call Mara,\nand say why".into())), []);
    let kept = Effect::KeepCommitment("crisis open Call Mara, and say why".into());
    assert_eq!(model.update(Message::KeepMine), [kept]);
    let _ = model.update(Message::MineKept(false));
    let _ = model.update(Message::Announce);
    let refused = page(&model);
    assert!(refused.contains("This browser keeps nothing. Write it down elsewhere."), "{refused}");
    assert!(refused.contains("data-do=\"keep-mine\"") && !refused.contains("data-do=\"calendar\""));
    let _ = model.update(Message::MineKept(true));
    let _ = model.update(Message::Announce);
    let kept = page(&model);
    assert!(kept.contains("Kept in your journal") && kept.contains("data-do=\"calendar\""), "{kept}");
    let [Effect::SaveCalendar(appointment)] = &model.update(Message::SaveCalendar)[..] else { panic!("a file") };
    assert_eq!(appointment.summary, "Call Mara,\nand say why");
    let lesson = &run.variant().expect("it has ended").lesson;
    for part in [&**lesson, Monday::of(run).question, Monday::of(run).act, run.scenario().title()] {
        assert!(appointment.description.contains(part), "{part}: {}", appointment.description);
    }
    assert_eq!(report(&model).appointment(" ").summary, Monday::of(run).act, "without words of one's own");
}
