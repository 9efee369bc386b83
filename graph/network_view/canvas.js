// Draws the network that pyvis built, with the vis-network that pyvis ships.
// It is sent what holds on every day, once: a new day or a new choice comes over the hub, and
// only what is drawn changes.

const views = new WeakMap();

export default function ({ data, parentElement }) {
  const host = parentElement.querySelector("[data-network]");
  let stopped = false;
  libraryLoaded(() => {
    if (!stopped) show(views.get(host) ?? newView(host, parentElement), data);
  });
  return () => {
    stopped = true;
    views.get(host)?.end();
    views.delete(host);
  };
}

// The library comes in a component of its own, which may arrive after this one.
function libraryLoaded(then, tries = 600) {
  if (globalThis.vis?.Network) then();
  else if (tries > 0) setTimeout(() => libraryLoaded(then, tries - 1), 25);
}

function newView(host, root) {
  const view = { host, net: null, shape: null, cards: new Map(), edges: [], data: null, drawn: null };
  view.resized = new ResizeObserver(() => fit(view));
  view.resized.observe(host.parentElement);
  for (const button of root.querySelectorAll("[data-zoom]")) {
    button.onclick = () => zoom(view, Number(button.dataset.zoom));
  }
  const silent = listen({ day: () => dayCame(view), selected: () => redraw(view) });
  const fontsCame = () => redraw(view); // letters drawn before their font was there
  document.fonts.addEventListener("loadingdone", fontsCame);
  view.end = () => {
    document.fonts.removeEventListener("loadingdone", fontsCame);
    silent();
    view.resized.disconnect();
    view.net?.destroy();
  };
  views.set(host, view);
  return view;
}

function show(view, data) {
  if (view.data?.sum === data.sum) return;
  view.data = data;
  view.cards = new Map(data.nodes.map(([id, , , spans]) => [id, { spans, card: spans[0][1] }]));
  if (shownDay(view) !== null) draw(view);
}

function draw(view) {
  const { data } = view;
  const same = view.net && view.shape === data.shape;
  if (same) refillEdges(view, data);
  else build(view, data);
  view.shape = data.shape;
  view.drawn = data.sum;
  restyle(view);
  if (!same) fit(view);
}

function dayCame(view) {
  if (!view.data || shownDay(view) === null) return;
  if (view.drawn === view.data.sum) restyle(view);
  else draw(view);
}

function build(view, data) {
  view.net?.destroy();
  view.nodeSet = new globalThis.vis.DataSet();
  view.edgeSet = new globalThis.vis.DataSet();
  const renderer = ({ ctx, id, x, y }) => ({
    drawNode: () => drawNode(ctx, view, id, x, y),
    nodeDimensions: { width: WIDTH, height: HEIGHT },
  });
  // Not the data set but the renderer holds the day: vis keeps the first renderer of a node.
  view.nodeSet.add(data.nodes.map(([id, x, y]) => ({ id, x, y, shape: "custom", ctxRenderer: renderer })));
  refillEdges(view, data);
  const both = { nodes: view.nodeSet, edges: view.edgeSet };
  view.net = new globalThis.vis.Network(view.host, both, data.options);
  view.net.on("beforeDrawing", (ctx) => drawLines(ctx, view.data.lines));
  view.net.on("click", (event) => told(view, "picked", event));
  view.net.on("doubleClick", (event) => told(view, "expanded", event));
}

function told(view, what, { pointer }) {
  const id = view.net.getNodeAt(pointer.DOM);
  if (!view.cards.has(id)) return;
  if (what === "picked") setSelected(id);
  tell(what, id);
}

function refillEdges(view, data) {
  view.edges = data.edges.map(([from, to, style, spans], id) => ({
    id,
    spans,
    shown: null,
    drawn: { ...data.styles[style], id, from, to },
  }));
  for (const edge of view.edges) Object.assign(edge.drawn, look(edge, shownDay(view)));
  view.edgeSet.clear();
  view.edgeSet.add(view.edges.map((edge) => edge.drawn));
}

