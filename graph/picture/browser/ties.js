// The lines of a network. Those of kinship have right angles and hold on every day; the others
// are straight or bend, and have days: one that does not hold is not drawn.

const INK = "#333333";
const SMALLEST_WORDS = 0.55;
const HALF_A_LETTER = 3.3;
const PLACES = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85];

// From afar a line is as thin as a line can be seen, not thinner.
function drawLines(ctx, lines, scale, large) {
  ctx.save();
  ctx.strokeStyle = paper.line;
  ctx.lineCap = "square";
  for (const [x1, y1, x2, y2, width, dashed] of lines) {
    ctx.lineWidth = Math.max(width, 0.7 / scale);
    ctx.setLineDash(dashed ? [6, 4] : []);
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  for (const [x1, y1, x2, y2, , , words] of lines) {
    if (words && (!large || scale >= SMALLEST_WORDS)) haloed(ctx, words, (x1 + x2) / 2, (y1 + y2) / 2);
  }
  ctx.restore();
}

// Rings of closeness: how many recorded ties away from the middle.
function drawRings(ctx, rings) {
  ctx.save();
  ctx.strokeStyle = paper.line;
  ctx.globalAlpha = 0.35;
  ctx.lineWidth = 1.5;
  for (const radius of rings) {
    ctx.beginPath();
    ctx.arc(0, 0, radius, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.restore();
}

// Where each tie runs: from card to card, aside by its bend; where its words stand.
function tiesOf(data) {
  const spots = new Map(data.nodes.map(([id, x, y]) => [id, { x, y }]));
  const taken = [...spots.values()].map(({ x, y }) => ({ x, y, wide: WIDTH / 2, high: HEIGHT / 2 + 8 }));
  const cards = [...taken];
  return data.edges.map(([from, to, style, spans]) => {
    const [start, end] = [spots.get(from), spots.get(to)];
    const { color, width, dashes, smooth } = data.styles[style];
    const bend = smooth ? smooth.roundness : 0;
    const middle = {
      x: (start.x + end.x) / 2 + (start.y - end.y) * bend,
      y: (start.y + end.y) / 2 + (end.x - start.x) * bend,
    };
    const tie = { from, to, start, end, middle, spans, words: null, width, dashes };
    tie.kin = color === INK;
    tie.behind = !data.large && isBehind(tie, cards);
    return { ...tie, at: data.large ? along(tie, 0.5) : wordsAt(tie, taken) };
  });
}

// Whether a tie runs behind a card that is none of its own, and so seems to lead there.
function isBehind({ start, middle, end }, cards) {
  const others = cards.filter(({ x, y }) => ![start, end].some((one) => one.x === x && one.y === y));
  return Array.from({ length: 39 }, (_, i) => along({ start, middle, end }, (i + 1) / 40)).some(({ x, y }) =>
    others.some((one) => Math.abs(one.x - x) < WIDTH / 2 && Math.abs(one.y - y) < HEIGHT / 2),
  );
}

function along({ start, middle, end }, t) {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * start.x + b * middle.x + c * end.x, y: a * start.y + b * middle.y + c * end.y };
}

// The place along a tie, nearest to its middle, where no card and no other words cover its own;
// null where there is none: half a word says less than a line alone.
function wordsAt(tie, taken) {
  const letters = Math.max(0, ...tie.spans.map(([, words]) => words?.[0]?.length ?? 0));
  if (!letters) return null;
  const half = letters * HALF_A_LETTER;
  const free = PLACES.map((t) => along(tie, t)).find(({ x, y }) =>
    taken.every((one) => Math.abs(one.x - x) > one.wide + half || Math.abs(one.y - y) > one.high),
  );
  if (free) taken.push({ ...free, wide: half, high: 15 });
  return free ?? null;
}

// A tie that runs behind a card is drawn once one of its two is chosen; where no day is, faintly.
function drawTies(ctx, ties, scale, large, chosen, faint) {
  ctx.save();
  const seen = (tie) => !tie.behind || chosen.includes(tie.from) || chosen.includes(tie.to);
  for (const tie of ties) {
    if (!tie.words || !(seen(tie) || faint)) continue;
    const [, doubtful] = tie.words;
    ctx.globalAlpha = seen(tie) ? 1 : 0.3;
    ctx.strokeStyle = tie.kin ? paper.line : paper.tie;
    ctx.lineWidth = Math.max(tie.width, 0.5 / scale);
    ctx.setLineDash(doubtful ? [2, 5] : tie.dashes || []);
    ctx.beginPath();
    ctx.moveTo(tie.start.x, tie.start.y);
    ctx.quadraticCurveTo(tie.middle.x, tie.middle.y, tie.end.x, tie.end.y);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
  if (!large || scale >= SMALLEST_WORDS) {
    // Brothers and sisters who were taken to one place: their words are said once.
    const said = new Map();
    for (const tie of ties) {
      const { words, at, end } = tie;
      if (!at || !words?.[0] || !(seen(tie) || faint) || said.get(end)?.has(words[0])) continue;
      said.set(end, (said.get(end) ?? new Set()).add(words[0]));
      haloed(ctx, words[0], at.x, at.y);
    }
  }
  ctx.restore();
}
