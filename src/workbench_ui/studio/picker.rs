//! A list to choose one of a few from, which always shows what the file has.

use crate::ui::element::{Html, el};
use std::rc::Rc;
use yew::{Callback, Component, Context, NodeRef, Properties};

/// One of a few: what the file calls it, and in words.
pub(super) type Choice = (String, String);

/// What a list shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub label: String,
    /// What is chosen.
    pub chosen: String,
    pub choices: Rc<[Choice]>,
    /// The list shows what is chosen again when this is another.
    pub turn: u32,
    pub is_refused: bool,
    pub on_choose: Choose,
}

/// What is done with what is chosen. A list of the same place does the same.
#[derive(Clone)]
pub(super) struct Choose(pub Callback<String>);

impl PartialEq for Choose {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

pub(super) struct Picker {
    list: NodeRef,
}

impl Component for Picker {
    type Message = String;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Picker { list: NodeRef::default() }
    }

    fn update(&mut self, context: &Context<Self>, chosen: String) -> bool {
        context.props().on_choose.0.emit(chosen);
        false
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let option = |(value, words): &Choice| {
            let is_chosen = (*value == props.chosen).then_some("selected");
            el!("option", "value" = value.clone(), "selected" = is_chosen).text(words.clone()).build()
        };
        // What the file has is shown, also where it is none of them.
        let unknown = !props.choices.iter().any(|(value, _)| *value == props.chosen);
        let unknown = unknown.then(|| option(&(props.chosen.clone(), props.chosen.clone())));
        let changed = context.link().batch_callback(|event| crate::components::field::chosen(&event));
        let mut list = el!(
            "select",
            "autocomplete" = "off",
            "aria-label" = props.label.clone(),
            "aria-invalid" = props.is_refused.then_some("true"),
            "data-refused" = props.is_refused.then_some("")
        );
        list.at(&self.list).on_change(changed).maybe(unknown).each(props.choices.iter().map(option)).build()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        #[cfg(target_arch = "wasm32")]
        if let Some(list) = self.list.cast::<web_sys::HtmlSelectElement>() {
            list.set_value(&context.props().chosen);
        }
        #[cfg(not(target_arch = "wasm32"))]
        let _ = context;
    }
}

/// A list to choose from.
pub(super) fn picker(props: Props) -> Html {
    yew::virtual_dom::VChild::<Picker>::new(props, None).into()
}
