// A card carried with the arrow keys: the same as dragging it, for those who do not use a pointer.
import { cellAt, cellName } from "./cells.js";

const STEP_SHARE = 0.5;

export class Carrying {
  constructor(board, id) {
    this.board = board;
    this.id = id;
    this.by = { x: 0, y: 0 };
    this.seen = board.data.revision;
    this.tell();
  }

  onKey({ key }) {
    if (key === "Escape") return this.end(), true;
    if (key === "Enter" || key === " ") return this.put(), true;
    const move = {
      ArrowLeft: () => this.across(-1),
      ArrowRight: () => this.across(1),
      ArrowUp: () => this.down(-1),
      ArrowDown: () => this.down(1),
    }[key];
    if (!move) return false;
    move();
    this.board.view.redraw();
    this.tell();
    return true;
  }

  get middle() {
    const { x, y } = this.board.provisional.middleOf(this.id);
    return { x: x + this.by.x, y: y + this.by.y };
  }

  get cell() {
    return cellAt(this.board.scene, this.middle);
  }

  across(direction) {
    const { width } = this.board.drawing.cards.get(this.id);
    const { page } = this.board.scene;
    const x = this.middle.x + direction * STEP_SHARE * width;
    this.by.x += Math.min(Math.max(x, 0), page.width) - this.middle.x;
  }

  down(direction) {
    const { bands } = this.board.scene;
    const at = bands.findIndex(({ level }) => level === this.cell.level);
    const band = bands[Math.min(Math.max(at + direction, 0), bands.length - 1)];
    this.by.y += (band.y0 + band.y1) / 2 - this.middle.y;
  }

  tell() {
    const sentence = this.board.words.carrying.replace("{cell}", () => cellName(this.board.scene.facts, this.cell));
    this.board.hint(sentence);
    const { box } = this;
    if (box) this.board.keepClear(box);
  }

  get box() {
    return this.board.drawing.boxOf(this.id);
  }

  /** Says where on the board, in CSS pixels, the card is carried. */
  place() {
    const { box } = this;
    if (!box) return;
    const { left, top, width, height } = this.board.inPixels(box);
    const at = [left, top, width, height].map(Math.round).join(" ");
    this.board.elements.root.setAttribute("data-carried", at);
  }

  put() {
    const { board, id, by, seen } = this;
    this.end();
    if (by.x || by.y) board.doing.drop([id], by, null, seen);
  }

  /** Somebody else has removed the card meanwhile. */
  lose() {
    this.end();
    this.board.refuse(this.board.words.card_gone);
  }

  end() {
    this.board.carrying = null;
    this.board.elements.root.removeAttribute("data-carried");
    this.board.hint("");
    this.board.view.redraw();
  }
}
