// Lights up one node's lines and neighbours in the network, under the pointer or
// with the keyboard's focus.
(() => {
  "use strict";
  const drawing = document.querySelector(".network .scroll svg");
  const nodes = [...drawing.querySelectorAll("a.node")];
  const edges = [...drawing.querySelectorAll(".edge")].map((edge) => ({ edge, ends: edge.dataset.ends.split(" ").map(Number) }));
  const words = [...drawing.querySelectorAll(".words")];
  const light = (at) => {
    const near = new Set([at]), bundles = new Set();
    for (const { edge, ends } of edges) {
      const of = ends.includes(at);
      edge.classList.toggle("dim", at >= 0 && !of);
      if (!of) continue;
      ends.forEach((end) => near.add(end));
      bundles.add(edge.dataset.bundle);
    }
    nodes.forEach((node, i) => node.classList.toggle("dim", at >= 0 && !near.has(i)));
    for (const word of words) word.classList.toggle("dim", at >= 0 && !bundles.has(word.dataset.bundle));
  };
  for (const type of ["pointerover", "focusin"])
    drawing.addEventListener(type, (event) => light(nodes.indexOf(event.target.closest("a.node"))));
  for (const type of ["pointerleave", "focusout"]) drawing.addEventListener(type, () => light(-1));
})();
