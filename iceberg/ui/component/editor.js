// The box in which a card's words are written, right where the card stands. It is never redrawn
// while somebody types, whatever happens around it. Words that were left, or are too many for a
// card, are put aside: they are offered again, and never cut.
import { bestWay, stand } from "./beside.js";

const NARROWEST_PX = 220;
const LOWEST_PX = 84;
const FEW_LEFT = 40;

const between = (low, value, high) => Math.min(Math.max(value, low), Math.max(low, high));
// As the server counts: a sign beyond the first 65,536 is one.
const lengthOf = (text) => [...text].length;
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
    this.count = document.createElement("p");
    this.count.className = "count";
    for (const line of [this.note, this.count]) line.setAttribute("aria-live", "polite");
    this.choice = document.createElement("div");
    this.choice.className = "choice";
    this.box.append(this.area, this.count, this.note, this.choice);
    root.append(this.box);
    this.area.addEventListener("keydown", (event) => this.onKey(event));
    this.area.addEventListener("input", () => this.tellLength());
    this.area.addEventListener("paste", (event) => this.onPaste(event));
    this.box.addEventListener("focusout", (event) => this.onLeaving(event));
  }

  get isOpen() {
    return this.task !== null;
  }

  get hasFocus() {
    return this.box.querySelector(":focus") !== null;
  }

  /** Opens for a task: {name, box, text, label, hint, limit, words, keep(texts, isMore), leave(),
   *  aside(text, keep), gone}. `box()` gives the place in CSS pixels of the board, `isMany` allows
   *  one card a line. `aside` hears of words put aside, with a way to keep them after all if they
   *  fit. `gone` is for a card that may go meanwhile: {is(), name} with the name for its words then.
   *  `avoid()` is given where it should stand beside the box: what it should leave free. */
  open(task) {
    this.task = task;
    this.area.value = this.drafts.get(task.name) ?? task.text ?? "";
    this.area.placeholder = task.hint ?? "";
    this.area.setAttribute("aria-label", task.label);
    this.note.textContent = task.words.editor_keys;
    this.box.classList.remove("gone");
    this.tellLength();
    this.standing = null;
    this.box.hidden = false;
    this.place();
    this.area.focus({ preventScroll: true });
    this.area.select();
  }

  get words() {
    return this.area.value.trim();
  }

  get tooMany() {
    return Math.max(lengthOf(this.words) - this.task.limit, 0);
  }

  tellLength() {
    const { limit, words } = this.task;
    const left = limit - lengthOf(this.words);
    const template = this.tooMany ? words.editor_over : left <= FEW_LEFT ? words.editor_left : "";
    this.count.textContent = template.replace("{count}", Math.abs(left));
    this.box.classList.toggle("over", this.tooMany > 0);
    if (!this.box.hidden) this.place();
  }

  /** Says so when somebody else has meanwhile removed the card that is written on. */
  follow() {
    if (!this.isOpen || !this.task.gone?.is() || this.box.classList.contains("gone")) return;
    this.task.name = this.task.gone.name;
    this.box.classList.add("gone");
    this.note.textContent = this.task.words.editor_gone;
    this.place();
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
    this.box.style.top = `${between(8, top, clientHeight - this.box.offsetHeight - 8)}px`;
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
    if (!this.task.isMany || lines.length < 2 || this.words) return;
    event.preventDefault();
    const { words } = this.task;
    const many = words.paste_many.replace("{count}", lines.length);
    this.area.value = lines.join("\n");
    this.tellLength();
    this.choice.replaceChildren(
      this.button(many, () => this.keepLines(lines)),
      this.button(words.paste_one, () => this.keep(true, false)),
    );
    this.choice.firstChild.focus({ preventScroll: true });
  }

  // Lines that are too long for a card stay in the box, to be shortened.
  keepLines(lines) {
    const { task } = this;
    const isShort = (line) => lengthOf(line) <= task.limit;
    const long = lines.filter((line) => !isShort(line));
    this.finish(lines.filter(isShort), false);
    if (!long.length) return;
    this.drafts.set(task.name, long.join("\n"));
    this.open(task);
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

  /** Keeps what was written; what is too long stays open on Enter, and is put aside on leaving. */
  keep(isAsked, isMore = isAsked) {
    if (!this.words) return this.end(null, false);
    if (!this.tooMany) return this.finish([this.words], isMore, isAsked);
    if (!isAsked) return this.putAside();
    this.choice.replaceChildren();
    this.area.focus({ preventScroll: true });
  }

  finish(texts, isMore, isAsked = true) {
    this.drafts.delete(this.task.name);
    this.end(texts.length ? (task) => task.keep(texts, isMore, isAsked) : null, isMore);
  }

  // Whoever is still here and writes no more goes back to the picture.
  end(act, isMore) {
    const { task, hasFocus } = this;
    this.close();
    act?.(task);
    if (hasFocus && !isMore) task.leave?.();
  }

  leave() {
    const { task } = this;
    if (this.words && this.words !== task.text) this.putAside();
    else this.close();
    task.leave?.();
  }

  putAside() {
    const { task, words, tooMany } = this;
    this.drafts.set(task.name, this.area.value);
    this.close();
    const keep = () => (this.drafts.delete(task.name), task.keep([words], false, true), task.leave?.());
    task.aside?.(words, tooMany ? null : keep);
  }

  close() {
    this.task = null;
    // What has the focus loses it now, not when another task is open.
    this.choice.replaceChildren();
    this.box.hidden = true;
  }
}
