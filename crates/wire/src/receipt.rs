//! Receipts: two bytes a seat, which tell it what was counted and tell the room nothing.

use crate::keys::Key;
use crate::seal::pack;
use crate::up::Said;

/// A receipt.
pub type Receipt = [u8; 2];

/// The receipt of what a seat said as its `n`-th in a round, under its key K_down.
pub fn receipt(key: &Key, round: u64, n: u64, said: &Said) -> Receipt {
    let mut hash = blake3::Hasher::new_keyed(key.bytes());
    hash.update(b"two-hats 1 receipt\0").update(&round.to_le_bytes()).update(&n.to_le_bytes()).update(&pack(said));
    let hash = hash.finalize();
    [hash.as_bytes()[0], hash.as_bytes()[1]]
}
