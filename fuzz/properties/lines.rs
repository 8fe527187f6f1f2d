//! Texts as rows of fields: a line each, with tabs between the fields and escapes in them.

/// The fields of a text, line by line.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    text.split('\n').map(|line| line.split('\t').map(plain).collect()).collect()
}

/// A text as a field.
pub fn field(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n")
}

fn plain(field: &str) -> String {
    let mut out = String::new();
    let mut signs = field.chars();
    while let Some(sign) = signs.next() {
        out.push(match sign {
            '\\' => match signs.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some(other) => other,
                None => break,
            },
            other => other,
        });
    }
    out
}

/// Whether a page holds a text as markup: what is told in it is text, whatever it looks like.
pub fn is_tame(page: &str) {
    for wild in ["<script", "<img", "<iframe"] {
        assert!(!page.contains(wild), "“{wild}” is in\n{page}");
    }
}
