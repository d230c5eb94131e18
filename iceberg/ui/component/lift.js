// Cards lifted out of the tray with a pointer and put down on the picture. A mouse lifts them
// anywhere, a finger by their grip only, as it scrolls the list elsewhere.
import { cellAt } from "./cells.js";

const SLOP_PX = 5;

export class Lift {
  // `on` are the answers: ids(id) of all that are lifted with one, text(id), and the board.
  constructor(list, on) {
    this.list = list;
    this.on = on;
    this.held = null;
    list.addEventListener("pointerdown", (event) => this.down(event));
    list.addEventListener("pointermove", (event) => this.move(event));
    list.addEventListener("pointerup", (event) => this.up(event));
    list.addEventListener("pointercancel", () => this.cancel());
    list.addEventListener("lostpointercapture", () => this.cancel());
    list.addEventListener("keydown", ({ key }) => key === "Escape" && this.cancel());
  }

  down(event) {
    const item = event.target.closest("li");
    const isGrip = event.target.classList.contains("grip");
    if (!item || event.button !== 0 || !event.isPrimary) return;
    if (event.pointerType === "touch" && !isGrip) return;
    this.held = { item, id: item.dataset.card, at: [event.clientX, event.clientY] };
  }

  move(event) {
    const { held } = this;
    if (!held) return;
    const [x, y] = held.at;
    if (!held.ghost && Math.hypot(event.clientX - x, event.clientY - y) <= SLOP_PX) return;
    if (!held.ghost) this.begin(event);
    held.ghost.style.transform = `translate(${event.clientX}px, ${event.clientY}px) translate(-50%, -50%)`;
    held.point = this.isOverPicture(event) ? this.on.board.view.at(event) : null;
    held.cell = held.point && cellAt(this.on.board.scene, held.point);
    this.on.board.aim(held.cell);
  }

  begin(event) {
    const { held } = this;
    held.ids = this.on.ids(held.id);
    this.list.setPointerCapture(event.pointerId);
    held.ghost = document.createElement("div");
    held.ghost.className = "lifted";
    held.ghost.setAttribute("aria-hidden", "true");
    held.ghost.textContent = this.on.text(held.id);
    if (held.ids.length > 1) held.ghost.dataset.count = held.ids.length;
    this.on.board.elements.beside.append(held.ghost);
  }

  isOverPicture({ clientX, clientY }) {
    const { left, right, top, bottom } = this.on.board.elements.stage.getBoundingClientRect();
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  }

  up(event) {
    const { held } = this;
    if (held?.ghost) this.move(event);
    this.cancel();
    if (held?.cell) this.on.board.doing.place(held.ids, held.cell, held.point);
  }

  cancel() {
    const { held } = this;
    this.held = null;
    held?.ghost?.remove();
    if (held?.ghost) this.on.board.aim(null);
  }
}
