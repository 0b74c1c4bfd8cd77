// Loads files of the edition's search index (package search has the format) as
// scripts, so that it works from disk.
(() => {
  const { index } = document.getElementById('page_main').dataset;
  const data = new Map(), asked = new Map();
  window.dossierSearch = (name, value) => data.set(name, value);

  // load gives what a file has; the name of one that is not the index's ends in .js.
  const load = (name) => {
    if (!asked.has(name)) {
      asked.set(name, new Promise((done, failed) => {
        const script = document.createElement('script');
        script.src = name.endsWith('.js') ? name : index + name + '.js';
        script.onload = () => { script.remove(); done(data.get(name)); };
        script.onerror = () => { script.remove(); asked.delete(name); failed(new Error(name)); };
        document.head.append(script);
      }));
    }
    return asked.get(name);
  };

  // cellsOf names what a row has of a document.
  const cellsOf = ([, path, title, kind, summary = '', date, note, titleIn, kindIn, lang, dateIn, noteIn]) => (
    { path, title, kind, summary, date, note, titleIn, kindIn, lang, dateIn, noteIn });

  window.dossierIndex = { load, cellsOf };
})();
