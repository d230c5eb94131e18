// The icebergs as bands, with groups of cards that are dragged onto them, or picked and put there.
// Each move is shown at once and said again until the page script has taken it, so none is lost.
import { Chips } from "./band_chips.js";
import { Zones } from "./band_zones.js";
import { liftOntoBands } from "./band_lift.js";

const GRACE_MS = 500;
const mounts = new WeakMap();

function element(tag, className, parent) {
  const made = document.createElement(tag);
  made.className = className;
  parent.append(made);
  return made;
}

class Bands {
  constructor(place, assets) {
    this.client = [...crypto.getRandomValues(new Uint32Array(2))].join("-");
    this.seq = 0;
    this.waiting = [];
    this.picked = null;
    this.root = element("div", "bands", place);
    this.root.hidden = true;
    this.root.setAttribute("role", "group");
    this.said = element("p", "said", this.root);
    this.said.setAttribute("aria-live", "polite");
    this.zones = new Zones(this.root, { put: (to, isByKey) => this.put(this.picked, to, isByKey) });
    this.chips = new Chips({ pick: (key, isByKey) => this.pick(key, isByKey) });
    liftOntoBands(this.root, {
      aim: (to) => this.zones.aim(to),
      put: (key, to) => this.put(key, to, false),
    });
    this.root.addEventListener("keydown", ({ key }) => key === "Escape" && this.leave());
    const style = document.createElement("link");
    [style.rel, style.href] = ["stylesheet", `${assets}bands.css`];
    style.onload = style.onerror = () => (this.root.hidden = false);
    this.root.before(style);
  }

  show(data, send) {
    this.send = send;
    if (this.data?.draft !== data.draft) [this.waiting, this.picked] = [[], null];
    this.data = data;
    this.root.setAttribute("aria-label", data.words.label);
    const { client, done } = data.heard;
    if (client === this.client) this.waiting = this.waiting.filter(({ seq }) => seq > done);
    if (!this.group(this.picked)) this.picked = null;
    this.draw();
  }

  group(key) {
    return this.data.groups.find((group) => group.key === key);
  }

  /** The groups with where they go as it shows now, before the page script has answered. */
  get groups() {
    const moved = new Map(this.waiting.map(({ group, to }) => [group, to]));
    return this.data.groups.map((group) => ({ ...group, where: moved.get(group.key) ?? group.where }));
  }

  draw() {
    this.zones.show(this.data);
    this.chips.show(this.groups, this.zones, this.picked, this.data.words);
    const picked = this.groups.find(({ key }) => key === this.picked);
    this.zones.offer(picked, this.data.words);
    this.root.dataset.waiting = this.waiting.length;
  }

  say(name, values = {}) {
    const sentence = this.data.words[name];
    this.said.textContent = sentence.replace(/\{(\w+)\}/g, (whole, what) => values[what] ?? whole);
  }

  pick(key, isByKey) {
    if (this.picked === key) return this.leave();
    this.picked = key;
    this.draw();
    this.say("picked", { group: this.group(key).name });
    if (isByKey) this.zones.focus(this.group(key).suggested);
  }

  leave() {
    const { picked } = this;
    if (!picked) return;
    this.picked = null;
    this.draw();
    this.say("left");
    this.chips.focus(picked);
  }

  put(key, to, isByKey) {
    const group = this.groups.find((one) => one.key === key);
    if (!group) return;
    this.picked = null;
    if (group.where !== to) {
      this.seq += 1;
      this.waiting.push({ seq: this.seq, group: key, to });
      this.send("said", { client: this.client, moves: this.waiting });
    }
    this.draw();
    this.say("put", { group: group.name, place: this.zones.nameOf(to) });
    if (isByKey) this.chips.focus(this.groups.find(({ where }) => where === "open")?.key ?? key);
  }
}

function mount(place, { assets }) {
  if (!mounts.has(place)) mounts.set(place, { bands: new Bands(place, assets), generation: 0 });
  return mounts.get(place);
}

export default function bands({ data, parentElement, setStateValue }) {
  const mounted = mount(parentElement, data);
  const generation = ++mounted.generation;
  mounted.bands.show(data, setStateValue);
  return () =>
    setTimeout(() => {
      if (mounted.generation === generation) mounts.delete(parentElement);
    }, GRACE_MS);
}
