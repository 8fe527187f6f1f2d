//! One journey, one test: a session of its own, a record of what went wrong, and an end whatever happens.

use std::{fs, panic::AssertUnwindSafe, thread, time::Duration};

use futures_util::FutureExt;

use crate::{
    page::Page,
    session,
    setting::{Setting, setting},
};

/// A journey that takes longer hangs.
const LIMIT: Duration = Duration::from_secs(300);

/// Makes a journey in a fresh session. When it fails, a screenshot is saved and the page's text is told.
pub fn journey(story: impl AsyncFnOnce(&Page)) {
    let setting = setting();
    let seat = setting.seat();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.unwrap_or_else(|fault| panic!("the journey cannot set out: {fault}"));
    let ended = runtime.block_on(async {
        let started = tokio::time::timeout(LIMIT, session::start(setting, &seat.driver)).await;
        let session = started.unwrap_or_else(|_| panic!("the browser does not start in {} s", LIMIT.as_secs()));
        let page = Page::new(session, setting, &seat.driver);
        let told = AssertUnwindSafe(tokio::time::timeout(LIMIT, story(&page))).catch_unwind().await;
        if !matches!(told, Ok(Ok(()))) {
            eprintln!("{}", record(&page, setting).await);
        }
        page.close().await;
        told
    });
    drop(seat);
    match ended {
        Ok(Ok(())) => {}
        Ok(Err(_)) => panic!("the journey took longer than {} s", LIMIT.as_secs()),
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// What there is to see at the end of a failed journey.
async fn record(page: &Page, setting: &Setting) -> String {
    let name = thread::current().name().unwrap_or("journey").replace("::", "-");
    let file = setting.shots.join(format!("{:?}-{name}.png", setting.browser).to_lowercase());
    let saved = match page.screenshot().await {
        Some(picture) => fs::create_dir_all(&setting.shots).and_then(|()| fs::write(&file, picture)).is_ok(),
        None => false,
    };
    let shot = if saved { format!("screenshot: {}", file.display()) } else { "no screenshot could be taken".into() };
    let (last, address, text) = (page.last_told(), page.address().await, page.text().await);
    format!("so far it came:\n{last}{shot}\naddress: {address}\nthe page says:\n{text}")
}
