//! What is typical of a run, in a sentence: the first pattern of a table whose condition holds.

use crate::pages::debrief::WORDS;
use crate::words::fill;
use play::Run;
use scenario::{Dimension, Effect, Outcome, Stance};

/// A pattern of a run. [`Pattern::of`] finds the first that holds, in this order; each says when it does. Decisions are
/// numbered from 1, and the hat of a meter is short where that meter is the lower one before a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "what is said of a pattern says what its fields are")]
pub enum Pattern {
    /// There are two decisions or more, all of one hat.
    OneHat { hat: Stance, all: usize },
    /// The run broke on one meter at its last decision, whose answer took from it: where it stood, and how much went.
    LastBlow { meter: Stance, stood: i32, took: i32 },
    /// The run broke on one meter after its last decision: where it stood, and how much the story took.
    StoryTook { meter: Stance, stood: i32, took: i32 },
    /// One meter alone is one or two short at the end, and an answer took from it: the last that did.
    WentHere { meter: Stance, short: i32, number: usize, took: i32 },
    /// A hat was short three times or more, and never worn then.
    NeverAnswered { times: usize },
    /// A hat was short three times or more, and worn each time.
    AlwaysAnswered { times: usize },
    /// From a decision to the end, two or more, one meter was the lower one, the other hat was worn, and it was short at
    /// the end.
    LeftAlone { meter: Stance, from: usize },
    /// There are four decisions or more, and the hat changed at each.
    InTurn { times: usize },
    /// Four decisions or more in a row are of one hat: the first such row that is longest.
    Row { hat: Stance, from: usize, to: usize },
    /// Of two dimensions with two decisions or more each, all of the one are the leader's, all of the other the manager's.
    Split { led: Dimension, managed: Dimension },
    /// A dimension has three decisions or more, all of one hat.
    OneSided { dimension: Dimension, hat: Stance, times: usize },
    /// A meter is short at the end, and answers took four points or more from it: of both the one that lost more.
    Cost { meter: Stance, took: i32 },
    /// The run ended in balance, and a meter stood at three or less before a decision: where it was lowest.
    BroughtBack { meter: Stance, stood: i32, number: usize },
    /// There are six decisions or more, and in the second half the leader's hat was worn at least two times more, or less,
    /// than in the first; a middle one belongs to the second.
    Changed { early: usize, first: usize, late: usize, second: usize },
    /// There are two decisions or more, and the hats were worn as often, or one once more.
    Even { leader: usize, manager: usize },
    /// Nothing else holds.
    Mostly { hat: Stance, times: usize, all: usize },
}

/// What a decision was.
#[derive(Clone, Copy, Debug)]
struct Fact {
    hat: Stance,
    dimension: Option<Dimension>,
    before: [i32; 2],
    effect: Effect,
}

/// What the patterns look at.
struct Facts {
    decisions: Vec<Fact>,
    outcome: Option<Outcome>,
    broke: bool,
    /// Where the meters stood after the last answer, and where they stand at the end.
    answered: [i32; 2],
    end: [i32; 2],
    enough: [i32; 2],
}

/// The table, the first that holds is told.
const TABLE: [fn(&Facts) -> Option<Pattern>; 15] = [
    one_hat,
    last_blow,
    story_took,
    went_here,
    never_answered,
    always_answered,
    left_alone,
    in_turn,
    row,
    split,
    one_sided,
    cost,
    brought_back,
    changed,
    even,
];

impl Pattern {
    /// The pattern of a run that has ended.
    pub fn of(run: &Run) -> Self {
        let facts = Facts::of(run);
        TABLE.iter().find_map(|pattern| pattern(&facts)).unwrap_or_else(|| mostly(&facts))
    }

