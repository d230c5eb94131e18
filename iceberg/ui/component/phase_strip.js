// What a workshop is doing now, for everybody in the room to read: phase, timer, counts, note.
import { Clock } from "./clock.js";

export class PhaseStrip {
  constructor(place, words) {
    this.words = words;
    this.place = place;
    this.name = document.createElement("strong");
    this.counts = document.createElement("span");
    this.names = document.createElement("span");
    this.names.textContent = words.names_on;
    this.note = document.createElement("p");
    this.clock = new Clock(words);
    const line = document.createElement("p");
    line.append(this.name, this.clock.element, this.counts, this.names);
    place.append(line, this.note);
    place.hidden = true;
  }

  use(meeting, now) {
    if (!meeting) return;
    const { phase, name, names, ends, note, counts, voters } = meeting;
    if (now) this.clock.skew = now - Date.now();
    this.place.hidden = phase === "open" && !ends && !note && !names;
    this.name.textContent = name;
    this.clock.until(ends);
    const cards = counts.reduce((sum, [, , count]) => sum + count, 0);
    const added = cards === 1 ? this.words.card_so_far : this.words.cards_so_far;
    const said = { silence: added, vote: this.words.voters_so_far }[phase] ?? "";
    this.counts.textContent = said.replace("{count}", phase === "vote" ? voters : cards);
    this.counts.hidden = !said;
    this.names.hidden = !names;
    this.note.textContent = note;
    this.note.hidden = !note;
  }

  destroy() {
    this.clock.destroy();
  }
}
