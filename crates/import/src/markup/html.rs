//! Tags and comments of HTML within a passage.

use super::Target;
use super::link::is_address;
use super::reader::{FAR, Kind, Reader, end_of};
use crate::expression::assignments;
use html5gum::{Token, Tokenizer};

/// How far the end of a picture's tag is looked for, in bytes: the picture itself may stand in it.
const PICTURE: usize = 8 * 1024 * 1024;

/// Tags of what is not text.
const MEDIA: [&str; 12] =
    ["img", "audio", "video", "source", "iframe", "embed", "object", "svg", "canvas", "picture", "track", "image"];

/// Tags that take something in.
const INPUT: [&str; 7] = ["input", "textarea", "select", "option", "button", "form", "progress"];

/// Tags that begin a line of their own.
const BLOCK: [&str; 16] = [
    "p",
    "div",
    "br",
    "hr",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "blockquote",
    "tr",
    "table",
    "section",
    "center",
];

impl Reader<'_, '_> {
    /// A tag or a comment.
    pub fn tag(&mut self) -> bool {
        if self.rest().starts_with("<!--") {
            return self.comment("<!--", "-->");
        }
        let head = self.window(24);
        let is_end = head.starts_with("</");
        let name = head.get(if is_end { 2 } else { 1 }..).unwrap_or_default();
        let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len());
        let name = name.get(..length).unwrap_or_default().to_ascii_lowercase();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return false;
        }
        let window = self.window(if MEDIA.contains(&name.as_str()) { PICTURE } else { FAR });
        let Some(end) = end_of(window, ">", None).or_else(|| window.find('>').map(|at| at + 1)) else {
            return self.in_vain(window.len());
        };
        let source = window.get(..end).unwrap_or_default();
        let place = self.place();
        self.at += end;
        match name.as_str() {
            "script" | "style" if !is_end => {
                let close = format!("</{name}");
                self.rows.left_out(place, source, "Scripts and style sheets are not carried.");
                self.skip_to(&close);
            }
            "a" if !is_end => self.anchor(source),
            "a" => {
                self.close(|kind| matches!(kind, Kind::Link { name, .. } if name == "a"));
            }
            _ if MEDIA.contains(&name.as_str()) => {
                if !is_end {
                    let alt = attribute(source, "alt").map(|alt| format!(" It shows: {alt}")).unwrap_or_default();
                    self.rows.left_out(place, source, format!("Pictures and sounds are not carried.{alt}"));
                }
            }
            _ if INPUT.contains(&name.as_str()) => {
                if !is_end {
                    self.rows.left_out(place, source, "A player types and ticks nothing: write it as responses.");
                }
            }
            _ => {
                if BLOCK.contains(&name.as_str()) {
                    self.newline();
                } else if !is_end {
                    self.rows.style(place, format!("<{name}>"));
                }
            }
        }
        true
    }

    /// `<a data-passage="Hall">` is a link; any other leads out of the story.
    fn anchor(&mut self, source: &str) {
        let place = self.place();
        match attribute(source, "data-passage") {
            Some(to) => {
                let set = attribute(source, "data-setter").map(|text| assignments(&text)).unwrap_or_default();
                let window = self.window(FAR);
                let words = window.find("</a>").and_then(|end| window.get(..end));
                let length = words.map_or(0, |words| words.len() + 4);
                let label = plain(words.unwrap_or(&to));
                self.leads(&label, Target::Passage(to), set, source);
                self.at += length;
            }
            None => {
                let href = attribute(source, "href").unwrap_or_default();
                let why = match is_address(&href) {
                    true => "It leads out of the story, to a page; its words stay in the text.",
                    false => "It leads to no passage that is named there; its words stay in the text.",
                };
                self.rows.left_out(place, source, why);
            }
        }
    }

    /// A comment, which players never saw.
    pub fn comment(&mut self, open: &str, close: &str) -> bool {
        let Some(inside) = self.rest().strip_prefix(open) else { return false };
        let Some(length) = inside.find(close) else { return self.in_vain(inside.len()) };
        let source = self.rest().get(..open.len() + length + close.len()).unwrap_or_default();
        let place = self.place();
        self.rows.left_out(place, source, "Comments are not carried: players never saw them.");
        self.at += source.len();
        true
    }

    /// Snowman's `<% … %>`.
    pub fn code_block(&mut self) -> bool {
        let Some(inside) = self.rest().strip_prefix("<%") else { return false };
        let Some(length) = inside.find("%>") else { return self.in_vain(inside.len()) };
        let source = self.rest().get(..length + 4).unwrap_or_default();
        let place = self.place();
        self.rows.left_out(place, source, "Scripts are not carried: write what players should read here.");
        if inside.starts_with(['=', '-']) {
            self.unknown_words();
        }
        self.at += source.len();
        true
    }

    /// Goes on after the end of a piece whose inside is not told; to the end where it has none.
    pub fn skip_to(&mut self, close: &str) {
        let rest = self.rest();
        let end = rest.find(close).map_or(rest.len(), |at| {
            let after = rest.get(at..).unwrap_or_default();
            at + after.find('>').map_or(after.len(), |end| end + 1)
        });
        self.at += end;
    }
}

/// An attribute of a tag; `None` where it has none of that name.
fn attribute(tag: &str, key: &str) -> Option<String> {
    let Token::StartTag(tag) = Tokenizer::new(tag).flatten().next()? else { return None };
    let value = tag.attributes.get(key.as_bytes())?;
    Some(String::from_utf8_lossy(&value.value).into_owned()).filter(|value| !value.is_empty())
}

/// The words between the tags of a text.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut is_tag = false;
    for sign in text.chars() {
        match sign {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            _ if !is_tag => out.push(sign),
            _ => {}
        }
    }
    out.trim().to_owned()
}
