// Draws the scene around and on vis-network's nodes: what is chosen, with its causes and effects,
// stands out, and the rest fades. All lengths are in mm.
const FADED = 0.3;
const NOTHING_LIT = { cards: new Set(), links: new Set() };
const RING = "#0b5fa5";
const HALO = "#ffffff";

function litBy(chosen, scene) {
  if (!chosen) return null;
  const isEnd = ({ source, target }) => source === chosen.id || target === chosen.id;
  const links = scene.links.filter((link) =>
    chosen.kind === "link" ? link.id === chosen.id : isEnd(link),
  );
  const cards = links.flatMap(({ source, target }) => [source, target]);
  if (chosen.kind === "card") cards.push(chosen.id);
  return { cards: new Set(cards), links: new Set(links.map(({ id }) => id)) };
}

export class Drawing {
  use(scene) {
    this.scene = scene;
    this.cards = new Map(scene.cards.map((card) => [card.id, card]));
    this.links = new Map(scene.links.map((link) => [link.id, link]));
  }

  has(chosen) {
    if (!chosen) return false;
    return (chosen.kind === "card" ? this.cards : this.links).has(chosen.id);
  }

  choose(chosen) {
    this.chosen = chosen;
    this.lit = litBy(chosen, this.scene) ?? NOTHING_LIT;
  }

  under(ctx) {
    const { icebergScene } = globalThis;
    icebergScene.drawGround(ctx, this.scene);
    this.rings(ctx);
    this.inTwoPasses(ctx, "drawLink");
    this.inTwoPasses(ctx, "drawBadge");
  }

  // What has faded lies below what stands out.
  inTwoPasses(ctx, draw) {
    const { links } = this.scene;
    const isLit = (link) => !this.chosen || this.lit.links.has(link.id);
    ctx.globalAlpha = FADED;
    for (const link of links) if (!isLit(link)) globalThis.icebergScene[draw](ctx, link);
    ctx.globalAlpha = 1;
    for (const link of links) if (isLit(link)) globalThis.icebergScene[draw](ctx, link);
  }

  over(ctx) {
    globalThis.icebergScene.drawFurniture(ctx, this.scene);
  }

  // Below the links, whose arrowheads end on the very edge of the card.
  rings(ctx) {
    if (this.chosen?.kind === "card") this.ring(ctx, this.chosen.id, 2.5, 1.6, []);
    if (this.cards.has(this.focused)) this.ring(ctx, this.focused, 2.5, 3.6, [6, 3]);
  }

  // As wide on the screen at every zoom, with white around it so that it shows on every ground.
  ring(ctx, id, pixels, away, dash) {
    const card = this.cards.get(id);
    const width = pixels * this.millimetresPerPixel();
    const gap = away * width;
    const outline = new Path2D();
    const { x, y, width: across, height: down } = card;
    outline.roundRect(x - gap, y - gap, across + 2 * gap, down + 2 * gap, 2 * gap);
    ctx.lineWidth = 2.2 * width;
    ctx.strokeStyle = HALO;
    ctx.stroke(outline);
    ctx.lineWidth = width;
    ctx.strokeStyle = RING;
    ctx.setLineDash(dash.map((length) => (length * width) / pixels));
    ctx.stroke(outline);
    ctx.setLineDash([]);
  }

  // vis-network asks for a node's face around its centre (x, y), in its own units.
  face({ ctx, id, x, y }) {
    const card = this.cards.get(id);
    if (!card) return { drawNode: () => {}, nodeDimensions: { width: 1, height: 1 } };
    const [width, height] = [card.width * this.unitsPerMm, card.height * this.unitsPerMm];
    const drawNode = () => this.drawCard(ctx, card, x - width / 2, y - height / 2);
    return { drawNode, nodeDimensions: { width, height } };
  }

  drawCard(ctx, card, left, top) {
    ctx.save();
    ctx.globalAlpha = !this.chosen || this.lit.cards.has(card.id) ? 1 : FADED;
    ctx.scale(this.unitsPerMm, this.unitsPerMm);
    const [dx, dy] = [left / this.unitsPerMm - card.x, top / this.unitsPerMm - card.y];
    globalThis.icebergScene.drawCard(ctx, card, dx, dy);
    ctx.restore();
  }
}
