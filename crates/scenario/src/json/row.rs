//! What has been read of a file, on its way to a [`Tree`].

use super::super::error::{ReadError, Span};
use super::super::reader::Log;
use super::entry::{Entry, Kind};
use super::tree::Tree;

/// The values of a file as far as it has been read.
pub(super) struct Rows<'a> {
    pub(super) tree: Tree<'a>,
    /// What has been read of the containers that the cursor is in; those of the innermost are the last.
    pub(super) pending: Vec<Entry>,
    /// Keys that stand twice in their object.
    pub(super) doubled: Vec<ReadError>,
    /// How many more of them there are than are kept.
    pub(super) uncounted: usize,
    /// Whether what stands twice in its object is kept there, and not reported.
    keeps_doubled: bool,
}

impl<'a> Rows<'a> {
    pub fn new(text: &'a str) -> Self {
        let root = Entry::plain(Span::new(0, 0), Kind::Faulty);
        let tree = Tree { text, entries: Vec::new(), rewritten: Vec::new(), root };
        Rows { tree, pending: Vec::new(), doubled: Vec::new(), uncounted: 0, keeps_doubled: false }
    }

    /// Rows that keep what stands twice in its object, for whoever changes the file.
    pub fn of_all(text: &'a str) -> Self {
        Rows { keeps_doubled: true, ..Rows::new(text) }
    }

    /// The same rows with nothing read yet.
    pub fn anew(&self) -> Self {
        Rows { keeps_doubled: self.keeps_doubled, ..Rows::new(self.tree.text) }
    }

    #[inline]
    pub fn text(&self) -> &'a str {
        self.tree.text
    }

    /// Where the entries of a container begin that is opened now.
    #[inline]
    pub fn begin(&self) -> usize {
        self.pending.len()
    }

    /// Puts a key, a value or an item into the innermost container.
    #[inline]
    pub fn put(&mut self, entry: Entry) {
        self.pending.push(entry);
    }

    /// Takes back what was put last.
    pub fn take(&mut self) -> Option<Entry> {
        self.pending.pop()
    }

    /// A text at a place that does not stand there as it is read.
    pub fn rewritten(&mut self, span: Span, text: Box<str>) -> Entry {
        let number = self.tree.rewritten.len() as i32;
        self.tree.rewritten.push(text);
        Entry::with_number(span, Kind::Rewritten, number)
    }

    /// Puts away what has been read of a container, from its first entry on: it is complete.
    pub fn complete(&mut self, from: usize, span: Span, kind: Kind) -> Entry {
        if kind != Kind::List && !self.keeps_doubled {
            self.drop_duplicates(from);
        }
        let first = self.tree.entries.len();
        self.tree.entries.extend_from_slice(self.pending.get(from..).unwrap_or_default());
        self.pending.truncate(from);
        Entry::container(span, kind, first..self.tree.entries.len())
    }

    /// Takes a container that was completed last apart again: its entries are the last that were put.
    pub fn reopen(&mut self, container: Entry) {
        let row = container.row();
        if row.end == self.tree.entries.len() {
            self.pending.extend_from_slice(self.tree.entries.get(row.clone()).unwrap_or_default());
            self.tree.entries.truncate(row.start);
        }
    }

    /// The values of the whole file.
    pub fn into_tree(self, root: Entry, log: &mut Log) -> Tree<'a> {
        self.doubled.into_iter().for_each(|error| log.add(error));
        log.omit(self.uncounted);
        Tree { root, ..self.tree }
    }
}
