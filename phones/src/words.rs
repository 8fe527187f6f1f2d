//! The words of the page.

/// How a number is told within a sentence: `{n}` and `{m}` stand for two numbers.
pub fn with(text: &str, n: u16, m: u16) -> String {
    text.replace("{n}", &n.to_string()).replace("{m}", &m.to_string())
}

/// All words of the page, by where they stand.
#[derive(Debug)]
pub struct Words {
    /// The page's own name.
    pub name: &'static str,
    /// Without a link.
    pub no_link: &'static str,
    /// Without a link: the code that can be typed in its place.
    pub type_code: &'static str,
    /// Enter by it.
    pub enter: &'static str,
    /// With a link that is not whole.
    pub bad_link: &'static str,
    /// No random numbers.
    pub no_chance: &'static str,
    /// Another version.
    pub version: &'static str,
    /// A wrong user or password.
    pub refused: &'static str,
    /// Never reached.
    pub unreachable: &'static str,
    /// The phone's connection is gone.
    pub lost: &'static str,
    /// The facilitator's page is silent.
    pub silent: &'static str,
    /// Before the first state.
    pub looking: &'static str,
    /// The question at the door.
    pub yours: &'static str,
    /// Three lines at the door.
    pub door: [&'static str; 3],
    /// Three ways in.
    pub ways: [&'static str; 3],
    /// How many share the phone.
    pub how_many: &'static str,
    /// After pressing.
    pub joining: &'static str,
    /// Waiting for a tap.
    pub waiting: &'static str,
    /// In front of the phone's two words.
    pub called: &'static str,
    /// In the room.
    pub welcome: &'static str,
    /// Mostly.
    pub look_up: &'static str,
    /// The button for the text.
    pub show_text: &'static str,
    /// The same, once it is shown.
    pub hide_text: &'static str,
    /// Before and after a vote.
    pub locked: &'static str,
    /// An open vote.
    pub vote: &'static str,
    /// An open second vote.
    pub vote_again: &'static str,
    /// How many have voted.
    pub have_voted: &'static str,
    /// How many are here.
    pub are_here: &'static str,
    /// With a receipt.
    pub sent: &'static str,
    /// On its way.
    pub sending: &'static str,
    /// Not there after a while.
    pub not_sent: &'static str,
    /// Closed before it was there.
    pub too_late: &'static str,
    /// Closed.
    pub closed: &'static str,
    /// Changing one's mind.
    pub may_change: &'static str,
    /// In pairs.
    pub talk: &'static str,
    /// Own answer.
    pub own: &'static str,
    /// No own answer.
    pub no_own: &'static str,
    /// Self-rating.
    pub rate: &'static str,
    /// The ends of a scale.
    pub scale: [&'static str; 2],
    /// Send.
    pub send: &'static str,
    /// A reaction.
    pub react: &'static str,
    /// What a line may be used for.
    pub line_hint: &'static str,
    /// Signs left.
    pub left: &'static str,
    /// Keep a promise.
    pub keep: &'static str,
    /// Show a promise.
    pub show: &'static str,
    /// Kept.
    pub kept: &'static str,
    /// To a calendar.
    pub calendar: &'static str,
    /// What was so far.
    pub earlier: &'static str,
    /// Hats.
    pub hats: [&'static str; 2],
    /// The owner's hats.
    pub your_hats: &'static str,
    /// The room's hats.
    pub room_hats: &'static str,
    /// At the end.
    pub thanks: &'static str,
    /// Own answers.
    pub yours_to_keep: &'static str,
    /// Play alone.
    pub play: &'static str,
    /// Erase.
    pub erase: &'static str,
    /// Really?
    pub erase_ask: &'static str,
    /// Yes, no.
    pub erase_yes_no: [&'static str; 2],
    /// Erased.
    pub erased: &'static str,
    /// Over.
    pub over: &'static str,
    /// The room goes on with it.
    pub chosen: &'static str,
    /// The stage from afar waits a moment.
    pub afar_wait: &'static str,
}

/// English.
pub const WORDS: Words = Words {
    name: "Two Hats",
    no_link: "Scan the code on the screen of your room with this phone's camera.",
    type_code: "Or type the six signs that stand beside it:",
    enter: "Find the room",
    bad_link: "This link is not whole. Scan the code again.",
    no_chance: "This browser gives no random numbers, and without them your answer could not be kept from others. Try another browser.",
    version: "This room speaks a newer language than this page. Load the page again.",
    refused: "This room's server does not let phones in. Tell your facilitator.",
    unreachable: "This phone cannot reach the room. It may be in another network than the facilitator's laptop, or the network keeps devices apart: ask for its name, or for a hotspot.",
    lost: "Your phone's connection is gone. I try again.",
    silent: "Your phone is connected, and the facilitator's page is silent. I wait for it.",
    looking: "Looking for the room \u{2026}",
    yours: "Is this your room?",
    door: [
        "No name, no account.",
        "Your answer is counted, and nobody in the room sees which one is yours. The facilitator's device could tell.",
        "What you type can be shown to all, without a name.",
    ],
    ways: ["Join", "Join from afar", "We share this phone"],
    how_many: "How many are you? Your answer counts for each.",
    joining: "Joining \u{2026}",
    waiting: "The facilitator lets you in.",
    called: "This phone is",
    welcome: "You are in.",
    look_up: "Look up",
    show_text: "Show the text",
    hide_text: "Hide the text",
    locked: "You can answer when the vote is open.",
    vote: "Vote now",
    vote_again: "Vote again",
    have_voted: "{n} of {m} have answered",
    are_here: "{n} of {m} are here",
    sent: "Sent",
    sending: "Sending \u{2026}",
    not_sent: "Not sent. I try again.",
    too_late: "Too late for this one.",
    closed: "The vote is closed.",
    may_change: "You can change it until the vote is closed.",
    talk: "Find someone who chose otherwise.",
    own: "Your answer",
    no_own: "You gave no answer.",
    rate: "How is it for you?",
    scale: ["1 is hardly", "5 is very much"],
    send: "Send",
    react: "How was that?",
    line_hint: "It can be shown to all, without a name.",
    left: "{n} signs left",
    keep: "Keep to me",
    show: "Show without a name",
    kept: "Kept on this phone",
    calendar: "Put it into my calendar",
    earlier: "What was so far",
    hats: ["Leader", "Manager"],
    your_hats: "Your hats",
    room_hats: "The room's hats",
    thanks: "Thank you.",
    yours_to_keep: "Yours to keep",
    play: "Play the story alone",
    erase: "Erase from this phone",
    erase_ask: "Erase your answers and your seat from this phone?",
    erase_yes_no: ["Erase", "Keep"],
    erased: "Erased. You can close this page.",
    over: "The room is over. This phone has forgotten its keys.",
    chosen: "The room goes on with",
    afar_wait: "A moment \u{2026}",
};
