//! Every page of a phone, as its owner reads it: a host and a phone, with nothing but memory between them.

use phones::node::{Element, Node, html};
use phones::page::{Page, Problem};
use phones::press::Press;
use phones::view::view;
use wire::codec::{Decoder, Packet, Publish, publish};
use wire::host::{Effect as HostEffect, Host};
use wire::seat::Effect;
use wire::{Asks, Chance, Hat, Heard, NoChance, Now, Phase, Reveal, Shown, Step, Way, Wire};

struct Dice(u64);

impl Chance for Dice {
    fn fill(&mut self, out: &mut [u8]) -> Result<(), NoChance> {
        for byte in out {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (self.0 >> 33) as u8;
        }
        Ok(())
    }
}

/// A host and a phone.
struct Pair {
    now: Now,
    dice: Dice,
    host: Host,
    page: Page,
    shown: Shown,
    kept: Option<Vec<u8>>,
    /// Whether the phone reaches anybody.
    reaches: bool,
    to_host: Vec<Vec<u8>>,
    to_page: Vec<Vec<u8>>,
}

/// What a server says to a packet, and the message in it.
fn answered(bytes: &[u8]) -> (Vec<u8>, Option<Publish>) {
    match bytes[0] {
        0x10 => (vec![0x20, 2, 0, 0], None),
        0x82 => (vec![0x90, 3, bytes[2], bytes[3], 0], None),
        0xC0 => (vec![0xD0, 0], None),
        _ => {
            let mut out = Vec::new();
            let _ = Decoder::default().feed(bytes, &mut out);
            let message = out.pop().and_then(|packet| match packet {
                Packet::Publish(message) => Some(message),
                _ => None,
            });
            (Vec::new(), message)
        }
    }
}

impl Pair {
    fn new() -> Self {
        let (mut dice, now) = (Dice(5), Now { wall: 1_750_000_000_000, run: 0 });
        let host = Host::open(14, None, now, &mut dice).expect("chance");
        let fragment = format!("#{}", host.link(None).expect("a link").fragment());
        let page = Page::open(&fragment, None, now, &mut dice);
        let shown = Shown {
            room: "Tuesday <b>morning</b>".into(),
            story: "Wet First".into(),
            language: "en".into(),
            step: Some(Step {
                title: "The bags & the line".into(),
                situation: vec!["Steam everywhere.".into(), "<script>alert(1)</script>".into()],
                responses: vec!["Ask her first".into(), "Draw the plan".into(), "Wait \u{202E}a day".into()],
            }),
            ..Shown::default()
        };
        let (to_host, to_page) = (Vec::new(), Vec::new());
        let mut pair = Self { now, dice, host, page, shown, kept: None, reaches: true, to_host, to_page };
        pair.phase(Phase::Welcome);
        pair
    }

    fn joined(way: Way) -> Self {
        let mut pair = Self::new();
        pair.press(Press::Join(way));
        pair.pass(2_000);
        pair
    }

    fn phase(&mut self, phase: Phase) {
        self.shown.phase = phase;
        self.host.show(self.shown.clone());
        self.pass(1_000);
    }

    fn ask(&mut self, asks: Asks) {
        let now = self.now;
        self.host.open_round(asks, now);
        self.phase(Phase::Ask);
    }

    fn press(&mut self, press: Press) {
        let code = press.code();
        assert_eq!(Press::read(&code), Some(press));
        if !matches!(press, Press::Join(_)) || self.page.ui.share {
            assert!(
                self.html().contains(&format!("data-press=\"{code}\"")),
                "there is no button {code}: {}",
                self.html()
            );
        }
        let effects = self.page.press(press, self.now);
        self.perform(effects);
    }

    fn pass(&mut self, milliseconds: u64) {
        for _ in 0..milliseconds.div_ceil(50) {
            (self.now.run, self.now.wall) = (self.now.run + 50, self.now.wall + 50);
            for bytes in std::mem::take(&mut self.to_host) {
                self.tell_host(Heard::Bytes(&bytes));
            }
            for bytes in std::mem::take(&mut self.to_page) {
                self.tell_page(Heard::Bytes(&bytes));
            }
            self.tell_host(Heard::Tick);
            self.tell_page(Heard::Tick);
        }
    }

    fn tell_host(&mut self, heard: Heard<'_>) {
        for effect in self.host.take(heard, self.now, &mut self.dice) {
            match effect {
                HostEffect::Wire(Wire::Open) => self.tell_host(Heard::Opened),
                HostEffect::Wire(Wire::Send(bytes)) => {
                    let (answer, message) = answered(&bytes);
                    self.to_host.push(answer);
                    let to_phones = message.filter(|message| !message.topic.contains("/v/") && self.reaches);
                    self.to_page.extend(to_phones.map(|it| publish(&it.topic, &it.payload, it.retained)));
                }
                _ => {}
            }
        }
    }

