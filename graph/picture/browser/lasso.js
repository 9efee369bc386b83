// A lasso: once it is taken up, a line drawn around cards chooses all of them. The list beside
// the network does the same by keyboard.

function lassoOf(view, button) {
  const end = (armed) => {
    view.armed = armed;
    view.path = [];
    button.setAttribute("aria-pressed", String(armed));
    view.host.style.cursor = armed ? "crosshair" : "";
    view.host.style.touchAction = armed ? "none" : "";
  };
  const heard = (event) => {
    if (!view.armed || !view.net) return;
    event.stopPropagation();
    event.preventDefault();
    if (event.type === "pointerdown") view.path = [spotOf(view, event)];
    else if (view.path.length) view.path.push(spotOf(view, event));
    if (event.type === "pointerup") {
      const inside = view.data.nodes.filter(([, x, y]) => isInside(view.path, x, y)).map(([id]) => id);
      end(false);
      if (inside.length) tell("lassoed", inside);
    }
    view.net.redraw();
  };
  for (const type of ["pointerdown", "pointermove", "pointerup"]) {
    view.host.addEventListener(type, heard, { capture: true });
  }
  button.onclick = () => end(!view.armed);
  end(false);
}

// Where on the picture something happened.
function spotOf({ host, net }, { clientX, clientY }) {
  const { left, top } = host.getBoundingClientRect();
  return net.DOMtoCanvas({ x: clientX - left, y: clientY - top });
}

// Whether a point is within a closed line: a ray from it crosses the line an odd number of times.
function isInside(path, x, y) {
  return path.reduce((inside, one, i) => {
    const next = path[(i + 1) % path.length];
    const crosses = one.y > y !== next.y > y && x < ((next.x - one.x) * (y - one.y)) / (next.y - one.y) + one.x;
    return crosses ? !inside : inside;
  }, false);
}

function drawLasso(ctx, path, scale) {
  if (!path?.length) return;
  ctx.save();
  ctx.strokeStyle = "#0b3fd6";
  ctx.lineWidth = 2 / scale;
  ctx.setLineDash([6 / scale, 4 / scale]);
  ctx.beginPath();
  for (const { x, y } of path) ctx.lineTo(x, y);
  ctx.stroke();
  ctx.restore();
}
