// What each movement of a hand means on the board.
import { Hand } from "./hand.js";

const meets = (a, b) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The hand of a board on its stage. */
export function handOf(board, stage) {
  const { doing } = board;
  const chosenCard = () => (board.chosen?.kind === "card" ? board.chosen.id : null);
  const boxes = () => board.scene.cards.map(({ id }) => [id, board.drawing.boxOf(id)]);
  return new Hand(stage, {
    isActive: () => board.canChange && !board.editor.isOpen,
    point: (event) => board.view.at(event),
    perPixel: () => board.view.millimetresPerPixel(),
    box: (id) => board.drawing.boxOf(id),
    carried: () => board.carrying,
    chosenCard,
    isChosen: (id) => chosenCard() === id || board.picked.has(id),
    together: (id) => (board.picked.has(id) ? board.picked : [id]),
    cardAt: (at, without) => board.picking.cardAt(at, boxes(), without),
    press: (id, isMore) => board.pressCard(id, isMore),
    hold: (id) => board.choose({ kind: "card", id }),
    edit: (id) => doing.edit(id),
    frame: (frame) =>
      board.pickMany(boxes().filter(([, box]) => box && meets(box, frame)).map(([id]) => id)),
    link: (from, to) => doing.link(from, to),
    revision: () => board.data.revision,
    isOverTray: (event) => board.tray.isAt(event),
    putInTray: (ids) => doing.putInTray(ids),
    aim: (doing, event) => board.aiming.drag(doing, event),
    drop: (ids, by, onto, seen) => doing.drop(ids, by, onto, seen),
    redraw: () => board.view.redraw(),
  });
}
