//! Files in an HTML page: packed together, and written as characters of an encoding that has one for each byte.
//!
//! A wasm is taken apart into streams of what is alike. These, and all other files together, are packed piece by piece; see
//! [`packer`]. The page says that it is written in windows-1252, where each byte is a character; four bytes would not come
//! back as they are, and what is packed does without them. The unpacker itself stands in the page beside it, and has those
//! bytes: there each becomes `=` and itself with another bit. The page's script reads them back,
//! `xtask/src/downloads/open.js`.

mod packer;

use packer::Packer;

/// Before a byte that is written in another way.
const ESCAPE: u8 = b'=';

/// What is another in it.
const TURNED: u8 = 0x40;

/// A file: its name, and what it holds.
pub type File = (String, Vec<u8>);

/// The files, as an element of a page. It says how long it is and what its bytes sum up to, so that one that was cut short or
/// changed on its way is known. `None` where a wasm cannot be taken apart, or a file is larger than any should be.
pub fn element(files: &[File]) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    for (name, bytes) in files {
        plain.extend(format!("{name} {}\n", bytes.len()).as_bytes());
    }
    plain.push(b'\n');
    let mut packer = Packer::default();
    let mut size = 0;
    for (name, bytes) in files {
        if name.ends_with(".wasm") {
            size += plain.len() + bytes.len();
            packer.plain(&plain)?;
            packer.wasm(bytes)?;
            plain.clear();
        } else {
            plain.extend(bytes);
        }
    }
    packer.plain(&plain)?;
    Some(written(&format!("parcel data-size={}", size + plain.len()), &packer.done()))
}

/// The unpacker's wasm, as an element of a page that says the same of itself.
pub fn unpacker(wasm: &[u8]) -> Vec<u8> {
    written("unpacker", wasm)
}

/// Bytes as an element of a class.
fn written(class: &str, bytes: &[u8]) -> Vec<u8> {
    let about = format!("data-length={} data-sum={}", bytes.len(), sum(bytes));
    let mut out = format!("<script type=text/plain class={class} {about}>").into_bytes();
    for byte in bytes {
        if matches!(byte, 0 | b'\r' | b'<' | &ESCAPE) {
            out.extend([ESCAPE, byte ^ TURNED]);
        } else {
            out.push(*byte);
        }
    }
    out.extend(b"</script>");
    out
}

/// Adler-32.
fn sum(bytes: &[u8]) -> u32 {
    let (one, two) = bytes.iter().fold((1_u32, 0_u32), |(one, two), byte| {
        let one = (one + u32::from(*byte)) % 65_521;
        (one, (two + one) % 65_521)
    });
    (two << 16) | one
}

/// The files of each element of a page, as the page's script reads them; `None` where one is not as it was written.
#[cfg(test)]
pub(crate) fn files_of(page: &[u8]) -> Option<Vec<Vec<File>>> {
    let find = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).position(|part| part == what);
    let mut rest = page;
    let mut all = Vec::new();
    while let Some(at) = find(rest, b"<script type=text/plain class=parcel") {
        rest = &rest[at..];
        let start = find(rest, b">")? + 1;
        let end = find(rest, b"</script>")?;
        let tag = std::str::from_utf8(&rest[..start - 1]).ok()?;
        let said = |name: &str| tag.split_once(name)?.1.split(' ').next()?.parse::<u32>().ok();
        let mut bytes = rest[start..end].iter();
        let mut packed = Vec::new();
        while let Some(byte) = bytes.next() {
            packed.push(if *byte == ESCAPE { bytes.next()? ^ TURNED } else { *byte });
        }
        (said("data-length=")? as usize == packed.len() && said("data-sum=")? == sum(&packed)).then_some(())?;
        let plain = unpacker::unpack(&packed, said("data-size=")? as usize)?;
        let head = find(&plain, b"\n\n")?;
        let mut from = head + 2;
        let mut files = Vec::new();
        for line in std::str::from_utf8(&plain[..head]).ok()?.lines() {
            let (name, length) = line.split_once(' ')?;
            let length: usize = length.parse().ok()?;
            files.push((name.to_owned(), plain.get(from..from + length)?.to_vec()));
            from += length;
        }
        all.push(files);
        rest = &rest[end..];
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that no packer makes smaller, each of which comes up.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        (0..length).map(|_| next()).collect()
    }

    #[test]
    fn files_come_back_as_they_were() {
        let files = [("a.bin".to_owned(), noise(100_000)), ("b/c.txt".into(), b"\r\n<</script>\0=".to_vec())];
        let element = element(&files).unwrap();
        assert_eq!(files_of(&element).unwrap(), [files.to_vec()]);
        // What cannot be packed grows a little by it, and by what 252 digits say less than 256.
        assert!(element.len() < 103_000, "{}", element.len());
    }

    #[test]
    fn nothing_that_a_page_changes_stands_in_it() {
        let element = element(&[("a".to_owned(), noise(50_000))]).unwrap();
        let inside = &element[element.iter().position(|byte| *byte == b'>').unwrap() + 1..element.len() - 9];
        assert!(!inside.iter().any(|byte| matches!(byte, 0 | b'\r' | b'<')));
    }

    #[test]
    fn one_that_was_cut_short_or_changed_is_known() {
        let element = element(&[("a".to_owned(), noise(1_000))]).unwrap();
        let mut cut = element.clone();
        cut.remove(500);
        assert_eq!(files_of(&cut), None);
        let mut changed = element;
        changed[500] = if changed[500] == b'a' { b'b' } else { b'a' };
        assert_eq!(files_of(&changed), None);
    }
}
