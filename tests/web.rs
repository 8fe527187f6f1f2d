//! What only a browser can tell: storage, the page around the app, and the app on a real page.
#![cfg(target_arch = "wasm32")]

use two_hats::platform::{address, page, storage};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a page")
}

/// A page of the app's own shape, beside what the test's runner shows.
fn show(html: &str) {
    let old = page::find("#stage");
    old.iter().for_each(web_sys::Element::remove);
    let stage = document().create_element("div").expect("an element");
    stage.set_id("stage");
    stage.set_inner_html(html);
    document().body().expect("a body").append_child(&stage).expect("a place");
}

fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

#[wasm_bindgen_test]
fn what_is_stored_is_there_under_its_own_key_alone() {
    storage::forget("");
    let other = web_sys::window().and_then(|window| window.local_storage().ok()?).expect("storage");
    other.set_item("another page's", "untouched").expect("room");
    assert!(storage::store("run/crisis", "crisis 00 0") && storage::store("last", "crisis"));
    let mut kept = storage::all().expect("storage");
    kept.sort();
    assert_eq!(kept, [("last".into(), "crisis".into()), ("run/crisis".into(), "crisis 00 0".into())]);
    storage::forget("last");
    assert_eq!(storage::all().map(|kept| kept.len()), Some(1));
    storage::forget("");
    assert_eq!(storage::all(), Some(Vec::new()));
    assert_eq!(other.get_item("another page's").ok().flatten().as_deref(), Some("untouched"));
}

#[wasm_bindgen_test]
fn what_has_no_room_is_refused_and_the_old_value_stays() {
    storage::forget("");
    assert!(storage::store("run/a", "before"));
    assert!(!storage::store("run/a", &"x".repeat(12_000_000)));
    assert_eq!(storage::all(), Some(vec![("run/a".into(), "before".into())]));
    storage::forget("");
}

#[wasm_bindgen_test]
fn what_a_newer_game_keeps_is_neither_replaced_nor_forgotten_but_with_everything() {
    storage::forget("");
    let newer = "two-hats/2 in another form";
    assert!(storage::store("run/a", newer));
    assert!(!storage::store("run/a", "a 00 0"));
    assert_eq!(storage::replace("run/a", Some(newer), "a 00 0"), Err(storage::Refusal::NoRoom));
    assert!(storage::forget("run/a"), "nothing failed");
    assert_eq!(storage::all(), Some(vec![("run/a".into(), newer.into())]));
    assert!(storage::forget(""));
    assert_eq!(storage::all(), Some(Vec::new()));
}

#[wasm_bindgen_test]
fn the_page_is_marked_and_titled() {
    page::title("A step · Two Hats");
    assert_eq!(document().title(), "A step · Two Hats");
    let root = document().document_element().expect("a root");
    page::mark("data-theme", Some("dark"));
    assert_eq!(root.get_attribute("data-theme").as_deref(), Some("dark"));
    page::mark("data-theme", None);
    assert_eq!(root.get_attribute("data-theme"), None);
}

#[wasm_bindgen_test]
fn the_focus_moves_to_what_is_named() {
    show(
        "<main><h1 id=top tabindex=-1>T</h1></main><ol class=responses><li><button id=one></button><li><button id=two></button></ol>",
    );
    page::focus("main h1", true);
    assert_eq!(focused(), "top");
    page::focus(".responses li:nth-child(2) button", false);
    assert_eq!(focused(), "two");
    page::focus(".nothing", false);
    assert_eq!(focused(), "two");
}

#[wasm_bindgen_test]
fn a_dialog_is_opened_over_the_page_once() {
    show("<dialog id=d><button id=close>x</button></dialog>");
    page::show_dialog();
    let dialog =
        page::find("dialog").and_then(|dialog| dialog.dyn_into::<web_sys::HtmlDialogElement>().ok()).expect("it");
    assert!(dialog.open());
    page::show_dialog();
    assert!(dialog.open());
}

#[wasm_bindgen_test]
fn what_is_in_view_is_told_from_what_is_below() {
    show("<div id=near>a</div><div id=far>b</div>");
    let far = page::find("#far").and_then(|far| far.dyn_into::<HtmlElement>().ok()).expect("it");
    far.set_attribute("style", "position: absolute; top: 5000px").expect("an attribute");
    assert!(page::in_view("#near"));
    assert!(!page::in_view("#far"));
    assert!(!page::in_view("#nowhere"));
}

#[wasm_bindgen_test]
fn the_address_is_what_stands_behind_the_hash() {
    address::go("#/play/crisis");
    assert_eq!(address::hash(), "#/play/crisis");
    address::go("#/");
    assert_eq!(address::hash(), "#/");
}
