// Everything that can be done on the picture: each method turns a wish into an act, shows it at
// once, and leaves the rest to the outbox. The hands, the bar, the keys and the + buttons all come
// here, so that every way of doing a thing does the same thing.
import * as acts from "./acts.js";
import { betterSeen } from "./bar_content.js";
import { cellAt, cellName, freeIn, roomsIn } from "./cells.js";

const BELOW_MM = 2;
const ROOM_MM = 6;
const MOST_AT_ONCE = 500;
const SETTLES_MS = 2000;
const USUAL = { width: 46, height: 15 };
// Among more cards at once nobody follows where each of them shows first.
const MOST_APART = 12;
const QUIET = new Set(["add_card", "change_card", "add_link", "change_link", "add_reading", "add_tray_card", "change_tray_card"]);

export class Doing {
  constructor(board) {
    this.board = board;
    this.last = { verb: "drives", sign: null };
    this.linking = null;
    this.loud = new Map();
    this.written = new Map();
  }

  get facts() {
    return this.board.scene.facts;
  }

  /** `seen` is the revision that showed when the person began, by default the one that shows now. */
  act(act, chosen, seen = this.board.data.revision) {
    const { outbox, data } = this.board;
    const seq = outbox.act({ document: data.document, revision: seen }, act, chosen);
    if (!acts.editsOf(act).every(({ kind }) => QUIET.has(kind)) || act.step || act.show || act.place) this.loud.set(seq, act);
    this.board.showProvisional();
    return seq;
  }

  // Writing

  /** Opens the editor for a new card in a cell, its middle at a point in mm, or beside the card that
   *  has just been kept. */
  add(cell, point, opener, last) {
    const { facts, board } = this;
    const layer = facts.layers.find(({ id }) => id === cell.layer);
    const size = board.scene.cards[0] ?? USUAL;
    const box = { x: point.x - size.width / 2, y: point.y - size.height / 2, ...sizeOf(size) };
    let back = opener ?? board.elements.root;
    board.write({
      name: nameOf(cell),
      at: last ? this.heldAt(last, box) : () => box,
      avoid: last && (() => betterSeen(board)),
      label: board.words.add_in.replace("{cell}", () => cellName(facts, cell)),
      hint: layer.questions[cell.level],
      isMany: true,
      keep: (texts, isMore) => (back = this.keepNew(cell, point, texts, isMore)),
      leave: () => back.focus({ preventScroll: true }),
    });
  }

  // Where a new card stands once it has been placed. Later the box keeps still, whatever moves.
  heldAt(id, box) {
    const began = performance.now();
    let held = box;
    return () => {
      if (performance.now() - began < SETTLES_MS) held = this.board.drawing.boxOf(id) ?? held;
      return held;
    };
  }

  /** A new card in the cell at a point in mm. */
  addAt(point) {
    const cell = cellAt(this.board.scene, point);
    if (cell) this.add(cell, point);
  }

  /** Gives what is to have the focus in the end: the last of the new cards. */
  keepNew(cell, point, texts, isMore) {
    const cards = texts.map((text) => ({ id: acts.newId(), ...cell, text }));
    cards.forEach(({ id }, n) => this.board.provisional.place(id, { x: point.x + n, y: point.y + n }));
    if (cards.length <= MOST_APART) this.spread(cards, cell, point);
    const { id } = cards.at(-1);
    const last = { focus: () => this.board.focusCard(id) };
    for (let n = 0; n < cards.length; n += MOST_AT_ONCE) {
      const some = cards.slice(n, n + MOST_AT_ONCE);
      const seq = this.act(acts.addCards(some));
      this.written.set(seq, [this.board.words.write_again, () => this.writeAgain(some, cell, point)]);
    }
    const { height } = this.board.scene.cards[0] ?? USUAL;
    if (isMore) this.add(cell, { x: point.x, y: point.y + height + BELOW_MM }, last, id);
    return last;
  }

  /** Where new cards show until the server has placed them: in the ice, and on nothing else. */
  spread(cards, { layer, level }, point) {
    const { board } = this;
    const size = sizeOf(board.scene.cards[0] ?? USUAL);
    const taken = [...board.boxesTaken()];
    for (const { id } of cards) {
      const at = freeIn(board.scene, { layer, level }, point, size, taken);
      board.provisional.place(id, at);
      taken.push({ x: at.x - size.width / 2, y: at.y - size.height / 2, ...size });
    }
  }

  /** Opens the editor with the words of cards that were refused. */
  writeAgain(cards, cell, point) {
    this.board.editor.drafts.set(nameOf(cell), cards.map(({ text }) => text).join("\n"));
    this.add(cell, point);
  }

  edit(id) {
    const { board, facts } = this;
    const { text } = facts.cards[id] ?? {};
    if (text === undefined) return;
    const seen = board.data.revision;
    const { layer, level } = board.drawing.cards.get(id);
    const cell = { layer, level };
    const middle = board.provisional.middleOf(id);
    let back = { focus: () => board.focusCard(id) };
    const isGone = () => !board.drawing.cards.has(id);
    board.write({
      name: `card ${id}`,
      at: () => board.drawing.boxOf(id),
      label: board.words.edit_title,
      text,
      gone: { is: isGone, name: nameOf(cell) },
      keep: ([words], isMore, isAsked) => {
        const again = () => (back = this.keepNew(cell, middle, [words], false));
        if (isGone() && (isAsked || words !== text)) again();
        if (isGone()) return back.focus();
        if (words !== text) {
          const seq = this.act(acts.reword(id, words), undefined, seen);
          this.written.set(seq, [board.words.keep_as_new, again]);
        }
        back.focus();
      },
      leave: () => back.focus(),
    });
  }

