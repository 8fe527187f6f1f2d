//! What the tool says: its answers on the standard output, its troubles on the standard error.

use super::End;
use lint::render::shown;
use std::io::{self, ErrorKind, IsTerminal, Write};

/// Writes an answer to the standard output. An answer that did not arrive whole is no answer, and the command ends so;
/// only whoever has heard enough and closed the pipe, as `head` does, hears nothing more of it.
pub fn say(text: &str) -> End {
    arrived(write(&mut io::stdout().lock(), text))
}

/// How a command ends whose answer was written so.
pub fn arrived(written: io::Result<()>) -> End {
    match written {
        Ok(()) => End::Good,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => End::Good,
        Err(error) => complain(&format!("The answer could not be written to the standard output: {error}.")),
    }
}

fn write(out: &mut impl Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes()).and_then(|()| out.flush())
}

/// Says a sentence beside the answer, whatever names are in it.
pub fn note(sentence: &str) {
    report(&format!("{}\n", shown(sentence)));
}

/// Says what was made to be shown beside the answer. Where nobody can be told, the exit code has to do.
pub fn report(text: &str) {
    let _ = write(&mut io::stderr().lock(), text);
}

/// Says why a command cannot do what was asked.
pub fn complain(trouble: &str) -> End {
    note(&format!("error: {trouble}"));
    End::Unusable
}

/// Whether to mark words with colours: for a person who did not ask for none.
pub fn in_colour(out: &impl IsTerminal) -> bool {
    out.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
