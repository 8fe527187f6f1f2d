//! Files in one, as ZIP holds them without making them smaller.

/// A file with its name.
pub struct File {
    /// Its name in the archive, with a slash between folders.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Version 2.0 of the format is enough to read it.
const VERSION: u16 = 20;

/// The first day that there is: the same session makes the same file.
const DAY: u16 = (1 << 5) | 1;

/// The files as a ZIP archive; `None` where they are larger than one holds.
pub fn zip(files: &[File]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut list = Vec::new();
    for File { name, bytes } in files {
        let start = u32::try_from(out.len()).ok()?;
        let size = u32::try_from(bytes.len()).ok()?;
        // What the archive says of a file, there and in its list.
        let mut about = Vec::new();
        for number in [VERSION, 0, 0, 0, DAY] {
            about.extend(number.to_le_bytes());
        }
        for number in [checksum(bytes), size, size] {
            about.extend(number.to_le_bytes());
        }
        for number in [u16::try_from(name.len()).ok()?, 0] {
            about.extend(number.to_le_bytes());
        }
        out.extend(b"PK\x03\x04");
        out.extend(&about);
        out.extend(name.as_bytes());
        out.extend(bytes);
        list.extend(b"PK\x01\x02");
        list.extend(VERSION.to_le_bytes());
        list.extend(&about);
        // No remark, on the first disk, of no kind, with no rights.
        list.extend([0; 10]);
        list.extend(start.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let count = u16::try_from(files.len()).ok()?;
    let [start, size] = [out.len(), list.len()].map(|length| u32::try_from(length).ok());
    out.extend(list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count, count].map(u16::to_le_bytes).concat());
    out.extend([size?, start?].map(u32::to_le_bytes).concat());
    out.extend([0, 0]);
    Some(out)
}

/// CRC-32, as ZIP has it.
pub fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_one_that_everybody_knows() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }
}
