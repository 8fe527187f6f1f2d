//! The bars that the shipped stories are held to, as far as a program can tell. `cargo run --example story_figures` prints
//! the same figures of any story, and where to look.

mod figures;

use figures::{Figure, Story};
use std::collections::BTreeSet;

fn stories() -> Vec<Story> {
    let stories = figures::stories_of(figures::shipped()).expect("the shipped stories");
    assert!(stories.len() >= 6, "there are {} stories", stories.len());
    stories
}

/// Holds each story's figures to their bars.
fn hold(measure: impl Fn(&Story, &[&Story]) -> Vec<Figure>) {
    let stories = stories();
    let found = stories.iter().flat_map(|story| {
        let others: Vec<&Story> = stories.iter().filter(|other| other.id() != story.id()).collect();
        missed(story.id(), &measure(story, &others))
    });
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The figures that miss their bar, each in a line.
fn missed(id: &str, figures: &[Figure]) -> Vec<String> {
    let line = |figure: &Figure| {
        let places = figure.places.iter().map(|place| format!("\n    {place}")).collect::<String>();
        format!("{id}: {}: {:.2}, and the bar is {}{places}", figure.name, figure.value, figure.bar())
    };
    figures.iter().filter(|figure| !figure.is_met()).map(line).collect()
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
    let found = missed("all", &figures::set::figures(&stories.iter().collect::<Vec<_>>()));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn each_figure_has_a_name_of_its_own() {
    let stories = stories();
    let (story, others) = stories.split_first().expect("a story");
    let found = figures::figures(story, &others.iter().collect::<Vec<_>>());
    let names: BTreeSet<&str> = found.iter().map(|figure| figure.name).collect();
    assert_eq!(names.len(), found.len());
}

#[test]
fn a_missed_bar_is_told_with_its_place() {
    let told = |value| [Figure::new("told", value, (0.0, 75.0), vec!["here".into()])];
    assert!(missed("new", &told(75.0)).is_empty());
    assert_eq!(missed("new", &told(80.0)), ["new: told: 80.00, and the bar is 0 to 75\n    here"]);
}
