// One card: the mark of the answer and its words, the name, the relation, and the hard stop.
// `card` comes from cards.py, {name, mark, word, status, relation, stop, note, native, born, tint,
// size}; what is empty is not there.

const WIDTH = 184;
const HEIGHT = 124;
const MOST_LETTERS = 200;
// The paper that is drawn on: that of a dark page is dark.
const LIGHT = { card: "#ffffff", ink: "#000000", line: "#333333", tie: "#0072b2", dark: false };
const DARK = { card: "#1d1e22", ink: "#f4f4f4", line: "#c9c9c9", tie: "#6cc0f0", dark: true };
let paper = LIGHT;
const FACES = '"Noto Sans", "Noto Naskh Arabic", "Noto Sans SC", sans-serif';

function dotSize(scale) {
  return Math.min(HEIGHT / 2, Math.max(26, 4.5 / scale));
}

// A card seen from afar: its mark alone, in the colour of its edge, and the hard stop beside it.
function drawDot(ctx, looks, card, x, y, scale, chosen) {
  const look = looks[card.mark];
  const usual = dotSize(scale);
  const size = usual * sizeOf(card);
  if (chosen) frame(ctx, x - size * 1.5, y - size * 1.5, size * 3, size * 3, "#0b3fd6", size * 0.25);
  if (card.tint) {
    ctx.fillStyle = card.tint;
    ctx.beginPath();
    ctx.arc(x, y, size * 1.6, 0, 2 * Math.PI);
    ctx.fill();
  }
  markOn(ctx, look, x, y, size);
  if (card.stop) markOn(ctx, looks.stop, x + size * 1.2, y - size, usual * 0.7);
}

function sizeOf(card) {
  return Number(card.size ?? 1);
}

// A card of its size; the stop on it is never smaller than on any other.
function drawSized(ctx, looks, card, x, y, chosen) {
  const size = sizeOf(card);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size, size);
  drawCard(ctx, looks, card, 0, 0, chosen);
  ctx.restore();
  if (card.stop && size < 1) stop(ctx, looks, card, x - WIDTH / 2, y + (HEIGHT / 2) * size - 21);
}

function drawCard(ctx, looks, card, x, y, chosen) {
  const look = looks[card.mark];
  const left = x - WIDTH / 2;
  const top = y - HEIGHT / 2;
  ctx.save();
  if (chosen) frame(ctx, left - 7, top - 7, WIDTH + 14, HEIGHT + 14, "#0b3fd6", 5);
  frame(ctx, left, top, WIDTH, HEIGHT, "#000000", look.dashed ? 0 : 6, paper.card);
  frame(ctx, left, top, WIDTH, HEIGHT, edgeOf(look), 4, null, look.dashed);
  if (card.tint) band(ctx, card.tint, left, top);
  markOn(ctx, look, left + 21, top + 22, 12);
  const beside = { x: left + 40, width: WIDTH - 48 };
  // A long status takes a second line, smaller; the rest of the card begins below it.
  const long = textWidth(ctx, card.status, "13px") > beside.width;
  const font = long ? "11px" : "13px";
  const status = wrapped(ctx, card.status, { ...beside, font }, 2);
  const first = top + 31 - 5.5 * Math.max(0, status.length - 1);
  write(ctx, card.word, { ...beside, y: first - 16 + status.length, font: "bold 14px" });
  status.forEach((line, i) => write(ctx, line, { ...beside, y: first + 12 * i, font }));
  const head = long ? 47 : 40;
  const middle = { x, width: WIDTH - 14, align: "center" };
  const foot = card.stop ? HEIGHT - 24 : HEIGHT - 6 - (card.note ? 15 : 0);
  // A name of more than two lines is smaller, so that it has air.
  const longName = wrapped(ctx, card.name, { ...middle, font: "bold 16px" }, 3).length > 2;
  const [nameFont, step] = longName ? ["bold 14px", 16] : ["bold 16px", 18];
  const fits = Math.floor((foot - head - (card.relation ? 15 : 0)) / step);
  const name = wrapped(ctx, card.name, { ...middle, font: nameFont }, longName ? Math.min(3, fits) : 2);
  const native = card.native && name.length < 3 ? wrapped(ctx, card.native, { ...middle, font: "15px" }, 1) : [];
  const room = foot - head - name.length * step - native.length * 18;
  const most = Math.max(1, Math.floor((room + 3) / 15));
  const relation = wrapped(ctx, card.relation, { ...middle, font: "13px" }, most);
  let at = top + head + Math.max(0, (room - relation.length * 15) / 2) + step / 2;
  for (const line of name) {
    write(ctx, line, { ...middle, y: at, font: nameFont });
    at += step;
  }
  for (const line of native) {
    write(ctx, line, { ...middle, y: at, font: "15px" });
    at += 18;
  }
  for (const line of relation) {
    write(ctx, line, { ...middle, y: at - 1.5, font: "13px" });
    at += 15;
  }

  if (card.stop) stop(ctx, looks, card, left, top + HEIGHT - 25);
  else write(ctx, card.note, { ...middle, y: top + HEIGHT - 12, font: "italic 12px" });
  ctx.restore();
}

// How old somebody is on a day, as `aged` of prose.py says it; "" where that is not known.
function ageOn(born, day) {
  const [first, last] = (born ?? "").split("/");
  if (!last || first > day) return "";
  const years = (from) => Math.max(0, day.slice(0, 4) - from.slice(0, 4) - (day.slice(5) < from.slice(5)));
  const [least, most] = [years(last), years(first)];
  const between = most - least === 1 ? `${least} or ${most}` : `${least} to ${most}`;
  return `${least === most ? least : between} ${most === 1 ? "year" : "years"} old`;
}

// The colour of a property of one's choice, at the top of a card; its legend says what it means.
function band(ctx, tint, left, top) {
  ctx.fillStyle = tint;
  ctx.fillRect(left + 3, top + 3, WIDTH - 6, 7);
}

// A mark is black on white, on a dark card too.
function markOn(ctx, look, x, y, size) {
  if (paper.dark) {
    ctx.fillStyle = "#ffffff";
    ctx.beginPath();
    ctx.roundRect(x - 1.3 * size, y - 1.3 * size, 2.6 * size, 2.6 * size, size / 2);
    ctx.fill();
  }
  drawMark(ctx, look, x, y, size);
}

// An edge that is too dark for a dark page is light there.
function edgeOf({ edge }) {
  const weight = [1, 3, 5].reduce((sum, at) => sum + parseInt(edge.slice(at, at + 2), 16), 0);
  return paper.dark && weight < 330 ? paper.line : edge;
}

function stop(ctx, looks, card, left, top) {
  ctx.fillStyle = paper.card;
  ctx.strokeStyle = paper.ink;
  ctx.lineWidth = 2;
  ctx.fillRect(left + 7, top, WIDTH - 14, 20);
  ctx.strokeRect(left + 7, top, WIDTH - 14, 20);
  markOn(ctx, looks.stop, left + 21, top + 10, 7.5);
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
  ctx.fillStyle = paper.ink;
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  ctx.fillText(cut(ctx, text, width), x, y);
}

// Words on a line, readable whatever runs below them.
function haloed(ctx, text, x, y) {
  ctx.font = `12px ${FACES}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineWidth = 4;
  ctx.strokeStyle = paper.dark ? "#0b0b0d" : "#ffffff";
  ctx.strokeText(text, x, y);
  ctx.fillStyle = paper.ink;
  ctx.fillText(text, x, y);
}

function textWidth(ctx, text, font) {
  if (!text) return 0;
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
