// Where bar and editor stand: near what they are about, over as little as can be of what somebody
// looks at.
// All lengths are in CSS pixels of the board.
const GAP_PX = 12;
const STEP_PX = 22;
const STEPS = [0, 1, 2, 3, 4, 5];
// What a pixel farther away is worth in square pixels of something covered.
const FAR = 14;

const overlap = (a, b) =>
  Math.max(0, Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top));

const between = (low, value, high) => Math.max(low, Math.min(value, high));

function* ways({ left, top, width, height }, size) {
  for (const step of STEPS) {
    for (const x of [left + (width - size.width) / 2, left, left + width - size.width]) {
      yield { x: x - left, y: -size.height - GAP_PX - step * STEP_PX, far: step * STEP_PX };
      yield { x: x - left, y: height + GAP_PX + step * STEP_PX, far: step * STEP_PX };
    }
  }
}

/** A way (x, y from a box's upper left corner) as a rectangle inside the limits. */
export function stand(way, box, size, limits) {
  return {
    left: between(limits.left, box.left + way.x, limits.right - size.width),
    top: between(limits.top, box.top + way.y, limits.bottom - size.height),
    ...size,
  };
}

export const covers = (place, box) => overlap(place, box) > 0;

/** The way from a box that covers least: `avoid` are rectangles, each with a `weight`. */
export function bestWay(box, size, limits, avoid) {
  let best = null;
  for (const way of ways(box, size)) {
    const place = stand(way, box, size, limits);
    let cost = FAR * way.far + 50 * overlap(place, box);
    for (const one of avoid) cost += one.weight * overlap(place, one);
    if (!best || cost < best.cost) best = { way, cost };
  }
  return best.way;
}
