//! Chance and time, which the caller brings.

use hpke::rand_core::{TryCryptoRng, TryRng};
use std::convert::Infallible;
use std::error::Error;
use std::fmt;
use zeroize::Zeroize;

/// Where random bytes come from: `crypto.getRandomValues` in a browser, the system elsewhere.
pub trait Chance {
    /// Fills all of `out` with bytes that nobody can foretell.
    ///
    /// # Errors
    /// [`NoChance`] where the device has none to give. Nothing is sealed then.
    fn fill(&mut self, out: &mut [u8]) -> Result<(), NoChance>;
}

/// The device gives no random bytes, so that there can be no keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoChance;

impl fmt::Display for NoChance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this device gives no random numbers, and without them there is no room")
    }
}

impl Error for NoChance {}

/// So many random bytes.
pub(crate) fn draw<const N: usize>(chance: &mut dyn Chance) -> Result<[u8; N], NoChance> {
    let mut bytes = [0; N];
    chance.fill(&mut bytes)?;
    Ok(bytes)
}

/// A random number from 0 up to and without `below`, for waits.
pub(crate) fn wait(chance: &mut dyn Chance, below: u64) -> Result<u64, NoChance> {
    Ok(u64::from_le_bytes(draw(chance)?) % below.max(1))
}

/// The moment at which something arrives, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// Since 1970, by a clock that people may set.
    pub wall: u64,
    /// Since some moment, by a clock that only goes forward: waits are counted by it.
    pub run: u64,
}

/// Bytes that were drawn before, as `hpke` asks for them.
pub(crate) struct Drawn([u8; 32]);

impl Drawn {
    pub(crate) fn from(chance: &mut dyn Chance) -> Result<Self, NoChance> {
        draw(chance).map(Self)
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl TryRng for Drawn {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        // A second draw must not repeat the first, whoever asks for it.
        let mut stream = blake3::Hasher::new_derive_key("two-hats 1 drawn").update(&self.0).finalize_xof();
        let mut next = [0; 32];
        stream.fill(&mut next);
        stream.fill(out);
        self.0 = next;
        Ok(())
    }
}

impl TryCryptoRng for Drawn {}
