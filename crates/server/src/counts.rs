//! Who is connected, in numbers.

use crate::talk::Role;
use std::collections::HashSet;
use std::fmt;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The most devices that are told apart.
const DEVICES: usize = 4096;

/// Who is connected.
#[derive(Debug, Default)]
pub struct Counts {
    now: Mutex<Now>,
}

#[derive(Debug, Default)]
struct Now {
    summary: Summary,
    devices: HashSet<IpAddr>,
}

/// Who is and was connected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Seats that are connected.
    pub seats: usize,
    /// The most seats that were connected at once.
    pub most: usize,
    /// Pages of the facilitator that are connected.
    pub hosts: usize,
    /// Other devices that ever asked for something.
    pub devices: usize,
}

impl Counts {
    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection was opened.
    pub(crate) fn came(&self, role: Role) {
        let summary = &mut self.now().summary;
        match role {
            Role::Host => summary.hosts += 1,
            Role::Seat => {
                summary.seats += 1;
                summary.most = summary.most.max(summary.seats);
            }
        }
    }

    /// A connection is over.
    pub(crate) fn went(&self, role: Role) {
        let summary = &mut self.now().summary;
        let count = if role == Role::Host { &mut summary.hosts } else { &mut summary.seats };
        *count = count.saturating_sub(1);
    }

    /// A device asked for something.
    pub(crate) fn met(&self, device: IpAddr) {
        let mut now = self.now();
        if !device.is_loopback() && now.devices.len() < DEVICES {
            now.devices.insert(device);
            now.summary.devices = now.devices.len();
        }
    }

    /// Who is and was connected.
    pub fn summary(&self) -> Summary {
        self.now().summary
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Summary { seats, most, hosts, devices: _ } = self;
        let page = if *hosts == 0 {
            "The facilitator's page was not connected"
        } else {
            "The facilitator's page was connected"
        };
        match (most, seats) {
            (0, _) => write!(f, "{page}, and no phone had been."),
            (_, 1) => write!(f, "{page}, and 1 phone was; at most {most} at once."),
            (_, seats) => write!(f, "{page}, and {seats} phones were; at most {most} at once."),
        }
    }
}
