// The reader's choice of theme: "auto" (the system's), "light" or "dark".
// Loaded in the head and blocking, so that the first paint is the right one.
(() => {
  const key = "dossier-theme", root = document.documentElement;
  const choices = { // and what is drawn on their buttons
    auto: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.6v10.8A5.4 5.4 0 0 1 8 2.6Z",
    light: "M8 4.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8ZM7.3.5h1.4v2.4H7.3zM7.3 13.1h1.4v2.4H7.3zM.5 7.3h2.4v1.4H.5zM13.1 7.3h2.4v1.4h-2.4zM2.2 3.2l1-1 1.7 1.7-1 1zM11.1 12.1l1-1 1.7 1.7-1 1zM11.1 3.9l1.7-1.7 1 1-1.7 1.7zM2.2 12.8l1.7-1.7 1 1-1.7 1.7z",
    dark: "M6.2 1.3a6.9 6.9 0 1 0 8.5 8.5A5.8 5.8 0 0 1 6.2 1.3Z",
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
      b.setAttribute("aria-pressed", String(b.value === choice));
  };

  show(load());
  document.addEventListener("DOMContentLoaded", () => {
    for (const group of document.querySelectorAll(".theme")) {
      for (const value in choices) {
        const svg = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${choices[value]}"/></svg>`;
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
