//! How the run is kept and shown: its link, its text, its picture, its code.

use crate::components::{Html, button, el, on_click};
use crate::pages::debrief::model::{Copied, Message, Output, Picture, Told};
use crate::pages::debrief::view::parts::{Dispatch, by_hand, notice};
use crate::pages::debrief::{BELOW, WORDS};
use crate::share::Qr;
use crate::words::fill;

/// How large a square of the code's picture is drawn, in pixels.
const SQUARE: i32 = 7;

/// The link, the buttons that copy and save, and the result code.
pub(super) fn keep(told: &Told, dispatch: &Dispatch) -> Html {
    let report = &told.report;
    let link = report.link();
    let code = report.code();
    let act = |act: &'static str, words: &'static str, message: fn() -> Message| {
        button("button", act, words, on_click(dispatch, message))
    };
    let mut section = el!("section", "class" = "keep", "aria-labelledby" = "keep");
    section.with(el!("h2", "id" = "keep").text(BELOW.keep));
    let mut folded = el!("details");
    folded.with(el!("summary").text(BELOW.keep_open));
    let mut actions = el!("p", "class" = "actions");
    if let Some(link) = link {
        let mut field = el!("input", "id" = "link", "class" = "link", "readonly" = "readonly");
        folded
            .with(el!("p").text(BELOW.link_means))
            .with(el!("p").with(el!("label", "for" = "link").text(BELOW.link)).text(" ").with(field.holds(link)));
        actions.put(act("copy-link", BELOW.copy_link, || Message::CopyLink)).text(" ");
    }
    actions
        .put(act("copy-text", BELOW.copy_text, || Message::CopyText))
        .text(" ")
        .put(act("svg", BELOW.picture_svg, || Message::SavePicture(Picture::Svg)))
        .text(" ")
        .put(act("png", BELOW.picture_png, || Message::SavePicture(Picture::Png)))
        .text(" ")
        .put(act("print", BELOW.print, || Message::Print))
        .text(" ")
        .put(act("print-all", BELOW.print_all, || Message::PrintAll))
        .text(" ")
        .put(notice(told, Output::Keep));
    let mut of_code = el!("p");
    of_code
        .beside(BELOW.code)
        .with(el!("b", "class" = "code", "translate" = "no").text(code.clone()))
        .text(" ")
        .with(el!("span", "class" = "soft").text(BELOW.code_means))
        .text(" ")
        .put(match &told.qr {
            Some(qr) => picture(qr, &code),
            None => act("qr", BELOW.show_qr, || Message::ShowQr),
        })
        .text(" ")
        .put(notice(told, Output::Code));
    section.with(folded.with(&mut actions).with(&mut of_code));
    if report.alone {
        let mut play = el!("a", "class" = "button main", "href" = format!("#/play/{}", report.source.key()));
        let mut home = el!("a", "class" = "button", "href" = "#/");
        section
            .with(el!("p", "class" = "actions").with(play.text(BELOW.play_this)).text(" ").with(home.text(WORDS.home)));
    }
    section.maybe(by_hand(told, Copied::Text, BELOW.copy_text)).build()
}

/// The result code as a picture that a phone reads.
fn picture(qr: &Qr, code: &str) -> Html {
    let (side, wide) = (qr.side.to_string(), (qr.side * SQUARE).to_string());
    let view = format!("0 0 {side} {side}");
    let label = fill(BELOW.qr, &[("code", code)]);
    let mut picture = el!(
        "svg",
        "class" = "qr",
        "width" = wide.clone(),
        "height" = wide,
        "viewBox" = view,
        "role" = "img",
        "aria-label" = label,
        "tabindex" = "-1",
        "shape-rendering" = "crispEdges",
    );
    picture
        .with(&mut el!("rect", "width" = side.clone(), "height" = side, "fill" = "#fff"))
        .with(&mut el!("path", "fill" = "#000", "d" = qr.path.clone()))
        .build()
}
