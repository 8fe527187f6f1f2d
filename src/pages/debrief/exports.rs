//! What a debrief becomes outside of its page: a link or a text that is copied, the result code as a drawing, the picture and
//! the appointment as files.
//!
//! Few ask for any, so it lies in a lazy chunk of its own.

use super::model::{Appointment, Copied, Picture, Report};
use crate::platform::{copy, png, save, time};
use crate::share::Qr;
use std::pin::Pin;
use std::rc::Rc;

/// The size of the picture that is sent around.
const PICTURE: (u32, u32) = (1200, 630);

/// Whether it is copied or saved, once that is known.
pub type Saving = Pin<Box<dyn Future<Output = bool>>>;

/// What could not be copied, once that is known.
pub type Copying = Pin<Box<dyn Future<Output = Option<String>>>>;

/// What the chunk holds, as what can be called once it is there.
#[derive(Clone, Copy)]
pub struct Exports {
    /// Hands on or copies a run's link, its invitation, or the run as a text. Where the browser does not let the page, the
    /// text comes back.
    pub copy: fn(Copied, Rc<Report>) -> Copying,
    /// The result code as a drawing.
    pub qr: fn(&Report) -> Option<Qr>,
    /// Saves the picture of a run, beside another of its others where that is said. False where the browser does not.
    pub save: fn(Picture, Rc<Report>, Option<usize>) -> Saving,
    /// Saves an appointment for Monday as a calendar's file. False where the browser does not.
    pub calendar: fn(&Appointment) -> bool,
}

impl Exports {
    /// All of it.
    pub(crate) const ALL: Exports = Exports { copy: copy_of, qr: Report::qr, save, calendar };
}

fn copy_of(what: Copied, report: Rc<Report>) -> Copying {
    Box::pin(async move {
        let text = match what {
            Copied::Link => report.link().unwrap_or_default(),
            Copied::Shared => report.invitation().unwrap_or_default(),
            Copied::Text => report.summary(),
        };
        let done = (what == Copied::Shared && copy::handed_on(&text).await) || copy::text(&text, "#first").await;
        (!done).then_some(text)
    })
}

fn calendar(appointment: &Appointment) -> bool {
    let now = time::now();
    let file = appointment.file(now, time::ahead(now));
    save::bytes("two-hats-monday.ics", "text/calendar;charset=utf-8", file.as_bytes())
}

fn save(kind: Picture, report: Rc<Report>, beside: Option<usize>) -> Saving {
    Box::pin(async move {
        let svg = report.picture(report.other(beside));
        match kind {
            Picture::Svg => save::bytes("two-hats.svg", "image/svg+xml", svg.as_bytes()),
            Picture::Png => png::save("two-hats.png", &svg, PICTURE).await,
        }
    })
}
