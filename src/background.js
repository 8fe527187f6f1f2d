// Starts the app as a worker: what it is named for, it does.
import init from "./two-hats.js";
init();
