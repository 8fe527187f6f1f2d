//! The page's model: a seat, and what its owner has done on the page.

use crate::press::Press;
use wire::seat::{Effect, KeptError, Seat, Standing};
use wire::{Asks, Chance, Heard, LONGEST_LINE, Link, NoChance, Now, Phase, Said, Way};

/// Why there is no seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The page was opened without a link, and no seat is kept.
    NoLink,
    /// The link is not whole.
    BadLink,
    /// The browser gives no random bytes.
    NoChance,
    /// The seat was erased.
    Erased,
}

/// What the owner has done, and not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ui {
    /// Whether they are asked how many they are.
    pub share: bool,
    /// Whether the step's text is shown, where they have said so.
    pub text: Option<bool>,
    /// What is typed.
    pub draft: String,
    /// What each row of the self-rating is given; 0 is nothing yet.
    pub rating: [u8; 2],
    /// Whether they are asked if all is to be erased.
    pub erase: bool,
    /// The line that stays on this phone.
    pub kept: Option<String>,
    /// The round that `draft`, `rating` and `kept` belong to.
    round: u64,
    /// Since when a vote is shown: whoever is far away sees it a moment later than the room.
    revealed: Option<u64>,
}

/// The page.
#[derive(Debug)]
pub struct Page {
    seat: Result<Seat, Problem>,
    /// What the owner has done.
    pub ui: Ui,
}

/// How long the counts of a vote wait for whoever is far away, in milliseconds.
const AFAR: u64 = 3_000;

impl Page {
    /// The page that was opened with what stands behind the `#`, and with what this phone kept.
    pub fn open(fragment: &str, kept: Option<&[u8]>, now: Now, chance: &mut dyn Chance) -> Self {
        Self { seat: seat(fragment, kept, now, chance), ui: Ui::default() }
    }

    /// The seat.
    ///
    /// # Errors
    /// The [`Problem`] that keeps the page from having one.
    pub fn seat(&self) -> Result<&Seat, Problem> {
        self.seat.as_ref().map_err(|problem| *problem)
    }

    /// Whether the step's text is to be seen: from afar it is, in the room after a press.
    pub fn is_text_shown(&self) -> bool {
        let is_afar = self.seat.as_ref().is_ok_and(|seat| seat.way() == Some(Way::Afar));
        self.ui.text.unwrap_or(is_afar)
    }

    /// Whether somebody far away may see the counts that the room sees.
    pub fn is_revealed(&self, now: Now) -> bool {
        self.ui.revealed.is_some_and(|since| now.run >= since + AFAR)
    }

    /// Takes what was typed.
    pub fn typed(&mut self, text: String) {
        self.ui.draft = text;
    }

    /// Takes a press.
    pub fn press(&mut self, press: Press, now: Now) -> Vec<Effect> {
        let Ok(seat) = &mut self.seat else {
            return Vec::new();
        };
        match press {
            Press::Join(way) => seat.join(way),
            Press::Share => self.ui.share = !self.ui.share,
            Press::Vote(response) => say(seat, Said::Vote(response), now),
            Press::React(word) => say(seat, Said::Reaction(word), now),
            Press::Rate(row, value) => {
                if let Some(place) = self.ui.rating.get_mut(usize::from(row)) {
                    *place = value;
                }
            }
            Press::SendRating => say(seat, Said::Rating(self.ui.rating), now),
            Press::SendLine => {
                let line: String = self.ui.draft.chars().take(LONGEST_LINE).collect();
                say(seat, Said::Line(line), now);
            }
            Press::KeepLine => {
                let line = wire::plain_line(&self.ui.draft);
                if !line.is_empty() {
                    seat.keep_line(&line);
                    self.ui.kept = Some(line);
                    return vec![Effect::Keep];
                }
            }
            Press::Text => self.ui.text = Some(!self.is_text_shown()),
            Press::AskErase => self.ui.erase = true,
            Press::KeepAll => self.ui.erase = false,
            Press::Erase => {
                let effects = seat.erase(now);
                self.seat = Err(Problem::Erased);
                return effects;
            }
        }
        Vec::new()
    }

    /// Takes what happened to the connection, or a tick.
    pub fn heard(&mut self, heard: Heard<'_>, now: Now, chance: &mut dyn Chance) -> Vec<Effect> {
        let Ok(seat) = &mut self.seat else {
            return Vec::new();
        };
        let effects = seat.take(heard, now, chance);
        let state = seat.state();
        let round = state.and_then(|state| state.asked.as_ref()).map_or(0, |asked| asked.round);
        if round != self.ui.round {
            // Each question starts empty.
            (self.ui.round, self.ui.rating, self.ui.kept) = (round, [0; 2], None);
            self.ui.draft.clear();
            self.ui.text = None;
        }
        let is_reveal = state.is_some_and(|state| matches!(state.shown.phase, Phase::Reveal(_)));
        self.ui.revealed = if is_reveal { self.ui.revealed.or(Some(now.run)) } else { None };
        effects
    }

    /// Takes what another tab of this phone has kept.
    pub fn other(&mut self, kept: &[u8], now: Now) {
        if let Ok(seat) = &mut self.seat {
            seat.other(kept, now);
        }
    }

    /// What is to be kept on this phone; `None` where there is nothing to go on with.
    pub fn kept(&self) -> Option<Vec<u8>> {
        self.seat.as_ref().ok().filter(|seat| seat.standing() != Standing::Over).map(Seat::kept)
    }

    /// Where the socket is: the engine of the link, or the host that served the page.
    pub fn engine(&self) -> Option<&str> {
        self.seat.as_ref().ok()?.link().engine.as_ref().map(|engine| engine.address.as_str())
    }

    /// Whether the line that is typed is asked for as a promise.
    pub fn is_promise(&self) -> bool {
        let asked = self.seat.as_ref().ok().and_then(|seat| seat.state()?.asked.as_ref());
        asked.is_some_and(|asked| matches!(asked.asks, Asks::Line { promise: true, .. }))
    }
}

/// Says something, where it is asked. Where it is not, the page shows so already.
fn say(seat: &mut Seat, said: Said, now: Now) {
    seat.say(said, now);
}

fn seat(fragment: &str, kept: Option<&[u8]>, now: Now, chance: &mut dyn Chance) -> Result<Seat, Problem> {
    let link = match fragment.trim_start_matches('#') {
        "" => None,
        text => Some(Link::parse(text).map_err(|_| Problem::BadLink)?),
    };
    let kept = kept.map(|kept| Seat::resume(kept, link.as_ref(), now));
    match (kept, link) {
        (Some(Ok(seat)), _) => Ok(seat),
        // What a newer page keeps is left alone as long as nobody opens another room.
        (Some(Err(KeptError::Newer | KeptError::Damaged | KeptError::Old)) | None, Some(link)) => {
            Seat::new(link, now, chance).map_err(|NoChance| Problem::NoChance)
        }
        (_, None) => Err(Problem::NoLink),
    }
}
