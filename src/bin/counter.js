// The debrief's worker: counts beside the page, which asks it one thing and ends it.
import init, { answer } from "./two-hats-debrief.js";
await init();
onmessage = ({ data }) => postMessage(answer(...data));
postMessage(null);