    /// The pattern as a sentence.
    pub fn sentence(&self) -> String {
        let words = &WORDS.patterns;
        let hat = |hat: Stance| WORDS.hats_within[hat as usize];
        let meter = |meter: Stance| WORDS.meter_names[meter as usize];
        let text = |template, gaps: &[(&str, String)]| {
            fill(template, &gaps.iter().map(|(gap, words)| (*gap, &**words)).collect::<Vec<_>>())
        };
        let name = |dimension: Dimension| WORDS.dimensions_within[dimension as usize].to_owned();
        match *self {
            Pattern::OneHat { hat: worn, all } => {
                text(words.one_hat, &[("hat", hat(worn).into()), ("n", all.to_string())])
            }
            Pattern::LastBlow { meter: of, stood, took } => {
                text(words.last_blow, &[("meter", meter(of).into()), ("v", stood.to_string()), ("k", took.to_string())])
            }
            Pattern::StoryTook { meter: of, stood, took } => text(
                words.story_took,
                &[("meter", meter(of).into()), ("v", stood.to_string()), ("k", took.to_string())],
            ),
            Pattern::WentHere { meter: of, short, number, took } => text(
                words.went_here,
                &[
                    ("meter", meter(of).into()),
                    ("short", short.to_string()),
                    ("n", number.to_string()),
                    ("k", took.to_string()),
                ],
            ),
            Pattern::NeverAnswered { times } => text(words.never_answered, &[("n", times.to_string())]),
            Pattern::AlwaysAnswered { times } => text(words.always_answered, &[("n", times.to_string())]),
            Pattern::LeftAlone { meter: of, from } => {
                text(words.left_alone, &[("meter", meter(of).into()), ("n", from.to_string())])
            }
            Pattern::InTurn { times } => text(words.in_turn, &[("n", times.to_string())]),
            Pattern::Row { hat: worn, from, to } => {
                text(words.row, &[("hat", hat(worn).into()), ("a", from.to_string()), ("b", to.to_string())])
            }
            Pattern::Split { led, managed } => text(words.split, &[("a", name(led)), ("b", name(managed))]),
            Pattern::OneSided { dimension, hat: worn, times } => {
                text(words.one_sided, &[("a", name(dimension)), ("hat", hat(worn).into()), ("n", times.to_string())])
            }
            Pattern::Cost { meter: of, took } => {
                text(words.cost, &[("meter", meter(of).into()), ("k", took.to_string())])
            }
            Pattern::BroughtBack { meter: of, stood, number } => text(
                words.brought_back,
                &[("meter", meter(of).into()), ("v", stood.to_string()), ("n", number.to_string())],
            ),
            Pattern::Changed { early, first, late, second } => text(
                words.changed,
                &[
                    ("a", early.to_string()),
                    ("first", first.to_string()),
                    ("b", late.to_string()),
                    ("second", second.to_string()),
                ],
            ),
            Pattern::Even { leader, manager } => {
                text(words.even, &[("a", leader.to_string()), ("b", manager.to_string())])
            }
            Pattern::Mostly { hat: worn, times, all } => {
                text(words.mostly, &[("hat", hat(worn).into()), ("n", times.to_string()), ("all", all.to_string())])
            }
        }
    }
}

impl Fact {
    /// The hat whose meter is the lower one.
    fn short(&self) -> Option<Stance> {
        let [leadership, management] = self.before;
        (leadership != management).then_some(if leadership < management { Stance::Leader } else { Stance::Manager })
    }

    fn took(&self, meter: Stance) -> i32 {
        match meter {
            Stance::Leader => -self.effect.leadership,
            Stance::Manager => -self.effect.management,
        }
    }
}

impl Facts {
    fn of(run: &Run) -> Self {
        let fact = |(_, turn): (usize, &play::Turn)| {
            let response = run.response(turn);
            Some(Fact {
                hat: response.stance?,
                dimension: run.scenario().step(turn.step).dimension,
                before: [turn.before.leadership, turn.before.management],
                effect: response.effect,
            })
        };
        let (now, meters) = (run.now(), run.scenario().meters());
        let last = run.turns().last().map_or(now, |turn| turn.after);
        Facts {
            decisions: run.decisions().filter_map(fact).collect(),
            outcome: run.ending().map(|ending| ending.outcome),
            broke: run.ending().is_some_and(|ending| ending.broke),
            answered: [last.leadership, last.management],
            end: [now.leadership, now.management],
            enough: [meters.leadership.enough, meters.management.enough],
        }
    }

    fn worn(&self, hat: Stance) -> usize {
        count(&self.decisions, hat)
    }

    fn short_by(&self, meter: Stance) -> i32 {
        self.enough[meter as usize] - self.end[meter as usize]
    }

    /// The meter that alone was too low, by the outcome.
    fn low(&self) -> Option<Stance> {
        match self.outcome? {
            Outcome::UnderLed => Some(Stance::Leader),
            Outcome::UnderManaged => Some(Stance::Manager),
            Outcome::Balanced | Outcome::Adrift => None,
        }
    }

    /// How often a hat was short, and how often it was worn then.
    fn answers(&self) -> (usize, usize) {
        let uneven = self.decisions.iter().filter(|it| it.short().is_some()).count();
        (uneven, self.decisions.iter().filter(|it| it.short() == Some(it.hat)).count())
    }

    /// The hat of all decisions of a dimension, and how many they are.
    fn all_of(&self, dimension: Dimension) -> Option<(Stance, usize)> {
        let of: Vec<Fact> = self.decisions.iter().filter(|it| it.dimension == Some(dimension)).copied().collect();
        let hat = of.first()?.hat;
        of.iter().all(|it| it.hat == hat).then_some((hat, of.len()))
    }
}

fn count(decisions: &[Fact], hat: Stance) -> usize {
    decisions.iter().filter(|it| it.hat == hat).count()
}

fn one_hat(facts: &Facts) -> Option<Pattern> {
    let all = facts.decisions.len();
    Stance::ALL.into_iter().find(|hat| all >= 2 && facts.worn(*hat) == all).map(|hat| Pattern::OneHat { hat, all })
}

fn last_blow(facts: &Facts) -> Option<Pattern> {
    let meter = facts.low().filter(|_| facts.broke)?;
    let last = facts.decisions.last()?;
    let (stood, took) = (last.before[meter as usize], last.took(meter));
    (took > 0 && facts.answered[meter as usize] <= 0).then_some(Pattern::LastBlow { meter, stood, took })
}

