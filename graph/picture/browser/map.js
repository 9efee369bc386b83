// A map: outlines, ways and places, each place a share of its width and height. So it is drawn once
// for every window, for paper and for a phone. What is below it says the same in words.

const BEFORE_A_PLACE = 13; // pixels from the head of a way to the middle of a place

function mapElement({ ratio, grid, land, ways, spots, said, legend }) {
  const box = element("div", "map");
  const drawn = element("div", "drawn");
  drawn.style.aspectRatio = String(ratio);
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", said);
  drawn.append(landElement(land, grid), waysElement(ways, spots), ...spots.map(placeName));
  const signs = element("ul", "marks");
  signs.append(...legend.map(legendItem));
  box.append(drawn, signs);
  return box;
}

function landElement(land, grid) {
  const ground = shape("svg", { viewBox: `0 0 ${grid} ${grid}`, preserveAspectRatio: "none", class: "land" });
  const d = land.map((line) => `M${line.join(" ")}Z`).join("");
  ground.append(shape("path", { d, "fill-rule": "evenodd", "vector-effect": "non-scaling-stroke" }));
  return ground;
}

function waysElement(ways, spots) {
  const x = (share) => `${share * 100}%`;
  const drawing = shape("svg", { width: "100%", height: "100%" });
  const head = shape("marker", { id: "head", viewBox: "0 0 8 8", refX: BEFORE_A_PLACE, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto", class: "way" });
  head.append(shape("path", { d: "M0,0L8,4L0,8Z" }));
  drawing.append(head);
  for (const { start, end, doubtful, said } of ways) {
    const [x1, y1, x2, y2] = [...start, ...end].map(x);
    const line = shape("line", { x1, y1, x2, y2, "marker-end": "url(#head)", class: doubtful ? "way unsure" : "way" });
    drawing.append(titled(line, said));
  }
  for (const { at, size, doubtful, said } of spots) {
    const spot = shape("svg", { x: x(at[0]), y: x(at[1]), overflow: "visible", class: doubtful ? "hollow" : "mark" });
    spot.append(shape("circle", { r: size }));
    drawing.append(titled(spot, said));
  }
  return drawing;
}

function placeName({ at, name, left, below }) {
  const label = element("span", below ? "below" : "above", name);
  const beside = `calc(${(left ? 1 - at[0] : at[0]) * 100}% + 11px)`;
  label.style[left ? "right" : "left"] = beside;
  label.style.top = `${at[1] * 100}%`;
  return label;
}
