// Shortcuts. On a card of the hidden list: what to do with that card. Anywhere on the page outside
// a text box: undo and redo; anywhere at all: search.
const isTyping = (event) =>
  event.composedPath().some((part) => /^(INPUT|TEXTAREA|SELECT)$/.test(part.tagName) || part.isContentEditable);

export class Keys {
  constructor(board) {
    this.board = board;
    this.onPage = (event) => this.find(event) || this.undoOrRedo(event);
    addEventListener("keydown", this.onPage);
  }

  find(event) {
    const command = event.ctrlKey || event.metaKey;
    if (!command || event.altKey || event.shiftKey || event.key.toLowerCase() !== "f") return false;
    event.preventDefault();
    this.board.strip.focus();
    return true;
  }

  undoOrRedo(event) {
    const command = event.ctrlKey || event.metaKey;
    if (!command || event.altKey || isTyping(event) || !this.board.canChange) return;
    const key = event.key.toLowerCase();
    const back = key === "z" && !event.shiftKey;
    if (!back && key !== "y" && !(key === "z" && event.shiftKey)) return;
    event.preventDefault();
    if (back) this.board.doing.undo();
    else this.board.doing.redo();
  }

  /** What a key does to the card that has the focus; true when it did something. */
  onCard(event, id) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.board.canChange) return false;
    const { board } = this;
    const { doing } = board;
    if (board.carrying) return board.carrying.onKey(event);
    if (!board.drawing.cards.has(id)) return this.onWaiting(event, id);
    const act = {
      e: () => doing.edit(id),
      F2: () => doing.edit(id),
      n: () => board.addBeside(id),
      l: () => doing.startLink(id),
      m: () => board.carry(id),
      d: () => doing.duplicate(id),
      r: () => doing.score(id, board.effectOf(id) === "resists" ? null : "resists"),
      h: () => doing.score(id, board.effectOf(id) === "helps" ? null : "helps"),
      t: () => doing.putInTray([id]),
      x: () => board.togglePick(id),
      g: () => board.mergePicked(id),
      Delete: () => doing.remove({ cards: [id] }),
      Backspace: () => doing.remove({ cards: [id] }),
    }[event.key];
    if (!act) return false;
    act();
    return true;
  }

  // A card that the server has not placed yet can only be taken back.
  onWaiting({ key }, id) {
    if (key !== "Delete" && key !== "Backspace") return false;
    this.board.doing.remove({ cards: [id] });
    return true;
  }

  destroy() {
    removeEventListener("keydown", this.onPage);
  }
}
