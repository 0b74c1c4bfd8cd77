// The key "/" leads to the search field, or to the page that has it. A reader who
// gives commands by voice can switch it off there, since what they say may be typed.
addEventListener("DOMContentLoaded", () => {
  const key = "dossier-slash", $ = (id) => document.getElementById("search_" + id);
  const field = $("field"), choice = $("key"), target = field || document.querySelector(".menu [href$='search.html']");
  if (!target) return;

  let off;
  try { off = localStorage.getItem(key); } catch { /* storage may be refused: it is on */ }
  const show = () => target.setAttribute("aria-keyshortcuts", off ? "" : "/");
  show();
  if (choice) {
    choice.checked = !off;
    choice.addEventListener("change", () => {
      off = choice.checked ? "" : "off";
      show();
      try { localStorage.setItem(key, off); } catch { /* lasts for this page only */ }
    });
  }
  addEventListener("keydown", (event) => {
    if (off || event.key !== "/" || event.isComposing || event.ctrlKey || event.altKey || event.metaKey
      || event.target.closest("input, select, textarea, [contenteditable]")) return;
    event.preventDefault();
    if (field) field.focus(), field.select();
    else target.click();
  });
});
