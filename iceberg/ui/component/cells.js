// Which cell (one band of one iceberg) a point of the picture is in, and where in it there is room.
const across = ({ outline }) => {
  const xs = outline.map(([x]) => x);
  return [Math.min(...xs), Math.max(...xs)];
};

const beyond = (value, [low, high]) => Math.max(low - value, value - high, 0);

function nearest(parts, distance) {
  return parts.reduce((best, part) => (distance(part) < distance(best) ? part : best), parts[0]);
}

/** The cell at a point in mm, or the nearest: {layer, level}; null where there are no icebergs. */
export function cellAt(scene, { x, y }) {
  const iceberg = nearest(scene.icebergs, (part) => beyond(x, across(part)));
  const band = nearest(scene.bands, ({ y0, y1 }) => beyond(y, [y0, y1]));
  return iceberg && band ? { layer: iceberg.layer, level: band.level } : null;
}

/** The left and right edge of the ice at a height, in mm; null above and below it. */
export function iceAt({ outline }, y) {
  const xs = [];
  outline.forEach(([x0, y0], n) => {
    const [x1, y1] = outline[(n + 1) % outline.length];
    if (y0 === y1 || (y - y0) * (y - y1) > 0) return;
    xs.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
  });
  return xs.length > 1 ? [Math.min(...xs), Math.max(...xs)] : null;
}

const FAR_MM = 40;

/** How far a point is from the nearest box, in mm; `enough` or less as soon as it is no more. */
function clearance({ x, y }, boxes, enough) {
  let least = FAR_MM;
  for (const box of boxes) {
    if (least <= enough) break;
    const aside = Math.max(box.x - x, x - box.x - box.width, 0);
    const off = Math.max(box.y - y, y - box.y - box.height, 0);
    if (aside < least && off < least) least = Math.min(least, Math.hypot(aside, off));
  }
  return least;
}

const STEPS_DOWN = [0.86, 0.94, 0.7, 0.6, 0.5, 0.4, 0.3];
const STEPS_ACROSS = 14;
const BETTER_MM = 0.5; // With less to gain the first place serves: it is lower in the band.
const MOST_LINKS = 200; // Among more there is no place without one, and looking for it takes long.
const ALONG = [0, 0.25, 0.5, 0.75];

function* pointsOf({ path }) {
  for (const [x0, y0, x1, y1, x2, y2, x3, y3] of path) {
    for (const t of ALONG) {
      const u = 1 - t;
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      yield { x: a * x0 + b * x1 + c * x2 + d * x3, y: a * y0 + b * y1 + c * y2 + d * y3, width: 0, height: 0 };
    }
  }
}

const MM_PER_PT = 25.4 / 72;

/** The boxes of an iceberg's name, a line each; it stands above its middle. */
function* namesOn({ marks }) {
  for (const { kind, x, y, width, font_pt } of marks) {
    const height = font_pt * MM_PER_PT;
    if (kind === "text") yield { x: x - width / 2, y: y - height, width, height };
  }
}

/** What a button in the picture should not lie on. */
function* obstacles({ cards, links, icebergs }) {
  yield* cards;
  for (const iceberg of icebergs) yield* namesOn(iceberg);
  for (const link of links) {
    if (link.badge) yield link.badge;
    if (links.length <= MOST_LINKS) yield* pointsOf(link);
  }
}

/** For the cells of a scene: the point of a cell, in mm, that is farthest from cards, links,
 *  names and signs; low in the band if there is a choice. `margin` (mm) is kept from the edge of the ice and
 *  the limits of the band. */
export function roomsIn(scene, margin) {
  const all = [...obstacles(scene)];
  return ({ layer, level }) => {
    const iceberg = scene.icebergs.find((part) => part.layer === layer);
    const band = scene.bands.find((part) => part.level === level);
    const isNear = (box) => box.y < band.y1 + FAR_MM && box.y + box.height > band.y0 - FAR_MM;
    const aside = { x: (iceberg.outline[0][0] + iceberg.outline[1][0]) / 2, y: band.y0 + margin };
    return mostRoom(tried(iceberg, band, margin), all.filter(isNear)) ?? aside;
  };
}

function* tried(iceberg, band, margin) {
  for (const share of STEPS_DOWN) {
    const y = Math.min(Math.max(band.y0 + share * (band.y1 - band.y0), band.y0 + margin), band.y1 - margin);
    const ice = iceAt(iceberg, y);
    if (!ice) continue;
    const [left, right] = [ice[0] + margin, ice[1] - margin];
    for (let n = 0; n <= STEPS_ACROSS; n += 1) yield { x: left + ((right - left) * n) / STEPS_ACROSS, y };
  }
}

function mostRoom(points, boxes) {
  let best = null;
  for (const point of points) {
    const room = clearance(point, boxes, best ? best.room + BETTER_MM : -1);
    if (!best || room > best.room + BETTER_MM) best = { point, room };
  }
  return best?.point;
}

const APART_MM = 1.5;
const DOWN_COUNTS = 4; // Aside of where somebody wrote a card is found sooner than above or below.

/** How much of a box lies on another, in mm²; a little as soon as they are too close. */
function overlap(a, b) {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) + APART_MM;
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) + APART_MM;
  return across > 0 && down > 0 ? across * down : 0;
}

function* range(low, high, step) {
  for (let at = low; at <= high; at += step) yield at;
  yield high;
}

/** The middles, in mm, at which a box of a size lies in a cell's ice; none where it is too narrow. */
function* spotsIn(iceberg, band, { width, height }) {
  const [top, bottom] = [band.y0 + height / 2 + APART_MM, band.y1 - height / 2 - APART_MM];
  for (const y of top < bottom ? range(top, bottom, height / 2) : [(band.y0 + band.y1) / 2]) {
    const edges = [y - height / 2, y, y + height / 2].map((at) => iceAt(iceberg, at));
    if (!edges.every(Boolean)) continue;
    const left = Math.max(...edges.map(([x]) => x)) + width / 2 + APART_MM;
    const right = Math.min(...edges.map(([, x]) => x)) - width / 2 - APART_MM;
    if (left <= right) for (const x of range(left, right, width / 4)) yield { x, y };
  }
}

/** The middle, in mm, at which a new box lies in a cell's ice and least on the boxes that are taken;
 *  of several the nearest to a wish. */
export function freeIn(scene, { layer, level }, wish, size, taken) {
  const iceberg = scene.icebergs.find((part) => part.layer === layer);
  const band = scene.bands.find((part) => part.level === level);
  if (!iceberg || !band) return wish;
  const away = ({ x, y }) => Math.hypot(x - wish.x, DOWN_COUNTS * (y - wish.y));
  let best = null;
  for (const spot of [...spotsIn(iceberg, band, size)].sort((a, b) => away(a) - away(b))) {
    const box = { x: spot.x - size.width / 2, y: spot.y - size.height / 2, ...size };
    const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0);
    if (!best || covered < best.covered) best = { spot, covered };
    if (!covered) break;
  }
  return best?.spot ?? wish;
}

/** What a cell is called, such as "Place, patterns". */
export function cellName({ layers, levels }, { layer, level }) {
  const title = (parts, id) => parts.find((part) => part.id === id).title;
  return `${title(layers, layer)}, ${title(levels, level).toLowerCase()}`;
}
