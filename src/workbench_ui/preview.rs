//! Outside of a browser: the parts that need none, written out as a reader would see them.

use super::{balance, import, outcomes, sheet, studio};
use crate::ui::element::{self, list};
use crate::workbench::{Event, Model};
use yew::{Component, Context, Html, Properties, html};

/// Those parts of the workbench.
pub struct Workbench;

/// What they show.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Shown {
    /// The workbench's model.
    pub model: Model,
}

impl Component for Workbench {
    type Message = Event;
    type Properties = Shown;

    fn create(_: &Context<Self>) -> Self {
        Workbench
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (model, send) = (&context.props().model, context.link());
        list(vec![
            studio::bar(model, send),
            studio::draw(model, None, send),
            import::draw(&model.twine, send),
            sheet::draw(&model.sheet, send),
            outcomes::draw(&outcomes::seen(model), send),
            balance::draw(&balance::seen(model), send),
        ])
    }
}

/// The parts that need no browser, as the page of a model shows them: what was imported, the sheet of faces and places, the
/// outcomes, the balance helper.
pub fn written(model: Model) -> String {
    element::written(html! { <Workbench {model} /> })
}
