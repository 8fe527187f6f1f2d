//! The analysis against an enumerator that walks every whole path by itself, and against counts made by hand.

use crate::support;

use analysis::{
    Analysis, BigUint, Dominated, Fraction, Ranges, Rival, STATE_LIMIT, Standing, TooMany, analyse, survey,
};
use play::{Run, play_as, variant};
use proptest::prelude::*;
use scenario::{Condition, Outcome, Persona, Response, Scenario, Stance};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::rc::Rc;
use support::{SMALL, made, scenario, shipped, shipped_ids};

/// A share of 1. Nine decisions among up to six responses divide it without a rest, and 15 among up to three.
const WHOLE: u128 = 2_u128.pow(18) * 3_u128.pow(15) * 5_u128.pow(9);

/// A place on a path, with all that can come after it.
struct Node {
    step: usize,
    meters: (i32, i32),
    flags: u64,
    /// How many decisions it asks for: none at a passage.
    asks: usize,
    /// The response that leads on, and where.
    ways: Vec<(usize, Tree)>,
    /// The outcome shares from here, of [`WHOLE`].
    shares: [u128; 4],
    /// The fewest decisions to an end from here.
    least: usize,
}

enum Tree {
    End(Outcome, (i32, i32)),
    Step(Box<Node>),
}

impl Tree {
    fn shares(&self) -> [u128; 4] {
        match self {
            Tree::Step(node) => node.shares,
            Tree::End(outcome, _) => Outcome::ALL.map(|one| if one == *outcome { WHOLE } else { 0 }),
        }
    }

    fn is_decided(&self) -> bool {
        self.shares().iter().filter(|share| **share > 0).count() == 1
    }

    fn least(&self) -> usize {
        match self {
            Tree::Step(node) => node.least,
            Tree::End(..) => 0,
        }
    }
}

/// Everything that can come after a run, path by path.
fn grow(run: &mut Run, naive: &mut Naive) -> Tree {
    let now = run.now();
    let Some(step) = now.step() else {
        let ending = now.ending().expect("a run is at a step or has ended");
        let (told, _) = variant(run.scenario(), &now).expect("an ending is told");
        naive.told[ending.outcome as usize][told] = true;
        return Tree::End(ending.outcome, (now.leadership, now.management));
    };
    let offered: Vec<usize> = run.offered().map(|(at, _)| at).collect();
    let hats: Vec<Option<Stance>> = run.offered().map(|(_, response)| response.stance).collect();
    let both = Stance::ALL.iter().all(|stance| hats.contains(&Some(*stance)));
    assert!(both || hats == [None], "nobody is stuck, and either hat can be worn: {hats:?}");
    let asks = usize::from(both);
    let mut ways = Vec::new();
    for response in offered {
        run.choose(response).expect("it was offered");
        let turn = *run.turns().last().expect("a decision was taken");
        if turn.after.ending().is_none() {
            let next = &run.response(&turn).next;
            let way = next.iter().position(|way| turn.after.holds(&way.when)).expect("the last way always holds");
            naive.taken[step.0 as usize][response][way] = true;
        }
        ways.push((response, grow(run, naive)));
        run.undo();
    }
    let count = ways.len() as u128;
    let mut shares = [0; 4];
    for (_, way) in &ways {
        shares.iter_mut().zip(way.shares()).for_each(|(sum, share)| *sum += share / count);
    }
    let least = asks + ways.iter().map(|(_, way)| way.least()).min().expect("a step has responses");
    let (step, meters, flags) = (step.0 as usize, (now.leadership, now.management), now.flags);
    Tree::Step(Box::new(Node { step, meters, flags, asks, ways, shares, least }))
}

type Chosen = (u128, [u128; 4]);

/// Both meters, and the flags that are set.
type State = ((i32, i32), u64);

/// A path: its steps, each with the place of its response.
type Path = Vec<(usize, usize)>;

/// The states of a step, each with the share of `balanced` after each response that is offered in it.
type States = BTreeMap<State, BTreeMap<usize, u128>>;

