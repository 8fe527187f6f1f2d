//! The app started by hand, where something is wrong from its first moment on.

use journeys::Page;

/// The app is started anew where reading throws, where there is no storage at all, or where nothing can be written: on a
/// page beside it, which becomes the app's own with everything that its file says.
const STARTS_FORBIDDEN: &str = "
    const done = arguments[arguments.length - 1];
    const forbid = () => { throw new DOMException('forbidden', 'SecurityError') };
    const start = html => {
        if (HOW === 'reads') {
            for (const name of ['getItem', 'setItem', 'removeItem', 'key']) Storage.prototype[name] = forbid;
            Object.defineProperty(Storage.prototype, 'length', { get: forbid });
        } else if (HOW === 'full') {
            Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };
        } else {
            Object.defineProperty(window, 'localStorage', { get: forbid });
        }
        history.replaceState(null, '', '/' + HASH);
        const app = new DOMParser().parseFromString(html, 'text/html');
        document.head.replaceChildren(...[...app.head.children].filter(it => it.localName !== 'script'));
        document.body.replaceChildren(...app.body.children);
        for (const it of app.querySelectorAll('script')) {
            const script = document.createElement('script');
            script.type = it.type;
            script.textContent = it.textContent;
            if (it.src) script.src = it.src;
            document.head.append(script);
        }
    };
    fetch('/').then(it => it.text()).then(start).then(() => done(true), fault => done(String(fault)));";

/// Starts the app at an address (`#/play/crisis`) where storage throws when it is read (`"reads"`) or written to
/// (`"full"`), or where there is none (`"all"`).
pub async fn starts_forbidden(page: &Page, how: &str, hash: &str) {
    page.open("/~harness/").await;
    let start = format!("const HOW = {how:?}; const HASH = {hash:?};{STARTS_FORBIDDEN}");
    let started = page.client().execute_async(&start, vec![]).await;
    assert_eq!(started.ok(), Some(true.into()), "the app can be started by hand");
    page.is_taken_over().await;
}
