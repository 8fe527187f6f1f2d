//! How the run is kept and shown: its link, its text, its picture, its code.

use super::parts::Dispatch;
use crate::components::{Html, button, el, on_click};
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Message, Notice, Output, Picture, Told};
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
    section.with(el!("h2", "id" = "keep").text(WORDS.keep));
    let mut folded = el!("details");
    folded.with(el!("summary").text(WORDS.keep_open));
    let mut actions = el!("p", "class" = "actions");
    if let Some(link) = link {
        let mut field = el!("input", "id" = "link", "class" = "link", "readonly" = "readonly");
        folded
            .with(el!("p").text(WORDS.link_means))
            .with(el!("p").with(el!("label", "for" = "link").text(WORDS.link)).text(" ").with(field.holds(link)));
        actions.put(act("copy-link", WORDS.copy_link, || Message::CopyLink)).text(" ");
    }
    actions
        .put(act("copy-text", WORDS.copy_text, || Message::CopyText))
        .text(" ")
        .put(act("svg", WORDS.picture_svg, || Message::SavePicture(Picture::Svg)))
        .text(" ")
        .put(act("png", WORDS.picture_png, || Message::SavePicture(Picture::Png)))
        .text(" ")
        .put(act("print", WORDS.print, || Message::Print))
        .text(" ")
        .put(act("print-all", WORDS.print_all, || Message::PrintAll))
        .text(" ")
        .put(notice(told, Output::Keep));
    let mut of_code = el!("p");
    of_code
        .beside(WORDS.code)
        .with(el!("b", "class" = "code", "translate" = "no").text(code.clone()))
        .text(" ")
        .with(el!("span", "class" = "soft").text(WORDS.code_means))
        .text(" ")
        .put(match &told.qr {
            Some(qr) => picture(qr, &code),
            None => act("qr", WORDS.show_qr, || Message::ShowQr),
        })
        .text(" ")
        .put(notice(told, Output::Code));
    section.with(folded.with(&mut actions).with(&mut of_code));
    if report.alone {
        let mut play = el!("a", "class" = "button main", "href" = format!("#/play/{}", report.source.key()));
        let mut home = el!("a", "class" = "button", "href" = "#/");
        section
            .with(el!("p", "class" = "actions").with(play.text(WORDS.play_this)).text(" ").with(home.text(WORDS.home)));
    } else {
        let mut arrived = el!("p", "class" = "hidden", "role" = "status", "data-came" = WORDS.arrived);
        section.with(arrived.text(if told.arrived { WORDS.arrived } else { "" }));
    }
    let by_hand = told.by_hand.then(|| {
        el!("textarea", "class" = "link", "readonly" = "readonly", "rows" = "8", "aria-label" = WORDS.copy_text)
            .holds(report.summary())
            .build()
    });
    section.maybe(by_hand).build()
}

/// Where the page says what came of an act.
pub(super) fn notice(told: &Told, output: Output) -> Html {
    let mut said = el!("output");
    if let Some(notice) = told.notice.filter(|notice| notice.output() == output) {
        let words = words(notice);
        said.with(el!("span").key(words.into()).text(words));
    }
    said.build()
}

fn words(notice: Notice) -> &'static str {
    match notice {
        Notice::Copied(true) | Notice::Shared(true) => WORDS.copied,
        Notice::Copied(false) | Notice::Shared(false) => WORDS.not_copied,
        Notice::SvgSaved => WORDS.svg_saved,
        Notice::PngSaved => WORDS.png_saved,
        Notice::NotSaved => WORDS.not_saved,
        Notice::NotAll => WORDS.not_all,
        Notice::NoQr => WORDS.no_qr,
        Notice::MineKept(true) => WORDS.mine_kept,
        Notice::MineKept(false) => WORDS.mine_not_kept,
        Notice::CalendarSaved(true) => WORDS.calendar_saved,
        Notice::CalendarSaved(false) => WORDS.calendar_not_saved,
        Notice::AnswersKept(true) => WORDS.answers_kept,
        Notice::AnswersKept(false) => WORDS.answers_not_kept,
    }
}

/// The result code as a picture that a phone reads.
fn picture(qr: &Qr, code: &str) -> Html {
    let (side, wide) = (qr.side.to_string(), (qr.side * SQUARE).to_string());
    let view = format!("0 0 {side} {side}");
    let label = fill(WORDS.qr, &[("code", code)]);
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
