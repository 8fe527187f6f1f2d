// Starts the reader of authors' files as a worker.
import init from "./two-hats-reader.js";
init();
