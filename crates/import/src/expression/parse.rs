//! From words and signs to expressions.

use super::token::{Token, tokens};
use super::{Assignment, Comparison, Expr};

/// How deep an expression may be, so that no text uses up the stack.
const DEEPEST: usize = 40;

/// The longest text that is read as an expression, in bytes.
const LONGEST: usize = 2_000;

/// What a text asks; `None` where it is no expression of this grammar.
pub(crate) fn condition(text: &str) -> Option<Expr> {
    if text.len() > LONGEST {
        return None;
    }
    let mut reader = Reader { tokens: tokens(text), at: 0, depth: 0, terms: 0 };
    let expr = reader.either()?;
    reader.peek().is_none().then_some(expr)
}

/// The variables that a text sets, one after the other: `$a to 1, $b += 2; $c++`, or Harlowe's `1 into $a`. What comes
/// after a value that cannot be read is not looked at. None where nothing is set.
pub(crate) fn assignments(text: &str) -> Vec<Assignment> {
    let mut found = Vec::new();
    if text.len() > LONGEST {
        return found;
    }
    let mut reader = Reader { tokens: tokens(text), at: 0, depth: 0, terms: 0 };
    loop {
        let Some(assignment) = reader.assignment() else { return found };
        let is_known = assignment.value.is_some();
        found.push(assignment);
        if !is_known || reader.next() != Some(Token::Next) {
            return found;
        }
        while reader.peek() == Some(&Token::Next) {
            reader.at += 1;
        }
    }
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    /// How many operators were read: each is a level of what is made.
    terms: usize,
}

impl Reader {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    /// Whether the next token is one, which is then read.
    fn takes(&mut self, token: &Token) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn assignment(&mut self) -> Option<Assignment> {
        let start = self.at;
        if let Some(Token::Increase | Token::Decrease) = self.peek() {
            let minus = self.next() == Some(Token::Decrease);
            let Some(Token::Variable(name)) = self.next() else { return None };
            return Some(stepped(name, minus));
        }
        if let Some(Token::Variable(name)) = self.next() {
            let own = || Box::new(Expr::Variable(name.clone()));
            match self.next() {
                Some(Token::To) => {
                    let value = self.whole_value();
                    return Some(Assignment { name, value });
                }
                Some(sign @ (Token::AddTo | Token::SubtractFrom)) => {
                    let value = self.whole_value();
                    let sum = |more| Expr::Sum(own(), Box::new(more), sign == Token::SubtractFrom);
                    return Some(Assignment { value: value.map(sum), name });
                }
                Some(Token::Increase) => return Some(stepped(name, false)),
                Some(Token::Decrease) => return Some(stepped(name, true)),
                _ => {}
            }
        }
        self.at = start;
        let value = self.either();
        while self.peek().is_some_and(|token| *token != Token::Into) {
            self.at += 1;
        }
        match (self.next(), self.next()) {
            (Some(Token::Into), Some(Token::Variable(name))) => Some(Assignment { name, value }),
            _ => None,
        }
    }

    /// A value after which something else is set, or nothing comes.
    fn whole_value(&mut self) -> Option<Expr> {
        let value = self.either()?;
        matches!(self.peek(), None | Some(Token::Next)).then_some(value)
    }

    fn either(&mut self) -> Option<Expr> {
        let mut expr = self.both()?;
        while self.takes(&Token::Or) {
            self.counted()?;
            expr = Expr::Or(Box::new(expr), Box::new(self.both()?));
        }
        Some(expr)
    }

    fn both(&mut self) -> Option<Expr> {
        let mut expr = self.negated()?;
        while self.takes(&Token::And) {
            self.counted()?;
            expr = Expr::And(Box::new(expr), Box::new(self.negated()?));
        }
        Some(expr)
    }

    fn negated(&mut self) -> Option<Expr> {
        if self.takes(&Token::Not) {
            self.counted()?;
            self.depth += 1;
            let expr = if self.depth > DEEPEST { None } else { self.negated() };
            self.depth -= 1;
            return Some(Expr::Not(Box::new(expr?)));
        }
        let expr = self.sum()?;
        let Some(Token::Compare(comparison)) = self.peek() else { return Some(expr) };
        let comparison = *comparison;
        self.at += 1;
        let other = self.sum()?;
        Some(Expr::Compare(comparison, Box::new(expr), Box::new(other)))
    }

