// Something lifted out of a list with a pointer and let go elsewhere. A mouse lifts it anywhere, a
// finger by its grip only, as it scrolls the list elsewhere. Escape lets it fall back.
const SLOP_PX = 5;

export class Lifting {
  // `on` are the answers: face(item) gives what is shown at the pointer, {text, count}; over(event)
  // where it would go, or null; drop(item, target, event); end() when it is over in any way.
  constructor(list, on) {
    this.list = list;
    this.on = on;
    this.held = null;
    this.heard = {
      pointermove: (event) => this.move(event),
      pointerup: (event) => this.up(event),
      pointercancel: () => this.cancel(),
      keydown: ({ key }) => key === "Escape" && this.cancel(),
    };
    list.addEventListener("pointerdown", (event) => this.down(event));
  }

  down(event) {
    const item = event.target.closest("li");
    const isGrip = event.target.classList.contains("grip");
    if (!item || event.button !== 0 || !event.isPrimary) return;
    if (event.pointerType === "touch" && !isGrip) return;
    this.cancel();
    this.held = { item, id: event.pointerId, at: [event.clientX, event.clientY] };
    // A quick hand has left the list before it is heard to move.
    for (const [name, heard] of Object.entries(this.heard)) addEventListener(name, heard);
  }

  move(event) {
    const { held } = this;
    if (event.pointerId !== held.id) return;
    const { clientX, clientY } = event;
    if (!held.ghost && Math.hypot(clientX - held.at[0], clientY - held.at[1]) <= SLOP_PX) return;
    if (!held.ghost) this.begin(event);
    const { left, top } = held.origin;
    held.ghost.style.transform = `translate(${clientX - left}px, ${clientY - top}px) translate(-50%, -50%)`;
    held.target = this.on.over(event);
  }

  begin({ pointerId }) {
    const { held } = this;
    this.list.setPointerCapture(pointerId);
    const { text, count } = this.on.face(held.item);
    held.ghost = document.createElement("div");
    held.ghost.className = "lifted";
    held.ghost.setAttribute("aria-hidden", "true");
    held.ghost.textContent = text;
    if (count > 1) held.ghost.dataset.count = count;
    held.item.classList.add("away");
    this.list.append(held.ghost);
    // What holds it may be what a fixed place counts from.
    held.origin = held.ghost.getBoundingClientRect();
  }

  up(event) {
    const { held } = this;
    if (event.pointerId !== held.id) return;
    if (held.ghost) this.move(event);
    this.cancel();
    if (held.target) this.on.drop(held.item, held.target);
  }

  cancel() {
    const { held } = this;
    this.held = null;
    for (const [name, heard] of Object.entries(this.heard)) removeEventListener(name, heard);
    if (!held?.ghost) return;
    held.ghost.remove();
    held.item.classList.remove("away");
    this.on.end();
  }
}
