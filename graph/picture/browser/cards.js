// One card: the mark of the answer and its words, the name, the relation, and the hard stop.
// `card` comes from cards.py, {name, mark, word, status, relation, stop, note}; what is empty is
// not there.

const WIDTH = 184;
const HEIGHT = 124;
const MOST_LETTERS = 200;
const FACES = '"Noto Sans", "Noto Naskh Arabic", "Noto Sans SC", sans-serif';

// A card seen from afar: its mark alone, in the colour of its edge, and the hard stop beside it.
function drawDot(ctx, looks, card, x, y, scale, chosen) {
  const look = looks[card.mark];
  const size = Math.min(HEIGHT / 2, Math.max(26, 4.5 / scale));
  if (chosen) frame(ctx, x - size * 1.5, y - size * 1.5, size * 3, size * 3, "#0b3fd6", size * 0.25);
  drawMark(ctx, look, x, y, size);
  if (card.stop) drawMark(ctx, looks.stop, x + size * 1.2, y - size, size * 0.7);
}

function drawCard(ctx, looks, card, x, y, chosen) {
  const look = looks[card.mark];
  const left = x - WIDTH / 2;
  const top = y - HEIGHT / 2;
  ctx.save();
  if (chosen) frame(ctx, left - 7, top - 7, WIDTH + 14, HEIGHT + 14, "#0b3fd6", 5);
  frame(ctx, left, top, WIDTH, HEIGHT, "#000000", look.dashed ? 0 : 6, "#ffffff");
  frame(ctx, left, top, WIDTH, HEIGHT, look.edge, 4, null, look.dashed);
  drawMark(ctx, look, left + 21, top + 22, 12);
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
  const name = wrapped(ctx, card.name, { ...middle, font: "bold 16px" }, card.stop || card.note ? 2 : 3);
  const foot = card.stop ? HEIGHT - 24 : HEIGHT - 6 - (card.note ? 15 : 0);
  const room = foot - head - name.length * 18;
  const most = Math.max(1, Math.floor((room + 3) / 15));
  const relation = wrapped(ctx, card.relation, { ...middle, font: "13px" }, most);
  let at = top + head + Math.max(0, (room - relation.length * 15) / 2) + 9;
  for (const line of name) {
    write(ctx, line, { ...middle, y: at, font: "bold 16px" });
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

function stop(ctx, looks, card, left, top) {
  ctx.fillStyle = "#ffffff";
  ctx.strokeStyle = "#000000";
  ctx.lineWidth = 2;
  ctx.fillRect(left + 7, top, WIDTH - 14, 20);
  ctx.strokeRect(left + 7, top, WIDTH - 14, 20);
  drawMark(ctx, looks.stop, left + 21, top + 10, 7.5);
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

// Words on a line, readable whatever runs below them.
function haloed(ctx, text, x, y) {
  ctx.font = `12px ${FACES}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineWidth = 4;
  ctx.strokeStyle = "#ffffff";
  ctx.strokeText(text, x, y);
  ctx.fillStyle = "#000000";
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
