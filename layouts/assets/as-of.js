// Shows who stands in which relation on a chosen date. Everything it shows is
// in the page; without it the tables of changes say the same.
(() => {
  "use strict";
  const panel = document.getElementById("asof_panel");
  const [slider, picker, output] = ["slider", "day", "date"].map((id) => document.getElementById("asof_" + id));
  const stops = [...document.querySelectorAll("#asof_stops li")].map((li) => (
    { number: Number(li.dataset.number), day: li.dataset.day, text: li.textContent }));
  const groups = [...panel.querySelectorAll(".present")].map((group) => ({
    until: Number(group.dataset.until),
    nobody: group.querySelector(".nobody"),
    beyond: group.querySelector(".beyond"),
    members: [...group.querySelectorAll("li")].map((item) => ({
      item, possibly: item.querySelector("[hidden]"),
      spans: item.dataset.spans.split(" ").map((span) => span.split(",").map(Number)),
    })),
  }));

  // Days are counted from 1 January of the year 1, as in the page's data.
  const epoch = 719162;
  const numberOf = (day) => Math.round(Date.parse(day + "T00:00Z") / 864e5) + epoch;
  const lang = document.documentElement.lang;
  const words = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" });
  const textOf = (number) => (stops.find((s) => s.number === number)?.text)
    ?? words.format((number - epoch) * 864e5).replace(/\sг\.$/, "");

  const show = (number) => {
    for (const group of groups) {
      const beyond = number > group.until;
      let any = false;
      for (const { item, possibly, spans } of group.members) {
        const possible = !beyond && spans.some(([from, to]) => from <= number && number < to);
        const certain = spans.some(([, , from, to]) => from <= number && number < to);
        item.hidden = !possible;
        possibly.hidden = certain;
        any ||= possible;
      }
      group.nobody.hidden = any || beyond;
      group.beyond.hidden = !beyond;
    }
    const text = textOf(number);
    if (output.textContent !== text) output.textContent = text;
    slider.setAttribute("aria-valuetext", text);
  };

  // The hash keeps the date, so that it can be linked to and survives a reload.
  const choose = (number, day) => {
    slider.value = Math.max(0, stops.findLastIndex((s) => s.number <= number));
    picker.value = day;
    show(number);
    history.replaceState(null, "", "#" + day);
  };
  const fromHash = () => {
    const day = decodeURIComponent(location.hash.slice(1));
    const stop = stops.find((s) => s.day === day);
    const number = stop ? stop.number : /^\d{4}-\d\d-\d\d$/.test(day) ? numberOf(day) : NaN;
    const last = stops[slider.value];
    if (Number.isFinite(number)) choose(number, day);
    else { picker.value = last.day; show(last.number); }
  };

  slider.max = stops.length - 1;
  slider.value = slider.getAttribute("value");
  [picker.min, picker.max] = [stops[0].day, stops.at(-1).day];
  slider.addEventListener("input", () => choose(stops[slider.value].number, stops[slider.value].day));
  picker.addEventListener("change", () => { if (picker.value) choose(numberOf(picker.value), picker.value); });
  addEventListener("hashchange", fromHash);
  panel.hidden = false;
  fromHash();
})();
