// A group lifted with a pointer and let go over a band. A mouse lifts it anywhere, a finger by its
// grip, as it scrolls the page elsewhere.
const SLOP_PX = 5;
const EDGE_PX = 48;
const SCROLL_PX = 14;

/** Scrolls whatever the page scrolls by, while a pointer is near the window's upper or lower edge. */
function scrollAt(y, from) {
  const step = y > innerHeight - EDGE_PX ? SCROLL_PX : y < EDGE_PX ? -SCROLL_PX : 0;
  let part = step ? from : null;
  while (part && !(part.scrollHeight > part.clientHeight && /auto|scroll/.test(getComputedStyle(part).overflowY)))
    part = part.parentElement;
  part?.scrollBy(0, step);
}

export class BandLift {
  // `on` are the answers: aim(to) while a group is over a band, put(key, to) when it is let go.
  constructor(root, on) {
    this.root = root;
    this.on = on;
    this.held = null;
    root.addEventListener("pointerdown", (event) => this.down(event));
    root.addEventListener("pointermove", (event) => this.move(event));
    root.addEventListener("pointerup", (event) => this.up(event));
    root.addEventListener("pointercancel", () => this.cancel());
    root.addEventListener("lostpointercapture", () => this.cancel());
    root.addEventListener("keydown", ({ key }) => key === "Escape" && this.cancel());
  }

  down(event) {
    const item = event.target.closest("li[data-group]");
    const isGrip = event.target.classList.contains("grip");
    if (!item || event.button !== 0 || !event.isPrimary) return;
    if (event.pointerType === "touch" && !isGrip) return;
    this.held = { item, at: [event.clientX, event.clientY] };
  }

  move(event) {
    const { held } = this;
    if (!held) return;
    const { clientX, clientY } = event;
    if (!held.ghost && Math.hypot(clientX - held.at[0], clientY - held.at[1]) <= SLOP_PX) return;
    if (!held.ghost) this.begin(event);
    held.ghost.style.transform = `translate(${clientX}px, ${clientY}px) translate(-50%, -50%)`;
    scrollAt(clientY, this.root.getRootNode().host ?? this.root);
    const under = this.root.getRootNode().elementFromPoint(clientX, clientY);
    held.to = under?.closest(".zone")?.dataset.to ?? null;
    this.on.aim(held.to);
  }

  begin(event) {
    const { held } = this;
    this.root.setPointerCapture(event.pointerId);
    held.ghost = document.createElement("div");
    held.ghost.className = "lifted";
    held.ghost.setAttribute("aria-hidden", "true");
    held.ghost.textContent = held.item.querySelector(".name").textContent;
    held.item.classList.add("away");
    this.root.append(held.ghost);
  }

  up(event) {
    const { held } = this;
    if (held?.ghost) this.move(event);
    this.cancel();
    if (held?.to) this.on.put(held.item.dataset.group, held.to);
  }

  cancel() {
    const { held } = this;
    this.held = null;
    if (!held?.ghost) return;
    held.ghost.remove();
    held.item.classList.remove("away");
    this.on.aim(null);
  }
}
