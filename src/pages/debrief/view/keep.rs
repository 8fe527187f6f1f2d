//! How the run is kept and shown: its link, its text, its picture, its code.

use super::parts::on_click;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Message, Notice, Output, Picture, Told};
use crate::share::Qr;
use crate::words::fill;
use std::rc::Rc;
use yew::prelude::*;

/// How large a square of the code's picture is drawn, in pixels.
const SQUARE: i32 = 7;

/// What is kept.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct KeepProps {
    pub told: Rc<Told>,
    pub dispatch: Callback<Message>,
}

/// The link, the buttons that copy and save, and the result code.
#[component]
pub(super) fn Keep(KeepProps { told, dispatch }: &KeepProps) -> Html {
    let report = &told.report;
    let link = report.link();
    let code = report.code();
    let button = |act: &'static str, words: &'static str, message: Message| {
        html! { <button class="button" data-do={act} onclick={on_click(dispatch, message)}>{words}</button> }
    };
    html! {
        <section class="keep" aria-labelledby="keep">
            <h2 id="keep">{WORDS.keep}</h2>
            if let Some(link) = &link {
                <p>{WORDS.link_means}</p>
                <p>
                    <label for="link">{WORDS.link}</label>{" "}
                    <input id="link" class="link" readonly={true} value={link.clone()} />
                </p>
            }
            <p class="actions">
                if link.is_some() {
                    {button("copy-link", WORDS.copy_link, Message::CopyLink)}{" "}
                }
                {button("copy-text", WORDS.copy_text, Message::CopyText)}{" "}
                {button("svg", WORDS.picture_svg, Message::SavePicture(Picture::Svg))}{" "}
                {button("png", WORDS.picture_png, Message::SavePicture(Picture::Png))}{" "}
                {button("print", WORDS.print, Message::Print)}{" "}
                {notice(told, Output::Keep)}
            </p>
            <p>
                {WORDS.code}<b class="code" translate="no">{&code}</b>{" "}
                <span class="soft">{WORDS.code_means}</span>{" "}
                if let Some(qr) = &told.qr {
                    {picture(qr, &code)}
                } else {
                    {button("qr", WORDS.show_qr, Message::ShowQr)}
                }
                {" "}{notice(told, Output::Code)}
            </p>
            if report.alone {
                <p class="actions">
                    <a class="button main" href={format!("#/play/{}", report.source.key())}>{WORDS.play_this}</a>{" "}
                    <a class="button" href="#/">{WORDS.home}</a>
                </p>
            } else {
                <p class="hidden" role="status" data-came={WORDS.arrived}>
                    if told.arrived {
                        {WORDS.arrived}
                    }
                </p>
            }
            if told.by_hand {
                <textarea class="link" readonly={true} rows="8" aria-label={WORDS.copy_text} value={report.summary()} />
            }
        </section>
    }
}

/// Where the page says what came of an act.
pub(super) fn notice(told: &Told, output: Output) -> Html {
    let notice = told.notice.filter(|notice| notice.output() == output).map(words);
    html! {
        <output>
            if let Some(words) = notice {
                <span key={words}>{words}</span>
            }
        </output>
    }
}

fn words(notice: Notice) -> &'static str {
    match notice {
        Notice::Copied(true) => WORDS.copied,
        Notice::Copied(false) => WORDS.not_copied,
        Notice::SvgSaved => WORDS.svg_saved,
        Notice::PngSaved => WORDS.png_saved,
        Notice::NotSaved => WORDS.not_saved,
        Notice::NoQr => WORDS.no_qr,
        Notice::AnswersKept(true) => WORDS.answers_kept,
        Notice::AnswersKept(false) => WORDS.answers_not_kept,
    }
}

/// The result code as a picture that a phone reads.
fn picture(qr: &Qr, code: &str) -> Html {
    let (side, wide) = (qr.side.to_string(), (qr.side * SQUARE).to_string());
    html! {
        <svg class="qr" width={wide.clone()} height={wide} viewBox={format!("0 0 {side} {side}")} role="img"
            aria-label={fill(WORDS.qr, &[("code", code)])} tabindex="-1" shape-rendering="crispEdges">
            <rect width={side.clone()} height={side} fill="#fff" />
            <path fill="#000" d={qr.path.clone()} />
        </svg>
    }
}
