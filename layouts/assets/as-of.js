// Shows who stands in which relation on a chosen date. All of it is in the
// page; without this script the tables of changes say the same.
(() => {
  "use strict";
  const $ = (id) => document.getElementById("asof_" + id);
  const panel = $("panel"), slider = $("slider"), picker = $("day"), output = $("date");
  const stops = [...$("stops").children].map((li) => (
    { number: +li.dataset.number, day: li.dataset.day, text: li.textContent }));
  const groups = [...panel.querySelectorAll(".present")].map((group) => ({
    group,
    until: +group.dataset.until,
    nobody: group.querySelector(".nobody"),
    beyond: group.querySelector(".beyond"),
    members: [...group.querySelectorAll("li")].map((item) => ({
      item, possibly: item.querySelector("[hidden]"),
      spans: item.dataset.spans.split(" ").map((span) => span.split(",").map(Number)),
    })),
  }));

  // Days are counted from 1 January of the year 1.
  const epoch = 719162;
  // A day in the words that the page has for days.
  const { plain, early, before, days, months, digits } = $("stops").dataset;
  const worded = (day) => {
    if (!plain) return day;
    const [, sign, y, m, d] = /^(-?)0*(\d+)-(\d\d)-(\d\d)$/.exec(day);
    const year = sign || y === "0" ? +y + 1 : +y;
    const parts = { d: days.split("|")[d - 1], m: months.split("|")[m - 1], y: String(year).replace(/\d/g, (c) => [...digits][c]) };
    return (sign || y === "0" ? before : year < 100 ? early : plain).replace(/\{([dmy])\}/g, (_, part) => parts[part]);
  };

  const show = (number, day) => {
    for (const { group, until, nobody, beyond, members } of groups) {
      beyond.hidden = number <= until;
      let any = number > until;
      for (const { item, possibly, spans } of members) {
        item.hidden = number > until || !spans.some(([a, b]) => a <= number && number < b);
        possibly.hidden = spans.some(([, , a, b]) => a <= number && number < b);
        any ||= !item.hidden;
      }
      nobody.hidden = any;
      group.hidden = !any && groups.length > 12; // of many, those with somebody
    }
    const at = Math.max(0, stops.filter((s) => s.number <= number).length - 1);
    const text = stops[at].number === number ? stops[at].text : worded(day);
    slider.value = at;
    slider.setAttribute("aria-valuetext", text);
    picker.value = day;
    if (output.textContent !== text) output.textContent = text;
  };
  // The hash keeps the date, for links and reloads.
  const choose = (number, day) => { show(number, day); history.replaceState(null, "", "#" + day); };
  const numberOf = (day) => stops.find((s) => s.day === day)?.number ?? Date.parse(day + "T00:00Z") / 864e5 + epoch;
  const fromHash = () => {
    const day = location.hash.slice(1);
    const first = stops[slider.getAttribute("value")];
    if (/^-?\d{4}-\d\d-\d\d$/.test(day) && Number.isInteger(numberOf(day))) show(numberOf(day), day);
    else show(first.number, first.day);
  };

  slider.max = stops.length - 1;
  picker.min = stops[0].day;
  picker.max = stops[stops.length - 1].day;
  slider.addEventListener("input", () => { const s = stops[slider.value]; choose(s.number, s.day); });
  picker.addEventListener("change", () => { if (picker.validity.valid && picker.value) choose(numberOf(picker.value), picker.value); });
  addEventListener("hashchange", fromHash);
  panel.hidden = false;
  fromHash();
})();
