//! Twine 2 HTML: a published page, or an archive of several stories.

use super::{EXPORT, Passage, Story, line_of, tags_of};
use crate::ImportError;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, StartTag, Token, Tokenizer};

/// The stories of a page.
pub(super) fn stories(text: &str) -> Result<Vec<Story>, ImportError> {
    let mut page = Page::default();
    let mut emitter = DefaultEmitter::default();
    // What stands in scripts and style sheets is no markup, `<tw-storydata>` in a format's own program least of all.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text, emitter).flatten() {
        match token {
            Token::StartTag(tag) => page.open(tag),
            Token::EndTag(tag) => page.close(&lossy(&tag.name)),
            Token::String(words) => page.text(&lossy(&words.value)),
            _ => {}
        }
    }
    page.finish();
    if !page.stories.is_empty() {
        return Ok(page.stories);
    }
    Err(match page.twine_1 {
        true => {
            let line = text.find("tiddler").map_or(1, |at| line_of(text, at));
            let message = "This page was made with Twine 1, and stories of Twine 2 are imported.";
            ImportError::new(line, message, "Open the page with Twine 2 (Import From File), and export it from there.")
        }
        false => ImportError::new(1, "This page holds no story of Twine: it has no `<tw-storydata>`.", EXPORT),
    })
}

/// What stands where, while a page is read.
#[derive(Default)]
struct Page {
    stories: Vec<Story>,
    story: Option<Story>,
    passage: Option<Passage>,
    /// Whether the words are those of a story's own script or style sheet.
    aside: Option<Aside>,
    twine_1: bool,
}

#[derive(Clone, Copy)]
enum Aside {
    Script,
    Style,
}

impl Page {
    fn open(&mut self, tag: StartTag<()>) {
        let name = lossy(&tag.name);
        let take = |key: &str| {
            let value = tag.attributes.get(key.as_bytes());
            value.map(|value| lossy(&value.value).into_owned()).unwrap_or_default()
        };
        match &*name {
            "tw-storydata" => {
                let story =
                    Story { name: take("name"), format: take("format"), start: take("startnode"), ..Story::default() };
                self.finish();
                self.story = Some(story);
            }
            "tw-passagedata" if self.story.is_some() => {
                let passage =
                    Passage { name: take("name"), pid: take("pid"), tags: tags_of(&take("tags")), text: String::new() };
                self.finish_passage();
                self.passage = Some(passage);
            }
            // A tag that was not escaped is a part of the passage's source.
            _ if self.passage.is_some() => {
                let source = written(&name, &tag);
                self.text(&source);
            }
            "script" if self.story.is_some() => self.aside = Some(Aside::Script),
            "style" if self.story.is_some() => self.aside = Some(Aside::Style),
            _ => self.twine_1 |= !take("tiddler").is_empty(),
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "tw-storydata" => self.finish(),
            "tw-passagedata" => self.finish_passage(),
            _ if self.passage.is_some() => self.text(&format!("</{name}>")),
            "script" | "style" => self.aside = None,
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        if let Some(passage) = &mut self.passage {
            passage.text.push_str(words);
        } else if let (Some(story), Some(aside)) = (&mut self.story, self.aside) {
            let has_words = !words.trim().is_empty();
            match aside {
                Aside::Script => story.has_script |= has_words,
                Aside::Style => story.has_style |= has_words,
            }
        }
    }

    fn finish_passage(&mut self) {
        if let (Some(story), Some(passage)) = (&mut self.story, self.passage.take()) {
            story.passages.push(passage);
        }
    }

    fn finish(&mut self) {
        self.finish_passage();
        self.aside = None;
        self.stories.extend(self.story.take());
    }
}

/// A tag as it was written, as far as that is known.
fn written(name: &str, tag: &StartTag<()>) -> String {
    let mut source = format!("<{name}");
    for (key, value) in &tag.attributes {
        source.push_str(&format!(" {}=\"{}\"", lossy(key), lossy(&value.value)));
    }
    source.push_str(if tag.self_closing { " />" } else { ">" });
    source
}

fn lossy(bytes: &HtmlString) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
