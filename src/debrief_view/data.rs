//! What fills the gaps of the debrief's templates.

use super::map::{Map, points};
use super::{About, decisions, en, picture};
use crate::shapes::hat;
use crate::template::Data;
use crate::words::{CONCEPT_NAMES, percent_of};
use analysis::Share;
use analysis::debrief::Tally;
use play::{Code, Run, Told};
use scenario::{Line, Outcome, Stance, direction};

/// The data of a debrief's page.
pub(super) struct View<'a> {
    about: &'a About<'a>,
    map: Map,
    places: Vec<(i32, i32)>,
    story: Vec<&'a Line>,
    heading: Vec<String>,
}

impl<'a> View<'a> {
    pub fn of(about: &'a About<'a>) -> Self {
        let run = about.run;
        let meters = run.scenario().meters();
        let ends = about.debrief.as_ref().map(|debrief| debrief.ends.as_slice()).unwrap_or_default();
        let runs = std::iter::once(run).chain(about.other());
        let map = Map::of(runs, ends, (meters.leadership.enough, meters.management.enough));
        let lines = run.variant().map(|variant| variant.story.as_slice()).unwrap_or_default();
        View {
            about,
            places: map.places(run),
            map,
            story: Told { lines, at: run.now() }.iter().collect(),
            heading: picture::lines(run.variant().map(|variant| &*variant.title).unwrap_or_default()),
        }
    }

    /// The run of a column of the table of two.
    fn side(&self, which: usize) -> &Run {
        self.about.other().filter(|_| which == 1).unwrap_or(self.about.run)
    }

    /// How many decisions the two runs share.
    fn shared(&self) -> usize {
        let ways = self.side(0).turns().iter().zip(self.side(1).turns());
        ways.take_while(|(one, two)| (one.step, one.response) == (two.step, two.response)).count()
    }

    fn of_run(&self, key: &str) -> Option<String> {
        let run = self.about.run;
        let scenario = run.scenario();
        let variant = run.variant();
        let meters = scenario.meters();
        let all = run.turns().len();
        let led = run.turns().iter().filter(|turn| run.response(turn).stance == Stance::Leader).count();
        let more = if led * 2 < all { Stance::Manager } else { Stance::Leader };
        let hats = self.about.debrief.as_ref().map(|debrief| &debrief.hats);
        let number = match key {
            "l0" => meters.leadership.start,
            "m0" => meters.management.start,
            "le" => meters.leadership.enough,
            "me" => meters.management.enough,
            "l" => run.now().leadership,
            "m" => run.now().management,
            "n" => all as i32,
            "more-n" => led.max(all - led) as i32,
            "led-n" => led as i32,
            "managed-n" => (all - led) as i32,
            "answered" => hats.map_or(0, |hats| hats.answered) as i32,
            "uneven-n" => hats.map_or(0, |hats| hats.uneven) as i32,
            "parted-at" => self.shared() as i32 + 1,
            "played-percent" => percent_of(led, all) as i32,
            "saw-percent" => self.about.answers.first().map_or(0, |(_, answers)| answers.percent()) as i32,
            "home-x" => self.places.first()?.0,
            "home-y" => self.places.first()?.1,
            "here-x" => self.places.last()?.0,
            "here-y" => self.places.last()?.1,
            "under-y" => 160 + 54 * self.heading.len() as i32,
            _ => {
                return Some(match key {
                    "title" => scenario.title().into(),
                    "lang" => scenario.language().into(),
                    "dir" => direction(scenario.language()).into(),
                    "key" => self.about.key.into(),
                    "verdict" => ends(run).into(),
                    "heading" => variant?.title.to_string(),
                    "lesson" => variant?.lesson.to_string(),
                    "link" => self.about.link(),
                    "code" => Code::of(run)?.to_string(),
                    "more" => en::HATS_WITHIN[more as usize].into(),
                    "looks" => picture::LOOKS.into(),
                    _ => return None,
                });
            }
        };
        Some(number.to_string())
    }

