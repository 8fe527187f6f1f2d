//! The directory at the end of an archive: which files it says that it has.

use crate::ArchiveError;

/// A file as the directory has it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Its whole name, which leads nowhere else.
    pub name: String,
    /// Whether its bytes are deflated; else they stand there as they are.
    pub deflated: bool,
    /// CRC-32 of what it holds.
    pub sum: u32,
    /// How many bytes stand in the archive.
    pub packed: usize,
    /// How many bytes it holds.
    pub size: u64,
    /// Where what is said of it begins, in front of its bytes.
    pub start: usize,
}

/// How many files are looked at.
const MOST: usize = 1000;

/// Numbers of a row of bytes, the lowest byte first.
pub(crate) struct Numbers<'b>(pub &'b [u8]);

impl<'b> Numbers<'b> {
    pub fn bytes(&mut self, count: usize) -> Option<&'b [u8]> {
        let (bytes, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(bytes)
    }

    pub fn short(&mut self) -> Option<u16> {
        self.bytes(2)?.try_into().ok().map(u16::from_le_bytes)
    }

    pub fn long(&mut self) -> Option<u32> {
        self.bytes(4)?.try_into().ok().map(u32::from_le_bytes)
    }
}

/// Where the end of the directory stands, at the end of the archive, before a remark.
fn end(bytes: &[u8]) -> Option<usize> {
    let first = bytes.len().saturating_sub(22 + usize::from(u16::MAX));
    let starts = |at: &usize| bytes[*at..].starts_with(b"PK\x05\x06");
    let fits = |at: &usize| {
        let remark = bytes.get(at + 20..at + 22).and_then(|length| length.try_into().ok()).map(u16::from_le_bytes);
        remark.is_some_and(|length| at + 22 + usize::from(length) == bytes.len())
    };
    (first..bytes.len()).rev().filter(starts).find(fits)
}

/// All files of an archive, folders left out.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Entry>, ArchiveError> {
    let end = end(bytes).ok_or(ArchiveError::CutShort)?;
    let damaged = || ArchiveError::Damaged(String::new());
    let mut about = Numbers(&bytes[end + 4..]);
    let mut shorts = || Some([about.short()?, about.short()?, about.short()?, about.short()?]);
    let [disk, first, here, count] = shorts().ok_or_else(damaged)?;
    let (length, start) = (about.long().ok_or_else(damaged)?, about.long().ok_or_else(damaged)?);
    let locator = end.checked_sub(20).is_some_and(|at| bytes[at..].starts_with(b"PK\x06\x07"));
    if locator || count == u16::MAX || length == u32::MAX || start == u32::MAX {
        return Err(ArchiveError::Zip64);
    }
    if disk != 0 || first != 0 || here != count {
        return Err(ArchiveError::Split);
    }
    if usize::from(count) > MOST {
        return Err(ArchiveError::TooMany(usize::from(count), MOST));
    }
    let list = bytes.get(start as usize..end).filter(|list| list.len() == length as usize).ok_or_else(damaged)?;
    let mut list = Numbers(list);
    let mut entries: Vec<Entry> = Vec::new();
    for _ in 0..count {
        let entry = entry(&mut list).ok_or_else(damaged)??;
        if entry.name.ends_with('/') {
            continue;
        }
        if let Some(twice) = entries.iter().find(|other| same(&other.name, &entry.name)) {
            return Err(ArchiveError::Duplicate(shortened(&twice.name)));
        }
        entries.push(entry);
    }
    // Files that share bytes of the archive would make a small one large.
    let mut places: Vec<(usize, usize)> = entries.iter().map(|entry| (entry.start, entry.packed)).collect();
    places.sort_unstable();
    let apart = places.windows(2).all(|pair| pair[0].0 + pair[0].1 < pair[1].0);
    let inside = places.last().is_none_or(|(at, packed)| at + packed < start as usize);
    if !list.0.is_empty() || !apart || !inside {
        return Err(damaged());
    }
    Ok(entries)
}

/// Whether two names are the same on some disks: they do not tell capital letters apart.
fn same(one: &str, other: &str) -> bool {
    one == other || one.to_lowercase() == other.to_lowercase()
}

/// The next file of the directory; `None` where there is none.
fn entry(list: &mut Numbers<'_>) -> Option<Result<Entry, ArchiveError>> {
    if list.bytes(4)? != b"PK\x01\x02" {
        return None;
    }
    let [_made, _needed, flags, method, _time, _day] =
        [list.short()?, list.short()?, list.short()?, list.short()?, list.short()?, list.short()?];
    let [sum, packed, size] = [list.long()?, list.long()?, list.long()?];
    let [name, extra, remark, disk, _kind] =
        [list.short()?, list.short()?, list.short()?, list.short()?, list.short()?];
    let (_rights, start) = (list.long()?, list.long()?);
    let name = list.bytes(usize::from(name))?;
    list.bytes(usize::from(extra))?;
    list.bytes(usize::from(remark))?;
    // Names in other encodings cannot be those of a scenario or a picture.
    let name = String::from_utf8_lossy(name).into_owned();
    Some(if !is_safe(&name) {
        Err(ArchiveError::UnsafeName(shortened(&name)))
    } else if [packed, size, start].contains(&u32::MAX) {
        Err(ArchiveError::Zip64)
    } else if disk != 0 {
        Err(ArchiveError::Split)
    } else if flags & 1 != 0 {
        Err(ArchiveError::Encrypted(shortened(&name)))
    } else if !matches!(method, 0 | 8) {
        Err(ArchiveError::UnknownMethod(shortened(&name)))
    } else if method == 0 && packed != size {
        Err(ArchiveError::Damaged(shortened(&name)))
    } else {
        let (packed, size, start) = (packed as usize, u64::from(size), start as usize);
        Ok(Entry { name, deflated: method == 8, sum, packed, size, start })
    })
}

/// Whether a name stays inside of the archive, and means one place on every system.
fn is_safe(name: &str) -> bool {
    let inner = name.strip_suffix('/').unwrap_or(name);
    let plain = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains([':', '\\']);
    !name.chars().any(char::is_control) && inner.split('/').all(plain)
}

/// A name as it fits into a message.
pub(crate) fn shortened(name: &str) -> String {
    let plain = name.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter });
    plain.take(100).collect()
}
