// Draws the network that pyvis built, on the canvas of vis-network: vis holds
// the cards, the view and the clicks; lines are drawn here, below the cards, which is many times
// faster for thousands of them. What holds on every day is sent once: a new day or a new choice
// comes over the hub, and only what is drawn changes.

const NEAR = 0.6;
const TALLEST = 1300;
const LEAST_FILLED = 220;
const DOT_BELOW = 0.42;
const BELOW = 58; // the buttons below a picture that fills the window
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
  const view = { host, net: null, shape: null, cards: new Map(), ties: [], data: null, drawn: null };
  view.resized = new ResizeObserver(() => roomOf(view) !== view.room && fit(view));
  view.resized.observe(host.parentElement);
  // What is above the picture may come later, and push it down: until somebody moves it, it fits.
  // That is the legend in its own column, or the title and the search above all columns.
  view.pushed = new ResizeObserver(
    () => view.data?.fill && !view.moved && roomOf(view) !== view.room && fit(view),
  );
  for (const around of ["stVerticalBlock", "stMainBlockContainer"]) {
    const block = host.getRootNode().host?.closest(`[data-testid=${around}]`);
    if (block) view.pushed.observe(block);
  }
  const windowCame = () => view.data?.fill && fit(view);
  addEventListener("resize", windowCame);
  for (const button of root.querySelectorAll("[data-zoom]")) {
    button.onclick = () => zoom(view, Number(button.dataset.zoom));
  }
  view.lasso = root.querySelector("[data-lasso]");
  if (view.lasso) lassoOf(view, view.lasso);
  movingOf(view);
  const silent = listen({ day: () => dayCame(view), selected: () => chosen(view) });
  const fontsCame = () => redraw(view); // letters drawn before their font was there
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const schemeCame = () => setTimeout(fontsCame, 600); // the page changes its colours slowly
  scheme.addEventListener("change", schemeCame);
  document.fonts.addEventListener("loadingdone", fontsCame);
  view.end = () => {
    document.fonts.removeEventListener("loadingdone", fontsCame);
    removeEventListener("resize", windowCame);
    scheme.removeEventListener("change", schemeCame);
    silent();
    view.resized.disconnect();
    view.pushed.disconnect();
    view.net?.destroy();
  };
  views.set(host, view);
  return view;
}

function show(view, data) {
  if (view.lasso) view.lasso.hidden = !data.lasso;
  if (view.data?.sum === data.sum) return;
  view.data = data;
  view.cards = new Map(data.nodes.map(([id, , , spans]) => [id, { spans, card: spans[0][1] }]));
  if (shownDay(view) !== null) draw(view);
}

function draw(view) {
  const { data } = view;
  view.begun = performance.now();
  const same = view.net && view.shape === data.shape;
  const asMany = view.nodes?.length === data.nodes.length;
  if (!same && asMany) view.nodes.update(data.nodes.map(([id, x, y]) => ({ id, x, y })));
  else if (!same) build(view, data);
  view.ties = tiesOf(data);
  view.shape = data.shape;
  view.drawn = data.sum;
  dress(view);
  // What was moved by hand is looked at as it was. To fit it asks for one drawing, in the next frame.
  if (same || (asMany && view.moved)) redraw(view);
  else fit(view);
}

function dayCame(view) {
  if (!view.data || shownDay(view) === null) return;
  if (view.drawn === view.data.sum) restyle(view);
  else draw(view);
}

// The page is dark where its letters are light.
function paperOf(host) {
  const letters = getComputedStyle(host).color.match(/\d+/g) ?? [0];
  return Number(letters[0]) > 127 ? DARK : LIGHT;
}

function build(view, data) {
  view.net?.destroy();
  const nodes = new globalThis.vis.DataSet();
  const renderer = ({ ctx, id, x, y }) => ({
    drawNode: () => drawNode(ctx, view, id, x, y),
    nodeDimensions: { width: WIDTH, height: HEIGHT },
  });
  // Not the data set but the renderer holds the day: vis keeps the first renderer of a node.
  nodes.add(
    data.nodes.map(([id, x, y]) => ({ id, x, y, shape: "custom", ctxRenderer: renderer })),
  );
  view.nodes = nodes;
  view.net = new globalThis.vis.Network(view.host, { nodes, edges: [] }, data.options);
  view.net.on("beforeDrawing", (ctx) => {
    paper = paperOf(view.host);
    const seen = [view.net.getScale(), view.data.large];
    drawRings(ctx, view.data.rings ?? []);
    drawLines(ctx, view.data.lines, ...seen);
    const chosen = [hub().selected, ...hub().gathered];
    drawTies(ctx, view.ties, ...seen, chosen, !view.data.counted.length);
  });
  view.net.on("afterDrawing", (ctx) => {
    drawLasso(ctx, view.path, view.net.getScale());
    wasDrawn(view);
  });
  view.net.on("dragStart", () => (view.moved = true));
  view.net.on("zoom", () => (view.moved = true));
  movedByHand(view);
  view.net.on("click", (event) => told(view, "picked", event));
  view.net.on("doubleClick", (event) => told(view, "expanded", event));
}

