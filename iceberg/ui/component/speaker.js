// Says what happened, for those who do not see it: one polite line.
const fill = (template, values) =>
  template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

const isSame = (card, other) => card === other || card.lines.join("\n") === other.lines.join("\n");

function changes(before, after) {
  const old = new Map(before.cards.map((card) => [card.id, card]));
  const now = new Map(after.cards.map((card) => [card.id, card]));
  const ids = ({ links }) => new Set(links.map(({ id }) => id));
  const [joined, joins] = [ids(before), ids(after)];
  return {
    added: after.cards.filter(({ id }) => !old.has(id)),
    removed: before.cards.filter(({ id }) => !now.has(id)),
    changed: after.cards.filter((card) => old.has(card.id) && !isSame(card, old.get(card.id))),
    linked: after.links.filter(({ id }) => !joined.has(id)),
    unlinked: before.links.filter(({ id }) => !joins.has(id)),
  };
}

export class Speaker {
  constructor(line) {
    this.line = line;
  }

  say(sentence) {
    this.line.textContent = sentence;
  }

  tellChanges(before, after, words) {
    const told = Object.entries(changes(before, after))
      .filter(([, parts]) => parts.length)
      .map(([what, parts]) =>
        parts.length === 1
          ? fill(words[what], { what: parts[0].spoken })
          : fill(words[`${what}_many`], { count: parts.length }),
      );
    if (told.length) this.say(told.join(" "));
  }

  tellChosen(chosen, scene, words) {
    if (!chosen) return this.say(words.chosen_nothing);
    if (chosen.kind === "link") {
      const link = scene.links.find(({ id }) => id === chosen.id);
      return this.say(fill(words.chosen_link, { what: link.spoken }));
    }
    const { links } = scene;
    this.say(
      fill(words.chosen_card, {
        what: scene.cards.find(({ id }) => id === chosen.id).spoken,
        causes: links.filter(({ target }) => target === chosen.id).length,
        effects: links.filter(({ source }) => source === chosen.id).length,
      }),
    );
  }
}
