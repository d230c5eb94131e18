// What the bar offers for a card, for a link and for several cards, as plain rows.
const STRENGTHS = ["1", "2", "3", "4", "5"];

const button = (name, text, act, more = {}) => ({ name, kind: "button", text, act, ...more });
const select = (name, title, options, value, act, more = {}) => ({ name, kind: "select", title, options, value, act, ...more });

function forces(id, force, words, doing) {
  const toggle = (effect, text) =>
    button(effect, text, () => doing.score(id, force?.effect === effect ? null : effect), {
      pressed: force?.effect === effect,
    });
  const options = [...(force ? [] : [["", words.strength_none]]), ...STRENGTHS.map((n) => [n, words.strength_of.replace("{n}", n)])];
  return [
    toggle("resists", words.resists),
    toggle("helps", words.helps),
    select("strength", words.strength, options, `${force?.strength ?? ""}`, (n) => doing.strengthen(id, Number(n)), { off: !force }),
  ];
}

// What does not fit a card is there as well, so that nothing else moves to where it was.
export function cardRows(id, { force, pinned }, words, doing) {
  const readings = [["", words.read], ...["rising", "steady", "easing"].map((key) => [key, words[key]])];
  return [
    button("edit", words.edit, () => doing.edit(id)),
    button("link", words.link, () => doing.startLink(id)),
    ...forces(id, force, words, doing),
    select("read", words.read_title, readings, "", (direction) => direction && doing.read(id, direction)),
    button("release", words.release, () => doing.release(id), { title: words.release_title, off: !pinned }),
    button("duplicate", words.duplicate, () => doing.duplicate(id)),
    button("tray", words.to_tray, () => doing.putInTray([id]), { title: words.to_tray_title }),
    button("remove", words.remove, () => doing.remove({ cards: [id] })),
  ];
}

export function linkRows(id, { verb, sign, strength, delayed, note }, limit, words, doing) {
  const change = (changes) => doing.changeLink(id, changes);
  const verbs = Object.entries(words.verbs);
  const signs = Object.entries(words.signs);
  const strengths = Object.entries(words.strengths);
  return [
    select("verb", words.verb, verbs, verb, (value) => change({ verb: value })),
    select("sign", words.sign, signs, sign ?? "none", (value) =>
      change({ sign: value === "none" ? null : value }),
    ),
    select("strength", words.link_strength, strengths, `${strength}`, (value) =>
      change({ strength: Number(value) }),
    ),
    button("delayed", words.delayed, () => change({ delayed: !delayed }), { pressed: delayed }),
    { name: "note", kind: "text", title: words.note, value: note ?? "", limit, act: (text) => change({ note: text || null }) },
    button("turn", words.turn, () => doing.turn(id)),
    button("remove", words.remove_link, () => doing.remove({ links: [id] })),
  ];
}

export function manyRows(ids, words, doing) {
  return [
    button("merge", words.merge, () => doing.merge(ids[0], ids.slice(1)), { title: words.merge_title }),
    button("tray", words.to_tray, () => doing.putInTray(ids), { title: words.to_tray_title }),
    button("remove", words.remove_many.replace("{count}", ids.length), () => doing.remove({ cards: ids })),
  ];
}
