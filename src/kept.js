// What the browser keeps is its host's, and a host may have the game in several folders: each keeps its own. The first to be
// opened has the plain name, under which all of them kept before.
{
  const { dataset } = document.documentElement;
  const folder = location.pathname.replace(/[^/]*$/, "").toLowerCase();
  try {
    void localStorage.length;
  } catch {
    // The browser refuses: the page itself keeps what is stored, until it is closed.
    const memory = {
      get length() {
        return Object.keys(this).length;
      },
      key(at) {
        return Object.keys(this)[at];
      },
      getItem(key) {
        return this[key];
      },
      setItem(key, text) {
        this[key] = text;
      },
      removeItem(key) {
        delete this[key];
      },
    };
    Object.defineProperty(self, "localStorage", { value: Object.create(memory) });
    dataset.passing = "";
  }
  try {
    const home = localStorage["two-hats-home"];
    if (home?.[0] !== "/") localStorage["two-hats-home"] = folder;
    else if (home !== folder) dataset.kept = `two-hats@${folder}:`;
  } catch {}
}
