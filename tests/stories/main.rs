//! The bars that the shipped stories are held to, as far as a program can tell. `cargo run --example story_figures` prints
//! the same figures of any story, and where to look.

mod figures;
mod not_yet;

use figures::{Figure, Story};
use not_yet::NOT_YET;

fn stories() -> Vec<Story> {
    let stories = figures::stories_of(figures::shipped()).expect("the shipped stories");
    assert!(stories.len() >= 6, "there are {} stories", stories.len());
    stories
}

/// Holds each story's figures to their bars, or to its row of what is not yet met.
fn hold(measure: impl Fn(&Story, &[&Story]) -> Vec<Figure>) {
    let stories = stories();
    let found = stories.iter().flat_map(|story| {
        let others: Vec<&Story> = stories.iter().filter(|other| other.id() != story.id()).collect();
        missed(story.id(), &measure(story, &others), NOT_YET)
    });
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The figures that miss their bar, and by more than a row allows for.
fn missed(id: &str, figures: &[Figure], rows: &[(&str, &[(&str, f64)])]) -> Vec<String> {
    let row = |name: &str| {
        let rows = rows.iter().filter(|(story, _)| *story == id).flat_map(|(_, rows)| *rows);
        rows.clone().find(|(known, _)| *known == name).map(|(_, value)| *value)
    };
    let is_missed = |figure: &&Figure| figure.miss(figure.value) > row(figure.name).map_or(0.0, |row| figure.miss(row));
    let line = |figure: &Figure| {
        let places = figure.places.iter().map(|place| format!("\n    {place}")).collect::<String>();
        format!("{id}: {}: {:.2}, and the bar is {}{places}", figure.name, figure.value, figure.bar())
    };
    figures.iter().filter(is_missed).map(line).collect()
}

#[test]
fn the_hats_are_hidden() {
    hold(figures::hats::figures);
}

#[test]
fn it_takes_reading_to_end_in_balance() {
    hold(|story, _| figures::balance::figures(story));
}

#[test]
fn a_story_can_be_followed() {
    hold(|story, _| figures::clarity::figures(story));
}

#[test]
fn the_words_are_easy_and_vary() {
    hold(|story, _| figures::wording::figures(story));
}

#[test]
fn the_texts_are_as_long_as_they_should_be() {
    hold(|story, _| figures::length::figures(story));
}

#[test]
fn the_story_answers_to_what_a_player_does() {
    hold(|story, _| figures::variety::figures(story));
}

#[test]
fn the_stories_are_about_all_that_the_game_teaches() {
    let stories = stories();
    let found = missed("all", &figures::set::figures(&stories.iter().collect::<Vec<_>>()), NOT_YET);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A bar that is met is held from then on.
#[test]
fn a_row_goes_when_its_bar_is_met() {
    let stories = stories();
    for (id, rows) in NOT_YET {
        let story = stories.iter().find(|story| story.id() == *id);
        let found = match story {
            Some(story) => {
                let others: Vec<&Story> = stories.iter().filter(|other| other.id() != *id).collect();
                figures::figures(story, &others)
            }
            None => {
                assert_eq!(*id, "all", "there is no story {id}: delete its rows");
                figures::set::figures(&stories.iter().collect::<Vec<_>>())
            }
        };
        for (name, value) in *rows {
            let figure = found.iter().find(|figure| figure.name == *name);
            let figure = figure.unwrap_or_else(|| panic!("{id}: no figure is called {name:?}"));
            assert!(!figure.is_met(), "{id}: {name} is {:.1} now: delete its row", figure.value);
            assert!(figure.miss(*value) > 0.0, "{id}: {name}: {value} meets the bar, and is no row");
        }
    }
}

#[test]
fn a_row_allows_for_its_own_figure_of_its_own_story_and_no_more() {
    let rows: &[(&str, &[(&str, f64)])] = &[("old", &[("told", 80.0)])];
    let told = |value| [Figure::new("told", value, (0.0, 75.0), vec!["here".into()])];
    assert!(missed("old", &told(80.0), rows).is_empty() && missed("new", &told(75.0), rows).is_empty());
    assert_eq!(missed("old", &told(80.1), rows).len(), 1);
    assert_eq!(missed("new", &told(80.0), rows), ["new: told: 80.00, and the bar is 0 to 75\n    here"]);
}
