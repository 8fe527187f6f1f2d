// Starts the app as a worker: what it is named for, it does.
import init from "./two-hats.js";
// What does not start says so: an error of a promise is not heard on the page.
init().catch(() => postMessage(false));
