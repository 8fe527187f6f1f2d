//! The rules, one file each.

mod cycle;
mod decided_early;
mod dominated_response;
mod duplicate_key;
mod empty_text;
mod failed_expectation;
mod hard_to_read;
mod id_mismatch;
mod identical_responses;
mod invalid_id;
mod invalid_json;
mod invalid_number;
mod invalid_picture;
mod markup_in_text;
mod missing_dimension;
mod missing_fallback;
mod missing_field;
mod missing_outcome;
mod missing_picture;
mod missing_stance;
mod not_decided;
mod one_hat_wins;
mod over_limit;
mod script_in_picture;
mod telling_length;
mod text_length;
mod to_do;
#[cfg(test)]
mod trial;
mod unknown_concept;
mod unknown_face;
mod unknown_field;
mod unknown_flag;
mod unknown_language;
mod unknown_scene;
mod unknown_speaker;
mod unknown_step;
mod unknown_value;
mod unlikely_minutes;
mod unreachable_branch;
mod unreachable_outcome;
mod unreachable_response;
mod unreachable_step;
mod unreachable_variant;
mod unread_flag;
mod unsupported_format;
mod unused_flag;
mod unused_speaker;
mod unwritten_text;
mod weightless_decision;
mod wrong_type;

use super::Rule;

/// All rules, in the order of their page: errors, warnings, notes.
pub(super) const ALL: [&Rule; 49] = [
    &invalid_json::RULE,
    &wrong_type::RULE,
    &missing_field::RULE,
    &unknown_field::RULE,
    &duplicate_key::RULE,
    &invalid_id::RULE,
    &unsupported_format::RULE,
    &id_mismatch::RULE,
    &unknown_step::RULE,
    &unknown_flag::RULE,
    &unknown_speaker::RULE,
    &unknown_concept::RULE,
    &unknown_value::RULE,
    &invalid_number::RULE,
    &empty_text::RULE,
    &cycle::RULE,
    &missing_stance::RULE,
    &missing_fallback::RULE,
    &missing_outcome::RULE,
    &failed_expectation::RULE,
    &missing_picture::RULE,
    &invalid_picture::RULE,
    &over_limit::RULE,
    &to_do::RULE,
    &unreachable_step::RULE,
    &unreachable_response::RULE,
    &unreachable_branch::RULE,
    &unreachable_variant::RULE,
    &unreachable_outcome::RULE,
    &unused_speaker::RULE,
    &unused_flag::RULE,
    &unread_flag::RULE,
    &identical_responses::RULE,
    &weightless_decision::RULE,
    &dominated_response::RULE,
    &one_hat_wins::RULE,
    &decided_early::RULE,
    &telling_length::RULE,
    &missing_dimension::RULE,
    &hard_to_read::RULE,
    &markup_in_text::RULE,
    &unwritten_text::RULE,
    &unknown_scene::RULE,
    &unknown_face::RULE,
    &script_in_picture::RULE,
    &unknown_language::RULE,
    &unlikely_minutes::RULE,
    &text_length::RULE,
    &not_decided::RULE,
];

pub(super) use id_mismatch::RULE as ID_MISMATCH;
pub(super) use not_decided::RULE as NOT_DECIDED;