// With Shift or Ctrl held, a click adds to those who are chosen.
function told(view, what, { pointer, event }) {
  const id = cardAt(view, pointer.canvas);
  if (!id) return;
  view.clicked = id;
  const several = what === "picked" && (event.srcEvent?.shiftKey || event.srcEvent?.ctrlKey);
  if (several) return tell("gathered", id);
  if (what === "picked") setSelected(id);
  tell(what, id);
}

// The card under a point, all of it: vis takes a card that is drawn here for a small square.
function cardAt({ data, net }, { x, y }) {
  const dot = dotSize(net.getScale());
  const [wide, high] = isDot(data, net.getScale()) ? [dot, dot] : [WIDTH / 2, HEIGHT / 2];
  const on = ([, left, top]) => Math.abs(left - x) <= wide && Math.abs(top - y) <= high;
  return data.nodes.findLast(on)?.[0];
}

// Of many cards, each is its mark until one looks closer.
function isDot(data, scale) {
  return data.large && scale < DOT_BELOW;
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

// The day has changed: what each card and each line says is looked up once, and drawn.
function restyle(view) {
  if (!view.net) return;
  dress(view);
  redraw(view);
}

function dress(view) {
  const day = shownDay(view);
  for (const one of view.cards.values()) one.card = onDay(one.spans, day);
  for (const tie of view.ties) tie.words = onDay(tie.spans, day);
  view.day = day;
  view.host.setAttribute("aria-label", described(view, day));
}

function redraw(view) {
  const day = view.net ? shownDay(view) : null;
  if (day === null) return;
  view.host.setAttribute("aria-label", described(view, day));
  view.net.redraw();
}

// What was asked for is on the canvas now.
function wasDrawn(view) {
  if (view.day) view.host.dataset.day = view.day;
  if (view.begun) performance.measure("network drawn", { start: view.begun });
  view.begun = null;
}

// Of many cards, one that was chosen beside the picture is brought near; one that was clicked is
// seen already.
function chosen(view) {
  const id = hub().selected;
  if (view.data?.large && view.cards.has(id) && id !== view.clicked) {
    view.net.moveTo({ position: view.net.getPosition(id), scale: Math.max(NEAR, view.net.getScale()) });
  }
  if (view.data) redraw(view);
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

function fit(view) {
  const width = view.host.clientWidth;
  if (!view.net || !view.data || !width) return;
  const { left, top, right, bottom } = view.data.world;
  const most = mostOf(view);
  view.room = roomOf(view);
  const scale = Math.min(1, width / (right - left), most / (bottom - top));
  const needed = Math.min(most, Math.ceil((bottom - top) * scale));
  const height = view.data.fill ? most : Math.max(220, needed);
  view.host.style.height = `${height}px`;
  view.net.setSize("100%", `${height}px`);
  view.net.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
}

function mostOf(view) {
  return view.data.fill ? filled(view) : view.data.large ? 760 : TALLEST;
}

// How wide a picture may be, and how high: where neither changes, it fits as it is.
function roomOf(view) {
  return view.data ? `${view.host.clientWidth} ${mostOf(view)}` : "";
}

// What is left of the window below the top of the picture.
function filled(view) {
  const top = view.host.getBoundingClientRect().top;
  return Math.max(LEAST_FILLED, innerHeight - Math.max(top, 0) - BELOW);
}

function zoom(view, factor) {
  if (!view.net) return;
  view.moved = Boolean(factor);
  if (!factor) fit(view);
  else view.net.moveTo({ scale: view.net.getScale() * factor });
}

function drawNode(ctx, view, id, x, y) {
  const { card: told } = view.cards.get(id);
  const age = told.mark === "dead" ? "" : ageOn(told.born, shownDay(view));
  const card = age ? { ...told, relation: [told.relation, age].filter(Boolean).join(", ") } : told;
  const chosen = id === hub().selected || hub().gathered.includes(id);
  const scale = view.net ? view.net.getScale() : 1;
  if (isDot(view.data, scale)) drawDot(ctx, view.data.looks, card, x, y, scale, chosen);
  else drawSized(ctx, view.data.looks, card, x, y, chosen);
}
