// What letting go would do: the cell under what is lifted or dragged, in light and in words.
import { cellAt, cellName } from "./cells.js";
import { short } from "./short.js";

export class Aiming {
  constructor(board) {
    this.board = board;
  }

  /** Shows, and says, the cell that something would be put down in; null for none. */
  at(cell) {
    const { board } = this;
    if (JSON.stringify(cell) === JSON.stringify(board.drawing.aim)) return;
    board.drawing.aim = cell;
    board.hint(this.put(cell));
    board.view.redraw();
  }

  /** Shows what letting go of dragged cards would do; null for none under way. */
  drag(doing, event) {
    const { board } = this;
    if (!doing || board.tray.isAt(event)) return this.at(null), board.hint("");
    const { card, cards, start, now, over, merges } = doing;
    if (merges) return this.at(null), board.hint(this.onto(board.words.merges, over));
    const kept = board.drawing.cards.get(card);
    const middle = board.provisional.middleOf(card);
    if (!kept || !middle) return this.at(null);
    const cell = cellAt(board.scene, { x: middle.x + now.x - start.x, y: middle.y + now.y - start.y });
    const isMove = cards.size > 1 || cell.layer !== kept.layer || cell.level !== kept.level;
    this.at(isMove ? cell : null);
    const couldMerge = over && event.pointerType !== "touch";
    board.hint(couldMerge ? this.onto(board.words.could_merge, over) : this.put(isMove && cell));
  }

  put(cell) {
    const { words, scene } = this.board;
    return cell ? words.tray_drop.replace("{cell}", () => cellName(scene.facts, cell)) : "";
  }

  onto(sentence, id) {
    const { provisional, scene } = this.board;
    return sentence.replace("{card}", () => short(provisional.texts.get(id) ?? scene.facts.cards[id]?.text ?? ""));
  }
}
