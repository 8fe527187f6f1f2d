//! How fast a connection may talk: a second's worth at once, then evenly.

use std::time::Duration;
use tokio::time::Instant;

/// How fast a connection may talk.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    each: Duration,
    /// When all that was said would have been said evenly.
    even: Instant,
}

impl Rate {
    /// So many packets a second, from now on.
    pub fn new(a_second: u32, now: Instant) -> Self {
        Rate { each: Duration::from_secs(1) / a_second.max(1), even: now }
    }

    /// Packets were said.
    pub fn said(&mut self, packets: usize, now: Instant) {
        let packets = u32::try_from(packets).unwrap_or(u32::MAX);
        self.even = self.even.max(now) + self.each.saturating_mul(packets);
    }

    /// When the next may be read.
    pub fn next(&self) -> Instant {
        // The clock may be younger than a second.
        self.even.checked_sub(Duration::from_secs(1)).map_or(self.even, |next| next + self.each)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_is_said_at_once_and_the_rest_evenly() {
        let now = Instant::now() + Duration::from_secs(10);
        let mut rate = Rate::new(20, now);
        for _ in 0..20 {
            assert!(rate.next() <= now);
            rate.said(1, now);
        }
        assert_eq!(rate.next(), now + Duration::from_millis(50));
        rate.said(20, now);
        assert_eq!(rate.next(), now + Duration::from_millis(1050));
        let later = now + Duration::from_secs(60);
        rate.said(1, later);
        assert!(rate.next() <= later);
    }
}
