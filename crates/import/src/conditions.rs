//! When pieces of a story are told: a tree of tests, each under an outer one.

use crate::cases::{Case, Cases, Role, and, cases_of, without};
use crate::expression::Expr;
use crate::rows::{Place, Rows};

/// When a piece is told, as a place in [`Conditions`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct When(u32);

impl When {
    /// Always.
    pub const ALWAYS: When = When(0);
}

/// A test, as a place in [`Conditions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Test(usize);

/// All tests of a story, and what is told under them.
#[derive(Default)]
pub(crate) struct Conditions {
    tests: Vec<(Option<Expr>, Place, String)>,
    nodes: Vec<Node>,
}

/// Told when the outer one is, and a test holds or does not.
struct Node {
    outer: When,
    test: Test,
    holds: bool,
}

impl Conditions {
    /// A test that stands in a story; without an expression it is not known what it asks.
    pub fn test(&mut self, expr: Option<Expr>, place: Place, source: &str) -> Test {
        self.tests.push((expr, place, source.to_owned()));
        Test(self.tests.len() - 1)
    }

    /// What is told within `outer` where a test holds, or where it does not.
    pub fn within(&mut self, outer: When, test: Test, holds: bool) -> When {
        self.nodes.push(Node { outer, test, holds });
        When(self.nodes.len() as u32)
    }

    /// The cases of each, once it is known what each variable becomes; each test gets its row.
    pub fn resolved(&self, role: &dyn Fn(&str) -> Option<Role>, rows: &mut Rows) -> Resolved {
        let mut tests: Vec<Option<Cases>> = Vec::with_capacity(self.tests.len());
        for (expr, place, source) in &self.tests {
            let cases = expr.as_ref().and_then(|expr| cases_of(expr, role));
            match &cases {
                Some(_) => rows.carried(*place, source, "It is the `when` of what stands under it."),
                None => rows.left_out(*place, source, format!("{NOT_ASKED} What stands under it is told always.")),
            }
            tests.push(cases);
        }
        let mut resolved = Resolved { nodes: vec![vec![Case::default()]] };
        for Node { outer, test, holds } in &self.nodes {
            let outer = resolved.cases(*outer);
            let asked = tests.get(test.0).and_then(Option::as_ref);
            let narrowed = asked.and_then(|cases| match holds {
                true => and(outer, cases),
                false => without(outer, cases),
            });
            let cases = narrowed.unwrap_or_else(|| outer.to_vec());
            resolved.nodes.push(cases);
        }
        resolved
    }
}

/// Why a test has no place in a scenario.
const NOT_ASKED: &str = "A `when` asks for flags that are set, and for the two meters, in a few cases.";

/// The cases in which pieces are told: of each piece such that no two hold at once; none where it is never told.
pub(crate) struct Resolved {
    nodes: Vec<Cases>,
}

impl Resolved {
    /// Those of a piece.
    pub fn cases(&self, when: When) -> &[Case] {
        self.nodes.get(when.0 as usize).map(Vec::as_slice).unwrap_or_default()
    }
}
