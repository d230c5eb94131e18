// Draws the scene around and on vis-network's nodes: what is chosen, with its causes and effects,
// stands out, and the rest fades; what is under way or not answered yet is laid over it. All
// lengths are in mm.
import { reachOf } from "./reach.js";
import { Sheet, Stamps, pays } from "./sheet.js";
import { arrow, band, forceBar, handles, plainCard, wrapped } from "./strokes.js";

const FADED = 0.3;
const SMALL_PX = 80;
const ROUND_LINK_MM = 8;
const RING = "#0b5fa5";
const HALO = "#ffffff";
const tone = (colour) => globalThis.icebergScene.tone(colour);

const bounds = new WeakMap();

// The rectangle (mm) around a link's path, with room for its line and its sign.
function boundsOf(link) {
  if (!bounds.has(link)) {
    const points = link.path.flat();
    const along = (axis) => points.filter((_, n) => n % 2 === axis);
    const [xs, ys] = [along(0), along(1)];
    const [x, y] = [Math.min(...xs) - ROUND_LINK_MM, Math.min(...ys) - ROUND_LINK_MM];
    const [right, bottom] = [Math.max(...xs), Math.max(...ys)];
    bounds.set(link, { x, y, width: right - x + ROUND_LINK_MM, height: bottom - y + ROUND_LINK_MM });
  }
  return bounds.get(link);
}

/** Whether a rectangle (mm) is on a canvas at all, as it is looked at now. */
function seenOn(ctx) {
  const { a: scale, e, f } = ctx.getTransform();
  const [left, top] = [-e / scale, -f / scale];
  const [right, bottom] = [left + ctx.canvas.width / scale, top + ctx.canvas.height / scale];
  return ({ x, y, width, height }) => x < right && y < bottom && x + width > left && y + height > top;
}

// Parts of a scene that have not changed are the same objects.
const isSameGround = (scene, before) =>
  before?.background === scene.background &&
  before.links.length === scene.links.length &&
  scene.links.every((link, n) => link === before.links[n]);

export class Drawing {
  constructor(provisional, hand, glide) {
    this.provisional = provisional;
    this.hand = hand;
    this.glide = glide;
    this.picked = new Set();
    this.aim = null;
    this.found = null;
    this.reading = { steps: 1, way: "both" };
    this.sheet = new Sheet();
    this.stamps = new Stamps();
    this.apart = new Set();
    this.ground = 0;
  }

  use(scene) {
    if (!isSameGround(scene, this.scene)) this.ground += 1;
    this.scene = scene;
    this.cards = new Map(scene.cards.map((card) => [card.id, card]));
    this.links = new Map(scene.links.map((link) => [link.id, link]));
  }

  /** Whether cards are so small on the screen that what is laid over them would hide them. */
  get isSmall() {
    const card = this.scene.cards[0];
    return Boolean(card) && card.width / this.millimetresPerPixel() < SMALL_PX;
  }

  has(chosen) {
    if (!chosen) return false;
    return (chosen.kind === "card" ? this.cards : this.links).has(chosen.id);
  }

  choose(chosen) {
    this.chosen = chosen;
    const lit = JSON.stringify([chosen?.kind, chosen?.id, this.reading, this.found && [...this.found]]);
    if (lit !== this.litBefore) this.ground += 1;
    this.litBefore = lit;
    this.lit = reachOf(chosen, this.scene, this.reading);
  }

  /** What stands out, all else fading; null where all is alike. What is picked comes before a search,
   *  and that before a choice. */
  get standingOut() {
    if (this.picked.size > 1) return { cards: this.picked, links: this.linksWithin(this.picked) };
    return this.found ? { cards: this.found, links: this.linksWithin(this.found) } : this.lit;
  }

  linksWithin(cards) {
    const inside = this.scene.links.filter(({ source, target }) => cards.has(source) && cards.has(target));
    return new Set(inside.map(({ id }) => id));
  }

