// The marks: each answer has a shape, a sign and a colour, so that none rests on colour alone.
// `look` comes from marks.py: {shape, colour, sign, dashed}; nothing stored reaches a style.

const OUTLINES = {
  circle(ctx, r) {
    ctx.arc(0, 0, r, 0, 2 * Math.PI);
  },
  square(ctx, r) {
    ctx.rect(-0.86 * r, -0.86 * r, 1.72 * r, 1.72 * r);
  },
  diamond(ctx, r) {
    polygon(ctx, [[0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]], r);
  },
  octagon(ctx, r) {
    polygon(ctx, corners(8, Math.PI / 8), 1.05 * r);
  },
  hexagon(ctx, r) {
    polygon(ctx, corners(6, 0), 1.08 * r);
  },
  bar(ctx, r) {
    ctx.rect(-r, -0.5 * r, 2 * r, r);
  },
  house(ctx, r) {
    polygon(ctx, [[0, -1.1], [1, -0.2], [1, 0.95], [-1, 0.95], [-1, -0.2]], r);
  },
  flag(ctx, r) {
    polygon(ctx, [[-0.8, -1], [1.05, -0.6], [-0.5, 0], [-0.5, 1.1], [-0.8, 1.1]], r);
  },
  pin(ctx, r) {
    ctx.arc(0, -0.3 * r, 0.75 * r, 0.8 * Math.PI, 0.2 * Math.PI);
    ctx.lineTo(0, 1.15 * r);
    ctx.closePath();
  },
};

const SIGNS = {
  half(ctx, r) {
    ctx.beginPath();
    ctx.arc(0, 0, r, Math.PI / 2, 1.5 * Math.PI);
    ctx.fill();
  },
  dot(ctx, r) {
    ctx.beginPath();
    ctx.arc(0, 0, 0.34 * r, 0, 2 * Math.PI);
    ctx.fill();
  },
  dots(ctx, r) {
    for (const x of [-0.48, 0, 0.48]) {
      ctx.beginPath();
      ctx.arc(x * r, 0, 0.14 * r, 0, 2 * Math.PI);
      ctx.fill();
    }
  },
  grid(ctx, r) {
    for (const at of [-0.36, 0, 0.36]) stroke(ctx, [[at, -0.62], [at, 0.62]], r);
  },
  minus(ctx, r) {
    stroke(ctx, [[-0.55, 0], [0.55, 0]], r);
  },
  plus(ctx, r) {
    stroke(ctx, [[-0.55, 0], [0.55, 0]], r);
    stroke(ctx, [[0, -0.55], [0, 0.55]], r);
  },
  question(ctx, r) {
    stroke(ctx, [[-0.34, -0.3], [-0.3, -0.5], [0, -0.62], [0.3, -0.5], [0.34, -0.26], [0.02, 0.06]], r);
    for (const [from, to] of [[0.06, 0.22], [0.5, 0.58]]) stroke(ctx, [[0, from], [0, to]], r);
  },
  arrow(ctx, r) {
    stroke(ctx, [[-0.5, 0.45], [0.5, -0.45]], r);
    stroke(ctx, [[-0.1, -0.48], [0.52, -0.48], [0.52, 0.14]], r);
  },
  none() {},
};

function polygon(ctx, points, r) {
  points.forEach(([x, y], i) => (i ? ctx.lineTo(x * r, y * r) : ctx.moveTo(x * r, y * r)));
  ctx.closePath();
}

function corners(count, turned) {
  return Array.from({ length: count }, (_, i) => {
    const angle = turned + (i * 2 * Math.PI) / count;
    return [Math.cos(angle), Math.sin(angle)];
  });
}

function stroke(ctx, points, r) {
  ctx.beginPath();
  points.forEach(([x, y], i) => (i ? ctx.lineTo(x * r, y * r) : ctx.moveTo(x * r, y * r)));
  ctx.stroke();
}

function drawMark(ctx, look, x, y, r) {
  ctx.save();
  ctx.translate(x, y);
  ctx.lineWidth = r * 0.2;
  ctx.strokeStyle = "#000000";
  ctx.fillStyle = look.fill;
  ctx.setLineDash(look.dashed ? [r * 0.45, r * 0.3] : []);
  ctx.beginPath();
  OUTLINES[look.shape](ctx, r);
  ctx.fill();
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.strokeStyle = ctx.fillStyle = look.ink;
  ctx.lineWidth = r * 0.24;
  SIGNS[look.sign](ctx, r);
  ctx.restore();
}

function markElement(look, size) {
  const canvas = document.createElement("canvas");
  const sharp = Math.max(2, Math.ceil(window.devicePixelRatio || 1));
  canvas.width = canvas.height = size * sharp;
  canvas.style.width = canvas.style.height = `${size}px`;
  canvas.style.background = "#ffffff"; // a mark is black on white, on a dark page too
  canvas.style.borderRadius = `${size / 4}px`;
  canvas.setAttribute("aria-hidden", "true");
  const ctx = canvas.getContext("2d");
  ctx.scale(sharp, sharp);
  drawMark(ctx, look, size / 2, size / 2, size * 0.4);
  return canvas;
}