/// The figures, found by walking every path from its first decision to its last.
#[derive(Default)]
struct Naive {
    paths: [u64; 4],
    shares: [u128; 4],
    ends: BTreeMap<((i32, i32), usize), u128>,
    /// The fewest decisions to each outcome, and the path.
    witness: [Option<(usize, Path)>; 4],
    end: Vec<(i32, i32)>,
    met: Vec<Vec<(i32, i32)>>,
    visits: Vec<u128>,
    weight: Vec<u128>,
    decides: Vec<u128>,
    early: u128,
    told: [Vec<bool>; 4],
    taken: Vec<Vec<Vec<bool>>>,
    /// By step and response: the share that takes it, and its outcome shares.
    chosen: Vec<Vec<Chosen>>,
    states: Vec<States>,
    /// By step, the share of runs in each state.
    come: Vec<BTreeMap<State, u128>>,
}

impl Naive {
    fn of(scenario: &Rc<Scenario>) -> Self {
        let steps = scenario.steps();
        let mut naive = Naive {
            met: vec![Vec::new(); steps.len()],
            visits: vec![0; steps.len()],
            weight: vec![0; steps.len()],
            decides: vec![0; steps.len()],
            told: Outcome::ALL.map(|outcome| vec![false; scenario.outcomes().of(outcome).len()]),
            taken: steps.iter().map(|s| s.responses.iter().map(|r| vec![false; r.next.len()]).collect()).collect(),
            chosen: steps.iter().map(|s| vec![(0, [0; 4]); s.responses.len()]).collect(),
            states: vec![States::new(); steps.len()],
            come: vec![BTreeMap::new(); steps.len()],
            ..Naive::default()
        };
        let tree = grow(&mut Run::start(Rc::clone(scenario)), &mut naive);
        if matches!(tree, Tree::Step(_)) && tree.is_decided() {
            naive.early = WHOLE;
        }
        naive.follow(&tree, WHOLE, &mut Vec::new(), 0);
        naive
    }

    /// Follows a path after so many decisions.
    fn follow(&mut self, tree: &Tree, share: u128, path: &mut Vec<(usize, usize)>, decided: usize) {
        let node = match tree {
            Tree::End(outcome, meters) => {
                let at = *outcome as usize;
                self.paths[at] += 1;
                self.shares[at] += share;
                *self.ends.entry((*meters, at)).or_default() += share;
                self.end.push(*meters);
                if self.witness[at].as_ref().is_none_or(|(fewest, _)| *fewest > decided) {
                    self.witness[at] = Some((decided, path.clone()));
                }
                return;
            }
            Tree::Step(node) => node,
        };
        self.met[node.step].push(node.meters);
        self.visits[node.step] += share;
        let apart = |one: &Tree, other: &Tree| {
            one.shares().iter().zip(other.shares()).map(|(one, other)| one.abs_diff(other)).sum::<u128>() / 2
        };
        let pairs = node.ways.iter().flat_map(|one| node.ways.iter().map(|other| apart(&one.1, &other.1)));
        self.weight[node.step] += share * pairs.max().unwrap_or(0) / WHOLE;
        let (count, decided) = (node.ways.len() as u128, decided + node.asks);
        let balanced = node.ways.iter().map(|(response, way)| (*response, way.shares()[0])).collect();
        self.states[node.step].insert((node.meters, node.flags), balanced);
        *self.come[node.step].entry((node.meters, node.flags)).or_default() += share;
        for (response, way) in &node.ways {
            let share = share / count;
            let (takers, ends) = &mut self.chosen[node.step][*response];
            *takers += share;
            ends.iter_mut().zip(way.shares()).for_each(|(sum, part)| *sum += share * part / WHOLE);
            path.push((node.step, *response));
            if !tree.is_decided() && way.is_decided() {
                self.decides[node.step] += share;
                if matches!(way, Tree::Step(_)) && way.least() >= decided {
                    self.early += share;
                }
            }
            self.follow(way, share, path, decided);
            path.pop();
        }
    }
}

fn fraction(part: u128, whole: u128) -> Fraction {
    Fraction::new(part.into(), whole.into())
}

