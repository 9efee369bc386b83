// Draws the network that pyvis built, with the vis-network that pyvis ships.
// Streamlit calls the exported function again on every rerun: one view is kept for each host.

const WIDTH = 184;
const HEIGHT = 124;
const MOST_LETTERS = 200;
const FACES = '"Source Sans", "Source Sans Pro", "Noto Sans", sans-serif';
const views = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.querySelector("[data-network]");
  let stopped = false;
  libraryLoaded(() => {
    if (stopped) return;
    const view = views.get(host) ?? newView(host, parentElement);
    view.pick = (id) => setTriggerValue("picked", id);
    show(view, data);
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
  const view = { host, cards: new Map(), looks: {}, selected: null, shape: null, pick() {} };
  view.nodes = new globalThis.vis.DataSet();
  view.edges = new globalThis.vis.DataSet();
  view.net = null;
  view.resized = new ResizeObserver(() => fit(view));
  view.resized.observe(host.parentElement);
  for (const button of root.querySelectorAll("[data-zoom]")) {
    button.onclick = () => zoom(view, Number(button.dataset.zoom));
  }
  view.end = () => {
    view.resized.disconnect();
    view.net?.destroy();
  };
  views.set(host, view);
  return view;
}

function show(view, data) {
  view.looks = data.looks;
  view.cards = new Map(data.nodes.map((node) => [node.id, node.card]));
  view.selected = data.selected;
  view.world = data.world;
  view.host.setAttribute("aria-label", data.alt);
  if (view.shape !== data.shape) {
    fill(view, data);
    view.shape = data.shape;
    view.lines = data.lines;
    fit(view);
  } else if (view.lines !== data.lines) {
    view.edges.clear();
    view.edges.add(data.edges);
    view.lines = data.lines;
  }
  // Not the data set but the renderer holds the day: vis keeps the first renderer of a node.
  view.net.redraw();
  view.host.dataset.day = data.day;
}

function fill(view, data) {
  const draw = ({ ctx, id, x, y }) => ({
    drawNode: () => drawCard(ctx, view, id, x, y),
    nodeDimensions: { width: WIDTH, height: HEIGHT },
  });
  view.nodes.clear();
  view.edges.clear();
  view.nodes.add(
    data.nodes.map(({ card, ...node }) => (card ? { ...node, ctxRenderer: draw } : node)),
  );
  view.edges.add(data.edges);
  if (view.net) return;
  const both = { nodes: view.nodes, edges: view.edges };
  view.net = new globalThis.vis.Network(view.host, both, data.options);
  view.net.on("click", (event) => {
    const id = view.net.getNodeAt(event.pointer.DOM);
    if (view.cards.get(id)) view.pick(id);
  });
}

function fit(view) {
  const width = view.host.clientWidth;
  if (!view.net || !view.world || !width) return;
  const { left, top, right, bottom } = view.world;
  const scale = Math.min(1, width / (right - left));
  const height = Math.max(220, Math.min(1000, Math.ceil((bottom - top) * scale)));
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

function drawCard(ctx, view, id, x, y) {
  const card = view.cards.get(id);
  const look = view.looks[card.mark];
  const left = x - WIDTH / 2;
  const top = y - HEIGHT / 2;
  ctx.save();
  if (id === view.selected) frame(ctx, left - 7, top - 7, WIDTH + 14, HEIGHT + 14, "#0b3fd6", 5);
  frame(ctx, left, top, WIDTH, HEIGHT, "#000000", look.dashed ? 0 : 6, "#ffffff");
  frame(ctx, left, top, WIDTH, HEIGHT, look.edge, 4, null, look.dashed);
  drawMark(ctx, look, left + 21, top + 22, 12);
  const beside = { x: left + 40, width: WIDTH - 48 };
  write(ctx, card.word, { ...beside, y: top + 15, font: "bold 14px" });
  const small = textWidth(ctx, card.status, "13px") > beside.width;
  write(ctx, card.status, { ...beside, y: top + 31, font: small ? "11.5px" : "13px" });
  const middle = { x, width: WIDTH - 14, align: "center" };
  const name = wrapped(ctx, card.name, { ...middle, font: "bold 16px" }, card.stop || card.note ? 2 : 3);
  const relation = wrapped(ctx, card.relation, { ...middle, font: "13px" }, name.length > 2 ? 1 : 2);
  const foot = card.stop ? HEIGHT - 24 : HEIGHT - 6 - (card.note ? 15 : 0);
  const tall = name.length * 18 + relation.length * 15;
  let at = top + 40 + Math.max(0, (foot - 40 - tall) / 2) + 9;
  for (const line of name) {
    write(ctx, line, { ...middle, y: at, font: "bold 16px" });
    at += 18;
  }
  for (const line of relation) {
    write(ctx, line, { ...middle, y: at - 1.5, font: "13px" });
    at += 15;
  }

  if (card.stop) stop(ctx, view, card, left, top + HEIGHT - 25);
  else write(ctx, card.note, { ...middle, y: top + HEIGHT - 12, font: "italic 12px" });
  ctx.restore();
}

function stop(ctx, view, card, left, top) {
  ctx.fillStyle = "#ffffff";
  ctx.strokeStyle = "#000000";
  ctx.lineWidth = 2;
  ctx.fillRect(left + 7, top, WIDTH - 14, 20);
  ctx.strokeRect(left + 7, top, WIDTH - 14, 20);
  drawMark(ctx, view.looks.stop, left + 21, top + 10, 7.5);
  write(ctx, card.stop, { x: left + 36, y: top + 10.5, width: WIDTH - 48, font: "bold 13px" });
}

function frame(ctx, left, top, width, height, colour, line, filled = null, dashed = false) {
  ctx.beginPath();
  ctx.roundRect(left, top, width, height, 8);
  if (filled) {
    ctx.fillStyle = filled;
    ctx.fill();
  }
  if (!line) return;
  ctx.strokeStyle = colour;
  ctx.lineWidth = line;
  ctx.setLineDash(dashed ? [7, 5] : []);
  ctx.stroke();
  ctx.setLineDash([]);
}

function write(ctx, text, { x, y, width, font, align = "left" }) {
  if (!text) return;
  ctx.font = `${font} ${FACES}`;
  ctx.fillStyle = "#000000";
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  ctx.fillText(cut(ctx, text, width), x, y);
}

function textWidth(ctx, text, font) {
  ctx.font = `${font} ${FACES}`;
  return ctx.measureText(text).width;
}

// So many lines at most, broken between words; what does not fit is cut, with an ellipsis.
function wrapped(ctx, text, { width, font }, most) {
  if (!text) return [];
  ctx.font = `${font} ${FACES}`;
  const words = text.slice(0, MOST_LETTERS).split(" ");
  const lines = [words.shift()];
  while (words.length) {
    const longer = `${lines.at(-1)} ${words[0]}`;
    if (ctx.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else if (lines.length < most) lines.push(words[0]);
    else break;
    words.shift();
  }
  if (words.length) lines[lines.length - 1] += ` ${words.join(" ")}`;
  return lines;
}

function cut(ctx, text, width) {
  if (text.length < MOST_LETTERS && ctx.measureText(text).width <= width) return text;
  const letters = Array.from(text.slice(0, MOST_LETTERS));
  while (letters.length && ctx.measureText(`${letters.join("")}…`).width > width) letters.pop();
  return `${letters.join("")}…`;
}
