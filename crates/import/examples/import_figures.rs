//! How much of stories is imported, and how fast: of each file that is named its passages and links, and of a page of
//! 2 MiB that is made up the time that it takes. `--report` prints drafts and reports instead.
//!
//! ```sh
//! cargo run --profile tool --package two-hats-import --example import_figures -- FILE …
//! ```

use import::{Options, import};
use std::time::Instant;

/// A page with so many bytes, in the markup of a story format.
fn page(format: &str, passage: impl Fn(usize) -> String, bytes: usize) -> String {
    let mut page = format!("<html><body><tw-storydata name=\"Long\" startnode=\"1\" format=\"{format}\">\n");
    let mut number = 1;
    while page.len() < bytes {
        let text =
            passage(number).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        page.push_str(&format!(
            "<tw-passagedata pid=\"{number}\" name=\"P{number}\" tags=\"\">{text}</tw-passagedata>\n"
        ));
        number += 1;
    }
    page + "</tw-storydata></body></html>"
}

fn main() {
    let (flags, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|it| it.starts_with("--"));
    let options = Options { leadership: Some("trust"), management: Some("order"), ..Options::default() };
    for file in &files {
        let bytes = std::fs::read(file).expect("a file that can be read");
        match import(&bytes, &options) {
            Ok(imported) if flags.is_empty() => {
                let counts = imported.report.counts;
                println!("{file}: {} passages, {} links", counts.passages, counts.links);
            }
            Ok(imported) => println!("== {file}\n{}\n{}", imported.text, imported.report.text()),
            Err(error) => println!("{file}: {error}"),
        }
    }
    if !files.is_empty() {
        return;
    }
    let sugarcube = |at: usize| {
        format!(
            "Mara: It is ''late'' <<if $told>>and cold<<else>>and dark<</if>>.\nThe press has stopped.\n<<set $trust += 1>>\
             [[Ask her|P{}][$told to true]]\n<<link \"Read the log\" \"P{}\">><<set $order += 2>><</link>>",
            at + 1,
            at + 2
        )
    };
    let harlowe = |at: usize| {
        format!(
            "Mara: It is ''late'' (if: $told)[and cold](else:)[and dark].\nThe press has stopped.\n(set: $trust to it + 1)\
             [[Ask her->P{}]]\n(link-reveal-goto: \"Read the log\", \"P{}\")[(set: $order to it + 2)]",
            at + 1,
            at + 2
        )
    };
    let chapbook = |at: usize| {
        format!(
            "trust: trust + 1\ntold: true\n--\nIt is *late*.\n\n[if told]\nCold.\n\n[else]\nDark.\n\n[continue]\n[[Ask her->P{}]]\n[[Wait->P{}]]",
            at + 1,
            at + 2
        )
    };
    let pages = [
        page("SugarCube", sugarcube, 2 * 1024 * 1024),
        page("Harlowe", harlowe, 2 * 1024 * 1024),
        page("Chapbook", chapbook, 2 * 1024 * 1024),
        page("SugarCube", |_| "<<if (a:(b:[[[[<a $x {{{ \"\"\" //''".repeat(60_000), 2 * 1024 * 1024),
        page("Harlowe", |_| "(if: (a: [[ [ |x>[ `` '' ** {".repeat(70_000), 2 * 1024 * 1024),
    ];
    for (name, page) in
        ["SugarCube", "Harlowe", "Chapbook", "rubbish as SugarCube", "rubbish as Harlowe"].iter().zip(&pages)
    {
        let begun = Instant::now();
        let imported = import(page.as_bytes(), &options).expect("a story");
        let took = begun.elapsed().as_secs_f64();
        let counts = imported.report.counts;
        println!("{name}: {} bytes, {} passages, {} links, {took:.3} s", page.len(), counts.passages, counts.links);
    }
}
