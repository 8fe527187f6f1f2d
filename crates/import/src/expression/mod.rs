//! What stories ask and set: `$trust gte 3 and not $told`, `$trust to it + 1`.
//!
//! One grammar reads the expressions of all story formats, as far as they can become conditions and effects; for
//! anything else (calls, texts, lists) there is none.

mod parse;
mod token;

pub(crate) use parse::{assignments, condition, one_of};

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    Truth(bool),
    Number(f64),
    /// A text in quotes, of which nothing more is known.
    Text,
    /// A variable by its name, without `$`.
    Variable(String),
    /// Harlowe's `it`: what the variable was before.
    It,
    Not(Box<Expr>),
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    Compare(Comparison, Box<Expr>, Box<Expr>),
    /// A sum, the second part's sign changed where the truth says so.
    Sum(Box<Expr>, Box<Expr>, bool),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    Is,
    IsNot,
    Greater,
    AtLeast,
    Less,
    AtMost,
}

impl Comparison {
    /// The same comparison with its sides changed.
    pub fn turned(self) -> Self {
        match self {
            Comparison::Greater => Comparison::Less,
            Comparison::AtLeast => Comparison::AtMost,
            Comparison::Less => Comparison::Greater,
            Comparison::AtMost => Comparison::AtLeast,
            same => same,
        }
    }
}

/// A variable that is set to a value; `None` where the value is no expression of this grammar.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Assignment {
    /// The variable's name, without `$`.
    pub name: String,
    pub value: Option<Expr>,
}

/// A value as far as it can be known before the story is played.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value {
    Truth(bool),
    Number(f64),
    /// The variable's own value and so much more.
    More(f64),
}

impl Assignment {
    /// What the variable becomes, where that can be known.
    pub fn value(&self) -> Option<Value> {
        value(self.value.as_ref()?, &self.name)
    }
}

fn value(expr: &Expr, name: &str) -> Option<Value> {
    use Value::{More, Number, Truth};
    Some(match expr {
        Expr::Truth(truth) => Truth(*truth),
        Expr::Number(number) => Number(*number),
        Expr::It => More(0.0),
        Expr::Variable(own) if own == name => More(0.0),
        Expr::Sum(one, other, minus) => {
            let sign = if *minus { -1.0 } else { 1.0 };
            match (value(one, name)?, value(other, name)?) {
                (Number(one), Number(other)) => Number(one + sign * other),
                (More(one), Number(other)) => More(one + sign * other),
                (Number(one), More(other)) if !*minus => More(one + other),
                _ => return None,
            }
        }
        _ => return None,
    })
}