    fn tell_page(&mut self, heard: Heard<'_>) {
        let effects = self.page.heard(heard, self.now, &mut self.dice);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Wire(Wire::Open) => self.tell_page(if self.reaches { Heard::Opened } else { Heard::Closed }),
                Effect::Wire(Wire::Send(bytes)) if self.reaches => {
                    let (answer, message) = answered(&bytes);
                    self.to_page.push(answer);
                    self.to_host.extend(message.map(|it| publish(&it.topic, &it.payload, false)));
                }
                Effect::Keep => self.kept = self.page.kept(),
                Effect::Wipe => self.kept = None,
                Effect::Wire(_) => {}
            }
        }
    }

    fn nodes(&self) -> Vec<Node> {
        view(&self.page, self.now)
    }

    fn html(&self) -> String {
        html(&self.nodes())
    }

    /// What is read: all texts, a space between them.
    fn read(&self) -> String {
        fn texts(nodes: &[Node], out: &mut Vec<String>) {
            for node in nodes {
                match node {
                    Node::Text(text) => out.push(text.clone()),
                    Node::Element(element) => texts(&element.children, out),
                }
            }
        }
        let mut out = Vec::new();
        texts(&self.nodes(), &mut out);
        out.join(" ")
    }

    #[track_caller]
    fn reads(&self, texts: &[&str]) {
        let read = self.read();
        for text in texts {
            assert!(read.contains(text), "{text:?} is not to be read in {read:?}");
        }
        check(&self.nodes());
    }

    #[track_caller]
    fn hides(&self, texts: &[&str]) {
        let read = self.read();
        for text in texts {
            assert!(!read.contains(text), "{text:?} is to be read in {read:?}");
        }
    }
}

fn all<'a>(nodes: &'a [Node], out: &mut Vec<&'a Element>) {
    for node in nodes {
        if let Node::Element(element) = node {
            out.push(element);
            all(&element.children, out);
        }
    }
}

/// What holds of every page: one main heading, one status, every button named, every reference found, no text of others as
/// an attribute that is followed.
fn check(nodes: &[Node]) {
    let mut elements = Vec::new();
    all(nodes, &mut elements);
    let count = |tag: &str| elements.iter().filter(|element| element.tag == tag).count();
    assert_eq!((count("h1"), count("main")), (1, 1));
    assert_eq!(elements.iter().filter(|element| element.attribute("role") == Some("status")).count(), 1);
    let ids: Vec<&str> = elements.iter().filter_map(|element| element.attribute("id")).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id is there twice: {ids:?}");
    for element in &elements {
        for name in ["aria-labelledby", "aria-describedby", "for"] {
            assert!(element.attribute(name).is_none_or(|id| ids.contains(&id)), "{name} points at nothing");
        }
        if element.tag == "button" {
            assert!(!html(&element.children).is_empty(), "a button without a name");
            let by_script = element.attribute("data-code").is_some();
            assert!(by_script || element.attribute("data-press").and_then(Press::read).is_some());
        }
        if let Some(address) = element.attribute("href") {
            assert!(
                ["https://", "http://", "./", "#", "data:text/calendar"].iter().any(|start| address.starts_with(start))
            );
        }
        assert!(element.attributes.iter().all(|(name, _)| !name.starts_with("on") && *name != "style"));
    }
}

const VOTE: Asks = Asks::Choice { offered: 3, again: false };

#[test]
fn without_a_room() {
    let (now, mut dice) = (Now::default(), Dice(1));
    for (fragment, kept, problem) in
        [("", None, Problem::NoLink), ("#abc", None, Problem::BadLink), ("", Some(&b"\x01junk"[..]), Problem::NoLink)]
    {
        let page = Page::open(fragment, kept, now, &mut dice);
        assert_eq!(page.seat().err(), Some(problem));
        check(&view(&page, now));
        assert!(html(&view(&page, now)).contains("code"));
        let by_code = html(&view(&page, now)).contains("data-code");
        assert_eq!(by_code, problem == Problem::NoLink, "a code is typed where there is no link");
    }
}

#[test]
fn the_door() {
    let mut pair = Pair::new();
    pair.reads(&[
        "Wet First",
        "Tuesday <b>morning</b>",
        "Is this your room?",
        "0 of 14 are here",
        "No name, no account.",
    ]);
    pair.reads(&[
        "nobody in the room sees which one is yours",
        "The facilitator's device could tell",
        "without a name",
    ]);
    assert!(pair.html().contains("Tuesday &lt;b&gt;morning&lt;/b&gt;"), "texts of others are no markup");
    pair.hides(&["How many are you?"]);
    pair.press(Press::Share);
    pair.reads(&["How many are you?", "2", "3", "4"]);
    pair.press(Press::Join(Way::Shared(3)));
    pair.reads(&["Joining"]);
    pair.pass(2_000);
    pair.reads(&["You are in.", "Look up", "3 of 14 are here", "This phone is"]);
    pair.hides(&["Is this your room?"]);
}