  // One card

  score(id, effect) {
    const force = this.board.provisional.forceOf(id);
    this.act(acts.score(id, effect && { strength: 3, ...force, effect }));
  }

  strengthen(id, strength) {
    this.act(acts.score(id, { ...this.board.provisional.forceOf(id), strength }));
  }

  read(id, direction) {
    const now = new Date();
    const two = (number) => `${number}`.padStart(2, "0");
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    this.act(acts.read(id, direction, day));
  }

  release(id) {
    this.act(acts.release(id));
  }

  duplicate(id) {
    const { layer, level } = this.board.scene.cards.find((card) => card.id === id);
    const { text } = this.facts.cards[id];
    const force = this.board.provisional.forceOf(id);
    const copy = { id: acts.newId(), layer, level, text, force };
    const { x, y } = this.board.provisional.middleOf(id);
    this.board.provisional.place(copy.id, { x: x + 4, y: y + 4 });
    this.act(acts.addCards([copy]), { kind: "card", id: copy.id });
    this.board.focusCard(copy.id);
  }

  remove(parts) {
    this.act(acts.remove(parts), null);
    this.board.pick([]);
  }

  /** Leaves all but these cards out of the picture; none named shows all. */
  show(ids) {
    this.act(acts.show(ids));
    this.board.pick([]);
  }

  merge(into, cards) {
    if (!cards.length) return;
    this.act(acts.merge(into, cards), { kind: "card", id: into });
    this.board.pick([]);
  }

  /** Puts cards down, moved by (x, y) mm; or into another card when one is named. */
  drop(ids, { x, y }, onto, seen = this.board.data.revision) {
    if (onto) return this.merge(onto, ids);
    const { scene, drawing, provisional } = this.board;
    const drops = ids.filter((card) => provisional.middleOf(card)).map((card) => {
      const middle = provisional.middleOf(card);
      const at = { x: middle.x + x, y: middle.y + y };
      return { card, ...cellAt(scene, at), x: round(at.x), y: round(at.y) };
    });
    if (!drops.length) return this.board.refuse(this.board.words.card_gone);
    const act = acts.drop(drops);
    const moves = drops.some((d) => {
      const { layer, level } = drawing.cards.get(d.card);
      return layer !== d.layer || level !== d.level;
    });
    const { outbox, data } = this.board;
    const seq = outbox.act({ document: data.document, revision: seen }, act);
    if (moves) this.loud.set(seq, act);
    this.board.showProvisional();
  }

  // The tray

  /** Puts cards of the tray into a cell: a single one at a point in mm, if that is given. */
  place(ids, cell, point) {
    const { scene, provisional } = this.board;
    const at = point ?? roomsIn(scene, ROOM_MM)(cell);
    ids.forEach((id, n) => provisional.place(id, { x: at.x + n, y: at.y + n }));
    if (point && ids.length === 1) return this.act(acts.place(ids[0], cell, round(point.x), round(point.y)));
    for (let n = 0; n < ids.length; n += MOST_AT_ONCE)
      this.act(acts.placeWaiting(ids.slice(n, n + MOST_AT_ONCE), cell));
  }

  putInTray(ids) {
    this.act(acts.putInTray(ids), null);
    this.board.pick([]);
  }

  addWaiting(text) {
    this.act(acts.addWaiting(text));
  }

  rewordWaiting(id, text, seen) {
    this.act(acts.rewordWaiting(id, text), undefined, seen);
  }

  removeWaiting(ids) {
    this.act(acts.removeWaiting(ids));
  }

  // Links

  startLink(id) {
    this.linking = id;
    this.board.hint(this.board.words.linking);
    this.board.showBar();
  }

  /** True when a link was being drawn, which then ends here. */
  endLink(id) {
    const from = this.linking;
    this.linking = null;
    this.board.hint("");
    this.board.showBar();
    if (from && id) this.link(from, id);
    return from !== null;
  }

  link(source, target) {
    const { words } = this.board;
    if (!target) return;
    if (source === target) return this.board.refuse(words.link_itself);
    const isSame = (link) => link.source === source && link.target === target;
    if (this.board.scene.links.some(isSame)) return this.board.refuse(words.link_again);
    const link = { id: acts.newId(), source, target, ...this.last };
    this.act(acts.addLink(link), { kind: "link", id: link.id });
  }

  changeLink(id, changes) {
    if ("verb" in changes) this.last.verb = changes.verb;
    if ("sign" in changes) this.last.sign = changes.sign;
    this.act(acts.changeLink(id, changes));
  }

  turn(id) {
    const { source, target } = this.board.scene.links.find((link) => link.id === id);
    this.changeLink(id, { source: target, target: source });
  }

  // Back and forth

  undo() {
    this.act(acts.step("undo"));
  }

  redo() {
    this.act(acts.step("redo"));
  }

  /** What the server said to acts from here: refusals are shown, and what is worth a way back. */
  hear(told) {
    const { words, toast } = this.board;
    for (const { seq, sentence, refused, late } of told) {
      const loud = this.loud.get(seq);
      const [label, again] = this.written.get(seq) ?? [];
      this.loud.delete(seq);
      this.written.delete(seq);
      if (refused) this.board.refuse(sentence, label, again);
      else if (loud?.step) toast.show(sentence, words.close);
      else if (loud || late) toast.show(sentence, words.undo, () => this.undo());
    }
  }
}

const nameOf = ({ layer, level }) => `${layer}/${level}`;
const sizeOf = ({ width, height }) => ({ width, height });
const round = (value) => Math.round(value * 1000) / 1000;
