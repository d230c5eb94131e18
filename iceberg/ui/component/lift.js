// Cards lifted out of the tray and put down on the picture.
import { cellAt } from "./cells.js";
import { Lifting } from "./lifting.js";

const isWithin = ({ left, right, top, bottom }, { clientX: x, clientY: y }) =>
  x >= left && x <= right && y >= top && y <= bottom;

/** `tray` tells which cards are lifted with one, and what that one says. */
export function liftOnto(board, list, tray) {
  return new Lifting(list, {
    face: ({ dataset }) => tray.lifted(dataset.card),
    over: (event) => {
      const point = isWithin(board.elements.stage.getBoundingClientRect(), event) ? board.view.at(event) : null;
      const cell = point && cellAt(board.scene, point);
      board.aiming.at(cell);
      return cell && { cell, point };
    },
    drop: ({ dataset }, { cell, point }) => board.doing.place(tray.lifted(dataset.card).ids, cell, point),
    end: () => board.aiming.at(null),
  });
}