  // While the zoom changes, bitmaps would be made for one look each.
  under(ctx) {
    const { a: scale } = ctx.getTransform();
    const isStill = scale === this.scale;
    this.scale = scale;
    this.apart = new Set([...this.cards.keys()].filter((id) => this.moves(id)));
    if (this.tones !== this.tonesBefore) this.ground += 1;
    this.tonesBefore = this.tones;
    if (isStill) this.sheet.draw(ctx, this.scene.page, this.key, (onSheet) => this.below(onSheet));
    else this.below(ctx);
    for (const id of this.ringed()) if (this.apart.has(id)) this.rings(ctx, id);
    this.looseLinks(ctx);
    const seen = seenOn(ctx);
    const hasStamps = isStill && pays(ctx, this.scene.page);
    for (const card of this.scene.cards)
      if (!this.apart.has(card.id) && (!isStill || seen(card))) this.placeCard(ctx, card, hasStamps);
  }

  /** What lies under the cards. */
  below(ctx) {
    globalThis.icebergScene.drawGround(ctx, this.scene);
    for (const id of this.ringed()) if (!this.apart.has(id)) this.rings(ctx, id);
    this.inTwoPasses(ctx, "drawLink");
    this.inTwoPasses(ctx, "drawBadge");
  }

  get key() {
    const { ground, provisional, focused, picked, apart } = this;
    const { gone, moved } = provisional;
    return [ground, focused, ...picked, "", ...apart, "", ...gone, "", ...moved.keys()].join("|");
  }

  // The very tones, which are the same object until they change.
  get tones() {
    return globalThis.icebergScene.tones;
  }

  moves(id) {
    return this.hand.holds(id) || this.glide.has(id);
  }

  placeCard(ctx, card, hasStamps) {
    const { texts, forces, moved, gone } = this.provisional;
    const isAsKept = ![texts, forces, moved, gone].some((changes) => changes.has(card.id));
    ctx.globalAlpha = this.alphaOf(card);
    if (hasStamps && isAsKept)
      this.stamps.draw(ctx, card, this.tones, (onStamp) => globalThis.icebergScene.drawCard(onStamp, card));
    else this.paintCard(ctx, card);
    ctx.globalAlpha = 1;
  }

  alphaOf({ id }) {
    const out = this.standingOut;
    return !out || out.cards.has(id) ? 1 : FADED;
  }

  // What has faded lies below what stands out.
  inTwoPasses(ctx, draw) {
    const seen = seenOn(ctx);
    const isDrawn = (link) => seen(boundsOf(link)) && !this.isLoose(link) && !this.isGone(link.id);
    const links = this.scene.links.filter(isDrawn);
    const out = this.standingOut;
    const isLit = (link) => !out || out.links.has(link.id);
    ctx.globalAlpha = FADED;
    for (const link of links) if (!isLit(link)) globalThis.icebergScene[draw](ctx, link);
    ctx.globalAlpha = 1;
    for (const link of links) if (isLit(link)) globalThis.icebergScene[draw](ctx, link);
  }

  isGone(id) {
    return this.provisional.gone.has(id);
  }

  isLoose(link) {
    return this.provisional.isLoose(link) || this.hand.holds(link.source) || this.hand.holds(link.target);
  }

  // Routes are the server's: until it has answered, a link is a straight arrow.
  looseLinks(ctx) {
    const loose = this.scene.links.filter((link) => this.isLoose(link) && !this.isGone(link.id));
    for (const { source, target } of [...loose, ...this.provisional.links]) {
      const [from, to] = [this.boxOf(source), this.boxOf(target)];
      if (from && to) arrow(ctx, from, to);
    }
  }

  /** A card's rectangle as it shows now, in mm, or null. */
  boxOf(id) {
    const middle = this.provisional.middleOf(id);
    if (!middle) return null;
    const { width, height } = this.cards.get(id) ?? this.provisional.cards.find((c) => c.id === id);
    const { x, y } = this.hand.shiftOf(id);
    return { x: middle.x - width / 2 + x, y: middle.y - height / 2 + y, width, height };
  }

