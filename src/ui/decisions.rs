//! Decisions that were taken: their hats and effects, in words.

use super::element::{Html, classes, el};
use super::{WORDS, icon};
use crate::app::view::Decision;
use crate::words::signed;
use scenario::{Effect, Stance};

/// A hat with its name.
pub(super) fn tag(hat: Stance) -> Html {
    self::hat(hat, WORDS.stance(hat))
}

/// A hat with a word beside it.
pub(super) fn hat(hat: Stance, word: &'static str) -> Html {
    el!("span", "class" = classes("tag", Some(hat.name()))).put(icon::draw(icon::hat(hat))).text(word).build()
}

/// An effect in words: `Leadership +2, Management −1`.
pub(super) fn effect(effect: Effect) -> String {
    let (leadership, management) = (signed(effect.leadership), signed(effect.management));
    format!("{} {leadership}, {} {management}", WORDS.leadership, WORDS.management)
}

/// The hat and the effect of a decision, where they are shown.
pub(super) fn tags(decision: &Decision<'_>) -> Option<Html> {
    let (hat, added) = (decision.hat?, decision.effect?);
    Some(el!("p", "class" = "tags").put(tag(hat)).with(el!("span").text(effect(added))).build())
}