#[test]
fn waiting_for_the_facilitator() {
    let mut pair = Pair::new();
    pair.host.set_door(false);
    pair.press(Press::Join(Way::Here));
    pair.pass(2_000);
    pair.reads(&["The facilitator lets you in.", "This phone is"]);
    let number = pair.host.seats(pair.now)[0].number;
    pair.host.admit(number);
    pair.pass(1_000);
    pair.reads(&["You are in."]);
}

#[test]
fn reading_and_voting() {
    let mut pair = Pair::joined(Way::Here);
    pair.phase(Phase::Read);
    pair.reads(&["The bags & the line", "Look up", "Show the text", "when the vote is open"]);
    pair.hides(&["Steam everywhere.", "Ask her first"]);
    pair.press(Press::Text);
    pair.reads(&["Steam everywhere.", "<script>alert(1)</script>", "Ask her first", "Hide the text"]);
    assert!(!pair.html().contains("<script>"));
    assert!(!pair.html().contains("data-press=\"v0\""), "nothing to press before the vote");
    pair.ask(VOTE);
    pair.reads(&["Vote now", "1", "Ask her first", "2", "Draw the plan", "0 of 14 have answered"]);
    pair.hides(&["Sent", "You can change it"]);
    pair.press(Press::Vote(1));
    pair.reads(&["Sending", "You can change it"]);
    assert!(pair.html().contains("data-press=\"v1\" aria-pressed=\"true\""));
    pair.pass(1_000);
    pair.reads(&["Sent", "1 of 14 have answered"]);
    pair.press(Press::Vote(0));
    pair.hides(&["Sent"]);
    pair.pass(1_000);
    pair.reads(&["Sent"]);
    let tally = pair.host.close_round().expect("a round");
    assert_eq!(tally.counts, [1, 0, 0]);
    pair.pass(1_000);
    pair.reads(&["Look up", "The vote is closed."]);
    pair.phase(Phase::Talk(90));
    pair.reads(&["Find someone who chose otherwise.", "Your answer", "1  Ask her first"]);
    pair.ask(Asks::Choice { offered: 3, again: true });
    pair.reads(&["Vote again"]);
    assert!(!pair.html().contains("aria-pressed=\"true\""), "it starts empty");
}

#[test]
fn not_connected() {
    let mut pair = Pair::joined(Way::Here);
    pair.ask(VOTE);
    pair.press(Press::Vote(1));
    pair.pass(1_000);
    pair.reads(&["Sent"]);
    pair.reaches = false;
    pair.press(Press::Vote(2));
    pair.pass(4_000);
    pair.reads(&["Not sent. I try again."]);
    pair.pass(9_000);
    pair.reads(&["Not sent. I try again.", "the facilitator's page is silent"]);
    pair.tell_page(Heard::Closed);
    pair.reads(&["Your phone's connection is gone"]);
    pair.host.close_round();
    pair.reaches = true;
    pair.pass(12_000);
    pair.reads(&["Too late for this one."]);
    // A phone that never reached anybody is told what may be the matter.
    let mut pair = Pair::new();
    pair.page =
        Page::open(&format!("#{}", pair.host.link(None).expect("a link").fragment()), None, pair.now, &mut Dice(9));
    pair.reaches = false;
    pair.pass(13_000);
    pair.reads(&["This phone cannot reach the room.", "hotspot"]);
}

#[test]
fn reveal_in_the_room_and_from_afar() {
    for way in [Way::Here, Way::Afar] {
        let mut pair = Pair::joined(way);
        pair.ask(VOTE);
        assert_eq!(pair.read().contains("Steam everywhere."), way == Way::Afar);
        pair.press(Press::Vote(2));
        pair.pass(1_000);
        pair.host.close_round();
        pair.pass(500);
        let hats = vec![Some(Hat::Leader), Some(Hat::Manager), Some(Hat::Leader)];
        let consequence = vec!["She nods.".into()];
        pair.phase(Phase::Reveal(Reveal {
            chosen: Some(1),
            counts: Some(vec![3, 8, 2]),
            consequence,
            hats,
            moves: vec![],
        }));
        pair.reads(&["Look up", "Your answer", "3  Wait"]);
        pair.hides(&["8", "She nods.", "Leader"]);
        pair.pass(3_000);
        assert_eq!(pair.read().contains("2  Draw the plan: 8"), way == Way::Afar, "the room's bars are on the stage");
        pair.phase(Phase::Debrief(Some([7, 6])));
        pair.reads(&["Your hats", "Leader: 1", "Manager: 0", "The room's hats", "Leader: 7"]);
        pair.phase(Phase::Debrief(None));
        pair.hides(&["The room's hats"]);
    }
}

