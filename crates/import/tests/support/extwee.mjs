// What extwee reads of files: `node --input-type=module -e … index.js files…` prints a line of JSON for each file.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [extwee, ...files] = process.argv.slice(1);
const { parseJSON, parseTwee, parseTwine2ArchiveHTML, parseTwine2HTML } = await import(pathToFileURL(extwee));
// It warns of what is missing in a file, on the output too.
console.info = console.warn = () => {};

const read = (file, text) => {
  if (file.endsWith(".twee")) return [parseTwee(text)];
  if (file.endsWith(".json")) return [parseJSON(text)];
  return text.split("<tw-storydata").length > 2 ? parseTwine2ArchiveHTML(text) : [parseTwine2HTML(text)];
};
// It makes passages of a page's script and style sheet, too.
const told = ({ tags }) => !tags.includes("script") && !tags.includes("stylesheet");
const links = ({ text }) => (text.match(/\[\[.+?\]\]/g) ?? []).length;
const count = (story) => {
  const passages = story.passages.filter(told);
  return { story: story.name, passages: passages.length, links: passages.reduce((sum, it) => sum + links(it), 0) };
};

for (const file of files) {
  let stories = [];
  try {
    stories = read(file, readFileSync(file, "utf8")).map(count);
  } catch {
    // It is no story.
  }
  console.log(JSON.stringify(stories));
}
