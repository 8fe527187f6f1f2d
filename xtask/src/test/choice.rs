//! Which journeys are made in which browser.

use crate::drivers::Browser;

/// The journeys that are wanted.
#[derive(Clone, Copy, Debug)]
pub enum Choice<'a> {
    /// All of them, or those whose names contain this.
    All(Option<&'a str>),
    /// Those of [`CORE`], and in Firefox those of [`HOSTS`].
    Core,
}

/// What an engine is likely to do in a way of its own (focus, keys, storage, offline, files, two windows): the journeys that
/// a second and a third browser make where time is short. All of them are made in Chromium, whatever the time.
const CORE: [&str; 19] = [
    "addresses::an_address_leads_straight_to_a_story",
    "album::the_journal_tells_of_every_run_and_leads_back_into_it",
    "challenge::no_hat_is_seen_before_the_outcome",
    "data::no_word_is_too_long_for_a_phone",
    "debrief::every_decision_is_told_with_its_worth_and_what_else_could_have_come",
    "files::a_faulty_file_is_explained_and_nothing_else_changes",
    "files::an_opened_file_is_played_and_kept",
    "handed_on::a_run_is_played_kept_and_debriefed_from_a_file",
    "handed_on::two_windows_of_a_file_keep_in_step",
    "hosts::each_folder_of_a_host_keeps_its_own_and_takes_over_what_another_kept",
    "hosts::in_a_frame_a_file_and_a_print_are_offered_another_way_and_what_is_read_next_is_in_sight",
    "keyboard::a_story_is_played_by_keys_alone",
    "offline::everything_is_there_without_the_host_after_one_visit",
    "room::a_window_that_is_loaded_again_is_at_once_where_it_was",
    "room::phones::a_phone_votes_beside_the_console",
    "storage::a_full_device_is_told_of_and_the_run_goes_on",
    "visits::a_run_goes_on_where_it_was_left",
    "visits::the_best_outcome_stands_on_the_card",
    "workbench::a_scenario_is_started_broken_mended_and_played",
];

/// What hosts do, to which Firefox answers in ways of its own: it makes these, too, whatever the time. WebKit makes them
/// where all are made.
const HOSTS: [&str; 16] = [
    "handed_on::a_file_whose_host_says_another_encoding_opens",
    "hosts::a_folder_that_is_asked_for_without_its_slash_is_found",
    "hosts::a_game_that_cannot_start_says_why_in_sight",
    "hosts::a_game_that_is_taken_down_is_gone_from_a_device_and_its_runs_stay",
    "hosts::a_header_of_another_encoding_changes_no_letter",
    "hosts::a_host_with_habits_of_its_own_lets_the_game_be_kept",
    "hosts::a_page_without_an_origin_plays_keeps_in_itself_and_says_so",
    "hosts::a_policy_under_which_no_game_can_run_is_named",
    "hosts::a_sign_on_that_ends_is_not_the_networks_fault",
    "hosts::the_settings_say_which_version_it_is_and_whether_it_is_kept",
    "hosts::the_worker_of_a_site_around_the_game_is_no_version_of_it",
    "hosts::what_a_host_once_said_is_not_kept",
    "hosts::what_a_sandbox_refuses_is_said_and_another_way_is_offered",
    "insecure::a_device_that_does_not_keep_the_game_says_so",
    "offline::a_page_keeps_its_version_until_the_player_goes_over_to_the_next",
    "offline::a_page_of_another_version_than_what_is_kept_is_offered_that",
];

/// The journeys of a browser where time is short.
fn core(browser: Browser) -> impl Iterator<Item = &'static str> {
    CORE.into_iter().chain(HOSTS.into_iter().filter(move |_| browser == Browser::Firefox))
}

const NO_PRINT: &str = "its driver has no command to print a page";
const NO_FORCED: &str = "its driver cannot force colours upon a page";
const NO_SIZE: &str = "its driver cannot give a page its size in pixels";
const NO_OTHERS: &str = "its driver has one browser at a time";
const FIVE_PHONES: &str = "room::phones::five_phones_and_hands_take_a_decision_together";
const HOUR: &str = "room::phones::an_hour_with_phones_comes_to_its_end_whatever_happens_on_the_way";

