//! Shapes that more than one page draws, each as a path on a field of 24 by 24.

use scenario::{Outcome, Stance};

/// The hat of a stance: the leader's is round, the manager's is straight.
pub const fn hat(stance: Stance) -> &'static str {
    match stance {
        Stance::Leader => "M6.2 14.6C6 8.5 8 5.5 12 5.5s6 3 5.8 9.1M2.5 12.5c.8 3.6 4.5 5 9.5 5s8.7-1.4 9.5-5",
        Stance::Manager => "M6.5 15V7h11v8M2.5 15h19v2.8h-19ZM6.5 11.5h11",
    }
}

/// An outcome: a beam with a square (management) and a round (leadership) weight, or a boat adrift.
pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Balanced => {
            "M2 13 22 13M12 13l3.6 7.5H8.4ZM3.2 13 3.2 7.4 8.8 7.4 8.8 13M14.9 9.9a3.1 3.1 0 1 0 6.2 0 3.1 3.1 0 1 0-6.2 0"
        }
        Outcome::UnderLed => {
            "M2.4 15.9 21.6 10.1M12 13l3.6 7.5H8.4ZM3.6 15.6 1.9 10.2 7.3 8.6 8.9 13.9M13.7 8.3a3.1 3.1 0 1 0 6.2 0 3.1 3.1 0 1 0-6.2 0"
        }
        Outcome::UnderManaged => {
            "M2.4 10.1 21.6 15.9M12 13l3.6 7.5H8.4ZM3.6 10.4 5.2 5.1 10.6 6.7 8.9 12.1M15.5 11.8a3.1 3.1 0 1 0 6.2 0 3.1 3.1 0 1 0-6.2 0"
        }
        Outcome::Adrift => {
            "M2 19.5c1.7 0 1.7-1.3 3.3-1.3s1.7 1.3 3.4 1.3 1.6-1.3 3.3-1.3 1.7 1.3 3.3 1.3 1.7-1.3 3.4-1.3 1.6 1.3 3.3 1.3M4 11.5l14.5-3-1.5 5.7-9 1.8ZM10.5 10 9 3.5l6.2 3.3"
        }
    }
}
