// What a person does, in the words in which it is kept. New parts get their ids here, so that what
// is drawn at once and what comes back from the server are one and the same.
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const ALPHABET = `${LETTERS}0123456789`;

export function newId() {
  const numbers = [...crypto.getRandomValues(new Uint32Array(8))];
  const from = (letters, number) => letters[number % letters.length];
  return numbers.map((number, n) => from(n ? ALPHABET : LETTERS, number)).join("");
}

const kept = (edits) => ({ edit: edits.length === 1 ? edits[0] : { kind: "together", edits } });

export const addCards = (cards) => kept(cards.map((card) => ({ kind: "add_card", card })));
export const reword = (card, text) => kept([{ kind: "change_card", card, changes: { text } }]);
export const score = (card, force) => kept([{ kind: "change_card", card, changes: { force } }]);
export const remove = ({ cards = [], links = [] }) =>
  kept([
    ...links.map((link) => ({ kind: "remove_link", link })),
    ...cards.map((card) => ({ kind: "remove_card", card })),
  ]);
export const merge = (into, cards) => kept([{ kind: "merge_cards", into, cards }]);
export const addLink = (link) => kept([{ kind: "add_link", link }]);
export const changeLink = (link, changes) => kept([{ kind: "change_link", link, changes }]);
export const read = (card, direction, date) =>
  kept([{ kind: "add_reading", reading: { id: newId(), card, date, direction } }]);

// The tray
export const addWaiting = (text) => kept([{ kind: "add_tray_card", card: { id: newId(), text } }]);
export const rewordWaiting = (card, text) => kept([{ kind: "change_tray_card", card, changes: { text } }]);
export const removeWaiting = (cards) => kept(cards.map((card) => ({ kind: "remove_tray_card", card })));
export const putInTray = (cards) => kept(cards.map((card) => ({ kind: "put_in_tray", card })));
export const placeWaiting = (cards, cell) => kept(cards.map((card) => ({ kind: "place_from_tray", card, ...cell })));

/** A card of the tray put down with its middle at (x, y) mm. */
export const place = (card, cell, x, y) => ({ place: { card, ...cell, x, y } });

/** Cards put down: `drops` are {card, layer, level, x, y}, (x, y) the middle in mm. */
export const drop = (drops) => ({ drop: drops });
export const release = (card) => ({ release: card });
export const show = (cards) => ({ show: cards });
export const step = (name) => ({ step: name });

/** The single edits of an act, none for one that only the server can work out. */
export const editsOf = ({ edit }) => (edit?.kind === "together" ? edit.edits : edit ? [edit] : []);
