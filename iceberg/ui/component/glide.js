// Cards go to their new places smoothly, so that the room does not lose its picture; at once for
// those who want less motion.
const DURATION_MS = 240;
const NEAR_MM = 0.2;
const STILL = { x: 0, y: 0 };

const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class Glide {
  constructor(redraw) {
    this.redraw = redraw;
    this.from = new Map();
  }

  /** Starts from where cards were drawn last: a map of id to middle, in mm. */
  start(before, cards) {
    this.from.clear();
    for (const { id, x, y, width, height } of calm.matches ? [] : cards) {
      const was = before.get(id);
      const by = was && { x: was.x - x - width / 2, y: was.y - y - height / 2 };
      if (by && Math.hypot(by.x, by.y) > NEAR_MM) this.from.set(id, by);
    }
    this.began = performance.now();
    if (this.from.size) requestAnimationFrame(() => this.step());
  }

  step() {
    if (performance.now() - this.began >= DURATION_MS) this.from.clear();
    else requestAnimationFrame(() => this.step());
    this.redraw();
  }

  /** Whether a card is on its way. */
  has(id) {
    return this.from.has(id);
  }

  /** How far a card still is from its place, in mm. */
  of(id) {
    const by = this.from.get(id);
    if (!by) return STILL;
    const left = (1 - Math.min((performance.now() - this.began) / DURATION_MS, 1)) ** 3;
    return { x: by.x * left, y: by.y * left };
  }
}
