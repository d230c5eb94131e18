// The box in which a card's words are written, right where the card stands. It is never redrawn
// while somebody types, whatever happens around it; words that were left are offered again.
import { bestWay, stand } from "./beside.js";

const NARROWEST_PX = 220;
const LOWEST_PX = 84;

const between = (low, value, high) => Math.min(Math.max(value, low), Math.max(low, high));
const linesOf = (text) => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);

export class Editor {
  constructor(root) {
    this.root = root;
    this.drafts = new Map();
    this.task = null;
    this.build(root);
  }

  build(root) {
    this.box = document.createElement("div");
    this.box.className = "editor";
    this.box.hidden = true;
    this.area = document.createElement("textarea");
    this.area.rows = 3;
    this.note = document.createElement("p");
    this.choice = document.createElement("div");
    this.choice.className = "choice";
    this.box.append(this.area, this.note, this.choice);
    root.append(this.box);
    this.area.addEventListener("keydown", (event) => this.onKey(event));
    this.area.addEventListener("paste", (event) => this.onPaste(event));
    this.box.addEventListener("focusout", (event) => this.onLeaving(event));
  }

  get isOpen() {
    return this.task !== null;
  }

  get hasFocus() {
    return this.box.querySelector(":focus") !== null;
  }

  /** Opens for a task: {name, box, text, label, hint, limit, words, keep(texts, isMore), leave()}.
   *  `box()` gives the place in CSS pixels of the board, `isMany` allows one card a line. `avoid()`
   *  is given where it should stand beside the box: what it should leave free. */
  open(task) {
    this.task = task;
    this.area.value = this.drafts.get(task.name) ?? task.text ?? "";
    this.area.maxLength = task.limit;
    this.area.placeholder = task.hint ?? "";
    this.area.setAttribute("aria-label", task.label);
    this.note.textContent = task.words.editor_keys;
    this.choice.replaceChildren();
    this.standing = null;
    this.box.hidden = false;
    this.place();
    this.area.focus({ preventScroll: true });
    this.area.select();
  }

  place() {
    if (!this.isOpen) return;
    const { clientWidth, clientHeight } = this.root;
    const { left, top, width, height } = this.task.box();
    const wide = Math.min(Math.max(width, NARROWEST_PX), clientWidth - 16);
    const high = Math.max(height, LOWEST_PX);
    this.box.style.width = `${wide}px`;
    this.area.style.minHeight = `${high}px`;
    if (this.task.avoid) return this.placeBeside();
    this.box.style.left = `${between(8, left + (width - wide) / 2, clientWidth - wide - 8)}px`;
    this.box.style.top = `${between(8, top, clientHeight - high - 64)}px`;
  }

  // Looks for a place again only when what it stands beside has got another one.
  placeBeside() {
    const { clientWidth, clientHeight } = this.root;
    const box = this.task.box();
    const size = { width: this.box.offsetWidth, height: this.box.offsetHeight };
    const limits = { left: 8, top: 8, right: clientWidth - 8, bottom: clientHeight - 8 };
    const said = JSON.stringify(box);
    if (said === this.standing) return;
    this.standing = said;
    const { left, top } = stand(bestWay(box, size, limits, this.task.avoid()), box, size, limits);
    this.box.style.left = `${left}px`;
    this.box.style.top = `${top}px`;
  }

  onKey(event) {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Escape") return this.leave();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.keep(true);
  }

  onPaste(event) {
    const lines = linesOf(event.clipboardData?.getData("text/plain") ?? "");
    if (!this.task.isMany || lines.length < 2 || this.area.value.trim()) return;
    event.preventDefault();
    const { words } = this.task;
    const many = words.paste_many.replace("{count}", lines.length);
    this.area.value = lines.join("\n").slice(0, this.task.limit);
    this.choice.replaceChildren(
      this.button(many, () => this.finish(lines, false)),
      this.button(words.paste_one, () => this.keep(false)),
    );
    this.choice.firstChild.focus({ preventScroll: true });
  }

  button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    made.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") this.leave();
    });
    return made;
  }

  // Going elsewhere keeps what was written, as a note stays on the wall; leaving the window does not.
  onLeaving({ relatedTarget }) {
    if (!this.isOpen || this.box.contains(relatedTarget) || !document.hasFocus()) return;
    this.keep(false);
  }

  keep(isMore) {
    const text = this.area.value.trim();
    if (text) return this.finish([text], isMore);
    const { task, hasFocus } = this;
    this.close();
    if (hasFocus) task.leave?.();
  }

  // Whoever is still here and writes no more goes back to the picture.
  finish(texts, isMore) {
    const { task, hasFocus } = this;
    this.drafts.delete(task.name);
    this.close();
    task.keep(texts, isMore);
    if (hasFocus && !isMore) task.leave?.();
  }

  leave() {
    const text = this.area.value.trim();
    if (text && text !== this.task.text) this.drafts.set(this.task.name, this.area.value);
    const { task } = this;
    this.close();
    task.leave?.();
  }

  close() {
    this.task = null;
    this.box.hidden = true;
  }
}
