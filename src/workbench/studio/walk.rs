//! Ways over the map: by keys, by what is looked for, by what is dragged.

use super::super::{Effect, Model};
use super::map::{Map, Spot, responses, steps, targets};
use super::words::ENGLISH as WORDS;
use super::{Drop, Move, Pick};
use document::{Document, Links, Path, Target};

impl Model {
    /// Goes on with a step that the arrow keys lead to.
    pub(super) fn walk(&mut self, to: Move) -> Vec<Effect> {
        let Some(pick) = walked(&self.editing.map, self.editing.picked.as_ref(), to) else {
            return Vec::new();
        };
        self.trial = None;
        self.open_pick(Some(pick));
        vec![Effect::Focus(".map [aria-pressed=true]")]
    }

    /// Opens the next step whose title, id or texts have what is looked for.
    pub(super) fn find_next(&mut self) -> Vec<Effect> {
        let wanted = self.editing.find.trim().to_lowercase();
        if wanted.is_empty() {
            return Vec::new();
        }
        let order = self.editing.map.order();
        let now = match &self.editing.picked {
            Some(Pick::Step(id)) => order.iter().position(|other| other == id).map_or(0, |at| at + 1),
            _ => 0,
        };
        let has = |id: &&&str| {
            let node = self.editing.document.node(&Path::step(id));
            id.contains(&wanted) || node.is_some_and(|node| node.source().to_lowercase().contains(&wanted))
        };
        let found = order.iter().cycle().skip(now).take(order.len()).find(has).map(|id| (*id).to_owned());
        match found {
            Some(id) => {
                self.open_pick(Some(Pick::Step(id)));
                vec![Effect::CentreMap]
            }
            None => self.refuse(None, crate::words::fill(WORDS.not_found, &[("words", &self.editing.find)])),
        }
    }

    /// What is dragged is over something else: whether it may lead there is said before it is let go.
    pub(super) fn drag_over(&mut self, over: String) -> Vec<Effect> {
        // A pointer moves many times over one thing.
        let drag = self.editing.drag.clone().filter(|drag| drag.over != over);
        let Some(Drop { way, .. }) = drag else { return Vec::new() };
        let refused = match over.is_empty() {
            true => None,
            false => Links::of(&self.editing.document).check(&way, &Target::of(&over)).err().map(|why| why.to_string()),
        };
        self.editing.drag = Some(Drop { way, over, refused });
        Vec::new()
    }

    /// What is dragged is let go.
    pub(super) fn let_go(&mut self) -> Vec<Effect> {
        let Some(Drop { way, over, refused }) = self.editing.drag.take() else { return Vec::new() };
        match refused {
            Some(why) => self.refuse(None, why),
            None => self.lead(&way, over),
        }
    }
}

/// What an arrow key leads to on the map: along the ways down and up, and to what stands beside.
pub(super) fn walked(map: &Map, picked: Option<&Pick>, to: Move) -> Option<Pick> {
    let pick = |spot: &Spot| match spot {
        Spot::Step(id) => Some(Pick::Step(id.clone())),
        Spot::Outcome(outcome) => Some(Pick::Ending(*outcome)),
        Spot::End => None,
    };
    let Some(picked) = picked else {
        let start = map.places.iter().find(|place| place.is_start).or(map.places.first())?;
        return pick(&start.spot);
    };
    let here = map.places.iter().find(|place| pick(&place.spot).as_ref() == Some(picked))?;
    let beside = |place: &&super::Place| place.area[1] == here.area[1] && pick(&place.spot).is_some();
    let middle = |place: &super::Place| place.area[0] + place.area[2] / 2;
    let found = match to {
        Move::Before => {
            map.places.iter().filter(beside).filter(|it| it.area[0] < here.area[0]).max_by_key(|it| it.area[0])
        }
        Move::Behind => {
            map.places.iter().filter(beside).filter(|it| it.area[0] > here.area[0]).min_by_key(|it| it.area[0])
        }
        Move::Down | Move::Up => {
            let id = match picked {
                Pick::Step(id) => Some(id.as_str()),
                Pick::Ending(_) => None,
            };
            let name = match picked {
                Pick::Step(id) => id.clone(),
                Pick::Ending(outcome) => Target::outcome(*outcome).to_string(),
            };
            let joined: Vec<String> = map
                .ways
                .iter()
                .filter_map(|way| match to {
                    Move::Down => (way.step.as_deref() == id && id.is_some()).then(|| way.to.clone()),
                    _ => (way.to == name).then(|| way.step.clone())?,
                })
                .collect();
            let is_joined = |place: &&super::Place| match &place.spot {
                Spot::Step(id) => joined.contains(id),
                Spot::Outcome(outcome) => joined.contains(&Target::outcome(*outcome).to_string()),
                Spot::End => false,
            };
            map.places.iter().filter(is_joined).min_by_key(|place| (middle(place) - middle(here)).abs())
        }
    };
    found.and_then(|place| pick(&place.spot))
}

/// Which steps have an answer that leads to a target.
pub fn leading_to<'d>(document: &'d Document, target: &str) -> Vec<&'d str> {
    let steps = steps(document).into_iter();
    steps
        .filter(|(_, step)| responses(*step).any(|(_, response)| targets(response).contains(&target)))
        .map(|(id, _)| id)
        .collect()
}
