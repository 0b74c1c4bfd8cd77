// Lights up one node's lines and neighbours in the network, under the pointer or
// with the keyboard's focus. Words that several lines share go to one of its own, and on
// a chosen day to one that holds.
(() => {
  "use strict";
  const drawing = document.querySelector(".network .scroll svg");
  const nodes = [...drawing.querySelectorAll("a.node")];
  const edges = [...drawing.querySelectorAll(".edge")].map((edge) => ({ edge, path: edge.querySelector("path"), bundle: edge.dataset.bundle, ends: edge.dataset.ends.split(" ").map(Number) }));
  const on = (path, part) => path.getPointAtLength(path.getTotalLength() * part);
  // middle is a place on some lines, near the middle of one, at which words lie on no node.
  const middle = (paths, word) => {
    const { width, height } = word.getBBox(), boxes = nodes.map((node) => node.getBBox());
    const covers = ({ x, y }) => boxes.reduce((sum, b) => sum +
      Math.max(0, Math.min(x + width / 2, b.x + b.width) - Math.max(x - width / 2, b.x)) * Math.max(0, Math.min(y + height / 2, b.y + b.height) - Math.max(y - height / 2, b.y)), 0);
    const places = paths.flatMap((path) => [.5, .42, .58, .34, .66, .26, .74].map((part) => on(path, part)));
    const best = places.reduce((best, p) => covers(p) < covers(best) ? p : best);
    return covers(best) ? undefined : best;
  };
  const words = [...drawing.querySelectorAll(".words")].map((word) => {
    const { bundle } = word.dataset, x = +word.getAttribute("x"), y = +word.getAttribute("y");
    const far = ({ path }) => Math.min(...[2, 3, 4, 5, 6, 7, 8].map((n) => { const p = on(path, n / 10); return Math.hypot(p.x - x, p.y - y); }));
    let owner; // the line on which they stand
    return { word, bundle, at: { x, y }, owner: () => owner = owner || edges.filter((e) => e.bundle === bundle).sort((a, b) => far(a) - far(b))[0] };
  });
  const light = (at) => {
    const near = new Set([at]), drawn = edges.filter(({ edge }) => getComputedStyle(edge).display !== "none");
    const lit = drawn.filter(({ ends }) => ends.includes(at)), bearing = at < 0 ? drawn.filter(({ edge }) => !edge.classList.contains("ended")) : lit; // words, rather
    for (const e of edges) e.edge.classList.toggle("dim", at >= 0 && !lit.includes(e));
    for (const { ends } of lit) ends.forEach((end) => near.add(end));
    nodes.forEach((node, i) => node.classList.toggle("dim", at >= 0 && !near.has(i)));
    for (const { word, bundle, at: usual, owner } of words) {
      const of = bearing.filter((e) => e.bundle === bundle), place = of[0] && !of.includes(owner()) ? middle(of.map((e) => e.path), word) : usual, { x, y } = place || usual;
      const those = (of[0] ? of : edges.filter((e) => e.bundle === bundle)).map(({ edge }) => edge), hold = those.filter((edge) => !edge.classList.contains("ended"));
      word.classList.toggle("ended", !hold[0]);
      word.classList.toggle("undated", !!hold[0] && hold.every((edge) => !edge.dataset.spans));
      word.classList.toggle("dim", at >= 0 && !(of[0] && place));
      word.setAttribute("x", x);
      word.setAttribute("y", y);
    }
  };
  for (const type of ["pointerover", "focusin"])
    drawing.addEventListener(type, (event) => light(nodes.indexOf(event.target.closest("a.node"))));
  for (const type of ["pointerleave", "focusout", "day"]) drawing.addEventListener(type, () => light(-1));
})();