    /// What stands once for each of a row: the last number of `at` says which.
    fn of_row(&self, key: &str, at: &[usize]) -> Option<String> {
        let debrief = self.about.debrief.as_ref();
        let (first, which) = (*at.first()?, *at.last()?);
        let spot = debrief.and_then(|debrief| debrief.ends.get(which));
        let stop = self.places.get(which + 1);
        let stance = [Stance::Leader, Stance::Manager][which % 2];
        let wide = |of: Tally, all: Tally| of.of(stance) * 1000 / all.all().max(1);
        let dimension = || Some(debrief?.hats.dimensions.get(first).copied().unwrap_or_default());
        let concept = || debrief?.hats.concepts.get(first).copied();
        let all = debrief.map(|debrief| debrief.hats.all).unwrap_or_default();
        let number = match key {
            "end-x" => self.map.x(spot?.leadership),
            "end-y" => self.map.y(spot?.management),
            "end-r" => {
                let most = debrief?.ends.iter().map(|end| end.share.thousandths()).max().unwrap_or(0).max(1);
                // The area follows the share; the smallest can still be seen.
                2 + (81 * spot?.share.thousandths() / most).isqrt() as i32
            }
            "stop-x" => stop?.0,
            "stop-y" => stop?.1,
            "stop-y4" => stop?.1 + 4,
            "stop-x8" => stop?.0 - 8,
            "stop-y8" => stop?.1 - 8,
            "row-x" => 72 + which as i32 % 12 * 40,
            "row-y" => 500 + which as i32 / 12 * 40,
            "row-x14" => 58 + which as i32 % 12 * 40,
            "row-y14" => 486 + which as i32 / 12 * 40,
            "line-y" => 150 + 54 * which as i32,
            "option" => which as i32,
            "row" => which as i32 + 1,
            "dim-tally" => dimension()?.of(stance) as i32,
            "dim-wide" => wide(dimension()?, all) as i32,
            "concept-tally" => concept()?.1.of(stance) as i32,
            "concept-wide" => wide(concept()?.1, all) as i32,
            "chance-wide" => debrief?.shares[which].thousandths() as i32,
            "side-l" => self.side(which).now().leadership,
            "side-m" => self.side(which).now().management,
            "answer" => i32::from(*self.about.answers.get(first)?.1.0.get(which)?),
            _ => {
                return Some(match key {
                    "outcome" => en::OUTCOMES[which].into(),
                    "class" => Outcome::ALL[which].name().into(),
                    "end-class" => spot?.ending.outcome.name().into(),
                    "hat-class" => stance.name().into(),
                    "chance" => percent(debrief?.shares[which]),
                    "dimension" => en::DIMENSIONS[which].into(),
                    "concept" => CONCEPT_NAMES[concept()?.0.place() as usize].into(),
                    "concept-id" => concept()?.0.id().into(),
                    "persona" => en::PERSONAS[which].into(),
                    "persona-ends" => en::OUTCOMES[debrief?.personas[which].1?.outcome as usize].into(),
                    "line" => self.story.get(which)?.text.to_string(),
                    "who" => self.speaker(which)?.into(),
                    "heading-line" => self.heading.get(which)?.clone(),
                    "other-name" => self.about.others.get(which)?.0.clone(),
                    "day" => self.about.answers.get(which)?.0.clone(),
                    "side-ends" => ends(self.side(which)).into(),
                    _ => return self.of_side(key, first, which),
                });
            }
        };
        Some(number.to_string())
    }

    /// A decision of one of the two runs side by side.
    fn of_side(&self, key: &str, row: usize, side: usize) -> Option<String> {
        let run = self.side(side);
        let turn = run.turns().get(row)?;
        let response = run.response(turn);
        Some(match key {
            "side-stance" => response.stance.name().into(),
            "side-shape" => hat(response.stance).into(),
            "side-hat" => en::HATS[response.stance as usize].into(),
            "side-step" => run.scenario().step(turn.step).title.to_string(),
            "side-response" => response.text.to_string(),
            _ => return None,
        })
    }

