// A card is moved by hand, and its lines go along; the page hears where it was put. The buttons
// beside the network do the same by keyboard. A finger moves the whole picture.

function movedByHand(view) {
  view.net.on("dragStart", ({ pointer, event }) => {
    const { pointerType, shiftKey } = event.srcEvent;
    const free = view.data.movable && !view.armed && !shiftKey && pointerType !== "touch";
    const id = free ? cardAt(view, pointer.canvas) : null;
    view.held = id ? { id, from: pointer.canvas, at: view.net.getPosition(id) } : null;
    view.net.setOptions({ interaction: { dragView: !id } });
  });
  view.net.on("dragEnd", () => {
    const { held } = view;
    view.held = null;
    view.net.setOptions({ interaction: { dragView: true } });
    if (held) tell("moved", { node: held.id, ...view.net.getPosition(held.id) });
  });
}

function movingOf(view) {
  view.host.addEventListener("pointermove", (event) => {
    if (!view.held) return;
    const { id, from, at } = view.held;
    const { x, y } = spotOf(view, event);
    const node = view.data.nodes.find(([one]) => one === id);
    [node[1], node[2]] = [Math.round(at.x + x - from.x), Math.round(at.y + y - from.y)];
    view.net.moveNode(id, node[1], node[2]);
    view.ties = tiesOf(view.data);
    restyle(view);
  });
}
