//! The concept that was short in a run.

use play::Run;
use scenario::{Concept, Stance};

/// The hat that was short: that of the meter that ended lower against its line; where they are level, the one that was
/// worn less often; and then the leader's.
pub(super) fn short_hat(run: &Run) -> Stance {
    let [leadership, management] = super::Course::of(run).map(|course| course.margin());
    let worn = |hat| run.turns().iter().filter(|turn| run.response(turn).stance == Some(hat)).count();
    match leadership.cmp(&management) {
        std::cmp::Ordering::Less => Stance::Leader,
        std::cmp::Ordering::Greater => Stance::Manager,
        std::cmp::Ordering::Equal if worn(Stance::Manager) < worn(Stance::Leader) => Stance::Manager,
        std::cmp::Ordering::Equal => Stance::Leader,
    }
}

/// The concept that was short: of what leaders do (L1 to L5) or managers (M1 to M5), by the hat that was short, the one
/// that most of the responses practise that were offered and not taken, those that were taken counting against it. Of
/// several the first of the list; `None` where no such response was left lying.
pub(super) fn short_concept(run: &Run) -> Option<Concept> {
    let family = if short_hat(run) == Stance::Leader { "L" } else { "M" };
    let mut found: Option<(Concept, usize)> = None;
    for concept in Concept::all().filter(|concept| concept.id().starts_with(family)) {
        let (mut left, mut taken) = (0, 0);
        for (at, turn) in run.decisions() {
            let mut before = run.clone();
            before.undo_to(at);
            for (response, _) in before.offered().filter(|(_, offered)| offered.concepts.contains(&concept)) {
                *if response == turn.response { &mut taken } else { &mut left } += 1;
            }
        }
        let missed: usize = usize::saturating_sub(left, taken);
        if missed > 0 && found.is_none_or(|(_, most)| most < missed) {
            found = Some((concept, missed));
        }
    }
    found.map(|(concept, _)| concept)
}