/// What a browser or its driver cannot do: the journey, and why it is not made there.
const NOT_MADE: [(Browser, &str, &str); 23] = [
    (Browser::Firefox, FIVE_PHONES, NO_OTHERS),
    (Browser::WebKit, FIVE_PHONES, NO_OTHERS),
    (Browser::Firefox, HOUR, NO_OTHERS),
    (Browser::WebKit, HOUR, NO_OTHERS),
    (Browser::WebKit, "hosts::a_game_that_cannot_start_says_why_in_sight", NO_SIZE),
    (Browser::Firefox, "steps::on_a_phone_the_responses_begin_on_the_first_screen", NO_SIZE),
    (Browser::WebKit, "steps::on_a_phone_the_responses_begin_on_the_first_screen", NO_SIZE),
    (Browser::Firefox, "steps::on_a_laptop_two_responses_are_seen_whole", NO_SIZE),
    (Browser::WebKit, "steps::on_a_laptop_two_responses_are_seen_whole", NO_SIZE),
    (Browser::WebKit, "guide::the_handout_is_one_page_of_paper", NO_PRINT),
    (
        Browser::WebKit,
        "offline::a_page_keeps_its_version_until_the_player_goes_over_to_the_next",
        "it may go over to a version that waits when its only page is loaded again",
    ),
    (Browser::WebKit, "sweeps::a_debrief_of_ten_decisions_is_eight_pages_of_paper", NO_PRINT),
    (Browser::Firefox, "sweeps::every_page_is_read_in_forced_colours_on_a_light_ground", NO_FORCED),
    (Browser::WebKit, "sweeps::every_page_is_read_in_forced_colours_on_a_light_ground", NO_FORCED),
    (Browser::Firefox, "sweeps::every_page_is_read_in_forced_colours_on_a_dark_ground", NO_FORCED),
    (Browser::WebKit, "sweeps::every_page_is_read_in_forced_colours_on_a_dark_ground", NO_FORCED),
    (Browser::Firefox, "sweeps::every_page_is_read_and_reached_with_letters_twice_as_large", NO_SIZE),
    (Browser::WebKit, "sweeps::every_page_is_read_and_reached_with_letters_twice_as_large", NO_SIZE),
    (Browser::Firefox, "sweeps::every_page_is_read_and_reached_at_four_hundred_per_cent", NO_SIZE),
    (Browser::WebKit, "sweeps::every_page_is_read_and_reached_at_four_hundred_per_cent", NO_SIZE),
    (Browser::Firefox, "sweeps::every_page_is_read_and_reached_on_a_narrow_phone_with_large_letters", NO_SIZE),
    (Browser::WebKit, "sweeps::every_page_is_read_and_reached_on_a_narrow_phone_with_large_letters", NO_SIZE),
    (Browser::WebKit, "touch::a_story_is_begun_with_a_finger", "its driver makes a mouse's click of a finger's touch"),
];

/// What the runner of the journeys is told.
pub fn arguments(browser: Browser, choice: Choice<'_>) -> Vec<&str> {
    match choice {
        Choice::All(only) => only.into_iter().chain(not_made(browser).flat_map(|(name, _)| ["--skip", name])).collect(),
        Choice::Core => ["--exact"].into_iter().chain(core(browser)).collect(),
    }
}

/// A sentence for each journey that is wanted and yet not made.
pub fn left_out(browser: Browser, choice: Choice<'_>) -> Vec<String> {
    let is_wanted = |name: &str| match choice {
        Choice::All(only) => only.is_none_or(|part| name.contains(part)),
        Choice::Core => core(browser).any(|one| one == name),
    };
    let left_out = not_made(browser).filter(|(name, _)| is_wanted(name));
    left_out.map(|(name, why)| format!("{name} is not made in {}: {why}.", browser.name())).collect()
}

fn not_made(browser: Browser) -> impl Iterator<Item = (&'static str, &'static str)> {
    NOT_MADE.into_iter().filter(move |(place, ..)| *place == browser).map(|(_, name, why)| (name, why))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::workspace;

    #[test]
    fn every_journey_that_is_named_is_there() {
        for name in CORE.into_iter().chain(HOSTS).chain(NOT_MADE.map(|(_, name, _)| name)) {
            let (file, test) = name.rsplit_once("::").unwrap();
            let file = format!("{}.rs", file.replace("::", "/"));
            let file = workspace::root().join("tests/journeys/tests/app").join(file);
            let text = fs::read_to_string(file).unwrap();
            assert!(text.contains(&format!("#[test]\nfn {test}()")), "{name}");
        }
    }

    #[test]
    fn the_core_is_what_can_be_made() {
        for (browser, count) in [(Browser::WebKit, CORE.len()), (Browser::Firefox, CORE.len() + HOSTS.len())] {
            assert_eq!(left_out(browser, Choice::Core), Vec::<String>::new());
            assert_eq!(arguments(browser, Choice::Core).len(), count + 1);
        }
    }

    #[test]
    fn what_is_left_out_is_said_where_it_was_wanted() {
        let all = left_out(Browser::WebKit, Choice::All(None));
        assert_eq!(all.len(), arguments(Browser::WebKit, Choice::All(None)).len() / 2);
        let paper = left_out(Browser::WebKit, Choice::All(Some("paper")));
        assert!(matches!(&paper[..], [guide, sheet] if guide.starts_with("guide::") && sheet.starts_with("sweeps::")));
        assert!(paper.iter().all(|sentence| sentence.contains("no command to print")));
        assert!(left_out(Browser::Chromium, Choice::All(None)).is_empty());
    }
}
