// Shows who stands in which relation on a chosen day. It makes the controls; what
// the page says without it is the state on the day with which it begins.
(() => {
  "use strict";
  const panel = document.getElementById("asof_panel"), output = document.getElementById("asof_date");
  const bar = document.getElementById("asof_bar"), controls = document.getElementById("asof_controls"), data = controls.dataset;
  const numbers = (text) => text.split(/[ ,]/).map(Number);
  const stops = numbers(data.stops), places = numbers(data.at), first = +data.first, known = stops[first], end = stops.length - 1, last = stops[end];
  const make = (name, props, ...children) => {
    const e = Object.assign(document.createElement(name), props);
    e.append(...children);
    return e;
  };
  const held = (spans, number) => {
    const within = (at) => spans.split(" ").some((s) => { const n = numbers(s); return n[at] <= number && number < n[at + 1]; });
    return within(2) ? 2 : within(0) ? 1 : 0;
  };

  // Days are counted from 1 January of the year 1.
  const dayOf = (number) => {
    const d = new Date((number - 719162) * 864e5), y = d.getUTCFullYear();
    return { y, m: d.getUTCMonth() + 1, d: d.getUTCDate() };
  };
  const numberOf = (y, m, d) => {
    const date = new Date(0);
    date.setUTCFullYear(y, m - 1, d);
    return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date / 864e5 + 719162 : NaN;
  };
  // What is less than a day stands for its last day, or for the dossier's own where that lies in it.
  const stand = (from, to) => from <= known && known < to ? known : to;
  const monthEnd = (y, m) => m === 12 ? numberOf(y, 12, 31) : m > 0 ? numberOf(y, m + 1, 1) - 1 : NaN;
  const two = (n) => String(n).padStart(2, "0");
  const iso = ({ y, m, d }) => (y < 0 ? "-" : "") + String(Math.abs(y)).padStart(4, "0") + "-" + two(m) + "-" + two(d);
  // A day in the words that the page has for days.
  const digits = [...(data.digits || "0123456789")];
  const local = (n) => String(n).replace(/\d/g, (c) => digits[c]);
  const worded = (number) => {
    const { y, m, d } = dayOf(number);
    if (!data.plain) return iso({ y, m, d });
    const parts = { d: data.days.split("|")[d - 1], m: data.months.split("|")[m - 1], y: local(y < 1 ? 1 - y : y) };
    return (y < 1 ? data.before : y < 100 ? data.early : data.plain).replace(/\{([dmy])\}/g, (_, part) => parts[part]);
  };
  // The field has a day in words, as far as it can read them.
  const typed = (number) => dayOf(number).y > 99 ? worded(number) : iso(dayOf(number));
  // The order of numbers is that of the words for days; nobody writes year, day,
  // month in numbers, though some do in words.
  const order = ((data.plain || "").match(/\{[dmy]\}/g) || []).join("").replace(/[{}]/g, "").replace("ydm", "dmy");
  // That a date is not certain is no matter here.
  const read = (text) => {
    text = [...text.trim()].map((c) => { const i = digits.indexOf(c); return i < 0 ? c : String(i); }).join("");
    let m = /^(-?\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(text.replace(/[?~%]/g, "").replace(/(-XX)+$/i, "").replace(/X/gi, "9"));
    if (m) {
      const [, y, month, day] = m.map(Number);
      return m[3] ? numberOf(y, month, day) : stand(numberOf(y, m[2] ? month : 1, 1), monthEnd(y, m[2] ? month : 12));
    }
    m = /^(\d+)\D{1,3}(\d+)\D{1,3}(\d+)\D{0,3}$/.exec(text);
    if (m) {
      const of = m[1].length > 2 ? "ymd" : order || "ymd", at = (c) => m[of.indexOf(c) + 1];
      return at("y").length > 2 ? numberOf(+at("y"), +at("m"), +at("d")) : NaN;
    }
    const lower = text.toLowerCase(), numbers = text.match(/\d+/g) || [];
    const of = (data.months || "").split("|"), month = of.indexOf(of.filter((word) => !/\d/.test(word) && lower.includes(word.toLowerCase())).sort((a, b) => b.length - a.length)[0]);
    const year = numbers.find((n) => n.length > 2), day = numbers.find((n) => n.length < 3);
    if (month < 0 || !year || numbers.length > 2) return NaN;
    return day ? numberOf(+year, month + 1, +day) : numbers.length > 1 ? NaN : stand(numberOf(+year, month + 1, 1), monthEnd(+year, month + 1));
  };

  const slider = make("input", { type: "range", id: "asof_slider", min: 0, max: places[end], step: 1, value: places[first] });
  const field = make("input", { type: "text", id: "asof_day", autocomplete: "off", value: typed(known) });
  const wrong = make("span", { id: "asof_wrong", className: "wrong" });
  const hint = make("span", { id: "asof_hint", className: "soft" }), sample = iso(dayOf(known)), [before, after] = data.hint.split("{}");
  hint.append(before, ...[typed(known), sample.slice(0, -3), sample.slice(0, -6)].flatMap((s, i) => [i ? data.comma : "", make("code", { dir: "auto", textContent: s })]), after);
  const scale = document.getElementById("asof_scale");
  scale.hidden = false;
  const label = (text, of) => make("label", { textContent: text, htmlFor: of });
  field.setAttribute("aria-describedby", "asof_hint asof_wrong");
  wrong.setAttribute("role", "status");
  const named = label(data.slider, "asof_slider");
  named.className = "unseen";
  bar.append(make("div", {}, named, slider, scale));
  controls.append(label(data.day, "asof_day"), field, make("p", {}, hint, " ", wrong));

  const fill = (item) => {
    if (item.firstChild) return;
    const { name, href, lang } = item.dataset;
    const link = make("a", { href, textContent: name });
    if (lang) link.lang = lang;
    item.append(make("bdi", {}, link));
  };
  const showGroup = (group, many, number) => {
    const beyond = number > +group.dataset.until;
    let any = false, early = !!group.querySelector("li"), late = true;
    for (const item of group.querySelectorAll("li")) {
      const is = beyond ? 0 : held(item.dataset.spans, number), note = item.querySelector(".soft");
      item.hidden = !is;
      early = early && number < numbers(item.dataset.spans)[0];
      late = late && item.dataset.spans.split(" ").every((s) => number >= numbers(s)[1]);
      if (!is) continue;
      any = true;
      fill(item);
      const says = is === 1 ? data.possibly : number > known ? data.ahead : "";
      if (note) note.remove();
      if (says) item.append(make("span", { className: "soft", textContent: says }));
    }
    const list = group.querySelector("ul"), said = list.nextElementSibling;
    if (said) said.remove();
    list.hidden = !any;
    group.classList.toggle("unfilled", !any);
    if (!any) list.after(make("span", { className: "soft", textContent: beyond ? data.beyond : number < group.dataset.from ? group.dataset.begins : early ? data.unsaid : late && group.dataset.over || data.none }));
    group.hidden = !any && (beyond || many); // above them all stands that nothing is claimed of that day
  };
  // Lines, names and rows of the table that do not hold are pale, the names last, and words and nodes
  // of which no line does. What has no date is in full colour on the day with which the page begins alone.
  const orders = new Map(); // of the lists, which come after this script
  let pale, usual;
  const showRest = (number) => {
    const start = number === known, holds = new Set(), sure = new Set(); // bundles
    for (const e of document.querySelectorAll(".network, .all")) e.classList.toggle("elsewhen", !start);
    for (const e of document.querySelectorAll(".network [data-ends], .network li[data-spans], tr[data-spans]")) {
      const ended = e.dataset.spans !== undefined && !held(e.dataset.spans, number);
      e.classList.toggle("ended", ended);
      if (!ended) (e.dataset.spans ? sure : holds).add(e.dataset.bundle);
    }
    for (const svg of document.querySelectorAll(".network .scroll svg, .star")) {
      const tied = new Set([...svg.querySelectorAll(".edge:not(.ended)")].flatMap((e) => e.dataset.ends.split(" ").map(Number)));
      svg.querySelectorAll(".node").forEach((node, i) => node.classList.toggle("ended", !tied.has(i)));
    }
    for (const list of document.querySelectorAll(".branches .names-row")) {
      if (!orders.has(list)) orders.set(list, [...list.children]);
      list.append(...[...orders.get(list)].sort((a, b) => a.classList.contains("ended") - b.classList.contains("ended")));
    }
    for (const e of document.querySelectorAll(".network .words")) {
      const { bundle } = e.dataset;
      e.classList.toggle("undated", !sure.has(bundle) && holds.has(bundle));
      e.classList.toggle("ended", !sure.has(bundle) && !holds.has(bundle));
    }
    for (const svg of document.querySelectorAll(".network .scroll svg")) svg.dispatchEvent(new Event("day"));
    if (!pale && (pale = document.getElementById("graph_pale"))) usual = pale.textContent;
    if (pale) pale.textContent = start ? usual : number > known ? pale.dataset.beyond : pale.dataset.chosen.replace("{}", worded(number));
    for (const a of document.querySelectorAll(".views a")) a.hash = start ? "" : iso(dayOf(number)); // the other page shows that day, too
  };
  // The slider is as long as the time: a day between two stops has its place there.
  const place = (number) => {
    const i = stops.findIndex((stop) => stop > number);
    if (i < 1) return i ? places[end] : 0;
    return Math.round(places[i - 1] + (places[i] - places[i - 1]) * (number - stops[i - 1]) / (stops[i] - stops[i - 1]));
  };
  const claim = make("p", { className: "soft" });
  bar.append(claim);
  let current = known, dragged = false;
  const show = (number) => {
    current = number;
    const groups = [...panel.querySelectorAll(".present")];
    for (const group of groups) showGroup(group, groups.length > 12, number);
    showRest(number);
    claim.textContent = number > known ? data.beyond : "";
    slider.value = place(number);
    const text = worded(number);
    slider.setAttribute("aria-valuetext", text);
    if (output.textContent !== text) output.textContent = text;
  };
  const say = (fault) => {
    wrong.textContent = fault ? data.wrong + " " + output.parentNode.textContent : ""; // what is shown is of another day
    field.setAttribute("aria-invalid", String(fault));
  };
  // The hash keeps the date, for links and reloads.
  const choose = (number) => { say(false); show(number); history.replaceState(null, "", "#" + iso(dayOf(number))); };
  slider.setAttribute("aria-valuetext", worded(known));
  // A pointer takes the nearest stop; a key, or a reader's gesture, at least the next.
  const stopAt = (value) => {
    const far = (i) => Math.abs(places[i] - value);
    let i = 0;
    places.forEach((_, j) => { if (far(j) < far(i)) i = j; });
    if (dragged) return stops[i];
    const next = stops.find((stop) => stop > current), previous = stops.filter((stop) => stop < current).pop();
    return value > place(current) ? Math.max(stops[i], next === undefined ? last : next) : Math.min(stops[i], previous === undefined ? stops[0] : previous);
  };
  slider.addEventListener("pointerdown", () => { dragged = true; });
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => { dragged = false; });
  slider.addEventListener("input", () => { const n = stopAt(+slider.value); field.value = typed(n); choose(n); });
  field.addEventListener("input", () => { const n = read(field.value); if (n === n) choose(n); });
  // A day that is read is said in words, so that nobody takes a month for a day.
  field.addEventListener("change", () => {
    const n = field.value.trim() ? read(field.value) : known;
    if (n !== n) return say(true);
    field.value = typed(n);
    choose(n);
  });
  const fromHash = () => {
    const day = location.hash.slice(1), n = /^-?\d{4}-\d\d-\d\d$/.test(day) ? read(day) : NaN;
    const number = n === n ? n : known;
    field.value = typed(number);
    say(false);
    show(number);
  };
  addEventListener("hashchange", fromHash);
  if (location.hash) {
    fromHash();
    document.addEventListener("DOMContentLoaded", fromHash);
  }
})();
