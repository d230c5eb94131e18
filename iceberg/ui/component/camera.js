// Where the picture is looked at from. Lengths are in mm, zoom in CSS pixels a mm.
const MARGIN = 0.99;
const MAX_PIXELS_PER_MM = 24;
const MIN_OF_FIT = 0.6;
const READABLE_PX = 12;
const MM_PER_PT = 25.4 / 72;
const DURATION_MS = 250;
// Narrower than this nobody reads what stands beside the page.
const BESIDE_PX = 160;
const GAP_PX = 8;
const TOOLS_PX = 64;

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const between = (low, value, high) => Math.min(Math.max(value, low), high);

// How far a view from `low` to `high` has to go so that `from` to `to` is in it, its beginning at least.
const shift = (from, to, low, high) => (from < low || to - from > high - low ? from - low : Math.max(to - high, 0));

export class Camera {
  // `over` lies on the upper left corner: the page is fitted so that it covers nothing of it.
  constructor(view, stage, over) {
    this.view = view;
    this.stage = stage;
    this.over = over;
    this.isFitted = true;
    this.watcher = new ResizeObserver(() => this.onResize());
    this.watcher.observe(stage);
    this.watcher.observe(over);
    this.onResolution = () => this.onResize();
    addEventListener("resize", this.onResolution);
    view.on("zoom", () => this.keepInReach());
    view.on("dragEnd", () => this.keepInReach(DURATION_MS));
  }

  /** `part` is the rectangle (mm) of the page that is fitted, where it is not all of it. */
  use(page, isNew, part = null) {
    const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
    const changed = !same(page, this.page) || !same(part, this.part);
    this.page = page;
    this.part = part;
    if (isNew || (changed && this.isFitted)) this.fit(false);
  }

  get fitted() {
    return this.fittedBelow(this.head);
  }

  get whole() {
    return this.part ?? { x: 0, y: 0, ...this.page };
  }

  fittedBelow(head) {
    const { clientWidth, clientHeight } = this.stage;
    const { width, height } = this.whole;
    return Math.max(0.01, MARGIN * Math.min(clientWidth / width, (clientHeight - head) / height));
  }

  /** The height in CSS pixels that the page leaves free above: none where there is room beside it. */
  get head() {
    const { over, stage, whole: page } = this;
    if (!over.offsetHeight) return 0;
    const { clientWidth, clientHeight } = stage;
    const whole = this.fittedBelow(0);
    const beside = (clientWidth - whole * page.width) / 2;
    over.style.maxWidth = beside < BESIDE_PX ? "" : `${beside - 3 * GAP_PX}px`;
    const above = (clientHeight - whole * page.height) / 2;
    const needed = over.offsetHeight + 2 * GAP_PX;
    return beside < BESIDE_PX && above < needed ? Math.min(needed, clientHeight / 3) : 0;
  }

  fit(animated = true) {
    this.isFitted = true;
    const { head } = this;
    const pixelsPerMm = this.fittedBelow(head);
    const { x, y, width, height } = this.whole;
    const centre = { x: x + width / 2, y: y + height / 2 - head / 2 / pixelsPerMm };
    this.move({ centre, pixelsPerMm }, animated);
  }

  zoomBy(factor) {
    const { centre, pixelsPerMm } = this.view.camera;
    this.isFitted = false;
    this.move({ centre, pixelsPerMm: this.inRange(pixelsPerMm * factor) });
  }

  // A card is brought into view when part of it is outside or its text is too small to read.
  show(card) {
    const { pixelsPerMm } = this.view.camera;
    const readable = READABLE_PX / (card.font_pt * MM_PER_PT);
    if (pixelsPerMm >= readable && this.sees(card)) return;
    const centre = { x: card.x + card.width / 2, y: card.y + card.height / 2 };
    this.isFitted = false;
    this.move({ centre, pixelsPerMm: this.inRange(Math.max(pixelsPerMm, readable)) });
  }

  /** Moves no more than is needed for a rectangle to be in view, this many CSS pixels below the upper
   *  edge of the stage and above the lower. */
  keepClear({ x, y, width, height }, above, below) {
    const { centre, pixelsPerMm } = this.view.camera;
    const across = this.stage.clientWidth / pixelsPerMm / 2;
    const down = this.stage.clientHeight / pixelsPerMm / 2;
    const mm = (pixels) => (pixels + GAP_PX) / pixelsPerMm;
    const by = {
      x: shift(x, x + width, centre.x - across + mm(0), centre.x + across - mm(TOOLS_PX)),
      y: shift(y, y + height, centre.y - down + mm(above), centre.y + down - mm(below)),
    };
    if (!by.x && !by.y) return;
    this.isFitted = false;
    this.move({ centre: { x: centre.x + by.x, y: centre.y + by.y }, pixelsPerMm });
  }

  sees(card) {
    const { centre, pixelsPerMm } = this.view.camera;
    const across = this.stage.clientWidth / pixelsPerMm / 2;
    const down = this.stage.clientHeight / pixelsPerMm / 2;
    return (
      card.x >= centre.x - across &&
      card.x + card.width <= centre.x + across &&
      card.y >= centre.y - down &&
      card.y + card.height <= centre.y + down
    );
  }

  inRange(pixelsPerMm) {
    return between(MIN_OF_FIT * this.fitted, pixelsPerMm, MAX_PIXELS_PER_MM);
  }

  // However far somebody scrolls, some of the page stays in the middle of the view.
  keepInReach(duration = 0) {
    this.isFitted = false;
    const { centre, pixelsPerMm } = this.view.camera;
    const kept = {
      centre: {
        x: between(0, centre.x, this.page.width),
        y: between(0, centre.y, this.page.height),
      },
      pixelsPerMm: this.inRange(pixelsPerMm),
    };
    const moved = Math.abs(kept.centre.x - centre.x) + Math.abs(kept.centre.y - centre.y);
    if (moved > 0.01 || kept.pixelsPerMm !== pixelsPerMm) this.move(kept, duration > 0);
  }

  move(camera, animated = true) {
    this.view.move(camera, animated && !calm.matches ? DURATION_MS : 0);
  }

  onResize() {
    if (!this.page || !this.stage.clientWidth) return;
    const before = this.view.camera;
    this.view.resize();
    if (this.isFitted) this.fit(false);
    else this.move({ ...before, pixelsPerMm: this.inRange(before.pixelsPerMm) }, false);
  }

  destroy() {
    this.watcher.disconnect();
    removeEventListener("resize", this.onResolution);
  }
}