  over(ctx) {
    globalThis.icebergScene.drawFurniture(ctx, this.scene);
    if (this.aim) band(ctx, this.scene, this.aim, this.millimetresPerPixel());
    for (const card of this.provisional.cards) {
      plainCard(ctx, card, card.text);
      if (card.id === this.focused) this.ring(ctx, card.id, 2.5, 3.6, [6, 3]);
    }
    this.hand.draw(ctx, this);
    if (this.hand.mergesInto) this.ring(ctx, this.hand.mergesInto, 4, 1.6, []);
    const shown = this.hand.offers ?? (this.chosen?.kind === "card" ? this.chosen.id : null);
    const canLink = this.scene.facts && this.cards.has(shown);
    const box = canLink && !this.hand.isBusy && !this.isSmall ? this.boxOf(shown) : null;
    if (box) handles(ctx, box, this.millimetresPerPixel());
  }

  ringed() {
    const chosen = this.chosen?.kind === "card" ? [this.chosen.id] : [];
    const focused = this.cards.has(this.focused) ? [this.focused] : [];
    return new Set([...chosen, ...this.picked, ...focused]);
  }

  // Below the links, whose arrowheads end on the very edge of the card.
  rings(ctx, id) {
    const isChosen = this.chosen?.kind === "card" && this.chosen.id === id;
    if (isChosen || this.picked.has(id)) this.ring(ctx, id, 2.5, 1.6, []);
    if (id === this.focused) this.ring(ctx, id, 2.5, 3.6, [6, 3]);
  }

  // As wide on the screen at every zoom, with white around it so that it shows on every ground.
  ring(ctx, id, pixels, away, dash) {
    const box = this.boxOf(id);
    if (!box) return;
    const width = pixels * this.millimetresPerPixel();
    const gap = away * width;
    const outline = new Path2D();
    const { x, y, width: across, height: down } = box;
    outline.roundRect(x - gap, y - gap, across + 2 * gap, down + 2 * gap, 2 * gap);
    ctx.lineWidth = 2.2 * width;
    ctx.strokeStyle = tone(HALO);
    ctx.stroke(outline);
    ctx.lineWidth = width;
    ctx.strokeStyle = tone(RING);
    ctx.setLineDash(dash.map((length) => (length * width) / pixels));
    ctx.stroke(outline);
    ctx.setLineDash([]);
  }

  // vis-network asks for a node's face. Where it takes the node to be does not matter: it cuts
  // coordinates to whole units, and links would end beside their cards.
  face({ ctx, id }) {
    const card = this.cards.get(id);
    if (!card) return { drawNode: () => {}, nodeDimensions: { width: 1, height: 1 } };
    const [width, height] = [card.width * this.unitsPerMm, card.height * this.unitsPerMm];
    const drawNode = () => this.drawCard(ctx, card);
    return { drawNode, nodeDimensions: { width, height } };
  }

  drawCard(ctx, card) {
    if (!this.apart.has(card.id)) return;
    ctx.save();
    ctx.scale(this.unitsPerMm, this.unitsPerMm);
    this.paintCard(ctx, card);
    ctx.restore();
  }

  paintCard(ctx, card) {
    const box = this.boxOf(card.id);
    if (!box) return;
    ctx.save();
    // What it would be merged into is read through it.
    ctx.globalAlpha = this.hand.mergesInto && this.hand.holds(card.id) ? FADED : this.alphaOf(card);
    const glide = this.glide.of(card.id);
    const dx = box.x - card.x + glide.x;
    const dy = box.y - card.y + glide.y;
    this.cardOrItsNewText(ctx, card, dx, dy);
    this.newForce(ctx, card, dx, dy);
    ctx.restore();
  }

  newForce(ctx, card, dx, dy) {
    if (!this.provisional.forces.has(card.id)) return;
    const effect = this.provisional.forceOf(card.id)?.effect ?? "none";
    forceBar(ctx, { ...card, x: card.x + dx, y: card.y + dy }, this.scene.facts.bars[effect]);
  }

  cardOrItsNewText(ctx, card, dx, dy) {
    const text = this.provisional.texts.get(card.id);
    if (text === undefined) return globalThis.icebergScene.drawCard(ctx, card, dx, dy);
    const kept = card.marks.filter((mark) => mark.kind !== "text" || mark.font_pt !== card.font_pt);
    globalThis.icebergScene.drawMarks(ctx, kept, dx, dy);
    wrapped(ctx, { ...card, x: card.x + dx, y: card.y + dy }, text);
  }
}
