// The reader's choice of theme: "auto" (the system's), "light" or "dark".
// Loaded in the head and blocking, so that the first paint is the right one.
(() => {
  const key = "dossier-theme", root = document.documentElement;
  const choices = ["auto", "light", "dark"];

  // Storage may be refused, above all when the page is opened from disk.
  const load = () => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const save = (choice) => {
    try { localStorage.setItem(key, choice); } catch { /* lasts for this page only */ }
  };
  const show = (choice) => {
    if (!choices.includes(choice)) choice = "auto";
    root.dataset.theme = choice;
    for (const b of document.querySelectorAll(".theme button"))
      b.setAttribute("aria-pressed", String(b.value === choice));
  };

  show(load());
  document.addEventListener("DOMContentLoaded", () => {
    show(root.dataset.theme);
    for (const group of document.querySelectorAll(".theme")) {
      group.hidden = false;
      group.addEventListener("click", (event) => {
        const button = event.target.closest("button");
        if (button) { save(button.value); show(button.value); }
      });
    }
  });
  addEventListener("storage", (event) => { if (event.key === key) show(event.newValue); });
  addEventListener("pageshow", (event) => { if (event.persisted && load()) show(load()); });
})();
