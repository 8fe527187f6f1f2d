//! The words of the field guide's page, one struct a language, beside those of what it teaches.

/// The words of one language.
#[expect(missing_docs, reason = "a word's key says where it stands; the words themselves are the documentation")]
pub struct Words {
    pub no_list: &'static str,
    pub on_this_page: &'static str,
    pub every_story: &'static str,
    pub in_between: &'static str,
    pub set_sliders: &'static str,
}

/// English.
pub static ENGLISH: Words = Words {
    no_list: "The list of stories did not arrive, so this page cannot say where an idea is practised. Reload it to try again.",
    on_this_page: "On this page",
    every_story: "every story",
    in_between: "In between",
    set_sliders: "Set your own sliders",
};
