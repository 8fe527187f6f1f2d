//! Whether the hats are hidden: by the words of the responses, and by their order.

use super::{AT_MOST, Figure, Story, percent, plain_words};
use scenario::Stance;
use std::collections::{HashMap, HashSet};

pub fn figures(story: &Story, others: &[&Story]) -> Vec<Figure> {
    let mut counter = WordCounter::default();
    for other in others {
        for response in other.scenario.steps().iter().flat_map(|step| &step.responses) {
            if let Some(stance) = response.stance {
                counter.learn(&response.text, stance);
            }
        }
    }
    let steps = story.scenario.steps();
    let mut told = Vec::new();
    for step in steps {
        for response in &step.responses {
            let Some(stance) = response.stance else { continue };
            let signs = counter.signs(&response.text, stance);
            if signs.iter().map(|(sign, _)| sign).sum::<f64>() > 0.0 {
                let words: Vec<&str> = signs.iter().take(4).map(|(_, word)| &**word).collect();
                told.push(format!("{}/{} ({}): {}", step.id, response.id, stance.name(), words.join(", ")));
            }
        }
    }
    let responses: usize = steps.iter().map(|step| step.responses.len()).sum();
    let first = steps.iter().filter(|step| step.responses[0].stance == Some(Stance::Leader));
    let first: Vec<String> = first.map(|step| step.id.to_string()).collect();
    vec![
        Figure::new(
            "responses whose hat a word counter tells, %",
            percent(told.len() as f64, responses as f64),
            (AT_MOST, 75.0),
            told,
        ),
        Figure::new(
            "steps that name the leader's response first, %",
            percent(first.len() as f64, steps.len() as f64),
            (40.0, 60.0),
            first,
        ),
    ]
}

/// Naive Bayes on words and pairs of words, smoothed by Laplace: what is counted in all is one more than was met.
#[derive(Default)]
struct WordCounter {
    /// How often each was met, by stance.
    met: [HashMap<String, u32>; 2],
    /// How many responses were met, by stance.
    responses: [u32; 2],
}

impl WordCounter {
    fn learn(&mut self, text: &str, stance: Stance) {
        self.responses[stance as usize] += 1;
        for word in words_and_pairs(text) {
            *self.met[stance as usize].entry(word).or_default() += 1;
        }
    }

    /// How far each word and pair of a text speaks for a stance and against the other, the strongest first: logarithms
    /// whose sum is over 0 where the text is more likely to be of that stance. What was never met says nothing.
    fn signs(&self, text: &str, stance: Stance) -> Vec<(f64, String)> {
        let other = if stance == Stance::Leader { Stance::Manager } else { Stance::Leader };
        let known: HashSet<&String> = self.met.iter().flat_map(HashMap::keys).collect();
        let likelihood = |word: &String, stance: Stance| {
            let met = &self.met[stance as usize];
            let all = met.values().sum::<u32>() as usize + known.len();
            f64::from(met.get(word).copied().unwrap_or_default() + 1) / all as f64
        };
        let sign = |word: &String| (likelihood(word, stance) / likelihood(word, other)).ln();
        let words = words_and_pairs(text).into_iter().filter(|word| known.contains(word));
        let mut signs: Vec<(f64, String)> = words.map(|word| (sign(&word), word)).collect();
        let met = |stance: Stance| f64::from(self.responses[stance as usize] + 1);
        signs.push(((met(stance) / met(other)).ln(), "how many there are".into()));
        signs.sort_by(|one, two| two.0.total_cmp(&one.0));
        signs
    }
}

fn words_and_pairs(text: &str) -> Vec<String> {
    let words = plain_words(text);
    let pairs: Vec<String> = words.windows(2).map(|pair| pair.join(" ")).collect();
    words.into_iter().chain(pairs).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tiny::{Answer, LEAD, MANAGE, story, value};
    use super::*;

    #[test]
    fn a_counter_tells_a_hat_by_words_that_only_it_uses() {
        let teacher = story(&[(r#"["Go?"]"#, &[LEAD, MANAGE])]);
        let swapped = [Answer { text: "Ask them.", ..MANAGE }, Answer { text: "Count them.", ..LEAD }];
        let told = |answers| value(&figures(&story(&[(r#"["Go?"]"#, answers)]), &[&teacher]), "word counter");
        assert_eq!(told(&[LEAD, MANAGE]), 100.0);
        assert_eq!(told(&swapped), 0.0);
        assert_eq!(told(&[LEAD, Answer { text: "Wait.", ..MANAGE }]), 50.0, "words never met tell nothing");
    }

    #[test]
    fn what_was_never_counted_counts_as_one() {
        let mut counter = WordCounter::default();
        counter.learn("ask", Stance::Leader);
        counter.learn("count", Stance::Manager);
        // Of two words known, a leader said one once: "ask" has 2 of 3 with a leader, and 1 of 3 with a manager.
        let signs = counter.signs("Ask!", Stance::Leader);
        assert!((signs[0].0 - 2.0_f64.ln()).abs() < 1e-12 && signs[0].1 == "ask", "{signs:?}");
    }

    #[test]
    fn the_first_response_of_a_step_is_the_leaders_in_half() {
        let steps: [(&str, &[Answer<'_>]); 2] = [
            (r#"["Go?"]"#, &[Answer { to: "s1", ..LEAD }, Answer { to: "s1", ..MANAGE }]),
            (r#"["Go?"]"#, &[MANAGE, LEAD]),
        ];
        let first = |steps| value(&figures(&story(steps), &[]), "first");
        assert_eq!([first(&steps), first(&steps[1..])], [50.0, 0.0]);
    }
}