    fn sum(&mut self) -> Option<Expr> {
        let mut expr = self.plain()?;
        while let Some(Token::Add | Token::Subtract) = self.peek() {
            self.counted()?;
            let minus = self.next() == Some(Token::Subtract);
            expr = Expr::Sum(Box::new(expr), Box::new(self.plain()?), minus);
        }
        Some(expr)
    }

    fn plain(&mut self) -> Option<Expr> {
        Some(match self.next()? {
            Token::Number(number) => Expr::Number(number),
            Token::Truth(truth) => Expr::Truth(truth),
            Token::Text => Expr::Text,
            Token::It => Expr::It,
            Token::Variable(name) => Expr::Variable(name),
            Token::Subtract => match self.next()? {
                Token::Number(number) => Expr::Number(-number),
                _ => return None,
            },
            Token::Open => {
                self.depth += 1;
                let expr = if self.depth > DEEPEST { None } else { self.either() };
                self.depth -= 1;
                let expr = expr?;
                return self.takes(&Token::Close).then_some(expr);
            }
            _ => return None,
        })
    }

    /// Counts an operator; `None` where there are too many.
    fn counted(&mut self) -> Option<()> {
        self.terms += 1;
        (self.terms <= 4 * DEEPEST).then_some(())
    }
}

/// One more than before, or one less.
fn stepped(name: String, minus: bool) -> Assignment {
    let sum = Expr::Sum(Box::new(Expr::Variable(name.clone())), Box::new(Expr::Number(1.0)), minus);
    Assignment { name, value: Some(sum) }
}

/// Used by what reads lists of cases: what equals any of some values.
pub(crate) fn one_of(subject: &Expr, values: &[Expr]) -> Option<Expr> {
    let is = |value: &Expr| Expr::Compare(Comparison::Is, Box::new(subject.clone()), Box::new(value.clone()));
    values.iter().map(is).reduce(|one, other| Expr::Or(Box::new(one), Box::new(other)))
}

#[cfg(test)]
mod tests {
    use super::super::Value;
    use super::*;

    #[test]
    fn what_is_set_is_read_in_the_spelling_of_each_format() {
        let more = |by| Some(Value::More(by));
        for (text, expected) in [
            ("$trust to 5", vec![("trust", Some(Value::Number(5.0)))]),
            ("$trust = -5", vec![("trust", Some(Value::Number(-5.0)))]),
            ("trust: trust + 2", vec![("trust", more(2.0))]),
            ("$trust to it - 1", vec![("trust", more(-1.0))]),
            ("$a += 2, $b -= 3; $c++", vec![("a", more(2.0)), ("b", more(-3.0)), ("c", more(1.0))]),
            ("$told to true", vec![("told", Some(Value::Truth(true)))]),
            ("$trust + 1 into $trust", vec![("trust", more(1.0))]),
            ("$x to random(1, 6), $y to 2", vec![("x", None)]),
            ("$x to \"a, b\"", vec![("x", None)]),
            ("1 + 1", vec![]),
            ("", vec![]),
        ] {
            let found = assignments(text);
            let found: Vec<(&str, Option<Value>)> =
                found.iter().map(|assignment| (assignment.name.as_str(), assignment.value())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_expression_is_none_however_it_is_nested() {
        let (deep, long) = ("(".repeat(900), format!("$a{}", " or $a".repeat(300)));
        for text in ["", "visited('Hall')", "$a and", "$list contains 3", "$a[0] is 1", "$a 3", &deep, &long] {
            assert_eq!(condition(text), None, "{text}");
        }
        for text in ["$a", "not $a", "!a", "$a is not 3", "$a gte 3 and ($b or $c lt 2)", "a >= 3 && !b"] {
            assert!(condition(text).is_some(), "{text}");
        }
    }
}