fn ranges(met: &[(i32, i32)]) -> Option<Ranges> {
    let range = |values: &mut dyn Iterator<Item = i32>| {
        values.fold(None, |range: Option<(i32, i32)>, value| {
            Some(range.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
        })
    };
    let leadership = range(&mut met.iter().map(|met| met.0))?;
    let management = range(&mut met.iter().map(|met| met.1))?;
    Some(Ranges { leadership, management })
}

/// What shows that a response is dominated, counted state by state.
fn dominated(states: &States, responses: &[Response], place: usize) -> Option<Dominated> {
    let offered: Vec<_> = states.iter().filter(|(_, balanced)| balanced.contains_key(&place)).collect();
    let best_other = |balanced: &BTreeMap<usize, u128>| {
        balanced.iter().filter(|(other, _)| **other != place).map(|(_, share)| *share).max().unwrap_or(0)
    };
    let meters: BTreeSet<(i32, i32)> = offered.iter().map(|(state, _)| state.0).collect();
    let one = &responses[place];
    let costs_less = responses.iter().any(|other| {
        let more = (other.effect.leadership - one.effect.leadership, other.effect.management - one.effect.management);
        let always = other.when == Condition::ALWAYS && other.next == one.next && other.sets == one.sets;
        always && more.0.min(more.1) >= 0 && more != (0, 0)
    });
    let worse = offered.iter().filter(|(_, balanced)| best_other(balanced) > balanced[&place]).count();
    // A passage has nothing beside it.
    let never_best =
        responses.len() > 1 && offered.iter().all(|(_, balanced)| best_other(balanced) >= balanced[&place]);
    let rivals = (0..responses.len()).filter(|other| *other != place).filter_map(|response| {
        let both: Vec<_> = offered.iter().filter_map(|(_, it)| Some((it.get(&response)?, it[&place]))).collect();
        let better = both.iter().filter(|(theirs, mine)| *theirs > mine).count();
        (better > 0).then_some(Rival { response, beside: both.len(), better })
    });
    let told = never_best && worse > 0 && (meters.len() > 1 || costs_less);
    told.then(|| Dominated { offered: offered.len(), worse, rivals: rivals.collect() })
}

/// How a response stands beside the others, counted state by state.
fn standing(naive: &Naive, step: usize, place: usize) -> Option<Standing> {
    let (mut best, mut tied, mut worse) = (0, 0, 0);
    let (mut takers, mut mine, mut theirs, mut ahead, mut behind) = (0, 0, 0, 0, 0);
    for (state, balanced) in &naive.states[step] {
        let others = balanced.iter().filter(|(other, _)| **other != place).map(|(_, share)| *share);
        let Some((own, other)) = balanced.get(&place).copied().zip(others.max()) else { continue };
        (best, tied, worse) =
            (best + usize::from(own > other), tied + usize::from(own == other), worse + usize::from(own < other));
        let each = naive.come[step][state] / balanced.len() as u128;
        takers += each;
        mine += each * own / WHOLE;
        theirs += each * other / WHOLE;
        ahead = ahead.max(own.saturating_sub(other));
        behind = behind.max(other.saturating_sub(own));
    }
    (best + tied + worse > 0).then(|| Standing {
        best,
        tied,
        worse,
        balanced: fraction(mine, takers),
        other: fraction(theirs, takers),
        ahead: fraction(ahead, WHOLE),
        behind: fraction(behind, WHOLE),
    })
}

/// A mean of all runs as it is written: a sum over their shares.
fn mean(sum: i128) -> String {
    let share = fraction(sum.unsigned_abs(), WHOLE).to_string();
    if sum < 0 { format!("-{share}") } else { share }
}

/// Compares what an author balances a scenario by.
fn surveyed(scenario: &Scenario, naive: &Naive) {
    let survey = survey(scenario, STATE_LIMIT).expect("a small scenario");
    for (step, standings) in survey.standings.iter().enumerate() {
        for (place, found) in standings.iter().enumerate() {
            assert_eq!(*found, standing(naive, step, place), "{step}/{place}");
        }
    }
    for (budget, at) in survey.budgets.iter().zip(0..) {
        let of = |both: (i32, i32)| i128::from(if at == 0 { both.0 } else { both.1 });
        let settings = if at == 0 { scenario.meters().leadership } else { scenario.meters().management };
        let end: i128 = naive.ends.iter().map(|((meters, _), share)| of(*meters) * *share as i128).sum();
        let taken =
            scenario.steps().iter().zip(&naive.chosen).flat_map(|(step, chosen)| step.responses.iter().zip(chosen));
        let points = taken.map(|(response, (takers, _))| {
            of((response.effect.leadership, response.effect.management)) * *takers as i128
        });
        let points: Vec<i128> = points.collect();
        let gains: i128 = points.iter().filter(|points| **points > 0).sum();
        let costs: i128 = points.iter().filter(|points| **points < 0).sum();
        let start = i128::from(settings.start) * WHOLE as i128;
        let enough = i128::from(settings.enough) * WHOLE as i128;
        assert_eq!((budget.start, budget.enough), (settings.start, settings.enough));
        let found = [&budget.gains, &budget.costs, &budget.pressure, &budget.end, &budget.slack].map(|m| m.to_string());
        assert_eq!(found, [gains, costs, end - start - gains - costs, end, end - enough].map(mean));
    }
}

/// Compares every figure.
fn agrees(scenario: &Rc<Scenario>, analysis: &Analysis) {
    let naive = Naive::of(scenario);
    surveyed(scenario, &naive);
    assert_eq!(analysis.paths, BigUint::from(naive.paths.iter().sum::<u64>()));
    assert_eq!(analysis.end, ranges(&naive.end));
    let mut ends: BTreeMap<((i32, i32), usize), u128> = BTreeMap::new();
    for end in &analysis.ends {
        let parts = BigUint::from(WHOLE) * end.share.numerator() / end.share.denominator();
        let key = ((end.leadership, end.management), end.ending.outcome as usize);
        *ends.entry(key).or_default() += u128::try_from(parts).expect("a part of the whole");
    }
    assert_eq!(ends, naive.ends);
    assert_eq!(analysis.told, naive.told);
    assert_eq!(analysis.decided_early, fraction(naive.early, WHOLE));
    for (outcome, at) in Outcome::ALL.into_iter().zip(0..) {
        let fate = analysis.outcome(outcome);
        assert_eq!(fate.paths, BigUint::from(naive.paths[at]), "{outcome:?}");
        assert_eq!(fate.share, fraction(naive.shares[at], WHOLE), "{outcome:?}");
        let witness = fate.witness.as_ref();
        let witness: Option<Vec<_>> = witness.map(|run| run.iter().map(|(step, at)| (step.0 as usize, *at)).collect());
        assert_eq!(witness.as_ref(), naive.witness[at].as_ref().map(|(_, path)| path), "{outcome:?}");
        assert_eq!(fate.bound.is_some(), naive.paths[at] == 0, "{outcome:?}");
    }
    for (at, step) in analysis.steps.iter().enumerate() {
        assert_eq!(step.ranges, ranges(&naive.met[at]), "step {at}");
        assert_eq!(step.visits, fraction(naive.visits[at], WHOLE), "step {at}");
        assert_eq!(step.weight, fraction(naive.weight[at], naive.visits[at]), "step {at}");
        assert_eq!(step.decides, fraction(naive.decides[at], WHOLE), "step {at}");
        let weighs = naive.weight[at] > 0 || scenario.steps()[at].is_passage();
        assert_eq!(step.weightless, naive.visits[at] > 0 && !weighs, "step {at}");
        for (place, response) in step.responses.iter().enumerate() {
            let (takers, ends) = naive.chosen[at][place];
            assert_eq!(response.offered, takers > 0, "{at}/{place}");
            assert_eq!(response.taken, naive.taken[at][place], "{at}/{place}");
            let dominated = dominated(&naive.states[at], &scenario.steps()[at].responses, place);
            assert_eq!(response.dominated, dominated, "{at}/{place}");
            assert_eq!(response.shares, ends.map(|end| fraction(end, takers)), "{at}/{place}");
        }
    }
    for (persona, ending) in &analysis.personas {
        assert_eq!(*ending, play_as(*persona, scenario).ending(), "{persona:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn the_analysis_agrees_with_a_walk_of_every_path(text in made::scenario_text()) {
        let scenario = scenario(&text);
        let analysis = analyse(&scenario, STATE_LIMIT).expect("a small scenario");
        agrees(&scenario, &analysis);
    }
}

/// How many scenarios of the grown format are tried: 200, or what `GROWN_CASES` says.
fn grown_cases() -> u32 {
    std::env::var("GROWN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

/// The most paths that are walked one by one.
const WALKED: u32 = 100_000;

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        max_global_rejects: 1_000_000,
        ..ProptestConfig::with_cases(grown_cases())
    })]

    /// With passages, hubs, retries and ends that the story decides.
    #[test]
    fn the_analysis_agrees_with_a_walk_of_every_path_of_a_grown_story(text in made::grown_text()) {
        let scenario = scenario(&text);
        let analysis = analyse(&scenario, STATE_LIMIT).expect("a small scenario");
        prop_assume!(analysis.paths <= BigUint::from(WALKED));
        agrees(&scenario, &analysis);
    }
}