#[test]
fn self_rating_and_reactions() {
    let mut pair = Pair::joined(Way::Here);
    let rows = ["I say where to".to_owned(), "I see to it".to_owned()];
    pair.ask(Asks::Rating { rows, after: false });
    pair.reads(&["I say where to", "I see to it", "1 is hardly"]);
    assert!(pair.html().contains("data-press=\"q\" class=\"main\" disabled"));
    pair.press(Press::Rate(0, 4));
    pair.press(Press::Rate(1, 2));
    pair.press(Press::SendRating);
    pair.pass(1_000);
    pair.reads(&["Sent"]);
    let counts = pair.host.close_round().expect("a round").counts;
    assert_eq!(counts, [0, 0, 0, 1, 0, 0, 1, 0, 0, 0]);
    pair.ask(Asks::Reaction(vec!["Tense".into(), "Glad".into()]));
    pair.reads(&["How was that?", "Tense", "Glad"]);
    pair.press(Press::React(1));
    pair.pass(1_000);
    pair.reads(&["Sent"]);
}

#[test]
fn a_line_and_a_promise() {
    let mut pair = Pair::joined(Way::Here);
    pair.ask(Asks::Line { prompt: "What surprised you?".into(), promise: false });
    pair.reads(&["What surprised you?", "280 signs left"]);
    pair.page.typed("  How \u{202E}quiet it was ".into());
    pair.press(Press::SendLine);
    pair.pass(1_000);
    pair.reads(&["Sent", "260 signs left"]);
    assert_eq!(pair.host.typed()[0].text, "How quiet it was");
    pair.ask(Asks::Line { prompt: "When will you?".into(), promise: true });
    pair.reads(&["Keep to me", "Show without a name", "280 signs left"]);
    pair.page.typed("When it rains, I ask".into());
    pair.press(Press::KeepLine);
    pair.pass(1_000);
    pair.reads(&["Kept on this phone", "When it rains, I ask", "Put it into my calendar"]);
    assert!(pair.html().contains("download=\"promise.ics\""));
    assert!(pair.host.typed().is_empty(), "it stays here");
    pair.phase(Phase::Close { play: "javascript:alert(1)".into() });
    pair.reads(&["Thank you.", "Yours to keep", "What surprised you?", "When it rains, I ask"]);
    pair.hides(&["Play the story alone"]);
    pair.phase(Phase::Close { play: "./#/play/crisis".into() });
    pair.reads(&["Play the story alone"]);
    assert!(pair.kept.is_some());
    pair.press(Press::AskErase);
    pair.reads(&["Erase your answers and your seat from this phone?"]);
    pair.press(Press::KeepAll);
    pair.hides(&["Erase your answers and your seat"]);
    pair.press(Press::AskErase);
    pair.press(Press::Erase);
    pair.reads(&["Erased."]);
    assert!(pair.kept.is_none());
}

#[test]
fn a_reload_and_the_end() {
    let mut pair = Pair::joined(Way::Here);
    pair.ask(VOTE);
    pair.press(Press::Vote(1));
    pair.pass(1_000);
    let kept = pair.kept.clone().expect("a seat is kept");
    pair.page = Page::open("", Some(&kept), pair.now, &mut Dice(77));
    pair.pass(1_500);
    pair.pass(6_000);
    pair.reads(&["Sent"]);
    assert!(pair.html().contains("data-press=\"v1\" aria-pressed=\"true\""), "the same answer");
    pair.host.close_round();
    pair.pass(1_000);
    pair.shown.earlier = vec!["They asked her first.".into()];
    pair.phase(Phase::Read);
    pair.hides(&["They asked her first."]);
    let now = pair.now;
    pair.host.close(now);
    pair.pass(3_000);
    pair.reads(&["The room is over. This phone has forgotten its keys.", "Yours to keep", "Draw the plan"]);
    assert!(pair.kept.is_none(), "nothing is kept");
}

#[test]
fn who_comes_late_reads_what_was() {
    let mut pair = Pair::new();
    pair.shown.earlier = vec!["They asked her first.".into(), "It went well.".into()];
    pair.phase(Phase::Read);
    pair.press(Press::Join(Way::Here));
    pair.pass(2_000);
    pair.reads(&["Look up", "What was so far", "They asked her first.", "It went well."]);
}
