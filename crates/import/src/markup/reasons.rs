//! Why macros and inserts have no place in a scenario, by their names.

use crate::rows::Fate;

/// Why, and what is done instead, for a name in small letters without signs between its words.
type Reason = (&'static [&'static str], Fate, &'static str);

const REASONS: [Reason; 12] = [
    (
        &["either", "random", "shuffled", "shuffle", "randomfloat", "pluck"],
        Fate::LeftOut,
        "Nothing in a scenario happens by chance: its figures are exact.",
    ),
    (
        &["textbox", "textarea", "numberbox", "input", "inputbox", "forceinput", "forceinputbox", "prompt", "textinput"],
        Fate::LeftOut,
        "A player types no text: write it as responses.",
    ),
    (
        &[
            "checkbox", "forcecheckbox", "checkboxfullscreen", "radiobutton", "cycle", "listbox", "cyclinglink", "seqlink",
            "sequencelink", "dropdown", "dropdownmenu", "option", "optionsfrom", "meter", "confirm", "alert", "dialog",
        ],
        Fate::LeftOut,
        "There are no fields within a text: write the choice as responses.",
    ),
    (
        &[
            "timed", "next", "repeat", "stop", "live", "after", "event", "type", "done", "transitiondepart",
            "transitionarrive", "transition", "transitiontime", "transitiondelay", "t8n", "t8ndepart", "t8narrive", "t8ntime",
        ],
        Fate::Changed,
        "Nothing waits for a clock: what stands in it is told at once.",
    ),
    (
        &[
            "audio", "cacheaudio", "createplaylist", "playlist", "createaudiogroup", "removeaudiogroup", "removeplaylist",
            "masteraudio", "setplaylist", "stopallaudio", "waitforaudio", "video", "image", "img", "ambientsound", "nosound",
            "noambientsound", "soundeffect", "embedimage", "embedflickr", "embedflickrimage", "embedunsplash",
            "embedunsplashimage", "embedyoutube", "embedyoutubevideo", "track", "newtrack", "masterpause",
        ],
        Fate::LeftOut,
        "Pictures and sounds are not carried.",
    ),
    (
        &[
            "textstyle", "textcolour", "textcolor", "color", "colour", "css", "font", "background", "bg", "align", "class",
            "addclass", "removeclass", "toggleclass", "box", "floatbox", "border", "b4r", "bordercolour", "bordercolor",
            "bordersize", "cornerradius", "opacity", "textsize", "size", "textrotate", "textrotatez", "hook", "collapse",
            "nobr", "linkstyle", "hoverstyle", "charstyle", "linestyle", "textindent", "enchant", "enchantin", "change",
            "button", "action", "nbsp", "columns", "lines", "chars", "verbatim", "v6m", "note", "cont",
        ],
        Fate::Changed,
        "Texts are plain: only the words stay.",
    ),
    (
        &["script", "run", "widget", "javascript", "css", "macro", "output", "outputdata", "setup", "for", "break", "continue", "loop"],
        Fate::LeftOut,
        "Scripts are not carried.",
    ),
    (
        &["print", "=", "-", "str", "string", "num", "number", "joined", "uppercase", "lowercase", "display", "include", "embedpassage", "embedpassagenamed", "show"],
        Fate::LeftOut,
        "What it prints is not known before the story is played: write it in place of `…`.",
    ),
    (
        &[
            "append", "prepend", "replace", "appendto", "rerun", "remove", "copy", "hide", "redirect", "refresh", "more",
            "click", "clickappend", "clickprepend", "clickreplace", "mouseover", "mouseout", "clickgoto", "clickundo",
            "clickrerun", "linkfullscreen", "linkshowhook", "linkstorage", "linkshow",
        ],
        Fate::LeftOut,
        "A text does not change once it is told: what stands in it is told where it stands.",
    ),
    (
        &["undo", "restart", "reload", "savegame", "loadgame", "savedgames", "save", "iconundo", "iconredo", "iconrestart", "iconfullscreen", "iconcounter", "scroll", "restartlink", "gotourl", "openurl", "pageurl", "passage", "seed"],
        Fate::LeftOut,
        "The game has its own way to take back, begin anew and keep runs.",
    ),
    (
        &["unset", "remember", "forget", "capture", "unpack", "move"],
        Fate::LeftOut,
        "Flags are set once and never taken back, and there are no other variables.",
    ),
    (
        &["a", "array", "dm", "datamap", "ds", "dataset", "dn", "history", "visits", "visited", "count", "range", "find", "folded", "altered", "interlaced"],
        Fate::LeftOut,
        "There are no lists, and no other numbers than the two meters.",
    ),
];

/// What becomes of a macro, and why.
pub(super) fn reason(name: &str) -> (Fate, &'static str) {
    let name = plain_name(name);
    let found = REASONS.iter().find(|(names, ..)| names.contains(&name.as_str()));
    let other = "It has no counterpart in a scenario; what stands within it is told.";
    found.map_or((Fate::LeftOut, other), |(_, fate, why)| (*fate, *why))
}

/// Whether a macro prints what is not known before the story is played.
pub(super) fn prints(name: &str) -> bool {
    const PRINTS: [&str; 12] =
        ["print", "=", "-", "either", "random", "display", "include", "embedpassage", "str", "num", "show", "embedpassagenamed"];
    PRINTS.contains(&plain_name(name).as_str())
}

/// A name in small letters, without the signs that Harlowe lets stand between its words.
pub(super) fn plain_name(name: &str) -> String {
    let signs = |c: &char| !matches!(c, '-' | '_' | ' ') || name.len() == 1;
    name.chars().filter(signs).flat_map(char::to_lowercase).collect()
}
