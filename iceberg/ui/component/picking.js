// What lies under a point of the picture: a card first, else the link whose route is nearest.
const REACH_PX = 9;
const GRACE_PX = 4;

const routes = new WeakMap();

function routeOf(link) {
  if (!routes.has(link)) routes.set(link, globalThis.icebergScene.linkPath(link));
  return routes.get(link);
}

const isInside = ({ x, y }, box, grace) =>
  x >= box.x - grace &&
  x <= box.x + box.width + grace &&
  y >= box.y - grace &&
  y <= box.y + box.height + grace;

export class Picking {
  constructor() {
    this.pencil = document.createElement("canvas").getContext("2d");
  }

  use(scene) {
    this.scene = scene;
    this.routes = scene.links.map((link) => [link, routeOf(link)]);
  }

  /** The card or link at a point in mm, or null; `perPixel` is how many mm a CSS pixel is. */
  at(point, perPixel) {
    const card =
      this.scene.cards.find((box) => isInside(point, box, 0)) ??
      this.scene.cards.find((box) => isInside(point, box, GRACE_PX * perPixel));
    if (card) return { kind: "card", id: card.id };
    const link = this.linkAt(point, perPixel);
    return link ? { kind: "link", id: link.id } : null;
  }

  /** The id of the card at a point in mm, but not one of `without`; `boxes` are [id, box]. */
  cardAt(point, boxes, without = new Set()) {
    const hit = boxes.find(([id, box]) => box && !without.has(id) && isInside(point, box, 0));
    return hit ? hit[0] : null;
  }

  linkAt(point, perPixel) {
    for (const reach of [REACH_PX / 3, REACH_PX]) {
      const hit = this.routes.find(([link, route]) => this.touches(point, link, route, reach * perPixel));
      if (hit) return hit[0];
    }
    return null;
  }

  touches(point, { badge }, route, reach) {
    if (badge && isInside(point, badge, reach / 3)) return true;
    this.pencil.lineWidth = 2 * reach;
    return this.pencil.isPointInStroke(route, point.x, point.y);
  }
}
