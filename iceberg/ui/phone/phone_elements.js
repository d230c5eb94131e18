// Elements from their parts. Text from people only ever becomes text, never HTML.
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element && key !== "role") element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

export function section(title, ...children) {
  const heading = title ? [el("h2", {}, title)] : [];
  return el("section", {}, ...heading, ...children);
}

export function button(label, on, properties = {}) {
  const made = el("button", { type: "button", ...properties }, label);
  made.addEventListener("click", on);
  return made;
}

/** A sentence with its {places} filled in. */
export const fill = (sentence, values) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => values?.[name] ?? "");

/** Brings a list to these rows, by key, so that what has not changed is not touched. */
export function keyed(list, rows, make) {
  const known = new Map([...list.children].map((item) => [item.dataset.key, item]));
  let before = null;
  for (const row of rows) {
    const item = known.get(row.key) ?? Object.assign(make(row), {});
    item.dataset.key = row.key;
    known.delete(row.key);
    item.update?.(row);
    const place = before ? before.nextSibling : list.firstChild;
    if (item !== place) list.insertBefore(item, place);
    before = item;
  }
  for (const [, item] of known) item.remove();
}
