//! Compressed copies of files, for hosts that send them as they lie there.

use std::{io::Write, sync::atomic, thread};

use anyhow::{Context, Result, anyhow};
use flate2::{Compression, write::GzEncoder};

use crate::sign::File;

/// How the copies' names end: gzip's, and brotli's.
pub const ENDINGS: [&str; 2] = [".gz", ".br"];

/// A copy that saves less than a tenth is not worth a place on a host.
const WORTH: usize = 10;

/// Whether a path is that of a copy.
pub fn is_copy(path: &str) -> bool {
    ENDINGS.iter().any(|ending| path.ends_with(ending))
}

/// The copies that are worth it. The machine's cores share the work, the largest files first.
pub fn copies(files: &[File]) -> Result<Vec<File>> {
    let mut order: Vec<&File> = files.iter().collect();
    order.sort_by_key(|file| std::cmp::Reverse(file.bytes.len()));
    let next = atomic::AtomicUsize::new(0);
    let work = || {
        let mut made = Vec::new();
        while let Some(file) = order.get(next.fetch_add(1, atomic::Ordering::Relaxed)) {
            for (ending, bytes) in ENDINGS.into_iter().zip([gzip(&file.bytes)?, brotli(&file.bytes)?]) {
                if bytes.len() + file.bytes.len() / WORTH < file.bytes.len() {
                    made.push(File { path: format!("{}{ending}", file.path), bytes });
                }
            }
        }
        Ok(made)
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let made: Vec<Result<Vec<File>>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|_| Err(anyhow!("a file cannot be compressed"))))
            .collect()
    });
    let mut copies: Vec<File> = made.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
    copies.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(copies)
}

/// Brotli at its best.
pub fn brotli(plain: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &parameters).context("brotli fails")?;
    Ok(packed)
}

fn gzip(plain: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).context("gzip fails")?;
    encoder.finish().context("gzip fails")
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::Digest;

    #[test]
    fn a_copy_unpacks_to_its_file_and_stands_only_where_it_is_worth_it() {
        let text = "Two hats on one head. ".repeat(200).into_bytes();
        // A picture is packed already.
        let noise: Vec<u8> = (0..12_u8).flat_map(|at| sha2::Sha256::digest([at])).collect();
        let files = [File { path: "a.css".into(), bytes: text.clone() }, File { path: "b.png".into(), bytes: noise }];
        let copies = copies(&files).unwrap();
        let paths: Vec<&str> = copies.iter().map(|copy| copy.path.as_str()).collect();
        assert_eq!(paths, ["a.css.br", "a.css.gz"]);
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut copies[0].bytes.as_slice(), &mut unpacked).unwrap();
        assert_eq!(unpacked, text);
        let mut unpacked = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(copies[1].bytes.as_slice()), &mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);
    }
}
