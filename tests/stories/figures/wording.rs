//! How hard the words are, and which of them come too often.

use super::{AT_MOST, Figure, Kind, Story, percent, plain_words};
use std::collections::BTreeMap;

pub fn figures(story: &Story) -> Vec<Figure> {
    let texts = story.texts();
    let lines =
        || texts.iter().flat_map(|text| text.lines.iter().map(|(line, _)| *line)).chain([story.scenario.summary()]);
    let all: Vec<String> = lines().flat_map(plain_words).collect();
    let nobody = |words: &[String]| words[0] == "nobody" || (words[0] == "no" && words[1] == "one");
    let nobodies = all.windows(2).filter(|words| nobody(words)).count();
    let (openings, share) = openings(story);
    vec![
        Figure::new("grade of reading", lint::grade(lines()).unwrap_or_default(), (AT_MOST, 8.0), hardest(story)),
        Figure::new(
            "\"nobody\" or \"no one\" in 400 words",
            nobodies as f64 * 400.0 / all.len() as f64,
            (AT_MOST, 1.0),
            vec![],
        ),
        Figure::new("consequences with the commonest two first words, %", share, (AT_MOST, 8.0), openings),
    ]
}

/// The five texts that are hardest to read.
fn hardest(story: &Story) -> Vec<String> {
    let texts = story.texts();
    let grades = texts.iter().filter_map(|text| Some((lint::grade(text.lines.iter().map(|(line, _)| *line))?, text)));
    let mut grades: Vec<_> = grades.collect();
    grades.sort_by(|one, other| other.0.total_cmp(&one.0));
    grades.iter().take(5).map(|(grade, text)| format!("{grade:.1} at {} ({:?})", text.place, text.kind)).collect()
}

/// The places of the commonest opening of consequences, and its share of them.
fn openings(story: &Story) -> (Vec<String>, f64) {
    let texts = story.texts();
    let mut places: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    let consequences: Vec<_> = texts.iter().filter(|text| text.kind == Kind::Consequence).collect();
    for text in &consequences {
        let mut opening = text.lines.first().map(|(line, _)| plain_words(line)).unwrap_or_default();
        opening.truncate(2);
        places.entry(opening).or_default().push(text.place.clone());
    }
    let commonest = places.into_iter().max_by_key(|(_, places)| places.len());
    let (opening, places) = commonest.unwrap_or_default();
    let share = percent(places.len() as f64, consequences.len() as f64);
    (places.into_iter().map(|place| format!("\"{}\": {place}", opening.join(" "))).collect(), share)
}

#[cfg(test)]
mod tests {
    use super::super::tiny::{Answer, LEAD, MANAGE, story, value};
    use super::*;

    #[test]
    fn the_commonest_opening_is_that_of_most_consequences() {
        let told = |consequence| Answer { consequence, ..LEAD };
        let answers =
            [told(r#"["It takes a day."]"#), told(r#"["It takes two.", "Rain."]"#), told(r#"["It is done."]"#), MANAGE];
        let (places, share) = openings(&story(&[(r#"["Go?"]"#, &answers)]));
        assert_eq!((share, places), (50.0, vec!["\"it takes\": s0/r0".to_owned(), "\"it takes\": s0/r1".to_owned()]));
        let (_, share) = openings(&story(&[(r#"["Go?"]"#, &[answers[0], answers[2], MANAGE])]));
        assert!(share < 34.0);
    }

    #[test]
    fn nobody_is_counted_in_four_hundred_words() {
        let count = |situation| value(&figures(&story(&[(situation, &[LEAD, MANAGE])])), "nobody");
        // The situation has six words, all other texts have 19: the summary, two responses, two consequences, four endings.
        assert_eq!(count(r#"["Nobody comes, and no one goes."]"#), 2.0 * 400.0 / 25.0);
        assert_eq!(count(r#"["No, one of them will go."]"#), 400.0 / 25.0, "a comma is not heard");
        assert_eq!(count(r#"["Somebody comes."]"#), 0.0);
    }
}
