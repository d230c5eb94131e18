// vis-network: the graph on screen, with its drawing handed in; it measures in units of its own.

// update() merges rows into what is there, so that rows which have not changed (the same objects)
// are left alone and rows which have gone are taken out by name.
function syncRows(rows, before, wanted) {
  const ids = new Set(wanted.map((row) => row.id));
  const now = new Map(wanted.map((row) => [row.id, row]));
  rows.remove([...before.keys()].filter((id) => !ids.has(id)));
  rows.update(wanted.filter((row) => before.get(row.id) !== row));
  return now;
}

class View {
  constructor(stage, scene, drawing) {
    const { vis } = globalThis;
    this.stage = stage;
    this.unitsPerMm = scene.units_per_mm;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.nodesNow = new Map();
    this.edgesNow = new Map();
    const { options } = scene.network;
    const nodes = { ...options.nodes, shape: "custom", ctxRenderer: (face) => drawing.face(face) };
    const rows = { nodes: this.nodes, edges: this.edges };
    this.network = new vis.Network(stage, rows, { ...options, nodes });
    // The list of cards is the way in for keyboards; the stage is hidden from screen readers.
    stage.querySelector(".vis-network")?.removeAttribute("tabindex");
    this.network.on("beforeDrawing", (ctx) => this.inMillimetres(ctx, () => drawing.under(ctx)));
    this.network.on("afterDrawing", (ctx) => this.inMillimetres(ctx, () => drawing.over(ctx)));
    this.network.on("animationFinished", () => this.arrive());
    drawing.unitsPerMm = this.unitsPerMm;
    drawing.millimetresPerPixel = () => this.millimetresPerPixel();
  }

  inMillimetres(ctx, draw) {
    ctx.save();
    ctx.scale(this.unitsPerMm, this.unitsPerMm);
    draw();
    ctx.restore();
  }

  sync(network) {
    this.edgesNow = syncRows(this.edges, this.edgesNow, network.edges);
    this.nodesNow = syncRows(this.nodes, this.nodesNow, network.nodes);
    this.redraw();
  }

  on(event, listener) {
    this.network.on(event, listener);
  }

  // At most once a frame, with where the mouse is in the picture.
  onHover(pickAt) {
    let waiting = null;
    this.stage.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch" || event.buttons) return;
      waiting ??= requestAnimationFrame(() => (waiting = null, this.point(event, pickAt)));
    });
  }

  point(event, pickAt) {
    this.stage.style.cursor = pickAt(this.onCanvas(event)) ? "pointer" : "";
  }

  onCanvas(event) {
    const box = this.stage.getBoundingClientRect();
    return this.network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top });
  }

  /** Where on the page, in mm, a pointer is. */
  at(event) {
    return this.toMillimetres(this.onCanvas(event));
  }

  /** Where on the stage, in CSS pixels, a point of the page is. */
  toPixels({ x, y }) {
    return this.network.canvasToDOM({ x: x * this.unitsPerMm, y: y * this.unitsPerMm });
  }

  toMillimetres({ x, y }) {
    return { x: x / this.unitsPerMm, y: y / this.unitsPerMm };
  }

  millimetresPerPixel() {
    return 1 / (this.network.getScale() * this.unitsPerMm);
  }

  /** Where the camera looks, in mm, and how many CSS pixels a mm takes. */
  get camera() {
    return {
      centre: this.toMillimetres(this.network.getViewPosition()),
      pixelsPerMm: this.network.getScale() * this.unitsPerMm,
    };
  }

  // vis-network's easing ends a little beside its aim, so the last step is set exactly.
  arrive() {
    const { aim } = this;
    this.aim = null;
    if (aim) this.move(aim);
  }

  move({ centre, pixelsPerMm }, duration = 0) {
    this.aim = duration ? { centre, pixelsPerMm } : null;
    this.network.moveTo({
      position: { x: centre.x * this.unitsPerMm, y: centre.y * this.unitsPerMm },
      scale: pixelsPerMm / this.unitsPerMm,
      animation: duration ? { duration, easingFunction: "easeInOutQuad" } : false,
    });
  }

  resize() {
    this.network.setSize("100%", "100%");
    this.network.redraw();
  }

  /** Draws anew, once however many things have changed in this turn. */
  redraw() {
    this.drawing ??= requestAnimationFrame(() => ((this.drawing = null), this.network.redraw()));
  }

  destroy() {
    cancelAnimationFrame(this.drawing);
    this.network.destroy();
  }
}

export function createView(stage, scene, drawing) {
  return new View(stage, scene, drawing);
}
