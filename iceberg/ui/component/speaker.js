// Says what happened, for those who do not see it: one polite line.
const fill = (template, values) =>
  template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

const MOST_SENTENCES = 3;

// A part says the same as long as it is spoken alike, wherever it stands and however it is wrapped.
const reworded = (parts, old) => parts.filter(({ id, spoken }) => old.has(id) && old.get(id).spoken !== spoken);
const byId = (parts) => new Map(parts.map((part) => [part.id, part]));

// Links go and come with cards that are left out, and their words change with the cards' words.
const isLeftOut = (before, after) => (after.facts?.left_out ?? 0) - (before.facts?.left_out ?? 0);

function changes(before, after) {
  const [old, now] = [byId(before.cards), byId(after.cards)];
  const [joined, joins] = [byId(before.links), byId(after.links)];
  const added = after.cards.filter(({ id }) => !old.has(id));
  const removed = before.cards.filter(({ id }) => !now.has(id));
  const changed = reworded(after.cards, old);
  const leftOut = isLeftOut(before, after);
  if (leftOut > 0 && removed.length) return { left_out: removed, added, changed };
  if (leftOut < 0 && added.length) return { back: added, removed, changed };
  const isReworded = ({ source, target }) => changed.some(({ id }) => id === source || id === target);
  return {
    added,
    removed,
    changed,
    linked: after.links.filter(({ id }) => !joined.has(id)),
    unlinked: before.links.filter(({ id }) => !joins.has(id)),
    relinked: reworded(after.links, joined).filter((link) => !isReworded(link)),
  };
}

export class Speaker {
  constructor(line) {
    this.line = line;
  }

  // What is said in one go is one line: a second sentence would silence the first.
  say(sentence) {
    if (!this.saying) setTimeout(() => (this.saying = null));
    this.saying = [...(this.saying ?? []), sentence];
    this.line.textContent = this.saying.join(" ");
  }

  /** What the server said to what was done here; refusals are heard where they are shown. */
  tellDone(told, words) {
    const done = told.filter(({ refused }) => !refused);
    if (done.length > MOST_SENTENCES) return this.say(fill(words.done_many, { count: done.length }));
    for (const { sentence } of done) this.say(/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
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
