//! A drawing as data: the page shows it, and the picture that is saved holds it as text.

use super::shown;

/// An element of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its name in SVG.
    pub tag: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// Its words, which come before the shapes inside.
    pub words: String,
    /// The shapes inside.
    pub inside: Vec<Shape>,
}

impl Shape {
    /// A shape with nothing in it.
    pub fn new(tag: &'static str, attributes: &[(&'static str, &str)]) -> Self {
        let attributes = attributes.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
        Shape { tag, attributes, words: String::new(), inside: Vec::new() }
    }

    /// The shape with one more attribute.
    pub fn with(mut self, key: &'static str, value: impl ToString) -> Self {
        self.attributes.push((key, value.to_string()));
        self
    }

    /// The shape with words in it, which are shown as [`shown`] does.
    pub fn words(mut self, words: &str) -> Self {
        self.words = shown(words);
        self
    }

    /// The shape with others inside.
    pub fn holding(mut self, inside: impl IntoIterator<Item = Shape>) -> Self {
        self.inside.extend(inside);
        self
    }

    /// Writes the shape out as XML.
    pub fn write(&self, out: &mut String) {
        out.extend(["<", self.tag]);
        for (key, value) in &self.attributes {
            out.extend([" ", key, "=\""]);
            escape(value, out);
            out.push('"');
        }
        if self.words.is_empty() && self.inside.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        escape(&self.words, out);
        self.inside.iter().for_each(|shape| shape.write(out));
        out.extend(["</", self.tag, ">"]);
    }
}

fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values_stay_text() {
        let hostile = "<script>'&\"\u{1b}";
        let shape = Shape::new("g", &[("class", hostile)]).holding([Shape::new("text", &[("x", "1")]).words(hostile)]);
        let mut out = String::new();
        shape.write(&mut out);
        let safe = "&lt;script&gt;&#39;&amp;&quot;";
        assert_eq!(out, format!("<g class=\"{safe}\u{1b}\"><text x=\"1\">{safe}\u{fffd}</text></g>"));
    }
}
