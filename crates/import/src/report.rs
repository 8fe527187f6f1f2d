//! The report of an import, as text and as JSON.

use crate::rows::{Fate, Row};
use scenario::layout::Piece;

/// What became of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The story's name.
    pub story: String,
    /// The story format that it was read as.
    pub format: String,
    /// How much there is of it, before and after.
    pub counts: Counts,
    /// The names of the passages, in the order of the story; rows name them by their places.
    pub passages: Vec<String>,
    /// What became of each piece: first what concerns the whole story, then by passage and line.
    pub rows: Vec<Row>,
}

/// How much there is of a story, and of its draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Passages of the story, those included that are no steps.
    pub passages: usize,
    /// Links of the story, those included that are not carried.
    pub links: usize,
    /// Steps of the draft.
    pub steps: usize,
    /// Responses of the draft.
    pub responses: usize,
}

impl Report {
    /// How many rows have a fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.rows.iter().filter(|row| row.fate == fate).count()
    }

    fn passage(&self, row: &Row) -> Option<&str> {
        row.passage.and_then(|at| self.passages.get(at)).map(String::as_str)
    }

    /// The report for people: what was left out, what was changed, what was carried.
    pub fn text(&self) -> String {
        let Counts { passages, links, steps, responses } = self.counts;
        let mut out = format!(
            "{} ({}): {passages} passages and {links} links became {steps} steps and {responses} responses.\n",
            self.story, self.format
        );
        for (fate, head) in Fate::ALL.into_iter().zip(["Left out", "Changed", "Carried"]) {
            let rows: Vec<&Row> = self.rows.iter().filter(|row| row.fate == fate).collect();
            out.push_str(&format!("\n{head}: {}\n", rows.len()));
            for row in rows {
                let place = match (self.passage(row), row.line) {
                    (None, _) => "the story".to_owned(),
                    (Some(passage), 0) => passage.to_owned(),
                    (Some(passage), line) => format!("{passage}:{line}"),
                };
                let what = if row.what.is_empty() { String::new() } else { format!("  {}", row.what) };
                let times = if row.times > 1 { format!(" ({} times)", row.times) } else { String::new() };
                out.push_str(&format!("  {place}{what}{times}\n      {}\n", row.why));
            }
        }
        out
    }

    /// The report for other programs, as a JSON object.
    pub fn json(&self) -> String {
        let Counts { passages, links, steps, responses } = self.counts;
        let count = |count: usize| Piece::whole(count as u64);
        let row = |row: &Row| {
            let passage = self.passage(row).map_or_else(|| Piece::Plain("null".into()), Piece::text);
            Piece::object([
                ("fate", Piece::text(row.fate.name())),
                ("passage", passage),
                ("line", Piece::whole(row.line)),
                ("what", Piece::text(&row.what)),
                ("why", Piece::text(&row.why)),
                ("times", Piece::whole(row.times)),
            ])
        };
        let fates = Fate::ALL.map(|fate| (fate.name(), count(self.count(fate))));
        let counts = [
            ("passages", count(passages)),
            ("links", count(links)),
            ("steps", count(steps)),
            ("responses", count(responses)),
        ];
        Piece::object([
            ("story", Piece::text(&self.story)),
            ("format", Piece::text(&self.format)),
            ("counts", Piece::object(counts.into_iter().chain(fates))),
            ("rows", Piece::List(self.rows.iter().map(row).collect())),
        ])
        .to_file()
    }
}
