// The last drawings received, by digest. The server sends only the pieces that differ from one that
// is held here; pieces that have not changed stay the same objects.
const KEPT = 4;
const held = new Map();

function keep(digest, drawing) {
  held.set(digest, drawing);
  if (held.size > KEPT) held.delete(held.keys().next().value);
}

function received({ base, put, gone }) {
  if (base && !held.has(base)) return null;
  const pieces = new Map(base ? held.get(base).pieces : []);
  for (const name of gone) pieces.delete(name);
  for (const [name, piece] of Object.entries(put)) pieces.set(name, piece);
  return { pieces, scene: assembled(pieces) };
}

function factsOf(pieces, ids) {
  const facts = pieces.get("facts");
  if (!facts) return null;
  const named = (kind) => Object.fromEntries(ids[kind].map((id) => [id, pieces.get(`facts/${kind}/${id}`)]));
  const tray = pieces.get("facts/tray").map((id) => ({ id, ...pieces.get(`facts/tray/${id}`) }));
  return { ...facts, cards: named("cards"), links: named("links"), tray };
}

function assembled(pieces) {
  const { options, ...rest } = pieces.get("rest");
  const order = pieces.get("order");
  const rows = (kind, ids) => ids.map((id) => pieces.get(`${kind}/${id}`));
  return {
    ...rest,
    furniture: pieces.get("furniture"),
    cards: rows("cards", order.cards),
    links: rows("links", order.links),
    network: { options, nodes: rows("nodes", order.cards), edges: rows("edges", order.links) },
    facts: factsOf(pieces, order),
    meeting: pieces.get("meeting"),
  };
}

/** The drawing that the data is about, or undefined when it was never received here whole. */
export function sceneOf({ digest, update }) {
  if (update && !held.has(digest)) {
    const drawing = received(typeof update === "string" ? JSON.parse(update) : update);
    if (drawing) keep(digest, drawing);
  }
  return held.get(digest)?.scene;
}
