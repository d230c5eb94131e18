// Everybody's cards once they are shown: to read, to search, to vote on, to suggest a change to.
import { button, el, fill, keyed, section } from "./phone_elements.js";

export class AllCards {
  constructor(phone, words) {
    this.phone = phone;
    this.words = words;
    this.title = el("h2");
    this.counts = el("p", { className: "quiet" });
    this.search = el("input", { type: "search", placeholder: words.search, ariaLabel: words.search });
    this.search.addEventListener("input", () => this.show());
    this.list = el("ul", { className: "cards" });
    this.nothing = el("p", { className: "quiet" });
    this.element = el("section", {}, this.title, this.counts, this.search, this.list, this.nothing);
  }

  show() {
    const { meeting, cards } = this.phone.pieces;
    const isVote = meeting.phase === "vote";
    this.title.textContent = isVote ? this.words.vote_title : this.words.all_title;
    this.counts.textContent = this.said(meeting);
    this.counts.hidden = !this.counts.textContent;
    const found = this.found(cards);
    this.search.hidden = cards.length < 6;
    this.nothing.textContent = cards.length ? this.words.all_empty : this.words.all_none;
    this.nothing.hidden = found.length > 0 || meeting.phase === "silence";
    keyed(this.list, found, (row) => this.item(row));
  }

  found(cards) {
    const wanted = this.search.value.trim().toLowerCase();
    return cards
      .filter(({ text }) => !wanted || text.toLowerCase().includes(wanted))
      .map((card) => ({ key: card.id, ...card }));
  }

  said({ phase, counts, dots, voters }) {
    const { about } = this.phone.pieces;
    if (phase === "silence") {
      if (!counts.length) return this.words.count_none;
      const title = (list, id) => list.find((one) => one.id === id)?.title ?? "";
      const named = counts.map(([layer, level, count]) =>
        fill(this.words.count, {
          count,
          layer: title(about.layers, layer),
          level: title(about.levels, level).toLowerCase(),
        }),
      );
      const all = counts.reduce((sum, [, , count]) => sum + count, 0);
      return fill(this.words.counts, { all, counts: named.join(", ") });
    }
    if (phase !== "vote") return "";
    const used = Object.values(this.ballot).reduce((sum, count) => sum + count, 0);
    // Fewer cards, or the facilitator, may have made them fewer than were put.
    const left = fill(this.words.dots_left, { left: Math.max(0, dots - used), dots });
    return voters ? `${left} · ${fill(this.words.voters, { count: voters })}` : left;
  }

  /** This phone's dots, with those that are still on their way. */
  get ballot() {
    const ballot = { ...this.phone.pieces.own.ballot };
    for (const { vote } of this.phone.waiting) if (vote) ballot[vote.card] = vote.dots;
    return ballot;
  }

  item(row) {
    const { words, phone } = this;
    const text = el("p", { className: "text", dir: "auto" });
    const place = el("p", { className: "quiet" });
    const less = button("−", () => this.vote(row.key, -1));
    const count = el("span", { className: "count" });
    const more = button("+", () => this.vote(row.key, 1));
    const dots = el("div", { className: "dots" }, less, count, more);
    const suggest = button(words.suggest, () => this.suggest(item), { className: "quiet-button" });
    const item = el("li", {}, text, place, dots, suggest);
    item.update = (now) => {
      text.textContent = now.text;
      place.textContent = phone.own.where(now);
      const isVote = phone.may("vote");
      const own = this.ballot[row.key] ?? 0;
      dots.hidden = !isVote && !now.votes;
      for (const one of [less, more]) one.hidden = !isVote;
      count.textContent = isVote ? own : "●".repeat(Math.min(now.votes, 5)) + (now.votes > 5 ? ` ${now.votes}` : "");
      less.disabled = own === 0;
      less.setAttribute("aria-label", fill(words.dot_off, now));
      more.setAttribute("aria-label", fill(words.dot_on, now));
      suggest.hidden = !phone.may("suggest") || phone.pieces.own.cards.some(({ id }) => id === row.key);
    };
    return item;
  }

  vote(card, step) {
    const used = Object.values(this.ballot).reduce((sum, count) => sum + count, 0);
    const own = this.ballot[card] ?? 0;
    const { dots } = this.phone.pieces.meeting;
    if (step > 0 && used >= dots) return this.phone.say(fill(this.words.dots_used, { dots }), true);
    this.phone.act({ vote: { card, dots: Math.max(0, own + step) } });
    this.phone.say(fill(this.words.dots_left, { left: Math.max(0, dots - used - step), dots }));
  }

  suggest(item) {
    if (item.querySelector("textarea")) return;
    const { words } = this;
    const box = el("textarea", { rows: 2, ariaLabel: words.suggest_label, placeholder: words.suggest_label });
    const send = () => {
      const text = box.value.trim();
      form.remove();
      if (!text) return;
      this.phone.act({ suggest: { card: item.dataset.key, text } });
      this.phone.say(this.phone.isConnected ? words.suggested : words.kept);
    };
    const tools = el(
      "div", { className: "tools" }, button(words.suggest_send, send), button(words.cancel, () => form.remove()),
    );
    const form = el("div", {}, box, tools);
    item.append(form);
    box.focus();
  }
}
