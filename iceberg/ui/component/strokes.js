// Simple shapes for what is under way: arrows, plain cards, handles. All lengths are in mm.
export const HANDLE_AWAY_PX = 5;
const INK = "#14232e";
const LINE = "#0b5fa5";
const PAPER = "#ffffff";
const MM_PER_PT = 25.4 / 72;
const LEADING = 1.25;
const BAR_EM = 0.42;

const tone = (colour) => globalThis.icebergScene.tone(colour);
const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

// Where the line from the middle of a box towards a point leaves the box.
function edgeTowards(box, [px, py]) {
  const [cx, cy] = middle(box);
  const [dx, dy] = [px - cx, py - cy];
  const reach = Math.max(Math.abs(dx) / (box.width / 2 || 1), Math.abs(dy) / (box.height / 2 || 1));
  return reach <= 1 ? [px, py] : [cx + dx / reach, cy + dy / reach];
}

/** A straight arrow from the edge of one box to the edge of another; a point is a box without size. */
export function arrow(ctx, from, to) {
  const [x0, y0] = edgeTowards(from, middle(to));
  const [x1, y1] = edgeTowards(to, middle(from));
  const angle = Math.atan2(y1 - y0, x1 - x0);
  const head = (turn) => [x1 - 2.4 * Math.cos(angle + turn), y1 - 2.4 * Math.sin(angle + turn)];
  ctx.save();
  ctx.lineWidth = 0.5;
  ctx.strokeStyle = ctx.fillStyle = tone(LINE);
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(...head(0.42));
  ctx.lineTo(...head(-0.42));
  ctx.fill();
  ctx.restore();
}

function linesOf(ctx, text, room) {
  const lines = [];
  for (const part of text.split("\n")) {
    let line = "";
    for (const word of part.split(" ")) {
      const longer = line ? `${line} ${word}` : word;
      if (line && ctx.measureText(longer).width > room) lines.push(line), (line = word);
      else line = longer;
    }
    lines.push(line);
  }
  return lines;
}

/** A card's new words, wrapped for as long as the server has not set them, cut at the card's foot. */
export function wrapped(ctx, card, text) {
  const size = card.font_pt * MM_PER_PT;
  ctx.save();
  ctx.beginPath();
  ctx.rect(card.x, card.y, card.width, card.height);
  ctx.clip();
  ctx.font = `${size}px ${globalThis.icebergScene.fontFamily}`;
  ctx.fillStyle = tone(INK);
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  const left = card.x + 0.9 * size;
  linesOf(ctx, text, card.width - 1.6 * size).forEach((line, n) =>
    ctx.fillText(line, left, card.y + (1.3 + n * LEADING) * size),
  );
  ctx.restore();
}

/** A white card with its words, such as one that the server has not placed yet. */
export function plainCard(ctx, card, text) {
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(card.x, card.y, card.width, card.height, 1);
  ctx.fillStyle = tone(PAPER);
  ctx.strokeStyle = tone(LINE);
  ctx.lineWidth = 0.3;
  ctx.setLineDash([1.2, 0.8]);
  ctx.fill();
  ctx.stroke();
  ctx.restore();
  wrapped(ctx, card, text);
}

/** Just outside the edges of a card, so that no word is covered; `away` is in mm. */
export const handlesOf = ({ x, y, width, height }, away) => [
  { x: x + width + away, y: y + height / 2 },
  { x: x - away, y: y + height / 2 },
  { x: x + width / 2, y: y - away },
  { x: x + width / 2, y: y + height + away },
];

/** The places on a card's edge from which a link can be drawn. */
export function handles(ctx, box, perPixel) {
  ctx.save();
  ctx.lineWidth = 1.5 * perPixel;
  ctx.strokeStyle = tone(LINE);
  ctx.fillStyle = tone(PAPER);
  for (const { x, y } of handlesOf(box, HANDLE_AWAY_PX * perPixel)) {
    ctx.beginPath();
    ctx.arc(x, y, 5 * perPixel, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
  ctx.restore();
}

/** The bar at a card's left edge: its colour says the force that has just been given to it. */
export function forceBar(ctx, { x, y, height, font_pt }, colour) {
  const width = BAR_EM * font_pt * MM_PER_PT;
  ctx.fillStyle = tone(colour);
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, [width / 2, 0, 0, width / 2]);
  ctx.fill();
}

/** Lights up one cell, where something would be put down: the ice of an iceberg within a band. */
export function band(ctx, scene, { layer, level }, perPixel) {
  const { outline } = scene.icebergs.find((part) => part.layer === layer);
  const { y0, y1 } = scene.bands.find((part) => part.level === level);
  const ice = new Path2D();
  outline.forEach(([x, y], n) => (n ? ice.lineTo(x, y) : ice.moveTo(x, y)));
  ice.closePath();
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, y0, scene.page.width, y1 - y0);
  ctx.clip();
  ctx.globalAlpha = 0.16;
  ctx.fillStyle = ctx.strokeStyle = tone(LINE);
  ctx.fill(ice);
  ctx.globalAlpha = 1;
  ctx.lineWidth = 3 * perPixel;
  ctx.stroke(ice);
  ctx.strokeRect(-1, y0, scene.page.width + 2, y1 - y0);
  ctx.restore();
}
