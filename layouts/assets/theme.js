// The reader's choice of theme: "auto" (the system's), "light" or "dark".
// Loaded in the head and blocking, so that the first paint is the right one.
(() => {
  const key = "dossier-theme", root = document.documentElement;
  const choices = { // and what is drawn on their buttons
    auto: "M80 10a70 70 0 1 0 0 140A70 70 0 0 0 80 10Zm0 16v108A54 54 0 0 1 80 26Z",
    light: "M80 46a34 34 0 1 0 0 68 34 34 0 0 0 0-68ZM73 5h14v24H73zM73 131h14v24H73zM5 73h24v14H5zM131 73h24v14h-24zM22 32l10-10 17 17-10 10zM111 121l10-10 17 17-10 10zM111 39l17-17 10 10-17 17zM22 128l17-17 10 10-17 17z",
    dark: "M62 13a69 69 0 1 0 85 85A58 58 0 0 1 62 13Z",
  };

  // Storage may be refused, above all when the page is opened from disk.
  const load = () => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const save = (choice) => {
    try { localStorage.setItem(key, choice); } catch { /* lasts for this page only */ }
  };
  const show = (choice) => {
    if (!Object.keys(choices).includes(choice)) choice = "auto";
    root.dataset.theme = choice;
    for (const b of document.querySelectorAll(".theme button"))
      b.setAttribute("aria-pressed", b.value === choice);
  };

  show(load());
  addEventListener("DOMContentLoaded", () => {
    for (const group of document.querySelectorAll(".theme")) {
      for (const value in choices) {
        const svg = `<svg viewBox="0 0 160 160" aria-hidden="true"><path d="${choices[value]}"/></svg>`;
        group.append(Object.assign(document.createElement("button"), { type: "button", value, title: group.dataset[value], innerHTML: svg }));
      }
      group.addEventListener("click", (event) => {
        const button = event.target.closest("button");
        if (button) { save(button.value); show(button.value); }
      });
    }
    show(root.dataset.theme);
  });
  addEventListener("storage", (event) => { if (event.key === key) show(event.newValue); });
  addEventListener("pageshow", (event) => { if (event.persisted && load()) show(load()); });
})();