fn story_took(facts: &Facts) -> Option<Pattern> {
    let meter = facts.low().filter(|_| facts.broke)?;
    let stood = facts.answered[meter as usize];
    (stood > 0).then(|| Pattern::StoryTook { meter, stood, took: stood - facts.end[meter as usize] })
}

fn went_here(facts: &Facts) -> Option<Pattern> {
    let meter = facts.low().filter(|_| !facts.broke)?;
    let short = facts.short_by(meter);
    let last = facts.decisions.iter().rposition(|it| it.took(meter) > 0).filter(|_| (1..=2).contains(&short))?;
    Some(Pattern::WentHere { meter, short, number: last + 1, took: facts.decisions[last].took(meter) })
}

fn never_answered(facts: &Facts) -> Option<Pattern> {
    let (times, answered) = facts.answers();
    (times >= 3 && answered == 0).then_some(Pattern::NeverAnswered { times })
}

fn always_answered(facts: &Facts) -> Option<Pattern> {
    let (times, answered) = facts.answers();
    (times >= 3 && answered == times).then_some(Pattern::AlwaysAnswered { times })
}

fn left_alone(facts: &Facts) -> Option<Pattern> {
    let meter = facts.low()?;
    let alone = facts.decisions.iter().rev().take_while(|it| it.short() == Some(meter) && it.hat != meter).count();
    (alone >= 2).then(|| Pattern::LeftAlone { meter, from: facts.decisions.len() - alone + 1 })
}

fn in_turn(facts: &Facts) -> Option<Pattern> {
    let times = facts.decisions.len();
    let changes = facts.decisions.windows(2).all(|pair| pair[0].hat != pair[1].hat);
    (times >= 4 && changes).then_some(Pattern::InTurn { times })
}

fn row(facts: &Facts) -> Option<Pattern> {
    let mut longest: Option<(usize, usize)> = None;
    let mut from = 0;
    for at in 0..facts.decisions.len() {
        if facts.decisions[at].hat != facts.decisions[from].hat {
            from = at;
        }
        if longest.is_none_or(|(first, last)| last - first < at - from) {
            longest = Some((from, at));
        }
    }
    let (from, to) = longest.filter(|(from, to)| to - from >= 3)?;
    Some(Pattern::Row { hat: facts.decisions[from].hat, from: from + 1, to: to + 1 })
}

fn split(facts: &Facts) -> Option<Pattern> {
    let find = |hat| {
        let whole = |dimension: &Dimension| facts.all_of(*dimension).is_some_and(|(of, n)| of == hat && n >= 2);
        Dimension::ALL.into_iter().find(whole)
    };
    Some(Pattern::Split { led: find(Stance::Leader)?, managed: find(Stance::Manager)? })
}

fn one_sided(facts: &Facts) -> Option<Pattern> {
    Dimension::ALL.into_iter().find_map(|dimension| {
        let (hat, times) = facts.all_of(dimension).filter(|(_, times)| *times >= 3)?;
        Some(Pattern::OneSided { dimension, hat, times })
    })
}

fn cost(facts: &Facts) -> Option<Pattern> {
    let took = |meter| facts.decisions.iter().map(|it| it.took(meter).max(0)).sum::<i32>();
    let costly = Stance::ALL.map(|meter| (meter, if facts.short_by(meter) > 0 { took(meter) } else { 0 }));
    let (meter, took) = if costly[1].1 > costly[0].1 { costly[1] } else { costly[0] };
    (took >= 4).then_some(Pattern::Cost { meter, took })
}

fn brought_back(facts: &Facts) -> Option<Pattern> {
    let mut lowest: Option<(Stance, i32, usize)> = None;
    for (at, it) in facts.decisions.iter().enumerate().filter(|_| facts.outcome == Some(Outcome::Balanced)) {
        for (meter, stood) in Stance::ALL.into_iter().zip(it.before) {
            if stood <= 3 && lowest.is_none_or(|(_, lowest, _)| stood < lowest) {
                lowest = Some((meter, stood, at + 1));
            }
        }
    }
    lowest.map(|(meter, stood, number)| Pattern::BroughtBack { meter, stood, number })
}

fn changed(facts: &Facts) -> Option<Pattern> {
    let (one, two) = facts.decisions.split_at(facts.decisions.len() / 2);
    let (early, late) = (count(one, Stance::Leader), count(two, Stance::Leader));
    let pattern = Pattern::Changed { early, first: one.len(), late, second: two.len() };
    (one.len() >= 3 && early.abs_diff(late) >= 2).then_some(pattern)
}

fn even(facts: &Facts) -> Option<Pattern> {
    let [leader, manager] = Stance::ALL.map(|hat| facts.worn(hat));
    (leader + manager >= 2 && leader.abs_diff(manager) <= 1).then_some(Pattern::Even { leader, manager })
}

fn mostly(facts: &Facts) -> Pattern {
    let [leader, manager] = Stance::ALL.map(|hat| facts.worn(hat));
    let hat = if leader < manager { Stance::Manager } else { Stance::Leader };
    Pattern::Mostly { hat, times: leader.max(manager), all: leader + manager }
}
