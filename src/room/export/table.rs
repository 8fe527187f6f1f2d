//! Tables of texts and numbers.

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, whatever it looks like.
    Text(String),
    /// A number.
    Number(f64),
}

/// A table: a name, a row of headings, and rows of as many cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// The headings.
    pub head: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    pub(super) fn new(name: &'static str, head: &[&'static str]) -> Self {
        Table { name, head: head.to_vec(), rows: Vec::new() }
    }

    pub(super) fn row<const N: usize>(&mut self, cells: [Cell; N]) {
        self.wide(cells.into(), None);
    }

    /// A row with one cell more, where the table has a column for it.
    pub(super) fn wide(&mut self, mut cells: Vec<Cell>, more: Option<Cell>) {
        cells.extend(more);
        debug_assert_eq!(cells.len(), self.head.len(), "a row of {}", self.name);
        self.rows.push(cells);
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Text(text)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Cell::Number(f64::from(number))
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Cell::Number(f64::from(number))
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        // Counts here are far below what a float tells apart.
        Cell::Number(number as f64)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Cell::Number(number)
    }
}