/// A story of so many choices between two hats; what they add is written by the caller.
fn two_way(choices: usize, (start, enough): (i32, i32), effects: [(i32, i32); 2]) -> Rc<Scenario> {
    let mut text = format!(
        r#"{{"format":1,"id":"made","title":"T","summary":"S","role":"R","language":"en","minutes":1,"meters":
        {{"leadership":{{"start":{start},"enough":{enough}}},"management":{{"start":{start},"enough":{enough}}}}},"start":"s0","steps":{{"#
    );
    for at in 0..choices {
        let next = if at + 1 < choices { format!("s{}", at + 1) } else { "end".into() };
        let response = |(id, stance): (&str, &str), (leadership, management): (i32, i32)| {
            format!(
                r#""{id}":{{"stance":"{stance}","text":"t","effect":{{"leadership":{leadership},"management":{management}}},"consequence":["c"],"next":"{next}"}}"#
            )
        };
        let comma = if at > 0 { "," } else { "" };
        let (lead, manage) = (response(("lead", "leader"), effects[0]), response(("manage", "manager"), effects[1]));
        write!(
            text,
            r#"{comma}"s{at}":{{"title":"T","dimension":"agenda","situation":["x"],"responses":{{{lead},{manage}}}}}"#
        )
        .expect("a string takes all");
    }
    let told = r#"[{"title":"T","story":["s"],"lesson":"l"}]"#;
    write!(text, r#"}},"outcomes":{{"balanced":{told},"under_led":{told},"under_managed":{told},"adrift":{told}}}}}"#)
        .expect("a string takes all");
    scenario(&text)
}

fn analysed(scenario: &Scenario) -> Analysis {
    analyse(scenario, STATE_LIMIT).expect("within the limit")
}

#[test]
fn one_path_of_sixteen_thousand_is_found_and_the_impossible_is_proved() {
    // Only leading fourteen times is enough of it; and then nothing was managed.
    let analysis = analysed(&two_way(14, (1, 15), [(1, 0), (0, 1)]));
    assert_eq!(analysis.paths, BigUint::from(16_384_u32));
    let under_managed = analysis.outcome(Outcome::UnderManaged);
    assert_eq!(under_managed.paths, BigUint::from(1_u32));
    assert_eq!(under_managed.share.to_string(), "1/16384");
    assert_eq!(under_managed.witness.as_ref().map(Vec::len), Some(14));
    assert!(under_managed.witness.iter().flatten().all(|(_, response)| *response == 0));
    let balanced = analysis.outcome(Outcome::Balanced);
    assert_eq!(balanced.paths, BigUint::ZERO);
    let bound = "where leadership is enough at the end, management reaches at most 1, and 15 is enough";
    assert_eq!(balanced.bound.as_deref(), Some(bound));
    assert_eq!(analysis.outcome(Outcome::Adrift).paths, BigUint::from(16_382_u32));
}

#[test]
fn forty_choices_are_a_million_million_paths() {
    let analysis = analysed(&two_way(40, (1, 11), [(1, 0), (0, 1)]));
    assert_eq!(analysis.paths.to_string(), "1099511627776");
    // Leading 0 to 9 times of 40 is too little: the sum of ten binomials, and as many for managing.
    let binomial = |of: u64, take: u64| (0..take).fold(1_u64, |sum, at| sum * (of - at) / (at + 1));
    let short: u64 = (0..10).map(|take| binomial(40, take)).sum();
    assert_eq!(analysis.outcome(Outcome::UnderLed).paths, BigUint::from(short));
    assert_eq!(analysis.outcome(Outcome::UnderManaged).paths, BigUint::from(short));
    assert_eq!(analysis.states, (1..=40).sum::<usize>());
}

#[test]
fn counts_pass_any_machine_word() {
    let analysis = analysed(&two_way(200, (1, 1), [(1, 0), (0, 1)]));
    assert_eq!(analysis.paths, BigUint::from(2_u32).pow(200));
    assert_eq!(analysis.outcome(Outcome::Balanced).share.to_string(), "1");
    let bound = "no run breaks on leadership alone, and leadership is at least 1 at the end, and 1 is enough";
    assert_eq!(analysis.outcome(Outcome::UnderLed).bound.as_deref(), Some(bound));
}

#[test]
fn past_the_limit_nothing_is_guessed() {
    let scenario = two_way(40, (1, 11), [(1, 0), (0, 1)]);
    assert_eq!(analyse(&scenario, 819), Err(TooMany { limit: 819 }));
    assert!(analyse(&scenario, 820).is_ok());
}

/// A row of steps whose every state looks at thirty ways on before it takes the last.
fn branching(steps: usize) -> Rc<Scenario> {
    let way = r#"{"when":{"leadership":{"at_least":900}},"to":"end"},"#.repeat(30);
    let step = |at: usize| {
        let to = if at + 1 < steps { format!("s{}", at + 1) } else { "end".into() };
        let next = format!(r#"[{way}{{"to":"{to}"}}]"#);
        let response = |id: &str, stance: &str| {
            format!(r#""{id}":{{"stance":"{stance}","text":"t","consequence":["c"],"next":{next}}}"#)
        };
        let (lead, manage) = (response("lead", "leader"), response("manage", "manager"));
        format!(r#""s{at}":{{"title":"T","dimension":"agenda","situation":["x"],"responses":{{{lead},{manage}}}}}"#)
    };
    let from = SMALL.find("\"start\": \"oven\"").expect("a start");
    let to = SMALL.find("\"outcomes\"").expect("outcomes");
    let steps: Vec<String> = (0..steps).map(step).collect();
    scenario(&format!("{}\"start\": \"s0\", \"steps\": {{{}}}, {}", &SMALL[..from], steps.join(","), &SMALL[to..]))
}

#[test]
fn a_limit_of_states_is_one_of_work_too() {
    let scenario = branching(60);
    assert_eq!(analyse(&scenario, 100), Err(TooMany { limit: 100 }), "each of the 60 states counts for two");
    assert_eq!(analyse(&scenario, 200).map(|analysis| analysis.states), Ok(60));
}

#[test]
fn flags_that_never_come_together_are_given_up_before_they_fill_the_memory() {
    // Each of 22 decisions is remembered: four million states, in a file of 6 KB.
    let flags: Vec<String> = (0..22).map(|at| format!(r#""f{at}":"f""#)).collect();
    let step = |at: usize| {
        let to = if at < 21 { format!("s{}", at + 1) } else { "last".into() };
        let response = |id: &str, stance: &str, more: &str| {
            format!(r#""{id}":{{"stance":"{stance}","text":"t",{more}"consequence":["c"],"next":"{to}"}}"#)
        };
        let (lead, manage) =
            (response("lead", "leader", &format!(r#""sets":["f{at}"],"#)), response("manage", "manager", ""));
        format!(r#""s{at}":{{"title":"T","dimension":"agenda","situation":["x"],"responses":{{{lead},{manage}}}}}"#)
    };
    let mut steps: Vec<String> = (0..22).map(step).collect();
    steps.push(
        step(22)
            .replace("\"s22\"", "\"last\"")
            .replace(r#""sets":["f22"],"#, "")
            .replace("\"next\":\"last\"", "\"next\":\"end\""),
    );
    let from = SMALL.find("\"flags\"").expect("flags");
    let to = SMALL.find("\"outcomes\"").expect("outcomes");
    let text = format!(
        "{}\"flags\": {{{}}}, \"start\": \"s0\", \"steps\": {{{}}}, {}",
        &SMALL[..from],
        flags.join(","),
        steps.join(","),
        &SMALL[to..]
    );
    assert!(text.len() < 8_000, "{}", text.len());
    assert_eq!(analyse(&scenario(&text), STATE_LIMIT), Err(TooMany { limit: STATE_LIMIT }));
}

#[test]
fn what_cannot_end_otherwise_is_decided_from_the_start() {
    let analysis = analysed(&two_way(3, (1, 1), [(1, 0), (0, 1)]));
    assert!(analysis.decided_early.is_over_half());
    assert!(analysis.steps.iter().all(|step| step.weightless && step.weight == Fraction::zero()));
    assert_eq!(analysis.personas.map(|(persona, _)| persona), Persona::ALL);
}

#[test]
fn the_shipped_scenarios_are_analysed_exactly() {
    for id in shipped_ids() {
        let analysis = analysed(&shipped(&id));
        let sum: f64 = analysis.outcomes.iter().map(|fate| fate.share.percent()).sum();
        assert!((sum - 100.0).abs() < 1e-9, "{id}: {sum}");
        assert!(analysis.outcomes.iter().all(|fate| fate.witness.is_some()), "{id}");
        assert!(analysis.states < 1_000_000, "{id}: {} states", analysis.states);
    }
}