// The day of the picture: its own, or the one that is chosen; null until one is.
function shownDay(view) {
  return view.data.day ?? hub().day;
}

// What holds on a day: the last of the spans that has begun. Days are written as in ISO 8601,
// so that their order is that of their letters.
function onDay(spans, day) {
  let found = spans[0];
  for (const span of spans) {
    if (span[0] > day) break;
    found = span;
  }
  return found[1];
}

function look(edge, day) {
  const words = onDay(edge.spans, day);
  edge.shown = words;
  if (words === null) return { hidden: true };
  const [text, doubtful] = words;
  const made = { hidden: false };
  if (text) made.label = text;
  if (doubtful) made.dashes = [3, 5];
  return made;
}

// The day has changed: cards are looked up as they are drawn, only changed lines are told vis.
function restyle(view) {
  if (!view.net) return;
  const day = shownDay(view);
  for (const one of view.cards.values()) one.card = onDay(one.spans, day);
  const changed = view.edges.filter((e) => e.spans.length > 1 && onDay(e.spans, day) !== e.shown);
  if (changed.length) {
    view.edgeSet.update(
      changed.map((edge) => ({
        id: edge.id,
        label: " ",
        dashes: edge.drawn.dashes ?? false,
        ...look(edge, day),
      })),
    );
  }
  redraw(view, day);
}

function redraw(view, day = shownDay(view)) {
  if (!view.net || day === null) return;
  view.net.redraw();
  view.host.dataset.day = day;
  view.host.setAttribute("aria-label", described(view, day));
}

// What the picture shows, in words: how many there are of each answer, and who is chosen.
function described(view, day) {
  const { alt, counted } = view.data;
  if (!counted.length) return alt;
  const words = [...view.cards.values()].map(({ card }) => card.word);
  const counts = counted.map((word) => `${words.filter((one) => one === word).length} ${word}`);
  const chosen = view.cards.get(hub().selected);
  const who = chosen ? ` Chosen: ${chosen.card.name}, ${chosen.card.word}.` : "";
  return `${alt} On ${day}: ${counts.join(", ")}.${who}`;
}

function drawLines(ctx, lines) {
  ctx.save();
  ctx.strokeStyle = "#333333";
  ctx.lineCap = "square";
  for (const [x1, y1, x2, y2, width, dashed] of lines) {
    ctx.lineWidth = width;
    ctx.setLineDash(dashed ? [6, 4] : []);
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  for (const [x1, y1, x2, y2, , , words] of lines) {
    if (words) haloed(ctx, words, (x1 + x2) / 2, (y1 + y2) / 2);
  }
  ctx.restore();
}

function fit(view) {
  const width = view.host.clientWidth;
  if (!view.net || !view.data || !width) return;
  const { left, top, right, bottom } = view.data.world;
  const most = view.data.large ? 760 : 1000;
  const scale = Math.min(1, width / (right - left), view.data.large ? most / (bottom - top) : 1);
  const height = Math.max(220, Math.min(most, Math.ceil((bottom - top) * scale)));
  view.host.style.height = `${height}px`;
  view.net.setSize("100%", `${height}px`);
  view.net.redraw();
  view.net.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
}

function zoom(view, factor) {
  if (!view.net) return;
  if (!factor) fit(view);
  else view.net.moveTo({ scale: view.net.getScale() * factor });
}

// Of many cards, each is its mark until one looks closer.
function drawNode(ctx, view, id, x, y) {
  const card = view.cards.get(id).card;
  const chosen = id === hub().selected;
  const scale = view.net ? view.net.getScale() : 1;
  if (view.data.large && scale < 0.42) drawDot(ctx, view.data.looks, card, x, y, scale, chosen);
  else drawCard(ctx, view.data.looks, card, x, y, chosen);
}
