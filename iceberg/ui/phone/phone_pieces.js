// What the server has told, piece by piece; each message names only what is new.
export class Pieces {
  constructor() {
    this.pieces = new Map();
    this.digest = "";
    this.revision = 0;
    this.own = { cards: [], links: [], ballot: {}, name: "" };
  }

  /** Takes an update; false when it builds on something else than what is held here. */
  take({ digest, revision, update: { base, put, gone } }) {
    if (base && base !== this.digest) return false;
    if (!base) this.pieces.clear();
    for (const name of gone) this.pieces.delete(name);
    for (const [name, piece] of Object.entries(put)) this.pieces.set(name, piece);
    [this.digest, this.revision] = [digest, revision];
    return true;
  }

  get about() {
    return this.pieces.get("about");
  }

  get meeting() {
    return this.pieces.get("meeting");
  }

  /** The cards that everybody may see, each with its id. */
  get cards() {
    return (this.pieces.get("order") ?? []).map((id) => ({ id, ...this.pieces.get(`cards/${id}`) }));
  }

  link(id) {
    const link = this.pieces.get(`links/${id}`);
    return link ? { id, ...link } : null;
  }

  textOf(id) {
    const own = this.own.cards.find((card) => card.id === id);
    return own?.text ?? this.pieces.get(`cards/${id}`)?.text ?? "";
  }
}