    /// Who says a line of the story.
    fn speaker(&self, line: usize) -> Option<&str> {
        let who = self.story.get(line)?.who?;
        self.about.run.scenario().cast().get(who as usize).map(|member| &*member.name)
    }
}

impl Data for View<'_> {
    fn text(&self, key: &str, at: &[usize]) -> String {
        let slider = |which: usize| self.about.answers.first().map_or(5, |(_, answers)| answers.0[which]).to_string();
        match key {
            "r0" => slider(0),
            "r1" => slider(1),
            "r2" => slider(2),
            "points" => points(&self.places),
            "other-points" => self.about.other().map(|other| points(&self.map.places(other))).unwrap_or_default(),
            _ => {
                let of_decision = || decisions::text(self.about, key, at);
                let map = || self.map.text(key);
                let found = self.of_run(key).or_else(of_decision).or_else(|| self.of_row(key, at)).or_else(map);
                found.unwrap_or_default()
            }
        }
    }

    fn count(&self, key: &str, at: &[usize]) -> usize {
        let debrief = self.about.debrief.as_ref();
        match key {
            "decisions" | "stops" => self.about.run.turns().len(),
            "ifs" => decisions::of(self.about, at).map_or(0, |decision| decision.what_if.len()),
            "outcomes" | "dimensions" | "personas" => 4,
            "hats" | "sides" => 2,
            "three" => 3,
            "ends" => debrief.map_or(0, |debrief| debrief.ends.len()),
            "concepts" => debrief.map_or(0, |debrief| debrief.hats.concepts.len()),
            "story" => self.story.len(),
            "heading-lines" => self.heading.len(),
            "others" => self.about.others.len(),
            "rows" => self.side(0).turns().len().max(self.side(1).turns().len()),
            "answers" => self.about.answers.len(),
            _ => 0,
        }
    }

    fn holds(&self, key: &str, at: &[usize]) -> bool {
        let first = at.first().copied().unwrap_or_default();
        let hats = self.about.debrief.as_ref().map(|debrief| &debrief.hats);
        let turns = self.about.run.turns();
        match key {
            "counted" => hats.is_some(),
            "never" => self.about.debrief.as_ref().is_some_and(|debrief| debrief.last_chance.is_none()),
            "uneven" => hats.is_some_and(|hats| hats.uneven > 0),
            "told" => self.speaker(first).is_none(),
            "said" => self.speaker(first).is_some(),
            "led" => turns.get(first).is_some_and(|turn| self.about.run.response(turn).stance == Stance::Leader),
            "some-others" => !self.about.others.is_empty(),
            "other" => self.about.other().is_some(),
            "chosen" => self.about.beside == Some(first),
            "parted" => self.shared() < self.side(0).turns().len().max(self.side(1).turns().len()),
            "met" => at.last().is_some_and(|side| first < self.side(*side).turns().len()),
            "saw" => !self.about.answers.is_empty(),
            "history" => self.about.answers.len() > 1,
            "alone" => self.about.alone,
            "rtl" => direction(self.about.run.scenario().language()) == "rtl",
            "linked" => !self.about.link().is_empty(),
            _ => decisions::holds(self.about, key, at),
        }
    }
}

/// How a run ended.
fn ends(run: &Run) -> &'static str {
    run.ending().map(|ending| en::OUTCOMES[ending.outcome as usize]).unwrap_or_default()
}

/// A share in per cent. What is not quite nothing, or not quite everything, says so.
pub(super) fn percent(share: Share) -> String {
    match share.thousandths() {
        ..5 if !share.is_none() => "< 1 %".into(),
        995.. if !share.is_all() => "> 99 %".into(),
        other => format!("{} %", (other + 5) / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_but_never_to_nothing_or_to_all() {
        let said = |part, whole| percent(Share::new(part, whole));
        assert_eq!([said(0, 9), said(1, 9999), said(1, 3), said(2, 3)], ["0 %", "< 1 %", "33 %", "67 %"]);
        assert_eq!([said(9999, 10_000), said(9, 9)], ["> 99 %", "100 %"]);
    }
}
