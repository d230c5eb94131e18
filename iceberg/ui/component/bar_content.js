// What the bar is about: its rows for what is chosen, where that lies, and what is better seen.
import { cardRows, linkRows, manyRows } from "./bar_rows.js";

const NEAR_SHARE = 0.5;
const MM_PER_PT = 25.4 / 72;

/** What the bar offers for what is chosen: {label, rows, about, box()}; null for nothing. */
export function barContent(board) {
  const { chosen, words, doing, drawing } = board;
  if (!board.canChange || board.editor.isOpen || doing.linking) return null;
  const { facts } = board.scene;
  if (board.picked.size > 1) {
    const ids = [...board.picked];
    const rows = manyRows(ids, words, doing);
    return { label: words.bar_many, rows, about: ids, box: () => drawing.boxOf(ids[0]) };
  }
  if (chosen?.kind === "card" && facts.cards[chosen.id] && drawing.boxOf(chosen.id)) {
    const fact = { ...facts.cards[chosen.id], force: board.provisional.forceOf(chosen.id) };
    const rows = cardRows(chosen.id, fact, words, doing);
    return { label: words.bar_card, rows, about: [chosen.id], box: () => drawing.boxOf(chosen.id) };
  }
  if (chosen?.kind === "link" && facts.links[chosen.id]) {
    const link = drawing.links.get(chosen.id);
    const ends = aroundEnds(board, link);
    const rows = linkRows(chosen.id, facts.links[chosen.id], facts.note_limit, words, doing);
    const about = [link.source, link.id];
    return { label: words.bar_link, rows, about, box: () => ends ?? link.badge ?? middleOf(link.path) };
  }
  return null;
}

/** What the bar should leave free, most of all the icebergs' names and what stands out. */
export function betterSeen(board) {
  const { drawing, scene, toast } = board;
  const out = new Set(board.standingOut);
  const cards = [...drawing.cards.keys()].map((id) => [drawing.boxOf(id), out.has(id) ? 5 : 1]);
  const names = scene.icebergs.map((iceberg) => [nameBox(iceberg), 8]);
  const said = toast.place ? [{ ...toast.place, weight: 20 }] : [];
  const drawn = [...cards, ...names].filter(([box]) => box);
  return [...said, ...drawn.map(([box, weight]) => ({ ...board.inPixels(box), weight }))];
}

// Around a link and its ends, unless that would take the bar far away from the link.
function aroundEnds({ drawing, view, elements }, { source, target }) {
  const boxes = [source, target].map((id) => drawing.boxOf(id));
  if (!boxes.every(Boolean)) return null;
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const pixels = (bottom - y) / view.millimetresPerPixel();
  return pixels < NEAR_SHARE * elements.stage.clientHeight ? { x, y, width: right - x, height: bottom - y } : null;
}

// The middle of the longest piece of a link's path: there is most room around it.
function middleOf(path) {
  const length = ([x0, y0, , , , , x1, y1]) => Math.hypot(x1 - x0, y1 - y0);
  const [x0, y0, , , , , x1, y1] = path.reduce((a, b) => (length(b) > length(a) ? b : a));
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
}

// The rectangle (mm) of an iceberg's name, at its top.
function nameBox({ marks }) {
  const name = marks.find(({ kind }) => kind === "text");
  if (!name) return null;
  const [x, height] = [name.x - name.width / 2, name.font_pt * MM_PER_PT];
  return { x, y: name.y - height, width: name.width, height: 1.4 * height };
}
