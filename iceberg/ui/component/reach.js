// What a choice lights up: the causes and effects of a card, so many steps along the links.

/** The cards and links within `steps` of what is chosen; `way` is "both", "causes" or "effects". */
export function reachOf(chosen, { links }, { steps, way }) {
  if (!chosen) return null;
  if (chosen.kind === "link") {
    const { id, source, target } = links.find((link) => link.id === chosen.id);
    return { cards: new Set([source, target]), links: new Set([id]) };
  }
  const reach = { cards: new Set([chosen.id]), links: new Set() };
  if (way !== "effects") walk(chosen.id, links, steps, "target", "source", reach);
  if (way !== "causes") walk(chosen.id, links, steps, "source", "target", reach);
  return reach;
}

function walk(start, links, steps, near, far, reach) {
  const seen = new Set([start]);
  let edge = new Set([start]);
  for (let step = 0; step < steps && edge.size; step += 1) {
    const next = new Set();
    for (const link of links.filter((other) => edge.has(other[near]))) {
      reach.links.add(link.id);
      reach.cards.add(link[far]);
      if (!seen.has(link[far])) next.add(link[far]);
      seen.add(link[far]);
    }
    edge = next;
  }
}
